"""Practices, courses and requests that are broken in one way each."""

from __future__ import annotations

from tests.hostile.case import Case
from tests.roots import Change, both, write

TOPICS = "data/registers/topics.csv"
REQUESTS = "data/registers/requests.csv"
PRACTICE = "content/practices/hecho.es.md"
COURSE = "content/courses/curso.es.md"

TOPICS_TABLE = "id,kind,name_es,name_en\nC2,component,Riesgos,Risks\nC7,component,Canal,Channel\n"
REQUESTS_HEAD = (
    "id,ref_area,requester_es,requester_en,topics,urgency,state,opened,answered_on,confidence,"
    "source\n"
)
OPEN_REQUEST = "A-1,PE-AAA,Entidad,Body,C2,normal,open,2025-01-10,,A,S1\n"
PRACTICE_KEYS = (
    ("title", "Hecho"),
    ("area", "PE-AAA"),
    ("body", "Entidad"),
    ("status", "done"),
    ("valid_at", "2023"),
    ("topics", "C2"),
    ("confidence", "A"),
    ("source", "S1"),
    ("result_indicator", "XX-01"),
    ("result_before", "2023"),
    ("result_after", "2024"),
)
COURSE_KEYS = (
    ("title", "Curso"),
    ("area", "PE"),
    ("provider", "Entidad"),
    ("topics", "C7"),
    ("next_start", "2025-09-01"),
    ("url", "https://example.org/curso"),
    ("checked_on", "2025-06-01"),
    ("confidence", "B"),
    ("source", "S2"),
)
Keys = tuple[tuple[str, str], ...]


def document(path: str, keys: Keys, **changed: str) -> Change:
    """Change: write a document in both languages; an empty text leaves a key out."""
    told = {**dict(keys), **changed}
    lines = [f"{key}: {text}" for key, text in told.items() if text]
    text = "\n".join(["---", *lines, "---", "Texto.", ""])
    return both(write(path, text), write(path.replace(".es.md", ".en.md"), text))


def practice(**changed: str) -> Change:
    """Change: add a practice, and the topics."""
    return both(write(TOPICS, TOPICS_TABLE), document(PRACTICE, PRACTICE_KEYS, **changed))


def course(**changed: str) -> Change:
    """Change: add a course, and the topics."""
    return both(write(TOPICS, TOPICS_TABLE), document(COURSE, COURSE_KEYS, **changed))


def requests(*rows: str) -> Change:
    """Change: add requests, and the topics."""
    return both(write(TOPICS, TOPICS_TABLE), write(REQUESTS, REQUESTS_HEAD + "".join(rows)))


def _in_key(
    name: str, path: str, key: str, change: Change, code: str, says: str = "", *, at: str = ""
) -> Case:
    """A case whose finding points at the value of a key; *at*: of that key instead."""
    keys = PRACTICE_KEYS if path == PRACTICE else COURSE_KEYS
    place = at or key
    line = [one for one, _text in keys].index(place) + 2
    return Case(
        name=name,
        change=change,
        code=code,
        path=path,
        line=line,
        column=len(place) + 3,
        says=says,
    )


def _in_practice(name: str, key: str, text: str, code: str, says: str = "") -> Case:
    return _in_key(name, PRACTICE, key, practice(**{key: text}), code, says)


def _in_course(name: str, key: str, text: str, code: str, says: str = "") -> Case:
    return _in_key(name, COURSE, key, course(**{key: text}), code, says)


def _request(name: str, row: str, column: str, code: str, says: str) -> Case:
    """A case whose finding points at a cell of the only request."""
    at = REQUESTS_HEAD.strip().split(",").index(column)
    start = sum(len(cell) + 1 for cell in row.split(",")[:at]) + 1
    return Case(
        name=name,
        change=requests(row),
        code=code,
        path=REQUESTS,
        line=2,
        column=start,
        says=says,
    )


CASES = (
    _in_practice("practice of an unknown area", "area", "PE-AAB", "E303", "PE-AAA"),
    _in_practice("practice on an unknown topic", "topics", "C2 C3", "E628", "C2"),
    _in_practice("practice from an unknown source", "source", "S9", "E304", "S1"),
    _in_practice(
        "practice that is certain in its own way", "confidence", "alta", "E212", "A, B, C"
    ),
    _in_practice("practice at no period", "valid_at", "pronto", "E224"),
    _in_practice("practice in a state of its own", "status", "announced", "E690", "planned"),
    _in_key(
        "result without the period after",
        PRACTICE,
        "result_after",
        practice(result_after=""),
        "E640",
        "result_after",
        at="result_indicator",
    ),
    _in_practice("result of an unknown indicator", "result_indicator", "XX-1", "E641", "XX-01"),
    _in_practice("result in a period without figure", "result_before", "2022", "E642", "2024"),
    _in_practice("result before the practice", "result_after", "2023", "E643", "2023"),
    _in_course("course checked some day", "checked_on", "2025-06", "E225"),
    _in_course("course that starts some day", "next_start", "pronto", "E225"),
    _in_course("course at an address without https", "url", "http://example.org/", "E615", "https"),
    _in_course("course on an unknown topic", "topics", "C77", "E628", "C7"),
    Case(
        name="translation of another region",
        change=both(
            practice(),
            write(
                PRACTICE.replace(".es.md", ".en.md"),
                "---\ntitle: Fact\narea: PE-BBB\nbody: Body\nstatus: done\nvalid_at: 2023\n"
                "topics: C2\n"
                "confidence: A\nsource: S1\nresult_indicator: XX-01\nresult_before: 2023\n"
                "result_after: 2024\n---\nText.\n",
            ),
        ),
        code="E647",
        path=PRACTICE.replace(".es.md", ".en.md"),
        line=3,
        column=7,
        says="PE-AAA",
    ),
    Case(
        name="course checked in the future",
        change=course(checked_on="2025-07-01"),
        code="E648",
        path=COURSE,
        line=1,
        says="2025-06-30",
    ),
    Case(
        name="course that nobody has checked for long",
        change=course(checked_on="2024-12-31"),
        code="N649",
        path=COURSE,
        line=1,
        says="180",
    ),
    Case(
        name="request of the future",
        change=requests(OPEN_REQUEST.replace("2025-01-10", "2025-07-01")),
        code="E648",
        path=REQUESTS,
        line=2,
        says="2025-07-01",
    ),
    _request(
        "request answered before it was made",
        "A-1,PE-AAA,Entidad,Body,C2,normal,closed,2025-01-10,2025-01-09,A,S1\n",
        "answered_on",
        "E644",
        "2025-01-10",
    ),
    _request(
        "request closed without an answer",
        "A-1,PE-AAA,Entidad,Body,C2,normal,closed,2025-01-10,,A,S1\n",
        "answered_on",
        "E645",
        "answered_on",
    ),
    _request(
        "request open with an answer",
        "A-1,PE-AAA,Entidad,Body,C2,normal,open,2025-01-10,2025-01-20,A,S1\n",
        "state",
        "E646",
        "accepted",
    ),
    _request(
        "request in an unknown state",
        "A-1,PE-AAA,Entidad,Body,C2,normal,abierta,2025-01-10,,A,S1\n",
        "state",
        "E212",
        "open",
    ),
    Case(
        name="request twice",
        change=requests(OPEN_REQUEST, OPEN_REQUEST.replace("Entidad", "Otra")),
        code="E301",
        path=REQUESTS,
        line=3,
        column=1,
        says="2",
    ),
)
