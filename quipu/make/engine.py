"""Shell. The engine that draws frames and outlines, in a process of its own where it can be.

Starting it takes longer than reading the facts, so it starts first and draws beside. And a
process in which it ran may not be copied any more: this one stays free of it.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import Any

from quipu.charts import (
    Frames,
    Geometry,
    MapRequest,
    Store,
    draw_map,
    draw_tiles,
    kept_frames,
    kept_map,
    load_frames,
)
from quipu.errors import RenderError
from quipu.make.forks import can_fork, follow_parent
from quipu.model import Catalog
from quipu.pages.easel import Drawn, Grounds
from quipu.pages.grounds import map_request, tile_request


class Engine:
    """Draws what the store does not hold; in this process unless it is given another."""

    def __init__(self, store: Store) -> None:
        """Draw for the sake of *store*, and for what it does not hold yet."""
        self._store = store
        self._pipe: Connection | None = None
        self._process: ForkProcess | None = None
        self._is_drawing = False

    def start(self) -> None:
        """Begin to draw the frames in a process of their own, unless they are all at hand."""
        if kept_frames(self._store) is None and can_fork():
            context = multiprocessing.get_context("fork")
            self._pipe, other = context.Pipe()
            self._process = context.Process(target=_draw_asked, args=(other,), daemon=True)
            self._process.start()
            other.close()
            self._pipe.send((load_frames, self._store))
            self._is_drawing = True

    def drawn(self, catalog: Catalog) -> Drawn:
        """What the charts and maps of a site are drawn on."""
        frames = self.frames()
        outlines, grid = map_request(catalog), tile_request(catalog)
        return Drawn(
            frames=frames,
            grounds=Grounds(
                geometry=self.geometry(outlines) if outlines else None,
                tiles=draw_tiles(grid, store=self._store) if grid else None,
            ),
        )

    def frames(self) -> Frames:
        """The frames of every kind of chart."""
        if self._is_drawing:
            self._is_drawing = False
            frames: Frames = self._answer()
            return frames
        return load_frames(self._store)

    def geometry(self, request: MapRequest) -> Geometry:
        """Outlines, drawn."""
        kept = kept_map(request, self._store)
        if kept is not None or self._pipe is None:
            return kept or draw_map(request, store=self._store)
        self._pipe.send((_draw_map, (request, self._store)))
        geometry: Geometry = self._answer()
        return geometry

    def _answer(self) -> Any:  # noqa: ANN401 (whatever was asked for)
        assert self._pipe is not None  # something was asked for
        try:
            found = self._pipe.recv()
        except EOFError:
            raise RenderError("El motor de gráficos terminó antes de tiempo.") from None
        if isinstance(found, Exception):
            raise found
        return found

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.join()


def _draw_map(asked: tuple[MapRequest, Store]) -> Geometry:
    return draw_map(asked[0], store=asked[1])


def _draw_asked(pipe: Connection) -> None:
    """Draw what comes down the pipe, until it is closed. Runs in the process of the engine."""
    follow_parent()
    while True:
        work: Callable[[object], object]
        work, what = pipe.recv()
        try:
            pipe.send(work(what))
        except Exception as error:  # noqa: BLE001 (told where the drawing is waited for)
            pipe.send(error)


@contextmanager
def engine(store: Store) -> Iterator[Engine]:
    """Start the engine; it ends with the block."""
    found = Engine(store)
    found.start()
    try:
        yield found
    finally:
        found.stop()
