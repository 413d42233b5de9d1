"""Pure. Reasons, verdicts and ranks in words: one table each, used by every page."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from quipu.i18n.language import Language, Translate
from quipu.method import Axis
from quipu.model import Indicator
from quipu.prose.sentences import is_above
from quipu.score.judge import Verdict
from quipu.score.movement import Move, Movement
from quipu.score.sheet import Reason
from quipu.score.values import RankInterval
from quipu.stats.change import TrendState
from quipu.vocab import Direction, IndicatorType

_ABOVE, _BELOW, _AROUND = "▲", "▼", "●"


def sign(verdict: Verdict, direction: Direction) -> str:
    """A shape for those who scan a table: above, below or around the benchmark; never alone.

    It tells the side, as on the charts; whether that side is better is for the words to say.
    """
    if verdict is Verdict.SIMILAR:
        return _AROUND
    if not verdict.is_judged:
        return ""
    return _ABOVE if is_above(verdict, direction) else _BELOW


def points_text(language: Language, points: float) -> str:
    """Points with one decimal: ``82.3``."""
    return language.formats.number(points, 1)


def share_text(language: Language, share: float, *, is_exact: bool = False) -> str:
    """A share as whole per cent: ``65 %``; never rounded up to all or down to none.

    With *is_exact* it has a decimal: beside a threshold 79.8 % is not 80 %.
    """
    # As it is written: a binary fraction times a hundred may fall on the other side of a half.
    percent = Decimal(str(share)) * 100
    if is_exact or 0 < percent < 1 or 99 < percent < 100:
        return f"{language.formats.number(percent, 1)}\u00a0%"
    return f"{language.formats.number(percent, 0)}\u00a0%"


def rank_text(language: Language, rank: RankInterval) -> str:
    """A rank as an interval with its denominator: ``entre 4.º y 9.º de 25``."""
    low, high = math.floor(rank.low), math.ceil(rank.high)
    if low == high:
        return language._(
            "{place} de {count} en 9 de cada 10 combinaciones",
            place=language.formats.ordinal(low),
            count=rank.count,
        )
    return stretch_text(language, low, high, rank.count)


def stretch_text(language: Language, low: int, high: int, count: int) -> str:
    """A stretch of places and of how many: ``entre 4.º y 9.º de 25``."""
    ordinal = language.formats.ordinal
    return language._(
        "entre {low} y {high} de {count}", low=ordinal(low), high=ordinal(high), count=count
    )


def level_words(language: Language, axis: Axis, level: int) -> str:
    """An axis with one of its levels: ``capacidades disponibles medias``."""
    return language._(
        "{axis} {level}",
        axis=language.text(axis.names).lower(),
        level=language.text(axis.levels[level]),
    )


def level_limits(language: Language, axis: Axis, level: int) -> str:
    """A level with its limits: ``medias: de 40 a menos de 70``."""
    cuts = [f"{cut:g}" for cut in axis.cuts]
    name = language.text(axis.levels[level])
    if level == 0:
        return language._("{name}: menos de {high}", name=name, high=cuts[0])
    if level == len(cuts):
        return language._("{name}: {low} o más", name=name, low=cuts[-1])
    return language._(
        "{name}: de {low} a menos de {high}", name=name, low=cuts[level - 1], high=cuts[level]
    )


def scale_ends(indicator: Indicator, direction: Direction) -> tuple[Decimal, Decimal] | None:
    """The values that earn 0 and 100 points; None for an indicator without goalposts."""
    low, high = indicator.goalpost_low, indicator.goalpost_high
    if low is None or high is None:
        return None
    return (high, low) if direction is Direction.LOWER else (low, high)


def scale_text(language: Language, indicator: Indicator, direction: Direction) -> str:
    """The values that earn 0 and 100 points; empty for an indicator without goalposts.

    Without the unit: it stands beside the figure that they belong to.
    """
    ends = scale_ends(indicator, direction)
    if ends is None:
        return ""
    return language._(
        "0 puntos: {none}; 100 puntos: {all}",
        none=language.bare_value(indicator, ends[0]),
        all=language.bare_value(indicator, ends[1]),
    )


def capitalised(text: str) -> str:
    """A text that begins a cell or a line."""
    return f"{text[:1].upper()}{text[1:]}"


def reason_words(language: Language, reason: Reason) -> str:
    """Say why there are no points."""
    return language.named("reason", _reasons)[reason]


def _reasons(_: Translate) -> Mapping[Reason, str]:
    return {
        Reason.NONE: "",
        Reason.WANTED: _("nadie publica aún la cifra por área"),
        Reason.RETIRED: _("serie histórica: no cuenta como actual"),
        Reason.NO_VALUE: _("no hay cifra de esta área"),
        Reason.JOINT: _("solo se publica junto con otra área"),
        Reason.PARTIAL: _("solo hay listas parciales o sin fecha, que no se puntúan"),
        Reason.TOO_OLD: _("la última cifra es demasiado antigua"),
        Reason.SMALL_DENOMINATOR: _("el denominador es menor que el mínimo"),
        Reason.NO_GOALPOSTS: _("no tiene umbrales"),
        Reason.NO_SPREAD: _("todas las áreas tienen la misma cifra"),
        Reason.COVERAGE: _("datos insuficientes"),
        Reason.NO_FIGURES: _("ninguno de sus indicadores tiene aún cifras que se puedan puntuar"),
    }


def verdict_words(language: Language, verdict: Verdict, benchmark: str = "") -> str:
    """Say what a comparison tells; the benchmark is named where one was used."""
    _ = language._
    return {
        Verdict.BETTER: _("mejor que {benchmark}", benchmark=benchmark),
        Verdict.WORSE: _("peor que {benchmark}", benchmark=benchmark),
        Verdict.HIGHER: _("más alto que {benchmark}", benchmark=benchmark),
        Verdict.LOWER: _("más bajo que {benchmark}", benchmark=benchmark),
        Verdict.SIMILAR: _("similar a {benchmark}", benchmark=benchmark),
        Verdict.NO_INTERVAL: _("sin juicio: la fuente no da con qué calcular un intervalo"),
        Verdict.SMALL: _("no comparable: el denominador es menor que el mínimo"),
        Verdict.NO_BENCHMARK: _("no comparable: no hay referencia"),
    }[verdict]


def short_verdict(language: Language, verdict: Verdict, direction: Direction) -> str:
    """The same in one or two words, with its shape."""
    _ = language._
    word = {
        Verdict.BETTER: _("mejor"),
        Verdict.WORSE: _("peor"),
        Verdict.HIGHER: _("más alto"),
        Verdict.LOWER: _("más bajo"),
        Verdict.SIMILAR: _("similar"),
        Verdict.NO_INTERVAL: _("sin juicio"),
        Verdict.SMALL: _("no comparable"),
        Verdict.NO_BENCHMARK: _("no comparable"),
    }[verdict]
    shape = sign(verdict, direction)
    return f"{shape} {word}" if shape else word


def move_words(language: Language, movement: Movement) -> str:
    """Say how a figure changed since the one before, or why that cannot be said.

    Only a change with an interval was tested against chance; a score is told by its points.
    """
    _ = language._
    if movement.kind is IndicatorType.SCORE and movement.move.is_told:
        return {
            Move.IMPROVED: _("mejoró al menos un 5 % de su escala"),
            Move.WORSENED: _("empeoró al menos un 5 % de su escala"),
            Move.ROSE: _("subió al menos un 5 % de su escala"),
            Move.FELL: _("bajó al menos un 5 % de su escala"),
            Move.SAME: _("cambió menos de un 5 % de su escala"),
        }[movement.move]
    if movement.kind in _EVENTS and movement.move is Move.SAME:
        return _("sin cambio")
    return {
        Move.IMPROVED: _("mejoró más de lo que explicaría el azar"),
        Move.WORSENED: _("empeoró más de lo que explicaría el azar"),
        Move.ROSE: _("subió más de lo que explicaría el azar"),
        Move.FELL: _("bajó más de lo que explicaría el azar"),
        Move.SAME: _("sin un cambio que se pueda distinguir"),
        Move.ADOPTED: _("se adoptó o subió de nivel"),
        Move.WITHDRAWN: _("se derogó o bajó de nivel"),
        Move.NO_EARLIER: _("no hay una cifra anterior con que comparar"),
        Move.BREAK: _("no se calcula porque la serie se quiebra"),
        Move.NO_COUNTS: _("no se calcula porque la fuente no da numerador y denominador"),
        Move.FEW_EVENTS: _("no se calcula porque hay menos de diez casos"),
        Move.NO_SCALE: _("no se calcula porque el puntaje no tiene una escala fija"),
    }[movement.move]


_EVENTS = (IndicatorType.BINARY, IndicatorType.ORDINAL)


def trend_words(language: Language, state: TrendState, direction: Direction) -> str:
    """Say where five periods in a row point, or why they do not."""
    _ = language._
    rising = {
        Direction.HIGHER: _("tendencia al alza: mejora"),
        Direction.LOWER: _("tendencia al alza: empeora"),
        Direction.NEUTRAL: _("tendencia al alza"),
    }[direction]
    falling = {
        Direction.HIGHER: _("tendencia a la baja: empeora"),
        Direction.LOWER: _("tendencia a la baja: mejora"),
        Direction.NEUTRAL: _("tendencia a la baja"),
    }[direction]
    return {
        TrendState.INCREASING: rising,
        TrendState.DECREASING: falling,
        TrendState.NOT_SIGNIFICANT: _("sin una tendencia que se pueda distinguir"),
        TrendState.TOO_FEW_POINTS: _(
            "tendencia: no se puede calcular, faltan cinco periodos seguidos"
        ),
        TrendState.NO_INTERVAL: _("tendencia: no se puede calcular, la cifra no tiene intervalo"),
    }[state]


def moved(language: Language, movement: Movement) -> str:
    """What may be said of the last change of a series; empty where there is nothing before it."""
    if movement.move is Move.NO_EARLIER:
        return ""
    return language._("cambio: {words}", words=move_words(language, movement))


def rounded_text(language: Language, indicator: Indicator, value: float, *, is_up: bool) -> str:
    """A number that a figure would have to reach or pass, rounded up or down as is safe."""
    step = Decimal(1).scaleb(-indicator.decimals)
    mode = ROUND_CEILING if is_up else ROUND_FLOOR
    # Twelve digits: what binary fractions add to a cut is no reason to round.
    exact = Decimal(repr(float(f"{value:.12g}")))
    return language.value(indicator, exact.quantize(step, rounding=mode))
