"""Pure. A practice, a course, help that was given: each as an entry of a list."""

from __future__ import annotations

from markupsafe import Markup

from quipu.model.library import Assistance, Course, CourseState, Practice
from quipu.model.registers import Proof
from quipu.pages.addresses import relative
from quipu.pages.benchmark.words import move_words
from quipu.pages.book import Book
from quipu.pages.library.tags import ASSISTANCE, COURSES, PRACTICES, topic_links
from quipu.pages.system.proofs import proof_view, text_of, when_words
from quipu.periods import UNDATED, Period
from quipu.prose.markdown import to_html
from quipu.score.results import Result, result
from quipu.views import Fact, Item, Link, ProofView


def proven(book: Book, proof: Proof, valid_at: Period, page: str) -> ProofView:
    """What something rests on; what is undated, or past its own day, is to be confirmed.

    Nothing here expires by itself: that it was done once stays true.
    """
    is_stale = valid_at is UNDATED
    if proof.review_by is not None:
        is_stale = proof.review_by < book.edition.as_of
    return proof_view(book, proof, page, is_stale=is_stale, until=proof.review_by)


def years_of(book: Book, period: Period) -> str:
    """The year of something, or its first and last year."""
    if period is UNDATED:
        return when_words(book, period)
    first, last = period.start.year, period.end.year
    return str(first) if first == last else f"{first}–{last}"


def facts(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    """Labels and texts, without those that nobody gave."""
    return tuple(Fact(label=label, text=text) for label, text in pairs if text)


def found_result(book: Book, practice: Practice) -> Result | None:
    """What the figures of a practice say, tested once a language."""
    key = f"result {practice.slug}"
    return book.easel.once(key, lambda: result(book.catalog, practice))


def practice_link(book: Book, practice: Practice, page: str) -> Link:
    """Link to the page of a practice."""
    href = relative(page, book.path("practices", practice.slug))
    return Link(href=href, text=book.language.text(practice.titles))


def practice_item(book: Book, practice: Practice, page: str) -> Item:
    """A practice with its region, its topics and whether its result was measured."""
    language = book.language
    _, text = language._, language.text
    found = found_result(book, practice)
    is_measured = found is not None and found.is_measured
    state = _("Resultado medido") if is_measured else _("Sin resultado medido")
    why = result_words(book, found) if found else ""
    if practice.is_planned:
        state, why = "", _("No consta que se haya hecho.")
    return Item(
        anchor="",
        title=practice_link(book, practice, page),
        language=text_of(book, practice.titles)[1],
        area=book.area_link(book.catalog.areas_by_code[practice.ref_area], page),
        facts=facts(
            (_("Responsable"), text(practice.bodies)),
            (_("Cuándo"), when_words(book, practice.valid_at)),
        ),
        topics=topic_links(book, PRACTICES, practice.topics, page),
        html=Markup(""),
        mark=_("Anunciado") if practice.is_planned else _("Hecho"),
        is_done=not practice.is_planned,
        state=state,
        is_marked=is_measured and not practice.is_planned,
        why=why,
        link=None,
        proof=proven(book, practice.proof, practice.valid_at, page),
    )


def result_words(book: Book, found: Result) -> str:
    """The figures before and after, and what the test says of their difference."""
    language, catalog = book.language, book.catalog
    indicator = catalog.indicators_by_id[found.after.indicator]
    told = (
        move_words(language, found.movement)
        if found.movement
        else language._("no se calcula porque la cifra es parcial o no tiene fecha")
    )
    values = [language.value(indicator, o.value or 0) for o in (found.before, found.after)]
    periods = [language.formats.period(o.period) for o in (found.before, found.after)]
    return language._(
        "{indicator}: {before} en {earlier} y {after} en {later}; {told}.",
        indicator=language.text(indicator.names),
        before=values[0],
        earlier=periods[0],
        after=values[1],
        later=periods[1],
        told=told,
    )


def course_item(book: Book, course: Course, page: str) -> Item:
    """A course with what is known of it and what nobody checked."""
    language = book.language
    _, text, day = language._, language.text, language.formats.day
    state = course.state(book.edition.as_of)
    hours = language.formats.number(course.hours, 0) if course.hours is not None else ""
    body, _language = text_of(book, course.texts)
    is_checked = course.checked_on is not None and state is not CourseState.STALE
    return Item(
        anchor=course.slug,
        title=Link(href="", text=text(course.titles)),
        language=text_of(book, course.titles)[1],
        area=book.area_link(book.catalog.areas_by_code[course.ref_area], page),
        facts=facts(
            (_("Quién lo da"), text(course.providers)),
            (_("Para quién"), text(course.audiences)),
            (_("Modalidad"), text(course.modalities)),
            (_("Cuándo"), "" if course.valid_at is UNDATED else when_words(book, course.valid_at)),
            (_("Empieza"), day(course.next_start) if course.next_start else ""),
            (_("Horas"), hours),
            (_("Idioma"), text(course.spoken)),
            (_("Costo"), text(course.costs)),
            (_("Enlace comprobado"), day(course.checked_on) if course.checked_on else ""),
        ),
        topics=topic_links(book, COURSES, course.topics, page),
        html=to_html(body),
        mark="",
        is_done=False,
        state=course_state_words(book, course),
        is_marked=state is CourseState.OPEN,
        why="",
        link=Link(href=course.url, text=course.url) if course.url and is_checked else None,
        proof=proven(book, course.proof, course.valid_at, page),
    )


def course_state_words(book: Book, course: Course) -> str:
    """What may be said of a course on the day of the edition."""
    _ = book.language._
    state = course.state(book.edition.as_of)
    if state is CourseState.SEEN and course.checked_on is not None:
        return _("Enlace comprobado, sin fecha de inicio")
    return {
        CourseState.OPEN: _("Abierto"),
        CourseState.SEEN: _("Visto en la fuente, sin comprobar"),
        CourseState.PAST: _("Ya realizado"),
        CourseState.STALE: _("Sin comprobar hace más de 180 días"),
    }[state]


def assistance_item(book: Book, given: Assistance, page: str) -> Item:
    """Help that was given: by whom, to whom, with what."""
    language = book.language
    _, text = language._, language.text
    statement, form = text(given.statements), text(given.forms)
    return Item(
        anchor="",
        title=Link(href="", text=form[:1].upper() + form[1:]),
        language=text_of(book, given.forms)[1],
        area=book.area_link(book.catalog.areas_by_code[given.ref_area], page),
        facts=facts(
            (_("Quién ayudó"), text(given.providers)),
            (_("A quién"), text(given.recipients)),
            (_("Cuándo"), when_words(book, given.valid_at)),
        ),
        topics=topic_links(book, ASSISTANCE, given.topics, page),
        html=Markup("<p>{}</p>").format(statement),
        mark="",
        is_done=False,
        state="",
        is_marked=False,
        why="",
        link=None,
        proof=proven(book, given.proof, given.valid_at, page),
    )
