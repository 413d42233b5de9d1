"""Synthetic editions and reasons: made-up figures that stand for no real place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from quipu.findings import Finding
from quipu.memory.changes import History, history_of
from quipu.memory.frozen import definitions_of, figures_of
from quipu.memory.guard import guard
from quipu.model import Catalog, FrozenEdition, Location, Memory, Reason, RevisionKind
from tests.samples import catalog, indicator, observation, regions

AS_OF = date(2026, 3, 31)
CODE = "T-01"


def facts(values: Mapping[tuple[str, str], str | int | None], **measure: object) -> Catalog:
    """Gather the values of an indicator, by area and period."""
    rows = [
        observation(area, value, period, line=n)
        for n, ((area, period), value) in enumerate(values.items(), start=2)
    ]
    return catalog(regions(6), [replace(indicator(CODE), **measure)], rows)  # type: ignore[arg-type]


def edition(
    then: Catalog,
    name: str = "2025-12",
    day: str = "2025-12-31",
    reasons: tuple[Reason, ...] = (),
) -> FrozenEdition:
    """Freeze facts as an edition, with the reasons that were declared by then."""
    return FrozenEdition(
        name=name,
        date=day,
        file_count=3,
        size_bytes=1_500_000,
        sha256="0" * 64,
        notes={"es": "Edición sintética."},
        figures=figures_of(then),
        definitions=definitions_of(then),
        reasons=frozenset(one.mark for one in reasons),
        origin=Location(path="data/editions.csv", line=2),
    )


def reason(
    area: str = "A01",
    period: str = "2024",
    before: str = "10",
    after: str = "11",
    *,
    day: str = "2026-02-01",
    kind: RevisionKind = RevisionKind.CORRECTION,
    line: int = 2,
) -> Reason:
    """Say why a figure changed."""
    return Reason(
        indicator=CODE,
        ref_area=area,
        time_period=period,
        before=before,
        after=after,
        kind=kind,
        date=day,
        texts={"es": "Razón sintética.", "en": "Synthetic reason."},
        origin=Location(path="data/revisions.csv", line=line),
    )


def remembering(
    now: Catalog, *editions: FrozenEdition, reasons: tuple[Reason, ...] = ()
) -> Catalog:
    """Give facts a past."""
    return replace(now, memory=Memory(editions=editions, reasons=reasons))


def history(now: Catalog, *editions: FrozenEdition, reasons: tuple[Reason, ...] = ()) -> History:
    """Tell the past of facts."""
    return history_of(remembering(now, *editions, reasons=reasons), AS_OF)


def found(
    now: Catalog, *editions: FrozenEdition, reasons: tuple[Reason, ...] = ()
) -> list[Finding]:
    """Hold facts against their past."""
    return list(guard(remembering(now, *editions, reasons=reasons), AS_OF))
