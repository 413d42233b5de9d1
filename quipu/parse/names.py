"""Pure. The names of a row, one a language."""

from __future__ import annotations

from quipu.findings import Finding
from quipu.model import SiteSettings
from quipu.parse.table import Row


def read_names(row: Row, site: SiteSettings, findings: list[Finding]) -> dict[str, str]:
    """Read ``name_<language>``; warn of a language that lacks its name."""
    first = row[f"name_{site.languages[0]}"]
    for language in site.languages[1:]:
        column = f"name_{language}"
        if column in row.order and not row[column] and column not in row.faulty:
            findings.append(row.finding("W333", column, value=first))
    return {lang: row[f"name_{lang}"] for lang in site.languages if row[f"name_{lang}"]}
