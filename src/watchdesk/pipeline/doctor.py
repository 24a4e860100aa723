"""Looks whether large receivers will take the desk's mail, and says in plain words what is missing.

In: the desk, and a resolver. Out: checks, each with a sentence and, where something is to be done,
the cure. It changes nothing and sends nothing.
"""

import base64
import smtplib
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from watchdesk.model import WorldError
from watchdesk.pipeline.names import Names
from watchdesk.pipeline.post import Post
from watchdesk.publish.delivery.smtp import Server, greeted, is_here
from watchdesk.publish.dkim import Signer
from watchdesk.text.mail_addresses import domain_of

MOST_LOOKUPS = 10
"""Names that an SPF record may lead to (RFC 7208, 4.6.4)."""

SOON = 14
"""Days before the end of a certificate at which it is worth a word."""


class Health(StrEnum):
    """How a thing stands."""

    WELL = "well"
    LOOK = "look"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    what: str
    health: Health
    said: str
    cure: str = ""


Examined = Iterator[Check]


def examine(post: Post, names: Names, at: datetime, selectors: tuple[str, ...] = ()) -> Examined:
    """All checks; `selectors` are the provider's names for its DKIM keys, where it signs."""
    parts: tuple[tuple[str, Callable[[], Examined]], ...] = (
        ("page to leave", lambda: _leaving(post)),
        ("SPF", lambda: _spf(domain_of(post.bounces_to), names)),
        ("DKIM", lambda: _dkim(post, names, selectors)),
        ("DMARC", lambda: _dmarc(post, names)),
        ("mailbox for bounces", lambda: _exchange(domain_of(post.bounces_to), names)),
        ("PTR", lambda: _ptr(post.server, names)),
        ("TLS", lambda: _tls(post.server, at)),
    )
    for what, part in parts:
        try:
            yield from part()
        except WorldError as error:
            yield Check(what, Health.BAD, str(error), "Try again, or name a resolver with --dns.")


def _leaving(post: Post) -> Examined:
    if post.public_url.startswith("https://"):
        yield Check("page to leave", Health.WELL, f"Readers leave at {post.public_url}.")
        return
    yield Check(
        "page to leave",
        Health.BAD,
        f"{post.public_url} is not https: mail programs show no button to leave.",
        "Put the public pages behind a proxy with TLS and set [public] url.",
    )


def _spf(domain: str, names: Names) -> Examined:
    found = [text for text in names.texts(domain) if text.lower().split(" ")[0] == "v=spf1"]
    if not found:
        cure = f'Add a TXT record at {domain}, such as "v=spf1 include:YOUR-PROVIDER -all".'
        yield Check("SPF", Health.BAD, f"{domain} says nobody may send for it.", cure)
    elif len(found) > 1:
        cure = "Make one record of them."
        yield Check("SPF", Health.BAD, f"{domain} has {len(found)} SPF records; none counts.", cure)
    else:
        yield _spf_record(domain, found[0].lower(), names)


def _spf_record(domain: str, record: str, names: Names) -> Check:
    last = record.rsplit(maxsplit=1)[-1]
    if last in {"+all", "all", "?all"}:
        cure = 'End it with "-all" or "~all".'
        return Check("SPF", Health.BAD, f"{domain} lets everybody send for it ({last}).", cure)
    lookups = _lookups(record, names, depth=0)
    if lookups > MOST_LOOKUPS:
        said = f"The record of {domain} leads to {lookups} names; above {MOST_LOOKUPS} it fails."
        return Check("SPF", Health.BAD, said, "Take out providers that you no longer use.")
    if not last.endswith("all") and "redirect=" not in record:
        said = f"The record of {domain} does not say what happens to all others."
        return Check("SPF", Health.LOOK, said, 'End it with "-all" or "~all".')
    return Check("SPF", Health.WELL, f"{domain} names who may send for it: {record}")


def _lookups(record: str, names: Names, depth: int) -> int:
    """How many names a record leads to, those of the records that it takes in included."""
    count = 0
    for part in record.split()[1:]:
        mechanism, _, target = part.lstrip("+-~?").replace("redirect=", "include:").partition(":")
        if mechanism.partition("/")[0] in {"a", "mx", "ptr", "exists", "include"}:
            count += 1
        if mechanism == "include" and depth < MOST_LOOKUPS and count <= MOST_LOOKUPS:
            inner = [t for t in names.texts(target) if t.lower().startswith("v=spf1")]
            count += sum(_lookups(one.lower(), names, depth + 1) for one in inner[:1])
    return count


def _dkim(post: Post, names: Names, selectors: tuple[str, ...]) -> Examined:
    for one in post.signers:
        yield _own_key(one, names)
    for selector in selectors:
        place = f"{selector}._domainkey.{post.domain}"
        found = any("p=" in text for text in names.texts(place))
        cure = "" if found else "Copy the record from your provider's page."
        said = f"{place} {'holds a key' if found else 'holds no key'}."
        yield Check("DKIM", Health.WELL if found else Health.BAD, said, cure)
    if not post.signers and not selectors:
        said = "The desk does not sign, so your mail server has to."
        cure = "Name its key with --selector; the source of a test mail should say 'dkim=pass'."
        yield Check("DKIM", Health.LOOK, said, cure)


def _own_key(one: Signer, names: Names) -> Check:
    place = f"{one.selector}._domainkey.{one.domain}"
    public = public_key(one)
    published = ["".join(text.split()).partition("p=")[2] for text in names.texts(place)]
    if any(each.partition(";")[0] == public for each in published):
        return Check("DKIM", Health.WELL, f"The key at {place} is the desk's own.")
    kind = "rsa" if one.algorithm.startswith("rsa") else "ed25519"
    cure = f'Put this TXT record there: "v=DKIM1; k={kind}; p={public}"'
    said = "another key than the desk's" if published else "no key"
    return Check("DKIM", Health.BAD, f"{place} holds {said}: signatures will not hold.", cure)


def public_key(one: Signer) -> str:
    """The public half of a key as its record has it."""
    key = one.key.public_key()
    if isinstance(one.key, Ed25519PrivateKey):
        raw = key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    else:
        spki = serialization.PublicFormat.SubjectPublicKeyInfo
        raw = key.public_bytes(serialization.Encoding.DER, spki)
    return base64.b64encode(raw).decode()


def _dmarc(post: Post, names: Names) -> Examined:
    domain = post.domain
    places = [domain, *([domain.partition(".")[2]] if domain.count(".") > 1 else [])]
    found = [
        (place, text)
        for place in places
        for text in names.texts(f"_dmarc.{place}")
        if text.replace(" ", "").lower().startswith("v=dmarc1;")
    ]
    if not found:
        cure = f'Add a TXT record at _dmarc.{domain}: "v=DMARC1; p=none; rua=mailto:{post.sender}".'
        yield Check("DMARC", Health.BAD, f"{domain} says nothing of forged mail.", cure)
        return
    place, text = found[0]
    yield Check("DMARC", Health.WELL, f"_dmarc.{place} says: {text}")
    bounces = domain_of(post.bounces_to)
    if not (bounces == domain or bounces.endswith(f".{domain}") or domain.endswith(f".{bounces}")):
        said = f"Bounces go to {bounces}, the sender is at {domain}: SPF does not count for DMARC."
        cure = "Use a mailbox of the sender's domain, or be sure that mails are signed (DKIM)."
        yield Check("DMARC", Health.LOOK, said, cure)


def _exchange(domain: str, names: Names) -> Examined:
    servers = names.exchanges(domain) or names.addresses(domain)
    if servers:
        yield Check("mailbox for bounces", Health.WELL, f"{servers[0]} takes mail for {domain}.")
        return
    cure = "Set [mail] bounces_to to a mailbox that exists."
    yield Check("mailbox for bounces", Health.BAD, f"Nobody takes mail for {domain}.", cure)


def _ptr(server: Server, names: Names) -> Examined:
    if is_here(server.host):
        said = "The mail server is this machine; its own address on the internet was not looked at."
        yield Check("PTR", Health.LOOK, said, "Ask whoever gave you the address for a PTR record.")
        return
    for address in names.addresses(server.host)[:1]:
        name = names.name_of(address)
        if name and address in names.addresses(name):
            yield Check("PTR", Health.WELL, f"{address} is {name}, and {name} is {address}.")
        else:
            said = f"{address} of {server.host} has {name or 'no name'} and back it does not lead."
            cure = "For a server of your own: set the PTR record. A provider does this itself."
            yield Check("PTR", Health.LOOK, said, cure)
        return
    said = f"{server.host} has no address."
    yield Check("PTR", Health.BAD, said, "Correct [mail] host.")


def _tls(server: Server, at: datetime) -> Examined:
    if server.security == "none":
        health = Health.LOOK if is_here(server.host) else Health.BAD
        cure = 'Set security = "starttls" or "tls".'
        yield Check("TLS", health, "Mail is handed over without encryption.", cure)
        return
    try:
        smtp = greeted(server)
    except (OSError, smtplib.SMTPException) as error:
        said = f"{server.host}:{server.port} gives no safe connection: {error}"
        cure = "Correct host, port and security in [mail], or the server's certificate."
        yield Check("TLS", Health.BAD, said, cure)
        return
    with smtp:
        yield _certificate(server, smtp, at)


def _certificate(server: Server, smtp: smtplib.SMTP, at: datetime) -> Check:
    line = smtp.sock
    der = line.getpeercert(binary_form=True) if isinstance(line, ssl.SSLSocket) else None
    if der is None:
        return Check("TLS", Health.BAD, f"{server.host} shows no certificate.")
    end = x509.load_der_x509_certificate(der).not_valid_after_utc
    days = (end - at.astimezone(UTC)).days
    said = f"{server.host} is who it says; its certificate holds until {end:%Y-%m-%d}."
    if days < SOON:
        return Check("TLS", Health.LOOK, said, "Have it renewed.")
    return Check("TLS", Health.WELL, said)
