"""Shell. How many files may be open at once: asked for before the engine fails for want of them."""

from __future__ import annotations

import resource

from quipu.errors import ConfigError

_ENOUGH = 256
_FEWEST = 64
"""The engine gives up with fewer than twenty, in words that name nothing a person can mend."""


def allow_open_files() -> None:
    """Raise this process's own limit of open files as far as the system lets it.

    Raises:
        ConfigError: That is too little for a build.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= _ENOUGH:
        return
    allowed = _ENOUGH if hard == resource.RLIM_INFINITY else min(hard, _ENOUGH)
    if allowed < _FEWEST:
        raise ConfigError(
            f"El sistema solo deja abrir {allowed} archivos a la vez y hacen falta {_FEWEST}.",
            hint=f"Aumente el límite antes de construir: ulimit -n {_ENOUGH}",
        )
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
