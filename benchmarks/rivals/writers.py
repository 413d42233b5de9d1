"""Write the project of each tool: its fixed files from ``projects/``, and the invented areas.

Each tool gets its figures the way it reads them fastest of the ways its documentation shows: in
the front matter of each page (Hugo, Zola, Eleventy) or in one JSON file (the others). The table
and the sparkline are made by the tool's own template, but for Observable Framework: its Markdown
has no build-time template short of a process for each page, so it is given them ready-made.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from benchmarks.rivals.content import Area, Figure, figures_by_slug

PROJECTS = Path(__file__).resolve().parent / "projects"

_NEVER_LOADED = (
    *("@observablehq/plot", "@observablehq/sample-datasets", "apache-arrow", "arquero", "d3"),
    *("d3-dsv", "echarts", "htl", "leaflet", "lodash", "mapbox-gl", "parquet-wasm", "react"),
    *("react-dom", "topojson-client"),
)
"""Libraries whose latest versions Observable Framework asks the network for in a first build,
though no page here loads them; an empty folder of each in its cache is answer enough."""

Writer = Callable[[Path, Sequence[Area]], None]


def hugo(folder: Path, areas: Sequence[Area]) -> None:
    """TOML front matter in each page."""
    for area in areas:
        path = folder / "content" / "areas" / f"{area.slug}.md"
        _write(path, _toml(area, "params") + area.words)


def zola(folder: Path, areas: Sequence[Area]) -> None:
    """TOML front matter in each page."""
    _write(folder / "content" / "_index.md", "+++\n+++\n")
    for area in areas:
        _write(folder / "content" / f"{area.slug}.md", _toml(area, "extra") + area.words)


def eleventy(folder: Path, areas: Sequence[Area]) -> None:
    """JSON front matter in each page; the layout is JavaScript."""
    for area in areas:
        head = _json({"title": area.name, "figures": area.figures_plain()})
        _write(folder / "areas" / f"{area.slug}.md", f"---json\n{head}\n---\n{area.words}")


def pelican(folder: Path, areas: Sequence[Area]) -> None:
    """Figures from one JSON file that the settings read."""
    _write(folder / "figures.json", figures_by_slug(areas))
    for area in areas:
        head = f"Title: {area.name}\nSlug: {area.slug}\n\n"
        _write(folder / "content" / "areas" / f"{area.slug}.md", head + area.words)


def mkdocs(folder: Path, areas: Sequence[Area]) -> None:
    """Figures from one JSON file that a hook reads."""
    _write(folder / "figures.json", figures_by_slug(areas))
    _write(folder / "docs" / "index.md", _titled("País sintético", ""))
    for area in areas:
        _write(folder / "docs" / f"{area.slug}.md", _titled(area.name, area.words))


def astro(folder: Path, areas: Sequence[Area]) -> None:
    """Figures from one JSON file that the paths are made from; texts in a content collection."""
    _write(folder / "figures.json", figures_by_slug(areas))
    for area in areas:
        _write(folder / "areas" / f"{area.slug}.md", _titled(area.name, area.words))


def jekyll(folder: Path, areas: Sequence[Area]) -> None:
    """Figures from one data file; texts in a collection."""
    _write(folder / "_data" / "figures.json", figures_by_slug(areas))
    for area in areas:
        _write(folder / "_areas" / f"{area.slug}.md", _titled(area.name, area.words))


def observable(folder: Path, areas: Sequence[Area]) -> None:
    """Pages of Markdown with the table and its drawings in them."""
    for name in _NEVER_LOADED:
        folder.joinpath("src", ".observablehq", "cache", "_npm", f"{name}@1.0.0").mkdir(
            parents=True
        )
    links = "\n".join(f"<li><a href='./{a.slug}'>{escape(a.name)}</a></li>" for a in areas)
    index = f"# País sintético\n\n<ul>\n{links}\n</ul>\n"
    _write(folder / "src" / "index.md", _titled("País sintético", index))
    for area in areas:
        body = (
            f"# {area.name}\n\n<table>\n"
            "<tr><th>Indicador</th><th>Valor</th><th>Puesto</th><th>Serie</th></tr>\n"
            f"{''.join(map(_row, area.figures))}</table>\n\n{area.words}\n"
            "<p><a href='./'>Todos los lugares</a></p>\n"
        )
        _write(folder / "src" / f"{area.slug}.md", _titled(area.name, body))


def write_project(name: str, writer: Writer, folder: Path, areas: Sequence[Area]) -> None:
    """Write a whole project into a missing folder."""
    shutil.copytree(PROJECTS / name, folder, ignore=shutil.ignore_patterns("__pycache__"))
    writer(folder, areas)


def _row(figure: Figure) -> str:
    points = " ".join(f"{x * 10},{30 - y * 0.3:.1f}" for x, y in figure.series)
    return (
        f"<tr><th>{escape(figure.indicator.name)}</th>"
        f"<td>{figure.value} {escape(figure.indicator.unit)}</td>"
        f"<td>{figure.rank} de {figure.ranked}</td>"
        '<td><svg width="100" height="30" viewBox="0 0 90 30">'
        f'<polyline fill="none" stroke="currentColor" points="{points}"/></svg></td></tr>\n'
    )


def _toml(area: Area, table: str) -> str:
    """Front matter; strings, numbers and lists of numbers are written as in JSON."""
    figures = ",\n".join(
        f"{{{', '.join(f'{key} = {_json(value)}' for key, value in figure.items())}}}"
        for figure in area.figures_plain()
    )
    return f"+++\ntitle = {_json(area.name)}\n[{table}]\nfigures = [\n{figures}\n]\n+++\n"


def _titled(title: str, body: str) -> str:
    return f"---\ntitle: {_json(title)}\n---\n{body}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
