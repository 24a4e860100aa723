"""Addresses in the one form in which they are fetched, and the forms that never are.

In: an address as a feed or page gave it. Out: the same in plain ASCII without fragment and
credentials, or `BadAddress` with a sentence. Pure: no name is resolved here.
"""

import ipaddress
import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

import idna

IP = ipaddress.IPv4Address | ipaddress.IPv6Address

_PLAIN = re.compile(
    r"https?://[a-z0-9.-]*[a-z][a-z0-9-]*(:\d{1,4})?/[\w/%:@!$&'()*+,;=~.?-]*", re.ASCII
)
_NUMBER = re.compile(r"(0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)
_SAFE_PATH = "%/:@!$&'()*+,;=~-._"
_DEFAULT_PORT = {"http": 80, "https": 443}
MAX_ADDRESS = 8000  # what servers and proxies take at most


class BadAddress(ValueError):  # noqa: N818 - it is the address that is bad
    """An address that is never fetched; its text is a whole sentence."""


def fetchable(url: str) -> str:
    """`url` in the form in which it is asked for; `BadAddress` where it cannot be."""
    url = url.strip()
    if len(url) > MAX_ADDRESS:
        raise BadAddress(f"The address {url[:80]}… is longer than {MAX_ADDRESS} characters.")
    if _PLAIN.fullmatch(url) and not _NUMBER.fullmatch(_last_label(_host_part(url))):
        return url
    return _rebuilt(url)


def _host_part(url: str) -> str:
    return url.split("/", 3)[2].rsplit(":", 1)[0]


def _last_label(host: str) -> str:
    return host.rstrip(".").rpartition(".")[2]


def _rebuilt(url: str) -> str:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadAddress(f"The address {_shown(url)} cannot be read: {error}.") from error
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORT:
        raise BadAddress(f"The address {_shown(url)} was refused: only http and https are fetched.")
    host = _host(parts.hostname or "", url)
    place = f"{host}:{port}" if port is not None and port != _DEFAULT_PORT[scheme] else host
    query = f"?{quote(parts.query, safe=_SAFE_PATH + '?[]|')}" if parts.query else ""
    return f"{scheme}://{place}{quote(parts.path or '/', safe=_SAFE_PATH)}{query}"


def _host(host: str, url: str) -> str:
    if ":" in host:
        return f"[{_ipv6(host, url)}]"
    host = host.rstrip(".")
    if not host:
        raise BadAddress(f"The address {_shown(url)} names no host.")
    if not host.isascii():
        host = _ascii(host, url)
    if _NUMBER.fullmatch(_last_label(host)):
        return _ipv4(host, url)
    if not re.fullmatch(r"[a-z0-9_.-]+", host):
        raise BadAddress(f"The address {_shown(url)} names a host that cannot exist.")
    return host


def _ascii(host: str, url: str) -> str:
    try:
        return idna.encode(host, uts46=True).decode("ascii").rstrip(".")
    except idna.IDNAError as error:
        raise BadAddress(f"The address {_shown(url)} names a host that cannot exist.") from error


def _ipv4(host: str, url: str) -> str:
    # One number, octal and hexadecimal forms are ways around a guard and nothing else.
    try:
        return str(ipaddress.IPv4Address(host))
    except ValueError as error:
        raise BadAddress(
            f"The address {_shown(url)} was refused: its host is a number in disguise."
        ) from error


def _ipv6(host: str, url: str) -> str:
    try:
        address = ipaddress.IPv6Address(host)
    except ValueError as error:
        raise BadAddress(f"The address {_shown(url)} names no IPv6 address.") from error
    if address.scope_id:
        raise BadAddress(f"The address {_shown(url)} was refused: it is bound to one network card.")
    return str(address)


def _shown(url: str) -> str:
    return url if len(url) <= 200 else url[:200] + "…"


@lru_cache(maxsize=1024)
def host_of(url: str) -> str:
    """The host of a fetchable address, without its port: what politeness counts by."""
    return urlsplit(url).hostname or ""


def port_of(url: str) -> int:
    """The port of a fetchable address, given or by its scheme."""
    parts = urlsplit(url)
    return parts.port or _DEFAULT_PORT[parts.scheme]


def origin_of(url: str) -> str:
    """Scheme, host and port of a fetchable address: what a robots.txt speaks for."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.split('/', 1)[0]}"


def literal(host: str) -> IP | None:
    """The IP address that `host` is written as, if it is one."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
