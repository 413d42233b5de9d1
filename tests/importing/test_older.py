"""A repository in the older form: flat fields in Markdown files, no configuration."""

from __future__ import annotations

import pytest

from quipu.importing.folder import read_folder
from quipu.importing.report import rows_left
from quipu.importing.repository import Imported, import_repository
from tests.importing.repositories import DAY, OLDER, errors, found, rows, values


@pytest.fixture(scope="module")
def made() -> Imported:
    """The made-up repository, imported by somebody who reads English."""
    folder = read_folder(OLDER)
    return import_repository(folder.files, folder.others, DAY, "en", folder.findings)


def test_the_root_passes_the_check(made: Imported) -> None:
    """What was made is what the reader of the project takes; every row is accounted for."""
    assert errors(made) == []
    assert made.counts.carried + rows_left(made.findings) == made.counts.rows == 9


def test_the_language_is_that_of_the_command(made: Imported) -> None:
    """A repository that names no language has that of the person who imports it."""
    assert made.counts.languages == ("en",)
    assert b'number_locale = "en"' in made.files["content/site.toml"]


def test_columns_of_places_make_levels(made: Imported) -> None:
    """An area that two columns name lies within the one that the first of them names."""
    table = {row["code"]: row for row in rows(made, "data/areas.csv")}
    assert table["X92000001"]["kind"] == "region"
    assert table["X92000001"]["name_en"] == "Northland"
    assert table["X12000001"]["kind"] == "province"
    assert table["X12000001"]["name_en"] == "Upper Northland"
    assert table["X12000001"]["parent"] == "X92000001"
    assert b'page_kinds = ["region", "province"]' in made.files["content/site.toml"]
    assert [finding.field for finding in found(made, "N934")] == ["Country", "Region"]


def test_the_code_of_the_country_is_the_country(made: Imported) -> None:
    """An area that is called what the headline covers is no area beside the others."""
    assert "X02000001" not in {row["code"] for row in rows(made, "data/areas.csv")}
    assert values(made, "SDG-3-2-1")["NATIONAL", "2017"] == "4.2"
    assert [f.params["first"] for f in found(made, "W904")] == ["3"]


def test_disaggregated_areas_are_series_of_their_own(made: Imported) -> None:
    """A column that is no name of a place still makes series, also of areas."""
    assert values(made, "SDG-3-2-1_02") == {
        ("NATIONAL", "2016"): "4.1",
        ("X92000001", "2016"): "5.85",
    }


def test_front_matter_and_body_are_read(made: Imported) -> None:
    """Flat fields go to their words; the body stands first, without what looks like fields."""
    words = made.files["content/indicators/SDG-3-2-1.en.md"].decode()
    assert 'definition: "A synthetic description. In two parts. A synthetic definition"' in words
    assert 'method: "A synthetic calculation"' in words
    body = words.split("---\n")[2]
    assert body.startswith(
        "A synthetic page with a [link](https://example.org/page) and one that leads nowhere."
    )
    assert "\n---\n" not in body
    assert "## UN custodian agency\n\nSynthetic agency" in body


def test_numbered_sources_are_read(made: Imported) -> None:
    """Active ones are carried, inactive ones told, and people in neither."""
    (source,) = rows(made, "data/sources.csv")
    assert (source["publisher"], source["url"]) == ("Synthetic Office", "http://example.org/deaths")
    assert source["note"] == "periodicity: Annual; available since: 2005; release date: 11/03/2020"
    assert [f.params["form"] for f in found(made, "W919")] == ["import-inactive"]
    (indicator, *_) = rows(made, "data/indicators.csv")
    assert indicator["frequency"] == "annual"
    assert indicator["owner"] == "Synthetic Office"
