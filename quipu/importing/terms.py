"""Pure. Words that an import writes into a project root, where the repository has none."""

from __future__ import annotations

from collections.abc import Mapping

Term = Mapping[str, str]

NOT_SAID: Term = {
    "es": "No lo dice el repositorio importado.",
    "en": "The imported repository does not say.",
}
COUNTRY: Term = {
    "es": "País (el repositorio importado no dice cuál)",
    "en": "Country (the imported repository does not say which)",
}
INDICATOR: Term = {"es": "Indicador {id}", "en": "Indicator {id}"}
UNIT: Term = {"es": "unidad no indicada", "en": "unit not stated"}
TITLE: Term = {
    "es": "Indicadores importados de Open SDG",
    "en": "Indicators imported from Open SDG",
}
DISCLAIMER: Term = {
    "es": "Cifras y textos importados de un repositorio de datos de Open SDG.",
    "en": "Figures and texts imported from an Open SDG data repository.",
}
REPOSITORY: Term = {
    "es": "Repositorio de datos de Open SDG importado; no dice la fuente de esta cifra",
    "en": "Imported Open SDG data repository; it does not say the source of this figure",
}
UNKNOWN_PUBLISHER: Term = {
    "es": "No consta en el repositorio importado",
    "en": "Not stated in the imported repository",
}
WORDS: Mapping[str, Term] = {
    "definition": {"es": "qué mide", "en": "what it measures"},
    "why": {"es": "por qué importa", "en": "why it matters"},
    "method": {"es": "cómo se calcula", "en": "how it is computed"},
    "limits": {"es": "qué límites tiene", "en": "what its limits are"},
}
"""The words that an indicator must have, as ends of «it does not say …»."""
SOURCE_PARTS: Mapping[str, Term] = {
    "periodicity": {"es": "periodicidad", "en": "periodicity"},
    "earliest_available": {"es": "disponible desde", "en": "available since"},
    "geographical_coverage": {"es": "cobertura", "en": "coverage"},
    "release_date": {"es": "fecha de publicación", "en": "release date"},
    "next_release": {"es": "próxima publicación", "en": "next release"},
    "statistical_classification": {"es": "clasificación", "en": "classification"},
    "other_info": {"es": "otros datos", "en": "other information"},
    "contact": {"es": "contacto", "en": "contact"},
}


def term(words: Term, language: str) -> str:
    """The words in a language; English where there are none in it."""
    return words.get(language, words["en"])
