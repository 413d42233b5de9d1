"""Pure. A text of the site as a file for a word processor, for who completes and signs it.

python-docx knows the format; what is ours is which element of a text becomes which paragraph,
and that the same text gives the same bytes.
"""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from quipu.exports.blocks import Block, Run, blocks_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The one date that every entry of the file carries, so that its bytes do not change."""
_LEVEL = 6
_LONGEST_PROPERTY = 255
"""Characters: the format does not allow a longer title there; the heading has it whole."""
_A4_MM = (210, 297)
_MARGIN_MM = 25
_STYLES = {
    "h2": "Heading 1",
    "h3": "Heading 2",
    "h4": "Heading 3",
    "ul": "List Bullet",
    "ol": "List Number",
}
"""The style of the library for a kind of block; any other is plain."""


@cache
def word_file(title: str, summary: str, body: str, language: str) -> bytes:
    """Write a text as a DOCX file.

    Args:
        title: Its title.
        summary: A sentence under the title; may be empty.
        body: Markdown.
        language: Code of the language it is in, for what corrects its spelling.

    Returns:
        The file. It carries no date and no author: the same text gives the same bytes.
    """
    import docx  # noqa: PLC0415 (of all the tasks of a build one alone needs it)

    document = docx.Document()
    _set_up(document, title, language)
    document.add_heading(title, level=0)
    if summary:
        document.add_paragraph(summary, style="Subtitle")
    number = 0
    for block in blocks_of(body):
        if block.kind == "table":
            _add_table(document, block)
            continue
        paragraph = document.add_paragraph(style=_STYLES.get(block.kind))
        _write(paragraph, block.runs)
        if block.kind == "ol":
            number = _new_count(document, block.first) if block.starts else number
            # The library numbers a list but cannot begin it anew: its XML can.
            xml = paragraph._p  # noqa: SLF001 (see above)
            xml.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
    made = BytesIO()
    document.save(made)
    return _with_one_date(made.getvalue())


def _set_up(document: Document, title: str, language: str) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    section = document.sections[0]
    section.page_width, section.page_height = Mm(_A4_MM[0]), Mm(_A4_MM[1])
    section.left_margin = section.right_margin = Mm(_MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
    properties = document.core_properties
    properties.title, properties.language = title[:_LONGEST_PROPERTY], language
    properties.author = properties.last_modified_by = properties.comments = ""
    # The library can set a date, but not take one away.
    element = properties._element  # noqa: SLF001 (see above)
    for child in [one for one in element if one.tag.endswith(("}created", "}modified"))]:
        element.remove(child)
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)


def _new_count(document: Document, first: int) -> int:
    """A numbering that begins at a number: all lists of a style share one otherwise."""
    style = document.styles["List Number"].element
    numbering = document.part.numbering_part.element
    counted = numbering.num_having_numId(style.pPr.numPr.numId.val)
    number = numbering.add_num(counted.abstractNumId.val)
    number.add_lvlOverride(ilvl=0).add_startOverride(first)
    return int(number.numId)


def _add_table(document: Document, block: Block) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    width = max(len(row) for row in block.rows)
    table = document.add_table(rows=0, cols=width, style="Table Grid")
    for row in block.rows:
        for cell, runs in zip(table.add_row().cells, row, strict=False):
            _write(cell.paragraphs[0], runs)
    # The header is said again on each page, and is known as one to a screen reader.
    # For that the library has no word of its own.
    first = table.rows[0]._tr  # noqa: SLF001 (see above)
    first.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph()


def _write(paragraph: Paragraph, runs: list[Run]) -> None:
    for run in runs:
        written = paragraph.add_run(run.text)
        written.bold = run.is_strong or None
        written.italic = run.is_slanted or None


def _with_one_date(body: bytes) -> bytes:
    """The same entries of a ZIP, in the same order, without the time at which they were written."""
    packed = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(body)) as before,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as after,
    ):
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return packed.getvalue()
