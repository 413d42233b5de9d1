"""Hold two builds of one commit against each other, and write a report.

    python -m tools.reproduction MANIFEST MANIFEST

Writes ``reports/reproduction.md`` and ``reports/reproduction.json``; ends with 1 where the two
differ, since then nobody can check a published file by building it again.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from quipu.publish.manifest import Manifest

REPORTS = Path("reports")
_MOST_SHOWN = 40


def main(words: list[str]) -> int:
    """Compare, write the two files, and say how it went."""
    one, two = (Manifest.parse(Path(word).read_text(encoding="utf-8")) for word in words)
    text, pending = as_markdown(one, two)
    REPORTS.mkdir(exist_ok=True)
    (REPORTS / "reproduction.md").write_text(text, encoding="utf-8")
    (REPORTS / "reproduction.json").write_text(json.dumps({"pending": pending}), encoding="utf-8")
    print(text.split("\n")[2])
    return 1 if pending else 0


def as_markdown(one: Manifest, two: Manifest) -> tuple[str, int]:
    """Tell which files two builds do not agree on.

    Returns:
        The report, and on how many things they differ: files, and what they were built from.
    """
    first, second = ({f.path: f.sha256 for f in side.files} for side in (one, two))
    differing = sorted(
        path for path in first.keys() | second.keys() if first.get(path) != second.get(path)
    )
    parts = ["## Reproducibilidad"]
    pending = len(differing) + (one.build != two.build)
    if not pending:
        parts.append(f"Dos máquinas construyeron los mismos {len(first)} archivos (reproduced).")
        return "\n\n".join(parts) + "\n", 0
    parts.append(f"Dos máquinas no construyeron lo mismo (not reproduced): {pending} diferencias.")
    if one.build != two.build:
        parts.append(f"- `{one.build}`\n- `{two.build}`")
    if differing:
        parts.append("\n".join(f"- `{path}`" for path in differing[:_MOST_SHOWN]))
    return "\n\n".join(parts) + "\n", pending


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
