"""Findings: words in two languages, order, what stops a build."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from quipu import findings
from quipu.findings import Finding, did_you_mean, in_order, is_blocking, message, shown
from quipu.findings.codes import FAMILIES, MENDABLE, RULES, RULES_BY_CODE, Rule
from quipu.findings.form_codes import FORMS
from quipu.findings.hint_codes import HINTS
from quipu.model import Location


def finding(code: str, path: str = "a.csv", line: int = 0, **params: str) -> Finding:
    """A finding on a line."""
    return Finding(code=code, where=Location(path=path, line=line), params=params)


def code_of(rule: Rule) -> str:
    """Name a parameter in pytest's output."""
    return rule.code


def placeholders(text: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("rule", RULES, ids=code_of)
def test_both_languages_say_the_same(rule: Rule) -> None:
    """Both have a message and a hint, in sentences, with the same values in them."""
    for spanish, english in ((rule.es.message, rule.en.message), (rule.es.hint, rule.en.hint)):
        assert placeholders(spanish) == placeholders(english)
        assert spanish != english
        assert re.search(r"[.?]»?$", spanish)
        assert re.search(r"[.?]”?$", english)


def test_forms_say_the_same_in_both_languages() -> None:
    """The ends of hints that several findings share."""
    for spanish, english in FORMS.values():
        assert placeholders(spanish) == placeholders(english)
        assert spanish
        assert english


def test_every_cause_is_seen_by_some_module() -> None:
    """No hint is left that nothing tells."""
    program = "".join(
        module.read_text(encoding="utf-8")
        for module in Path(findings.__file__).parents[1].rglob("*.py")
        if module.name != "hint_codes.py"
    )
    for cause in HINTS:
        assert f'"{cause}"' in program or f'"{cause.partition("-of-")[0]}-of-' in program, cause


@pytest.mark.parametrize("rule", RULES, ids=code_of)
def test_every_code_has_an_example_of_its_mend(rule: Rule) -> None:
    """In both languages: what is wrong, an arrow, what is right, and the two differ."""
    for words in (rule.es, rule.en):
        wrong, arrow, right = words.example.partition(" → ")
        assert wrong
        assert arrow
        assert right
        assert wrong != right


def test_families_hold_every_code_once() -> None:
    """The page of messages lists them by family, at anchors that no other has."""
    anchors = [family.anchor for family in FAMILIES]
    anchors += [rule.code.lower() for family in FAMILIES for rule in family.rules]
    assert len(set(anchors)) == len(anchors)
    assert {rule.code for family in FAMILIES for rule in family.rules} == set(RULES_BY_CODE)
    assert set(RULES_BY_CODE) >= MENDABLE


def test_hints_are_filled_in_the_language_of_the_reader() -> None:
    """What is allowed is told in words, with the choices in them."""
    found = finding("E503", form="one-of", value="x", options="a, b")
    assert message(found, "es")[1] == "Escriba uno de estos: a, b."
    assert message(found, "en")[1] == "Write one of these: a, b."
    assert message(found, "qu") == message(found, "es")


def test_values_cannot_break_the_line() -> None:
    """Control characters are shown, long values cut, braces kept."""
    text, _ = message(finding("E203", value="a\n\x1b[31m{field}" + "b" * 500), "es")
    assert "\\n\\x1b[31m{field}" in text
    assert len(text) < 300
    assert shown("\u202eá") == "\\u202eá"


def test_order_and_weight() -> None:
    """By file, line, column and code; warnings stop nothing."""
    found = [finding("E203", "b", 2), finding("W209", "a", 9), finding("E101", "b", 2)]
    assert [f.code for f in in_order(found)] == ["W209", "E101", "E203"]
    assert is_blocking(found)
    assert not is_blocking([finding("W209")])


def test_likeness() -> None:
    """Case does not matter; nothing is better than anything."""
    assert did_you_mean("pe-cuz", ["PE-CUS", "PE-LIM"]).split(", ")[0] == "PE-CUS"
    assert did_you_mean("zzzz", ["PE-CUS"]) == ""
    assert did_you_mean("a" * 10_000, ["PE-CUS"]) == ""
