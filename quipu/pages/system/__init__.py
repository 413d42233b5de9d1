"""Pure. Pages of the integrity system of each area: who, what, when, and what is missing."""
