"""Shell. The engine that draws frames and outlines, in a process of its own where it can be.

Starting it takes longer than reading the facts, so it starts first and draws beside, the kinds
that most pages need first; a page waits only for the kinds it shows. And a process in which the
engine ran may not be copied any more: this one stays free of it.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from threading import RLock

from quipu.charts import (
    KINDS,
    Frame,
    Geometry,
    MapRequest,
    draw_map,
    frame_of,
    kept_frames,
    kept_map,
    place_tiles,
)
from quipu.errors import ConfigError, RenderError
from quipu.make.forks import can_fork, follow_parent
from quipu.make.handles import allow_open_files
from quipu.model import Catalog
from quipu.pages.easel import Drawn, Grounds
from quipu.pages.grounds import map_request, tile_request
from quipu.store import Store

_PATIENCE_S = 120
"""How long to wait for one drawing: it takes a tenth of a second, or some at the first."""


def _lost() -> RenderError:
    return RenderError(
        "El motor de gráficos terminó antes de tiempo.",
        hint="Repita la orden; si vuelve a pasar, revise la memoria libre.",
    )


@contextmanager
def _lacking_told() -> Iterator[None]:
    """Tell a package that is not installed as what it is."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise ConfigError(
            f"Para dibujar falta el paquete de Python «{error.name}».",
            hint="Ejecute «make site», que lo instala.",
        ) from error


class Engine(Mapping[str, Frame]):
    """Frames by kind of chart, each drawn when it is asked for, or before; and outlines."""

    def __init__(self, store: Store) -> None:
        """Draw for the sake of *store*, and for what it does not hold yet."""
        self._store = store
        self._frames: dict[str, Frame] = {}
        self._map: Geometry | None = None
        self._is_map_asked = False
        self._drawn: Drawn | None = None
        self._pipe: Connection | None = None
        self._process: ForkProcess | None = None
        self._turn = RLock()
        """Pages may be made in two threads, while one previews what the other builds."""

    def start(self) -> None:
        """Begin to draw the frames in a process of their own, unless they are all at hand."""
        kept = kept_frames(self._store)
        if kept is not None:
            self._frames = dict(kept)
        else:
            self._begin()

    def _begin(self) -> None:
        if not can_fork():
            return
        context = multiprocessing.get_context("fork")
        self._pipe, other = context.Pipe()
        self._process = context.Process(
            target=_draw_all, args=(other, self._pipe, self._store), daemon=True
        )
        self._process.start()
        other.close()

    def expect(self, catalog: Catalog) -> None:
        """Tell early which outlines will be asked for."""
        outlines = map_request(catalog)
        if outlines is not None:
            self._expect(outlines)

    def _expect(self, outlines: MapRequest) -> None:
        if self._map is not None or self._is_map_asked:
            return
        self._map = kept_map(outlines, self._store)
        if self._map is None and self._pipe is None:
            self._begin()
        if self._map is None and self._pipe is not None:
            self._send(outlines)
            self._is_map_asked = True

    def drawn(self, catalog: Catalog) -> Drawn:
        """What the charts and maps of the site are drawn on; the same for all who ask.

        Frames that are not ready yet come.
        """
        with self._turn:
            if self._drawn is None:
                outlines, grid = map_request(catalog), tile_request(catalog)
                self._drawn = Drawn(
                    frames=self,
                    grounds=Grounds(
                        geometry=self._outlines(outlines) if outlines else None,
                        tiles=place_tiles(grid, self["tiles"]) if grid else None,
                    ),
                )
        return self._drawn

    def _outlines(self, request: MapRequest) -> Geometry:
        self._expect(request)
        while self._is_map_asked and self._map is None:
            self._receive()
        if self._map is not None:
            return self._map
        # Only where no process can be had of its own does the engine run in this one.
        with _lacking_told():
            return draw_map(request, store=self._store)

    def __getitem__(self, kind: str) -> Frame:
        """The frame of a kind of chart; waits for it where it is being drawn."""
        with self._turn:
            while kind not in self._frames:
                if self._pipe is None:
                    with _lacking_told():
                        self._frames[kind] = frame_of(kind, self._store)
                else:
                    self._receive()
        return self._frames[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(KINDS)

    def __len__(self) -> int:
        return len(KINDS)

    def _send(self, request: MapRequest) -> None:
        assert self._pipe is not None  # there is somebody to ask
        try:
            self._pipe.send(request)
        except OSError:
            raise _lost() from None

    def _receive(self) -> None:
        """Take the next drawing from the engine's process."""
        assert self._pipe is not None  # something is being drawn
        try:
            found = self._pipe.recv() if self._pipe.poll(_PATIENCE_S) else _lost()
        except (EOFError, OSError):
            found = _lost()
        if isinstance(found, Exception):
            raise found
        if isinstance(found, Geometry):
            self._map = found
        else:
            self._frames[found[0]] = found[1]

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.join()


def _draw_all(pipe: Connection, parents_end: Connection, store: Store) -> None:
    """Draw every kind and send it; between two of them, the outlines that came to be asked for.

    Runs in the process of the engine, to its end.
    """
    follow_parent()
    parents_end.close()
    try:
        with _lacking_told():
            for kind in KINDS:
                pipe.send((kind, frame_of(kind, store)))
                if pipe.poll():
                    pipe.send(draw_map(pipe.recv(), store=store))
            while True:
                pipe.send(draw_map(pipe.recv(), store=store))
    except (EOFError, OSError):
        return
    except Exception as error:  # noqa: BLE001 (told where the drawing is waited for)
        pipe.send(error)


@contextmanager
def engine(store: Store) -> Iterator[Engine]:
    """Start the engine; it ends with the block.

    Raises:
        ConfigError: The system lets too few files be open.
    """
    allow_open_files()
    found = Engine(store)
    found.start()
    try:
        yield found
    finally:
        found.stop()
