"""Pure. What was gathered to the files of a project root."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from quipu.findings import Finding
from quipu.importing.citing import Bibliography
from quipu.importing.cleaning import line_of
from quipu.importing.gathering import Gathered
from quipu.importing.measures import Measure, indicator_rows, measures_of, within_room
from quipu.importing.naming import Namer
from quipu.importing.observing import observation_rows
from quipu.importing.places import GEOCODE_COLUMN, Place, area_rows
from quipu.importing.settings import RepositorySettings
from quipu.importing.terms import DISCLAIMER, TITLE, term
from quipu.importing.wording import Writer, standing_in
from quipu.model import SiteSettings
from quipu.parse import areas, indicators, observations
from quipu.parse.header import Columns
from quipu.parse.settings import SITE_PATH
from quipu.parse.sources import SOURCE_COLUMNS, SOURCES_PATH, UNITS_PATH, unit_columns
from quipu.vocab import AreaKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """A project root, and what stands in it."""

    files: Mapping[str, bytes]
    measures: tuple[Measure, ...]
    source_count: int
    text_count: int


def make_root(
    gathered: Sequence[Gathered],
    places: Sequence[Place],
    settings: RepositorySettings,
    namer: Namer,
    writer: Writer,
    findings: list[Finding],
) -> Root:
    """Write every file but the map.

    Args:
        gathered: The indicators.
        places: The country and the areas.
        settings: The languages and the title of the site.
        namer: Names indicators, series and units.
        writer: Writes their words.
        findings: What is decided or not carried is added here.
    """
    languages = settings.languages
    site = SiteSettings(
        titles={}, taglines={}, languages=languages, area_attributes=(GEOCODE_COLUMN,)
    )
    sources = Bibliography(languages[0])
    by_geocode = {place.geocode: place for place in places}
    made = [
        (
            one.described,
            measures_of(one.described, one.figures, one.layout, one.cited, namer, findings),
        )
        for one in gathered
    ]
    measures: list[Measure] = []
    texts: dict[str, bytes] = {}
    values: dict[str, bytes] = {}
    for one, own in zip(gathered, within_room(made, findings), strict=True):
        texts |= _documents(one, own, writer, findings)
        cited = _cited(one, sources, findings)
        for measure in own:
            rows = observation_rows(
                measure.figures, one.layout, by_geocode, cited, one.coverage, namer
            )
            path = f"{observations.FOLDER}{measure.id}.csv"
            values[path] = _table(observations.columns(site), rows)
        findings += writer.left_out(one.described)
        measures += own
    tables = {
        indicators.PATH: _table(indicators.columns(site), indicator_rows(measures)),
        UNITS_PATH: _table(unit_columns(site), namer.unit_rows()),
        SOURCES_PATH: _table(SOURCE_COLUMNS, sources.rows()),
        areas.PATH: _table(areas.columns(site), area_rows(places)),
        SITE_PATH: _site(settings, places),
    }
    return Root(
        files={**tables, **texts, **values},
        measures=tuple(measures),
        source_count=sources.count,
        text_count=len(texts),
    )


def _cited(one: Gathered, sources: Bibliography, findings: list[Finding]) -> str:
    """The ids of the sources of an indicator's rows; empty where it has none."""
    if not one.figures:
        return ""
    if len(one.cited) > 1:
        params = {"count": str(len(one.cited))}
        findings.append(Finding(code="N936", where=one.described.where, params=params))
    return sources.cite(one.cited)


def _documents(
    one: Gathered, measures: Sequence[Measure], writer: Writer, findings: list[Finding]
) -> dict[str, bytes]:
    """The words of an indicator, the same for each of its series."""
    files = {}
    for number, language in enumerate(writer.languages):
        words = writer.words(one.described, language)
        said: Mapping[str, str] = {}
        if number == 0:
            said, lacking = standing_in(words.front, language, has_figures=bool(one.figures))
            if lacking and one.figures:
                where = one.described.where
                findings.append(Finding(code="N937", where=where, params={"value": lacking}))
        elif not words.front and not words.body:
            continue
        for measure in measures:
            path = f"content/indicators/{measure.id}.{language}.md"
            files[path] = words.text(said).encode()
    return files


def _site(settings: RepositorySettings, places: Sequence[Place]) -> bytes:
    languages = settings.languages
    kinds = [kind.value for kind in AreaKind if kind is not AreaKind.COUNTRY]
    kinds = [kind for kind in kinds if any(place.kind.value == kind for place in places)]
    first = languages[0]
    lines = []
    for language in languages:
        title = line_of(settings.title).text or term(TITLE, language)
        lines.append(f"title_{language} = {_quoted(title)}")
    lines += [
        f"languages = {_quoted(list(languages))}",
        f"number_locale = {_quoted('es_PE' if first == 'es' else first)}",
        'time_zone = "UTC"',
        f"page_kinds = {_quoted(kinds or ['region'])}",
        f"area_attributes = {_quoted([GEOCODE_COLUMN])}",
    ]
    for language in languages:
        lines.append(f"disclaimers_{language} = {_quoted(term(DISCLAIMER, language))}")
    return ("\n".join(lines) + "\n").encode()


def _quoted(value: str | list[str]) -> str:
    """A text, or a list of them, as TOML and JSON both write it."""
    return json.dumps(value, ensure_ascii=False)


def _table(columns: Columns, rows: Iterable[Mapping[str, str]]) -> bytes:
    """A table as the contract wants it: UTF-8, comma, one record a line; no empty spare column."""
    text, own = StringIO(), list(rows)
    known = [n for n in columns.known if n not in columns.spare or any(row.get(n) for row in own)]
    writer = csv.DictWriter(text, known, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(own)
    return text.getvalue().encode()
