"""Documents, settings and maps that are broken in one way each."""

from __future__ import annotations

from tests.hostile.case import Case, on_line
from tests.roots import (
    FILES,
    INDICATORS,
    METHOD,
    SITE,
    TOPOLOGY,
    WORDS,
    append,
    both,
    remove,
    replace,
    write,
)

_PAGE = "content/pages/about.es.md"
_GEO = "data/geo/x.topo.json"
_METHOD = "data/method.toml"
_FRONT = "---\ntitle: Título\n---\n"
_BOTH_PAGES = write("content/pages/about.en.md", "---\ntitle: Title\n---\n")


def _body(name: str, text: str, code: str, column: int = 1) -> Case:
    """A page whose text starts on line 4."""
    change = both(_BOTH_PAGES, write(_PAGE, f"{_FRONT}{text}\n"))
    return on_line(name, _PAGE, 4, change, code, column)


def _front(name: str, text: str, code: str, line: int, column: int = 0) -> Case:
    """A page with this front matter, whose first line is line 2."""
    change = both(_BOTH_PAGES, write(_PAGE, f"---\n{text}\n---\nTexto\n"))
    return on_line(name, _PAGE, line, change, code, column)


def _setting(name: str, line: str, code: str, column: int = 1) -> Case:
    """Settings with one more line, the fifth."""
    return on_line(name, SITE, 5, append(SITE, f"{line}\n"), code, column)


def _method(name: str, old: str, new: str, code: str, line: int, column: int = 1) -> Case:
    change = both(write(_METHOD, METHOD), replace(_METHOD, old, new))
    return on_line(name, _METHOD, line, change, code, column)


def _map(name: str, old: str, new: str, code: str = "E601", line: int = 0, column: int = 0) -> Case:
    change = both(write(_GEO, TOPOLOGY), replace(_GEO, old, new))
    return Case(name=name, change=change, code=code, path=_GEO, line=line, column=column)


DOCUMENTS = (
    on_line("no front matter", _PAGE, 1, write(_PAGE, "Texto\n"), "E401"),
    on_line("front matter not closed", _PAGE, 1, write(_PAGE, "---\ntitle: a\nTexto\n"), "E423"),
    on_line("first line of front matter missing", _PAGE, 1, write(_PAGE, _FRONT[4:]), "E401"),
    _body("second front matter", "---\ntitle: a\n\nTexto", "E424"),
    _body("second front matter, closed", "---\ndescription: a\n---\nTexto", "E424"),
    on_line("blank line first", _PAGE, 1, write(_PAGE, f"\n{_FRONT}"), "E401"),
    _front("key twice", "title: Uno\ntitle: Dos", "E403", 3, 1),
    _front("colon in a text", "title: a: b", "E402", 2, 9),
    _front("tab in front matter", "title:\n\t- a", "E402", 3, 1),
    _front("quote not closed", 'title: "a', "E402", 3, 1),
    _front("bare text", "solo texto", "E402", 2, 1),
    _front("list as front matter", "- a\n- b", "E402", 2, 1),
    _front("list as a value", "title: [a, b]", "E407", 2, 8),
    _front("mapping as a value", "title:\n  a: b", "E407", 3, 3),
    _front("alias bomb", "title: &a x\ndescription: *a", "E407", 2, 8),
    _front("alias", "title: a\ndescription: *a", "E407", 3, 14),
    _front("tag", "title: !!python/object/apply:os.system [ls]", "E407", 2, 8),
    _front("tag on a text", "title: !!str a", "E407", 2, 8),
    _front("deep nesting", "title: " + "[" * 5_000, "E407", 2, 8),
    _front("unknown key", "title: a\ntitulo: b", "E406", 3),
    _front("text after a number sign", "title: Ley #30424", "W420", 2, 12),
    _front("key missing", "description: a", "E405", 1),
    _front("key empty", "title:\ndescription: a", "E405", 2),
    _front("HTML in front matter", "title: <b>a</b>", "E408", 2, 8),
    _front("accusing words in front matter", "title: La peor región", "W415", 2, 11),
    _body("raw HTML", "<script>alert(1)</script>", "E408"),
    _body("HTML comment", "a <!-- b -->", "E408", 3),
    _body("HTML that hangs converters", "<![CDATA[" * 2_000, "E408"),
    _body("attributes in an autolink", '<https://a.pe" onclick="x">', "E408"),
    _body("script link", "[a](javascript:alert(1))", "E409", 3),
    _body("script link in capitals", "[a](JaVaScRiPt:alert(1))", "E409", 3),
    _body("script link with spaces", "[a]( javascript:alert(1))", "E409", 3),
    _body("script link in entities", "[a](&#106;avascript:alert(1))", "E409", 3),
    _body("script link with a named entity", "[a](javascript&colon;alert(1))", "E409", 3),
    _body("script link with a hidden tab", "[a](java&Tab;script:alert(1))", "E409", 3),
    _body("script link in angle brackets", "[a](<javascript:alert(1)>)", "E408", 5),
    _body("data link", "[a](data:text/html;base64,AA)", "E409", 3),
    _body("file link", "[a](file:///etc/passwd)", "E409", 3),
    _body("link without a scheme to another host", "[a](//example.org)", "E409", 3),
    _body("script as a reference", "[a]: javascript:alert(1)", "E409"),
    _body("script as an indented reference", "   [a]: javascript:alert(1)", "E409"),
    _body("image", "![a](https://example.org/a.png)", "E416"),
    _body("brackets that hang converters", "[" * 5_000, "E418"),
    _body("image brackets that hang converters", "a" + "![" * 200, "E418"),
    _body("lists within lists", "- " * 2_000 + "a", "E418"),
    _body("numbers within numbers", "1. " * 2_000 + "a", "E418"),
    _body("quotes within quotes", "> " * 2_000 + "a", "E418"),
    _body("indentation within indentation", "\t" * 500 + "- a", "E418"),
    _body("backticks that hang converters", "``a`" * 150, "E418"),
    _body("lines that hang converters", "-\n" * 1_100, "E425"),
    _body("accusing words", "Es la región más corrupta.", "W415", 7),
    _body("accusing words in English", "The most corrupt region.", "W415", 5),
    _body("words of contest", "La mejor región", "W415", 4),
    Case(
        name="too long a document",
        change=both(_BOTH_PAGES, write(_PAGE, _FRONT + "a" * 40_001)),
        code="E413",
        path=_PAGE,
    ),
    on_line("words missing", INDICATORS, 2, remove(WORDS), "E412"),
    on_line(
        "wanted without words",
        INDICATORS,
        3,
        both(remove("content/indicators/XX-02.es.md"), remove("content/indicators/XX-02.en.md")),
        "W419",
    ),
    on_line(
        "sentence with an unknown placeholder",
        WORDS,
        2,
        replace(WORDS, "---\n", "---\nsentence: En {año}, {value}\n"),
        "E421",
    ),
    on_line(
        "sentence with a brace that does not close",
        WORDS,
        2,
        replace(WORDS, "---\n", "---\nsentence: En {period\n"),
        "E421",
    ),
    on_line("words without their limits", WORDS, 1, replace(WORDS, "limits:", "document:"), "E405"),
    on_line(
        "words empty",
        WORDS,
        1,
        replace(WORDS, "why: >-\n  Palabra sintética que ocupa\n  dos líneas.", "why:"),
        "E405",
    ),
    on_line(
        "document of no indicator",
        "content/indicators/XX-09.es.md",
        1,
        write("content/indicators/XX-09.es.md", FILES[WORDS]),
        "E410",
    ),
    on_line(
        "document in no language",
        "content/indicators/XX-01.fr.md",
        1,
        write("content/indicators/XX-01.fr.md", FILES[WORDS]),
        "E410",
    ),
    on_line(
        "commentary on no region",
        "content/regions/PE-ZZZ.es.md",
        1,
        write("content/regions/PE-ZZZ.es.md", "---\nauthor_role: x\ndate: 2025-01-01\n---\n"),
        "E410",
    ),
    on_line(
        "commentary without an author",
        "content/regions/PE-AAA.es.md",
        1,
        write("content/regions/PE-AAA.es.md", "---\ndate: 2025-01-01\n---\n"),
        "E405",
    ),
    on_line(
        "date that is no day",
        "content/regions/PE-AAA.es.md",
        3,
        write("content/regions/PE-AAA.es.md", "---\nauthor_role: x\ndate: enero\n---\n"),
        "E422",
    ),
    on_line(
        "commentary from the future",
        "content/regions/PE-AAA.es.md",
        1,
        write("content/regions/PE-AAA.es.md", "---\nauthor_role: x\ndate: 2026-01-01\n---\n"),
        "W417",
    ),
    _body("text that is to be written", "POR COMPLETAR: el texto.", "W851"),
    _body("text that is to be written in English", "- TO BE COMPLETED", "W851", 3),
    on_line(
        "words of a shown indicator that are to be written",
        WORDS,
        2,
        replace(WORDS, "definition: ", "definition: POR COMPLETAR "),
        "E852",
        13,
    ),
    on_line("translation missing", WORDS, 1, remove("content/indicators/XX-01.en.md"), "W411"),
    Case(
        name="document without a language",
        change=write("content/pages/about.md", _FRONT),
        code="W108",
        path="content/pages/about.md",
    ),
    Case(
        name="document in an unknown folder",
        change=write("content/paginas/about.es.md", _FRONT),
        code="W108",
        path="content/paginas/about.es.md",
    ),
    Case(
        name="folder of documents in capitals",
        change=write("content/Pages/about.es.md", _FRONT),
        code="W108",
        path="content/Pages/about.es.md",
    ),
)

SETTINGS = (
    on_line("broken TOML", SITE, 5, append(SITE, "contact = \n"), "E501", 11),
    on_line("key twice in TOML", SITE, 5, append(SITE, 'title_es = "a"\n'), "E501", 15),
    on_line("TOML that nests", SITE, 6, append(SITE, "contact = " + "[" * 5_000 + "\n"), "E501"),
    on_line(
        "number without end in TOML", SITE, 6, append(SITE, f"contact = {'9' * 5_000}\n"), "E501"
    ),
    _setting("unknown setting", 'titulo = "a"', "E502"),
    _setting("number for a text", "contact = 5", "E503"),
    _setting("endless number for a text", f"contact = 0x{'f' * 5_000}", "E503"),
    _setting("list for a text", 'contact = ["a"]', "E503"),
    _setting("text for a list", 'summary_indicators = "XX-01"', "E503"),
    _setting("list with repetition", 'summary_indicators = ["XX-01", "XX-01"]', "E503"),
    _setting("unknown indicator", 'summary_indicators = ["XX-09"]', "E503"),
    _setting("unknown locale", 'number_locale = "es_QQ"', "E503"),
    _setting("locale of another shape", 'number_locale = "español"', "E503"),
    _setting("unknown time zone", 'time_zone = "America/Cusco"', "E503"),
    _setting("time zone that climbs", 'time_zone = "../../etc/passwd"', "E503"),
    _setting("unknown kind of page", 'page_kinds = ["provincia"]', "E503"),
    _setting("pages of composites", 'page_kinds = ["composite"]', "E503"),
    _setting("attribute with a bad name", 'area_attributes = ["Área km²"]', "E503"),
    _setting("attribute that is a column", 'area_attributes = ["slug"]', "E503"),
    _setting("address with a script", 'base_url = "javascript:alert(1)"', "E503"),
    _setting("repository that is no address", 'repository = "github"', "E503"),
    _setting("control character in a text", 'contact = "a\\u0007b"', "E503"),
    _setting("accusing words in settings", 'tagline_es = "La peor región"', "W415", 18),
    on_line("unknown language", SITE, 3, replace(SITE, '"en"]', '"xx"]'), "E503", 1),
    on_line("no language", SITE, 3, replace(SITE, '["es", "en"]', "[]"), "E503", 1),
    on_line("title missing", SITE, 1, replace(SITE, 'title_es = "Sitio sintético"\n', ""), "E504"),
    _method("unknown key in a group", "weight = 1", "wieght = 1", "E502", 8),
    _method("text for a weight", "weight = 1", 'weight = "uno"', "E503", 8),
    _method("no weight", "weight = 1", "weight = 0", "E503", 8),
    _method("unknown aggregate", "weight = 1", 'aggregate = "mean"', "E503", 8),
    _method("share above one", "weight = 1", "min_coverage = 65", "E503", 8),
    _method("group twice", 'id = "YY"', 'id = "XX"', "E503", 11),
    _method("group without an id", 'id = "YY"\n', "", "E504", 10, 0),
    _method("group without a name", 'name_es = "Otro"\n', "", "E504", 10, 0),
    _method("group with a bad id", 'id = "YY"', 'id = "../YY"', "E503", 11),
    _method("parent of no group", 'parent = "YY"', 'parent = "ZZ"', "E316", 5),
    _method("group that is its own parent", 'parent = "YY"', 'parent = "XX"', "E344", 5),
    _method(
        "groups that are no tables", METHOD[METHOD.index("[[group]]") :], "group = 5\n", "E503", 3
    ),
    _method("unknown method", "\n[[", '\n[normalise]\nmethod = "magic"\n[[', "E503", 4),
    _method("range of one number", "\n[[", "\n[normalise]\nrange = [1]\n[[", "E503", 4),
    _method("draws in words", "\n[[", '\n[uncertainty]\ndraws = "mil"\n[[', "E503", 4),
    _method("table that is a text", "\n[[", '\nnormalise = "goalposts"\n[[', "E503", 3),
)

MAPS = (
    Case(name="map empty", change=write(_GEO, ""), code="E104", path=_GEO),
    _map("map cut short", '"id": "PE-CCC", "arcs": [[[0]]]}]}}}', "", line=5, column=1),
    _map("map that is a list", TOPOLOGY, "[]"),
    _map("map of another type", '"Topology"', '"FeatureCollection"'),
    _map("map without arcs", '"arcs": [[[0, 0]', '"bogen": [[[0, 0]'),
    _map("map with a word among numbers", "[1, 0]", '["<script>", 0]'),
    _map("map with NaN", "[1, 0]", "[NaN, 0]"),
    _map("map with infinity", "[1, 0]", "[1e999, 0]"),
    _map("map that nests", "[1, 0]", "[" * 100_000),
    _map(
        "map with an arc that is not there",
        '"id": "PE-AAA", "arcs": [[0]]',
        '"id": "PE-AAA", "arcs": [[7]]',
    ),
    _map("map of points", '"Polygon", "id": "PE-AAA"', '"Point", "id": "PE-AAA"'),
    _map("map without ids", '"id": "PE-AAA"', '"name": "PE-AAA"'),
    _map("map with numbers as ids", '"id": "PE-AAA"', '"id": 5'),
    _map("map with two objects", '"objects": {', '"objects": {"b": {}, '),
    _map("map with a strange name", '"areas"', '"a<b"'),
    _map("map with a key twice", '"type": "Topology"', '"type": "Topology", "type": "Topology"'),
    _map("map with a broken transform", '"objects"', '"transform": {"scale": [1]}, "objects"'),
    _map("map of an unknown area", "PE-CCC", "PE-ZZZ", "E602"),
    _map("map with an area twice", "PE-CCC", "PE-AAA", "E604"),
    on_line(
        "area without an outline",
        "data/areas.csv",
        5,
        both(
            write(_GEO, TOPOLOGY),
            replace(_GEO, ',\n{"type": "MultiPolygon", "id": "PE-CCC", "arcs": [[[0]]]}', ""),
        ),
        "W603",
    ),
    Case(
        name="second map",
        change=both(write(_GEO, TOPOLOGY), write("data/geo/y.topo.json", TOPOLOGY)),
        code="W108",
        path="data/geo/y.topo.json",
    ),
)

CASES = (*DOCUMENTS, *SETTINGS, *MAPS)
