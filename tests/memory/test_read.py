"""What is wrong with the tables of the past is told where it stands, with how to mend it."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from quipu.findings import Finding
from quipu.pipeline import check
from tests.roots import AREAS, AS_OF, LIVE, minimal_root

REVISIONS = "data/revisions.csv"
EDITIONS = "data/editions.csv"
HEAD = "indicator,ref_area,time_period,before,after,kind,date,reason_es,reason_en\n"
ROW = (
    "XX-01,PE-AAA,2024,50.5,51.0,correction,2025-05-31,Razón sintética y larga.,Synthetic reason.\n"
)
FIGURES = "indicator,ref_area,time_period,value\nXX-01,PE-AAA,2024,51.0\n"
DEFINITIONS = "id,unit,unit_name,type,direction\nXX-01,percent,percent,percentage,higher\n"
REASONS = "indicator,ref_area,time_period,before,after,kind,date\n"


def root_with(folder: Path, **files: str) -> Path:
    """Write the smallest root with further files, whose names have ``__`` for ``/``."""
    minimal_root(folder)
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_csv", ".csv")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def checked(root: Path) -> tuple[Finding, ...]:
    """Check a root on the day of the synthetic edition."""
    return check(root, AS_OF).findings


def codes(root: Path, path: str) -> list[tuple[str, int, str]]:
    """Check a root; return code, line and field of what is said of a file."""
    return [(f.code, f.where.line, f.field) for f in checked(root) if f.where.path == path]


def test_a_table_of_reasons_is_read(tmp_path: Path) -> None:
    """Nothing is wrong with a reason for a figure, an area, a period or a series."""
    rows = ROW + "".join(
        f"XX-01,{area},{period},,,revision,2025-05-31,Razón sintética y larga.,\n"
        for area, period in (("PE-BBB", ""), ("", "2023"), ("", ""), ("PE-CCC", "#1"))
    ).replace("#1,,,revision", "#1,12,12.5,revision")
    assert codes(root_with(tmp_path, data__revisions_csv=HEAD + rows), REVISIONS) == []


@pytest.mark.parametrize(
    ("before", "after", "code", "field"),
    [
        ("XX-01", "XX-09", "W816", "indicator"),
        ("XX-01", "XX-09", "E808", "after"),
        ("PE-AAA", "PE-AAB", "W816", "ref_area"),
        ("2024,50.5", "24,50.5", "E224", "time_period"),
        ("2024,50.5", "#0,50.5", "E224", "time_period"),
        ("50.5", '"50,5"', "E218", "before"),
        ("51.0,", "51.0%,", "E220", "after"),
        ("correction", "error", "E212", "kind"),
        ("2025-05-31", "31/05/2025", "E225", "date"),
        ("2025-05-31", "2025-05", "E225", "date"),
        ("2025-05-31", "2025-07-01", "W417", "date"),
        ("Razón sintética y larga.", "", "E211", "reason_es"),
        ("Razón sintética y larga.", "…", "E803", "reason_es"),
        ("Synthetic reason.", "error", "E803", "reason_en"),
        ("PE-AAA,2024", ",2024", "E802", "before"),
        ("PE-AAA,2024", "PE-AAA,", "E802", "after"),
        ("51.0,", "52.0,", "E808", "after"),
    ],
)
def test_a_wrong_reason_is_told_at_its_cell(
    tmp_path: Path, before: str, after: str, code: str, field: str
) -> None:
    """An unknown code, an unreadable value, no explanation at all, a value that is not so."""
    assert before in ROW
    text = HEAD + ROW.replace(before, after, 1)
    told = codes(root_with(tmp_path, data__revisions_csv=text), REVISIONS)
    assert (code, 2, field) in told


def test_a_change_is_explained_once(tmp_path: Path) -> None:
    """The same figure, values and day: the second row is told, with the first."""
    root = root_with(tmp_path, data__revisions_csv=HEAD + ROW + ROW)
    assert ("E301", 3, "indicator") in codes(root, REVISIONS)


def listed(**changes: str) -> str:
    """Return the list of one edition, with some of its cells changed."""
    cells = {
        "name": "2025-05",
        "date": "2025-05-31",
        "files": "3",
        "bytes": "100",
        "site_sha256": "0" * 64,
        "figures_sha256": sha256(FIGURES.encode()).hexdigest(),
        "definitions_sha256": sha256(DEFINITIONS.encode()).hexdigest(),
        "reasons_sha256": sha256(REASONS.encode()).hexdigest(),
        **changes,
    }
    return f"{','.join(cells)}\n{','.join(cells.values())}\n"


def with_edition(folder: Path, **changes: str) -> Path:
    """Write the smallest root with one edition."""
    return root_with(
        folder,
        data__editions_csv=listed(**changes),
        **{"data__editions__2025-05__figures_csv": FIGURES},
        **{"data__editions__2025-05__definitions_csv": DEFINITIONS},
        **{"data__editions__2025-05__reasons_csv": REASONS},
    )


def test_an_edition_is_read(tmp_path: Path) -> None:
    """Nothing is wrong while the figures are those that were published."""
    assert [f.code for f in checked(with_edition(tmp_path)) if f.code[1] == "8"] == []


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name": "primera"}, "E226", "name"),
        ({"date": "2025-05"}, "E225", "date"),
        ({"site_sha256": "abc"}, "E226", "site_sha256"),
        ({"files": "tres"}, "E223", "files"),
    ],
)
def test_a_wrong_edition_is_told_at_its_cell(
    tmp_path: Path, changes: dict[str, str], code: str, field: str
) -> None:
    """A name that is none, half a date, a hash that is none."""
    assert (code, 2, field) in codes(with_edition(tmp_path, **changes), EDITIONS)


def test_an_edition_stands_once(tmp_path: Path) -> None:
    """The second row of a name is told, with the first."""
    root = with_edition(tmp_path)
    text = listed()
    (root / EDITIONS).write_text(text + text.splitlines()[1] + "\n", encoding="utf-8")
    assert ("E301", 3, "name") in codes(root, EDITIONS)


@pytest.mark.parametrize("name", ["figures.csv", "definitions.csv", "reasons.csv"])
def test_a_frozen_file_is_told_when_it_is_not_as_it_was(tmp_path: Path, name: str) -> None:
    """Changed by one letter, or gone."""
    path = f"data/editions/2025-05/{name}"
    frozen = with_edition(tmp_path) / path
    frozen.write_text(frozen.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert codes(tmp_path, path) == [("E801", 0, "")]
    frozen.unlink()
    assert codes(tmp_path, path) == [("E801", 0, "")]
    assert [f for f in checked(tmp_path) if f.code == "W108"] == []


def test_an_edition_that_is_not_listed_any_more_is_missed(tmp_path: Path) -> None:
    """Once, by its files or by its address; nobody is told to delete them as useless."""
    root = with_edition(tmp_path)
    (root / EDITIONS).unlink()
    assert [(f.code, f.params["value"]) for f in checked(root)] == [("E818", "2025-05")]
    (root / "data/urls.txt").write_text("/\nediciones/2025-05/\n", encoding="utf-8")
    assert codes(root, "data/urls.txt") == [("E818", 2, "")]
    shutil.rmtree(root / "data/editions")
    assert codes(root, "data/urls.txt") == [("E818", 2, "")]


def test_a_file_that_stands_by_mistake_among_editions_is_told(tmp_path: Path) -> None:
    """It belongs to none."""
    path = "data/editions/2025-05/nota.csv"
    with_edition(tmp_path)
    (tmp_path / path).write_text("a\n1\n", encoding="utf-8")
    assert codes(tmp_path, path) == [("W108", 0, "")]


def test_a_published_figure_that_changes_is_told_at_its_line(tmp_path: Path) -> None:
    """Through the whole check, as a contributor meets it."""
    root = with_edition(tmp_path)
    table = root / LIVE
    text = table.read_text(encoding="utf-8").replace("2024,51.0,51,100", "2024,52.0,52,100")
    table.write_text(text, encoding="utf-8")
    assert codes(root, LIVE) == [("E804", 5, "value")]


def test_an_area_that_goes_does_not_go_in_silence(tmp_path: Path) -> None:
    """Its published figures are missed; the row that the message proposes is all it takes."""
    root = with_edition(tmp_path)
    for path in (AREAS, LIVE):
        lines = (root / path).read_text(encoding="utf-8").splitlines()
        kept = "\n".join(line for line in lines if "PE-AAA" not in line) + "\n"
        (root / path).write_text(kept, encoding="utf-8")
    (gone,) = (f for f in checked(root) if f.code == "E805")
    assert gone.where.path == LIVE
    row = gone.params["row"].replace("…", "La fuente retiró la cifra.")
    (root / REVISIONS).write_text(f"{HEAD}{row}\n", encoding="utf-8")
    assert codes(root, LIVE) == []
    assert codes(root, REVISIONS) == []


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("2024,51.0,", '2024,"51,0",', ["E218"]),
        ("PE-AAA,2024", "PE-AAB,2024", ["E303"]),
        ("ref_area,", "area,", ["E204"]),
        ("PE-AAA,2024,51.0,51,100,,,A,A,S1 S2,,,\n", "", ["E805"]),
    ],
    ids=["a decimal comma", "a misspelt area", "a misspelt header", "a deleted row"],
)
def test_a_row_that_was_refused_is_not_missed_besides(
    tmp_path: Path, before: str, after: str, told: list[str]
) -> None:
    """One mistake, one message: the figure is there once the row is mended."""
    table = with_edition(tmp_path) / LIVE
    text = table.read_text(encoding="utf-8")
    assert before in text
    table.write_text(text.replace(before, after), encoding="utf-8")
    assert [f.code for f in checked(tmp_path) if f.code.startswith("E")] == told


def test_a_row_that_is_gone_is_missed_besides_a_refused_one(tmp_path: Path) -> None:
    """Two figures were published, one row was refused: the other figure is told."""
    root = with_edition(tmp_path)
    figures = FIGURES + "XX-01,PE-AAA,2023,50.0\n"
    (root / "data/editions/2025-05/figures.csv").write_text(figures, encoding="utf-8")
    digest = sha256(figures.encode()).hexdigest()
    (root / EDITIONS).write_text(listed(figures_sha256=digest), encoding="utf-8")
    table = root / LIVE
    lines = table.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("PE-AAA,2023")]
    text = "\n".join(kept).replace("2024,51.0,", '2024,"51,0",') + "\n"
    table.write_text(text, encoding="utf-8")
    assert {f.code for f in checked(root) if f.code.startswith("E")} == {"E218", "E805"}
