"""What is killed, cut short or kept from writing is not measured.

Coverage writes its measures at the end of a process: here it would write half a file, or fail
with words of its own where a test reads what the program says.
"""

import pytest


@pytest.fixture(autouse=True)
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start programs without the measuring of the processes that tests start."""
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
