"""``kill -9`` of ``build.py build`` at moments spread over all it does: one whole site stands."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from tests.e2e.builds import built
from tests.faults.builds import PATIENCE_S, Editions, left_beside, running, standing, words

KILLS = int(os.environ.get("QUIPU_KILLS", "20"))
"""``make faults`` asks for 200."""
SPAN = 1.25
"""Of the time that a build takes: the last ones are killed when the new site stands."""
MEASURED_EVERY = 20
"""How busy the machine is changes meanwhile."""
COLD_EVERY = 5
"""One build in so many finds no cache, and is killed while it fills one."""


def test_killed_at_any_moment_one_whole_site_stands(editions: Editions, tmp_path: Path) -> None:
    """With an old site or with none before: that or the new one, and the next build tidies up."""
    out = tmp_path / "published" / "site"
    out.parent.mkdir()
    counts: Counter[str] = Counter()
    span_s = 0.0
    for trial in range(KILLS):
        has_old = trial % 2 == 0
        if trial % MEASURED_EVERY == 0:
            span_s = SPAN * seconds_of_a_build(editions, tmp_path / "measured" / "site")
        if trial % COLD_EVERY == 0:
            shutil.rmtree(editions.new_root / ".cache", ignore_errors=True)
        if out.exists():
            shutil.rmtree(out)
        if has_old:
            shutil.copytree(editions.old_site, out)
        counts["killed"] += is_killed(editions, out, span_s * (trial + 0.5) / KILLS)
        found = standing(out)
        assert found in (editions.old if has_old else None, editions.new), f"trial {trial}"
        counts["left something"] += bool(left_beside(out))
        counts["new site stood"] += found == editions.new
    sys.stdout.write(f"{KILLS} builds: {dict(counts)}\n")
    assert counts["killed"] >= KILLS // 2
    assert built(editions.new_root, out) == editions.new
    assert left_beside(out) == []


def seconds_of_a_build(editions: Editions, out: Path) -> float:
    """Build the new edition elsewhere and return how long that takes now, its cache warm."""
    started = time.monotonic()
    assert built(editions.new_root, out) == editions.new
    return time.monotonic() - started


def is_killed(editions: Editions, out: Path, moment_s: float) -> bool:
    """Start a build and kill it at a moment; false if it had ended by itself."""
    with running(words(editions.new_root, out)) as process:
        time.sleep(moment_s)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=PATIENCE_S)
    return process.returncode == -signal.SIGKILL
