"""Pure. Words that would be a leak of the program, were they not written in the facts themselves.

«undefined», «None» or «{{» on a page is a fault of a template, unless a note or a name says so.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from quipu.model import Catalog
from quipu.publish.inspect import Problem

_RULE = "no-leak"
_WORDS = ("undefined", "None", "NaN", "nan", "{{", "{%", "<Markup", "<quipu.")


def without_own_words(problems: Iterable[Problem], catalog: Catalog) -> tuple[Problem, ...]:
    """Leave out the leaks of words that a contributor wrote."""
    found = tuple(problems)
    if not any(problem.rule == _RULE for problem in found):
        return found
    own = {word for text in _texts(catalog) for word in _WORDS if word in text}
    return tuple(p for p in found if p.rule != _RULE or _word_in(p.detail) not in own)


def _word_in(detail: str) -> str:
    text = detail.replace("&lt;", "<")
    return next((word for word in _WORDS if word in text), "")


def _texts(value: object) -> Iterator[str]:
    """Every text of a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield value.decode("utf-8", "replace")
    elif isinstance(value, Mapping):
        yield from _texts(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for each in dataclasses.fields(value):
            yield from _texts(getattr(value, each.name))
