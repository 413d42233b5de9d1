"""A warm cache never shows: after any change the site is what it would be without one.

The builds run in this process, on small synthetic roots.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path

import pytest

from quipu.charts import KINDS, FolderStore, Frame, NoCache, frame_of, kept_map
from quipu.make import engine, stores
from quipu.make import setting as setting_module
from quipu.make.setting import generator_digest
from quipu.pages import charts as charts_of_pages
from quipu.pages.grounds import map_request
from quipu.pipeline import Options, build, check
from quipu.publish.manifest import Manifest
from quipu.store import Store
from tests.e2e.builds import (
    AS_OF,
    MAP_ROOT,
    REPOSITORY,
    built,
    changed_row,
    command,
    copied,
    environment,
    whole_site,
)
from tests.e2e.builds import SMALL_ROOT as SIX_REGIONS
from tests.roots import Change, both, replace, write

SCORED = REPOSITORY / "tests" / "golden" / "scored-regions" / "input"
"""Scores, peers, references and the matrix: what one indicator says rests on others too."""
DAY = date.fromisoformat(AS_OF)
COMMENTARY = "content/regions/XX-RA.es.md"
TEMPLATES = REPOSITORY / "templates"


@pytest.fixture(scope="module", autouse=True)
def _one_set_of_frames() -> Iterator[None]:
    """Let the builds that keep nothing share what Vega draws anew each time, for a second."""
    # Drawn here at once: a process in which the engine runs starts no other for it.
    frames = {kind: frame_of(kind, NoCache()) for kind in KINDS}

    def drawn(kind: str, store: Store) -> Frame:
        return frames[kind] if isinstance(store, NoCache) else frame_of(kind, store)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "frame_of", drawn)
        yield


def made(root: Path, out: Path, *, use_cache: bool = True, as_of: date = DAY) -> Manifest:
    """Build in this process and return the manifest of what was published."""
    build(Options(root=root, out=out, as_of=as_of, use_cache=use_cache))
    return whole_site(out)


def entries(root: Path) -> list[Path]:
    """Every entry of a root's cache."""
    return sorted(p for p in (root / ".cache" / "quipu").iterdir() if p.is_file())


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a scored root with a commentary, built once: its cache holds everything."""
    root = copied(SCORED, tmp_path_factory.mktemp("warm") / "root")
    write(
        COMMENTARY,
        "---\ntitle: Texto sintético\nauthor_role: Pruebas\ndate: 2025-01-15\n---\nUna palabra.\n",
    )(root)
    made(root, root.parent / "site")
    return root


@pytest.fixture
def root(warm: Path, tmp_path: Path) -> Path:
    """Return a copy of the warm root with its cache."""
    return Path(shutil.copytree(warm, tmp_path / "root"))


@pytest.fixture
def before(warm: Path) -> Manifest:
    """Return the manifest of the warm root's site."""
    return whole_site(warm.parent / "site")


def own_copy(name: str, old: str, new: str) -> Change:
    """Change: give the root a copy of a file of the repository's templates, with a change."""
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    assert old in text
    return write(f"templates/{name}", text.replace(old, new, 1))


CHANGES: dict[str, Change] = {
    "a row": replace("data/indicators/W-02.csv", "XX-RB,2024,90,45,50", "XX-RB,2024,80,40,50"),
    "a row that peers rest on": replace(
        "data/indicators/W-01.csv", "XX-RA,2024,3.0", "XX-RA,2024,0.5"
    ),
    "a row that scores rest on": replace(
        "data/indicators/W-05.csv", "XX-RA,2024,1,", "XX-RA,2024,4,"
    ),
    "a word of an indicator": replace(
        "content/indicators/W-01.es.md", "Cifra inventada", "Cifra imaginada"
    ),
    "a word of a commentary": replace(COMMENTARY, "Una palabra.", "Otra palabra."),
    "a template": own_copy("parts/cards.html", "<li><p>", '<li><p class="small">'),
    "another template": own_copy("pages/indicator.html", "<section id=", '<section class="x" id='),
    "a style sheet": own_copy("assets/quipu.css", "{", "{--own:1;"),
    "a translation": own_copy("locales/en.po", 'msgstr "Areas', 'msgstr "Other areas'),
    "the method, with its version": both(
        replace("data/method.toml", 'version = "2.1"', 'version = "2.2"'),
        replace("data/method.toml", "seed = 20210618", "seed = 1"),
        replace("data/method.toml", "count = 3", "count = 2"),
    ),
    "the matrix": replace("data/matrix.toml", 'levels_es = ["bajas"', 'levels_es = ["ínfimas"'),
    "a name of an area": replace("data/areas.csv", "alfa,Alfa,Alfa", "alfa,Álef,Aleph"),
    "a source": replace("data/sources.csv", "2025-02-01", "2025-03-01"),
    "the settings": replace("content/site.toml", '["W-03"]', '["W-01"]'),
    "an indicator": replace("data/indicators.csv", "target:80", "target:60"),
    "a unit": replace("data/units.csv", "%", "% de"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_shown_wherever_it_matters(
    change: Change, root: Path, before: Manifest, tmp_path: Path
) -> None:
    """With the cache of before the change the site equals one that is made without a cache."""
    change(root)
    after = made(root, tmp_path / "warm" / "site")
    assert after != before
    assert after == made(root, tmp_path / "clean" / "site", use_cache=False)


def test_another_day_is_shown(root: Path, before: Manifest, tmp_path: Path) -> None:
    """``--as-of`` decides which figures are out of date, and is written on every page."""
    day = date(2027, 6, 30)
    after = made(root, tmp_path / "warm" / "site", as_of=day)
    assert after != before
    assert after == made(root, tmp_path / "clean" / "site", use_cache=False, as_of=day)


def test_peers_of_another_indicator_change_a_page(root: Path, tmp_path: Path) -> None:
    """The row that peers rest on is not of the indicator that is set beside them."""
    page = "indicadores/W-04/index.html"
    made(root, tmp_path / "site")
    old = (tmp_path / "site" / page).read_bytes()
    CHANGES["a row that peers rest on"](root)
    made(root, tmp_path / "site")
    assert (tmp_path / "site" / page).read_bytes() != old


def test_another_generator_takes_nothing_from_the_one_before(
    root: Path, before: Manifest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code that writes other words is another generator, whose pages show them all."""
    monkeypatch.setattr(charts_of_pages, "_range_text", lambda _language, _panel: "De otro modo.")
    monkeypatch.setattr(setting_module, "generator_digest", lambda: "another")
    after = made(root, tmp_path / "warm" / "site")
    assert after != before
    assert after == made(root, tmp_path / "clean" / "site", use_cache=False)


@pytest.mark.parametrize(
    "module",
    [
        *("pages/cards.py", "pages/indicator.py", "prose/sentences.py", "views/__init__.py"),
        *("charts/strip.py", "compare.py", "score/judge.py", "i18n/numbers.py", "make/press.py"),
    ],
)
def test_the_digest_of_the_generator_covers_its_code(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed byte in any module that decides a page is another generator."""
    before = generator_digest()
    target = REPOSITORY / "quipu" / module
    assert target.is_file()
    read_bytes = Path.read_bytes
    monkeypatch.setattr(
        Path,
        "read_bytes",
        lambda path: read_bytes(path) + (b"#" if path == target else b""),
    )
    assert generator_digest() != before


@pytest.mark.parametrize(
    "package", ["altair", "babel", "jinja2", "markdown", "nh3", "numpy", "vl-convert-python"]
)
def test_the_digest_of_the_generator_covers_its_packages(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version of what writes pages, or draws what stands in them, is another generator."""
    before = generator_digest()
    monkeypatch.setattr(
        setting_module, "version", lambda name: "999" if name == package else version(name)
    )
    assert generator_digest() != before


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda body: body[: len(body) // 2],
    "empty": lambda _: b"",
    "reversed": lambda body: body[::-1],
    "edited": lambda body: body[:-3] + bytes([body[-3] ^ 1]) + body[-2:],
    "no text": lambda _: b"\xff\xfe\x00" * 40,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_entry_counts_as_absent(
    damage: Callable[[bytes], bytes], root: Path, before: Manifest, tmp_path: Path
) -> None:
    """Of frames, pieces, pages, templates and facts alike: made anew, and mended."""
    good = {path: path.read_bytes() for path in entries(root)}
    # Of all that is kept: frames, tables of slices in two languages, templates, facts.
    assert len(good) >= 30
    assert sum("-" in path.name for path in good) == 10
    for path, body in good.items():
        path.write_bytes(damage(body))
    assert made(root, tmp_path / "site") == before
    assert {path: path.read_bytes() for path in good} == good


def test_an_entry_in_the_place_of_another_counts_as_absent(
    root: Path, before: Manifest, tmp_path: Path
) -> None:
    """The tables of two indicators were swapped: neither shows the figures of the other."""
    tables = [path for path in entries(root) if path.name.endswith("-es")]
    bodies = [path.read_bytes() for path in tables]
    for path, body in zip(tables, bodies[1:] + bodies[:1], strict=True):
        path.write_bytes(body)
    assert made(root, tmp_path / "site") == before


def test_a_cache_may_be_deleted_at_any_time(root: Path, before: Manifest, tmp_path: Path) -> None:
    """All of it, or every second entry."""
    for path in entries(root)[::2]:
        path.unlink()
    assert made(root, tmp_path / "site") == before
    shutil.rmtree(root / ".cache")
    assert made(root, tmp_path / "site") == before
    assert len(entries(root)) >= 30


def test_a_cache_stays_below_its_limit(
    root: Path, before: Manifest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What does not fit is made anew, build after build, and the site is the same."""
    limit = 150_000
    assert sum(path.stat().st_size for path in entries(root)) > limit
    monkeypatch.setattr(stores, "FolderStore", partial(FolderStore, limit_bytes=limit))
    shutil.rmtree(root / ".cache")
    for _ in range(2):
        assert made(root, tmp_path / "site") == before
        assert 0 < sum(path.stat().st_size for path in entries(root)) <= limit


def test_two_builds_may_share_a_cache(root: Path, before: Manifest, tmp_path: Path) -> None:
    """At once, from an empty cache: both give the right site, and leave a sound cache."""
    shutil.rmtree(root / ".cache")
    outs = [tmp_path / name / "site" for name in ("one", "other")]
    builds = [
        subprocess.Popen(
            command("--root", root, "build", "--out", out, "--as-of", AS_OF),
            cwd=REPOSITORY,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for out in outs
    ]
    said = [one.communicate(timeout=120)[1] for one in builds]
    assert [one.returncode for one in builds] == [0, 0], said
    assert [whole_site(out) for out in outs] == [before, before]
    assert not [path for path in entries(root) if path.name.startswith("tmp-")]
    assert made(root, tmp_path / "third" / "site") == before


def test_a_warm_build_takes_its_pages_from_the_cache(
    root: Path, before: Manifest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing changed no card and no page of an indicator is made again."""

    def refuse(*_: object) -> str:
        pytest.fail("a piece was made although it was kept")

    # The key figures above the cards are written each time, and speak of no range.
    monkeypatch.setattr("quipu.pages.cards._card", refuse)
    monkeypatch.setattr("quipu.make.press.indicator_pages", refuse)
    assert made(root, tmp_path / "site") == before


def test_damaged_entries_of_a_map_are_drawn_again(tmp_path: Path) -> None:
    """Outlines too: cut, mixed up or empty entries count as absent, and are replaced."""
    root = copied(MAP_ROOT, tmp_path / "root")
    first = made(root, tmp_path / "site")
    outlines = map_request(check(root, DAY).catalog)
    assert outlines is not None
    assert kept_map(outlines, stores.store_of(root)) is not None
    good = {path: path.read_bytes() for path in entries(root)}
    for number, (path, body) in enumerate(good.items()):
        path.write_bytes(list(DAMAGES.values())[number % len(DAMAGES)](body))
    assert made(root, tmp_path / "site") == first
    assert {path: path.read_bytes() for path in good} == good


def test_a_changed_row_is_shown_by_the_command(tmp_path: Path) -> None:
    """As a person builds: a process each, a row changed between them."""
    root = copied(SIX_REGIONS, tmp_path / "root")
    before = built(root, tmp_path / "site")
    changed_row(root)
    warm = built(root, tmp_path / "site")
    assert warm == built(copied(root, tmp_path / "clone"), tmp_path / "clean", "--no-cache")
    assert warm != before


def test_a_cache_that_cannot_be_written_is_no_help_and_no_harm(tmp_path: Path) -> None:
    """A file stands where the cache's folder would: even the superuser cannot write there."""
    root = copied(SIX_REGIONS, tmp_path / "root")
    first = made(root, tmp_path / "site", use_cache=False)
    (root / ".cache").write_text("not a folder")
    assert made(root, tmp_path / "site") == first
    assert (root / ".cache").read_text() == "not a folder"
