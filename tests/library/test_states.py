"""States on a day: whether a course is open, how soon requests are answered."""

from __future__ import annotations

from datetime import date

import pytest

from quipu.model.library import CourseState, Request, RequestState, Urgency, answers
from tests.library.shown import PROOF, course

DAY = date(2025, 6, 30)


@pytest.mark.parametrize(
    ("valid_at", "next_start", "checked_on", "state"),
    [
        ("", "2025-09-01", "2025-06-01", CourseState.OPEN),
        # It is open on the very day on which it starts, and 180 days after the link was opened.
        ("", "2025-06-30", "2025-01-01", CourseState.OPEN),
        ("", "2025-09-01", "2024-12-31", CourseState.STALE),
        ("", "2025-09-01", "", CourseState.SEEN),
        ("", "", "", CourseState.SEEN),
        ("", "", "2025-06-01", CourseState.SEEN),
        ("", "", "2024-06-01", CourseState.STALE),
        ("", "2025-06-29", "2025-06-01", CourseState.PAST),
        ("2024", "", "", CourseState.PAST),
        ("2024", "", "2020-01-01", CourseState.PAST),
        ("2025", "", "", CourseState.SEEN),
        ("2024", "2025-09-01", "2025-06-01", CourseState.OPEN),
        ("2024", "2025-01-01", "2025-06-01", CourseState.PAST),
    ],
)
def test_a_course_is_open_only_when_somebody_looked(
    valid_at: str, next_start: str, checked_on: str, state: CourseState
) -> None:
    """With a day on which it starts; what is over stays told whether its link answers or not."""
    made = course(valid_at=valid_at, next_start=next_start, checked_on=checked_on)
    assert made.state(DAY) is state


def _request(number: int, days: int | None) -> Request:
    opened = date(2025, 1, 1)
    return Request(
        id=f"A-{number}",
        ref_area="PE-AAA",
        requesters={},
        topics=(),
        urgency=Urgency.LOW,
        state=RequestState.OPEN,
        opened=opened,
        answered_on=None if days is None else date(2025, 1, 1 + days),
        providers={},
        outcomes={},
        proof=PROOF,
    )


@pytest.mark.parametrize(
    ("days", "count", "middle"),
    [
        ([], 0, None),
        ([None, None], 0, None),
        ([1, 2, 3, 4], 4, None),
        ([1, 2, 3, 4, None], 4, None),
        ([9, 1, 2, 20, 4], 5, 4.0),
        ([1, 2, 3, 4, 5, 20, None], 6, 3.5),
    ],
)
def test_a_median_takes_five_answers(
    days: list[int | None], count: int, middle: float | None
) -> None:
    """Of fewer only their number is told; requests without an answer are not counted."""
    found = answers([_request(n, each) for n, each in enumerate(days)])
    assert (found.count, found.median_days) == (count, middle)
