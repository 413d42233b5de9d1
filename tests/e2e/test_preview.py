"""Single pages of a site that is still being made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from quipu.make.preview import Preview
from quipu.pipeline import Options, build
from tests.e2e.builds import AS_OF, SMALL_ROOT, copied, snapshot

PATHS = (
    *("index.html", "en/index.html", "regiones/norte/index.html", "en/data/index.html"),
    *("indicadores/E1-01/index.html", "dominios/index.html", "metodo/index.html", "404.html"),
)


def test_a_page_ahead_is_the_page_of_the_site(tmp_path: Path) -> None:
    """What is shown early has the bytes of what is then published; of no page there is none."""
    root, ahead = copied(SMALL_ROOT, tmp_path / "root"), dict[str, bytes | None]()

    def show(preview: Preview) -> None:
        ahead.update({path: preview.file(path) for path in (*PATHS, "nada.html")})

    out = tmp_path / "site"
    build(Options(root=root, out=out, as_of=date.fromisoformat(AS_OF), use_cache=False), show=show)
    site = snapshot(out)
    assert ahead.pop("nada.html") is None
    assert set(ahead) == set(PATHS)
    for path, body in ahead.items():
        assert body == site[path], path


def test_style_sheets_are_made_ahead_too(tmp_path: Path) -> None:
    """A page without its style is no picture of what will be published."""
    root, found = copied(SMALL_ROOT, tmp_path / "root"), dict[str, bytes | None]()
    out = tmp_path / "site"

    def show(preview: Preview) -> None:
        page = (preview.file("index.html") or b"").decode()
        name = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
        found[name] = preview.file(name)

    build(Options(root=root, out=out, as_of=date.fromisoformat(AS_OF), use_cache=False), show=show)
    [(name, body)] = found.items()
    assert name.endswith(".css")
    assert body == (out / name).read_bytes()
