"""The tables that are computed: every score can be redone from them, and names its method."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import replace

import pytest

from quipu.compare import compare
from quipu.method import Method, PeerRule, PeerVariable, Uncertainty
from quipu.model import Catalog
from quipu.score.benchmarks import Benchmarks, benchmark
from quipu.score.derived import DerivedTable, derived_tables
from quipu.score.sheet import Reason
from quipu.tables import DERIVED_NAMES
from quipu.vocab import Aggregation, Direction, Normalisation
from tests.samples import regions
from tests.score.made import AS_OF, core, facts, group, row, worked, worked_matrix
from tests.stats.oracle import REGIONS, near

NAMES = (
    *("comparisons", "peers", "scores", "normalised", "contributions", "draws", "pairs"),
    *("scenarios", "matrix"),
)
HOW = Uncertainty(draws=100, samples=10, seed=4)


def asking(min_coverage: float = 0.65) -> Catalog:
    """The worked example, asked for everything; RE has too little of its capacities."""
    catalog = worked(
        index=Aggregation.GEOMETRIC,
        min_coverage=min_coverage,
        uncertainty=HOW,
        matrix=replace(worked_matrix(min_coverage), setup_indicator="x1"),
    )
    assert catalog.method is not None
    rule = PeerRule(variables=(PeerVariable(indicator="x1"),), count=2)
    return replace(
        catalog,
        method=replace(catalog.method, version="3.7", peers=rule),
        indicators=tuple(replace(i, benchmark="median") for i in catalog.indicators),
    )


def made(catalog: Catalog) -> tuple[Benchmarks, dict[str, list[dict[str, str]]]]:
    """The benchmark of a catalog, and its tables by name: a list of rows by column."""
    found = benchmark(catalog, compare(catalog), AS_OF)
    return found, {table.schema.name: rows_of(table) for table in derived_tables(found)}


def rows_of(table: DerivedTable) -> list[dict[str, str]]:
    """The rows of a table by column; each has a cell for every field."""
    names = [field.name for field in table.schema.fields]
    return [dict(zip(names, cells, strict=True)) for cells in table.rows]


def number(text: str) -> float | None:
    """A cell as a number; None where it is empty."""
    return float(text) if text else None


def test_no_area_may_have_the_name_of_a_computed_table() -> None:
    """The list against which slugs are held is that of the tables there are."""
    _, tables = made(asking())
    assert set(tables) == set(DERIVED_NAMES)


def test_every_row_of_every_table_names_the_version_of_the_method() -> None:
    """Nine tables; not one row can be mistaken for another method's."""
    _, tables = made(asking())
    assert tuple(sorted(tables)) == tuple(sorted(NAMES))
    for name, rows in tables.items():
        assert rows, name
        assert {row["method_version"] for row in rows} == {"3.7"}, name


def test_keys_are_unique_and_complete() -> None:
    """What a table calls its key identifies a row, and is never empty."""
    for table in derived_tables(made(asking())[0]):
        keys = [tuple(line[key] for key in table.schema.primary_key) for line in rows_of(table)]
        assert len(set(keys)) == len(keys), table.schema.name
        assert all(all(key) for key in keys)
        assert table.schema.path == f"datos/{table.schema.name}.csv"
        required = {field.name for field in table.schema.fields if field.required}
        assert required == set(table.schema.primary_key)


def test_cells_are_of_the_type_their_column_says() -> None:
    """Numbers in full precision, whole numbers whole; nothing is NaN."""
    for table in derived_tables(made(asking())[0]):
        kinds = {field.name: field.type for field in table.schema.fields}
        for line in rows_of(table):
            for name, text in line.items():
                if text and kinds[name] == "integer":
                    assert int(text) >= 0
                if text and kinds[name] == "number":
                    assert math.isfinite(float(text)), (table.schema.name, name)


def test_points_are_empty_exactly_when_there_is_a_reason() -> None:
    """In every table that has both; and ranks stand only beside points."""
    _, tables = made(asking())
    for name in ("scores", "normalised", "contributions"):
        for line in tables[name]:
            assert (not line["points"]) == bool(line["reason"]), (name, line)
            assert line["reason"] in {reason.value for reason in Reason}
    for line in tables["scores"]:
        ranks = [bool(line[key]) for key in ("rank_low", "rank_median", "rank_high", "rank_count")]
        assert len(set(ranks)) == 1
        assert not ranks[0] or line["points"]
        assert ranks[0] == (line["level"] != "1" and bool(line["points"]))
        assert bool(line["tier"]) == ranks[0]
    missing = {(t["ref_area"], t["subject"]) for t in tables["scores"] if not t["points"]}
    assert missing == {("RE", "x2"), ("RE", "CAPACITY"), ("RE", "INDEX")}


def test_figures_that_cannot_become_points_have_their_reason_too() -> None:
    """Equal values under min-max: there is a figure, no points, and why."""
    catalog = facts(
        regions(3),
        [group("G")],
        [core("I", "G", low=None, high=None)],
        [row(f"A0{n}", 7, "I") for n in (1, 2, 3)],
        method=Method(version="1", normalisation=Normalisation.MIN_MAX, uncertainty=HOW),
    )
    _, tables = made(catalog)
    for name in ("scores", "normalised", "contributions"):
        own = [line for line in tables[name] if "I" in line.values()]
        assert len(own) == 3
        assert {(line["points"], line["reason"]) for line in own} == {("", "no_spread")}
    assert {line["value"] for line in tables["normalised"]} == {"7"}


@pytest.mark.parametrize("how", list(Aggregation))
def test_contributions_add_up_to_the_scores(how: Aggregation) -> None:
    """Σ share·points, or its geometric or harmonic form: every score to nine digits."""
    catalog = facts(
        regions(4),
        [
            group("R", aggregate=how, min_coverage=0.5),
            group("G", "R", weight=3, aggregate=how, min_coverage=0.5, floor=2.0),
            group("H", "R", aggregate=how),
        ],
        [
            core("I", "G", weight="0.3"),
            core("J", "G", weight="1.7", direction=Direction.LOWER),
            core("K", "H"),
        ],
        [
            row(f"A0{n}", value, code)
            for n, line in enumerate([(10, 93, 55), (0, None, 21), (77, 100, None), (3, 4, 5)], 1)
            for code, value in zip("IJK", line, strict=True)
            if value is not None
        ],
    )
    _, tables = made(catalog)
    floors = {"R": 1.0, "G": 2.0, "H": 1.0}
    parts: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for line in tables["contributions"]:
        if line["points"]:
            pair = (float(line["share"]), float(line["points"]))
            parts[line["ref_area"], line["subject"]].append(pair)
        else:
            assert float(line["share"]) == 0
    checked = 0
    for line in tables["scores"]:
        if line["level"] == "1" or not line["points"]:
            continue
        own = parts[line["ref_area"], line["subject"]]
        assert sum(share for share, _ in own) == near(1)
        floor = floors[line["subject"]]
        raised = [(share, max(points, floor)) for share, points in own]
        again = {
            Aggregation.ARITHMETIC: sum(s * p for s, p in own),
            Aggregation.GEOMETRIC: math.exp(sum(s * math.log(p) for s, p in raised)),
            Aggregation.HARMONIC: 1 / sum(s / p for s, p in raised),
        }[how]
        assert float(line["points"]) == near(again)
        checked += 1
    assert checked == 9


def test_contributions_of_the_axes_add_up_to_the_places() -> None:
    """The axes of the matrix are weighted means of their parts, and named apart from groups."""
    _, tables = made(asking(0.5))
    for line in tables["matrix"]:
        for side in ("capacity", "risk"):
            own = [
                float(part["share"]) * float(part["points"])
                for part in tables["contributions"]
                if (part["ref_area"], part["subject"]) == (line["ref_area"], f"matrix:{side}")
                and part["points"]
            ]
            assert float(line[side]) == near(sum(own))


def test_points_can_be_redone_from_values_and_goalposts() -> None:
    """(value − low) over (high − low), from the worse end to the better one."""
    _, tables = made(asking())
    lower = {"x3", "x4"}
    for line in tables["normalised"]:
        if not line["points"]:
            assert not line["value"]
            assert not line["origin"]
            continue
        low, high, value = (float(line[key]) for key in ("low", "high", "value"))
        points = 100 * (value - low) / (high - low)
        is_turned = line["used_in"] == "score" and line["indicator"] in lower
        assert float(line["points"]) == near(100 - points if is_turned else points)
        assert line["time_period"] == "2024"
        assert line["origin"] == f"data/indicators/{line['indicator']}.csv:2"
    assert {line["used_in"] for line in tables["normalised"]} == {"score", "matrix"}


def test_the_tables_say_what_the_scores_say() -> None:
    """Not rounded, one row an area and subject; draws and pairs are of the same ranks."""
    found, tables = made(asking())
    scores = found.scores
    assert scores is not None
    assert len(tables["scores"]) == len(scores.scores) == 6 * 7
    for line in tables["scores"]:
        one = scores.scores[line["subject"], line["ref_area"]]
        assert number(line["points"]) == (None if one.points is None else near(one.points))
        assert number(line["coverage"]) == one.coverage
        assert number(line["rank_median"]) == (one.rank.median if one.rank else None)
    ranked = {(t["ref_area"], t["subject"]): t for t in tables["scores"] if t["rank_low"]}
    assert {(t["ref_area"], t["subject"]) for t in tables["draws"]} == set(ranked)
    for line in tables["draws"]:
        own = ranked[line["ref_area"], line["subject"]]
        assert (line["draws"], line["seed"]) == ("100", "4")
        assert [line["p5"], line["median"], line["p95"]] == [
            own["rank_low"],
            own["rank_median"],
            own["rank_high"],
        ]
        assert 0 <= float(line["top3"]) <= 1
    for line in tables["pairs"]:
        assert line["ref_area"] != line["other_area"]
        assert 0 <= float(line["probability"]) <= 1
        assert "RE" not in (line["ref_area"], line["other_area"]) or (
            line["subject"] == "RISK_CONTROL"
        )


def test_scenarios_name_their_choices() -> None:
    """Forty numbered combinations for each group of two children."""
    _, tables = made(asking())
    index = [line for line in tables["scenarios"] if line["subject"] == "INDEX"]
    assert {line["scenario"] for line in index} == {str(n) for n in range(1, 41)}
    assert {line["ref_area"] for line in index} == set(REGIONS) - {"RE"}
    assert {line["missing"] for line in index} == {"left_out", "mean"}
    assert {line["scale"] for line in index} == {"method", "z-score"}
    assert {line["aggregate"] for line in index} == {"method", "other"}
    assert {(line["emphasis"], line["emphasis_share"]) for line in index} == {
        ("", ""),
        ("CAPACITY", "0.6"),
        ("CAPACITY", "0.75"),
        ("RISK_CONTROL", "0.6"),
        ("RISK_CONTROL", "0.75"),
    }


def test_the_matrix_as_a_table() -> None:
    """Category, set-up, what is lacking, functions; empty with a reason where unclassified."""
    _, tables = made(asking())
    by_area = {line["ref_area"]: line for line in tables["matrix"]}
    first = by_area["RC"]
    assert (first["category"], first["reason"]) == ("C", "")
    # Set-ups are whole levels: 0.8 is none of them yet, and two are recommended.
    assert (first["setup_current"], first["setup_recommended"], first["gap"]) == ("0", "2", "2")
    assert first["functions"] == "F1 F2 F12 F11"
    assert first["minimum_tasks_done"] == ""
    lacking = by_area["RE"]
    assert (lacking["category"], lacking["reason"]) == ("", "coverage")
    assert (lacking["capacity"], lacking["coverage_capacity"]) == ("", "0.5")
    assert (lacking["setup_recommended"], lacking["gap"], lacking["functions"]) == ("", "", "")
    assert by_area["RD"]["gap"] == "0"


def test_tables_without_rows_are_left_out() -> None:
    """No draws: no tables of draws and pairs; nothing asked: no table at all."""
    quiet = facts(regions(2), [group("G")], [core("I", "G")], [row("A01", 5, "I")])
    _, tables = made(quiet)
    assert set(tables) == {"scores", "normalised", "contributions", "scenarios"}
    _, nothing = made(replace(quiet, method=None))
    assert nothing == {}
