"""Pure. The columns of the tables that are computed, in both languages."""

from __future__ import annotations

Field = tuple[str, str, str, str]
"""Name, type, and what it holds in Spanish and in English."""

_AREA: Field = ("ref_area", "string", "Código del área", "Area code")
_SUBJECT: Field = ("subject", "string", "Indicador o grupo", "Indicator or group")
_REASON: Field = ("reason", "string", "Por qué no hay puntos", "Why there are no points")
_PERIOD: Field = ("time_period", "string", "Periodo del valor", "Period of the value")
_VALUE: Field = ("value", "number", "Valor publicado", "Published value")
_POINTS: Field = ("points", "number", "Puntos, sin redondear", "Points, not rounded")
_ORIGIN: Field = ("origin", "string", "Archivo y línea del valor", "File and line of the value")
VERSION: Field = ("method_version", "string", "Versión del método", "Version of the method")

SCORES: tuple[Field, ...] = (
    _AREA,
    _SUBJECT,
    ("level", "integer", "1: indicador; más: grupo", "1: indicator; more: group"),
    _PERIOD,
    _POINTS,
    ("coverage", "number", "Parte del peso con cifra", "Share of the weight with a figure"),
    ("rank_low", "number", "Percentil 5 del puesto", "5th percentile of the rank"),
    ("rank_median", "number", "Mediana del puesto", "Median rank"),
    ("rank_high", "number", "Percentil 95 del puesto", "95th percentile of the rank"),
    ("rank_count", "integer", "Entre cuántas áreas", "Among how many areas"),
    ("tier", "integer", "Grupo de áreas que no se distinguen", "Tier of areas not told apart"),
    _REASON,
    ("change", "number", "Cambio en un año, en puntos", "Change in a year, in points"),
    (
        "change_probability",
        "number",
        "Parte de los sorteos en que subió",
        "Share of the draws in which it rose",
    ),
)
NORMALISED: tuple[Field, ...] = (
    ("used_in", "string", "score o matrix", "score or matrix"),
    _AREA,
    ("indicator", "string", "Código del indicador", "Indicator code"),
    _PERIOD,
    _VALUE,
    ("low", "number", "Umbral bajo", "Lower goalpost"),
    ("high", "number", "Umbral alto", "Upper goalpost"),
    _POINTS,
    _REASON,
    _ORIGIN,
)
PARTS: tuple[Field, ...] = (
    _AREA,
    _SUBJECT,
    ("part", "string", "Indicador o grupo que lo compone", "Indicator or group it is made of"),
    _POINTS,
    ("weight", "number", "Peso publicado", "Published weight"),
    ("share", "number", "Parte del peso presente", "Share of the weight that is present"),
    _REASON,
)
DRAWS: tuple[Field, ...] = (
    _AREA,
    _SUBJECT,
    ("draws", "integer", "Cuántas combinaciones", "How many combinations"),
    ("seed", "integer", "Semilla", "Seed"),
    ("mean", "number", "Puesto medio", "Mean rank"),
    ("p5", "number", "Percentil 5", "5th percentile"),
    ("median", "number", "Mediana", "Median"),
    ("p95", "number", "Percentil 95", "95th percentile"),
    ("top3", "number", "Parte con puesto 3 o menor", "Share with a rank of 3 or lower"),
)
PAIRS: tuple[Field, ...] = (
    _SUBJECT,
    _AREA,
    ("other_area", "string", "La otra área", "The other area"),
    (
        "probability",
        "number",
        "Parte de los sorteos en que la primera queda delante",
        "Share of the draws in which the first stands ahead",
    ),
)
SCENARIOS: tuple[Field, ...] = (
    _SUBJECT,
    ("scenario", "integer", "Número de la combinación", "Number of the combination"),
    ("missing", "string", "left_out o mean", "left_out or mean"),
    ("scale", "string", "method, z-score o min-max", "method, z-score or min-max"),
    (
        "aggregate",
        "string",
        "La media; method u other donde los grupos tienen varias",
        "The mean; method or other where groups have several",
    ),
    ("emphasis", "string", "A qué parte se da más peso", "Which part weighs more"),
    ("emphasis_share", "number", "Parte del peso que recibe", "Share of the weight it gets"),
    _AREA,
    ("rank", "number", "Puesto", "Rank"),
)
COMPARISONS: tuple[Field, ...] = (
    ("indicator", "string", "Código del indicador", "Indicator code"),
    _AREA,
    _PERIOD,
    _VALUE,
    ("benchmark_kind", "string", "Con qué se compara", "What it is compared with"),
    ("benchmark", "number", "Valor de la referencia", "Value of the benchmark"),
    ("lower95", "number", "Límite inferior al 95 %", "Lower limit at 95 %"),
    ("upper95", "number", "Límite superior al 95 %", "Upper limit at 95 %"),
    ("lower998", "number", "Límite inferior al 99.8 %", "Lower limit at 99.8 %"),
    ("upper998", "number", "Límite superior al 99.8 %", "Upper limit at 99.8 %"),
    ("verdict95", "string", "Qué se dice al 95 %", "What is said at 95 %"),
    ("verdict998", "string", "Qué se dice al 99.8 %", "What is said at 99.8 %"),
)
PEERS: tuple[Field, ...] = (
    _AREA,
    ("peer", "string", "Área parecida", "Area it is like"),
    ("order", "integer", "1: la más cercana", "1: the nearest"),
    ("distance", "number", "Distancia en desviaciones típicas", "Distance in standard deviations"),
)
MATRIX: tuple[Field, ...] = (
    _AREA,
    ("capacity", "number", "Capacidades, 0 a 100", "Capacities, 0 to 100"),
    ("capacity_low", "number", "Percentil 5", "5th percentile"),
    ("capacity_high", "number", "Percentil 95", "95th percentile"),
    ("risk", "number", "Señales de riesgo, 0 a 100", "Signs of risk, 0 to 100"),
    ("risk_low", "number", "Percentil 5", "5th percentile"),
    ("risk_high", "number", "Percentil 95", "95th percentile"),
    ("category", "string", "Categoría aplicada", "Category applied"),
    ("category_probability", "number", "Parte que la apoya", "Share that supports it"),
    ("borderline", "string", "yes: en el límite", "yes: borderline"),
    ("coverage_capacity", "number", "Peso con cifra", "Weight with a figure"),
    ("coverage_risk", "number", "Peso con cifra", "Weight with a figure"),
    ("setup_current", "integer", "Modalidad actual", "Current set-up"),
    ("setup_recommended", "integer", "Modalidad recomendada", "Recommended set-up"),
    ("gap", "integer", "Niveles que faltan", "Levels that are missing"),
    ("functions", "string", "Funciones en orden", "Functions in order"),
    ("minimum_tasks_done", "integer", "Tareas mínimas cumplidas", "Minimum tasks done"),
    _REASON,
    ("label", "string", "Qué es esta clasificación", "What this classification is"),
)
