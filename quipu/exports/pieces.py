"""Pure. The files of one area or one indicator alone, to be made in any order and anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from quipu.artifact import Artifact
from quipu.exports.api import area_json, indicator_json, lists
from quipu.exports.concepts import concept_files
from quipu.exports.downloads import area_table, whole_tables
from quipu.exports.library import library_files
from quipu.exports.registers import register_files
from quipu.exports.replies import reply_files
from quipu.exports.spreadsheet import spreadsheet_copy
from quipu.model import Area, Catalog, Indicator
from quipu.score.derived import DerivedTable


def area_files(catalog: Catalog, area: Area) -> Iterator[Artifact]:
    """What machines read of an area that has a page: JSON and CSV."""
    yield area_json(catalog, area)
    table = area_table(catalog, area)
    yield table
    yield spreadsheet_copy(table)


def indicator_files(catalog: Catalog, indicator: Indicator) -> Iterator[Artifact]:
    """What machines read of a published indicator: JSON; its table is a download of the site."""
    yield indicator_json(catalog, indicator)


def shared_files(
    catalog: Catalog,
    citation: str,
    licence: str,
    as_of: date,
    derived: Sequence[DerivedTable] = (),
) -> Iterator[Artifact]:
    """What is of no one area or indicator.

    Args:
        catalog: The facts.
        citation: How to cite the edition.
        licence: Under what terms it may be used.
        as_of: The day of the edition, on which courses are open or not.
        derived: What was computed from the facts.
    """
    yield from whole_tables(catalog, citation, licence, derived)
    yield from lists(catalog)
    yield from register_files(catalog)
    yield from reply_files(catalog)
    yield from library_files(catalog, as_of)
    yield from concept_files(catalog)
