"""Figures counted in registers, among those that are typed: read from files, as a build does."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest

from quipu.findings import is_blocking, message
from quipu.vocab import IndicatorStatus
from tests.registers.roots import REGISTERS, counted, path_of, registers
from tests.roots import INDICATORS, append, cell, minimal_root, read_root, remove, replace, write

COUNTED = "data/indicators/XX-02.csv"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root that keeps registers, and counts its wanted indicator in them."""
    minimal_root(tmp_path)
    registers(tmp_path)
    counted(tmp_path)
    return tmp_path


def test_the_synthetic_registers_are_clean(root: Path) -> None:
    """Nothing is found in them, and every row is read."""
    catalog, findings = read_root(root)
    assert findings == ()
    kept = catalog.registers
    assert {path_of(name) for name in kept.rows} == set(REGISTERS)
    assert [len(kept.functions), len(kept.tasks), len(kept.commissions)] == [4, 2, 10]
    assert [len(kept.sessions), len(kept.agreements), len(kept.members)] == [4, 3, 4]
    assert len(kept.periods) == 1
    assert kept.sessions[0].proof.document == "https://example.org/a.pdf"
    assert kept.agreements[0].topics == ("C1", "T1")


def test_what_is_counted_becomes_a_live_indicator(root: Path) -> None:
    """Two of three sessions, in a table as if somebody had typed it."""
    catalog, _ = read_root(root)
    (row,) = catalog.observations_by_indicator["XX-02"]
    assert (row.ref_area, row.period.code) == ("PE-AAA", "2024-S2")
    assert (row.value, row.numerator, row.denominator) == tuple(map(Decimal, ("66.7", "2", "3")))
    statuses = {one.id: one.status for one in catalog.indicators}
    assert statuses["XX-02"] is IndicatorStatus.LIVE
    (line,) = csv.DictReader(StringIO(catalog.tables[COUNTED].decode()))
    told = {key: line[key] for key in ("value", "numerator", "denominator", "quality", "source")}
    assert list(told.values()) == ["66.7", "2", "3", "C", "S2"]
    assert (line["note_es"], line["note_en"]) == ("Lo dice su norma.", "Its norm says so.")


def test_a_counted_table_reads_as_a_typed_one(root: Path) -> None:
    """The same bytes in a file, with nothing computed, give the same figures and no finding."""
    catalog, _ = read_root(root)
    write(COUNTED, catalog.tables[COUNTED])(root)
    replace(INDICATORS, "wanted,Entidad,,,sessions_held", "live,Entidad,,,")(root)
    again, findings = read_root(root)
    assert [f for f in findings if is_blocking([f])] == []
    (one,) = catalog.observations_by_indicator["XX-02"]
    (other,) = again.observations_by_indicator["XX-02"]
    told = (one.value, one.numerator, one.denominator, one.quality, one.notes, one.sources)
    assert told == (
        *(other.value, other.numerator, other.denominator),
        *(other.quality, other.notes, other.sources),
    )


def test_without_a_fact_the_indicator_stays_wanted(root: Path) -> None:
    """No declared period, no share."""
    head = REGISTERS[path_of("commission_periods")].split("\n", 1)[0]
    write(path_of("commission_periods"), f"{head}\n")(root)
    catalog, findings = read_root(root)
    assert findings == ()
    assert catalog.observations_by_indicator["XX-02"] == ()
    statuses = {one.id: one.status for one in catalog.indicators}
    assert statuses["XX-02"] is IndicatorStatus.WANTED
    assert COUNTED not in catalog.tables


def test_a_draft_stays_a_draft(root: Path) -> None:
    """Only what was wanted becomes live by itself."""
    replace(INDICATORS, "wanted,Entidad", "draft,Entidad")(root)
    catalog, _ = read_root(root)
    assert len(catalog.observations_by_indicator["XX-02"]) == 1
    assert {one.id: one.status for one in catalog.indicators}["XX-02"] is IndicatorStatus.DRAFT


def test_a_root_without_registers_may_type_what_others_count(root: Path) -> None:
    """Nothing contradicts the typed figures there."""
    for path in REGISTERS:
        remove(path)(root)
    replace(INDICATORS, "wanted,Entidad,,,sessions_held", "live,Entidad,,,sessions_held")(root)
    head = "ref_area,time_period,value,obs_status,quality,source\n"
    write(COUNTED, f"{head}PE-AAA,2024,50,A,A,S1\n")(root)
    catalog, findings = read_root(root)
    assert not is_blocking(findings)
    assert [row.value for row in catalog.observations_by_indicator["XX-02"]] == [50]


def test_typed_and_counted_contradict(root: Path) -> None:
    """The typed row is pointed at, and the counted one not published beside it."""
    head = "ref_area,time_period,value,obs_status,quality,source\n"
    write(COUNTED, f"{head}PE-AAA,2024,50,A,A,S1\n")(root)
    replace(INDICATORS, "wanted,Entidad", "live,Entidad")(root)
    catalog, findings = read_root(root)
    errors = [f for f in findings if is_blocking([f])]
    assert [(f.code, str(f.where)) for f in errors] == [("E621", f"{COUNTED}:2")]
    assert len(catalog.observations_by_indicator["XX-02"]) == 1


def test_an_empty_file_beside_the_registers_is_filled(root: Path) -> None:
    """The header alone is what the hint asks for."""
    write(COUNTED, "ref_area,time_period,value,obs_status,quality,source\n")(root)
    catalog, findings = read_root(root)
    assert not is_blocking(findings)
    assert b"66.7" in catalog.tables[COUNTED]


def test_a_plan_gives_no_figure_of_years_ahead(root: Path) -> None:
    """One of three years counts in those that have begun, and blocks nothing."""
    replace(INDICATORS, "sessions_held", "commission_plan")(root)
    cell(path_of("commissions"), 5, "ends", "2027-12-31")(root)
    catalog, findings = read_root(root)
    assert findings == ()
    periods = [row.period.code for row in catalog.observations_by_indicator["XX-02"]]
    assert periods == ["2025"]
    assert catalog.tables[COUNTED].decode().count("\n") == 2


def test_a_plan_of_years_ahead_alone_leaves_its_indicator_wanted(root: Path) -> None:
    """As if nothing were counted: no figure, and a table that is its header."""
    replace(INDICATORS, "sessions_held", "commission_plan")(root)
    cell(path_of("commissions"), 5, "starts", "2026-01-01")(root)
    cell(path_of("commissions"), 5, "ends", "2027-12-31")(root)
    catalog, findings = read_root(root)
    assert not is_blocking(findings)
    assert catalog.observations_by_indicator["XX-02"] == ()
    statuses = {one.id: one.status for one in catalog.indicators}
    assert statuses["XX-02"] is IndicatorStatus.WANTED
    assert catalog.tables[COUNTED].decode().count("\n") == 1


def test_a_row_that_cannot_be_used_is_left_out(root: Path) -> None:
    """The others are read; what is wrong is told once."""
    cell(path_of("sessions"), 2, "outcome", "quizás")(root)
    catalog, findings = read_root(root)
    assert [f.code for f in findings if is_blocking([f])] == ["E212"]
    assert len(catalog.registers.sessions) == 3


def test_a_code_that_stands_twice_is_told_once(root: Path) -> None:
    """Also where the whole row stands twice."""
    row = REGISTERS[path_of("institutions")].splitlines()[1]
    append(path_of("institutions"), f"{row}\n")(root)
    _, findings = read_root(root)
    assert [(f.code, f.where.line) for f in findings] == [("E301", 6)]


def test_a_register_that_cannot_be_read_condemns_no_other(root: Path) -> None:
    """Who mistypes a header is told of that, in whole sentences."""
    write(path_of("sessions"), "región;fecha\nPE-AAA;2024\n")(root)
    _, findings = read_root(root)
    assert {f.where.path for f in findings} == {path_of("sessions")}
    assert all(message(f, "es")[1] for f in findings)
