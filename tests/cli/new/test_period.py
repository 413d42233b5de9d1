"""``new period``: empty rows that no page takes for a figure, and the figures of a table."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from quipu.cli import EXIT_DATA, EXIT_USAGE
from quipu.vocab import ObsStatus
from tests.cli.new.roots import copied, errors_of, files_of, run, small
from tests.roots import FILES, INDICATORS, LIVE, append, both, read_root, replace, write

TABLE = "figures.csv"


def brought(root: Path, text: str | bytes, *words: str, lang: str = "es") -> tuple[int, str]:
    """Begin 2021 with the figures of a table; the exit code and what was said on stdout."""
    write(TABLE, text)(root)
    path = str(root / TABLE)
    given = ("period", "XX-01", "2021", "--source", "S1", "--quality", "A", "--from", path)
    done = run(root, *given, *words, lang=lang)
    return done.exit_code, done.output.replace(path, TABLE)


def rows_of(root: Path, period: str = "2021") -> list[str]:
    """The rows of a period, as they stand in the file."""
    lines = (root / LIVE).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if f",{period}," in line]


def test_the_areas_of_the_last_period_without_values(tmp_path: Path) -> None:
    """A row an area, in the same order, status L, the same quality; no value anywhere."""
    root = small(tmp_path)
    append(LIVE, "PE-BBB,2024,52.0,,,,,A,A,S1,,,\n")(root)
    done = run(root, "period", "XX-01", "2021", "--source", "S1 S2")
    assert done.exit_code == 0, done.output
    assert rows_of(root) == ["PE-AAA,2021,,,,,,L,A,S1 S2,,,", "PE-BBB,2021,,,,,,L,A,S1 S2,,,"]
    assert "Las áreas son las de 2024: 2." in done.output
    assert "«quality» es A, como en 2024" in done.output
    assert f"{LIVE}:11 " in done.output


def test_the_areas_of_the_site_where_there_was_no_period(tmp_path: Path) -> None:
    """Every area with a page, and the most careful quality until somebody says how it was got."""
    root = small(tmp_path)
    done = run(root, "period", "XX-02", "2024", "--source", "S1", lang="en")
    assert done.exit_code == 0, done.output
    header, *rows = (root / "data/indicators/XX-02.csv").read_text(encoding="utf-8").splitlines()
    assert header == FILES[LIVE].splitlines()[0]
    assert rows == [f"{area},2024,,,,,,L,C,S1,,," for area in ("PE-AAA", "PE-BBB", "PE-CCC")]
    assert "“quality” is C, the most careful one" in done.output


def test_empty_rows_are_no_figures(tmp_path: Path) -> None:
    """Read back, each says that nothing was collected; an indicator with only those has none."""
    root = small(tmp_path)
    run(root, "period", "XX-02", "2024", "--source", "S1")
    catalog, findings = read_root(root)
    rows = catalog.observations_by_indicator["XX-02"]
    assert [(row.value, row.status) for row in rows] == [(None, ObsStatus.NOT_COLLECTED)] * 3
    assert findings == ()


def test_a_period_that_was_begun_is_completed(tmp_path: Path) -> None:
    """Areas that have a row keep it; only the others get one."""
    root = small(tmp_path)
    append(LIVE, "PE-BBB,2024,52.0,,,,,A,A,S1,,,\nPE-BBB,2021,7.0,,,,,A,A,S1,,,\n")(root)
    assert run(root, "period", "XX-01", "2021", "--source", "S1").exit_code == 0
    assert rows_of(root) == ["PE-BBB,2021,7.0,,,,,A,A,S1,,,", "PE-AAA,2021,,,,,,L,A,S1,,,"]


@pytest.mark.parametrize(
    "text",
    [
        "ref_area,value\nPE-AAA,12.50\nPE-CCC,0\n",
        "Región,Valor 2021\nPE-AAA,12.50\nREGION  SINTETICA c,0\n",
        "Región;Valor\r\nRegión sintética A;12.50\r\nPE-CCC;0\r\n",
        "\ufeffref_area,value\nSynthetic region A,12.50\nPE-CCC,0\n",
    ],
    ids=["codes", "names", "semicolons", "byte-order mark"],
)
def test_figures_are_taken_as_they_are_written(text: str, tmp_path: Path) -> None:
    """By code or by name, capitals and accents aside; every digit is kept, none is added."""
    root = small(tmp_path)
    code, said = brought(root, text)
    assert code == 0, said
    assert rows_of(root) == ["PE-AAA,2021,12.50,,,,,A,A,S1,,,", "PE-CCC,2021,0,,,,,A,A,S1,,,"]
    assert errors_of(root) == []


def test_what_a_table_lacks_stays_empty(tmp_path: Path) -> None:
    """An area of the last period without a figure gets a row that says so."""
    root = small(tmp_path)
    code, said = brought(root, "ref_area,value\nPE-BBB,3\nPE-CCC,\n")
    assert code == 0, said
    assert rows_of(root) == [
        *("PE-AAA,2021,,,,,,L,A,S1,,,", "PE-BBB,2021,3,,,,,A,A,S1,,,"),
        "PE-CCC,2021,,,,,,L,A,S1,,,",
    ]
    assert "filas sin valor: 2" in said


def test_more_columns_and_one_status_for_all(tmp_path: Path) -> None:
    """Numerators and notes come along; ``--status`` and ``--evidence-url`` hold for every row."""
    root = small(tmp_path)
    text = 'ref_area,value,numerator,denominator,note_es\nPE-AAA,50,1,2,"Uno, sintético"\n'
    code, said = brought(root, text, "--status", "P", "--evidence-url", "https://example.org/x")
    assert code == 0, said
    assert rows_of(root) == ['PE-AAA,2021,50,1,2,,,P,A,S1,https://example.org/x,"Uno, sintético",']
    (row,) = (o for o in read_root(root)[0].observations if o.period.code == "2021")
    assert row.counts == (Decimal(1), Decimal(2))


REFUSED: Mapping[str, tuple[str | bytes, str, str]] = {
    "misspelt area": ("Area,Valor\nPE-AAB,1\n", "figures.csv:2:1 E303", "PE-AAA"),
    "part of several names": ("Area,Valor\nRegión sintética,1\n", "figures.csv:2:1 E856", "PE-BBB"),
    "area twice": (
        "Area,Valor\nPE-AAA,1\nregion sintetica a,2\n",
        "figures.csv:3:1 E301",
        "línea 2",
    ),
    "decimal comma": ('Area,Valor\nPE-AAA,"1,5"\n', "figures.csv:2:8 E218", "1.5"),
    "semicolons and commas": ("Area;Valor\nPE-AAA;1,5\n", "figures.csv:1 E201", "comas"),
    "word": ("Area,Valor\nPE-AAA,s/d\n", "figures.csv:2:8 E221", "vacía"),
    "unit": ("Area,Valor\nPE-AAA,5 %\n", "figures.csv:2:8 E220", "5"),
    "out of range": ("Area,Valor\nPE-BBB,1\nPE-AAA,101\n", "figures.csv:3:8 E307", "de 0 a 100"),
    "no header": ("PE-AAA,1\nPE-BBB,2\n", "figures.csv:1 E858", "ref_area,value"),
    "unknown column": ("ref_area,value,nota\nPE-AAA,1,x\n", "figures.csv:1:16 E204", "note_es"),
    "ratio": (
        "ref_area,value,numerator,denominator\nPE-AAA,50,1,3\n",
        "figures.csv:2:8 E309",
        "33.3333",
    ),
    "a row that is there": ("Area,Valor\nPE-AAA,1\n", "figures.csv:2:1 E857", f"{LIVE}:10"),
    "not UTF-8": ("Area,Valor\nRegión,1\n".encode("latin-1"), "figures.csv:2:5 E101", "UTF-8"),
    "spreadsheet": (b"PK\x03\x04xx", "figures.csv E118", "Guardar como"),
    "nothing": ("", "figures.csv E104", "vacío"),
}
"""Tables that are refused: the place that is named, and a word of what is said of it."""


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_in_doubt_is_refused_where_it_stands(name: str, tmp_path: Path) -> None:
    """Line and column in the person's own table; nothing at all is written."""
    text, place, word = REFUSED[name]
    root = small(tmp_path)
    if name == "a row that is there":
        append(LIVE, "PE-AAA,2021,9,,,,,A,A,S1,,,\n")(root)
    before = files_of(root)
    code, said = brought(root, text)
    assert code == EXIT_DATA, said
    line = next(line for line in said.splitlines() if line.startswith(f"{place} "))
    assert word in line
    assert {**files_of(root), TABLE: b""} == {**before, TABLE: b""}


def test_all_faults_of_a_table_at_once(tmp_path: Path) -> None:
    """Every area in doubt is told in one run."""
    code, said = brought(small(tmp_path), "Area,Valor\nPE-AAB,1\nPE-BBA,2\nPE-CCC,3\n")
    assert code == EXIT_DATA
    assert [place in said for place in ("csv:2:1 E303", "csv:3:1 E303", "csv:4")] == [
        *(True, True, False)
    ]


def test_figures_ask_how_they_were_obtained(tmp_path: Path) -> None:
    """The quality of figures is a claim of whoever brings them: it is never taken over."""
    root = small(tmp_path)
    write(TABLE, "ref_area,value\nPE-AAA,1\n")(root)
    words = ("period", "XX-01", "2021", "--source", "S1", "--from", str(root / TABLE))
    done = run(root, *words)
    assert done.exit_code == EXIT_USAGE
    assert "--quality" in done.output
    assert rows_of(root) == []
    assert run(root, *words, answers="B\n").exit_code == 0
    assert rows_of(root) == ["PE-AAA,2021,1,,,,,A,B,S1,,,"]


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    """One sentence with its name, exit code 2."""
    words = ("period", "XX-01", "2021", "--source", "S1", "--quality", "A", "--from", "nada.csv")
    done = run(small(tmp_path), *words)
    assert done.exit_code == EXIT_USAGE
    assert "No se puede leer nada.csv" in done.output


def test_a_wanted_indicator_takes_no_figures_unnoticed(tmp_path: Path) -> None:
    """Figures need an indicator that is shown: the check's own words say how to make it one."""
    root = small(tmp_path)
    write(TABLE, "ref_area,value\nPE-AAA,1\n")(root)
    given = ("--source", "S1", "--quality", "A", "--from", str(root / TABLE))
    done = run(root, "period", "XX-02", "2024", *given)
    assert done.exit_code == EXIT_DATA
    assert "E314" in done.stdout
    assert not (root / "data/indicators/XX-02.csv").exists()
    replace(INDICATORS, ",wanted,", ",live,")(root)
    assert run(root, "period", "XX-02", "2024", *given).exit_code == 0
    assert errors_of(root) == []


def test_a_period_that_has_not_begun(tmp_path: Path) -> None:
    """There is nothing to be collected yet: no row is written."""
    root = small(tmp_path)
    done = run(root, "period", "XX-01", "2099", "--source", "S1")
    assert done.exit_code == EXIT_DATA
    assert "E311" in done.stdout
    assert rows_of(root, "2099") == []


def test_line_ends_and_columns_stay(tmp_path: Path) -> None:
    """A table with returns, another order, and no end of its last line: all of it is kept."""
    root = small(tmp_path)
    table = (
        "time_period,ref_area,value,obs_status,quality,source\r\n"
        "2024,PE-BBB,1.0,A,A,S1\r\n"
        "2024,PE-AAA,2.0,A,A,S1"
    )
    write(LIVE, table)(root)
    assert run(root, "period", "XX-01", "2021", "--source", "S1").exit_code == 0
    added = "\r\n2021,PE-BBB,,L,A,S1\r\n2021,PE-AAA,,L,A,S1\r\n"
    assert (root / LIVE).read_bytes() == (table + added).encode()


def test_a_column_that_the_table_lacks(tmp_path: Path) -> None:
    """What would be lost is told, and nothing is written."""
    root = small(tmp_path)
    write(LIVE, "ref_area,time_period,value,obs_status,quality,source\nPE-AAA,2024,1,A,A,S1\n")(
        root
    )
    before = files_of(root)
    words = ("--source", "S1", "--evidence-url", "https://example.org/x")
    done = run(root, "period", "XX-01", "2021", *words)
    assert done.exit_code == EXIT_DATA
    assert f"{LIVE}:1 E855" in done.stdout
    assert files_of(root) == before


def test_a_table_that_cannot_be_read_is_not_touched(tmp_path: Path) -> None:
    """It is mended first."""
    root = small(tmp_path)
    both(write(LIVE, FILES[LIVE].replace("Nota", "ñ").encode("latin-1")))(root)
    before = files_of(root)
    done = run(root, "period", "XX-01", "2021", "--source", "S1")
    assert done.exit_code == EXIT_DATA
    assert "E101" in done.stdout
    assert files_of(root) == before


def test_in_the_real_root_names_are_told_apart(tmp_path: Path) -> None:
    """«Lima» alone is several areas; «Áncash» without its accent is one."""
    root = copied(tmp_path)
    write(TABLE, "Departamento,Porcentaje\nLima,1\nANCASH,2\nCuzco,3\n")(root)
    path = str(root / TABLE)
    given = ("--source", "S44", "--quality", "C", "--from", path)
    done = run(root, "period", "TR-01", "2022", *given)
    assert done.exit_code == EXIT_DATA
    lima, cuzco = done.stdout.splitlines()
    assert lima.startswith(f"{path}:2:1 E856 «Lima»")
    assert "PE-LIM (Lima Provincias)" in lima
    assert "PE-LMA (Lima Metropolitana)" in lima
    assert cuzco.startswith(f"{path}:4:1 E303 «Cuzco»")
    assert "PE-CUS (Cusco)" in cuzco
