"""Pure. Pages to HTML: templates see a view's fields and nothing else."""

from __future__ import annotations

import dataclasses
import hashlib
import marshal
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from gettext import NullTranslations
from types import CodeType

from jinja2 import (
    BytecodeCache,
    DictLoader,
    Environment,
    StrictUndefined,
)
from jinja2 import __version__ as jinja_version
from jinja2.bccache import Bucket, bc_magic
from markupsafe import Markup

from quipu.artifact import Artifact
from quipu.errors import RenderError
from quipu.pages.page import Page
from quipu.store import Store

HTML = "text/html; charset=utf-8"
_CARDS = "parts/cards.html"


class Renderer:
    """Templates compiled once; renders any number of pages."""

    def __init__(
        self,
        templates: Mapping[str, str],
        translations: Mapping[str, NullTranslations],
        *,
        store: Store | None = None,
    ) -> None:
        """Prepare the templates.

        Args:
            templates: Text by name, relative to ``templates/``.
            translations: Of each language of the site, by its code.
            store: Keeps what was compiled. What it returns is run as code, so whoever may
                write there must be trusted like whoever may write in the checkout.
        """
        compiled = _Compiled(store)
        self._environments = {
            code: _environment(templates, words, compiled) for code, words in translations.items()
        }

    def render(self, page: Page) -> Artifact:
        """Render a page.

        Raises:
            RenderError: The template fails; names the template and the page.
        """
        environment = self._environments[page.language]
        fields = {
            field.name: getattr(page.view, field.name)
            for field in dataclasses.fields(page.view)  # type: ignore[arg-type]
        }
        try:
            text = environment.get_template(f"pages/{page.template}.html").render(fields)
        except Exception as error:
            # Whatever a template of a project root does wrong is told as its own fault.
            line = getattr(error, "lineno", None)
            name = getattr(error, "name", None) or f"pages/{page.template}.html"
            place = f"{name}:{line}" if line else name
            raise RenderError(
                f"La plantilla {place} no pudo con la página {page.path}: {error}",
                hint="Compare los nombres de la plantilla con los campos de quipu/views/.",
            ) from error
        return Artifact(path=page.path, body=text.encode(), media_type=HTML)

    def piece(self, language: str, macro: str, view: object) -> Markup:
        """Write a view with a macro of ``parts/cards.html``.

        Raises:
            RenderError: The macro is missing or fails; names it.
        """
        try:
            cards = self._environments[language].get_template(_CARDS).module
            written: Markup = getattr(cards, macro)(view)
        except Exception as error:
            raise RenderError(
                f"La plantilla {_CARDS} no pudo con «{macro}»: {error}",
                hint="Compare los nombres de la plantilla con los campos de quipu/views/.",
            ) from error
        return written


class _Compiled(BytecodeCache):
    """Templates that were compiled: every language runs the same code with its own words."""

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._code: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key not in self._code and self._store is not None:
            kept = _code_of(self._store.get(_store_key(bucket)))
            if kept is not None:
                self._code[bucket.key] = kept
        bucket.code = self._code.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None  # what is dumped was compiled just now
        self._code[bucket.key] = bucket.code
        if self._store is not None:
            text = b64encode(marshal.dumps(bucket.code)).decode("ascii")
            self._store.put(_store_key(bucket), text)


# Compiled code of another Python is not merely useless: running it may crash. What the same
# few words are compiled to tells Pythons apart that their version alone does not.
_PYTHON = (bc_magic, compile("[y for y in x if y]", "", "eval").co_code)


def _store_key(bucket: Bucket) -> str:
    """Everything that the code of a template depends on: its name and text, tools, settings."""
    environment = bucket.environment
    settings = (
        *(environment.autoescape, environment.trim_blocks, environment.lstrip_blocks),
        *(environment.optimized, environment.is_async, environment.undefined.__name__),
        *(sorted(environment.extensions), sorted(environment.policies.items())),
        *(sorted(environment.filters), sorted(environment.tests), sorted(environment.globals)),
        getattr(environment, "newstyle_gettext", None),
    )
    parts = ("template", jinja_version, _PYTHON, settings, bucket.key, bucket.checksum)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _code_of(text: str | None) -> CodeType | None:
    """The code that was stored; None where the text is none."""
    if text is None:
        return None
    try:
        code = marshal.loads(b64decode(text, validate=True))  # noqa: S302 (see Renderer)
    except (EOFError, TypeError, ValueError):
        return None
    return code if isinstance(code, CodeType) else None


def _environment(
    templates: Mapping[str, str], translations: NullTranslations, compiled: BytecodeCache
) -> Environment:
    environment = Environment(
        bytecode_cache=compiled,
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    gettext = _gettext(translations)
    environment.globals.update(gettext=gettext, _=gettext)
    return environment


def _gettext(translations: NullTranslations) -> Callable[..., Markup]:
    """As the library's own, which looks each text up anew, hundreds of times a page."""
    patterns: dict[str, Markup] = {}
    plain: dict[str, Markup] = {}

    def gettext(message: str, /, **values: object) -> Markup:
        if not values and message in plain:
            return plain[message]
        if message not in patterns:
            # A text of the project's own translations, which may hold tags.
            patterns[message] = Markup(translations.gettext(message))  # noqa: S704
        text = patterns[message] % values
        if not values:
            plain[message] = text
        return text

    return gettext
