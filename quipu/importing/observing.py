"""Pure. Figures to the rows of a table of values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from quipu.findings import Finding
from quipu.importing.figures import Figure, Layout
from quipu.importing.naming import Namer
from quipu.importing.places import Place
from quipu.importing.terms import SOURCE_PARTS, term
from quipu.parse.lines import MAX_CELL_CHARACTERS
from quipu.vocab import AreaKind, Quality

COVERAGE = "geographical_coverage"
"""Where a headline is not of the whole country, or nobody knows of which."""


def observation_rows(
    figures: Sequence[Figure],
    layout: Layout,
    places: Mapping[str, Place],
    source: str,
    coverage: str,
    namer: Namer,
) -> Iterator[Mapping[str, str]]:
    """The rows of ``data/indicators/<ID>.csv``; columns that are left out are empty.

    Args:
        figures: Of one series.
        layout: Which columns their tables have.
        places: The areas, by their code in the tables.
        source: The ids of the sources.
        coverage: What the repository calls the area of this indicator's headline.
        namer: Puts notes into the languages of the site.
    """
    by_code = {place.code: place for place in places.values()}
    ordered = sorted(figures, key=lambda f: (places[f.geocode].code, f.period.sort_key))
    for figure in ordered:
        place = places[figure.geocode]
        around = by_code.get(place.parent, place)
        known = {name.casefold() for name in (*place.names.values(), *around.names.values())}
        said = dict(_remarks(figure, layout, place, known, coverage))
        yield {
            "ref_area": place.code,
            "time_period": figure.period.code,
            "value": figure.number,
            "obs_status": figure.status.value,
            "quality": Quality.OFFICIAL_FILE.value,
            "source": source,
            **{f"note_{lang}": _note(figure, said, lang, namer) for lang in namer.languages},
        }


def _remarks(
    figure: Figure, layout: Layout, place: Place, known: AbstractSet[str], coverage: str
) -> Iterator[tuple[str, str]]:
    """What a reader of the figure should know: column and text."""
    for column in layout.places:
        text = figure.record[column]
        # Where a text of a place made the series, its name says it.
        is_said = (column, text) in figure.key.parts or text.casefold() in layout.country
        if text and text.casefold() not in known and not is_said:
            yield column, text
    if place.kind is AreaKind.COUNTRY and coverage and coverage.casefold() not in known:
        yield COVERAGE, coverage
    yield from figure.notes


def _note(figure: Figure, remarks: Mapping[str, str], language: str, namer: Namer) -> str:
    pieces: list[str] = []
    for column, text in remarks.items():
        known = SOURCE_PARTS.get(column)
        cell = figure.record.finding("W921", column)
        head = (
            term(known, language) if known else namer.words(column, language, ("data",), cell.where)
        )
        piece = f"{head}: {namer.words(text, language, (column, 'data'), cell.where)}"
        if len("; ".join([*pieces, piece])) > MAX_CELL_CHARACTERS:
            _tell(namer, cell)
        else:
            pieces.append(piece)
    return "; ".join(pieces)


def _tell(namer: Namer, finding: Finding) -> None:
    """Tell once what would be told in every language."""
    if finding not in namer.findings[-4:]:
        namer.findings.append(finding)
