"""The list of published files."""

from __future__ import annotations

import json
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.publish.manifest import BuildInfo, FileRecord, Manifest, ManifestError

BUILD = BuildInfo(version="1.2", as_of=date(2025, 1, 31), commit="abc")
RECORDS = st.builds(
    FileRecord,
    path=st.text(st.characters(exclude_categories=["Cs"])),
    size_bytes=st.integers(min_value=0),
    sha256=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
)


@given(st.lists(RECORDS, max_size=5), st.randoms())
def test_what_is_written_is_read_back(records: list[FileRecord], rng: Random) -> None:
    """Any manifest survives the way to JSON and back, and order of input does not matter."""
    manifest = Manifest.of(records, BUILD)
    shuffled = list(records)
    rng.shuffle(shuffled)
    assert Manifest.parse(manifest.to_json()) == manifest
    assert Manifest.of(shuffled, BUILD).to_json() == manifest.to_json()
    assert manifest.size_bytes == sum(r.size_bytes for r in records)


def test_the_published_form() -> None:
    """Others read this file: its keys and their order are a promise."""
    records = [
        FileRecord(path="b/ñ.html", size_bytes=2, sha256="0" * 64),
        FileRecord(path="a.css", size_bytes=1, sha256="f" * 64),
    ]
    text = Manifest.of(records, BUILD).to_json()
    assert json.loads(text) == {
        "generator": "quipu",
        "format": 1,
        "version": "1.2",
        "as_of": "2025-01-31",
        "commit": "abc",
        "files": [
            {"path": "a.css", "bytes": 1, "sha256": "f" * 64},
            {"path": "b/ñ.html", "bytes": 2, "sha256": "0" * 64},
        ],
    }
    assert text.splitlines()[7] == f'  {{"path": "a.css", "bytes": 1, "sha256": "{"f" * 64}"}},'
    assert text.endswith("}\n")


HEAD = '{"generator": "quipu", "format": 1, "version": "1", "as_of": "2025-01-31", "commit": ""'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"generator": "hugo", "format": 1}',
        '{"generator": "quipu", "format": 2}',
        '{"generator": "quipu", "format": 1}',
        HEAD + "}",
        HEAD + ', "files": 3}',
        HEAD + ', "files": [3]}',
        HEAD + ', "files": [{"path": "a"}]}',
        HEAD.replace("01-31", "02-31") + ', "files": []}',
        HEAD.replace('"2025-01-31"', "7") + ', "files": []}',
        "[" * 100_000,
    ],
)
def test_what_is_no_manifest_of_ours(text: str) -> None:
    """Other JSON, cut files and other formats are refused."""
    with pytest.raises(ManifestError):
        Manifest.parse(text)


def test_an_empty_list_of_files_is_a_manifest() -> None:
    """The shortest manifest, to show that the heads above are refused for their faults."""
    assert Manifest.parse(HEAD + ', "files": []}').files == ()
