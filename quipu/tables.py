"""Pure. The data contract as data: one Table Schema a table, for codebook, package and checks.

Everything that describes the tables to readers is made from here, so it cannot disagree with
what the parsers accept: a test holds the fields against the parsers' columns.
"""

from __future__ import annotations

from dataclasses import dataclass

from quipu.model import SiteSettings
from quipu.vocab import (
    AreaKind,
    Direction,
    Frequency,
    IndicatorStatus,
    IndicatorType,
    ObsStatus,
    Quality,
    Scope,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSchema:
    """One column."""

    name: str
    type: str
    """``string``, ``number`` or ``integer`` (Table Schema)."""
    es: str
    en: str
    required: bool = False
    codes: tuple[str, ...] = ()
    """The values it may hold; empty for any."""

    def description(self, language: str) -> str:
        """What the column holds, in a language; Spanish when it has none."""
        return self.en if language == "en" else self.es


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSchema:
    """One kind of table."""

    name: str
    path: str
    primary_key: tuple[str, ...]
    fields: tuple[FieldSchema, ...]


def schemas(site: SiteSettings) -> tuple[TableSchema, ...]:
    """The schema of every kind of table, with the columns that the site's settings add."""
    return (_areas(site), _sources(), _indicators(site), _observations(site), _units(site))


def _names(
    site: SiteSettings, stem: str, es: str, en: str, *, required: bool = True
) -> tuple[FieldSchema, ...]:
    """One column a language; only the first language's may be required."""
    return tuple(
        FieldSchema(
            name=f"{stem}_{code}",
            type="string",
            es=f"{es} ({code})",
            en=f"{en} ({code})",
            required=required and n == 0,
        )
        for n, code in enumerate(site.languages)
    )


def _field(
    name: str,
    es: str,
    en: str,
    type_: str = "string",
    *,
    required: bool = False,
    codes: tuple[str, ...] = (),
) -> FieldSchema:
    return FieldSchema(name=name, type=type_, es=es, en=en, required=required, codes=codes)


def _areas(site: SiteSettings) -> TableSchema:
    return TableSchema(
        name="areas",
        path="data/areas.csv",
        primary_key=("code",),
        fields=(
            _field(
                "code",
                "Código del área (ISO 3166-2 en regiones)",
                "Area code (ISO 3166-2 for regions)",
                required=True,
            ),
            _field("kind", "Tipo de área", "Kind of area", required=True, codes=tuple(AreaKind)),
            _field(
                "parent", "Código del área que la contiene", "Code of the area that contains it"
            ),
            _field(
                "members",
                "Miembros de un área compuesta, separados por espacios",
                "Members of a composite area, space-separated",
            ),
            _field("slug", "Nombre en las direcciones del sitio", "Name in the site’s addresses"),
            *_names(site, "name", "Nombre", "Name"),
            *(_field(a, f"Atributo «{a}»", f"Attribute “{a}”") for a in site.area_attributes),
        ),
    )


def _sources() -> TableSchema:
    return TableSchema(
        name="sources",
        path="data/sources.csv",
        primary_key=("id",),
        fields=(
            _field("id", "Código de la fuente", "Source code", required=True),
            _field(
                "title",
                "Título del documento o la serie",
                "Title of the document or series",
                required=True,
            ),
            _field("publisher", "Quién lo publicó", "Who published it", required=True),
            _field("url", "Dirección web", "Web address"),
            _field(
                "published",
                "Fecha de publicación, hasta donde se conoce",
                "Date of publication, as far as known",
            ),
            _field("accessed", "Fecha de consulta", "Date of access"),
            _field("licence", "Licencia", "Licence"),
            _field("note", "Dónde y cómo se leyó", "Where and how it was read"),
        ),
    )


def _indicators(site: SiteSettings) -> TableSchema:
    return TableSchema(
        name="indicators",
        path="data/indicators.csv",
        primary_key=("id",),
        fields=(
            _field("id", "Código del indicador", "Indicator code", required=True),
            _field("group", "Dominio", "Domain", required=True),
            *_names(site, "name", "Nombre", "Name"),
            _field("unit", "Código de la unidad", "Unit code", required=True),
            _field("decimals", "Decimales que se muestran", "Decimals shown", "integer"),
            _field(
                "type", "Tipo de valor", "Type of value", required=True, codes=tuple(IndicatorType)
            ),
            _field(
                "direction",
                "Qué extremo es mejor",
                "Which end is better",
                required=True,
                codes=tuple(Direction),
            ),
            _field("scope", "De quién es la cifra", "Whose figure it is", codes=tuple(Scope)),
            _field("frequency", "Periodicidad", "Frequency", codes=tuple(Frequency)),
            *_scales(),
            _field("benchmark", "Con qué se compara", "What it is compared with"),
            _field(
                "status",
                "Situación del indicador",
                "Status of the indicator",
                required=True,
                codes=tuple(IndicatorStatus),
            ),
            _field("owner", "Quién publica o tiene la cifra", "Who publishes or holds the figure"),
            _field("next_release", "Próxima publicación", "Next release"),
            _field("framework_version", "Norma de referencia", "Norm of reference"),
        ),
    )


def _scales() -> tuple[FieldSchema, ...]:
    """How the values of an indicator are scored, bounded and dated."""
    return (
        _field("goalpost_low", "Valor que obtiene 0 puntos", "Value that earns 0 points", "number"),
        _field(
            "goalpost_high",
            "Valor que obtiene 100 puntos",
            "Value that earns 100 points",
            "number",
        ),
        _field("weight", "Peso entre sus hermanos", "Weight among its siblings", "number"),
        _field(
            "core", "Si entra en el puntaje", "Whether it enters the score", codes=("yes", "no")
        ),
        _field("valid_min", "Mínimo posible", "Lowest possible value", "number"),
        _field("valid_max", "Máximo posible", "Highest possible value", "number"),
        _field(
            "min_denominator",
            "Denominador mínimo para comparar",
            "Lowest denominator to compare",
            "number",
        ),
        _field(
            "max_age_months",
            "Meses tras los que el dato es antiguo",
            "Months after which a value is old",
            "integer",
        ),
    )


def _observations(site: SiteSettings) -> TableSchema:
    return TableSchema(
        name="observations",
        path="data/indicators/<ID>.csv",
        primary_key=("ref_area", "time_period"),
        fields=(
            _field("ref_area", "Código del área", "Area code", required=True),
            _field(
                "time_period",
                "Periodo; vacío solo si la fuente no da fecha",
                "Time period; empty only if the source shows no date",
            ),
            _field(
                "value",
                "Valor tal como se publicó; vacío si falta",
                "Value as published; empty if missing",
                "number",
            ),
            _field(
                "numerator",
                "Numerador, en proporciones y tasas",
                "Numerator, for shares and rates",
                "number",
            ),
            _field(
                "denominator",
                "Denominador, en proporciones y tasas",
                "Denominator, for shares and rates",
                "number",
            ),
            _field("lower", "Límite inferior del intervalo", "Lower end of the interval", "number"),
            _field("upper", "Límite superior del intervalo", "Upper end of the interval", "number"),
            _field(
                "obs_status",
                "Estado del dato (SDMX)",
                "Observation status (SDMX)",
                required=True,
                codes=tuple(ObsStatus),
            ),
            _field(
                "quality", "Grado de calidad", "Quality grade", required=True, codes=tuple(Quality)
            ),
            _field(
                "source",
                "Código de la fuente; si son varias, separadas por espacios",
                "Source code; if several, space-separated",
                required=True,
            ),
            _field("evidence_url", "Dirección de la evidencia", "Address of the evidence"),
            *_names(
                site,
                "note",
                "Lo que un lector cuidadoso debe saber",
                "What a careful reader must know",
                required=False,
            ),
        ),
    )


def _units(site: SiteSettings) -> TableSchema:
    return TableSchema(
        name="units",
        path="data/units.csv",
        primary_key=("code",),
        fields=(
            _field("code", "Código de la unidad", "Unit code", required=True),
            _field(
                "position",
                "Dónde va la forma corta",
                "Where the short form stands",
                required=True,
                codes=("prefix", "suffix"),
            ),
            *_names(site, "short", "Forma corta", "Short form", required=False),
            *_names(site, "one", "Forma corta junto a 1", "Short form next to 1", required=False),
            *_names(site, "name", "Nombre", "Name"),
        ),
    )
