"""Pure. Pages to HTML: templates see a view's fields and nothing else."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from gettext import NullTranslations
from types import CodeType

from jinja2 import (
    BytecodeCache,
    DictLoader,
    Environment,
    StrictUndefined,
)
from jinja2.bccache import Bucket

from quipu.artifact import Artifact
from quipu.errors import RenderError
from quipu.pages.plan import Page

HTML = "text/html; charset=utf-8"


class Renderer:
    """Templates compiled once; renders any number of pages."""

    def __init__(
        self, templates: Mapping[str, str], translations: Mapping[str, NullTranslations]
    ) -> None:
        """Prepare the templates.

        Args:
            templates: Text by name, relative to ``templates/``.
            translations: Of each language of the site, by its code.
        """
        compiled = _Compiled()
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
            place = f"{getattr(error, 'name', None) or page.template}{f':{line}' if line else ''}"
            raise RenderError(
                f"La plantilla {place} no pudo con la página {page.path}: {error}",
                hint="Compare los nombres de la plantilla con los campos de quipu/views/.",
            ) from error
        return Artifact(path=page.path, body=text.encode(), media_type=HTML)


class _Compiled(BytecodeCache):
    """Templates compiled in this build: every language runs the same code with its own words."""

    def __init__(self) -> None:
        self._code: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None  # what is dumped was compiled just now
        self._code[bucket.key] = bucket.code


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
    return environment
