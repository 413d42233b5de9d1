"""Pure. What can be started: how a kind is called, what it asks for and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from quipu.findings import Finding
from quipu.model import Catalog, Localised
from quipu.new.draft import Draft, Given, Root, words
from quipu.new.fields import Field
from quipu.new.naming import Names

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of contribution."""

    name: str
    """The word after ``new``."""
    says: Localised
    """What it writes, in one line of help."""
    fields: Callable[[Root], tuple[Field, ...]]
    """What it asks for, in the order of the questions; arguments first."""
    draft: Callable[[Root, Given, list[Finding]], Draft | None]
    """Makes the files; None where a finding, which it adds, stands in the way."""


def names_of(things: Iterable[Thing], key: str = "id", name: str = "names") -> Names:
    """Codes and names of what the catalog holds.

    Args:
        things: Areas, indicators, sources…
        key: The attribute that holds the code.
        name: The attribute that holds the name, or the names by language.
    """
    found = {}
    for thing in things:
        called = attrgetter(name)(thing)
        found[attrgetter(key)(thing)] = (
            (called,) if isinstance(called, str) else tuple(dict.fromkeys(called.values()))
        )
    return found


def in_languages(
    catalog: Catalog, stem: str, says: Localised, *, is_required: bool = True
) -> tuple[Field, ...]:
    """One field a language of the site; only the first language may be required."""
    first = catalog.site.languages[0]
    return tuple(
        Field(
            name=f"{stem}_{language}",
            says=words(f"{says['es']} («{language}»)", f"{says['en']} (“{language}”)"),
            is_required=is_required and language == first,
        )
        for language in catalog.site.languages
    )


def indicator_field(catalog: Catalog) -> Field:
    """The argument that names an indicator."""
    return Field(
        name="indicator",
        says=words("Código del indicador", "Id of the indicator"),
        is_argument=True,
        is_required=True,
        known=names_of(catalog.indicators),
        unknown="E323",
    )
