"""Pure. Which figures a declared reason speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from quipu.model import FigureKey, Reason


def explains(reason: Reason, key: FigureKey, after: str) -> bool:
    """Whether a reason speaks of a figure that became *after*."""
    return covers(reason, key) and (not reason.is_of_one or same_value(reason.after, after))


def covers(reason: Reason, key: FigureKey) -> bool:
    """Whether a reason speaks of a figure, whatever it became."""
    indicator, area, period = key
    return (
        reason.indicator == indicator
        and reason.ref_area in ("", area)
        and reason.time_period in ("", period)
    )


def by_subject(reasons: Iterable[Reason]) -> Mapping[FigureKey, Sequence[Reason]]:
    """Reasons by what they speak of; empty parts of a key stand for all areas or periods."""
    found: dict[FigureKey, list[Reason]] = {}
    for r in reasons:
        found.setdefault((r.indicator, r.ref_area, r.time_period), []).append(r)
    return found


def speaking_of(reasons: Mapping[FigureKey, Sequence[Reason]], key: FigureKey) -> Iterator[Reason]:
    """The reasons that cover a figure, those of it alone first."""
    indicator, area, period = key
    for subject in ((area, period), (area, ""), ("", period), ("", "")):
        yield from reasons.get((indicator, *subject), ())


def same_value(one: str, other: str) -> bool:
    """Whether two cells hold the same value, or both none."""
    return one == other or bool(one and other and Decimal(one) == Decimal(other))
