"""Pure. Documents that are begun: what is known stands in them, the rest is marked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from quipu.findings import Finding
from quipu.model import Localised, Location
from quipu.new.draft import Draft, Root, ToDo, Write, words
from quipu.parse.unfinished import MARKS, marked_lines

Keys = Sequence[tuple[str, str | Localised]]
"""Front matter in order: a text that is known, or what is to be written, in both languages."""

_PLAIN = re.compile(r"[^\W_][\w ,./()’–—-]*(?<! )")
"""What YAML reads as it stands."""

DEFINITION = words(
    "qué se cuenta o se mide, en una o dos frases.",
    "what is counted or measured, in one or two sentences.",
)
WHY = words("por qué importa.", "why it matters.")
METHOD = words(
    "quién lo publica, en qué documento y cómo se obtuvo la cifra.",
    "who publishes it, in which document and how the figure was obtained.",
)
LIMITS = words("qué no puede decir esta cifra.", "what this figure cannot say.")
HOLDER = words("quién tiene la cifra.", "who holds the figure.")
DOCUMENT = words("en qué documento está.", "in which document it stands.")
SEND = words("cómo enviarla.", "how to send it.")


def to_write(what: Localised, language: str) -> str:
    """The mark with what is to be written, in the language of the text if it is one of ours."""
    spoken = language if language in MARKS else "en"
    return f"{MARKS[spoken]}: {what[spoken]}"


def document(language: str, keys: Keys, body: Localised | None = None) -> bytes:
    """A document: front matter, and a text that is to be written."""
    lines = ["---"]
    for key, value in keys:
        if isinstance(value, str):
            lines.append(f"{key}: {_scalar(value)}")
        else:
            lines += [f"{key}: >-", f"  {to_write(value, language)}"]
    lines += ["---", *([to_write(body, language)] if body else [])]
    return "".join(f"{line}\n" for line in lines).encode()


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def known_or_marked(
    texts: Mapping[str, str], key: str, language: str, what: Localised
) -> str | Localised:
    """What was said of a key in a language; what is to be written where nothing was."""
    return texts.get(f"{key}_{language}") or what


def begun(
    root: Root,
    folder: str,
    name: str,
    text_in: Callable[[str], bytes],
    findings: list[Finding],
) -> tuple[tuple[Write, ...], tuple[str, ...]]:
    """The documents of a name that are not there yet, one a language.

    Args:
        root: The root.
        folder: The folder within ``content/``.
        name: The file's name, without language and ending.
        text_in: Writes the document in a language.
        findings: Where all of them are there, that is added here.

    Returns:
        The files to write, and the paths of those that are there and stay as they are.
    """
    paths = {lang: f"content/{folder}/{name}.{lang}.md" for lang in root.catalog.site.languages}
    kept = tuple(path for path in paths.values() if path in root.files)
    if len(kept) == len(paths):
        findings += [Finding(code="E853", where=Location(path=path)) for path in kept]
    writes = tuple(
        Write(path=path, body=text_in(lang), is_new=True)
        for lang, path in paths.items()
        if path not in root.files
    )
    return writes, kept


def left_to_write(writes: Iterable[Write]) -> tuple[ToDo, ...]:
    """What is marked in documents, one entry a file."""
    found = []
    for write in writes:
        marks = marked_lines(write.path, write.body) if write.path.endswith(".md") else ()
        if marks:
            lines = ", ".join(str(where.line) for where, _ in marks)
            says = words(
                f"escriba lo que falta en cada marca (líneas {lines}).",
                f"write what is missing at each mark (lines {lines}).",
            )
            found.append(ToDo(where=marks[0][0], says=says))
    return tuple(found)


def documents_draft(
    root: Root, folder: str, name: str, text_in: Callable[[str], bytes], findings: list[Finding]
) -> Draft | None:
    """The draft of a kind that is documents and nothing else."""
    writes, kept = begun(root, folder, name, text_in, findings)
    if not writes:
        return None
    return Draft(writes=writes, kept=kept, to_do=left_to_write(writes))
