"""Pure. ``data/areas.csv`` to areas."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quipu.findings import Finding
from quipu.model import Area, Location, SiteSettings
from quipu.parse.cells import read_code, read_matching
from quipu.parse.table import Columns, Row, read_table
from quipu.vocab import AreaKind

PATH = "data/areas.csv"

_CODE = re.compile(r"[A-Z0-9]+(?:[-+][A-Z0-9]+)*")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


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
    _check_unique(areas, by_line, findings)
    _check_links(areas, by_line, findings)
    return tuple(areas)


def _area(row: Row, site: SiteSettings, findings: list[Finding]) -> Area | None:
    code = read_matching(row, "code", _CODE, "PE-CUS · 080101 · PE-LIM+PE-LMA", findings)
    kind = read_code(row, "kind", AreaKind, findings)
    slug = read_matching(row, "slug", _SLUG, "cusco · lima-metropolitana (a-z, 0-9, -)", findings)
    if not code or kind is None:
        return None
    if not slug and not row["slug"] and kind in site.page_kinds:
        findings.append(row.finding("E211", "slug"))
    return Area(
        code=code,
        kind=kind,
        parent=row["parent"],
        members=tuple(row["members"].split()),
        slug=slug,
        names={lang: row[f"name_{lang}"] for lang in site.languages if row[f"name_{lang}"]},
        attributes={name: row[name] for name in site.area_attributes if row[name]},
        origin=row.where(),
    )


def _check_unique(
    areas: Sequence[Area], by_line: Mapping[int, Row], findings: list[Finding]
) -> None:
    for column, code in (("code", "E301"), ("slug", "E301"), ("name", "W329")):
        seen: dict[str, Location] = {}
        for area in areas:
            row = by_line[area.origin.line]
            name = next(iter(area.names.values()), "")
            value = {"code": area.code, "slug": area.slug, "name": name}[column]
            if not value:
                continue
            if value in seen:
                where = column if column in row.order else ""
                first = str(seen[value].line)
                findings.append(row.finding(code, where, value=value, first=first))
            seen.setdefault(value, area.origin)


def _check_links(
    areas: Sequence[Area], by_line: Mapping[int, Row], findings: list[Finding]
) -> None:
    kinds = {area.code: area.kind for area in areas}
    parents = {area.code: area.parent for area in areas}
    for area in areas:
        row = by_line[area.origin.line]
        if area.parent and (area.parent not in kinds or leads_back(area.code, parents)):
            findings.append(row.finding("E316", "parent", options=", ".join(list(kinds)[:6])))
        is_composite = area.kind is AreaKind.COMPOSITE
        members_fit = all(kinds.get(m, AreaKind.COMPOSITE) is not AreaKind.COMPOSITE for m in area.members)
        enough = len(set(area.members)) >= 2 if is_composite else not area.members
        if not (members_fit and enough):
            findings.append(row.finding("E315", "members"))
    countries = [area for area in areas if area.kind is AreaKind.COUNTRY]
    if len(countries) > 1:
        row = by_line[countries[1].origin.line]
        findings.append(row.finding("E328", "kind", value=str(len(countries))))


def leads_back(code: str, parents: Mapping[str, str]) -> bool:
    """Whether following parents from *code* comes back to a code already seen."""
    seen = {code}
    current = parents.get(code, "")
    while current:
        if current in seen:
            return True
        seen.add(current)
        current = parents.get(current, "")
    return False
