"""Ask whether an address still answers: with care for who answers, and for where it leads.

Only ``http`` and ``https``, only hosts all of whose addresses are public, and the connection
goes to the very address that was looked at: neither a redirect nor a name that changes between
two look-ups can make a runner ask a machine of its own network. No body is read.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

USER_AGENT = "quipu-links/1 (revisa cada noche si las fuentes citadas siguen en su sitio)"
_MOST_HOPS = 5
_WIRE_SERVER = ipaddress.ip_address("168.63.129.16")
"""Public by its number; on a hosted runner it is the machine that the runner runs on."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Outcome(StrEnum):
    """What became of an address."""

    ANSWERS = "answers"
    MOVED = "moved"
    """For good: its server names another address, which answers."""
    FRONT = "front"
    """Its server leads from a document to its own front page: most often it is gone."""
    DEAD = "dead"
    """Its server says that it is not there."""
    CERTIFICATE = "certificate"
    """A browser would warn of it."""
    UNREACHABLE = "unreachable"
    """No such host, no answer, or a failing server: perhaps only tonight."""
    REFUSED = "refused"
    """The server does not answer programs; a person may well see the page."""
    BARRED = "barred"
    """Not asked: no public web address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What is known of one address."""

    url: str
    outcome: Outcome
    detail: str = ""
    """Status, error or reason; for people."""
    final_url: str = ""
    """Where the redirects ended, if there were any."""


class _ProbeError(Exception):
    def __init__(self, outcome: Outcome, detail: str) -> None:
        super().__init__(detail)
        self.outcome = outcome
        self.detail = detail


def is_public(address: IPAddress) -> bool:
    """Whether an address is one of the public Internet, also where it holds another one."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast and address != _WIRE_SERVER


@dataclass(kw_only=True)
class Prober:
    """Asks one address at a time, and leaves each host a pause between two questions."""

    timeout_s: float = 20
    pause_s: float = 1
    is_allowed: Callable[[IPAddress], bool] = is_public
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    _asked_at: dict[str, float] = field(default_factory=dict, init=False)

    def probe(self, url: str) -> Result:
        """Find out what became of an address, following where it leads."""
        here, is_permanent = url, True
        try:
            for _ in range(_MOST_HOPS + 1):
                status, location = self._asked(here)
                if status not in (301, 302, 303, 307, 308) or not location:
                    return _judged(url, here, status, is_permanent=is_permanent)
                is_permanent = is_permanent and status in (301, 308)
                here = urljoin(here, location)
        except _ProbeError as error:
            final = here if here != url else ""
            return Result(url=url, outcome=error.outcome, detail=error.detail, final_url=final)
        return Result(
            url=url, outcome=Outcome.DEAD, detail="demasiadas redirecciones", final_url=here
        )

    def _asked(self, url: str) -> tuple[int, str]:
        """Status and ``Location``; by GET where HEAD gets no good answer, as some refuse it."""
        parts, port = _parts(url)
        try:
            status, location = self._request("HEAD", parts, port)
        except _ProbeError as error:
            if error.outcome is not Outcome.UNREACHABLE:
                raise
            return self._request("GET", parts, port)
        return (status, location) if status < 400 else self._request("GET", parts, port)

    def _request(self, method: str, parts: SplitResult, port: int) -> tuple[int, str]:
        host = parts.hostname or ""
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
        connection = http.client.HTTPConnection(host, port, timeout=self.timeout_s)
        try:
            connection.auto_open = 0  # it never looks the host up by itself
            connection.sock = self._connected(host, port, is_tls=parts.scheme == "https")
            connection.putrequest(method, path + (f"?{query}" if query else ""), skip_host=True)
            connection.putheader("Host", _host_header(parts, port))
            connection.putheader("User-Agent", USER_AGENT)
            connection.putheader("Accept", "*/*")
            connection.putheader("Connection", "close")
            connection.endheaders()
            answer = connection.getresponse()
            # Headers are read as Latin-1; addresses in them are often UTF-8 all the same.
            location = answer.headers.get("Location", "").encode("latin-1", "replace")
            return answer.status, location.decode("utf-8", "replace").strip()
        except ssl.SSLError as error:
            raise _ProbeError(Outcome.CERTIFICATE, _said(error)) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _ProbeError(Outcome.UNREACHABLE, _said(error)) from error
        finally:
            connection.close()

    def _connected(self, host: str, port: int, *, is_tls: bool) -> socket.socket:
        """Connect to an address that was looked at; nothing looks the name up again."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        for *_, place in found:
            if not self.is_allowed(ipaddress.ip_address(str(place[0]).partition("%")[0])):
                raise _ProbeError(Outcome.BARRED, "la máquina no es de la red pública")
        wait = self._asked_at.get(host, float("-inf")) + self.pause_s - time.monotonic()
        time.sleep(max(0, wait))
        try:
            plain = _first(found, self.timeout_s)
            return self.tls.wrap_socket(plain, server_hostname=host) if is_tls else plain
        finally:
            self._asked_at[host] = time.monotonic()


def _first(found: Iterable[Any], timeout_s: float) -> socket.socket:
    """Connect to the first address that takes it."""
    last: OSError = OSError("sin direcciones")
    for family, kind, protocol, _, place in found:
        made = socket.socket(family, kind, protocol)
        made.settimeout(timeout_s)
        try:
            made.connect(place)
        except OSError as error:
            made.close()
            last = error
        else:
            return made
    raise last


def _parts(url: str) -> tuple[SplitResult, int]:
    """Take an address apart; refuse what is no plain web address."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError as error:
        raise _ProbeError(Outcome.BARRED, "no es una dirección") from error
    if parts.scheme not in ("http", "https") or not host:
        raise _ProbeError(Outcome.BARRED, "no empieza con http:// ni https://")
    if parts.username is not None or parts.password is not None:
        raise _ProbeError(Outcome.BARRED, "lleva usuario o contraseña")
    netloc = f"[{host}]" if ":" in host else host
    return parts._replace(netloc=netloc + (f":{parts.port}" if parts.port else "")), port


def _host_header(parts: SplitResult, port: int) -> str:
    is_usual = port == {"http": 80, "https": 443}[parts.scheme]
    return parts.netloc if not is_usual else parts.netloc.removesuffix(f":{port}")


def _judged(url: str, here: str, status: int, *, is_permanent: bool) -> Result:
    """What a last answer means."""
    final = here if here != url else ""
    detail = str(status)
    if status in (401, 403, 405, 406, 429, 451, 501):
        outcome = Outcome.REFUSED
    elif 400 <= status < 500:
        outcome = Outcome.DEAD
    elif status >= 500:
        outcome = Outcome.UNREACHABLE
    elif _is_front(here) and not _is_front(url):
        outcome = Outcome.FRONT
    elif final and is_permanent:
        outcome = Outcome.MOVED
    else:
        outcome = Outcome.ANSWERS
    return Result(url=url, outcome=outcome, detail=detail, final_url=final)


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _said(error: Exception) -> str:
    """What the system says, on one line."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return " ".join(str(error.verify_message).split())
    return " ".join(
        (getattr(error, "strerror", None) or str(error) or type(error).__name__).split()
    )
