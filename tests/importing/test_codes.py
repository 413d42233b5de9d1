"""Every code of imports is produced by a repository, in whole sentences."""

from __future__ import annotations

import re

import pytest

from quipu.findings import message
from quipu.findings.import_codes import RULES
from quipu.importing.repository import Imported
from tests.importing.repositories import (
    OLDER,
    SMALL,
    TODAY,
    imported,
    imported_from,
    mapped,
    shapes,
)

ODD = {
    **mapped(shapes(3, 40_000)),
    "config_data.yml": "languages: [ru, zh-Hans]\nmap_layers: [{geojson_file: m.json, "
    "id_property: id, name_property: none}]\n",
    "data/indicator_2-1-1.csv": f"Year,Sex,GeoCode,Value\n2020,{'x' * 2100},,1\n"
    "2020,aÃ±o,,1\n2020,a@gmail.com,,1\n2020,,ñ,1\n2020,,C9,1\n",
    "meta/2-1-1.yml": "RATIONALE: aÃ±o\nRATIONALE: aÃ±o\n",
}
"""What neither of the two forms has."""
PRODUCED = (
    *("W901", "W902", "W903", "W904", "W905", "W906", "W907", "W908", "W909"),
    *("W910", "W911", "W912", "W913", "W914", "W915", "W916", "W917", "W918"),
    *("W919", "W920", "W921", "W922", "W923", "W924", "W925", "W926", "N931", "N932"),
    *("N933", "N934", "N935", "N936", "N937", "N938", "N939", "N940", "N941"),
)


@pytest.fixture(scope="module")
def made() -> tuple[Imported, ...]:
    """Four repositories, imported once."""
    return (imported(TODAY), imported(OLDER), imported_from(ODD), imported_from(SMALL))


def test_no_code_is_of_no_use(made: tuple[Imported, ...]) -> None:
    """None is in the table that nothing leads to."""
    produced = {finding.code for one in made for finding in one.findings}
    assert set(PRODUCED) <= produced
    assert {rule.code for rule in RULES} == set(PRODUCED)


@pytest.mark.parametrize("language", ["es", "en"])
def test_sentences_are_whole(made: tuple[Imported, ...], language: str) -> None:
    """Whatever a finding fills in is there."""
    for finding in (finding for one in made for finding in one.findings):
        assert not re.search(r"\{[a-z_]+\}", " ".join(message(finding, language))), finding
