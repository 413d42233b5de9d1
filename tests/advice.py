"""A synthetic root with agencies, risks and a card of advice: nothing of it is of a real place."""

from __future__ import annotations

from collections.abc import Mapping

from tests.roots import Change, both, write

AGENCIES = "data/registers/agencies.csv"
RISKS = "data/registers/risks.csv"
CONTROLS = "data/registers/risk_controls.csv"
QUESTIONS = "data/registers/advice_questions.csv"
MITIGATIONS = "data/registers/advice_mitigations.csv"
CARD = "content/advice/una-tarjeta.es.md"
CARD_EN = "content/advice/una-tarjeta.en.md"
_PROOF = "confidence,source,document,date_seen,review_by,note_es,note_en\n"
_CARD = """---
title: {title}
summary: {summary}
family: conflict_of_interest
decision_point: contracting
indicators: XX-01
---
## {head}

{text}
"""
FILES: Mapping[str, str] = {
    AGENCIES: (
        "ref_area,valid_at,state,norm,integrity_seat,rules_published,conflicts_register,"
        f"minutes_published,statement_es,statement_en,{_PROOF}"
        "PE-AAA,2024,constituted,OR 1-2024,yes,,no,,Se creó.,It was created.,A,S1,,2024-05,,,\n"
        "PE-AAA,2025,mentioned,,,,,,La mencionan.,They mention it.,C,S2,,,,Una nota.,A note.\n"
        "PE-BBB,2020,constituted,,,,,,Se creó antes.,It was created before.,B,S1,,,,,\n"
    ),
    RISKS: (
        "id,ref_area,scope,process_es,process_en,stage_es,stage_en,description_es,description_en,"
        f"category,likelihood,impact,owner,due,state,publication,{_PROOF}"
        "A-1,PE-AAA,agency,Compras,Purchases,Bases,Terms,Si A entonces B.,If A then B.,"
        "questionable_practice,4,3,,2025-12-31,open,public,A,S1,,,,,\n"
        "A-2,PE-AAA,agency,Obras,Works,,,Si C entonces D.,If C then D.,"
        "corruption_act,5,4,,,open,summary,A,S1,,,,,\n"
    ),
    CONTROLS: (
        f"risk,kind,text_es,text_en,evidence,effectiveness,{_PROOF}"
        "A-1,preventive,Doble firma.,Two signatures.,https://example.org/c,0.5,A,S1,,,,,\n"
        "A-1,detective,Revisión.,Review.,,0.25,A,S1,,,,,\n"
        "A-2,corrective,Corregir.,Correct.,,,A,S1,,,,,\n"
    ),
    QUESTIONS: (
        "card,number,question_es,question_en,yes_means\n"
        "una-tarjeta,1,¿Pasa algo?,Does anything happen?,risk\n"
        "una-tarjeta,2,¿Hay registro?,Is there a register?,control\n"
    ),
    MITIGATIONS: (
        "card,number,text_es,text_en,norm,effort,owner_es,owner_en\n"
        "una-tarjeta,1,Llevar un registro.,Keep a register.,una-norma,low,Gerencia,Management\n"
    ),
    CARD: _CARD.format(
        title="Una tarjeta", summary="Resumen inventado.", head="Qué puede pasar", text="Algo."
    ),
    CARD_EN: _CARD.format(
        title="A card", summary="An invented summary.", head="What can happen", text="Something."
    ),
}
ADVICE: Change = both(*(write(path, text) for path, text in FILES.items()))
"""Change: add all of them."""
