"""Pure. The page of an area."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from quipu.compare import IndicatorPanel, coverage
from quipu.model import Area, Indicator
from quipu.pages.addresses import relative
from quipu.pages.benchmark.peers import peers_block
from quipu.pages.benchmark.place import matrix_block
from quipu.pages.benchmark.scores import score_view
from quipu.pages.book import Book
from quipu.pages.charts import area_trend, range_text, strip
from quipu.pages.coverage import state_words
from quipu.pages.figures import cited, direction_words, figure
from quipu.pages.frame import counterparts, frame
from quipu.pages.maps import finder
from quipu.prose.markdown import to_html
from quipu.prose.sentences import lead
from quipu.views import (
    AreaPage,
    CommentaryView,
    DomainBlock,
    Fact,
    FigureView,
    Link,
    StripView,
)
from quipu.vocab import Coverage, IndicatorStatus


def area_page(book: Book, area: Area) -> AreaPage:
    """Make the page of an area."""
    language = book.language
    page = book.path("areas", area.slug)
    sentences = lead(
        book.catalog,
        book.panels,
        book.benchmarks.comparisons,
        area,
        language,
        sentence_templates(book),
    )
    domains = tuple(
        _domain(book, area, group, indicators, page) for group, indicators in book.domains()
    )
    figures = [s.figure for d in domains for s in d.strips]
    figures += [f for d in domains for f in (*d.joint, *d.partial, *d.missing)]
    retired = [p for p in book.panels.values() if p.indicator.status is IndicatorStatus.RETIRED]
    map_, _tiles = finder(book, page, area)
    return AreaPage(
        frame=frame(
            book,
            page,
            title=language.text(area.names),
            description=sentences[0],
            section="areas",
            alternates=counterparts(book, "areas", area.slug),
        ),
        name=language.text(area.names),
        lead=sentences,
        facts=_facts(book, area),
        locator=map_,
        key_figures=tuple(
            view
            for code in book.catalog.site.key_indicators
            if code in book.panels and (view := _key_figure(book, book.panels[code], area, page))
        ),
        matrix=matrix_block(book, area, page),
        index=tuple(
            score
            for group, indicators in book.group_pages()
            if not indicators and (score := score_view(book, area, group, page)) is not None
        ),
        peers=peers_block(book, area, page),
        domains=domains,
        historic_trends=tuple(
            chart for panel in retired if (chart := area_trend(book, panel, area)) is not None
        ),
        commentary=_commentary(book, area),
        sources=cited(book, figures, page),
        downloads=(
            Link(href=relative(page, f"datos/{area.slug}.csv"), text="CSV"),
            Link(href=relative(page, f"api/v1/areas/{area.code}.json"), text="JSON"),
        ),
        coverage=_coverage(book, area),
    )


def sentence_templates(book: Book) -> dict[str, str]:
    """The sentence that the words of an indicator give for the lead, by indicator id."""
    found = {}
    for code in book.catalog.site.summary_indicators:
        for language in (book.language.code, book.language.first):
            document = book.catalog.documents_by_key.get(("indicators", code, language))
            if document is not None and document.meta.get("sentence"):
                found[code] = document.meta["sentence"]
                break
    return found


def _facts(book: Book, area: Area) -> tuple[Fact, ...]:
    _ = book.language._
    labels = {
        "government": _("Gobierno"),
        "capital": _("Capital"),
        "zone": _("Zona"),
        "macroregion": _("Macrorregión"),
        "ubigeo": _("Ubigeo"),
    }
    found = [
        Fact(label=label, text=area.attributes[key])
        for key, label in labels.items()
        if key in area.attributes
    ]
    surface = area.attributes.get("area_km2", "")
    if surface:
        number = book.language.formats.number(float(surface), 0)
        found.append(Fact(label=_("Superficie"), text=f"{number} km²"))
    return tuple(found)


def _key_figure(book: Book, panel: IndicatorPanel, area: Area, page: str) -> StripView | None:
    observation = panel.current.get(area.code) or panel.joint.get(area.code)
    observation = observation or panel.missing.get(area.code)
    if observation is None:
        return None
    return _strip(book, panel, area, observation.ref_area, page, prefix="k")


def _strip(
    book: Book, panel: IndicatorPanel, area: Area, code: str, page: str, prefix: str = "s"
) -> StripView:
    observation = panel.current.get(code) or panel.joint.get(area.code) or panel.missing[area.code]
    is_own = observation.ref_area == area.code and observation.value is not None
    return StripView(
        figure=figure(book, panel, observation, page, area),
        direction=direction_words(book.language, panel.indicator.direction),
        strip=strip(book, panel, area, prefix) if is_own and prefix == "s" else Markup(""),
        range_text=range_text(book, panel),
        warning=book.words(panel.indicator, "warning")[0],
    )


def _domain(
    book: Book, area: Area, group: str, indicators: tuple[Indicator, ...], page: str
) -> DomainBlock:
    language = book.language
    strips: list[StripView] = []
    joint: list[FigureView] = []
    partial: list[FigureView] = []
    missing: list[FigureView] = []
    wanted: list[Link] = []
    historic: list[Link] = []
    trends = []
    for indicator in indicators:
        panel = book.panels[indicator.id]
        state, observation = coverage(panel, area)
        if state is Coverage.WANTED:
            wanted.append(book.indicator_link(indicator, page))
            continue
        if indicator.status is IndicatorStatus.RETIRED:
            if state is Coverage.HISTORIC:
                historic.append(book.indicator_link(indicator, page))
            continue
        if state is Coverage.REPORTED and observation is not None:
            strips.append(_strip(book, panel, area, area.code, page))
            if (chart := area_trend(book, panel, area)) is not None:
                trends.append(chart)
        elif observation is not None and observation.value is None:
            missing.append(figure(book, panel, observation, page, area))
        # A newer joint value stands beside an older one of the area's own.
        if state in (Coverage.REPORTED, Coverage.JOINT) and area.code in panel.joint:
            joint.append(figure(book, panel, panel.joint[area.code], page, area))
        partial += [figure(book, panel, o, page, area) for o in panel.partial.get(area.code, ())]
    return DomainBlock(
        id=group,
        anchor=f"d-{group}",
        link=book.domain_link(group, page),
        summary=language.text(book.group(group).summaries),
        strips=tuple(strips),
        joint=tuple(joint),
        partial=tuple(partial),
        missing=tuple(missing),
        wanted=tuple(wanted),
        wanted_text=_wanted_text(book, len(wanted)),
        historic=tuple(historic),
        trends=tuple(trends),
        score=score_view(book, area, group, page),
    )


def _wanted_text(book: Book, count: int) -> str:
    if not count:
        return ""
    return book.language.plural(
        "{n} indicador de este dominio aún no tiene cifra pública por región.",
        "{n} indicadores de este dominio aún no tienen cifra pública por región.",
        count,
    )


def _commentary(book: Book, area: Area) -> CommentaryView | None:
    document = book.commentary(area.code)
    if document is None:
        return None
    return CommentaryView(
        title=document.meta.get("title", ""),
        html=to_html(document.body),
        language=document.language,
        author_role=document.meta["author_role"],
        date=book.language.formats.known_date(document.meta["date"]),
    )


def _coverage(book: Book, area: Area) -> tuple[Fact, ...]:
    states = Counter(
        coverage(panel, area)[0]
        for panel in book.panels.values()
        if panel.indicator.status is not IndicatorStatus.RETIRED
    )
    return tuple(
        Fact(label=state_words(book.language, state), text=book.language.formats.number(n, 0))
        for state in Coverage
        if (n := states[state])
    )
