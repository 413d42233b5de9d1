"""What a change of the data changes, as a maintainer reads it before merging."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from quipu.cli import cli
from quipu.diff.figures import figure_changes
from quipu.diff.outcomes import Flip, edition_of, flips
from quipu.diff.report import MOST_SHOWN, Difference, Pages, as_json, as_markdown
from quipu.diff.suspicions import Suspicion, suspicions
from quipu.model import Catalog, Observation
from quipu.vocab import Direction, IndicatorType, Quality
from tests.e2e.builds import AS_OF, SMALL_ROOT, changed_row, copied
from tests.memory.remembered import reason, remembering
from tests.roots import AS_OF as DAY
from tests.samples import catalog, indicator, language, observation, regions, unit


def facts(*rows: Observation, **measure: object) -> Catalog:
    """Gather rows of one indicator about six areas."""
    return catalog(regions(6), [replace(indicator(), **measure)], rows)  # type: ignore[arg-type]


def year(values: Mapping[str, int | str | None], period: str = "2024") -> list[Observation]:
    """Make a value an area, each on a line of its own."""
    return [
        observation(code, value, period, line=n)
        for n, (code, value) in enumerate(values.items(), start=2)
    ]


OLD = {"A01": 10, "A02": 20, "A03": 30, "A04": 40}


def suspected(before: Catalog, after: Catalog) -> list[Suspicion]:
    """Find what is odd between two sets of facts."""
    return list(suspicions(before, after, figure_changes(before, after)))


def test_rows_are_known_by_indicator_area_and_period() -> None:
    """Whatever their order; only the cells that differ are told."""
    before = facts(*year(OLD))
    after = facts(*reversed(year({"A05": 5, **OLD, "A02": "20.5"})[:-1]))
    found = figure_changes(before, after)
    assert [row.ref_area for row in found.added] == ["A05"]
    assert [row.ref_area for row in found.removed] == ["A04"]
    assert [(row.before.value, row.after.value) for row in found.changed] == [("20", "20.5")]
    assert found.changed[0].columns == ("value",)
    assert found.changed[0].percent == pytest.approx(2.5)


def test_equal_facts_change_nothing() -> None:
    """Not even with none at all, or with two undated rows of an area."""
    undated = [observation("A01", n, "", quality=Quality.UNDATED, line=n) for n in (2, 3)]
    for one in (facts(), facts(*year(OLD)), facts(*undated)):
        found = figure_changes(one, one)
        assert (found.added, found.changed, found.removed) == ((), (), ())


def test_the_line_of_a_row_is_no_change() -> None:
    """Rows move when others are added above them."""
    before, after = facts(observation("A01", 1, line=2)), facts(observation("A01", 1, line=9))
    assert figure_changes(before, after).changed == ()


def test_a_percentage_of_nothing_is_not_told() -> None:
    """Of zero, of a missing value, of one that becomes missing."""
    pairs: list[tuple[int | None, int | None]] = [(0, 1), (None, 1), (1, None)]
    for old, new in pairs:
        found = figure_changes(facts(observation("A01", old)), facts(observation("A01", new)))
        assert found.changed[0].percent is None


def test_values_times_a_hundred_are_pointed_at() -> None:
    """Exactly a power of ten, up or down, with one of the places."""
    before, after = facts(*year(OLD)), facts(*year({c: v * 100 for c, v in OLD.items()}))
    found = {one.reason: one for one in suspected(before, after)}
    assert (found["factor"].count, found["factor"].detail) == (4, "× 100")
    assert found["factor"].example == "A01 2024"
    back = {one.reason: one for one in suspected(after, before)}
    assert back["factor"].detail == "× 0.01"
    assert "jump" not in found


def test_an_area_that_vanishes_and_half_a_table_gone_are_pointed_at() -> None:
    """One row less is no cause for alarm; an area without any is."""
    before = facts(*year(OLD), *year(OLD, "2023"))
    assert suspected(before, facts(*year(OLD), *year({"A01": 10}, "2023"))) == []
    lost = suspected(before, facts(*year({"A01": 10, "A02": 20, "A03": 30})))
    assert {(one.reason, one.count) for one in lost} == {("rows_gone", 5), ("vanished", 1)}
    assert next(one for one in lost if one.reason == "vanished").example == "A04"


def test_a_past_value_that_changes_in_silence_is_pointed_at() -> None:
    """A reason that comes with the change explains it; one that stood there before does not."""
    before, after = facts(observation("A01", 10)), facts(observation("A01", 11))
    assert [one.reason for one in suspected(before, after)] == ["past_changed"]
    noted = facts(replace(observation("A01", 11), notes={"es": "Una nota."}))
    assert [one.reason for one in suspected(before, noted)] == ["past_changed"]
    told = remembering(after, reasons=(reason(),))
    assert suspected(before, told) == []
    assert [row.reason for row in figure_changes(before, told).changed] == ["Razón sintética."]
    assert suspected(remembering(before, reasons=(reason(),)), told) != []
    assert suspected(before, remembering(after, reasons=(reason(after="12"),))) != []


def test_the_reason_of_an_undated_value_is_found() -> None:
    """Reasons count such figures of an area: the second one is ``#2``."""
    rows = [observation("A01", n, "", quality=Quality.UNDATED, line=n) for n in (2, 3)]
    after = facts(rows[0], replace(rows[1], value=Decimal(4)))
    told = remembering(after, reasons=(reason("A01", "#2", "3", "4"),))
    assert [row.reason for row in figure_changes(facts(*rows), told).changed] == [
        "Razón sintética."
    ]
    other = remembering(after, reasons=(reason("A01", "#1", "3", "4"),))
    assert [row.reason for row in figure_changes(facts(*rows), other).changed] == [""]


def test_a_code_that_measures_something_else_is_pointed_at() -> None:
    """Another direction, unit or type under the same code."""
    before = facts(*year(OLD))
    turned = facts(*year(OLD), direction=Direction.LOWER)
    assert [(one.reason, one.detail) for one in suspected(before, turned)] == [
        ("redefined", "neutral → lower")
    ]
    counted = facts(*year(OLD), type=IndicatorType.COUNT)
    assert [(one.example, one.detail) for one in suspected(before, counted)] == [
        ("type", "rate → count")
    ]


def test_a_value_far_from_the_last_one_is_pointed_at() -> None:
    """Ten times and no power of ten, with both values; a change of a past value, too."""
    found = suspected(facts(*year(OLD)), facts(*year({**OLD, "A02": 333})))
    assert [(one.reason, one.detail) for one in found] == [
        ("jump", "20 → 333"),
        ("past_changed", ""),
    ]


def test_a_unit_that_is_written_otherwise_says_how() -> None:
    """Not «percent → percent»: of one code, the cells that differ; of two, the codes."""
    before = facts(*year(OLD), unit=unit("%"))
    old = before.indicators[0].unit
    for new, told in (
        (replace(old, code="v"), "u → v"),
        (
            replace(old, names={"es": "porcentaje", "en": "units"}),
            "name_es: unidades → porcentaje",
        ),
        (
            replace(old, short={"es": "%"}, singular={"es": "caso"}, is_prefix=True),
            "short_en: % → –; one_es: – → caso; position: suffix → prefix",
        ),
    ):
        found = suspected(before, facts(*year(OLD), unit=new))
        assert [(one.reason, one.example, one.detail) for one in found] == [
            ("redefined", "unit", told)
        ]


def test_a_new_period_with_one_value_everywhere_is_pointed_at() -> None:
    """As when a column was filled down by mistake."""
    many = regions(12)
    before = catalog(many, [indicator()], [])
    rows = [observation(area.code, 7, line=n) for n, area in enumerate(many, start=2)]
    found = suspected(before, catalog(many, [indicator()], rows))
    assert [(one.reason, one.count, one.detail) for one in found] == [("all_equal", 12, "7")]
    few = suspected(before, catalog(many, [indicator()], rows[:9]))
    assert few == []


def test_areas_without_a_value_are_not_said_to_have_it() -> None:
    """Ten of twelve areas with one value are all that have one."""
    many = regions(12)
    before = catalog(many, [indicator()], [])
    rows = [observation(area.code, 7, line=n) for n, area in enumerate(many[:10], start=2)]
    found = difference(before, catalog(many, [indicator()], rows))
    assert "todas las áreas con dato de 2024 tienen el mismo valor: 7" in as_markdown(found)


def test_a_group_is_named_on_whichever_side_has_it() -> None:
    """A domain that was taken away keeps its name in what is said of its scores."""
    before, after = facts(*year(OLD)), replace(facts(*year(OLD)), groups=())
    flip = Flip(kind="score", ref_area="A01", subject="T", before="50", after="")
    text = as_markdown(replace(difference(before, after), flips=(flip,)))
    assert "| Área A01 | Temas | 50 |" in text


def difference(before: Catalog, after: Catalog) -> Difference:
    """Hold two sets of facts against each other, without pages."""
    changes = figure_changes(before, after)
    old, new = (edition_of(side, DAY, language()) for side in (before, after))
    return Difference(
        base="main",
        before=old,
        after=new,
        figures=changes,
        suspicions=suspicions(before, after, changes),
        flips=flips(old, new),
        pages=Pages(added=("a/index.html",), changed=("index.html",), removed=()),
        base_errors=0,
    )


def test_the_report_tells_first_what_to_look_at() -> None:
    """Then the figures, old and new, and what is told otherwise."""
    text = as_markdown(difference(facts(*year(OLD)), facts(*year({**OLD, "A02": 2_000}))))
    order = ["Qué cambia frente a", "Mire esto primero", "Filas que cambian", "Páginas"]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert "| Indicador T-01 (T-01) | Área A02 | 2024 | 20 | 2000 | +9,900.0 |" in text
    assert "Filas cambiadas: **1**" in text
    assert "- + `a/index.html`" in text


def test_no_text_of_the_data_breaks_out_of_the_report() -> None:
    """A note with a pipe, a link or a tag stays the text that it is."""
    row = observation("A01", 1)
    evil = replace(row, notes={"es": "a|b [x](javascript:alert(1)) <script>"})
    text = as_markdown(difference(facts(row), facts(evil)))
    assert r"a\|b \[x\](javascript:alert(1)) \<script\>" in text
    assert "<script>" not in text.replace(r"\<script\>", "")


def test_what_is_told_otherwise_is_told() -> None:
    """In a table of its kind and in the JSON; so are percentages and the errors of the base."""
    flip = Flip(kind="verdict", ref_area="A02", subject="T-01", before="peor", after="mejor")
    found = difference(facts(*year(OLD)), facts(*year({**OLD, "A02": "20.5"})))
    found = replace(found, flips=(flip,), base_errors=2)
    told = json.loads(as_json(found))
    assert (told["flips"][0]["after"], told["base_errors"]) == ("mejor", 2)
    assert told["figures"]["changed"][0]["percent"] == pytest.approx(2.5)
    text = as_markdown(found)
    assert "### Comparaciones con la referencia" in text
    assert "| Área A02 | Indicador T-01 (T-01) | peor | mejor |" in text
    assert "La base tiene 2 errores" in text


def test_of_long_tables_the_rest_is_counted() -> None:
    """Forty rows are shown; the JSON has them all."""
    areas = regions(45)
    sides = [
        catalog(
            areas,
            [indicator()],
            [observation(one.code, n + step, line=n) for n, one in enumerate(areas, start=2)],
        )
        for step in (0, 1)
    ]
    found = difference(sides[0], sides[1])
    text = as_markdown(found)
    assert text.count("| Indicador T-01 (T-01) | ") == MOST_SHOWN
    assert f"Y {45 - MOST_SHOWN} más" in text
    assert len(json.loads(as_json(found))["figures"]["changed"]) == 45


def test_the_json_leaves_nothing_out() -> None:
    """Every row of every change, with its percentage and origin."""
    many = {f"A{n:02}": n for n in range(1, 7)}
    told = json.loads(as_json(difference(facts(), facts(*year({**many})))))
    assert [row["ref_area"] for row in told["figures"]["added"]] == list(many)
    assert told["figures"]["added"][0]["origin"] == "data/indicators/T-01.csv:2"
    assert told["pages"]["changed"] == ["index.html"]
    back = json.loads(as_json(difference(facts(*year({**many})), facts())))
    assert [row["ref_area"] for row in back["figures"]["removed"]] == list(many)


def test_values_are_compared_as_they_are_written() -> None:
    """10 and 10.0 are two ways to write a figure: the file did change."""
    before, after = facts(observation("A01", "10")), facts(observation("A01", "10.0"))
    [change] = figure_changes(before, after).changed
    assert change.percent == 0


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a small root under git, with one changed row that is not committed."""
    root = copied(SMALL_ROOT, tmp_path / "root")
    words = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."], [*words, "commit", "-qm", "first"]):
        subprocess.run(["git", "-C", str(root), *command], check=True)
    changed_row(root)
    return root


def test_a_root_is_held_against_a_revision(repository: Path) -> None:
    """The command as a person gives it: figures, pages, and nothing left behind."""
    words = ["--root", str(repository), "diff", "HEAD", "--as-of", AS_OF]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.stderr
    assert "| 9.5 | 91.5 | +863.2 |" in done.stdout
    assert "; nuevas: 0; quitadas: 0." in done.stdout
    told = json.loads(CliRunner().invoke(cli, [*words, "--format", "json"]).stdout)
    assert len(told["figures"]["changed"]) == 1
    otherwise = {(one["kind"], one["ref_area"]): one for one in told["flips"]}
    own = otherwise["sentence", "EJ-O"]
    assert "9.5" in own["before"]
    assert "91.5" in own["after"]
    assert "### Frases que abren una página" in done.stdout
    assert "indicadores/E1-01/index.html" in told["pages"]["changed"]
    assert not (repository / "site").exists()


def test_a_root_is_held_against_another_folder(repository: Path) -> None:
    """In English where that is asked for; a folder equal to itself changes nothing."""
    words = ["--root", str(repository), "--lang", "en", "diff", str(repository), "--as-of", AS_OF]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.stderr
    assert "Rows changed: **0**" in done.stdout
    assert "Pages that change: 0" in done.stdout
    assert done.stdout.startswith("## What changes against")


@pytest.mark.parametrize("base", ["no-such-thing", "--output=x", "HEAD:data", ""])
def test_a_base_that_is_none_is_told(repository: Path, base: str) -> None:
    """One sentence and a hint; never a traceback, and no word of it reaches git as an option."""
    done = CliRunner().invoke(cli, ["--root", str(repository), "diff", "--", base])
    assert done.exit_code == 2
    assert "revisión de git" in done.stderr
    assert not list(repository.glob("x*"))


def test_errors_in_the_changed_data_come_first(repository: Path) -> None:
    """What has errors is not held against anything."""
    table = repository / "data" / "indicators" / "E1-01.csv"
    table.write_text(table.read_text().replace("91.5", "nueve"))
    done = CliRunner().invoke(cli, ["--root", str(repository), "diff", "HEAD"])
    assert done.exit_code == 1
    assert "E1-01.csv" in done.stdout + done.stderr
