"""Pure. One observation as a reader sees it: value, date, place, trust and origin in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from quipu.compare import IndicatorPanel, Position, is_comparable
from quipu.i18n.kinds import compared_areas, told_kind, words_of
from quipu.i18n.language import Language, Translate
from quipu.model import Area, Indicator, Observation, Source
from quipu.pages.addresses import relative
from quipu.pages.benchmark.reading import reading
from quipu.pages.book import Book
from quipu.periods import months_between
from quipu.prose.sentences import fifth_words
from quipu.views import FigureView, Link, SourceView
from quipu.vocab import AreaKind, Direction, IndicatorStatus, ObsStatus, Quality, Scope


def figure(
    book: Book, panel: IndicatorPanel, observation: Observation, page: str, area: Area | None = None
) -> FigureView:
    """Write out an observation.

    Args:
        book: The facts in the page's language.
        panel: The indicator it belongs to.
        observation: Any row, with or without a value.
        page: The file it is shown on, for the links.
        area: The area whose place is told; the observation's own unless given.

    Returns:
        The figure. Its place is told only when the observation is one of those compared.
    """
    language, indicator = book.language, panel.indicator
    own = area or book.catalog.areas_by_code[observation.ref_area]
    _ = language._
    place = position_of(panel, observation)
    return FigureView(
        area=book.area_link(book.catalog.areas_by_code[observation.ref_area], page),
        indicator=book.indicator_link(indicator, page),
        value=_("sin dato")
        if observation.value is None
        else language.value(indicator, observation.value),
        is_missing=observation.value is None,
        period=language.formats.period(observation.period) or _("sin fecha"),
        is_old=is_old(book, indicator, observation),
        status=status_words(language, observation.status),
        quality=observation.quality.value,
        quality_text=quality_words(language, observation.quality),
        note=language.text(observation.notes),
        ratio=_ratio(language, observation),
        sources=tuple(
            source_view(book, book.catalog.sources_by_id[key], page)
            for key in observation.sources
            if key in book.catalog.sources_by_id
        ),
        origin=origin(book, observation, page),
        evidence=observation.evidence_url,
        position=position_words(language, place, told_kind(book.catalog, panel.areas))
        if place
        else _no_place(book, panel, observation, own),
        place=short_place(language, place) if place else "",
        reading=reading(language, book.benchmarks, observation),
    )


def shown_for(panel: IndicatorPanel, area: Area) -> Observation | None:
    """The row that is shown of an area: its own figure, a joint one, or why there is none."""
    code = area.code
    return panel.current.get(code) or panel.joint.get(code) or panel.missing.get(code)


def position_of(panel: IndicatorPanel, observation: Observation) -> Position | None:
    """The place of an observation, when it is one of those compared."""
    compared = panel.compared
    if compared is None or observation.period != compared.period:
        return None
    is_compared = observation.quality.is_comparable and observation.value is not None
    return compared.positions.get(observation.ref_area) if is_compared else None


def position_words(language: Language, place: Position, kind: AreaKind | None = None) -> str:
    """Tell in which fifth of the areas a value falls, and of how many; a place, no judgement.

    Args:
        language: The page's language.
        place: The place.
        kind: What the areas are to be called; just areas where there is no other kind.
    """
    if kind is not None:
        areas = compared_areas(language, kind, place.count)
        if place.first == 1 and place.last == place.count:
            return language._("{areas} tienen la misma cifra", areas=areas)
        return language._(
            "{fifth} de {areas}", fifth=fifth_words(language, place.quintile), areas=areas
        )
    if place.first == 1 and place.last == place.count:
        return language._("las {count} áreas tienen la misma cifra", count=place.count)
    return language._(
        "{fifth} de {count} áreas",
        fifth=fifth_words(language, place.quintile),
        count=place.count,
    )


def short_place(language: Language, place: Position) -> str:
    """A fifth in few characters, for tables."""
    _ = language._
    if place.first == 1 and place.last == place.count:
        return _("todas iguales")
    return language.named("fifth", _fifths)[place.quintile]


def _fifths(_: Translate) -> Mapping[int, str]:
    return {
        1: _("el más bajo"),
        2: _("segundo más bajo"),
        3: _("el del medio"),
        4: _("segundo más alto"),
        5: _("el más alto"),
    }


def _no_place(book: Book, panel: IndicatorPanel, observation: Observation, area: Area) -> str:
    """Say why a figure has no place."""
    language, areas = book.language, book.catalog.areas_by_code
    _ = language._
    if observation.value is None:
        return ""
    if area.code != observation.ref_area:
        joint = language.text(areas[observation.ref_area].names)
        return _("dato conjunto de {area}: no se ordena", area=joint)
    if panel.indicator.status is IndicatorStatus.RETIRED:
        return _("serie histórica: no se ordena")
    if not observation.quality.is_comparable:
        # Its grade of quality already says why.
        return ""
    if not is_comparable(panel.indicator, observation):
        return _("denominador menor que el mínimo: no se ordena")
    if panel.compared is None:
        return words_of(language, panel.areas[0].kind if panel.areas else None).few
    return _("de otro periodo o área: no se ordena")


def direction_words(language: Language, direction: Direction) -> str:
    """Say which end of an indicator is the good one."""
    return language.named("direction", _directions)[direction]


def _directions(_: Translate) -> Mapping[Direction, str]:
    return {
        Direction.HIGHER: _("más alto es mejor"),
        Direction.LOWER: _("más alto es peor"),
        Direction.NEUTRAL: _("sin juicio: más alto no es mejor ni peor"),
    }


def status_words(language: Language, status: ObsStatus) -> str:
    """Say what an observation status means; empty for a normal value."""
    return language.named("status", _statuses)[status]


def _statuses(_: Translate) -> Mapping[ObsStatus, str]:
    return {
        ObsStatus.NORMAL: "",
        ObsStatus.BREAK: _("quiebre: no se compara con el periodo anterior"),
        ObsStatus.ESTIMATED: _("estimado"),
        ObsStatus.FORECAST: _("proyectado"),
        ObsStatus.PROVISIONAL: _("provisional"),
        ObsStatus.CANNOT_EXIST: _("no corresponde"),
        ObsStatus.NOT_COLLECTED: _("existe, pero no se ha recogido"),
        ObsStatus.SUPPRESSED: _("reservado para no identificar a personas"),
    }


def quality_words(language: Language, quality: Quality) -> str:
    """Say what a grade of quality means."""
    return language.named("quality", _qualities)[quality]


def _qualities(_: Translate) -> Mapping[Quality, str]:
    return {
        Quality.OFFICIAL_FILE: _("archivo oficial"),
        Quality.COMPLETE_LIST: _("lista oficial completa, vista en la prensa"),
        Quality.PARTIAL_LIST: _("lista parcial"),
        Quality.UNDATED: _("sin fecha"),
    }


def scope_words(language: Language, scope: Scope | None) -> str:
    """Say whose figure it is; empty when the indicator does not say."""
    _ = language._
    return {
        None: "",
        Scope.REGIONAL_GOVERNMENT: _("del gobierno regional"),
        Scope.DEPARTMENT: _("del territorio del departamento, no de su gobierno regional"),
        Scope.COMMISSION: _("de la Comisión Regional Anticorrupción"),
    }[scope]


def is_old(book: Book, indicator: Indicator, observation: Observation) -> bool:
    """Whether a figure is older than its indicator allows for a current one."""
    limit = indicator.max_age_months
    if limit is None or not observation.period.code:
        return False
    return months_between(observation.period.end, book.edition.as_of) > limit


def _ratio(language: Language, observation: Observation) -> str:
    if observation.numerator is None or observation.denominator is None:
        return ""
    numbers = language.formats
    return language._(
        "{numerator} entre {denominator}",
        numerator=numbers.number(observation.numerator, 0),
        denominator=numbers.number(observation.denominator, 0),
    )


def origin(book: Book, observation: Observation, page: str) -> Link:
    """Link to the file and line of a value: in the repository, or in the data page."""
    where = observation.origin
    repository = book.catalog.site.repository
    if repository:
        href = f"{repository}/blob/main/{where.path}#L{where.line}"
    else:
        href = relative(page, f"{book.path('data')}#t-{observation.indicator}")
    return Link(href=href, text=f"{where.path}:{where.line}")


def source_view(book: Book, source: Source, page: str) -> SourceView:
    """A source as it is cited on a page."""
    dates, own, first = book.language.formats, book.language.code, book.language.first
    title_language = source.language or first
    return SourceView(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        href=source.url,
        published=dates.known_date(source.published),
        accessed=dates.known_date(source.accessed),
        licence=source.licence,
        note=source.note,
        language="" if own == first else first,
        title_language="" if own == title_language else title_language,
        anchor=relative(page, f"{book.path('data')}#s-{source.id}"),
    )


def cited(book: Book, keys: AbstractSet[str], page: str) -> tuple[SourceView, ...]:
    """Some sources by their ids, once each, in the order of ``sources.csv``."""
    return tuple(source_view(book, s, page) for s in book.catalog.sources if s.id in keys)


def behind(book: Book, observations: Iterable[Observation], page: str) -> tuple[SourceView, ...]:
    """The sources of some observations, once each, in the order of ``sources.csv``."""
    return cited(book, {key for o in observations for key in o.sources}, page)
