"""What regions say of themselves, broken in one way each: SWOT, priorities, actions, replies."""

from __future__ import annotations

from tests.hostile.case import Case, on_line
from tests.roots import append, both, cell, remove, replace, write
from tests.stated import (
    ACTIONS,
    PRIORITY,
    PRIORITY_EN,
    REPLY,
    REPLY_EN,
    STATED,
    SWOT,
    stated,
)


def _cell(name: str, path: str, line: int, column: str, text: str, code: str, says: str) -> Case:
    """A cell of a register, and where it starts."""
    rows = STATED[path].split("\n")
    before = rows[0].split(",").index(column)
    start = sum(len(part) + 1 for part in rows[line - 1].split(",")[:before]) + 1
    change = both(stated, cell(path, line, column, text))
    return on_line(name, path, line, change, code, start, says=says)


def _key(name: str, key: str, old: str, new: str, code: str, says: str) -> Case:
    """A key of a priority, the same in both languages."""
    lines = STATED[PRIORITY].split("\n")
    line = next(n for n, text in enumerate(lines, start=1) if text.startswith(f"{key}:"))
    change = both(stated, replace(PRIORITY, old, new), replace(PRIORITY_EN, old, new))
    return on_line(name, PRIORITY, line, change, code, says=says)


def _answer(name: str, text: str, says: str, code: str = "E678") -> Case:
    """A reply that answers something else, in both languages."""
    old = "answers: XX-01; commissions 6f75dc64"
    new = f"answers: {text}"
    change = both(stated, replace(REPLY, old, new), replace(REPLY_EN, old, new))
    return on_line(name, REPLY, 5, change, code, says=says)


def _priorities(count: int) -> dict[str, str]:
    """More priorities of one region, in both languages."""
    return {
        path.replace("primera", f"z{number}"): STATED[path]
        for number in range(count)
        for path in (PRIORITY, PRIORITY_EN)
    }


SWOT_ITEMS = (
    _cell("item twice", SWOT, 3, "id", "a-f1", "E301", "línea 2"),
    _cell("item with another form of id", SWOT, 3, "id", "F 1", "E226", "cus-f1"),
    _cell("quadrant in words", SWOT, 2, "quadrant", "Fortaleza", "E212", "F"),
    _cell("statement too long", SWOT, 2, "statement_es", "a" * 241, "E667", "241"),
    _cell("impact above the scale", SWOT, 2, "impact", "5", "E668", "de 1 a 3"),
    _cell("certainty of nought", SWOT, 2, "certainty", "0", "E668", "de 1 a 3"),
    on_line(
        "evidence on an indicator that is none",
        SWOT,
        2,
        both(stated, cell(SWOT, 2, "evidence", "XX-09")),
        "E662",
        says="¿Quiso decir",
    ),
    _cell("indicator without its code", SWOT, 2, "evidence", "", "E669", "su código"),
    _cell("document without address", SWOT, 3, "evidence", "", "E669", "su dirección https"),
    _cell("document not by https", SWOT, 3, "evidence", "http://example.org/d", "E615", "https"),
    _cell("workshop of nobody", SWOT, 4, "roles_es", "", "E669", "los cargos"),
    _cell("person in a workshop", SWOT, 4, "roles_es", "Ing. Apellido", "W665", "el cargo"),
    on_line(
        "quadrant with few items",
        SWOT,
        2,
        stated,
        "N673",
        says="Puntos del FODA de PE-AAA en el cuadrante A: 0",
    ),
)

PRIORITIES = (
    _key("item that is none", "swot", "a-f1 a-d1 a-o1", "a-f9 a-d1", "E660", "a-f1"),
    _key("item of another region", "swot", "a-f1 a-d1 a-o1", "b-f1 a-d1", "E660", "misma región"),
    _key("only what helps", "swot", "a-f1 a-d1 a-o1", "a-f1 a-o1", "E661", "cuadrantes D, A"),
    _key("only what is to be solved", "swot", "a-f1 a-d1 a-o1", "a-d1", "E661", "cuadrantes F, O"),
    _key(
        "priority on nothing",
        "indicators",
        "indicators: XX-01",
        "indicators: XX-1",
        "E662",
        "XX-01",
    ),
    _key("target with its unit", "target", "target: 60.5", "target: 60 %", "E663", "sin unidad"),
    _key("target in a wrong period", "target", "2026", "2026-13", "E663", "20 en 2026"),
    _key("target backwards", "target", "target: 60.5", "target: 40", "E664", "sentido"),
    _key("target that moves nothing", "target", "target: 60.5", "target: 51", "E664", "sentido"),
    _key(
        "target on neutral", "target", "indicators: XX-01", "indicators: XX-03", "E664", "neutral"
    ),
    on_line(
        "target before the baseline",
        PRIORITY,
        12,
        both(
            stated,
            replace(PRIORITY, "60.5 en 2026", "60.5 en 2024-S2"),
            replace(PRIORITY_EN, "60.5 in 2026", "60.5 in 2024-S2"),
        ),
        "E666",
        says="empiece después",
    ),
    _key("unknown field", "domain", "domain: infrastructure", "domain: obras", "E675", "mining"),
    _key("goal that is none", "sdg", "sdg: 9 16", "sdg: 9 18", "E675", "17"),
    _key("unknown topic", "topics", "topics: C2", "topics: C22", "E675", "C2"),
    on_line(
        "risk of no register",
        PRIORITY,
        13,
        both(
            stated,
            replace(PRIORITY, "topics: C2", "risks: r-1"),
            replace(PRIORITY_EN, "topics: C2", "risks: r-1"),
        ),
        "E675",
        says="Se puede escribir",
    ),
    on_line(
        "agreement of no commission",
        PRIORITY,
        13,
        both(
            stated,
            replace(PRIORITY, "topics: C2", "agreement: 2025-01"),
            replace(PRIORITY_EN, "topics: C2", "agreement: 2025-01"),
        ),
        "E675",
        says="Se puede escribir",
    ),
    _key("region that is none", "area", "area: PE-AAA", "area: PE-AAZ", "E674", "PE-AAA"),
    _key(
        "region other than in the name", "area", "area: PE-AAA", "area: PE-BBB", "E674", "empieza"
    ),
    on_line(
        "priority without a target",
        PRIORITY,
        2,
        both(
            stated,
            replace(PRIORITY, "target: 60.5 en 2026\n", ""),
            replace(PRIORITY_EN, "target: 60.5 in 2026\n", ""),
        ),
        "N676",
        says="la meta",
    ),
    on_line(
        "six priorities",
        "content/priorities/PE-AAA-z4.es.md",
        1,
        both(stated, *(write(path, text) for path, text in _priorities(5).items())),
        "E670",
        says="más de 5",
    ),
    on_line(
        "translation that cites another indicator",
        PRIORITY_EN,
        10,
        both(stated, replace(PRIORITY_EN, "indicators: XX-01", "indicators: XX-02")),
        "E679",
        says="XX-01",
    ),
    on_line(
        "translation with another target",
        PRIORITY_EN,
        12,
        both(stated, replace(PRIORITY_EN, "60.5 in 2026", "61 in 2026")),
        "E679",
        says="60.5 en 2026",
    ),
)

ACTION_ROWS = (
    on_line(
        "action of no priority",
        ACTIONS,
        2,
        both(stated, cell(ACTIONS, 2, "priority", "PE-AAA-primer")),
        "E671",
        says="PE-AAA-primera",
    ),
    on_line(
        "action for a priority of another region",
        ACTIONS,
        2,
        both(stated, cell(ACTIONS, 2, "ref_area", "PE-BBB")),
        "E671",
        says="Esta región",
    ),
    _cell("action without owner", ACTIONS, 2, "owner", "", "E672", "institutions.csv"),
    _cell("action of an unknown owner", ACTIONS, 2, "owner", "gobierno-x", "E610", "gobierno"),
    _cell("action done on no day", ACTIONS, 3, "done_on", "", "E616", "lleva el día"),
    _cell("pending action with a day", ACTIONS, 2, "done_on", "2025-06-01", "E616", "no lo lleva"),
    on_line(
        "action twice",
        ACTIONS,
        5,
        both(stated, append(ACTIONS, STATED[ACTIONS].split("\n")[1] + "\n")),
        "E622",
    ),
)

_ELSEWHERE = "content/replies/PE-AAZ/2025-03-05.es.md"
_NO_DAY = "content/replies/PE-AAA/2025-02-30.es.md"
REPLIES = (
    on_line(
        "reply of no region",
        _ELSEWHERE,
        1,
        both(stated, write(_ELSEWHERE, STATED[REPLY])),
        "E410",
        says="PE-AAA",
    ),
    on_line(
        "reply on another day than its name",
        REPLY,
        4,
        both(
            stated,
            replace(REPLY, "date: 2025-03-05", "date: 2025-05-03"),
            replace(REPLY_EN, "date: 2025-03-05", "date: 2025-05-03"),
        ),
        "E677",
        says="2025-05-03",
    ),
    on_line(
        "reply on a day that is none",
        _NO_DAY,
        4,
        both(stated, write(_NO_DAY, STATED[REPLY])),
        "E677",
        says="2025-02-30",
    ),
    _answer("reply to no indicator", "XX-09", "XX-01"),
    _answer("reply to a line", "commissions 2", "ser 6f75dc64: 2023, Hecho sintético."),
    _answer("reply to a line that is none", "commissions 9", "ser 6f75dc64: 2023, Hecho"),
    _answer("reply to a line of another region", "commissions 3", "ser 6f75dc64: 2023, Hecho"),
    _answer("reply to a fact of another region", "commissions b7ca52ce", "6f75dc64: 2023"),
    _answer("reply to a fact with a slip", "commissions 6f75dc65", "ser 6f75dc64: 2023"),
    _answer("reply to a line of many", "priority_actions 3", "Acción hecha."),
    _answer("reply to some of several", "priority_actions 00000000", "; "),
    _answer("reply to a register without facts of it", "topics 1a2b3c4d", "Puede ser topics"),
    _answer("reply to nothing", ";", "Escríbala", "E405"),
    _answer("reply to a register that is none", "comissions 2", "commissions"),
    _answer("reply to several, one wrong", "XX-01; nada", "«nada»"),
    on_line(
        "reply whose original is not by https",
        REPLY,
        6,
        both(
            stated,
            replace(REPLY, "source: https", "source: http"),
            replace(REPLY_EN, "source: https", "source: http"),
        ),
        "E615",
        says="https://",
    ),
    on_line(
        "reply of nobody",
        REPLY,
        3,
        both(stated, replace(REPLY, "institution: Respuesta sintética", "institution:")),
        "E405",
    ),
    on_line(
        "translation of a reply that answers something else",
        REPLY_EN,
        5,
        both(stated, replace(REPLY_EN, "answers: XX-01; commissions 6f75dc64", "answers: XX-01")),
        "E679",
        says="commissions 6f75dc64",
    ),
    on_line("reply without a translation", REPLY, 1, both(stated, remove(REPLY_EN)), "W411"),
)

CASES = (*SWOT_ITEMS, *PRIORITIES, *ACTION_ROWS, *REPLIES)
