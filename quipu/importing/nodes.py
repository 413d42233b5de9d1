"""Pure. YAML to nodes that know where they stand and whose scalars are all text.

Read from the parser's events: ``NO`` stays «NO», ``010`` stays «010». Anchors, aliases and
tags are refused, since they can make gigabytes of a few lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from quipu.findings import Finding
from quipu.model import Location
from quipu.parse.text import decode

MAX_DEPTH = 20
_MAX_EVENTS = 400_000
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A value of a YAML file."""

    value: str | tuple[Node, ...] | Mapping[str, Node]
    where: Location

    @property
    def text(self) -> str:
        """The scalar, as written; empty for lists and mappings."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def summary(self) -> str:
        """All that it says on one line, to be shown to a person."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, tuple):
            return f"[{', '.join(part.summary for part in self.value)}]"
        return ", ".join(f"{key}: {node.summary}" for key, node in self.value.items())

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing: no text, or lists and mappings of such."""
        if isinstance(self.value, str):
            return not self.value.strip()
        parts = self.value if isinstance(self.value, tuple) else tuple(self.value.values())
        return all(part.is_empty for part in parts)

    @property
    def parts(self) -> tuple[Node, ...]:
        """The members of a list; a mapping or a scalar that says something is its own only one."""
        if isinstance(self.value, tuple):
            return self.value
        return () if self.is_empty else (self,)

    def get(self, key: str) -> Node:
        """A member of a mapping; an empty node where there is none."""
        found = self.value.get(key) if isinstance(self.value, Mapping) else None
        return found or Node(value="", where=self.where)

    def members(self) -> Iterator[tuple[str, Node]]:
        """The keys and nodes of a mapping; none for anything else."""
        if isinstance(self.value, Mapping):
            yield from self.value.items()


class UnusableYamlError(ValueError):
    """What a file says cannot be taken; the message says why."""

    def __init__(self, reason: str, line: int, column: int) -> None:
        super().__init__(reason)
        self.line = line
        self.column = column


def read_yaml(path: str, body: bytes, findings: list[Finding]) -> Node | None:
    """Read a YAML file.

    Args:
        path: Where the bytes come from.
        body: The file.
        findings: What is wrong is added here.

    Returns:
        Its value; None when it is empty or cannot be read.
    """
    text = decode_text(path, body, findings)
    return None if text is None else parse_yaml(path, text, findings)


def decode_text(path: str, body: bytes, findings: list[Finding]) -> str | None:
    """The text of a file; None, with the reason, where there is none.

    Odd characters within it are no reason: texts are looked at one by one when they are used.
    """
    told: list[Finding] = []
    text = decode(path, body, told)
    if text is None:
        findings += [finding for finding in told if finding.code != "W103"]
    return text


def parse_yaml(path: str, text: str, findings: list[Finding], first_line: int = 1) -> Node | None:
    """Read YAML that starts on a line of a file; None when it is empty or cannot be read."""
    try:
        events = yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        return _Reader(path, events, findings, first_line).document()
    except UnusableYamlError as error:
        where = Location(path=path, line=error.line, column=error.column)
        findings.append(Finding(code="W914", where=where, params={"value": str(error)}))
    except yaml.YAMLError as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 0)
        where = Location(path=path, line=line, column=column)
        value = str(getattr(error, "problem", "") or error)
        findings.append(Finding(code="W914", where=where, params={"value": value}))
    return None


class _Reader:
    """Puts the events of one document together."""

    def __init__(
        self, path: str, events: Iterator[yaml.Event], findings: list[Finding], first_line: int
    ) -> None:
        self._path = path
        self._events = events
        self._findings = findings
        self._first_line = first_line
        self._count = 0

    def document(self) -> Node | None:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                return self._node(self._next(), 0)
        return None

    def _next(self) -> yaml.Event:
        self._count += 1
        event = next(self._events)
        if self._count > _MAX_EVENTS:
            raise self._unusable(event, f"> {_MAX_EVENTS}")
        return event

    def _where(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        assert mark is not None  # text that is read at once is marked throughout
        return Location(path=self._path, line=mark.line + self._first_line, column=mark.column + 1)

    def _unusable(self, event: yaml.Event, reason: str) -> UnusableYamlError:
        where = self._where(event)
        return UnusableYamlError(reason, where.line, where.column)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        where = self._where(event)
        if isinstance(event, yaml.AliasEvent):
            raise self._unusable(event, f"*{event.anchor}")
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            raise self._unusable(event, f"&{event.anchor}")
        if getattr(event, "tag", None):
            raise self._unusable(event, str(getattr(event, "tag", "")))
        if depth > MAX_DEPTH:
            raise self._unusable(event, f"> {MAX_DEPTH}")
        if isinstance(event, yaml.ScalarEvent):
            is_null = event.implicit[0] and event.value in _NULLS
            return Node(value="" if is_null else event.value, where=where)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(value=tuple(self._sequence(depth)), where=where)
        return Node(value=self._mapping(depth), where=where)

    def _sequence(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _mapping(self, depth: int) -> Mapping[str, Node]:
        found: dict[str, Node] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key.value, str):
                raise self._unusable(event, "{…}: …")
            # Some editors leave the mark of their encoding in the first key.
            name = key.value.removeprefix("\xef\xbb\xbf").strip()
            if name in found:
                self._findings.append(Finding(code="W925", where=key.where, field=name))
            found[name] = self._node(self._next(), depth + 1)
        return found
