"""Pure. The table of codes: every finding there is, with its words in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from quipu.findings import (
    concept_codes,
    content_codes,
    file_codes,
    import_codes,
    library_codes,
    meaning_codes,
    memory_codes,
    new_codes,
    priority_codes,
    register_codes,
    score_codes,
    smell_codes,
    table_codes,
    tree_codes,
)
from quipu.findings.rule import Family, Rule, Words

__all__ = ["FAMILIES", "MENDABLE", "RULES", "RULES_BY_CODE", "Family", "Rule", "Words"]

FAMILIES = (
    Family(
        anchor="archivos",
        es="Cómo se guardó un archivo",
        en="How a file was saved",
        rules=file_codes.RULES,
    ),
    Family(
        anchor="tablas",
        es="Tablas y celdas",
        en="Tables and cells",
        rules=table_codes.RULES,
    ),
    Family(
        anchor="filas",
        es="Filas que se contradicen",
        en="Rows that contradict each other",
        rules=meaning_codes.RULES,
    ),
    Family(
        anchor="indicios",
        es="Cifras posibles y raras",
        en="Figures that are possible and odd",
        rules=smell_codes.RULES,
    ),
    Family(
        anchor="textos",
        es="Textos, ajustes, mapas y páginas",
        en="Texts, settings, maps and pages",
        rules=content_codes.RULES,
    ),
    Family(
        anchor="registros",
        es="Registros de funciones, comisiones y acuerdos",
        en="Registers of functions, commissions and agreements",
        rules=(
            *register_codes.RULES,
            *priority_codes.RULES,
            *library_codes.RULES,
            *concept_codes.RULES,
        ),
    ),
    Family(
        anchor="puntajes",
        es="Puntajes y matriz",
        en="Scores and matrix",
        rules=score_codes.RULES,
    ),
    Family(
        anchor="publicado",
        es="Lo que ya se publicó",
        en="What was published before",
        rules=memory_codes.RULES,
    ),
    Family(
        anchor="construido",
        es="Un sitio construido que cambió",
        en="A built site that changed",
        rules=tree_codes.RULES,
    ),
    Family(
        anchor="empezado",
        es="Lo que se empezó y falta completar",
        en="What was begun and is to be completed",
        rules=new_codes.RULES,
    ),
    Family(
        anchor="importado",
        es="Lo que una importación no llevó, cambió o decidió",
        en="What an import left behind, changed or decided",
        rules=import_codes.RULES,
    ),
)
"""In the order in which they are explained."""

RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.rules)

MENDABLE = frozenset(
    ("E101", "W103", "E112", "E119", "E201", "E204", "E206", "W209", "E210", "E229", "E230")
)
"""Codes of how a table was saved, which ``check --fix`` can undo when there is one way to."""

RULES_BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
