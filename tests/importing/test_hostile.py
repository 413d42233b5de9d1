"""Repositories that are none, that lead elsewhere, or that would take all memory."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest

from quipu.errors import ConfigError, SiteError, SourceError
from quipu.importing import folder as folders
from quipu.importing.folder import read_folder
from quipu.importing.report import rows_left
from tests.importing.repositories import (
    SMALL,
    codes,
    errors,
    found,
    imported,
    imported_from,
    places,
    rows,
    values,
    with_data,
)
from tests.roots import write

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)
"""Nine lists of nine lists of nine …: gigabytes, once its aliases are followed."""


def small(root: Path, **more: str | bytes) -> Path:
    """Write the smallest repository, with further files by their path (``__`` for a slash)."""
    for path, text in {**SMALL, **{k.replace("__", "/"): v for k, v in more.items()}}.items():
        write(path, text)(root)
    return root


def test_the_smallest_repository_is_clean(tmp_path: Path) -> None:
    """What is found below comes of what is done to it."""
    made = imported(small(tmp_path))
    assert errors(made) == []
    # No country, no unit, no source and few words are said, and that is told.
    assert codes(made) == ["N937", "N938"]


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"README.md": "Nada"},
        {"data/indicator_1-1-1.csv": "Year,Value\n2020,1\n", "meta/1-1-1.yml": "a: b\n"},
        {"data/areas.csv": "code\n", "content/site.toml": "x = 1\n"},
    ],
)
def test_a_folder_without_configuration_is_no_repository(files: dict[str, str]) -> None:
    """The message says what is lacking, the hint which folder is meant."""
    with pytest.raises(SourceError, match="config_data") as stopped:
        imported_from(files)
    assert "data/ y meta/" in stopped.value.hint


def test_a_repository_without_indicators_is_told() -> None:
    """Nothing to import is no empty site."""
    with pytest.raises(SourceError, match="ningún indicador"):
        imported_from({"config_data.yml": "languages: [es]\n"})


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (BOMB, "&a"),
        ("languages: [es\n", "config_data.yml:2"),
        ("- es\n- en\n", "no es una lista de claves"),
        ("a: !!python/object/apply:os.system [ls]\n", "python/object/apply"),
        ("[" * 5_000, "config_data.yml"),
        ("a: b\x00c\n", "U\\+0000"),
        (b"\xff\xfea\x00:\x00", "config_data.yml"),
        (b"a: \xe9\n", "0xe9"),
    ],
)
def test_a_configuration_that_cannot_be_read_stops_all(config: str | bytes, said: str) -> None:
    """With its line and its reason, and a hint."""
    with pytest.raises(ConfigError, match=said) as stopped:
        imported_from({**SMALL, "config_data.yml": config})
    assert stopped.value.hint


@pytest.mark.parametrize(
    "setting",
    [
        "src_dir: ../../etc\n",
        "src_dir: /etc\n",
        "src_dir: C:\\Windows\n",
        "schema_file: ../secret.yml\n",
        "inputs:\n- class: InputCsvData\n  path_pattern: ../*/*.csv\n",
        "translations:\n- class: TranslationInputYaml\n  source: ~/texts\n",
        "map_layers:\n- geojson_file: a/../../b.geojson\n",
    ],
)
def test_no_setting_leads_out_of_the_repository(setting: str) -> None:
    """A path that climbs out is refused, with its line, instead of being followed."""
    with pytest.raises(ConfigError, match="fuera del repositorio") as stopped:
        imported_from({**SMALL, "config_data.yml": setting})
    assert stopped.value.message.startswith("config_data.yml:")


@pytest.mark.parametrize("path", ["meta/1-1-1.yml", "translations/es/data.yml", "_prose.yml"])
def test_a_bomb_in_any_other_file_is_told(path: str) -> None:
    """The file is not read, its indicator is imported without it, and memory stays small."""
    tracemalloc.start()
    made = imported_from({**SMALL, path: BOMB})
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50_000_000
    assert places(made, "W914") == [(path, 1, 4)]
    assert errors(made) == []
    assert values(made, "SDG-1-1-1") == {("NATIONAL", "2020"): "1", ("NATIONAL", "2021"): "2"}


def test_names_of_files_make_no_paths(tmp_path: Path) -> None:
    """A name that is no code makes no file of the root; its rows are counted as left."""
    root = small(tmp_path)
    for name in ("indicator_..-..-x", "indicator_1-1-1;rm -rf", "indicator_1-ñ", "-" * 50):
        write(f"data/{name}.csv", "Year,Value\n2020,1\n2021,2\n")(root)
    made = imported(root)
    assert all(".." not in path and ";" not in path for path in made.files)
    assert [f.params["form"] for f in found(made, "W912")] == ["import-bad-id"] * 4
    assert made.counts.rows == made.counts.carried + rows_left(made.findings) == 10


def test_ids_that_would_be_one_are_not_mixed() -> None:
    """Two files whose names differ in what codes do not tell apart stay two: one is left."""
    made = imported_from(
        {
            **SMALL,
            "data/indicator_1-1-A.csv": "Year,Value\n2020,1\n",
            "data/indicator_1-1-a.csv": "Year,Value\n2020,2\n",
        }
    )
    assert values(made, "SDG-1-1-A") == {("NATIONAL", "2020"): "1"}
    assert [f.where.path for f in found(made, "W912")] == ["data/indicator_1-1-a.csv"]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("2020,=1+1,,5", "W908", 6),
        ('2020,"@SUM(A1)",,5', "W908", 6),
        ("2020,,＝1,5", "W908", 7),
        ("2020,,=1+1,5", "W908", 7),
        (f"2020,{'x' * 10_000_000},,5", "W909", 6),
        ("2020,Ã±andÃº,,5", "W910", 6),
        ("2020,,ñ-1,5", "W911", 7),
        ("2020,,,=1+1", "W902", 8),
        ("2020,,,1.2.3", "W902", 8),
        ("2020,,,1e99", "W902", 8),
        ("2020,,,٣", "W902", 8),
        ("2020,,,1_000", "W902", 8),
        ("2020,,,inf", "W902", 8),
        (" 20 20 ,,,1", "W901", 1),
        ("2019/2018,,,1", "W901", 1),
        ("1850,,,1", "W901", 1),
        ('2020,"a""b,,5', "W907", 9),
        ("2020,,5", "W907", 0),
        ("2020,,,5,6", "W907", 0),
    ],
)
def test_a_hostile_row_is_left_where_it_stands(row: str, code: str, column: int) -> None:
    """The row before and the row after are carried; this one is told, with its column."""
    made = with_data(f"Year,Sex,GeoCode,Value\n2018,,,1\n{row}\n2019,,,2\n")
    assert places(made, code) == [("data/indicator_1-1-1.csv", 3, column)]
    assert values(made, "SDG-1-1-1") == {("NATIONAL", "2018"): "1", ("NATIONAL", "2019"): "2"}
    assert made.counts.rows == 3 == made.counts.carried + rows_left(made.findings)
    assert errors(made) == []


def test_a_cell_with_a_line_break_is_one_row() -> None:
    """It is told once, where it starts, and what follows is read as what it is."""
    made = with_data('Year,Sex,Value\n2018,,1\n2019,"a\n2020,\nb",2\n2021,,3\n')
    assert places(made, "W907") == [("data/indicator_1-1-1.csv", 3, 0)]
    assert values(made, "SDG-1-1-1") == {("NATIONAL", "2018"): "1", ("NATIONAL", "2021"): "3"}
    assert made.counts.rows == 3


def test_a_quote_that_never_closes_swallows_nothing() -> None:
    """Every line is a row of its own then."""
    made = with_data('Year,Sex,Value\n2018,,1\n2019,"a,2\n2020,,3\n')
    assert values(made, "SDG-1-1-1") == {("NATIONAL", "2018"): "1", ("NATIONAL", "2020"): "3"}
    assert made.counts.rows == 3 == made.counts.carried + rows_left(made.findings)


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (b"Year;Value\n2020;1\n", 1),
        (b"Year,Value,Year\n2020,1,2\n", 1),
        (b"\xff\xfeY\x00e\x00", 0),
        (b"Year,Value\n2020,\xe9\n", 1),
        (b"Year,Value\n2020,1\x07\n2021,2\n", 2),
        (b"", 0),
        (b"PK\x03\x04", 0),
    ],
)
def test_a_table_that_cannot_be_read_is_counted(body: bytes, count: int) -> None:
    """Its rows are among those that were not carried, and the others are carried."""
    made = imported_from({**SMALL, "data/indicator_2-1-1.csv": body})
    (refused,) = found(made, "W912")
    assert refused.params["count"] == str(count)
    assert made.counts.rows == 2 + count
    assert made.counts.carried == 2
    assert errors(made) == []


def test_links_pipes_and_depths_are_not_followed(tmp_path: Path) -> None:
    """What leads out of the folder, or never ends, is told and passed by."""
    secret = tmp_path / "secret.yml"
    secret.write_text("indicator_name: SECRETO\n", encoding="utf-8")
    root = small(tmp_path / "repository")
    (root / "meta/9-9-9.yml").symlink_to(secret)
    (root / "indicator-config").symlink_to(tmp_path)
    os.mkfifo(root / "data/indicator_8-8-8.csv")
    write("a/b/c/d/e/f/g/h/i/1-1.csv", "x")(root)
    made = imported(root)
    assert sorted(f.where.path for f in found(made, "E105")) == [
        "data/indicator_8-8-8.csv",
        "indicator-config",
        "meta/9-9-9.yml",
    ]
    assert len(found(made, "E117")) == 1
    assert all(b"SECRETO" not in body for body in made.files.values())


def test_what_is_too_much_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is no repository, with gigabytes in it, is not read to its end."""
    monkeypatch.setattr(folders, "MAX_TOTAL_BYTES", 60)
    with pytest.raises(SiteError, match="pesa más"):
        read_folder(small(tmp_path))


def test_a_number_that_is_the_same_is_written_plainly() -> None:
    """Another notation of the same number, or digits beyond the fifteenth; and that is told."""
    cells = ["1.5E+03", "5.", ".5", "+7", "-0", "007", "4.806052336630769", "1e-3"]
    lines = [f"{2000 + n},{cell}" for n, cell in enumerate(cells)]
    made = with_data("Year,Value\n" + "\n".join(lines) + "\n")
    assert list(values(made, "SDG-1-1-1").values()) == [
        *("1500", "5", "0.5", "7", "0", "7", "4.80605233663077", "0.001"),
    ]
    assert [f.params["value"] for f in found(made, "N932")] == cells


def test_people_cannot_be_put_on_a_page_by_other_names() -> None:
    """Whatever field of contact there is, only web addresses pass."""
    made = with_data(
        "Year,Value\n2020,1\n",
        **{
            "meta/1-1-1.yml": "CONTACT_PHONE: '123'\ncontact_person: Persona\n"
            "source_organisation_1: O\nsource_contact_1: Persona\n"
        },
    )
    assert all(b"Persona" not in body and b"123" not in body for body in made.files.values())
    assert len(found(made, "W918")) == 3
    assert rows(made, "data/sources.csv")[0]["note"] == ""
