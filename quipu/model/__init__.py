"""Every domain value, frozen: what the data and content mean once they are read.

Missing values are ``None`` (numbers) or ``""`` (text), never 0. `facts` holds the values one by
one, `memory` what was published before, `catalog` all of them together.
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
from quipu.model.memory import (
    Definition,
    FigureKey,
    FrozenEdition,
    Memory,
    PublishedAddress,
    Reason,
    ReasonMark,
    RevisionKind,
)

__all__ = [
    "Area",
    "Boundary",
    "Catalog",
    "Definition",
    "Document",
    "FigureKey",
    "FrozenEdition",
    "Group",
    "Indicator",
    "InvariantError",
    "Localised",
    "Location",
    "Memory",
    "Observation",
    "PublishedAddress",
    "Reason",
    "ReasonMark",
    "RevisionKind",
    "SiteSettings",
    "Source",
    "Unit",
    "in_language",
]
