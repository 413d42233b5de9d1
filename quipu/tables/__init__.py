"""Pure. The data contract as data: one Table Schema a table, for codebook, package and checks.

Everything that describes the tables to readers is made from here, so it cannot disagree with
what the parsers accept: a test holds the fields against the parsers' columns.
"""

from __future__ import annotations

from quipu.model import SiteSettings
from quipu.tables.facts import areas, indicators, observations, sources, units
from quipu.tables.history import matrix_categories, method_versions
from quipu.tables.memory import editions, revisions
from quipu.tables.registers import register_schemas
from quipu.tables.schema import FieldSchema, TableSchema

__all__ = ["DERIVED_NAMES", "FieldSchema", "TableSchema", "schemas"]

DERIVED_NAMES = (
    *("comparisons", "contributions", "draws", "matrix", "normalised", "pairs", "peers"),
    *("scenarios", "scores"),
)
"""Tables that are computed and stand beside the others: nothing else may have their names."""


def schemas(site: SiteSettings) -> tuple[TableSchema, ...]:
    """The schema of every kind of table, with the columns that the site's settings add."""
    return (
        areas(site),
        sources(),
        indicators(site),
        observations(site),
        units(site),
        method_versions(site),
        matrix_categories(),
        editions(site),
        revisions(site),
        *register_schemas(site),
    )
