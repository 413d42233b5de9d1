"""Pure. All registers of a root, in the order in which they need each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from quipu.findings import Finding, did_you_mean
from quipu.model import Area, Location, SiteSettings, Source
from quipu.model.registers import Registers
from quipu.parse.registers import advice, commissions, functions, lists, norms, support, swot
from quipu.parse.registers.reading import FOLDER, Desk, Shape
from quipu.parse.registers.together import check_together
from quipu.vocab import AreaKind

SHAPES: tuple[Shape, ...] = (
    lists.INSTITUTIONS,
    lists.TOPICS,
    functions.FUNCTIONS,
    functions.TASKS,
    commissions.COMMISSIONS,
    commissions.SESSIONS,
    commissions.AGREEMENTS,
    commissions.MEMBERS,
    commissions.PERIODS,
    *advice.SHAPES,
    swot.SWOT,
    swot.ACTIONS,
    support.ASSISTANCE,
    support.REQUESTS,
    norms.NORMS,
)
"""Every register there may be, in the order of the codebook."""
_MOST_NAMED = 12
PATHS = frozenset(shape.path for shape in SHAPES)


def parse_registers(
    files: Mapping[str, bytes],
    site: SiteSettings,
    areas: Mapping[str, Area],
    sources: Mapping[str, Source],
    findings: list[Finding],
) -> Registers:
    """Read every register.

    Args:
        files: The bytes of the root's files, by path.
        site: Which languages texts stand in.
        areas: The areas that facts may be about, by code.
        sources: The sources that they may cite, by id.
        findings: What is wrong is added here.

    Returns:
        The facts in file order, without those that cannot be used.
    """
    desk = Desk(files=files, site=site, areas=areas, sources=sources, findings=findings)
    desk = replace(desk, institutions=lists.read_institutions(desk), topics=lists.read_topics(desk))
    registers = Registers(
        institutions=desk.institutions,
        topics=desk.topics,
        functions=functions.read_functions(desk),
        tasks=functions.read_tasks(desk),
        commissions=commissions.read_commissions(desk),
        sessions=commissions.read_sessions(desk),
        agreements=commissions.read_agreements(desk),
        members=commissions.read_members(desk),
        periods=commissions.read_periods(desk),
        assistance=support.read_assistance(desk),
        requests=support.read_requests(desk),
        norms=norms.read_norms(desk),
        rows=desk.rows,
    )
    check_together(registers, findings)
    findings += _without_place(registers, site, areas)
    findings += _unread(files)
    return registers


def _without_place(
    registers: Registers, site: SiteSettings, areas: Mapping[str, Area]
) -> Iterator[Finding]:
    """Report facts of areas that no page tells facts of, so that none is lost."""
    kinds = [kind for kind in site.page_kinds if any(a.kind is kind for a in areas.values())]
    placed = {code for code, area in areas.items() if area.kind in kinds[:1]}
    national = placed | {c for c, area in areas.items() if area.kind is AreaKind.COUNTRY}
    told = [
        *((f.ref_area, f.proof) for f in registers.functions),
        *((t.ref_area, t.proof) for t in registers.tasks),
        *((s.ref_area, s.proof) for s in registers.sessions),
        *((a.ref_area, a.proof) for a in registers.agreements),
        *((m.ref_area, m.proof) for m in registers.members),
        *((p.ref_area, p.proof) for p in registers.periods),
    ]
    lost = [(area, proof) for area, proof in told if area not in placed]
    lost += [(f.ref_area, f.proof) for f in registers.commissions if f.ref_area not in national]
    for area, proof in lost:
        params = {"value": area, "options": ", ".join(sorted(placed)[:_MOST_NAMED])}
        yield Finding(code="E623", where=proof.origin, field="ref_area", params=params)


def _unread(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """Report files of the folder that are no register."""
    names = [shape.name for shape in SHAPES]
    for path in files:
        if path.startswith(FOLDER) and path not in PATHS:
            name = path.removeprefix(FOLDER).removesuffix(".csv")
            options = did_you_mean(name, names) or ", ".join(names)
            params = {"value": name, "options": options}
            yield Finding(code="E620", where=Location(path=path), params=params)
