"""Pure. What every page is made from, in one value: the facts, the language, the drawings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from quipu.charts import Drawing, Geometry, TileGrid, finish
from quipu.compare import IndicatorPanel
from quipu.i18n.language import Language
from quipu.model import Area, Catalog, Document, Group, Indicator
from quipu.pages.addresses import address, file_of, relative
from quipu.score.benchmarks import Benchmarks
from quipu.score.derived import DerivedTable
from quipu.views import Link

MAIN_SECTIONS = ("areas", "domains", "matrix", "coverage", "method", "data", "about")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """Everything that was drawn, by the keys of the requests."""

    charts: Mapping[str, Drawing]
    geometry: Geometry | None
    tiles: TileGrid | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is the same on every page of a build."""

    as_of: date
    version: str
    stylesheet: str
    """Path from the root."""
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The facts in one language, ready to be asked for by pages."""

    catalog: Catalog
    panels: Mapping[str, IndicatorPanel]
    benchmarks: Benchmarks
    derived: tuple[DerivedTable, ...]
    """What was computed, as tables for the downloads."""
    language: Language
    languages: Mapping[str, Language]
    drawings: Drawings
    edition: Edition

    @property
    def has_robustness(self) -> bool:
        """Whether there is anything whose firmness can be told."""
        return bool(self.benchmarks.robustness) or self.benchmarks.matrix is not None

    @property
    def method_version(self) -> str:
        """The version of the method; empty where the root has none."""
        return self.catalog.method.version if self.catalog.method else ""

    def path(self, kind: str, name: str = "") -> str:
        """The file of a page in the book's language."""
        return file_of(address(kind, self.language.code, self.language.first, name))

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

    def domains(self) -> tuple[tuple[str, tuple[Indicator, ...]], ...]:
        """The domains that have published indicators, in the order of the tree."""
        found: dict[str, list[Indicator]] = {group.id: [] for group in self.catalog.groups}
        for indicator in self.catalog.published_indicators:
            found.setdefault(indicator.group, []).append(indicator)
        return tuple((group, tuple(rows)) for group, rows in found.items() if rows)

    def group_pages(self) -> tuple[tuple[str, tuple[Indicator, ...]], ...]:
        """The groups that have a page: domains, and groups of domains, with their indicators."""
        own = dict(self.domains())
        parents = {group.id: group.parent for group in self.catalog.groups}
        above: set[str] = set()
        for group in own:
            parent = parents.get(group, "")
            while parent:
                above.add(parent)
                parent = parents.get(parent, "")
        listed = [g.id for g in self.catalog.groups if g.id in own or g.id in above]
        listed += [group for group in own if group not in parents]
        return tuple((group, own.get(group, ())) for group in listed)

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
