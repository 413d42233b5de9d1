"""Ask every address that the data cite whether it still answers, and write a report.

    python -m tools.links [ROOT]

The addresses are those of ``data/sources.csv`` and of ``evidence_url``. Writes
``reports/links.md``, for people, and ``reports/links.json``, with every address. A link that
is gone never ends in an error: the figure was read when it was there, and says so. A machine
without a network writes no report.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from quipu.model import Catalog
from quipu.pipeline import check
from tools.probe import Outcome, Prober, Result

REPORTS = Path("reports")

_TOLD = {
    Outcome.DEAD: "No está: el servidor dice que no existe",
    Outcome.FRONT: "Lleva a la portada: casi siempre quiere decir que ya no está",
    Outcome.MOVED: "Se mudó: corrija la dirección",
    Outcome.CERTIFICATE: "Certificado: un navegador advertiría",
    Outcome.UNREACHABLE: "Sin respuesta: puede ser pasajero",
    Outcome.BARRED: "No se preguntó: no es una dirección web pública",
    Outcome.REFUSED: "No responde a programas: mírelo una persona de vez en cuando",
}
"""In the order shown; what answers is only counted."""
_ENGLISH = (
    "In English: gone; leads to the front page, which most often means gone; moved for good; "
    "certificate; no answer, perhaps only tonight; not asked; does not answer programs."
)
PENDING = frozenset(_TOLD) - {Outcome.REFUSED}


def main(words: list[str]) -> int:
    """Ask, write the two files, and say how it went."""
    cited = cited_addresses(check(Path(words[0] if words else ".")).catalog)
    for stale in ("links.md", "links.json"):
        (REPORTS / stale).unlink(missing_ok=True)
    results = probed(cited, Prober())
    if results and all(one.outcome is Outcome.UNREACHABLE for one in results):
        print("Ninguna respondió: será esta máquina la que no tiene red. No se escribe informe.")
        return 0
    write(results, cited, REPORTS)
    print(_counted(results))
    return 0


def cited_addresses(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Where each address is cited: file and line, in the order of the files."""
    places = defaultdict(list)
    for source in catalog.sources:
        places[source.url].append(f"{source.origin} ({source.id})")
    for rows in catalog.observations_by_indicator.values():
        for row in rows:
            places[row.evidence_url].append(str(row.origin))
    return {url: tuple(places[url]) for url in sorted(places) if url}


def probed(urls: Iterable[str], prober: Prober) -> tuple[Result, ...]:
    """Ask each address, and those without an answer once more at the end."""
    found = {url: prober.probe(url) for url in urls}
    for url in [url for url, one in found.items() if one.outcome is Outcome.UNREACHABLE]:
        found[url] = prober.probe(url)
    return tuple(found.values())


def write(results: Iterable[Result], cited: Mapping[str, tuple[str, ...]], folder: Path) -> None:
    """Write both reports."""
    results = tuple(results)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "links.md").write_text(as_markdown(results, cited), encoding="utf-8")
    value = {
        "pending": sum(one.outcome in PENDING for one in results),
        "links": [{**asdict(one), "cited": cited[one.url]} for one in results],
    }
    text = json.dumps(value, ensure_ascii=False, indent=1)
    (folder / "links.json").write_text(text + "\n", encoding="utf-8")


def as_markdown(results: Iterable[Result], cited: Mapping[str, tuple[str, ...]]) -> str:
    """What became of the links, worst first; those that answer are only counted."""
    results = tuple(results)
    parts = ["## Enlaces de las fuentes", _counted(results)]
    for outcome, title in _TOLD.items():
        rows = [_row(one, cited[one.url]) for one in results if one.outcome is outcome]
        if rows:
            parts.append(f"### {title}\n\n" + "\n".join(rows))
    if len(parts) > 2:
        parts.append(f"_{_ENGLISH}_")
    return "\n\n".join(parts) + "\n"


def _counted(results: Iterable[Result]) -> str:
    outcomes = [one.outcome for one in results]
    answering, pending = outcomes.count(Outcome.ANSWERS), sum(o in PENDING for o in outcomes)
    return f"{len(outcomes)} direcciones: {answering} responden, {pending} por mirar."


def _row(one: Result, places: tuple[str, ...]) -> str:
    arrow = f" → `{_code(one.final_url)}`" if one.final_url else ""
    where = "; ".join(places[:3]) + (f" y {len(places) - 3} más" if len(places) > 3 else "")
    return f"- `{_code(one.url)}`{arrow} · {_code(one.detail)} · {where}"


def _code(text: str) -> str:
    """A text of another server, that stays within its span of code."""
    return "".join(c if c.isprintable() and c not in "`<>" else "?" for c in text)[:300]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
