"""Synthetic registers of the areas of `tests.roots`: invented facts of no real place.

Area A has something on every matter, area B what is old, planned or lacking, area C nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.roots import INDICATORS, both, replace, write

FOLDER = "data/registers/"
_PROOF = "confidence,source,document,date_seen,review_by,note_es,note_en"
_BY = "A,S1,https://example.org/a.pdf,2024-05,,Nota sintética,Synthetic note"
_BARE = "B,S2,,,,,"

REGISTERS: Mapping[str, str] = {
    f"{FOLDER}institutions.csv": (
        "id,actor,public,name_es,name_en\n"
        "gobierno,regional_government,yes,Gobierno sintético,Synthetic government\n"
        "corte,judiciary,yes,Corte sintética,Synthetic court\n"
        "fiscalia,prosecution,yes,Fiscalía sintética,Synthetic prosecution\n"
        "camara,society,no,Cámara sintética,Synthetic chamber\n"
    ),
    f"{FOLDER}topics.csv": (
        "id,kind,name_es,name_en\n"
        "C1,component,Componente sintético,Synthetic component\n"
        "T1,task,Tarea sintética,Synthetic task\n"
    ),
    f"{FOLDER}integrity_functions.csv": (
        "ref_area,valid_at,event,status,level,setup,act,reports_to,value,unit_es,unit_en,"
        f"statement_es,statement_en,{_PROOF}\n"
        "PE-AAA,2024-03-01,unit_created,done,regional_government,2,Norma 1,Gerencia,,,,"
        f"Se creó la unidad.,The unit was created.,{_BY}\n"
        "PE-AAA,2024-04-01,officer_designated,done,regional_government,,Norma 2,,,,,"
        f"Se designó a quien dirige.,A head was designated.,{_BARE}\n"
        "PE-BBB,2020,unit_exists,exists,regional_government,1,,,,,,"
        f"Había una persona a cargo.,A person was in charge.,{_BARE}\n"
        "PE-BBB,2024,training,done,dependency,,,Dirección,40,personas,people,"
        f"Una dirección dictó un taller.,A directorate held a workshop.,{_BARE}\n"
    ),
    f"{FOLDER}minimum_tasks.csv": (
        f"ref_area,task,valid_at,state,statement_es,statement_en,{_PROOF}\n"
        f"PE-AAA,T1,2024-06,done,Identificó riesgos.,It identified risks.,{_BY}\n"
        f"PE-AAA,T2,2024-06,not_done,No propuso políticas.,It proposed none.,{_BARE}\n"
    ),
    f"{FOLDER}commissions.csv": (
        "ref_area,valid_at,event,status,act,institution,starts,ends,value,unit_es,unit_en,"
        f"statement_es,statement_en,{_PROOF}\n"
        "PE-AAA,2022-05-10,norm,done,Ordenanza 1,,,,,,,"
        f"Una norma creó la comisión.,A norm created the commission.,{_BY}\n"
        "PE-AAA,2022-06-15,installed,done,,,,,,,,"
        f"Se instaló la comisión.,The commission was installed.,{_BARE}\n"
        f"PE-AAA,2023,rules,done,,,,,2,,,Adoptó el modelo.,It adopted the model.,{_BARE}\n"
        "PE-AAA,2025-01-15,plan,done,,,2025-01-01,2025-12-31,,,,"
        f"Aprobó su plan.,It approved its plan.,{_BARE}\n"
        "PE-AAA,2025-01-02,chair,done,,corte,2025-01-02,2025-12-31,,,,"
        f"La corte preside.,The court is in the chair.,{_BARE}\n"
        "PE-AAA,2024,secretariat,exists,,gobierno,,,,,,"
        f"El gobierno lleva la secretaría.,The government keeps it.,{_BARE}\n"
        f"PE-BBB,2019-07,inactive,not_done,,,,,,,,No se reunió.,It did not meet.,{_BARE}\n"
        f"PE-BBB,2024-08,norm,planned,,,,,,,,Hay un proyecto.,There is a draft.,{_BARE}\n"
        f"PE-BBB,2019-07,rules,not_done,,,,,,,,No tenía reglas.,It had no rules.,{_BARE}\n"
        f"PE-BBB,,chair,done,,fiscalia,,,,,,La fiscalía presidió.,It was in the chair.,{_BARE}\n"
    ),
    f"{FOLDER}sessions.csv": (
        "ref_area,date,kind,outcome,members,attended,alternates,minutes,minutes_published,"
        f"statement_es,statement_en,{_PROOF}\n"
        "PE-AAA,2024-08-01,ordinary,held,5,4,1,https://example.org/1.pdf,2024-08-31,"
        f"Primera sesión.,First session.,{_BY}\n"
        "PE-AAA,2024-10-01,ordinary,held,5,5,0,https://example.org/2.pdf,2024-11-01,"
        f"Segunda sesión.,Second session.,{_BARE}\n"
        f"PE-AAA,2024-11-01,,no_quorum,5,2,0,,,No hubo quórum.,There was no quorum.,{_BARE}\n"
        f"PE-AAA,2025-09-01,ordinary,called,,,,,,Se convocó.,It was called.,{_BARE}\n"
    ),
    f"{FOLDER}agreements.csv": (
        "ref_area,id,body,agreed_on,text_es,text_en,owner,due,state,done_on,evidence,topics,"
        f"{_PROOF}\n"
        "PE-AAA,2024-1,commission,2024-08-01,Publicar el plan.,Publish the plan.,gobierno,"
        f"2024-09-30,done,2024-09-15,https://example.org/plan.pdf,C1 T1,{_BY}\n"
        "PE-AAA,2024-2,commission,2024-08-01,Revisar riesgos.,Review risks.,corte,"
        f"2024-12-31,pending,,,,{_BARE}\n"
        "PE-AAA,2025-1,regional_government,2025-02-01,Publicar agendas.,Publish diaries.,"
        f"gobierno,2025-07-15,pending,,,,{_BARE}\n"
    ),
    f"{FOLDER}members.csv": (
        f"ref_area,institution,seat,starts,ends,contact_point,{_PROOF}\n"
        f"PE-AAA,gobierno,member,2022-06-15,,yes,{_BY}\n"
        f"PE-AAA,corte,member,2022-06-15,,no,{_BARE}\n"
        f"PE-AAA,camara,observer,2022-06-15,,,{_BARE}\n"
        f"PE-AAA,fiscalia,member,2022-06-15,2023-12-31,yes,{_BARE}\n"
    ),
    f"{FOLDER}commission_periods.csv": (
        f"ref_area,time_period,sessions_expected,basis_es,basis_en,{_PROOF}\n"
        f"PE-AAA,2024-S2,3,Lo dice su norma.,Its norm says so.,{_BARE}\n"
    ),
}
"""Every register, each with rows that are in order on the day of the synthetic edition."""


def registers(folder: Path) -> None:
    """Change: add the files of `REGISTERS`."""
    for path, text in REGISTERS.items():
        write(path, text)(folder)


def path_of(register: str) -> str:
    """Where a register stands."""
    return f"{FOLDER}{register}.csv"


def start_of(register: str, line: int, column: str) -> int:
    """The 1-based position at which a cell of the unchanged register starts."""
    lines = REGISTERS[path_of(register)].split("\n")
    before = lines[0].split(",").index(column)
    return sum(len(text) + 1 for text in lines[line - 1].split(",")[:before]) + 1


def counted(folder: Path) -> None:
    """Change: the wanted indicator of the root is counted in the registers, as sessions held."""
    both(
        replace(INDICATORS, "framework_version\n", "framework_version,computed\n"),
        replace(INDICATORS, ",Entidad,,\n", ",Entidad,,,\n"),
        replace(INDICATORS, "wanted,Entidad,,\n", "wanted,Entidad,,,sessions_held\n"),
        replace(INDICATORS, "retired,Entidad,,\n", "retired,Entidad,,,\n"),
    )(folder)
