"""Pure. ``data/method.toml``: the tree of groups, and the options of the scoring."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from quipu.findings import Finding
from quipu.method import (
    LATEST,
    Disclosure,
    Method,
    PeerRule,
    PeerVariable,
    Uncertainty,
)
from quipu.model import Group, Indicator
from quipu.parse.parents import circles, unknown_parents
from quipu.parse.shared import VERSION, check_indicators, read_indicator
from quipu.parse.toml import LONGEST_NAME, Settings, as_text, read_toml
from quipu.periods import PeriodError, parse_period
from quipu.vocab import Aggregation, Normalisation

METHOD_PATH = "data/method.toml"

_ID = re.compile(r"[A-Z][A-Z0-9_-]{0,39}")
_KEYS = ("version", "period", "normalise", "group", "uncertainty", "peers", "disclosure")
_GROUP_KEYS = ("id", "parent", "weight", "aggregate", "floor", "min_coverage")
_HUGE = 1e12
_FLOOR = 1.0
_USUAL_RANGE = (0.0, 100.0)
_USUAL_Z_RANGE = (100.0, 10.0)
"""Mean and standard deviation of z-scores."""
_MOST_DRAWS = 100_000
_MOST_SEED = 2**63


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodFile:
    """The file, and how indicators become points: both the groups and the options need it."""

    settings: Settings
    normalisation: Normalisation
    range: tuple[float, float]
    is_sound: bool
    """Whether nothing is wrong with the normalisation or the range."""


def read_method(body: bytes | None, findings: list[Finding]) -> MethodFile | None:
    """Read the file.

    Args:
        body: Its bytes, or None when there is none.
        findings: What is wrong is added here, now and by those that read on.

    Returns:
        Its settings; None when there is no such file or it cannot be read.
    """
    toml = None if body is None else read_toml(METHOD_PATH, body, findings)
    if toml is None:
        return None
    before = len(findings)
    method, ends = _normalise(toml)
    is_sound = len(findings) == before
    if method is not Normalisation.GOALPOSTS and (part := toml.table("normalise")):
        part.report("W507", "method", value=method.value)
    return MethodFile(settings=toml, normalisation=method, range=ends, is_sound=is_sound)


def parse_groups(file: MethodFile | None, languages: tuple[str, ...]) -> tuple[Group, ...]:
    """Read the tree of domains.

    Args:
        file: The file, or None when there is none; what is wrong is added to its findings.
        languages: Which languages names stand in.

    Returns:
        The groups in file order; empty when there is no such file.
    """
    if file is None:
        return ()
    limits = _floor_limits(file)
    groups: dict[str, tuple[Group, Settings]] = {}
    for part in file.settings.parts("group", "groups"):
        group = _group(part, languages, limits)
        if _is_usable(group, part, groups, languages[0]):
            groups[group.id] = (group, part)
    parents = {key: group.parent for key, (group, _) in groups.items()}
    for code, options in unknown_parents(parents):
        groups[code][1].report("E316", "parent", value=parents[code], options=options)
    for first, circle in circles(parents):
        groups[first][1].report("E344", "parent", value=circle)
    return tuple(group for group, _ in groups.values())


def _floor_limits(file: MethodFile) -> tuple[float, float]:
    """What a group's floor is where it gives none, and what it must stay below.

    The first is 1 % of the range. A floor at the upper end, or for z-scores at the mean, would
    lift most areas or all of them to the same points.
    """
    low, high = file.range
    if not file.is_sound:
        return _FLOOR, _HUGE  # the range is what is wrong
    if file.normalisation is Normalisation.Z_SCORE:
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
    file: MethodFile, groups: tuple[Group, ...], indicators: Mapping[str, Indicator]
) -> Method:
    """Read the options of the scoring, and check the tree against the indicators.

    Args:
        file: The file; what is wrong is added to its findings.
        groups: The groups it holds, as `parse_groups` gave them.
        indicators: Every indicator, by its id.

    Returns:
        The method.
    """
    toml = file.settings
    toml.check_keys(_KEYS)
    method = Method(
        version=_version(toml),
        period=_period(toml),
        normalisation=file.normalisation,
        range=file.range,
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
    elif version and not VERSION.fullmatch(version):
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
        known = read_indicator(part, "indicator", indicators)
        per = read_indicator(part, "per", indicators) if "per" in part.values else ""
        is_log = part.values.get("log", False)
        if not isinstance(is_log, bool):
            part.refuse("log", "yes-no")
        if known:
            variables.append(PeerVariable(indicator=known, per=per, is_log=is_log is True))
    count = int(table.number_of("count", "whole", 1, 50, 5, whole=True))
    return PeerRule(variables=tuple(variables), count=count)


def _disclosure(toml: Settings, indicators: Mapping[str, Indicator]) -> Disclosure:
    part = toml.table("disclosure")
    if part is None:
        return Disclosure()
    part.check_keys(("indicators", "threshold"))
    codes = part.list_of("indicators", ())
    check_indicators(part, "indicators", codes, indicators)
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
