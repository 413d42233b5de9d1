"""The fingerprint of the method: what changes it and what does not."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, replace
from decimal import Decimal

import pytest

from quipu.method import (
    MAX_AGE_MONTHS,
    Axis,
    AxisIndicator,
    Category,
    Disclosure,
    Matrix,
    MatrixFunction,
    Method,
    MethodVersion,
    PeerRule,
    PeerVariable,
    Uncertainty,
)
from quipu.model import Group, Indicator, Location
from quipu.parse.catalog import parse_catalog
from quipu.parse.fingerprint import fingerprint
from quipu.vocab import (
    Aggregation,
    Computed,
    Direction,
    Frequency,
    IndicatorStatus,
    IndicatorType,
    Normalisation,
    Rollup,
    Scope,
)
from tests.roots import FILES, INDICATORS, LIVE, MATRIX_FILE, METHOD_FILE, RULEBOOK
from tests.samples import unit

OTHER = {"es": "Otro texto"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All that the fingerprint is made of."""

    method: Method
    groups: tuple[Group, ...]
    indicators: tuple[Indicator, ...]
    matrix: Matrix | None

    def mark(self) -> str:
        """Their fingerprint."""
        return fingerprint(self.method, self.groups, self.indicators, self.matrix)


def read_rules(files: dict[str, str]) -> Rules:
    """Read the rules of a root."""
    catalog = parse_catalog({path: text.encode() for path, text in files.items()}, [])
    assert catalog.method is not None
    return Rules(
        method=catalog.method,
        groups=catalog.groups,
        indicators=catalog.indicators,
        matrix=catalog.matrix,
    )


RULES = read_rules({**FILES, **RULEBOOK})
SCORED, PLAIN, _ = RULES.indicators
"""One that enters the score and an axis, and one that enters nothing."""


def set_method(**changes: object) -> Rules:
    """Change the method."""
    return replace(RULES, method=replace(RULES.method, **changes))  # type: ignore[arg-type]


def set_peer(**changes: object) -> Rules:
    """Change the first variable of the peers."""
    rule = RULES.method.peers
    assert rule is not None
    first = replace(rule.variables[0], **changes)  # type: ignore[arg-type]
    return set_method(peers=replace(rule, variables=(first, *rule.variables[1:])))


def set_group(**changes: object) -> Rules:
    """Change the second group."""
    first, second = RULES.groups
    return replace(RULES, groups=(first, replace(second, **changes)))  # type: ignore[arg-type]


def set_indicator(**changes: object) -> Rules:
    """Change the indicator that is scored and placed."""
    changed = replace(SCORED, **changes)  # type: ignore[arg-type]
    return replace(RULES, indicators=(changed, *RULES.indicators[1:]))


def set_matrix(**changes: object) -> Rules:
    """Change the matrix."""
    assert RULES.matrix is not None
    return replace(RULES, matrix=replace(RULES.matrix, **changes))  # type: ignore[arg-type]


def set_axis(**changes: object) -> Rules:
    """Change the axis of risk."""
    assert RULES.matrix is not None
    return set_matrix(risk=replace(RULES.matrix.risk, **changes))  # type: ignore[arg-type]


def set_row(**changes: object) -> Rules:
    """Change the indicator of the axis of risk."""
    assert RULES.matrix is not None
    row = RULES.matrix.risk.indicators[0]
    return set_axis(indicators=(replace(row, **changes),))  # type: ignore[arg-type]


def set_category(**changes: object) -> Rules:
    """Change the second category."""
    assert RULES.matrix is not None
    first, second = RULES.matrix.categories
    return set_matrix(categories=(first, replace(second, **changes)))  # type: ignore[arg-type]


def set_function(**changes: object) -> Rules:
    """Change the second function."""
    assert RULES.matrix is not None
    first, second = RULES.matrix.functions
    return set_matrix(functions=(first, replace(second, **changes)))  # type: ignore[arg-type]


def set_draws(**changes: object) -> Rules:
    """Change what is drawn."""
    drawn = replace(RULES.method.uncertainty, **changes)  # type: ignore[arg-type]
    return set_method(uncertainty=drawn)


def set_disclosure(**changes: object) -> Rules:
    """Change what is withheld."""
    rule = replace(RULES.method.disclosure, **changes)  # type: ignore[arg-type]
    return set_method(disclosure=rule)


def set_peers(**changes: object) -> Rules:
    """Change the rule of the peers."""
    assert RULES.method.peers is not None
    return set_method(peers=replace(RULES.method.peers, **changes))  # type: ignore[arg-type]


SETTERS = {
    Method: set_method,
    Uncertainty: set_draws,
    PeerRule: set_peers,
    PeerVariable: set_peer,
    Disclosure: set_disclosure,
    Group: set_group,
    Indicator: set_indicator,
    Matrix: set_matrix,
    Axis: set_axis,
    AxisIndicator: set_row,
    Category: set_category,
    MatrixFunction: set_function,
}
DECIDING: dict[type, dict[str, object]] = {
    Method: {
        "period": "2022",
        "normalisation": Normalisation.MIN_MAX,
        "range": (10.0, 90.0),
        "uncertainty": Uncertainty(),
        "peers": None,
        "disclosure": Disclosure(),
    },
    Uncertainty: {"draws": 400, "samples": 25, "seed": 8, "spread": 0.51},
    PeerRule: {"variables": (), "count": 3},
    PeerVariable: {"indicator": "XX-02", "per": "", "is_log": False},
    Disclosure: {"indicators": ("XX-03",), "threshold": 11},
    Group: {
        "id": "ZZ",
        "parent": "",
        "weight": 1.6,
        "aggregate": Aggregation.HARMONIC,
        "floor": 1.5,
        "min_coverage": 0.66,
    },
    Indicator: {
        "id": "XX-09",
        "group": "YY",
        "type": IndicatorType.RATE,
        "direction": Direction.LOWER,
        "core": False,
        "weight": Decimal(2),
        "goalpost_low": Decimal(1),
        "goalpost_high": Decimal(99),
        "min_denominator": Decimal(10),
        "max_age_months": 25,
        "benchmark": "median",
        "status": IndicatorStatus.RETIRED,
    },
    Matrix: {
        "cells": (("A", "A", "A"), ("A", "B+", "B+"), ("B+", "B+", "B+")),
        "minimum": (),
        "setup_indicator": "",
        "tasks_indicator": "",
        "keep_below": 0.76,
        "cut_step": 2.6,
        "categories": (),
        "capacity": set_axis().matrix.risk,  # type: ignore[union-attr]
        "risk": set_axis().matrix.capacity,  # type: ignore[union-attr]
    },
    Axis: {
        "id": "hazard",
        "indicators": (),
        "cuts": (41.0, 70.0),
        "min_coverage": 0.66,
        "min_indicators": 2,
    },
    AxisIndicator: {
        "id": "XX-02",
        "direction": Direction.HIGHER,
        "weight": 1.1,
        "max_age_months": 12,
    },
    Category: {
        "id": "C",
        "setup_low": 0,
        "setup_high": 3,
        "functions": ("F1", "F2"),
        "review_months": 11,
        "priority": 2,
    },
    MatrixFunction: {},
}
"""Every field that decides a score, a place or what a place recommends, with another value."""
SILENT: dict[type, dict[str, object]] = {
    Method: {
        "version": "9.9",
        "versions": (MethodVersion(version="9.9", date="2025", fingerprint="0", notes=OTHER),),
        "fingerprint": "0",
    },
    Uncertainty: {},
    PeerRule: {},
    PeerVariable: {},
    Disclosure: {},
    Group: {"names": OTHER, "summaries": OTHER},
    Indicator: {
        "names": OTHER,
        "unit": unit("%"),
        "decimals": 3,
        "scope": Scope.COMMISSION,
        "frequency": Frequency.MONTHLY,
        "valid_min": Decimal(-1),
        "valid_max": Decimal(101),
        "owner": "Otra entidad",
        "next_release": "2026",
        "framework_version": "Otra norma",
        "rollup": Rollup.SUM,
        "computed": Computed.SESSIONS_HELD,
        "origin": Location(path="x", line=9),
    },
    Matrix: {
        "labels": OTHER,
        "confidence": OTHER,
        "notice": OTHER,
        "functions": (),
        "setup_levels": (),
        "setup_unknown": OTHER,
        "published": (),
    },
    Axis: {"names": OTHER, "levels": (OTHER, OTHER, OTHER), "awaiting": ("XX-03",)},
    AxisIndicator: {"notes": OTHER},
    Category: {"names": OTHER, "setups": OTHER, "support": OTHER},
    MatrixFunction: {"id": "F9", "names": OTHER, "steps": OTHER},
}
"""Every other field: names, texts, history."""


def cases(table: dict[type, dict[str, object]]) -> list[tuple[type, str]]:
    """List the fields of a table above, one parameter each."""
    return [(kind, key) for kind, fields in table.items() for key in fields]


@pytest.mark.parametrize(
    ("kind", "field"), cases(DECIDING), ids=lambda x: getattr(x, "__name__", x)
)
def test_a_number_that_decides_changes_it(kind: type, field: str) -> None:
    """One field at a time: none is left out of the sum."""
    assert SETTERS[kind](**{field: DECIDING[kind][field]}).mark() != RULES.mark()


@pytest.mark.parametrize(("kind", "field"), cases(SILENT), ids=lambda x: getattr(x, "__name__", x))
def test_a_text_does_not_change_it(kind: type, field: str) -> None:
    """Who corrects a name publishes no new method."""
    changed = SETTERS[kind](**{field: SILENT[kind][field]})
    assert changed != RULES or field == "origin"
    assert changed.mark() == RULES.mark()


@pytest.mark.parametrize("kind", SETTERS, ids=lambda kind: kind.__name__)
def test_no_field_is_forgotten(kind: type) -> None:
    """A new field decides a score or it does not: somebody has to say."""
    names = {field.name for field in dataclasses.fields(kind)}
    assert names == {*DECIDING[kind], *SILENT[kind]}
    assert not set(DECIDING[kind]) & set(SILENT[kind])


def test_all_changes_are_told_apart() -> None:
    """No two of them give the same fingerprint."""
    marks = [SETTERS[kind](**{key: DECIDING[kind][key]}).mark() for kind, key in cases(DECIDING)]
    assert len({*marks, RULES.mark()}) == len(marks) + 1


def test_an_indicator_that_enters_nothing_does_not_count() -> None:
    """Unless it gets a benchmark, or enters the score."""

    def with_plain(**changes: object) -> str:
        changed = replace(PLAIN, **changes)  # type: ignore[arg-type]
        rules = replace(RULES, indicators=(SCORED, changed, *RULES.indicators[2:]))
        return rules.mark()

    assert with_plain(weight=Decimal(9), goalpost_low=Decimal(0)) == RULES.mark()
    assert with_plain(benchmark="median") != RULES.mark()
    assert with_plain(core=True) != RULES.mark()


@pytest.mark.parametrize(
    ("field", "same"),
    [
        ("weight", (None, Decimal(1), Decimal("1.0"), Decimal("1.00"))),
        ("goalpost_high", (Decimal(100), Decimal("100.0"))),
        ("goalpost_low", (Decimal(0), Decimal("0.00"))),
        ("min_denominator", (Decimal(10), Decimal("10.0"))),
        ("max_age_months", (None, MAX_AGE_MONTHS)),
    ],
)
def test_the_same_rule_written_otherwise_does_not_change_it(
    field: str, same: tuple[object, ...]
) -> None:
    """Nor does writing out what holds when a cell is empty: nothing changed."""
    assert len({set_indicator(**{field: value}).mark() for value in same}) == 1


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (METHOD_FILE, "floor = 2", "floor = 2.0"),
        (METHOD_FILE, '[[group]]\nid = "YY"\n', '[[group]]\nid = "YY"\nweight = 1\n'),
        (METHOD_FILE, 'parent = "YY"\n', 'parent = "YY"\nmin_coverage = 0.65\n'),
        (MATRIX_FILE, "weight = 2\n", "weight = 2.0\n"),
        (MATRIX_FILE, 'direction = "lower"\n', 'direction = "lower"\nweight = 1\n'),
        (MATRIX_FILE, "cuts = [30, 60.5]", "cuts = [30.0, 60.50]"),
        (INDICATORS, ",0,100,1,yes,0,100,,24,", ",0.0,100.0,1.0,yes,0,100,,24,"),
        (INDICATORS, ",0,100,1,yes,0,100,,24,", ",0,100,,yes,0,100,,,"),
    ],
)
def test_no_way_of_writing_a_number_changes_it(path: str, old: str, new: str) -> None:
    """From the files to the sum: a spreadsheet that adds or drops a zero changes no rule."""
    files = {**FILES, **RULEBOOK}
    assert files[path].count(old) == 1
    changed = read_rules({**files, path: files[path].replace(old, new)})
    assert changed.mark() == RULES.mark()


def test_an_indicator_of_the_matrix_alone_counts() -> None:
    """Its goalposts place areas although it enters no score; its group does not matter."""
    outside = replace(SCORED, core=False)
    marks = {
        replace(RULES, indicators=(changed,)).mark()
        for changed in (
            outside,
            replace(outside, group="YY"),
            replace(outside, goalpost_high=Decimal(90)),
        )
    }
    assert len(marks) == 2
    without = {
        replace(RULES, indicators=(changed,), matrix=None).mark()
        for changed in (outside, replace(outside, goalpost_high=Decimal(90)))
    }
    assert len(without) == 1


def test_order_of_the_tree_counts_and_so_does_the_matrix() -> None:
    """Siblings are drawn in file order; without a matrix there are no places."""
    assert replace(RULES, groups=RULES.groups[::-1]).mark() != RULES.mark()
    assert replace(RULES, matrix=None).mark() != RULES.mark()


def test_figures_do_not_change_it() -> None:
    """A corrected value is news of the area, not of the method."""
    figures = FILES[LIVE].replace("25.5", "35.5")
    assert figures != FILES[LIVE]
    assert read_rules({**FILES, **RULEBOOK, LIVE: figures}).mark() == RULES.mark()


def test_its_shape() -> None:
    """What data/method-versions.csv takes, the same on every machine."""
    assert re.fullmatch("[0-9a-f]{16}", RULES.mark())
    assert RULES.mark() == "a9c2abf4aec01e14"
