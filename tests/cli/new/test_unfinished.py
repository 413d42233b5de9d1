"""What is begun is never published by mistake: neither a figure nor a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from quipu.findings import is_blocking
from tests.cli.new.roots import errors_of, run, small
from tests.e2e.builds import built
from tests.roots import INDICATORS, LIVE, WORDS, both, read_root, remove, replace

MARKS = ("POR COMPLETAR", "TO BE COMPLETED")


def test_a_site_with_begun_texts_shows_none_of_them(tmp_path: Path) -> None:
    """Everything is begun and nothing finished: the site is built, and no page holds a mark."""
    root = small(tmp_path / "root")
    indicator = ("--group", "XX", "--name-es", "Nombre sin terminar", "--unit", "percent")
    kind = ("--type", "percentage", "--direction", "higher")
    for words in (
        ("indicator", "XX-09", *indicator, *kind),
        ("commentary", "PE-AAA", "--author-role-es", "Equipo"),
        ("update", "--title-es", "Sin terminar"),
        ("page", "about", "--title-es", "Sin terminar"),
        ("period", "XX-02", "2024", "--source", "S1"),
    ):
        assert run(root, *words).exit_code == 0
    site = tmp_path / "site"
    built(root, site)
    shown = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.suffix in (".html", ".json", ".xml")
        # The page that explains every message shows what a mark looks like.
        and not path.parent.name.startswith("err")
    }
    assert shown
    for words_ in (*MARKS, "Sin terminar"):
        assert [path for path, text in shown.items() if words_ in text] == []
    assert not (site / "indicadores/xx-09").exists()
    assert [path for path in shown if "xx-09" in path.casefold()] == []


def test_a_finished_text_is_published(tmp_path: Path) -> None:
    """Once its marks are gone nothing else has to be undone."""
    root = small(tmp_path)
    run(root, "page", "about", "--title-es", "Título")
    path = "content/pages/about.es.md"
    catalog, findings = read_root(root)
    assert catalog.documents_by_key.get(("pages", "about", "es")) is None
    assert {f.code for f in findings} == {"W851"}
    text = (root / path).read_text(encoding="utf-8")
    (root / path).write_text(text.replace("POR COMPLETAR: ", "Terminado: "), encoding="utf-8")
    catalog, findings = read_root(root)
    assert catalog.documents_by_key[("pages", "about", "es")].body == "Terminado: el texto."


def test_a_translation_that_is_begun_gives_way_to_the_first_language(tmp_path: Path) -> None:
    """The page stays in the language that is finished; one remark, not two."""
    root = small(tmp_path)
    replace("content/indicators/XX-01.en.md", "Word", "TO BE COMPLETED")(root)
    catalog, findings = read_root(root)
    assert catalog.documents_by_key.get(("indicators", "XX-01", "en")) is None
    assert [f.code for f in findings] == ["W851"]
    assert ("indicators", "XX-01", "es") in catalog.documents_by_key


@pytest.mark.parametrize("status", ["live", "retired"])
def test_an_indicator_cannot_be_shown_with_begun_words(status: str, tmp_path: Path) -> None:
    """Turning a draft into a page with its stubs left in it stops the build, and says why."""
    root = small(tmp_path)
    both(
        replace(INDICATORS, ",live,", f",{status},"),
        replace(WORDS, "method: ", "method: POR COMPLETAR "),
    )(root)
    _, findings = read_root(root)
    assert [(f.code, f.where.path, f.where.line) for f in findings] == [("E852", WORDS, 6)]
    assert is_blocking(findings)


@pytest.mark.parametrize("status", ["draft", "wanted"])
def test_where_words_are_not_needed_begun_ones_are_a_remark(status: str, tmp_path: Path) -> None:
    """They are left out, and nothing is said twice of them."""
    root = small(tmp_path)
    both(
        replace(INDICATORS, ",live,", f",{status},"),
        replace("content/site.toml", 'key_indicators = ["XX-01"]\n', ""),
        remove(LIVE),
        replace(WORDS, "method: ", "method: POR COMPLETAR "),
    )(root)
    _, findings = read_root(root)
    assert [f.code for f in findings if f.where.path.startswith("content/")] == ["W851"]
    assert "W419" not in {f.code for f in findings}
    assert not is_blocking(findings)


def test_an_indicator_that_is_begun_enters_no_score(tmp_path: Path) -> None:
    """Its row says draft and no; whoever publishes it has to say both."""
    root = small(tmp_path)
    told = ("--name-es", "Nombre", "--unit", "percent", "--type", "rate", "--direction", "lower")
    assert run(root, "indicator", "XX-09", "--group", "XX", *told).exit_code == 0
    catalog, _ = read_root(root)
    indicator = catalog.indicators_by_id["XX-09"]
    assert (indicator.status.value, indicator.core) == ("draft", False)
    assert indicator not in catalog.published_indicators
    assert catalog.observations_by_indicator["XX-09"] == ()
    assert errors_of(root) == []
