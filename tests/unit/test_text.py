"""Bytes to text."""

from __future__ import annotations

import pytest

from quipu.findings import Finding
from quipu.parse.text import decode


def read(body: bytes) -> tuple[str | None, list[tuple[str, int, int]]]:
    """Decode, with the codes and places of what was found."""
    findings: list[Finding] = []
    text = decode("x", body, findings)
    return text, [(f.code, f.where.line, f.where.column) for f in findings]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Áncash, ñandú: 5 €\n".encode(), "Áncash, ñandú: 5 €\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        ("emoji 🙂 y griego α".encode(), "emoji 🙂 y griego α"),
        ("São Paulo – «x» … “y”".encode(), "São Paulo – «x» … “y”"),
    ],
)
def test_good_text_is_kept(body: bytes, text: str) -> None:
    """Any language is welcome; only line ends are made alike."""
    assert read(body) == (text, [])


def test_the_mark_is_skipped_and_told() -> None:
    """What follows a byte-order mark is read."""
    assert read(b"\xef\xbb\xbfa") == ("a", [("W103", 1, 1)])


def test_a_wrong_byte_is_found_by_character() -> None:
    """The column counts characters, not bytes."""
    assert read("uno\ná é ".encode() + b"\xe1") == (None, [("E101", 2, 5)])


def test_several_faults_of_one_text() -> None:
    """One finding a line for each kind of fault."""
    _, found = read("a\u200b\u200b\nÃ©\ne\u0301\n".encode())
    assert found == [("E115", 1, 2), ("E113", 2, 1), ("E114", 3, 2)]
