"""Pure. The tree of ``data/method.toml`` to groups, and a look at its other settings."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from quipu.findings import Finding
from quipu.model import Group
from quipu.parse.areas import leads_back
from quipu.parse.toml import Settings, read_toml

METHOD_PATH = "data/method.toml"

_ID = re.compile(r"[A-Z][A-Z0-9_-]{0,39}")
_HEAD = re.compile(r"\s*\[\[\s*group\b")
_KEYS = ("version", "period", "normalise", "group", "uncertainty", "missing", "peers")
_WITHOUT_EFFECT = ("period", "normalise", "uncertainty", "missing", "peers")
"""Settings of the scoring, which this version checks and does not yet apply."""
_GROUP_KEYS = ("id", "parent", "weight", "aggregate", "floor", "min_coverage")
_AGGREGATES = ("arithmetic", "geometric", "harmonic")
_NORMALISATIONS = ("goalposts", "min-max", "z-score", "percentile-rank")
_HUGE = 1e12


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
    toml.check_keys(_KEYS)
    for key in ("version", "period"):
        toml.text_of(key)
    _check_scoring(toml)
    for key in _WITHOUT_EFFECT:
        if key in toml.values:
            toml.report("W505", key)
    groups: dict[str, tuple[Group, Settings]] = {}
    for part in _parts(toml):
        words = [f"{name}_{language}" for name in ("name", "summary") for language in languages]
        part.check_keys([*_GROUP_KEYS, *words])
        part.check_choice("aggregate", _AGGREGATES)
        part.check_number("weight", "positive", 1e-9, _HUGE, whole=False)
        part.check_number("floor", "positive", 1e-9, _HUGE, whole=False)
        part.check_number("min_coverage", "share", 0, 1, whole=False)
        group = Group(
            id=part.text_of("id"),
            parent=part.text_of("parent"),
            names=part.by_language("name", languages),
            summaries=part.by_language("summary", languages),
        )
        if _is_usable(group, part, groups, languages[0]):
            groups[group.id] = (group, part)
    parents = {key: group.parent for key, (group, _) in groups.items()}
    for group, part in groups.values():
        if group.parent and (group.parent not in groups or leads_back(group.id, parents)):
            part.report("E316", "parent", value=group.parent, options=", ".join(groups))
    return tuple(group for group, _ in groups.values())


def _is_usable(group: Group, part: Settings, known: Container[str], language: str) -> bool:
    """Report what a group lacks; tell whether others may refer to it."""
    if not group.names.get(language):
        part.report("E504", f"name_{language}")
    if not group.id:
        part.report("E504", "id")
    elif group.id in known:
        part.refuse("id", "unique-id")
    elif not _ID.fullmatch(group.id):
        part.refuse("id", "group-id")
    else:
        return True
    return False


def _parts(toml: Settings) -> Iterator[Settings]:
    """The ``[[group]]`` tables, each with the line it starts on."""
    tables = toml.values.get("group", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        toml.refuse("group", "groups")
        return
    heads = [n for n, line in enumerate(toml.lines, start=1) if _HEAD.match(line)]
    for number, table in enumerate(tables):
        yield toml.part(table, heads[number] if len(heads) == len(tables) else 1)


def _check_scoring(toml: Settings) -> None:
    normalise = toml.table("normalise")
    if normalise is not None:
        normalise.check_keys(("method", "range"))
        normalise.check_choice("method", _NORMALISATIONS)
        ends = normalise.values.get("range", [0, 100])
        is_pair = isinstance(ends, list) and len(ends) == 2
        if not is_pair or not all(isinstance(end, int | float) for end in ends):
            normalise.refuse("range", "pair")
    uncertainty = toml.table("uncertainty")
    if uncertainty is not None:
        uncertainty.check_keys(("draws", "seed"))
        for key in ("draws", "seed"):
            uncertainty.check_number(key, "whole", 0, _HUGE, whole=True)
