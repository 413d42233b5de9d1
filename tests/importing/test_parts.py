"""The parts of an import, each on its own: YAML, HTML, places, goals, outlines, settings."""

from __future__ import annotations

import json

import pytest

from quipu.findings import Finding
from quipu.importing.cleaning import cell_of, line_of, markdown_of
from quipu.importing.measures import MOST_SHOWN
from quipu.importing.nodes import Node, read_yaml
from quipu.importing.outlines import MAX_POINTS
from quipu.importing.settings import matching
from tests.importing.repositories import (
    SMALL,
    errors,
    found,
    imported_from,
    mapped,
    places,
    rows,
    shapes,
    values,
    with_data,
)


def yaml(text: str) -> Node:
    """Read YAML that has nothing wrong with it."""
    findings: list[Finding] = []
    node = read_yaml("x.yml", text.encode(), findings)
    assert findings == []
    assert node is not None
    return node


@pytest.mark.parametrize(
    ("written", "text"),
    [
        *(("NO", "NO"), ("010", "010"), ("1.10", "1.10"), ("2020-01-01", "2020-01-01")),
        *(("~", ""), ("null", ""), ("'null'", "null"), ("1_000", "1_000"), ("0x1F", "0x1F")),
        *(("on", "on"), ("12:30:45", "12:30:45"), (">-\n  a\n  b", "a b"), ("''", "")),
    ],
)
def test_scalars_stay_text(written: str, text: str) -> None:
    """Norway is no boolean, a leading zero no octal, a time no number of seconds."""
    assert yaml(f"key: {written}\n").get("key").text == text


def test_nodes_know_where_they_stand() -> None:
    """Lines and columns count from one; lists and mappings are kept as they are."""
    node = yaml("a:\n- b: x\n  c: [1, 2]\n")
    (part,) = node.get("a").parts
    assert part.get("b").where.line == 2
    assert part.get("b").where.column == 6
    assert part.get("c").summary == "[1, 2]"
    assert node.get("nothing").is_empty
    assert node.summary == "a: [b: x, c: [1, 2]]"


def test_a_key_that_repeats_is_told() -> None:
    """The second wins, as in other readers, but not in silence."""
    findings: list[Finding] = []
    node = read_yaml("x.yml", b"a: 1\na: 2\n", findings)
    assert node is not None
    assert node.get("a").text == "2"
    assert [(f.code, f.where.line, f.field) for f in findings] == [("W925", 2, "a")]


@pytest.mark.parametrize(
    ("raw", "line", "dropped"),
    [
        ("<p>Uno</p><p>Dos</p>", "Uno Dos", ()),
        ("a<br>b<br/>c", "a b c", ()),
        ("<ul><li>a</li><li>b</li></ul>", "a; b", ()),
        ("**Negrita** y `código`", "Negrita y código", ()),
        ("x < 5 y 7 > 3", "x < 5 y 7 > 3", ()),
        ("edad <cinco años", "edad ‹cinco años", ()),
        ("&lt;b&gt;no&lt;/b&gt;", "‹b>no‹/b>", ()),
        ("&amp;amp;", "&", ()),
        ('<a href="https://example.org/x">aquí</a>', "aquí (https://example.org/x)", ()),
        ('<a href="javascript:x">aquí</a>', "aquí", ("javascript:x",)),
        ("<https://example.org/x>", "https://example.org/x", ()),
        ("[aquí](/otra)", "aquí", ("/otra",)),
        ("![alt](g.png) fin", "alt fin", ("g.png",)),
        ("<img src=g.png> fin", "fin", ("g.png",)),
        ("a<script>b</script>c", "ac", ("script",)),
        ("<iframe src=x></iframe>fin", "fin", ("iframe",)),
        ("n\u0303\u200b\u00a0o\u00ad", "ñ o", ()),
        ("<!-- nota -->fin", "fin", ()),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b", ()),
    ],
)
def test_html_becomes_words(raw: str, line: str, dropped: tuple[str, ...]) -> None:
    """What a reader would read stays; what would run, load or lead nowhere is named."""
    cleaned = line_of(raw)
    assert (cleaned.text, cleaned.dropped) == (line, dropped)


def test_garbled_text_is_no_text() -> None:
    """Letters that were read in the wrong encoding are not published as they are."""
    assert line_of("aÃ±o").refused == "E113"
    assert cell_of("aÃ±o", "es") == ("", "E113")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("DNI 12345678", "import-personal"),
        ("Escriba a nadie@gmail.com", "import-personal"),
        ("POR COMPLETAR: qué mide", "import-unfinished"),
        ("a?o", "import-garbled"),
    ],
)
def test_what_the_reader_refuses_is_not_carried(text: str, form: str) -> None:
    """Of a text, it is told; the root passes the check without it."""
    made = with_data("Year,Value\n2020,1\n", **{"meta/1-1-1.yml": f"RATIONALE: '{text}'\n"})
    assert [f.params["form"] for f in found(made, "W915")] == [form]
    assert errors(made) == []


def test_markdown_keeps_paragraphs_lists_and_links() -> None:
    """And nothing that would be taken for front matter or tangle the converter."""
    raw = '<p>Uno <a href="https://example.org/">dos</a></p>\n---\ntitle: x\n<ul><li>a</li></ul>'
    assert markdown_of(raw).text == "Uno [dos](https://example.org/)\n\ntitle: x\n\n- a"
    assert "[" not in markdown_of("[" * 200).text
    assert markdown_of("- " * 40 + "x").text == "- x"


@pytest.mark.parametrize(
    ("raw", "es", "en"),
    [
        ("<15", "menos de 15", "less than 15"),
        ("> 65", "más de 65", "more than 65"),
        ("<=15", "≤ 15", "≤ 15"),
        ("a -> b", "a → b", "a → b"),
        ("-", "", ""),
    ],
)
def test_cells_say_signs_in_words(raw: str, es: str, en: str) -> None:
    """Cells may hold no angle brackets: ages are said in the language of the column."""
    assert (cell_of(raw, "es")[0], cell_of(raw, "en")[0]) == (es, en)


def test_patterns_stay_in_their_folder() -> None:
    """A star stands for no slash: a folder of another language is not the first one's."""
    paths = ["meta/1-1.yml", "meta/es/1-1.yml", "metax1-1.yml", "src/meta/1-1.yml"]
    assert matching(paths, "", "meta/*-*.yml") == ["meta/1-1.yml"]
    assert matching(paths, "src/", "meta/*-*.yml") == ["src/meta/1-1.yml"]


def place_table(sexes: tuple[str, ...], extra: str = "") -> str:
    """Write a table of one row an area, with a text of each."""
    lines = [f"2020,{sex},C{n},{n}" for n, sex in enumerate(sexes)]
    return "Year,Sex,GeoCode,Value\n" + "\n".join(lines) + "\n" + extra


@pytest.mark.parametrize(
    ("table", "is_place"),
    [
        # Three texts that never mix, on three codes: names.
        (place_table(("a", "b", "c")), True),
        # Two areas may well be one of women and one of men.
        (place_table(("Female", "Male")), False),
        # The same text everywhere names no place.
        (place_table(("Female", "Female", "Female")), False),
        # A text that the country has too is no name of an area.
        (place_table(("a", "b", "c"), "2020,a,,9\n"), False),
        # A text that an area changes is none either.
        (place_table(("a", "b", "c"), "2021,b,C0,9\n"), False),
    ],
)
def test_a_column_is_a_place_only_on_evidence(table: str, is_place: bool) -> None:
    """Never guessed: otherwise men of one region would be set beside women of another."""
    made = with_data(table)
    assert bool(found(made, "N934")) is is_place
    names = {row["id"] for row in rows(made, "data/indicators.csv")}
    assert (names == {"SDG-1-1-1"}) is is_place or table.count("Female") == 3
    assert errors(made) == []


def goals(config: str, table: str = "Year,Sex,Value\n2020,,1\n2020,F,2\n") -> list[tuple[str, str]]:
    """The direction and the benchmark of each series of an indicator with this configuration."""
    made = with_data(table, **{"indicator-config/1-1-1.yml": config})
    table_rows = rows(made, "data/indicators.csv")
    return [(row["direction"], row["benchmark"]) for row in table_rows]


OPTIONS = "progress_calculation_options:\n"


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("", [("neutral", ""), ("neutral", "")]),
        # The default of Open SDG is not what the repository says.
        (OPTIONS + "- target: 3\n", [("neutral", "target:3"), ("neutral", "")]),
        (OPTIONS + "- direction: positive\n", [("higher", ""), ("higher", "")]),
        (
            OPTIONS + "- direction: positive\n- direction: negative\n",
            [("neutral", ""), ("neutral", "")],
        ),
        (
            OPTIONS
            + "- direction: positive\n- direction: negative\n  target: 4.50\n"
            + "  disaggregation:\n  - field: Sex\n    value: F\n",
            [("higher", ""), ("lower", "target:4.50")],
        ),
        ("graph_target_lines:\n- value: 5\n", [("neutral", "target:5"), ("neutral", "")]),
        ("graph_target_lines:\n- value: 5\n- value: 6\n", [("neutral", ""), ("neutral", "")]),
    ],
)
def test_goals_are_those_of_their_series(config: str, expected: list[tuple[str, str]]) -> None:
    """The closest entry wins; entries that disagree say nothing."""
    assert goals(config) == expected


def test_a_target_of_no_series_is_told() -> None:
    """It is not given to another series."""
    made = with_data(
        "Year,Value\n2020,1\n",
        **{"indicator-config/1-1-1.yml": OPTIONS + "- target: 3\n  series: Otra\n"},
    )
    assert [f.params["form"] for f in found(made, "W920")] == ["import-target-unmatched"]


@pytest.mark.parametrize(
    ("unit", "cells", "kind"),
    [
        ("Percentage (%)", ("0", "100"), "percentage"),
        ("Percent", ("-1", "5"), "amount"),
        ("%", ("101",), "amount"),
        ("Persons", ("5",), "amount"),
        ("", ("5",), "amount"),
    ],
)
def test_only_shares_are_told_from_amounts(unit: str, cells: tuple[str, ...], kind: str) -> None:
    """The type that says least, unless unit and values say more."""
    table = "".join(f"{2000 + n},{unit},{cell}\n" for n, cell in enumerate(cells))
    made = with_data(f"Year,Units,Value\n{table}")
    assert [row["type"] for row in rows(made, "data/indicators.csv")] == [kind]
    assert errors(made) == []


def test_outlines_are_no_finer_than_drawn() -> None:
    """A coast of a hundred thousand points becomes what a page can hold, and that is told."""
    made = imported_from(mapped(shapes(3, 40_000)))
    topology = json.loads(made.files["data/geo/areas.topo.json"])
    count = sum(len(arc) for arc in topology["arcs"])
    assert count <= MAX_POINTS
    assert [f.params["value"] for f in found(made, "N941")] == [str(3 * 40_004)]
    assert errors(made) == []


def shape(geometry: str) -> str:
    """Write a map of one shape."""
    return '{"features": [{"properties": {"id": "C0"}, "geometry": ' + geometry + "}]}"


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", '{"features": 1}', '{"features": [{"properties": null}]}'),
        shape('{"type": "Point"}'),
        *(
            shape('{"type": "Polygon", "coordinates": ' + points + "}")
            for points in ('[[["a", 1]]]', "[[]]", "[[[1], [2]]]", "[[[432000, 1], [1, 1]]]", "{}")
        ),
        "[" * 100_000,
    ],
)
def test_a_map_that_is_none_is_told(text: str) -> None:
    """Coordinates of another system, other files, nonsense: no map, and the figures stay."""
    made = imported_from(mapped(text))
    assert "data/geo/areas.topo.json" not in made.files
    assert [f.params["form"] for f in found(made, "W922")] == ["import-outline-form"]
    assert len(values(made, "SDG-1-1-1")) == 3
    assert errors(made) == []


def test_pages_of_areas_are_not_overfilled() -> None:
    """First series go before further ones; what has no room is a draft, and told."""
    table = "Year,Series,GeoCode,Value\n2020,A,C0,1\n2020,B,C0,2\n"
    files = {f"data/indicator_1-{n}.csv": table for n in range(1, MOST_SHOWN)}
    made = imported_from({**SMALL, **files})
    table_rows = rows(made, "data/indicators.csv")
    live = [row["id"] for row in table_rows if row["status"] == "live"]
    of_areas = [code for code in live if code != "SDG-1-1-1"]
    assert len(of_areas) == MOST_SHOWN
    assert [code for code in of_areas if "_" in code] == ["SDG-1-1_02"]
    room = [f for f in found(made, "N935") if f.params["form"] == "import-room"]
    assert len(room) == MOST_SHOWN - 2


@pytest.mark.parametrize(
    ("config", "languages"),
    [
        ("languages: [ru, en]\n", ("ru", "en")),
        ("languages: [zh-Hans, en, en]\n", ("en",)),
        ("src_dir: ''\n", ("es",)),
    ],
)
def test_languages_are_those_of_the_repository(config: str, languages: tuple[str, ...]) -> None:
    """What has no code of ours is told; where none is named the command's is taken."""
    made = imported_from({**SMALL, "config_data.yml": config})
    assert made.counts.languages == languages
    assert bool(found(made, "W923")) is ("zh" in config)
    assert bool(found(made, "N940")) is ("ru" in config)
    assert errors(made) == []


def test_a_source_folder_is_the_root_of_everything() -> None:
    """``src_dir`` moves tables, metadata and translations."""
    inner = {f"src/{path}": text for path, text in SMALL.items() if path != "config_data.yml"}
    made = imported_from({**inner, "config_data.yml": "languages: [es]\nsrc_dir: src\n"})
    assert len(values(made, "SDG-1-1-1")) == 2


def test_unresolved_keys_are_told_wherever_they_stand() -> None:
    """In cells, units, coverage and words: each once, with its place."""
    made = with_data(
        "Year,Units,Sex,Value\n2020,data.unit-x,,1\n2020,data.unit-x,data.sex-x,2\n",
        **{
            "meta/1-1-1.yml": "STAT_CONC_DEF: meta.definition-x\n"
            "national_geographical_coverage: data.country-x\n"
        },
    )
    told = {f.params["value"]: f.where.path for f in found(made, "N931")}
    assert told == {
        "data.unit-x": "data/indicator_1-1-1.csv",
        "data.sex-x": "data/indicator_1-1-1.csv",
        "data.country-x": "meta/1-1-1.yml",
        "meta.definition-x": "meta/1-1-1.yml",
    }


def test_a_text_beyond_all_measure_is_told() -> None:
    """Neither cut in silence nor put on a page."""
    made = with_data("Year,Value\n2020,1\n", **{"meta/1-1-1.yml": f"OTHER_DOC: {'x ' * 20_000}\n"})
    assert places(made, "W915") == [("meta/1-1-1.yml", 1, 12)]
    assert errors(made) == []


def test_a_second_map_has_no_room() -> None:
    """The first one that shows an area is the map; the other still names areas."""
    text = shapes(3, 1)
    layer = "{geojson_file: %s, id_property: id, name_property: name}"
    config = f"languages: [es]\nmap_layers: [{layer % 'm.json'}, {layer % 'n.json'}]\n"
    made = imported_from({**mapped(text), "n.json": text, "config_data.yml": config})
    assert [f.params["form"] for f in found(made, "W922")] == ["import-outline-second"]
    assert "data/geo/areas.topo.json" in made.files


def test_outlines_that_no_grid_makes_small_are_left() -> None:
    """A line that fills the map at every scale would fill every page."""
    zigzag = [[x / 200, y] for x in range(200) for y in range(60)]
    polygon = {"type": "Polygon", "coordinates": [[*zigzag, [0, 0]]]}
    features = [{"properties": {"id": "C0", "name": "x"}, "geometry": polygon}]
    made = imported_from(mapped(json.dumps({"features": features})))
    assert [f.params["form"] for f in found(made, "W922")] == ["import-outline-size"]
    assert errors(made) == []


def test_a_headline_of_something_else_says_so() -> None:
    """Where indicators cover different countries, none is called by the name of the other."""
    made = imported_from(
        {
            **SMALL,
            "indicator-config/1-1-1.yml": "national_geographical_coverage: Isla sintética\n",
            "data/indicator_1-2-1.csv": "Year,Value\n2020,1\n",
            "indicator-config/1-2-1.yml": "national_geographical_coverage: País sintético\n",
        }
    )
    (country,) = rows(made, "data/areas.csv")
    assert country["name_es"] == "País (el repositorio importado no dice cuál)"
    for code, name in (("SDG-1-1-1", "Isla sintética"), ("SDG-1-2-1", "País sintético")):
        notes = {row["note_es"] for row in rows(made, f"data/indicators/{code}.csv")}
        assert notes == {f"cobertura: {name}"}
    assert len(found(made, "N938")) == 1


def test_a_source_is_told_part_by_part() -> None:
    """Keys without text, logos, and parts that no cell can hold."""
    made = with_data(
        "Year,Value\n2020,1\n",
        **{
            "meta/1-1-1.yml": "sources:\n- organisation: sources.nobody\n  logo: a.png\n"
            f"  url_text: Encuesta\n  other_info: {'x' * 1500}\n  periodicity: {'y' * 600}\n"
            "  next_release: =1+1\n"
        },
    )
    (source,) = rows(made, "data/sources.csv")
    assert (source["title"], source["publisher"]) == ("Encuesta", "sources.nobody")
    assert source["note"] == f"otros datos: {'x' * 1500}"
    assert [f.field for f in found(made, "N931")] == ["organisation"]
    assert [(f.field, f.params["value"]) for f in found(made, "W917")] == [("logo", "a.png")]
    assert {f.field for f in found(made, "W915")} == {"periodicity", "next_release"}
    assert errors(made) == []


def test_metadata_of_no_indicator_is_told() -> None:
    """A file whose name is no code, and one that cannot be read."""
    made = imported_from(
        {**SMALL, "meta/1-ñ.yml": "a: b\n", "meta/1-1-2.md": b"---\nx: \xe9\n---\n"}
    )
    assert places(made, "W915") == [("meta/1-ñ.yml", 0, 0)]
    assert places(made, "E101") == [("meta/1-1-2.md", 2, 4)]
    assert {row["id"] for row in rows(made, "data/indicators.csv")} == {"SDG-1-1-1", "SDG-1-1-2"}


def test_yes_and_no_are_binary_and_missing_values_a_draft() -> None:
    """As its chart was; and a series of nothing but missing values has nothing to show."""
    made = imported_from(
        {
            **SMALL,
            "data/indicator_1-1-1.csv": "Year,Value\n2020,1\n2021,0\n",
            "indicator-config/1-1-1.yml": "graph_type: binary\n",
            "data/indicator_1-2-1.csv": "Year,OBS_STATUS,Value\n2020,L,\n",
        }
    )
    table = {row["id"]: (row["type"], row["status"]) for row in rows(made, "data/indicators.csv")}
    assert table == {"SDG-1-1-1": ("binary", "live"), "SDG-1-2-1": ("amount", "draft")}
    assert values(made, "SDG-1-2-1") == {("NATIONAL", "2020"): ""}
    assert errors(made) == []


def test_remarks_that_do_not_fit_are_told() -> None:
    """The figure is carried, and the note holds what it can."""
    config = "languages: [es]\nindicator_options:\n  non_disaggregation_columns: [A, B]\n"
    table = f"Year,A,B,Value\n2020,{'x' * 1500},{'y' * 1500},1\n"
    made = with_data(table, **{"config_data.yml": config})
    (row,) = rows(made, "data/indicators/SDG-1-1-1.csv")
    assert row["note_es"] == f"A: {'x' * 1500}"
    assert places(made, "W921") == [("data/indicator_1-1-1.csv", 2, 1507)]
    assert errors(made) == []


def test_what_says_nothing_hides_nothing() -> None:
    """Of several files the later one wins, unless its field is empty."""
    made = with_data(
        "Year,Value\n2020,1\n",
        **{
            "indicator-config/1-1-1.yml": "RATIONALE: Primera\nDATA_COMP: Primero\n",
            "meta/1-1-1.yml": "RATIONALE: Segunda\nDATA_COMP: ''\n",
        },
    )
    words = made.files["content/indicators/SDG-1-1-1.es.md"].decode()
    assert 'why: "Segunda"' in words
    assert 'method: "Primero"' in words
