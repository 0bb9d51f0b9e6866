"""Asks a server by HTTP, if it stands in the own network: on this machine or at a private address."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from ipaddress import IPv6Address, ip_address, ip_network
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import SplitResult, urlsplit

OWN = tuple(
    ip_network(network)
    for network in (
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "::1/128",
        "fc00::/7",
        "fe80::/10",
    )
)
"""Loopback, private (RFC 1918, RFC 4193) and link-local."""

PORTS = {"http": 80, "https": 443}


class NoAnswer(Exception):  # noqa: N818
    """The server did not give what was asked; the text is the kind of failure, never a word of what was sent."""


def trouble(url: str) -> str | None:
    """What is wrong with the address of a server, for the operator; None where we may send to it."""
    try:
        parts = urlsplit(url)
        port = _port(parts)
    except ValueError:
        parts, port = urlsplit(""), 0
    if parts.scheme not in PORTS or not parts.hostname or not (url.isascii() and url.isprintable()) or " " in url:
        return "hier muss eine Adresse stehen, die mit http:// oder https:// beginnt, wie http://127.0.0.1:8080"
    if "@" in parts.netloc or parts.query or parts.fragment:
        return "die Adresse darf keinen Benutzernamen, kein „?“ und kein „#“ enthalten"
    try:
        found = _resolved(parts.hostname, port)
    except OSError:
        return f"wir finden den Rechner „{parts.hostname}“ nicht. Prüfen Sie den Namen"
    if not all(_is_own(entry[4][0]) for entry in found):
        return (
            f"der Rechner „{parts.hostname}“ liegt nicht im eigenen Netz. Texte aus Formularen schicken wir nur an "
            "diesen Rechner selbst oder an private Adressen, zum Beispiel 127.0.0.1, 10.…, 192.168.… oder fd…"
        )
    return None


def post(url: str, body: bytes, *, seconds: float, most: int) -> bytes:
    """The body of the answer to ``body`` (JSON), of at most ``most`` bytes, within ``seconds`` in all.

    The name is looked up and judged at each call, and the connection goes to the very address that was judged. No
    proxy, no redirect. Raises ``NoAnswer`` for everything that goes wrong, a status other than 200 included.
    """
    results: SimpleQueue[bytes | str] = SimpleQueue()
    opened: list[socket.socket] = []

    def talk() -> None:
        try:
            results.put(_exchange(urlsplit(url), body, seconds, most, opened))
        except NoAnswer as refused:
            results.put(str(refused))
        except Exception as error:  # a stranger's bytes may bring about any; its text may quote them
            results.put(type(error).__name__)
        finally:
            for sock in opened:
                sock.close()

    # A thread, because neither the look-up of a name nor a server that sends a byte a second heeds a time-out.
    Thread(target=talk, daemon=True).start()
    try:
        result = results.get(timeout=seconds)
    except Empty:
        for sock in opened:
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
        raise NoAnswer("no answer in time") from None
    if isinstance(result, str):
        raise NoAnswer(result)
    return result


def _exchange(url: SplitResult, body: bytes, seconds: float, most: int, opened: list[socket.socket]) -> bytes:
    from http.client import HTTPConnection, HTTPSConnection
    from ssl import create_default_context

    host, port = url.hostname or "", _port(url)
    sock = _connected(host, port, time.monotonic() + seconds)
    opened.append(sock)
    if url.scheme == "https":
        context = create_default_context()
        sock = context.wrap_socket(sock, server_hostname=host)
        opened.append(sock)
        connection: HTTPConnection = HTTPSConnection(host, port, context=context)
    else:
        connection = HTTPConnection(host, port)
    connection.sock = sock
    connection.auto_open = 0
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
    connection.request("POST", url.path or "/", body, headers)
    with connection.getresponse() as response:
        if response.status != 200:
            raise NoAnswer(f"status {response.status}")
        answer = response.read(most + 1)
    if len(answer) > most:
        raise NoAnswer("a longer answer than we take")
    return answer


def _connected(host: str, port: int, until: float) -> socket.socket:
    """A connection to the first address of the host that takes one, if all of them lie in the own network."""
    found = _resolved(host, port)
    if not all(_is_own(address[0]) for *_, address in found):
        raise NoAnswer("outside the own network")
    failed = NoAnswer("no address")
    for family, kind, protocol, _, address in found:
        sock = socket.socket(family, kind, protocol)
        sock.settimeout(max(until - time.monotonic(), 0.001))
        try:
            sock.connect(address)
        except OSError as error:
            failed = NoAnswer(type(error).__name__)
            sock.close()
        else:
            return sock
    raise failed


def _port(url: SplitResult) -> int:
    """Raises ``ValueError`` for one that is no number from 0 to 65535."""
    return url.port if url.port is not None else PORTS.get(url.scheme, 0)


def _resolved(host: str, port: int) -> list[tuple[int, int, int, str, tuple[Any, ...]]]:
    """The addresses of a host, in the system's order; raises ``OSError`` where it has none."""
    try:
        return list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    except UnicodeError as error:
        raise OSError(error) from None


def _is_own(address: str) -> bool:
    found = ip_address(address)
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return any(found in network for network in OWN)
