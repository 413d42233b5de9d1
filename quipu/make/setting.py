"""Shell. Brings together what a build is made from: compares, scores, reads the templates."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from quipu.compare import IndicatorPanel, compare
from quipu.make.press import Setting
from quipu.make.slices import slice_keys
from quipu.memory.changes import history_of
from quipu.model import Catalog
from quipu.pages.book import Field
from quipu.read.templates import read_templates
from quipu.score.benchmarks import Benchmarks, Judgements, benchmark, judgements
from quipu.score.derived import derived_tables


def make_setting(
    catalog: Catalog,
    as_of: date,
    root: Path,
    repository: Path,
    *,
    is_kept: bool,
    threads: int = 1,
    frozen: str = "",
) -> Setting:
    """Compare, score and read the templates.

    Args:
        catalog: Facts without errors.
        as_of: The date of the edition.
        root: The project root, whose templates win over the repository's.
        repository: Where the generator's own templates stand.
        is_kept: Whether anything may be kept for the next build.
        threads: How many share the draws of the scores.
        frozen: The name of the edition that the site is kept as; empty: it is today's.
    """
    look = read_templates(repository, root)
    panels = {kind: compare(catalog, areas) for kind, areas in catalog.areas_by_kind.items()}
    first = next(iter(panels.values()), {})
    benchmarks = _benchmarked(catalog, first, as_of, threads)
    fields = {
        kind: Field(
            areas=catalog.areas_by_kind[kind],
            panels=found,
            judgements=Judgements(
                comparisons=benchmarks.comparisons, movements=benchmarks.movements
            )
            if found is first
            else judgements(catalog, found),
        )
        for kind, found in panels.items()
    }

    return Setting(
        catalog=catalog,
        fields=fields,
        benchmarks=benchmarks,
        derived=derived_tables(benchmarks),
        look=look,
        as_of=as_of,
        history=history_of(catalog, as_of),
        frozen=frozen,
        slices=slice_keys(catalog, fields, benchmarks, look, as_of, generator_digest())
        if is_kept
        else None,
    )


def generator_digest() -> str:
    """A digest of everything that writes pages: this package, and those it uses for that."""
    found = sha256(sys.version.encode())
    for name in _WRITING:
        found.update(f"{name}={version(name)}".encode())
    package = Path(__file__).parent.parent
    for path in sorted(package.rglob("*.py")):
        found.update(path.relative_to(package).as_posix().encode())
        found.update(path.read_bytes())
    return found.hexdigest()


_WRITING = (
    *("altair", "babel", "jinja2", "markdown", "markupsafe", "nh3", "numpy"),
    "vl-convert-python",
)


def _benchmarked(
    catalog: Catalog, panels: Mapping[str, IndicatorPanel], as_of: date, threads: int
) -> Benchmarks:
    """Score in as many threads: what takes the time are sums that let others run beside them."""
    if threads == 1:
        return benchmark(catalog, panels, as_of)
    with ThreadPoolExecutor(threads) as pool:
        return benchmark(catalog, panels, as_of, pool.map)
