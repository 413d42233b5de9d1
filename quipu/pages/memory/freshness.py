"""Pure. How fresh the figures of an indicator are, by a rule that the badge tells."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from quipu.model import Indicator
from quipu.pages.book import Book
from quipu.parse.cells import is_date
from quipu.periods import parse_period
from quipu.views import Badge
from quipu.vocab import IndicatorStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """What is known of the age of an indicator's figures."""

    newest: date | None
    """Last day of the newest period with a comparable figure; None without one."""
    release: date | None
    """Last day of the announced next release; None where no date is announced."""
    until: date | None
    """Last day on which the newest figure counts as current; None where no limit is set."""


def freshness(book: Book, indicator: Indicator) -> Freshness:
    """Look up how fresh the figures of an indicator are."""
    newest = max(
        (
            o.period.end
            for o in book.catalog.observations_by_indicator[indicator.id]
            if o.value is not None and o.quality.is_comparable and o.period.code
        ),
        default=None,
    )
    months = indicator.max_age_months
    return Freshness(
        newest=newest,
        release=release_day(indicator.next_release),
        until=None if newest is None or months is None else _later(newest, months),
    )


def release_day(text: str) -> date | None:
    """The last day of an announced release (``2027``, ``2027-03``, ``2027-03-15``); else None."""
    return parse_period(text).end if is_date(text) else None


def badge(book: Book, indicator: Indicator) -> Badge:
    """Write out how fresh the figures of an indicator are, and by which rule."""
    _, day = book.language._, book.language.formats.day
    today, known = book.edition.as_of, freshness(book, indicator)
    if indicator.status is IndicatorStatus.WANTED:
        return Badge(state="wanted", text=_("Por conseguir"), detail=_("Nadie publica la cifra."))
    if indicator.status is IndicatorStatus.RETIRED:
        return Badge(state="historic", text=_("Serie histórica"), detail=_("Ya no se actualiza."))
    if known.newest is None:
        return Badge(
            state="open", text=_("Sin periodo"), detail=_("Solo hay cifras sueltas o sin fecha.")
        )
    if known.release is not None and known.release < today:
        return Badge(
            state="due",
            text=_("Por actualizar"),
            detail=_("La fuente anunció cifras para el {day}.", day=day(known.release)),
        )
    if known.until is None:
        return Badge(state="open", text=_("Sin plazo"), detail=_("No se fijó cuándo envejece."))
    if known.until < today:
        return Badge(
            state="old",
            text=_("Antigua"),
            detail=_(
                "Se tomaba por actual hasta el {day}: {months} meses después de su periodo.",
                day=day(known.until),
                months=indicator.max_age_months,
            ),
        )
    return Badge(
        state="current",
        text=_("Vigente"),
        detail=_(
            "Se toma por actual hasta el {day}: {months} meses después de su periodo.",
            day=day(known.until),
            months=indicator.max_age_months,
        ),
    )


def _later(day: date, months: int) -> date:
    """The last day of which no more than *months* whole months lie after *day*.

    A figure is old when more than that many whole months have gone by (`is_old`): that is, from
    the day on which one month more is complete.
    """
    count = day.year * 12 + day.month - 1 + months + 1
    year, month = divmod(count, 12)
    return _day_before(date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])), day)


def _day_before(found: date, day: date) -> date:
    # In a month that is too short for the day, the month is complete on the next one's first.
    if found.day < day.day:
        return found
    return date.fromordinal(found.toordinal() - 1)
