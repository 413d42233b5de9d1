"""Pure. Method, matrix and their history, read together since each depends on the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quipu.findings import Finding, is_blocking
from quipu.method import Matrix, Method
from quipu.model import Area, Group, Indicator, Location, SiteSettings
from quipu.parse.fingerprint import fingerprint
from quipu.parse.history import (
    CATEGORIES_PATH,
    VERSIONS_PATH,
    parse_categories,
    parse_versions,
)
from quipu.parse.indicators import PATH as INDICATORS_PATH
from quipu.parse.matrix import MATRIX_PATH, parse_matrix
from quipu.parse.method import METHOD_PATH, parse_method
from quipu.parse.toml import read_toml

_DECIDING = (METHOD_PATH, MATRIX_PATH, INDICATORS_PATH, VERSIONS_PATH)


def read_rulebook(
    files: Mapping[str, bytes],
    site: SiteSettings,
    groups: tuple[Group, ...],
    indicators: Sequence[Indicator],
    areas: Mapping[str, Area],
    findings: list[Finding],
) -> tuple[Method | None, Matrix | None]:
    """Read how scores and places are made.

    Args:
        files: The bytes of the root's files, by path.
        site: Its settings.
        groups: The tree of method.toml.
        indicators: Every indicator.
        areas: Every area, by its code.
        findings: What is wrong is added here.

    Returns:
        The method and the matrix; each None when the root has none or it cannot be used. A
        matrix without a method is not used: it has no version.
    """
    by_id = {indicator.id: indicator for indicator in indicators}
    before = len(findings)
    method = parse_method(files.get(METHOD_PATH), groups, by_id, findings)
    matrix = parse_matrix(files.get(MATRIX_PATH), site.languages, by_id, findings)
    if not by_id:  # the table of indicators is what is wrong, not every mention of one
        findings[before:] = [f for f in findings[before:] if f.params.get("form") != "indicator"]
    if method is None:
        if MATRIX_PATH in files and METHOD_PATH not in files:
            findings.append(Finding(code="E511", where=Location(path=MATRIX_PATH)))
        return None, None
    method = replace(method, fingerprint=fingerprint(method, groups, indicators, matrix))
    if VERSIONS_PATH in files:
        versions = parse_versions(files[VERSIONS_PATH], site, findings)
        method = replace(method, versions=versions)
        # A rule that could not be read is told as such, not as a change of the method.
        if not is_blocking(f for f in findings if f.where.path in _DECIDING):
            _check_version(files[METHOD_PATH], method, findings)
    elif matrix is not None or any(indicator.core for indicator in indicators):
        params = {"value": method.version, "fingerprint": method.fingerprint}
        where = Location(path=METHOD_PATH)
        findings.append(Finding(code="W514", where=where, field="version", params=params))
    if matrix is not None and CATEGORIES_PATH in files:
        body = files[CATEGORIES_PATH]
        published = parse_categories(body, matrix, areas, method.version, findings)
        matrix = replace(matrix, published=published)
    return method, matrix


def _check_version(body: bytes, method: Method, findings: list[Finding]) -> None:
    """Report a method whose numbers are not those that its version was published with."""
    toml = read_toml(METHOD_PATH, body, [])
    assert toml is not None  # the method was read from it
    known = {version.version: version for version in method.versions}
    recorded = known.get(method.version)
    where = toml.where("version")
    params = {"value": method.version, "fingerprint": method.fingerprint}
    if recorded is None:
        code = "E513"
    elif recorded.fingerprint == method.fingerprint:
        return
    else:
        code = "E512"
    findings.append(Finding(code=code, where=where, field="version", params=params))
