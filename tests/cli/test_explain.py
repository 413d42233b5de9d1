"""``explain``: what a code means and how to mend it, in the language of the reader."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from quipu.cli import EXIT_USAGE, cli
from quipu.findings.codes import RULES, Rule


def code_of(rule: Rule) -> str:
    """Name a parameter in pytest's output."""
    return rule.code


@pytest.mark.parametrize("rule", RULES, ids=code_of)
def test_every_code_is_explained(rule: Rule) -> None:
    """The text names the code, says what is wrong and how to mend it, with nothing to fill in."""
    for language, words in (("es", rule.es), ("en", rule.en)):
        done = CliRunner().invoke(cli, ["--lang", language, "explain", rule.code])
        assert done.exit_code == 0
        head, _, text = done.output.partition("\n\n")
        assert head.startswith(f"{rule.code} {rule.slug} (")
        assert words.message.split("{", maxsplit=1)[0] in text
        assert words.hint.split("{", maxsplit=1)[0] in text
        assert f": {words.example}\n" in text
        assert "{" not in text.replace(words.example, "")


def test_small_letters_do() -> None:
    """A code may be typed as it comes."""
    assert "decimal" in CliRunner().invoke(cli, ["explain", "e203"]).output


@pytest.mark.parametrize(("language", "question"), [("es", "¿Quiso decir"), ("en", "Did you mean")])
def test_an_unknown_code_is_wrong_usage(language: str, question: str) -> None:
    """Codes that look like it are named."""
    result = CliRunner().invoke(cli, ["--lang", language, "explain", "E2003"])
    assert result.exit_code == EXIT_USAGE
    assert question in result.output
    assert "E203" in result.output


@pytest.mark.parametrize("typed", ["E2O3", "W203", "e2o3"])
def test_a_code_by_its_number(typed: str) -> None:
    """A letter for the zero, or another severity: the number says which is meant."""
    assert "¿Quiso decir: E203?" in CliRunner().invoke(cli, ["explain", typed]).output
