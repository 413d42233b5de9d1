"""Pure. What must hold across rows and tables; one small function a rule.

Errors block a build. Warnings point at what is probably a slip and never block.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from quipu.findings import Finding
from quipu.method import Disclosure
from quipu.model import Catalog, Indicator, Location, Observation, in_language
from quipu.parse.cells import is_date
from quipu.parse.editions import FROZEN
from quipu.parse.history import CATEGORIES_PATH, VERSIONS_PATH
from quipu.parse.registers.days import check_days
from quipu.parse.revisions import REVISIONS_PATH
from quipu.smells import smells
from quipu.stats.disclosure import suppress
from quipu.tables import DERIVED_NAMES
from quipu.vocab import (
    AreaKind,
    Direction,
    IndicatorStatus,
    IndicatorType,
    Normalisation,
    ObsStatus,
)

_WORDS = ("definition", "why", "method", "limits")


def check(catalog: Catalog, as_of: date) -> tuple[Finding, ...]:
    """Apply every rule.

    Args:
        catalog: What was read.
        as_of: The date of the edition: nothing observed may lie after it.

    Returns:
        The findings, in no particular order.
    """
    findings: list[Finding] = []
    for indicator in catalog.indicators:
        rows = catalog.observations_by_indicator[indicator.id]
        findings += _wanted_has_no_values(indicator, rows)
        findings += _words_are_there(catalog, indicator)
        if indicator.computed is None:
            findings += _not_in_the_future(rows, as_of)
        findings += _joint_and_separate(catalog, rows)
        findings += smells(indicator, rows)
        findings += _core_can_be_scored(catalog, indicator)
        findings += _benchmark_is_known(indicator)
    findings += _dates_have_come(catalog, as_of)
    findings += _areas_have_outlines(catalog)
    findings += check_days(catalog, as_of)
    findings += _slugs_are_free(catalog)
    findings += _nobody_can_be_recognised(catalog)
    return tuple(findings)


def _wanted_has_no_values(indicator: Indicator, rows: Sequence[Observation]) -> Iterator[Finding]:
    if indicator.status is IndicatorStatus.WANTED:
        first = next((row for row in rows if row.value is not None), None)
        if first is not None:
            yield Finding(code="E314", where=first.origin)


def _words_are_there(catalog: Catalog, indicator: Indicator) -> Iterator[Finding]:
    first = catalog.site.languages[0]
    document = catalog.documents_by_key.get(("indicators", indicator.id, first))
    is_shown = indicator.status in (IndicatorStatus.LIVE, IndicatorStatus.RETIRED)
    if document is None and indicator.status is not IndicatorStatus.DRAFT:
        path = f"content/indicators/{indicator.id}.{first}.md"
        params = {"value": indicator.id, "path": path}
        yield Finding(code="E412" if is_shown else "W419", where=indicator.origin, params=params)
    if document is None or not is_shown:
        return
    for key in _WORDS:
        if not document.meta.get(key):
            yield Finding(code="E405", where=document.origin, field=key)


def _not_in_the_future(rows: Sequence[Observation], as_of: date) -> Iterator[Finding]:
    for row in rows:
        # The year that is running may have figures; one that has not begun may not, nor may a
        # range that is not over.
        period = row.period
        is_ahead = period.end > as_of and (period.start > as_of or period.is_range)
        if is_ahead and row.status is not ObsStatus.FORECAST:
            params = {"value": period.code, "limit": as_of.isoformat()}
            yield Finding(code="E311", where=row.origin, field="time_period", params=params)


def _joint_and_separate(catalog: Catalog, rows: Sequence[Observation]) -> Iterator[Finding]:
    areas = catalog.areas_by_code
    joint = [row for row in rows if areas[row.ref_area].members]
    if not joint:
        return
    present = {(row.ref_area, row.period.code) for row in rows if row.value is not None}
    for row in joint:
        for member in areas[row.ref_area].members:
            if (member, row.period.code) in present:
                params = {"period": row.period.code, "value": row.ref_area, "member": member}
                yield Finding(code="W320", where=row.origin, field="ref_area", params=params)


def _dates_have_come(catalog: Catalog, as_of: date) -> Iterator[Finding]:
    limit = as_of.isoformat()
    for document in catalog.documents:
        day = document.meta.get("date", "")
        if is_date(day) and day > limit[: len(day)]:
            params = {"value": day, "limit": limit}
            yield Finding(code="W417", where=document.origin, field="date", params=params)
    for source in catalog.sources:
        read = source.accessed
        if read and read < source.published[: len(read)]:
            params = {"value": read, "limit": source.published}
            yield Finding(code="W351", where=source.origin, field="accessed", params=params)
        for field in ("published", "accessed"):
            day = getattr(source, field)
            if day > limit[: len(day)]:
                params = {"value": day, "limit": limit}
                yield Finding(code="W417", where=source.origin, field=field, params=params)
    versions = catalog.method.versions if catalog.method else ()
    published = catalog.matrix.published if catalog.matrix else ()
    dated = [
        *((REVISIONS_PATH, "date", one.date, one.origin.line) for one in catalog.memory.reasons),
        *((VERSIONS_PATH, "date", one.date, one.line) for one in versions),
        *((CATEGORIES_PATH, "edition", one.edition, one.line) for one in published),
    ]
    for path, field, day, line in dated:
        if day > limit[: len(day)]:
            params = {"value": day, "limit": limit}
            where = Location(path=path, line=line)
            yield Finding(code="W417", where=where, field=field, params=params)


def _areas_have_outlines(catalog: Catalog) -> Iterator[Finding]:
    if catalog.boundary is None:
        return
    for area in catalog.page_areas:
        if area.code not in catalog.boundary.codes:
            name, _ = in_language(area.names, catalog.site.languages[0], "")
            params = {"value": f"{area.code} {name}".strip()}
            yield Finding(code="W603", where=area.origin, params=params)


def _slugs_are_free(catalog: Catalog) -> Iterator[Finding]:
    """No area's table of values takes the file of another table."""
    tables = {
        path.rpartition("/")[2].removesuffix(".csv")
        for path in catalog.tables
        if not path.startswith(FROZEN)
    }
    taken = {name.casefold() for name in (*tables, *DERIVED_NAMES)}
    for area in catalog.page_areas:
        if area.slug in taken:
            params = {"value": area.slug, "fixed": f"{area.slug}-{area.kind}"}
            yield Finding(code="E343", where=area.origin, field="slug", params=params)


_WITHOUT_DENOMINATOR = (IndicatorType.COUNT, IndicatorType.AMOUNT)


def _core_can_be_scored(catalog: Catalog, indicator: Indicator) -> Iterator[Finding]:
    """An indicator that enters a score has a better end, a size-free unit and goalposts."""
    if not indicator.core:
        return
    params = {"value": indicator.id}
    if indicator.direction is Direction.NEUTRAL:
        yield Finding(code="E335", where=indicator.origin, field="core", params=params)
    elif indicator.type in _WITHOUT_DENOMINATOR:
        yield Finding(code="E336", where=indicator.origin, field="core", params=params)
    method = catalog.method
    by_goalposts = method is not None and method.normalisation is Normalisation.GOALPOSTS
    lacks_posts = indicator.goalpost_low is None or indicator.goalpost_high is None
    # One that is still wanted may get its goalposts when its figures arrive.
    if by_goalposts and lacks_posts and indicator.status is IndicatorStatus.LIVE:
        yield Finding(code="E337", where=indicator.origin, field="goalpost_low", params=params)


_BENCHMARK = re.compile(r"national|median|peers|target:-?[0-9]{1,12}(?:\.[0-9]{1,9})?")


def _benchmark_is_known(indicator: Indicator) -> Iterator[Finding]:
    if indicator.benchmark and not _BENCHMARK.fullmatch(indicator.benchmark):
        params = {"value": indicator.benchmark}
        yield Finding(code="E338", where=indicator.origin, field="benchmark", params=params)


def _nobody_can_be_recognised(catalog: Catalog) -> Iterator[Finding]:
    """Small counts of complaints, protections or sanctions stay out of the files."""
    rule = catalog.method.disclosure if catalog.method else Disclosure()
    for code in rule.indicators:
        by_period: dict[str, list[Observation]] = defaultdict(list)
        for row in catalog.observations_by_indicator.get(code, ()):
            by_period[row.period.code].append(row)
        for rows in by_period.values():
            yield from _small_counts(catalog, rows, rule)


def _small_counts(
    catalog: Catalog, rows: Sequence[Observation], rule: Disclosure
) -> Iterator[Finding]:
    """What `suppress` would hide in a period and the file shows.

    A cell that is hidden already counts as a small one. One alone is given away by the others
    only where the total of the country is published.
    """
    parts = [row for row in rows if not _is_country(catalog, row)]
    has_total = any(_is_country(catalog, row) and row.value is not None for row in rows)
    counts = [1 if row.status is ObsStatus.SUPPRESSED else _count(row) for row in parts]
    shown = suppress(counts, rule.threshold)
    hidden = next((row for row in parts if row.status is ObsStatus.SUPPRESSED), None)
    for row, before, after in zip(parts, counts, shown, strict=True):
        if before is None or after is not None or row.status is ObsStatus.SUPPRESSED:
            continue
        if before < rule.threshold:
            params = {"indicator": row.indicator, "value": str(before)}
            yield Finding(code="E339", where=row.origin, field="value", params=params)
        elif has_total and hidden is not None:
            params = {"period": row.period.code, "area": row.ref_area}
            yield Finding(code="E340", where=hidden.origin, field="obs_status", params=params)


def _is_country(catalog: Catalog, row: Observation) -> bool:
    return catalog.areas_by_code[row.ref_area].kind is AreaKind.COUNTRY


def _count(row: Observation) -> int | None:
    """The count behind a figure; None where there is none, or the figure is no count."""
    number = row.value if row.numerator is None else row.numerator
    return None if number is None or number < 0 else int(number)
