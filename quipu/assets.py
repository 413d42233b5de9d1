"""Pure. Style sheet and icon as files whose names change with their content."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from quipu.artifact import Artifact

_SHEETS = ("quipu.css", "charts.css")
_TYPES = {
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "woff2": "font/woff2",
    "webmanifest": "application/manifest+json",
}


def asset_files(assets: Mapping[str, bytes]) -> dict[str, Artifact]:
    """The assets to publish, by the name templates know them by.

    The style sheets become one file, ``quipu.css``. Each name carries a piece of its hash,
    so that a browser may keep a file for ever and never shows a page in an old style.
    """
    sheet = b"\n".join(assets[name] for name in _SHEETS if name in assets)
    others = {name: body for name, body in assets.items() if name not in _SHEETS}
    return {
        name: Artifact(path=_hashed(name, body), body=body, media_type=_media_type(name))
        for name, body in {"quipu.css": sheet, **others}.items()
    }


def _hashed(name: str, body: bytes) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"assets/{stem}.{sha256(body).hexdigest()[:10]}.{suffix}"


def _media_type(name: str) -> str:
    return _TYPES.get(name.rpartition(".")[2], "application/octet-stream")
