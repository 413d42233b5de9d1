"""Pure. What stops a command, told in a sentence and a hint; mistakes in data are findings.

Everything below ``SiteError`` is shown to the person at the terminal as one line and a
hint. Any other exception is a fault of the generator and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quipu.vocab import Severity

if TYPE_CHECKING:
    from quipu.findings import Finding

__all__ = [
    "ClusterError",
    "ConfigError",
    "DataRejected",
    "OutputConflictError",
    "OutputError",
    "PublishBlocked",
    "RenderError",
    "SiteError",
    "SourceError",
]


class SiteError(Exception):
    """The command cannot go on, for a reason that a person can mend."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        """What is wrong: one sentence, in Spanish."""
        self.hint = hint
        """How to mend it: one sentence, in Spanish; may be empty."""

    def __str__(self) -> str:
        """The message, followed by the hint when there is one."""
        return f"{self.message} {self.hint}".rstrip()


class ConfigError(SiteError):
    """A configuration file or an option cannot be used."""


class SourceError(SiteError):
    """A file that is needed is missing or cannot be read."""


class OutputError(SiteError):
    """The site cannot be written where it was asked for; nothing there was changed."""


class OutputConflictError(SiteError):
    """Two artifacts claim one path, so that one of them would be lost."""


class RenderError(SiteError):
    """A page or a chart cannot be made; the message names the template and the page."""


class ClusterError(SiteError):
    """The machines that were to make the site were lost; nothing was published."""


class _StoppedByFindings(SiteError):  # noqa: N818 - an outcome of a build, not a fault
    """Findings that stop the command; they are what is shown, all of them."""

    _summary = ""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        """What was found, in the order given; never only its first."""
        errors = sum(finding.severity is Severity.ERROR for finding in self.findings)
        super().__init__(self._summary.format(count=errors))

    def __reduce__(self) -> tuple[type[_StoppedByFindings], tuple[tuple[Finding, ...]]]:
        """Let the exception cross from a worker process with its findings."""
        return type(self), (self.findings,)


class DataRejected(_StoppedByFindings):
    """The data or the content have errors; nothing was rendered or published."""

    _summary = "Los datos o textos tienen problemas que impiden construir el sitio ({count})."


class PublishBlocked(_StoppedByFindings):
    """The finished site did not pass its own inspection; the published one was not touched."""

    _summary = "El sitio construido no pasó su revisión ({count}); el publicado sigue igual."
