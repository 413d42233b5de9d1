"""What to say of each kind that is a fact with its proof, in both kinds of root."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

INSTITUTIONS = (
    "id,actor,public,name_es,name_en\n"
    "entidad-a,regional_government,yes,Entidad sintética A,Synthetic body A\n"
    "entidad-b,judiciary,yes,Entidad sintética B,Synthetic body B\n"
)
"""A ``data/registers/institutions.csv`` of the synthetic root."""
TOPICS = (
    "id,kind,name_es,name_en\n"
    "C1,component,Componente sintético,Synthetic component\n"
    "T1,task,Tarea sintética,Synthetic task\n"
)
"""A ``data/registers/topics.csv`` of the synthetic root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a person says to begin something of a kind."""

    arguments: Sequence[str]
    """In order."""
    options: Mapping[str, str]
    """Every option that a person would answer, in the order of the questions."""

    def words(self) -> list[str]:
        """All of it on the command line."""
        return [*self.arguments, *(word for pair in self.options.items() for word in pair)]

    def answers(self) -> str:
        """All of it as answers to questions."""
        return "".join(f"{text}\n" for text in (*self.arguments, *self.options.values()))


_PROOF = {
    "--confidence": "A",
    "--source": "S1 S2",
    "--document": "https://example.org/documento",
    "--date-seen": "2024-04",
    "--note-es": "Límite sintético",
    "--note-en": "Synthetic limit",
}
_STATEMENT = {"--statement-es": "Frase sintética.", "--statement-en": "Synthetic sentence."}
SYNTHETIC: Mapping[str, Told] = {
    "session": Told(
        arguments=["PE-AAA", "2024-03-05"],
        options={
            "--kind": "ordinary",
            "--outcome": "held",
            "--members": "9",
            "--attended": "7",
            "--alternates": "2",
            "--minutes": "https://example.org/acta",
            "--minutes-published": "2024-03-31",
            **_STATEMENT,
            **_PROOF,
        },
    ),
    "agreement": Told(
        arguments=["PE-AAA", "2024-01"],
        options={
            "--body": "commission",
            "--agreed-on": "2024-03-05",
            "--text-es": "Acuerdo sintético.",
            "--text-en": "Synthetic agreement.",
            "--owner": "entidad-a",
            "--due": "2024-06-30",
            "--state": "done",
            "--done-on": "2024-06-01",
            "--evidence": "https://example.org/prueba",
            "--topics": "C1 T1",
            **_PROOF,
        },
    ),
    "function": Told(
        arguments=["PE-AAA", "2024-03-05"],
        options={
            "--event": "unit_created",
            "--status": "done",
            "--setup": "2",
            "--act": "Resolución 1",
            "--reports-to": "Gerencia sintética",
            **_STATEMENT,
            **_PROOF,
        },
    ),
    "commission": Told(
        arguments=["PE-AAA", "2024-03-05"],
        options={
            "--event": "chair",
            "--status": "done",
            "--act": "Acta 1",
            "--institution": "entidad-b",
            "--starts": "2024-03-05",
            "--ends": "2025-03-04",
            **_STATEMENT,
            **_PROOF,
        },
    ),
    "practice": Told(
        arguments=["PE-AAA", "practica-sintetica"],
        options={
            "--title-es": "Práctica sintética",
            "--title-en": "Synthetic practice",
            "--body-es": "Entidad sintética",
            "--body-en": "Synthetic body",
            "--valid-at": "2024-03",
            "--topics": "C1",
            "--confidence": "B",
            "--source": "S1",
            "--date-seen": "2024-03-31",
        },
    ),
    "reply": Told(
        arguments=["PE-AAA", "2024-03-31"],
        options={
            "--title-es": "Respuesta sintética",
            "--title-en": "Synthetic reply",
            "--institution-es": "Entidad sintética",
            "--institution-en": "Synthetic body",
            "--answers": "XX-01",
            "--source": "https://example.org/respuesta",
        },
    ),
    "request": Told(
        arguments=["PE-AAA", "aaa-2024-01"],
        options={
            "--requester-es": "Oficina sintética",
            "--requester-en": "Synthetic office",
            "--topics": "C1",
            "--urgency": "high",
            "--state": "closed",
            "--opened": "2024-03-05",
            "--answered-on": "2024-04-05",
            "--provider-es": "Entidad sintética",
            "--provider-en": "Synthetic body",
            "--outcome-es": "Resultado sintético.",
            "--outcome-en": "Synthetic outcome.",
            **_PROOF,
        },
    ),
}
_LEAST = {"--confidence": "C", "--source": "S44"}
REAL: Mapping[str, Told] = {
    "session": Told(
        arguments=["tacna", "2020-01-31"],
        options={
            "--kind": "ordinary",
            "--outcome": "called",
            "--statement-es": "Prueba.",
            **_LEAST,
        },
    ),
    "agreement": Told(
        arguments=["tacna", "prueba-1"],
        options={
            "--body": "commission",
            "--agreed-on": "2020-01-31",
            "--text-es": "Prueba.",
            "--owner": "gobierno-regional",
            "--state": "pending",
            **_LEAST,
        },
    ),
    "function": Told(
        arguments=["tacna", ""],
        options={"--event": "other", "--status": "planned", "--statement-es": "Prueba.", **_LEAST},
    ),
    "commission": Told(
        arguments=["tacna", ""],
        options={"--event": "other", "--status": "planned", "--statement-es": "Prueba.", **_LEAST},
    ),
    "practice": Told(
        arguments=["tacna"], options={"--title-es": "Prueba", "--body-es": "Prueba", **_LEAST}
    ),
    "reply": Told(
        arguments=["tacna", "2020-01-31"],
        options={
            "--title-es": "Prueba",
            "--institution-es": "Prueba",
            "--answers": "CX-01",
            "--source": "https://example.org/respuesta",
        },
    ),
    "request": Told(
        arguments=["tacna", "prueba-1"],
        options={
            "--requester-es": "Prueba",
            "--topics": "C2",
            "--urgency": "low",
            "--state": "open",
            "--opened": "2020-01-31",
            **_LEAST,
        },
    ),
}
"""The least that has to be said in the repository's own root; plainly a test, never published."""
