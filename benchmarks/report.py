"""The measurements as Markdown, in Spanish: for the terminal, and as a page of ``docs/``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from babel.dates import format_date

from benchmarks import captions
from benchmarks.results import Results
from benchmarks.runs import Line
from benchmarks.sites import CHECK, COLD, HELP, NATIONAL
from benchmarks.tables import in_parts, table, with_labels
from benchmarks.targets import targets


def body(found: Results) -> str:
    """Every table, with what must be known to read it."""
    parts = [*_side_by_side(found), *_inside(found), *_where(found), *_targets(found)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts))


def _name(site: str) -> str:
    if site == NATIONAL:
        return "nacional"
    areas, indicators, periods, languages = (int(word) for word in site.split(" x "))
    spoken = "1 idioma" if languages == 1 else f"{languages} idiomas"
    return f"sintético {areas:,} × {indicators} × {periods}, {spoken}"


def _side_by_side(found: Results) -> Iterator[str]:
    yield "## Lado a lado\n"
    yield table(
        "Sitio o generador|Orden|Segundos|Procesador (s)|Memoria (MB)|Veces Quipu sin caché",
        [*(_row(found, line) for line in found.lines), *_rival_rows(found)],
        texts=2,
    )
    yield captions.SIDE
    if found.rivals:
        yield captions.RIVALS.format(country=_name(found.country))
    if found.missing:
        names = ", ".join(one["name"] for one in found.missing)
        yield f"No se pudieron instalar o no terminaron aquí: {names}.\n"
    yield "## Qué se construyó\n"
    made = [row for line in found.lines if line.what == COLD for row in _made(line)]
    made += [
        [tool["name"], f"{tool['pages']:,}", "", "", "", f"{tool['output_mb']:.1f}"]
        for tool in found.rivals
    ]
    yield table("Sitio o generador|Páginas|Gráficos|Archivos|Leído (MB)|Escrito (MB)", made)
    yield captions.MADE


def _row(found: Results, line: Line) -> list[str]:
    cold = found.line(line.site, COLD)
    ratio = f"{line.wall_s / cold.wall_s:.2f}" if cold and line.what not in {CHECK, HELP} else ""
    numbers = [f"{line.wall_s:.2f}", f"{line.cpu_s:.2f}", f"{line.memory_mb:.0f}"]
    return [_name(line.site), captions.ORDERS[line.what], *numbers, ratio]


def _rival_rows(found: Results) -> Iterator[list[str]]:
    cold = found.line(found.country, COLD)
    for tool in found.rivals:
        for order, key in (("sin caché", "cold"), ("un texto cambiado", "touched")):
            seconds = tool[f"{key}_s"]
            yield [
                f"{tool['name']} {tool['version']}",
                order,
                f"{seconds:.2f}",
                f"{tool[f'{key}_cpu_s']:.2f}",
                f"{tool['memory_mb']:.0f}" if key == "cold" else "",
                f"{seconds / cold.wall_s:.2f}" if cold else "",
            ]


def _made(line: Line) -> Iterator[list[str]]:
    if made := line.made:
        counts = [f"{n:,}" for n in (made.pages, made.charts, made.files)]
        yield [_name(line.site), *counts, f"{made.read_mb:.1f}", f"{made.written_mb:.1f}"]


def _inside(found: Results) -> Iterator[str]:
    yield "## Por dentro\n"
    head = f"Etapa (s)|nacional, nada cambiado|{_name(found.country)}, sin caché"
    both = (found.national, found.stages)
    rows = [
        [label, *(f"{told[key]:.2f}" if key in told else "" for told in both)]
        for key, label in captions.STAGES.items()
        if any(key in told for told in both)
    ]
    yield table(head, rows)
    charts = with_labels(captions.CHARTS, found.national)
    yield table("Gráficos y puntajes del sitio nacional|", charts)
    yield captions.ALONE
    yield table("Sorteos y percentiles|", with_labels(captions.ENGINE, found.engine))
    kilobytes = {key: size / 1_000 for key, size in found.weights.items()}
    weights = with_labels(captions.WEIGHTS, kilobytes)
    yield table("Sitio nacional, comprimido con gzip|kB", weights)


def _where(found: Results) -> Iterator[str]:
    yield "## En qué se va el tiempo\n"
    yield captions.WHERE.format(country=_name(found.country))
    yield table("Parte|Segundos con perfilador|%", in_parts(captions.PARTS, found.where))


def _targets(found: Results) -> Iterator[str]:
    yield "## Metas\n"
    yield table(
        "Qué|Medido|Meta|",
        [
            [
                t.name,
                f"{t.measured:.{t.digits}f} {t.unit}",
                f"menos de {t.limit:,} {t.unit}",
                "se cumple" if t.is_met else "**no se cumple**",
            ]
            for t in targets(found)
        ],
    )


def page(found: Results) -> str:
    """The page of ``docs/``."""
    machine = found.machine
    day = format_date(datetime.fromisoformat(machine.moment), "long", locale="es_PE")
    rivals = ", ".join(f"{tool['name']} {tool['version']}" for tool in found.rivals)
    packages = ", ".join(f"{name} {number}" for name, number in machine.packages.items())
    runs = max(line.runs for line in found.lines)
    kept = [target.is_met for target in targets(found)]
    return captions.PAGE.format(
        day=day,
        machine=machine,
        runs=runs,
        packages=packages,
        rivals=rivals or "no se midieron",
        body=body(found),
        met=sum(kept),
        promised=len(kept),
    )
