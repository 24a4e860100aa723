"""Mail addresses as people write them.

In: a line. Out: the address in the form that servers take, or nothing. Whether anybody reads it is
not its business.
"""

import re

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")

LONGEST = 254
LONGEST_LOCAL = 64


def mail_address(line: str) -> str | None:
    """The address with its domain in ASCII and small letters; None where it is none.

    Addresses with other than ASCII letters before the @ need servers that few have, and are none
    here.
    """
    local, at, domain = line.strip().rpartition("@")
    if not at or len(line) > 2 * LONGEST or len(local) > LONGEST_LOCAL:
        return None
    name = _in_ascii(domain)
    if not _LOCAL.fullmatch(local) or not _is_domain(name) or len(local) + len(name) >= LONGEST:
        return None
    return f"{local}@{name}"


def address_key(address: str) -> str:
    """What an address is known again by; no server in use tells small letters from capitals."""
    return address.casefold()


def domain_of(address: str) -> str:
    """What stands behind the @."""
    return address.rpartition("@")[2]


def _in_ascii(domain: str) -> str:
    try:
        return domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""


def _is_domain(name: str) -> bool:
    labels = name.split(".")
    return len(labels) > 1 and all(map(_LABEL.fullmatch, labels)) and not labels[-1].isdigit()
