"""Collect the texts of templates and code and merge them into each catalogue.

Run through ``make texts``. Translations are kept, obsolete messages dropped, the order is
fixed, and nothing in a catalogue depends on when or where this ran.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

REPOSITORY = Path(__file__).resolve().parent.parent
LOCALES = REPOSITORY / "templates" / "locales"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "plural": (1, 2)}


def collect(repository: Path = REPOSITORY) -> Catalog:
    """Every message of the templates and of the code; source strings are Spanish."""
    with (repository / "babel.cfg").open(encoding="utf-8") as stream:
        methods, options = parse_mapping_cfg(stream)  # type: ignore[no-untyped-call]  # Babel has no types
    found = Catalog(header_comment="", fuzzy=False)
    for _file, _line, message, _comments, context in extract_from_dir(
        repository, method_map=methods, options_map=options, keywords=KEYWORDS
    ):
        found.add(message, context=context)
    return found


def merged(po: bytes, language: str, template: Catalog) -> bytes:
    """A catalogue with the messages of *template* and the translations it already had."""
    known = read_po(BytesIO(po), locale=language)
    catalogue = Catalog(locale=language, header_comment="", fuzzy=False)
    for message in template:
        if message.id:
            before = known.get(message.id, message.context)
            # A text that became plural, or ceased to be, is translated anew.
            is_same = before and isinstance(before.string, str) == isinstance(message.id, str)
            string = before.string if before and is_same else None
            catalogue.add(message.id, string, context=message.context)
    stream = BytesIO()
    write_po(stream, catalogue, sort_output=True, no_location=True, omit_header=True)
    header = (
        'msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Language: {language}\\n"\n"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    return header.encode() + stream.getvalue()


def main() -> int:
    """Rewrite every catalogue; tell how many messages still need a translation."""
    template = collect()
    for path in sorted(LOCALES.glob("*.po")):
        body = merged(path.read_bytes(), path.stem, template)
        path.write_bytes(body)
        missing = [m.id for m in read_po(BytesIO(body)) if m.id and not complete(m.string)]
        print(
            f"{path.relative_to(REPOSITORY)}: {len(template)} textos, {len(missing)} sin traducir"
        )
        for message in missing:
            print(f"  {message}")
    return 0


def complete(string: object) -> bool:
    """Whether a translation is there, in all its plural forms."""
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    sys.exit(main())
