"""A whole root to a catalog."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from quipu.model import Catalog
from quipu.periods import UNDATED
from quipu.vocab import AreaKind, IndicatorStatus, ObsStatus, Quality
from tests.roots import METHOD, TOPOLOGY, minimal_root, read_root, write


@pytest.fixture(name="catalog")
def _catalog(tmp_path: Path) -> Catalog:
    root = minimal_root(tmp_path)
    write("data/method.toml", METHOD)(root)
    write("data/geo/x.topo.json", TOPOLOGY)(root)
    catalog, findings = read_root(root)
    # Scores without a written history of their method, and nothing else.
    assert [finding.code for finding in findings] == ["W514"]
    return catalog


def test_areas(catalog: Catalog) -> None:
    """Kinds, names, parents, members, and which of them get a page."""
    assert [area.code for area in catalog.page_areas] == ["PE-AAA", "PE-BBB", "PE-CCC"]
    region, composite = catalog.areas_by_code["PE-AAA"], catalog.areas[-1]
    assert (region.kind, region.parent, region.slug) == (AreaKind.REGION, "PE", "region-a")
    assert region.names == {"es": "Región sintética A", "en": "Synthetic region A"}
    assert composite.members == ("PE-AAA", "PE-BBB")
    assert catalog.composites_by_member["PE-AAA"] == (composite,)
    assert str(region.origin) == "data/areas.csv:3"


def test_sources_and_indicators(catalog: Catalog) -> None:
    """Dates as far as they are known; empty cells are None, not zero."""
    assert [source.published for source in catalog.sources] == ["2024-05", "2024"]
    live, wanted, retired = catalog.indicators
    assert [live.valid_min, live.valid_max, live.weight] == [Decimal(0), Decimal(100), Decimal(1)]
    assert live.core
    assert (wanted.valid_min, wanted.weight, wanted.scope) == (None, None, None)
    assert retired.status is IndicatorStatus.RETIRED
    assert live.unit.short == {"es": "percent", "en": "percent"}


def test_observations(catalog: Catalog) -> None:
    """One a row, with its number as written and its place."""
    rows = catalog.observations_by_indicator["XX-01"]
    assert [str(row.value) for row in rows[:2]] == ["50.0", "25.5"]
    first, missing, undated = rows[0], rows[2], rows[6]
    assert (first.numerator, first.denominator) == (Decimal(50), Decimal(100))
    assert (missing.value, missing.status) == (None, ObsStatus.NOT_COLLECTED)
    assert (undated.period, undated.quality) == (UNDATED, Quality.UNDATED)
    assert rows[3].sources == ("S1", "S2")
    assert first.notes == {"es": "Nota sintética", "en": "Synthetic note"}
    assert str(first.origin) == "data/indicators/XX-01.csv:2"


def test_documents(catalog: Catalog) -> None:
    """Front matter as text on one line; the body as written."""
    document = catalog.documents_by_key["indicators", "XX-01", "es"]
    assert document.meta["why"] == "Palabra sintética que ocupa dos líneas."
    assert document.body == "Palabra con un [enlace](https://example.org/)."


def test_groups_and_outlines(catalog: Catalog) -> None:
    """The tree of domains and the map, where there are such files."""
    assert [(group.id, group.parent) for group in catalog.groups] == [("XX", "YY"), ("YY", "")]
    assert catalog.boundary is not None
    assert catalog.boundary.codes == {"PE-AAA", "PE-BBB", "PE-CCC"}


def test_a_further_language(tmp_path: Path) -> None:
    """A site may be in one language alone, and then asks for no other."""
    root = minimal_root(tmp_path)
    for path in root.rglob("*.en.md"):
        path.unlink()
    for path in root.rglob("*.csv"):
        lines = path.read_text(encoding="utf-8").split("\n")
        names = lines[0].split(",")
        kept = [n for n, name in enumerate(names) if not name.endswith("_en")]
        rows = [",".join(line.split(",")[n] for n in kept) for line in lines if line]
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    write("content/site.toml", 'title_es = "Sitio"\nlanguages = ["es"]\n')(root)
    catalog, findings = read_root(root)
    assert findings == ()
    assert catalog.site.languages == ("es",)
