"""Pure. The tables of facts: areas, sources, indicators, values, units."""

from __future__ import annotations

from quipu.model import SiteSettings
from quipu.tables.schema import FieldSchema, TableSchema, field, names
from quipu.vocab import (
    AreaKind,
    Computed,
    Direction,
    Frequency,
    IndicatorStatus,
    IndicatorType,
    ObsStatus,
    Quality,
    Rollup,
    Scope,
)


def areas(site: SiteSettings) -> TableSchema:
    """Areas and their attributes."""
    return TableSchema(
        name="areas",
        path="data/areas.csv",
        primary_key=("code",),
        fields=(
            field(
                "code",
                "Código del área (ISO 3166-2 en regiones)",
                "Area code (ISO 3166-2 for regions)",
                required=True,
            ),
            field("kind", "Tipo de área", "Kind of area", required=True, codes=tuple(AreaKind)),
            field("parent", "Código del área que la contiene", "Code of the area that contains it"),
            field(
                "members",
                "Miembros de un área compuesta, separados por espacios",
                "Members of a composite area, space-separated",
            ),
            field("slug", "Nombre en las direcciones del sitio", "Name in the site’s addresses"),
            *names(site, "name", "Nombre", "Name"),
            *(field(a, f"Atributo «{a}»", f"Attribute “{a}”") for a in site.area_attributes),
        ),
    )


def sources() -> TableSchema:
    """Who published what."""
    return TableSchema(
        name="sources",
        path="data/sources.csv",
        primary_key=("id",),
        fields=(
            field("id", "Código de la fuente", "Source code", required=True),
            field(
                "title",
                "Título del documento o la serie",
                "Title of the document or series",
                required=True,
            ),
            field("publisher", "Quién lo publicó", "Who published it", required=True),
            field("url", "Dirección web", "Web address"),
            field(
                "published",
                "Fecha de publicación, hasta donde se conoce",
                "Date of publication, as far as known",
            ),
            field("accessed", "Fecha de consulta", "Date of access"),
            field("licence", "Licencia", "Licence"),
            field("note", "Dónde y cómo se leyó", "Where and how it was read"),
            field(
                "language",
                "Código del idioma del título, si no es el primero del sitio",
                "Code of the language of the title, unless it is the site’s first",
            ),
        ),
    )


def indicators(site: SiteSettings) -> TableSchema:
    """What is measured, and how it is scored."""
    return TableSchema(
        name="indicators",
        path="data/indicators.csv",
        primary_key=("id",),
        fields=(
            field("id", "Código del indicador", "Indicator code", required=True),
            field("group", "Dominio", "Domain", required=True),
            *names(site, "name", "Nombre", "Name"),
            field("unit", "Código de la unidad", "Unit code", required=True),
            field("decimals", "Decimales que se muestran", "Decimals shown", "integer"),
            field(
                "type", "Tipo de valor", "Type of value", required=True, codes=tuple(IndicatorType)
            ),
            field(
                "direction",
                "Qué extremo es mejor",
                "Which end is better",
                required=True,
                codes=tuple(Direction),
            ),
            field("scope", "De quién es la cifra", "Whose figure it is", codes=tuple(Scope)),
            field("frequency", "Periodicidad", "Frequency", codes=tuple(Frequency)),
            *_scales(),
            field("benchmark", "Con qué se compara", "What it is compared with"),
            field(
                "status",
                "Situación del indicador",
                "Status of the indicator",
                required=True,
                codes=tuple(IndicatorStatus),
            ),
            field("owner", "Quién publica o tiene la cifra", "Who publishes or holds the figure"),
            field("next_release", "Próxima publicación", "Next release"),
            field("framework_version", "Norma de referencia", "Norm of reference"),
            field(
                "rollup",
                "Cómo se calcula la cifra de un área con las de las áreas que contiene: sum las "
                "suma; ratio suma numeradores y denominadores. Vacío: no se calcula",
                "How the figure of an area is computed from those of the areas within it: sum "
                "adds them up; ratio adds up numerators and denominators. Empty: it is not",
                codes=tuple(Rollup),
            ),
            field(
                "computed",
                "Qué se cuenta para él en los registros. Vacío: sus cifras se escriben",
                "What is counted for it in the registers. Empty: its figures are typed",
                codes=tuple(Computed),
            ),
        ),
    )


def _scales() -> tuple[FieldSchema, ...]:
    """How the values of an indicator are scored, bounded and dated."""
    return (
        field("goalpost_low", "Valor que obtiene 0 puntos", "Value that earns 0 points", "number"),
        field(
            "goalpost_high",
            "Valor que obtiene 100 puntos",
            "Value that earns 100 points",
            "number",
        ),
        field("weight", "Peso entre sus hermanos", "Weight among its siblings", "number"),
        field("core", "Si entra en el puntaje", "Whether it enters the score", codes=("yes", "no")),
        field("valid_min", "Mínimo posible", "Lowest possible value", "number"),
        field("valid_max", "Máximo posible", "Highest possible value", "number"),
        field(
            "min_denominator",
            "Denominador mínimo para comparar",
            "Lowest denominator to compare",
            "number",
        ),
        field(
            "max_age_months",
            "Meses tras los que el dato es antiguo",
            "Months after which a value is old",
            "integer",
        ),
    )


def observations(site: SiteSettings) -> TableSchema:
    """The values of one indicator."""
    return TableSchema(
        name="observations",
        path="data/indicators/<ID>.csv",
        primary_key=("ref_area", "time_period"),
        fields=(
            field("ref_area", "Código del área", "Area code", required=True),
            field(
                "time_period",
                "Periodo; vacío solo si la fuente no da fecha",
                "Time period; empty only if the source shows no date",
            ),
            field(
                "value",
                "Valor tal como se publicó; vacío si falta",
                "Value as published; empty if missing",
                "number",
            ),
            field(
                "numerator",
                "Numerador, en proporciones y tasas",
                "Numerator, for shares and rates",
                "number",
            ),
            field(
                "denominator",
                "Denominador, en proporciones y tasas",
                "Denominator, for shares and rates",
                "number",
            ),
            field("lower", "Límite inferior del intervalo", "Lower end of the interval", "number"),
            field("upper", "Límite superior del intervalo", "Upper end of the interval", "number"),
            field(
                "obs_status",
                "Estado del dato (SDMX)",
                "Observation status (SDMX)",
                required=True,
                codes=tuple(ObsStatus),
            ),
            field(
                "quality", "Grado de calidad", "Quality grade", required=True, codes=tuple(Quality)
            ),
            field(
                "source",
                "Código de la fuente; si son varias, separadas por espacios",
                "Source code; if several, space-separated",
                required=True,
            ),
            field("evidence_url", "Dirección de la evidencia", "Address of the evidence"),
            *names(
                site,
                "note",
                "Lo que un lector cuidadoso debe saber",
                "What a careful reader must know",
                required=False,
            ),
        ),
    )


def units(site: SiteSettings) -> TableSchema:
    """How units are written."""
    return TableSchema(
        name="units",
        path="data/units.csv",
        primary_key=("code",),
        fields=(
            field("code", "Código de la unidad", "Unit code", required=True),
            field(
                "position",
                "Dónde va la forma corta",
                "Where the short form stands",
                required=True,
                codes=("prefix", "suffix"),
            ),
            *names(site, "short", "Forma corta", "Short form", required=False),
            *names(site, "one", "Forma corta junto a 1", "Short form next to 1", required=False),
            *names(site, "name", "Nombre", "Name"),
        ),
    )
