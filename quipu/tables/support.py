"""Pure. The registers of assistance: what was given, and what is asked for."""

from __future__ import annotations

from quipu.model import SiteSettings
from quipu.model.library import RequestState, Urgency
from quipu.tables.register_parts import area, code, register, statement, when
from quipu.tables.schema import FieldSchema, TableSchema, field, names


def assistance(site: SiteSettings) -> TableSchema:
    """Help that was given."""
    return register(
        "assistance",
        site,
        (),
        area(),
        when(),
        names(site, "provider", "Quién ayudó", "Who helped"),
        names(site, "recipient", "A quién", "Whom"),
        names(site, "form", "Con qué: taller, asesoría…", "With what: workshop, advice…"),
        _topics(),
        statement(site),
    )


def requests(site: SiteSettings) -> TableSchema:
    """Requests for help."""
    return register(
        "requests",
        site,
        ("id",),
        field("id", "Código de la solicitud", "Code of the request", required=True),
        area(),
        names(
            site,
            "requester",
            "Institución que pide; nunca una persona",
            "Institution that asks; never a person",
        ),
        _topics(),
        code("urgency", "Urgencia: alta, normal o baja", "Urgency", tuple(Urgency)),
        code("state", "Cómo va la solicitud", "How far it is", tuple(RequestState)),
        field("opened", "Día en que se presentó", "Day on which it was made", required=True),
        field("answered_on", "Día de la respuesta", "Day of the answer"),
        names(site, "provider", "Quién atiende", "Who attends to it", required=False),
        names(site, "outcome", "Qué resultó", "What came of it", required=False),
    )


def _topics() -> FieldSchema:
    return field(
        "topics", "Temas, separados por espacios", "Topics, parted by spaces", required=True
    )
