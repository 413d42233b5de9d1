"""Pure. The scores of a group: on its own page for all areas, and on an area's page for one."""

from __future__ import annotations

from quipu.i18n.language import Language
from quipu.model import Area
from quipu.pages.addresses import relative
from quipu.pages.benchmark.downloads import computed_links
from quipu.pages.benchmark.requests import ranked, ranks_key
from quipu.pages.benchmark.words import (
    capitalised,
    points_text,
    rank_text,
    reason_words,
    scale_text,
    share_text,
)
from quipu.pages.book import Book
from quipu.pages.charts import uid
from quipu.pages.frame import alphabetical
from quipu.score.progress import Progress
from quipu.score.robustness import told_apart
from quipu.score.sheet import Reason
from quipu.score.values import Part, Score, ScoreSet
from quipu.views import ChartView, GroupScores, Link, PartView, ScoreRow, ScoreView
from quipu.vocab import Aggregation, Normalisation

DASH = "–"


def score_view(book: Book, area: Area, group: str, page: str) -> ScoreView | None:
    """The score of an area on a group; None where the group takes no part in any score."""
    scores = book.benchmarks.scores
    score = scores.of(group, area.code) if scores else None
    if scores is None or score is None:
        return None
    language = book.language
    return ScoreView(
        subject=book.domain_link(group, page),
        points="" if score.points is None else points_text(language, score.points),
        rank=rank_text(language, score.rank) if score.rank else "",
        reason=_reason(book, score),
        coverage=language._(
            "{share} del peso tiene cifra", share=share_text(language, score.coverage)
        ),
        arithmetic=arithmetic(book, score),
        parts=tuple(part_view(book, score, part, page) for part in score.parts),
        change=_change(book, book.benchmarks.progress.get((group, area.code))),
        method_version=scores.method.version,
    )


def _reason(book: Book, score: Score) -> str:
    language = book.language
    if score.reason is Reason.COVERAGE:
        return language._(
            "datos insuficientes (hay cifras para {share} del peso)",
            share=share_text(language, score.coverage),
        )
    return reason_words(language, score.reason)


def subject_link(book: Book, subject: str, page: str) -> Link:
    """Link to an indicator or to a group."""
    indicator = book.catalog.indicators_by_id.get(subject)
    if indicator is None:
        return book.domain_link(subject, page)
    return book.indicator_link(indicator, page)


def part_view(book: Book, score: Score, part: Part, page: str) -> PartView:
    """A part of a score as a row."""
    language, scores = book.language, book.benchmarks.scores
    own = scores.of(part.subject, score.ref_area) if scores else None
    figure, note = "", reason_words(language, part.reason)
    if own is not None and own.observation is not None and own.observation.value is not None:
        figure = _figure(book, part.subject, own)
        if own.is_clipped:
            note = language._("la cifra pasa el umbral: no suma ni resta más")
    return PartView(
        link=subject_link(book, part.subject, page),
        figure=figure,
        points=DASH if part.points is None else points_text(language, part.points),
        share=part_share(language, part, score.parts),
        note=note,
        is_missing=part.points is None,
        scale=_scale(book, part.subject),
    )


def _scale(book: Book, subject: str) -> str:
    """The values that earn 0 and 100, where fixed ones decide the points; empty for a group."""
    indicator, method = book.catalog.indicators_by_id.get(subject), book.catalog.method
    if indicator is None or method is None or method.normalisation is not Normalisation.GOALPOSTS:
        return ""
    return scale_text(book.language, indicator, indicator.direction)


def part_share(language: Language, part: Part, parts: tuple[Part, ...]) -> str:
    """The share of the weight that a part has; empty where all parts weigh the same."""
    if len({one.weight for one in parts}) == 1:
        return ""
    return DASH if part.points is None else share_text(language, part.share)


def _figure(book: Book, subject: str, own: Score) -> str:
    assert own.observation is not None and own.observation.value is not None  # asked by part_view
    indicator = book.catalog.indicators_by_id[subject]
    value = book.language.value(indicator, own.observation.value)
    return f"{value} ({book.language.formats.period(own.observation.period)})"


def arithmetic(book: Book, score: Score) -> str:
    """How a score comes of its parts, for a group that takes an arithmetic mean."""
    if score.points is None:
        return ""
    group = book.group(score.subject)
    present = [part for part in score.parts if part.points is not None]
    if group.aggregate is not Aggregation.ARITHMETIC:
        return ""
    return mean_text(book, present, score.points)


def mean_text(book: Book, parts: list[Part], total: float) -> str:
    """A weighted mean as arithmetic: ``(65.8 + 98.7) ÷ 2 = 82.3``."""
    language = book.language
    numbers = [points_text(language, part.points or 0.0) for part in parts]
    weights = {part.weight for part in parts}
    if len(weights) == 1:
        divisor = str(len(parts))
        terms = numbers
    else:
        terms = [f"{n} × {p.weight:g}" for n, p in zip(numbers, parts, strict=True)]
        divisor = f"{sum(p.weight for p in parts):g}"
    return f"({' + '.join(terms)}) ÷ {divisor} = {points_text(language, total)}"


def _change(book: Book, found: Progress | None) -> str:
    language = book.language
    _ = language._
    if found is None:
        return ""
    mark = _(" Reporta menos que hace un año.") if found.reports_less else ""
    if found.change is None:
        return mark.strip()
    amount = points_text(language, abs(found.change))
    words = _("sin un cambio que se pueda distinguir")
    if found.has_improved:
        words = _("mejoró")
    elif found.has_fallen:
        words = _("bajó")
    return (
        _(
            "En comparación con hace un año, en los {count} indicadores comunes: {words} ({amount} "
            "puntos).",
            count=len(found.common),
            words=words,
            amount=amount,
        )
        + mark
    )


def group_scores(book: Book, group: str, page: str) -> GroupScores | None:
    """The scores of a group in all areas; None where the group takes no part in any score."""
    scores = book.benchmarks.scores
    if scores is None or not any(node.id == group for node in scores.tree.nodes):
        return None
    language = book.language
    order = {area.code: n for n, area in enumerate(alphabetical(book))}
    # Within a tier nobody stands ahead: A to Z.
    rows = sorted(ranked(scores, group), key=lambda s: (s.tier, order[s.ref_area]))
    known = {score.ref_area for score in rows}
    others = [
        score
        for area in alphabetical(book)
        if area.code not in known and (score := scores.of(group, area.code)) is not None
    ]
    has_any = any(score.points is not None for score in (*rows, *others))
    first = scores.of(group, scores.sheet.areas[0]) if scores.sheet.areas else None
    link = Link(
        href=relative(page, f"{book.path('robustness')}#r-{group}"),
        text=language._("Qué tan firmes son estos puestos"),
    )
    return GroupScores(
        chart=_chart(book, scores, group) if rows else None,
        rows=tuple(_row(book, score, page) for score in (*rows, *others)) if has_any else (),
        reason="" if has_any else absent_reason(book, scores, group),
        notes=_notes(book, scores, group) if rows else (),
        parts=tuple(_child(book, part, page) for part in first.parts) if first else (),
        robustness=link if group in book.benchmarks.robustness else None,
        downloads=computed_links(book, page, ("scores", "contributions")),
        method_version=scores.method.version,
    )


def _child(book: Book, part: Part, page: str) -> PartView:
    """A child of a group with its weight, areas aside."""
    return PartView(
        link=subject_link(book, part.subject, page),
        figure="",
        points="",
        share=f"{part.weight:g}",
        note="",
        is_missing=False,
    )


def absent_reason(book: Book, scores: ScoreSet, group: str) -> str:
    """Why nobody has a score on a group."""
    language = book.language
    node = scores.tree.nodes[scores.tree.position(group)]
    reasons = {scores.scores[group, area].reason for area in scores.sheet.areas}
    if Reason.COVERAGE not in reasons:
        return language._(
            "No hay puntaje: ninguno de sus indicadores tiene aún cifras que se puedan puntuar."
        )
    best = max(scores.scores[group, area].coverage for area in scores.sheet.areas)
    return language._(
        "No hay puntaje: se necesita {needed} del peso y el área con más cifras llega a {best}.",
        needed=share_text(language, node.min_coverage),
        best=share_text(language, best),
    )


def _row(book: Book, score: Score, page: str) -> ScoreRow:
    language = book.language
    area = book.catalog.areas_by_code[score.ref_area]
    return ScoreRow(
        area=book.area_link(area, page),
        points=DASH if score.points is None else points_text(language, score.points),
        rank=rank_text(language, score.rank) if score.rank else DASH,
        tier=str(score.tier) if score.tier else DASH,
        reason=capitalised(_reason(book, score)),
    )


def _chart(book: Book, scores: ScoreSet, group: str) -> ChartView | None:
    drawing = book.drawings.charts.get(ranks_key(group, book.language))
    if drawing is None:
        return None
    language = book.language
    title = language._("{name}: entre qué puestos está cada área", name=book.group_name(group))
    how = scores.method.uncertainty
    description = language._(
        "La línea une los puestos que ocupa el área en 9 de cada 10 combinaciones de decisiones; "
        "el punto es el puesto del medio. Si dos líneas se cruzan, el orden entre esas áreas "
        "depende de cómo se mida."
    )
    return ChartView(
        title=title,
        svg=book.svg(drawing, uid("ranks", group), title, description),
        description=description,
        facts=language._(
            "{draws} combinaciones · método {version}",
            draws=language.formats.number(how.draws, 0),
            version=scores.method.version,
        ),
        table=None,
    )


def _notes(book: Book, scores: ScoreSet, group: str) -> tuple[str, ...]:
    language = book.language
    _ = language._
    found = [
        _(
            "El grupo 1 reúne a la que tiene el mejor puesto del medio y a las áreas cuyo "
            "intervalo de puestos se cruza con el suyo; el grupo 2, a la primera de las que quedan "
            "y a las que se cruzan con ella, y así. Dentro de un grupo van de la A a la Z, aunque "
            "el método puede distinguir a dos de un mismo grupo."
        )
    ]
    robust = book.benchmarks.robustness.get(group)
    if robust is not None and robust.pairs is not None:
        count = sum(score.rank is not None for score in ranked(scores, group))
        pairs = count * (count - 1) // 2
        apart = int(told_apart(robust.pairs).sum())
        found.append(
            _(
                "De los {pairs} pares de áreas, {apart} se distinguen según el método: una queda "
                "delante de la otra en al menos 95 % de las combinaciones.",
                pairs=language.formats.number(pairs, 0),
                apart=language.formats.number(apart, 0),
            )
        )
    found.append(
        _(
            "Los intervalos muestran cuánto depende el puesto del método. No incluyen el error de "
            "las cifras que se publican sin numerador ni denominador."
        )
    )
    return tuple(found)
