"""Agencies, risks and advice: what is read of them, and what follows."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from quipu.findings import Finding
from quipu.model import Catalog, Location
from quipu.model.agencies import AgencyState, Band, Risk, RiskControl
from quipu.model.registers import RegisterRow
from quipu.parse.registers.advice import with_advice
from quipu.periods import UNDATED
from quipu.registers.agencies import band, current, inherent, residual
from tests.advice import ADVICE, FILES
from tests.roots import minimal_root, read_root


@pytest.fixture
def facts(tmp_path: Path) -> Catalog:
    """The synthetic root with agencies, risks and a card."""
    root = minimal_root(tmp_path)
    ADVICE(root)
    return read_root(root)[0]


def controls_of(facts: Catalog, *effects: str | None) -> tuple[RiskControl, ...]:
    """Controls of these effects; None: nobody assessed it."""
    one = facts.advice.controls[0]
    return tuple(
        replace(one, effectiveness=None if effect is None else Decimal(effect))
        for effect in effects
    )


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("0.5", Band.LOW),
        ("1", Band.LOW),
        ("4", Band.LOW),
        ("4.9", Band.LOW),
        ("5", Band.MEDIUM),
        ("9", Band.MEDIUM),
        ("10", Band.HIGH),
        ("14", Band.HIGH),
        ("14.99", Band.HIGH),
        ("15", Band.VERY_HIGH),
        ("25", Band.VERY_HIGH),
    ],
)
def test_bands_have_their_bounds(level: str, expected: Band) -> None:
    """What lies between two bands is in the lower one."""
    assert band(Decimal(level)) is expected


def test_a_risk_is_likelihood_times_impact(facts: Catalog) -> None:
    """Both as they were written."""
    assert [inherent(risk) for risk in facts.advice.risks] == [12, 20]


@pytest.mark.parametrize(
    ("effects", "expected"),
    [
        ((), "12"),
        (("0.5", "0.25"), "6"),
        (("0.25", None), "9"),
        (("0",), "12"),
        (("1",), "0"),
        ((None,), None),
    ],
)
def test_the_best_control_counts(
    facts: Catalog, effects: tuple[str | None, ...], expected: str | None
) -> None:
    """The highest effectiveness alone; a control that nobody assessed is not one of zero."""
    risk: Risk = facts.advice.risks[0]
    found = residual(risk, controls_of(facts, *effects))
    assert found == (None if expected is None else Decimal(expected))


def test_a_mention_does_not_hide_what_was_created(facts: Catalog) -> None:
    """The latest fact counts, unless it only mentions the agency."""
    told = current(fact for fact in facts.advice.agencies if fact.ref_area == "PE-AAA")
    assert told is not None
    assert told.state is AgencyState.CONSTITUTED
    mention = facts.advice.agencies[1]
    assert current([mention]) is mention
    assert current([]) is None
    undated = replace(told, valid_at=UNDATED, state=AgencyState.ANNOUNCED)
    assert current([undated, told]) is told


def test_what_nobody_published_is_not_no(facts: Catalog) -> None:
    """An empty cell is neither yes nor no."""
    first = facts.advice.agencies[0]
    assert (first.has_integrity_seat, first.has_conflicts_register) == (True, False)
    assert (first.has_rules, first.has_minutes) == (None, None)


def test_rows_are_registers_like_the_others(facts: Catalog) -> None:
    """The downloads have them, with the line each stands on."""
    rows = facts.registers.rows
    assert {name: len(kept) for name, kept in rows.items()} == {
        "agencies": 3,
        "risks": 2,
        "risk_controls": 3,
        "advice_questions": 2,
        "advice_mitigations": 1,
    }
    assert rows["risks"][1].cells["id"] == "A-2"
    assert rows["risks"][1].origin.line == 3


def test_a_norm_on_the_list_is_known(facts: Catalog) -> None:
    """Nothing else is wrong with the synthetic files."""
    norm = RegisterRow(cells={"id": "una-norma"}, origin=Location(path="norms.csv", line=2))
    listed = replace(facts, registers=replace(facts.registers, rows={"norms": (norm,)}))
    files = {path: text.encode() for path, text in FILES.items()}
    findings: list[Finding] = []
    with_advice(listed, files, findings)
    assert findings == []


def test_questions_stand_by_their_number(facts: Catalog) -> None:
    """Whatever their order in the file, and those of a card alone."""
    advice = replace(facts.advice, questions=facts.advice.questions[::-1])
    assert [question.number for question in advice.questions_of("una-tarjeta")] == [1, 2]
    assert advice.questions_of("otra") == ()
    assert len(advice.mitigations_of("una-tarjeta")) == 1
    assert [control.risk for control in advice.controls_of("A-2")] == ["A-2"]
