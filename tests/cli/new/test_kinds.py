"""What every kind promises: it passes the check, adds and never takes away, and asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from quipu.cli import EXIT_DATA, EXIT_USAGE
from quipu.new import KINDS
from tests.cli.new import facts
from tests.cli.new.facts import Told
from tests.cli.new.roots import (
    copied,
    errors_of,
    files_of,
    in_the_synthetic_root,
    run,
    small,
    versioned,
)
from tests.roots import append, remove, replace

TOLD = in_the_synthetic_root()
PROMPTED = sorted(TOLD.keys() - {"words"})
"""The kinds that have something to ask."""


def root_for(kind: str, folder: Path) -> Path:
    """A synthetic root in which something of this kind can be begun."""
    root = versioned(folder) if kind == "version" else small(folder)
    if kind == "words":
        remove("content/indicators/XX-01.en.md")(root)
    return root


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_begun_passes_the_check(kind: str, tmp_path: Path) -> None:
    """At once and without a word more; what was there keeps every byte it had."""
    root = root_for(kind, tmp_path)
    before = files_of(root)
    done = run(root, kind, *TOLD[kind].words())
    assert done.exit_code == 0, done.output
    assert errors_of(root) == []
    after = files_of(root)
    assert {path for path in before if not after[path].startswith(before[path])} == set()
    added = {path for path in after if after[path] != before.get(path)}
    assert added
    assert all(path in done.output for path in added)


REAL = {
    **facts.REAL,
    "source": Told(arguments=[], options={"--title": "Prueba", "--publisher": "Prueba"}),
    "period": Told(arguments=["TR-01", "2022"], options={"--source": "S44"}),
    "indicator": Told(
        arguments=["FI-99"],
        options={
            "--group": "FI",
            "--name-es": "Prueba",
            "--unit": "percent",
            "--type": "percentage",
            "--direction": "higher",
        },
    ),
    "words": Told(arguments=["FI-03"], options={}),
    "commentary": Told(arguments=["tacna"], options={"--author-role-es": "Equipo de prueba"}),
    "update": Told(arguments=[], options={"--title-es": "Prueba de novedad"}),
    "page": Told(arguments=["method"], options={"--title-es": "Prueba"}),
    "unit": Told(arguments=["km"], options={"--position": "suffix", "--name-es": "kilómetros"}),
    "area": Told(
        arguments=["PE-XXX"],
        options={"--kind": "province", "--name-es": "Prueba", "--parent": "PE"},
    ),
    "version": Told(arguments=[], options={"--note-es": "Prueba"}),
    "revision": Told(
        arguments=["CX-01", "PE-AMA", "2025"],
        options={
            "--kind": "revision",
            "--reason-es": "Prueba: una razón de prueba.",
            "--before": "1",
        },
    ),
}
"""The least that has to be said in the repository's own root; plainly a test, never published."""


@pytest.mark.parametrize("kind", KINDS)
def test_in_a_copy_of_the_real_root_too(kind: str, tmp_path: Path) -> None:
    """With the least that must be said, what is begun brings no error into the real data."""
    root = copied(tmp_path)
    if kind in ("page", "words"):
        for language in ("es", "en"):
            name = {"page": "pages/method", "words": "indicators/FI-03"}[kind]
            remove(f"content/{name}.{language}.md")(root)
    if kind == "version":
        replace("data/method.toml", 'version = "1.0"', 'version = "1.1"')(root)
    done = run(root, kind, *REAL[kind].words())
    assert done.exit_code == 0, done.output
    assert errors_of(root) == []


@pytest.mark.parametrize("kind", PROMPTED)
def test_questions_and_options_give_the_same_files(kind: str, tmp_path: Path) -> None:
    """Whoever answers questions gets, byte for byte, what whoever writes options gets."""
    said, asked = root_for(kind, tmp_path / "said"), root_for(kind, tmp_path / "asked")
    assert run(said, kind, *TOLD[kind].words()).exit_code == 0
    done = run(asked, kind, answers=TOLD[kind].answers())
    assert done.exit_code == 0, done.output
    assert files_of(said) == files_of(asked)


TWICE = {
    **dict.fromkeys(("page", "commentary", "update", "words", "practice", "reply"), "E853"),
    **dict.fromkeys(("session", "function", "commission"), "E622"),
    **dict.fromkeys(("agreement", "request"), "E301"),
    "version": "E859",
}
"""The code of what is there already; E854 unless it stands here."""


@pytest.mark.parametrize("kind", KINDS)
def test_twice_is_refused(kind: str, tmp_path: Path) -> None:
    """What is there already is named with its place, and nothing is written."""
    root = root_for(kind, tmp_path)
    assert run(root, kind, *TOLD[kind].words()).exit_code == 0
    before = files_of(root)
    done = run(root, kind, *TOLD[kind].words())
    assert done.exit_code == EXIT_DATA
    assert files_of(root) == before
    assert TWICE.get(kind, "E854") in done.stdout
    assert "No se escribió nada." in done.stderr


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["es", "en"])
def test_every_kind_explains_itself(kind: str, lang: str, tmp_path: Path) -> None:
    """``--help`` says what is written and what each option is, in the language asked for."""
    done = run(small(tmp_path), kind, "--help", lang=lang)
    assert done.exit_code == 0
    assert KINDS[kind].says[lang] in " ".join(done.output.split())
    assert KINDS[kind].says["en"] != KINDS[kind].says["es"]


def test_the_kinds_are_listed(tmp_path: Path) -> None:
    """``new`` alone names what can be begun."""
    done = run(small(tmp_path))
    assert all(f"\n  {kind} " in done.output for kind in KINDS)


@pytest.mark.parametrize(("lang", "said"), [("es", "Use: period"), ("en", "Use: period")])
def test_a_kind_that_does_not_exist(lang: str, said: str, tmp_path: Path) -> None:
    """The one that is meant is named."""
    done = run(small(tmp_path), "perod", lang=lang)
    assert done.exit_code == EXIT_USAGE
    assert said in done.output


def test_without_a_root(tmp_path: Path) -> None:
    """A folder that is not there is told in a sentence."""
    done = run(tmp_path / "nada", "source")
    assert done.exit_code == EXIT_USAGE
    assert "No existe la carpeta" in done.output


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["period", "XX-1", "2024"], "XX-01 (Porcentaje sintético)"),
        (["period", "XX-01", "2024", "--source", "S3"], "S1 (Título sintético)"),
        (["commentary", "Region sintetica Z"], "PE-AAA (Región sintética A)"),
        (["indicator", "XX-09", "--unit", "percnt"], "percent"),
        (["indicator", "XX-09", "--type", "percent"], "percentage"),
        (["page", "abut"], "about"),
    ],
)
def test_a_code_that_does_not_exist(words: list[str], code: str, tmp_path: Path) -> None:
    """What may be meant is named; nothing is asked and nothing written."""
    root = small(tmp_path)
    before = files_of(root)
    done = run(root, *words)
    assert done.exit_code == EXIT_USAGE
    assert code in " ".join(done.output.split())
    assert files_of(root) == before


@pytest.mark.parametrize("text", ["=1+1", "<b>", "a\tb", "x" * 2_001])
def test_an_answer_that_no_cell_may_hold(text: str, tmp_path: Path) -> None:
    """Formulas, marks, tabs and very long texts are refused before they are in a file."""
    root = small(tmp_path)
    before = files_of(root)
    done = run(root, "source", "S3", "--publisher", "x", "--title", text)
    assert done.exit_code == EXIT_USAGE
    assert "--title" in done.output
    assert files_of(root) == before


def test_what_the_check_would_refuse_is_not_written(tmp_path: Path) -> None:
    """A code that is of the right form and still wrong is told with its place to be."""
    root = small(tmp_path)
    before = files_of(root)
    words = ("area", "PE-DDD", "--kind", "region", "--name-es", "D", "--slug", "region-a")
    done = run(root, *words)
    assert done.exit_code == EXIT_DATA
    assert "data/areas.csv:7:17 E301" in done.stdout
    assert files_of(root) == before


def test_other_faults_do_not_stop_anybody(tmp_path: Path) -> None:
    """A root with an error elsewhere takes a source: only what is new counts."""
    root = small(tmp_path)
    append("data/indicators/XX-01.csv", "PE-ZZZ,2023,1,,,,,A,A,S1,,,\n")(root)
    done = run(root, "source", *TOLD["source"].words())
    assert done.exit_code == 0
    assert "PE-ZZZ" not in done.output


def test_the_reason_of_a_change(tmp_path: Path) -> None:
    """From the value that was published, which has to be known, to the one that stands."""
    root = small(tmp_path)
    assert run(root, "revision", *TOLD["revision"].words()).exit_code == 0
    row = (root / "data/revisions.csv").read_text(encoding="utf-8").splitlines()[1].split(",")
    assert row[:6] == ["XX-01", "PE-AAA", "2024", "50.5", "51.0", "correction"]
    assert row[6:] == ["2025-05-31", "Razón sintética y larga.", "A synthetic reason."]
    without = [word for word in TOLD["revision"].words() if word not in ("--before", "50.5")]
    done = run(root, "revision", *without)
    assert (done.exit_code, "--before E211" in done.stdout) == (EXIT_DATA, True)


def test_a_version_needs_a_method(tmp_path: Path) -> None:
    """A root without one has nothing to record."""
    done = run(small(tmp_path), "version", *TOLD["version"].words())
    assert done.exit_code == EXIT_DATA
    assert "data/method.toml E107" in done.stdout


def test_a_version_waits_for_the_other_errors(tmp_path: Path) -> None:
    """Mending them may give another fingerprint: they are told, and nothing is recorded."""
    root = versioned(tmp_path)
    append("data/indicators/XX-01.csv", "PE-ZZZ,2023,1,,,,,A,A,S1,,,\n")(root)
    before = files_of(root)
    done = run(root, "version", *TOLD["version"].words())
    assert done.exit_code == EXIT_DATA
    assert "PE-ZZZ" in done.stdout
    assert files_of(root) == before
