"""Pure. What a Table Schema says of a table and its columns."""

from __future__ import annotations

from dataclasses import dataclass

from quipu.model import SiteSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSchema:
    """One column."""

    name: str
    type: str
    """``string``, ``number`` or ``integer`` (Table Schema)."""
    es: str
    en: str
    required: bool = False
    codes: tuple[str, ...] = ()
    """The values it may hold; empty for any."""

    def description(self, language: str) -> str:
        """What the column holds, in a language; Spanish when it has none."""
        return self.en if language == "en" else self.es


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSchema:
    """One kind of table."""

    name: str
    path: str
    primary_key: tuple[str, ...]
    fields: tuple[FieldSchema, ...]


def names(
    site: SiteSettings, stem: str, es: str, en: str, *, required: bool = True
) -> tuple[FieldSchema, ...]:
    """One column a language; only the first language's may be required."""
    return tuple(
        FieldSchema(
            name=f"{stem}_{code}",
            type="string",
            es=f"{es} ({code})",
            en=f"{en} ({code})",
            required=required and n == 0,
        )
        for n, code in enumerate(site.languages)
    )


def field(
    name: str,
    es: str,
    en: str,
    type_: str = "string",
    *,
    required: bool = False,
    codes: tuple[str, ...] = (),
) -> FieldSchema:
    """One column, in one call."""
    return FieldSchema(name=name, type=type_, es=es, en=en, required=required, codes=codes)
