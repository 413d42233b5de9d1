"""A synthetic root whose regions say something of themselves: SWOT, priorities, replies."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.roots import minimal_root, write

INSTITUTIONS = "data/registers/institutions.csv"
COMMISSIONS = "data/registers/commissions.csv"
SWOT = "data/registers/swot.csv"
ACTIONS = "data/registers/priority_actions.csv"
PRIORITY = "content/priorities/PE-AAA-primera.es.md"
PRIORITY_EN = "content/priorities/PE-AAA-primera.en.md"
REPLY = "content/replies/PE-AAA/2025-03-05.es.md"
REPLY_EN = "content/replies/PE-AAA/2025-03-05.en.md"
_PROOF = "confidence,source,document,date_seen,review_by,note_es,note_en"
_LINK = "https://example.org/taller"

_PRIORITY = """---
title: {title}
area: PE-AAA
domain: infrastructure
sdg: 9 16
policy_goal: {title}
budget_code: 0001
why: {title}
swot: a-f1 a-d1 a-o1
indicators: XX-01
baseline: 51 {word} 2024
target: 60.5 {word} 2026
topics: C2
---
{title}.
"""
_REPLY = """---
title: {title}
institution: {title}
date: 2025-03-05
answers: XX-01; commissions 6f75dc64
source: https://example.org/respuesta
---
{title}: «51 %» & 1 < 2.
"""

STATED: Mapping[str, str] = {
    INSTITUTIONS: (
        "id,actor,public,name_es,name_en\n"
        "gobierno,regional_government,yes,Gobierno sintético,Synthetic government\n"
    ),
    "data/registers/topics.csv": (
        "id,kind,name_es,name_en\nC2,component,Tema sintético,Synthetic topic\n"
    ),
    "data/registers/integrity_functions.csv": (
        "ref_area,valid_at,event,status,level,setup,act,reports_to,value,unit_es,unit_en,"
        f"statement_es,statement_en,{_PROOF}\n"
    ),
    COMMISSIONS: (
        f"ref_area,valid_at,event,status,act,institution,starts,ends,value,unit_es,unit_en,"
        f"statement_es,statement_en,{_PROOF}\n"
        "PE-AAA,2023,norm,done,N-1,,,,,,,Hecho sintético.,Synthetic fact.,A,S1,,2023,,,\n"
        "PE-BBB,2023,norm,done,N-2,,,,,,,Otro hecho.,Another fact.,A,S1,,2023,,,\n"
    ),
    SWOT: (
        "id,ref_area,time_period,quadrant,statement_es,statement_en,evidence_type,evidence,"
        f"impact,certainty,roles_es,roles_en,{_PROOF}\n"
        "a-f1,PE-AAA,2025,F,Punto F1.,Item F1.,indicator,XX-01,2,3,,,A,S1,,2025,,,\n"
        "a-f2,PE-AAA,2025,F,Punto F2.,Item F2.,document,https://example.org/d,3,3,,,A,S1,,2025,,,\n"
        f"a-d1,PE-AAA,2025,D,Punto D1.,Item D1.,workshop,{_LINK},2,2,Cargo,Post,B,S2,,2025,,,\n"
        "a-o1,PE-AAA,2025,O,Punto O1.,Item O1.,workshop,,1,1,Cargo,Post,B,S2,,2025,,,\n"
        "b-f1,PE-BBB,2025,F,Punto de B.,Item of B.,indicator,XX-01,1,1,,,A,S1,,2025,,,\n"
    ),
    ACTIONS: (
        f"ref_area,priority,text_es,text_en,owner,due,state,done_on,{_PROOF}\n"
        "PE-AAA,PE-AAA-primera,Acción tardía.,Late action.,gobierno,2025-06-29,pending,,A,S1,,,,,\n"
        "PE-AAA,PE-AAA-primera,Acción hecha.,Done action.,gobierno,2025-02-01,done,2025-01-31,"
        "A,S1,,,,,\n"
        "PE-AAA,PE-AAA-primera,Acción futura.,Later action.,gobierno,2026-06-30,pending,,"
        "A,S1,,,,,\n"
    ),
    PRIORITY: _PRIORITY.format(title="Prioridad sintética", word="en"),
    PRIORITY_EN: _PRIORITY.format(title="Synthetic priority", word="in"),
    REPLY: _REPLY.format(title="Respuesta sintética"),
    REPLY_EN: _REPLY.format(title="Synthetic reply"),
}


def stated(folder: Path) -> None:
    """Change: add what the regions say."""
    for path, text in STATED.items():
        write(path, text)(folder)


def stated_root(folder: Path) -> Path:
    """Write the smallest root with what its regions say, and return it."""
    minimal_root(folder)
    stated(folder)
    return folder
