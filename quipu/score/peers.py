"""Pure. The areas most like an area, by declared variables, with their distances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from quipu.method import PeerRule
from quipu.model import Catalog
from quipu.score.sheet import Sheet, column_of, fill
from quipu.stats.arrays import Floats
from quipu.stats.peers import distances, nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """An area that another one is set beside."""

    ref_area: str
    distance: float
    """In standard deviations of the variables together; 0 is alike in all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerSets:
    """The peers of every area of the first kind."""

    rule: PeerRule
    sheet: Sheet
    by_area: Mapping[str, tuple[Peer, ...]]
    """Nearest first; empty for an area that lacks a variable. Lists need not be mutual."""
    missing: Mapping[str, tuple[str, ...]]
    """Indicators that an area lacks, by area; areas that lack none are left out."""


def find_peers(catalog: Catalog, as_of: date) -> PeerSets | None:
    """Find the peers of every area of the first kind that gets pages.

    None when the method declares none.
    """
    rule = catalog.method.peers if catalog.method else None
    if rule is None or not rule.variables:
        return None
    codes = list(dict.fromkeys(c for v in rule.variables for c in (v.indicator, v.per) if c))
    columns = [column_of(catalog.indicators_by_id[code]) for code in codes]
    sheet = fill(catalog, catalog.main_areas, columns, as_of)
    values = {code: sheet.values[:, n] for n, code in enumerate(codes)}
    table = np.column_stack([_variable(values, rule, n) for n in range(len(rule.variables))])
    apart = distances(table)
    lists = nearest(apart, rule.count)
    return PeerSets(
        rule=rule,
        sheet=sheet,
        by_area={
            area: tuple(
                Peer(ref_area=sheet.areas[other], distance=float(apart[a, other]))
                for other in lists[a]
            )
            for a, area in enumerate(sheet.areas)
        },
        missing={
            area: lacking
            for a, area in enumerate(sheet.areas)
            if (lacking := tuple(c for n, c in enumerate(codes) if np.isnan(sheet.values[a, n])))
        },
    )


def _variable(values: Mapping[str, Floats], rule: PeerRule, n: int) -> Floats:
    variable = rule.variables[n]
    found = values[variable.indicator].copy()
    with np.errstate(divide="ignore", invalid="ignore"):
        if variable.per:
            found = found / values[variable.per]
        if variable.is_log:
            found = np.log(np.where(found > 0, found, np.nan))
    return np.where(np.isfinite(found), found, np.nan)
