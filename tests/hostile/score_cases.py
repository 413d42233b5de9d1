"""Rules of scores and places that are broken in one way each: method, matrix, their history."""

from __future__ import annotations

from quipu.tables import DERIVED_NAMES
from tests.hostile.case import Case, in_cell, on_line
from tests.roots import (
    AREAS,
    CATEGORIES_FILE,
    FILES,
    INDICATORS,
    LIVE,
    MATRIX,
    MATRIX_FILE,
    METHOD,
    METHOD_FILE,
    RETIRED,
    RULEBOOK,
    SCORING,
    VERSIONS,
    VERSIONS_FILE,
    append,
    both,
    cell,
    cell_start,
    remove,
    replace,
    rulebook,
    write,
)

_ENDLESS = f"0x{'f' * 5_000}"
_COLUMNS = FILES[LIVE].partition("\n")[0]


def line_of(path: str, text: str) -> int:
    """Return the line of the unchanged file on which *text* starts."""
    assert text in RULEBOOK[path], f"{path} has no {text!r}"
    return RULEBOOK[path][: RULEBOOK[path].index(text)].count("\n") + 1


def _method(
    name: str, old: str, new: str, code: str = "E503", column: int = 1, *, below: int = 0
) -> Case:
    """A method whose *old* text is replaced: the finding stands there, or some lines below."""
    line = line_of(METHOD_FILE, old) + below
    change = both(rulebook, replace(METHOD_FILE, old, new))
    return on_line(f"method: {name}", METHOD_FILE, line, change, code, column)


def _matrix(
    name: str, old: str, new: str, code: str = "E503", column: int = 1, *, below: int = 0
) -> Case:
    """A matrix whose *old* text is replaced: the finding stands there, or some lines below."""
    line = line_of(MATRIX_FILE, old) + below
    change = both(rulebook, replace(MATRIX_FILE, old, new))
    return on_line(f"matrix: {name}", MATRIX_FILE, line, change, code, column)


def _lacking(name: str, old: str, at: str, code: str = "E504", column: int = 0) -> Case:
    """A matrix without its *old* text: the finding stands at another text."""
    change = both(rulebook, replace(MATRIX_FILE, old, ""))
    line = line_of(MATRIX_FILE, at)
    return on_line(f"matrix: {name}", MATRIX_FILE, line, change, code, column)


def _peers(name: str, text: str, line: int, code: str, column: int) -> Case:
    """A method whose peers are chosen by *text* alone; lines count from its first."""
    before, after = SCORING.partition("[peers]")[0], SCORING[SCORING.index("[disclosure]") :]
    first = line_of(METHOD_FILE, "[peers]")
    change = both(rulebook, write(METHOD_FILE, f"{before}{text}\n{after}"))
    return on_line(f"method: {name}", METHOD_FILE, first + line - 1, change, code, column)


def _history(name: str, path: str, line: int, column: str, text: str, code: str) -> Case:
    """A cell of a table of what was published before."""
    case = in_cell(name, line, column, text, code, path)
    return on_line(name, path, line, both(rulebook, case.change), code, case.column)


def _indicator(name: str, line: int, changes: dict[str, str], code: str, column: int = 0) -> Case:
    """An indicator that does not go with a method; the finding is about its row."""
    cells = (cell(INDICATORS, line, key, text) for key, text in changes.items())
    return on_line(name, INDICATORS, line, both(write(METHOD_FILE, METHOD), *cells), code, column)


def _changed(name: str, path: str, old: str, new: str) -> Case:
    """A number that decides a score or a place, and the version as it was."""
    change = both(rulebook, replace(path, old, new))
    return on_line(f"same version: {name}", METHOD_FILE, 1, change, "E512", 1)


METHOD_OPTIONS = (
    _method("unknown table", "[uncertainty]", "[uncertainity]", "E502", 2),
    _method("unknown key at the top", 'period = "2023"', 'periodo = "2023"', "E502"),
    _method("unknown key of points", "range = [", "rango = [", "E502"),
    _method("unknown key of draws", "draws = 200", "drawns = 200", "E502"),
    _method("unknown key of peers", "count = 2", "cuenta = 2", "E502"),
    _method("unknown key of a variable", "log = true", "ln = true", "E502"),
    _method("unknown key of disclosure", "threshold = 10", "limit = 10", "E502"),
    _method("no version", 'version = "1.2"\n', "", "E504", 0),
    _method("blank version", '"1.2"', '" "', "E504"),
    _method("version in words", '"1.2"', '"primera"'),
    _method("version of one number", '"1.2"', '"1"'),
    _method("version of four numbers", '"1.2"', '"1.2.3.4"'),
    _method("version without quotes", '"1.2"', "1.2"),
    _method("version in another script", '"1.2"', '"１.２"'),
    _method("period that is none", '"2023"', '"el último"'),
    _method("period without quotes", '"2023"', "2023"),
    _method("period of no length", '"2023"', '""'),
    _method("unknown normalisation", '"goalposts"', '"rank"'),
    _method("normalisation that is a number", '"goalposts"', "1"),
    _method("range reversed", "range = [10, 90.5]", "range = [100, 0]"),
    _method("range of no width", "range = [10, 90.5]", "range = [5, 5.0]"),
    _method("range of one number", "range = [10, 90.5]", "range = [10]"),
    _method("range of three numbers", "range = [10, 90.5]", "range = [0, 50, 100]"),
    _method("range of texts", "range = [10, 90.5]", 'range = ["0", "100"]'),
    _method("range of yes and no", "range = [10, 90.5]", "range = [false, true]"),
    _method("range without end", "range = [10, 90.5]", "range = [0, inf]"),
    _method("range of no number", "range = [10, 90.5]", "range = [nan, 100]"),
    _method("range that is a number", "range = [10, 90.5]", "range = 100"),
    _method(
        "z-scores without a deviation",
        'method = "goalposts"\nrange = [10, 90.5]',
        'method = "z-score"\nrange = [50, 0]',
        below=1,
    ),
    on_line(
        "method: points that depend on the other areas",
        METHOD_FILE,
        line_of(METHOD_FILE, "method = "),
        both(rulebook, remove(VERSIONS_FILE), replace(METHOD_FILE, '"goalposts"', '"min-max"')),
        "W507",
        1,
    ),
    *(
        _method(f"{key} {what}", f"{key} = {old}", f"{key} = {new}")
        for key, old in (("draws", "200"), ("samples", "50"), ("seed", "7"))
        for what, new in (
            *(("not whole", "1.5"), ("whole with a point", "200.0"), ("negative", "-1")),
            *(("in words", '"diez"'), ("true", "true"), ("without end", _ENDLESS)),
        )
    ),
    _method("too many draws", "draws = 200", "draws = 100001"),
    _method("samples that do not divide the draws", "samples = 50", "samples = 30"),
    _method("more samples than draws", "samples = 50", "samples = 400"),
    _method(
        "draws that the usual samples do not divide",
        "[uncertainty]\ndraws = 200\nsamples = 50",
        "[uncertainty]\ndraws = 250",
        column=0,
    ),
    _method("spread of one", "spread = 0.5", "spread = 1"),
    _method("spread below zero", "spread = 0.5", "spread = -0.1"),
    _method("spread in words", "spread = 0.5", 'spread = "0.5"'),
    _method("peer variable of no indicator", 'indicator = "XX-01"', 'indicator = "XX-09"'),
    _method("peer variable that is a number", 'indicator = "XX-01"', "indicator = 5"),
    _method(
        "peer variable without an indicator",
        '[[peers.variable]]\nindicator = "XX-01"',
        "[[peers.variable]]",
        "E504",
        0,
    ),
    _method("divided by no indicator", 'per = "XX-03"', 'per = "XX-09"'),
    _method("logarithm in words", "log = true", 'log = "true"'),
    _method("logarithm as a number", "log = true", "log = 1"),
    _method("no peer", "count = 2", "count = 0"),
    _method("half a peer", "count = 2", "count = 2.5"),
    _peers("peers by no variable", "[peers]\ncount = 2", 1, "E504", 0),
    _peers("peers by an empty list", "[peers]\nvariable = []", 2, "E504", 1),
    _peers("peers by a number", "[peers]\nvariable = 0", 2, "E503", 1),
    _peers("peers by texts", '[peers]\nvariable = ["XX-01"]', 2, "E503", 1),
    _peers("peers in one line", '[peers]\n\nvariable = [{ indicator = "XX-09" }]', 3, "E503", 0),
    _method("disclosure of no indicator", '["XX-02"]', '["XX-02", "XX-09"]'),
    _method("disclosure of a number", '["XX-02"]', "[2]"),
    _method("disclosed indicators that are a text", '["XX-02"]', '"XX-02"'),
    _method("threshold of one", "threshold = 10", "threshold = 1"),
    _method("threshold in words", "threshold = 10", 'threshold = "10"'),
    *(
        on_line(
            f"method: {key} that is {what}",
            METHOD_FILE,
            3,
            write(METHOD_FILE, f'version = "1.2"\n\n{key} = {value}\n'),
            "E503",
            1,
        )
        for key in ("normalise", "uncertainty", "peers", "disclosure", "group")
        for what, value in (("a number", "5"), ("a list", "[5]"), ("a text", '"a"'))
    ),
)

TREE = (
    _method(
        "group without children",
        '[[group]]\nid = "YY"',
        '[[group]]\nid = "ZZ"\nname_es = "Vacío"\n\n[[group]]\nid = "YY"',
        "E505",
        below=1,
    ),
    _method(
        "groups in a circle",
        '[[group]]\nid = "YY"',
        '[[group]]\nid = "YY"\nparent = "XX"',
        "E344",
        below=2,
    ),
    _method("floor as high as the best points", "floor = 2", "floor = 90.5", "E515"),
    on_line(
        "method: floor of z-scores at their mean",
        METHOD_FILE,
        line_of(METHOD_FILE, "floor = 2"),
        both(
            rulebook,
            replace(METHOD_FILE, '"goalposts"', '"z-score"'),
            replace(METHOD_FILE, "range = [10, 90.5]", "range = [2, 10]"),
        ),
        "E515",
        1,
    ),
    _method(
        "group with the id of an indicator",
        '[[group]]\nid = "YY"',
        '[[group]]\nid = "XX-02"\nname_es = "Igual"\n\n[[group]]\nid = "YY"\nparent = "XX-02"',
        "E516",
        below=1,
    ),
    _method("name of a group too long", '"Raíz"', f'"{"a" * 121}"'),
    _method("unknown key of a group", "weight = 1.5", "wieght = 1.5", "E502"),
    _method("parent unknown", 'parent = "YY"', 'parent = "ZZ"', "E316"),
    _method("parent that is a number", 'parent = "YY"', "parent = 5"),
    _method("first group without an id", '[[group]]\nid = "YY"', "[[group]]", "E504", 0),
    _method(
        "first group without a name",
        '[[group]]\nid = "YY"\nname_es = "Raíz"',
        '[[group]]\nid = "YY"',
        "E504",
        0,
    ),
    _method("blank name of a group", 'name_es = "Raíz"', 'name_es = "  "', "E504"),
    _method("group with a number as id", 'id = "YY"', "id = 5"),
    _method(
        "group with an endless number as id",
        '[[group]]\nid = "YY"',
        f'[[group]]\nid = {_ENDLESS}\n\n[[group]]\nid = "YY"',
        below=1,
    ),
    *(
        _method(f"weight of a group {what}", "weight = 1.5", f"weight = {new}")
        for what, new in (
            *(("zero", "0"), ("negative", "-1"), ("in words", '"1"'), ("true", "true")),
            *(("no number", "nan"), ("infinite", "inf"), ("a list", "[1]")),
        )
    ),
    _method("unknown aggregate", '"geometric"', '"mean"'),
    _method("aggregate that is a table", '"geometric"', "{}"),
    _method("floor of zero", "floor = 2", "floor = 0"),
    _method("coverage above one", "min_coverage = 0.9", "min_coverage = 1.5"),
    _method("coverage below zero", "min_coverage = 0.9", "min_coverage = -0.1"),
    on_line(
        "indicator of a group that is not in the tree",
        INDICATORS,
        4,
        both(rulebook, cell(INDICATORS, 4, "group", "ZZ")),
        "E318",
        cell_start(INDICATORS, 4, "group"),
    ),
)

_AXIS_END = 'note_en = "Synthetic reason"\n'

AXES = (
    _lacking("no axis", MATRIX[MATRIX.index("[risk]") : MATRIX.index("[[cat")], "label_es"),
    _matrix(
        "axis without a name",
        '[capacity]\nname_es = "Capacidad sintética"',
        "[capacity]",
        "E504",
        0,
    ),
    _matrix("axis with a blank name", '"Capacidad sintética"', '""', "E504"),
    _matrix("axis with a number as name", '"Riesgo sintético"', "5"),
    _matrix("unknown key of an axis", "min_indicators = 1", "min_indicator = 1", "E502"),
    _matrix("cuts falling", "cuts = [30, 60.5]", "cuts = [60.5, 30]"),
    _matrix("cut twice", "cuts = [30, 60.5]", "cuts = [30, 30.0]"),
    _matrix("cut of zero", "cuts = [30, 60.5]", "cuts = [0, 60.5]"),
    _matrix("cut of a hundred", "cuts = [30, 60.5]", "cuts = [30, 100]"),
    _matrix("cut of no number", "cuts = [30, 60.5]", "cuts = [nan, 60.5]"),
    _matrix("cuts as texts", "cuts = [30, 60.5]", 'cuts = ["30", "60.5"]'),
    _matrix("cuts as yes and no", "cuts = [30, 60.5]", "cuts = [true]"),
    _matrix("cut that is a number", "cuts = [30, 60.5]", "cuts = 30"),
    _matrix("no cut", "cuts = [30, 60.5]", "cuts = []"),
    _matrix("a level too few", '["baja", "media", "alta"]', '["baja", "alta"]'),
    _matrix("a level too many", '["baja", "media", "alta"]', '["baja", "media", "alta", "toda"]'),
    on_line(
        "matrix: a cut too many",
        MATRIX_FILE,
        line_of(MATRIX_FILE, 'levels_es = ["baja"'),
        both(rulebook, replace(MATRIX_FILE, "cuts = [30, 60.5]", "cuts = [30, 50, 60.5]")),
        "E503",
        1,
    ),
    _matrix("levels that are a text", '["baja", "media", "alta"]', '"baja"'),
    _matrix("level twice", '["baja", "media", "alta"]', '["baja", "media", "baja"]'),
    _matrix("a translated level too few", '["low", "medium", "high"]', '["low", "high"]'),
    _lacking("no levels", 'levels_es = ["baja", "media", "alta"]\n', "[capacity]"),
    _matrix("levels by an empty list", '["baja", "media", "alta"]', "[]", "E504"),
    _matrix("coverage above one", "min_coverage = 0.5", "min_coverage = 1.5"),
    _matrix("no indicator needed", "min_indicators = 1", "min_indicators = 0"),
    _matrix("half an indicator needed", "min_indicators = 1", "min_indicators = 1.5"),
    _matrix(
        "more indicators needed than there are", "min_indicators = 1", "min_indicators = 2", "E517"
    ),
    _matrix("awaiting no indicator", 'awaiting = ["XX-02"]', 'awaiting = ["XX-09"]'),
    _matrix("awaiting a number", 'awaiting = ["XX-02"]', "awaiting = 2"),
    _lacking(
        "axis without indicators",
        '[[risk.indicator]]\nid = "XX-03"\ndirection = "lower"\n',
        "[risk]",
    ),
    _matrix(
        "axis with a number as indicators",
        '[[risk.indicator]]\nid = "XX-03"\ndirection = "lower"',
        "indicator = 5",
    ),
    _matrix("unknown key of an indicator", "max_age_months = 36", "max_age = 36", "E502"),
    _matrix("unknown indicator", 'id = "XX-01"', 'id = "XX-09"'),
    _matrix("indicator that is a number", 'id = "XX-01"', "id = 5"),
    _matrix(
        "indicator without an id",
        '[[capacity.indicator]]\nid = "XX-01"',
        "[[capacity.indicator]]",
        "E504",
        0,
    ),
    _matrix("indicator without goalposts", 'id = "XX-01"', 'id = "XX-02"', "E510"),
    _matrix("indicator on both axes", 'id = "XX-03"', 'id = "XX-01"', "E519"),
    _lacking("no direction", 'direction = "higher"\n', "[[capacity.indicator]]"),
    _matrix("direction that does not judge", '"higher"', '"neutral"'),
    _matrix("direction unknown", '"higher"', '"up"'),
    _matrix("direction that is a list", '"higher"', '["higher"]'),
    *(
        _matrix(f"weight {what}", "weight = 2", f"weight = {new}")
        for what, new in (("zero", "0"), ("negative", "-1"), ("in words", '"1"'), ("true", "true"))
    ),
    _matrix("age of zero", "max_age_months = 36", "max_age_months = 0"),
    _matrix("age not whole", "max_age_months = 36", "max_age_months = 1.5"),
    _matrix("note that is a number", '"Motivo sintético"', "5"),
    _matrix(
        "indicator twice on an axis",
        _AXIS_END,
        f'{_AXIS_END}\n[[capacity.indicator]]\nid = "XX-01"\ndirection = "lower"\n',
        below=3,
    ),
)

CELLS = (
    _matrix("row missing", ', ["B+", "B+", "B+"]]', "]", "E509"),
    _matrix("row too many", "cells = [", 'cells = [["A", "A", "A"], ', "E509"),
    _matrix("cell missing", '["A", "A", "B+"]', '["A", "B+"]', "E509"),
    _matrix("cell too many", '["A", "A", "B+"]', '["A", "A", "B+", "B+"]', "E509"),
    _lacking("cut without cells", ", 60.5", "cells = ", "E509", 1),
    _matrix(
        "no rows",
        MATRIX[MATRIX.index("cells = ") : MATRIX.index("\n\n[capacity]")],
        "cells = []",
        "E509",
    ),
    _lacking("no cells", MATRIX[MATRIX.index("cells = ") : MATRIX.index("\n[cap")], "label_es"),
    _matrix("unknown category in a cell", '[["A", "A"', '[["A", "Z"', "E520", 16),
    _matrix("category in small letters", '["A", "B+", "B+"]', '["a", "B+", "B+"]', "E520", 29),
    _matrix("blank cell", '[["A", "A"', '[["A", ""', "E520", 16),
    _matrix(
        "unknown category in a cell of its own line",
        'cells = [["A", "A", "B+"], ["A",',
        'cells = [\n  ["A", "A", "B+"],  # "uno"\n  ["Z",',
        "E520",
        4,
        below=2,
    ),
    _matrix("number in a cell", '[["A", "A"', '[["A", 5'),
    _matrix("row that is a text", '["A", "A", "B+"]', '"AAB"'),
)

CATEGORIES = (
    on_line(
        "matrix: category that no cell uses",
        MATRIX_FILE,
        line_of(MATRIX_FILE, '[[category]]\nid = "A"') + 1,
        both(
            rulebook,
            remove(VERSIONS_FILE),
            replace(
                MATRIX_FILE, '[["A", "A", "B+"], ["A", "B+"', '[["B+", "B+", "B+"], ["B+", "B+"'
            ),
        ),
        "W518",
        1,
    ),
    _matrix("name of a category too long", '"Primera"', f'"{"a" * 121}"'),
    _matrix(
        "thirteen categories",
        '[[category]]\nid = "A"',
        "".join(
            f'[[category]]\nid = "A{n}"\nname_es = "Otra"\nsetup = 1\nfunctions = ["F1"]\n\n'
            for n in range(1, 12)
        )
        + '[[category]]\nid = "A"',
        column=3,
    ),
    _matrix("unknown key of a category", "review_months = 6", "review = 6", "E502"),
    _matrix(
        "category without a name",
        '[[category]]\nid = "A"\nname_es = "Primera"',
        '[[category]]\nid = "A"',
        "E504",
        0,
    ),
    _matrix("category without an id", '[[category]]\nid = "A"', "[[category]]", "E504", 0),
    _matrix("category twice", 'id = "B+"', 'id = "A"'),
    _matrix("bad id of a category", 'id = "A"', 'id = "../a"'),
    _matrix("endless number as id of a category", 'id = "A"', f"id = {_ENDLESS}"),
    _matrix("unknown function", '["F1", "F2"]', '["F1", "F9"]'),
    _matrix("function twice", '["F1", "F2"]', '["F1", "F1"]'),
    _matrix("functions that are a text", '["F1", "F2"]', '"F1"'),
    _matrix("minimum not first", '["F1", "F2"]', '["F2", "F1"]', "E508"),
    _lacking("no functions", 'functions = ["F1", "F2"]\n', "[[category]]", "E508"),
    _lacking("no set-up", "setup = 1\n", "[[category]]"),
    *(
        _matrix(f"set-up {what}", "setup = 1", f"setup = {new}")
        for what, new in (
            *(("not whole", "1.5"), ("in words", '"1"'), ("true", "true"), ("negative", "-1")),
            *(("reversed", "[2, 1]"), ("of one end", "[1]"), ("of three ends", "[1, 2, 3]")),
            *(("of texts", '["1", "2"]'), ("without end", _ENDLESS)),
        )
    ),
    _matrix("review after no month", "review_months = 6", "review_months = 0"),
    _matrix("review not whole", "review_months = 6", "review_months = 1.5"),
    _matrix("priority below zero", "priority = 3", "priority = -1"),
    _matrix("priority in words", "priority = 3", 'priority = "primera"'),
    _matrix("number for what is recommended", '"Una persona"', "1"),
    _matrix("unknown key of a function", 'step_en = "Start."', 'steps_en = "Start."', "E502"),
    _matrix(
        "function without a name",
        '[[function]]\nid = "F1"\nname_es = "Primera función"',
        '[[function]]\nid = "F1"',
        "E504",
        0,
    ),
    _matrix("function id twice", 'id = "F2"', 'id = "F1"'),
    _matrix("bad id of a function", 'id = "F2"', 'id = "F 2"'),
    _matrix(
        "categories that are a table",
        MATRIX[MATRIX.index("[[category]]") : MATRIX.index("[[function]]")],
        "[category]\n\n",
        column=2,
    ),
    _matrix(
        "functions that are a table",
        MATRIX[MATRIX.index("[[function]]") :],
        "[function]\n",
        column=2,
    ),
)

MATRIX_OPTIONS = (
    _matrix("unknown key at the top", "keep_below = 0.75", "keep_bellow = 0.75", "E502"),
    _matrix("unknown table", "[[function]]", "[[funcion]]", "E502", 3),
    _matrix("no label", 'label_es = "Etiqueta sintética"\n', "", "E504", 0),
    _matrix("blank notice", '"Aviso sintético"', '" "', "E504"),
    _matrix("confidence that is a number", '"Confianza sintética"', "0.5"),
    _matrix("minimum of no function", 'minimum = ["F1"]', 'minimum = ["F9"]'),
    _matrix("minimum that is a text", 'minimum = ["F1"]', 'minimum = "F1"'),
    _matrix("set-up of no indicator", 'setup_indicator = "XX-03"', 'setup_indicator = "XX-09"'),
    _matrix("set-up of a number", 'setup_indicator = "XX-03"', "setup_indicator = 3"),
    _matrix("set-up of nothing", 'setup_indicator = "XX-03"', 'setup_indicator = ""', "E504"),
    _matrix("tasks of no indicator", 'tasks_indicator = "XX-02"', 'tasks_indicator = "XX-09"'),
    _matrix("set-up names that are a text", '["nada", "algo", "todo"]', '"nada"'),
    _matrix("a translated set-up too few", '["nothing", "something", "everything"]', '["nothing"]'),
    _matrix("share above one", "keep_below = 0.75", "keep_below = 2"),
    _matrix("share in words", "keep_below = 0.75", 'keep_below = "0.75"'),
    _matrix("step below zero", "cut_step = 2.5", "cut_step = -1"),
    _matrix("step above fifty", "cut_step = 2.5", "cut_step = 51"),
    *(
        _matrix(f"{key} that is {what}", MATRIX, f"{key} = {value}\n", below=0)
        for key in ("capacity", "risk", "category", "function", "cells")
        for what, value in (("a number", "5"), ("a list", "[5]"), ("a text", '"a"'))
    ),
    Case(
        name="matrix: without a method",
        change=both(rulebook, remove(METHOD_FILE), remove(VERSIONS_FILE)),
        code="E511",
        path=MATRIX_FILE,
    ),
)

HISTORY = (
    *(
        _history(f"version {what}", VERSIONS_FILE, 3, column, text, code)
        for what, column, text, code in (
            ("in words", "version", "segunda", "E226"),
            ("missing", "version", "", "E211"),
            ("twice", "version", "1.1", "E301"),
            ("on no day", "date", "2025-13", "E225"),
            ("on an empty day", "date", "", "E211"),
            ("with a short fingerprint", "fingerprint", "85ae96e7", "E226"),
            ("with a fingerprint in capitals", "fingerprint", "85AE96E7043784A6", "E226"),
            ("without a fingerprint", "fingerprint", "", "E211"),
            ("without a word on what changed", "note_es", "", "E211"),
        )
    ),
    *(
        _history(f"category {what}", CATEGORIES_FILE, 3, column, text, code)
        for what, column, text, code in (
            ("of another matrix", "category", "C", "E342"),
            ("in lower case", "category", "b+", "E342"),
            ("missing", "category", "", "E211"),
            ("of an unknown area", "ref_area", "PE-ZZZ", "E303"),
            ("of no edition", "edition", "", "E211"),
            ("of an edition on no day", "edition", "2025-02-30", "E225"),
            ("of a method in words", "method_version", "primera", "E226"),
            ("of no method", "method_version", "", "E211"),
        )
    ),
    on_line(
        "version that is not in force yet",
        VERSIONS_FILE,
        3,
        both(rulebook, cell(VERSIONS_FILE, 3, "date", "2025-07")),
        "W417",
    ),
    on_line(
        "category of an edition to come",
        CATEGORIES_FILE,
        3,
        both(rulebook, cell(CATEGORIES_FILE, 3, "edition", "2025-07-01")),
        "W417",
    ),
    on_line(
        "category twice in an edition",
        CATEGORIES_FILE,
        7,
        both(rulebook, append(CATEGORIES_FILE, "2025-03-31,PE-AAA,A,1.2\n")),
        "E301",
        12,
    ),
    Case(
        name="versions of no method",
        change=write(VERSIONS_FILE, VERSIONS),
        code="W108",
        path=VERSIONS_FILE,
    ),
    Case(
        name="categories of no matrix",
        change=write(CATEGORIES_FILE, RULEBOOK[CATEGORIES_FILE]),
        code="W108",
        path=CATEGORIES_FILE,
    ),
    _method("version that is not recorded", '"1.2"', '"1.3"', "E513"),
    Case(
        name="no written history of the method",
        change=both(rulebook, remove(VERSIONS_FILE)),
        code="W514",
        path=METHOD_FILE,
    ),
)

CHANGED = (
    _changed("weight of a group", METHOD_FILE, "weight = 1.5", "weight = 1.6"),
    _changed(
        "tree",
        METHOD_FILE,
        '[[group]]\nid = "XX"\nparent = "YY"',
        '[[group]]\nid = "ZZ"\nparent = "YY"\nname_es = "Medio"\n\n'
        '[[group]]\nid = "XX"\nparent = "ZZ"',
    ),
    _changed("aggregate", METHOD_FILE, '"geometric"', '"harmonic"'),
    _changed("seed", METHOD_FILE, "seed = 7", "seed = 8"),
    _changed("range", METHOD_FILE, "[10, 90.5]", "[10, 90]"),
    _changed("period", METHOD_FILE, '"2023"', '"latest"'),
    _changed("peers", METHOD_FILE, "log = true", "log = false"),
    _changed("threshold", METHOD_FILE, "threshold = 10", "threshold = 11"),
    _changed("cut", MATRIX_FILE, "cuts = [30, 60.5]", "cuts = [30, 60]"),
    _changed("direction on an axis", MATRIX_FILE, '"higher"', '"lower"'),
    _changed("cell", MATRIX_FILE, '[["A", "A"', '[["A", "B+"'),
    _changed("functions", MATRIX_FILE, '["F1", "F2"]', '["F1"]'),
    _changed("goalpost", INDICATORS, ",0,100,1,yes", ",5,100,1,yes"),
    _changed("direction of an indicator", INDICATORS, "percentage,higher", "percentage,lower"),
    _changed("weight of an indicator", INDICATORS, "100,1,yes", "100,2,yes"),
)
"""What `test_a_new_version_is_clean` then records."""

INDICATORS_SCORED = (
    _indicator("score without a better end", 2, {"direction": "neutral"}, "E335"),
    _indicator("score of a count", 4, {"direction": "lower", "core": "yes"}, "E336"),
    _indicator(
        "score of an amount", 4, {"type": "amount", "direction": "lower", "core": "yes"}, "E336"
    ),
    _indicator("score without a goalpost", 2, {"goalpost_low": ""}, "E337"),
    _indicator("score without the upper goalpost", 2, {"goalpost_high": ""}, "E337"),
    _indicator(
        "goalposts reversed",
        2,
        {"goalpost_low": "200"},
        "E319",
        cell_start(INDICATORS, 2, "goalpost_low"),
    ),
    _indicator(
        "weight of an indicator in words",
        2,
        {"weight": "true"},
        "E203",
        cell_start(INDICATORS, 2, "weight"),
    ),
    *(
        _indicator(f"benchmark {text!r}", 2, {"benchmark": text}, "E338")
        for text in (
            "promedio",
            "National",
            "target",
            "target:",
            "target:1e5",
            "target:95 %",
            "target:--5",
        )
    ),
)

RESERVED = tuple(
    on_line(
        f"slug of a computed table: {name}",
        AREAS,
        3,
        cell(AREAS, 3, "slug", name),
        "E343",
    )
    for name in (*DERIVED_NAMES, "areas", "sources", "indicators", "xx-01")
)

_PRIVATE = both(rulebook, replace(METHOD_FILE, 'indicators = ["XX-02"]', 'indicators = ["XX-03"]'))


def _counts(name: str, rows: str, code: str, line: int) -> Case:
    """Values of the indicator whose small counts are withheld."""
    change = both(_PRIVATE, write(RETIRED, f"{_COLUMNS}\n{rows}"))
    return on_line(name, RETIRED, line, change, code)


DISCLOSURE = (
    _counts(
        "small count", "PE-AAA,2019,12,,,,,A,A,S1,,,\nPE-BBB,2019,9,,,,,A,A,S1,,,\n", "E339", 3
    ),
    _counts("small count behind a share", "PE-AAA,2019,12,1,,,,A,A,S1,,,\n", "E339", 2),
    _counts(
        "hidden count alone",
        "PE,2019,60,,,,,A,A,S1,,,\nPE-AAA,2019,30,,,,,A,A,S1,,,\n"
        "PE-BBB,2019,,,,,,Q,A,S1,,,\nPE-CCC,2019,20,,,,,A,A,S1,,,\n",
        "E340",
        4,
    ),
)

CASES = (
    *(*METHOD_OPTIONS, *TREE, *AXES, *CELLS, *CATEGORIES, *MATRIX_OPTIONS),
    *(*HISTORY, *CHANGED, *INDICATORS_SCORED, *RESERVED, *DISCLOSURE),
)
