"""Rules across rows: where they begin and where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.roots import (
    INDICATORS,
    LIVE,
    METHOD,
    METHOD_FILE,
    RETIRED,
    append,
    cell,
    minimal_root,
    read_root,
    replace,
    write,
)


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


@pytest.mark.parametrize(
    "benchmark", ["", "national", "median", "peers", "target:95", "target:-0.5", "target:0.125"]
)
def test_known_benchmarks(benchmark: str, tmp_path: Path) -> None:
    """Three words, or a number to reach."""
    root = minimal_root(tmp_path)
    cell(INDICATORS, 2, "benchmark", benchmark)(root)
    assert codes(root) == []


def test_goalposts_are_needed_where_points_are_made_of_them(tmp_path: Path) -> None:
    """Not without a method, not for other points, not before there are figures."""
    root = minimal_root(tmp_path)
    cell(INDICATORS, 2, "goalpost_low", "")(root)
    assert codes(root) == []
    write(METHOD_FILE, METHOD)(root)
    assert codes(root) == ["E337", "W514"]
    replace(METHOD_FILE, "[[group]]", '[normalise]\nmethod = "min-max"\n\n[[group]]')(root)
    assert codes(root) == ["W514", "W507"]
    minimal_root(tmp_path)
    cell(INDICATORS, 3, "core", "yes")(root)
    write(METHOD_FILE, METHOD)(root)
    assert codes(root) == ["W514"]


def test_a_score_takes_no_count_and_nothing_without_a_better_end(tmp_path: Path) -> None:
    """Each is told once, of the indicator that says so; others may be as they are."""
    root = minimal_root(tmp_path)
    assert codes(root) == []
    cell(INDICATORS, 4, "core", "yes")(root)
    assert codes(root) == ["E335"]
    cell(INDICATORS, 4, "direction", "lower")(root)
    assert codes(root) == ["E336"]
    cell(INDICATORS, 4, "type", "rate")(root)
    assert codes(root) == []


_HEADER = "ref_area,time_period,value,numerator,denominator,obs_status,quality,source\n"
_DISCLOSURE = '[disclosure]\nindicators = ["XX-03"]\nthreshold = 10\n\n[[group]]'


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("PE-AAA 0", "PE-BBB 10"), []),
        (("PE-AAA 1", "PE-BBB 10"), ["E339"]),
        (("PE-AAA 9", "PE-BBB 10"), ["E339"]),
        (("PE-AAA 9", "PE-BBB 1"), ["E339", "E339"]),
        (("PE 60", "PE-AAA Q", "PE-BBB 40", "PE-CCC 20"), ["E340"]),
        (("PE 60", "PE-AAA Q", "PE-BBB 40", "PE-CCC Q"), []),
        (("PE Q", "PE-AAA Q", "PE-BBB 40", "PE-CCC 20"), []),
        (("PE-AAA Q", "PE-BBB 40", "PE-CCC 20"), []),
        (("PE 9", "PE-AAA 0"), []),
    ],
)
def test_small_counts_are_withheld(rows: tuple[str, ...], found: list[str], tmp_path: Path) -> None:
    """From 1 to one less than the threshold; beside a total a second one is withheld too."""
    root = minimal_root(tmp_path)
    write(METHOD_FILE, METHOD.replace("[[group]]", _DISCLOSURE, 1))(root)
    lines = [
        f"{area},2019,,,,Q,A,S1\n" if count == "Q" else f"{area},2019,{count},,,A,A,S1\n"
        for area, count in (row.split() for row in rows)
    ]
    write(RETIRED, _HEADER + "".join(lines))(root)
    assert [code for code in codes(root) if code not in ("W217", "W514")] == found
    write(METHOD_FILE, METHOD)(root)
    assert {*codes(root)} <= {"W217", "W514"}
