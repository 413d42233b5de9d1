"""Pure. Translations: a gettext catalogue in text form to something that translates.

Source strings are Spanish, so what lacks a translation shows in Spanish, never in English.
"""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from io import BytesIO

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
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(po)))
    compiled.seek(0)
    return GNUTranslations(compiled)
