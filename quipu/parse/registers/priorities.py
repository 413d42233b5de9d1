"""Pure. Priorities of a region: what they cite exists, and their target goes the right way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from quipu.findings import Finding, did_you_mean, is_blocking
from quipu.model import Catalog, Indicator
from quipu.model.priorities import (
    EvidenceType,
    Measure,
    Priority,
    PriorityAction,
    PriorityDomain,
    Stated,
    SwotItem,
)
from quipu.parse.registers.front import Front, check_same, fronts
from quipu.periods import PeriodError, parse_period
from quipu.vocab import Direction

MOST_PRIORITIES = 5
"""Of a region: if everything is a priority, nothing is."""
_MEASURE = re.compile(r"(-?[0-9]{1,15}(?:\.[0-9]{1,8})?) (?:en|in) (\S+)")
_GOALS = tuple(str(number) for number in range(1, 18))
_SHARED = (
    *("area", "domain", "sdg", "swot", "risks", "indicators", "topics", "agreement"),
    "budget_code",
)
"""Keys that say the same in every language."""


def read_priorities(
    catalog: Catalog, files: Mapping[str, bytes], swot: Sequence[SwotItem], findings: list[Finding]
) -> tuple[Priority, ...]:
    """Read every priority, by name.

    Args:
        catalog: The facts of the root, with its documents and registers.
        files: The bytes of the root's files, by path.
        swot: The items that priorities may cite.
        findings: What is wrong is added here.
    """
    items = {item.id: item for item in swot}
    found: list[Priority] = []
    for name, versions in sorted(fronts(catalog, files, "priorities", findings).items()):
        before = len(findings)
        check_same(versions, _SHARED)
        priority = _priority(name, versions[0], catalog, items)
        _check_translated(versions)
        if priority is not None and not is_blocking(findings[before:]):
            found.append(priority)
    counts: Counter[str] = Counter()
    for priority in found:
        counts[priority.ref_area] += 1
        if counts[priority.ref_area] == MOST_PRIORITIES + 1:
            told = {"value": priority.ref_area, "limit": str(MOST_PRIORITIES)}
            findings.append(Finding(code="E670", where=priority.origin, params=told))
    return tuple(found)


def _priority(
    name: str, front: Front, catalog: Catalog, items: Mapping[str, SwotItem]
) -> Priority | None:
    area = front["area"]
    known = {area.code for area in catalog.page_areas}
    if area not in known or not name.startswith(f"{area}-"):
        front.tell("E674", "area", options=did_you_mean(area, known) or "–", name=name)
        return None
    own = {key: item for key, item in items.items() if item.ref_area == area}
    cited = front.listed("swot", own, "E660")
    sides = {own[key].quadrant.helps for key in cited}
    if len(sides) == 1:
        front.tell("E661", "swot", side="D, A" if True in sides else "F, O")
    indicators = front.listed("indicators", catalog.indicators_by_id, "E662")
    domain = front.listed("domain", tuple(PriorityDomain), "E675")
    registers = catalog.registers
    risks = {row.cells.get("id", ""): row for row in registers.rows.get("risks", ())}
    own_risks = [key for key, row in risks.items() if row.cells.get("ref_area") == area]
    agreements = [each.id for each in registers.agreements if each.ref_area == area]
    agreement = front.listed("agreement", agreements, "E675")
    baseline, target = _measure(front, "baseline"), _measure(front, "target")
    if indicators:
        _check_target(front, catalog.indicators_by_id[indicators[0]], baseline, target)
    return Priority(
        name=name,
        ref_area=area,
        domain=PriorityDomain(domain[0]) if domain else None,
        sdg=tuple(int(goal) for goal in front.listed("sdg", _GOALS, "E675")),
        swot=cited,
        risks=front.listed("risks", own_risks, "E675"),
        indicators=indicators,
        baseline=baseline,
        target=target,
        topics=front.listed("topics", registers.topics, "E675"),
        agreement=agreement[0] if agreement else "",
        origin=front.document.origin,
    )


def _measure(front: Front, key: str) -> Measure | None:
    """A value in a period (``20 en 2026``); None when empty or wrong."""
    text = front[key]
    if not text:
        return None
    match = _MEASURE.fullmatch(text)
    if match is not None and text.isascii():
        try:
            return Measure(value=Decimal(match[1]), period=parse_period(match[2]))
        except PeriodError:
            pass
    front.tell("E663", key)
    return None


def _check_target(
    front: Front, indicator: Indicator, baseline: Measure | None, target: Measure | None
) -> None:
    """Report a target that is none: on a neutral indicator, backwards, or at the same time."""
    if baseline is None or target is None:
        if not (front["baseline"] and front["target"]):
            front.tell("N676", "title", value=indicator.id)
        return
    told = {"indicator": indicator.id, "baseline": front["baseline"]}
    if indicator.direction is Direction.NEUTRAL:
        front.tell("E664", "target", cause="target-neutral", **told)
        return
    is_up = target.value > baseline.value
    is_moved = target.value != baseline.value
    if not is_moved or is_up != (indicator.direction is Direction.HIGHER):
        front.tell("E664", "target", **told)
    if target.period.start <= baseline.period.end:
        front.tell("E666", "target", **told)


def _check_translated(versions: tuple[Front, ...]) -> None:
    """Report measures that differ between languages: «en» and «in» are the same word there."""
    first = versions[0]
    for other in versions[1:]:
        for key in ("baseline", "target"):
            if other[key].replace(" in ", " en ") != first[key].replace(" in ", " en "):
                path = first.document.origin.path
                other.tell("E679", key, other=first[key] or "–", path=path)


def check_cited(catalog: Catalog, stated: Stated, findings: list[Finding]) -> None:
    """Report SWOT items on indicators that do not exist, and actions for no priority."""
    for item in stated.swot:
        is_indicator = item.evidence_type is EvidenceType.INDICATOR
        if is_indicator and item.evidence not in catalog.indicators_by_id:
            options = did_you_mean(item.evidence, catalog.indicators_by_id) or "–"
            told = {"value": item.evidence, "options": options}
            where = item.proof.origin
            findings.append(Finding(code="E662", where=where, field="evidence", params=told))
    names = {d.name: d.meta.get("area", "") for d in catalog.documents if d.kind == "priorities"}
    findings += [
        _of_no_priority(action, names)
        for action in stated.actions
        if names.get(action.priority) != action.ref_area
    ]


def _of_no_priority(action: PriorityAction, names: Mapping[str, str]) -> Finding:
    own = [name for name, area in names.items() if area == action.ref_area]
    options = did_you_mean(action.priority, own) or ", ".join(own) or "–"
    told = {"value": action.priority, "options": options}
    return Finding(code="E671", where=action.proof.origin, field="priority", params=told)
