"""Pure. Codes W326 to W350: figures that are possible and yet odd, in one table."""

from __future__ import annotations

from quipu.findings.rule import rule

RULES = (
    rule(
        "W326",
        "tenfold-jump",
        ("{area}: de {before} a {value} en un periodo, más de diez veces.",
         "Compruebe la unidad y los ceros en la fuente."),
        ("{area}: from {before} to {value} in one period, more than ten-fold.",
         "Check the unit and the zeros in the source."),
        ("1200 y luego 13 → 1200 y luego 1300, si la fuente lo dice", "1200 and then 13 → 1200 and then 1300, if the source says so"),
    ),
    rule(
        "W327",
        "all-values-equal",
        ("Los {count} valores de {period} son iguales ({value}).", "Compruebe que no se copió una fila hacia abajo."),
        ("All {count} values of {period} are equal ({value}).", "Check that a row was not copied down."),
        ("26 regiones con 87.4 → el valor de cada una", "26 regions with 87.4 → the value of each"),
    ),
    rule(
        "W346",
        "far-from-history",
        ("{area}: {value} queda muy lejos de lo que esa área ha tenido en los demás periodos (de {low} a {high}).",
         "Compárelo con la fuente: cifras cambiadas de orden, una fila de más abajo, otra unidad. Si la fuente lo dice, déjelo y explíquelo en la nota."),
        ("{area}: {value} is very far from what that area has had in the other periods ({low} to {high}).",
         "Compare it with the source: digits swapped, the row below, another unit. If the source says so, leave it and explain it in the note."),
        ("12.1, 12.4, 91.2, 12.3… → 12.1, 12.4, 12.9, 12.3…, si la fuente lo dice", "12.1, 12.4, 91.2, 12.3… → 12.1, 12.4, 12.9, 12.3…, if the source says so"),
    ),
    rule(
        "W347",
        "constant-series",
        ("{area}: el mismo valor ({value}) en sus {count} periodos, mientras los de las demás áreas cambian.",
         "Compruebe en la fuente que no se arrastró la celda. Si la fuente lo dice, déjelo."),
        ("{area}: the same value ({value}) in its {count} periods, while those of the other areas change.",
         "Check in the source that the cell was not dragged down. If the source says so, leave it."),
        ("87.4, 87.4, 87.4, 87.4 → el valor de cada año", "87.4, 87.4, 87.4, 87.4 → the value of each year"),
    ),
    rule(
        "W348",
        "period-repeated",
        ("{count} de las {total} áreas repiten en {period} el valor que tenían en {before}.",
         "Compruebe que no se pegó otra vez el mismo bloque. Si la fuente no actualizó esas cifras, quite las repetidas."),
        ("{count} of the {total} areas repeat in {period} the value that they had in {before}.",
         "Check that the same block was not pasted again. If the source did not update those figures, remove the repeated ones."),
        ("el bloque de 2023 pegado como 2024 → el de 2024", "the block of 2023 pasted as 2024 → that of 2024"),
    ),
    rule(
        "W349",
        "decimals-mixed",
        ("En {period}, {count} de las {total} cifras tienen otra cantidad de decimales que las demás (por ejemplo {value}).",
         "Copie todas con los decimales que publica la fuente."),
        ("In {period}, {count} of the {total} figures have another number of decimals than the others (for example {value}).",
         "Copy all of them with the decimals that the source publishes."),
        "12.43, 15, 18, 21.07 → 12.43, 15.31, 17.86, 21.07",
    ),
    rule(
        "W350",
        "digits-heaped",
        ("{count} de las {total} cifras grandes terminan en 0 o 5; se esperaría que fuera una de cada cinco.",
         "Compruebe si son exactas o redondeadas. Si la fuente las redondea, dígalo en los límites del indicador."),
        ("{count} of the {total} large figures end in 0 or 5; one in five would be expected.",
         "Check whether they are exact or rounded. If the source rounds them, say so in the limits of the indicator."),
        ("120, 250, 305, 400… → 118, 247, 305, 402…, si la fuente lo dice", "120, 250, 305, 400… → 118, 247, 305, 402…, if the source says so"),
    ),
)
