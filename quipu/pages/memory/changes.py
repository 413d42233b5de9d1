"""Pure. Published figures that changed: on the pages they concern, and all in one log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from quipu.i18n.numbers import DASH
from quipu.memory.changes import Change
from quipu.model import Area, Indicator, RevisionKind, in_language
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.downloads import table_links
from quipu.pages.frame import counterparts, frame
from quipu.pages.system.names import register_names
from quipu.periods import parse_period
from quipu.views import ChangesBlock, ChangesPage, ChangeView, Link, TableView, TriangleView

MOST_ON_PAGE = 20
"""Changes that the page of an area or indicator lists; the log has the others."""
MOST_IN_LOG = 400
"""Changes that the log lists; the table to download has all of them."""
MOST_TRIANGLE = 100
"""Figures whose revisions a page lists."""
LOG_TABLE = "cambios"


def changes_page(book: Book) -> ChangesPage:
    """Make the log of all changes."""
    _ = book.language._
    page = book.path("changes")
    return ChangesPage(
        frame=frame(
            book,
            page,
            title=_("Cambios"),
            description=_(
                "Cada cifra que se publicó y hoy es otra: cuál era, cuál es, desde cuándo y por "
                "qué."
            ),
            section="data",
            alternates=counterparts(book, "changes"),
            feed=feed_path(book, "changes"),
        ),
        block=_block(book, book.history.log, page, MOST_IN_LOG),
        policy=Link(href=relative(page, book.path("policy")), text=_("Cómo se revisa y corrige")),
        editions=Link(href=relative(page, book.path("editions")), text=_("Ediciones")),
        downloads=table_links(book, page, LOG_TABLE),
    )


def area_changes(book: Book, area: Area, page: str) -> ChangesBlock | None:
    """What changed of the figures of an area, joint ones among them; None without any."""
    codes = {area.code, *(c.code for c in book.catalog.composites_by_member[area.code])}
    return _found(book, book.history.of_areas(codes), page, feed_path(book, "areas", area.slug))


def indicator_changes(book: Book, indicator: Indicator, page: str) -> ChangesBlock | None:
    """What changed of the figures of an indicator; None without any."""
    found = book.history.of_indicator(indicator.id)
    return _found(book, found, page, feed_path(book, "indicators", indicator.id))


def feed_path(book: Book, kind: str, name: str = "") -> str:
    """The file of the feed that stands beside a page."""
    return feed_beside(book.path(kind, name))


def feed_beside(page: str) -> str:
    """The file of the feed that stands beside the file of a page."""
    return page.replace("index.html", "atom.xml")


def _found(book: Book, changes: Sequence[Change], page: str, feed: str) -> ChangesBlock | None:
    return _block(book, changes, page, MOST_ON_PAGE, feed) if changes else None


def _block(
    book: Book, changes: Sequence[Change], page: str, most: int, feed: str = ""
) -> ChangesBlock:
    language = book.language
    rest = len(changes) - most
    return ChangesBlock(
        rows=tuple(
            change_view(book, change, page, anchor_of(key)) for change, key in named(changes)[:most]
        ),
        more=language.plural("y {n} cambio más", "y {n} cambios más", rest) if rest > 0 else "",
        all=Link(href=relative(page, book.path("changes")), text=language._("Todos los cambios")),
        feed=Link(
            href=relative(page, feed or feed_path(book, "changes")),
            text=language._("Avisos de cambios por Atom"),
        ),
    )


def named(changes: Sequence[Change]) -> tuple[tuple[Change, str], ...]:
    """Each change with a name of its own, which stays when newer ones come."""
    times: Counter[str] = Counter()
    found = []
    for change in reversed(changes):
        # An undated figure is counted with ``#``, which an address takes for something else.
        words = (change.date, *(part.replace("#", "n") for part in change.key if part))
        key = " ".join(words)
        times[key] += 1
        found.append((change, key if times[key] == 1 else f"{key} x{times[key]}"))
    return tuple(reversed(found))


def anchor_of(name: str) -> str:
    """The fragment at which a change of that name stands on its pages."""
    return f"c-{name.replace(' ', '-')}"


def change_view(book: Book, change: Change, page: str, anchor: str) -> ChangeView:
    """Write out a change.

    Args:
        book: The facts in the page's language.
        change: Of any figure that was published.
        page: The file it is shown on, for the links.
        anchor: Where it stands on its pages.
    """
    language, catalog = book.language, book.catalog
    _ = language._
    indicator = catalog.indicators_by_id.get(change.indicator)
    area = catalog.areas_by_code.get(change.ref_area)
    reason, code = reason_words(book, change)
    is_published = indicator in catalog.published_indicators
    return ChangeView(
        anchor=anchor,
        date=language.formats.day(date.fromisoformat(change.date)),
        iso_date=change.date,
        indicator=book.indicator_link(indicator, page)
        if indicator is not None and is_published
        else Link(href="", text=change.indicator),
        area=book.area_link(area, page)
        if area
        else Link(href="", text=change.ref_area or _("todas las áreas")),
        period=period_text(book, change.time_period)
        if change.time_period
        else _("todos los periodos"),
        before=(exact(book, indicator, change.before) or DASH) if change.is_of_one else "",
        after=(exact(book, indicator, change.after) or _("retirada")) if change.is_of_one else "",
        kind=kind_words(book, change),
        reason=reason or _("No se declaró una razón."),
        reason_language=code,
    )


def reason_words(book: Book, change: Change) -> tuple[str, str]:
    """Why a figure changed, and in which language that is, where it is not the page's.

    Both are empty where nobody said it and nothing was counted.
    """
    language = book.language
    if change.reason is not None:
        text, found = in_language(change.reason.texts, language.code, language.first)
        return text, "" if found == language.code else found
    if not change.registers:
        return "", ""
    names = register_names(book)
    told = " / ".join(names[register] for register in change.registers)
    return language._("Se contó otra vez: cambió el registro {register}.", register=told), ""


def kind_words(book: Book, change: Change) -> str:
    """Whether better data came or a mistake was mended; empty where nobody said."""
    _ = book.language._
    if change.kind is None:
        return ""
    return {
        RevisionKind.REVISION: _("Revisión"),
        RevisionKind.CORRECTION: _("Corrección"),
    }[change.kind]


def period_text(book: Book, code: str) -> str:
    """A period as an edition keeps it: undated figures are counted with ``#``."""
    if code.startswith("#"):
        return book.language._("sin fecha")
    return book.language.formats.period(parse_period(code))


def exact(book: Book, indicator: Indicator | None, value: str) -> str:
    """A value with all the decimals it was published with; empty where there is none."""
    if not value:
        return ""
    if indicator is None:
        return value
    decimals = len(value.partition(".")[2].rstrip("0"))
    shown = replace(indicator, decimals=max(decimals, indicator.decimals))
    return book.language.value(shown, Decimal(value))


def triangle_view(book: Book, indicator: Indicator, page: str) -> TriangleView | None:
    """How the figures of an indicator changed from edition to edition; None before the first."""
    _, language = book.language._, book.language
    history = book.history
    if not history.stages:
        return None
    rows = history.triangle(indicator.id)
    changed = [row for row in rows if row.has_changed]
    heads = [stage.name or _("hoy") for stage in history.stages]
    areas = book.catalog.areas_by_code
    number = language.formats.number
    note = _(
        "Cifras publicadas en alguna edición: {count}. Cambiaron: {changed}.",
        count=number(len(rows), 0),
        changed=number(len(changed), 0),
    )
    return TriangleView(
        note=note,
        table=TableView(
            caption=_("Cada cifra que cambió, edición por edición"),
            head=(_("Área"), _("Periodo"), *heads),
            rows=tuple(
                (
                    language.text(areas[row.ref_area].names)
                    if row.ref_area in areas
                    else row.ref_area,
                    period_text(book, row.time_period),
                    *(exact(book, indicator, value) or DASH for value in row.values),
                )
                for row in changed[:MOST_TRIANGLE]
            ),
        )
        if changed
        else None,
        download=Link(href=relative(page, vintage_path(indicator.id)), text="CSV"),
    )


def vintage_path(indicator: str) -> str:
    """The table of what each edition published of an indicator."""
    return f"datos/revisiones/{indicator}.csv"
