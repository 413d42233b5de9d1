"""Pure. The table of kinds: another one is a `Kind` in a module and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from quipu.new.documents import COMMENTARY, PAGE, UPDATE, WORDS
from quipu.new.indicator import INDICATOR
from quipu.new.kind import Kind
from quipu.new.period import PERIOD
from quipu.new.registers import AGREEMENT, COMMISSION, FUNCTION, REQUEST, SESSION
from quipu.new.revision import REVISION
from quipu.new.tables import AREA, SOURCE, UNIT
from quipu.new.telling import PRACTICE, REPLY
from quipu.new.version import VERSION

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        *(SOURCE, PERIOD, REVISION, INDICATOR, WORDS),
        *(SESSION, AGREEMENT, FUNCTION, COMMISSION),
        *(PRACTICE, REPLY, REQUEST),
        *(COMMENTARY, UPDATE, PAGE),
        *(UNIT, AREA, VERSION),
    )
}
"""Every kind of contribution, by the word after ``new``."""
