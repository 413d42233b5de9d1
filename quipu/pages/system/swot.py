"""Pure. The SWOT of a region on its page: four quadrants, and the table that crosses them."""

from __future__ import annotations

from collections.abc import Sequence

from quipu.i18n.language import Language
from quipu.model.priorities import EvidenceType, Priority, Quadrant, SwotItem
from quipu.pages.book import Book
from quipu.pages.system.priority_parts import priority_link
from quipu.pages.system.proofs import proof_view, text_of, when_words
from quipu.registers.priorities import crossed, ordered
from quipu.views import Link
from quipu.views.priorities import QuadrantView, SwotItemView, TowsCell, TowsRow


def quadrant_names(language: Language) -> dict[Quadrant, str]:
    """What the quadrants are called, many items of each."""
    _ = language._
    return {
        Quadrant.STRENGTH: _("Fortalezas"),
        Quadrant.OPPORTUNITY: _("Oportunidades"),
        Quadrant.WEAKNESS: _("Debilidades"),
        Quadrant.THREAT: _("Amenazas"),
    }


def quadrant_views(book: Book, items: Sequence[SwotItem], page: str) -> tuple[QuadrantView, ...]:
    """The four quadrants, each with its items in order; none where there is no item at all."""
    if not items:
        return ()
    _, names = book.language._, quadrant_names(book.language)
    return tuple(
        QuadrantView(
            code=quadrant.value,
            name=names[quadrant],
            side=_("de dentro de la entidad")
            if quadrant.is_internal
            else _("de fuera de la entidad"),
            items=tuple(_item_view(book, item, page) for item in ordered(items, quadrant)),
        )
        for quadrant in (
            *(Quadrant.STRENGTH, Quadrant.WEAKNESS),
            *(Quadrant.OPPORTUNITY, Quadrant.THREAT),
        )
    )


def _item_view(book: Book, item: SwotItem, page: str) -> SwotItemView:
    language = book.language
    text, tongue_ = text_of(book, item.statements)
    roles, roles_tongue = text_of(book, item.roles)
    return SwotItemView(
        anchor=item.id,
        code=item.id,
        text=text,
        language=tongue_,
        marks=language._(
            "impacto {impact} × certeza {certainty} = {score}",
            impact=item.impact,
            certainty=item.certainty,
            score=item.score,
        ),
        evidence=_evidence(book, item, page),
        roles=roles,
        roles_language=roles_tongue,
        period=when_words(book, item.period),
        proof=proof_view(book, item.proof, page),
    )


def _evidence(book: Book, item: SwotItem, page: str) -> Link:
    _ = book.language._
    if item.evidence_type is EvidenceType.INDICATOR:
        return book.indicator_link(book.catalog.indicators_by_id[item.evidence], page)
    if item.evidence_type is EvidenceType.DOCUMENT:
        return Link(href=item.evidence, text=_("Documento"))
    return Link(href=item.evidence, text=_("Taller"))


def tows_rows(book: Book, priorities: Sequence[Priority], page: str) -> tuple[TowsRow, ...]:
    """The cross table: at each crossing, the priorities that cite both of its sides."""
    if not priorities:
        return ()
    _, names = book.language._, quadrant_names(book.language)
    questions = {
        "FO": _("¿Qué se aprovecha para avanzar?"),
        "FA": _("¿Con qué se enfrenta lo que viene?"),
        "DO": _("¿Qué apoyo ayuda a superar lo que falta?"),
        "DA": _("¿Qué hay que reducir primero?"),
    }
    found = crossed(priorities, book.catalog.stated.items_by_id)
    return tuple(
        TowsRow(
            name=names[inside],
            cells=tuple(
                TowsCell(
                    code=f"{inside}{outside}",
                    question=questions[f"{inside}{outside}"],
                    priorities=tuple(priority_link(book, p, page) for p in found[inside, outside]),
                )
                for outside in (Quadrant.OPPORTUNITY, Quadrant.THREAT)
            ),
        )
        for inside in (Quadrant.STRENGTH, Quadrant.WEAKNESS)
    )
