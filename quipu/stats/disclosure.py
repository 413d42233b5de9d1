"""Pure. Small counts kept back where they could point at a person."""

from __future__ import annotations

from collections.abc import Sequence


def suppress(counts: Sequence[int | None], threshold: int = 5) -> tuple[int | None, ...]:
    """Hide the counts of an additive table from which a person could be recognised.

    Hides 1 to *threshold* - 1. Zero stays: it is about nobody. If that hides exactly one
    count, a reader could get it back by subtracting the others from the total; so the next
    smallest one that is not zero is hidden too, the first of equal ones.

    Args:
        counts: Cases or persons in the cells of one total, in their order; None is missing.
            A missing count does not protect a hidden one, since it may be published elsewhere.
        threshold: The smallest count that may be shown.

    Returns:
        The counts in their order, None where hidden or missing. When all others are zero, one
        count is hidden alone: then the total must not be published either. Callers also hide
        the rates and shares derived from what is hidden.

    Raises:
        ValueError: A count is negative; names it.
    """
    for count in counts:
        if count is not None and count < 0:
            raise ValueError(f"a count cannot be negative: {count}")
    hidden = [n for n, count in enumerate(counts) if count is not None and 0 < count < threshold]
    if len(hidden) == 1:
        large = [(c, n) for n, c in enumerate(counts) if c is not None and c >= max(threshold, 1)]
        hidden += [n for _, n in sorted(large)[:1]]
    return tuple(None if n in hidden else count for n, count in enumerate(counts))
