"""Pure. All that regions stated themselves, once everything else that they cite was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from quipu.findings import Finding
from quipu.model import Catalog
from quipu.model.priorities import Stated
from quipu.parse.registers.priorities import check_cited, read_priorities
from quipu.parse.registers.reading import Desk
from quipu.parse.registers.replies import read_replies
from quipu.parse.registers.swot import read_actions, read_swot
from quipu.parse.registers.together import check_twice


def with_stated(catalog: Catalog, files: Mapping[str, bytes], findings: list[Finding]) -> Catalog:
    """The catalog with SWOT items, priorities and their actions, and replies.

    Args:
        catalog: The facts of the root, with its documents and the other registers.
        files: The bytes of the root's files, by path.
        findings: What is wrong is added here.
    """
    desk = Desk(
        files=files,
        site=catalog.site,
        areas=catalog.areas_by_code,
        sources=catalog.sources_by_id,
        findings=findings,
        institutions=catalog.registers.institutions,
        topics=catalog.registers.topics,
    )
    items, actions = read_swot(desk), read_actions(desk)
    check_twice(desk.rows, findings)
    rows = {**catalog.registers.rows, **desk.rows}
    catalog = replace(catalog, registers=replace(catalog.registers, rows=rows))
    stated = Stated(
        swot=items,
        actions=actions,
        priorities=read_priorities(catalog, files, items, findings),
        replies=read_replies(catalog, files, findings),
    )
    check_cited(catalog, stated, findings)
    return replace(catalog, stated=stated)
