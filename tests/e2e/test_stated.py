"""A site on which regions speak for themselves: where their words stand, and where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.builds import built
from tests.stated import stated_root


@pytest.fixture(name="site", scope="module")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the synthetic root."""
    out = tmp_path_factory.mktemp("stated") / "site"
    built(stated_root(tmp_path_factory.mktemp("root")), out)
    return out


def holding(site: Path, words: str) -> set[str]:
    """The Spanish pages that hold some words."""
    return {
        path.relative_to(site).as_posix()
        for path in site.rglob("index.html")
        if not path.relative_to(site).as_posix().startswith("en/")
        and words in path.read_text(encoding="utf-8")
    }


def test_a_reply_is_quoted_wherever_its_matter_is_told(site: Path) -> None:
    """Beside the figure, in the region, and on the page of the commission; nowhere else."""
    quoted = "<p>Respuesta sintética: «51 %» &amp; 1 &lt; 2.</p></blockquote>"
    assert holding(site, quoted) == {
        "indicadores/XX-01/index.html",
        "regiones/region-a/index.html",
        "regiones/region-a/cra/index.html",
    }


def test_priorities_have_their_pages(site: Path) -> None:
    """Of the regions that published something, and one of all."""
    assert holding(site, "Cuadro cruzado del FODA") == {"regiones/region-a/prioridades/index.html"}
    assert holding(site, "vencida: sigue pendiente") == {"regiones/region-a/prioridades/index.html"}
    assert (site / "regiones/region-b/prioridades/index.html").exists()
    assert not (site / "regiones/region-c/prioridades").exists()
    assert "prioridades/index.html" in holding(site, "Sin prioridades publicadas aquí")
