"""Figures that are possible and yet odd: warnings, which never stop a build."""

from __future__ import annotations

from tests.hostile.case import Case
from tests.roots import FILES, INDICATORS, RETIRED, append, both, cell, write

_HEADER = FILES[RETIRED].partition("\n")[0]
_PLACES = [f"PE-X{number:02d}" for number in range(12)]
_MORE_AREAS = append(
    "data/areas.csv",
    "".join(
        f"{code},district,PE,,,Distrito sintético {code},District {code}\n" for code in _PLACES
    ),
)

Rows = dict[tuple[int, str], str]
"""Values by year and area."""


def sound() -> Rows:
    """Return values of 12 areas in 12 years with which nothing is odd: a fixed, uneven lattice."""
    return {
        (year, area): f"{(a * 7919 + (year - 2008) * 104729) % 8999 + 1013}"
        for year in range(2008, 2020)
        for a, area in enumerate(_PLACES)
    }


def _case(name: str, rows: Rows, code: str, year: int, area: str, kind: str = "count") -> Case:
    """A table of an indicator; the finding stands at the row of an area in a year."""
    lines = [f"{place},{period},{value},,,,,A,A,S1,,," for (period, place), value in rows.items()]
    table = f"{_HEADER}\n" + "\n".join(lines) + "\n"
    change = both(_MORE_AREAS, cell(INDICATORS, 4, "type", kind), write(RETIRED, table))
    line = list(rows).index((year, area)) + 2
    return Case(name=name, change=change, code=code, path=RETIRED, line=line)


def _with(changes: Rows) -> Rows:
    return {**sound(), **changes}


_YEARS = range(2008, 2020)
_STEADY = {(year, "PE-X03"): f"{5000 + year % 7}" for year in _YEARS}

CASES = (
    _case(
        "far from its own history",
        _with({**_STEADY, (2014, "PE-X03"): "8012"}),
        "W346",
        2014,
        "PE-X03",
    ),
    _case(
        "series that never changes",
        _with({(year, "PE-X05"): "4321" for year in _YEARS}),
        "W347",
        2008,
        "PE-X05",
    ),
    _case(
        "year pasted again",
        _with({(2016, area): sound()[2015, area] for area in _PLACES}),
        "W348",
        2016,
        "PE-X00",
    ),
    _case(
        "thousands point among whole amounts",
        _with({(2012, "PE-X04"): "1.234"}),
        "W349",
        2012,
        "PE-X04",
        "amount",
    ),
    _case(
        "rates rounded in part",
        _with(
            {
                (2012, area): f"{n}.37" if n > 7 else f"{n}"
                for n, area in enumerate(_PLACES, start=2)
            }
        ),
        "W349",
        2012,
        "PE-X00",
        "rate",
    ),
    _case(
        "counts that end in five and zero",
        {key: str(int(value) // 5 * 5) for key, value in sound().items()},
        "W350",
        2008,
        "PE-X00",
    ),
)
