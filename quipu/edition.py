"""Shell. Which edition a project root is: its last commit and that commit's day."""

from __future__ import annotations

import os
import subprocess
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from quipu.errors import ConfigError


def edition_of(root: Path, time_zone: str) -> tuple[str, date]:
    """Commit and date of the edition: the last commit's, or today's where there is none.

    Only a repository that holds the data counts, not one that merely encloses them. Changes
    that are not committed belong to no commit, so they carry today's date too.
    """
    try:
        zone = ZoneInfo(time_zone)
    except (KeyError, ValueError, OSError) as error:
        raise ConfigError(
            f"La zona horaria «{time_zone}» no existe.",
            hint="Corrija time_zone en content/site.toml.",
        ) from error
    last = _git(root, "log", "-1", "--format=%H %cI")
    is_tracked = bool(_git(root, "ls-files", "--", "data/areas.csv"))
    # A status that cannot be told is not a clean one.
    if last and is_tracked and _git(root, "status", "--porcelain", "--", *_WATCHED) == "":
        commit, _, moment = last.partition(" ")
        return commit, datetime.fromisoformat(moment).astimezone(zone).date()
    return "", datetime.now(zone).date()


_WATCHED = ("data", "content", "templates")
"""What an edition is made of: a change in one of these is a change of the edition."""


def _git(root: Path, *arguments: str) -> str | None:
    """What git says; None where it fails."""
    try:
        done = subprocess.run(  # noqa: S603 (fixed arguments, no shell)
            ["git", "-C", str(root), *arguments],  # noqa: S607 (git is found on the path)
            capture_output=True,
            text=True,
            check=False,
            timeout=10,
            # A variable of an enclosing git command must not lead to another repository.
            env={k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None
