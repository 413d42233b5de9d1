"""Several ``build.py build`` of one folder at once, with somebody reading it."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from quipu.publish.manifest import Manifest
from tests.e2e.builds import whole_site
from tests.faults.builds import PATIENCE_S, Editions, left_beside, running, words


def sample(out: Path) -> Manifest | None:
    """Read the whole site once; None when it was replaced while being read.

    Raises:
        AssertionError: It was not replaced and yet is not whole.
    """
    before = out.stat()
    try:
        return whole_site(out)
    except (OSError, AssertionError, ValueError):
        after = out.stat()
        if (before.st_ino, before.st_ctime_ns) == (after.st_ino, after.st_ctime_ns):
            raise
        return None


@pytest.mark.parametrize("count", [2, 4])
def test_builds_at_once_and_a_reader(editions: Editions, out: Path, count: int) -> None:
    """Every build succeeds, whatever edition it makes; no reader meets a mixture of two."""
    roots = [editions.old_root, editions.new_root]
    seen = []
    with ExitStack() as stack:
        builds = [
            stack.enter_context(running(words(roots[number % 2], out))) for number in range(count)
        ]
        deadline = time.monotonic() + PATIENCE_S * count
        while any(build.poll() is None for build in builds) and time.monotonic() < deadline:
            seen.append(sample(out))
        assert [build.poll() for build in builds] == [0] * count
    whole = [manifest for manifest in seen if manifest is not None]
    assert len(whole) >= 10
    assert [m for m in whole if m not in (editions.old, editions.new)] == []
    assert whole_site(out) in (editions.old, editions.new)
    assert left_beside(out) == []
