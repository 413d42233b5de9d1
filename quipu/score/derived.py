"""Pure. What the benchmark computed, as tables: enough to redo every score, rank and place.

Numbers are written to twelve significant digits: the last ones of a sum depend on the
processor that adds it up, and the same facts must give the same bytes anywhere. Every row
carries the version of the method that made it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from quipu.model import Observation
from quipu.score.benchmarks import Benchmarks
from quipu.score.cells import Cells, number, whole
from quipu.score.derived_fields import (
    COMPARISONS,
    DRAWS,
    MATRIX,
    NORMALISED,
    PAIRS,
    PARTS,
    PEERS,
    SCENARIOS,
    SCORES,
    VERSION,
    Field,
)
from quipu.score.derived_ranks import draws, pairs, scenarios
from quipu.score.places import AxisPlace, Placement
from quipu.score.sheet import Sheet, why_no_points
from quipu.score.spread import Problem
from quipu.score.values import Part, ScoreSet
from quipu.tables import FieldSchema, TableSchema

AXIS = "matrix:"
"""How the subject of an axis begins, so that no group can have its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedTable:
    """A table that was computed, with its description."""

    schema: TableSchema
    rows: tuple[Cells, ...]


def derived_tables(benchmarks: Benchmarks) -> tuple[DerivedTable, ...]:
    """Every table that has rows."""
    version = _version(benchmarks)
    found = [
        _table("comparisons", ("indicator", "ref_area"), COMPARISONS, _comparisons(benchmarks)),
        _table("peers", ("ref_area", "peer"), PEERS, _peers(benchmarks)),
    ]
    if benchmarks.scores is not None:
        found += _of_scores(benchmarks, benchmarks.scores)
    if benchmarks.matrix is not None:
        found.append(_table("matrix", ("ref_area",), MATRIX, _matrix(benchmarks)))
    return tuple(
        DerivedTable(schema=table.schema, rows=tuple((*row, version) for row in table.rows))
        for table in found
        if table.rows
    )


def _version(benchmarks: Benchmarks) -> str:
    return benchmarks.scores.method.version if benchmarks.scores else ""


def _of_scores(benchmarks: Benchmarks, scores: ScoreSet) -> list[DerivedTable]:
    return [
        _table("scores", ("ref_area", "subject"), SCORES, _scores(benchmarks, scores)),
        _table("normalised", ("used_in", "ref_area", "indicator"), NORMALISED, _points(benchmarks)),
        _table("contributions", ("ref_area", "subject", "part"), PARTS, _parts(benchmarks)),
        _table("draws", ("ref_area", "subject"), DRAWS, draws(scores)),
        _table("pairs", ("subject", "ref_area", "other_area"), PAIRS, pairs(benchmarks)),
        _table(
            "scenarios",
            ("subject", "scenario", "ref_area"),
            SCENARIOS,
            scenarios(benchmarks, scores),
        ),
    ]


def _table(
    name: str, key: Sequence[str], fields: Sequence[Field], rows: Iterator[Cells]
) -> DerivedTable:
    schema = TableSchema(
        name=name,
        path=f"datos/{name}.csv",
        primary_key=tuple(key),
        fields=tuple(
            FieldSchema(name=n, type=kind, es=es, en=en, required=n in key)
            for n, kind, es, en in (*fields, VERSION)
        ),
    )
    return DerivedTable(schema=schema, rows=tuple(rows))


def _published(row: Observation | None) -> tuple[str, str]:
    """Period and value of an observation."""
    if row is None or row.value is None:
        return "", ""
    return row.period.code, format(row.value, "f")


def _scores(benchmarks: Benchmarks, scores: ScoreSet) -> Iterator[Cells]:
    for (subject, area), score in scores.scores.items():
        rank, moved = score.rank, benchmarks.progress.get((subject, area))
        yield (
            area,
            subject,
            str(score.level),
            _published(score.observation)[0] or scores.method.period,
            number(score.points),
            number(score.coverage),
            *((number(n) for n in (rank.low, rank.median, rank.high)) if rank else ("", "", "")),
            whole(rank.count if rank else None),
            whole(score.tier or None),
            score.reason.value,
            number(moved.change if moved else None),
            number(moved.probability if moved else None),
        )


def _points(benchmarks: Benchmarks) -> Iterator[Cells]:
    scores, matrix = benchmarks.scores, benchmarks.matrix
    if scores is not None:
        yield from _sheet("score", scores.sheet, scores.problem)
    if matrix is not None:
        yield from _sheet("matrix", matrix.sheet, matrix.problem)


def _sheet(used_in: str, sheet: Sheet, problem: Problem) -> Iterator[Cells]:
    points = problem.points()
    for c, column in enumerate(sheet.columns):
        for a, area in enumerate(sheet.areas):
            row = sheet.rows.get((area, column.indicator.id))
            has_points = not np.isnan(points[a, c])
            reason = "" if has_points else why_no_points(sheet, problem.normalisation, (a, c)).value
            yield (
                used_in,
                area,
                column.indicator.id,
                *_published(row),
                number(sheet.scale.low[c]),
                number(sheet.scale.high[c]),
                number(points[a, c]),
                reason,
                str(row.origin) if row else "",
            )


def _parts(benchmarks: Benchmarks) -> Iterator[Cells]:
    scores, matrix = benchmarks.scores, benchmarks.matrix
    if scores is not None:
        for (subject, area), score in scores.scores.items():
            for part in score.parts:
                yield (area, subject, *_part(part))
    if matrix is None:
        return
    for place in matrix.places:
        for side, own in zip(matrix.matrix.axes, place.axes, strict=True):
            for part in own.parts:
                yield (place.ref_area, f"{AXIS}{side.id}", *_part(part))


def _part(part: Part) -> Cells:
    return (
        part.subject,
        number(part.points),
        number(part.weight),
        number(part.share),
        part.reason.value,
    )


def _comparisons(benchmarks: Benchmarks) -> Iterator[Cells]:
    for code, comparison in benchmarks.comparisons.items():
        for area, judged in comparison.judged.items():
            ends = (judged.lower, judged.upper, judged.lower998, judged.upper998)
            yield (
                code,
                area,
                *_published(judged.observation),
                comparison.benchmark.kind.value,
                number(judged.benchmark),
                *(number(end) for end in ends),
                judged.verdict.value,
                judged.headline.value,
            )


def _peers(benchmarks: Benchmarks) -> Iterator[Cells]:
    for area, nearest in benchmarks.peers.by_area.items() if benchmarks.peers else ():
        for n, peer in enumerate(nearest, start=1):
            yield (area, peer.ref_area, str(n), number(peer.distance))


def _matrix(benchmarks: Benchmarks) -> Iterator[Cells]:
    assert benchmarks.matrix is not None  # asked by derived_tables
    for place in benchmarks.matrix.places:
        yield (
            place.ref_area,
            *_axis(place.capacity),
            *_axis(place.risk),
            place.category,
            number(place.probability),
            "yes" if place.is_borderline else "",
            number(place.capacity.coverage),
            number(place.risk.coverage),
            *_recommended(benchmarks, place),
            whole(place.tasks_done),
            place.reason.value,
            # A table is read far from the page that says what it is.
            next(iter(benchmarks.matrix.matrix.labels.values()), ""),
        )


def _axis(own: AxisPlace) -> Cells:
    return (number(own.points), number(own.low), number(own.high))


def _recommended(benchmarks: Benchmarks, place: Placement) -> Cells:
    """Current and recommended set-up, what is lacking, and the functions in order."""
    assert benchmarks.matrix is not None  # asked by _matrix
    current = place.setup_current
    if not place.category:
        return (whole(current), "", "", "")
    category = benchmarks.matrix.matrix.category(place.category)
    gap = None if current is None else max(category.setup_low - current, 0)
    return (
        whole(current),
        str(category.setup_low),
        whole(gap),
        " ".join(category.functions),
    )
