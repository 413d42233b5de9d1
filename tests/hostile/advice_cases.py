"""Agencies, risks and advice that cannot be used as they are."""

from __future__ import annotations

from tests.advice import ADVICE, CARD, CARD_EN, CONTROLS, FILES, MITIGATIONS, QUESTIONS, RISKS
from tests.hostile.case import Case, on_line
from tests.roots import both, cell, remove, replace, write


def _cell(name: str, path: str, line: int, column: str, text: str, code: str, says: str) -> Case:
    """A case whose finding points at the cell that was changed."""
    lines = FILES[path].split("\n")
    before = lines[0].split(",").index(column)
    start = sum(len(part) + 1 for part in lines[line - 1].split(",")[:before]) + 1
    change = both(ADVICE, cell(path, line, column, text))
    return on_line(name, path, line, change, code, start, says=says)


_MOVED = "content/advice/autoevaluacion.es.md"

CASES = (
    _cell("norm that is on no list", MITIGATIONS, 2, "norm", "ley-0", "E630", "por-verificar"),
    _cell(
        "question of a card misspelt",
        QUESTIONS,
        2,
        "card",
        "una-tarjeto",
        "E631",
        "sin idioma: una-tarjeta",
    ),
    _cell("measure of no card", MITIGATIONS, 2, "card", "otra", "E631", "una-tarjeta"),
    on_line(
        "card without questions",
        CARD,
        1,
        both(ADVICE, remove(QUESTIONS)),
        "E632",
        says="advice_questions.csv",
    ),
    on_line(
        "card without measures",
        CARD,
        1,
        both(ADVICE, remove(MITIGATIONS)),
        "E632",
        says="advice_mitigations.csv",
    ),
    _cell(
        "risk that is internal",
        RISKS,
        3,
        "publication",
        "internal",
        "E633",
        "repositorio privado",
    ),
    _cell("publication that is neither", RISKS, 3, "publication", "all", "E212", "public, summary"),
    _cell("likelihood of another scale", RISKS, 2, "likelihood", "8", "E634", "va de 1 a 5"),
    _cell("impact of zero", RISKS, 2, "impact", "0", "E634", "1 es lo más bajo"),
    _cell("impact that is no whole number", RISKS, 2, "impact", "2.5", "E223", ""),
    _cell("control of no risk", CONTROLS, 3, "risk", "A-9", "E635", "A-1"),
    _cell("effectiveness in per cent", CONTROLS, 2, "effectiveness", "60", "E636", "Escriba 0.6"),
    _cell("effectiveness below zero", CONTROLS, 2, "effectiveness", "-0.1", "E636", "vacío no es"),
    _cell("risk twice", RISKS, 3, "id", "A-1", "E301", ""),
    _cell("question twice", QUESTIONS, 3, "number", "1", "E301", ""),
    _cell("effort that is no code", MITIGATIONS, 2, "effort", "poco", "E212", "low, medium, high"),
    on_line(
        "family that is none",
        CARD,
        4,
        both(ADVICE, replace(CARD, "family: conflict_of_interest", "family: conflictos")),
        "E637",
        9,
        says="conflict_of_interest",
    ),
    on_line(
        "decision that is none, in a translation",
        CARD_EN,
        5,
        both(ADVICE, replace(CARD_EN, "decision_point: contracting", "decision_point: buying")),
        "E637",
        17,
        says="fund_allocation",
    ),
    on_line(
        "card that names no indicator",
        CARD,
        6,
        both(ADVICE, replace(CARD, "indicators: XX-01", "indicators: XX-1")),
        "E638",
        13,
        says="XX-01",
    ),
    on_line(
        "card at the address of the self-check",
        _MOVED,
        1,
        both(ADVICE, write(_MOVED, FILES[CARD])),
        "E639",
        says="la autoevaluación",
    ),
)
