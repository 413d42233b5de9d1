"""Pure. What every page is made from, in one value: the facts, the language, the drawings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from markupsafe import Markup

from quipu.charts import Drawing, finish
from quipu.compare import IndicatorPanel
from quipu.i18n.language import Language
from quipu.memory.changes import History
from quipu.model import Area, Catalog, Document, Group, Indicator
from quipu.pages.addresses import EDITIONS_FOLDER, address, file_of, relative
from quipu.pages.easel import Easel
from quipu.pages.shelf import Shelf
from quipu.score.benchmarks import Benchmarks, Judgements
from quipu.score.derived import DerivedTable
from quipu.views import Link
from quipu.vocab import AreaKind

MAIN_SECTIONS = ("areas", "domains", "matrix", "system", "coverage", "method", "data", "about")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The areas of one kind beside each other."""

    areas: tuple[Area, ...]
    panels: Mapping[str, IndicatorPanel]
    judgements: Judgements


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is the same on every page of a build."""

    as_of: date
    version: str
    stylesheet: str
    """Path from the root."""
    icon: str
    has_matrix: bool
    """Whether the site has a page of the matrix, which every page links to."""
    frozen: str = ""
    """The name of the edition that these pages are kept as; empty: they are today's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The facts in one language, ready to be asked for by pages.

    It is open at one kind of areas: at first at the first kind, whose areas are scored.
    """

    catalog: Catalog
    areas: tuple[Area, ...]
    """Of the kind it is open at."""
    panels: Mapping[str, IndicatorPanel]
    """Of those areas, by indicator id."""
    benchmarks: Benchmarks
    """Comparisons and movements are of those areas, all else of the first kind."""
    fields: Mapping[AreaKind, Field]
    """By kind, the first one first."""
    derived: tuple[DerivedTable, ...]
    """What was computed, as tables for the downloads."""
    language: Language
    languages: Mapping[str, Language]
    easel: Easel
    shelf: Shelf
    piece: Callable[[str, object], Markup]
    """Writes a view with a macro of ``parts/cards.html``, by its name."""
    edition: Edition
    history: History = field(default_factory=History)

    def at(self, kind: AreaKind) -> Book:
        """The same book, open at another kind of areas."""
        field = self.fields.get(kind)
        if field is None or field.areas is self.areas:
            return self
        told = field.judgements
        benchmarks = replace(
            self.benchmarks, comparisons=told.comparisons, movements=told.movements
        )
        return replace(self, areas=field.areas, panels=field.panels, benchmarks=benchmarks)

    def only(self, indicator: Indicator, *, is_one_kind: bool = False) -> Book:
        """The slice of the book that holds one indicator: of other figures it knows nothing.

        Args:
            indicator: What is left of all indicators.
            is_one_kind: Whether the other kinds of areas are left out too.
        """
        code, told, scores = indicator.id, self.benchmarks, self.benchmarks.scores
        if scores is not None:
            own = {key: score for key, score in scores.scores.items() if key[0] == code}
            scores = replace(scores, scores=own)
        judged = _only(Judgements(comparisons=told.comparisons, movements=told.movements), code)
        return replace(
            self,
            catalog=self.catalog.only(code),
            panels={code: self.panels[code]},
            fields={
                kind: replace(
                    field,
                    panels={code: field.panels[code]},
                    judgements=_only(field.judgements, code),
                )
                for kind, field in self.fields.items()
                if not is_one_kind or field.areas is self.areas
            },
            derived=(),
            history=self.history.only(code),
            benchmarks=replace(
                told,
                comparisons=judged.comparisons,
                movements=judged.movements,
                peers=None,
                scores=scores,
                progress={},
                robustness={},
                matrix=None,
            ),
        )

    @property
    def has_robustness(self) -> bool:
        """Whether there is anything whose firmness can be told."""
        return bool(self.benchmarks.robustness) or self.benchmarks.matrix is not None

    @property
    def has_system(self) -> bool:
        """Whether the root keeps registers, and so the site has pages of what they tell."""
        return self.catalog.registers.is_kept

    @property
    def method_version(self) -> str:
        """The version of the method; empty where the root has none."""
        return self.catalog.method.version if self.catalog.method else ""

    def path(self, kind: str, name: str = "") -> str:
        """The file of a page in the book's language."""
        return file_of(address(kind, self.language.code, self.language.first, name))

    def current_link(self, page: str, target: str) -> str:
        """Link to a file of the site of today, also from an edition that is kept as it was."""
        if not self.edition.frozen:
            return relative(page, target)
        # An edition stands in a folder of that site.
        return "../" * (page.count("/") + EDITIONS_FOLDER.count("/") + 1) + target

    def area_link(self, area: Area, page: str) -> Link:
        """Link to an area; without an address when the area has no page."""
        has_page = area.kind in self.catalog.site.page_kinds
        href = relative(page, self.path("areas", area.slug)) if has_page else ""
        return Link(href=href, text=self.language.text(area.names))

    def indicator_link(self, indicator: Indicator, page: str) -> Link:
        """Link to the page of an indicator."""
        href = relative(page, self.path("indicators", indicator.id))
        return Link(href=href, text=self.language.text(indicator.names))

    def domain_link(self, group: str, page: str) -> Link:
        """Link to the page of a domain."""
        return Link(href=relative(page, self.path("domains", group)), text=self.group_name(group))

    def group(self, group: str) -> Group:
        """A domain; one that has only its id when the method does not describe it."""
        known = self.catalog.groups_by_id.get(group)
        return known or Group(id=group, parent="", names={}, summaries={})

    def group_name(self, group: str) -> str:
        """The name of a domain, or its id."""
        return self.language.text(self.group(group).names) or group

    def words(self, indicator: Indicator, key: str) -> tuple[str, str]:
        """A text about an indicator and the language it is in; empty when there is none."""
        for code in (self.language.code, self.language.first):
            document = self.catalog.documents_by_key.get(("indicators", indicator.id, code))
            if document is not None and document.meta.get(key):
                return document.meta[key], code
        return "", self.language.code

    def commentary(self, area: str) -> Document | None:
        """What a person wrote about an area, in the book's language or else in the first."""
        for code in (self.language.code, self.language.first):
            document = self.catalog.documents_by_key.get(("regions", area, code))
            if document is not None:
                return document
        return None

    def svg(self, drawing: Drawing, uid: str, title: str, description: str = "") -> Markup:
        """A drawing as an element that may stand in a page."""
        # finish() escapes its texts; the rest of the element was made by the chart engine.
        return Markup(finish(drawing, uid=uid, title=title, description=description))  # noqa: S704


def _only(told: Judgements, indicator: str) -> Judgements:
    """What is told of one indicator."""
    return Judgements(
        comparisons={k: v for k, v in told.comparisons.items() if k == indicator},
        movements={k: v for k, v in told.movements.items() if k[0] == indicator},
    )
