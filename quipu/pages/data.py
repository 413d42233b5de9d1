"""Pure. The data page: downloads, codebook and sources; and the page of check messages."""

from __future__ import annotations

from quipu.model import Area, Indicator
from quipu.pages.addresses import relative
from quipu.pages.book import Book
from quipu.pages.codebook import CODE_WORDS
from quipu.pages.downloads import table_links
from quipu.pages.figures import source_view
from quipu.pages.frame import alphabetical, counterparts, frame
from quipu.pages.lists import listed_kinds
from quipu.pages.memory.editions import edition_citation
from quipu.pages.requests import MOST_LISTED
from quipu.pages.system.names import register_names
from quipu.tables import TableSchema, schemas
from quipu.views import (
    CodeList,
    DataPage,
    DataTable,
    Fact,
    FieldView,
    Link,
    SchemaView,
)

_OPTIONAL = ("method-versions", "matrix-categories", "editions", "revisions")
"""Tables that a root may do without: they are described only where it has them."""


def _is_optional(schema: TableSchema) -> bool:
    return schema.name in _OPTIONAL or schema.path.startswith("data/registers/")


def data_page(book: Book) -> DataPage:
    """Make the data page."""
    language, catalog = book.language, book.catalog
    page = book.path("data")
    _ = language._
    names = {**_names(book), **register_names(book)}
    computed, rows = _computed_names(book), _row_counts(book)
    known = [
        schema
        for schema in schemas(catalog.site)
        if not _is_optional(schema) or schema.path in catalog.tables
    ]
    return DataPage(
        frame=frame(
            book,
            page,
            title=_("Datos"),
            description=_(
                "Todas las cifras para descargar, qué significa cada columna "
                "y de dónde sale cada dato."
            ),
            section="data",
            alternates=counterparts(book, "data"),
        ),
        bundle=Link(href=relative(page, "datos/todo.zip"), text="todo.zip"),
        bundle_facts=_("Data Package: todas las tablas, su esquema, la licencia y la cita."),
        tables=tuple(
            _table(book, page, schema.name, names[schema.name], rows[schema.name])
            for schema in known
            if schema.name in rows and f"data/{schema.name}.csv" in catalog.tables
        ),
        registers=tuple(
            _table(book, page, f"registros/{name}", names[name], len(kept))
            for name, kept in catalog.registers.rows.items()
        ),
        indicators=tuple(_indicator_table(book, page, i) for i in catalog.published_indicators),
        areas=tuple(
            _area_table(book, page, area)
            for area in alphabetical(book)
            if len(book.areas) <= MOST_LISTED
        ),
        more_areas=Link(href=relative(page, book.path("areas")), text=_("todas las áreas"))
        if listed_kinds(book)
        else None,
        computed=tuple(
            _table(book, page, t.schema.name, computed[t.schema.name], len(t.rows))
            for t in book.derived
        ),
        api=tuple(
            Link(href=relative(page, f"api/v1/{name}"), text=f"/api/v1/{name}")
            for name in _api_names(book)
        ),
        schemas=(
            *(_schema(book, schema, names[schema.name]) for schema in known),
            *(_schema(book, t.schema, computed[t.schema.name]) for t in book.derived),
        ),
        codes=_codes(book),
        sources=tuple(source_view(book, source, page) for source in catalog.sources),
        citation=citation(book),
    )


def _row_counts(book: Book) -> dict[str, int]:
    """How many rows the tables of facts have that are of no one indicator."""
    catalog = book.catalog
    return {
        "areas": len(catalog.areas),
        "sources": len(catalog.sources),
        "indicators": len(catalog.indicators),
        "units": len(catalog.units),
        "method-versions": len(catalog.method.versions) if catalog.method else 0,
        "editions": len(catalog.memory.editions),
        "revisions": len(catalog.memory.reasons),
    }


def _codes(book: Book) -> tuple[CodeList, ...]:
    """What the codes of the tables mean."""
    is_english = book.language.code == "en"
    return tuple(
        CodeList(
            name=column,
            codes=tuple(
                Fact(label=code, text=english if is_english else spanish)
                for code, (spanish, english) in codes.items()
            ),
        )
        for column, codes in CODE_WORDS.items()
    )


def _names(book: Book) -> dict[str, str]:
    """The tables of facts, and what to call them."""
    _ = book.language._
    return {
        "areas": _("Áreas"),
        "sources": _("Fuentes"),
        "indicators": _("Indicadores"),
        "observations": _("Valores de un indicador"),
        "units": _("Unidades"),
        "method-versions": _("Versiones del método"),
        "matrix-categories": _("Categorías publicadas"),
        "editions": _("Ediciones"),
        "revisions": _("Por qué cambiaron las cifras publicadas"),
    }


def _computed_names(book: Book) -> dict[str, str]:
    """The tables that are computed, and what to call them."""
    _ = book.language._
    return {
        "comparisons": _("Cada cifra frente a su referencia"),
        "peers": _("Áreas parecidas y sus distancias"),
        "scores": _("Puntajes e intervalos de puestos"),
        "normalised": _("Cifras convertidas en puntos"),
        "contributions": _("De qué se compone cada puntaje"),
        "draws": _("Resumen de los sorteos"),
        "pairs": _("Qué área queda delante de cuál, y cuántas veces"),
        "scenarios": _("Puestos en cada combinación de la cuadrícula"),
        "matrix": _("Lugar de cada área en la matriz"),
    }


def _api_names(book: Book) -> list[str]:
    """The files of the interface that hold something of all areas."""
    names = ["areas.json", "indicators.json", "sources.json"]
    names += [f"registers/{name}.json" for name in book.catalog.registers.rows]
    if book.has_system:
        names.append("replies.json")
    library = book.catalog.library
    names += ["practices.json"] if library.practices else []
    names += ["courses.json"] if library.courses else []
    names += ["concepts.json"] if book.catalog.concepts else []
    if book.benchmarks.scores is not None:
        names.append("scores.json")
    if book.benchmarks.matrix is not None:
        names.append("matrix.json")
    return names


def citation(book: Book) -> str:
    """How to cite the edition."""
    if book.edition.frozen:
        return edition_citation(book, book.edition.frozen, book.edition.as_of)
    site = book.catalog.site
    address = f" {site.base_url}" if site.base_url else ""
    title = book.language.text(site.titles)
    day = book.language.formats.day(book.edition.as_of)
    return book.language._("{title}. Cifras al {day}.", title=title, day=day) + address


def _table(book: Book, page: str, name: str, title: str, rows: int) -> DataTable:
    return DataTable(
        name=name,
        title=title,
        rows=book.language.plural("{n} fila", "{n} filas", rows),
        files=table_links(book, page, name),
        anchor=f"t-{name.rpartition('/')[2]}",
    )


def _indicator_table(book: Book, page: str, indicator: Indicator) -> DataTable:
    rows = len(book.catalog.observations_by_indicator[indicator.id])
    return DataTable(
        name=indicator.id,
        title=book.language.text(indicator.names),
        rows=book.language.plural("{n} fila", "{n} filas", rows),
        files=(
            *table_links(book, page, indicator.id),
            Link(href=relative(page, f"api/v1/indicators/{indicator.id}.json"), text="JSON"),
        ),
        anchor=f"t-{indicator.id}",
    )


def _area_table(book: Book, page: str, area: Area) -> DataTable:
    codes = (area.code, *(c.code for c in book.catalog.composites_by_member[area.code]))
    rows = sum(len(book.catalog.observations_by_area.get(code, ())) for code in codes)
    return DataTable(
        name=area.slug,
        title=book.language.text(area.names),
        rows=book.language.plural("{n} fila", "{n} filas", rows),
        files=(
            *table_links(book, page, area.slug),
            Link(href=relative(page, f"api/v1/areas/{area.code}.json"), text="JSON"),
        ),
        anchor=f"t-{area.slug}",
    )


def _schema(book: Book, schema: TableSchema, title: str) -> SchemaView:
    _ = book.language._
    return SchemaView(
        anchor=f"e-{schema.name}",
        title=title,
        path=schema.path,
        fields=tuple(
            FieldView(
                name=field.name,
                description=field.description(book.language.code),
                constraints=" · ".join(
                    text
                    for text in (
                        _("obligatoria") if field.required else "",
                        {"number": _("número"), "integer": _("entero")}.get(field.type, ""),
                        ", ".join(field.codes),
                    )
                    if text
                ),
            )
            for field in schema.fields
        ),
    )
