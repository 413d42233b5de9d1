"""A small program that publishes a site of one version, and can be made to die on the way.

Started by the tests of faults as a process of its own, so that it can be killed for real.
Every file of a site names its version: a mixture of two shows at once.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from quipu.artifact import Artifact
from quipu.errors import SiteError
from quipu.publish.exchange import exchange_folders
from quipu.publish.manifest import BuildInfo, Manifest
from quipu.publish.write import Step, publish

NOBODY = 65534


def artifacts_of(version: str, count: int, size: int = 2000) -> Iterator[Artifact]:
    """Make the files of a site, each full of its version."""
    for number in range(count):
        body = f"{version}\n" * (size // (len(version) + 1) + 1)
        path = f"regiones/r{number:03}/index.html"
        yield Artifact(path=path, body=body.encode(), media_type="text/html")


def publish_version(
    out: Path,
    version: str,
    *,
    count: int = 40,
    size: int = 2000,
    on_step: Callable[[Step], None] = lambda _: None,
    can_exchange: bool = True,
) -> None:
    """Publish a site of a version."""
    publish(
        artifacts_of(version, count, size),
        out,
        build=BuildInfo(version=version, as_of=date(2025, 1, 31)),
        on_step=on_step,
        exchange=exchange_folders if can_exchange else lambda _one, _other: False,
    )


def version_of(out: Path) -> str:
    """Check that a folder is one whole site and return its version.

    Raises:
        AssertionError: A file is missing, cut, foreign, or of another version.
    """
    manifest = Manifest.parse((out / "manifest.json").read_text())
    listed = {"manifest.json"}
    for record in manifest.files:
        body = (out / record.path).read_bytes()
        assert len(body) == record.size_bytes, record.path
        assert hashlib.sha256(body).hexdigest() == record.sha256, record.path
        assert set(body.decode().split()) == {manifest.build.version}, record.path
        listed.add(record.path)
    found = {p.relative_to(out).as_posix() for p in out.rglob("*") if not p.is_dir()}
    assert found == listed
    return manifest.build.version


def kill_at_random(out: Path, trials: int) -> dict[str, int]:
    """Publish over and over, killing each build a little later than the one before.

    Returns:
        How many builds died before they ended, and how many of those had already put
        their own site in place.
    """
    version, killed, already_new = 0, 0, 0
    publish_version(out, "v0")
    started = time.monotonic()
    publish_version(out, "v0")
    whole_s = time.monotonic() - started
    for trial in range(trials):
        child = os.fork()
        if not child:
            publish_version(out, f"v{version + 1}")
            os._exit(0)
        time.sleep(whole_s * 1.6 * trial / trials)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        found = version_of(out)
        assert found in {f"v{version}", f"v{version + 1}"}, (trial, found)
        is_new = found != f"v{version}"
        killed += os.WIFSIGNALED(status)
        already_new += is_new and os.WIFSIGNALED(status)
        version += is_new
    publish_version(out, "end")
    return {"killed": killed, "already_new": already_new}


def _at(step: Step | None, act: Callable[[], None]) -> Callable[[Step], None]:
    return lambda now: act() if now is step else None


def _tell(line: str) -> None:
    """Say something to the test at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _hold() -> None:
    """Tell the test that the moment has come, then stay in it."""
    _tell("held")
    time.sleep(60)


def main() -> int:
    """Publish as the arguments say; 3 and the error in words when that is refused."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("version")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--size", type=int, default=2000)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--kill", type=Step)
    parser.add_argument("--hold", type=Step)
    parser.add_argument("--no-exchange", action="store_true")
    parser.add_argument("--as-nobody", action="store_true")
    parser.add_argument("--max-file", type=int)
    parser.add_argument("--trials", type=int)
    wanted = parser.parse_args()
    if wanted.trials:
        _tell(json.dumps(kill_at_random(wanted.out, wanted.trials)))
        return 0
    if wanted.as_nobody:
        os.setuid(NOBODY)
    if wanted.max_file:
        resource.setrlimit(resource.RLIMIT_FSIZE, (wanted.max_file, wanted.max_file))
    if wanted.hold:
        on_step = _at(wanted.hold, _hold)
    else:
        on_step = _at(wanted.kill, lambda: os.kill(os.getpid(), signal.SIGKILL))
    try:
        for _ in range(wanted.repeat):
            publish_version(
                wanted.out,
                wanted.version,
                count=wanted.count,
                size=wanted.size,
                on_step=on_step,
                can_exchange=not wanted.no_exchange,
            )
    except SiteError as error:
        _tell(f"{type(error).__name__} {error}")
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
