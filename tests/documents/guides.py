"""Guides as what they tell people to do: rows to add, texts to write, commands, and messages.

A guide shows each of these as a block that is indented by four spaces. In the section on what is
written, a block goes to the file that the text before it names last; in the one on mistakes, a
wrong block is followed by the message that the check answers it with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PLACEHOLDER = "PE-XXX"
"""What stands in a guide for the code of an area."""
_WRITTEN = ("Qué se escribe, y dónde", "What is written, and where")
_SPARE = ("Si no escribe en inglés", "If you do not write English")
_WRONG = ("Si algo está mal", "If something is wrong")
_FILE = re.compile(r"`((?:data|content)/[^`]+\.(?:csv|md))`")
_BLOCK = re.compile(r"(?:^(?: {4}.*)?\n)*^ {4}.*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """What a guide says not to write, and what comes of it."""

    text: str
    """A row; or a line of front matter, which stands in the place of the one of its key."""
    message: str
    """As the check prints it."""

    @property
    def leaves_placeholder(self) -> bool:
        """Whether the mistake is that the placeholder was left as it is."""
        return PLACEHOLDER in self.text and PLACEHOLDER in self.message.partition(" ")[2]

    def message_for(self, area: str) -> str:
        """The message where somebody followed the guide for an area."""
        where, space, rest = self.message.partition(" ")
        said = rest if self.leaves_placeholder else rest.replace(PLACEHOLDER, area)
        return f"{where.replace(PLACEHOLDER, area)}{space}{said}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What one guide tells people to do."""

    name: str
    language: str
    rows: tuple[tuple[str, str], ...]
    """File and row, in order."""
    spare: tuple[str, ...]
    """Rows that may stand in the place of the last one."""
    documents: tuple[tuple[str, str], ...]
    """File and text."""
    commands: tuple[str, ...]
    mistakes: tuple[Mistake, ...]


def read_guide(path: Path) -> Guide:
    """Read a guide."""
    name, language, _ = path.name.split(".")
    rows: list[tuple[str, str]] = []
    documents: list[tuple[str, str]] = []
    commands: list[str] = []
    spare: list[str] = []
    wrong: list[str] = []
    for heading, before, block in _blocks(path.read_text(encoding="utf-8")):
        if block.startswith(".venv/bin/python"):
            commands += block.splitlines()
        elif heading in _WRITTEN:
            file = _FILE.findall(before)[-1]
            (documents if file.endswith(".md") else rows).append((file, block))
        elif heading in _SPARE:
            spare.append(block)
        elif heading in _WRONG:
            wrong.append(block)
    assert len(wrong) % 2 == 0, f"{path.name}: a mistake without its message"
    return Guide(
        name=name,
        language=language,
        rows=tuple(rows),
        spare=tuple(spare),
        documents=tuple(documents),
        commands=tuple(commands),
        mistakes=tuple(
            Mistake(text=text, message=message)
            for text, message in zip(wrong[::2], wrong[1::2], strict=True)
        ),
    )


def _blocks(text: str) -> Iterator[tuple[str, str, str]]:
    """The heading above each block, the text between that heading and it, and the block."""
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = section.partition("\n")
        for match in _BLOCK.finditer(body):
            lines = [line[4:] for line in match[0].strip("\n").split("\n")]
            # A blank line parts blocks too where the next one begins something of its own.
            yield heading, body[: match.start()], "\n".join(lines).strip("\n")


def carried_out(guide: Guide, files: dict[str, bytes], area: str) -> dict[str, bytes]:
    """The files after everything that a guide says to write was written, for an area."""
    after = dict(files)
    for path, row in guide.rows:
        after[path] = after[path] + f"{row.replace(PLACEHOLDER, area)}\n".encode()
    for path, text in guide.documents:
        here = path.replace(PLACEHOLDER, area)
        after[here] = f"{text.replace(PLACEHOLDER, area)}\n".encode()
    return dict(sorted(after.items()))


def mistaken(
    guide: Guide, mistake: Mistake, files: dict[str, bytes], area: str
) -> dict[str, bytes]:
    """The files after the same with one thing written wrong."""
    is_left = mistake.leaves_placeholder
    text = mistake.text if is_left else mistake.text.replace(PLACEHOLDER, area)
    after = carried_out(guide, files, area)
    if guide.documents:
        key = text.partition(":")[0]
        for path, _ in guide.documents:
            here = path.replace(PLACEHOLDER, area)
            lines = after[here].decode().split("\n")
            wrong = (text if line.startswith(f"{key}:") else line for line in lines)
            after[here] = "\n".join(wrong).encode()
        return after
    wrong_path = mistake.message.partition(":")[0]
    path, row = next(one for one in reversed(guide.rows) if one[0] == wrong_path)
    right = f"{row.replace(PLACEHOLDER, area)}\n".encode()
    after[path] = after[path].removesuffix(right) + f"{text}\n".encode()
    return after
