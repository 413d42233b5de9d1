"""Pure. The pages of assistance: what was given, what is asked for, how to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from quipu.model.library import LEAST_ANSWERS, Assistance, Request, RequestState, Urgency, answers
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.frame import counterparts, frame
from quipu.pages.library.items import assistance_item
from quipu.pages.library.shelves import ASKING, other_rooms, same_topic
from quipu.pages.library.tags import ASSISTANCE, by_area, by_topic, tag_groups, topic_name
from quipu.pages.page import Page
from quipu.pages.system.guiding import guide_links
from quipu.pages.system.proofs import proof_view
from quipu.tables.support import requests as requests_schema
from quipu.views import AssistancePage, LibraryPage, Link, RequestRow, Shelf


def assistance_pages(book: Book) -> Iterator[Page]:
    """Every page of assistance; the first one also where none is known."""
    code, given = book.language.code, book.catalog.registers.assistance
    page = book.path("assistance")
    yield Page(path=page, template="assistance", language=code, view=_all(book, page))
    for topic, own in by_topic(book, given).items():
        page = book.path(ASSISTANCE.topics, topic)
        view = _tagged(book, page, ASSISTANCE.topics, topic, topic_name(book, topic), own)
        yield Page(path=page, template="library", language=code, view=view)
    for area, own in by_area(book, given).items():
        known = book.catalog.areas_by_code[area]
        page, name = book.path(ASSISTANCE.areas, known.slug), book.language.text(known.names)
        view = _tagged(book, page, ASSISTANCE.areas, known.slug, name, own)
        yield Page(path=page, template="library", language=code, view=view)


def assistance_paths(book: Book) -> Iterator[str]:
    """The file of every page of assistance."""
    given, areas = book.catalog.registers.assistance, book.catalog.areas_by_code
    yield book.path("assistance")
    yield from (book.path(ASSISTANCE.topics, topic) for topic in by_topic(book, given))
    yield from (book.path(ASSISTANCE.areas, areas[a].slug) for a in by_area(book, given))


def _all(book: Book, page: str) -> AssistancePage:
    language = book.language
    _, given, requests = language._, book.catalog.registers.assistance, _requests(book)
    title = _("Asistencia y cómo pedirla")
    subject, letter = _letter(book)
    contact = book.catalog.site.contact
    address = f"mailto:{contact}?subject={quote(subject)}&body={quote(letter)}"
    return AssistancePage(
        frame=frame(
            book,
            page,
            title=title,
            description=_(
                "Quién ayudó a qué región, con qué, y cómo pedir ayuda para la función de "
                "integridad o la comisión."
            ),
            section="system",
            alternates=counterparts(book, "assistance"),
        ),
        title=title,
        notes=(
            _(
                "Solo está lo que una fuente pública cuenta. Que una región no aparezca no dice "
                "que no haya recibido ayuda."
            ),
            _("Las etiquetas de tema son una propuesta de este sitio."),
        ),
        tags=tag_groups(book, ASSISTANCE, given, page),
        shelves=(_shelf(book, given, page),),
        others=other_rooms(book, ASSISTANCE, page),
        requests=open_requests(book, page),
        answered=_answered(book, requests),
        letter_subject=subject,
        letter=letter,
        guides=guide_links(book, page, ASKING),
        mail=Link(href=address, text=contact) if "@" in contact else None,
        header=",".join(field.name for field in requests_schema(book.catalog.site).fields),
        row=_template_row(book),
        row_note=_(
            "En la fila, {area}, {topic} y {source} son ejemplos: escriba los suyos. La fuente es "
            "el documento público en que consta la solicitud; si no está en data/sources.csv, "
            "agréguela antes.",
            **_examples(book),
        ),
        propose=_propose(book),
    )


def open_requests(book: Book, page: str) -> tuple[RequestRow, ...]:
    """The requests that nobody has closed, the longest open first."""
    return tuple(
        _row(book, one, page)
        for one in sorted(_requests(book), key=lambda r: (r.opened, r.id))
        if one.state is not RequestState.CLOSED
    )


def _requests(book: Book) -> tuple[Request, ...]:
    return book.catalog.registers.requests


def _newest(given: Assistance) -> tuple[int, str]:
    return -given.valid_at.end.toordinal(), given.ref_area


def _shelf(book: Book, given: Sequence[Assistance], page: str) -> Shelf:
    _ = book.language._
    return Shelf(
        anchor="dada",
        title=_("Asistencia que consta"),
        text="",
        items=tuple(assistance_item(book, one, page) for one in sorted(given, key=_newest)),
        empty=_("Todavía no se ha registrado ninguna."),
    )


def _tagged(
    book: Book, page: str, kind: str, key: str, name: str, own: Sequence[Assistance]
) -> LibraryPage:
    _ = book.language._
    title = _("Asistencia: {name}", name=name)
    description = (
        _("Quién dio ayuda sobre este tema, a quién y cuándo: {name}.", name=name)
        if kind == ASSISTANCE.topics
        else _("Qué ayuda recibió {name}, de quién y cuándo.", name=name)
    )
    link = Link(href=relative(page, book.path("assistance")), text=_("Asistencia y cómo pedirla"))
    return LibraryPage(
        frame=frame(
            book,
            page,
            title=title,
            description=description,
            section="system",
            alternates=counterparts(book, kind, key),
        ),
        title=title,
        parents=(link,),
        notes=(),
        tags=tag_groups(book, ASSISTANCE, book.catalog.registers.assistance, page),
        shelves=(_shelf(book, own, page),),
        others=same_topic(book, ASSISTANCE, key, page) if kind == ASSISTANCE.topics else (),
    )


def _answered(book: Book, requests: Sequence[Request]) -> str:
    """How many requests were answered, and how soon where enough were."""
    language = book.language
    found = answers(requests)
    if not requests:
        return language._(
            "Nadie ha registrado todavía una solicitud en este sitio. No quiere decir que nadie "
            "haya pedido ayuda."
        )
    count = language.plural(
        "Se contestó {n} solicitud.", "Se contestaron {n} solicitudes.", found.count
    )
    if found.median_days is None:
        return language._(
            "{count} Con menos de {least} no se calcula cuántos días tardan.",
            count=count,
            least=LEAST_ANSWERS,
        )
    days = language.formats.number(found.median_days, 0 if found.median_days % 1 == 0 else 1)
    return language._(
        "{count} La mitad se contestó en {days} días o menos.", count=count, days=days
    )


def _row(book: Book, one: Request, page: str) -> RequestRow:
    language = book.language
    _, text, day = language._, language.text, language.formats.day
    answer = _("Sin respuesta todavía")
    if one.answered_on:
        answer = _("Contestada el {day}.", day=day(one.answered_on))
        if provider := text(one.providers):
            answer = f"{answer} {provider}"
    return RequestRow(
        id=one.id,
        area=book.area_link(book.catalog.areas_by_code[one.ref_area], page),
        requester=text(one.requesters),
        topics=", ".join(topic_name(book, topic) for topic in one.topics),
        urgency={
            Urgency.HIGH: _("alta"),
            Urgency.NORMAL: _("normal"),
            Urgency.LOW: _("baja"),
        }[one.urgency],
        state={
            RequestState.OPEN: _("Abierta"),
            RequestState.ACCEPTED: _("Aceptada"),
            RequestState.UNDER_WAY: _("En curso"),
            RequestState.CLOSED: _("Cerrada"),
        }[one.state],
        opened=day(one.opened),
        iso_date=one.opened.isoformat(),
        answer=answer,
        proof=proof_view(book, one.proof, page),
    )


def _letter(book: Book) -> tuple[str, str]:
    """The subject and the text of a mail to fill in."""
    _ = book.language._
    lines = (
        _("Institución y región:"),
        _("Cargo de quien escribe (sin nombres de otras personas):"),
        _("Tema (por ejemplo C2, F1 o CRA):"),
        _("Qué se quiere lograr, en una o dos frases:"),
        _("Qué se ha intentado ya:"),
        _("Para cuándo (urgencia alta, normal o baja):"),
        _("Correo institucional para responder:"),
        _("¿Puede publicarse la solicitud en el registro? (sí o no):"),
    )
    return _("Solicitud de asistencia sobre integridad pública"), "\n".join(lines)


def _template_row(book: Book) -> str:
    """A line of the register that only lacks what the requester knows."""
    _, site, examples = book.language._, book.catalog.site, _examples(book)
    filled = {
        "id": f"{examples['area']}-{book.edition.as_of.year}-1",
        "ref_area": examples["area"],
        "urgency": Urgency.NORMAL.value,
        "state": RequestState.OPEN.value,
        "opened": book.edition.as_of.isoformat(),
        "topics": examples["topic"],
        "confidence": "A",
        "source": examples["source"],
        f"requester_{book.language.code}": _("institución que pide"),
        f"requester_{book.language.first}": _("institución que pide"),
    }
    return ",".join(filled.get(field.name, "") for field in requests_schema(site).fields)


def _examples(book: Book) -> dict[str, str]:
    """An area, a topic and a source that there are, so that the line can be read as it stands."""
    catalog = book.catalog
    return {
        "area": next((area.code for area in catalog.page_areas), ""),
        "topic": next(iter(catalog.registers.topics), ""),
        "source": next(iter(catalog.sources_by_id), ""),
    }


def _propose(book: Book) -> Link | None:
    """Where the register can be changed; None where the site names no repository."""
    repository = book.catalog.site.repository
    if not repository:
        return None
    href = f"{repository}/edit/main/data/registers/requests.csv"
    return Link(href=href, text=book.language._("Proponer la fila en el repositorio"))
