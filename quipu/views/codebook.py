"""Pure. What templates see of the codebook: tables, columns, codes and messages."""

from __future__ import annotations

from dataclasses import dataclass

from quipu.views.parts import Fact, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A column of a table, in the codebook."""

    name: str
    description: str
    constraints: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A table that can be downloaded."""

    name: str
    title: str
    rows: str
    """How many, written out."""
    files: tuple[Link, ...]
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaView:
    """A kind of table: its columns and their codes."""

    anchor: str
    title: str
    path: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeList:
    """The codes that a column may hold."""

    name: str
    codes: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRow:
    """A code of the data check."""

    code: str
    anchor: str
    severity: str
    """What it stops, in words."""
    message: str
    hint: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorFamily:
    """Codes that are explained together."""

    anchor: str
    title: str
    rows: tuple[ErrorRow, ...]
