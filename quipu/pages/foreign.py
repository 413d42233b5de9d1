"""Pure. Words of the site's first language on pages of another: marked, so that they are read so.

Names of who publishes and of acts have no translation in the tables.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from quipu.i18n.language import Language


def untranslated(language: Language, text: str) -> str:
    """A text of the first language, with its language where that is not the one of the page."""
    if not text or language.code == language.first:
        return text
    return Markup('<span lang="{}">{}</span>').format(language.first, text)


def filled(message: str, **values: str) -> str:
    """A translated message with values in it; those that are marked stay so, others are escaped.

    Args:
        message: With ``{placeholders}``.
        values: Texts. Where none is marked, the message is a plain text, as messages are.
    """
    if not any(isinstance(value, Markup) for value in values.values()):
        return message.format(**values)
    return escape(message).format(**values)
