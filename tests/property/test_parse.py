"""Whatever the bytes are, reading them ends with values and findings, never with an exception."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.findings import Finding, is_blocking, message
from quipu.parse.catalog import parse_catalog
from quipu.parse.cells import is_address, is_date, read_number
from quipu.parse.header import Columns
from quipu.parse.table import Row, read_table
from quipu.report import FORMATS, write_findings
from quipu.rules import check
from tests.roots import AS_OF, FILES, LIVE, RULEBOOK, TOPOLOGY, VERSIONS_FILE

PATHS = (*FILES, *RULEBOOK, "data/units.csv", "data/geo/x.topo.json")
WHOLE = {**FILES, **RULEBOOK, "data/geo/x.topo.json": TOPOLOGY}
RULES = {path: text for path, text in RULEBOOK.items() if path != VERSIONS_FILE}

quick = settings(derandomize=True, deadline=None, max_examples=60, database=None)

awkward = st.text(
    st.sampled_from(
        ' \t\n\r\0,;|"=+-@<>&#:[]{}()!*_`\\/.%0123456789AaÁé\u00a0\u200b\u0301\ufeff１٥$S'
    ),
    max_size=60,
)


def look(files: dict[str, bytes]) -> list[Finding]:
    """Read, check and report as the command line does."""
    findings: list[Finding] = []
    catalog = parse_catalog(files, findings)
    findings += check(catalog, AS_OF)
    for form in FORMATS:
        for language in ("es", "en"):
            write_findings(findings, language, form)
    return findings


@quick
@given(path=st.sampled_from(PATHS), body=st.binary(max_size=200))
def test_any_bytes_are_read(path: str, body: bytes) -> None:
    """Bytes of any kind in the place of any file."""
    files = {name: text.encode() for name, text in FILES.items()}
    files[path] = body
    assert isinstance(look(files), list)


@quick
@given(path=st.sampled_from(PATHS), at=st.floats(0, 1), inserted=awkward, cut=st.integers(0, 30))
def test_any_slip_is_read(path: str, at: float, inserted: str, cut: int) -> None:
    """Text of any kind in the middle of a good file."""
    files = {name: text.encode() for name, text in WHOLE.items()}
    text = WHOLE.get(path, "")
    start = int(at * len(text))
    files[path] = (text[:start] + inserted + text[start + cut :]).encode()
    assert isinstance(look(files), list)


@quick
@given(path=st.sampled_from([*RULEBOOK]), body=st.binary(max_size=200) | awkward.map(str.encode))
def test_any_rulebook_is_read(path: str, body: bytes) -> None:
    """Bytes of any kind among good rules: each of them is read beside the others."""
    files = {name: text.encode() for name, text in WHOLE.items()}
    files[path] = body
    assert look(files)


@quick
@given(
    path=st.sampled_from([*RULEBOOK]), at=st.floats(0, 1), inserted=awkward, cut=st.integers(0, 30)
)
def test_any_slip_in_the_rules_is_read(path: str, at: float, inserted: str, cut: int) -> None:
    """Text of any kind in the middle of good rules."""
    files = {name: text.encode() for name, text in WHOLE.items()}
    start = int(at * len(RULEBOOK[path]))
    files[path] = (RULEBOOK[path][:start] + inserted + RULEBOOK[path][start + cut :]).encode()
    assert isinstance(look(files), list)


values = st.recursive(
    st.sampled_from(["true", "nan", "inf", "-0.0", "1e300", "1979-05-27", '""', '"XX-01"', '"A"'])
    | st.integers().map(str)
    | st.floats(-1e9, 1e9).map(str),
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda items: f"[{', '.join(items)}]")
        | inner.map(lambda item: f"{{ id = {item} }}")
    ),
    max_leaves=6,
)


@settings(quick, max_examples=200)
@given(path=st.sampled_from([*RULES]), line=st.integers(0, 200), value=values)
def test_any_value_of_a_rule_is_used_or_refused(path: str, line: int, value: str) -> None:
    """A rule is a whole value, or there is a finding: never neither of them."""
    files = {name: text.encode() for name, text in {**FILES, **RULES}.items()}
    lines = RULES[path].split("\n")
    line %= len(lines)
    key, equals, _ = lines[line].partition(" = ")
    lines[line] = f"{key}{equals}{value}" if equals else lines[line]
    files[path] = "\n".join(lines).encode()
    findings: list[Finding] = []
    catalog = parse_catalog(files, findings)
    findings += check(catalog, AS_OF)
    assert is_blocking(findings) or None not in (catalog.method, catalog.matrix)


@quick
@given(
    path=st.sampled_from([path for path in RULEBOOK if path.endswith(".csv")]),
    cells=st.lists(awkward, min_size=4, max_size=5),
)
def test_any_row_of_the_history_is_read(path: str, cells: list[str]) -> None:
    """A row of cells of any kind: it is used, or something is said about it."""
    files = {name: text.encode() for name, text in WHOLE.items()}
    files[path] += (",".join(cells) + "\n").encode()
    findings: list[Finding] = []
    catalog = parse_catalog(files, findings)
    assert catalog.method is not None
    assert catalog.matrix is not None
    assert findings or len(catalog.method.versions) == 3 or path != VERSIONS_FILE


@quick
@given(cells=st.lists(awkward, min_size=13, max_size=13))
def test_any_row_is_read(cells: list[str]) -> None:
    """A row of cells of any kind: every observation that comes of it is a finite number."""
    files = {name: text.encode() for name, text in FILES.items()}
    files[LIVE] = FILES[LIVE].encode() + (",".join(cells) + "\n").encode()
    findings: list[Finding] = []
    catalog = parse_catalog(files, findings)
    assert all(row.value is None or row.value.is_finite() for row in catalog.observations)
    # Eleven rows go in: either all come out or something is said about it.
    assert findings or len(catalog.observations) == 11


def number_in(text: str) -> tuple[Decimal | None, list[Finding]]:
    """Read one cell as a number."""
    findings: list[Finding] = []
    row = Row(path="x.csv", line=2, text=text, order=("n",), cells={"n": text}, faulty=frozenset())
    return read_number(row, "n", findings), findings


@quick
@given(st.text(max_size=40) | st.from_regex(r"-?[0-9.,eE+ %]{1,30}", fullmatch=True))
def test_numbers_are_finite_or_refused(text: str) -> None:
    """A cell is a finite number, or empty, or refused: never two of them, never none."""
    number, findings = number_in(text)
    if number is None:
        assert bool(findings) == bool(text)
    else:
        assert number.is_finite()
        assert not findings


@quick
@given(st.decimals(min_value=-(10**11), max_value=10**11, places=4))
def test_numbers_come_back_as_written(number: Decimal) -> None:
    """What is written as a plain decimal is read as the same decimal, with its zeros."""
    read, findings = number_in(f"{number:f}")
    assert read == number
    assert str(read) == f"{number:f}"
    assert not findings


@quick
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=10)))
def test_quoted_cells_come_back(cells: list[str]) -> None:
    """A table written with every cell in quotes gives its cells back, or says why not."""
    header = ",".join(f"c{n}" for n in range(len(cells) + 1))
    line = ",".join('"' + cell.replace('"', '""') + '"' for cell in ["x", *cells])
    columns = Columns(known=tuple(header.split(",")), required=frozenset({"c0"}))
    findings: list[Finding] = []
    rows = read_table("x.csv", f"{header}\n{line}\n".encode(), columns, findings)
    if not is_blocking(findings):
        assert [list(row.cells.values()) for row in rows] == [["x", *cells]]


@quick
@given(st.text(max_size=30) | st.from_regex(r"https?:.{0,20}"))
def test_addresses_are_plain(text: str) -> None:
    """An address that is taken has a scheme that runs nothing and no sign that ends a link."""
    if is_address(text):
        assert text.startswith(("https://", "http://"))
        assert not set(text) & set("\"'<>` \n\t\\")
        assert "@" not in text.split("/")[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("2024", True), ("2024-02", True), ("2024-02-29", True)),
        *(
            ("2023-02-29", False),
            ("24", False),
            ("２０２４", False),
            ("2024-13", False),
            ("", False),
        ),
    ],
)
def test_dates_exist(text: str, expected: bool) -> None:
    """A date is a year, a month or a day of the calendar."""
    assert is_date(text) is expected


@quick
@given(st.text(max_size=300), st.text(max_size=60))
def test_any_value_can_be_told(value: str, field: str) -> None:
    """Offending text is shown on one line, without signs that a terminal would obey."""
    row = Row(path="x", line=1, text="", order=(), cells={}, faulty=frozenset())
    finding = row.finding("E204", "", value=value, options=field)
    assert all(part.isprintable() for part in message(finding, "es"))
