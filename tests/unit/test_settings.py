"""The site's settings."""

from __future__ import annotations

from quipu.findings import Finding
from quipu.model import SiteSettings
from quipu.parse.settings import is_locale, parse_site
from quipu.vocab import AreaKind


def read(text: str) -> tuple[SiteSettings, list[str]]:
    """Read settings, with the codes of what was found."""
    findings: list[Finding] = []
    return parse_site(text.encode(), findings), [finding.code for finding in findings]


def test_defaults() -> None:
    """Two titles are enough."""
    site, codes = read('title_es = "a"\ntitle_en = "b"\n')
    assert codes == []
    assert site == SiteSettings(titles={"es": "a", "en": "b"}, taglines={})


def test_all_settings() -> None:
    """Addresses end in a slash or not, as their use asks; one licence serves all languages."""
    site, codes = read(
        'title_es = "a"\ntitle_en = "b"\nbase_url = "https://example.org/x"\n'
        'repository = "https://example.org/r/"\nlicence = "CC0"\npage_kinds = ["province"]\n'
        'area_attributes = ["ubigeo"]\nnumber_locale = "es_MX"\ntime_zone = "UTC"\n'
        'contact = "a@example.org"\n'
    )
    assert codes == []
    assert (site.base_url, site.repository) == ("https://example.org/x/", "https://example.org/r")
    assert site.licences == {"es": "CC0", "en": "CC0"}
    assert (site.page_kinds, site.area_attributes) == ((AreaKind.PROVINCE,), ("ubigeo",))
    assert (site.number_locale, site.time_zone) == ("es_MX", "UTC")


def test_wrong_settings_fall_back() -> None:
    """So that everything else can be checked in the same run."""
    site, codes = read('title_es = "a"\ntitle_en = 1\nlanguages = 5\ntime_zone = "Lima"\n')
    assert codes == ["E503", "E503", "E503"]
    assert (site.languages, site.time_zone) == (("es", "en"), "America/Lima")


def test_locales() -> None:
    """Those that the formats know."""
    assert is_locale("es_PE")
    assert is_locale("qu_PE")
    assert not is_locale("es_QQ")
    assert not is_locale("../x")
