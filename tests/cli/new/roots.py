"""Roots to begin something in, and what each kind needs to be told."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from quipu.cli import cli
from quipu.new import KINDS
from tests.cli.new.facts import INSTITUTIONS, SYNTHETIC, TOPICS, Told
from tests.roots import METHOD_FILE, minimal_root, replace, rulebook, write

REPOSITORY = Path(__file__).resolve().parents[3]

UNITS = (
    "code,position,short_es,short_en,one_es,one_en,name_es,name_en\n"
    "percent,suffix,%,%,,,porcentaje,percentage\n"
    "cases,suffix,casos,cases,caso,case,casos,cases\n"
)
"""A ``data/units.csv`` of the synthetic root."""


def copied(folder: Path) -> Path:
    """Copy the data and texts of the repository."""
    for name in ("data", "content"):
        shutil.copytree(REPOSITORY / name, folder / name)
    return folder


def small(folder: Path) -> Path:
    """Write the synthetic root, with the units and institutions that it names."""
    write("data/units.csv", UNITS)(minimal_root(folder))
    write("data/registers/institutions.csv", INSTITUTIONS)(folder)
    write("data/registers/topics.csv", TOPICS)(folder)
    return folder


def versioned(folder: Path) -> Path:
    """Write the synthetic root with a method whose version is not recorded."""
    root = ruled(folder)
    replace(METHOD_FILE, '"1.2"', '"1.3"')(root)
    return root


def ruled(folder: Path) -> Path:
    """Write the synthetic root with a method and a matrix, all in order."""
    root = small(folder)
    rulebook(root)
    return root


def run(root: Path, *words: str, answers: str | None = None, lang: str = "es") -> Result:
    """Run ``build.py new`` with the words of a person, and the answers in the order given."""
    arguments = ["--root", str(root), "--lang", lang, "new", *words]
    return CliRunner().invoke(cli, arguments, input=answers, catch_exceptions=False)


def files_of(root: Path) -> dict[str, bytes]:
    """Every file below a root, hidden ones too, byte for byte."""
    paths = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def errors_of(root: Path, *words: str) -> list[str]:
    """The lines of the check that tell of an error."""
    done = CliRunner().invoke(cli, ["--root", str(root), "check", *words])
    return [line for line in done.stdout.splitlines() if re.search(r" E[0-9]{3} ", line)]


def in_the_synthetic_root() -> Mapping[str, Told]:
    """What to say of each kind, so that every question is answered."""
    told = {
        "source": Told(
            arguments=["S3"],
            options={
                "--title": "Título sintético, tercero",
                "--publisher": "Entidad sintética",
                "--url": "https://example.org/3",
                "--published": "2024-05",
                "--accessed": "2025-01-31",
                "--licence": "CC0",
                "--note": "Nota sintética",
            },
        ),
        "period": Told(
            arguments=["XX-01", "2021"],
            options={"--source": "S1 S2", "--from": "", "--quality": "B"},
        ),
        "indicator": Told(
            arguments=["XX-09"],
            options={
                "--group": "XX",
                "--name-es": "Indicador sintético: nuevo",
                "--name-en": "Synthetic indicator",
                "--unit": "percent",
                "--type": "percentage",
                "--direction": "lower",
                "--decimals": "1",
                "--scope": "department",
                "--frequency": "annual",
                "--owner": "Entidad sintética",
            },
        ),
        "words": Told(arguments=["XX-01"], options={}),
        "commentary": Told(
            arguments=["PE-CCC"],
            options={
                "--author-role-es": "Equipo sintético",
                "--author-role-en": "Synthetic team",
                "--date": "2024-03-31",
                "--title-es": "Título «sintético»: uno",
                "--title-en": "Synthetic title",
            },
        ),
        "update": Told(
            arguments=["sintetica"],
            options={
                "--title-es": "Novedad sintética",
                "--title-en": "Synthetic update",
                "--date": "2024-03-31",
            },
        ),
        "page": Told(
            arguments=["about"],
            options={"--title-es": "Página sintética", "--title-en": "Synthetic page"},
        ),
        "unit": Told(
            arguments=["km"],
            options={
                "--position": "suffix",
                "--name-es": "kilómetros",
                "--name-en": "kilometres",
                "--short-es": "km",
                "--short-en": "km",
                "--one-es": "km",
                "--one-en": "km",
            },
        ),
        "area": Told(
            arguments=["PE-DDD"],
            options={
                "--kind": "region",
                "--name-es": "Región sintética D",
                "--name-en": "Synthetic region D",
                "--parent": "PE",
                "--members": "",
                "--slug": "region-d",
            },
        ),
        "version": Told(
            arguments=[], options={"--note-es": "Cambio sintético", "--note-en": "Synthetic change"}
        ),
    }
    told["revision"] = Told(
        arguments=["XX-01", "PE-AAA", "2024"],
        options={
            "--kind": "correction",
            "--reason-es": "Razón sintética y larga.",
            "--reason-en": "A synthetic reason.",
            "--before": "50.5",
            "--date": "2025-05-31",
        },
    )
    told |= SYNTHETIC
    assert told.keys() == KINDS.keys()
    return told
