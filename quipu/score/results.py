"""Pure. Whether the figure that a practice names improved: the test of every change, applied to it.

That a figure improved after a practice does not say that the practice was the cause.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from quipu.model import Catalog, Observation
from quipu.model.library import Practice
from quipu.score.movement import Move, Movement, movements
from quipu.vocab import ObsStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the figures of a practice say."""

    before: Observation
    after: Observation
    movement: Movement | None
    """None where one of the two figures may not be compared: quality C or D."""

    @property
    def is_measured(self) -> bool:
        """Whether the test says that the figure improved, beyond chance."""
        return self.movement is not None and self.movement.move is Move.IMPROVED


def result(catalog: Catalog, practice: Practice) -> Result | None:
    """Test the change that a practice claims.

    Args:
        catalog: The figures.
        practice: Its area, indicator and the periods before and after.

    Returns:
        The two figures and what may be said of their difference, at the level at which the
        site judges every change; None where the practice names none, or they are not there.
    """
    claim = practice.claim
    indicator = catalog.indicators_by_id.get(claim.indicator) if claim else None
    if claim is None or indicator is None:
        return None
    series = sorted(
        (
            row
            for row in catalog.observations_by_indicator[indicator.id]
            if row.ref_area == practice.ref_area and row.value is not None
        ),
        key=lambda row: row.period.sort_key,
    )
    by_code = {row.period.code: row for row in series}
    before, after = by_code.get(claim.before), by_code.get(claim.after)
    if before is None or after is None:
        return None
    if not (before.quality.is_comparable and after.quality.is_comparable):
        return Result(before=before, after=after, movement=None)
    found = movements(indicator, {practice.ref_area: (before, after)})[practice.ref_area]
    keys = before.period.sort_key, after.period.sort_key
    if any(
        row.status is ObsStatus.BREAK and keys[0] < row.period.sort_key <= keys[1] for row in series
    ):
        found = replace(found, move=Move.BREAK, lower=None, upper=None)
    return Result(before=before, after=after, movement=found)
