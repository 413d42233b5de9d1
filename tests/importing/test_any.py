"""Whatever a repository says: every row is carried or told, and the root passes the check."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.importing.report import report, report_rows, rows_left, summary
from tests.importing.repositories import DAY, errors, imported_from, rows

WORDS = st.sampled_from(
    [
        *(
            "",
            "Año",
            "a, b",
            'dice "no"',
            "<b>x</b>",
            "x < 5",
            "<5",
            ">=65",
            "<script>x</script>",
            "-",
        ),
        *(
            "=1+1",
            "+a",
            "@x",
            "&#60;i&#62;",
            "&amp;lt;b&amp;gt;",
            "Ã±",
            "\u200bx",
            "n\u0303",
            "a\u00a0b",
        ),
        *(
            "[x](javascript:y)",
            "![a](b.png)",
            "[a](https://example.org/a)",
            "---",
            "title: x",
            "# t",
        ),
        *(
            "data.x",
            "global_indicators.1-1-1-title",
            "«», …",
            "NO",
            "010",
            "1e5",
            "{value}",
            "\\",
            "\u202e",
        ),
        *(
            "- a\n- b",
            "> > > > > > x",
            "a\n\n---\ntitle: b",
            "[" * 120,
            "| a | b |",
            "\x07",
            "a\tb",
            "\ue000",
        ),
        *(
            *("DNI 12345678", "tel: 999 888 777", "a.b@gmail.com", "#REF!", "#N/A"),
            *("A?o", "&eacute;", "#{title}", "1/2", "{0}", "POR COMPLETAR: x", "TO BE COMPLETED"),
            "região",
            "region corrupta",
            "<https://example.org/>",
            "]: x",
            "* * *",
            "\u2028",
            "x" * 2100,
        ),
    ]
)
ANY = st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])
TEXT = st.one_of(WORDS, st.text(ANY, max_size=12), st.lists(WORDS, max_size=4).map(" ".join))
CELL = st.one_of(
    st.sampled_from(
        [
            "",
            "",
            "",
            "A",
            "B",
            "Total",
            "2020",
            "1.5",
            "01",
            "SY-01",
            "sy 01",
            "E1",
            "F",
            "L",
            "<15",
        ]
    ),
    TEXT,
)
YEAR = st.one_of(
    st.sampled_from(["2019", "2020", "2021", "2020-Q1", "2020-01", "2019/2020", "2030"]), CELL
)
NUMBER = st.one_of(
    st.sampled_from(
        ["1", "2", "0", "-0", "-3.5", "1e3", "1E-5", "0.1234567890123456789", "99.5", "x"]
    ),
    CELL,
)
COLUMNS = ("Units", "Series", "Sex", "Region", "Observation status", "COMMENT_OBS", "GeoCode")


def quoted(cell: str) -> str:
    """Write a cell so that commas and quotes are part of it; a line break stays one."""
    return '"' + cell.replace('"', '""') + '"'


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Draw a table; some of its rows are broken."""
    columns = draw(st.lists(st.sampled_from(COLUMNS), unique=True, max_size=5))
    lines = [",".join(["Year", *columns, "Value"])]
    for _ in range(draw(st.integers(0, 8))):
        cells = [draw(YEAR), *(draw(CELL) for _ in columns), draw(NUMBER)]
        line = ",".join(quoted(cell) for cell in cells)
        lines.append(draw(st.sampled_from([line, line, line, line + ",x", line[:-1], ",,"])))
    return "\n".join(lines) + "\n"


FIELDS = (
    *("indicator_name", "graph_title", "STAT_CONC_DEF", "RATIONALE", "DATA_COMP", "REC_USE_LIM"),
    *(
        "computation_units",
        "national_geographical_coverage",
        "page_content",
        "OTHER_DOC",
        "CONTACT_X",
    ),
    *("reporting_status", "data_footnote", "graph_type", "source_organisation_1", "source_url_1"),
    *("source_url_text_1", "source_release_date_1", "source_contact_1", "odd\u200bkey", "x: y"),
)
META = st.dictionaries(st.sampled_from(FIELDS), TEXT, max_size=8)
SOURCE = ("organisation", "url_text", "url", "release_date", "periodicity", "contact", "odd key")
NESTED = st.fixed_dictionaries(
    {
        "sources": st.lists(st.dictionaries(st.sampled_from(SOURCE), TEXT), max_size=3),
        "graph_target_lines": st.lists(st.fixed_dictionaries({"value": NUMBER}), max_size=2),
        "progress_calculation_options": st.lists(
            st.fixed_dictionaries(
                {"direction": st.sampled_from(["positive", "negative", "x"]), "target": NUMBER}
            ),
            max_size=2,
        ),
        "precision": st.lists(st.fixed_dictionaries({"decimals": CELL}), max_size=1),
    }
)
RING = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]


def feature(code: str, name: str) -> dict[str, object]:
    """Make a shape of a map."""
    shape = {"type": "Polygon", "coordinates": [RING]}
    return {"properties": {"id": code, "name": name}, "geometry": shape}


MAP = st.lists(st.builds(feature, CELL, TEXT), max_size=4)


@settings(max_examples=80, deadline=None)
@given(
    table=tables(),
    more=tables(),
    meta=META,
    english=META,
    names=st.dictionaries(st.sampled_from(["Sex", "A", "x"]), TEXT, max_size=3),
    title=TEXT,
    nested=NESTED,
    shapes=MAP,
)
def test_any_repository_becomes_a_root_that_passes(
    table: str,
    more: str,
    meta: dict[str, str],
    english: dict[str, str],
    names: dict[str, str],
    title: str,
    nested: dict[str, object],
    shapes: list[dict[str, object]],
) -> None:
    """Markup, formulas, garbled letters, odd signs, contradictions: carried clean, or told."""
    # YAML holds whatever JSON can say, escapes included.
    layer = {"geojson_file": "map.geojson", "id_property": "id", "name_property": "name"}
    config = {"languages": ["es", "en"], "docs_branding": title, "map_layers": [layer]}
    made = imported_from(
        {
            "config_data.yml": json.dumps(config),
            "data/indicator_1-1-1.csv": table,
            "data/indicator_2-1-1.csv": more,
            "indicator-config/1-1-1.yml": json.dumps(meta),
            "meta/en/2-1-1.yml": json.dumps(english),
            "meta/2-1-1.yml": json.dumps(english),
            "translations/es/data.yml": json.dumps(names),
            "indicator-config/2-1-1.yml": json.dumps(nested),
            "map.geojson": json.dumps({"features": shapes}),
        }
    )
    assert errors(made) == []
    assert made.counts.carried + rows_left(made.findings) == made.counts.rows
    written = [path for path in made.files if path.startswith("data/indicators/")]
    assert sum(len(rows(made, path)) for path in written) == made.counts.carried
    for language in ("es", "en"):
        assert report(made, "x", DAY, language)
        assert summary(made, "x", language)
        assert len(report_rows(made.findings, language).splitlines()) == len(made.findings) + 1
