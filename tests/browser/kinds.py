"""The kinds of page of the site, and one page of each, chosen from the tree that was built."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("es", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Pages made by the same template for the same sort of subject."""

    name: str
    es: str
    """Address below the site's root; ``*`` stands for the subject's name."""
    en: str | None
    """As *es*; None when the page stands in one language only."""
    status: str = ""
    """For indicators: only those with this status in ``data/indicators.csv``."""
    choose: Callable[[Sequence[tuple[int, str]]], tuple[int, str]] = max
    """Which page stands for the kind, from (bytes, subject): the fullest, if not said."""

    def pattern(self, language: str) -> str | None:
        """Return the address with its ``*``, or None when there is no page in the language."""
        return self.es if language == "es" else self.en

    def address(self, language: str, subject: str) -> str:
        """Return the address of a subject's page in a language that the kind has."""
        pattern = self.pattern(language)
        assert pattern is not None
        return pattern.replace("*", subject)


KINDS = (
    Kind(name="home", es="", en="en/"),
    Kind(name="regions", es="regiones/", en="en/regions/"),
    Kind(name="region", es="regiones/*/", en="en/regions/*/"),
    Kind(name="sparse-region", es="regiones/*/", en="en/regions/*/", choose=min),
    Kind(name="live-indicator", es="indicadores/*/", en="en/indicators/*/", status="live"),
    Kind(name="wanted-indicator", es="indicadores/*/", en="en/indicators/*/", status="wanted"),
    Kind(name="retired-indicator", es="indicadores/*/", en="en/indicators/*/", status="retired"),
    Kind(name="domains", es="dominios/", en="en/domains/"),
    Kind(name="domain", es="dominios/*/", en="en/domains/*/"),
    Kind(name="matrix", es="matriz/", en="en/matrix/"),
    Kind(name="robustness", es="robustez/", en="en/robustness/"),
    Kind(name="method", es="metodo/", en="en/method/"),
    Kind(name="data", es="datos/", en="en/data/"),
    Kind(name="table-errors", es="datos/errores/", en="en/data/errors/"),
    Kind(name="updates", es="novedades/", en="en/updates/"),
    Kind(name="coverage", es="cobertura/", en="en/coverage/"),
    Kind(name="changes", es="cambios/", en="en/changes/"),
    Kind(name="policy", es="cambios/politica/", en="en/changes/policy/"),
    Kind(name="editions", es="ediciones/", en="en/editions/"),
    Kind(name="calendar", es="calendario/", en="en/calendar/"),
    Kind(name="agencies", es="agencias/", en="en/agencies/"),
    Kind(name="advice", es="agencias/*/", en="en/agencies/*/", choose=min),
    Kind(name="self-check", es="agencias/autoevaluacion/", en="en/agencies/self-check/"),
    Kind(name="about", es="acerca/", en="en/about/"),
    Kind(name="practices", es="practicas/", en="en/practices/"),
    Kind(name="practice", es="practicas/*/", en="en/practices/*/"),
    Kind(name="practice-topic", es="practicas/temas/*/", en="en/practices/topics/*/"),
    Kind(name="practice-region", es="practicas/regiones/*/", en="en/practices/regions/*/"),
    Kind(name="courses", es="cursos/", en="en/courses/"),
    Kind(name="course-topic", es="cursos/temas/*/", en="en/courses/topics/*/"),
    Kind(name="assistance", es="asistencia/", en="en/assistance/"),
    Kind(name="assistance-topic", es="asistencia/temas/*/", en="en/assistance/topics/*/"),
    Kind(name="assistance-region", es="asistencia/regiones/*/", en="en/assistance/regions/*/"),
    Kind(name="commitments", es="compromisos/", en="en/commitments/"),
    Kind(name="system", es="sistema/", en="en/system/"),
    Kind(name="functions", es="funciones/", en="en/functions/"),
    Kind(name="commissions", es="comisiones/", en="en/commissions/"),
    Kind(name="commission", es="regiones/*/cra/", en="en/regions/*/cra/"),
    Kind(name="follow-up", es="seguimiento/", en="en/follow-up/"),
    Kind(name="priorities", es="prioridades/", en="en/priorities/"),
    Kind(name="concepts", es="conceptos/", en="en/concepts/"),
    Kind(name="concept", es="conceptos/*/", en="en/concepts/*/"),
    Kind(name="tasks", es="funciones/tareas/", en="en/functions/tasks/"),
    Kind(name="guides", es="guias/", en="en/guides/"),
    Kind(name="guide", es="guias/*/", en="en/guides/*/"),
    Kind(name="templates", es="plantillas/", en="en/templates/"),
    Kind(name="template", es="plantillas/*/", en="en/templates/*/"),
    Kind(name="not-found", es="404.html", en=None),
)

SHEETS = tuple(
    (kind, language)
    for language in LANGUAGES
    for kind in KINDS
    if kind.pattern(language) is not None
)
"""Every kind in every language it has: what the browser tests open."""

SPANISH = SHEETS[: len(KINDS)]
"""Every kind once, for what does not depend on the language. First in `SHEETS`, so that pytest
runs all the tests of a page one after the other and opens it once."""


def sheet_id(sheet: tuple[Kind, str]) -> str:
    """Name a parameter in pytest's output."""
    kind, language = sheet
    return f"{kind.name}-{language}"


def file_of(address: str) -> str:
    """Return the file behind an address: folders answer with their ``index.html``."""
    return address if address.endswith(".html") else f"{address}index.html"


def find_subject(kind: Kind, site: Path, repository: Path) -> str:
    """Choose the subject whose Spanish page stands for the kind; "" for kinds of one page.

    Raises:
        LookupError: The site has no page of this kind.
    """
    if "*" not in kind.es:
        if not (site / file_of(kind.es)).is_file():
            raise LookupError(f"the site has no {file_of(kind.es)}")
        return ""
    with (repository / "data" / "indicators.csv").open(encoding="utf-8", newline="") as table:
        status_by_id = {row["id"]: row["status"] for row in csv.DictReader(table)}
    depth = kind.es.split("/").index("*")
    found = [
        (path.stat().st_size, path.relative_to(site).parts[depth])
        for path in sorted(site.glob(file_of(kind.es)))
    ]
    wanted = [f for f in found if not kind.status or status_by_id.get(f[1]) == kind.status]
    if not wanted:
        raise LookupError(f"the site has no {kind.name} page ({kind.es} {kind.status})")
    return kind.choose(wanted)[1]


def pages_of_no_kind(site: Path) -> list[str]:
    """Return the HTML files that no kind accounts for, so that none goes untested."""
    patterns = [
        re.compile(re.escape(file_of(kind.address(language, "*"))).replace(r"\*", "[^/]+"))
        for kind, language in SHEETS
    ]
    pages = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")))
    return [page for page in pages if not any(p.fullmatch(page) for p in patterns)]
