"""The key of an interface: whom it is shown to, and that no archive file ever holds it.

In: what the desk's environment says. Out: a value that the fetcher shows to one origin alone, and
exchanges in which it does not stand.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from watchdesk.archive.addresses import fetchable, origin_of
from watchdesk.archive.exchange import Exchange


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """A key that travels in a header, to the origin (scheme, host, port) it is for."""

    origin: str
    header: str
    value: str = field(repr=False)

    def is_for(self, url: str) -> bool:
        """Whether the key may be shown at this address; a redirect elsewhere gets none."""
        return origin_of(url) == self.origin


def credential_for(url: str, *, header: str, value: str) -> Credential:
    """A key for the origin of an absolute address; `BadAddress` where that can never be asked."""
    return Credential(origin=origin_of(fetchable(url)), header=header, value=value)


NO_CREDENTIALS: Mapping[str, Credential] = MappingProxyType({})


def without(credential: Credential | None, exchange: Exchange) -> Exchange:
    """The exchange as it may be kept: its question without the key."""
    if credential is None:
        return exchange
    name = credential.header.lower()
    told = tuple(pair for pair in exchange.request_headers if pair[0].lower() != name)
    return replace(exchange, request_headers=told)
