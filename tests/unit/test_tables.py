"""The published contract of the tables says what the parsers accept."""

from __future__ import annotations

from enum import StrEnum

import pytest

from quipu.model import SiteSettings
from quipu.pages.codebook import CODE_WORDS
from quipu.parse import areas, editions, history, indicators, observations, revisions, sources
from quipu.parse.header import Columns
from quipu.parse.registers.all import SHAPES
from quipu.tables import FieldSchema, TableSchema, schemas
from quipu.vocab import Direction, IndicatorStatus, ObsStatus, Quality

SITE = SiteSettings(
    titles={"es": "Prueba"},
    taglines={},
    languages=("es", "en", "qu"),
    area_attributes=("capital", "zone"),
)
SCHEMAS = {schema.name: schema for schema in schemas(SITE)}
PARSED = {
    "areas": areas.columns(SITE),
    "sources": sources.SOURCE_COLUMNS,
    "indicators": indicators.columns(SITE),
    "observations": observations.columns(SITE),
    "units": sources.unit_columns(SITE),
    "method-versions": history.version_columns(SITE),
    "matrix-categories": history.CATEGORY_COLUMNS,
    "editions": editions.edition_columns(SITE),
    "revisions": revisions.revision_columns(SITE),
    **{shape.name: shape.columns(SITE) for shape in SHAPES},
}


@pytest.mark.parametrize("name", PARSED)
def test_fields_are_the_parsers_columns(name: str) -> None:
    """Same columns in the same order, and the same ones may not be empty."""
    schema: TableSchema = SCHEMAS[name]
    columns: Columns = PARSED[name]
    assert tuple(field.name for field in schema.fields) == columns.known
    assert {field.name for field in schema.fields if field.required} == columns.required
    assert set(schema.primary_key) <= set(columns.known)


def test_every_table_has_a_parser() -> None:
    """A new kind of table is described and read, or neither."""
    assert set(SCHEMAS) == set(PARSED)


FIELDS = [(s.name, field) for s in SCHEMAS.values() for field in s.fields]


@pytest.mark.parametrize(("table", "field"), FIELDS, ids=lambda x: getattr(x, "name", x))
def test_every_field_is_described(table: str, field: FieldSchema) -> None:
    """In Spanish and in English, and not with its own name."""
    assert table in SCHEMAS
    for text in (field.description("es"), field.description("en")):
        assert len(text) > len(field.name) // 2
        assert text != field.name


@pytest.mark.parametrize(
    ("column", "codes"),
    [
        ("obs_status", ObsStatus),
        ("quality", Quality),
        ("direction", Direction),
        ("status", IndicatorStatus),
    ],
)
def test_the_codebook_explains_every_code(column: str, codes: type[StrEnum]) -> None:
    """No code is left out, none is explained that does not exist."""
    assert list(CODE_WORDS[column]) == [code.value for code in codes]
    assert all(spanish and english for spanish, english in CODE_WORDS[column].values())
