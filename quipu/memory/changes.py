"""Pure. What changed of what was published, when and why: the log that readers see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from quipu.memory.frozen import differences, figures_of
from quipu.memory.reasons import by_subject, explains, same_value, speaking_of
from quipu.memory.recounted import counted_in
from quipu.model import Catalog, FigureKey, FrozenEdition, Reason, ReasonMark, RevisionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure that was published and is another one now, or none; or many of an indicator."""

    indicator: str
    ref_area: str
    """Empty: of all areas."""
    time_period: str
    """Empty: of all periods."""
    before: str
    """As it was published, in the unit of the indicator; empty: of many figures."""
    after: str
    """What stands instead; empty: it was withdrawn."""
    date: str
    """YYYY-MM-DD: the day given with the reason, else that of the edition that shows it."""
    reason: Reason | None
    """None: nobody said why."""
    registers: tuple[str, ...] = ()
    """Those in which the figure was counted again; empty: it is typed, or somebody said why."""

    @property
    def kind(self) -> RevisionKind | None:
        """Whether better data came or a mistake was mended; None where nobody said."""
        if self.reason is None:
            return RevisionKind.REVISION if self.registers else None
        return self.reason.kind

    @property
    def key(self) -> FigureKey:
        """Which figure it is."""
        return self.indicator, self.ref_area, self.time_period

    @property
    def is_of_one(self) -> bool:
        """Whether it is of a single figure, with its values."""
        return bool(self.ref_area and self.time_period)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The figures of an edition, or those of today."""

    name: str
    """Of the edition; empty: today."""
    date: str
    figures: Mapping[FigureKey, str]
    reasons: Collection[ReasonMark]
    """Those that were declared by then."""


def stages(catalog: Catalog, as_of: date) -> tuple[Stage, ...]:
    """What each edition published, oldest first, and then what is published now."""
    frozen = (
        Stage(name=e.name, date=e.date, figures=e.figures, reasons=e.reasons)
        for e in catalog.memory.editions
    )
    today = Stage(
        name="",
        date=as_of.isoformat(),
        figures=figures_of(catalog),
        reasons=frozenset(reason.mark for reason in catalog.memory.reasons),
    )
    return (*frozen, today)


def change_log(
    reasons: Sequence[Reason],
    every: Sequence[Stage],
    indicators: Sequence[str],
    counted: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> tuple[Change, ...]:
    """Every change of a published figure, the newest first; of a day, in the order of indicators.

    A reason that stands for one figure is a change by itself: it may have come and gone between
    two editions. What editions show beyond those is a change too, with the reason that speaks
    of it, or without any. A reason for many figures that no edition shows (they came and went, or
    what changed is what the indicator measures) is told as what was declared.
    Of an indicator that is *counted* in registers, these are why, where nobody gave a reason.
    """
    told = [_declared(reason) for reason in reasons if reason.is_of_one]
    by_key: dict[FigureKey, list[Change]] = {}
    for change in told:
        by_key.setdefault(change.key, []).append(change)
    # Of a day, what was written later is the newer one.
    found = told[::-1]
    subjects = by_subject(reasons)
    for old, new in pairwise(every):
        for key, before, after in differences(old.figures, new.figures):
            within = [c for c in by_key.get(key, ()) if c.reason and _came(c.reason, old, new)]
            last = max(within, key=lambda change: change.date).after if within else before
            # The reasons given one by one may not lead to the end: a series followed them.
            if not same_value(last, after):
                shown = _shown(subjects, key, last, after, old, new)
                registers = () if shown.reason else counted.get(key[0], ())
                found.append(replace(shown, registers=registers))
    seen = [change.reason for change in found]
    found += [_declared(r) for r in reasons if not r.is_of_one and r not in seen]
    order = {code: n for n, code in enumerate(indicators)}
    return tuple(
        sorted(
            sorted(found, key=lambda c: (order.get(c.indicator, -1), c.ref_area, c.time_period)),
            key=lambda c: c.date,
            reverse=True,
        )
    )


def _declared(reason: Reason) -> Change:
    """A change as a contributor declared it."""
    return Change(
        indicator=reason.indicator,
        ref_area=reason.ref_area,
        time_period=reason.time_period,
        before=reason.before,
        after=reason.after,
        date=reason.date,
        reason=reason,
    )


def _came(reason: Reason, old: Stage, new: Stage) -> bool:
    """Whether a reason was declared between two stages."""
    return reason.mark in new.reasons and reason.mark not in old.reasons


def _shown(
    subjects: Mapping[FigureKey, Sequence[Reason]],
    key: FigureKey,
    before: str,
    after: str,
    old: Stage,
    new: Stage,
) -> Change:
    """A change that only the editions show."""
    speaking = (r for r in speaking_of(subjects, key) if explains(r, key, after))
    reason = next((r for r in speaking if _came(r, old, new)), None)
    return Change(
        indicator=key[0],
        ref_area=key[1],
        time_period=key[2],
        before=before,
        after=after,
        date=reason.date if reason else new.date,
        reason=reason,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TriangleRow:
    """A figure as each edition published it."""

    ref_area: str
    time_period: str
    values: tuple[str, ...]
    """One an edition, oldest first, then today's; empty where it had none."""

    @property
    def has_changed(self) -> bool:
        """Whether two editions published different values, or it was withdrawn."""
        published = {Decimal(value) for value in self.values if value}
        was_withdrawn = any(old and not new for old, new in pairwise(self.values))
        return len(published) > 1 or was_withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What an edition brought to an area, or of an indicator."""

    edition: str
    date: str
    count: int
    """Of its figures."""
    new_count: int
    """Of those that no edition before had."""


@dataclass(frozen=True, kw_only=True)
class History:
    """All that is told of what was published before."""

    log: tuple[Change, ...] = ()
    """Every change of a published figure, the newest first."""
    stages: tuple[Stage, ...] = ()
    """What each edition published, and what is published now; empty before the first edition."""

    def only(self, indicator: str) -> History:
        """The same of one indicator alone."""
        return History(
            log=self.of_indicator(indicator),
            stages=tuple(
                replace(
                    stage, figures={k: v for k, v in stage.figures.items() if k[0] == indicator}
                )
                for stage in self.stages
            ),
        )

    def of_indicator(self, indicator: str) -> tuple[Change, ...]:
        """The changes of an indicator's figures."""
        return tuple(change for change in self.log if change.indicator == indicator)

    def of_areas(self, codes: Collection[str]) -> tuple[Change, ...]:
        """The changes of the figures of some areas."""
        if not self._changed_areas.intersection(codes):
            return ()
        return tuple(change for change in self.log if change.ref_area in codes)

    def arrivals(self, subjects: Collection[str]) -> tuple[Arrival, ...]:
        """What each edition brought to some areas, or of an indicator; oldest first."""
        found = []
        for stage, counts in zip(self.stages[:-1], self._counts, strict=True):
            own = [counts[subject] for subject in subjects if subject in counts]
            new_count = sum(new for _, new in own)
            if new_count:
                found.append(
                    Arrival(
                        edition=stage.name,
                        date=stage.date,
                        count=sum(count for count, _ in own),
                        new_count=new_count,
                    )
                )
        return tuple(found)

    @cached_property
    def _changed_areas(self) -> frozenset[str]:
        return frozenset(change.ref_area for change in self.log)

    @cached_property
    def _counts(self) -> tuple[Mapping[str, tuple[int, int]], ...]:
        """By edition, then by indicator and by area: how many figures, how many new ones."""
        found = []
        seen: set[FigureKey] = set()
        for stage in self.stages[:-1]:
            every: Counter[str] = Counter()
            new: Counter[str] = Counter()
            for key in stage.figures:
                every.update(key[:2])
                if key not in seen:
                    new.update(key[:2])
            seen |= stage.figures.keys()
            found.append({subject: (every[subject], new[subject]) for subject in every})
        return tuple(found)

    def triangle(self, indicator: str) -> tuple[TriangleRow, ...]:
        """The revision triangle of an indicator: figure by figure, what each edition published.

        Returns:
            A row a figure that was ever published, in the order in which they first appeared.
        """
        keys: dict[FigureKey, None] = {}
        for stage in self.stages:
            keys |= dict.fromkeys(key for key in stage.figures if key[0] == indicator)
        return tuple(
            TriangleRow(
                ref_area=key[1],
                time_period=key[2],
                values=tuple(stage.figures.get(key, "") for stage in self.stages),
            )
            for key in keys
        )


def history_of(catalog: Catalog, as_of: date) -> History:
    """What is told of what a root published before, on a day."""
    memory = catalog.memory
    if not memory.editions:
        return History(log=change_log(memory.reasons, (), tuple(catalog.indicators_by_id)))
    every = stages(catalog, as_of)
    codes = tuple(catalog.indicators_by_id)
    log = change_log(memory.reasons, every, codes, counted_in(catalog))
    return History(log=log, stages=every)


def newest(editions: Sequence[FrozenEdition]) -> FrozenEdition | None:
    """The last edition; None before the first."""
    return editions[-1] if editions else None
