"""Registers that are broken in one way each, and the words of secretaries who do not know ours."""

from __future__ import annotations

from tests.hostile.case import Case, on_line
from tests.registers.roots import REGISTERS, counted, path_of, registers, start_of
from tests.roots import LIVE, append, both, cell, replace, write

_FUNCTIONS = "integrity_functions"
_TASKS = "minimum_tasks"
_ALL = (_FUNCTIONS, _TASKS, "commissions", "sessions", "agreements", "members")
_ALL_OF_AREAS = (*_ALL, "commission_periods")


def _cell(
    register: str, line: int, column: str, text: str, code: str, *, name: str = "", says: str = ""
) -> Case:
    """A case whose finding points at the cell that was changed."""
    path = path_of(register)
    change = both(registers, cell(path, line, column, text))
    start = start_of(register, line, column)
    name = name or f"{register}: «{text}» as {column}"
    return on_line(name, path, line, change, code, start, says=says)


def _row(name: str, register: str, row: str, code: str, *, says: str = "") -> Case:
    """A case of a row at the end, whose finding points at it as a whole."""
    path = path_of(register)
    line = REGISTERS[path].count("\n") + 1
    change = both(registers, append(path, f"{row}\n"))
    return on_line(name, path, line, change, code, says=says)


def _said(register: str, column: str, text: str, meant: str, line: int = 2) -> Case:
    """A word of Spanish in the place of a code."""
    return _cell(register, line, column, text, "E212", says=f"«{meant}»")


def _header(register: str, column: str, said: str) -> Case:
    """A column by what people call it."""
    path = path_of(register)
    head = REGISTERS[path].split("\n", 1)[0].split(",")
    renamed = ",".join(said if name == column else name for name in head)
    change = both(registers, replace(path, ",".join(head), renamed))
    start = start_of(register, 1, column)
    return on_line(f"{register}: column {said}", path, 1, change, "E204", start, says=column)


def _text(name: str, text: str, code: str, *, says: str = "") -> Case:
    """A case of a statement on a task: the finding points at the word within it."""
    register, line = _TASKS, 2
    path, start = path_of(register), start_of(register, line, "statement_es")
    before, _, word = text.partition("§")
    change = both(registers, cell(path, line, "statement_es", before + word))
    return on_line(name, path, line, change, code, start + len(before), says=says)


LISTS = (
    _cell("members", 3, "institution", "cortes", "E610", says="corte"),
    _cell("commissions", 6, "institution", "fiscalias", "E610", says="fiscalia"),
    _cell("agreements", 2, "owner", "gobierno-central", "E610", says="gobierno"),
    _cell("members", 2, "institution", "xyz", "E610", says="camara, corte, fiscalia, gobierno"),
    _cell("agreements", 2, "topics", "C1 C10", "E628", says="«C10»"),
    _cell("institutions", 3, "id", "gobierno", "E301"),
    _cell("institutions", 3, "id", "Corte Superior", "E226"),
    _cell("topics", 3, "id", "t-1", "E226"),
    Case(
        name="register with a name of its own",
        change=both(registers, write(path_of("session"), "a\n1\n")),
        code="E620",
        path=path_of("session"),
        says="sessions",
    ),
    *(
        _cell(register, 2, "ref_area", "PE-AAB", "E303", says="PE-AAA (Región sintética A)")
        for register in _ALL_OF_AREAS
    ),
    *(_cell(register, 2, "source", "S9", "E304") for register in _ALL_OF_AREAS),
    *(
        _cell(register, 2, "source", "", "E211", name=f"{register}: no source")
        for register in _ALL_OF_AREAS
    ),
    *(
        _cell(register, 2, "confidence", "D", "E212", name=f"{register}: D as confidence")
        for register in _ALL_OF_AREAS
    ),
)

PLACES = tuple(
    _row(
        f"{register}: of an area that no page tells facts of", register, row, "E623", says="PE-AAA"
    )
    for register, row in (
        (_TASKS, "PE,T3,2024,done,Lo hizo.,It did.,B,S2,,,,,"),
        ("sessions", "PE-AAA+PE-BBB,2024-08-01,,held,,,,,,Sesión.,Session.,B,S2,,,,,"),
        ("commissions", "PE-AAA+PE-BBB,2024,norm,done,,,,,,,,Norma.,Norm.,B,S2,,,,,"),
    )
)

TIMES = (
    _row(
        "chairs of one day, neither with a start",
        "commissions",
        "PE-AAA,2025-06-01,chair,exists,,fiscalia,,,,,,Preside.,It chairs.,B,S2,,,,,",
        "E618",
        says="«corte»",
    ),
    _row(
        "agreement of a year that has not come",
        "agreements",
        "PE-AAA,2026-1,commission,2026-02-01,Haremos.,We will.,gobierno,,pending,,,,B,S2,,,,,",
        "E311",
    ),
    on_line(
        "session before its commission",
        path_of("sessions"),
        2,
        both(registers, cell(path_of("sessions"), 2, "date", "2014-08-01")),
        "E611",
        says="2022-05-10 (data/registers/commissions.csv:2)",
    ),
    _cell("commissions", 5, "ends", "2024-12-31", "E612", says="2025-01-01"),
    _cell("members", 5, "ends", "2021-01-01", "E612", says="2022-06-15"),
    _cell("agreements", 2, "due", "2023-09-30", "E614", says="«due»"),
    _cell("agreements", 2, "done_on", "2024-07-31", "E614", says="«done_on»"),
    _cell("agreements", 2, "done_on", "", "E616", name="done, no day", says="«done»"),
    _cell("agreements", 3, "done_on", "2024-12-01", "E616", says="«pending»"),
    _cell("sessions", 2, "minutes_published", "2024-07-31", "E625", says="2024-08-01"),
    on_line(
        "session held after the day of the edition",
        path_of("sessions"),
        5,
        both(registers, cell(path_of("sessions"), 5, "outcome", "held")),
        "E624",
        says="2025-06-30",
    ),
    *(
        on_line(
            f"{register}: a year that has not come",
            path_of(register),
            2,
            both(registers, cell(path_of(register), 2, "valid_at", "2052")),
            "E311",
            says="«planned»",
        )
        for register in (_FUNCTIONS, _TASKS, "commissions")
    ),
    on_line(
        "period declared before it is over",
        path_of("commission_periods"),
        2,
        both(registers, cell(path_of("commission_periods"), 2, "time_period", "2025")),
        "E311",
        says="terminado",
    ),
    _row(
        "two in the chair",
        "commissions",
        "PE-AAA,2025-06-01,chair,done,,fiscalia,2025-06-01,,,,,Preside.,It chairs.,B,S1,,,,,",
        "E618",
        says="«fiscalia» y «corte» (línea 6)",
    ),
    on_line(
        "two in the chair, one of them twice",
        path_of("commissions"),
        13,
        both(
            registers,
            append(
                path_of("commissions"),
                "PE-AAA,2025-02-01,chair,done,,corte,2025-02-01,2025-02-28,,,,Otra.,Again.,"
                "B,S1,,,,,\n"
                "PE-AAA,2025-06-01,chair,done,,fiscalia,2025-06-01,,,,,Preside.,It chairs.,"
                "B,S1,,,,,\n",
            ),
        ),
        "E618",
        says="(línea 6)",
    ),
    *(
        _cell(register, 2, column, "31/12/2024", "E225", says="2024-12-31")
        for register, column in (
            *((register, "review_by") for register in _ALL),
            *((register, "date_seen") for register in _ALL),
            ("commissions", "starts"),
            ("agreements", "due"),
            ("sessions", "minutes_published"),
        )
    ),
    _cell("agreements", 2, "due", "2024-12", "E225", name="month as a day"),
    *(
        _cell(register, 2, column, "marzo", "E224", name=f"{register}: a word as {column}")
        for register, column in (
            (_FUNCTIONS, "valid_at"),
            (_TASKS, "valid_at"),
            ("commissions", "valid_at"),
            ("sessions", "date"),
            ("agreements", "agreed_on"),
            ("commission_periods", "time_period"),
        )
    ),
)

CONTENTS = (
    _cell("agreements", 2, "owner", "", "E613", name="agreement of nobody", says="institución"),
    _cell("sessions", 2, "attended", "6", "E617", says="«members» (5)"),
    _cell("sessions", 2, "alternates", "5", "E617", says="«attended» (4)"),
    _cell("sessions", 2, "attended", "-1", "E223"),
    _cell("sessions", 2, "attended", "4.5", "E223"),
    _cell("commission_periods", 2, "sessions_expected", "varias", "E223"),
    _cell(_FUNCTIONS, 2, "status", "planned", "E619", says="other"),
    _cell(_FUNCTIONS, 2, "setup", "5", "E629", says="0 a 4"),
    _cell("commissions", 4, "value", "3", "E307", says="unit_es"),
    _cell("commissions", 4, "value", "1.5", "E307"),
    _cell("commissions", 4, "value", "-1", "E307"),
    _cell("commissions", 3, "status", "not_done", "E619", says="done, planned"),
    _cell("commissions", 8, "status", "done", "E619", says="not_done"),
    _row("task told twice", _TASKS, REGISTERS[path_of(_TASKS)].split("\n")[1], "E622", says="2"),
    _row(
        "task told twice, by another source",
        _TASKS,
        "PE-AAA,T1,2024-06,done,Identificó riesgos.,It identified risks.,B,S2,,,,Otra,Other",
        "E622",
        says="cite las dos",
    ),
    _cell("agreements", 3, "id", "2024-1", "E301"),
    on_line(
        "period told twice",
        path_of("commission_periods"),
        3,
        both(
            registers,
            append(path_of("commission_periods"), "PE-AAA,2024-S2,2,Otra,Other,B,S1,,,,,\n"),
        ),
        "E301",
        8,
    ),
    on_line(
        "figures that are counted and typed",
        LIVE,
        2,
        both(
            registers,
            counted,
            replace("data/indicators.csv", "Entidad,,,\n", "Entidad,,,commission_norm\n"),
        ),
        "E621",
        says="XX-01",
    ),
)

LINKS = (
    _cell("sessions", 2, "minutes", "http://example.org/1.pdf", "E615", says="https://example.org"),
    _cell("sessions", 2, "minutes", "www.example.org/1.pdf", "E615", says="https://www.example"),
    _cell("sessions", 2, "minutes", "ftp://example.org/1.pdf", "E615", says="como la muestra"),
    _cell("sessions", 2, "minutes", "javascript:alert(1)", "E615", says="como la muestra"),
    _cell("sessions", 2, "minutes", "data:text/html;base64;AA", "E615", says="como la muestra"),
    _cell("sessions", 2, "minutes", "HTTPS://example.org/1.pdf", "E615", says="como la muestra"),
    _cell("sessions", 2, "minutes", "https://acta", "E615", says="como la muestra"),
    _cell("sessions", 2, "minutes", "https://gob.pe@example.org/", "E615", says="como la muestra"),
    _cell("sessions", 2, "minutes", "acta firmada.pdf", "E615", says="papel"),
    _cell("agreements", 2, "evidence", "http://example.org/", "E615", says="https://example.org/"),
    *(_cell(register, 2, "document", "http://example.org/x", "E615") for register in _ALL_OF_AREAS),
)

COLUMNS = (
    _header("sessions", "date", "fecha"),
    _header("sessions", "outcome", "resultado"),
    _header("sessions", "kind", "tipo"),
    _header("sessions", "members", "integrantes"),
    _header("sessions", "attended", "asistentes"),
    _header("sessions", "alternates", "suplentes"),
    _header("sessions", "minutes", "acta"),
    _header("sessions", "minutes_published", "acta_publicada"),
    _header("sessions", "statement_es", "descripción"),
    _header("sessions", "source", "fuente"),
    _header("sessions", "confidence", "confianza"),
    _header("sessions", "document", "documento"),
    _header("sessions", "note_es", "nota"),
    _header("sessions", "ref_area", "región"),
    _header("commissions", "valid_at", "fecha"),
    _header("commissions", "event", "hecho"),
    _header("commissions", "status", "estado"),
    _header("commissions", "act", "norma"),
    _header("commissions", "institution", "institución"),
    _header("commissions", "starts", "desde"),
    _header("commissions", "ends", "hasta"),
    _header(_FUNCTIONS, "level", "nivel"),
    _header(_FUNCTIONS, "setup", "modalidad"),
    _header(_FUNCTIONS, "reports_to", "responde_ante"),
    _header("agreements", "text_es", "acuerdo"),
    _header("agreements", "agreed_on", "fecha"),
    _header("agreements", "owner", "responsable"),
    _header("agreements", "due", "plazo"),
    _header("agreements", "state", "estado"),
    _header("agreements", "evidence", "sustento"),
    _header("agreements", "topics", "temas"),
    _header("members", "institution", "entidad"),
    _header("members", "seat", "cargo"),
    _header("members", "contact_point", "punto_de_contacto"),
    _header("commission_periods", "sessions_expected", "sesiones_esperadas"),
    _header("commission_periods", "time_period", "periodo"),
    _header(_TASKS, "task", "tarea"),
    on_line(
        "sessions: a column that nothing reads",
        path_of("sessions"),
        1,
        both(registers, replace(path_of("sessions"), ",members,", ",members,clima,")),
        "E204",
        start_of("sessions", 1, "attended"),
        says="ref_area, date",
    ),
)

WORDS = (
    *(
        _said("sessions", "outcome", text, meant)
        for text, meant in (
            ("realizada", "held"),
            ("Realizada", "held"),
            ("sin quórum", "no_quorum"),
            ("sin quorum", "no_quorum"),
            ("convocada", "called"),
            ("programada", "called"),
        )
    ),
    *(
        _said("sessions", "kind", text, meant)
        for text, meant in (
            ("ordinaria", "ordinary"),
            ("extraordinaria", "extraordinary"),
            ("instalación", "installation"),
        )
    ),
    *(
        _said("members", "seat", text, meant)
        for text, meant in (
            ("miembro", "member"),
            ("titular", "member"),
            ("observador", "observer"),
            ("secretaría técnica", "secretariat"),
            ("invitado", "guest"),
        )
    ),
    *(
        _said("agreements", "state", text, meant)
        for text, meant in (
            ("cumplido", "done"),
            ("pendiente", "pending"),
            ("en proceso", "pending"),
            ("dejado de lado", "dropped"),
        )
    ),
    _said("agreements", "body", "comisión", "commission"),
    _said("agreements", "body", "GORE", "regional_government"),
    *(
        _said("commissions", "event", text, meant)
        for text, meant in (
            ("norma", "norm"),
            ("ordenanza", "norm"),
            ("derogada", "repealed"),
            ("instalación", "installed"),
            ("reactivación", "reactivated"),
            ("inactiva", "inactive"),
            ("reglamento", "rules"),
            ("plan de trabajo", "plan"),
            ("presidencia", "chair"),
            ("secretaría técnica", "secretariat"),
            ("integrantes", "membership"),
            ("foro", "activity"),
            ("otro", "other"),
        )
    ),
    *(
        _said("commissions", "status", text, meant)
        for text, meant in (
            ("realizado", "done"),
            ("aprobado", "done"),
            ("existe", "exists"),
            ("vigente", "exists"),
            ("medido", "measured"),
            ("previsto", "planned"),
            ("no hecho", "not_done"),
        )
    ),
    *(
        _said(_FUNCTIONS, "event", text, meant)
        for text, meant in (
            ("unidad creada", "unit_created"),
            ("no hay unidad", "no_unit"),
            ("designación", "officer_designated"),
            ("programa", "programme"),
            ("mapa de riesgos", "risk_map"),
            ("capacitación", "training"),
            ("canal de denuncias", "complaints_channel"),
            ("medición", "measurement"),
        )
    ),
    _said(_FUNCTIONS, "level", "dependencia", "dependency"),
    _said(_FUNCTIONS, "level", "gobierno regional", "regional_government"),
    _said(_TASKS, "task", "tarea 1", "T1"),
    _said(_TASKS, "state", "hecha", "done"),
    _said(_TASKS, "confidence", "prensa", "B"),
    _said(_TASKS, "confidence", "oficial", "A"),
    _said("members", "contact_point", "sí", "yes"),
    _said("institutions", "public", "no.", "no"),
    _said("institutions", "actor", "contraloría", "comptroller"),
    _said("topics", "kind", "componente", "component"),
)

PERSONAL = (
    _text("identity card of a person", "Lo firma §DNI 12345678.", "E233", says="78"),
    _text("private mail, known provider", "Escriba a §ana@gmail.com.", "E233", says="…@gmail.com"),
    _text("private mail, another", "Escriba a §ana@correo.com.", "E626", says="«…@correo.com»"),
    _text("private mail of the country", "Escriba a §ana@estudio.pe", "E626", says="gob.pe"),
    _text("private mail that begins officially", "Vea §ana@edu.correo.com", "E626"),
    _text("private mail that looks official", "Vea §ana@gob.pe.correo.com", "E626"),
    _text("mobile number with spaces", "Llame a §984 123 456.", "E626", says="··· ··· ·56"),
    _text("mobile number with lines", "Llame a §984-123-456.", "E626"),
    _text("mobile number with the country", "Llame a §+51 984 123 456.", "E626"),
    _text("mobile number in one", "Llame a §+51984123456.", "E626"),
    _text("mobile number alone", "Llame al §987654321.", "E626"),
    _text("identity card with points", "Firma §DNI: 12.345.678.", "E626"),
    _text("mobile number next to its word", "§Celular 984 123 456.", "E233"),
    _text("identity card before a mail", "DNI 12345678 y §ana@correo.com.", "E626"),
    *(
        _text(f"accuses: {text}", text, "W627", says="consta")
        for text in (
            "Funcionarios §corruptos del área.",
            "El alcalde §corrupto.",
            "Una red de §delincuentes.",
            "Los §mafiosos de siempre.",
            "Es §culpable de colusión.",
            "La empresa §se coludió.",
            "El gerente §cometió el delito.",
            "Dicen §ladrones.",
            "Two §corrupt officials.",
            "He is §guilty of fraud.",
        )
    ),
)

CASES = (*LISTS, *PLACES, *TIMES, *CONTENTS, *LINKS, *COLUMNS, *WORDS, *PERSONAL)
