"""Pure. What pages of priorities are put together from: items, crossings, sheets, actions."""

from __future__ import annotations

from collections.abc import Sequence

from quipu.model import Area, Document
from quipu.model.priorities import (
    Measure,
    Priority,
    PriorityAction,
    PriorityDomain,
    SwotItem,
)
from quipu.model.register_codes import AgreementState
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.system.proofs import proof_view, text_of
from quipu.prose.markdown import to_html
from quipu.registers.priorities import progress
from quipu.views import Fact, Link
from quipu.views.priorities import (
    ActionView,
    PriorityView,
)

GUIDE = "llenar-prioridades"
"""The document of ``content/guides/`` that shows how it is done."""


def spoken(book: Book, kind: str, name: str) -> Document | None:
    """A document in the language of the book, or else in the first one."""
    for code in (book.language.code, book.language.first):
        document = book.catalog.documents_by_key.get((kind, name, code))
        if document is not None:
            return document
    return None


def tongue(book: Book, document: Document) -> str:
    """The language of a document; empty where it is that of the page."""
    return "" if document.language == book.language.code else document.language


def area_items(book: Book, area: Area) -> tuple[SwotItem, ...]:
    """The SWOT items of a region, in file order."""
    return tuple(item for item in book.catalog.stated.swot if item.ref_area == area.code)


def area_priorities(book: Book, area: Area) -> tuple[Priority, ...]:
    """The priorities of a region whose words are finished, by name."""
    return tuple(
        each
        for each in book.catalog.stated.priorities
        if each.ref_area == area.code and spoken(book, "priorities", each.name) is not None
    )


def actions_of(book: Book, priority: str) -> tuple[PriorityAction, ...]:
    """The actions of a priority, those that are due first before the others."""
    own = (action for action in book.catalog.stated.actions if action.priority == priority)
    return tuple(sorted(own, key=lambda action: action.due))


def guide_link(book: Book, page: str) -> Link | None:
    """The guide with its worked example; None on a site that has no such document."""
    document = spoken(book, "guides", GUIDE)
    if document is None:
        return None
    href = relative(page, book.path("guides", GUIDE))
    return Link(href=href, text=document.meta.get("title", ""))


def _anchor(priority: Priority) -> str:
    """Where a priority stands on the page of its region: its name without the region."""
    return f"p-{priority.name.removeprefix(priority.ref_area).strip('-').lower()}"


def priority_link(book: Book, priority: Priority, page: str) -> Link:
    """To where a priority is told in full, by its title."""
    document = spoken(book, "priorities", priority.name)
    assert document is not None  # asked by area_priorities
    slug = book.catalog.areas_by_code[priority.ref_area].slug
    target = f"{book.path('area_priorities', slug)}#{_anchor(priority)}"
    return Link(href=_within(page, target), text=document.meta["title"])


def _within(page: str, target: str) -> str:
    """A link to a place; of the page itself, only its fragment."""
    file, _, fragment = target.partition("#")
    return f"#{fragment}" if file == page else relative(page, target)


def priority_view(book: Book, priority: Priority, page: str) -> PriorityView:
    """A priority as a page tells it."""
    document = spoken(book, "priorities", priority.name)
    assert document is not None  # asked by area_priorities
    catalog = book.catalog
    slug = catalog.areas_by_code[priority.ref_area].slug
    own_page = book.path("area_priorities", slug)
    actions = actions_of(book, priority.name)
    return PriorityView(
        anchor=_anchor(priority),
        link=priority_link(book, priority, page),
        language=tongue(book, document),
        why=document.meta.get("why", ""),
        html=to_html(document.body),
        facts=_facts(book, priority, document),
        cites=tuple(
            Link(
                href=_within(page, f"{own_page}#{key}"),
                text=text_of(book, catalog.stated.items_by_id[key].statements)[0],
            )
            for key in priority.swot
        ),
        indicators=tuple(
            book.indicator_link(catalog.indicators_by_id[code], page)
            for code in priority.indicators
        ),
        baseline=_measure(book, priority, priority.baseline),
        target=_measure(book, priority, priority.target),
        actions=tuple(_action_view(book, action, page) for action in actions),
        progress=progress_words(book, actions),
    )


def _measure(book: Book, priority: Priority, measure: Measure | None) -> str:
    """A value with its unit and period, in the unit of the first indicator."""
    if measure is None:
        return ""
    indicator = book.catalog.indicators_by_id[priority.indicators[0]]
    return book.language._(
        "{value} en {period}",
        value=book.language.value(indicator, measure.value),
        period=book.language.formats.period(measure.period),
    )


def _facts(book: Book, priority: Priority, document: Document) -> tuple[Fact, ...]:
    language = book.language
    _ = language._
    domains = {
        None: "",
        PriorityDomain.SDG: _("Objetivos de Desarrollo Sostenible"),
        PriorityDomain.MINING: _("minería"),
        PriorityDomain.HEALTH: _("salud"),
        PriorityDomain.EDUCATION: _("educación"),
        PriorityDomain.INFRASTRUCTURE: _("infraestructura"),
        PriorityDomain.OTHER: _("otro"),
    }
    topics = book.catalog.registers.topics
    facts = (
        (_("Ámbito"), domains[priority.domain]),
        (
            _("Objetivos de Desarrollo Sostenible (números)"),
            language.formats.listed([str(goal) for goal in priority.sdg]) if priority.sdg else "",
        ),
        (_("Objetivo de política"), document.meta.get("policy_goal", "")),
        (_("Código de presupuesto"), document.meta.get("budget_code", "")),
        (_("Temas"), "; ".join(language.text(topics[key].names) for key in priority.topics)),
        (_("Riesgos del registro"), ", ".join(priority.risks)),
        (_("Acuerdo de la comisión"), priority.agreement),
    )
    return tuple(Fact(label=label, text=text) for label, text in facts if text)


def _action_view(book: Book, action: PriorityAction, page: str) -> ActionView:
    language = book.language
    _, formats = language._, language.formats
    text, tongue_ = text_of(book, action.texts)
    owner = book.catalog.registers.institutions[action.owner]
    state = "overdue" if action.is_overdue(book.edition.as_of) else action.state.value
    states = {
        AgreementState.PENDING.value: _("pendiente"),
        "overdue": _("vencida: sigue pendiente"),
        AgreementState.DROPPED.value: _("dejada de lado"),
    }
    done = ""
    if action.done_on is not None:
        done = _("cumplida el {day}", day=formats.day(action.done_on))
    return ActionView(
        text=text,
        language=tongue_,
        owner=language.text(owner.names),
        due=formats.day(action.due),
        iso_due=action.due.isoformat(),
        state=state,
        state_text=done or states[state],
        proof=proof_view(book, action.proof, page),
    )


def progress_words(book: Book, actions: Sequence[PriorityAction]) -> str:
    """How far actions are at the date of the edition; empty where there are none."""
    found = progress(actions, book.edition.as_of)
    if not found.total:
        return ""
    language = book.language
    number = language.formats.number
    return language._(
        "acciones: {total}; cumplidas: {done}; vencidas: {overdue}",
        total=number(found.total, 0),
        done=number(found.done, 0),
        overdue=number(found.overdue, 0),
    )
