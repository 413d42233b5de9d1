"""Pure. Figures to the rows of a table of values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quipu.findings import Finding
from quipu.importing.figures import Figure, Layout
from quipu.importing.naming import Namer
from quipu.importing.places import Place
from quipu.parse.lines import MAX_CELL_CHARACTERS
from quipu.vocab import AreaKind, Quality

_COVERAGE = "national_geographical_coverage"


def observation_rows(
    figures: Sequence[Figure],
    layout: Layout,
    places: Mapping[str, Place],
    source: str,
    coverage: str,
    namer: Namer,
) -> list[list[str]]:
    """The rows of ``data/indicators/<ID>.csv``, its header first.

    Args:
        figures: Of one series.
        layout: Which columns their tables have.
        places: The areas, by their code in the tables.
        source: The ids of the sources.
        coverage: What the repository calls the area of this indicator's headline.
        namer: Puts notes into the languages of the site.
    """
    notes = [f"note_{language}" for language in namer.languages]
    rows = [
        ["ref_area", "time_period", "value", "numerator", "denominator", "lower", "upper"]
        + ["obs_status", "quality", "source", "evidence_url", *notes]
    ]
    ordered = sorted(figures, key=lambda f: (places[f.geocode].code, f.period.sort_key))
    for figure in ordered:
        place = places[figure.geocode]
        said = dict(_remarks(figure, layout, place, coverage))
        texts = [_note(figure, said, language, namer) for language in namer.languages]
        rows.append(
            [place.code, figure.period.code, figure.number, "", "", "", ""]
            + [figure.status.value, Quality.OFFICIAL_FILE.value, source, "", *texts]
        )
    return rows


def _remarks(
    figure: Figure, layout: Layout, place: Place, coverage: str
) -> Iterator[tuple[str, str]]:
    """What a reader of the figure should know: column and text."""
    names = {name.casefold() for name in place.names.values()} | layout.country
    for column in layout.places:
        text = figure.record[column]
        # Where a text of a place made the series, its name says it.
        is_said = (column, text) in figure.key.parts
        if text and text.casefold() not in names and not is_said:
            yield column, text
    is_apart = coverage and coverage.casefold() not in names - layout.country
    if place.kind is AreaKind.COUNTRY and is_apart:
        yield _COVERAGE, coverage
    yield from figure.notes


def _note(figure: Figure, remarks: Mapping[str, str], language: str, namer: Namer) -> str:
    pieces: list[str] = []
    for column, text in remarks.items():
        head = namer.words(column, language, ("data",)) or column
        said = namer.words(text, language, (column, "data"))
        piece = f"{head}: {said}" if said else ""
        if len("; ".join([*pieces, piece])) > MAX_CELL_CHARACTERS:
            _tell(namer, figure.record.finding("W821", column))
        elif piece:
            pieces.append(piece)
        else:
            _tell(namer, figure.record.finding("W821", column))
    return "; ".join(pieces)


def _tell(namer: Namer, finding: Finding) -> None:
    """Tell once what would be told in every language."""
    if finding not in namer.findings[-4:]:
        namer.findings.append(finding)
