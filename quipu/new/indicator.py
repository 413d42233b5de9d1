"""Pure. A new indicator: a draft, with its words begun and a table for its figures."""

from __future__ import annotations

from quipu.findings import Finding
from quipu.new import texts
from quipu.new.documents import SHOWN_WORDS
from quipu.new.draft import Draft, Given, Root, ToDo, words
from quipu.new.fields import Field, matching
from quipu.new.kind import Kind, in_languages, names_of
from quipu.new.lists import DIRECTIONS, FREQUENCIES, SCOPES, TYPES
from quipu.new.rows import new_table
from quipu.new.tables import Place, row_added
from quipu.parse import indicators, observations
from quipu.parse.cells import read_integer
from quipu.vocab import IndicatorStatus

_FIXED = {"status": IndicatorStatus.DRAFT.value, "core": "no"}
"""Neither a page nor a place in a score before somebody says so."""


def _fields(root: Root) -> tuple[Field, ...]:
    catalog = root.catalog
    return (
        Field(
            name="id",
            says=words("Código del indicador", "Id of the indicator"),
            is_argument=True,
            is_required=True,
            form=matching(indicators.INDICATOR_ID, "indicator-id"),
        ),
        Field(
            name="group",
            says=words("Dominio", "Domain"),
            is_required=True,
            known=names_of(catalog.groups),
            is_listed=True,
            unknown="E318",
            form=matching(indicators.INDICATOR_ID, "group-id"),
        ),
        *in_languages(catalog, "name", words("Nombre", "Name")),
        Field(
            name="unit",
            says=words("Unidad", "Unit"),
            is_required=True,
            known=names_of(catalog.units, "code"),
        ),
        Field(
            name="type",
            says=words("Tipo de cifra", "Type of figure"),
            is_required=True,
            known=TYPES,
            is_listed=True,
        ),
        Field(
            name="direction",
            says=words("Qué extremo es mejor", "Which end is better"),
            is_required=True,
            known=DIRECTIONS,
            is_listed=True,
        ),
        Field(
            name="decimals",
            says=words("Decimales que se muestran", "Decimals shown"),
            form=read_integer,
        ),
        Field(
            name="scope",
            says=words("De quién es la cifra", "Whose figure it is"),
            known=SCOPES,
            is_listed=True,
        ),
        Field(
            name="frequency",
            says=words("Cada cuánto se publica", "How often it is published"),
            known=FREQUENCIES,
            is_listed=True,
        ),
        Field(name="owner", says=words("Quién tiene la cifra", "Who holds the figure")),
    )


def _draft(root: Root, given: Given, findings: list[Finding]) -> Draft | None:
    code, site = given["id"], root.catalog.site
    place = Place(path=indicators.PATH, columns=indicators.columns(site), key="id")
    row = row_added(root, place, {**given.texts, **_FIXED}, findings)
    if row is None:
        return None
    path = f"{observations.FOLDER}{code}.csv"
    table = () if path in root.files else (new_table(path, observations.columns(site)),)
    # Words that are there already are those of this indicator: none other has its code.
    documents, kept = texts.begun(
        root, "indicators", code, lambda language: texts.document(language, SHOWN_WORDS), []
    )
    says = words(
        "si se sabe: valid_min, valid_max, max_age_months. Sigue en «draft», sin página, hasta "
        "que escriba en status «live» (ya tiene cifras y textos) o «wanted» (se buscan).",
        "where they are known: valid_min, valid_max, max_age_months. It stays “draft”, with no "
        "page, until status says “live” (it has figures and words) or “wanted” (they are wanted).",
    )
    return Draft(
        # The row comes first: an indicator without its table passes the check, not the reverse.
        writes=(row, *table, *documents),
        kept=(*kept, *((path,) if not table else ())),
        to_do=(ToDo(where=row.where(), says=says), *texts.left_to_write(documents)),
        next_command=words(
            f"new period {code} PERIODO --source FUENTE",
            f"new period {code} PERIOD --source SOURCE",
        ),
    )


INDICATOR = Kind(
    name="indicator",
    says=words(
        "Un indicador: empieza en «draft», sin página.",
        "An indicator: it starts as “draft”, with no page.",
    ),
    fields=_fields,
    draft=_draft,
)
