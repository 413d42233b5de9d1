"""What pip-audit finds in the locks, told so that a package that nobody looked at is none too."""

from __future__ import annotations

from typing import Any

from tools.audit import as_markdown


def package(name: str, *vulnerabilities: tuple[str, list[str]]) -> dict[str, Any]:
    """Say of a package what pip-audit says."""
    vulns = [{"id": one, "fix_versions": fixed} for one, fixed in vulnerabilities]
    return {"name": name, "version": "1.0", "vulns": vulns}


SKIPPED = {"name": "gamma", "skip_reason": "not found"}


def test_nothing_known_is_nothing_to_do() -> None:
    """Packages and locks are counted; a package of two locks once."""
    text, pending = as_markdown({"a.lock": [package("alpha")], "b.lock": [package("alpha")]})
    assert pending == 0
    assert text == "## Dependencias\n\n1 paquetes en 2 candados: 0 por mirar.\n"


def test_a_known_vulnerability_names_its_locks_and_its_mend() -> None:
    """One line each; the package counts once, however many it has."""
    bad = package("alpha", ("X-1", ["1.1", "2.0"]), ("X-2", []))
    text, pending = as_markdown({"a.lock": [bad], "b.lock": [bad, package("beta")]})
    assert pending == 1
    assert "- alpha 1.0: X-1; corregida en: 1.1, 2.0 · a.lock, b.lock\n" in text
    assert "- alpha 1.0: X-2; corregida en: ninguna aún · a.lock, b.lock" in text
    assert "beta" not in text


def test_what_was_not_looked_at_is_something_to_do() -> None:
    """A package that the index does not know does not pass for a sound one."""
    text, pending = as_markdown({"a.lock": [SKIPPED, package("beta")]})
    assert pending == 1
    assert "### Sin revisar" in text
    assert "- gamma: not found · a.lock" in text
