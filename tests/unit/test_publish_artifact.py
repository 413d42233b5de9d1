"""What a path of the site may be."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.artifact import Artifact, ArtifactPathError, path_key


def artifact(path: str) -> Artifact:
    """Return an empty artifact."""
    return Artifact(path=path, body=b"", media_type="text/html")


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        ".nojekyll",
        "_headers",
        "regiones/cusco/index.html",
        "en/regions/áncash/index.html",
        "indicadores/CX-03/index.html",
        "console/communion.html",
        "a..b/c...d",
    ],
)
def test_plain_paths_are_fine(path: str) -> None:
    """Relative paths with forward slashes, in any script."""
    assert artifact(path).path == path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/index.html",
        "//host/x",
        "a//b",
        "a/",
        ".",
        "..",
        "../x",
        "a/../b",
        "a/./b",
        "a\\b",
        "C:/x",
        "C:x",
        "a\0b",
        "a\nb",
        "a\x7fb",
        "a\u2028b",
        "a?b",
        "a*b",
        'a"b',
        "a|b",
        "a<b",
        "con",
        "CON",
        "a/Aux.html",
        "nul.tar.gz",
        "COM1",
        "lpt9.txt",
        "con .txt",
        "COM¹",
        "a.",
        "a /b",
        "a./b",
        "a\ud800b",
        "x" * 256,
        "ñ" * 128,
    ],
)
def test_paths_that_would_not_work_everywhere_are_refused(path: str) -> None:
    """Whatever leads out of the site, or that some system cannot store or serve."""
    with pytest.raises(ArtifactPathError, match="artifact path "):
        artifact(path)


@given(st.text(alphabet=st.sampled_from("ab./\\:. \0\ncCoOnN1é\u0301"), max_size=12))
def test_an_accepted_path_stays_inside_on_every_system(path: str) -> None:
    """Any text is either refused or a path below the site, for Linux and for Windows."""
    try:
        accepted = artifact(path).path
    except ArtifactPathError:
        return
    posix, windows = PurePosixPath("/site", accepted), PureWindowsPath("C:/site", accepted)
    assert posix.as_posix() == f"/site/{accepted}"
    assert windows.as_posix() == f"C:/site/{accepted}"
    assert ".." not in posix.parts
    stems = {name.partition(".")[0].rstrip().upper() for name in posix.parts}
    assert stems.isdisjoint({"CON", "COM1"})


@given(st.text(max_size=40))
def test_any_text_is_accepted_or_refused_in_words(path: str) -> None:
    """No text gives another error, and a path that is accepted can be written."""
    try:
        accepted = artifact(path).path
    except ArtifactPathError:
        return
    assert all(len(name.encode()) <= 255 for name in accepted.split("/"))


@pytest.mark.parametrize(
    ("one", "other"), [("A/b", "a/B"), ("café", "cafe\u0301"), ("CAFÉ", "cafe\u0301")]
)
def test_paths_that_some_systems_confuse_have_one_key(one: str, other: str) -> None:
    """Neither case nor Unicode form tells paths apart."""
    assert path_key(one) == path_key(other)


def test_paths_that_no_system_confuses_have_their_own_keys() -> None:
    """An accent makes another path."""
    assert path_key("ancash") != path_key("áncash")
