"""Levels that facts on commissions tell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quipu.model import Location
from quipu.model.register_codes import CommissionEvent, Confidence, FactStatus
from quipu.model.registers import CommissionFact, Proof, Registers
from quipu.periods import Period
from quipu.registers.levels import stated

YEAR = Period(code="2022", start=date(2022, 1, 1), end=date(2022, 12, 31))


@pytest.mark.parametrize(
    ("value", "units", "level"),
    [
        pytest.param(None, {}, 1, id="there is one"),
        pytest.param(Decimal(2), {}, 2, id="of level 2"),
        pytest.param(Decimal(8), {"es": "actividades"}, 1, id="with eight activities"),
    ],
)
def test_a_value_with_a_unit_is_a_count_and_no_level(
    value: Decimal | None, units: dict[str, str], level: int
) -> None:
    """A plan of eight activities is a plan, not one of level 8."""
    proof = Proof(
        confidence=Confidence.OFFICIAL,
        sources=("S01",),
        document="",
        date_seen="",
        review_by=None,
        notes={},
        origin=Location(path="data/registers/commissions.csv", line=2),
    )
    fact = CommissionFact(
        ref_area="PE-CAJ",
        valid_at=YEAR,
        event=CommissionEvent.PLAN,
        status=FactStatus.DONE,
        act="",
        institution="",
        starts=None,
        ends=None,
        value=value,
        units=units,
        statements={"es": "Aprobó su plan."},
        proof=proof,
    )

    (figure,) = stated(CommissionEvent.PLAN)(Registers(commissions=(fact,)))

    assert figure.value == level
