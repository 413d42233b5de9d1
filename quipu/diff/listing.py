"""Pure. Facts and texts that a change adds, changes and removes, as lists a person reads."""

from __future__ import annotations

from collections.abc import Sequence

from quipu.diff.facts import ChangedFact, DocumentChanges, FactChanges, FactRow
from quipu.diff.markdown import inert
from quipu.diff.names import Names
from quipu.i18n.language import Language
from quipu.i18n.numbers import DASH

_LONGEST = 240
"""Characters of a cell that are shown; the JSON has it whole."""


def listed_facts(facts: FactChanges, names: Names, most: int) -> str:
    """The rows of each register: area, date and sentence; of those that change, what does.

    Args:
        facts: What changes.
        names: What areas are called.
        most: How many rows of a register are shown.

    Returns:
        Markdown; empty where nothing changes.
    """
    _ = names.language._
    lines: dict[str, list[str]] = {}
    changes = _("cambia")
    for change in facts.changed:
        cells = _cells(change)
        line = f"- {changes}: {_row(change.after, names)} ({cells})"
        lines.setdefault(change.after.register, []).append(line)
    for rows, word in ((facts.added, _("nueva")), (facts.removed, _("quitada"))):
        for row in rows:
            lines.setdefault(row.register, []).append(f"- {word}: {_row(row, names)}")
    if not lines:
        return ""
    title = _("Filas de los registros")
    parts = (
        f"**{inert(register)}**\n\n{_first(own, names.language, most)}"
        for register, own in lines.items()
    )
    return f"### {title}\n\n" + "\n\n".join(parts)


def listed_documents(documents: DocumentChanges, language: Language, most: int) -> str:
    """The texts, by name; empty where nothing changes."""
    _ = language._
    lines = [
        f"- {word}: {inert(name)}"
        for found, word in (
            (documents.changed, _("cambia")),
            (documents.added, _("nuevo")),
            (documents.removed, _("quitado")),
        )
        for name in found
    ]
    if not lines:
        return ""
    title = _("Textos con hechos: respuestas, prioridades, prácticas, cursos y conceptos")
    return f"### {title}\n\n{_first(lines, language, most)}"


def _row(row: FactRow, names: Names) -> str:
    area = names.area(row.ref_area) if row.ref_area else DASH
    return f"{area} · {inert(row.date) or DASH} · {inert(_cut(row.sentence)) or DASH}"


def _cells(change: ChangedFact) -> str:
    return "; ".join(
        f"{inert(column)}: {inert(_cut(old)) or DASH} → {inert(_cut(new)) or DASH}"
        for column, (old, new) in change.cells.items()
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _first(lines: Sequence[str], language: Language, most: int) -> str:
    shown = "\n".join(lines[:most])
    if len(lines) <= most:
        return shown
    rest = language.formats.number(len(lines) - most, 0)
    more = language._("Y {rest} más: con --format json están todas.", rest=rest)
    return f"{shown}\n\n{more}"
