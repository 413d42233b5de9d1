"""Pure. ``content/site.toml`` to the settings of the site."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

from quipu.findings import Finding
from quipu.model import Location, SiteSettings
from quipu.parse.cells import is_address
from quipu.parse.toml import Settings, read_toml
from quipu.vocab import AreaKind

SITE_PATH = "content/site.toml"

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LOCALE = re.compile(r"[a-z]{2,3}(?:_[A-Z]{2})?")
_COLUMN = re.compile(r"[a-z][a-z0-9_]{0,40}")
_NOT_A_BASE = re.compile(r"[?#]|/\.\.?(?:/|\Z)")
_COMMON_LOCALES = frozenset({"es", "en", "es_PE", "en_US"})
"""Known to exist, so that a check need not load the library that knows all of them."""
_TEXTS = (
    *("number_locale", "time_zone", "base_url", "contact", "repository"),
    *("licence", "disclaimers"),
)
_LISTS = ("languages", "page_kinds", "area_attributes", "key_indicators", "summary_indicators")
_LOCALISED = ("title", "tagline", "licence", "disclaimers")


def parse_site(body: bytes | None, findings: list[Finding]) -> SiteSettings:
    """Read the site's settings.

    Args:
        body: The file, or None when it is missing.
        findings: What is wrong is added here.

    Returns:
        The settings; the defaults where they cannot be used.
    """
    if body is None:
        findings.append(Finding(code="E107", where=Location(path=SITE_PATH)))
        return SiteSettings(titles={"es": "", "en": ""}, taglines={})
    toml = read_toml(SITE_PATH, body, findings)
    if toml is None:
        return SiteSettings(titles={"es": "", "en": ""}, taglines={})
    languages = toml.list_of("languages", ("es", "en"), "languages")
    if not languages or not all(_LANGUAGE.fullmatch(x) and is_locale(x) for x in languages):
        toml.refuse("languages", "languages")
        languages = ("es", "en")
    by_language = [f"{name}_{language}" for name in _LOCALISED for language in languages]
    toml.check_keys([*_TEXTS, *_LISTS, *by_language])
    for language in languages:
        if not str(toml.values.get(f"title_{language}", "")).strip():
            toml.report("E504", f"title_{language}")
    return SiteSettings(
        titles=toml.by_language("title", languages),
        taglines=toml.by_language("tagline", languages),
        languages=languages,
        number_locale=_number_locale(toml),
        time_zone=_time_zone(toml),
        page_kinds=_page_kinds(toml),
        area_attributes=_attributes(toml, languages),
        base_url=_base_address(toml, "base_url"),
        contact=toml.text_of("contact"),
        repository=_base_address(toml, "repository").rstrip("/"),
        licences=toml.by_language("licence", languages, toml.text_of("licence")),
        disclaimers=toml.by_language("disclaimers", languages, toml.text_of("disclaimers")),
        key_indicators=toml.list_of("key_indicators", ()),
        summary_indicators=toml.list_of("summary_indicators", ()),
    )


def is_locale(name: str) -> bool:
    """Whether numbers and dates can be written the way of *name*."""
    if name in _COMMON_LOCALES:
        return True
    if not _LOCALE.fullmatch(name):
        return False
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 (slow, and seldom needed)

    try:
        Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _number_locale(toml: Settings) -> str:
    name = toml.text_of("number_locale", "es_PE")
    if is_locale(name):
        return name
    toml.refuse("number_locale", "locale")
    return "es_PE"


def _time_zone(toml: Settings) -> str:
    name = toml.text_of("time_zone", "America/Lima")
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        toml.refuse("time_zone", "time-zone")
        return "America/Lima"
    return name


def _page_kinds(toml: Settings) -> tuple[AreaKind, ...]:
    kinds = []
    for name in toml.list_of("page_kinds", ("region",)):
        if name in list(AreaKind) and name != AreaKind.COMPOSITE:
            kinds.append(AreaKind(name))
        else:
            options = ", ".join(k for k in AreaKind if k is not AreaKind.COMPOSITE)
            toml.refuse("page_kinds", "one-of", name, options=options)
    return tuple(kinds)


def _attributes(toml: Settings, languages: tuple[str, ...]) -> tuple[str, ...]:
    names = toml.list_of("area_attributes", ())
    taken = {"code", "kind", "parent", "members", "slug", *(f"name_{lang}" for lang in languages)}
    usable = []
    for name in names:
        if _COLUMN.fullmatch(name) and name not in taken:
            usable.append(name)
        else:
            toml.refuse("area_attributes", "column-name", name)
    return tuple(usable)


def _base_address(toml: Settings, key: str) -> str:
    address = toml.text_of(key)
    if address and (not is_address(address) or _NOT_A_BASE.search(address)):
        toml.refuse(key, "address")
        return ""
    return address if not address or address.endswith("/") else f"{address}/"
