"""Pure. What several files of rules have in common: versions, ages, codes that name something."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from quipu.findings import did_you_mean
from quipu.parse.toml import Settings

VERSION = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,2}")
"""A version of the method."""
INDICATOR_FORMS = ("indicator", "indicator-code")
"""What should stand where a code names no indicator, with those that look like it and without."""
MAX_MONTHS = 600
"""No figure is kept, and no review put off, for longer."""


def require(part: Settings, texts: Sequence[str]) -> None:
    """Report the texts that a table lacks."""
    for key in texts:
        if part.lacks(key):
            part.report("E504", key)


def check_known(part: Settings, key: str, listed: Sequence[str], known: Sequence[str]) -> None:
    """Report the ids of a list that name nothing."""
    for code in listed:
        if code not in known:
            options = did_you_mean(code, known) or ", ".join(known) or "–"
            part.refuse(key, "one-of", value=code, options=options)


def check_indicators(
    part: Settings, key: str, listed: Sequence[str], indicators: Collection[str]
) -> None:
    """Report the codes of a list that no indicator has."""
    for code in listed:
        if code not in indicators:
            _refuse_indicator(part, key, code, indicators)


def read_indicator(part: Settings, key: str, indicators: Collection[str]) -> str:
    """An indicator that a setting names; empty, with a finding, when there is none."""
    code = part.text_of(key)
    if code in indicators:
        return code
    if part.lacks(key):
        part.report("E504", key)
    elif code:
        _refuse_indicator(part, key, code, indicators)
    return ""


def _refuse_indicator(part: Settings, key: str, code: str, indicators: Collection[str]) -> None:
    """Report the code of no indicator, with those that look like it if any do."""
    options = did_you_mean(code, indicators)
    form = "indicator" if options else "indicator-code"
    part.refuse(key, form, value=code, options=options)
