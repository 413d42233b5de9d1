"""Pure. Where an indicator should go: its direction and its target, as far as they are said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quipu.findings import Finding
from quipu.importing.figures import SeriesKey, plain_number
from quipu.importing.metadata import Described
from quipu.importing.nodes import Node
from quipu.vocab import Direction

_TARGET = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,9})?")
_DIRECTIONS = {"positive": Direction.HIGHER, "negative": Direction.LOWER}
_USED = ("series", "unit", "disaggregation", "direction", "target", "value", "label_content")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What an entry of the configuration says, and of which series."""

    series: str
    unit: str
    parts: frozenset[tuple[str, str]]
    direction: Direction | None
    target: Node | None

    @property
    def detail(self) -> int:
        """How closely it says which series it means."""
        return bool(self.series) + bool(self.unit) + len(self.parts)

    def covers(self, key: SeriesKey) -> bool:
        """Whether it speaks of a series, be it of everyone or of some."""
        is_measure = self.series in ("", key.series) and self.unit in ("", key.unit)
        return is_measure and self.parts <= set(key.parts)

    def means(self, key: SeriesKey) -> bool:
        """Whether its target is one of this very series: what is for all is not for each part."""
        return self.covers(key) and self.parts == set(key.parts)


def directions(described: Described, keys: Sequence[SeriesKey]) -> dict[SeriesKey, Direction]:
    """Which end of each series is the good one; neutral unless the repository says it."""
    entries = [entry for entry in _options(described) if entry.direction]
    found = {}
    for key in keys:
        fit = [entry for entry in entries if entry.covers(key)]
        most = max((entry.detail for entry in fit), default=0)
        said = {entry.direction for entry in fit if entry.detail == most}
        only = said.pop() if len(said) == 1 else None
        found[key] = only or Direction.NEUTRAL
    return found


def targets(
    described: Described, keys: Sequence[SeriesKey], findings: list[Finding]
) -> dict[SeriesKey, str]:
    """The target of each series that has exactly one, as the contract writes it.

    Args:
        described: The indicator.
        keys: Its series.
        findings: Targets that are not carried, and settings beside them, are added here.
    """
    entries = [entry for entry in _entries(described, findings) if entry.target is not None]
    found: dict[SeriesKey, dict[str, Node]] = {}
    for entry in entries:
        node = entry.target
        assert node is not None  # the others were left out
        number = plain_number(node.text.strip()) or ""
        meant = [key for key in keys if entry.means(key)]
        if not _TARGET.fullmatch(number):
            findings.append(_lost(node, "import-target-number"))
        elif not meant:
            findings.append(_lost(node, "import-target-unmatched"))
        for key in meant if _TARGET.fullmatch(number) else ():
            found.setdefault(key, {}).setdefault(number, node)
    for numbers in found.values():
        if len(numbers) > 1:
            findings += [_lost(node, "import-target-many") for node in numbers.values()]
    return {key: next(iter(numbers)) for key, numbers in found.items() if len(numbers) == 1}


def _options(described: Described) -> Iterator[_Entry]:
    for part in described.get("progress_calculation_options").parts:
        yield _entry(part, "target")


def _entries(described: Described, findings: list[Finding]) -> Iterator[_Entry]:
    yield from _options(described)
    for part in described.get("graph_target_lines").parts:
        yield _entry(part, "value")
    for key in ("progress_calculation_options", "graph_target_lines"):
        for part in described.get(key).parts:
            for name, node in part.members():
                if name not in _USED and not node.is_empty:
                    field, params = f"{key}.{name}", {"value": node.summary}
                    where = node.where
                    findings.append(Finding(code="W917", where=where, field=field, params=params))


def _entry(part: Node, target: str) -> _Entry:
    given = part.get(target)
    return _Entry(
        series=part.get("series").text,
        unit=part.get("unit").text,
        parts=frozenset(
            (one.get("field").text, one.get("value").text)
            for one in part.get("disaggregation").parts
        ),
        direction=_DIRECTIONS.get(part.get("direction").text.casefold()),
        target=None if given.is_empty else given,
    )


def _lost(node: Node, form: str) -> Finding:
    params = {"value": node.text, "form": form}
    return Finding(code="W920", where=node.where, params=params)
