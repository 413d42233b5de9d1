"""Pure. What may not go unsaid: published figures that change, vanish or mean something else."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO

from quipu.findings import Finding
from quipu.memory.changes import newest
from quipu.memory.frozen import definitions_of, differences, figures_of, keyed
from quipu.memory.reasons import by_subject, covers, explains, same_value, speaking_of
from quipu.memory.recounted import Gone, counted_in, recounted
from quipu.model import Catalog, Definition, FigureKey, Location, Reason, ReasonMark
from quipu.parse.indicators import PATH as INDICATORS_PATH
from quipu.parse.observations import FOLDER
from quipu.parse.revisions import REVISIONS_PATH

_FACTORS = tuple(Decimal(10) ** n for n in (-6, -3, -2, -1, 1, 2, 3, 6))
_MANY = 3
"""Figures of an indicator with one factor from which on the factor is told, not each figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What was published, to hold today's facts against."""

    name: str
    """Of the edition, or of the revision of git."""
    figures: Mapping[FigureKey, str]
    definitions: Mapping[str, Definition]
    told: Collection[ReasonMark]
    """Reasons that were given then already, and so explain nothing."""


def reference_of(catalog: Catalog, name: str) -> Reference:
    """A catalog as what was published."""
    return Reference(
        name=name,
        figures=figures_of(catalog),
        definitions=definitions_of(catalog),
        told=frozenset(reason.mark for reason in catalog.memory.reasons),
    )


def last_edition(catalog: Catalog) -> Reference | None:
    """The last edition of a root; None before its first."""
    edition = newest(catalog.memory.editions)
    if edition is None:
        return None
    return Reference(
        name=edition.name,
        figures=edition.figures,
        definitions=edition.definitions,
        told=edition.reasons,
    )


def guard(
    catalog: Catalog, as_of: date, references: Sequence[Reference] = ()
) -> tuple[Finding, ...]:
    """Find what changed of published figures without a word.

    Args:
        catalog: The facts of today.
        as_of: The date of the edition, for the rows that findings propose.
        references: What was published, besides the last edition.

    Returns:
        The findings, in no particular order.
    """
    edition = last_edition(catalog)
    every = (*([edition] if edition else []), *references)
    if not every and not catalog.memory.reasons:
        return ()
    today = _Today(catalog=catalog, as_of=as_of, figures=figures_of(catalog))
    found: dict[tuple[object, ...], Finding] = {}
    for reference in every:
        for finding in _unexplained(today, reference):
            # A figure that differs from the edition and from the revision is told once.
            found.setdefault(_once(finding), finding)
    return (*found.values(), *_untrue(today), *_forgotten(today))


def _once(finding: Finding) -> tuple[object, ...]:
    """What is told once: a place; of figures that are counted, several rest on one row."""
    names = ("indicator", "area", "period") if finding.code == "N820" else ()
    subject = (finding.params[name] for name in names)
    return finding.code, finding.where, finding.field, *subject


@dataclass(frozen=True, slots=True, kw_only=True)
class _Today:
    """The facts of today, as they are held against what was published."""

    catalog: Catalog
    as_of: date
    figures: Mapping[FigureKey, str]

    def row(self, key: FigureKey, before: str, after: str, kind: str = "correction") -> str:
        """The row of ``data/revisions.csv`` that would explain a change, without its reason."""
        text = StringIO()
        reasons = ("…", *("" for _ in self.catalog.site.languages[1:]))
        cells = (*key, before, after, kind, self.as_of.isoformat(), *reasons)
        csv.writer(text, lineterminator="").writerow(cells)
        return text.getvalue()


def _unexplained(today: _Today, reference: Reference) -> Iterator[Finding]:
    reasons = [r for r in today.catalog.memory.reasons if r.mark not in reference.told]
    subjects = by_subject(reasons)
    redefined = set()
    for finding in _redefined(today, reference, reasons):
        redefined.add(finding.params["indicator"])
        yield finding
    by_indicator: dict[str, list[Gone]] = {}
    for key, before, after in differences(reference.figures, today.figures):
        # Of what is measured otherwise now, every figure may differ: that was told.
        if key[0] not in redefined and not any(
            explains(r, key, after) for r in speaking_of(subjects, key)
        ):
            by_indicator.setdefault(key[0], []).append((key, before, after))
    yield from _misremembered(reference, reasons)
    counted = counted_in(today.catalog)
    for code, gone in by_indicator.items():
        if code in counted:
            yield from recounted(today.catalog, reference.name, gone, _places(today, code))
            continue
        yield from _withdrawn(today, reference, code, [one for one in gone if not one[2]])
        yield from _changed(today, reference, code, [one for one in gone if one[2]])


def _misremembered(reference: Reference, reasons: Iterable[Reason]) -> Iterator[Finding]:
    """Reasons that start from another value than the one that was published."""
    stood: dict[FigureKey, str] = dict(reference.figures)
    for reason in reasons:
        if not reason.is_of_one:
            # What a series became is not known figure by figure.
            stood = {key: value for key, value in stood.items() if not covers(reason, key)}
            continue
        key = (reason.indicator, reason.ref_area, reason.time_period)
        was = stood.get(key)
        if was is None:
            stood[key] = reason.after
            continue
        if not same_value(reason.before, was):
            params = {
                "indicator": key[0],
                "area": key[1],
                "period": key[2],
                "value": reason.before or "–",
                "found": was or "–",
                "edition": reference.name,
            }
            yield Finding(code="E815", where=reason.origin, field="before", params=params)
        stood[key] = reason.after


def _redefined(today: _Today, reference: Reference, reasons: Iterable[Reason]) -> Iterator[Finding]:
    indicators = today.catalog.indicators_by_id
    spoken = {r.indicator for r in reasons if not r.ref_area and not r.time_period}
    for code, now in definitions_of(today.catalog).items():
        then = reference.definitions.get(code)
        if then is None or code in spoken:
            continue
        for name, was, is_ in _otherwise(then, now):
            params = {
                "indicator": code,
                "before": was,
                "value": is_,
                "edition": reference.name,
                "row": today.row((code, "", ""), "", ""),
            }
            where = indicators[code].origin
            yield Finding(code="E807", where=where, field=name, params=params)


def _otherwise(then: Definition, now: Definition) -> Iterator[tuple[str, str, str]]:
    """The columns in which two definitions differ, with what each says."""
    told = (
        ("unit", f"{then.unit} ({then.unit_name})", f"{now.unit} ({now.unit_name})"),
        ("type", then.type, now.type),
        ("direction", then.direction, now.direction),
    )
    return (one for one in told if one[1] != one[2])


def _withdrawn(
    today: _Today, reference: Reference, code: str, gone: Sequence[Gone]
) -> Iterator[Finding]:
    if not gone:
        return
    key, before, _ = gone[0]
    meant = key if len(gone) == 1 else _shared(gone)
    is_known = code in today.catalog.indicators_by_id
    yield Finding(
        code="E805",
        where=Location(path=f"{FOLDER}{code}.csv" if is_known else INDICATORS_PATH),
        params={
            **_told(reference, key, before),
            "count": str(len(gone)),
            "row": today.row(meant, before if len(gone) == 1 else "", "", "revision"),
        },
    )


def _changed(
    today: _Today, reference: Reference, code: str, gone: Sequence[Gone]
) -> Iterator[Finding]:
    if not gone:
        return
    by_factor: dict[Decimal | None, list[Gone]] = {}
    for one in gone:
        by_factor.setdefault(_factor(one[1], one[2]), []).append(one)
    places = _places(today, code)
    for factor, some in by_factor.items():
        is_scaled = factor is not None and len(some) >= _MANY
        for key, old, new in some[:1] if is_scaled else some:
            params = {**_told(reference, key, old), "value": new}
            if is_scaled and factor is not None:
                params |= {
                    "count": str(len(some)),
                    "factor": f"{factor.normalize():f}",
                    "unit": today.catalog.indicators_by_id[code].unit.code,
                    "row": today.row(_shared(some), "", ""),
                }
            else:
                params["row"] = today.row(key, old, new)
            finding = "E806" if is_scaled else "E804"
            yield Finding(code=finding, where=places[key], field="value", params=params)


def _places(today: _Today, code: str) -> Mapping[FigureKey, Location]:
    """Where the figures of an indicator stand; of one that stands twice, the last."""
    return {key: o.origin for key, o in keyed(today.catalog.observations_by_indicator[code])}


def _shared(gone: Sequence[Gone]) -> FigureKey:
    """The narrowest that several figures of an indicator have in common: an area, a period."""
    areas, periods = ({key[n] for key, _, _ in gone} for n in (1, 2))
    return (
        gone[0][0][0],
        areas.pop() if len(areas) == 1 else "",
        periods.pop() if len(periods) == 1 else "",
    )


def _told(reference: Reference, key: FigureKey, before: str) -> dict[str, str]:
    return {
        "indicator": key[0],
        "area": key[1],
        "period": key[2] or "–",
        "before": before,
        "edition": reference.name,
    }


def _factor(old: str, new: str) -> Decimal | None:
    was, is_ = Decimal(old), Decimal(new)
    return next((f for f in _FACTORS if was and was * f == is_), None)


def _forgotten(today: _Today) -> Iterator[Finding]:
    """Reasons that an edition gave and that are not given any more."""
    given = {reason.mark for reason in today.catalog.memory.reasons}
    edition = newest(today.catalog.memory.editions)
    for mark in sorted(edition.reasons if edition else ()):
        if mark not in given:
            *key, before, after, kind, day = mark
            text = StringIO()
            csv.writer(text, lineterminator="").writerow((*key, before, after, kind, day, "…"))
            params = {"edition": edition.name if edition else "", "row": text.getvalue()}
            yield Finding(code="E819", where=Location(path=REVISIONS_PATH), params=params)


def _untrue(today: _Today) -> Iterator[Finding]:
    """Reasons that end in another value than the one that stands."""
    counted = counted_in(today.catalog)
    last: dict[FigureKey, Reason] = {}
    for reason in today.catalog.memory.reasons:
        if reason.is_of_one:
            last[reason.indicator, reason.ref_area, reason.time_period] = reason
        else:
            # A series that was revised after the figure was mended has other values again.
            last = {key: one for key, one in last.items() if not covers(reason, key)}
    for key, reason in last.items():
        found = today.figures.get(key, "")
        # What is counted may have been counted again since.
        if key[0] not in counted and not same_value(reason.after, found):
            params = {
                "indicator": key[0],
                "area": key[1],
                "period": key[2],
                "value": reason.after or "–",
                "found": found or "–",
            }
            yield Finding(code="E808", where=reason.origin, field="after", params=params)
