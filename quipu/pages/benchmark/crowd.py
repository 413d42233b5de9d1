"""Pure. What is told of areas that are too many for a table: how many, and how they are spread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Sized
from statistics import median

from quipu.i18n.language import Language
from quipu.i18n.numbers import DASH
from quipu.pages.benchmark.downloads import computed_links
from quipu.pages.benchmark.words import points_text
from quipu.pages.book import Book
from quipu.pages.requests import MOST_LISTED
from quipu.score.places import AxisPlace, MatrixPlaces, Placement
from quipu.score.values import Score, ScoreSet
from quipu.views import TableView, TierView

_MOST_TIERS = 12
"""Tiers told one by one; where each area is told apart, there may be as many as areas."""


def is_crowded(areas: Sized) -> bool:
    """Whether the areas are more than a table of a page lists."""
    return len(areas) > MOST_LISTED


def scores_table(book: Book, scores: ScoreSet, group: str) -> TableView:
    """How many areas stand in each tier of a group, and between which points."""
    language = book.language
    _ = language._
    told, without = _summary(language, _scores(scores, group))
    rows = [_row(language, name, points) for name, points in told]
    if without:
        count = language.formats.number(without, 0)
        rows.append((_("Sin puntaje"), count, DASH, DASH, DASH))
    return TableView(
        caption=_(
            "{name}: cuántas áreas hay en cada grupo de puestos y entre qué puntos",
            name=book.group_name(group),
        ),
        head=(_("Grupo de puestos"), _("Áreas"), _("Más bajo"), _("Mediana"), _("Más alto")),
        rows=tuple(rows),
    )


def tier_counts(book: Book, scores: ScoreSet, group: str, page: str) -> tuple[TierView, ...]:
    """The tiers of a group in numbers, and last where each score can be read."""
    language = book.language
    _ = language._
    summary, without = _summary(language, _scores(scores, group))
    if len(summary) == 1:
        return ()
    told = [_tier(language, name, points) for name, points in summary]
    links = computed_links(book, page, ("scores",))
    if without:
        text = language.plural("{n} área", "{n} áreas", without)
        told.append(TierView(name=_("Sin puntaje"), text=text, links=()))
    where = _("El puntaje de cada área está en su propia página.")
    if links:
        where = " ".join((where, _("Los de todas, en un archivo:")))
    return (*told, TierView(name=_("Cada área"), text=where, links=links))


def _tier(language: Language, name: str, points: Sequence[float]) -> TierView:
    text = language._(
        "{areas}: {spread}",
        areas=language.plural("{n} área", "{n} áreas", len(points)),
        spread=_spread(language, points),
    )
    return TierView(name=name, text=text, links=())


def places_table(book: Book, places: MatrixPlaces) -> TableView:
    """How many areas fall into each category, and between which points of each axis."""
    language, matrix = book.language, places.matrix
    _, number = language._, language.formats.number
    by_category = _by_category(places)
    rows = [
        (
            f"{category.id} · {language.text(category.names)}",
            *_counted(language, by_category.get(category.id, ())),
        )
        for category in matrix.categories
    ]
    missing = len(places.places) - len(places.placed)
    if missing:
        rows.append((_("Sin clasificar: faltan datos"), number(missing, 0), DASH, DASH, DASH))
    return TableView(
        caption=_("Cuántas áreas hay en cada categoría y entre qué puntos de cada eje"),
        head=(
            _("Categoría"),
            _("Áreas"),
            _("En el límite"),
            *(language.text(axis.names) for axis in matrix.axes),
        ),
        rows=tuple(rows),
    )


def category_count(book: Book, own: Mapping[str, Placement]) -> str:
    """How many areas fall into a category; empty for none."""
    if not own:
        return ""
    language = book.language
    return language._(
        "{areas}; en el límite: {border}",
        areas=language.plural("{n} área", "{n} áreas", len(own)),
        border=language.formats.number(sum(p.is_borderline for p in own.values()), 0),
    )


def _scores(scores: ScoreSet, group: str) -> list[Score]:
    found = (scores.of(group, area) for area in scores.sheet.areas)
    return [score for score in found if score is not None]


def _summary(language: Language, own: Sequence[Score]) -> tuple[list[tuple[str, list[float]]], int]:
    """The points of each tier, of areas without one, and of all; how many areas have no score.

    Without tiers there is the last of them alone.
    """
    _ = language._
    points = [score.points for score in own if score.points is not None]
    unranked = [s.points for s in own if s.points is not None and not s.tier]
    found = list(_tiers(language, own))
    if found and unranked:
        found.append((_("Sin grupo de puestos"), unranked))
    return [*found, (_("Con puntaje, en total"), points)], len(own) - len(points)


def _tiers(language: Language, own: Sequence[Score]) -> Iterator[tuple[str, list[float]]]:
    """The names of the tiers with the points of their areas; the last of many tiers together."""
    found: dict[int, list[float]] = defaultdict(list)
    for score in own:
        if score.tier and score.points is not None:
            found[score.tier].append(score.points)
    order = sorted(found)
    alone = len(order) if len(order) <= _MOST_TIERS else _MOST_TIERS - 1
    for tier in order[:alone]:
        yield language._("Grupo {n}", n=tier), found[tier]
    if order[alone:]:
        number = language.formats.number
        name = language._(
            "Grupos {low} a {high}", low=number(order[alone], 0), high=number(order[-1], 0)
        )
        yield name, [points for tier in order[alone:] for points in found[tier]]


def _row(language: Language, name: str, points: Sequence[float]) -> tuple[str, ...]:
    ends = (min(points), median(points), max(points))
    count = language.formats.number(len(points), 0)
    return (name, count, *(points_text(language, end) for end in ends))


def _spread(language: Language, points: Sequence[float]) -> str:
    """Lowest, highest and median points; a dash where there are none."""
    if not points:
        return DASH
    low, middle, high = (points_text(language, f(points)) for f in (min, median, max))
    if low == high:
        return language._("{points} puntos", points=low)
    return language._(
        "de {low} a {high} puntos, con mediana {middle}", low=low, high=high, middle=middle
    )


def _by_category(places: MatrixPlaces) -> Mapping[str, list[Placement]]:
    found: dict[str, list[Placement]] = defaultdict(list)
    for place in places.placed:
        found[place.category].append(place)
    return found


def _counted(language: Language, own: Sequence[Placement]) -> tuple[str, str, str, str]:
    number = language.formats.number
    return (
        number(len(own), 0),
        number(sum(place.is_borderline for place in own), 0),
        _axis(language, [place.capacity for place in own]),
        _axis(language, [place.risk for place in own]),
    )


def _axis(language: Language, own: Sequence[AxisPlace]) -> str:
    return _spread(language, [axis.points for axis in own if axis.points is not None])
