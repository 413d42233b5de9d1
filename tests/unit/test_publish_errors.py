"""Errors that are told in a sentence and a hint."""

from __future__ import annotations

import errno
import pickle
from pathlib import Path

import pytest

from quipu.errors import DataRejected, OutputError, PublishBlocked, SiteError
from quipu.findings import Finding
from quipu.model import Location
from quipu.publish.target import output_errors

FINDING = Finding(code="E101", where=Location(path="data/areas.csv", line=3))


def test_an_error_reads_as_message_and_hint() -> None:
    """Both are there for the shell, and together as the text."""
    error = OutputError("No se pudo.", hint="Pruebe así.")
    assert (error.message, error.hint) == ("No se pudo.", "Pruebe así.")
    assert str(error) == "No se pudo. Pruebe así."
    assert str(OutputError("No se pudo.")) == "No se pudo."


@pytest.mark.parametrize("kind", [DataRejected, PublishBlocked])
def test_findings_travel_with_the_error(kind: type[DataRejected | PublishBlocked]) -> None:
    """Also out of another process."""
    error = pickle.loads(pickle.dumps(kind([FINDING, FINDING])))  # noqa: S301 - our own bytes
    assert isinstance(error, kind)
    assert error.findings == (FINDING, FINDING)
    assert "(2)" in error.message


def test_only_what_stops_is_counted() -> None:
    """A remark does not stop a build; it is shown all the same."""
    remark = Finding(code="W209", where=Location(path="data/areas.csv", line=9))
    error = DataRejected([FINDING, remark])
    assert "(1)" in error.message
    assert error.findings == (FINDING, remark)


def test_hints_travel_too() -> None:
    """An error raised by a worker process keeps its hint."""
    error = pickle.loads(pickle.dumps(SiteError("m", hint="h")))  # noqa: S301 - our own bytes
    assert (error.message, error.hint) == ("m", "h")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "no queda espacio"),
        (errno.EROFS, "solo lectura"),
        (errno.EMFILE, "demasiados archivos abiertos"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_the_systems_errors_are_told_in_words(code: int, said: str) -> None:
    """Known ones in Spanish with a hint, others as the system says them."""
    with pytest.raises(OutputError, match=said) as told, output_errors(Path("site")):
        raise OSError(code, "Input/output error")
    assert isinstance(told.value.__cause__, OSError)
    assert "site" in told.value.message
    assert bool(told.value.hint) == (code != errno.EIO)
