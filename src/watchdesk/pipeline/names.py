"""Questions to the domain name system, about the desk's own domains only.

In: a name and a kind of record. Out: what stands there; nothing where there is none. `WorldError`
where no name server answers.
"""

from typing import Any

import dns.exception
import dns.resolver
import dns.reversename

from watchdesk.model import WorldError

SECONDS = 5.0


class Names:
    """A resolver: the machine's own, or a server that is named as HOST:PORT."""

    def __init__(self, server: str = "") -> None:
        self._resolver = dns.resolver.Resolver(configure=not server)
        self._resolver.lifetime = SECONDS
        if server:
            host, _, port = server.rpartition(":")
            self._resolver.nameservers = [host.strip("[]")]
            self._resolver.port = int(port)

    def texts(self, name: str) -> tuple[str, ...]:
        """The TXT records of a name, each with its pieces joined."""
        answer = self._asked(name, "TXT")
        return tuple(b"".join(row.strings).decode("utf-8", "replace") for row in answer)

    def addresses(self, name: str) -> tuple[str, ...]:
        """The addresses of a host, of both kinds."""
        return tuple(str(row.address) for kind in ("A", "AAAA") for row in self._asked(name, kind))

    def exchanges(self, name: str) -> tuple[str, ...]:
        """The servers that take mail for a domain."""
        return tuple(str(row.exchange).rstrip(".") for row in self._asked(name, "MX"))

    def name_of(self, address: str) -> str:
        """The name that an address has (PTR); empty where it has none."""
        rows = self._asked(str(dns.reversename.from_address(address)), "PTR")
        return str(rows[0].target).rstrip(".") if rows else ""

    def _asked(self, name: str, kind: str) -> list[Any]:
        try:
            return list(self._resolver.resolve(name, kind, search=False))
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return []
        except dns.exception.DNSException as error:
            raise WorldError(f"No name server answers for {name}: {error}.") from error
