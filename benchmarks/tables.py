"""Tables in Markdown that also read well as plain text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def table(head: str, rows: Sequence[Sequence[str]], *, texts: int = 1) -> str:
    """A table: its first columns hold texts, the others numbers.

    Args:
        head: The names of the columns between bars.
        rows: The cells.
        texts: How many columns hold texts.
    """
    names = head.split("|")
    widths = [max(len(row[i]) for row in (names, *rows)) for i in range(len(names))]

    def line(row: Sequence[str]) -> str:
        cells = [
            cell.ljust(width) if i < texts else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        return f"| {' | '.join(cells)} |"

    rule = [
        f"{'-' * (width + 2)}" if i < texts else f"{'-' * (width + 1)}:"
        for i, width in enumerate(widths)
    ]
    return "\n".join([line(names), f"|{'|'.join(rule)}|", *map(line, rows), ""])


def with_labels(labels: Mapping[str, str], told: Mapping[str, float]) -> list[list[str]]:
    """The numbers that have a label, in the order of the labels."""
    return [[label, number(told[key])] for key, label in labels.items() if key in told]


def number(value: float) -> str:
    """A number with as many decimals as tell something."""
    if value == int(value) or value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def in_parts(labels: Mapping[str, str], seconds: Mapping[str, float]) -> list[list[str]]:
    """Seconds and their share of all, the largest first."""
    whole = sum(seconds.values()) or 1.0
    most = sorted(seconds.items(), key=lambda item: -item[1])
    return [[labels.get(k, k), f"{s:.2f}", f"{s * 100 / whole:.1f}"] for k, s in most]
