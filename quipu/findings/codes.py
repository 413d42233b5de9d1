"""Pure. The table of codes: every finding there is, with its words in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from quipu.findings import (
    content_codes,
    file_codes,
    import_codes,
    meaning_codes,
    memory_codes,
    score_codes,
    table_codes,
    tree_codes,
)
from quipu.findings.rule import Rule, Words

__all__ = ["RULES", "RULES_BY_CODE", "Rule", "Words"]

RULES: tuple[Rule, ...] = (
    *file_codes.RULES,
    *table_codes.RULES,
    *meaning_codes.RULES,
    *content_codes.RULES,
    *score_codes.RULES,
    *memory_codes.RULES,
    *tree_codes.RULES,
    *import_codes.RULES,
)

RULES_BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
