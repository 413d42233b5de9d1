"""What became of a cited address: asked of real servers on loopback, judged, and reported."""

from __future__ import annotations

import ipaddress
import json
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from quipu.model import Catalog
from quipu.pipeline import check
from tests.roots import LIVE, SOURCES, minimal_root
from tools import links
from tools.links import PENDING, as_markdown, cited_addresses, main, probed, write
from tools.probe import USER_AGENT, IPAddress, Outcome, Prober, Result, is_public

MOVES = {
    "/moved": (301, "/here"),
    "/moved-308": (308, "/here"),
    "/for-now": (302, "/here"),
    "/twice": (301, "/for-now"),
    "/to-front": (302, "/"),
    "/to-gone": (301, "/gone"),
    "/round": (302, "/round"),
    "/to-file": (302, "file:///etc/passwd"),
    "/to-metadata": (302, "http://169.254.169.254/latest/meta-data/"),
    "/to-ipv6": (302, "http://[::1]:9/"),
    "/to-utf8": (301, "/dónde"),
    "/nowhere": (302, ""),
}
STATUSES = {"/gone": 404, "/left": 410, "/closed": 403, "/busy": 429, "/broken": 503}


class _Server(ThreadingHTTPServer):
    asked: list[tuple[str, str, str]]
    """Method, path and user agent."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that hangs up is part of a test."""


class _Handler(BaseHTTPRequestHandler):
    """Answers as the tables say."""

    def do_HEAD(self) -> None:
        """Answer."""
        server = self.server
        assert isinstance(server, _Server)
        server.asked.append((self.command, self.path, self.headers["User-Agent"]))
        path = self.path.partition("?")[0]
        if path in MOVES:
            status, location = MOVES[path]
            self.send_response(status)
            self.send_header("Location", location.encode().decode("latin-1"))
        elif path == "/no-head" and self.command == "HEAD":
            self.send_response(405)
        elif path == "/drops-head" and self.command == "HEAD":
            return
        elif path == "/silent":
            threading.Event().wait(2)
            return
        else:
            self.send_response(STATUSES.get(path, 200))
        self.end_headers()

    def do_GET(self) -> None:
        """Answer."""
        self.do_HEAD()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def running(tls: ssl.SSLContext | None = None) -> Iterator[_Server]:
    """Run a server on loopback."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.asked = []
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def server() -> Iterator[_Server]:
    """Run a plain one."""
    with running() as made:
        yield made


def url_of(server: _Server, path: str) -> str:
    """Return an address of the server."""
    return f"http://127.0.0.1:{server.server_port}{path}"


def only_this_machine(address: IPAddress) -> bool:
    """Stand in for the public Internet: loopback over IPv4, and nothing else."""
    return address == ipaddress.ip_address("127.0.0.1")


def prober(timeout_s: float = 20) -> Prober:
    """Make one that may ask this machine and does not wait in between."""
    return Prober(is_allowed=only_this_machine, pause_s=0, timeout_s=timeout_s)


@pytest.mark.parametrize(
    ("path", "outcome", "detail", "final"),
    [
        ("/here", Outcome.ANSWERS, "200", ""),
        ("/no-head", Outcome.ANSWERS, "200", ""),
        ("/drops-head", Outcome.ANSWERS, "200", ""),
        ("/moved", Outcome.MOVED, "200", "/here"),
        ("/moved-308", Outcome.MOVED, "200", "/here"),
        ("/to-utf8", Outcome.MOVED, "200", "/dónde"),
        # Only for now: the address that is cited stays the right one.
        ("/for-now", Outcome.ANSWERS, "200", "/here"),
        ("/twice", Outcome.ANSWERS, "200", "/here"),
        ("/to-front", Outcome.FRONT, "200", "/"),
        ("/to-gone", Outcome.DEAD, "404", "/gone"),
        ("/round", Outcome.DEAD, "demasiadas redirecciones", "/round"),
        ("/gone", Outcome.DEAD, "404", ""),
        ("/left", Outcome.DEAD, "410", ""),
        ("/closed", Outcome.REFUSED, "403", ""),
        ("/busy", Outcome.REFUSED, "429", ""),
        ("/broken", Outcome.UNREACHABLE, "503", ""),
        ("/?p=1", Outcome.ANSWERS, "200", ""),
        ("/", Outcome.ANSWERS, "200", ""),
    ],
)
def test_outcomes_are_told_apart(
    server: _Server, path: str, outcome: Outcome, detail: str, final: str
) -> None:
    """By status, and by the kind of the redirects on the way."""
    url = url_of(server, path)
    expected = Result(
        url=url,
        outcome=outcome,
        detail=detail,
        final_url=url_of(server, final) if final else "",
    )
    assert prober().probe(url) == expected


def test_a_look_is_short_and_says_who_looks(server: _Server) -> None:
    """HEAD first and alone where it does; every request is signed."""
    prober().probe(url_of(server, "/here"))
    prober().probe(url_of(server, "/no-head"))
    assert server.asked == [
        ("HEAD", "/here", USER_AGENT),
        ("HEAD", "/no-head", USER_AGENT),
        ("GET", "/no-head", USER_AGENT),
    ]


def test_letters_beyond_ascii_reach_the_server(server: _Server) -> None:
    """As browsers send them; what is escaped already is not escaped again."""
    prober().probe(url_of(server, "/año%20x?q=año"))
    assert server.asked[0][1] == "/a%C3%B1o%20x?q=a%C3%B1o"


def test_a_server_that_says_nothing_is_given_up(server: _Server) -> None:
    """Within the time that is given, by HEAD and by GET."""
    found = prober(timeout_s=0.1).probe(url_of(server, "/silent"))
    assert found.outcome is Outcome.UNREACHABLE


def test_a_port_where_nobody_listens_is_unreachable() -> None:
    """The system's own words tell why."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # taken, and not listening
        found = prober().probe(f"http://127.0.0.1:{held.getsockname()[1]}/")
    assert found.outcome is Outcome.UNREACHABLE
    assert found.detail


def test_a_host_that_does_not_exist_is_unreachable() -> None:
    """``.invalid`` never does."""
    assert prober().probe("https://quipu.invalid/x").outcome is Outcome.UNREACHABLE


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate that nobody vouches for."""
    made = tmp_path_factory.mktemp("tls") / "both.pem"
    key = made.with_name("key.pem")
    words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=quipu.invalid -out"
    subprocess.run(
        ["openssl", *words.split(), str(made), "-keyout", str(key)], check=True, capture_output=True
    )
    made.write_text(made.read_text() + key.read_text())
    return made


def test_a_certificate_that_a_browser_would_warn_of_is_told(certificate: Path) -> None:
    """Apart from a server that cannot be reached; and nothing is asked of it."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    with running(tls) as server:
        found = prober().probe(f"https://127.0.0.1:{server.server_port}/here")
        assert server.asked == []
    assert found.outcome is Outcome.CERTIFICATE
    assert "self-signed" in found.detail.replace(" ", "-")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "gopher://127.0.0.1:70/_x",
        "javascript:alert(1)",
        "http:///x",
        "http://[::1",
        "http://127.0.0.1:99999/",
        "http://user:secret@127.0.0.1/",
        "http://" + "a" * 70 + ".invalid/",
        "",
    ],
)
def test_only_plain_web_addresses_are_asked(url: str) -> None:
    """Whatever else the data hold is told, not opened."""
    assert prober().probe(url).outcome is Outcome.BARRED


@pytest.mark.parametrize("path", ["/to-file", "/to-metadata", "/to-ipv6"])
def test_a_redirect_leads_nowhere_that_was_not_allowed(server: _Server, path: str) -> None:
    """Each hop is looked at as the first one is."""
    assert prober().probe(url_of(server, path)).outcome is Outcome.BARRED


def test_this_machine_is_not_asked(server: _Server) -> None:
    """By name or number, however written; nothing reaches the server."""
    guarded = Prober(pause_s=0)
    port = server.server_port
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"):
        assert guarded.probe(f"http://{host}:{port}/here").outcome is Outcome.BARRED, host
    assert server.asked == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("168.63.129.16", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - not bound to
        ("224.0.1.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::808:808", True),
    ],
)
def test_public_addresses(address: str, expected: bool) -> None:
    """Private, local, shared and multicast ones are none, also when wrapped in another."""
    assert is_public(ipaddress.ip_address(address)) is expected


def test_a_host_is_left_a_pause(server: _Server) -> None:
    """The second question to a host waits; another host's does not."""
    slow = Prober(is_allowed=only_this_machine, pause_s=0)
    slow.probe(url_of(server, "/here"))
    first = slow._asked_at["127.0.0.1"]
    slow.pause_s = 0.05
    slow.probe(url_of(server, "/here"))
    assert slow._asked_at["127.0.0.1"] - first >= 0.05


def test_what_did_not_answer_is_asked_again_at_the_end(server: _Server) -> None:
    """A hiccup of a minute is no rot; what is gone is asked once."""
    urls = [url_of(server, path) for path in ("/broken", "/gone", "/here")]
    probed(urls, prober())
    assert [path for method, path, _ in server.asked if method == "GET"] == [
        "/broken",
        "/gone",
        "/broken",
    ]


def test_every_address_of_the_data_is_asked_once_with_its_places(national: Catalog) -> None:
    """Sources and evidence; each says where it is cited, file and line."""
    cited = cited_addresses(national)
    evidence = [
        r.evidence_url for rows in national.observations_by_indicator.values() for r in rows
    ]
    assert set(cited) == ({s.url for s in national.sources} | set(evidence)) - {""}
    assert all(place.startswith("data/") for places in cited.values() for place in places)


def test_evidence_is_asked_too(tmp_path: Path) -> None:
    """An address that stands in a row of an indicator is found with that row."""
    cited = cited_addresses(check(minimal_root(tmp_path)).catalog)
    assert cited["https://example.org/a"] == (f"{LIVE}:2",)


RESULTS = (
    Result(url="https://a.invalid/", outcome=Outcome.ANSWERS, detail="200"),
    Result(url="https://b.invalid/x", outcome=Outcome.DEAD, detail="404"),
    Result(url="https://c.invalid/", outcome=Outcome.REFUSED, detail="403"),
    Result(
        url="https://d.invalid/",
        outcome=Outcome.MOVED,
        detail="200",
        final_url="https://e.invalid/`<img src=x>\n# @all",
    ),
)
CITED = {one.url: ("data/sources.csv:2 (T1)",) for one in RESULTS}


def test_the_report_counts_and_names_what_is_to_be_looked_at(tmp_path: Path) -> None:
    """What answers is only counted; what refuses programs is named and not counted as a task."""
    write(RESULTS, CITED, tmp_path)
    text = (tmp_path / "links.md").read_text(encoding="utf-8")
    assert "4 direcciones: 1 responden, 2 por mirar." in text
    assert "- `https://b.invalid/x` · 404 · data/sources.csv:2 (T1)" in text
    assert "https://a.invalid/" not in text
    assert "https://c.invalid/" in text
    kept = json.loads((tmp_path / "links.json").read_text(encoding="utf-8"))
    assert kept["pending"] == 2
    assert [link["outcome"] for link in kept["links"]] == ["answers", "dead", "refused", "moved"]


def test_an_address_of_another_server_stays_text() -> None:
    """It opens no span, tag or line in the issue that the report is put into."""
    text = as_markdown(RESULTS, CITED)
    assert "`https://e.invalid/??img src=x??# @all`" in text


def test_all_outcomes_have_words() -> None:
    """All but the one that needs none; only a refusal of programs is no task."""
    assert set(links._TOLD) == set(Outcome) - {Outcome.ANSWERS}
    assert set(Outcome) - PENDING == {Outcome.ANSWERS, Outcome.REFUSED}


def test_a_machine_without_network_blames_no_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing answered at all no report is left, not even an earlier one."""
    root = minimal_root(tmp_path)
    for path in (root / SOURCES, root / LIVE):
        text = path.read_text(encoding="utf-8")
        assert "example.org" in text
        path.write_text(text.replace("example.org", "quipu.invalid"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    write(RESULTS, CITED, tmp_path / "reports")
    assert main([str(root)]) == 0
    assert list((tmp_path / "reports").iterdir()) == []
    assert "no tiene red" in capsys.readouterr().out
