"""Pure. What readers call registers and the codes in them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from quipu.i18n.language import Language
from quipu.model.register_codes import (
    CommissionEvent,
    Confidence,
    EntityLevel,
    FactStatus,
    FunctionEvent,
    Seat,
    SessionKind,
    SessionOutcome,
)
from quipu.pages.book import Book


def register_names(book: Book) -> dict[str, str]:
    """The registers, and what to call them."""
    _ = book.language._
    return {
        "institutions": _("Instituciones"),
        "topics": _("Temas"),
        "integrity_functions": _("Funciones de integridad"),
        "minimum_tasks": _("Tareas mínimas"),
        "commissions": _("Comisiones regionales anticorrupción"),
        "sessions": _("Sesiones de las comisiones"),
        "agreements": _("Acuerdos y compromisos"),
        "members": _("Instituciones que integran las comisiones"),
        "commission_periods": _("Periodos de los que todo está anotado"),
        "agencies": _("Agencias Regionales de Desarrollo"),
        "risks": _("Riesgos de integridad"),
        "risk_controls": _("Controles de los riesgos"),
        "advice_questions": _("Preguntas de las fichas de consejo"),
        "advice_mitigations": _("Medidas de las fichas de consejo"),
        "swot": _("Puntos de los FODA de las regiones"),
        "priority_actions": _("Acciones de las prioridades"),
        "assistance": _("Asistencia que consta"),
        "requests": _("Solicitudes de asistencia"),
        "norms": _("Normas"),
    }


def function_event(language: Language, event: FunctionEvent) -> str:
    """What a fact on an integrity function is about, in words."""
    _ = language._
    return {
        FunctionEvent.UNIT_CREATED: _("Se creó la unidad u oficina"),
        FunctionEvent.UNIT_EXISTS: _("Hay unidad u oficina"),
        FunctionEvent.NO_UNIT: _("No hay unidad propia"),
        FunctionEvent.OFFICER_DESIGNATED: _("Se designó a quien la dirige"),
        FunctionEvent.PROGRAMME: _("Programa de integridad"),
        FunctionEvent.PLAN: _("Plan"),
        FunctionEvent.RISK_MAP: _("Identificación de riesgos"),
        FunctionEvent.TRAINING: _("Capacitación"),
        FunctionEvent.COMPLAINTS_CHANNEL: _("Canal de denuncias"),
        FunctionEvent.MEASUREMENT: _("Medición"),
        FunctionEvent.CONTROL: _("Observación de un órgano de control"),
        FunctionEvent.OTHER: _("Otro hecho"),
    }[event]


def commission_event(language: Language, event: CommissionEvent) -> str:
    """What a fact on a commission is about, in words."""
    _ = language._
    return {
        CommissionEvent.NORM: _("Norma"),
        CommissionEvent.REPEALED: _("Norma derogada"),
        CommissionEvent.INSTALLED: _("Instalación"),
        CommissionEvent.REACTIVATED: _("Reactivación"),
        CommissionEvent.INACTIVE: _("Sin sesiones"),
        CommissionEvent.RULES: _("Reglamento interno"),
        CommissionEvent.PLAN: _("Plan"),
        CommissionEvent.CHAIR: _("Presidencia"),
        CommissionEvent.SECRETARIAT: _("Secretaría técnica"),
        CommissionEvent.MEMBERSHIP: _("Integrantes"),
        CommissionEvent.ACTIVITY: _("Actividad pública"),
        CommissionEvent.OTHER: _("Otro hecho"),
    }[event]


def session_words(language: Language, kind: SessionKind | None, outcome: SessionOutcome) -> str:
    """A session and whether it was held, in words."""
    _ = language._
    kinds: Mapping[StrEnum | None, str] = {
        None: _("Sesión"),
        SessionKind.ORDINARY: _("Sesión ordinaria"),
        SessionKind.EXTRAORDINARY: _("Sesión extraordinaria"),
        SessionKind.INSTALLATION: _("Sesión de instalación"),
    }
    outcomes: Mapping[StrEnum, str] = {
        SessionOutcome.HELD: _("realizada"),
        SessionOutcome.NO_QUORUM: _("sin quórum"),
        SessionOutcome.CALLED: _("convocada"),
    }
    return f"{kinds[kind]}, {outcomes[outcome]}"


def status_words(language: Language, status: FactStatus) -> str:
    """What a fact says of its matter, where that is not plain; empty for what was done."""
    _ = language._
    return {FactStatus.PLANNED: _("previsto"), FactStatus.NOT_DONE: _("no hecho")}.get(status, "")


def level_words(language: Language, level: EntityLevel) -> str:
    """Of which body a fact is, where it is not the regional government."""
    _ = language._
    return {
        EntityLevel.DEPENDENCY: _("dependencia del gobierno regional"),
        EntityLevel.METROPOLITAN_MUNICIPALITY: _("municipalidad metropolitana"),
    }.get(level, "")


def confidence_words(language: Language, confidence: Confidence) -> str:
    """How sure a fact is, in words."""
    _ = language._
    return {
        Confidence.OFFICIAL: _("A: página oficial o documento primario"),
        Confidence.PRESS: _("B: prensa con fecha"),
        Confidence.WEAK: _("C: sin fecha, inferido u opinión"),
    }[confidence]


def setup_words(language: Language, setup: int) -> str:
    """The set-up of a function, in words."""
    _ = language._
    return (
        _("ninguna"),
        _("una persona u oficial designado"),
        _("unidad funcional creada por resolución"),
        _("oficina"),
        _("oficina con enlaces en las unidades ejecutoras"),
    )[setup]


def seat_words(language: Language, seat: Seat) -> str:
    """As what an institution sits in a commission, in words."""
    _ = language._
    return {
        Seat.MEMBER: _("miembro"),
        Seat.OBSERVER: _("observador"),
        Seat.SECRETARIAT: _("secretaría técnica"),
        Seat.GUEST: _("invitado"),
    }[seat]
