"""Pure. What the cells of the matrix recommend: its functions and its categories."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quipu.method import Category, MatrixFunction
from quipu.parse.shared import MAX_MONTHS, check_known, require
from quipu.parse.toml import LONGEST_NAME, Settings

_ID = re.compile(r"[A-Z][A-Z0-9+-]{0,9}")
_MAX_SETUP = 100
_MOST_CATEGORIES = 12
"""Colours and rows of the matrix's key cannot be told apart beyond that."""


def read_functions(toml: Settings, languages: tuple[str, ...]) -> tuple[MatrixFunction, ...]:
    """Read the functions that categories put in order."""
    found: dict[str, MatrixFunction] = {}
    for part in toml.parts("function", "functions"):
        part.check_keys(["id", *(f"{s}_{lang}" for s in ("name", "step") for lang in languages)])
        key = _id(part, found, languages)
        if key:
            found[key] = MatrixFunction(
                id=key,
                names=part.by_language("name", languages),
                steps=part.by_language("step", languages),
            )
    return tuple(found.values())


def _id(part: Settings, known: Mapping[str, object], languages: tuple[str, ...]) -> str:
    key = part.text_of("id")
    require(part, ["id", f"name_{languages[0]}"])
    for language in languages:
        part.check_length(f"name_{language}", LONGEST_NAME)
    if key in known:
        part.refuse("id", "unique-id")
    elif key and not _ID.fullmatch(key):
        part.refuse("id", "category-id")
    else:
        return key
    return ""


def read_categories(
    toml: Settings,
    languages: tuple[str, ...],
    functions: Sequence[str],
    minimum: Sequence[str],
) -> tuple[Category, ...]:
    """Read the categories.

    Args:
        toml: The file of the matrix.
        languages: Which languages their texts stand in.
        functions: Ids of the functions that there are.
        minimum: Ids of those that every category puts first.

    Returns:
        The categories in file order.
    """
    found: dict[str, Category] = {}
    stems = ("name", "setup", "support")
    for part in toml.parts("category", "categories"):
        words = [f"{stem}_{language}" for stem in stems for language in languages]
        part.check_keys(["id", "setup", "functions", "review_months", "priority", *words])
        key = _id(part, found, languages)
        listed = part.list_of("functions", ())
        check_known(part, "functions", listed, functions)
        if set(listed[: len(minimum)]) != set(minimum):
            part.report("E508", "functions", value=key, options=", ".join(minimum) or "–")
        low, high = _setup(part)
        if key:
            found[key] = Category(
                id=key,
                names=part.by_language("name", languages),
                setups=part.by_language("setup", languages),
                setup_low=low,
                setup_high=high,
                functions=listed,
                support=part.by_language("support", languages),
                review_months=int(
                    part.number_of("review_months", "whole", 1, MAX_MONTHS, 12, whole=True)
                ),
                priority=int(part.number_of("priority", "whole", 0, 1000, len(found), whole=True)),
            )
    if len(found) > _MOST_CATEGORIES:
        limit = str(_MOST_CATEGORIES)
        toml.refuse("category", "few-categories", value=len(found), limit=limit)
    return tuple(found.values())


def _setup(part: Settings) -> tuple[int, int]:
    """The recommended set-up: a value, or the lowest and the highest of several."""
    given = part.values.get("setup")
    ends = given if isinstance(given, list) else [given, given]
    whole = [end for end in ends if isinstance(end, int) and not isinstance(end, bool)]
    if given is None:
        part.report("E504", "setup")
    elif len(ends) != 2 or len(whole) != 2 or not 0 <= whole[0] <= whole[1] <= _MAX_SETUP:
        part.refuse("setup", "setup")
    else:
        return whole[0], whole[1]
    return 0, 0
