"""A change of the registers, and of the texts that hold facts, is told row by row."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quipu.diff.facts import DocumentChanges, FactChanges, document_changes, fact_changes
from quipu.diff.figures import figure_changes
from quipu.diff.report import MOST_SHOWN, as_json, as_markdown
from quipu.diff.run import difference as held
from quipu.diff.suspicions import suspicions
from quipu.model import Catalog, Document, Location
from quipu.model.registers import RegisterRow, Registers
from quipu.vocab import Computed
from tests.diff.test_diff import difference
from tests.diff.test_inert import is_shown_whole, shown, strange
from tests.hostile.attacks import ALL
from tests.memory.remembered import facts as figures
from tests.registers.roots import path_of, registers
from tests.roots import AS_OF, append, minimal_root, read_root
from tests.roots import replace as edit
from tests.samples import area, catalog

Sides = Callable[..., tuple[Catalog, Catalog]]


@pytest.fixture
def sides(tmp_path: Path) -> Sides:
    """Return a way to read the synthetic registers before and after some changes."""

    def read(*changes: Callable[[Path], object]) -> tuple[Catalog, Catalog]:
        root = minimal_root(tmp_path / "root")
        registers(root)
        before, _ = read_root(root)
        for change in changes:
            change(root)
        after, _ = read_root(root)
        return before, after

    return read


SESSION = "PE-BBB,2025-03-04,ordinary,held,,,,,,Se reunió.,It met.,B,S2,,,,,\n"


def test_equal_registers_change_nothing(sides: Sides) -> None:
    """Nor do rows that stand elsewhere: a row that is added above moves those below."""
    before, _ = sides()
    assert fact_changes(before, before) == FactChanges()
    turned = {name: rows[::-1] for name, rows in before.registers.rows.items()}
    after = replace(before, registers=replace(before.registers, rows=turned))
    assert fact_changes(before, after) == FactChanges()


def test_a_statement_that_changes_is_a_changed_row(sides: Sides) -> None:
    """With the cells that differ, old and new, and where it stands."""
    before, after = sides(edit(path_of("commissions"), "No se reunió.", "No se juntó."))
    found = fact_changes(before, after)
    (change,) = found.changed
    assert (found.added, found.removed) == ((), ())
    assert change.cells == {"statement_es": ("No se reunió.", "No se juntó.")}
    assert (change.after.ref_area, change.after.date) == ("PE-BBB", "2019-07")
    assert change.after.origin == "data/registers/commissions.csv:8"


def test_a_secretariat_that_is_swapped_is_a_changed_row(sides: Sides) -> None:
    """It is that event of that day; another day is another fact."""
    row = "PE-AAA,2024,secretariat,exists,,gobierno,"
    before, after = sides(edit(path_of("commissions"), row, row.replace("gobierno", "corte")))
    (change,) = fact_changes(before, after).changed
    assert change.cells == {"institution": ("gobierno", "corte")}
    before, after = sides(edit(path_of("commissions"), row, row.replace("2024", "2025")))
    found = fact_changes(before, after)
    assert (len(found.added), len(found.changed), len(found.removed)) == (1, 0, 1)


def test_rows_that_come_and_go_are_told(sides: Sides) -> None:
    """A session, and a member by the institution; a register that is gone, row by row."""
    before, after = sides(append(path_of("sessions"), SESSION))
    (row,) = fact_changes(before, after).added
    assert (row.register, row.ref_area, row.date, row.sentence) == (
        *("sessions", "PE-BBB", "2025-03-04"),
        "Se reunió.",
    )
    (row,) = fact_changes(after, before).removed
    assert row.sentence == "Se reunió."
    before, after = sides(edit(path_of("members"), "PE-AAA,camara,", "PE-AAA,fiscalia,"))
    found = fact_changes(before, after)
    assert [r.sentence for r in (*found.added, *found.removed)] == ["fiscalia", "camara"]
    before, after = sides(lambda root: (root / path_of("members")).unlink())
    assert len(fact_changes(before, after).removed) == 4


def test_of_two_rows_of_one_key_the_one_that_is_equal_is_put_aside(sides: Sides) -> None:
    """Only what is left is held against each other, so one more row is one that was added."""
    row = "PE-BBB,2019-07,inactive,not_done,,,,,,,,Otra fuente lo dice.,Another.,B,S2,,,,,\n"
    before, after = sides(append(path_of("commissions"), row))
    found = fact_changes(before, after)
    assert [r.sentence for r in found.added] == ["Otra fuente lo dice."]
    assert (found.changed, found.removed) == ((), ())
    assert [r.sentence for r in fact_changes(after, before).removed] == ["Otra fuente lo dice."]


def test_an_agreement_is_known_by_its_id(sides: Sides) -> None:
    """Whatever else of it changes, its day among it."""
    before, after = sides(
        edit(path_of("agreements"), "2024-1,commission,2024-08-01", "2024-1,commission,2024-08-02")
    )
    (change,) = fact_changes(before, after).changed
    assert change.cells == {"agreed_on": ("2024-08-01", "2024-08-02")}


def document(name: str, body: str = "Texto.", kind: str = "practices") -> Document:
    """A text with facts."""
    return Document(
        kind=kind,
        name=name,
        language="es",
        meta={"title": name},
        body=body,
        origin=Location(path=f"content/{kind}/{name}.es.md", line=1),
    )


def test_texts_with_facts_are_told_by_name() -> None:
    """Replies, priorities, practices, courses, concepts; others are seen in the pages."""
    bare = catalog([], [], [])
    before = replace(bare, documents=(document("a"), document("b"), document("d")))
    after = replace(
        bare,
        documents=(
            *(document("a"), document("b", "Otro."), document("c")),
            document("x", kind="pages"),
        ),
    )
    assert document_changes(before, after) == DocumentChanges(
        added=("practices/c.es",), changed=("practices/b.es",), removed=("practices/d.es",)
    )
    meta = replace(bare, documents=(replace(document("a"), meta={"title": "z"}),))
    assert document_changes(before, meta).changed == ("practices/a.es",)


def told(before: Catalog, after: Catalog) -> tuple[str, dict[str, object]]:
    """The whole report, as text and as JSON."""
    found = replace(
        difference(before, after),
        facts=fact_changes(before, after),
        documents=document_changes(before, after),
    )
    return as_markdown(found), json.loads(as_json(found))


def test_the_report_lists_them_by_register(sides: Sides) -> None:
    """Area, date and sentence; of what changes the cells; the JSON has all of it."""
    before, after = sides(
        append(path_of("sessions"), SESSION),
        edit(path_of("sessions"), "Segunda sesión.", "Sesión dos."),
        edit(path_of("minimum_tasks"), "PE-AAA,T2,2024-06", "PE-AAA,T2,2024-07"),
    )
    after = replace(after, documents=(*after.documents, document("c", kind="courses")))
    text, value = told(before, after)
    assert "filas de registros distintas: **4**" in text
    order = [
        *("### Filas de los registros", "**minimum", "**sessions"),
        *("### Textos con hechos", "- nuevo: courses/c.es", "### Páginas"),
    ]
    assert all(part in text for part in order), text
    assert "- nueva: Región sintética B · 2025-03-04 · Se reunió." in text
    assert "- quitada: Región sintética A · 2024-06 · No propuso políticas." in text
    assert "- cambia: Región sintética A · 2024-10-01 · Sesión dos. (" in text
    assert r"statement\_es: Segunda sesión. → Sesión dos.)" in text
    rows = value["registers"]
    assert isinstance(rows, dict)
    assert [len(rows[part]) for part in ("added", "changed", "removed")] == [2, 1, 1]
    assert rows["changed"][0]["cells"] == {"statement_es": ["Segunda sesión.", "Sesión dos."]}
    assert value["documents"] == {"added": ["courses/c.es"], "changed": [], "removed": []}


def test_without_changes_there_are_no_such_parts(sides: Sides) -> None:
    """No heading with nothing below."""
    before, after = sides()
    text, _ = told(before, after)
    assert "### Filas de los registros" not in text
    assert "### Textos con hechos" not in text


def rows_of(texts: list[str]) -> Catalog:
    """A catalog with a register of these sentences, dates and areas."""
    rows = tuple(
        RegisterRow(
            cells={"ref_area": f"A{n:03}", "date": text, "statement_es": text, "note_es": text},
            origin=Location(path="data/registers/sessions.csv", line=n + 2),
        )
        for n, text in enumerate(texts)
    )
    places = [area(f"A{n:03}", name=text) for n, text in enumerate(ALL)]
    return replace(catalog(places, [], []), registers=Registers(rows={"sessions": rows}))


def test_texts_of_registers_stay_text() -> None:
    """Sentences, cells and names of areas, whatever Markdown or GitHub sees in them."""
    for n in range(0, len(ALL), MOST_SHOWN):
        own = list(ALL[n : n + MOST_SHOWN])
        before, after = rows_of([]), rows_of(own)
        noted = replace(
            after,
            registers=Registers(
                rows={
                    "sessions": tuple(
                        replace(row, cells={**row.cells, "note_es": "x"})
                        for row in after.registers.rows["sessions"]
                    )
                }
            ),
        )
        for one, other in ((before, after), (after, before), (after, noted), (noted, after)):
            text = told(one, other)[0].partition("### Páginas")[0]
            page = shown(text)
            assert strange(page) == []
            assert all(is_shown_whole(piece, page) for piece in own if len(piece) <= 240)


def test_of_long_registers_the_rest_is_counted() -> None:
    """Forty rows are shown; the JSON has them all."""
    text, value = told(rows_of([]), rows_of([f"Hecho {n}" for n in range(45)]))
    assert text.count("- nueva: ") == MOST_SHOWN
    assert "Y 5 más: con --format json están todas." in text
    rows = value["registers"]
    assert isinstance(rows, dict)
    assert len(rows["added"]) == 45


def test_what_is_counted_again_is_not_pointed_at() -> None:
    """Nobody has to say why: the row of the register is listed."""
    old, new = (
        figures({("A01", "2024"): value}, computed=Computed.MINIMUM_TASKS) for value in (1, 2)
    )
    assert suspicions(old, new, figure_changes(old, new)) == ()


def test_two_roots_are_held_against_each_other(tmp_path: Path) -> None:
    """As the command does it, from files."""
    roots = [minimal_root(tmp_path / name) for name in ("before", "after")]
    for root in roots:
        registers(root)
    append(path_of("sessions"), SESSION)(roots[1])
    found = held(roots[1], str(roots[0]), "es", AS_OF, lambda *_: None)
    assert [row.sentence for row in found.facts.added] == ["Se reunió."]
    assert found.documents == DocumentChanges()
