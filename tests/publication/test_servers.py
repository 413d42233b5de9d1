"""The settings in dist/, tried with the servers they are for, on the real site."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from quipu.publish.manifest import Manifest
from tests.publication.servers import Server, serving
from tools.dist import main
from tools.hosts import ASK_AGAIN, FOREVER, HEADERS

PAGE = "/regiones/cusco/"


@pytest.fixture(scope="module")
def dist(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make dist/ from the real site, as ``make dist`` does."""
    made = tmp_path_factory.mktemp("made") / "dist"
    assert main([str(site_dir), str(made)]) == 0
    return made


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def server(request: pytest.FixtureRequest, dist: Path) -> Iterator[Server]:
    """Serve it."""
    with serving(request.param, dist) as answering:
        yield answering


def test_a_page_is_the_one_that_was_built(server: Server, site_dir: Path) -> None:
    """Byte by byte, as HTML, to whoever asks for it plainly."""
    answer = server.get(PAGE)
    assert (answer.status, answer.headers.get_content_type()) == (200, "text/html")
    assert answer.body == (site_dir / "regiones/cusco/index.html").read_bytes()


def test_every_file_of_the_manifest_is_served(server: Server, dist: Path) -> None:
    """At its own address, with its own bytes and size; no text as something to be saved."""
    manifest = Manifest.parse((dist / "web/manifest.json").read_text(encoding="utf-8"))
    kinds = set()
    for record in manifest.files:
        answer = server.get(f"/{record.path}")
        # Caddy sends an index by its folder alone.
        if record.path.endswith("index.html") and answer.status == 308:
            answer = server.get(f"/{record.path.removesuffix('index.html')}")
        assert (answer.status, len(answer.body)) == (200, record.size_bytes), record.path
        kinds.add((Path(record.path).suffix, answer.headers.get_content_type()))
    expected = {(".html", "text/html"), (".css", "text/css"), (".csv", "text/csv")}
    assert expected <= kinds
    assert {kind for suffix, kind in kinds if suffix == ".json"} == {"application/json"}
    assert {kind for suffix, kind in kinds if suffix == ".svg"} == {"image/svg+xml"}


def test_what_was_packed_beforehand_is_sent(server: Server, dist: Path) -> None:
    """The bytes of the ``.gz`` beside the file, announced as such, and never to others."""
    answer = server.get(PAGE, {"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert answer.headers.get_content_type() == "text/html"
    assert answer.body == (dist / "web/regiones/cusco/index.html.gz").read_bytes()
    assert gzip.decompress(answer.body) == server.get(PAGE).body
    assert server.get(PAGE).headers["Content-Encoding"] is None


def test_an_asset_is_sent_packed_too(server: Server, dist: Path) -> None:
    """Settings of a folder do not undo those of the site."""
    asset = next((dist / "web/assets").glob("*.css"))
    answer = server.get(f"/assets/{asset.name}", {"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.body) == asset.read_bytes()


def test_caddy_sends_brotli_where_somebody_made_it(dist: Path) -> None:
    """As the guide says; to a reader that takes both, and nothing else has to be set."""
    packed = dist / "web/acerca/index.html.br"
    packed.write_bytes(b"synthetic: as if it were packed")
    with serving("caddy", dist) as server:
        answer = server.get("/acerca/", {"Accept-Encoding": "gzip, br"})
    packed.unlink()
    assert answer.headers["Content-Encoding"] == "br"
    assert answer.body == b"synthetic: as if it were packed"


@pytest.mark.parametrize("address", ["/", PAGE, "/datos/CX-01.csv", "/assets/{css}", "/nada"])
def test_every_answer_carries_the_headers_once(server: Server, dist: Path, address: str) -> None:
    """Pages, tables, assets and errors; a header sent twice would be read as another one."""
    css = next((dist / "web/assets").glob("*.css")).name
    answer = server.get(address.format(css=css))
    assert {name: answer.headers.get_all(name) for name in HEADERS} == {
        name: [value] for name, value in HEADERS.items()
    }


def test_the_page_keeps_its_own_policy(server: Server) -> None:
    """The header does not stand in for it: both hold."""
    policy = b'<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
    assert policy in server.get(PAGE).body
    assert server.get(PAGE).headers["Content-Security-Policy"] == "frame-ancestors 'none'"


def test_only_names_with_a_hash_are_kept_for_ever(server: Server, dist: Path) -> None:
    """A page, a table and what is not there are asked for again each time."""
    css = next((dist / "web/assets").glob("*.css")).name
    kept = {
        address: server.get(address).headers.get_all("Cache-Control")
        for address in (PAGE, "/datos/CX-01.csv", f"/assets/{css}", "/assets/gone.css", "/nada")
    }
    assert kept == {
        PAGE: [ASK_AGAIN],
        "/datos/CX-01.csv": [ASK_AGAIN],
        f"/assets/{css}": [FOREVER],
        "/assets/gone.css": [ASK_AGAIN],
        "/nada": [ASK_AGAIN],
    }


def test_a_kept_page_is_not_sent_again(server: Server) -> None:
    """Asking again costs a few bytes when nothing changed."""
    etag = server.get(PAGE).headers["ETag"]
    assert server.get(PAGE, {"If-None-Match": etag}).status == 304


def test_a_corrected_figure_is_sent_though_the_page_is_as_long(server: Server, dist: Path) -> None:
    """A page of the same size, made anew, is told apart from the one that a reader kept."""
    address, path = "/novedades/", dist / "web/novedades/index.html"
    etag = server.get(address).headers["ETag"]
    before, date = path.read_bytes(), path.stat().st_mtime
    path.write_bytes(before[:-2] + b" \n")
    os.utime(path, (date + 1, date + 1))  # as made in another second
    assert server.get(address, {"If-None-Match": etag}).status == 200
    path.write_bytes(before)


@pytest.mark.parametrize("address", ["/en", "/regiones/cusco"])
def test_a_folder_without_its_slash_leads_to_it(server: Server, address: str) -> None:
    """Without naming a host, port or scheme, which a proxy in front may know otherwise."""
    answer = server.get(address)
    assert answer.status in (301, 308)
    assert answer.headers["Location"] == f"{address}/"


@pytest.mark.parametrize("address", ["/nada", "/en/nada/", "/assets/", "/assets/gone.css", "/api/"])
def test_what_is_not_there_gets_the_page_for_it(
    server: Server, address: str, site_dir: Path
) -> None:
    """With status 404; a folder without a page lists nothing."""
    answer = server.get(address)
    assert (answer.status, answer.headers.get_content_type()) == (404, "text/html")
    assert answer.body == (site_dir / "404.html").read_bytes()


@pytest.mark.parametrize("address", ["/../SHA256SUMS", "/..%2fSHA256SUMS", "/%2e%2e/nginx.conf"])
def test_nothing_above_the_folder_is_served(server: Server, address: str) -> None:
    """What stands beside ``web/`` stays there."""
    assert server.get(address).status in (400, 404)
