"""Pure. Translations: a gettext catalogue in text form to something that translates.

Source strings are Spanish, so what lacks a translation shows in Spanish, never in English.
"""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def translations(po: bytes | None) -> NullTranslations:
    """Make the translations of a language.

    Args:
        po: A gettext ``.po`` file in UTF-8, or None for the language of the source strings.

    Returns:
        Translations whose ``gettext`` gives the source string where the catalogue has none.
    """
    if po is None:
        return NullTranslations()
    catalogue = read_po(BytesIO(po))
    found = _compiled(catalogue)
    found.add_fallback(_compiled(_singulars(catalogue)))
    return found


def _singulars(catalogue: Catalog) -> Catalog:
    """The texts for one thing, on their own.

    Python's own gettext finds a text that also has a plural only when asked for a number, in
    3.11.2 for one, or always, in 3.11.7: the same pages must come of both.
    """
    found = Catalog(locale=catalogue.locale)
    for message in catalogue:
        # What has a plural has its texts in a tuple.
        if isinstance(message.string, tuple):
            found.add(message.id[0], message.string[0])
    return found


def _compiled(catalogue: Catalog) -> GNUTranslations:
    body = BytesIO()
    write_mo(body, catalogue)
    body.seek(0)
    return GNUTranslations(body)
