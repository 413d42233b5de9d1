"""What ``check --fix`` may do to a table: how it was saved, never what it says."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from quipu.cli import cli
from quipu.parse.header import Columns
from quipu.parse.mend import columns_of, mended
from tests.roots import AS_OF, LIVE, minimal_root, read_root

COLUMNS = Columns(
    known=("ref_area", "value", "note_es"),
    required=frozenset({"ref_area"}),
    numbers=("value",),
)
GOOD = "ref_area,value,note_es\nPE-AAA,12.5,Según el año\n"


def fixed(text: str | bytes) -> str:
    """Mend a table of three columns."""
    body = text if isinstance(text, bytes) else text.encode()
    return mended(body, COLUMNS).decode()


@pytest.mark.parametrize(
    "saved",
    [
        GOOD,
        "\ufeff" + GOOD,
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "\r"),
        GOOD.removesuffix("\n"),
        GOOD.replace("\n", "\n\n") + "\n,,\n  \n",
        " ref_area,value ,note_es\nPE-AAA\u00a0, 12.5,Según el año \n",
        GOOD.encode("cp1252"),
        GOOD.encode("utf-16"),
        "ref_area;value;note_es\nPE-AAA;12,5;Según el año\n",
        "ref_area; value ;note_es\r\nPE-AAA;12,5;Según el año\r\n;;\r\n".encode("cp1252"),
        "ref_area;value;note_es\nPE-AAA;12.5;Según el año\n",
        "ref_area\tvalue\tnote_es\r\nPE-AAA\t12,5\tSegún el año\r\n\t\t\r\n".encode("utf-16"),
        "sep=;\r\nref_area;value;note_es\r\nPE-AAA;12,5;Según el año\r\n",
        "ref_area,value,note_es,,\nPE-AAA,12.5,Según el año,,\n,,,,\n",
        'ref_area;value;note_es;;;\n"PE-AAA";"12,5";"Según el año";;;\n;;;;;\n',
    ],
)
def test_what_a_spreadsheet_does_to_a_table_is_undone(saved: str | bytes) -> None:
    """Mark, line ends, blank lines, spaces, encoding, semicolons: one and the same table."""
    assert fixed(saved) == GOOD


@pytest.mark.parametrize(
    "saved",
    [
        "",
        "\ufeff",
        "ref_area;value;note_es\nPE-AAA;1.234,5;x\nPE-BBB;1.234;x\nPE-CCC;1,234.5;x\n",
        "ref_area;value;note_es\nPE-AAA;1.234;x\n",
        "ref_area;value;note_es\nPE-AAA;1,234;x\n",
        "ref_area;value;note_es\nPE-AAA;12,5;x\nPE-BBB;12.5;x\n",
        "ref_area;value;note_es\nPE-AAA;12,5 %;x\n",
        "ref_area,value,note_es,\nPE-AAA,12.5,x,\nPE-BBB,12,5,x\n",
        "ref_area,value,note_es\nPE-AAA,12,5,\nPE-BBB,13,5,\n",
        "ref_area,value,note_es,\nPE-AAA,12.5,x,y\n",
        "ref_area,value,note_es\nPE-AAA,12.5,País lejano\n".encode("cp850"),
        "ref_area;value;otra\nPE-AAA;12,5;x\n",
        "value;note_es\n12,5;x\n",
        "ref_area;value;note_es\nPE-AAA;12,5;x;sobra\n",
        'ref_area;value;note_es\nPE-AAA;12,5;"x\ny"\n',
        'ref_area,value,note_es\nPE-AAA,12.5,"x\n',
        "ref_area,value,note_es\nPE-AAA,12.5,x\ry\n",
        "ref_area,value,note_es\nPE-AAA,12.5,Łódź\n".encode("iso-8859-2"),
        b"ref_area,value,note_es\nPE-AAA,12.5,\x81\n",
    ],
)
def test_what_could_be_read_in_two_ways_is_left_alone(saved: str | bytes) -> None:
    """Thousands or decimals, unknown columns, broken quotes, another encoding: a person looks."""
    body = saved if isinstance(saved, bytes) else saved.encode()
    assert mended(body, COLUMNS) == body


@pytest.mark.parametrize(
    ("numbers", "meant"),
    [
        (("12,5", "1,234"), ("12.5", "1.234")),
        (("12.5", "1.234"), ("12.5", "1.234")),
        (("1.234,5", "0,125"), ("1234.5", "0.125")),
        (("1.234.567", "-7,25"), ("1234567", "-7.25")),
        (("1,234,567", "7.25"), ("1234567", "7.25")),
        (("12", "-3"), ("12", "-3")),
    ],
)
def test_the_numbers_of_a_table_confirm_each_other(
    numbers: tuple[str, str], meant: tuple[str, str]
) -> None:
    """Where one number has one reading only, the others of the table are read the same way."""
    saved = "".join(f"PE-AAA;{number};x\n" for number in numbers)
    good = "".join(f"PE-AAA,{number},x\n" for number in meant)
    assert fixed(f"ref_area;value;note_es\n{saved}") == f"ref_area,value,note_es\n{good}"


CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=12
).map(lambda text: text.strip())


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6))
def test_no_cell_of_a_sound_table_ever_changes(rows: list[tuple[str, str, str]]) -> None:
    """And mending twice is mending once."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([COLUMNS.known, *rows])
    once = mended(text.getvalue().encode(), COLUMNS)
    found = list(csv.reader(StringIO(once.decode())))
    kept = [list(row) for row in rows if any(cell for cell in row)]
    assert found[1:] == kept
    assert mended(once, COLUMNS) == once


def test_every_table_of_a_root_has_its_columns(tmp_path: Path) -> None:
    """Those that the project reads, and no other file."""
    catalog, _ = read_root(minimal_root(tmp_path))
    assert all(columns_of(path, catalog.site) for path in catalog.tables)
    assert columns_of("data/otra.csv", catalog.site) is None


def test_the_command_shows_what_it_mended_and_then_checks(tmp_path: Path) -> None:
    """A root that could not be read is whole again; a second time there is nothing to do."""
    root = minimal_root(tmp_path)
    table = root / LIVE
    good = table.read_text(encoding="utf-8")
    table.chmod(0o640)
    table.write_bytes(b"\xef\xbb\xbf" + good.replace("\n", "\r\n").encode())
    words = ["--root", str(root), "check", "--fix", "--as-of", AS_OF.isoformat()]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    assert table.read_text(encoding="utf-8") == good
    assert table.stat().st_mode & 0o777 == 0o640
    assert LIVE in done.stdout
    assert "Archivos arreglados: 1." in done.stderr
    assert "Archivos arreglados: 0." in CliRunner().invoke(cli, words).stderr
    assert [p.name for p in table.parent.iterdir() if p.name.startswith(".")] == []


def test_the_command_never_guesses_a_value(tmp_path: Path) -> None:
    """What it leaves is told as ever, with file, line and column."""
    root = minimal_root(tmp_path)
    table = root / LIVE
    table.write_text(table.read_text().replace("25.5", '"25,5"'))
    before = table.read_bytes()
    words = ["--root", str(root), "--lang", "en", "check", "--fix", "--as-of", AS_OF.isoformat()]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 1
    assert table.read_bytes() == before
    assert "E218" in done.stdout
    assert "Files mended: 0." in done.stderr
