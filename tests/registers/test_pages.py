"""Pages of registers: what they say in every state, and plainly where nothing is published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from quipu.model.register_codes import (
    CommissionEvent,
    EntityLevel,
    FactStatus,
    FunctionEvent,
    SessionOutcome,
)
from quipu.model.registers import CommissionFact, Registers
from quipu.pages.book import Book
from quipu.pages.system.block import system_block
from quipu.pages.system.commission import commission_page
from quipu.pages.system.commissions import commissions_page
from quipu.pages.system.follow_up import follow_up_page
from quipu.pages.system.functions import functions_page
from quipu.pages.system.national import system_page
from quipu.pages.system.news import commission_channels
from quipu.pages.system.plan import system_pages, system_paths
from quipu.views import AnswerView, CommissionPage, Grid, QuestionView
from quipu.vocab import Computed
from tests.books import book
from tests.registers.samples import (
    INSTITUTIONS,
    agreement,
    commission,
    function,
    member,
    proof,
    session,
    task,
)
from tests.samples import catalog, indicator, observation, regions

HELD, NO_QUORUM, CALLED = SessionOutcome.HELD, SessionOutcome.NO_QUORUM, SessionOutcome.CALLED
NOT_DONE, PLANNED, EXISTS = FactStatus.NOT_DONE, FactStatus.PLANNED, FactStatus.EXISTS
HEAD, NO_UNIT = FunctionEvent.OFFICER_DESIGNATED, FunctionEvent.NO_UNIT
SEAT = CommissionEvent.SECRETARIAT
PLAN, CHAIR, INACTIVE = CommissionEvent.PLAN, CommissionEvent.CHAIR, CommissionEvent.INACTIVE


def book_of(registers: Registers, code: str = "es") -> Book:
    """A book of three areas whose root keeps these registers, as of 15 January 2026."""
    kept = replace(registers, rows={"commissions": ()}, institutions=INSTITUTIONS)
    return book(replace(catalog(regions(3), [indicator()], []), registers=kept), code)


def asked(registers: Registers, anchor: str) -> QuestionView:
    """A question on the page of area A01, with its answer."""
    made = book_of(registers)
    block = system_block(made, made.areas[0], "regiones/a01/index.html")
    assert block is not None
    (found,) = (question for question in block.questions if question.anchor == anchor)
    return found


@pytest.mark.parametrize(
    ("registers", "words", "is_wanted"),
    [
        (Registers(), "Nadie ha publicado", True),
        (Registers(functions=(function("2025"),)), "Hay una unidad u oficina", False),
        (Registers(functions=(function("2020"),)), "falta confirmar que sigue", False),
        (Registers(functions=(function("2025", NO_UNIT, NOT_DONE),)), "que no había una", False),
        (Registers(functions=(function("2020", NO_UNIT, NOT_DONE),)), "falta confirmar", False),
        (Registers(functions=(function("2025", HEAD),)), "Nadie ha publicado", True),
        (Registers(functions=(function("2025", HEAD, PLANNED),)), "Nadie ha publicado", True),
        (
            Registers(functions=(function("2025", level=EntityLevel.DEPENDENCY),)),
            "Nadie ha publicado",
            True,
        ),
    ],
)
def test_who_is_in_charge_here(registers: Registers, words: str, is_wanted: bool) -> None:
    """What nobody published is said as that, and asked for."""
    told = asked(registers, "a-cargo")
    assert told.question == "¿Quién está a cargo de la integridad aquí?"
    assert words in told.answer
    assert bool(told.links) == is_wanted


def test_that_nothing_is_known_is_no_no() -> None:
    """It is said so, where neither a unit nor a head is known."""
    assert "No quiere decir que no exista" in asked(Registers(), "a-cargo").more
    assert asked(Registers(functions=(function("2025", HEAD),)), "a-cargo").more == ""


def test_what_comes_closest_is_told_where_no_unit_is_known() -> None:
    """Of the government itself, and only what was done."""
    near = function("2025", FunctionEvent.PROGRAMME)
    others = (
        function("2025", FunctionEvent.PROGRAMME, PLANNED),
        function("2025", FunctionEvent.PROGRAMME, level=EntityLevel.DEPENDENCY),
    )
    assert len(asked(Registers(functions=(near, *others)), "a-cargo").near) == 1
    assert asked(Registers(functions=(near, function("2025"))), "a-cargo").near == ()


@pytest.mark.parametrize(
    ("registers", "words"),
    [
        (Registers(), "Nadie ha publicado una sesión"),
        (Registers(sessions=(session("2025-10"),)), "Sí: hubo una sesión"),
        (Registers(sessions=(session("2023-10"),)), "es de octubre de 2023"),
        (Registers(sessions=(session("2026-03", CALLED),)), "no se sabe si se realizó"),
        (Registers(sessions=(session("2024-03", CALLED),)), "hace tiempo"),
        (Registers(sessions=(session("2025-10", NO_QUORUM),)), "no tuvo quórum"),
        (Registers(sessions=(session("", NO_QUORUM),)), "ninguna sesión con fecha"),
        (Registers(commissions=(commission("2025-07", INACTIVE, NOT_DONE),)), "no se reunía"),
        (Registers(commissions=(commission("2019-07", INACTIVE, NOT_DONE),)), "julio de 2019"),
    ],
)
def test_whether_the_commission_meets(registers: Registers, words: str) -> None:
    """A session that was announced is none; that it did not meet is said only where seen."""
    assert words in asked(registers, "se-reune").answer


def test_what_was_agreed() -> None:
    """Counted by how agreements stand today; none is said as none published."""
    assert "Nadie ha publicado un acuerdo" in asked(Registers(), "acordado").answer
    own = (
        agreement("1", due="2025-12-31"),
        agreement("2", due="2026-01-31"),
        agreement("3", due="2025-12-31", done_on="2025-12-01"),
        agreement("4"),
    )
    answer = asked(Registers(agreements=own), "acordado").answer
    parts = ("cumplido: 1", "vencido: 1", "vence en 30 días o menos: 1", "pendiente, sin plazo: 1")
    assert [part for part in parts if part not in answer] == []


def test_what_is_missing_is_named_by_what_is_known_of_it() -> None:
    """Unknown, planned, old and lacking are four things."""
    facts = Registers(
        functions=(function("2020"),),
        commissions=(
            commission("2026", PLAN, PLANNED),
            commission("2024-06", CommissionEvent.RULES, NOT_DONE),
            commission("2024"),
        ),
    )
    groups = dict(asked(facts, "falta").groups)
    assert groups["lo hubo; falta confirmar"] == "Unidad u oficina de integridad"
    assert groups["anunciado"] == "Plan"
    assert groups["se informó que no"] == "Reglamento interno"
    assert groups["nadie lo ha publicado"].startswith("Responsable designado, Tarea 1")
    assert "Norma que crea" not in " ".join(groups.values())


def test_nothing_missing_is_said_too() -> None:
    """Where something current is on record of all twelve matters, nothing is asked for."""
    events = ("norm", "rules", "plan", "chair", "secretariat")
    facts = Registers(
        functions=(function("2025"), function("2025", HEAD)),
        tasks=tuple(task(of, "2025") for of in task().task.__class__),
        commissions=tuple(commission("2025-06", CommissionEvent(event)) for event in events),
        sessions=(session("2025-10"),),
        agreements=(agreement(),),
    )
    told = asked(facts, "falta")
    assert told.answer.startswith("De 0 de 12 asuntos")
    assert (told.groups, told.links) == ((), ())


def test_a_root_without_registers_has_no_such_pages() -> None:
    """Nor a section on the page of an area, nor a feed."""
    made = book(catalog(regions(1), [indicator()], []))
    assert [*system_paths(made)] == []
    assert [*system_pages(made)] == []
    assert system_block(made, made.areas[0], "x/index.html") is None
    assert [*commission_channels(made, made.areas[0])] == []


@pytest.mark.parametrize("registers", [Registers(), Registers(commissions=(commission(),))])
def test_every_path_has_its_page(registers: Registers) -> None:
    """The files that are planned are those that are made, each once."""
    made = book_of(registers)
    paths = [*system_paths(made)]
    assert [page.path for page in system_pages(made)] == paths
    assert len(set(paths)) == len(paths)


def commission_of(registers: Registers, code: str = "es") -> CommissionPage:
    """The page of the commission of area A01."""
    made = book_of(registers, code)
    return commission_page(made, made.areas[0])


def test_a_commission_of_which_nothing_is_known_says_so() -> None:
    """Plainly, that it is no «no», and in every line."""
    page = commission_of(Registers(commissions=(commission(area="A02"),)))
    assert "nadie ha publicado nada de ella" in page.lead[0]
    assert "no quiere decir que no exista" in page.lead[1]
    assert {answer.words for answer in page.answers} == {"nadie lo ha publicado"}
    assert {answer.proof for answer in page.answers} == {None}
    assert (page.members, page.sessions, page.agreements, page.timeline) == ((), (), (), ())


@pytest.mark.parametrize(
    "registers",
    [
        Registers(commissions=(commission(),)),
        Registers(sessions=(session(),)),
        Registers(members=(member("judiciary"),)),
        Registers(agreements=(agreement(),)),
    ],
)
def test_one_row_is_something(registers: Registers) -> None:
    """Whatever register it stands in, nobody is told that nothing was published."""
    page = commission_of(registers)
    assert "1 hecho con fuente" in page.lead[0]
    assert len(page.lead) == 1


def answer_of(registers: Registers, matter: str) -> AnswerView:
    """What the page of the commission says of a matter."""
    (answer,) = (a for a in commission_of(registers).answers if a.matter == matter)
    return answer


@pytest.mark.parametrize(
    ("fact", "words", "sign", "is_stale"),
    [
        (commission("2025", SEAT), "sí", "●", False),
        (commission("2012", SEAT), "lo hubo; falta confirmar", "○", True),
        (commission("2025-03", SEAT, PLANNED), "anunciado", "◐", False),
        (commission("2012", SEAT, PLANNED), "se anunció hace tiempo; no se sabe más", "◌", True),
        (commission("2025", SEAT, NOT_DONE), "se informó que no", "×", False),
        (commission("2012", SEAT, NOT_DONE), "se informó que no; falta confirmar", "⊗", True),
    ],
)
def test_an_answer_has_words_a_sign_and_its_proof(
    fact: CommissionFact, words: str, sign: str, is_stale: bool
) -> None:
    """That there was none years ago is to be confirmed as well."""
    answer = answer_of(Registers(commissions=(fact,)), SEAT.value)
    assert (answer.words, answer.sign) == (words, sign)
    assert answer.text == "Hecho inventado."
    assert answer.proof is not None
    assert answer.proof.is_stale is is_stale
    assert [source.href for source in answer.proof.sources] == ["https://example.org/"]


def test_counted_indicators_stand_on_the_page_of_the_commission() -> None:
    """With their value and period, or with words that say that there is none."""
    rule = replace(indicator(decimals=0), computed=Computed.COMMISSION_NORM)
    facts = catalog(regions(2), [rule], [observation("A01", 1), observation("A01", 0, "2020")])
    made = book(replace(facts, registers=Registers(rows={"commissions": ()})))
    (known,) = commission_page(made, made.areas[0]).measures
    assert (known.value, known.period, known.words) == ("1", "2024", "")
    (unknown,) = commission_page(made, made.areas[1]).measures
    assert (unknown.value, unknown.period, unknown.words) == ("", "", "sin información publicada")


def test_only_the_newest_fact_of_a_matter_is_to_be_confirmed() -> None:
    """What was superseded is history."""
    facts = (commission("2005", SEAT, by=proof(2)), commission("2012", SEAT, by=proof(3)))
    page = commission_of(Registers(commissions=facts))
    assert [(f.when, f.proof.is_stale) for f in page.timeline] == [("2012", True), ("2005", False)]


def test_a_directorate_is_not_the_government() -> None:
    """Its set-up and whom it answers to are not shown as the government's."""
    own = replace(function("2023", setup=2), reports_to="Gerencia")
    other = replace(function("2025", level=EntityLevel.DEPENDENCY, setup=4), reports_to="Dirección")
    row = functions_page(book_of(Registers(functions=(own, other)))).rows[0]
    assert row.reports_to == "Gerencia"
    assert "unidad funcional" in row.setup.casefold()
    assert row.facts == "2 hechos"
    row = functions_page(book_of(Registers(functions=(other,)))).rows[0]
    assert (row.setup, row.reports_to) == ("", "")


@pytest.mark.parametrize(
    "grid",
    [
        lambda made: functions_page(made).grid,
        lambda made: commissions_page(made).grid,
        lambda made: system_page(made).grids[0],
        lambda made: system_page(made).grids[1],
    ],
)
def test_grids_count_what_is_unknown_apart(grid: Callable[[Book], Grid]) -> None:
    """Each matter of all areas; no sign without words."""
    made = book_of(Registers(functions=(function("2025"),), commissions=(commission("2025"),)))
    view = grid(made)
    assert all("nadie lo publicó en " in count for count in view.counts)
    for row in view.rows:
        assert all(cell.sign and cell.words and cell.title for cell in row.cells)
        assert len(row.cells) == len(view.columns)


def test_years_count_what_was_current_at_their_end() -> None:
    """A plan of 2024 is none of 2025; the running year is told up to the day of the edition."""
    plan = commission("2024-02", PLAN, starts="2024-01-01", ends="2024-12-31")
    page = system_page(book_of(Registers(commissions=(plan, commission("2021")))))
    column = [*page.years_head].index("Plan") - 1
    norms = [*page.years_head].index("Norma que crea la comisión") - 1
    told = {row.year: (row.cells[norms], row.cells[column]) for row in page.years}
    assert told["2020"] == ("0 de 3", "0 de 3")
    assert told["2021"] == ("1 de 3", "0 de 3")
    assert told["2024"] == ("1 de 3", "1 de 3")
    assert told["2025"] == ("1 de 3", "0 de 3")
    assert [*told][-1] == "15 de enero de 2026"


def test_what_is_due_is_gathered() -> None:
    """Commissions without a session, agreements due, offices whose term passed or passes."""
    facts = Registers(
        sessions=(session("2025-10"),),
        agreements=(
            agreement("1", due="2026-01-14"),
            agreement("2", due="2026-02-14"),
            agreement("3", due="2026-02-15"),
            agreement("4", due="2026-01-14", done_on="2026-01-02"),
        ),
        commissions=(
            commission("2025-05-01", CHAIR, ends="2026-04-15"),
            commission("2025-05-01", CHAIR, ends="2026-04-16", area="A02"),
            commission("2024-05-01", CHAIR, ends="2025-12-31", area="A03"),
        ),
    )
    groups = {group.anchor: group for group in follow_up_page(book_of(facts)).groups}
    sessions, agreements, documents = (
        groups[anchor] for anchor in ("sesiones", "acuerdos", "documentos")
    )
    assert [link.text for link in sessions.others] == ["Área A02", "Área A03"]
    assert [row.iso_date for row in agreements.rows] == ["2026-01-14", "2026-02-14"]
    assert [row.state_words for row in agreements.rows] == ["vencido", "vence en 30 días o menos"]
    assert [(row.area.text, row.text) for row in documents.rows] == [
        ("Área A01", "Presidencia"),
        ("Área A03", "Presidencia"),
    ]
    assert ["15 de abril de 2026" in documents.rows[0].when] == [True]
    assert "desde el 31 de diciembre de 2025" in documents.rows[1].when


def test_texts_that_are_not_translated_say_their_language() -> None:
    """On pages of another language, wherever a fact is told."""
    facts = Registers(
        functions=(function("2025"),),
        commissions=(commission("2025"), commission("2019", INACTIVE, NOT_DONE, area="A02")),
        sessions=(session("2025-10"),),
        agreements=(agreement("1", due="2026-01-14"),),
        members=(member("judiciary"),),
    )
    page = commission_of(facts, "en")
    assert {fact.language for fact in (*page.timeline, *page.sessions)} == {"es"}
    assert {row.text_language for row in page.agreements} == {"es"}
    assert {a.text_language for a in page.answers if a.text} == {"es"}
    groups = follow_up_page(book_of(facts, "en")).groups
    told = [row for group in groups for row in group.rows if row.text == "Hecho inventado."]
    assert {row.text_language for row in told} == {"es"}
    assert {"A02", "A01"} <= {row.area.text[-3:] for row in told}
    spanish = commission_of(facts)
    assert {fact.language for fact in spanish.timeline} == {""}


def keys(registers: Registers) -> dict[str, str]:
    """The entries of the feed of A01: day by key."""
    made = book_of(registers)
    (channel,) = commission_channels(made, made.areas[0])
    found = {told.key: told.day for told in channel.told}
    assert len(found) == len(channel.told)
    days = [told.day for told in channel.told]
    assert days == sorted(days, reverse=True)
    return found


def test_a_feed_knows_its_entries_wherever_they_stand() -> None:
    """Rows that change places, or make room for others, are no news."""
    facts = [commission("2024", by=proof(2)), commission("2023", CHAIR, by=proof(3))]
    before = keys(Registers(commissions=tuple(facts), sessions=(session(by=proof(2)),)))
    moved = tuple(replace(fact, proof=proof(9 - n)) for n, fact in enumerate(facts))[::-1]
    after = keys(
        Registers(
            commissions=(commission("2025", by=proof(5)), *moved),
            sessions=(session(by=proof(7)),),
        )
    )
    assert len(before) == 3
    assert before.items() < after.items()
    assert len(after) == 4


def test_two_facts_of_a_day_are_two_entries() -> None:
    """Also where one sentence tells both; the undated are not told as news."""
    facts = (commission("2024"), commission("2024", CommissionEvent.INSTALLED), commission(""))
    agreed = (agreement("1"), agreement("2"))
    assert len(keys(Registers(commissions=facts, agreements=agreed))) == 4


def test_a_feed_of_a_commission_without_facts_is_there() -> None:
    """Who follows it early is told the first fact."""
    assert keys(Registers()) == {}
