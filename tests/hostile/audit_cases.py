"""What a person with a spreadsheet does to a table without wishing to: a list, as data.

Each row says what is written, where, which finding must come of it, and the words of the
message by which the person can mend it alone.
"""

from __future__ import annotations

from tests.hostile.case import Case, in_cell, on_line
from tests.roots import (
    AREAS,
    FILES,
    INDICATORS,
    LIVE,
    SITE,
    SOURCES,
    append,
    both,
    cell,
    cell_start,
    replace,
    write,
)

_HEADER, _, _ROWS = FILES[LIVE].partition("\n")
_PAGE = "content/pages/about.es.md"
_COMMENTARY = "content/regions/PE-AAA.es.md"

# Value of region B in 2023: what is written, the code, the words that mend it.
_NUMBERS = (
    ("\u221225.5", "E203", "escriba -25.5"),
    ("\uff0d5", "E203", "escriba -5"),
    ("\uff12\uff15", "E203", "escriba 25"),
    ("\u096b\u0966", "E203", "escriba 50"),
    ("25\u200b.5", "E203", "Escriba solo cifras"),
    ("25.5\u00b2", "E203", "Escriba solo cifras"),
    ("+5", "E203", "Escriba 5, sin el signo"),
    ("007", "E203", "Escriba 7, sin ceros"),
    ("-.5", "E203", "Escriba -0.5"),
    ("5.", "E203", "Escriba 5"),
    ("'25.5", "E203", "Escriba 25.5, sin el apóstrofo"),
    ("(25.5)", "E203", "escriba -25.5"),
    ("2O.5", "E203", "20.5"),
    ("<5", "E203", "ponga Q"),
    (">99", "E203", "Eso es un límite"),
    ("\u22645", "E203", "Eso es un límite"),
    ("menos de 5", "E203", "Eso es un límite"),
    ("25-30", "E203", "Son dos números"),
    ("25.5±1", "E203", "Son dos números"),
    ("3-May", "E203", "Es una fecha"),
    ("may-03", "E203", "Es una fecha"),
    ("31/12/2024", "E203", "Es una fecha"),
    ("VERDADERO", "E203", "1 (sí) o 0 (no)"),
    ("Sí", "E203", "1 (sí) o 0 (no)"),
    ("12 mil", "E203", "con todas sus cifras"),
    ("S/ 25.5 millones", "E203", "con todas sus cifras"),
    ("25.5M", "E203", "con todas sus cifras"),
    ("1.0.0", "E203", "Escriba solo cifras"),
    ("25..5", "E203", "Escriba solo cifras"),
    ("x" * 80, "E203", "Escriba solo cifras"),
    ('"12 345,6"', "E218", "Escriba 12345.6"),
    ("12’345.6", "E219", "Escriba 12345.6"),
    ('"25,5 %"', "E220", "Escriba solo 25.5"),
    ("25.5 por ciento", "E220", "Escriba solo 25.5"),
    ("25.5 p.p.", "E220", "Escriba solo 25.5"),
    ("25.5 (p)", "E220", "ponga P o E"),
    ("25.5 e/", "E220", "ponga P o E"),
    ("25.5*", "E220", "ponga P o E"),
    ('"1,250 casos"', "E220", "No está claro"),
    ("S/ 1.250", "E220", "Escriba solo 1.250"),
    ("sin información", "E221", "Deje la celda vacía"),
    ("reservado", "E221", "Q (reservado)"),
    ("N/A", "E221", "Deje la celda vacía"),
    ("*", "E221", "Deje la celda vacía"),
    ('"1,2E+05"', "E222", "sin exponente"),
    ("0.30000000000000004", "E231", "redondea"),
    ("#REF!", "E232", "Arregle la fórmula"),
    ("#N/D", "E232", "Arregle la fórmula"),
    ("#¡NUM!", "E232", "Arregle la fórmula"),
    ("#¿NOMBRE?", "E232", "Arregle la fórmula"),
    ("########", "E232", "ensanche la columna"),
    ("=25.5", "E213", "Escriba el resultado"),
    ("44927", "E307", "Revise la unidad"),
)

# Period of the same row: what is written, and the period that the message offers.
_PERIODS = (
    ("2024/01", "2024-01"),
    ("01/2024", "2024-01"),
    ("ene-24", "2024-01"),
    ("setiembre de 2024", "2024-09"),
    ("2024 mar", "2024-03"),
    ("Jan-24", "2024-01"),
    ("45292", "2024-01-01"),
    ("2024.0", "2024"),
    ('"2,024"', "2024"),
    ("'2024", "2024"),
    ("2024 p/", "2024"),
    ("año 2024", "2024"),
    ("2024-12-31 00:00:00", "2024-12-31"),
    ("20241231", "2024-12-31"),
    ("31.12.2024", "2024-12-31"),
    ("2024-T1", "2024-Q1"),
    ("2024Q1", "2024-Q1"),
    ("III trimestre 2024", "2024-Q3"),
    ("2024-H1", "2024-S1"),
    ("1er semestre 2024", "2024-S1"),
    ("2023-2024", "2023/2024"),
    ("2023 a 2024", "2023/2024"),
    ("2023/24", "2023/2024"),
)
# Two readings, or none: the message offers nothing.
_UNCLEAR_PERIODS = ("2024-I", "03/04/2024", "2O24", "fines de 2024", "s/f", "1899", "2024-W05")

_AREAS = (
    ("PE-BBB*", "PE-BBB (Región sintética B)"),
    ("PEBBB", "PE-BBB (Región sintética B)"),
    ("BBB", "PE-BBB"),
    ("PE\u00a0BBB", "PE-BBB (Región sintética B)"),
    ("PE\u2011BBB", "PE-BBB (Región sintética B)"),
    ("REGIÓN SINTÉTICA B", "PE-BBB (Región sintética B)"),
    ("Synthetic region B", "PE-BBB (Región sintética B)"),
    ("PE-BBB+PE-AAA", "PE-AAA+PE-BBB (A y B juntas)"),
    ("Total nacional", "Para el total del país escriba PE."),
    ("NACIONAL", "Para el total del país escriba PE."),
)
_CODES = (
    ("obs_status", "normal", "«A»"),
    ("obs_status", "\u0410", "«A»"),
    ("obs_status", "preliminar", "«P»"),
    ("obs_status", "p", "«P»"),
    ("obs_status", "X", "L (existe, no se recogió)"),
    ("quality", "oficial", "«A»"),
    ("quality", "a", "«A»"),
    ("quality", "1", "C (lista parcial)"),
)
_CITATIONS = (
    ('"S1, S2"', "Escriba S1 S2"),
    ("S1;S2", "Escriba S1 S2"),
    ("S1 y S2", "Escriba S1 S2"),
    ("Otro título", "Escriba S2"),
    ("https://example.org/2", "Escriba S2"),
    ("s2", "S2"),
)

VALUES = (
    *(in_cell(f"value {t[:20]!r}", 3, "value", t, code, says=s) for t, code, s in _NUMBERS),
    *(
        in_cell(f"period {t} meant as {p}", 3, "time_period", t, "E224", says=f"¿Quiso decir {p}?")
        for t, p in _PERIODS
    ),
    *(
        in_cell(f"period {t}: unclear", 3, "time_period", t, "E224", says="Escriba 2024, 2024-S1")
        for t in _UNCLEAR_PERIODS
    ),
    *(in_cell(f"area {t!r}", 3, "ref_area", t, "E303", says=s) for t, s in _AREAS),
    *(in_cell(f"{c} {t!r}", 3, c, t, "E212", says=s) for c, t, s in _CODES),
    *(in_cell(f"citation {t}", 3, "source", t, "E304", says=s) for t, s in _CITATIONS),
    in_cell(
        "address without its scheme",
        3,
        "evidence_url",
        "gob.pe/pcm",
        "E227",
        says="https://gob.pe/pcm",
    ),
    in_cell("address of this machine", 3, "evidence_url", "https://localhost/a", "E227"),
    in_cell("error in a note", 3, "note_es", "#¿NOMBRE?", "E232"),
    in_cell("interval the wrong way round", 2, "lower", "56", "E308", says="Están al revés"),
    on_line(
        "end of an interval out of range",
        LIVE,
        3,
        cell(LIVE, 3, "lower", "-0.5"),
        "W345",
        cell_start(LIVE, 3, "lower"),
        says="de 0 a 100",
    ),
    on_line(
        "numerator alone",
        LIVE,
        3,
        cell(LIVE, 3, "numerator", "5"),
        "E310",
        20,
        says="Escriba los dos",
    ),
    on_line(
        "numerator and denominator exchanged",
        LIVE,
        2,
        both(cell(LIVE, 2, "numerator", "100"), cell(LIVE, 2, "denominator", "50")),
        "E310",
        cell_start(LIVE, 2, "denominator") + 1,
        says="cambiados de columna",
    ),
)


def _text(name: str, text: str, code: str, at: int = 1, says: str = "") -> Case:
    """A note of region B; the finding points at a character of it."""
    start = cell_start(LIVE, 3, "note_es") + at - 1
    return on_line(name, LIVE, 3, cell(LIVE, 3, "note_es", text), code, start, says=says)


TEXTS = (
    _text("letters that became question marks", "Regi?n", "E113", 5, "ningún programa la recupera"),
    _text("half of a damaged letter", "JUNÃN", "E113", 4),
    _text("letters of MS-DOS", "Regi¢n", "E113", 5),
    _text("letter as the code of a page", "Regi&oacute;n", "W236", 5, "Escriba «ó»"),
    _text("sign as the code of a page", "A &#38; B", "W236", 3, "Escriba «&»"),
    _text("identity number", "DNI N.º 01234567", "E233", 1, "······67"),
    _text("number of a foreigner", "carné de extranjería 001234567", "E233"),
    _text("tax number of a person", "RUC: 10012345678", "E233"),
    _text("mobile number", "cel. 987 654 321", "E233"),
    _text("private mail", "a.b@gmail.com", "E233", 1, "…@gmail.com"),
)

HEADERS = (
    *(
        on_line(
            f"column «{wrong}»",
            LIVE,
            1,
            replace(LIVE, right, wrong),
            "E204",
            start,
            says=f": {right}?",
        )
        for wrong, right, start in (
            *(
                ("región", "ref_area", 1),
                ("Departamento", "ref_area", 1),
                ("año", "time_period", 10),
            ),
            *(
                ("Valor", "value", 22),
                ("TIME PERIOD", "time_period", 10),
                ("estado", "obs_status", 62),
            ),
            *(("calidad", "quality", 73), ("fuente", "source", 81), ("enlace", "evidence_url", 88)),
        )
    ),
    on_line(
        "column of no table",
        LIVE,
        1,
        replace(LIVE, "note_en", "note_en,zzz"),
        "E204",
        117,
        says="Quítela, o déle el nombre",
    ),
    on_line(
        "periods as columns",
        LIVE,
        1,
        write(LIVE, "ref_area,2022,2023,2024\nPE-AAA,1,2,3\n"),
        "E235",
        10,
        says="una fila por área y periodo",
    ),
    on_line(
        "table on its side",
        LIVE,
        1,
        write(LIVE, "ref_area,PE-AAA,PE-BBB,PE-CCC,PE\nvalue,1,2,3,4\n"),
        "E230",
    ),
    on_line("line for Excel", LIVE, 1, write(LIVE, f"sep=,\n{FILES[LIVE]}"), "E230", says="sep=,"),
    on_line(
        "title with its header below",
        LIVE,
        1,
        write(LIVE, f"Cuadro 1\n\n{FILES[LIVE]}"),
        "E230",
        says="están en la línea 3",
    ),
    on_line(
        "rows within one cell",
        LIVE,
        1,
        write(LIVE, "".join(f'"{line}"\n' for line in FILES[LIVE].splitlines())),
        "E230",
        says="una sola celda",
    ),
    on_line("header twice", LIVE, 2, write(LIVE, f"{_HEADER}\n{FILES[LIVE]}"), "E234"),
    on_line(
        "empty columns at the right",
        LIVE,
        1,
        write(LIVE, "".join(f"{line},,,\n" for line in FILES[LIVE].splitlines())),
        "E229",
        117,
        says="--fix",
    ),
)


def _row(name: str, text: str, code: str, says: str) -> Case:
    return on_line(name, LIVE, 10, append(LIVE, f"{text}\n"), code, says=says)


ROWS = (
    _row("decimal comma without quotes", "PE-AAA,2021,25,5,,,,,A,A,S1,,,", "E206", "escriba 25.5"),
    _row("thousands without quotes", "PE-AAA,2021,1,234,567,,,,,A,A,S1,,,", "E206", "1234567"),
    _row(
        "comma that may be either",
        "PE-AAA,2021,1,250,,,,,A,A,S1,,,",
        "E206",
        "1250; si",
    ),
    _row("comma at the end", "PE-AAA,2021,25.5,,,,,A,A,S1,,,,", "E206", "comas de más (1)"),
    _row("semicolons in a row", "PE-AAA;2021;25.5;;;;;A;A;S1;;;", "E206", "«;»"),
    _row("short row", "PE-AAA,2021,25.5", "E206", "3 en lugar de 13"),
    _row("note below the table", "Fuente: INEI,,,,,,,,,,,,", "E237", "Fuente: INEI"),
    _row("note of one cell", "Elaboración propia", "E237", "Elaboración propia"),
)

CATALOGUE = (
    in_cell("area name in capitals twice", 4, "name_es", "REGION SINTETICA A", "W329", AREAS),
    in_cell("kind in Spanish", 5, "kind", "departamento", "E212", AREAS, says="«region»"),
    in_cell(
        "members with a comma",
        6,
        "members",
        '"PE-AAA, PE-BBB"',
        "E315",
        AREAS,
        says="PE-AAA PE-BBB",
    ),
    in_cell("column of codes in Spanish", 5, "code", "PE_CCC", "E226", AREAS, says="guion"),
    in_cell(
        "source date in Spanish", 3, "published", "31/05/2024", "E225", SOURCES, says="2024-05-31"
    ),
    in_cell(
        "source date of a spreadsheet", 3, "accessed", "45413", "E225", SOURCES, says="2024-05-01"
    ),
    on_line(
        "source read before it was there",
        SOURCES,
        2,
        cell(SOURCES, 2, "accessed", "2024-01-31"),
        "W351",
    ),
    on_line(
        "one document with two ids",
        SOURCES,
        4,
        append(SOURCES, "S3,TÍTULO SINTÉTICO,Entidad,https://example.org/1,,,,\n"),
        "W329",
        4,
        says="un solo código",
    ),
    in_cell("type in Spanish", 2, "type", "porcentaje", "E212", INDICATORS, says="«percentage»"),
    in_cell("direction in Spanish", 2, "direction", "mayor", "E212", INDICATORS, says="«higher»"),
    in_cell("frequency in Spanish", 2, "frequency", "anual", "E212", INDICATORS, says="«annual»"),
    in_cell("status in Spanish", 2, "status", "publicado", "E212", INDICATORS, says="«live»"),
    in_cell("core in Spanish", 2, "core", "Sí", "E212", INDICATORS, says="«yes»"),
    in_cell("age of nothing", 2, "max_age_months", "0", "E226", INDICATORS, says="de 1 a 600"),
    in_cell("age in words", 2, "max_age_months", "24 meses", "E223", INDICATORS),
    on_line(
        "unit in Spanish",
        INDICATORS,
        2,
        both(
            write(
                "data/units.csv",
                "code,position,short_es,short_en,one_es,one_en,name_es,name_en\n"
                "percent,suffix,%,%,,,porcentaje,percentage\n"
                "cases,suffix,casos,cases,,,casos,cases\n",
            ),
            cell(INDICATORS, 2, "unit", "percent_"),
        ),
        "W334",
        cell_start(INDICATORS, 2, "unit"),
        says="¿Quiso decir percent?",
    ),
    Case(
        name="table of an indicator to come",
        change=write("data/indicators/NUEVO.csv", FILES[LIVE]),
        code="E323",
        path="data/indicators/NUEVO.csv",
        says="Agregue el indicador",
    ),
)

WORDS = (
    on_line(
        "key in Spanish",
        _PAGE,
        2,
        both(
            write("content/pages/about.en.md", "---\ntitle: Title\n---\n"),
            write(_PAGE, "---\ntitulo: Título\n---\n"),
        ),
        "E406",
        says="¿Quiso decir: title?",
    ),
    on_line(
        "key of no document",
        _PAGE,
        3,
        both(
            write("content/pages/about.en.md", "---\ntitle: Title\n---\n"),
            write(_PAGE, "---\ntitle: Título\nzzzz: a\n---\n"),
        ),
        "E406",
        says="title, description",
    ),
    on_line(
        "author by another key",
        _COMMENTARY,
        2,
        write(_COMMENTARY, "---\nautor: x\ndate: 2025-01-01\n---\n"),
        "E406",
        says="author_role",
    ),
    on_line(
        "day in Spanish",
        _COMMENTARY,
        3,
        write(_COMMENTARY, "---\nauthor_role: x\ndate: 31/05/2024\n---\n"),
        "E422",
        says="¿Quiso decir 2024-05-31?",
    ),
    on_line(
        "identity number in a text",
        _COMMENTARY,
        5,
        write(_COMMENTARY, "---\nauthor_role: x\ndate: 2024-05-01\n---\nSegún DNI 01234567.\n"),
        "E233",
        7,
    ),
    on_line(
        "setting in Spanish", SITE, 5, append(SITE, 'contacto = "a"\n'), "E502", 1, says="contact"
    ),
    on_line("setting of no site", SITE, 5, append(SITE, 'zzzz = "a"\n'), "E502", 1, says="Bórrela"),
    on_line(
        "indicator of no table in a setting",
        SITE,
        5,
        append(SITE, 'summary_indicators = ["ZZZZZZ"]\n'),
        "E503",
        1,
        says="un código de data/indicators.csv.",
    ),
    on_line(
        "letter as a code in a setting",
        SITE,
        5,
        append(SITE, 'tagline_es = "Regi&oacute;n"\n'),
        "W236",
        19,
    ),
)

CASES = (*VALUES, *TEXTS, *HEADERS, *ROWS, *CATALOGUE, *WORDS)
