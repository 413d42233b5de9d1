"""Pure. A figure that was counted in a register, before it is graded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from quipu.model.registers import Proof
from quipu.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What was counted of an area in a period, before it is graded."""

    area: str
    period: Period
    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    proof: Proof
    told: Mapping[str, str]
