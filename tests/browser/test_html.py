"""The markup itself, read by a parser that forgives nothing."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from tests.browser.kinds import SHEETS, Kind, file_of, find_subject, sheet_id


@pytest.mark.parametrize("sheet", SHEETS, ids=sheet_id)
def test_page_is_well_formed_html(
    sheet: tuple[Kind, str], site_dir: Path, repository: Path
) -> None:
    """One page of each kind and language parses without a single error."""
    kind, language = sheet
    address = kind.address(language, find_subject(kind, site_dir, repository))
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse((site_dir / file_of(address)).read_bytes(), transport_encoding="utf-8")
    assert [f"{position}: {code} {details}" for position, code, details in parser.errors] == []


def test_the_parser_does_not_forgive() -> None:
    """The check above can fail: a broken table is an error to this parser."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse("<!doctype html><title>x</title><table><p>y</p></table>")
    assert parser.errors
