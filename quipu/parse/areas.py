"""Pure. ``data/areas.csv`` to areas."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from quipu.findings import Finding
from quipu.model import Area, SiteSettings
from quipu.parse.cells import read_code, read_integer, read_matching
from quipu.parse.header import Columns
from quipu.parse.names import read_names
from quipu.parse.parents import circles, unknown_parents
from quipu.parse.said import folded
from quipu.parse.table import Row, read_table
from quipu.vocab import AreaKind

PATH = "data/areas.csv"

AREA_CODE = re.compile(r"(?=.{1,60}\Z)[A-Z0-9]+(?:[-+][A-Z0-9]+)*")
# Windows cannot make a folder called «con» or «aux».
SLUG = re.compile(
    r"(?!(?:con|aux|nul|prn|com[0-9]|lpt[0-9])\Z)(?=.{1,60}\Z)[a-z0-9]+(?:-[a-z0-9]+)*"
)
_GRID = ("tile_row", "tile_column")
"""Attributes that place an area on the grid of tiles: whole numbers."""


def columns(site: SiteSettings) -> Columns:
    """The columns of the table: the contract's, one name a language, the declared attributes."""
    names = tuple(f"name_{language}" for language in site.languages)
    return Columns(
        known=("code", "kind", "parent", "members", "slug", *names, *site.area_attributes),
        required=frozenset({"code", "kind", names[0]}),
    )


def parse_areas(body: bytes, site: SiteSettings, findings: list[Finding]) -> tuple[Area, ...]:
    """Read the areas and check that they fit together.

    Args:
        body: The file.
        site: Which languages names stand in and which attribute columns there are.
        findings: What is wrong is added here.

    Returns:
        The areas in file order, without those that cannot be used.
    """
    rows = read_table(PATH, body, columns(site), findings)
    areas = [area for row in rows if (area := _area(row, site, findings)) is not None]
    by_line = {row.line: row for row in rows}
    _check_unique(areas, by_line, site.languages[0], findings)
    _check_links(areas, by_line, findings)
    return tuple(areas)


def _area(row: Row, site: SiteSettings, findings: list[Finding]) -> Area | None:
    code = read_matching(row, "code", AREA_CODE, "area-code", findings)
    kind = read_code(row, "kind", AreaKind, findings)
    slug = read_matching(row, "slug", SLUG, "slug", findings)
    if not code or kind is None:
        return None
    if not row["slug"] and "slug" not in row.faulty and kind in site.page_kinds:
        findings.append(row.finding("E211", "slug"))
    for name in _GRID:
        if name in site.area_attributes:
            read_integer(row, name, findings)
    return Area(
        code=code,
        kind=kind,
        parent=row["parent"],
        members=tuple(row["members"].split()),
        slug=slug,
        names=read_names(row, site, findings),
        attributes={name: row[name] for name in site.area_attributes if row[name]},
        origin=row.where(),
    )


def _check_unique(
    areas: Sequence[Area], by_line: Mapping[int, Row], language: str, findings: list[Finding]
) -> None:
    for column, code in (("code", "E301"), ("slug", "E301"), (f"name_{language}", "W329")):
        seen: dict[str, int] = {}
        for area in areas:
            row = by_line[area.origin.line]
            # Nobody tells «LIMA» from «Lima» on a page.
            value = folded(row[column]) if code == "W329" else row[column]
            if value in seen:
                findings.append(row.finding(code, column, first=str(seen[value])))
            if value:
                seen.setdefault(value, row.line)


def _check_links(
    areas: Sequence[Area], by_line: Mapping[int, Row], findings: list[Finding]
) -> None:
    kinds = {area.code: area.kind for area in areas}
    parents = {area.code: area.parent for area in areas}
    for area in areas:
        row = by_line[area.origin.line]
        is_composite = area.kind is AreaKind.COMPOSITE
        composite = AreaKind.COMPOSITE
        members_fit = all(kinds.get(m, composite) is not composite for m in area.members)
        distinct = len(set(area.members))
        enough = 2 <= distinct == len(area.members) if is_composite else not area.members
        if not (members_fit and enough) and "members" not in row.faulty:
            findings.append(row.finding("E315", "members", **_parted(row["members"], kinds)))
    rows = {area.code: by_line[area.origin.line] for area in areas}
    for code, options in unknown_parents(parents):
        findings.append(rows[code].finding("E316", "parent", options=options))
    for first, circle in circles(parents):
        findings.append(rows[first].finding("E344", "parent", value=circle))
    _check_tiles(areas, by_line, findings)
    countries = [area for area in areas if area.kind is AreaKind.COUNTRY]
    if len(countries) > 1:
        row = by_line[countries[1].origin.line]
        findings.append(row.finding("E328", "kind", count=str(len(countries))))


def _parted(members: str, codes: Collection[str]) -> dict[str, str]:
    """What a finding says of members that are parted by another sign than a space."""
    parts = [part for part in re.split(r"[,;/+\s]+", members) if part]
    is_parted = len(parts) > 1 and all(part in codes for part in parts)
    if not is_parted or parts == members.split():
        return {}
    return {"cause": "members-parted", "fixed": " ".join(parts)}


def _check_tiles(
    areas: Sequence[Area], by_line: Mapping[int, Row], findings: list[Finding]
) -> None:
    """Report areas that would lie on top of each other on the grid of tiles."""
    seen: dict[tuple[str, ...], int] = {}
    for area in areas:
        tile = tuple(area.attributes.get(name, "") for name in _GRID)
        row = by_line[area.origin.line]
        if all(tile) and tile in seen:
            value = ", ".join(tile)
            findings.append(row.finding("E301", _GRID[0], value=value, first=str(seen[tile])))
        seen.setdefault(tile, row.line)
