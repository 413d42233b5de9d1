"""Pure. The page of an area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quipu.charts import MOST_TICKS
from quipu.compare import IndicatorPanel
from quipu.i18n.kinds import words_of
from quipu.model import Area, Indicator
from quipu.pages.addresses import relative
from quipu.pages.below import below_blocks, computed
from quipu.pages.benchmark.peers import peers_block
from quipu.pages.benchmark.place import matrix_block
from quipu.pages.benchmark.scores import score_view
from quipu.pages.book import Book
from quipu.pages.cards import Card, card_of, strip_view
from quipu.pages.coverage import state_words
from quipu.pages.downloads import table_links
from quipu.pages.figures import cited, shown_for
from quipu.pages.frame import counterparts, first_kind, frame
from quipu.pages.lists import full_name
from quipu.pages.maps import finder
from quipu.pages.memory.changes import area_changes, feed_path
from quipu.pages.system.agencies import agency_block
from quipu.pages.system.block import system_block
from quipu.pages.system.priorities import priorities_block
from quipu.pages.system.replies import replies_to
from quipu.prose.markdown import to_html
from quipu.prose.sentences import lead, sentence_templates
from quipu.views import (
    AreaPage,
    CommentaryView,
    DomainBlock,
    Fact,
    Link,
    ScoreView,
    StripView,
)
from quipu.vocab import Coverage, IndicatorStatus


def area_page(book: Book, area: Area) -> AreaPage:
    """Make the page of an area, from a book that is open at its kind."""
    language = book.language
    page = book.path("areas", area.slug)
    sentences = _lead(book, area)
    cards = {i.id: (i, card_of(book, area, i)) for i in book.catalog.published_indicators}
    domains = tuple(
        _domain(book, area, group, [cards[i.id] for i in indicators], page)
        for group, indicators in book.catalog.domains
    )
    map_, _tiles = finder(book, page, area)
    return AreaPage(
        frame=frame(
            book,
            page,
            title=_title(book, area),
            description=_description(book, area, sentences[0]),
            section="areas",
            alternates=counterparts(book, "areas", area.slug),
            feed=feed_path(book, "areas", area.slug),
        ),
        around=_around(book, area, page),
        name=language.text(area.names),
        kind=words_of(language, area.kind),
        lead=sentences,
        facts=_facts(book, area),
        locator=map_,
        key_figures=tuple(
            view
            for code in book.catalog.site.key_indicators
            if code in book.panels and (view := _key_figure(book, book.panels[code], area, page))
        ),
        matrix=matrix_block(book, area, page),
        index=_index(book, area, page),
        peers=peers_block(book, area, page),
        system=system_block(book, area, page),
        agency=agency_block(book, area, page),
        priorities=priorities_block(book, area, page),
        strip_note=_strip_note(book, area),
        has_points=_has_points(book, area),
        domains=domains,
        historic_trends=tuple(
            card.trend
            for indicator, card in cards.values()
            if indicator.status is IndicatorStatus.RETIRED and card.trend
        ),
        commentary=_commentary(book, area),
        changes=area_changes(book, area, page),
        replies=replies_to(book, page, area=area.code, registers=book.catalog.registers.rows),
        below=below_blocks(book, area, page),
        computed=computed(book, area),
        sources=cited(book, {key for _, card in cards.values() for key in card.sources}, page),
        downloads=_downloads(book, area, page),
        coverage=_coverage(book, area, cards.values()),
    )


def _lead(book: Book, area: Area) -> tuple[str, ...]:
    """The sentences that open the page."""
    templates = sentence_templates(book.catalog, book.language)
    comparisons = book.benchmarks.comparisons
    return lead(book.catalog, book.panels, comparisons, area, book.language, templates)


def _downloads(book: Book, area: Area, page: str) -> tuple[Link, ...]:
    return (
        *table_links(book, page, area.slug),
        Link(href=relative(page, f"api/v1/areas/{area.code}.json"), text="JSON"),
    )


def _has_points(book: Book, area: Area) -> bool:
    return book.benchmarks.scores is not None and area.kind is first_kind(book)


def _index(book: Book, area: Area, page: str) -> tuple[ScoreView, ...]:
    """The scores of an area in the groups that stand above domains."""
    found = (
        score_view(book, area, group, page) for group, own in book.catalog.group_pages if not own
    )
    return tuple(score for score in found if score is not None)


def _title(book: Book, area: Area) -> str:
    """What the page tells of, and where: the same name in two languages is no title."""
    language, name = book.language, full_name(book, area)
    is_alone = name == language.text(area.names)
    place = language.within(area) if is_alone else language._("en {name}", name=name)
    return language._("Integridad pública {place}", place=place)


def _description(book: Book, area: Area, sentence: str) -> str:
    """The first sentence, after the whole name of an area that shares its own with another."""
    name = full_name(book, area)
    return sentence if name == book.language.text(area.names) else f"{name}. {sentence}"


def _strip_note(book: Book, area: Area) -> str:
    """How to read a strip: a tick an area, or, of many figures, a tick an interval.

    Only areas that are compared have a tick, so that a kind of many areas may have both strips.
    """
    _, name = book.language._, book.language.text(area.names)
    if len(book.areas) <= MOST_TICKS:
        return _(
            "En cada tira, cada raya es un área, el triángulo es la mediana y el punto es {name}.",
            name=name,
        )
    return _(
        "En cada tira, cada raya es un área o, donde hay más de {most} cifras, un intervalo, más "
        "alta cuantas más áreas caen en él; el triángulo es la mediana y el punto es {name}.",
        most=book.language.formats.number(MOST_TICKS, 0),
        name=name,
    )


def _around(book: Book, area: Area, page: str) -> tuple[Link, ...]:
    """The areas around an area that have a page, the largest first."""
    found: list[Link] = []
    above = book.catalog.above.get(area.code)
    while above is not None:
        found.insert(0, book.area_link(above, page))
        above = book.catalog.above.get(above.code)
    return tuple(found)


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
    observation = shown_for(panel, area)
    if observation is None:
        return None
    return strip_view(book, panel, area, observation, page, has_strip=False)


def _domain(
    book: Book,
    area: Area,
    group: str,
    cards: Sequence[tuple[Indicator, Card]],
    page: str,
) -> DomainBlock:
    wanted = [i for i, card in cards if card.state is Coverage.WANTED]
    live = [
        card
        for i, card in cards
        if i.status not in (IndicatorStatus.RETIRED, IndicatorStatus.WANTED)
    ]
    return DomainBlock(
        id=group,
        anchor=f"d-{group}",
        link=book.domain_link(group, page),
        summary=book.language.text(book.group(group).summaries),
        warnings=tuple(dict.fromkeys(card.warning for card in live if card.warning)),
        strips=tuple(card.row for card in live if card.row),
        joint=tuple(card.joint for card in live if card.joint),
        partial=tuple(card.partial for card in live if card.partial),
        missing=tuple(card.missing for card in live if card.missing),
        wanted=tuple(book.indicator_link(indicator, page) for indicator in wanted),
        wanted_text=_wanted_text(book, len(wanted)),
        historic=tuple(
            book.indicator_link(i, page) for i, card in cards if card.state is Coverage.HISTORIC
        ),
        trends=tuple(card.trend for card in live if card.trend),
        score=score_view(book, area, group, page),
        replies=replies_to(book, page, area=area.code, indicators=[i.id for i, _ in cards]),
    )


def _wanted_text(book: Book, count: int) -> str:
    if not count:
        return ""
    return book.language.plural(
        "{n} indicador de este dominio aún no tiene cifra pública por {kind}.",
        "{n} indicadores de este dominio aún no tienen cifra pública por {kind}.",
        count,
        kind=words_of(book.language, book.areas[0].kind).one,
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


def _coverage(book: Book, area: Area, cards: Iterable[tuple[Indicator, Card]]) -> tuple[Fact, ...]:
    states = Counter(card.state for i, card in cards if i.status is not IndicatorStatus.RETIRED)
    return tuple(
        Fact(
            label=state_words(book.language, state, area.kind),
            text=book.language.formats.number(n, 0),
        )
        for state in Coverage
        if (n := states[state])
    )
