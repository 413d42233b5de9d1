"""What is kept: on the easel within a build, on the shelf between builds, and under which keys."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import cast

import pytest

from quipu.charts import ChartRequest
from quipu.make.slices import MOST_CARDS, slice_keys
from quipu.model import Boundary, Catalog, Document, Location
from quipu.pages.book import Book
from quipu.pages.cards import card_of
from quipu.pages.easel import Drawn, Easel
from quipu.pages.indicator import indicator_page
from quipu.pages.requests import strip_request
from quipu.pages.shelf import Shelf
from quipu.read.templates import TemplateSet
from quipu.score.benchmarks import Benchmarks
from quipu.score.derived import DerivedTable
from quipu.score.values import ScoreSet
from quipu.vocab import AreaKind
from tests.books import AS_OF, book, drawn
from tests.samples import catalog, indicator, language, observation, panel, regions

KEYS = {("region", "T-01"): "aa", ("region", "T-02"): "bb"}
PATHS = {code: f"data/indicators/{code}.csv" for code in ("T-01", "T-02")}
LOOK = TemplateSet(
    templates={"base.html": "<p>"}, assets={"quipu.css": b"p{}"}, catalogues={"en": b"msgid"}
)


def words(code: str, text: str = "Una palabra.") -> Document:
    """Make the words of an indicator."""
    return Document(
        kind="indicators",
        name=code,
        language="es",
        meta={"definition": text},
        body="",
        origin=Location(path=f"content/indicators/{code}.es.md"),
    )


def facts() -> Catalog:
    """Return six areas with two indicators, the second one held against its median."""
    live = (indicator("T-01"), replace(indicator("T-02"), benchmark="median"))
    rows = [
        observation(f"A{n:02}", n * step, of=code, line=n + 1)
        for code, step in (("T-01", 3), ("T-02", 7))
        for n in range(1, 7)
    ]
    return replace(
        catalog(regions(6), live, rows, documents=[words("T-01"), words("T-02")]),
        tables={
            "data/areas.csv": b"areas",
            "data/sources.csv": b"sources",
            PATHS["T-01"]: b"one",
            PATHS["T-02"]: b"two",
        },
    )


def kept(texts: Mapping[str, str]) -> Callable[[str], str | None]:
    """What is read from a store that holds these texts."""
    return texts.get


def test_a_shelf_without_keys_keeps_nothing() -> None:
    """Where nothing is to be kept there is no table, and nothing to put away."""
    shelf = Shelf(None, kept({"aa-es": '{"A01": {}}'}))
    assert shelf.table("region", "T-01", "es") is None
    assert list(shelf.added()) == []


def test_a_shelf_gives_what_was_kept_under_the_key_of_the_slice() -> None:
    """Read once; each language has a table of its own, and what is absent is empty."""
    asked: list[str] = []

    def read(key: str) -> str | None:
        asked.append(key)
        return {"aa-es": '{"A01": {"row": "<li>"}}'}.get(key)

    shelf = Shelf(KEYS, read)
    assert shelf.table("region", "T-01", "es") == {"A01": {"row": "<li>"}}
    assert shelf.table("region", "T-01", "es") is shelf.table("region", "T-01", "es")
    assert shelf.table("region", "T-01", "en") == {}
    assert shelf.table("region", "T-02", "es") == {}
    assert asked == ["aa-es", "aa-en", "bb-es"]
    assert list(shelf.added()) == []


def test_a_shelf_puts_away_only_tables_that_grew() -> None:
    """What was there and what was added, as text that gives it back."""
    shelf = Shelf(KEYS, kept({"aa-es": '{"A01": 1}', "bb-es": '{"A01": 1}'}))
    for code in ("T-01", "T-02"):
        assert shelf.table("region", code, "es") == {"A01": 1}
    table = shelf.table("region", "T-01", "es")
    assert table is not None
    table["A02"] = {"row": "año «»"}
    [(key, text)] = shelf.added()
    assert key == "aa-es"
    assert json.loads(text) == {"A01": 1, "A02": {"row": "año «»"}}


def keys_of(
    changed: Catalog | None = None,
    *,
    told: Callable[[Benchmarks], Benchmarks] = lambda found: found,
    look: TemplateSet = LOOK,
    as_of: date = AS_OF,
    version: str = "1",
) -> Mapping[tuple[str, str], str]:
    """The keys of the slices of some facts."""
    known = changed or facts()
    opened = book(known)
    keys = slice_keys(known, opened.fields, told(opened.benchmarks), look, as_of, version)
    assert keys is not None
    return keys


ONE, OTHER = (AreaKind.REGION, "T-01"), (AreaKind.REGION, "T-02")


def test_equal_facts_have_equal_keys() -> None:
    """One for each indicator and kind, and no two alike."""
    keys = keys_of()
    assert keys == keys_of()
    assert set(keys) == {ONE, OTHER}
    assert len(set(keys.values())) == 2


def _boundary() -> Boundary:
    return Boundary(
        topojson={"a": 1}, object_name="a", codes=frozenset(), origin=Location(path="data/geo/x")
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda c: {"changed": replace(c, tables={**c.tables, "data/areas.csv": b"other"})},
        lambda c: {"changed": replace(c, tables={**c.tables, "data/units.csv": b""})},
        lambda c: {"changed": replace(c, site=replace(c.site, base_url="https://example.org/"))},
        lambda c: {"changed": replace(c, site=replace(c.site, languages=("es",)))},
        lambda c: {"changed": replace(c, boundary=_boundary())},
        lambda _: {"look": replace(LOOK, templates={"base.html": "<b>"})},
        lambda _: {"look": replace(LOOK, templates={"home.html": "<p>"})},
        lambda _: {"look": replace(LOOK, assets={"quipu.css": b"b{}"})},
        lambda _: {"look": replace(LOOK, catalogues={"en": b"msgstr"})},
        lambda _: {"as_of": date(2027, 1, 1)},
        lambda _: {"version": "2"},
        lambda _: {"told": lambda b: replace(b, robustness={"X": None})},
    ],
)
def test_what_all_slices_share_changes_every_key(
    change: Callable[[Catalog], dict[str, object]],
) -> None:
    """Areas, sources, settings, outlines, look, day, generator, and whether a page is there."""
    before, after = keys_of(), keys_of(**change(facts()))  # type: ignore[arg-type]
    assert all(after[key] != before[key] for key in before)


def test_rows_and_words_change_the_key_of_their_own_slice_alone() -> None:
    """Those of another indicator do not count."""
    known = facts()
    before = keys_of()
    row = keys_of(replace(known, tables={**known.tables, PATHS["T-01"]: b"other"}))
    word = keys_of(replace(known, documents=(words("T-01", "Otra palabra."), words("T-02"))))
    for after in (row, word):
        assert after[ONE] != before[ONE]
        assert after[OTHER] == before[OTHER]


def test_what_is_judged_changes_the_key_of_what_is_judged() -> None:
    """A reference that moved is told on the card, whichever rows it rests on."""
    known = facts()
    rows = [
        replace(o, value=Decimal(99)) if (o.indicator, o.ref_area) == ("T-02", "A06") else o
        for o in known.observations
    ]
    rows = [
        replace(o, value=Decimal(30)) if (o.indicator, o.ref_area) == ("T-02", "A03") else o
        for o in rows
    ]
    after, before = keys_of(replace(known, observations=tuple(rows))), keys_of()
    assert after[OTHER] != before[OTHER]
    assert after[ONE] == before[ONE]


def test_points_change_the_key_of_their_own_slice_alone() -> None:
    """A score is told on the card, and rests on the method and on other areas too."""

    def scored(points: float) -> Callable[[Benchmarks], Benchmarks]:
        scores = {("T-01", "A01"): SimpleNamespace(points=points)}
        return lambda found: replace(found, scores=cast("ScoreSet", SimpleNamespace(scores=scores)))

    before, after = keys_of(told=scored(5.0)), keys_of(told=scored(6.0))
    assert after[ONE] != before[ONE]
    assert after[OTHER] == before[OTHER]


def test_of_too_many_cards_none_is_kept() -> None:
    """What would not fit in the cache is not put there."""
    known = facts()
    many = regions(MOST_CARDS // 2)
    opened = book(known)
    args = (opened.benchmarks, LOOK, AS_OF, "1")
    assert slice_keys(replace(known, areas=many), {}, *args) is not None
    assert slice_keys(replace(known, areas=(*many, *regions(1))), {}, *args) is None


class Asked:
    """Counts how often it is asked for the strip of a panel."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.times = 0

    def __call__(self) -> ChartRequest | None:
        """Count, and ask for a strip."""
        self.times += 1
        return strip_request(panel([1, 2, 3, 4, 5, 6]), language())


def test_a_shared_chart_is_drawn_once() -> None:
    """Also after the turn of a page; a passing one is drawn anew then, and not before."""
    easel, shared, passing = Easel(drawn), Asked(), Asked()
    first = easel.shared("s", shared)
    own = easel.passing("p", passing)
    assert first is not None
    assert easel.passing("p", passing) is own is not None
    easel.turn()
    assert easel.shared("s", shared) is first
    assert easel.passing("p", passing) == own
    assert (shared.times, passing.times) == (1, 2)
    assert easel.shown == {"s", "p"}


def test_frames_are_asked_for_when_a_chart_is_and_once() -> None:
    """Nothing to draw needs no frame, shows nothing, and is remembered as nothing."""
    asked: list[int] = []

    def ask() -> Drawn:
        asked.append(1)
        return drawn()

    def ask_for_nothing() -> None:
        nothing.append(1)

    easel = Easel(ask)
    nothing: list[int] = []
    for _ in range(2):
        assert easel.shared("none", ask_for_nothing) is None
    assert (nothing, asked, easel.shown) == ([1], [], set())
    for name in ("a", "b"):
        easel.shared(name, Asked())
    easel.prepare()
    assert easel.grounds is easel.grounds
    assert asked == [1]


def test_noting_tells_the_charts_of_a_block_and_forgets_none() -> None:
    """Those shown again, too; those of inner blocks; also when the block fails."""
    easel = Easel(drawn)
    easel.shared("before", Asked())
    with easel.noting() as outer:
        easel.shared("before", Asked())
        with easel.noting() as inner:
            easel.passing("inner", Asked())
        assert inner == {"inner"}
    assert outer == {"before", "inner"}
    assert easel.shown == {"before", "inner"}

    def fail() -> None:
        with easel.noting():
            easel.shared("late", Asked())
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fail()
    assert easel.shown == {"before", "inner", "late"}


def slice_of(code: str) -> Book:
    """The slice of an indicator."""
    opened = book(facts())
    return opened.only(opened.catalog.indicators_by_id[code])


@dataclass(frozen=True)
class Scored:
    """A stand-in for the scores of two indicators."""

    scores: Mapping[tuple[str, str], int]


def full_book() -> Book:
    """A book in which there is something of everything that a slice leaves out."""
    opened = book(facts())
    told = {"progress": {"G": ()}, "robustness": {"G": object()}}
    told |= {"matrix": object(), "peers": object()}
    scored = Scored(scores={("T-01", "A01"): 1, ("T-02", "A01"): 2, ("G", "A01"): 3})
    benchmarks = replace(opened.benchmarks, scores=scored, **told)  # type: ignore[arg-type]
    return replace(opened, benchmarks=benchmarks, derived=(cast("DerivedTable", object()),))


def test_a_slice_leaves_out_what_rests_on_other_indicators() -> None:
    """The matrix, peers, movements of groups, robustness, and the scores of others."""
    opened = full_book()
    cut = opened.only(opened.catalog.indicators_by_id["T-01"])
    assert cut.derived == ()
    assert cut.benchmarks.matrix is None
    assert cut.benchmarks.peers is None
    assert cut.benchmarks.progress == {}
    assert cut.benchmarks.robustness == {}
    assert cast("Scored", cut.benchmarks.scores).scores == {("T-01", "A01"): 1}


def test_a_slice_knows_nothing_of_other_indicators() -> None:
    """Asking for another one fails, instead of giving what the key does not speak of."""
    cut = slice_of("T-01")
    assert {o.indicator for o in cut.catalog.observations} == {"T-01"}
    assert {d.name for d in cut.catalog.documents} == {"T-01"}
    other = cut.catalog.indicators_by_id["T-02"]
    with pytest.raises(KeyError):
        cut.panels["T-02"]
    with pytest.raises(KeyError):
        card_of(replace(cut, shelf=Shelf()), cut.areas[0], other)
    with pytest.raises(KeyError):
        indicator_page(cut, other)
    assert cut.benchmarks.comparisons == {}
    assert set(slice_of("T-02").benchmarks.comparisons) == {"T-02"}
    assert {code for code, _ in cut.benchmarks.movements} == {"T-01"}
    assert all(set(field.panels) == {"T-01"} for field in cut.fields.values())
    assert all(set(f.judgements.comparisons) <= {"T-01"} for f in cut.fields.values())


@pytest.mark.parametrize("code", ["T-01", "T-02"])
def test_a_slice_gives_what_the_whole_book_gives(code: str) -> None:
    """The page of the indicator and its cards do not show the difference."""
    whole, cut = book(facts()), slice_of(code)
    own = whole.catalog.indicators_by_id[code]
    assert indicator_page(cut, own) == indicator_page(whole, own)
    for area in whole.areas:
        assert card_of(cut, area, own) == card_of(whole, area, own)


def test_a_card_that_was_kept_is_the_card_that_was_made() -> None:
    """Through the text of the shelf and back, with the charts that it shows."""
    whole = book(facts())
    own, area = whole.catalog.indicators[0], whole.areas[2]
    made = card_of(whole, area, own)
    keys = {(area.kind.value, own.id): "aa"}
    shelf = Shelf(keys)
    fresh = card_of(replace(whole, shelf=shelf, easel=Easel(drawn)), area, own)
    again = replace(whole, shelf=Shelf(keys, dict(shelf.added()).get), easel=Easel(drawn))
    loaded = card_of(again, area, own)
    assert loaded == fresh
    assert replace(loaded, charts=()) == made
    assert set(loaded.charts) == again.easel.shown != set()
