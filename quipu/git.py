"""Shell. Asks git about the repository that holds a folder."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def git(root: Path, *arguments: str, timeout_s: float = 10) -> bytes | None:
    """What git says of the repository that holds *root*; None where it refuses or is not there.

    Args:
        root: Where git is asked.
        arguments: Words of our own; those of a person stand behind ``--end-of-options``.
        timeout_s: How long it may take; then it counts as refusing.
    """
    try:
        done = subprocess.run(  # noqa: S603 (a list of words, no shell)
            ["git", "-C", str(root), *arguments],  # noqa: S607 (git is found on the path)
            capture_output=True,
            check=False,
            timeout=timeout_s,
            # A variable of an enclosing git command must not lead to another repository.
            env={k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
