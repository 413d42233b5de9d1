"""``build`` as a person uses it: what it says, where it writes, which address it takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quipu.cli import cli
from tests.e2e.builds import AS_OF, SMALL_ROOT, copied

BASE_URL = "https://ejemplo.example/observatorio"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the synthetic root, whose cache the builds of this module share."""
    return copied(SMALL_ROOT, tmp_path_factory.mktemp("cli") / "root")


def build(root: Path, out: Path, *words: str, lang: str = "es") -> Result:
    """Run the command in this process."""
    arguments = ["--root", str(root), "--lang", lang, "build", "--out", str(out), "--as-of", AS_OF]
    return CliRunner().invoke(cli, [*arguments, *words])


@pytest.fixture(scope="module")
def placed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site built for an address below the root of its host."""
    out = tmp_path_factory.mktemp("placed") / "site"
    done = build(root, out, "--base-url", BASE_URL)
    assert done.exit_code == 0, done.output
    return out


def test_the_end_says_what_was_built(root: Path, tmp_path: Path) -> None:
    """Pages, charts, files, size, seconds and the folder, in the language asked for."""
    out = tmp_path / "site"
    spanish, english = build(root, out), build(root, out, lang="en")
    assert spanish.exit_code == english.exit_code == 0
    pages = len(list(out.rglob("*.html")))
    files = sum(path.is_file() for path in out.rglob("*"))
    numbers = (
        rf"{pages} \w+, \d+ \w+, {files} \w+, \d+\.\d MB \w+ \d+\.\d s → {re.escape(str(out))}"
    )
    assert re.search(numbers, spanish.stdout)
    assert re.search(numbers, english.stdout)
    assert "páginas" in spanish.stdout
    assert "pages" in english.stdout


def test_the_day_of_the_edition_is_on_the_page(root: Path, tmp_path: Path) -> None:
    """``--as-of`` is the only clock."""
    out = tmp_path / "site"
    build(root, out)
    assert "23 de noviembre de 2026" in (out / "index.html").read_text(encoding="utf-8")
    assert "November 23, 2026" in (out / "en" / "index.html").read_text(encoding="utf-8")


def test_without_a_cache_nothing_is_left_in_the_root(tmp_path: Path) -> None:
    """``--no-cache`` neither reads nor writes."""
    root = copied(SMALL_ROOT, tmp_path / "root")
    assert build(root, tmp_path / "site", "--no-cache").exit_code == 0
    assert sorted(path.name for path in root.iterdir()) == ["content", "data"]


def test_with_an_address_every_page_has_its_canonical(placed: Path) -> None:
    """Each page names its own address; the page for lost readers stands at any depth."""
    for path in placed.rglob("index.html"):
        page = path.read_text(encoding="utf-8")
        folder = path.parent.relative_to(placed).as_posix()
        own = f"{BASE_URL}/" if folder == "." else f"{BASE_URL}/{folder}/"
        assert re.findall(r'<link rel="canonical" href="([^"]+)"', page) == [own]
    lost = (placed / "404.html").read_text(encoding="utf-8")
    assert 'href="/observatorio/assets/' in lost


def test_with_an_address_the_sitemap_lists_every_page(placed: Path) -> None:
    """Every page but the one for lost readers, once, by its whole address."""
    sitemap = (placed / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>([^<]+)</loc>", sitemap)
    pages = {
        f"{BASE_URL}/{p.relative_to(placed).as_posix().removesuffix('index.html')}"
        for p in placed.rglob("index.html")
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == pages


def test_without_an_address_nothing_claims_one(root: Path, tmp_path: Path) -> None:
    """A site for a USB stick has no canonical address and no sitemap of addresses."""
    out = tmp_path / "site"
    build(root, out)
    assert 'rel="canonical"' not in (out / "index.html").read_text(encoding="utf-8")
    assert not (out / "sitemap.xml").exists()


@pytest.mark.parametrize("where", ["the root", "its parent", "the home folder"])
def test_a_folder_that_holds_other_things_is_refused(
    where: str, root: Path, tmp_path: Path
) -> None:
    """What is not a site of ours is never emptied; exit code 2."""
    out = {"the root": root, "its parent": root.parent, "the home folder": Path.home()}[where]
    before = sorted(path.name for path in out.iterdir())
    done = build(root, out)
    assert done.exit_code == 2
    assert str(out) in done.stderr
    assert sorted(path.name for path in out.iterdir()) == before
    assert list(tmp_path.iterdir()) == []


def test_help_names_every_option() -> None:
    """The options of the reference are the options there are."""
    text = CliRunner().invoke(cli, ["build", "--help"]).stdout
    assert set(re.findall(r"--[a-z-]+", text)) == {
        *("--out", "--as-of", "--base-url", "--no-cache", "--jobs", "--scheduler", "--help"),
    }
