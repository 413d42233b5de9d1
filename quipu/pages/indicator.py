"""Pure. The page of an indicator: with figures, or wanted."""

from __future__ import annotations

from collections.abc import Iterable

from quipu.compare import IndicatorPanel, is_only_of
from quipu.i18n.numbers import DASH
from quipu.model import Indicator, Observation
from quipu.pages.addresses import relative
from quipu.pages.benchmark.comparison import comparison_block
from quipu.pages.book import Book
from quipu.pages.charts import dots, facts, indicator_trend
from quipu.pages.downloads import table_links
from quipu.pages.figures import behind, direction_words, figure, scope_words
from quipu.pages.frame import alphabetical, counterparts, frame
from quipu.pages.kinds import kind_blocks
from quipu.pages.maps import maps
from quipu.pages.memory.changes import feed_path, indicator_changes, triangle_view
from quipu.pages.memory.freshness import badge
from quipu.pages.requests import MOST_LISTED
from quipu.pages.system.replies import replies_to
from quipu.periods import Period
from quipu.views import Fact, FigureView, Frame, IndicatorPage, Link, TableView, WantedPage, Words
from quipu.vocab import Frequency, IndicatorStatus


def indicator_page(book: Book, indicator: Indicator) -> IndicatorPage:
    """Make the page of an indicator that has values."""
    language, panel = book.language, book.panels[indicator.id]
    page = book.path("indicators", indicator.id)
    is_short = len(book.areas) <= MOST_LISTED
    rows = _current(book, panel, page) if is_short else ()
    joint = tuple(figure(book, panel, o, page) for o in _unique(panel.joint.values()))
    partial = tuple(
        figure(book, panel, o, page)
        for o in _unique(o for shown in panel.partial.values() for o in shown)
    )
    missing = tuple(figure(book, panel, o, page) for o in panel.missing.values() if is_short)
    national = figure(book, panel, panel.national, page) if panel.national else None
    finding = _finding(book, panel)
    warning, warning_language = book.words(indicator, "warning")
    comparison = comparison_block(book, panel)
    return IndicatorPage(
        frame=_frame(book, indicator, finding),
        id=indicator.id,
        name=language.text(indicator.names),
        finding=finding,
        domain=book.domain_link(indicator.group, page),
        direction=direction_words(language, indicator.direction),
        unit=language.text(indicator.unit.names),
        scope=scope_words(language, indicator.scope),
        facts=facts(book, panel),
        badge=badge(book, indicator),
        changes=indicator_changes(book, indicator, page),
        triangle=triangle_view(book, indicator, page),
        is_retired=indicator.status is IndicatorStatus.RETIRED,
        warning=warning,
        warning_language=warning_language,
        rows=rows,
        joint=joint,
        partial=partial,
        missing=missing,
        national=national,
        replies=replies_to(book, page, indicators=(indicator.id,)),
        dots=None if comparison and comparison.chart else dots(book, panel),
        kinds=kind_blocks(book, indicator, page),
        comparison=comparison,
        maps=maps(book, panel, page),
        trend=indicator_trend(book, panel),
        history=_history(book, panel),
        words=_words(book, indicator, ("definition", "why", "method", "limits")),
        details=_details(book, indicator),
        sources=behind(book, book.catalog.observations_by_indicator[indicator.id], page),
        downloads=(
            *table_links(book, page, indicator.id),
            Link(href=relative(page, f"api/v1/indicators/{indicator.id}.json"), text="JSON"),
        ),
    )


def wanted_page(book: Book, indicator: Indicator) -> WantedPage:
    """Make the page of an indicator that nobody publishes by area yet."""
    language, site = book.language, book.catalog.site
    page = book.path("indicators", indicator.id)
    _ = language._
    warning, warning_language = book.words(indicator, "warning")
    propose = None
    if site.repository:
        href = f"{site.repository}/edit/main/data/indicators/{indicator.id}.csv"
        propose = Link(href=href, text=_("Proponer las cifras en el repositorio"))
    contact = (
        Link(href=f"mailto:{site.contact}", text=site.contact) if "@" in site.contact else None
    )
    name = language.text(indicator.names)
    return WantedPage(
        frame=_frame(book, indicator, _("Falta la cifra: {name}", name=name)),
        id=indicator.id,
        name=name,
        domain=book.domain_link(indicator.group, page),
        direction=direction_words(language, indicator.direction),
        words=_words(
            book, indicator, ("definition", "why", "holder", "document", "send", "limits")
        ),
        warning=warning,
        warning_language=warning_language,
        details=_details(book, indicator),
        form=Link(href=relative(page, f"datos/{indicator.id}.csv"), text=f"{indicator.id}.csv"),
        propose=propose,
        contact=contact,
        replies=replies_to(book, page, indicators=(indicator.id,)),
    )


def _frame(book: Book, indicator: Indicator, description: str) -> Frame:
    return frame(
        book,
        book.path("indicators", indicator.id),
        title=book.language.text(indicator.names),
        description=description,
        section="domains",
        alternates=counterparts(book, "indicators", indicator.id),
        feed=feed_path(book, "indicators", indicator.id),
    )


def _current(book: Book, panel: IndicatorPanel, page: str) -> tuple[FigureView, ...]:
    """Compared values from the highest, then current values of other periods, A to Z."""
    compared = panel.compared.observations if panel.compared else ()
    shown = {id(o) for o in compared}
    others = [
        panel.current[area.code]
        for area in alphabetical(book)
        if area.code in panel.current and id(panel.current[area.code]) not in shown
    ]
    return tuple(figure(book, panel, o, page) for o in (*compared, *others))


def _unique(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Each observation once: a joint one is known under each of its members."""
    found: dict[str, Observation] = {}
    for o in observations:
        found.setdefault(str(o.origin), o)
    return tuple(found.values())


def _finding(book: Book, panel: IndicatorPanel) -> str:
    """What the figures say, as a title; the name where nothing is compared.

    No area is named: a headline needs a comparison that chance does not explain.
    """
    language, compared = book.language, panel.compared
    name = language.text(panel.indicator.names)
    if compared is None:
        return name
    highest, lowest = compared.observations[0].value, compared.observations[-1].value
    if highest is None or lowest is None or highest == lowest:
        return name
    return language._(
        "{name}: de {low} a {high}",
        name=name,
        low=language.value(panel.indicator, lowest),
        high=language.value(panel.indicator, highest),
    )


def _history(book: Book, panel: IndicatorPanel) -> TableView | None:
    """Every comparable period of every area; None when there is only one, or many areas."""
    if len(book.areas) > MOST_LISTED:
        return None
    language = book.language
    periods: dict[str, Period] = {}
    values: dict[tuple[str, str], str] = {}
    elsewhere = {a.code for a in book.catalog.page_areas if a.kind is not book.areas[0].kind}
    for o in book.catalog.observations_by_indicator[panel.indicator.id]:
        if o.quality.is_comparable and o.ref_area not in elsewhere:
            periods[o.period.code] = o.period
            text = DASH if o.value is None else language.bare_value(panel.indicator, o.value)
            values[o.ref_area, o.period.code] = text
    if len(periods) < 2:
        return None
    ordered = sorted(periods.values(), key=lambda p: p.sort_key)
    composites = [
        area
        for area in book.catalog.areas
        if area.kind not in book.catalog.site.page_kinds and not is_only_of(area, elsewhere)
    ]
    rows = [
        (language.text(area.names), *(values.get((area.code, p.code), DASH) for p in ordered))
        for area in (*alphabetical(book), *composites)
        if any((area.code, p.code) in values for p in ordered)
    ]
    return TableView(
        caption=language._(
            "Todos los periodos ({unit})", unit=language.text(panel.indicator.unit.names)
        ),
        head=(language._("Área"), *(language.formats.period(p) for p in ordered)),
        rows=tuple(rows),
    )


def _words(book: Book, indicator: Indicator, keys: tuple[str, ...]) -> tuple[Words, ...]:
    _ = book.language._
    labels = {
        "definition": _("Qué mide"),
        "why": _("Por qué importa"),
        "method": _("Cómo se obtiene"),
        "limits": _("Qué no dice"),
        "holder": _("Quién tiene la cifra"),
        "document": _("En qué documento está"),
        "send": _("Qué enviar"),
    }
    found = []
    for key in keys:
        text, code = book.words(indicator, key)
        if text:
            found.append(Words(label=labels[key], text=text, language=code))
    return tuple(found)


def _details(book: Book, indicator: Indicator) -> tuple[Fact, ...]:
    language = book.language
    _ = language._
    frequency = {
        None: "",
        Frequency.ANNUAL: _("anual"),
        Frequency.SEMESTER: _("semestral"),
        Frequency.QUARTERLY: _("trimestral"),
        Frequency.MONTHLY: _("mensual"),
        Frequency.EVENT: _("cuando ocurre"),
        Frequency.IRREGULAR: _("sin periodicidad fija"),
    }[indicator.frequency]
    facts_ = (
        (_("Código"), indicator.id),
        (_("Unidad"), language.text(indicator.unit.names)),
        (_("De quién es la cifra"), scope_words(language, indicator.scope)),
        (_("Sentido"), direction_words(language, indicator.direction)),
        (_("Periodicidad"), frequency),
        (_("Quién publica o tiene la cifra"), indicator.owner),
        (_("Próxima publicación"), indicator.next_release),
        (_("Norma de referencia"), indicator.framework_version),
    )
    return tuple(Fact(label=label, text=text) for label, text in facts_ if text)
