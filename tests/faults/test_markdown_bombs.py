"""Small hostile documents end in a page or a finding, within what any machine gives a process."""

from __future__ import annotations

import json
import sys

from tests.faults.builds import limited
from tests.hostile.bombs import BOMBS, EXTENDED, FRONT

CPU_S = 60
"""For all of them together, which take four: what hangs is ended by the system."""
MEMORY_KB = 1_500_000
PROGRAM = """
import json, sys
from quipu.findings import is_blocking, message
from quipu.parse.documents import parse_document
from quipu.prose.markdown import to_html
from tests.hostile import bombs

def ends(form, texts):
    found = []
    for text in texts:
        findings = []
        body = form.format(text).encode()
        document = parse_document("content/pages/about.es.md", body, findings)
        if is_blocking(findings):
            assert all(message(f, lang)[1] for f in findings for lang in ("es", "en"))
            found.append(findings[0].code)
        else:
            found.append(str(len(to_html(document.body))))
    return found

body, front = "---\\ntitle: a\\n---\\n{}\\n", "---\\n{}\\n---\\na\\n"
print(json.dumps([ends(body, bombs.BOMBS), ends(body, bombs.EXTENDED), ends(front, bombs.FRONT)]))
"""


def test_no_document_hangs_or_blows_up() -> None:
    """Each is converted, or refused with a code; the process lives."""
    done = limited(f"-t {CPU_S} -v {MEMORY_KB}", [sys.executable, "-c", PROGRAM])
    assert done.returncode == 0, done.stderr[-2_000:]
    bombs, extended, front = json.loads(done.stdout)
    assert (len(bombs), len(extended), len(front)) == (len(BOMBS), len(EXTENDED), len(FRONT))
    assert set(extended) == {"E413"}
    assert {"E408", "E416", "E418", "E425"} <= set(bombs)
    assert sum(not end.startswith("E") for end in bombs) >= 30
    assert all(end.startswith("E4") or end.isdigit() for end in front)


def test_the_limit_ends_what_hangs() -> None:
    """The check above can fail: the system ends a process that works for too long."""
    done = limited("-t 1", [sys.executable, "-c", "while True: pass"])
    assert done.returncode != 0
