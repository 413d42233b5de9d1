"""Input far beyond any use ends in a clear message, in time: nothing hangs, nothing floods."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.e2e.builds import command
from tests.faults.builds import limited
from tests.roots import (
    AREAS,
    FILES,
    LIVE,
    METHOD,
    METHOD_FILE,
    SITE,
    WORDS,
    Change,
    append,
    minimal_root,
    replace,
    write,
)

_MILLION = 1_000_000
_HEAD = FILES[LIVE].split("\n", 1)[0] + "\n"
_HUGE = "x" * (10 * _MILLION)
_GROUPS = "".join(f'[[group]]\nid = "G{n}"\nparent = "YY"\n' for n in range(2_500))
_LONGEST_TOLD = 2_000_000
"""Characters of all findings together: what a person may still scroll through."""


def checked(root: Path) -> subprocess.CompletedProcess[str]:
    """Check a root, within a time and a memory that any machine has."""
    return limited(f"-v {4 * _MILLION}", command("--root", root, "check"))


def deep(root: Path) -> None:
    """Change: add folders within folders."""
    (root / "data" / Path(*["a"] * 500)).mkdir(parents=True)


def many_tables(root: Path) -> None:
    """Change: add three thousand tables of no indicator."""
    for number in range(3_000):
        write(f"data/indicators/ZZ-{number:04}.csv", FILES[LIVE])(root)


def many_documents(root: Path) -> None:
    """Change: add three thousand comments on no region."""
    for number in range(3_000):
        write(f"content/regions/PE-A{number:04}.es.md", "---\nauthor_role: x\n---\n")(root)


LARGE: dict[str, tuple[Change, str]] = {
    "a million bad rows": (write(LIVE, _HEAD + "X,Y,Z,,,,,A,A,S1,,,\n" * (_MILLION - 1)), "E238"),
    "a million rows cut short": (write(LIVE, _HEAD + "x,y\n" * (_MILLION - 1)), "E238"),
    "a million bad areas": (write(AREAS, FILES[AREAS] + "x\n" * (_MILLION - 9)), "E238"),
    "many equal rows": (append(LIVE, "PE-AAA,2023,1,,,,,A,A,S1,,,\n" * 100_000), "E238"),
    "more than a million rows": (write(LIVE, _HEAD + "a\n" * (_MILLION + 1)), "E228"),
    "more than 50 MB": (write(LIVE, _HEAD + "a" * (50 * _MILLION)), "E106"),
    "a cell of 10 MB": (replace(LIVE, "Nota sintética", _HUGE), "E215"),
    "a line of 10 MB": (append(LIVE, _HUGE), "E206"),
    "quotes of 10 MB": (append(LIVE, '"' * (10 * _MILLION)), "E206"),
    "a header of 10 MB": (write(LIVE, "," * (10 * _MILLION)), "E230"),
    "settings of 10 MB": (replace(SITE, "Sitio sintético", _HUGE), "E413"),
    "a long setting": (replace(SITE, "Sitio sintético", "x" * 90_000), "E503"),
    "settings that nest": (append(SITE, "x = " + "[" * 90_000), "E501"),
    "thousands of settings": (append(SITE, "".join(f"k{n} = 1\n" for n in range(10_000))), "E502"),
    "thousands of groups": (write(METHOD_FILE, METHOD + _GROUPS), "E504"),
    "a document of 10 MB": (append(WORDS, _HUGE), "E413"),
    "a map that nests": (write("data/geo/x.topo.json", "[" * (5 * _MILLION)), "E601"),
    "folders within folders": (deep, "E117"),
    "thousands of tables": (many_tables, "E323"),
    "thousands of documents": (many_documents, "E410"),
}


@pytest.mark.parametrize("name", LARGE)
def test_large_input_is_told(name: str, tmp_path: Path) -> None:
    """A finding, exit code 1, no traceback, and no more words than a person can look through."""
    change, code = LARGE[name]
    root = minimal_root(tmp_path)
    change(root)
    done = checked(root)
    assert done.returncode == 1, done.stderr
    assert f" {code} " in done.stdout
    assert "Traceback" not in done.stderr
    assert len(done.stdout) < _LONGEST_TOLD


def test_a_long_table_that_is_in_order(tmp_path: Path) -> None:
    """A hundred thousand rows of five hundred areas are read like ten."""
    root = minimal_root(tmp_path)
    areas = [f"PE-X{number:03}" for number in range(500)]
    rows = (f"{area},region,PE,,r-{area.lower()},Región {area},Region {area}\n" for area in areas)
    append(AREAS, "".join(rows))(root)
    periods = [f"{1930 + number // 4}-Q{number % 4 + 1}" for number in range(200)]
    values = (f"{area},{period},1.5,,,,,A,A,S1,,,\n" for area in areas for period in periods)
    append(LIVE, "".join(values))(root)
    done = checked(root)
    assert done.returncode == 0, done.stdout[:2_000]
