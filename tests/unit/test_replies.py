"""Right of reply: word for word, beside what it answers, and nowhere else."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import jsonschema

from quipu.exports.replies import reply_files
from quipu.findings import is_blocking
from quipu.make.slices import slice_keys
from quipu.model import Catalog, Location
from quipu.pages.area import area_page
from quipu.pages.indicator import indicator_page, wanted_page
from quipu.pages.system.proofs import proof_view
from quipu.pages.system.replies import COMMISSION_REGISTERS, replies_to
from quipu.read.templates import TemplateSet
from tests.books import AS_OF, book
from tests.roots import read_root, write
from tests.roots import replace as changed
from tests.stated import COMMISSIONS, REPLY, REPLY_EN, STATED, stated_root

_PAGE = "regiones/region-a/cra/index.html"


@cache
def facts() -> Catalog:
    """Return the synthetic root in which an institution replied."""
    with TemporaryDirectory() as folder:
        return read_root(stated_root(Path(folder)))[0]


def test_a_reply_stands_on_the_page_of_its_indicator() -> None:
    """As it was written, attributed to the institution, with its day and its original."""
    known = book(facts())
    (reply,) = indicator_page(known, known.catalog.indicators_by_id["XX-01"]).replies
    assert reply.html == "<p>Respuesta sintética: «51 %» &amp; 1 &lt; 2.</p>"
    assert (reply.institution, reply.date) == ("Respuesta sintética", "5 de marzo de 2025")
    assert reply.source.href == "https://example.org/respuesta"
    assert not reply.is_translation
    other = known.catalog.indicators_by_id["XX-02"]
    assert wanted_page(known, other).replies == ()


def test_a_translation_says_that_it_is_one() -> None:
    """The institution wrote the other text."""
    known = book(facts(), "en")
    (reply,) = indicator_page(known, known.catalog.indicators_by_id["XX-01"]).replies
    assert reply.is_translation
    documents = tuple(d for d in facts().documents if d.origin.path != REPLY_EN)
    alone = book(replace(facts(), documents=documents), "en")
    (reply,) = indicator_page(alone, alone.catalog.indicators_by_id["XX-01"]).replies
    assert (reply.language, reply.is_translation) == ("es", False)


def test_a_slice_knows_the_replies_to_its_indicator_alone() -> None:
    """What a page is made from in another process is the same."""
    known = book(facts())
    for code, count in (("XX-01", 1), ("XX-03", 0)):
        one = known.catalog.indicators_by_id[code]
        assert len(indicator_page(known.only(one), one).replies) == count


def test_a_reply_stands_on_the_page_of_its_region() -> None:
    """In the domain of the indicator, and among those to facts; on no other region's page."""
    known = book(facts())
    page = area_page(known, known.areas[0])
    assert [len(domain.replies) for domain in page.domains] == [1]
    assert len(page.replies) == 1
    assert area_page(known, known.areas[1]).replies == ()


def test_replies_to_a_commission_are_found_by_register() -> None:
    """Those to a line of another register are not of it."""
    known = book(facts())
    (reply,) = replies_to(known, _PAGE, area="PE-AAA", registers=COMMISSION_REGISTERS)
    assert [link.text for link in reply.answers] == [
        "Porcentaje sintético",
        "Comisiones regionales anticorrupción: Hecho sintético.",
    ]
    assert reply.answers[1].href == "../../../datos/registros/commissions.csv"
    assert replies_to(known, _PAGE, area="PE-AAA", registers=("swot",)) == ()
    assert replies_to(known, _PAGE, area="PE-BBB", registers=COMMISSION_REGISTERS) == ()


def test_a_reply_stays_with_its_fact(tmp_path: Path) -> None:
    """Also when a row above it comes or goes."""
    root = stated_root(tmp_path)
    head, rest = STATED[COMMISSIONS].split("\n", 1)
    other = rest.split("\n")[0].replace("N-1", "N-0").replace("2023", "2022")
    other = other.replace("Hecho sintético.", "Más.")
    write(COMMISSIONS, f"{head}\n{other}\n{rest}")(root)
    catalog, _ = read_root(root)
    (reply,) = catalog.stated.replies
    assert (reply.answers[1].key, reply.answers[1].line) == ("6f75dc64", 3)
    (view,) = replies_to(book(catalog), _PAGE, registers=("commissions",))
    (before,) = replies_to(book(facts()), _PAGE, registers=("commissions",))
    assert view == before


def test_a_reply_to_a_fact_that_changed_is_an_error(tmp_path: Path) -> None:
    """Nobody replied to what it says now."""
    root = stated_root(tmp_path)
    changed(COMMISSIONS, "Hecho sintético.", "Otra cosa.")(root)
    catalog, findings = read_root(root)
    assert catalog.stated.replies == ()
    assert [f.code for f in findings if is_blocking([f])] == ["E678"]


def test_a_fact_in_another_language_is_told_by_its_own_words() -> None:
    """Of a reply in English, in English."""
    (reply,) = replies_to(book(facts(), "en"), _PAGE, registers=("commissions",))
    assert reply.answers[1].text.endswith(": Synthetic fact.")


def test_what_a_fact_rests_on_says_how_to_reply_to_it() -> None:
    """The key that a reply names, and none for what is no row of an area."""
    known = book(facts())
    (fact, *_) = facts().registers.commissions
    view = proof_view(known, fact.proof, _PAGE)
    assert view.key == "commissions 6f75dc64"
    elsewhere = replace(fact.proof, origin=Location(path="content/x.md", line=2))
    assert proof_view(known, elsewhere, _PAGE).key == ""


def test_the_newest_reply_stands_first() -> None:
    """Whatever the order of the files."""
    (first,) = facts().stated.replies
    later = replace(first, name="PE-AAA/2026-01-01", day=first.day.replace(year=2026))
    document = next(d for d in facts().documents if d.origin.path == REPLY)
    catalog = replace(
        facts(),
        stated=replace(facts().stated, replies=(first, later)),
        documents=(*facts().documents, replace(document, name=later.name)),
    )
    found = replies_to(book(catalog), _PAGE, indicators=("XX-01",))
    assert [reply.iso_date for reply in found] == ["2026-03-05", "2025-03-05"]


def keys(catalog: Catalog) -> dict[str, str]:
    """The keys of the slices, by indicator."""
    known = book(catalog)
    look = TemplateSet(templates={}, assets={}, catalogues={})
    found = slice_keys(catalog, known.fields, known.benchmarks, look, AS_OF, "1")
    assert found is not None
    return {code: key for (_, code), key in found.items()}


def test_a_changed_reply_changes_what_is_kept_of_its_indicator_alone(tmp_path: Path) -> None:
    """Or the page would go on telling the old words."""
    root = stated_root(tmp_path)
    before = keys(read_root(root)[0])
    changed(REPLY, "51 %", "52 %")(root)
    after = keys(read_root(root)[0])
    assert {code for code, key in after.items() if before[code] != key} == {"XX-01"}


def test_replies_are_offered_as_they_were_written() -> None:
    """In every language, and as their schema says."""
    body, schema = (json.loads(artifact.body) for artifact in reply_files(facts()))
    jsonschema.validate(body, schema)
    (reply,) = body
    assert reply["text"]["es"] == "Respuesta sintética: «51 %» & 1 < 2."
    assert reply["answers"][1] == {
        "indicator": "",
        "register": "commissions",
        "key": "6f75dc64",
        "line": 2,
    }
    assert (reply["ref_area"], reply["date"]) == ("PE-AAA", "2025-03-05")


def test_a_site_without_registers_offers_no_replies() -> None:
    """And so has no file that says that there are none."""
    without = replace(
        facts(),
        registers=type(facts().registers)(),
        stated=type(facts().stated)(),
    )
    assert list(reply_files(without)) == []
