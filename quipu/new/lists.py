"""Pure. The code lists that a person chooses from, with what each code means in es and en."""

from __future__ import annotations

from quipu.new.naming import Names
from quipu.vocab import (
    AreaKind,
    Direction,
    Frequency,
    IndicatorType,
    ObsStatus,
    Quality,
    Scope,
)

AREA_KINDS: Names = {
    AreaKind.COUNTRY.value: ("país", "country"),
    AreaKind.REGION.value: ("región", "region"),
    AreaKind.PROVINCE.value: ("provincia", "province"),
    AreaKind.DISTRICT.value: ("distrito", "district"),
    AreaKind.COMPOSITE.value: (
        "varias áreas publicadas juntas",
        "several areas published together",
    ),
}
TYPES: Names = {
    IndicatorType.SCORE.value: ("puntaje", "score"),
    IndicatorType.PERCENTAGE.value: ("porcentaje, de 0 a 100", "percentage, from 0 to 100"),
    IndicatorType.RATE.value: ("tasa: tanto por habitante", "rate: so much per person"),
    IndicatorType.ORDINAL.value: ("niveles en orden: 0, 1, 2…", "levels in order: 0, 1, 2…"),
    IndicatorType.BINARY.value: ("sí (1) o no (0)", "yes (1) or no (0)"),
    IndicatorType.AMOUNT.value: ("monto", "amount"),
    IndicatorType.COUNT.value: ("cuenta de casos o personas", "count of cases or people"),
}
DIRECTIONS: Names = {
    Direction.HIGHER.value: ("más alto es mejor", "higher is better"),
    Direction.LOWER.value: ("más bajo es mejor", "lower is better"),
    Direction.NEUTRAL.value: ("sin juicio", "no judgement"),
}
SCOPES: Names = {
    Scope.REGIONAL_GOVERNMENT.value: ("el gobierno regional", "the regional government"),
    Scope.DEPARTMENT.value: ("todo el departamento", "the whole department"),
    Scope.COMMISSION.value: ("la comisión regional", "the regional commission"),
}
FREQUENCIES: Names = {
    Frequency.ANNUAL.value: ("cada año", "every year"),
    Frequency.SEMESTER.value: ("cada semestre", "every half-year"),
    Frequency.QUARTERLY.value: ("cada trimestre", "every quarter"),
    Frequency.MONTHLY.value: ("cada mes", "every month"),
    Frequency.EVENT.value: ("cuando ocurre un hecho", "when something happens"),
    Frequency.IRREGULAR.value: ("sin fecha fija", "at no fixed time"),
}
QUALITIES: Names = {
    Quality.OFFICIAL_FILE.value: ("archivo o documento oficial", "official file or document"),
    Quality.COMPLETE_LIST.value: (
        "lista oficial completa, vista en la prensa",
        "complete official list, seen in the press",
    ),
    Quality.PARTIAL_LIST.value: (
        "lista parcial: no se compara ni puntúa",
        "partial list: neither compared nor scored",
    ),
}
"""Without D: what has no date belongs to no period."""
STATUSES: Names = {
    ObsStatus.NORMAL.value: ("normal", "normal"),
    ObsStatus.BREAK.value: ("cambio de método", "change of method"),
    ObsStatus.ESTIMATED.value: ("estimado", "estimated"),
    ObsStatus.FORECAST.value: ("pronóstico", "forecast"),
    ObsStatus.PROVISIONAL.value: ("provisional", "provisional"),
}
"""Those of a figure that is there."""
POSITIONS: Names = {
    "prefix": ("antes del número: S/ 5", "before the number: S/ 5"),
    "suffix": ("después del número: 5 %", "after the number: 5%"),
}
