"""Every domain value, frozen: what the data and content mean once they are read.

Missing values are ``None`` (numbers) or ``""`` (text), never 0. `facts` holds the values one by
one, `catalog` all of them together.
"""

from quipu.model.catalog import Catalog
from quipu.model.facts import (
    Area,
    Boundary,
    Document,
    Group,
    Indicator,
    InvariantError,
    Localised,
    Location,
    Observation,
    SiteSettings,
    Source,
    Unit,
    in_language,
)

__all__ = [
    "Area",
    "Boundary",
    "Catalog",
    "Document",
    "Group",
    "Indicator",
    "InvariantError",
    "Localised",
    "Location",
    "Observation",
    "SiteSettings",
    "Source",
    "Unit",
    "in_language",
]
