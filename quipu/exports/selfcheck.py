"""Pure. The self-check of agencies as files that a word processor opens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quipu.artifact import Artifact
from quipu.exports.word import DOCX, word_file
from quipu.pages.book import Book
from quipu.pages.system.advice import cards
from quipu.pages.system.selfcheck import FILE, selfcheck_page
from quipu.views import SelfCheckPage

_SIGNS = re.compile(r"([\\`*_\[\]<>|#])")


def selfcheck_files(books: Iterable[Book]) -> Iterator[Artifact]:
    """A file in each language of the site; none where the site has no self-check.

    Args:
        books: The facts in each language.
    """
    for book in books:
        if cards(book):
            view, code = selfcheck_page(book), book.language.code
            text = _text(book, view)
            body = word_file(view.title, view.frame.description, text, code)
            yield Artifact(path=FILE.format(language=code), body=body, media_type=DOCX)


def _text(book: Book, view: SelfCheckPage) -> str:
    """The page as Markdown."""
    _ = book.language._
    head = (_("Dato"), _("Respuesta"))
    steps = [f"{number}. {_plain(step)}" for number, step in enumerate(view.steps, start=1)]
    parts = [
        _table(head, [(_plain(one), "") for one in view.about]),
        "## " + _("Cómo llenarla"),
        _plain(view.counts),
        *(_section(book, view, place) for place in range(len(view.sections))),
        "## " + _("Cómo contar"),
        "\n".join(steps),
        _table(head, [(_plain(one), "") for one in view.results]),
    ]
    return "\n\n".join(parts)


def _section(book: Book, view: SelfCheckPage, place: int) -> str:
    _, section = book.language._, view.sections[place]
    head = (_("Pregunta"), _("«Sí» señala un…"), _("Respuesta"), _("Evidencia"))
    rows = [
        (f"{number}. {_plain(one.text)}", _plain(one.means), " ".join(view.answers), "")
        for number, one in enumerate(section.questions, start=1)
    ]
    return f"## {place + 1}. {_plain(section.title)}\n\n{_table(head, rows)}"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _plain(text: str) -> str:
    """Text whose signs mean nothing in Markdown."""
    return _SIGNS.sub(r"\\\1", text)
