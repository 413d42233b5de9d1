"""Pure. The only module that knows addresses. None of them ever changes.

The site's first language stands at the root, the others under their code. Links name
``index.html`` so that the site also works from a folder, without a server.
"""

from __future__ import annotations

from collections.abc import Mapping

from quipu.parse.editions import ADDRESS
from quipu.vocab import AreaKind

_SEGMENTS: Mapping[str, Mapping[str, str]] = {
    "es": {
        "areas": "regiones",
        "lists": "listas",
        "indicators": "indicadores",
        "domains": "dominios",
        "matrix": "matriz",
        "robustness": "robustez",
        "method": "metodo",
        "data": "datos",
        "errors": "datos/errores",
        "coverage": "cobertura",
        "updates": "novedades",
        "changes": "cambios",
        "policy": "cambios/politica",
        "editions": "ediciones",
        "calendar": "calendario",
        "about": "acerca",
        "system": "sistema",
        "functions": "funciones",
        "tasks": "funciones/tareas",
        "commissions": "comisiones",
        "priorities": "prioridades",
        "agencies": "agencias",
        "selfcheck": "agencias/autoevaluacion",
        "practices": "practicas",
        "practice_topics": "practicas/temas",
        "practice_areas": "practicas/regiones",
        "courses": "cursos",
        "course_topics": "cursos/temas",
        "assistance": "asistencia",
        "assistance_topics": "asistencia/temas",
        "assistance_areas": "asistencia/regiones",
        "commitments": "compromisos",
        "concepts": "conceptos",
        "guides": "guias",
        "templates": "plantillas",
        "follow_up": "seguimiento",
    },
    "en": {
        "areas": "regions",
        "lists": "lists",
        "indicators": "indicators",
        "domains": "domains",
        "matrix": "matrix",
        "robustness": "robustness",
        "method": "method",
        "data": "data",
        "errors": "data/errors",
        "coverage": "coverage",
        "updates": "updates",
        "changes": "changes",
        "policy": "changes/policy",
        "editions": "editions",
        "calendar": "calendar",
        "about": "about",
        "system": "system",
        "functions": "functions",
        "tasks": "functions/tasks",
        "commissions": "commissions",
        "priorities": "priorities",
        "agencies": "agencies",
        "selfcheck": "agencies/self-check",
        "practices": "practices",
        "practice_topics": "practices/topics",
        "practice_areas": "practices/regions",
        "courses": "courses",
        "course_topics": "courses/topics",
        "assistance": "assistance",
        "assistance_topics": "assistance/topics",
        "assistance_areas": "assistance/regions",
        "commitments": "commitments",
        "concepts": "concepts",
        "guides": "guides",
        "templates": "templates",
        "follow_up": "follow-up",
    },
}
"""Languages without an entry use the English segments under their own code."""
_WITHIN: Mapping[str, Mapping[str, str]] = {
    "commission": {"es": "cra", "en": "cra"},
    "area_priorities": {"es": "prioridades", "en": "priorities"},
}
"""Pages that stand within that of their area: ``regiones/cusco/cra/``."""
EDITIONS_FOLDER = ADDRESS
ARCHIVE_SUFFIX = ".tar.xz"
"""Where frozen editions stand, whatever the languages of the site."""
_KINDS: Mapping[str, Mapping[AreaKind, str]] = {
    "es": {
        AreaKind.REGION: "regiones",
        AreaKind.PROVINCE: "provincias",
        AreaKind.DISTRICT: "distritos",
    },
    "en": {
        AreaKind.REGION: "regions",
        AreaKind.PROVINCE: "provinces",
        AreaKind.DISTRICT: "districts",
    },
}


def sheet_name(kind: AreaKind, language: str, number: int) -> str:
    """The last part of the address of a sheet of a long list: ``provincias/2``."""
    return f"{_KINDS.get(language, _KINDS['en']).get(kind, kind.value)}/{number}"


def address(kind: str, language: str, first: str, name: str = "") -> str:
    """The address of a page: its folder, with a slash at the end, relative to the root.

    Args:
        kind: ``home``, or a key of the segments.
        language: The page's language.
        first: The site's first language.
        name: Slug of an area, id of an indicator or domain; empty for a list.

    Returns:
        For example ``en/regions/cusco/``; empty for the home page of the first language.
    """
    prefix = "" if language == first else f"{language}/"
    if kind == "home":
        return prefix
    segments = _SEGMENTS.get(language, _SEGMENTS["en"])
    if kind in _WITHIN:
        inside = _WITHIN[kind].get(language, _WITHIN[kind]["en"])
        return f"{prefix}{segments['areas']}/{name}/{inside}/"
    segment = segments[kind]
    return f"{prefix}{segment}/{name}/" if name else f"{prefix}{segment}/"


def file_of(folder: str) -> str:
    """The file that answers at an address."""
    return f"{folder}index.html"


def relative(origin: str, target: str) -> str:
    """Link from a file to another, both relative to the root; a fragment is kept."""
    first, slash, _ = origin.partition("/")
    if not slash or target.startswith("#"):
        return target
    if not target.startswith(first + slash):
        # Most links lead to another part of the site, and a page has hundreds.
        return "../" * origin.count("/") + target
    path, mark, fragment = target.partition("#")
    # posixpath.relpath, which asks for the working folder, is ten times slower.
    folders, parts = origin.split("/")[:-1], path.split("/")
    shared = 0
    for one, other in zip(folders, parts[:-1], strict=False):
        if one != other:
            break
        shared += 1
    return f"{'../' * (len(folders) - shared)}{'/'.join(parts[shared:])}{mark}{fragment}"
