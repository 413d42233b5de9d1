"""Pure. Pages to HTML: templates see a view's fields and nothing else."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from gettext import NullTranslations

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError

from quipu.artifact import Artifact
from quipu.errors import RenderError
from quipu.pages.plan import Page

HTML = "text/html; charset=utf-8"


class Renderer:
    """Templates compiled once a language; renders any number of pages."""

    def __init__(
        self, templates: Mapping[str, str], translations: Mapping[str, NullTranslations]
    ) -> None:
        """Prepare the templates.

        Args:
            templates: Text by name, relative to ``templates/``.
            translations: Of each language of the site, by its code.
        """
        self._environments = {
            code: _environment(templates, words) for code, words in translations.items()
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
        except TemplateError as error:
            line = getattr(error, "lineno", None)
            place = f"{getattr(error, 'name', None) or page.template}{f':{line}' if line else ''}"
            raise RenderError(
                f"La plantilla {place} no pudo con la página {page.path}: {error}",
                hint="Compare los nombres de la plantilla con los campos de quipu/views.py.",
            ) from error
        return Artifact(path=page.path, body=text.encode(), media_type=HTML)


def _environment(templates: Mapping[str, str], translations: NullTranslations) -> Environment:
    environment = Environment(
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
