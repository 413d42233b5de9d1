"""Pure. The page of the commission of an area: one that it can link to for ever."""

from __future__ import annotations

from collections.abc import Iterator

from quipu.memory.ledger import address_of
from quipu.model import Area, Indicator
from quipu.model.registers import Agreement, Member
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.figures import shown_for
from quipu.pages.frame import counterparts, frame
from quipu.pages.memory.changes import feed_path
from quipu.pages.page import Page
from quipu.pages.system.answers import answer_view, standing
from quipu.pages.system.commissions import COMPUTED, MATTERS
from quipu.pages.system.guiding import FACT, REPLY, SESSION, guide_links, templates_link
from quipu.pages.system.names import seat_words
from quipu.pages.system.proofs import proof_view, text_of, when_words
from quipu.pages.system.replies import COMMISSION_REGISTERS, replies_to
from quipu.pages.system.timeline import institution_name, timeline_of
from quipu.registers.review import is_stale, is_to_be_confirmed, review_day
from quipu.registers.standing import Due, Known, Standing, due_state
from quipu.views import AgreementRow, CommissionPage, Link, MeasureRow, MemberRow


def commission_paths(book: Book) -> Iterator[str]:
    """The file of every commission."""
    if book.has_system:
        yield from (book.path("commission", area.slug) for area in book.catalog.main_areas)


def commission_pages(book: Book) -> Iterator[Page]:
    """The page of every commission."""
    if book.has_system:
        for area in book.catalog.main_areas:
            path = book.path("commission", area.slug)
            view = commission_page(book, area)
            yield Page(path=path, template="commission", language=book.language.code, view=view)


def commission_page(book: Book, area: Area) -> CommissionPage:
    """Make the page of the commission of an area."""
    language = book.language
    _, page = language._, book.path("commission", area.slug)
    told = standing(book, area)
    name = _("Comisión Regional Anticorrupción {of}", of=language.of(area))
    base = book.catalog.site.base_url
    return CommissionPage(
        frame=frame(
            book,
            page,
            title=name,
            description=_lead(book, told, name)[0],
            section="system",
            alternates=counterparts(book, "commission", area.slug),
            feed=feed_path(book, "commission", area.slug),
        ),
        name=name,
        area=book.area_link(area, page),
        lead=_lead(book, told, name),
        answers=tuple(answer_view(book, told, matter, page) for matter in MATTERS),
        members=tuple(_member(book, member, page) for member in told.members),
        members_note=_(
            "Instituciones que la fuente nombra, no personas. La lista puede estar incompleta."
        ),
        sessions=timeline_of(book, told.sessions, page, told),
        agreements=tuple(_agreement(book, agreement, page) for agreement in told.agreements),
        measures=_measures(book, area, page),
        timeline=timeline_of(book, (*told.commissions, *told.sessions), page, told),
        replies=replies_to(book, page, area=area.code, registers=COMMISSION_REGISTERS),
        address=f"{base}{address_of(page)}" if base else "",
        feed=Link(
            href=relative(page, feed_path(book, "commission", area.slug)),
            text=_("Novedades de esta comisión por Atom"),
        ),
        templates=templates_link(book, page),
        guides=guide_links(book, page, SESSION, FACT, REPLY),
        all=Link(href=relative(page, book.path("commissions")), text=_("Todas las comisiones")),
    )


def _lead(book: Book, told: Standing, name: str) -> tuple[str, ...]:
    """What is known of a commission, in a sentence or two."""
    _ = book.language._
    count = told.rows_on_commission
    if not count:
        return (
            _("{name}: nadie ha publicado nada de ella en lo que se leyó.", name=name),
            _(
                "Eso no quiere decir que no exista ni que no trabaje. Si usted tiene un documento "
                "público, la guía dice cómo enviarlo."
            ),
        )
    known = [m for m in MATTERS if told.answers[m].known is Known.YES]
    facts = book.language.plural("{n} hecho", "{n} hechos", count)
    return (
        _(
            "{name}: {facts} con fuente; en {known} de {total} asuntos hay un dato vigente.",
            name=name,
            facts=facts,
            known=len(known),
            total=len(MATTERS),
        ),
    )


def _member(book: Book, member: Member, page: str) -> MemberRow:
    _, day = book.language._, book.language.formats.day
    term = ""
    if member.starts and member.ends:
        term = _("del {start} al {end}", start=day(member.starts), end=day(member.ends))
    elif member.starts:
        term = _("desde el {start}", start=day(member.starts))
    contact = {
        True: _("designado"),
        False: _("consta que no"),
        None: _("sin información publicada"),
    }[member.has_contact_point]
    return MemberRow(
        institution=institution_name(book, member.institution),
        seat=seat_words(book.language, member.seat),
        term=term,
        contact=contact,
        proof=proof_view(
            book,
            member.proof,
            page,
            is_stale=is_to_be_confirmed(member, book.edition.as_of),
            until=review_day(member),
        ),
    )


def _agreement(book: Book, agreement: Agreement, page: str) -> AgreementRow:
    language, as_of = book.language, book.edition.as_of
    state = due_state(agreement, as_of)
    text, text_language = text_of(book, agreement.texts)
    _ = language._
    return AgreementRow(
        anchor=f"acuerdo-{agreement.id}",
        id=agreement.id,
        text=text,
        text_language=text_language,
        owner=institution_name(book, agreement.owner),
        agreed=when_words(book, agreement.agreed_on),
        due=language.formats.day(agreement.due) if agreement.due else _("sin plazo"),
        iso_due=agreement.due.isoformat() if agreement.due else "",
        state=state.value,
        state_words=due_words(book, state),
        evidence=Link(href=agreement.evidence, text=_("Evidencia")) if agreement.evidence else None,
        proof=proof_view(
            book,
            agreement.proof,
            page,
            is_stale=is_stale(agreement.proof, agreement.agreed_on, as_of),
        ),
    )


def due_words(book: Book, state: Due) -> str:
    """How an agreement stands, in words."""
    _ = book.language._
    return {
        Due.DONE: _("cumplido"),
        Due.DROPPED: _("dejado de lado"),
        Due.OVERDUE: _("vencido"),
        Due.SOON: _("vence en 30 días o menos"),
        Due.OPEN: _("pendiente"),
        Due.UNDATED: _("pendiente, sin plazo"),
    }[state]


def _measures(book: Book, area: Area, page: str) -> tuple[MeasureRow, ...]:
    """The indicators that are counted in the registers of commissions."""
    found = [
        indicator
        for rule in COMPUTED
        for indicator in book.catalog.published_indicators
        if indicator.computed is rule
    ]
    return tuple(_measure(book, indicator, area, page) for indicator in found)


def _measure(book: Book, indicator: Indicator, area: Area, page: str) -> MeasureRow:
    language, panel = book.language, book.panels.get(indicator.id)
    observation = None
    if panel is not None:
        partial = panel.partial.get(area.code, ())
        observation = shown_for(panel, area) or (partial[-1] if partial else None)
    if observation is None or observation.value is None:
        return MeasureRow(
            indicator=book.indicator_link(indicator, page),
            value="",
            period="",
            words=language._("sin información publicada"),
        )
    return MeasureRow(
        indicator=book.indicator_link(indicator, page),
        value=language.value(indicator, observation.value),
        period=when_words(book, observation.period),
        words="",
    )
