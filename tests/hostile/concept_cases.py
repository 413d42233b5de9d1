"""Concepts that cite what is not there or claim what is another's, and norms that go in circles."""

from __future__ import annotations

from tests.hostile.case import Case, on_line
from tests.roots import Change, both, write

_NORMS = "data/registers/norms.csv"
_CONCEPT = "content/concepts/uno.es.md"
_OTHER = "content/concepts/dos.es.md"
_HEAD = "id,name_es,name_en,about_es,about_en,state,replaced_by,verified,source"
_OLD = "norma-1,Norma 1,Norm 1,Texto,Text,repealed,norma-2,yes,S1"
_NEW = "norma-2,Norma 2,Norm 2,Texto,Text,in_force,,yes,S1"


def norms(*rows: str) -> Change:
    """A register of norms."""
    return write(_NORMS, "".join(f"{row}\n" for row in (_HEAD, *rows)))


def concept(name: str, **keys: str) -> Change:
    """A concept in two languages, with these keys in Spanish; its terms stand on line 4."""
    known = {"title": "Uno", "summary": "Qué es.", "terms": f"{name} sintético", "sources": "S1"}
    spanish = "".join(f"{key}: {value}\n" for key, value in {**known, **keys}.items())
    english = f"title: One\nsummary: What.\nterms: synthetic {name}\nsources: S1\n"
    return both(
        write(f"content/concepts/{name}.es.md", f"---\n{spanish}---\nTexto\n"),
        write(f"content/concepts/{name}.en.md", f"---\n{english}---\nText\n"),
    )


def _norm(name: str, rows: tuple[str, ...], line: int, code: str, column: str, says: str) -> Case:
    start = rows[line - 2].split(",")[: _HEAD.split(",").index(column)]
    at = len(",".join(start)) + 2 if start else 1
    return on_line(name, _NORMS, line, norms(*rows), code, at, says=says)


_GUIDE = "content/guides/uno.es.md"


def guide(line: str, body: str = "Texto") -> Change:
    """A guide in two languages; its third key, if any, stands on line 4."""
    head = "title: Uno\nsummary: Qué es.\n"
    return both(
        write(_GUIDE, f"---\n{head}{line}---\n{body}\n"),
        write("content/guides/uno.en.md", f"---\n{head}---\nText\n"),
    )


CASES = (
    on_line(
        "guide that leads to no text",
        _GUIDE,
        5,
        guide("", "Vea [dos](dos.es.md) y [uno](uno.en.md)"),
        "E688",
        11,
        says="uno.es.md",
    ),
    on_line(
        "guide that leads to a text by its path",
        _GUIDE,
        5,
        guide("", "[uno](content/guides/uno.es.md)"),
        "E688",
        7,
        says="../templates/",
    ),
    on_line(
        "guide on a file that is not there",
        _GUIDE,
        4,
        guide("file: data/sources.csv data/surces.csv\n"),
        "E689",
        24,
        says="data/sources.csv",
    ),
    on_line(
        "guide on a register that is like another",
        _GUIDE,
        4,
        guide("file: data/registers/sesions.csv\n"),
        "E689",
        7,
        says="en barra: data/registers/sessions.csv",
    ),
    on_line(
        "guide on a register that is like none",
        _GUIDE,
        4,
        guide("file: data/registers/xyz.csv\n"),
        "E689",
        7,
        says="data/registers/ (advice_mitigations.csv, advice_questions.csv, agencies.csv,",
    ),
    on_line(
        "guide on a folder that is not one of texts",
        _GUIDE,
        4,
        guide("file: content/otra/\n"),
        "E689",
        7,
        says="una carpeta termina en barra",
    ),
    on_line(
        "guide that half asks for codes", _GUIDE, 4, guide("codes: sí\n"), "E637", 8, says="yes"
    ),
    on_line(
        "term of two concepts",
        _CONCEPT,
        4,
        both(concept("dos", terms="otro;El  Término"), concept("uno", terms="nada; el término")),
        "E680",
        14,
        says="ya lleva a otro concepto (content/concepts/dos.es.md)",
    ),
    on_line(
        "term twice in a concept that another one claims, too",
        _CONCEPT,
        4,
        both(concept("dos", terms="SIP"), concept("uno", terms="CAN;SIP;SIP")),
        "E680",
        12,
        says="quítelo de «terms» en uno de los dos",
    ),
    on_line(
        "term that is a common word",
        _CONCEPT,
        4,
        concept("uno", terms="de;nada"),
        "E686",
        8,
        says="de tres letras o más",
    ),
    on_line(
        "acronym of one letter",
        _CONCEPT,
        4,
        concept("uno", terms="nada;A"),
        "E686",
        13,
        says="una sigla, toda en mayúsculas y de dos o más",
    ),
    on_line(
        "source of a concept that is unknown",
        _CONCEPT,
        5,
        concept("uno", sources="S1 S9"),
        "E304",
        13,
        says="Agregue la fuente primero",
    ),
    on_line(
        "review of a concept by a month",
        _CONCEPT,
        6,
        concept("uno", review_by="2027-05"),
        "E422",
        12,
        says="Escriba el día entero",
    ),
    on_line(
        "concept of no period",
        _CONCEPT,
        6,
        concept("uno", valid_at="ayer"),
        "E224",
        11,
        says="«ayer» no es un periodo",
    ),
    on_line(
        "concept by a norm that is repealed",
        _CONCEPT,
        6,
        both(norms(_OLD, _NEW), concept("uno", framework_version="Ley; norma 1")),
        "E684",
        25,
        says="Ponga la norma de hoy (Norma 2)",
    ),
    on_line(
        "concept whose review is over",
        _CONCEPT,
        1,
        concept("uno", review_by="2025-06-29"),
        "N687",
        says="debía revisarse hasta el 2025-06-29",
    ),
    _norm(
        "norm replaced by one that is unknown",
        (_OLD.replace("norma-2", "norma-3"), _NEW),
        2,
        "E681",
        "replaced_by",
        "Las que hay: norma-2",
    ),
    _norm(
        "norm that is replaced and in force",
        (_OLD.replace("repealed", "in_force"), _NEW),
        2,
        "E682",
        "replaced_by",
        "escriba «repealed» en «state»",
    ),
    _norm(
        "norms that replace each other",
        (_OLD, _NEW.replace("in_force,", "repealed,norma-1")),
        3,
        "E683",
        "replaced_by",
        "lleva de vuelta a la misma norma",
    ),
    _norm(
        "norm that is checked and cites nothing",
        (_NEW.replace("S1", ""),),
        2,
        "E685",
        "source",
        "escriba «no» en «verified»",
    ),
    _norm(
        "norm of another state",
        (_NEW.replace("in_force", "valid"),),
        2,
        "E212",
        "state",
        "in_force",
    ),
    _norm(
        "norm with a name as id",
        (_NEW.replace("norma-2", "Norma"),),
        2,
        "E226",
        "id",
        "ley-29976",
    ),
    _norm(
        "norm twice", (_NEW, _NEW.replace("Texto", "Otro")), 3, "E301", "id", "Deje una sola fila"
    ),
)
