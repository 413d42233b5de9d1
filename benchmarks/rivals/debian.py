"""Debian packages unpacked into a folder, so that the system itself stays as it is."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.rivals.failures import UnavailableError

_NEWER = "trixie"
"""The release whose C library stands in where a binary needs one newer than the system's."""
_KEYS = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
_LIBRARY = ("libc6", "libgcc-s1", "libstdc++6")
_RUBY = "3.1"
_RUBY_LIBRARIES = (
    "usr/lib/ruby/vendor_ruby",
    f"usr/lib/ruby/vendor_ruby/{_RUBY}.0",
    f"usr/lib/ruby/{_RUBY}.0",
    f"usr/lib/*-linux-gnu*/ruby/{_RUBY}.0",
    f"usr/lib/*-linux-gnu*/ruby/vendor_ruby/{_RUBY}.0",
)
_RUBY_GEMS = (
    "usr/share/rubygems-integration/all",
    f"usr/share/rubygems-integration/{_RUBY}.0",
    f"usr/lib/*-linux-gnu*/rubygems-integration/{_RUBY}.0",
    f"usr/lib/ruby/gems/{_RUBY}.0",
)


def unpack(packages: Sequence[str], home: Path, entry: str) -> str:
    """Unpack a Ruby program and what of its packages the system lacks.

    Returns:
        The lines of a shell script that run it, the last of which takes its arguments.

    Raises:
        UnavailableError: The packages cannot be had.
    """
    planned = _apt(["apt-get", "install", "-s", "--no-install-recommends", *packages], home)
    names = [line.split()[1] for line in planned.splitlines() if line.startswith("Inst ")]
    if not names:
        raise UnavailableError("the system has it already, outside of the folder of this benchmark")
    root = _unpacked(names, home, [])
    for path in root.glob("usr/share/rubygems-integration/all/gems/sassc-*/lib/sassc/native.rb"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('"/usr/lib/#', f'"{root}/usr/lib/#'), encoding="utf-8")
    return "\n".join(
        [
            f"export LD_LIBRARY_PATH='{_joined(root, ['usr/lib/*-linux-gnu*'])}'",
            f"export RUBYLIB='{_joined(root, _RUBY_LIBRARIES)}'",
            f"export GEM_PATH='{_joined(root, _RUBY_GEMS)}'",
            f"exec '{root}/usr/bin/ruby{_RUBY}' '{root}/{entry}'",
        ]
    )


def newer_library(home: Path) -> str:
    """Unpack the C library of a newer Debian.

    Returns:
        The shell words before a program that run it on that library.

    Raises:
        UnavailableError: It cannot be had.
    """
    home.mkdir(parents=True)
    lists = home / "lists"
    (lists / "partial").mkdir(parents=True)
    sources = home / "sources.list"
    archive = _apt(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Label: Debian"], home
    ).splitlines()
    if not archive:
        raise UnavailableError(
            "it needs a newer C library, and no archive of Debian is set up here"
        )
    signed = f"[signed-by={_KEYS}] " if _KEYS.exists() else ""
    sources.write_text(f"deb {signed}{archive[0]} {_NEWER} main\n", encoding="utf-8")
    options = [
        *("-o", f"Dir::Etc::sourcelist={sources}", "-o", "Dir::Etc::sourceparts=-"),
        *("-o", f"Dir::State::lists={lists}", "-o", f"Dir::Cache={home}"),
    ]
    _apt(["apt-get", *options, "update"], home)
    root = _unpacked([f"{name}/{_NEWER}" for name in _LIBRARY], home, options)
    shutil.rmtree(lists)
    for loader in root.glob("usr/lib/*-linux-gnu*/ld-linux-*"):
        return f"'{loader}' --library-path '{loader.parent}'"
    raise UnavailableError("it needs a newer C library, and the package of it has no loader")


def _unpacked(names: Sequence[str], home: Path, options: Sequence[str]) -> Path:
    folder, root = home / "packages", home / "root"
    folder.mkdir()
    _apt(["apt-get", *options, "download", *names], folder)
    for package in sorted(folder.glob("*.deb")):
        _apt(["dpkg", "-x", str(package), str(root)], folder)
    shutil.rmtree(folder)
    return root


def _joined(root: Path, patterns: Sequence[str]) -> str:
    return ":".join(str(path) for pattern in patterns for path in sorted(root.glob(pattern)))


def _apt(words: Sequence[str], folder: Path) -> str:
    if shutil.which(words[0]) is None:
        raise UnavailableError(f"{words[0]}, which installs it, is not on the PATH")
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise UnavailableError(
            f"{words[0]} could not install it: {' '.join(done.stderr.split())[-300:]}"
        )
    return done.stdout
