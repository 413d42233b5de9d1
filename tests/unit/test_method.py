"""Method, matrix and what was published before: from files to values."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from quipu.findings import Finding
from quipu.method import (
    LATEST,
    Axis,
    AxisIndicator,
    Category,
    Disclosure,
    Matrix,
    MatrixFunction,
    Method,
    MethodVersion,
    PeerRule,
    PeerVariable,
    PublishedCategory,
    Uncertainty,
)
from quipu.model import Catalog, Group
from quipu.parse.history import parse_categories
from quipu.score.stability import level_at
from quipu.vocab import Aggregation, Direction, Normalisation
from tests.roots import (
    AS_OF,
    CATEGORIES,
    INDICATORS,
    MATRIX,
    MATRIX_FILE,
    METHOD,
    METHOD_FILE,
    VERSIONS_FILE,
    both,
    cell,
    minimal_root,
    read_root,
    remove,
    replace,
    rulebook,
    write,
)

A, B = "A", "B+"


def both_languages(spanish: str, english: str) -> Mapping[str, str]:
    """Return a text in the two languages of the root."""
    return {"es": spanish, "en": english}


@pytest.fixture(name="catalog")
def _catalog(tmp_path: Path) -> Catalog:
    root = minimal_root(tmp_path)
    rulebook(root)
    catalog, findings = read_root(root)
    assert findings == ()
    return catalog


def test_every_option_of_the_method(catalog: Catalog) -> None:
    """Each stands once in the synthetic file, with a value that is not the usual one."""
    assert catalog.method == Method(
        version="1.2",
        period="2023",
        normalisation=Normalisation.GOALPOSTS,
        range=(10.0, 90.5),
        uncertainty=Uncertainty(draws=200, samples=50, seed=7, spread=0.5),
        peers=PeerRule(
            variables=(
                PeerVariable(indicator="XX-01", per="XX-03", is_log=True),
                PeerVariable(indicator="XX-02", per="", is_log=False),
            ),
            count=2,
        ),
        disclosure=Disclosure(indicators=("XX-02",), threshold=10),
        versions=(
            MethodVersion(
                version="1.1",
                date="2024-06-30",
                fingerprint="0123456789abcdef",
                notes={"es": "Primera sintética"},
            ),
            MethodVersion(
                version="1.2",
                date="2025-01",
                fingerprint="a9c2abf4aec01e14",
                notes=both_languages("Segunda sintética", "Synthetic second"),
            ),
        ),
        fingerprint="a9c2abf4aec01e14",
    )


def test_every_option_of_a_group(catalog: Catalog) -> None:
    """And what holds where a group says nothing."""
    assert catalog.groups == (
        Group(
            id="YY",
            parent="",
            names=both_languages("Raíz", "Root"),
            summaries=both_languages("Resumen sintético", "Synthetic summary"),
            weight=1.0,
            aggregate=Aggregation.GEOMETRIC,
            floor=2.0,
            min_coverage=0.9,
        ),
        Group(
            id="XX",
            parent="YY",
            names=both_languages("Rama", "Branch"),
            summaries={},
            weight=1.5,
            aggregate=Aggregation.ARITHMETIC,
            floor=0.805,
            min_coverage=0.65,
        ),
    )


def test_a_method_that_sets_nothing(tmp_path: Path) -> None:
    """A version is enough; no peers and no matrix, and no history, of which alone it is told."""
    root = minimal_root(tmp_path)
    write(METHOD_FILE, METHOD)(root)
    catalog, findings = read_root(root)
    assert [f.code for f in findings] == ["W514"]
    assert catalog.matrix is None
    method = catalog.method
    assert method is not None
    assert method == Method(version="1.0", fingerprint=method.fingerprint)
    assert (method.period, method.normalisation) == (LATEST, Normalisation.GOALPOSTS)
    assert (method.range, method.peers, method.versions) == ((0.0, 100.0), None, ())
    assert method.uncertainty == Uncertainty(draws=1000, samples=100, seed=0, spread=0.25)
    assert method.disclosure == Disclosure(indicators=(), threshold=5)


def test_a_missing_history_is_told_with_the_line_to_write(tmp_path: Path) -> None:
    """Of scores or of a matrix alone; whoever then writes that line is told of nothing."""
    root = minimal_root(tmp_path)
    for change in (
        write(METHOD_FILE, METHOD),
        both(write(MATRIX_FILE, MATRIX), cell(INDICATORS, 2, "core", "no")),
    ):
        change(root)
        catalog, (finding,) = read_root(root)
        assert (finding.code, finding.where.path) == ("W514", METHOD_FILE)
        assert catalog.method is not None
        mark = catalog.method.fingerprint
        header = "version,date,fingerprint,note_es,note_en"
        row = f"1.0,AAAA-MM-DD,{mark},Primera versión.,First version."
        lines = {"header": header, "row": row}
        assert finding.params == {"value": "1.0", "fingerprint": mark, **lines}
        row = row.replace("AAAA-MM-DD", "2025-01")
        write(VERSIONS_FILE, f"{header}\n{row}\n")(root)
        assert read_root(root)[1] == ()
        remove(VERSIONS_FILE)(root)


def test_a_history_is_not_missed_where_nothing_is_scored(tmp_path: Path) -> None:
    """A method that only orders the domains has no number that could change unseen."""
    root = minimal_root(tmp_path)
    write(METHOD_FILE, METHOD)(root)
    cell(INDICATORS, 2, "core", "no")(root)
    catalog, findings = read_root(root)
    assert (catalog.matrix, findings) == (None, ())
    assert catalog.method is not None


def test_a_root_without_a_method(tmp_path: Path) -> None:
    """It has no scores, and that is no mistake."""
    catalog, findings = read_root(minimal_root(tmp_path))
    assert (catalog.method, catalog.matrix, catalog.groups, findings) == (None, None, (), ())


def test_peers_and_draws_that_set_nothing(tmp_path: Path) -> None:
    """Five peers; a table that is there and empty changes nothing."""
    root = minimal_root(tmp_path)
    options = (
        '[normalise]\n[uncertainty]\n[disclosure]\n[[peers.variable]]\nindicator = "XX-01"\n\n'
    )
    write(METHOD_FILE, METHOD.replace("[[group]]", f"{options}[[group]]", 1))(root)
    catalog, findings = read_root(root)
    assert [f.code for f in findings] == ["W514"]
    assert catalog.method is not None
    assert catalog.method.peers == PeerRule(variables=(PeerVariable(indicator="XX-01"),), count=5)
    assert catalog.method.range == (0.0, 100.0)
    assert catalog.method.uncertainty == Uncertainty()
    assert catalog.method.disclosure == Disclosure()


def test_no_draws_and_no_samples(tmp_path: Path) -> None:
    """Zero is a choice: nothing is divided by it."""
    root = minimal_root(tmp_path)
    for key in ("draws", "samples"):
        text = METHOD.replace("[[group]]", f"[uncertainty]\n{key} = 0\n\n[[group]]", 1)
        write(METHOD_FILE, text)(root)
        catalog, findings = read_root(root)
        assert [f.code for f in findings] == ["W514"]
        assert catalog.method is not None
        assert getattr(catalog.method.uncertainty, key) == 0


@pytest.mark.parametrize(
    ("method", "ends"), [("z-score", [50, 10]), ("z-score", [100, 15]), ("min-max", [-1, 1])]
)
def test_other_points_have_other_ends(method: str, ends: list[int], tmp_path: Path) -> None:
    """The deviation of z-scores may be less than their mean; remarks are made, nothing more."""
    root = minimal_root(tmp_path)
    both(rulebook, remove(VERSIONS_FILE))(root)
    replace(METHOD_FILE, '"goalposts"', f'"{method}"')(root)
    replace(METHOD_FILE, "[10, 90.5]", str(ends))(root)
    replace(METHOD_FILE, "floor = 2", "floor = 0.5")(root)
    catalog, findings = read_root(root)
    assert [finding.code for finding in findings] == ["W514", "W507"]
    assert catalog.method is not None
    assert (catalog.method.normalisation, list(catalog.method.range)) == (method, ends)


def test_every_option_of_the_matrix(catalog: Catalog) -> None:
    """Each stands once in the synthetic file, and once it does not."""
    levels = [("baja", "low"), ("media", "medium"), ("alta", "high")]
    setups = [("nada", "nothing"), ("algo", "something"), ("todo", "everything")]
    assert catalog.matrix == Matrix(
        labels=both_languages("Etiqueta sintética", "Synthetic label"),
        confidence=both_languages("Confianza sintética", "Synthetic confidence"),
        notice=both_languages("Aviso sintético", "Synthetic notice"),
        capacity=Axis(
            id="capacity",
            names=both_languages("Capacidad sintética", "Synthetic capacity"),
            indicators=(
                AxisIndicator(
                    id="XX-01",
                    direction=Direction.HIGHER,
                    weight=2.0,
                    max_age_months=36,
                    notes=both_languages("Motivo sintético", "Synthetic reason"),
                ),
            ),
            cuts=(30.0, 60.5),
            levels=tuple(both_languages(*names) for names in levels),
            min_coverage=0.5,
            min_indicators=1,
            awaiting=("XX-02",),
        ),
        risk=Axis(
            id="risk",
            names={"es": "Riesgo sintético"},
            indicators=(
                AxisIndicator(
                    id="XX-03",
                    direction=Direction.LOWER,
                    weight=1.0,
                    max_age_months=None,
                    notes={},
                ),
            ),
            cuts=(40.0, 70.0),
            levels=({"es": "poco"}, {"es": "medio"}, {"es": "mucho"}),
            min_coverage=0.65,
            min_indicators=1,
            awaiting=(),
        ),
        cells=((A, A, B), (A, B, B), (B, B, B)),
        categories=(
            Category(
                id=A,
                names=both_languages("Primera", "First"),
                setups=both_languages("Una persona", "A person"),
                setup_low=1,
                setup_high=1,
                functions=("F1", "F2"),
                support=both_languages("Apoyo sintético", "Synthetic support"),
                review_months=6,
                priority=3,
            ),
            Category(
                id=B,
                names={"es": "Segunda"},
                setups={},
                setup_low=1,
                setup_high=2,
                functions=("F1",),
                support={},
                review_months=12,
                priority=1,
            ),
        ),
        functions=(
            MatrixFunction(
                id="F1",
                names=both_languages("Primera función", "First function"),
                steps=both_languages("Empezar.", "Start."),
            ),
            MatrixFunction(id="F2", names={"es": "Segunda función"}, steps={}),
        ),
        minimum=("F1",),
        setup_indicator="XX-03",
        setup_levels=tuple(both_languages(*names) for names in setups),
        setup_unknown=both_languages("Decirlo.", "Say it."),
        tasks_indicator="XX-02",
        keep_below=0.75,
        cut_step=2.5,
        published=(
            PublishedCategory(edition="2024-06-30", ref_area="PE-AAA", category=A),
            PublishedCategory(edition="2025-03-31", ref_area="PE-AAA", category=B),
            PublishedCategory(edition="2025-03-31", ref_area="PE-BBB", category=A),
            PublishedCategory(edition="2024-12-31", ref_area="PE-BBB", category=B),
        ),
    )


def test_a_matrix_that_reads_no_set_up(tmp_path: Path) -> None:
    """What may be left out at its top: set-up, tasks, minimum, how firm a category is."""
    root = minimal_root(tmp_path)
    both(rulebook, remove(VERSIONS_FILE))(root)
    text = (root / MATRIX_FILE).read_text(encoding="utf-8")
    left_out = ("minimum", "setup_indicator", "setup_", "tasks_", "keep_below", "cut_step")
    head, _, tables = text.partition("\n\n")
    kept = [line for line in head.split("\n") if not line.startswith(left_out)]
    write(MATRIX_FILE, "\n".join(kept) + "\n\n" + tables)(root)
    catalog, findings = read_root(root)
    assert [f.code for f in findings] == ["W514"]
    matrix = catalog.matrix
    assert matrix is not None
    assert (matrix.minimum, matrix.setup_levels, matrix.setup_unknown) == ((), (), {})
    assert (matrix.setup_indicator, matrix.tasks_indicator) == ("", "")
    assert (matrix.keep_below, matrix.cut_step) == (0.8, 5.0)


def test_what_a_matrix_finds(catalog: Catalog) -> None:
    """A category or a function by its id; a cut belongs to the level above it."""
    matrix = catalog.matrix
    assert matrix is not None
    assert matrix.category(B) is matrix.categories[1]
    assert matrix.function("F2") is matrix.functions[1]
    levels = [level_at(matrix.capacity, points) for points in (0, 29.9, 30, 60.4, 60.5, 100)]
    assert levels == [0, 0, 1, 1, 2, 2]


def previous_of(
    body: str, version: str, catalog: Catalog, findings: list[Finding], day: date = AS_OF
) -> dict[str, str]:
    """Read a table of categories: what an edition of a day takes for the ones before."""
    assert catalog.matrix is not None
    areas = catalog.areas_by_code
    published = parse_categories(body.encode(), catalog.matrix, areas, version, findings)
    matrix = dataclasses.replace(catalog.matrix, published=published)
    return {area: found for area in areas if (found := matrix.previous(area, day))}


@pytest.mark.parametrize(
    ("version", "previous"),
    [
        ("1.2", {"PE-AAA": B, "PE-BBB": A}),
        ("1.9.1", {"PE-AAA": B, "PE-BBB": A}),
        ("2.0", {}),
        ("12.0", {}),
    ],
)
def test_previous_categories(version: str, previous: Mapping[str, str], catalog: Catalog) -> None:
    """Those of the newest edition of the same major version, in whatever order they stand."""
    findings: list[Finding] = []
    assert previous_of(CATEGORIES, version, catalog, findings) == previous
    assert findings == []
    head, *rows = CATEGORIES.splitlines()
    reversed_rows = "\n".join([head, *reversed(rows)])
    assert previous_of(reversed_rows, version, catalog, findings) == previous


@pytest.mark.parametrize(
    ("day", "previous"),
    [
        (date(2025, 4, 1), {"PE-AAA": B, "PE-BBB": A}),
        (date(2025, 3, 31), {"PE-AAA": A, "PE-BBB": B}),
        (date(2024, 12, 31), {"PE-AAA": A}),
        (date(2024, 6, 30), {}),
    ],
)
def test_an_edition_is_not_its_own_past(
    day: date, previous: Mapping[str, str], catalog: Catalog
) -> None:
    """Whoever builds a recorded edition anew gets what it published, not what came after."""
    assert previous_of(CATEGORIES, "1.2", catalog, [], day) == previous


def test_a_month_is_past_when_it_is_over(catalog: Catalog) -> None:
    """An edition of which only the month is known may be the one that is built."""
    body = f"{CATEGORIES}2025-05,PE-AAA,A,1.2\n"
    assert previous_of(body, "1.2", catalog, [], date(2025, 5, 31))["PE-AAA"] == B
    assert previous_of(body, "1.2", catalog, [], date(2025, 6, 1))["PE-AAA"] == A


def test_a_newer_edition_of_another_major_version_does_not_count(catalog: Catalog) -> None:
    """Nor must its categories exist today; those of the same major version must."""
    body = f"{CATEGORIES}2025-06-01,PE-AAA,Q,2.0\n"
    findings: list[Finding] = []
    found = previous_of(body, "1.2", catalog, findings)
    assert (found["PE-AAA"], findings) == (B, [])
    assert previous_of(body, "2.1", catalog, findings) == {}
    assert [(f.code, f.where.line, f.where.column) for f in findings] == [("E342", 7, 19)]


@pytest.mark.parametrize(
    ("method", "expected"),
    [("z-score", (100.0, 10.0)), ("min-max", (0.0, 100.0)), ("goalposts", (0.0, 100.0))],
)
def test_a_range_that_nobody_wrote(
    method: str, expected: tuple[float, float], tmp_path: Path
) -> None:
    """Z-scores have a mean of 100 and a deviation of 10; other points go from 0 to 100."""
    root = minimal_root(tmp_path)
    text = METHOD.replace("[[group]]", f'[normalise]\nmethod = "{method}"\n\n[[group]]', 1)
    write(METHOD_FILE, text)(root)
    catalog, _ = read_root(root)
    assert catalog.method is not None
    assert (catalog.method.normalisation, catalog.method.range) == (method, expected)
    assert {group.floor for group in catalog.groups} == {1.0}


@pytest.mark.parametrize(
    ("ends", "floor"), [("[0, 100]", 1.0), ("[0, 1]", 0.01), ("[-50, 1000]", 10.5)]
)
def test_a_floor_that_nobody_wrote(ends: str, floor: float, tmp_path: Path) -> None:
    """One per cent of the range, so that it never lifts what it should not."""
    root = minimal_root(tmp_path)
    text = METHOD.replace("[[group]]", f"[normalise]\nrange = {ends}\n\n[[group]]", 1)
    write(METHOD_FILE, text)(root)
    catalog, findings = read_root(root)
    assert [f for f in findings if f.code != "W514"] == []
    assert {group.floor for group in catalog.groups} == {floor}


@pytest.mark.parametrize(
    ("normalise", "group", "codes"),
    [
        ("range = [0, 1]", 'aggregate = "geometric"\nfloor = 1', ["E515"]),
        ("range = [0, 1]", 'aggregate = "harmonic"\nfloor = 2', ["E515"]),
        ("range = [0, 1]", 'aggregate = "geometric"\nfloor = 0.99', []),
        ("range = [0, 1]", 'aggregate = "arithmetic"\nfloor = 1', []),
        ("range = [-100, 0]", 'aggregate = "geometric"', ["E515"]),
        ("range = [100, 0]", 'aggregate = "geometric"\nfloor = 200', ["E503"]),
        ('method = "z-score"', 'aggregate = "geometric"\nfloor = 100', ["W507", "E515"]),
        ('method = "z-score"', 'aggregate = "geometric"\nfloor = 99', ["W507"]),
        (
            'method = "z-score"\nrange = [0, 1]',
            'aggregate = "geometric"',
            ["W507", "E515"],
        ),
    ],
)
def test_a_floor_stays_below_the_points(
    normalise: str, group: str, codes: list[str], tmp_path: Path
) -> None:
    """A geometric mean of points that were all lifted to the floor says nothing."""
    root = minimal_root(tmp_path)
    text = METHOD.replace("[[group]]", f"[normalise]\n{normalise}\n\n[[group]]", 1)
    write(METHOD_FILE, text.replace("weight = 1\n", f"weight = 1\n{group}\n"))(root)
    _, findings = read_root(root)
    assert sorted(f.code for f in findings if f.code != "W514") == sorted(codes)
    tree = text[: text.index("[[group]]")].count("\n")
    assert all(f.where.line > tree for f in findings if f.code == "E515")


def test_a_remark_does_not_take_the_matrix_away(tmp_path: Path) -> None:
    """A category that no cell uses is told; places are computed all the same."""
    root = minimal_root(tmp_path)
    both(rulebook, remove(VERSIONS_FILE))(root)
    cells = '[["A", "A", "A"], ["A", "A", "A"], ["A", "A", "A"]]'
    replace(MATRIX_FILE, '[["A", "A", "B+"], ["A", "B+", "B+"], ["B+", "B+", "B+"]]', cells)(root)
    catalog, findings = read_root(root)
    assert [(f.code, f.params["value"]) for f in findings if f.code != "W514"] == [("W518", B)]
    assert catalog.matrix is not None
