"""Pure. ``data/method.toml``: the tree of groups, and the options of the scoring."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import replace

from quipu.findings import Finding, did_you_mean
from quipu.method import (
    LATEST,
    Disclosure,
    Method,
    PeerRule,
    PeerVariable,
    Uncertainty,
)
from quipu.model import Group, Indicator
from quipu.parse.areas import leads_back
from quipu.parse.toml import LONGEST_NAME, Settings, as_text, read_toml
from quipu.periods import PeriodError, parse_period
from quipu.vocab import Aggregation, Normalisation

METHOD_PATH = "data/method.toml"

_ID = re.compile(r"[A-Z][A-Z0-9_-]{0,39}")
_VERSION = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,2}")
_KEYS = ("version", "period", "normalise", "group", "uncertainty", "peers", "disclosure")
_GROUP_KEYS = ("id", "parent", "weight", "aggregate", "floor", "min_coverage")
_HUGE = 1e12
_FLOOR = 1.0
_USUAL_RANGE = (0.0, 100.0)
_USUAL_Z_RANGE = (100.0, 10.0)
"""Mean and standard deviation of z-scores."""
_MOST_DRAWS = 100_000
_MOST_SEED = 2**63


def parse_groups(
    body: bytes | None, languages: tuple[str, ...], findings: list[Finding]
) -> tuple[Group, ...]:
    """Read the tree of domains.

    Args:
        body: The file, or None when there is none.
        languages: Which languages names stand in.
        findings: What is wrong is added here.

    Returns:
        The groups in file order; empty when there is no such file.
    """
    toml = None if body is None else read_toml(METHOD_PATH, body, findings)
    if toml is None:
        return ()
    limits = _floor_limits(replace(toml, findings=[]))
    groups: dict[str, tuple[Group, Settings]] = {}
    for part in toml.parts("group", "groups"):
        group = _group(part, languages, limits)
        if _is_usable(group, part, groups, languages[0]):
            groups[group.id] = (group, part)
    parents = {key: group.parent for key, (group, _) in groups.items()}
    for group, part in groups.values():
        if group.parent and (group.parent not in groups or leads_back(group.id, parents)):
            part.report("E316", "parent", value=group.parent, options=", ".join(groups))
    return tuple(group for group, _ in groups.values())


def _floor_limits(toml: Settings) -> tuple[float, float]:
    """What a group's floor is where it gives none, and what it must stay below.

    The first is 1 % of the range. A floor at the upper end, or for z-scores at the mean, would
    lift most areas or all of them to the same points.
    """
    method, (low, high) = _normalise(toml)
    if toml.findings and any(finding.code != "W507" for finding in toml.findings):
        return _FLOOR, _HUGE  # the range is what is wrong
    if method is Normalisation.Z_SCORE:
        return (low / 100 if low > 0 else _FLOOR), low
    return (high - low) / 100, high


def _group(part: Settings, languages: tuple[str, ...], limits: tuple[float, float]) -> Group:
    words = [f"{name}_{language}" for name in ("name", "summary") for language in languages]
    part.check_keys([*_GROUP_KEYS, *words])
    for language in languages:
        part.check_length(f"name_{language}", LONGEST_NAME)
    usual, limit = limits
    floor = part.number_of("floor", "positive", 1e-9, _HUGE, usual)
    aggregate = part.choice_of("aggregate", Aggregation, Aggregation.ARITHMETIC)
    # Nothing is lifted before an arithmetic mean.
    if floor >= limit and aggregate is not Aggregation.ARITHMETIC:
        params = {"value": f"{floor:g}", "limit": f"{limit:g}", "group": part.text_of("id")}
        part.report("E515", "floor", **params)
    return Group(
        id=part.text_of("id"),
        parent=part.text_of("parent"),
        names=part.by_language("name", languages),
        summaries=part.by_language("summary", languages),
        weight=part.number_of("weight", "positive", 1e-9, _HUGE, 1.0),
        aggregate=aggregate,
        floor=floor,
        min_coverage=part.number_of("min_coverage", "share", 0, 1, 0.65),
    )


def _is_usable(group: Group, part: Settings, known: Container[str], language: str) -> bool:
    """Report what a group lacks; tell whether others may refer to it."""
    if part.lacks(f"name_{language}"):
        part.report("E504", f"name_{language}")
    if part.lacks("id"):
        part.report("E504", "id")
    elif not group.id:
        pass  # no text, as was told
    elif group.id in known:
        part.refuse("id", "unique-id")
    elif not _ID.fullmatch(group.id):
        part.refuse("id", "group-id")
    else:
        return True
    return False


def parse_method(
    body: bytes | None,
    groups: tuple[Group, ...],
    indicators: Mapping[str, Indicator],
    findings: list[Finding],
) -> Method | None:
    """Read the options of the scoring, and check the tree against the indicators.

    Args:
        body: The file, or None when there is none.
        groups: The groups it holds, as `parse_groups` gave them.
        indicators: Every indicator, by its id.
        findings: What is wrong is added here, but for what `parse_groups` added.

    Returns:
        The method; None when there is no such file or it cannot be read.
    """
    # What is wrong with the file as a whole was reported with the groups.
    read = None if body is None else read_toml(METHOD_PATH, body, [])
    if read is None:
        return None
    toml = replace(read, findings=findings)
    toml.check_keys(_KEYS)
    normalisation, ends = _normalise(toml)
    method = Method(
        version=_version(toml),
        period=_period(toml),
        normalisation=normalisation,
        range=ends,
        uncertainty=_uncertainty(toml),
        peers=_peers(toml, indicators),
        disclosure=_disclosure(toml, indicators),
    )
    if groups and indicators:
        _check_children(toml, groups, indicators)
    return method


def _version(toml: Settings) -> str:
    version = toml.text_of("version")
    if toml.lacks("version"):
        toml.report("E504", "version")
    elif version and not _VERSION.fullmatch(version):
        toml.refuse("version", "version")
    return version


def _period(toml: Settings) -> str:
    period = toml.text_of("period", LATEST)
    if period != LATEST:
        try:
            parse_period(period)
        except PeriodError:
            toml.refuse("period", "period")
            return LATEST
    return period


def _normalise(toml: Settings) -> tuple[Normalisation, tuple[float, float]]:
    default = (Normalisation.GOALPOSTS, _USUAL_RANGE)
    part = toml.table("normalise")
    if part is None:
        return default
    part.check_keys(("method", "range"))
    method = part.choice_of("method", Normalisation, Normalisation.GOALPOSTS)
    if method is not Normalisation.GOALPOSTS:
        part.report("W507", "method", value=method.value)
    usual = _USUAL_Z_RANGE if method is Normalisation.Z_SCORE else _USUAL_RANGE
    ends = part.values.get("range", list(usual))
    is_pair = isinstance(ends, list) and [type(end) in (int, float) for end in ends] == [True] * 2
    if not is_pair or not all(abs(end) <= _HUGE for end in ends):
        part.refuse("range", "pair")
        return default
    low, high = float(ends[0]), float(ends[1])
    # Of a z-score these are the mean and the standard deviation.
    is_degenerate = high <= 0 if method is Normalisation.Z_SCORE else low >= high
    if is_degenerate:
        part.refuse("range", "range")
        return default
    return method, (low, high)


def _uncertainty(toml: Settings) -> Uncertainty:
    default = Uncertainty()
    part = toml.table("uncertainty")
    if part is None:
        return default
    part.check_keys(("draws", "samples", "seed", "spread"))
    draws = int(part.number_of("draws", "draws", 0, _MOST_DRAWS, default.draws, whole=True))
    samples = int(part.number_of("samples", "draws", 0, _MOST_DRAWS, default.samples, whole=True))
    if samples and draws % samples:
        part.refuse("samples", "divisor", samples, draws=str(draws))
        samples = default.samples
    return Uncertainty(
        draws=draws,
        samples=samples,
        seed=int(part.number_of("seed", "whole", 0, _MOST_SEED, 0, whole=True)),
        spread=part.number_of("spread", "spread", 0, 0.99, default.spread),
    )


def _peers(toml: Settings, indicators: Mapping[str, Indicator]) -> PeerRule | None:
    if "peers" not in toml.values:
        return None
    table = toml.table("peers")
    if table is None:
        return None
    table.check_keys(("count", "variable"))
    if table.values.get("variable", []) == []:
        table.report("E504", "variable")
    variables = []
    for part in table.parts("peers.variable", "variables"):
        part.check_keys(("indicator", "per", "log"))
        known = _known(part, "indicator", indicators)
        per = _known(part, "per", indicators) if "per" in part.values else ""
        is_log = part.values.get("log", False)
        if not isinstance(is_log, bool):
            part.refuse("log", "yes-no")
        if known:
            variables.append(PeerVariable(indicator=known, per=per, is_log=is_log is True))
    count = int(table.number_of("count", "whole", 1, 50, 5, whole=True))
    return PeerRule(variables=tuple(variables), count=count)


def _known(part: Settings, key: str, indicators: Mapping[str, Indicator]) -> str:
    """An indicator that a setting names; empty, with a finding, when there is none."""
    code = part.text_of(key)
    if code in indicators:
        return code
    if part.lacks(key):
        part.report("E504", key)
    elif code:
        options = did_you_mean(code, indicators) or "–"
        part.refuse(key, "indicator", options=options)
    return ""


def _disclosure(toml: Settings, indicators: Mapping[str, Indicator]) -> Disclosure:
    part = toml.table("disclosure")
    if part is None:
        return Disclosure()
    part.check_keys(("indicators", "threshold"))
    codes = part.list_of("indicators", ())
    for code in codes:
        if code not in indicators:
            options = did_you_mean(code, indicators) or "–"
            part.refuse("indicators", "indicator", value=code, options=options)
    threshold = int(part.number_of("threshold", "whole", 2, 1000, 5, whole=True))
    return Disclosure(indicators=codes, threshold=threshold)


def _check_children(
    toml: Settings, groups: tuple[Group, ...], indicators: Mapping[str, Indicator]
) -> None:
    """Report the groups that nothing stands in, and those that pass for an indicator."""
    parents = {group.parent for group in groups} | {i.group for i in indicators.values()}
    known = {group.id: group for group in groups}
    for part in toml.parts("group", "groups"):
        group = known.get(as_text(part.values.get("id")))
        if group is not None and group.id not in parents:
            part.report("E505", "id", value=group.id)
        if group is not None and group.id in indicators:
            part.report("E516", "id", value=group.id)
