"""What looks like a leak is one, unless a contributor wrote it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quipu.publish.inspect import Problem
from quipu.publish.leaks import without_own_words
from tests.samples import catalog, indicator, observation, regions

LEAKS = ("undefined", "> None <", ">nan<", "NaN", "{{", "{%", "&lt;Markup", 'alt="None"')


def leak(detail: str) -> Problem:
    """Say that a page has this."""
    return Problem(path="index.html", rule="no-leak", detail=detail)


@pytest.mark.parametrize("detail", LEAKS)
def test_a_leak_of_the_program_is_told(detail: str) -> None:
    """No fact says anything like it; that fields are empty is not a word of a contributor."""
    facts = catalog(regions(2), [indicator()], [observation("A01", None)])
    facts = replace(facts, site=replace(facts.site, taglines={}))
    assert without_own_words([leak(detail)], facts) == (leak(detail),)


@pytest.mark.parametrize("detail", LEAKS)
def test_words_of_a_contributor_are_not(detail: str) -> None:
    """In a note, in a table that is only offered, or wherever else."""
    word = detail.strip("<> ").replace("&lt;", "<").removeprefix('alt="').removesuffix('"')
    row = replace(observation("A01", 1), notes={"en": f"It is {word} here"})
    noted = catalog(regions(2), [indicator()], [row])
    tables = replace(catalog(regions(2), [indicator()], []), tables={"data/x.csv": word.encode()})
    for facts in (noted, tables):
        assert without_own_words([leak(detail)], facts) == ()


def test_other_problems_stay() -> None:
    """A word of a contributor excuses no script."""
    facts = catalog(
        regions(
            1,
        ),
        [indicator()],
        [],
    )
    facts = replace(facts, tables={"data/x.csv": b"<script> undefined"})
    script = Problem(path="index.html", rule="no-script", detail="<script>undefined</script>")
    assert without_own_words([script, leak("undefined"), leak("NaN")], facts) == (
        script,
        leak("NaN"),
    )
