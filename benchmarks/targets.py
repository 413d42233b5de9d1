"""What the project promises of its speed, beside what was measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.country import Size
from benchmarks.results import Results
from benchmarks.sites import CHECK, COLD, NATIONAL, ROW, site_name

_SMALL, _LARGE = site_name(Size(areas=1_900)), site_name(Size(areas=10_000))
_LINEAR = 1.1
"""How much more an area may cost in the large country and still be called linear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A promise and its measure."""

    name: str
    measured: float
    limit: float
    unit: str
    digits: int = 2

    @property
    def is_met(self) -> bool:
        """Whether the promise is kept."""
        return self.measured < self.limit


def targets(found: Results) -> Iterator[Target]:
    """The promises about what was measured; of the rest nothing is said."""
    for name, what, limit in (
        ("Sitio nacional, construcción sin caché", COLD, 3),
        ("Sitio nacional, una fila cambiada", ROW, 0.8),
        ("Sitio nacional, `check`", CHECK, 0.4),
    ):
        if line := found.line(NATIONAL, what):
            yield Target(name=name, measured=line.wall_s, limit=limit, unit="s")
    for name, key, milliseconds in (
        ("Un gráfico estampado", "ms_trend", 0.15),
        ("Un gráfico cualquiera, con su parte del motor", "ms_chart", 4),
    ):
        if key in found.national:
            yield Target(name=name, measured=found.national[key], limit=milliseconds, unit="ms")
    yield from _of_countries(found)
    if "engine_2_threads_s" in found.engine:
        yield Target(
            name="Puntuar 2,000 áreas, 60 indicadores y 10 periodos con 1,000 sorteos",
            measured=found.engine["engine_2_threads_s"],
            limit=10,
            unit="s",
        )


def _of_countries(found: Results) -> Iterator[Target]:
    small, large = found.line(_SMALL, COLD), found.line(_LARGE, COLD)
    if small:
        name = "País sintético de 1,900 áreas, sin caché, un proceso"
        yield Target(name=name, measured=small.wall_s, limit=12, unit="s")
        name = f"{name}: memoria"
        yield Target(name=name, measured=small.memory_mb, limit=400, unit="MB", digits=0)
    if large:
        name = "País sintético de 10,000 áreas, sin caché, un proceso: memoria"
        yield Target(name=name, measured=large.memory_mb, limit=1_000, unit="MB", digits=0)
    if small and large and small.made and large.made:
        areas = 10_000 / 1_900
        for what, ratio in (
            ("tiempo", large.wall_s / small.wall_s),
            ("archivos", large.made.files / small.made.files),
        ):
            yield Target(
                name=f"De 1,900 a 10,000 áreas: {what} por área",
                measured=ratio / areas,
                limit=_LINEAR,
                unit="veces",
            )
