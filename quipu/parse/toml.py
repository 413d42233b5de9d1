"""Pure. TOML files whose every setting can say where it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeGuard, TypeVar

from quipu.findings import Finding
from quipu.model import Location
from quipu.parse.lines import MAX_CELL_CHARACTERS
from quipu.parse.said import meant_key
from quipu.parse.slips import toml_slip
from quipu.parse.text import decode, hidden_sign
from quipu.parse.wording import check_entities, check_wording

Code = TypeVar("Code", bound=StrEnum)

MAX_CHARACTERS = 100_000
"""Of a file: seven times the longest one that there is."""
MOST_UNKNOWN = 100
"""Unknown keys of a table that are told one by one."""
LONGEST_NAME = 120
"""Characters of a name that stands in menus, charts and tables."""

_PLACE = re.compile(r" ?\(at line (\d+), column (\d+)\)")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?")
_HEAD = re.compile(r"""\s*\[{1,2}[^\[\]{}"',=]+\]{1,2}\s*(?:#.*)?""")
"""The line that begins a table; a row of a list of lists is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A table of a TOML file."""

    path: str
    lines: tuple[str, ...]
    first_line: int
    """Where the table starts, 1-based: a key of the same name may stand before it."""
    values: Mapping[str, Any]
    findings: list[Finding]
    """What is wrong is added here."""

    def report(self, code: str, key: str, **params: str) -> None:
        """Add a finding about a key."""
        self.findings.append(Finding(code=code, where=self.where(key), field=key, params=params))

    def refuse(self, key: str, form: str, value: object = None, **params: str) -> None:
        """Report a value that is not of its form, named as in `FORMS`."""
        offending = self.values.get(key) if value is None else value
        self.report("E503", key, value=as_text(offending), form=form, **params)

    def where(self, key: str) -> Location:
        """The line and column of a key; of the table when it has no such key."""
        pattern = re.compile(rf"""\s*(?:\[+\s*)?["']?({re.escape(key)})["']?\s*[\].=]""")
        is_own = True
        for number, line in enumerate(self.lines[self.first_line - 1 :], start=self.first_line):
            is_head = bool(_HEAD.fullmatch(line))
            is_own = is_own and (not is_head or number == self.first_line)
            # Below the next head stand the keys of other tables; of the file, further tables.
            if not is_own and self.first_line > 1:
                break
            if (is_own or is_head) and (match := pattern.match(line)):
                return Location(path=self.path, line=number, column=match.start(1) + 1)
        return Location(path=self.path, line=self.first_line)

    def table(self, key: str) -> Settings | None:
        """The table under a key, empty when it is absent; None when it is something else."""
        if key not in self.values:
            return self.part({}, self.first_line)
        values = self.values[key]
        if not isinstance(values, dict):
            self.refuse(key, "table")
            return None
        return self.part(values, self.where(key).line)

    def part(self, values: Mapping[str, Any], first_line: int) -> Settings:
        """A table within this one."""
        return Settings(
            path=self.path,
            lines=self.lines,
            first_line=first_line,
            values=values,
            findings=self.findings,
        )

    def lacks(self, key: str) -> bool:
        """Whether a text is absent or blank; what is no text is told when it is read."""
        value = self.values.get(key, "")
        return isinstance(value, str) and not value.strip()

    def check_keys(self, known: Iterable[str]) -> None:
        """Report the keys that nothing reads."""
        choices = list(known)
        unknown = [key for key in self.values if key not in choices]
        for key in unknown[:MOST_UNKNOWN]:
            self.report("E502", key, **meant_key(key, choices))

    def text_of(self, key: str, default: str = "") -> str:
        """A setting that is a text."""
        value = self.values.get(key, default)
        if not _is_text(value):
            self.refuse(key, "text")
        elif len(value) > MAX_CELL_CHARACTERS:
            self.refuse(key, "short-text", limit=str(MAX_CELL_CHARACTERS))
        else:
            return value
        return default

    def check_length(self, key: str, limit: int) -> None:
        """Report a text of more characters than fit where it is shown."""
        value = self.values.get(key)
        if isinstance(value, str) and len(value) > limit:
            self.refuse(key, "short-text", limit=str(limit))

    def list_of(self, key: str, default: tuple[str, ...], form: str = "list") -> tuple[str, ...]:
        """A setting that is a list of texts without repetition."""
        value = self.values.get(key, list(default))
        if isinstance(value, list) and all(map(_is_text, value)) and len(set(value)) == len(value):
            return tuple(value)
        self.refuse(key, form)
        return default

    def by_language(
        self, name: str, languages: tuple[str, ...], everywhere: str = ""
    ) -> dict[str, str]:
        """The texts ``<name>_<language>``; languages without one are left out."""
        texts = {lang: self.text_of(f"{name}_{lang}", everywhere) for lang in languages}
        return {lang: text for lang, text in texts.items() if text}

    def check_number(self, key: str, form: str, low: float, high: float, *, whole: bool) -> None:
        """Report a setting that is there and is no number from *low* to *high*."""
        value = self.values.get(key)
        kinds = (int,) if whole else (int, float)
        fits = isinstance(value, kinds) and not isinstance(value, bool) and low <= value <= high
        if value is not None and not fits:
            self.refuse(key, form, **self._unquoted(key, low, high, whole=whole))

    def _unquoted(self, key: str, low: float, high: float, *, whole: bool) -> dict[str, str]:
        """What a finding says of a text that, without its quotes, would be the number."""
        value = self.values[key]
        if not isinstance(value, str) or not _NUMBER.fullmatch(value):
            return {}
        if not low <= float(value) <= high or (whole and "." in value):
            return {}
        return {"value": f'"{value}"', "cause": "quoted-number", "fixed": value}

    def number_of(
        self, key: str, form: str, low: float, high: float, default: float, *, whole: bool = False
    ) -> float:
        """A setting that is a number from *low* to *high*; the default when it is not."""
        self.check_number(key, form, low, high, whole=whole)
        value = self.values.get(key, default)
        fits = isinstance(value, int | float) and not isinstance(value, bool)
        number = value if fits and low <= value <= high else default
        # 1 and 1.0 are the same rule; a whole number may have more digits than a float keeps.
        return number if whole else float(number)

    def choice_of(self, key: str, choices: type[Code], default: Code) -> Code:
        """A setting that is a code of a list; the default when it is not."""
        self.check_choice(key, choices)
        value = self.values.get(key, default)
        return choices(value) if value in list(choices) else default

    def parts(self, key: str, form: str) -> Iterator[Settings]:
        """The tables ``[[key]]``, each with the line it starts on; *key* may be dotted."""
        name = key.rpartition(".")[2]
        tables = self.values.get(name, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self.refuse(name, form)
            return
        head = re.compile(rf"\s*\[\[\s*{re.escape(key)}\s*\]\]")
        heads = [n for n, line in enumerate(self.lines, start=1) if head.match(line)]
        if len(heads) != len(tables):  # written in one line, as [{…}, {…}]
            heads = [self.where(name).line] * len(tables)
        for head_line, table in zip(heads, tables, strict=True):
            yield self.part(table, head_line)

    def check_choice(self, key: str, choices: Iterable[str]) -> None:
        """Report a setting that is there and is none of the choices."""
        value = self.values.get(key)
        if value is not None and value not in (options := list(choices)):
            self.refuse(key, "one-of", options=", ".join(options))


def _is_text(value: object) -> TypeGuard[str]:
    """Whether a value is a text, and all of it can be seen."""
    return isinstance(value, str) and not hidden_sign(value.replace("\n", " "))


def as_text(value: object) -> str:
    """Any value of a TOML file as text; a number too long to be written becomes «…»."""
    try:
        return str(value)
    except ValueError:
        return "…"


def read_toml(path: str, body: bytes, findings: list[Finding]) -> Settings | None:
    """Read a file.

    Args:
        path: Where the bytes come from.
        body: The whole file.
        findings: What is wrong is added here.

    Returns:
        Its settings; None when it cannot be read.
    """
    text = decode(path, body, findings)
    if text is None:
        return None
    if len(text) > MAX_CHARACTERS:
        params = {"value": str(len(text)), "limit": str(MAX_CHARACTERS)}
        findings.append(Finding(code="E413", where=Location(path=path), params=params))
        return None
    check_wording(path, text, findings)
    check_entities(path, text, findings)
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        place = _PLACE.search(str(error))
        last = text.count("\n") + 1
        line, column = (int(place[1]), int(place[2])) if place else (last, 0)
        where = Location(path=path, line=line, column=column)
        problem = _PLACE.sub("", str(error))
        params = {"value": problem, **toml_slip(text.split("\n"), line, problem)}
        findings.append(Finding(code="E501", where=where, params=params))
        return None
    return Settings(
        path=path, lines=tuple(text.split("\n")), first_line=1, values=values, findings=findings
    )
