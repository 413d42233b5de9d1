"""Pure. The scores of a group: on its own page for all areas, and on an area's page for one."""

from __future__ import annotations

from quipu.i18n.numbers import DASH
from quipu.model import Area
from quipu.pages.addresses import relative
from quipu.pages.benchmark.crowd import is_crowded, scores_table
from quipu.pages.benchmark.downloads import computed_links
from quipu.pages.benchmark.parts import (
    beyond_words,
    dated_value,
    mean_text,
    part_row,
    points_or_dash,
    subject_link,
)
from quipu.pages.benchmark.requests import ranked, ranks_key, ranks_request
from quipu.pages.benchmark.words import (
    capitalised,
    points_text,
    rank_text,
    reason_words,
    scale_text,
    share_text,
)
from quipu.pages.book import Book
from quipu.pages.charts import chart_view, uid
from quipu.pages.frame import alphabetical
from quipu.score.progress import Progress
from quipu.score.robustness import pairs_told
from quipu.score.sheet import Reason
from quipu.score.values import Part, Score, ScoreSet
from quipu.views import ChartView, GroupScores, Link, PartView, ScoreRow, ScoreView
from quipu.vocab import Aggregation, Normalisation


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


def part_view(book: Book, score: Score, part: Part, page: str) -> PartView:
    """A part of a score as a row."""
    language, scores = book.language, book.benchmarks.scores
    own = scores.of(part.subject, score.ref_area) if scores else None
    figure, note = "", reason_words(language, part.reason)
    if own is not None and own.observation is not None and own.observation.value is not None:
        figure = dated_value(book, own.observation)
        note = beyond_words(language) if own.is_clipped else note
    return part_row(
        book, part, score.parts, page, figure=figure, note=note, scale=_scale(book, part.subject)
    )


def _scale(book: Book, subject: str) -> str:
    """The values that earn 0 and 100, where fixed ones decide the points; empty for a group."""
    indicator, method = book.catalog.indicators_by_id.get(subject), book.catalog.method
    if indicator is None or method is None or method.normalisation is not Normalisation.GOALPOSTS:
        return ""
    return scale_text(book.language, indicator, indicator.direction)


def arithmetic(book: Book, score: Score) -> str:
    """How a score comes of its parts, for a group that takes an arithmetic mean."""
    if score.points is None:
        return ""
    group = book.group(score.subject)
    present = [part for part in score.parts if part.points is not None]
    if group.aggregate is not Aggregation.ARITHMETIC:
        return ""
    return mean_text(book, present, score.points)


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


def is_scored(scores: ScoreSet | None, group: str) -> bool:
    """Whether a group takes part in the scores, with points or with a reason for none."""
    return scores is not None and any(node.id == group for node in scores.tree.nodes)


def group_scores(book: Book, group: str, page: str) -> GroupScores | None:
    """The scores of a group in all areas; None where the group takes no part in any score."""
    scores = book.benchmarks.scores
    if scores is None or not is_scored(scores, group):
        return None
    language = book.language
    order = {area.code: n for n, area in enumerate(alphabetical(book))}
    # Within a tier nobody stands ahead: A to Z.
    rows = sorted(
        (score for score, _rank in ranked(scores, group)),
        key=lambda s: (s.tier, order[s.ref_area]),
    )
    known = {score.ref_area for score in rows}
    others = [
        score
        for area in alphabetical(book)
        if area.code not in known and (score := scores.of(group, area.code)) is not None
    ]
    has_any = any(score.points is not None for score in (*rows, *others))
    is_told = has_any and is_crowded(scores.sheet.areas)
    is_listed = has_any and not is_told
    first = scores.of(group, scores.sheet.areas[0]) if scores.sheet.areas else None
    link = Link(
        href=relative(page, f"{book.path('robustness')}#r-{group}"),
        text=language._("Qué tan firmes son estos puestos"),
    )
    return GroupScores(
        chart=_chart(book, scores, group) if rows else None,
        rows=tuple(_row(book, score, page) for score in (*rows, *others)) if is_listed else (),
        crowd=scores_table(book, scores, group) if is_told else None,
        reason="" if has_any else absent_reason(book, scores, group),
        notes=_notes(book, group, is_listed=is_listed) if rows else (),
        children=tuple(
            (subject_link(book, part.subject, page), f"{part.weight:g}") for part in first.parts
        )
        if first
        else (),
        robustness=link if group in book.benchmarks.robustness else None,
        downloads=computed_links(book, page, ("scores", "contributions")),
        method_version=scores.method.version,
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
    if not best:
        return language._(
            "No hay puntaje: ninguna área tiene aún las cifras que hacen falta en ninguna de sus "
            "partes."
        )
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
        points=points_or_dash(language, score.points),
        rank=rank_text(language, score.rank) if score.rank else DASH,
        tier=str(score.tier) if score.tier else DASH,
        reason=capitalised(_reason(book, score)),
    )


def _chart(book: Book, scores: ScoreSet, group: str) -> ChartView | None:
    language = book.language
    drawing = book.easel.shared(
        ranks_key(group, language),
        lambda: ranks_request(book.catalog, scores, group, language),
    )
    if drawing is None:
        return None
    title = language._("{name}: entre qué puestos está cada área", name=book.group_name(group))
    how = scores.method.uncertainty
    description = language._(
        "La línea une los puestos que ocupa el área en 9 de cada 10 combinaciones de decisiones; "
        "el punto es el puesto del medio. Si dos líneas se cruzan, el orden entre esas áreas "
        "depende de cómo se mida."
    )
    told = language._(
        "{draws} combinaciones · método {version}",
        draws=language.formats.number(how.draws, 0),
        version=scores.method.version,
    )
    return chart_view(book, drawing, uid("ranks", group), title, description, told)


def _notes(book: Book, group: str, *, is_listed: bool) -> tuple[str, ...]:
    language = book.language
    _ = language._
    found = [
        _(
            "El grupo 1 reúne a la que tiene el mejor puesto del medio y a las áreas cuyo "
            "intervalo de puestos se cruza con el suyo; el grupo 2, a la primera de las que quedan "
            "y a las que se cruzan con ella, y así. Dentro de un grupo van de la A a la Z, aunque "
            "el método puede distinguir a dos de un mismo grupo."
        )
        if is_listed
        else _(
            "El grupo 1 reúne a la que tiene el mejor puesto del medio y a las áreas cuyo "
            "intervalo de puestos se cruza con el suyo; el grupo 2, a la primera de las que quedan "
            "y a las que se cruzan con ella, y así. El método puede distinguir a dos de un mismo "
            "grupo."
        )
    ]
    robust = book.benchmarks.robustness.get(group)
    told = pairs_told(robust) if robust else None
    if told is not None:
        apart, pairs = told
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
