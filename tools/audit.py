"""Ask whether a package that we pin has a known vulnerability, and write a report.

    python -m tools.audit

Runs pip-audit, from an environment of its own (``tools/bootstrap.sh audit``), on every lock.
Writes ``reports/audit.md``, for people, and ``reports/audit.json``. What is found is for people
to weigh: the command ends well whenever it could ask, and writes no report when it could not.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PIP_AUDIT = Path(".cache/audit/bin/pip-audit")
LOCKS = Path("requirements")
REPORTS = Path("reports")


def main() -> int:
    """Ask, write the two files, and say how it went."""
    for stale in ("audit.md", "audit.json"):
        (REPORTS / stale).unlink(missing_ok=True)
    found: dict[str, Any] = {}
    for lock in sorted(LOCKS.glob("*.lock")):
        words = ["--require-hashes", "--disable-pip", "--progress-spinner", "off", "-f", "json"]
        asked = subprocess.run(
            [str(PIP_AUDIT), *words, "-r", str(lock)], capture_output=True, text=True, check=False
        )
        try:
            found[lock.name] = json.loads(asked.stdout)["dependencies"]
        except (ValueError, KeyError, TypeError):
            print(asked.stderr, file=sys.stderr)
            print(f"No se pudo revisar {lock}.", file=sys.stderr)
            return 1
    text, pending = as_markdown(found)
    REPORTS.mkdir(exist_ok=True)
    (REPORTS / "audit.md").write_text(text, encoding="utf-8")
    kept = json.dumps({"pending": pending, "locks": found}, ensure_ascii=False, indent=1)
    (REPORTS / "audit.json").write_text(kept + "\n", encoding="utf-8")
    print(text.split("\n")[2])
    return 0


def as_markdown(found: Mapping[str, Any]) -> tuple[str, int]:
    """Tell which packages have a known vulnerability, and which nothing is known of.

    Args:
        found: By lock, what pip-audit says of each of its packages.

    Returns:
        The report, and how many packages are to be looked at, each counted once.
    """
    vulnerable: dict[str, set[str]] = {}
    unknown: dict[str, set[str]] = {}
    packages = set()
    for lock, dependencies in found.items():
        for one in dependencies:
            if "skip_reason" in one:
                packages.add(one["name"])
                unknown.setdefault(f"{one['name']}: {one['skip_reason']}", set()).add(lock)
                continue
            packages.add(f"{one['name']} {one['version']}")
            for vulnerability in one["vulns"]:
                fixed = ", ".join(vulnerability["fix_versions"]) or "ninguna aún"
                line = (
                    f"{one['name']} {one['version']}: {vulnerability['id']}; corregida en: {fixed}"
                )
                vulnerable.setdefault(line, set()).add(lock)
    pending = len({line.partition(":")[0] for line in (*vulnerable, *unknown)})
    parts = [
        "## Dependencias",
        f"{len(packages)} paquetes en {len(found)} candados: {pending} por mirar.",
    ]
    for title, lines in (
        ("Con una vulnerabilidad conocida (known vulnerability)", vulnerable),
        ("Sin revisar: el índice no sabe de ellos (not audited)", unknown),
    ):
        if lines:
            rows = [f"- {line} · {', '.join(sorted(lines[line]))}" for line in sorted(lines)]
            parts.append(f"### {title}\n\n" + "\n".join(rows))
    return "\n\n".join(parts) + "\n", pending


if __name__ == "__main__":
    sys.exit(main())
