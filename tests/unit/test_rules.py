"""Rules across rows: where they begin and where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.roots import LIVE, RETIRED, append, cell, minimal_root, read_root


def codes(root: Path) -> list[str]:
    """Return what is found in a root."""
    return [finding.code for finding in read_root(root)[1]]


@pytest.mark.parametrize(
    ("period", "found"),
    [
        *(("2025", []), ("2025-S1", []), ("2025-06-30", []), ("2024/2025-Q2", [])),
        *(("2025-07", ["E311"]), ("2025-S2", ["E311"]), ("2023/2025", ["E311"])),
    ],
)
def test_the_running_year_is_no_future(period: str, found: list[str], tmp_path: Path) -> None:
    """The synthetic edition is of 30 June 2025."""
    root = minimal_root(tmp_path)
    cell(LIVE, 3, "time_period", period)(root)
    assert codes(root) == found


def test_a_forecast_may_lie_ahead(tmp_path: Path) -> None:
    """That is what a forecast is."""
    root = minimal_root(tmp_path)
    cell(LIVE, 3, "time_period", "2030")(root)
    cell(LIVE, 3, "obs_status", "F")(root)
    assert codes(root) == []


@pytest.mark.parametrize(
    ("after", "found"), [("29", []), ("30", []), ("99", []), ("301", ["W326"]), ("0", [])]
)
def test_small_counts_may_jump(after: str, found: list[str], tmp_path: Path) -> None:
    """From 3 to 30 happens; from 3 to 301 is more likely a slip."""
    root = minimal_root(tmp_path)
    append(RETIRED, f"PE-AAA,2020,{after},,,,,A,A,S1,,,\n")(root)
    assert codes(root) == found


def test_a_ratio_may_be_rounded(tmp_path: Path) -> None:
    """The value is as exact as it is written."""
    root = minimal_root(tmp_path)
    for column, text in (("numerator", "1"), ("denominator", "3"), ("value", "33.3")):
        cell(LIVE, 3, column, text)(root)
    assert codes(root) == []
    cell(LIVE, 3, "value", "33.30")(root)
    assert codes(root) == ["E309"]
