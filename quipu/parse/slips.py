"""Pure. Common slips that a parser's own words do not tell, seen in the text of the line."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DECIMAL_COMMA = re.compile(r"\s*[\w.-]+\s*=\s*-?[0-9]+,[0-9]+\s*(?:#.*)?")
_CURLY = re.compile(r"[=\[,]\s*[«»“”„‘’]")
_QUOTE_INSIDE = re.compile(r'[^"]*=\s*"[^"]*"\s*[^\s"#,\]}].*"[^"]*')
_UNQUOTED = re.compile(r"\s*([\w-]+)\s*=\s*(?!true\b|false\b|inf\b|nan\b)[^\W\d_]")
_LITERAL = re.compile(r"[=\[,]\s*'")
_TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate")
_NO_SPACE = re.compile(r"([a-z_]+):[^\s/:]")
_COLON = re.compile(r"""([a-z_]+):[ ]+(?!["'>|])[^#]*?:(?:\s|\Z)""")

_QUOTE_OPEN = re.compile(r'([a-z_]+):[ ]+"[^"]*')

Slip = dict[str, str]
"""The cause, as `HINTS` names it, and what its hint fills in; empty when none was seen."""


def toml_slip(lines: Sequence[str], number: int, problem: str) -> Slip:
    """Find the slip that made a TOML file unreadable.

    Args:
        lines: The file.
        number: The line at which its parser gave up, 1-based; the slip may be on the one before.
        problem: What the parser said.
    """
    if problem.startswith(_TWICE):
        return {"cause": "toml-key-twice"}
    for line in (lines[number - 1], lines[number - 2] if number > 1 else ""):
        if slip := _toml_line_slip(line):
            return slip
    return {}


def _toml_line_slip(line: str) -> Slip:
    if _DECIMAL_COMMA.fullmatch(line):
        return {"cause": "toml-decimal-comma"}
    if line.lstrip().startswith("#") or '"""' in line or _LITERAL.search(line):
        return {}
    outside = re.sub(r'"[^"]*"', '""', line)
    if _CURLY.search(outside):
        return {"cause": "toml-curly-quotes"}
    if line.replace('\\"', "").count('"') % 2:
        return {"cause": "toml-quote-missing"}
    if _QUOTE_INSIDE.fullmatch(line):
        return {"cause": "toml-quote-inside"}
    if match := _UNQUOTED.match(line):
        return {"cause": "toml-text-unquoted", "field": match[1]}
    return {}


def yaml_slip(lines: Sequence[str], number: int) -> Slip:
    """Find the slip that made a front matter unreadable.

    Args:
        lines: The front matter, without its «---».
        number: The line at which its parser gave up, 1-based; the slip may be on the one before.
    """
    here = lines[number - 1] if number <= len(lines) else ""
    before = lines[number - 2] if 1 < number <= len(lines) + 1 else ""
    if "\t" in here[: len(here) - len(here.lstrip())]:
        return {"cause": "yaml-tab"}
    for line in (here, before):
        if match := _NO_SPACE.match(line):
            return {"cause": "yaml-no-space", "key": match[1]}
    if match := _COLON.match(here):
        return {"cause": "yaml-colon", "key": match[1]}
    for line in lines[:number]:
        if match := _QUOTE_OPEN.fullmatch(line):
            return {"cause": "yaml-quote-missing", "key": match[1]}
    return {}
