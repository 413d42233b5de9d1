"""Pure. A change of the data for a person who has one minute, or for a program."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field

from quipu.diff.facts import DocumentChanges, FactChanges
from quipu.diff.figures import ChangedRow, FigureChanges, Row
from quipu.diff.listing import listed_documents, listed_facts
from quipu.diff.markdown import inert, table
from quipu.diff.names import Names
from quipu.diff.outcomes import Edition, Flip
from quipu.diff.suspicions import Suspicion
from quipu.i18n.numbers import DASH

MOST_SHOWN = 40
"""Rows of a table that a person reads; the rest is in the JSON."""
MOST_SENTENCES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Files of the two sites; None where one of them could not be built."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that a change of the data changes."""

    base: str
    before: Edition
    after: Edition
    figures: FigureChanges
    suspicions: tuple[Suspicion, ...]
    flips: tuple[Flip, ...]
    pages: Pages | None
    base_errors: int
    """Of the other side, by today's rules: then it may lack rows."""
    facts: FactChanges = field(default_factory=FactChanges)
    documents: DocumentChanges = field(default_factory=DocumentChanges)


def as_json(found: Difference) -> str:
    """The whole change, nothing left out."""
    value = {
        "base": found.base,
        "suspicions": [asdict(one) for one in found.suspicions],
        "figures": {
            "added": [asdict(row) for row in found.figures.added],
            "changed": [{**asdict(row), "percent": row.percent} for row in found.figures.changed],
            "removed": [asdict(row) for row in found.figures.removed],
        },
        "registers": asdict(found.facts),
        "documents": asdict(found.documents),
        "flips": [asdict(flip) for flip in found.flips],
        "pages": asdict(found.pages) if found.pages else None,
        "base_errors": found.base_errors,
    }
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)


def as_markdown(found: Difference) -> str:
    """What to look at first, then figures, what is told otherwise, and pages."""
    writer = _Writer(found)
    return "\n\n".join(
        part
        for part in (
            writer.head(),
            writer.suspicious(),
            writer.changed(),
            writer.listed_rows(found.figures.added, is_added=True),
            writer.listed_rows(found.figures.removed, is_added=False),
            listed_facts(found.facts, writer.names, MOST_SHOWN),
            listed_documents(found.documents, writer.names.language, MOST_SHOWN),
            *writer.flips(),
            writer.pages(),
        )
        if part
    )


class _Writer:
    """Writes the parts of a report in the language of the edition."""

    def __init__(self, found: Difference) -> None:
        self._found = found
        self._language = found.after.language
        self.names = Names(sides=(found.after, found.before))

    def head(self) -> str:
        _, number = self._language._, self._language.formats.number
        figures, flips, facts = self._found.figures, self._found.flips, self._found.facts
        counts = [
            (len(figures.changed), _("Filas cambiadas")),
            (len(figures.added), _("nuevas")),
            (len(figures.removed), _("quitadas")),
            (facts.count, _("filas de registros distintas")),
            (len(flips), _("cosas que se dicen de otro modo")),
        ]
        told = "; ".join(f"{words}: **{number(n, 0)}**" for n, words in counts)
        title = _("Qué cambia frente a")
        text = f"## {title} {inert(self._found.base)}\n\n{told}."
        if self._found.base_errors:
            text += "\n\n" + _(
                "La base tiene {count} errores según las reglas de hoy: puede faltar alguna de "
                "sus filas.",
                count=self._found.base_errors,
            )
        return text

    def suspicious(self) -> str:
        _ = self._language._
        if not self._found.suspicions:
            return ""
        lines = [
            f"- {self.names.indicator(one.indicator)}: {self._suspicion(one)}"
            for one in self._found.suspicions
        ]
        title = _("Mire esto primero")
        return f"### {title}\n\n" + "\n".join(lines)

    def _suspicion(self, one: Suspicion) -> str:
        """What is odd, in words."""
        _, plural = self._language._, self._language.plural
        told = {"example": inert(one.example), "detail": inert(one.detail)}
        if one.reason == "vanished":
            return plural(
                "{n} área se queda sin ninguna fila ({example})",
                "{n} áreas se quedan sin ninguna fila ({example}…)",
                one.count,
                **told,
            )
        if one.reason == "factor":
            return plural(
                "{n} valor cambia justo por una potencia de diez ({example}: {detail})",
                "{n} valores cambian justo por una potencia de diez ({example}: {detail})",
                one.count,
                **told,
            )
        if one.reason == "past_changed":
            return plural(
                "{n} valor ya publicado cambia sin una razón en data/revisions.csv ({example})",
                "{n} valores ya publicados cambian sin una razón en data/revisions.csv ({example})",
                one.count,
                **told,
            )
        if one.reason == "jump":
            return plural(
                "{n} valor cambia más de diez veces ({example}: {detail})",
                "{n} valores cambian más de diez veces ({example}: {detail})",
                one.count,
                **told,
            )
        return {
            "rows_gone": _("se quitan {detail} de sus filas", **told),
            "all_equal": _(
                "todas las áreas con dato de {example} tienen el mismo valor: {detail}", **told
            ),
            "redefined": _("cambia «{example}»: {detail}", **told),
        }[one.reason]

    def changed(self) -> str:
        _ = self._language._
        rows = self._found.figures.changed
        if not rows:
            return ""
        head = [_("Indicador"), _("Área"), _("Periodo"), _("Antes"), _("Después"), "%"]
        lines = [self._changed(row) for row in rows[:MOST_SHOWN]]
        if any(row.reason for row in rows):
            head.append(_("Por qué"))
            shown = zip(lines, rows, strict=False)
            lines = [(*line, inert(row.reason) or DASH) for line, row in shown]
        title = _("Filas que cambian")
        return f"### {title}\n\n{table(head, lines)}{self._more(len(rows))}"

    def _changed(self, row: ChangedRow) -> tuple[str, ...]:
        new, percent = row.after, row.percent
        place = (
            self.names.indicator(new.indicator),
            self.names.area(new.ref_area),
            new.time_period or DASH,
        )
        if "value" in row.columns:
            share = DASH
            if percent is not None:
                sign = "+" if percent > 0 else ""
                share = f"{sign}{self._language.formats.number(percent, 1)}"
            return (*place, row.before.value or DASH, new.value or DASH, share)
        old = "; ".join(f"{c}: {getattr(row.before, c) or DASH}" for c in row.columns)
        now = "; ".join(f"{c}: {getattr(new, c) or DASH}" for c in row.columns)
        return (*place, inert(old), inert(now), DASH)

    def listed_rows(self, rows: Sequence[Row], *, is_added: bool) -> str:
        """Rows by indicator: how many, of which periods; each one where they are few."""
        _ = self._language._
        if not rows:
            return ""
        groups: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            groups[row.indicator].append(row)
        lines = []
        for code, own in list(groups.items())[:MOST_SHOWN]:
            periods = ", ".join(sorted({row.time_period or DASH for row in own}))
            told = self._language.plural("{n} fila", "{n} filas", len(own))
            if len(own) <= 3:
                told = "; ".join(
                    f"{self.names.area(row.ref_area)} {row.value or DASH}" for row in own
                )
            lines.append(f"- {self.names.indicator(code)} · {periods}: {told}")
        title = _("Filas nuevas") if is_added else _("Filas quitadas")
        return f"### {title}\n\n" + "\n".join(lines) + self._more(len(groups))

    def flips(self) -> Iterator[str]:
        """A table for each kind of thing that is told otherwise."""
        _ = self._language._
        titles = {
            "category": _("Categorías de la matriz"),
            "verdict": _("Comparaciones con la referencia"),
            "rank": _("Intervalos de puestos"),
            "score": _("Puntajes"),
            "sentence": _("Frases que abren una página"),
        }
        for kind, title in titles.items():
            rows = [flip for flip in self._found.flips if flip.kind == kind]
            if rows:
                yield f"### {title}\n\n{self._flips(kind, rows)}"

    def _flips(self, kind: str, rows: Sequence[Flip]) -> str:
        _ = self._language._
        has_subject = kind in ("verdict", "rank", "score")
        head = (_("Área"), *((_("De qué"),) if has_subject else ()), _("Antes"), _("Después"))
        most = MOST_SENTENCES if kind == "sentence" else MOST_SHOWN
        return table(
            head,
            [
                (
                    self.names.area(flip.ref_area),
                    *((self.names.subject(flip.subject),) if has_subject else ()),
                    inert(flip.before) or DASH,
                    inert(flip.after) or DASH,
                )
                for flip in rows[:most]
            ],
        ) + self._more(len(rows), most)

    def pages(self) -> str:
        _, number = self._language._, self._language.formats.number
        pages = self._found.pages
        if pages is None:
            return _("No se compararon las páginas: la base no se puede construir con este código.")
        text = _(
            "Páginas que cambian: {changed}; nuevas: {added}; quitadas: {removed}.",
            changed=number(len(pages.changed), 0),
            added=number(len(pages.added), 0),
            removed=number(len(pages.removed), 0),
        )
        listed = [f"- + `{path}`" for path in pages.added] + [
            f"- − `{path}`" for path in pages.removed
        ]
        title = _("Páginas")
        return f"### {title}\n\n{text}" + "".join(f"\n{line}" for line in listed[:MOST_SHOWN])

    def _more(self, count: int, most: int = MOST_SHOWN) -> str:
        if count <= most:
            return ""
        rest = self._language.formats.number(count - most, 0)
        return "\n\n" + self._language._("Y {rest} más: con --format json están todas.", rest=rest)
