"""Keys of rows: made of what a row says, and of nothing else."""

from __future__ import annotations

import re

import pytest

from quipu.registers.keys import row_key, row_text, row_words

ROW = {
    "ref_area": "PE-AAA",
    "date": "2024-03",
    "members": "9",
    "attended": "",
    "statement_es": "Se reunió.",
    "confidence": "A",
    "source": "S1",
    "note_es": "",
}


def test_a_key_is_eight_digits_and_never_changes() -> None:
    """People write it down: it may not differ between versions."""
    assert row_key(ROW) == "c510e49a"
    assert re.fullmatch("[0-9a-f]{8}", row_key({}))


@pytest.mark.parametrize(
    "change",
    [
        *({"source": "S2"}, {"confidence": "B"}, {"document": "https://example.org/d"}),
        *({"date_seen": "2024"}, {"review_by": "2027-01-01"}, {"note_es": "Nota."}),
        {"statement_xx": ""},
    ],
)
def test_what_a_row_rests_on_is_not_in_its_key(change: dict[str, str]) -> None:
    """Another source of the same fact, or an empty column, makes no other fact of it."""
    assert row_key({**ROW, **change}) == row_key(ROW)


def test_the_order_of_the_columns_is_not_in_a_key() -> None:
    """A table may be sorted by columns."""
    assert row_key(dict(reversed(ROW.items()))) == row_key(ROW)


@pytest.mark.parametrize(
    "other",
    [
        {**ROW, "statement_es": "No se reunió."},
        {**ROW, "members": "", "attended": "9"},
        {**ROW, "date": "2024-039", "members": ""},
        {**ROW, "statement_es": 'Se reunió."],["x","y'},
    ],
)
def test_what_a_row_says_is_in_its_key(other: dict[str, str]) -> None:
    """Cells are told apart, whatever they hold."""
    assert row_key(other) != row_key(ROW)


def test_a_row_is_known_again_by_its_date_and_words() -> None:
    """Codes stand for words where it has none; a long text is cut between words."""
    assert row_words(ROW, "es") == "2024-03, Se reunió."
    assert row_words(ROW, "en") == "2024-03"
    assert row_words({"institution": "fiscalia", "starts": "2024"}, "es") == "2024, fiscalia"
    assert row_text({"statement_es": "uno dos tres"}, "es", 9) == "uno dos…"
