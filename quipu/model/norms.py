"""Pure. Laws, decrees and directives: which are in force, and what took the place of which."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from quipu.model.facts import Localised, Location


class NormState(StrEnum):
    """Whether a norm holds today, as far as that could be read."""

    IN_FORCE = "in_force"
    REPEALED = "repealed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """A norm that pages speak of."""

    id: str
    names: Localised
    """Short, as readers cite it: «DS 148-2024-PCM»."""
    about: Localised
    state: NormState
    replaced_by: str
    """Id of the norm on its matter today, or empty."""
    is_verified: bool
    """Whether its state was read in a source; if not, pages say so."""
    sources: tuple[str, ...]
    """Ids; empty where nothing about it could be read."""
    origin: Location = field(compare=False)
