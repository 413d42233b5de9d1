"""Pure. ``content/site.toml`` and the tree of ``data/method.toml`` to settings and groups."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from quipu.findings import Finding, did_you_mean
from quipu.model import Group, Location, SiteSettings
from quipu.parse.areas import leads_back
from quipu.parse.cells import is_address
from quipu.parse.text import decode
from quipu.vocab import AreaKind

SITE_PATH = "content/site.toml"
METHOD_PATH = "data/method.toml"

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_COLUMN = re.compile(r"[a-z][a-z0-9_]*")
_TEXTS = ("number_locale", "time_zone", "base_url", "contact", "repository", "licence", "disclaimers")
_LISTS = ("languages", "page_kinds", "area_attributes", "key_indicators", "summary_indicators")
_LOCALISED = ("title", "tagline", "licence", "disclaimers")
_METHOD_KEYS = ("version", "period", "normalise", "group", "uncertainty", "missing", "peers")
_GROUP_KEYS = ("id", "parent", "weight", "aggregate", "floor", "min_coverage")


class _Toml:
    """A TOML file with a way to say where a key stands."""

    def __init__(self, path: str, text: str, values: dict[str, Any], findings: list[Finding]) -> None:
        self.path = path
        self.text = text
        self.values = values
        self.findings = findings

    def report(self, code: str, key: str, **params: str) -> None:
        """Add a finding about a key."""
        self.findings.append(
            Finding(code=code, where=self._where(key), field=key, params=params)
        )

    def _where(self, key: str) -> Location:
        for number, line in enumerate(self.text.split("\n"), start=1):
            if match := re.match(rf'\s*"?({re.escape(key)})"?\s*=', line):
                return Location(path=self.path, line=number, column=match.start(1) + 1)
        return Location(path=self.path)

    def check_keys(self, known: Iterable[str], values: Mapping[str, Any]) -> None:
        """Report the keys that nothing reads."""
        choices = list(known)
        for key in values:
            if key not in choices:
                options = did_you_mean(key, choices) or ", ".join(choices)
                self.report("E502", key, options=options)

    def text_of(self, key: str, default: str = "") -> str:
        """A setting that is a text."""
        value = self.values.get(key, default)
        if isinstance(value, str) and (value.isprintable() or "\n" in value):
            return value
        self.report("E503", key, value=str(value), options="texto · text")
        return default

    def list_of(self, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """A setting that is a list of texts without repetition."""
        value = self.values.get(key, list(default))
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            if len(set(value)) == len(value):
                return tuple(value)
        self.report("E503", key, value=str(value), options='["…", "…"]')
        return default


def _read_toml(path: str, body: bytes, findings: list[Finding]) -> _Toml | None:
    text = decode(path, body, findings)
    if text is None:
        return None
    try:
        return _Toml(path, text, tomllib.loads(text), findings)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (0, 0)
        where = Location(path=path, line=line, column=column)
        value = re.sub(r" \(at .*\)", "", str(error))
        findings.append(Finding(code="E501", where=where, params={"value": value}))
        return None


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
    toml = _read_toml(SITE_PATH, body, findings)
    if toml is None:
        return SiteSettings(titles={"es": "", "en": ""}, taglines={})
    languages = toml.list_of("languages", ("es", "en"))
    if not languages or not all(_LANGUAGE.fullmatch(language) for language in languages):
        toml.report("E503", "languages", value=str(list(languages)), options='["es", "en"]')
        languages = ("es", "en")
    by_language = [f"{name}_{language}" for name in _LOCALISED for language in languages]
    toml.check_keys([*_TEXTS, *_LISTS, *by_language], toml.values)
    for language in languages:
        if not toml.values.get(f"title_{language}"):
            toml.report("E504", f"title_{language}")
    return SiteSettings(
        titles=_by_language(toml, "title", languages),
        taglines=_by_language(toml, "tagline", languages),
        languages=languages,
        number_locale=toml.text_of("number_locale", "es_PE"),
        time_zone=toml.text_of("time_zone", "America/Lima"),
        page_kinds=_page_kinds(toml),
        area_attributes=_attributes(toml, languages),
        base_url=_base_address(toml, "base_url"),
        contact=toml.text_of("contact"),
        repository=_base_address(toml, "repository").rstrip("/"),
        licences=_by_language(toml, "licence", languages),
        disclaimers=_by_language(toml, "disclaimers", languages),
        key_indicators=toml.list_of("key_indicators", ()),
        summary_indicators=toml.list_of("summary_indicators", ()),
    )


def _by_language(toml: _Toml, name: str, languages: tuple[str, ...]) -> dict[str, str]:
    everywhere = toml.text_of(name) if name in _TEXTS else ""
    texts = {lang: toml.text_of(f"{name}_{lang}", everywhere) for lang in languages}
    return {lang: text for lang, text in texts.items() if text}


def _page_kinds(toml: _Toml) -> tuple[AreaKind, ...]:
    kinds = []
    for name in toml.list_of("page_kinds", ("region",)):
        if name in list(AreaKind) and name != AreaKind.COMPOSITE:
            kinds.append(AreaKind(name))
        else:
            options = ", ".join(k for k in AreaKind if k is not AreaKind.COMPOSITE)
            toml.report("E503", "page_kinds", value=name, options=options)
    return tuple(kinds)


def _attributes(toml: _Toml, languages: tuple[str, ...]) -> tuple[str, ...]:
    names = toml.list_of("area_attributes", ())
    taken = {"code", "kind", "parent", "members", "slug", *(f"name_{lang}" for lang in languages)}
    for name in names:
        if not _COLUMN.fullmatch(name) or name in taken:
            toml.report("E503", "area_attributes", value=name, options="a-z 0-9 _")
    return tuple(name for name in names if name not in taken)


def _base_address(toml: _Toml, key: str) -> str:
    address = toml.text_of(key)
    if address and not is_address(address):
        toml.report("E503", key, value=address, options="https://…")
        return ""
    return address if not address or address.endswith("/") else f"{address}/"


def parse_groups(
    body: bytes | None, languages: tuple[str, ...], findings: list[Finding]
) -> tuple[Group, ...]:
    """Read the tree of ``data/method.toml``; empty when there is no such file."""
    toml = None if body is None else _read_toml(METHOD_PATH, body, findings)
    if toml is None:
        return ()
    toml.check_keys(_METHOD_KEYS, toml.values)
    tables = toml.values.get("group", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        toml.report("E503", "group", value=str(tables), options="[[group]]")
        return ()
    words = [f"{name}_{language}" for name in ("name", "summary") for language in languages]
    groups: dict[str, Group] = {}
    for table in tables:
        toml.check_keys([*_GROUP_KEYS, *words], table)
        one = _Toml(METHOD_PATH, toml.text, table, findings)
        key = one.text_of("id")
        if not key or key in groups:
            one.report("E503" if key else "E504", "id", value=key, options="único · unique")
            continue
        groups[key] = Group(
            id=key,
            parent=one.text_of("parent"),
            names=_by_language(one, "name", languages),
            summaries=_by_language(one, "summary", languages),
        )
    parents = {group.id: group.parent for group in groups.values()}
    for group in groups.values():
        if group.parent and (group.parent not in groups or leads_back(group.id, parents)):
            toml.report("E316", "parent", value=group.parent, options=", ".join(groups))
    return tuple(groups.values())
