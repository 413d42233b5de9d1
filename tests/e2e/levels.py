"""A synthetic root with three levels of areas, small enough to count by hand.

Values of a level lie far from those of the others, so that a median, a fifth or a chart that
mixed them would show: regions around 10, provinces around 40, districts around 70.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.country import Place
from tests.e2e.matrices import matrix_text

REGIONS, PROVINCES, DISTRICTS = 6, 8, 64
"""Just enough regions to be compared, and so many districts that no chart shows each."""


def _places() -> tuple[Place, ...]:
    made = [
        Place(code=f"SN-{n}", kind="region", parent="SN", slug=f"reg-{n}", name=f"Región {n}")
        for n in range(REGIONS)
    ]
    made += [
        Place(
            code=f"P{n}", kind="province", parent=f"SN-{n % 4}", slug=f"prov-{n}", name=f"Prov {n}"
        )
        for n in range(PROVINCES)
    ]
    made += [
        Place(
            code=f"D{n:02}",
            kind="district",
            # One of them is in no province: it stands right below its region.
            parent=f"P{n % PROVINCES}" if n < DISTRICTS - 1 else "SN-0",
            slug=f"dist-{n:02}",
            name=f"Dist {n:02}",
        )
        for n in range(DISTRICTS)
    ]
    return tuple(made)


PLACES = _places()
BASE = {"region": 10, "province": 40, "district": 70}


def value_of(place: Place, indicator: int = 0) -> float:
    """The figure of an area: its level's own, and a step for each area of the level."""
    number = int("".join(c for c in place.code if c.isdigit()))
    return BASE[place.kind] + (number * 7 + indicator) % 64 / 4


def write_levels(root: Path) -> None:
    """Write the root into a missing folder."""
    areas = ["code,kind,parent,members,slug,name_es", "SN,country,,,pais,País sintético"]
    areas += [f"{p.code},{p.kind},{p.parent},,{p.slug},{p.name}" for p in PLACES]
    head = "id,group,name_es,unit,decimals,type,direction,scope,frequency,goalpost_low,"
    head += "goalpost_high,weight,core,valid_min,valid_max,min_denominator,max_age_months,"
    head += "benchmark,status,owner,next_release,framework_version"
    texts = {
        "content/site.toml": (
            'title_es = "Tres niveles (sintético)"\nlanguages = ["es"]\n'
            'page_kinds = ["region", "province", "district"]\n'
            'key_indicators = ["L-0"]\nsummary_indicators = ["L-0"]\n'
        ),
        "data/areas.csv": "\n".join(areas) + "\n",
        "data/sources.csv": (
            "id,title,publisher,url,published,accessed,licence,note\n"
            "S1,Cifras inventadas,Nadie,https://example.org/,2025,,,\n"
        ),
        "data/indicators.csv": head
        + "\n"
        + "".join(
            f"L-{n},G,Cifra {n},score,2,score,higher,department,annual,0,100,1,yes,0,100,,60,"
            "median,live,Nadie,,\n"
            for n in range(2)
        ),
        "data/units.csv": "code,position,short_es,one_es,name_es\nscore,suffix,,,puntos\n",
        "data/method.toml": (
            'version = "1.0"\n[uncertainty]\ndraws = 100\nseed = 1\n'
            '[[group]]\nid = "IDX"\nname_es = "Índice"\n'
            '[[group]]\nid = "G"\nparent = "IDX"\nname_es = "Grupo"\n'
        ),
        "data/matrix.toml": matrix_text(capacity="L-0", risk="L-1", setup="L-1"),
    }
    for n in range(2):
        rows = "".join(
            f"{p.code},{year},{value_of(p, n)},,,,,A,A,S1,,\n"
            for p in PLACES
            for year in (2023, 2024)
        )
        texts[f"data/indicators/L-{n}.csv"] = (
            "ref_area,time_period,value,numerator,denominator,lower,upper,obs_status,quality,"
            "source,evidence_url,note_es\n" + rows
        )
        texts[f"content/indicators/L-{n}.es.md"] = (
            "---\ndefinition: Inventada.\nwhy: Prueba.\nmethod: Inventada.\nlimits: Todo.\n---\n"
        )
    for path, text in texts.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
