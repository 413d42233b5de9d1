"""The engine that draws: what it lacks is told alike, wherever it runs; what it drew is shared."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quipu.charts import Geometry, MapRequest, NoCache, draw_map
from quipu.errors import ConfigError
from quipu.make import engine as engine_module
from quipu.make.engine import Engine
from quipu.model import Boundary, Catalog, Location
from quipu.store import Store
from tests.charts.test_parts import SQUARES, topology
from tests.samples import catalog, regions

REPOSITORY = Path(__file__).resolve().parents[2]
LACKING = "Para dibujar falta el paquete de Python «vl_convert»."
HINT = "Ejecute «make site», que lo instala."
PROGRAM = """
import sys
sys.path.insert(0, {repository!r})
from quipu.charts import NoCache
from quipu.errors import ConfigError
from quipu.make.engine import engine


class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name == "vl_convert":
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)


sys.meta_path.insert(0, Blocker())
with engine(NoCache()) as drawing:
    assert drawing._process is not None
    try:
        drawing["strip"]
    except ConfigError as error:
        print(error)
"""


def facts() -> Catalog:
    """Return facts with outlines."""
    boundary = Boundary(
        topojson=topology(SQUARES),
        object_name="areas",
        codes=frozenset(SQUARES),
        origin=Location(path="data/boundaries.json"),
    )
    return catalog(regions(1), (), (), boundary=boundary)


def test_a_missing_package_is_told_where_the_engine_runs_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Frames and outlines alike: a sentence, and how to mend it."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(ConfigError) as frame:
        Engine(NoCache())["strip"]
    with pytest.raises(ConfigError) as drawn:
        Engine(NoCache()).drawn(facts())
    for told in (frame.value, drawn.value):
        assert (told.message, told.hint) == (LACKING, HINT)


def test_a_missing_package_is_told_where_the_engine_has_a_process() -> None:
    """The same sentence; in a program of its own, as what runs the tests may not be copied."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(repository=str(REPOSITORY))],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, f"{LACKING} {HINT}\n"), done.stderr


def test_what_was_drawn_is_the_same_for_all_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build and its preview: the outlines are drawn once."""
    asked = []

    def counted(request: MapRequest, *, store: Store) -> Geometry:
        asked.append(request)
        return draw_map(request, store=store)

    monkeypatch.setattr(engine_module, "can_fork", lambda: False)
    monkeypatch.setattr(engine_module, "draw_map", counted)
    drawing, known = Engine(NoCache()), facts()
    assert drawing.drawn(known) is drawing.drawn(known)
    assert len(asked) == 1
