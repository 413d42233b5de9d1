"""Pure. All that regions stated themselves, once everything else that they cite was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from quipu.findings import Finding
from quipu.model import Catalog
from quipu.parse.registers.priorities import check_cited, read_priorities
from quipu.parse.registers.replies import read_replies


def with_stated(
    catalog: Catalog, files: Mapping[str, bytes], findings: list[Finding]
) -> Catalog:
    """The catalog with the priorities and the replies that its documents hold.

    Args:
        catalog: The facts of the root; its SWOT items and actions were read with the registers.
        files: The bytes of the root's files, by path.
        findings: What is wrong is added here.
    """
    stated = catalog.registers.stated
    stated = replace(
        stated,
        priorities=read_priorities(catalog, files, stated, findings),
        replies=read_replies(catalog, files, findings),
    )
    check_cited(catalog, stated, findings)
    return replace(catalog, registers=replace(catalog.registers, stated=stated))
