"""Rows read quickly are the rows read closely: same observations, same findings, same order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.findings import Finding
from quipu.model import Area, Indicator, SiteSettings
from quipu.parse import observations
from quipu.parse import usual as usual_path
from quipu.parse.observations import columns, parse_observations
from quipu.parse.table import Row
from quipu.vocab import IndicatorType
from tests.samples import SOURCE, area, indicator, regions, unit

SITE = SiteSettings(titles={}, taglines={})
KNOWN = columns(SITE).known
# No area is called thus, and a row that names one of the last two is looked at closely.
AREAS: Mapping[str, Area] = {one.code: one for one in (*regions(6), area("<A>"), area("A 05 "))}
SOURCES = {"S1": SOURCE, "S2": replace(SOURCE, id="S2")}

quick = settings(derandomize=True, deadline=None, max_examples=400, database=None)

FIGURES = ("value", "numerator", "denominator", "lower", "upper")
NO_FIGURES = dict.fromkeys(FIGURES, "")
ODD_FIGURES = (
    *("", "0", "1", "-1", "2", "50", "50.0", "50.00", "33.3", "100", "100.1", "-0", "-0.0", "-0.5"),
    *("1,5", '"1,5"', '"50.0"', '5"0', "1.234,5", "00", "050", "1.", ".5", "+5", "1e3", "5 %"),
    *("NaN", "inf", "s/d", "-", "—", "５０", "٥٠", "5²", " 50", "50 ", "50\u00a0", "5\t0", "=5"),
    *("123456789012345", "1234567890123456", "0.000000000000001", "0." + "0" * 28, "9" * 31),
)
ODD_CELLS: Mapping[str, Sequence[str]] = {
    "ref_area": ("A01", "A04", "a01", "A1", "", " A01", "A01 ", "<A>", "A 05 ", '"A02"', "=A01"),
    "time_period": (
        *("2020", "2021", "2020-S1", "2020-01-01/2020-12-31", "2020-S1/2020-S2", "2020/2021"),
        *("", " 2020", "２０２０", "2020-13", "2021/2020", "20", '"2020"', "-", "2020-02-30"),
    ),
    **dict.fromkeys(FIGURES, ODD_FIGURES),
    "obs_status": (*"ABEFPMLQ", "a", "X", "", " A", "A ", '"A"', "Ａ", "-"),
    "quality": (*"ABCD", "a", "", "E", "D ", '"B"', "<B>"),
    "source": ("S1", "S2", "S1 S2", "S2 S1", "S1  S2", "S1 S1", "S9", "s1", "", " S1", '"S1"', "-"),
    "evidence_url": (
        *("https://example.org/a", "http://x", "https://example.org/año", "ftp://x", "x", "-"),
        *("https://a@b.c", "javascript:x", "https://<b>", " https://example.org/", "https://x/a b"),
    ),
    **dict.fromkeys(
        ("note_es", "note_en"),
        (
            *("Nota", "Note", '"Con coma, y punto"', '"Dice ""sí"""', 'Dice "sí"', '"abierta'),
            *("<b>", "=1+1", "-", "--", "-5", " x", "x ", "a\tb", "a\u00a0b", "n" * 2_001, "Ã³"),
        ),
    ),
}
SHARE = st.tuples(st.integers(0, 120), st.integers(1, 110), st.integers(0, 3)).map(
    lambda drawn: {
        **NO_FIGURES,
        "value": f"{Decimal(drawn[0]) / drawn[1] * 100:.{drawn[2]}f}",
        "numerator": str(drawn[0]),
        "denominator": str(drawn[1]),
    }
)
ALONE = st.sampled_from(("0", "1", "3", "12", "50.0", "99.95")).map(
    lambda value: {**NO_FIGURES, "value": value}
)
WITHIN = st.lists(st.integers(-3, 103), min_size=3, max_size=3).map(
    lambda drawn: {
        **NO_FIGURES,
        **dict(zip(("lower", "value", "upper"), map(str, sorted(drawn)), strict=True)),
    }
)
YEARS = ("2018", "2019", "2020")


def usual(figures: Mapping[str, str], area: str, period: str, note: str) -> dict[str, str]:
    """A row in which nothing is wrong by itself."""
    status = "A" if figures["value"] else "L"
    return {
        "ref_area": area,
        "time_period": period,
        **figures,
        "obs_status": status,
        "quality": "A",
        "source": "S1",
        "evidence_url": "",
        "note_es": note,
        "note_en": "",
    }


LESSON = (
    *(usual({**NO_FIGURES, "value": "1"}, "A05", year, "") for year in YEARS),
    *(usual(NO_FIGURES, "A06", year, "") for year in YEARS),
)
"""Once these are read, the usual rows are known."""
usual_rows = st.builds(
    usual,
    ALONE | SHARE | WITHIN | st.just(NO_FIGURES),
    st.sampled_from(("A01", "A02", "A03", "A04")),
    st.sampled_from(YEARS),
    st.sampled_from(("", "", "Nota")),
)
odd_cells = st.sampled_from(KNOWN).flatmap(
    lambda name: st.tuples(st.just(name), st.sampled_from(ODD_CELLS[name]) | st.text(max_size=3))
)
odd_rows = st.builds(
    lambda row, cells: {**row, **dict(cells)}, usual_rows, st.lists(odd_cells, max_size=3)
)
odd_lines = st.sampled_from(
    ("", "   ", ",,,,,,,,,,,,", "A01,2020", "A01" + "," * 13, '"', 'A01,"2020"x,,,', "\t")
)
headers = st.sampled_from(
    (
        KNOWN,
        KNOWN[:-1],
        tuple(reversed(KNOWN)),
        tuple(name for name in KNOWN if name not in ("lower", "upper", "evidence_url", "note_es")),
        ("ref_area", "time_period", "value", "obs_status", "quality", "source"),
    )
)
indicators = st.builds(
    lambda type_, code, low, high: replace(
        indicator(type_=type_, measure=replace(unit(), code=code)), valid_min=low, valid_max=high
    ),
    st.sampled_from(IndicatorType),
    st.sampled_from(("u", "percent", "per_100k", "fte_per_1000")),
    st.sampled_from((None, None, Decimal(0), Decimal(1))),
    st.sampled_from((None, None, Decimal("99.9"), Decimal(150))),
)
tables = st.builds(
    lambda header, lesson, rows, end, mark, last: (
        mark + end.join((",".join(header), *(line(header, row) for row in (*lesson, *rows)))) + last
    ),
    headers,
    st.sampled_from((LESSON, LESSON, ())),
    st.lists(usual_rows | usual_rows | odd_rows | odd_lines, max_size=14),
    st.sampled_from(("\n", "\n", "\r\n")),
    st.sampled_from(("", "", "\ufeff")),
    st.sampled_from(("", "\n", "\n\n")),
)


def line(header: Sequence[str], row: Mapping[str, str] | str) -> str:
    """Write a row as it stands: whoever quotes a cell has quoted it."""
    if isinstance(row, str):
        return row
    return ",".join(row[name] for name in header)


def read(text: str, measure: Indicator, *, is_quick: bool) -> tuple[list[str], list[str]]:
    """Everything that comes of a table, to the last digit and column of it."""
    findings: list[Finding] = []
    body = text.encode("utf-8", "surrogatepass")
    found = parse_observations(measure, body, SITE, AREAS, SOURCES, findings, is_quick=is_quick)
    return [repr(one) for one in found], [repr(one) for one in findings]


@quick
@given(text=tables, measure=indicators)
def test_the_quick_path_changes_nothing(text: str, measure: Indicator) -> None:
    """Whatever the rows are."""
    assert read(text, measure, is_quick=True) == read(text, measure, is_quick=False)


@pytest.mark.parametrize("header", [KNOWN, tuple(reversed(KNOWN)), KNOWN[:-2]])
def test_usual_rows_are_read_quickly(
    header: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the first row of each period, status, quality and source is looked at closely."""
    closely: list[int] = []
    look = observations._observation

    def told(row: Row, *rest: object) -> object:
        closely.append(row.line)
        return look(row, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(observations, "_observation", told)
    share = {**NO_FIGURES, "value": "33.3", "numerator": "1", "denominator": "3"}
    rows = [
        usual(figures, code, period, '"Nota, con coma"')
        for code in ("A01", "A02", "A03", "A04")
        for period, figures in (("2020", share), ("2021", NO_FIGURES))
    ]
    text = "\n".join((",".join(header), *(line(header, row) for row in rows)))
    measure = indicator(type_=IndicatorType.PERCENTAGE)
    found, findings = read(text, measure, is_quick=True)
    assert closely == [2, 3]
    assert len(found) == len(rows)
    assert all("W217" in finding or "W216" in finding for finding in findings)


def test_equal_cells_are_kept_once() -> None:
    """A table of a million rows must fit into memory."""
    rows = [usual({**NO_FIGURES, "value": "5.0"}, f"A0{n}", "2020", "") for n in (1, 2, 3)]
    text = "\n".join((",".join(KNOWN), *(line(KNOWN, row) for row in rows)))
    findings: list[Finding] = []
    _, *found = parse_observations(indicator(), text.encode(), SITE, AREAS, SOURCES, findings)
    for name in ("period", "value", "sources", "notes"):
        assert len({id(getattr(one, name)) for one in found}) == 1, name


def test_a_full_memory_is_emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures that never repeat are read all the same, and do not pile up."""
    monkeypatch.setattr(usual_path, "_MOST_REMEMBERED", 3)
    sizes, figures = list[int](), usual_path.UsualRows._figures

    def watched(self: usual_path.UsualRows, cells: Sequence[str]) -> object:
        found = figures(self, cells)
        sizes.append(len(self.numbers))
        return found

    monkeypatch.setattr(usual_path.UsualRows, "_figures", watched)
    rows = [
        usual({**NO_FIGURES, "value": f"{n}.{year}"}, f"A0{n}", year, "")
        for year in YEARS
        for n in range(1, 7)
    ]
    text = "\n".join((",".join(KNOWN), *(line(KNOWN, row) for row in rows)))
    assert read(text, indicator(), is_quick=True) == read(text, indicator(), is_quick=False)
    # Those of one row come on top: it is emptied between two rows.
    assert len(sizes) > len(YEARS)
    assert max(sizes) <= 3 + len(NO_FIGURES)
