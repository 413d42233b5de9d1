"""Pure. What the codes of the tables mean, in words, for the codebook."""

from __future__ import annotations

from collections.abc import Mapping

CODE_WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "obs_status": {
        "A": ("normal", "normal"),
        "B": ("quiebre de la serie", "break in the series"),
        "E": ("estimado o calculado", "estimated or computed"),
        "F": ("proyectado", "forecast"),
        "P": ("provisional", "provisional"),
        "M": ("no puede existir", "cannot exist"),
        "L": ("existe, no se recogió", "exists, not collected"),
        "Q": ("reservado", "suppressed"),
    },
    "quality": {
        "A": ("archivo oficial, valor por valor", "official file, value by value"),
        "B": (
            "lista oficial completa, vista en la prensa",
            "complete official list, seen in the press",
        ),
        "C": (
            "lista parcial: dato con fecha, nunca se ordena",
            "partial list: a dated fact, never ranked",
        ),
        "D": ("sin fecha: nunca se muestra como actual", "undated: never shown as current"),
    },
    "direction": {
        "higher": ("más alto es mejor", "higher is better"),
        "lower": ("más alto es peor", "higher is worse"),
        "neutral": ("sin juicio", "no judgement"),
    },
    "status": {
        "live": ("con cifras", "with figures"),
        "draft": ("en preparación, no se publica", "in preparation, not published"),
        "retired": ("serie histórica", "historical series"),
        "wanted": ("por conseguir", "wanted"),
    },
}
"""What the codes of the most used columns mean, in Spanish and in English."""
