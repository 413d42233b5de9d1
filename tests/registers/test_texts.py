"""Texts that people contribute: contacts of institutions and neutral words are left alone."""

from __future__ import annotations

import pytest

from quipu.findings import Finding
from quipu.parse.privacy import check_contacts, check_privacy
from quipu.parse.wording import check_labels


def codes(text: str) -> list[str]:
    """What is said of a text, as where documents are read."""
    findings: list[Finding] = []
    check_privacy("x", text, findings)
    check_contacts("x", text, findings)
    check_labels("x", text, findings)
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    "text",
    [
        "integridad@regioncusco.gob.pe",
        "integridad@regioncusco.gob.pe.",
        "INTEGRIDAD@REGIONCUSCO.GOB.PE",
        "mesa.de.partes@unsaac.edu.pe",
        "contacto@defensoria.gob.pe, y otros",
        "prensa@ejercito.mil.pe",
        "contacto@proetica.org.pe",
        "info@u4.org",
        "https://www.tiktok.com/@gobierno",
        "https://example.org/mapa/@-12.04,-77.02,15z",
        "2026-03-09",
        "RUC 20131366028",
        "Ordenanza 984-2023-GR",
        "Expediente 2024-984-123-456",
        "984123456 soles",
        "S/ 984,123,456",
        "(01) 311 9930",
        "línea gratuita 0800 12 345",
    ],
)
def test_what_is_of_an_institution_is_left_alone(text: str) -> None:
    """Official addresses, telephones of offices, numbers of acts and amounts."""
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ana@gmail.com", "E233"),
        ("ana@hotmail.com", "E233"),
        ("ana@outlook.es", "E233"),
        ("ana@yahoo.com.pe", "E233"),
        ("ana@proton.me", "E626"),
        ("ana@correo.com", "E626"),
        ("ana@estudio.pe", "E626"),
        ("ana@org.correo.com", "E626"),
        ("ana@gob.pe.correo.com", "E626"),
        ("ana@gobierno-regional.com", "E626"),
        ("mailto:ana@correo.com", "E626"),
        ("984 123 456", "E626"),
        ("984-123-456", "E626"),
        ("+51 984123456", "E626"),
        ("celular: 984 123 456", "E233"),
        ("WhatsApp 984123456", "E233"),
        ("DNI 12345678", "E233"),
        ("D.N.I. N.° 12345678", "E233"),
        ("carné de extranjería 123456789", "E233"),
        ("RUC 10123456789", "E233"),
    ],
)
def test_what_singles_out_a_person_is_told_once(text: str, code: str) -> None:
    """By one of the two codes, whichever way it is written."""
    assert codes(f"Escriba a {text}, por favor.") == [code]


def test_neither_number_nor_name_is_repeated() -> None:
    """Who reads the finding in a public log learns nothing from it."""
    findings: list[Finding] = []
    check_contacts("x", "a ana.perez@correo.com y 984 123 456", findings)
    shown = [finding.params["value"] for finding in findings]
    assert shown == ["…@correo.com", "··· ··· ·56"]


@pytest.mark.parametrize(
    "text",
    [
        "la corrupción y la lucha contra ella",
        "Comisión Regional Anticorrupción",
        "denuncias por presuntos actos corruptos",
        "una presunta práctica corrupta",
        "prácticas corruptas",
        "redes corruptas",
        "conductas corruptas",
        "una conducta corrupta",
        "delitos contra la administración pública",
        "sentencias por delito de colusión",
        "personas procesadas",
        "combatir la delincuencia",
        "ladrillos",
        "la culpa",
        "corrupt practices and corruption risks",
        "alleged offences",
        "guilty pleas",
        "https://diario.pe/2024/funcionarios-corruptos-del-area",
        "[Nota](https://diario.pe/corrupto) de prensa",
    ],
)
def test_neutral_words_are_left_alone(text: str) -> None:
    """Acts, offences and the fight against them may be named; so may addresses be cited."""
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "funcionarios corruptos",
        "CORRUPTO",
        "una autoridad corrupta",
        "los delincuentes",
        "un ladrón",
        "mafioso",
        "coimeros",
        "culpable de peculado",
        "cometieron delitos",
        "se coludieron",
        "corrupt judges",
        "thieves",
        "crooks",
        "guilty of bribery",
        "https://diario.pe/a corruptos",
    ],
)
def test_accusing_words_are_warned_of(text: str) -> None:
    """Whoever labels somebody is asked to tell the fact instead."""
    assert codes(f"Son {text}.") == ["W627"]
