"""Pure. A new version of the method: the row that records it, with its fingerprint."""

from __future__ import annotations

from quipu.findings import Finding, is_blocking
from quipu.method import Method
from quipu.model import Location
from quipu.new.draft import Draft, Given, Root, words
from quipu.new.fields import Field
from quipu.new.kind import Kind, in_languages
from quipu.new.tables import Place, one_row
from quipu.parse import history
from quipu.parse.cells import read_date
from quipu.parse.method import METHOD_PATH

_UNRECORDED = ("E512", "E513")
"""The method changed, or its version is not recorded yet: what a row mends."""


def _fields(root: Root) -> tuple[Field, ...]:
    return (
        *in_languages(root.catalog, "note", words("Qué cambió y por qué", "What changed and why")),
        Field(
            name="date",
            says=words("Fecha", "Date"),
            usual=root.today.isoformat(),
            is_asked=False,
            form=read_date,
        ),
    )


def _draft(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    method = root.catalog.method
    if method is None:
        findings.append(Finding(code="E107", where=Location(path=METHOD_PATH)))
        return None
    if in_the_way := _in_the_way(root, method):
        findings += in_the_way
        return None
    columns = history.version_columns(root.catalog.site)
    place = Place(path=history.VERSIONS_PATH, columns=columns, key="version")
    rest = {"version": method.version, "fingerprint": method.fingerprint}
    told = Given(texts={**given.texts, **rest})
    return one_row(root, place, told, findings, words("diff main", "diff main"))


def _in_the_way(root: Root, method: Method) -> list[Finding]:
    """Errors whose mending may change the fingerprint; else the row that is there already."""
    errors = [f for f in root.findings if is_blocking([f]) and f.code not in _UNRECORDED]
    return errors or [
        Finding(
            code="E859",
            where=Location(path=history.VERSIONS_PATH, line=one.line),
            params={"value": one.version},
        )
        for one in method.versions
        if one.version == method.version
    ]


VERSION = Kind(
    name="version",
    says=words(
        "La versión del método, con su huella y qué cambió.",
        "The version of the method, with its fingerprint and what changed.",
    ),
    fields=_fields,
    draft=_draft,
)
