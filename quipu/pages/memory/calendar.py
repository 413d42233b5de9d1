"""Pure. When new figures are expected: what publishers announced, and what grows old when."""

from __future__ import annotations

from quipu.i18n.numbers import DASH
from quipu.model import Indicator
from quipu.pages.book import Book
from quipu.pages.frame import counterparts, frame
from quipu.pages.memory.freshness import badge, freshness
from quipu.views import CalendarPage, ReleaseRow
from quipu.vocab import IndicatorStatus


def calendar_page(book: Book) -> CalendarPage:
    """Make the calendar of releases."""
    _ = book.language._
    page = book.path("calendar")
    announced: list[tuple[str, ReleaseRow]] = []
    expected: list[tuple[str, ReleaseRow]] = []
    others = []
    for indicator in book.catalog.published_indicators:
        known = freshness(book, indicator)
        if indicator.next_release:
            day = known.release.isoformat() if known.release else ""
            when = _written(book, indicator) if known.release else indicator.next_release
            announced.append((day or "9", _row(book, indicator, page, when, day)))
        elif indicator.status is not IndicatorStatus.LIVE:
            continue
        elif known.until is not None:
            when = book.language.formats.day(known.until)
            day = known.until.isoformat()
            expected.append((day, _row(book, indicator, page, when, day)))
        else:
            others.append(_row(book, indicator, page, DASH, ""))
    return CalendarPage(
        frame=frame(
            book,
            page,
            title=_("Calendario"),
            description=_(
                "Qué cifras nuevas anunciaron sus fuentes, y hasta cuándo es actual cada una de "
                "las que hay."
            ),
            section="data",
            alternates=counterparts(book, "calendar"),
        ),
        announced=tuple(row for _day, row in sorted(announced, key=lambda pair: pair[0])),
        expected=tuple(row for _day, row in sorted(expected, key=lambda pair: pair[0])),
        others=tuple(others),
    )


def _written(book: Book, indicator: Indicator) -> str:
    return book.language.formats.known_date(indicator.next_release)


def _row(book: Book, indicator: Indicator, page: str, when: str, day: str) -> ReleaseRow:
    return ReleaseRow(
        indicator=book.indicator_link(indicator, page),
        when=when,
        iso_date=day,
        badge=badge(book, indicator),
        owner=indicator.owner,
    )
