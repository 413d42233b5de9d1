"""Pure. Agencies: which areas have one by the register, and the part on the page of an area."""

from __future__ import annotations

from collections.abc import Sequence

from quipu.model import Area
from quipu.model.agencies import AgencyFact, AgencyState
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.foreign import filled, untranslated
from quipu.pages.frame import alphabetical, counterparts, first_kind, frame
from quipu.pages.system.advice import agencies_link, card_groups, cards, selfcheck_link
from quipu.pages.system.agency_risks import bands_table, risk_views
from quipu.pages.system.agency_words import state_words
from quipu.pages.system.proofs import iso_date, proof_view, text_of, when_words
from quipu.periods import UNDATED
from quipu.registers.agencies import current
from quipu.registers.review import is_stale
from quipu.views import AgenciesPage, AgencyBlock, AgencyView, FactView, Link

_FORMS = ("agencies", "risks", "risk_controls")


def has_agencies(book: Book) -> bool:
    """Whether the site has pages on agencies: a register of them, or cards of advice."""
    return "agencies" in book.catalog.registers.rows or bool(cards(book))


def agencies_page(book: Book) -> AgenciesPage:
    """Make the page."""
    _ = book.language._
    page = book.path("agencies")
    known = [area for area in alphabetical(book) if _facts(book, area)]
    unknown = [area for area in alphabetical(book) if not _facts(book, area)]
    has_cards = bool(cards(book))
    return AgenciesPage(
        frame=frame(
            book,
            page,
            title=_("Agencias Regionales de Desarrollo"),
            description=_(
                "Qué regiones tienen una agencia según el registro, y consejos para cuidar sus "
                "decisiones de la influencia indebida y de los conflictos de intereses."
            ),
            section="system",
            alternates=counterparts(book, "agencies"),
        ),
        lead=_lead(book, len(known)),
        agencies=tuple(_agency(book, area, page) for area in known),
        unknown=tuple(book.area_link(area, page) for area in unknown),
        groups=card_groups(book, page),
        selfcheck=selfcheck_link(book, page) if has_cards else None,
        risks=risk_views(book, page),
        bands=bands_table(book),
        forms=tuple(
            Link(href=relative(page, f"datos/registros/{name}.csv"), text=f"{name}.csv")
            for name in _FORMS
            if name in book.catalog.registers.rows
        ),
        contact=_contact(book),
    )


def _lead(book: Book, known: int) -> str:
    _ = book.language._
    if not known:
        return _(
            "El registro no tiene todavía ningún hecho sobre agencias. Que falte no quiere decir "
            "que no las haya."
        )
    return book.language.plural(
        "De {n} de las {all} áreas consta algún hecho sobre su agencia. De las demás no se "
        "encontró una fuente: eso no quiere decir que no la tengan.",
        "De {n} de las {all} áreas consta algún hecho sobre su agencia. De las demás no se "
        "encontró una fuente: eso no quiere decir que no la tengan.",
        known,
        all=book.language.formats.number(len(book.areas), 0),
    )


def _facts(book: Book, area: Area) -> tuple[AgencyFact, ...]:
    return tuple(fact for fact in book.catalog.advice.agencies if fact.ref_area == area.code)


def _anchor(area: Area) -> str:
    return f"a-{area.slug}"


def _agency(book: Book, area: Area, page: str) -> AgencyView:
    facts = _facts(book, area)
    told = current(facts)
    assert told is not None  # only areas with facts are asked for
    newest = sorted(facts, key=_newest, reverse=True)
    return AgencyView(
        anchor=_anchor(area),
        area=book.area_link(area, page),
        state=state_words(book.language, told.state),
        when=when_words(book, told.valid_at),
        is_stale=_is_stale(book, told),
        facts=tuple(_fact_view(book, fact, page) for fact in newest),
    )


def _newest(fact: AgencyFact) -> tuple[bool, str]:
    dated = fact.valid_at is not UNDATED
    return dated, fact.valid_at.end.isoformat() if dated else ""


def _is_stale(book: Book, fact: AgencyFact) -> bool:
    """Whether a state is to be confirmed: an announcement or a mention is of its day for ever."""
    if fact.state in (AgencyState.ANNOUNCED, AgencyState.MENTIONED):
        return False
    return is_stale(fact.proof, fact.valid_at, book.edition.as_of)


def _fact_view(book: Book, fact: AgencyFact, page: str) -> FactView:
    text, language = text_of(book, fact.statements)
    return FactView(
        anchor=f"f-{fact.proof.origin.line}",
        when=when_words(book, fact.valid_at),
        iso_date=iso_date(fact.valid_at),
        label=state_words(book.language, fact.state),
        marks=(),
        state="not_done" if fact.state is AgencyState.NONE else "done",
        text=text,
        language=language,
        facts=_details(book, fact),
        proof=proof_view(book, fact.proof, page, is_stale=_is_stale(book, fact)),
    )


def _details(book: Book, fact: AgencyFact) -> tuple[str, ...]:
    """The norm, and what is known of seat, rules, conflicts and minutes; unknown is left out."""
    _ = book.language._
    answers: Sequence[tuple[bool | None, str, str]] = (
        (
            fact.has_integrity_seat,
            _("la función de integridad tiene un asiento"),
            _("la función de integridad no tiene un asiento"),
        ),
        (fact.has_rules, _("publica su reglamento"), _("no publica su reglamento")),
        (
            fact.has_conflicts_register,
            _("publica su registro de conflictos de intereses"),
            _("no publica un registro de conflictos de intereses"),
        ),
        (fact.has_minutes, _("publica sus actas"), _("no publica sus actas")),
    )
    told = [yes if value else no for value, yes, no in answers if value is not None]
    act = untranslated(book.language, fact.norm)
    norm = [filled(_("Norma: {norm}"), norm=act)] if act else []
    return (*norm, *told)


def _contact(book: Book) -> Link | None:
    """Where to send tables: a mailbox, or else the repository."""
    site = book.catalog.site
    if "@" in site.contact:
        return Link(href=f"mailto:{site.contact}", text=site.contact)
    if site.repository:
        return Link(href=site.repository, text=book.language._("el repositorio del proyecto"))
    return None


def agency_block(book: Book, area: Area, page: str) -> AgencyBlock | None:
    """The agency of an area, for its page.

    None on a site without pages on agencies, and for areas that are no regions of the first kind.
    """
    if not has_agencies(book) or area.kind is not first_kind(book):
        return None
    _ = book.language._
    told = current(_facts(book, area))
    link = agencies_link(book, page)
    if told is None:
        return AgencyBlock(
            state=_("Sin información publicada"), text="", language="", proof=None, link=link
        )
    text, language = text_of(book, told.statements)
    return AgencyBlock(
        state=_(
            "{state} ({when})",
            state=state_words(book.language, told.state),
            when=when_words(book, told.valid_at),
        ),
        text=text,
        language=language,
        proof=proof_view(book, told.proof, page, is_stale=_is_stale(book, told)),
        link=Link(href=f"{link.href}#{_anchor(area)}", text=link.text),
    )
