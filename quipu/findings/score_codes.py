"""Pure. Codes of the scoring: rules of method.toml and matrix.toml that cannot be applied."""

from __future__ import annotations

from quipu.findings.rule import rule

RULES = (
    rule(
        "E335",
        "core-neutral",
        ("El indicador «{value}» no tiene un extremo mejor (direction: neutral), así que no puede entrar en un puntaje.",
         "Escriba «no» en core."),
        ("Indicator “{value}” has no better end (direction: neutral), so it cannot enter a score.",
         "Write “no” in core."),
    ),
    rule(
        "E336",
        "core-count",
        ("El indicador «{value}» es una cuenta o un monto sin denominador: crece con el tamaño del área y no puede entrar en un puntaje.",
         "Escriba «no» en core, o publique una proporción o una tasa."),
        ("Indicator “{value}” is a count or an amount without a denominator: it grows with the size of the area and cannot enter a score.",
         "Write “no” in core, or publish a share or a rate."),
    ),
    rule(
        "E337",
        "core-without-goalposts",
        ("El indicador «{value}» entra en el puntaje y no dice qué valores obtienen 0 y 100 puntos.",
         "Complete goalpost_low y goalpost_high, o escriba «no» en core."),
        ("Indicator “{value}” enters the score and does not say which values earn 0 and 100 points.",
         "Fill in goalpost_low and goalpost_high, or write “no” in core."),
    ),
    rule(
        "E338",
        "benchmark-unknown",
        ("«{value}» no es una referencia para comparar.", "Escriba national, median, peers o target: y un número, como target:95; o deje la celda vacía."),
        ("“{value}” is not a benchmark.", "Write national, median, peers, or target: and a number, such as target:95; or leave the cell empty."),
        "promedio → median",
    ),
    rule(
        "E339",
        "small-count",
        ("{indicator} cuenta {value} en un área: con tan pocos casos se podría reconocer a una persona.",
         "Deje vacías las cifras de la fila y escriba Q en obs_status."),
        ("{indicator} counts {value} in an area: with so few cases a person could be recognised.",
         "Leave the figures of the row empty and write Q in obs_status."),
    ),
    rule(
        "E340",
        "hidden-cell-alone",
        ("En {period} hay una sola cifra reservada: restando las demás del total se sabría cuál es.",
         "Reserve también la siguiente más pequeña: la de {area}."),
        ("In {period} a single figure is withheld: taking the others from the total would reveal it.",
         "Withhold the next smallest too: that of {area}."),
    ),
    rule(
        "E342",
        "category-unknown",
        ("«{value}» no es una categoría de data/matrix.toml.", "Use una de estas: {options}."),
        ("“{value}” is not a category of data/matrix.toml.", "Use one of these: {options}."),
    ),
    rule(
        "E505",
        "group-empty",
        ("Dentro de «{value}» no hay ningún indicador ni otro grupo.", "Quite el bloque, o ponga su código en «group» de algún indicador."),
        ("There is no indicator and no other group within “{value}”.", "Remove the block, or write its id as “group” of some indicator."),
    ),
    rule(
        "W507",
        "points-depend-on-others",
        ("Con «{value}», los puntos de un área cambian cuando cambia otra.", "Para puntajes que se publican año tras año use goalposts."),
        ("With “{value}” the points of an area change when another area does.", "For scores that are published year after year use goalposts."),
    ),
    rule(
        "E508",
        "minimum-tasks-not-first",
        ("La categoría «{value}» no pone primero las tareas mínimas.", "Empiece la lista «functions» por: {options}."),
        ("Category “{value}” does not put the minimum tasks first.", "Begin the list “functions” with: {options}."),
    ),
    rule(
        "E509",
        "matrix-hole",
        ("La matriz tiene un hueco o una celda de más: las filas tienen {value} celdas y deben ser {rows} filas de {columns}.",
         "Escriba una categoría por cada nivel de capacidad (filas) y de riesgo (columnas)."),
        ("The matrix has a hole or a cell too many: the rows have {value} cells and there must be {rows} rows of {columns}.",
         "Write a category for every level of capacity (rows) and of risk (columns)."),
    ),
    rule(
        "E510",
        "axis-without-goalposts",
        ("«{value}» está en un eje de la matriz y no dice qué valores obtienen 0 y 100 puntos.",
         "Complete goalpost_low y goalpost_high en data/indicators.csv."),
        ("“{value}” stands on an axis of the matrix and does not say which values earn 0 and 100 points.",
         "Fill in goalpost_low and goalpost_high in data/indicators.csv."),
    ),
    rule(
        "E511",
        "matrix-without-method",
        ("Hay una matriz y falta data/method.toml, que dice la versión del método.", "Agregue data/method.toml con su clave version."),
        ("There is a matrix and data/method.toml, which says the version of the method, is missing.",
         "Add data/method.toml with its key version."),
    ),
    rule(
        "E512",
        "method-changed",
        ("Cambió un peso, un umbral u otra regla del puntaje o de la matriz, y la versión sigue siendo «{value}».",
         "Suba la versión y agregue a data/method-versions.csv una línea con ella, la huella {fingerprint} y qué cambió."),
        ("A weight, a goalpost or another rule of the score or the matrix changed, and the version is still “{value}”.",
         "Raise the version and add to data/method-versions.csv a line with it, the fingerprint {fingerprint} and what changed."),
    ),
    rule(
        "E513",
        "version-unrecorded",
        ("La versión «{value}» del método no está en data/method-versions.csv.",
         "Agregue una línea con ella, la huella {fingerprint} y qué cambió."),
        ("Version “{value}” of the method is not in data/method-versions.csv.",
         "Add a line with it, the fingerprint {fingerprint} and what changed."),
    ),
)
