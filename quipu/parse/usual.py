"""Pure. The quick path for the usual row of an indicator's table: nearly every row is one.

It gives the very observation that the thorough path (`quipu.parse.observations`) would give
without a word, or None: look closely. So it never decides that something is wrong, and what it
does not know well it leaves alone. What it knows is

- the area, because the table of areas has it;
- period, status, quality and source, because the thorough path has taken these four cells
  together in an earlier row of the same table, and found nothing to say;
- figures, address and notes, by asking the same functions as the thorough path.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter

from quipu.model import Localised, Location, Observation
from quipu.parse.cells import is_cited_address
from quipu.parse.limits import Limits, decimals_of, interval_fits, misses
from quipu.parse.lines import fault, split
from quipu.parse.numbers import number_in
from quipu.parse.table import Row, Table

_MOST_REMEMBERED = 100_000
"""Figures repeat; where they do not, their table must not fill the memory."""

_Frame = tuple[str, str, str, str]
"""The cells of period, status, quality and source."""
_Figures = tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None, Decimal | None]
"""Value, numerator, denominator, lower and upper end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualRows:
    """What is known of the rows of a table; it grows while they are read."""

    path: str
    indicator: str
    limits: Limits
    languages: tuple[str, ...]
    width: int
    """How many cells a row has."""
    pick: Callable[[Sequence[str]], tuple[str, ...]]
    """A row's cells in the order of the contract: one too many stands for lacking columns."""
    areas: Mapping[str, str]
    """Every code by itself, so that equal cells become one text."""
    frames: dict[_Frame, Observation]
    """An observation that the thorough path took, by its frame."""
    numbers: dict[str, Decimal | None]
    """The numbers that cells are, so that equal cells become one number."""
    no_notes: Localised
    """What the rows without notes share."""

    def read(self, line: str, number: int) -> Observation | None:
        """Read a line.

        Args:
            line: The text of the line.
            number: Which line it is, 1-based.

        Returns:
            The observation of a usual row; None: look closely.
        """
        cells = split(line)
        if isinstance(cells, int) or len(cells) != self.width:
            return None
        cells.append("")
        row = self.pick(cells)
        code, period, _, _, _, _, _, status, quality, source, address, *texts = row
        area = self.areas.get(code)
        known = self.frames.get((period, status, quality, source))
        figures = self._figures(row[2:7])
        if area is None or known is None or figures is None:
            return None
        notes = self._notes(texts) if any(texts) else self.no_notes
        is_linked = not address or (is_cited_address(address) and not fault(address))
        # Whether a status goes with a value was seen in the observation that is known.
        if notes is None or not is_linked or (figures[0] is None) != (known.value is None):
            return None
        return Observation(
            ref_area=area,
            indicator=self.indicator,
            period=known.period,
            value=figures[0],
            numerator=figures[1],
            denominator=figures[2],
            lower=figures[3],
            upper=figures[4],
            status=known.status,
            quality=known.quality,
            sources=known.sources,
            evidence_url=address,
            notes=notes,
            origin=Location(path=self.path, line=number),
        )

    def learn(self, row: Row, observation: Observation) -> None:
        """Know the frame of a row that the thorough path took and found nothing to say about."""
        frame = row["time_period"], row["obs_status"], row["quality"], row["source"]
        self.frames[frame] = observation

    def _figures(self, cells: Sequence[str]) -> _Figures | None:
        """The figures of a row; None when any of them, or how they go together, is unusual."""
        numbers = self.numbers
        if len(numbers) > _MOST_REMEMBERED:
            numbers.clear()
            numbers[""] = None
        for cell in cells:
            if cell not in numbers and not self._remember(cell):
                return None
        value, part, whole, lower, upper = figures = (
            *(numbers[cells[0]], numbers[cells[1]], numbers[cells[2]]),
            *(numbers[cells[3]], numbers[cells[4]]),
        )
        if value is None:
            return None if any(cells) else figures
        limits = self.limits
        if limits.is_wrong_type(value) or limits.is_out_of_range(value):
            return None
        is_interval = lower is not None or upper is not None
        if is_interval and not interval_fits(limits, value, lower, upper):
            return None
        if part is None and whole is None:
            return figures
        if part is None or whole is None or limits.is_no_ratio(part, whole):
            return None
        expected = limits.expected(part, whole)
        fits = expected is None or not misses(value, decimals_of(cells[0]), expected)
        return figures if fits else None

    def _remember(self, cell: str) -> bool:
        """Know one more number; False when the cell is none."""
        number = number_in(cell)
        if number is None:
            return False
        self.numbers[cell] = number
        return True

    def _notes(self, texts: Iterable[str]) -> Localised | None:
        """The notes of a row; None when one of them is unusual."""
        notes = {lang: text for lang, text in zip(self.languages, texts, strict=True) if text}
        return None if any(fault(text) for text in notes.values()) else notes


def usual_rows(
    table: Table,
    indicator: str,
    limits: Limits,
    languages: tuple[str, ...],
    areas: Iterable[str],
) -> UsualRows:
    """What is known of a table before its first row: next to nothing.

    Args:
        table: The values of an indicator.
        indicator: Id of what they measure.
        limits: What its values may be.
        languages: Which languages notes stand in.
        areas: The codes that a value may belong to.
    """
    lacking = len(table.header)
    places = {name: place for place, name in enumerate(table.header)}
    return UsualRows(
        path=table.path,
        indicator=indicator,
        limits=limits,
        languages=languages,
        width=len(table.header),
        pick=itemgetter(*(places.get(name, lacking) for name in table.columns.known)),
        areas={code: code for code in areas if not fault(code)},
        frames={},
        numbers={"": None},
        no_notes={},
    )
