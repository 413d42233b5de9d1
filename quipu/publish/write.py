"""Shell. Publish artifacts as a folder: the whole new site, or the old one untouched.

Everything is written beside the folder, listed in a manifest, inspected and brought to the
disk; only then do the two folders swap names. Whatever ends the build before the swap, a
mistake, a full disk, Ctrl-C or ``kill -9``, leaves the site that was there; after the swap
the new one stands. What a killed build leaves beside the folder, the next one removes.

Names, for a folder ``site``: ``.site.lock`` (stays), ``.site.tmp-…`` (the new site while it
is made, the old one after the swap), ``.site.prev-…`` (the old site set aside, only where
the system cannot swap).
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from types import FrameType

from quipu.artifact import Artifact
from quipu.errors import PublishBlocked
from quipu.findings import Finding, is_blocking
from quipu.publish.exchange import (
    Exchange,
    exchange_folders,
    leftovers,
    new_sibling,
    put_back_set_aside,
    put_in_place,
)
from quipu.publish.lock import exclusive_lock
from quipu.publish.manifest import MANIFEST_PATH, BuildInfo, Manifest
from quipu.publish.target import checked_target, output_errors
from quipu.publish.tree import (
    make_folder,
    remove_tree,
    sync_tree,
    write_artifacts,
    write_file,
)

__all__ = ["Step", "publish"]


class Step(StrEnum):
    """What ``publish`` has just done, in this order; for progress messages and tests."""

    WAITING = "waiting"
    """Another build holds the folder; told once, before waiting for it to end."""
    LOCKED = "locked"
    RECOVERED = "recovered"
    """Told only when a site set aside by a killed build was put back."""
    CLEANED = "cleaned"
    """What killed builds had left is gone."""
    STARTED = "started"
    """The new, empty folder stands beside the old site."""
    FILE_WRITTEN = "file written"
    """Told once for each artifact."""
    LISTED = "listed"
    """The manifest is written: the new folder is complete."""
    INSPECTED = "inspected"
    SYNCED = "synced"
    SET_ASIDE = "set aside"
    """Told only where names cannot be swapped: for this instant no site has the name."""
    SWAPPED = "swapped"
    """The new site is published."""
    REMOVED = "removed"
    """The old site is gone."""


def publish(
    artifacts: Iterable[Artifact],
    out: Path,
    *,
    build: BuildInfo,
    inspect: Callable[[Path], Sequence[Finding]] | None = None,
    keep: Sequence[Path] = (),
    on_step: Callable[[Step], None] = lambda _: None,
    exchange: Exchange = exchange_folders,
) -> Manifest:
    """Write a site and put it in the place of the one before, whole or not at all.

    Args:
        artifacts: The files of the site; may be an iterator, which is drawn from while
            the lock is held. What it raises passes through, with nothing published.
        out: The folder to publish; made, with its parents, when missing.
        build: What the site is built with, for the manifest.
        inspect: Looks over the finished folder before it is published. An error among
            its findings keeps the old site; ``None`` publishes without looking.
        keep: Folders that *out* may neither be nor contain, besides the home folder and
            the working folder.
        on_step: Told what was done.
        exchange: How two folders swap names; another one is for tests of systems that
            cannot.

    Returns:
        The manifest, as written to the site.

    Raises:
        OutputError: *out* is refused or the system cannot write there.
        OutputConflictError: Two artifacts claim one path.
        PublishBlocked: The inspection found errors.
        SystemExit: The process was asked to end (SIGTERM), after tidying up.
    """
    target = checked_target(out, keep)
    with output_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    lock_path = target.with_name(f".{target.name}.lock")
    with (
        _termination_tidies_up(),
        exclusive_lock(lock_path, lambda: on_step(Step.WAITING)),
    ):
        on_step(Step.LOCKED)
        _tidy(target, keep, on_step)
        fresh = new_sibling(target)
        try:
            manifest = _write_site(artifacts, fresh, target, build, on_step)
            if inspect is not None:
                _stop_on_errors(inspect(fresh))
            on_step(Step.INSPECTED)
            with output_errors(target):
                sync_tree(fresh)
            on_step(Step.SYNCED)
            _swap(fresh, target, exchange, on_step)
        finally:
            # Before the swap this is the unfinished site, after it the old one.
            _discard(fresh)
        on_step(Step.REMOVED)
    return manifest


def _tidy(target: Path, keep: Sequence[Path], on_step: Callable[[Step], None]) -> None:
    """Mend and remove what killed builds left; needs the lock."""
    with output_errors(target):
        if put_back_set_aside(target):
            on_step(Step.RECOVERED)
    # Another build, or a person, may have changed the folder while this one waited.
    checked_target(target, keep)
    for left in leftovers(target):
        _discard(left)
    on_step(Step.CLEANED)


def _write_site(
    artifacts: Iterable[Artifact],
    fresh: Path,
    target: Path,
    build: BuildInfo,
    on_step: Callable[[Step], None],
) -> Manifest:
    """Make the new folder and fill it, the manifest last."""
    with output_errors(target):
        make_folder(fresh)
    on_step(Step.STARTED)
    records = []
    for record in write_artifacts(artifacts, fresh):
        records.append(record)
        on_step(Step.FILE_WRITTEN)
    manifest = Manifest.of(records, build)
    with output_errors(target):
        write_file(fresh / MANIFEST_PATH, manifest.to_json().encode())
    on_step(Step.LISTED)
    return manifest


def _stop_on_errors(findings: Sequence[Finding]) -> None:
    if is_blocking(findings):
        raise PublishBlocked(findings)


def _swap(fresh: Path, target: Path, exchange: Exchange, on_step: Callable[[Step], None]) -> None:
    with output_errors(target):
        old = put_in_place(
            fresh,
            target,
            exchange=exchange,
            on_set_aside=lambda: on_step(Step.SET_ASIDE),
        )
        _sync_folder(target.parent)
    on_step(Step.SWAPPED)
    if old is not None:
        _discard(old)


def _sync_folder(folder: Path) -> None:
    """Bring the new names to the disk; a filesystem that cannot do so is not an error."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _discard(folder: Path) -> None:
    """Remove a folder that nobody needs; what resists is tried again by the next build."""
    with suppress(OSError):
        remove_tree(folder)


@contextmanager
def _termination_tidies_up() -> Iterator[None]:
    """Turn a request to end (SIGTERM) into ``SystemExit``, as Ctrl-C is an exception already.

    Only in the main thread and only where nobody else handles it: a server that does
    knows better.
    """
    if (
        threading.current_thread() is not threading.main_thread()
        or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
    ):
        yield
        return
    signal.signal(signal.SIGTERM, _exit_on_signal)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _exit_on_signal(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
