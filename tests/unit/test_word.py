"""Texts as files for a word processor: the same words, real headings and lists, the same bytes."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest

from quipu.exports.blocks import Run, blocks_of
from quipu.exports.word import word_file

TEXT = """\
**Una propuesta.** Lea *todo* antes.

## Título

### Artículo

1. uno
2. dos

Entre las listas.

1. otra vez uno

- suelto

| Dato | Valor |
|---|---|
| Comisión | [REGIÓN] |
| Acta | |
"""


def opened(body: bytes) -> docx.document.Document:
    """Open a file as a word processor would."""
    return docx.Document(BytesIO(body))


def test_every_block_has_the_style_of_its_element() -> None:
    """Headings, items and plain text are told apart by style, not by look."""
    document = opened(word_file("Acta", "Un resumen.", TEXT, "es"))
    found = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.text]
    assert found == [
        ("Title", "Acta"),
        ("Subtitle", "Un resumen."),
        ("Normal", "Una propuesta. Lea todo antes."),
        ("Heading 1", "Título"),
        ("Heading 2", "Artículo"),
        ("List Number", "uno"),
        ("List Number", "dos"),
        ("Normal", "Entre las listas."),
        ("List Number", "otra vez uno"),
        ("List Bullet", "suelto"),
    ]


def test_each_numbered_list_begins_at_one() -> None:
    """The items of one list share a numbering, and the next list has its own."""
    document = opened(word_file("Acta", "", TEXT, "es"))
    numbers = [
        int(p._p.xpath("./w:pPr/w:numPr/w:numId/@w:val")[0])
        for p in document.paragraphs
        if p.style and p.style.name == "List Number"
    ]
    assert numbers[0] == numbers[1] != numbers[2]
    numbering = document.part.numbering_part.element
    for number in {*numbers}:
        restart = numbering.num_having_numId(number).lvlOverride_lst[0]
        assert (restart.ilvl, restart.startOverride.val) == (0, 1)


def test_a_list_begins_at_the_number_that_it_says() -> None:
    """What was third in the text is not the first in the file."""
    assert [block.first for block in blocks_of("3. tres\n4. cuatro\n\nfin\n")] == [3, 1, 1]
    document = opened(word_file("Acta", "", "1. uno\n\nfin\n\n3. tres\n", "es"))
    numbering = document.part.numbering_part.element
    items = [p for p in document.paragraphs if p.style and p.style.name == "List Number"]
    firsts = [
        numbering.num_having_numId(int(p._p.xpath("./w:pPr/w:numPr/w:numId/@w:val")[0]))
        .lvlOverride_lst[0]
        .startOverride.val
        for p in items
    ]
    assert firsts == [1, 3]


def test_a_long_title_is_whole_in_the_text() -> None:
    """The format limits what the properties of a file hold, and not its heading."""
    title = "Reglamento " * 40
    document = opened(word_file(title, "", "Texto.", "es"))
    assert document.paragraphs[0].text == title
    assert document.core_properties.title == title[:255]


def test_a_table_keeps_its_cells_and_says_its_header_again() -> None:
    """An empty cell stays there to be filled in."""
    table = opened(word_file("Acta", "", TEXT, "es")).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Dato", "Valor"],
        ["Comisión", "[REGIÓN]"],
        ["Acta", ""],
    ]
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [
        *(True, False, False),
    ]


def test_strong_and_slanted_words_stay_so() -> None:
    """Only the words that were."""
    assert blocks_of("a **b** *c*")[0].runs == [
        Run(text="a "),
        Run(text="b", is_strong=True),
        Run(text=" "),
        Run(text="c", is_slanted=True),
    ]


def test_a_file_carries_no_time_and_no_author() -> None:
    """The same text gives the same bytes, whenever it is written."""
    body = word_file("Acta", "", TEXT, "es")
    word_file.cache_clear()
    assert word_file("Acta", "", TEXT, "es") == body
    with zipfile.ZipFile(BytesIO(body)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert "created" not in core
    assert "modified>" not in core
    properties = opened(body).core_properties
    assert (properties.title, properties.author, properties.language) == ("Acta", "", "es")


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "&lt;b&gt; ]]>"])
def test_signs_of_markup_are_text(hostile: str) -> None:
    """Whatever stands in a text is shown, and the file can be opened."""
    document = opened(word_file("Acta", "", f"{hostile}\n", "es"))
    assert document.paragraphs[-1].text


def test_paragraphs_within_an_item_are_of_the_item() -> None:
    """An item that is set apart by empty lines is one item still."""
    kinds = [(block.kind, block.starts) for block in blocks_of("1. uno\n\n2. dos\n\nfin\n")]
    assert kinds == [("ol", True), ("ol", False), ("p", False)]
