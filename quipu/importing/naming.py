"""Pure. What indicators, their series and their units are called, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quipu.findings import Finding
from quipu.importing.cleaning import cell_of
from quipu.importing.codes import plain
from quipu.importing.figures import MULTIPLIERS, Layout, SeriesKey
from quipu.importing.metadata import Described
from quipu.importing.terms import INDICATOR, UNIT, term
from quipu.importing.translating import Translations, unresolved
from quipu.model import Location
from quipu.parse.lines import MAX_CELL_CHARACTERS

_NAMES = ("indicator_name", "indicator_available", "graph_title", "SDG_INDICATOR")
"""Fields that name an indicator, the most telling first."""
_PERCENT = re.compile(
    r"%|(?:per ?cent|percentage|percentages|porcentaje|por ciento|pourcentage)(?:\s*\(%\))?",
    re.IGNORECASE,
)
_LONGEST_CODE = 40
_LONGEST_SHORT = 12
"""Longer units stand in heads and sentences, not beside every number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of the repository."""

    code: str
    names: Mapping[str, str]
    is_percent: bool

    def short(self, name: str) -> str:
        """What stands beside a number, for one of its names; empty for a long one."""
        return "%" if self.is_percent else name if len(name) <= _LONGEST_SHORT else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Namer:
    """Names in the languages of the site; what has no text is told once for each place."""

    languages: Sequence[str]
    translations: Translations
    findings: list[Finding]
    units: dict[str, Unit] = field(default_factory=dict)
    """Every unit that was named, by its code."""

    told: set[str] = field(default_factory=set)
    """Keys without text that were told."""

    def words(self, text: str, language: str, groups: Sequence[str], where: Location) -> str:
        """A cell's text in a language; the key itself where it has no text, «…» for mere markup."""
        said = self.translations.text_in(language, text, groups)
        if said is None and text not in self.told:
            self.told.add(text)
            self.findings.append(unresolved(text, where))
        return cell_of(said or text, language)[0] or cell_of(text, language)[0] or "…"

    def indicator(self, described: Described) -> Mapping[str, str]:
        """The name of an indicator by language; never empty in the first."""
        first = self.languages[0]
        found: dict[str, str] = {}
        for key in _NAMES:
            for language in self.languages:
                raw = described.raw(key, language, self.translations, first)
                if raw is None and language == first:
                    node = described.get(key)
                    self.findings.append(unresolved(node.text, node.where, key))
                cell, wrong = cell_of((raw or "")[: MAX_CELL_CHARACTERS * 4], language)
                if wrong:
                    self.findings.append(_no_name(described, key, len(raw or "")))
                if cell:
                    found.setdefault(language, cell)
            if first in found:
                return found
        number = described.id.replace("-", ".")
        return {
            language: term(INDICATOR, language).format(id=number) for language in self.languages
        }

    def series(
        self, names: Mapping[str, str], key: SeriesKey, layout: Layout, where: Location
    ) -> Mapping[str, str]:
        """The name of a series: the indicator's, then what makes the series this one.

        Args:
            names: Of the indicator, by language.
            key: The series.
            layout: Which columns its tables have.
            where: Its first row.
        """
        found = {}
        for language in names:
            pieces = []
            if key.series:
                pieces.append(self.words(key.series, language, (layout.series, "data"), where))
            for column, value in key.parts:
                head = self.words(column, language, ("data",), where)
                said = self.words(value, language, (column, "data"), where)
                pieces.append(f"{head}: {said}")
            if layout.has_units and (key.unit or key.multiplier):
                pieces.append(self._unit_words(key, language, layout.unit, where))
            parts = ", ".join(pieces)
            whole = f"{names[language]} · {parts}" if parts else names[language]
            # Of what does not fit in a cell, the parts tell one series from another.
            fitting = (name for name in (whole, parts) if len(name) <= MAX_CELL_CHARACTERS)
            found[language] = next(fitting, names[language])
        return found

    def unit(self, key: SeriesKey, described: Described, column: str, where: Location) -> Unit:
        """The unit of a series: its own, else the indicator's, else that there is none."""
        first = self.languages[0]
        names = {lang: self._unit_words(key, lang, column, where) for lang in self.languages}
        if not names[first]:
            names = self._computation_units(described)
        if not names[first]:
            names = {lang: term(UNIT, lang) for lang in self.languages}
        is_percent = any(_PERCENT.fullmatch(name) for name in names.values())
        code = "percent" if is_percent else _unit_code(names[first])
        number = 2
        while code in self.units and self.units[code].names != names and not is_percent:
            code, number = f"{_unit_code(names[first])[:36]}_{number}", number + 1
        unit = Unit(code=code, names=names, is_percent=is_percent)
        return self.units.setdefault(code, unit)

    def _computation_units(self, described: Described) -> dict[str, str]:
        """The unit of an indicator by language; empty words where it has none."""
        name, first = "computation_units", self.languages[0]
        node = described.get(name)
        found = {}
        for language in self.languages:
            raw = described.raw(name, language, self.translations, first)
            if raw is None and node.text not in self.told:
                self.told.add(node.text)
                self.findings.append(unresolved(node.text, node.where, name))
            found[language] = cell_of(raw or "", language)[0]
        return found

    def _unit_words(self, key: SeriesKey, language: str, column: str, where: Location) -> str:
        groups = (column, "Units", "data")
        unit = self.words(key.unit, language, groups, where) if key.unit else ""
        if not key.multiplier:
            return unit
        multiplier = self.words(key.multiplier, language, (*MULTIPLIERS, "data"), where)
        both = f"{unit} ({multiplier})".strip()
        return both if len(both) <= MAX_CELL_CHARACTERS else unit

    def unit_rows(self) -> Iterator[Mapping[str, str]]:
        """The rows of ``data/units.csv``; columns that are left out are empty."""
        for unit in self.units.values():
            yield {
                "code": unit.code,
                "position": "suffix",
                **{f"short_{lang}": unit.short(name) for lang, name in unit.names.items()},
                **{f"name_{lang}": name for lang, name in unit.names.items()},
            }


def _no_name(described: Described, key: str, count: int) -> Finding:
    is_long = count > MAX_CELL_CHARACTERS
    form = "import-too-long" if is_long else "import-not-text"
    params = {"form": form, "count": str(count), "limit": str(MAX_CELL_CHARACTERS)}
    return Finding(code="W915", where=described.get(key).where, field=key, params=params)


def _unit_code(name: str) -> str:
    return (
        re.sub(r"[^a-z0-9]+", "_", plain(name).lower()).strip("_")[:_LONGEST_CODE].strip("_")
        or "unit"
    )
