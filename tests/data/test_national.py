"""The real data: sums that must hold, and what may never be said with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

import pytest

from quipu.compare import IndicatorPanel
from quipu.coverage import coverage
from quipu.model import Catalog, Observation
from quipu.vocab import AreaKind, Coverage, IndicatorStatus, IndicatorType, Quality

# ISO 3166-2:PE has 26 subdivisions; Lima Province (LMA) stands apart from the region of Lima.
CODES = [
    *("AMA", "ANC", "APU", "ARE", "AYA", "CAJ", "CAL", "CUS", "HUC", "HUV", "ICA", "JUN", "LAL"),
    *("LAM", "LIM", "LMA", "LOR", "MDD", "MOQ", "PAS", "PIU", "PUN", "SAM", "TAC", "TUM", "UCA"),
]
CENSUS_2025 = 32_706_028
OPEN_CASES_2021 = 51_462
CONTROL_REPORTS = ("RX-13", "RX-14", "RX-15", "RX-16")


def values(national: Catalog, indicator: str, period: str) -> dict[str, Decimal]:
    """Values of A or B of a period, by area, without the country's."""
    kinds = national.areas_by_code
    return {
        o.ref_area: o.value
        for o in national.observations_by_indicator[indicator]
        if o.period.code == period
        and o.value is not None
        and o.quality.is_comparable
        and kinds[o.ref_area].kind is not AreaKind.COUNTRY
    }


def country(national: Catalog, indicator: str, period: str) -> Decimal:
    """The country's value of a period."""
    found = [
        o.value
        for o in national.observations_by_indicator[indicator]
        if o.ref_area == "PE" and o.period.code == period and o.value is not None
    ]
    assert len(found) == 1
    return found[0]


def compared_rows(panels: Mapping[str, IndicatorPanel]) -> list[Observation]:
    """Every observation that takes a place anywhere."""
    return [o for p in panels.values() if p.compared for o in p.compared.observations]


def test_there_are_26_regions_with_a_page(national: Catalog) -> None:
    """Each with a name in both languages, a tile of its own and an address."""
    areas = national.page_areas
    assert [area.code for area in areas] == [f"PE-{code}" for code in CODES]
    assert all(area.names["es"] and area.names["en"] for area in areas)
    tiles = {(area.attributes["tile_row"], area.attributes["tile_column"]) for area in areas}
    assert len(tiles) == len({area.slug for area in areas}) == 26
    assert national.boundary is not None
    assert national.boundary.codes == {area.code for area in areas}


def test_the_census_adds_up(national: Catalog) -> None:
    """The 26 regions are the country, to the person."""
    regions = values(national, "CX-01", "2025")
    assert len(regions) == 26
    assert sum(regions.values()) == country(national, "CX-01", "2025") == CENSUS_2025


@pytest.mark.parametrize("year", range(2015, 2026))
def test_the_projection_adds_up(national: Catalog, year: int) -> None:
    """Twenty-four regions and undivided Lima are the country, in every year."""
    parts = values(national, "CX-07", str(year))
    assert len(parts) == 25
    assert sum(parts.values()) == country(national, "CX-07", str(year))


@pytest.mark.parametrize("year", range(2007, 2017))
def test_regional_product_stays_below_the_countrys(national: Catalog, year: int) -> None:
    """Taxes and import duties belong to the country alone: below a tenth of its product."""
    regions, whole = values(national, "CX-12", str(year)), country(national, "CX-12", str(year))
    assert whole * Decimal("0.9") < sum(regions.values()) < whole


def test_the_list_of_open_cases_is_complete(national: Catalog) -> None:
    """Its 25 rows add up to the total that was printed with it."""
    cases = values(national, "RX-09", "2021-09")
    assert len(cases) == 25
    assert sum(cases.values()) == OPEN_CASES_2021


def test_the_rate_of_cases_is_cases_by_inhabitants(national: Catalog) -> None:
    """Numerators are the list of cases, denominators the census, and the rate is their ratio."""
    cases, people = values(national, "RX-09", "2021-09"), values(national, "CX-01", "2025")
    people["PE-LIM+PE-LMA"] = people["PE-LIM"] + people["PE-LMA"]
    rows = national.observations_by_indicator["RX-02"]
    assert len(rows) == 25
    for o in rows:
        assert o.numerator == cases[o.ref_area]
        assert o.denominator == people[o.ref_area]
        rate = o.numerator * 100_000 / o.denominator
        assert o.value == rate.quantize(Decimal("0.0001")), o.origin


@pytest.mark.parametrize("indicator", CONTROL_REPORTS)
def test_pooled_years_are_the_sum_of_their_years(national: Catalog, indicator: str) -> None:
    """Two years together are both of them, in every area."""
    pooled = values(national, indicator, "2020/2021")
    years = [values(national, indicator, year) for year in ("2020", "2021")]
    assert len(pooled) == 25
    assert pooled == {code: years[0][code] + years[1][code] for code in pooled}


@pytest.mark.parametrize(("whole", "part"), [("RX-13", "RX-15"), ("RX-14", "RX-16")])
@pytest.mark.parametrize("period", ["2020", "2021", "2020/2021"])
def test_a_head_office_has_no_more_than_its_department(
    national: Catalog, whole: str, part: str, period: str
) -> None:
    """All entities of a department include the head office of its regional government."""
    all_entities, head_office = (values(national, code, period) for code in (whole, part))
    both = set(all_entities) & set(head_office)
    assert len(both) == 24
    assert [code for code in both if head_office[code] > all_entities[code]] == []


def test_shares_are_shares(national: Catalog) -> None:
    """A percentage of a whole is never below nothing; one that may exceed a hundred says so."""
    for measure in national.indicators:
        if measure.type is IndicatorType.PERCENTAGE:
            for o in national.observations_by_indicator[measure.id]:
                if o.value is not None:
                    assert o.value >= (measure.valid_min or 0), o.origin
                    assert o.value <= (measure.valid_max or 100), o.origin


def test_only_good_grades_are_compared(national_panels: Mapping[str, IndicatorPanel]) -> None:
    """No value of a partial list and none without a date takes a place or moves a median."""
    rows = compared_rows(national_panels)
    assert len(rows) > 400
    assert {o.quality for o in rows} == {Quality.OFFICIAL_FILE, Quality.COMPLETE_LIST}
    assert all(o.period.code for o in rows)


def test_only_regions_are_compared(
    national: Catalog, national_panels: Mapping[str, IndicatorPanel]
) -> None:
    """Neither the country nor several regions together are one among the regions."""
    kinds = {national.areas_by_code[o.ref_area].kind for o in compared_rows(national_panels)}
    assert kinds == {AreaKind.REGION}
    for panel in national_panels.values():
        assert set(panel.current) <= {area.code for area in national.page_areas}


def has_values(panel: IndicatorPanel) -> bool:
    """Whether any area has any value at all."""
    return bool(panel.current or panel.joint or panel.partial or panel.series)


def test_retired_and_wanted_indicators_have_no_current_figure(
    national_panels: Mapping[str, IndicatorPanel],
) -> None:
    """History is not today; what is wanted has no value at all."""
    for panel in national_panels.values():
        if panel.indicator.status is IndicatorStatus.RETIRED:
            assert panel.compared is None
            assert not panel.current
            assert panel.historic
        if panel.indicator.status is IndicatorStatus.WANTED:
            assert not has_values(panel)


def test_every_live_indicator_has_values(
    national_panels: Mapping[str, IndicatorPanel],
) -> None:
    """Else it would be wanted."""
    live = [p for p in national_panels.values() if p.indicator.status is IndicatorStatus.LIVE]
    assert len(live) >= 40
    assert [p.indicator.id for p in live if not has_values(p)] == []


def test_joint_figures_stand_where_lima_is_not_divided(
    national: Catalog, national_panels: Mapping[str, IndicatorPanel]
) -> None:
    """A region whose figure is only joint has none of its own, and the other way round."""
    for panel in national_panels.values():
        for area in national.page_areas:
            state, shown = coverage(panel, area)
            if state is Coverage.JOINT:
                assert shown is not None
                assert area.code in national.areas_by_code[shown.ref_area].members
                assert area.code not in panel.current
            if state is Coverage.REPORTED:
                assert shown is not None
                assert shown.ref_area == area.code


NEEDED = {
    IndicatorStatus.LIVE: ("definition", "why", "method", "limits"),
    IndicatorStatus.RETIRED: ("definition", "method", "limits"),
    IndicatorStatus.WANTED: ("definition", "why", "holder", "document", "send"),
}


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_indicator_has_its_words(national: Catalog, language: str) -> None:
    """In both languages: what it measures, how it was obtained or who holds it, what it hides."""
    lacking = [
        (measure.id, key)
        for measure in national.published_indicators
        for key in NEEDED[measure.status]
        if not (
            (document := national.documents_by_key.get(("indicators", measure.id, language)))
            and document.meta.get(key)
        )
    ]
    assert lacking == []
    assert all(measure.names.get(language) for measure in national.indicators)


@pytest.mark.parametrize("language", ["es", "en"])
def test_summary_sentences_fill_in(national: Catalog, language: str) -> None:
    """The sentences that open an area's page ask for nothing that is not there."""
    known = {"name", "value", "period", "within", "of"}
    for code in national.site.summary_indicators:
        sentence = national.documents_by_key["indicators", code, language].meta["sentence"]
        assert "value" in (asked := set(re.findall(r"\{(\w*)\}", sentence)))
        assert asked <= known


ACCUSING = {
    "es": r"(?<!redes )\bcorrupt[oa]s?\b|(?:peor|mejor)(?:es)? regi[oó]n",
    "en": r"\bcorrupt (?:region|official|government)|\b(?:worst|best) regions?\b",
}


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_text_accuses(national: Catalog, language: str) -> None:
    """A case is not a conviction: names, notes and texts do not judge."""
    texts = {
        d.origin.path: f"{d.body}\n{d.meta}" for d in national.documents if d.language == language
    }
    texts |= {str(i.origin): i.names.get(language, "") for i in national.indicators}
    texts |= {str(o.origin): o.notes.get(language, "") for o in national.observations}
    pattern = re.compile(ACCUSING[language], re.IGNORECASE)
    assert {path: found[0] for path, text in texts.items() if (found := pattern.search(text))} == {}


def test_every_value_has_a_source_that_can_be_read(national: Catalog) -> None:
    """Publisher and title always; and every source is used."""
    for source in national.sources:
        assert source.title
        assert source.publisher
    cited = {key for o in national.observations for key in o.sources}
    assert cited <= set(national.sources_by_id)
    assert all(o.sources for o in national.observations)
