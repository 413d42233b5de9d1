"""Pure. What the check says of a draft before anything of it is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from quipu.findings import Finding, in_order
from quipu.memory.guard import guard
from quipu.model import Catalog
from quipu.new.draft import Draft, Root
from quipu.new.figures import relocated
from quipu.parse.catalog import parse_catalog
from quipu.parse.consequences import without_consequences
from quipu.parse.registers.figures import without_ahead
from quipu.rules import check as check_rules


def root_of(files: Mapping[str, bytes], today: date) -> Root:
    """Read and check the files of a root, as they stand on a day."""
    catalog, findings = _checked(files, today)
    return Root(files=files, catalog=catalog, findings=findings, today=today)


def consequences(root: Root, draft: Draft) -> tuple[Finding, ...]:
    """What the check will say that it does not say now.

    Args:
        root: The root as it stands.
        draft: What is to be added to it.

    Returns:
        The new findings, in reading order; those of figures that a person brought point at the
        person's own table.
    """
    files = {**root.files, **{write.path: write.body for write in draft.writes}}
    _, after = _checked(dict(sorted(files.items())), root.today)
    before = {_told(found) for found in root.findings}
    new = [found for found in after if _told(found) not in before]
    table = draft.writes[0].path
    return in_order(relocated(found, table, draft.rows) for found in new)


def _told(finding: Finding) -> tuple[object, ...]:
    """What makes two findings the same."""
    return (finding.code, finding.where, finding.field, tuple(sorted(finding.params.items())))


def _checked(files: Mapping[str, bytes], today: date) -> tuple[Catalog, tuple[Finding, ...]]:
    findings: list[Finding] = []
    catalog = without_ahead(parse_catalog(files, findings), today)
    findings += check_rules(catalog, today)
    findings += guard(catalog, today, ())
    return catalog, in_order(without_consequences(findings))
