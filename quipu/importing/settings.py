"""Pure. What a repository says of itself: where its files are, which languages, which columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quipu.errors import ConfigError, SourceError
from quipu.findings import Finding, message
from quipu.importing.nodes import Node, read_yaml
from quipu.model import Location
from quipu.parse.settings import is_locale

CONFIG = "config_data.yml"
_SCHEMAS = ("metadata_schema.yml", "_prose.yml")
_DATA = ("data/*-*.csv",)
_META = (
    *("indicator-config/*-*.yml", "indicator_settings/*-*.yml", "meta/*-*.yml", "meta/*-*.yaml"),
    "meta/*-*.md",
)
_INPUTS = {"InputCsvData": "data", "InputYamlMeta": "meta", "InputYamlMdMeta": "meta"}
"""The classes of inputs that are read, and what they give."""
_QUIET_INPUTS = frozenset({"InputSdmxMeta"})
"""Metadata of the United Nations that stand in no file of the repository."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_PLAIN = frozenset(
    {
        *("Year", "Value", "GeoCode", "Units", "Series", "Observation status", "Unit multiplier"),
        *("Unit measure", "UNIT_MEASURE", "UNIT_MULT", "SERIES", "COMMENT_TS", "COMMENT_OBS"),
        *("DATA_LAST_UPDATE", "OBS_STATUS", "Progress"),
    }
)
"""Columns that are no disaggregation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A file of outlines, which also names areas."""

    path: str
    """In the repository, or a web address."""
    name_property: str
    id_property: str
    replacements: Mapping[str, str]
    """Codes of the file and those that the tables use instead."""
    where: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class RepositorySettings:
    """How a repository is laid out."""

    languages: tuple[str, ...]
    """Of the texts; the first is that of the metadata at the root."""
    title: str
    base: str
    """The folder of everything else, with a slash at its end; empty for the repository."""
    data_patterns: tuple[str, ...] = _DATA
    meta_patterns: tuple[str, ...] = _META
    schema_path: str = ""
    layers: tuple[Layer, ...] = ()
    plain_columns: frozenset[str] = _PLAIN
    series_columns: tuple[str, ...] = ("Series", "SERIES")
    unit_columns: tuple[str, ...] = ("Units", "UNIT_MEASURE", "Unit measure")
    translation_folders: tuple[str, ...] = ("translations/",)


def read_settings(
    files: Mapping[str, bytes], spoken: str, findings: list[Finding]
) -> RepositorySettings:
    """Read ``config_data.yml``, or what an older repository has instead.

    Args:
        files: The bytes of the repository's files, by path.
        spoken: The language that is taken where the repository names none.
        findings: What is not taken is added here.

    Raises:
        SourceError: The folder is no such repository.
        ConfigError: The configuration cannot be read, or points out of the repository.
    """
    if CONFIG not in files and not any(path in files for path in _SCHEMAS):
        raise SourceError(
            f"No es un repositorio de datos de Open SDG: no tiene {CONFIG} ni {_SCHEMAS[-1]}.",
            hint="Indique la carpeta que contiene data/ y meta/; el del sitio es otro.",
        )
    told: list[Finding] = []
    config = read_yaml(CONFIG, files[CONFIG], told) if CONFIG in files else None
    if CONFIG in files and (config is None or not dict(config.members())):
        reason = " ".join(message(told[0], "es")[:1]) if told else "no es una lista de claves."
        raise ConfigError(
            f"{told[0].where if told else CONFIG}: {reason}",
            hint="Corrija la configuración del repositorio y vuelva a importar.",
        )
    findings += told
    config = config or Node(value={}, where=Location(path=CONFIG))
    base = _folder(config.get("src_dir"))
    folders = _translation_folders(config)
    languages = _languages(config, files, [base + folder for folder in folders], spoken, findings)
    data, meta = _patterns(config, findings)
    schema = _inside(config.get("schema_file")) or next((p for p in _SCHEMAS if p in files), "")
    options = config.get("indicator_options")
    plain = {node.text for node in options.get("non_disaggregation_columns").parts}
    plain |= {node.text for node in options.get("observation_attributes").parts}
    series, units = (options.get(key).text for key in ("series_column", "unit_column"))
    known = RepositorySettings(languages=languages, title="", base="")
    return RepositorySettings(
        languages=languages,
        title=config.get("docs_branding").text,
        base=base,
        data_patterns=data or _DATA,
        meta_patterns=meta or _META,
        schema_path=schema,
        layers=tuple(_layers(config)),
        plain_columns=_PLAIN | plain,
        series_columns=tuple(dict.fromkeys([*([series] if series else []), *known.series_columns])),
        unit_columns=tuple(dict.fromkeys([*([units] if units else []), *known.unit_columns])),
        translation_folders=tuple(folders),
    )


def _inside(node: Node) -> str:
    """A path that a setting names.

    Raises:
        ConfigError: It leads out of the repository.
    """
    path = node.text.strip().replace("\\", "/")
    if path.startswith(("/", "~")) or ".." in path.split("/") or re.match(r"[A-Za-z]:", path):
        raise ConfigError(
            f"{node.where}: «{path[:120]}» lleva fuera del repositorio.",
            hint="Escriba una ruta relativa dentro de la carpeta del repositorio.",
        )
    return re.sub(r"^(?:\./)+", "", path)


def _folder(node: Node) -> str:
    path = _inside(node).strip("/")
    return f"{path}/" if path and path != "." else ""


def _languages(
    config: Node,
    files: Iterable[str],
    folders: Sequence[str],
    spoken: str,
    findings: list[Finding],
) -> tuple[str, ...]:
    found = [(node.text, node.where) for node in config.get("languages").parts]
    if not found:
        names = {
            path.removeprefix(folder).partition("/")[0]
            for folder in folders
            for path in files
            if path.startswith(folder) and path.count("/") > folder.count("/")
        }
        found = [(name, config.where) for name in sorted(names, key=lambda n: (n != spoken, n))]
    kept = []
    for code, where in found:
        if _LANGUAGE.fullmatch(code) and is_locale(code):
            kept.append(code)
        else:
            findings.append(Finding(code="W923", where=where, params={"value": code}))
    languages = tuple(dict.fromkeys(kept)) or (spoken,)
    findings += [
        Finding(code="N940", where=config.where, params={"value": code})
        for code in languages
        if code not in ("es", "en")
    ]
    return languages


def _patterns(config: Node, findings: list[Finding]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The patterns of the data files and of the metadata files, in order."""
    found: dict[str, list[str]] = {"data": [], "meta": []}
    for part in config.get("inputs").parts:
        name = part.get("class").text
        pattern = _inside(part.get("path_pattern"))
        if name in _INPUTS and pattern:
            found[_INPUTS[name]].append(pattern)
        elif name in _INPUTS:
            found[_INPUTS[name]] += _DATA if _INPUTS[name] == "data" else _META
        elif name not in _QUIET_INPUTS:
            findings.append(Finding(code="W924", where=part.where, params={"value": name}))
    return tuple(found["data"]), tuple(found["meta"])


def _translation_folders(config: Node) -> list[str]:
    sources = [
        _folder(part.get("source"))
        for part in config.get("translations").parts
        if part.get("class").text in ("TranslationInputYaml", "TranslationInputCsv")
    ]
    return [folder for folder in dict.fromkeys(sources) if folder] or ["translations/"]


def _layers(config: Node) -> Iterator[Layer]:
    for part in config.get("map_layers").parts:
        place = part.get("geojson_file")
        is_remote = re.match(r"https?://", place.text.strip())
        yield Layer(
            path=place.text.strip() if is_remote else _inside(place),
            name_property=part.get("name_property").text,
            id_property=part.get("id_property").text,
            replacements={key: node.text for key, node in part.get("id_replacements").members()},
            where=place.where,
        )


def matching(paths: Iterable[str], base: str, pattern: str) -> list[str]:
    """The paths that a pattern names, in order; ``*`` stands for anything but a slash."""
    parts = re.split(r"(\*\*|\*|\?)", base + pattern)
    wild = {"**": ".*", "*": "[^/]*", "?": "[^/]"}
    regex = re.compile("".join(wild.get(part) or re.escape(part) for part in parts))
    return sorted(path for path in paths if regex.fullmatch(path))
