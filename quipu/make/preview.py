"""Shell. Single pages of a site that is still being made, for whoever looks at one already.

A change of the data is seen at once: the page that is open is made when it is asked for, in
some milliseconds, while the whole site is made, inspected and published as ever.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from quipu.make.press import Press, Setting
from quipu.pages.easel import Drawn
from quipu.store import Store


class Preview:
    """Makes any page of a setting, for one asker at a time."""

    def __init__(self, setting: Setting, ask: Callable[[], Drawn], store: Store) -> None:
        """Make pages from *setting*; its own press is set up when the first one is asked for."""
        self._setting = setting
        self._ask = ask
        self._store = store
        self._press: Press | None = None
        self._lock = Lock()

    def file(self, path: str) -> bytes | None:
        """A page or style sheet by its file in the site; None for anything else."""
        with self._lock:
            if self._press is None:
                self._press = Press(self._setting, self._ask, store=self._store)
            artifact = self._press.find(path)
        return artifact.body if artifact else None
