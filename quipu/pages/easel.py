"""Pure. Draws the charts of pages when they ask for them.

All that it does besides is to remember. A chart that many pages show is drawn once and kept.
One that only the pages of an area show is forgotten when they are done, so that what a build
keeps does not grow with its areas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from quipu.charts import Board, ChartRequest, Drawing, Frames, Geometry, TileGrid

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What maps are drawn on."""

    geometry: Geometry | None
    tiles: TileGrid | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What the engine drew for all charts and maps of a site."""

    frames: Frames
    """Some of which may still be being drawn: then who asks for one waits."""
    grounds: Grounds

    def settled(self) -> Drawn:
        """The same with all frames at hand: waits for those that are still being drawn."""
        return replace(self, frames=dict(self.frames))


class Easel:
    """Draws every chart once, as long as it may be asked for again."""

    def __init__(self, ask: Callable[[], Drawn]) -> None:
        """Draw on what *ask* gives; it is asked when the first chart is, and once."""
        self._ask = ask
        self._drawn: Drawn | None = None
        self._board: Board | None = None
        self._kept: dict[str, object] = {}
        self._passing: dict[str, Drawing | None] = {}
        self.shown: set[str] = set()
        """The keys of the charts that pages show so far, drawn now or by an earlier build."""

    def prepare(self) -> None:
        """Ask for all that charts are drawn on now, instead of when the first one needs it."""
        self._drawn = self._asked().settled()

    def _asked(self) -> Drawn:
        if self._drawn is None:
            self._drawn = self._ask()
        return self._drawn

    @property
    def grounds(self) -> Grounds:
        """What maps are drawn on."""
        return self._asked().grounds

    def shared(self, key: str, ask: Callable[[], ChartRequest | None]) -> Drawing | None:
        """A chart that several pages show; None where there is nothing to draw."""
        return self._noted(key, self.once(key, lambda: self._draw(ask())))

    def passing(self, key: str, ask: Callable[[], ChartRequest | None]) -> Drawing | None:
        """A chart of one area, shown by its pages in all languages and by no other."""
        if key not in self._passing:
            self._passing[key] = self._draw(ask())
        return self._noted(key, self._passing[key])

    def once(self, key: str, make: Callable[[], Kept]) -> Kept:
        """A value that many charts or pages need, made once. Equal keys, equal values."""
        if key not in self._kept:
            self._kept[key] = make()
        found: Kept = self._kept[key]  # type: ignore[assignment]  # what *make* made for this key
        return found

    def turn(self) -> None:
        """Forget the charts of one area: its pages are done."""
        self._passing.clear()

    @contextmanager
    def noting(self) -> Iterator[set[str]]:
        """Note the keys of the charts that are shown within the block, for who keeps its result."""
        outer, inner = self.shown, set[str]()
        self.shown = inner
        try:
            yield inner
        finally:
            # The set of the block around is the one that its keeper holds: it grows.
            outer |= inner
            self.shown = outer

    def _noted(self, key: str, drawing: Drawing | None) -> Drawing | None:
        if drawing is not None:
            self.shown.add(key)
        return drawing

    def _draw(self, request: ChartRequest | None) -> Drawing | None:
        if request is None:
            return None
        if self._board is None:
            self._board = Board(self._asked().frames)
        return self._board.draw(request)
