"""Pure. Files of outlines to the names and the shapes of areas."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quipu.findings import Finding
from quipu.importing.settings import Layer, RepositorySettings
from quipu.model import Location

Ring = list[list[float]]
"""Places, each with its longitude and latitude."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined:
    """The areas of a layer, by the code that the tables use."""

    names: Mapping[str, str]
    """As written in the file: words or a translation key."""
    shapes: Mapping[str, Sequence[Sequence[Ring]]]
    """Polygons, each with its rings."""
    where: Location
    """The setting that names the file."""


def read_layers(
    files: Mapping[str, bytes],
    settings: RepositorySettings,
    findings: list[Finding],
    used: set[str],
) -> tuple[Outlined, ...]:
    """Read the layers that stand in the repository, in order.

    Args:
        files: The bytes of the repository's files, by path.
        settings: Which layers there are.
        findings: Layers that cannot be read are added here.
        used: The paths of the files that were read are added here.
    """
    found = []
    for layer in settings.layers:
        path = settings.base + layer.path
        if layer.path.startswith(("http:", "https:")):
            findings.append(refused(layer.where, "import-remote", value=layer.path))
            continue
        outlined = _outlined(files.get(path, b""), layer)
        used.add(path)
        if outlined is None:
            findings.append(refused(layer.where, "import-outline-form"))
        else:
            found.append(outlined)
    return tuple(found)


def refused(where: Location, form: str, **params: str) -> Finding:
    """The news that outlines are not carried."""
    return Finding(code="W922", where=where, params={"form": form, **params})


def _outlined(body: bytes, layer: Layer) -> Outlined | None:
    try:
        features = json.loads(body.decode("utf-8-sig"))["features"]
        rows = list(_features(features, layer))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None
    if not rows:
        return None
    return Outlined(
        names={code: name for code, name, _ in rows if name},
        shapes={code: shape for code, _, shape in rows if shape},
        where=layer.where,
    )


def _features(
    features: Sequence[Mapping[str, Any]], layer: Layer
) -> Iterator[tuple[str, str, list[list[Ring]]]]:
    for feature in features:
        properties = feature["properties"]
        code = _word(properties.get(layer.id_property))
        if code:
            code = layer.replacements.get(code, code)
            yield code, _word(properties.get(layer.name_property)), _polygons(feature)


def _word(value: object) -> str:
    """A name or a code, which some files write as a number."""
    is_word = isinstance(value, str | int) and not isinstance(value, bool)
    return " ".join(str(value).split()) if is_word else ""


def _polygons(feature: Mapping[str, Any]) -> list[list[Ring]]:
    """The polygons of a feature; those without an inside are left out."""
    geometry: Mapping[str, Any] = feature.get("geometry") or {}
    coordinates: Any = geometry.get("coordinates")
    kinds: dict[Any, Any] = {"Polygon": [coordinates], "MultiPolygon": coordinates}
    found = kinds.get(geometry.get("type")) or []
    rings = [[[_place(point) for point in ring] for ring in polygon] for polygon in found]
    return [polygon for polygon in rings if polygon and all(len(ring) > 3 for ring in polygon)]


def _place(point: Sequence[float]) -> list[float]:
    """A longitude and a latitude.

    Raises:
        ValueError: It is none: the file is in another system of coordinates, or broken.
    """
    x, y = point[:2]
    if not (abs(x) <= 180 and abs(y) <= 90):
        raise ValueError(point)
    return [float(x), float(y)]
