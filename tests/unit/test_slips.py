"""Common slips in settings and front matter are told in words, not in those of a parser."""

from __future__ import annotations

import pytest

from quipu.findings import Finding, message
from quipu.findings.hint_codes import HINTS
from quipu.parse.documents import parse_document
from quipu.parse.toml import Settings, read_toml
from tests.unit.test_findings import placeholders


def toml_finding(text: str) -> Finding:
    """What is found in settings that cannot be read."""
    findings: list[Finding] = []
    assert read_toml("data/a.toml", text.encode(), findings) is None
    (finding,) = findings
    assert finding.code == "E501"
    return finding


def yaml_finding(front: str) -> Finding:
    """The first thing found in a front matter that cannot be read."""
    findings: list[Finding] = []
    parse_document("content/pages/a.es.md", f"---\n{front}\n---\n".encode(), findings)
    assert findings[0].code == "E402"
    return findings[0]


def test_hints_say_the_same_in_both_languages() -> None:
    """Those of a cause that was seen, like those of the table of codes."""
    for spanish, english in HINTS.values():
        assert placeholders(spanish) == placeholders(english)
        assert spanish != english
        assert spanish.endswith((".", "?", "…"))
        assert english.endswith((".", "?", "…"))


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("weight = 1,5", "toml-decimal-comma"),
        ("a = 1\nweight = -0,25  # peso\nb = 2", "toml-decimal-comma"),
        ("name = “Uno”", "toml-curly-quotes"),
        ("name = «Uno»", "toml-curly-quotes"),
        ("names = [“Uno”]", "toml-curly-quotes"),
        ('name = "Uno', "toml-quote-missing"),
        ('name = Uno"', "toml-quote-missing"),
        ("name = \"d'Uno", "toml-quote-missing"),
        ('name = "Uno\nother = 1', "toml-quote-missing"),
        ('name = "Uno "dos" tres"', "toml-quote-inside"),
        ("name = Uno", "toml-text-unquoted"),
        ('name = "Uno"\nname = "Dos"', "toml-key-twice"),
        ("[a]\n[a]", "toml-key-twice"),
        ("name = ", ""),
        ("name : 1", ""),
        ("[name", ""),
        ("name = [1", ""),
        ("name = true false", ""),
        ("# “Uno”\n[name", ""),
        ("name = 'd\"Uno' x", ""),
    ],
)
def test_slips_in_settings(text: str, cause: str) -> None:
    """The cause where it can be seen in the line; otherwise the general advice."""
    finding = toml_finding(text)
    assert finding.params.get("cause", "") == cause
    told = message(finding, "es")[1]
    assert told.startswith("Revise en esa línea") == (not cause)


@pytest.mark.parametrize(
    ("front", "cause"),
    [
        ("\ttitle: a", "yaml-tab"),
        ("title: a\n\tdescription: b", "yaml-tab"),
        ("title:a", "yaml-no-space"),
        ("title:a\ndescription: b", "yaml-no-space"),
        ("title: a\ndescription:b", "yaml-no-space"),
        ("title: a: b", "yaml-colon"),
        ("title: a\ndescription: Uno:", "yaml-colon"),
        ('title: "a\ndescription: b', "yaml-quote-missing"),
        ("title: @a", ""),
        ("- a", ""),
        ("solo texto", ""),
    ],
)
def test_slips_in_front_matter(front: str, cause: str) -> None:
    """The cause where it can be seen in the line or the one before."""
    finding = yaml_finding(front)
    assert finding.params.get("cause", "") == cause
    told = message(finding, "es")[1]
    assert told.startswith("Cada línea es") == (not cause)


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_parsers_words_are_not_shown(language: str) -> None:
    """They stay with the finding, for programs."""
    for finding in (toml_finding("name = "), yaml_finding("title: @a")):
        assert finding.params["value"]
        assert finding.params["value"] not in " ".join(message(finding, language))


def settings(text: str) -> Settings:
    """Settings that can be read."""
    read = read_toml("data/a.toml", text.encode(), [])
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("text", "whole", "is_told"),
    [
        ('"5"', True, True),
        ('"5"', False, True),
        ('"0.5"', False, True),
        ('"0.5"', True, False),
        ('"11"', False, False),
        ('"cinco"', False, False),
        ('"0,5"', False, False),
        ("true", False, False),
    ],
)
def test_quotes_around_a_number(text: str, *, whole: bool, is_told: bool) -> None:
    """That they are what is wrong is told only where the number itself would do."""
    part = settings(f"weight = {text}")
    part.check_number("weight", "positive", 0, 10, whole=whole)
    (finding,) = part.findings
    told, hint = message(finding, "es")
    if is_told:
        assert told == f"«weight» no puede valer «{text}»."
        number = text.strip('"')
        assert hint.endswith(f"weight = {number}.")
        assert "Quite las comillas" in hint
    else:
        assert hint == "Escriba un número mayor que 0."
