"""Tell what a pull request changes: for its page of checks, and as data for its comment.

    python -m tools.proposal BASE

Writes ``reports/proposal/diff.md`` (what ``build.py diff BASE`` says) and, on a runner,
``pull.json`` (which pull request and commit it is of) and the summary of the job. What the pull
request brings is read from files alone: no word of it ever stands in a workflow.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from quipu.pipeline import REPOSITORY

FOLDER = Path("reports/proposal")
_MOST_SUMMARY_BYTES = 1_000_000
"""GitHub drops a summary of more than 1 MiB whole."""


def main(words: list[str]) -> int:
    """Write the files; end as ``diff`` ends."""
    (base,) = words
    told = subprocess.run(
        [sys.executable, str(REPOSITORY / "build.py"), "diff", base],
        stdout=subprocess.PIPE,
        check=False,
    )
    if told.returncode:
        sys.stdout.buffer.write(told.stdout)
        return told.returncode
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "diff.md").write_bytes(told.stdout)
    event = os.environ.get("GITHUB_EVENT_PATH")
    if event:
        pull = json.loads(Path(event).read_text(encoding="utf-8"))["pull_request"]
        claim = {"number": pull["number"], "head_sha": pull["head"]["sha"]}
        (FOLDER / "pull.json").write_text(json.dumps(claim), encoding="utf-8")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("ab") as stream:
            stream.write(told.stdout[:_MOST_SUMMARY_BYTES])
    print(f"{FOLDER}/diff.md: {len(told.stdout)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
