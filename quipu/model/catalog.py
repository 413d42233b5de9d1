"""Pure. All facts of a root together, with the indexes that the rest asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from quipu.method import Matrix, Method
from quipu.model.agencies import Advice
from quipu.model.facts import (
    Area,
    Boundary,
    Document,
    Group,
    Indicator,
    Observation,
    SiteSettings,
    Source,
    Unit,
)
from quipu.model.library import Library
from quipu.model.memory import Memory
from quipu.model.priorities import Stated
from quipu.model.registers import Registers
from quipu.vocab import AreaKind, IndicatorStatus


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """Everything that was read, with the indexes that the rest asks for.

    Tuples keep the order of the files, which is the order of the site.
    """

    site: SiteSettings
    areas: tuple[Area, ...]
    sources: tuple[Source, ...]
    units: tuple[Unit, ...]
    groups: tuple[Group, ...]
    indicators: tuple[Indicator, ...]
    observations: tuple[Observation, ...]
    documents: tuple[Document, ...]
    boundary: Boundary | None
    tables: Mapping[str, bytes]
    """The data files byte for byte, by path under ``data/``, for the downloads."""
    method: Method | None = None
    """How scores are made; None: nothing is scored."""
    matrix: Matrix | None = None
    memory: Memory = field(default_factory=Memory)
    """What was published before."""
    registers: Registers = field(default_factory=Registers)
    """Facts that are events or lists, not series."""
    advice: Advice = field(default_factory=Advice)
    """Agencies, their risks, and what they are advised."""
    stated: Stated = field(default_factory=Stated)
    """What regions said themselves: priorities, and replies."""
    library: Library = field(default_factory=Library)
    """Practices and courses."""

    def only(self, indicator: str) -> Catalog:
        """The same areas and sources with the rows and words of one indicator alone."""
        found = replace(
            self,
            observations=self.observations_by_indicator[indicator],
            documents=self._documents_of(indicator),
            stated=self.stated.only(indicator),
            tables={},
        )
        # What is looked up of areas and sources is the same: thousands need not be sorted again.
        shared: tuple[str, ...]
        shared = ("areas_by_code", "page_areas", "areas_by_kind", "main_areas", "above", "below")
        shared += ("sources_by_id", "groups_by_id", "composites_by_member", "concepts")
        for name in shared:
            found.__dict__[name] = getattr(self, name)
        return found

    def _documents_of(self, indicator: str) -> tuple[Document, ...]:
        """The words on an indicator, and those that answer it."""
        names = {("replies", reply.name) for reply in self.stated.only(indicator).replies}
        names.add(("indicators", indicator))
        return tuple(d for d in self.documents if (d.kind, d.name) in names)

    @cached_property
    def areas_by_code(self) -> Mapping[str, Area]:
        """Every area, by its code."""
        return {area.code: area for area in self.areas}

    @cached_property
    def page_areas(self) -> tuple[Area, ...]:
        """The areas that get a page, in file order."""
        return tuple(area for area in self.areas if area.kind in self.site.page_kinds)

    @cached_property
    def areas_by_kind(self) -> Mapping[AreaKind, tuple[Area, ...]]:
        """The areas that get a page, by their kind; kinds without any are left out."""
        found = {
            kind: tuple(area for area in self.areas if area.kind is kind)
            for kind in self.site.page_kinds
        }
        return {kind: areas for kind, areas in found.items() if areas}

    @cached_property
    def main_areas(self) -> tuple[Area, ...]:
        """The areas that are scored and placed: those of the first kind that gets pages."""
        return next(iter(self.areas_by_kind.values()), ())

    @cached_property
    def above(self) -> Mapping[str, Area]:
        """By the code of an area that has a page: the nearest area around it that has one."""
        found = {}
        paged = {area.code for area in self.page_areas}
        for area in self.page_areas:
            around = self.areas_by_code.get(area.parent)
            while around is not None and around.code not in paged:
                around = self.areas_by_code.get(around.parent)
            if around is not None:
                found[area.code] = around
        return found

    @cached_property
    def below(self) -> Mapping[str, tuple[Area, ...]]:
        """By the code of an area: the areas that have a page and lie right below it."""
        found: dict[str, list[Area]] = {}
        for area in self.page_areas:
            if area.code in self.above:
                found.setdefault(self.above[area.code].code, []).append(area)
        return {code: tuple(areas) for code, areas in found.items()}

    @cached_property
    def sources_by_id(self) -> Mapping[str, Source]:
        """Every source, by its id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def groups_by_id(self) -> Mapping[str, Group]:
        """Every group, by its id."""
        return {group.id: group for group in self.groups}

    @cached_property
    def indicators_by_id(self) -> Mapping[str, Indicator]:
        """Every indicator, by its id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def published_indicators(self) -> tuple[Indicator, ...]:
        """Every indicator that gets a page (all but drafts), in file order."""
        return tuple(i for i in self.indicators if i.status is not IndicatorStatus.DRAFT)

    @cached_property
    def observations_by_indicator(self) -> Mapping[str, tuple[Observation, ...]]:
        """The observations of each indicator, in file order; empty where there are none."""
        found: dict[str, list[Observation]] = {i.id: [] for i in self.indicators}
        for observation in self.observations:
            found[observation.indicator].append(observation)
        return {code: tuple(rows) for code, rows in found.items()}

    @cached_property
    def observations_by_area(self) -> Mapping[str, tuple[Observation, ...]]:
        """The observations of each area that has any, in file order."""
        found: dict[str, list[Observation]] = {}
        for observation in self.observations:
            found.setdefault(observation.ref_area, []).append(observation)
        return {code: tuple(rows) for code, rows in found.items()}

    @cached_property
    def observations_about(self) -> Mapping[str, tuple[Observation, ...]]:
        """As ``observations_by_area``, with those of the composites that an area is part of."""
        found: dict[str, list[Observation]] = {}
        members = {area.code: (area.code, *area.members) for area in self.areas if area.members}
        for observation in self.observations:
            for code in members.get(observation.ref_area, (observation.ref_area,)):
                found.setdefault(code, []).append(observation)
        return {code: tuple(rows) for code, rows in found.items()}

    @cached_property
    def documents_by_key(self) -> Mapping[tuple[str, str, str], Document]:
        """Every document, by (kind, name, language)."""
        return {(d.kind, d.name, d.language): d for d in self.documents}

    @cached_property
    def concepts(self) -> Mapping[str, tuple[Document, ...]]:
        """What explains terms, by language; only languages that have any."""
        found: dict[str, list[Document]] = {}
        for document in self.documents:
            if document.kind == "concepts":
                found.setdefault(document.language, []).append(document)
        return {language: tuple(documents) for language, documents in found.items()}

    @cached_property
    def composites_by_member(self) -> Mapping[str, tuple[Area, ...]]:
        """The composite areas that an area is a member of."""
        found: dict[str, list[Area]] = {area.code: [] for area in self.areas}
        for area in self.areas:
            for member in area.members:
                found.setdefault(member, []).append(area)
        return {code: tuple(areas) for code, areas in found.items()}

    @cached_property
    def domains(self) -> tuple[tuple[str, tuple[Indicator, ...]], ...]:
        """The domains that have published indicators, in the order of the tree."""
        found: dict[str, list[Indicator]] = {group.id: [] for group in self.groups}
        for indicator in self.published_indicators:
            found.setdefault(indicator.group, []).append(indicator)
        return tuple((group, tuple(rows)) for group, rows in found.items() if rows)

    @cached_property
    def group_pages(self) -> tuple[tuple[str, tuple[Indicator, ...]], ...]:
        """The groups that have a page: domains, and groups of domains, with their indicators."""
        own = dict(self.domains)
        parents = {group.id: group.parent for group in self.groups}
        above: set[str] = set()
        for group in own:
            parent = parents.get(group, "")
            while parent:
                above.add(parent)
                parent = parents.get(parent, "")
        listed = [g.id for g in self.groups if g.id in own or g.id in above]
        listed += [group for group in own if group not in parents]
        return tuple((group, own.get(group, ())) for group in listed)
