"""An address that was published once always answers."""

from __future__ import annotations

import pytest

from quipu.findings import Finding
from quipu.memory.ledger import check_ledger, moved, new_addresses
from quipu.parse.ledger import LEDGER_PATH, parse_ledger

PAGES = frozenset({"index.html", "404.html", "regiones/a/index.html", "regiones/b/index.html"})


def told(text: str) -> list[tuple[str, int]]:
    """Read a ledger and hold it against the pages."""
    findings: list[Finding] = []
    addresses = parse_ledger(text.encode(), findings)
    return [(f.code, f.where.line) for f in (*findings, *check_ledger(addresses, PAGES))]


def test_a_ledger_of_the_pages_there_are_is_in_order() -> None:
    """The first page is a slash; remarks and blank lines are passed over."""
    assert told("# nota\n/\n\nregiones/a/\nregiones/b/\n") == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("regiones/c/", "E809"),
        ("regiones/c/ -> regiones/d/", "E811"),
        ("regiones/c/ -> regiones/c/", "E810"),
        ("regiones/a/ -> regiones/b/", "E813"),
        ("https://example.org/regiones/a/", "E810"),
        ("regiones/a", "E810"),
        ("regiones/../a/", "E810"),
        ("regiones/a/ ->", "E810"),
        ("javascript:alert(1)/", "E810"),
    ],
)
def test_what_would_not_answer_is_refused_at_its_line(line: str, code: str) -> None:
    """A page that is gone, a way that leads nowhere or in a circle, what is no address."""
    rest = "".join(f"{a}\n" for a in ("/", "regiones/a/", "regiones/b/") if not line.startswith(a))
    assert (code, 1) in told(f"{line}\n{rest}")


def test_the_address_of_an_edition_is_no_page_of_today() -> None:
    """Its archive holds it; the list of editions says whether it is there."""
    assert told("/\nregiones/a/\nregiones/b/\nediciones/2025-05/\n") == []


def test_a_part_of_the_site_that_is_gone_is_told_in_good_time() -> None:
    """The first addresses with what is like them; the others without, as nobody mends them so."""
    lost = "".join(f"regiones/distrito-{n:04}/\n" for n in range(2000))
    addresses = parse_ledger(lost.encode(), [])
    findings = list(check_ledger(addresses, {"regiones/distrito-9999/index.html"}))
    options = [f.params["options"] for f in findings if f.code == "E809"]
    assert len(options) == 2000
    assert options[0] == "regiones/distrito-9999/"
    assert set(options[40:]) == {"–"}


def test_an_address_stands_once() -> None:
    """The second line is told, with the first."""
    assert ("E301", 2) in told("regiones/a/\nregiones/a/\n/\nregiones/b/\n")


def test_a_renamed_page_leads_to_the_new_one() -> None:
    """Also to the first page of all."""
    text = "regiones/x/ -> regiones/a/\nregiones/y/ -> /\n"
    assert told(f"/\nregiones/a/\nregiones/b/\n{text}") == []
    assert moved(parse_ledger(text.encode(), [])) == {
        "regiones/x/index.html": "regiones/a/index.html",
        "regiones/y/index.html": "index.html",
    }


def test_pages_that_are_not_listed_yet_are_told_and_can_be_added() -> None:
    """Once, with how many they are; the page of what is not found has no address."""
    addresses = parse_ledger(b"/\n", [])
    (finding,) = check_ledger(addresses, PAGES)
    assert (finding.code, finding.params["count"]) == ("N814", "2")
    assert finding.where.path == LEDGER_PATH
    assert new_addresses(addresses, PAGES) == ("regiones/a/", "regiones/b/")
    assert list(check_ledger((), PAGES)) == []
