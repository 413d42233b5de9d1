"""Pure. Method, matrix and their history, read together since each depends on the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quipu.findings import Finding
from quipu.method import Matrix, Method
from quipu.model import Area, Group, Indicator, Location, SiteSettings
from quipu.parse.fingerprint import fingerprint
from quipu.parse.history import (
    CATEGORIES_PATH,
    VERSIONS_PATH,
    parse_categories,
    parse_versions,
    version_columns,
)
from quipu.parse.matrix import MATRIX_PATH, parse_matrix
from quipu.parse.method import METHOD_PATH, MethodFile, parse_method
from quipu.parse.shared import INDICATOR_FORMS, VERSION
from quipu.parse.toml import Settings

_FIRST_NOTES = {"note_es": "Primera versión.", "note_en": "First version."}


def read_rulebook(
    files: Mapping[str, bytes],
    site: SiteSettings,
    file: MethodFile | None,
    groups: tuple[Group, ...],
    indicators: Sequence[Indicator],
    areas: Mapping[str, Area],
    findings: list[Finding],
) -> tuple[Method | None, Matrix | None]:
    """Read how scores and places are made.

    Args:
        files: The bytes of the root's files, by path.
        site: Its settings.
        file: What method.toml holds; None when there is none or it cannot be read.
        groups: The tree of it.
        indicators: Every indicator.
        areas: Every area, by its code.
        findings: What is wrong is added here.

    Returns:
        The method and the matrix; each None when the root has none or it cannot be used. A
        matrix without a method is not used: it has no version.
    """
    by_id = {indicator.id: indicator for indicator in indicators}
    before = len(findings)
    method = None if file is None else parse_method(file, groups, by_id)
    matrix = parse_matrix(files.get(MATRIX_PATH), site.languages, by_id, findings)
    if not by_id:  # the table of indicators is what is wrong, not every mention of one
        findings[before:] = [
            f for f in findings[before:] if f.params.get("form") not in INDICATOR_FORMS
        ]
    if file is None or method is None:
        if MATRIX_PATH in files and METHOD_PATH not in files:
            findings.append(Finding(code="E511", where=Location(path=MATRIX_PATH)))
        return None, None
    method = replace(method, fingerprint=fingerprint(method, groups, indicators, matrix))
    if VERSIONS_PATH in files:
        versions = parse_versions(files[VERSIONS_PATH], site, findings)
        method = replace(method, versions=versions)
        _check_version(file.settings, method)
    elif matrix is not None or any(indicator.core for indicator in indicators):
        findings.append(_lacking_versions(site, method))
    if matrix is not None and CATEGORIES_PATH in files:
        body = files[CATEGORIES_PATH]
        published = parse_categories(body, matrix, areas, method.version, findings)
        matrix = replace(matrix, published=published)
    return method, matrix


def _lacking_versions(site: SiteSettings, method: Method) -> Finding:
    """What is told where nothing says which numbers a version was published with."""
    columns = version_columns(site).known
    params = {"value": method.version, "fingerprint": method.fingerprint}
    cells = {"version": method.version, "date": "AAAA-MM-DD", **params, **_FIRST_NOTES}
    row = ",".join(cells.get(column, "") for column in columns)
    lines = {"header": ",".join(columns), "row": row}
    where = Location(path=METHOD_PATH)
    return Finding(code="W514", where=where, field="version", params={**params, **lines})


def _check_version(toml: Settings, method: Method) -> None:
    """Report a method whose numbers are not those that its version was published with.

    Where a rule could not be read the finding is taken out again: see `consequences`.
    """
    known = {version.version: version for version in method.versions}
    recorded = known.get(method.version)
    if not VERSION.fullmatch(method.version) or (
        recorded and recorded.fingerprint == method.fingerprint
    ):
        return
    params = {"value": method.version, "fingerprint": method.fingerprint}
    if recorded:
        major, minor = _next_versions([method.version, *known])
        told = {"recorded": recorded.fingerprint, "major": major, "minor": minor}
        toml.report("E512", "version", **params, **told)
    elif method.versions:
        last = method.versions[-1].version
        toml.report("E513", "version", **params, last=last, cause="version-slip")
    else:
        toml.report("E513", "version", **params)


def _next_versions(versions: Sequence[str]) -> tuple[str, str]:
    """The versions after the highest: of another first number, and of another second one."""
    first, second, *_ = max([int(part) for part in version.split(".")] for version in versions)
    return f"{first + 1}.0", f"{first}.{second + 1}"
