"""Pure. The sentences that figures write: one table of rules, so that none contradicts another.

Each sentence speaks of one observation or one count, and its clause about the place comes
from that observation's own record; so no two sentences can disagree on one figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quipu.compare import IndicatorPanel, Position
from quipu.coverage import coverage
from quipu.i18n.kinds import compared_areas, told_kind, words_of
from quipu.i18n.language import Language, Translate
from quipu.model import Area, Catalog, Observation
from quipu.score.judge import BenchmarkKind, Comparison, Verdict
from quipu.vocab import AreaKind, Coverage, Direction, IndicatorStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a clause about a figure may use."""

    language: Language
    place: Position
    direction: Direction
    headline: Verdict = Verdict.NO_INTERVAL
    """What a comparison at 99.8 % says; a headline needs no less."""
    benchmark: str = ""
    """The benchmark in words, with its value: ``el conjunto (157.3)``."""
    kind: AreaKind | None = None
    """What the areas are to be called; just areas where there is no other kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRule:
    """When a clause applies, and how it is written. The first rule that applies is used."""

    name: str
    applies: Callable[[Told], bool]
    write: Callable[[Told], str]


PLACE_RULES: tuple[PlaceRule, ...] = (
    PlaceRule(
        name="all-equal",
        applies=lambda t: t.place.first == 1 and t.place.last == t.place.count,
        write=lambda t: t.language._(
            "{areas} tienen la misma cifra",
            areas=compared_areas(t.language, t.kind, t.place.count).capitalize(),
        ),
    ),
    PlaceRule(
        name="above",
        applies=lambda t: t.headline.differs and is_above(t.headline, t.direction),
        write=lambda t: t.language._(
            "Es más alta que {benchmark}, más allá de lo que explicaría el azar (99.8 %)",
            benchmark=t.benchmark,
        ),
    ),
    PlaceRule(
        name="below",
        applies=lambda t: t.headline.differs,
        write=lambda t: t.language._(
            "Es más baja que {benchmark}, más allá de lo que explicaría el azar (99.8 %)",
            benchmark=t.benchmark,
        ),
    ),
    PlaceRule(
        name="similar",
        applies=lambda t: t.headline is Verdict.SIMILAR,
        write=lambda t: t.language._("No se distingue de {benchmark}", benchmark=t.benchmark),
    ),
    PlaceRule(
        name="fifth",
        applies=lambda _: True,
        write=lambda t: t.language._(
            "Está {fifth} de {areas}",
            fifth=fifth_words(t.language, t.place.quintile),
            areas=compared_areas(t.language, t.kind, t.place.count),
        ),
    ),
)


def is_above(verdict: Verdict, direction: Direction) -> bool:
    """Whether a figure that differs from its benchmark lies above it."""
    if direction is Direction.NEUTRAL:
        return verdict is Verdict.HIGHER
    return (verdict is Verdict.BETTER) == (direction is Direction.HIGHER)


def fifth_words(language: Language, fifth: int) -> str:
    """Name a fifth of the areas, from 1 (the lowest values) to 5: a place, not a judgement."""
    return language.named("fifth place", _fifths)[fifth]


def _fifths(_: Translate) -> Mapping[int, str]:
    return {
        1: _("en el quinto más bajo"),
        2: _("en el segundo quinto más bajo"),
        3: _("en el quinto del medio"),
        4: _("en el segundo quinto más alto"),
        5: _("en el quinto más alto"),
    }


def place_clause(told: Told) -> str:
    """Tell where a figure stands in words, with the direction where there is one to tell."""
    rule = next(rule for rule in PLACE_RULES if rule.applies(told))
    clause = told.language.contracted(rule.write(told))
    words = {
        Direction.HIGHER: told.language._("más alto es mejor"),
        Direction.LOWER: told.language._("más alto es peor"),
        Direction.NEUTRAL: "",
    }[told.direction]
    return f"{clause} ({words})." if words else f"{clause}."


def benchmark_words(language: Language, comparison: Comparison, value: float | None) -> str:
    """Name a benchmark with its value: ``el conjunto nacional (157.3)``."""
    _ = language._
    name = {
        BenchmarkKind.NATIONAL: _("el conjunto de las áreas"),
        BenchmarkKind.MEDIAN: _("la mediana de las áreas"),
        BenchmarkKind.PEERS: _("la mediana de sus áreas parecidas"),
        BenchmarkKind.TARGET: _("la meta"),
    }[comparison.benchmark.kind]
    if value is None:
        return name
    shown = language.value(comparison.indicator, value)
    return f"{name} ({shown})"


def sentence_templates(catalog: Catalog, language: Language) -> dict[str, str]:
    """The sentence that the words of an indicator give for the lead, by indicator id."""
    found = {}
    for code in catalog.site.summary_indicators:
        for spoken in (language.code, language.first):
            document = catalog.documents_by_key.get(("indicators", code, spoken))
            if document is not None and document.meta.get("sentence"):
                found[code] = document.meta["sentence"]
                break
    return found


def lead(
    catalog: Catalog,
    panels: Mapping[str, IndicatorPanel],
    comparisons: Mapping[str, Comparison],
    area: Area,
    language: Language,
    templates: Mapping[str, str],
) -> tuple[str, ...]:
    """Write the sentences that open the page of an area.

    Args:
        catalog: The facts.
        panels: The areas side by side, by indicator id.
        comparisons: Their figures beside their benchmarks, by indicator id.
        area: The area the page is about.
        language: The page's language.
        templates: Sentence of an indicator by its id, with ``{value}``, ``{period}``,
            ``{within}`` and ``{of}`` to fill in; indicators without one use a plain form.

    Returns:
        One sentence for each of the site's summary indicators, then one on what is known.
    """
    told = [
        _about(
            catalog, panels[code], comparisons.get(code), area, language, templates.get(code, "")
        )
        for code in catalog.site.summary_indicators
        if code in panels
    ]
    return (*told, known(panels, area, language))


def _about(
    catalog: Catalog,
    panel: IndicatorPanel,
    comparison: Comparison | None,
    area: Area,
    language: Language,
    template: str,
) -> str:
    name = language.text(panel.indicator.names)
    own, joint = panel.current.get(area.code), panel.joint.get(area.code)
    if own is None and joint is not None:
        other = language.text(catalog.areas_by_code[joint.ref_area].names)
        return language._(
            "{name}: la fuente no da una cifra propia {of}; "
            "publica {value} para {other} ({period}).",
            name=name,
            of=language.of(area),
            value=_value(panel, joint, language),
            other=other,
            period=language.formats.period(joint.period),
        )
    if own is None and panel.partial.get(area.code):
        return language._(
            "{name}: {of} solo hay un dato parcial o sin fecha, que no se compara.",
            name=name,
            of=language.of(area),
        )
    if own is None:
        return language._(
            "{name}: no hay una cifra publicada {of}.", name=name, of=language.of(area)
        )
    sentence = (template or language._("{name} {within}: {value} ({period}).")).format(
        name=name,
        value=_value(panel, own, language),
        period=language.formats.period(own.period),
        within=language.within(area),
        of=language.of(area),
    )
    compared = panel.compared
    if compared is None or own.period != compared.period or area.code not in compared.positions:
        return sentence
    judged = comparison.judged.get(area.code) if comparison else None
    told = Told(
        language=language,
        place=compared.positions[area.code],
        direction=panel.indicator.direction,
        headline=judged.headline if judged else Verdict.NO_INTERVAL,
        benchmark=benchmark_words(language, comparison, judged.benchmark)
        if comparison and judged
        else "",
        kind=told_kind(catalog, panel.areas),
    )
    return f"{sentence} {place_clause(told)}"


def _value(panel: IndicatorPanel, observation: Observation, language: Language) -> str:
    assert observation.value is not None  # only observations with a value are current or joint
    return language.value(panel.indicator, observation.value)


_TOLD = (
    Coverage.REPORTED,
    Coverage.JOINT,
    Coverage.PARTIAL,
    Coverage.WANTED,
    Coverage.NOT_APPLICABLE,
)


def known(panels: Mapping[str, IndicatorPanel], area: Area, language: Language) -> str:
    """Say how much is known of an area: how many indicators are in which state."""
    states = Counter(
        coverage(panel, area)[0]
        for panel in panels.values()
        if panel.indicator.status is not IndicatorStatus.RETIRED
    )
    total = sum(states.values())
    parts = [
        language.plural(
            "{n} tiene cifra propia {of}",
            "{n} tienen cifra propia {of}",
            states[Coverage.REPORTED],
            of=language.of(area),
        )
    ]
    if states[Coverage.JOINT]:
        parts.append(
            language.plural(
                "{n} solo cifra conjunta", "{n} solo cifra conjunta", states[Coverage.JOINT]
            )
        )
    if states[Coverage.PARTIAL]:
        parts.append(
            language.plural(
                "{n} solo un dato parcial o sin fecha",
                "{n} solo un dato parcial o sin fecha",
                states[Coverage.PARTIAL],
            )
        )
    if states[Coverage.WANTED]:
        parts.append(
            language.plural(
                "{n} aún no se publica por {kind}",
                "{n} aún no se publican por {kind}",
                states[Coverage.WANTED],
                kind=words_of(language, area.kind).one,
            )
        )
    if states[Coverage.NOT_APPLICABLE]:
        parts.append(
            language.plural(
                "{n} no le corresponde", "{n} no le corresponden", states[Coverage.NOT_APPLICABLE]
            )
        )
    others = total - sum(states[s] for s in _TOLD)
    if others:
        parts.append(language.plural("{n} no tiene dato", "{n} no tienen dato", others))
    return language._(
        "De {total} indicadores, {parts}.", total=total, parts=language.formats.listed(parts)
    )
