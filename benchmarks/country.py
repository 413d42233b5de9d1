"""A synthetic country as a project root: ``python -m benchmarks.country FOLDER --areas 1900``.

Invented areas in three levels (regions, provinces, districts), invented indicators and invented
figures: nothing here stands for a real place or was ever published, and every title, name and
source says so. Equal arguments give equal files.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

LAST_YEAR = 2025
_LANGUAGES = ("es", "en")
_REGION_SHARE, _PROVINCE_SHARE = 76, 10
"""One region for so many areas, and one province for so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a country is made."""

    areas: int
    """Regions, provinces and districts together."""
    indicators: int = 12
    periods: int = 10
    languages: int = 1

    @property
    def regions(self) -> int:
        """How many of the areas are regions; at most a hundred."""
        return min(max(self.areas // _REGION_SHARE, 1), 100)

    @property
    def provinces(self) -> int:
        """How many of the areas are provinces."""
        return max(self.areas // _PROVINCE_SHARE, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An invented area."""

    code: str
    kind: str
    parent: str
    slug: str
    name: str


def places(size: Size) -> tuple[Place, ...]:
    """The areas: regions, then provinces, then districts, each level shared out evenly."""
    regions = [
        Place(
            code=f"SN-{n:03d}",
            kind="region",
            parent="SN",
            slug=f"region-{n:03d}",
            name=f"Región sintética {n:03d}",
        )
        for n in range(size.regions)
    ]
    provinces = [
        Place(
            code=f"{n:04d}",
            kind="province",
            parent=regions[n % len(regions)].code,
            slug=f"provincia-{n:04d}",
            name=f"Provincia sintética {n:04d}",
        )
        for n in range(size.provinces)
    ]
    districts = [
        Place(
            code=f"{n:06d}",
            kind="district",
            parent=provinces[n % len(provinces)].code,
            slug=f"distrito-{n:06d}",
            name=f"Distrito sintético {n:06d}",
        )
        for n in range(size.areas - size.regions - size.provinces)
    ]
    return (*regions, *provinces, *districts)


def write_country(folder: Path, size: Size) -> None:
    """Write the root of a synthetic country into an empty or missing folder."""
    areas = places(size)
    languages = _LANGUAGES[: size.languages]
    source = random.Random(20260101)  # noqa: S311 (figures of a benchmark, no secret)
    texts = {
        "content/site.toml": _site(languages),
        "data/areas.csv": _areas(areas, languages),
        "data/sources.csv": _SOURCES,
        "data/units.csv": _units(languages),
        "data/indicators.csv": _indicators(size, languages),
        "data/method.toml": _method(languages),
    }
    for n in range(size.indicators):
        code = f"SI-{n:02d}"
        texts[f"data/indicators/{code}.csv"] = _observations(n, areas, size, source, languages)
        for language in languages:
            texts[f"content/indicators/{code}.{language}.md"] = _WORDS
    for area in areas:
        for language in languages:
            path = f"content/regions/{area.code}.{language}.md"
            texts[path] = _commentary(area, source)
    for path, text in texts.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _site(languages: Sequence[str]) -> str:
    titles = "".join(f'title_{x} = "País sintético de prueba"\n' for x in languages)
    listed = ", ".join(f'"{x}"' for x in languages)
    return (
        f"{titles}languages = [{listed}]\n"
        'page_kinds = ["region", "province", "district"]\n'
        'key_indicators = ["SI-00", "SI-01"]\n'
        'summary_indicators = ["SI-00"]\n'
    )


def _table(rows: Iterator[Sequence[object]]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _areas(areas: Sequence[Place], languages: Sequence[str]) -> str:
    def rows() -> Iterator[Sequence[object]]:
        names = [f"name_{x}" for x in languages]
        yield ("code", "kind", "parent", "members", "slug", *names)
        yield ("SN", "country", "", "", "pais", *["País sintético"] * len(names))
        for a in areas:
            yield (a.code, a.kind, a.parent, "", a.slug, *[a.name] * len(names))

    return _table(rows())


_SOURCES = (
    "id,title,publisher,url,published,accessed,licence,note\n"
    "S1,Cifras sintéticas de prueba,Nadie: cifras inventadas,https://example.org/,2026,,,\n"
)


def _units(languages: Sequence[str]) -> str:
    head, share, rate = ["code", "position"], ["percent", "suffix"], ["per_100k", "suffix"]
    for x in languages:
        head += [f"short_{x}", f"one_{x}", f"name_{x}"]
        share += ["%", "", "porcentaje"]
        rate += ["por 100 mil", "", "casos por 100 mil habitantes"]
    return "".join(",".join(row) + "\n" for row in (head, share, rate))


def _is_share(n: int) -> bool:
    return n % 2 == 0


def _indicators(size: Size, languages: Sequence[str]) -> str:
    def rows() -> Iterator[Sequence[object]]:
        yield (
            *("id", "group", *(f"name_{x}" for x in languages), "unit", "decimals", "type"),
            *("direction", "scope", "frequency", "goalpost_low", "goalpost_high", "weight"),
            *("core", "valid_min", "valid_max", "max_age_months", "benchmark", "status", "owner"),
            *("min_denominator", "next_release", "framework_version", "rollup"),
        )
        for n in range(size.indicators):
            unit, kind = ("percent", "percentage") if _is_share(n) else ("per_100k", "rate")
            name = f"Indicador sintético {n:02d}"
            yield (
                *(f"SI-{n:02d}", f"G{n % 3}", *[name] * len(languages), unit, 1, kind),
                *("higher", "department", "annual", 0, 100, 1),
                *("yes" if n < 6 else "no", 0, 100, 60, "", "live", "Nadie: cifras inventadas"),
                *("", "", "", "ratio" if _is_share(n) else ""),
            )

    return _table(rows())


def _observations(
    n: int,
    areas: Sequence[Place],
    size: Size,
    source: random.Random,
    languages: Sequence[str],
) -> str:
    """Ten years of an indicator: shares with the counts behind them, or rates; some missing."""

    def rows() -> Iterator[Sequence[object]]:
        yield (
            *("ref_area", "time_period", "value", "numerator", "denominator", "lower", "upper"),
            *("obs_status", "quality", "source", "evidence_url"),
            *(f"note_{x}" for x in languages),
        )
        notes = [""] * (1 + len(languages))
        for area in areas:
            level = source.uniform(20, 80)
            for year in range(LAST_YEAR - size.periods + 1, LAST_YEAR + 1):
                level = min(max(level + source.uniform(-4, 4), 1), 99)
                if source.random() < 0.03:
                    yield (area.code, year, "", "", "", "", "", "L", "A", "S1", *notes)
                elif _is_share(n):
                    whole = source.randint(40, 900)
                    part = round(whole * level / 100)
                    share = f"{part * 100 / whole:.3f}"
                    yield (area.code, year, share, part, whole, "", "", "A", "A", "S1", *notes)
                else:
                    yield (area.code, year, f"{level:.1f}", "", "", "", "", "A", "A", "S1", *notes)

    return _table(rows())


def _method(languages: Sequence[str]) -> str:
    def names(text: str) -> str:
        return "".join(f'name_{x} = "{text}"\n' for x in languages)

    groups = "".join(
        f'[[group]]\nid = "G{g}"\nparent = "IDX"\n{names(f"Dominio sintético {g}")}'
        for g in range(3)
    )
    return (
        'version = "1.0"\n'
        "[uncertainty]\ndraws = 100\nseed = 1\n"
        f'[[group]]\nid = "IDX"\n{names("Índice sintético")}{groups}'
    )


_WORDS = """\
---
definition: Una cifra inventada para medir tiempos.
why: Para medir tiempos.
method: Sale de un generador de números al azar.
limits: No dice nada de ningún lugar real.
---
"""

_SENTENCES = (
    "Este texto es **inventado** y sirve para medir tiempos",
    "Ninguna cifra de esta página se ha publicado nunca",
    "Aquí una persona contaría qué pasó con la comisión y con la función de integridad",
    "También citaría [un documento](https://example.org/documento) con su fecha",
    "Y diría, con prudencia, qué falta por saber",
)


def _commentary(area: Place, source: random.Random) -> str:
    """About 300 words in five paragraphs."""
    paragraphs = [
        " ".join(f"{source.choice(_SENTENCES)} ({area.name})." for _ in range(4)) for _ in range(5)
    ]
    return (
        f"---\ntitle: Texto sintético de {area.name}\nauthor_role: Generador de pruebas\n"
        "date: 2026-01-15\n---\n" + "\n\n".join(paragraphs) + "\n"
    )


def main() -> None:
    """Write a country."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.country", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--areas", type=int, default=1_900)
    parser.add_argument("--indicators", type=int, default=12)
    parser.add_argument("--periods", type=int, default=10)
    parser.add_argument("--languages", type=int, choices=(1, 2), default=1)
    words = parser.parse_args()
    size = Size(
        areas=words.areas,
        indicators=words.indicators,
        periods=words.periods,
        languages=words.languages,
    )
    write_country(words.folder, size)


if __name__ == "__main__":
    main()
