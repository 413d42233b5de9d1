"""An edition stays as it was published, and what changes after it is told everywhere."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from quipu.cli import EXIT_DATA, EXIT_USAGE, cli
from quipu.publish.manifest import Manifest
from tests.e2e.builds import AS_OF, SMALL_ROOT, copied, snapshot, whole_site
from tests.registers.roots import counted, path_of, registers
from tests.roots import INDICATORS, append, minimal_root
from tests.roots import replace as edit

SCORED_ROOT = SMALL_ROOT.parents[1] / "scored-regions" / "input"
NAME = "2026-11"
HOME = f"ediciones/{NAME}/"
EARLY, LATER = "2025-06-30", "2025-07-31"
"""Days of the synthetic registers."""
ATOM = "{http://www.w3.org/2005/Atom}"
BEFORE, AFTER = "EJ-O,2024,9.5,", "EJ-O,2024,91.5,"
WHY = "Cifra sintética: el cuadro traía el dato de otra región."
ROW = f"E1-01,EJ-O,2024,9.5,91.5,correction,2026-11-24,{WHY},Synthetic: it was another region's.\n"


def run(root: Path, *words: object) -> Result:
    """Run a command on a root."""
    return CliRunner().invoke(cli, ["--root", str(root), *map(str, words)])


def freeze(root: Path, name: str = NAME, day: str = AS_OF) -> Result:
    """Freeze an edition."""
    return run(root, "edition", name, "--as-of", day, "--note-es", "Edición sintética.")


def build(root: Path, out: Path, day: str = AS_OF) -> Result:
    """Build the site of today."""
    return run(root, "build", "--out", out, "--as-of", day, "--no-cache")


def change(root: Path) -> None:
    """Change a figure that was published."""
    table = root / "data/indicators/E1-01.csv"
    text = table.read_text(encoding="utf-8")
    assert BEFORE in text
    table.write_text(text.replace(BEFORE, AFTER), encoding="utf-8")


def explain(root: Path) -> None:
    """Say why it changed."""
    with (root / "data/revisions.csv").open("a", encoding="utf-8") as table:
        table.write(ROW)


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a root with one edition."""
    root = copied(SMALL_ROOT, tmp_path_factory.mktemp("frozen") / "root")
    done = freeze(root)
    assert done.exit_code == 0, done.output
    # Its citation will never say where it is: whoever freezes it is told.
    assert "--base-url" in done.output
    return root


@pytest.fixture
def root(frozen: Path, tmp_path: Path) -> Path:
    """Return a copy of it, to be changed."""
    shutil.copytree(frozen, tmp_path / "root")
    return tmp_path / "root"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site of today that holds an edition, and in which a figure changed."""

    out: Path
    files: Mapping[str, bytes]

    def text(self, path: str) -> str:
        """Read a file."""
        return self.files[path].decode()


@pytest.fixture(scope="module")
def site(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build it once."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(frozen, folder / "root")
    change(folder / "root")
    explain(folder / "root")
    done = build(folder / "root", folder / "out", "2026-11-25")
    assert done.exit_code == 0, done.output
    whole_site(folder / "out")
    return Site(out=folder / "out", files=snapshot(folder / "out"))


def test_an_edition_is_whole_and_stays_as_it_was(site: Site) -> None:
    """Every file that its own manifest lists, byte for byte; the changed figure as it was."""
    manifest = Manifest.parse(site.text(f"{HOME}manifest.json"))
    own = {p.removeprefix(HOME): b for p, b in site.files.items() if p.startswith(HOME)}
    archive = site.files[f"ediciones/{NAME}.tar.xz"]
    assert hashlib.sha256(archive).hexdigest() in site.text("ediciones/index.html")
    assert f'href="{NAME}.tar.xz"' in site.text("ediciones/index.html")
    assert own.keys() == {"manifest.json", *(f.path for f in manifest.files)}
    for record in manifest.files:
        assert hashlib.sha256(own[record.path]).hexdigest() == record.sha256
    assert BEFORE.encode() in own["datos/E1-01.csv"]
    assert AFTER.encode() in site.files["datos/E1-01.csv"]


def test_pages_of_an_edition_say_so_and_lead_to_the_page_of_today(site: Site) -> None:
    """On every page; a search engine is asked to show the others."""
    pages = [p for p in site.files if p.startswith(HOME) and p.endswith(".html")]
    assert len(pages) > 30
    for path in pages:
        text = site.text(path)
        assert '<meta name="robots" content="noindex">' in text
        target = path.removeprefix(HOME)
        up = "../" * path.count("/")
        assert f'<a href="{up}{target}">' in text
        assert target in site.files
    assert "noindex" not in site.text("index.html")


def test_an_edition_tells_how_to_cite_it(site: Site) -> None:
    """With its name, its day and the hash of what is kept, in both languages."""
    page = site.text("ediciones/index.html")
    assert f"Edición {NAME}, del 23 de noviembre de 2026" in page
    assert f'href="{NAME}/index.html"' in page
    assert "Edición sintética." in page
    assert f'href="../../{HOME}en/index.html"' in site.text("en/editions/index.html")
    assert f"Edición {NAME}, del 23 de noviembre de 2026" in site.text(f"{HOME}datos/index.html")
    assert '<p lang="es">Edición sintética.</p>' in site.text("en/editions/index.html")
    assert "Esta es la primera edición" in site.text(f"{HOME}ediciones/index.html")


@pytest.mark.parametrize(
    "path",
    ["cambios/index.html", "regiones/oeste/index.html", "indicadores/E1-01/index.html"],
)
def test_a_change_is_told_where_the_figure_is(site: Site, path: str) -> None:
    """What it was, what it is, since when and why."""
    page = site.text(path)
    for words in ("9.5", "91.5", "24 de noviembre de 2026", "Corrección", WHY):
        assert words in page


def test_a_change_is_told_nowhere_else(site: Site) -> None:
    """The pages of other areas and indicators have nothing to say of it."""
    told = {p for p, body in site.files.items() if WHY.encode() in body and p.endswith(".html")}
    assert told == {
        *("cambios/index.html", "regiones/oeste/index.html", "indicadores/E1-01/index.html"),
    }


def test_a_change_comes_by_feed(site: Site) -> None:
    """Of changes, of the area and of the indicator; not of another area."""
    for path in ("cambios/atom.xml", "regiones/oeste/atom.xml", "indicadores/E1-01/atom.xml"):
        feed = ET.fromstring(site.files[path])  # noqa: S314 - made above
        titles = [entry.findtext(f"{ATOM}title") or "" for entry in feed.iter(f"{ATOM}entry")]
        assert any(title.startswith("Corrección: ") for title in titles), path
    assert "Corrección" not in site.text("regiones/norte/atom.xml")
    assert f"Edición {NAME}" in site.text("regiones/norte/atom.xml")
    assert f"Edición {NAME}" in site.text("atom.xml")


def test_every_feed_is_sound(site: Site) -> None:
    """Ids that differ, dates, and links that lead to pages that are there."""
    feeds = [p for p in site.files if p.endswith("atom.xml") and not p.startswith(HOME)]
    assert len(feeds) > 20
    ids = set()
    for path in feeds:
        feed = ET.fromstring(site.files[path])  # noqa: S314 - made above
        ids.add(feed.findtext(f"{ATOM}id"))
        entries = list(feed.iter(f"{ATOM}entry"))
        assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
        for link in feed.iter(f"{ATOM}link"):
            href, _, fragment = str(link.get("href")).partition("#")
            target = (site.out / path).parent.joinpath(href).resolve()
            assert target.is_file(), (path, href)
            if fragment:
                assert f'id="{fragment}"' in target.read_text(encoding="utf-8"), (path, fragment)
    assert len(ids) == len(feeds)


def test_the_tables_of_the_past_are_exact(site: Site) -> None:
    """What each edition published, and every change with its reason."""
    rows = site.text("datos/revisiones/E1-01.csv").splitlines()
    assert rows[0] == f"ref_area,time_period,{NAME},current"
    assert "EJ-O,2024,9.5,91.5" in rows
    changes = site.text("datos/cambios.csv").splitlines()
    assert changes[1].startswith(f"E1-01,EJ-O,2024,9.5,91.5,2026-11-24,correction,{WHY}")


def test_a_change_without_a_reason_is_refused(root: Path, tmp_path: Path) -> None:
    """At its line, with the row to add; that row, completed, is all it takes."""
    assert run(root, "check", "--as-of", AS_OF).exit_code == 0
    change(root)
    done = run(root, "check", "--as-of", AS_OF)
    assert done.exit_code == EXIT_DATA
    assert "E804" in done.output
    proposed = done.output.partition("«E1-01,")[2].partition("»")[0]
    assert proposed == "EJ-O,2024,9.5,91.5,correction,2026-11-23,…,"
    assert build(root, tmp_path / "out").exit_code == EXIT_DATA
    row = f"E1-01,{proposed}".replace("…", WHY)
    with (root / "data/revisions.csv").open("a", encoding="utf-8") as table:
        table.write(f"{row}\n")
    assert run(root, "check", "--as-of", AS_OF).exit_code == 0


def test_a_frozen_file_that_was_changed_is_refused(root: Path, tmp_path: Path) -> None:
    """Figures by the check, the archive by the build; the last good site stays."""
    out = tmp_path / "out"
    assert build(root, out).exit_code == 0
    before = snapshot(out)
    archive = root / f"editions/{NAME}.tar.xz"
    body = archive.read_bytes()
    archive.write_bytes(body[:-1])
    done = build(root, out)
    assert (done.exit_code, "E812" in done.output) == (EXIT_DATA, True)
    archive.unlink()
    assert "E812" in build(root, out).output
    archive.write_bytes(body)
    figures = root / f"data/editions/{NAME}/figures.csv"
    figures.write_text(figures.read_text(encoding="utf-8").replace("9.5", "9.4"), encoding="utf-8")
    done = run(root, "check", "--as-of", AS_OF)
    assert (done.exit_code, "E801" in done.output) == (EXIT_DATA, True)
    assert snapshot(out) == before


def test_an_address_that_was_published_always_answers(root: Path, tmp_path: Path) -> None:
    """A renamed page is refused until its old address leads to the new one."""
    areas = root / "data/areas.csv"
    text = areas.read_text(encoding="utf-8")
    assert ",oeste," in text
    areas.write_text(text.replace(",oeste,", ",poniente,"), encoding="utf-8")
    for done in (run(root, "check", "--as-of", AS_OF), build(root, tmp_path / "out")):
        assert (done.exit_code, done.output.count("E809")) == (EXIT_DATA, 2)
    ledger = root / "data/urls.txt"
    lines = ledger.read_text(encoding="utf-8")
    for old in ("regiones/oeste/\n", "en/regions/oeste/\n"):
        new = old.replace("oeste", "poniente")
        lines = lines.replace(f"\n{old}", f"\n{old.strip()} -> {new}")
    ledger.write_text(lines, encoding="utf-8")
    done = build(root, tmp_path / "out")
    assert done.exit_code == 0, done.output
    moved = (tmp_path / "out/regiones/oeste/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh" content="0; url=../poniente/index.html"' in moved
    assert '<a href="../poniente/index.html">' in moved
    assert (tmp_path / "out/en/regions/oeste/index.html").is_file()
    # Who subscribed to its feed is told on, under the names that were given before.
    feed = ET.parse(tmp_path / "out/regiones/oeste/atom.xml").getroot()  # noqa: S314 - made above
    assert feed.findtext(f"{ATOM}id") == "urn:quipu:regiones/oeste/atom.xml"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["alternate"] == "../../regiones/poniente/index.html"


def test_an_edition_knows_its_own_address(root: Path, tmp_path: Path) -> None:
    """In its citation and its pages; an older one is cited at its own, too."""
    words = ("--base-url", "https://example.org/o/")
    done = run(root, "edition", "2026-12", "--as-of", "2026-12-31", *words)
    assert (done.exit_code, "--base-url" in done.output) == (0, False), done.output
    out = tmp_path / "out"
    assert run(root, "build", "--out", out, "--as-of", "2026-12-31", *words).exit_code == 0
    own = out / "ediciones/2026-12"
    data = (own / "datos/index.html").read_text(encoding="utf-8")
    assert "https://example.org/o/ediciones/2026-12/</p>" in data
    assert 'rel="canonical" href="https://example.org/o/ediciones/2026-12/datos/"' in data
    for page in (own, out):
        listed = (page / "ediciones/index.html").read_text(encoding="utf-8")
        assert f"https://example.org/o/{HOME}</p>" in listed


def test_the_same_facts_freeze_to_the_same_bytes(frozen: Path, tmp_path: Path) -> None:
    """Whoever freezes them, wherever."""
    again = copied(SMALL_ROOT, tmp_path / "elsewhere" / "root")
    assert freeze(again).exit_code == 0
    for path in (f"editions/{NAME}.tar.xz", "data/editions.csv", "data/urls.txt"):
        assert (again / path).read_bytes() == (frozen / path).read_bytes(), path


def test_a_second_edition_stands_beside_the_first(root: Path, tmp_path: Path) -> None:
    """Both answer, each leads to the other's list, and new addresses join the ledger."""
    done = freeze(root, "2026-12", "2026-12-31")
    assert done.exit_code == 0, done.output
    assert build(root, tmp_path / "out", "2026-12-31").exit_code == 0
    page = (tmp_path / "out/ediciones/2026-12/ediciones/index.html").read_text(encoding="utf-8")
    assert f'href="../../../{HOME}index.html"' in page
    assert f'href="../../../ediciones/{NAME}.tar.xz"' in page
    assert (tmp_path / f"out/ediciones/{NAME}.tar.xz").is_file()
    assert (tmp_path / f"out/{HOME}index.html").is_file()
    rows = (root / "data/editions.csv").read_text(encoding="utf-8").splitlines()
    assert [row.partition(",")[0] for row in rows[1:]] == [NAME, "2026-12"]


@pytest.mark.parametrize(
    ("name", "day", "words"),
    [
        (NAME, AS_OF, "ya existe"),
        ("primera", AS_OF, "no sirve como nombre"),
        ("2026-13", AS_OF, "no sirve como nombre"),
        ("../2026-12", AS_OF, "no sirve como nombre"),
        ("2026-10", "2026-10-31", "posterior a esta"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(
    frozen: Path, name: str, day: str, words: str
) -> None:
    """With what to do instead; nothing is written."""
    before = snapshot(frozen)
    done = freeze(frozen, name, day)
    assert (done.exit_code, words in done.output) == (EXIT_USAGE, True), done.output
    assert snapshot(frozen) == before


def test_a_reason_can_be_begun_from_the_edition(root: Path) -> None:
    """``new revision`` knows what was published and what stands."""
    change(root)
    words = ("--kind", "correction", "--reason-es", WHY)
    done = run(root, "new", "revision", "E1-01", "EJ-O", "2024", *words)
    assert done.exit_code == 0, done.output
    row = (root / "data/revisions.csv").read_text(encoding="utf-8").splitlines()[-1]
    assert row.startswith("E1-01,EJ-O,2024,9.5,91.5,correction,")
    assert run(root, "check").exit_code == 0


def test_a_root_that_cannot_be_written_keeps_what_it_has(root: Path) -> None:
    """A place that is taken: a sentence, no traceback, and no edition."""
    (root / "editions" / "2026-12.tar.xz").mkdir()
    done = freeze(root, "2026-12", "2026-12-31")
    assert (done.exit_code, "No se puede escribir" in done.output) == (EXIT_USAGE, True)
    assert run(root, "check", "--as-of", AS_OF).exit_code == 0


def test_an_edition_records_the_categories_that_it_published(tmp_path: Path) -> None:
    """With the version of the method; frozen again on the same day they are not repeated."""
    root = copied(SCORED_ROOT, tmp_path / "root")
    assert freeze(root).exit_code == 0
    table = "data/matrix-categories.csv"
    before = (SCORED_ROOT / table).read_text(encoding="utf-8").splitlines()
    rows = (root / table).read_text(encoding="utf-8").splitlines()
    assert rows[: len(before)] == before
    added = [row.split(",") for row in rows[len(before) :]]
    assert len(added) > 1
    assert {row[0] for row in added} == {AS_OF}
    assert all(row[2] and row[3] for row in added)
    assert freeze(root, f"{NAME}-b").exit_code == 0
    assert (root / table).read_text(encoding="utf-8").splitlines() == rows


def test_an_edition_is_of_what_git_keeps(tmp_path: Path) -> None:
    """Changes that are not committed belong to no revision, so they are refused."""
    root = copied(SMALL_ROOT, tmp_path / "root")
    for words in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *words], cwd=root, check=True)
    name = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *name, "commit", "-qm", "x"], cwd=root, check=True)
    change(root)
    done = freeze(root)
    assert (done.exit_code, "git commit" in done.output) == (EXIT_USAGE, True)
    assert not (root / "editions").exists()


def test_what_a_revision_of_git_published_is_held_against(tmp_path: Path) -> None:
    """Without any edition: ``check --base`` asks for the reason of what changes."""
    root, base = copied(SMALL_ROOT, tmp_path / "root"), copied(SMALL_ROOT, tmp_path / "base")
    assert run(root, "check", "--as-of", AS_OF, "--base", base).exit_code == 0
    change(root)
    assert run(root, "check", "--as-of", AS_OF).exit_code == 0
    done = run(root, "check", "--as-of", AS_OF, "--base", base)
    assert (done.exit_code, "E804" in done.output) == (EXIT_DATA, True)


@pytest.fixture(scope="module")
def registered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a root with registers, a figure of which is counted, and one edition."""
    root = minimal_root(tmp_path_factory.mktemp("registered") / "root")
    registers(root)
    counted(root)
    edit(INDICATORS, "sessions_held", "minimum_tasks")(root)
    edit(INDICATORS, "Wanted indicator,percent,1,percentage", "Wanted indicator,cases,0,count")(
        root
    )
    done = freeze(root, day=EARLY)
    assert done.exit_code == 0, done.output
    return root


def test_who_reports_a_fact_after_an_edition_edits_one_file(
    registered: Path, tmp_path: Path
) -> None:
    """The figure of the year is counted again: it is told and nobody is asked why."""
    root = tmp_path / "root"
    shutil.copytree(registered, root)
    row = "PE-AAA,T3,2024-07,done,Hizo seguimiento.,It followed up.,B,S2,,,,,\n"
    append(path_of("minimum_tasks"), row)(root)
    checked = run(root, "check", "--as-of", LATER)
    assert checked.exit_code == 0, checked.output
    note = next(line for line in checked.output.splitlines() if "N820" in line)
    assert note.startswith("data/registers/minimum_tasks.csv:4")
    assert f"XX-02, PE-AAA, 2024: se publicó 1 ({NAME}) y ahora se cuenta 2." in note
    assert build(root, tmp_path / "out", LATER).exit_code == 0
    for path, words in (
        ("cambios/index.html", "Se contó otra vez: cambió el registro Tareas mínimas."),
        ("en/changes/index.html", "It was counted again: the register Minimum tasks changed."),
        ("cambios/atom.xml", "Se contó otra vez: cambió el registro Tareas mínimas."),
        ("regiones/region-a/atom.xml", "Se contó otra vez"),
        ("datos/cambios.csv", f"XX-02,PE-AAA,2024,1,2,{LATER},revision,Se contó otra vez"),
    ):
        text = (tmp_path / "out" / path).read_text(encoding="utf-8")
        assert words in text, path
        assert "No se declaró una razón" not in text


def test_a_register_that_is_taken_away_asks_for_no_row_in_a_file_that_is_not(
    registered: Path, tmp_path: Path
) -> None:
    """What was counted in it is gone, and the note says so at a file that is there."""
    root = tmp_path / "root"
    shutil.copytree(registered, root)
    (root / path_of("minimum_tasks")).unlink()
    checked = run(root, "check", "--as-of", LATER)
    assert checked.exit_code == 0, checked.output
    lines = checked.output.splitlines()
    (note,) = (line for line in lines if "N820 XX-02, PE-AAA, 2024" in line)
    assert (root / note.partition(":")[0]).is_file()
