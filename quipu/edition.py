"""Shell. Which edition a project root is: its last commit and that commit's day."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from quipu.errors import ConfigError
from quipu.git import git


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
    last = git(root, "log", "-1", "--format=%H %cI")
    is_tracked = bool(git(root, "ls-files", "--", "data/areas.csv"))
    # A status that cannot be told is not a clean one.
    if last and is_tracked and git(root, "status", "--porcelain", "--", *_WATCHED) == b"":
        commit, _, moment = last.decode().strip().partition(" ")
        return commit, datetime.fromisoformat(moment).astimezone(zone).date()
    return "", datetime.now(zone).date()


_WATCHED = ("data", "content", "templates")
"""What an edition is made of: a change in one of these is a change of the edition."""
