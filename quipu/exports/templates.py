"""Pure. Templates of the site as files that a word processor opens."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from quipu.artifact import Artifact
from quipu.exports.word import DOCX, word_file
from quipu.model import Document
from quipu.pages.system.working import FOLDER
from quipu.prose.working import with_boxes


def template_files(documents: Iterable[Document], languages: Collection[str]) -> Iterator[Artifact]:
    """A file for each template, in each language of the site that it is written in.

    Args:
        documents: All texts of the site.
        languages: Codes of those that the site has; a text in another is on no page of it.
    """
    for one in documents:
        if one.kind == "templates" and one.language in languages:
            body = word_file(
                one.meta["title"], one.meta["summary"], with_boxes(one.body), one.language
            )
            path = f"{FOLDER}/{one.name}.{one.language}.docx"
            yield Artifact(path=path, body=body, media_type=DOCX)
