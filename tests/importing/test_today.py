"""A repository in today's form: everything that has a place is carried there, and told if not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quipu.importing.report import rows_left
from quipu.importing.repository import Imported
from tests.importing.repositories import TODAY, errors, found, imported, places, rows, values

DATA = "data/indicator_16-5-1.csv"


@pytest.fixture(scope="module")
def made() -> Imported:
    """The made-up repository, imported once."""
    return imported(TODAY)


def test_the_root_passes_the_check(made: Imported) -> None:
    """What was made is what the reader of the project takes."""
    assert errors(made) == []


def test_every_row_is_carried_or_told(made: Imported) -> None:
    """No row is lost in silence, and none is counted twice."""
    assert made.counts.rows == 28
    assert made.counts.carried + rows_left(made.findings) == made.counts.rows
    written = [path for path in made.files if path.startswith("data/indicators/")]
    assert sum(len(rows(made, path)) for path in written) == made.counts.carried


def test_headlines_are_of_the_country_and_codes_of_areas(made: Imported) -> None:
    """A row without code is the country's; values stand as they were written."""
    assert values(made, "SDG-16-5-1") == {
        ("NATIONAL", "2019"): "12.5",
        ("NATIONAL", "2020"): "11.25",
        ("NATIONAL", "2098"): "5.5",
        ("SY-01", "2019"): "14.1",
        ("SY-01", "2020"): "13.0",
        ("SY-02", "2019"): "10.1234567890123",
        ("SY-03", "2019"): "9.0",
        ("SY-03", "2020"): "",
        ("SY-04", "2019"): "11.5",
    }


def test_statuses_and_remarks_stay_with_their_row(made: Imported) -> None:
    """Known statuses become codes; unknown ones and columns of remarks become notes."""
    table = {
        (r["ref_area"], r["time_period"]): r for r in rows(made, "data/indicators/SDG-16-5-1.csv")
    }
    assert table["NATIONAL", "2020"]["obs_status"] == "E"
    assert table["NATIONAL", "2020"]["note_es"] == "Fuente de la fila: Encuesta sintética"
    assert table["SY-03", "2020"]["obs_status"] == "L"
    assert table["SY-04", "2019"]["note_es"] == "Observation status: Definition differs"
    assert table["NATIONAL", "2098"]["obs_status"] == "F"
    assert {row["quality"] for row in table.values()} == {"A"}


def test_areas_are_named_by_the_map(made: Imported) -> None:
    """Names and replaced codes of the map are used, keys are translated, codes are kept."""
    table = {row["code"]: row for row in rows(made, "data/areas.csv")}
    assert list(table) == ["NATIONAL", "SY-01", "SY-02", "SY-03", "SY-04"]
    assert table["NATIONAL"]["name_es"] == "País sintético"
    assert table["SY-01"]["slug"] == "region-sintetica-norte"
    assert table["SY-03"]["name_es"] == "Región sintética Sur"
    assert table["SY-03"]["name_en"] == "Synthetic region South"
    assert table["SY-04"]["geocode"] == "sy 04"
    assert places(made, "N933") == [(DATA, 9, 60)]


def test_outlines_come_along(made: Imported) -> None:
    """The map holds every area under its new code."""
    topology = json.loads(made.files["data/geo/areas.topo.json"])
    shapes = topology["objects"]["areas"]["geometries"]
    assert [shape["id"] for shape in shapes] == ["SY-01", "SY-02", "SY-03", "SY-04"]
    assert [f.params["form"] for f in found(made, "W922")] == ["import-remote"]


def test_series_units_and_disaggregations_are_indicators(made: Imported) -> None:
    """Each has its own name; parts of what has a total wait as drafts."""
    table = {row["id"]: row for row in rows(made, "data/indicators.csv")}
    sexes = [table[f"SDG-16-5-1_0{n}"] for n in (2, 3)]
    assert [row["name_es"].partition(" · ")[2] for row in sexes] == [
        "Sexo: Mujeres",
        "Sexo: Varones",
    ]
    assert [row["name_en"].partition(" · ")[2] for row in sexes] == ["Sex: Female", "Sex: Male"]
    assert {row["status"] for row in sexes} == {"draft"}
    series = {code: row for code, row in table.items() if code.startswith("SDG-1-2-1")}
    assert {code: (row["unit"], row["status"]) for code, row in series.items()} == {
        "SDG-1-2-1": ("persons", "live"),
        "SDG-1-2-1_02": ("percent", "live"),
        "SDG-1-2-1_03": ("persons", "draft"),
        # Of series B there is no total that could be shown.
        "SDG-1-2-1_04": ("persons", "live"),
        "SDG-1-2-1_05": ("persons", "live"),
    }
    assert series["SDG-1-2-1_03"]["name_es"].endswith(
        "Serie A sintética, Age: menos de 15, Persons"
    )


def test_direction_and_target_are_what_is_said(made: Imported) -> None:
    """Neutral unless the repository says otherwise; one target, or none and a word about it."""
    table = {row["id"]: row for row in rows(made, "data/indicators.csv")}
    assert table["SDG-16-5-1"]["direction"] == "lower"
    assert table["SDG-16-5-1"]["benchmark"] == "target:7.25"
    # The target is of everyone, not of women or men alone.
    assert table["SDG-16-5-1_02"]["benchmark"] == ""
    assert table["SDG-1-2-1"]["direction"] == "neutral"
    assert table["SDG-1-2-1"]["benchmark"] == ""
    forms = [finding.params["form"] for finding in found(made, "W920")]
    assert sorted(forms) == ["import-target-many", "import-target-many", "import-target-number"]


def test_statuses_follow_what_is_reported_and_what_is_there(made: Imported) -> None:
    """Not started: wanted. Not applicable: a draft. With figures: live, and told."""
    table = {row["id"]: row["status"] for row in rows(made, "data/indicators.csv")}
    assert table["SDG-16-6-1"] == "wanted"
    assert table["SDG-16-7-1"] == "draft"
    assert table["SDG-1-10-1"] == "wanted"
    decided = {f.where.path: f.params["form"] for f in found(made, "N935")}
    assert decided == {
        "data/indicator_1-10-1.csv": "import-no-figures",
        "indicator-config/1-2-1.yml": "import-started",
        "indicator-config/16-7-1.yml": "import-not-applicable",
    }


def test_sources_say_only_what_is_said(made: Imported) -> None:
    """No date, licence or publisher is made up; what does not fit is told."""
    table = {row["id"]: row for row in rows(made, "data/sources.csv")}
    assert table["S001"] == {
        "id": "S001",
        "title": "Encuesta sintética",
        "publisher": "Instituto sintético",
        "url": "https://example.org/encuesta",
        "published": "2021-06",
        "accessed": "",
        "licence": "",
        "note": "periodicidad: Annual; próxima publicación: Por anunciar",
    }
    # A day that may be the 11th of March or the 3rd of November stays a remark.
    assert table["S002"]["published"] == ""
    assert table["S002"]["note"] == "fecha de publicación: 11/03/2020"
    assert table["S002"]["url"] == ""
    assert table["REPO"]["publisher"] == "No consta en el repositorio importado"
    forms = [finding.params["form"] for finding in found(made, "W919")]
    assert forms == ["import-source-address", "import-no-source"]


def test_words_are_cleaned_and_placed(made: Imported) -> None:
    """HTML becomes words, scalars stay text, and what is not said is declared."""
    words = made.files["content/indicators/SDG-16-5-1.es.md"].decode()
    assert (
        'definition: "Definición sintética: respuestas \\"sí\\" entre el total, con x < 5 y'
        in words
    )
    assert "este documento (https://example.org/def)." in words
    assert 'method: "Paso uno; Paso dos"' in words
    assert 'warning: "Nota al pie sintética."' in words
    assert "## Meta del objetivo\n\nMeta sintética 16.5" in words
    assert "## COVERAGE\n\nNO\n" in words
    assert "## META_LAST_UPDATE\n\n010\n" in words
    assert made.files["content/indicators/SDG-16-5-1.en.md"] == (
        b'---\ndefinition: "Synthetic definition."\n---\n'
    )
    lacking = {f.where.path: f.params["value"] for f in found(made, "N937")}
    assert lacking["indicator-config/1-2-1.yml"].startswith("qué mide, por qué importa")
    assert (
        "No lo dice el repositorio importado."
        in made.files["content/indicators/SDG-1-2-1.es.md"].decode()
    )


def test_people_are_left_out(made: Imported) -> None:
    """No name or address of a person gets into the root."""
    whole = b"".join(made.files.values())
    for word in (b"Persona Inventada", b"nadie@example.org", b"alguien@example.org"):
        assert word not in whole
    assert len(found(made, "W918")) == 3


@pytest.mark.parametrize(
    ("code", "where"),
    [
        ("W901", [(DATA, 14, 1)]),
        ("W902", [(DATA, 13, 48)]),
        ("W903", [(DATA, 11, 50)]),
        ("W904", [(DATA, 15, 0)]),
        ("W905", [(DATA, 16, 49), (DATA, 17, 49)]),
        ("W906", [(DATA, 18, 1)]),
        ("W907", [(DATA, 21, 0)]),
        ("W908", [(DATA, 20, 17)]),
        ("W912", [("data/indicator_1-10-1.csv", 1, 0)]),
        ("W913", [("data-schema/16-5-1.yml", 0, 0), ("data/16-7-1.json", 0, 0)]),
        ("W914", [("meta/1-2-1.yml", 1, 11)]),
        ("W916", [("meta/16-5-1.yml", 7, 14)]),
        ("W921", [("data/indicator_1-2-1.csv", 2, 33)]),
        ("W924", [("config_data.yml", 21, 5)]),
        ("N932", [(DATA, 7, 50), (DATA, 9, 66)]),
        ("N934", [(DATA, 1, 0)]),
    ],
)
def test_each_loss_is_told_at_its_place(
    made: Imported, code: str, where: list[tuple[str, int, int]]
) -> None:
    """File, line and column, so that it can be mended where it stands."""
    assert places(made, code) == where


def test_unresolved_keys_are_told_once(made: Imported) -> None:
    """A key without text is no name; the next best name stands in for it."""
    assert [f.params["value"] for f in found(made, "N931")] == [
        "global_indicators.16-5-1-title",
        "global_indicators.16-6-1-title",
    ]
    table = {row["id"]: row["name_es"] for row in rows(made, "data/indicators.csv")}
    assert table["SDG-16-5-1"].startswith("Personas encuestadas")
    assert table["SDG-16-6-1"] == "Indicador 16.6.1"


def test_same_bytes_twice(made: Imported) -> None:
    """The same repository gives the same root and the same findings."""
    again = imported(Path(TODAY))
    assert again.files == made.files
    assert again.findings == made.findings
