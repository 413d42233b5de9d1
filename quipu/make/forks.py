"""Shell. Copies of this process: whether it may have any, and how they begin."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading

_PR_SET_PDEATHSIG = 1
_ENGINE = "vl_convert"


def can_fork() -> bool:
    """Whether this process may be copied: the system can, and nothing else runs in it."""
    is_alone = threading.active_count() == 1 and _ENGINE not in sys.modules
    return is_alone and "fork" in multiprocessing.get_all_start_methods()


def follow_parent() -> None:
    """Begin as a forked process: end with the parent, and leave Ctrl-C to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = os.getppid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
