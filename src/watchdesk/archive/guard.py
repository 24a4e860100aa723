"""Who may be dialled: the public internet, and what the desk has opened by name.

In: hosts and the addresses they lead to. Out: a socket, or a refusal before any packet is sent.
The guard stands where the connection is made, so that a redirect or a name that changes its
address between two looks cannot pass it. It knows nothing of HTTP.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from dataclasses import dataclass, field

from aiohttp.abc import AbstractResolver, ResolveResult

from watchdesk.archive.addresses import IP, BadAddress, host_of, literal, port_of

AddressInfo = tuple[
    int, int, int, str, tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]
]

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_NAT64_LOCAL = ipaddress.IPv6Network("64:ff9b:1::/48")
_COMPATIBLE = ipaddress.IPv6Network("::/96")
_RESOLVER_THREADS = 16  # a name server that is silent for one host shall not hold up the others


@dataclass(slots=True)
class Dial:
    """The host being dialled by the current task, and the addresses that were refused."""

    name: str
    refused: list[str] = field(default_factory=list)


dialling: ContextVar[Dial | None] = ContextVar("dialling", default=None)


class Refused(OSError):  # noqa: N818 - it is the dial that is refused
    """The guard let no connection be made."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets public addresses pass, and the pairs of host or address and port in `allowed`.

    Where `only` names hosts, no other is asked at all, not even for its address.
    """

    allowed: frozenset[tuple[str, int]] = frozenset()
    only: tuple[str, ...] = ()

    def check(self, url: str) -> None:
        """Refuse a fetchable `url` whose host is a forbidden address, or not to be asked."""
        host = host_of(url)
        address = literal(host)
        why = forbidden(address) if address else ""
        if address and why and not self.opened(host, address, port_of(url)):
            raise BadAddress(f"The address {url} was refused: {host} is {why}.")
        if self.only and not within(host, self.only):
            raise BadAddress(f"The address {url} was refused: {host} is not among the only hosts.")

    def opened(self, name: str, address: IP, port: int) -> bool:
        """Whether the desk opened this address, or this name, for this port."""
        return (str(address), port) in self.allowed or (name, port) in self.allowed

    def socket(self, info: AddressInfo) -> socket.socket:
        """A socket for a resolved address; `Refused` where it must not be dialled."""
        family, kind, protocol, _, where = info
        host, port = str(where[0]), int(where[1])
        dial = dialling.get()
        address = ipaddress.ip_address(host.partition("%")[0])
        name = dial.name if dial else host
        if forbidden(address) and not self.opened(name, address, port):
            if dial:
                dial.refused.append(host)
            raise Refused(f"{name} leads to {host}, which is {forbidden(address)}")
        return socket.socket(family=family, type=kind, proto=protocol)


def within(host: str, hosts: Iterable[str]) -> bool:
    """Whether `host` is, or ends in, one of `hosts`."""
    return any(host == one or host.endswith(f".{one.lstrip('.')}") for one in hosts)


def forbidden(address: IP) -> str:
    """Why `address` must not be dialled, as the end of a sentence; empty where it may."""
    inner = _inside(address)
    if inner is not None:
        return forbidden(inner)
    if address.is_loopback:
        return "this machine itself"
    if address.is_link_local:
        return "a link-local address"
    if address.is_multicast:
        return "a multicast address"
    if not address.is_global or getattr(address, "is_site_local", False):
        return "a private or reserved address"
    return ""


def _inside(address: IP) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address carries, in any of the known wrappings."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if address in _NAT64_LOCAL:
        return ipaddress.IPv4Address("10.0.0.0")  # a translator of somebody's own network
    low = int(address) & 0xFFFFFFFF
    wrapped = address in _NAT64 or (address in _COMPATIBLE and low > 1)
    return ipaddress.IPv4Address(low) if wrapped else None


class Names(AbstractResolver):
    """Resolves names; those under `localhost` are loopback without asking anybody (RFC 6761)."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._threads = ThreadPoolExecutor(_RESOLVER_THREADS, thread_name_prefix="resolver")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of `host`; OSError where it has none."""
        if host == "localhost" or host.endswith(".localhost"):
            return self._loopback(host, port)
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(
            self._threads,
            lambda: socket.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM),
        )
        return [_result(host, port, (kind, str(where[0]))) for kind, _, _, _, where in found]

    def _loopback(self, host: str, port: int) -> list[ResolveResult]:
        found = [_result(host, port, (socket.AF_INET, "127.0.0.1"))]
        if ("::1", port) in self._guard.allowed:
            found.append(_result(host, port, (socket.AF_INET6, "::1")))
        return found

    async def close(self) -> None:
        """Let the threads end; one that hangs in a system call is not waited for."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _result(host: str, port: int, found: tuple[int, str]) -> ResolveResult:
    family, address = found
    return ResolveResult(
        hostname=host, host=address, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST
    )
