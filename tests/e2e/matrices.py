"""The settings of a small matrix, for synthetic roots."""

from __future__ import annotations

import json
from collections.abc import Sequence

_CATEGORY = """
[[category]]
id = "{id}"
name_es = "Categoría {id}"
setup = 1
setup_es = "Una persona."
functions = ["F1"]
support_es = "Apoyo."
review_months = 12
priority = 0
"""
_MATRIX = """\
label_es = "Método de prueba"
confidence_es = "Cifras inventadas."
notice_es = "Solo para pruebas."
minimum = ["F1"]
setup_indicator = "{setup}"
setup_levels_es = ["nada", "algo", "todo"]
setup_unknown_es = "Publicarlo."
cells = [{cells}]

[capacity]
name_es = "Capacidades"
levels_es = ["bajas", "medias", "altas"]
min_indicators = 1

[[capacity.indicator]]
id = "{capacity}"
direction = "higher"

[risk]
name_es = "Riesgos"
levels_es = ["pocos", "algunos", "muchos"]
min_indicators = 1

[[risk.indicator]]
id = "{risk}"
direction = "higher"
{categories}
[[function]]
id = "F1"
name_es = "Función"
step_es = "Empezar."
"""


def matrix_text(
    *,
    capacity: str,
    risk: str,
    setup: str,
    cells: Sequence[str] = ("AAA", "AAA", "AAA"),
    spare: str = "",
) -> str:
    """The text of ``data/matrix.toml``: an indicator an axis, a letter a category.

    Args:
        capacity: Indicator of capacities.
        risk: Indicator of risks.
        setup: Indicator of the current set-up.
        cells: Three rows of three categories.
        spare: Categories that no cell leads to.
    """
    return _MATRIX.format(
        capacity=capacity,
        risk=risk,
        setup=setup,
        cells=json.dumps([list(row) for row in cells])[1:-1],
        categories="".join(_CATEGORY.format(id=key) for key in sorted({*"".join(cells), *spare})),
    )
