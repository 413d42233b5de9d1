"""Slips that read well one by one: what a first look at a table lets through."""

from __future__ import annotations

from tests.hostile.case import Case, in_cell, on_line
from tests.roots import (
    AREAS,
    FILES,
    INDICATORS,
    LIVE,
    METHOD,
    SITE,
    TOPOLOGY,
    append,
    both,
    cell,
    replace,
    write,
)

_PAGE = "content/pages/about.es.md"
_METHOD = "data/method.toml"
_OTHER_PAGE = write("content/pages/about.en.md", "---\ntitle: Title\n---\n")


def _page(name: str, text: str, code: str, line: int, column: int = 0) -> Case:
    """A page with this whole text."""
    return on_line(name, _PAGE, line, both(_OTHER_PAGE, write(_PAGE, text)), code, column)


def _tiles(name: str, line: int, cells: str, code: str) -> Case:
    """Areas on a grid: region A at row 1, column 1, but for *cells* on a line."""
    table = FILES[AREAS].splitlines()
    ends = [",tile_row,tile_column", ",,", ",1,1", ",2,2", ",,", ",,"]
    ends[line - 1] = f",{cells}"
    change = both(
        append(SITE, 'area_attributes = ["tile_row", "tile_column"]\n'),
        write(AREAS, "".join(f"{row}{end}\n" for row, end in zip(table, ends, strict=True))),
    )
    return on_line(name, AREAS, line, change, code, len(table[line - 1]) + 2)


NUMBERS = (
    in_cell("zero with a sign", 3, "value", "-0", "E203"),
    in_cell("decimal zero with a sign", 3, "value", "-0.0", "E203"),
    in_cell("weight below zero", 2, "weight", "-1", "E226", INDICATORS),
    in_cell("weight of zero", 2, "weight", "0", "E226", INDICATORS),
    in_cell("smallest denominator below zero", 2, "min_denominator", "-5", "E226", INDICATORS),
)

NAMES = (
    in_cell("domain that leads out of the site", 2, "group", "../x", "E226", INDICATORS),
    in_cell("domain with a space", 2, "group", "X X", "E226", INDICATORS),
    in_cell("folder name that Windows cannot make", 3, "slug", "con", "E226", AREAS),
    in_cell("member named twice", 6, "members", "PE-AAA PE-BBB PE-AAA", "E315", AREAS),
    _tiles("tile that is no number", 3, "a,1", "E223"),
    _tiles("tile with a small figure", 3, "²,1", "E223"),
    _tiles("two areas on a tile", 4, "1,1", "E301"),
)

FILES_OF_OTHERS = (
    Case(
        name="old workbook with another name",
        change=write(LIVE, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 40),
        code="E118",
        path=LIVE,
    ),
    on_line(
        "page that the site has no place for",
        "content/pages/nada.es.md",
        1,
        write("content/pages/nada.es.md", "---\ntitle: Título\n---\n"),
        "E410",
    ),
)

TEXTS = (
    _page("control character as an escape", '---\ntitle: "a\\0b"\n---\n', "E102", 2),
    _page("invisible character as an escape", '---\ntitle: "a\\u200bb"\n---\n', "E102", 2),
    _page("HTML as an escape", '---\ntitle: "\\x3cscript>"\n---\n', "E408", 2),
    _page("control character as an entity", "---\ntitle: a\n---\na&#x1b;b\n", "E102", 4, 2),
    _page("second header in the first", "---\ntitle: a\n--- b\n---\n", "E402", 3, 5),
)

SETTINGS = (
    on_line("blank title", SITE, 1, replace(SITE, "Sitio sintético", "   "), "E504", 1),
    on_line(
        "address with a question",
        SITE,
        5,
        append(SITE, 'base_url = "https://x.pe/?a"\n'),
        "E503",
        1,
    ),
    on_line(
        "address that climbs", SITE, 5, append(SITE, 'base_url = "https://x.pe/../"\n'), "E503", 1
    ),
    on_line(
        "domain whose code leads out of the site",
        _METHOD,
        4,
        both(
            write(_METHOD, METHOD.replace('id = "XX"', 'id = "../XX"')),
            *(cell(INDICATORS, line, "group", "YY") for line in (2, 3, 4)),
        ),
        "E503",
        1,
    ),
    Case(
        name="map drawn at no size",
        change=write(
            "data/geo/x.topo.json",
            TOPOLOGY.replace(
                '"arcs"', '"transform": {"scale": [0, 0], "translate": [0, 0]}, "arcs"', 1
            ),
        ),
        code="E601",
        path="data/geo/x.topo.json",
    ),
)

CASES = (*NUMBERS, *NAMES, *FILES_OF_OTHERS, *TEXTS, *SETTINGS)
