"""Testimonies: sealed when they come in, unsealed for a reason, gone when they are withdrawn.

In: an open desk, a person, and bytes. Out: sealed files beside the database, developments that hold
nothing of their content, and a line of the log for each act. No capture, article, index or message
ever holds what a witness said; bytes are given back to the caller alone.
"""

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from watchdesk.model import (
    CONSENTED,
    OPENED,
    WITHDRAWN,
    Action,
    Audience,
    Development,
    Disclosure,
    Entry,
    Evidence,
    GateError,
    Refused,
    Scope,
    Span,
    To,
    UsageError,
    identity,
)
from watchdesk.pipeline import dossiers, united
from watchdesk.pipeline.clearing import cleared, note
from watchdesk.pipeline.desk import Desk
from watchdesk.registers import START, TESTIMONIES, broken_log, opened_as
from watchdesk.registers.redaction import redacted
from watchdesk.registers.testimonies import INTERVIEWED, PUBLISHED, REDACTED, SEALED
from watchdesk.store import Transaction, disclosures, registers
from watchdesk.store.vault import Vault

TEXT, IDENTITY, RECORDING = "text", "identity", "recording"
WHAT = (TEXT, IDENTITY, RECORDING, REDACTED)

CAME_IN = "it came in"

_LETTERS = "ACDEFHJKLMNPRTUVWXY34679"
"""Of pseudonyms: none that is read for another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """What comes in: the text, when and in which language it was given, and what is allowed."""

    text: bytes
    held_from: date
    by: str
    language: str = ""
    scopes: Sequence[Scope] = (Scope.KEEP,)
    basis: str = "consent"
    until: date | None = None


@dataclass(frozen=True, slots=True)
class _Act:
    """What one person does with one testimony at a moment: a development, or a line of the log."""

    entry: str
    by: str
    at: datetime

    def step(
        self, kind: str, value: dict[str, Any], *, digest: str = "", on: date | None = None
    ) -> Development:
        evidence = Evidence(capture_id=SEALED + self.entry, media_digest=digest) if digest else None
        return Development(
            id=identity(self.entry, kind, self.at.isoformat(), value.get("scope", "")),
            register=TESTIMONIES.name,
            entry=self.entry,
            kind=kind,
            held_from=on or self.at.date(),
            recorded=self.at,
            by=self.by,
            value=value,
            evidence=(evidence,) if evidence else (),
        )

    def log(self, tx: Transaction, action: Action, reason: str, **value: str) -> None:
        line = Disclosure(
            at=self.at, by=self.by, action=action, subject=self.entry, reason=reason, value=value
        )
        note(tx, line)


def add(desk: Desk, interview: Interview) -> str:
    """Seal an interview under a key of its own; gives the new testimony's id."""
    act = _Act("t" + secrets.token_hex(8), interview.by, desk.clock())
    vault = Vault(desk.folder)
    vault.new_key(act.entry)
    digest = vault.seal(act.entry, _packed(TEXT, interview.text))
    with desk.store.writing() as tx:
        dossiers.record(tx, _first(act, digest, interview))
        act.log(tx, Action.SEALED, CAME_IN, digest=digest, what=TEXT)
    return act.entry


def _first(act: _Act, digest: str, told: Interview) -> list[Development]:
    pseudonym = "Witness " + "".join(secrets.choice(_LETTERS) for _ in range(4))
    spoken = {"pseudonym": pseudonym, "language": told.language}
    allowed = [
        act.step(CONSENTED, {"scope": scope.value, "basis": told.basis}, on=told.held_from)
        for scope in told.scopes
    ]
    return [
        act.step(OPENED, opened_as(act.entry, ()), digest=digest, on=told.held_from),
        act.step(INTERVIEWED, spoken, digest=digest, on=told.held_from),
        *(replace(one, held_to=told.until) for one in allowed),
    ]


def _packed(what: str, body: bytes) -> bytes:
    return json.dumps({"what": what}).encode() + b"\n" + body


def seal(desk: Desk, entry: str, body: bytes, *, what: str, by: str) -> str:
    """Seal more of the same witness: who it is, a recording; gives the ciphertext's digest."""
    with desk.store.reading() as tx:
        _testimony(tx, entry)
    digest = Vault(desk.folder).seal(entry, _packed(what, body))
    with desk.store.writing() as tx:
        _Act(entry, by, desk.clock()).log(tx, Action.SEALED, CAME_IN, digest=digest, what=what)
    return digest


def unseal(desk: Desk, entry: str, *, what: str, by: str, reason: str) -> bytes:
    """What was sealed last of a kind; the reason is logged before anything is given back."""
    if not reason.strip():
        raise UsageError("An unsealing needs a reason; it is logged.")
    with desk.store.reading() as tx:
        _testimony(tx, entry)
        digest = _newest(tx, entry, what)
    body = Vault(desk.folder).open(entry, digest)
    with desk.store.writing() as tx:
        _Act(entry, by, desk.clock()).log(tx, Action.UNSEALED, reason, digest=digest, what=what)
    return body.partition(b"\n")[2]


def _testimony(tx: Transaction, entry: str) -> Entry:
    found = dossiers.entry(tx, entry)
    if found is None or found.register != TESTIMONIES.name:
        raise UsageError(f"There is no testimony {entry}; 'watchdesk testimony list' names them.")
    return found


def _newest(tx: Transaction, entry: str, what: str) -> str:
    lines = disclosures.of(tx, entry, Action.SEALED)
    digests = [str(line.value["digest"]) for line in lines if line.value["what"] == what]
    if not digests:
        raise UsageError(f"No {what} of {entry} was sealed.")
    return digests[-1]


def redact(desk: Desk, entry: str, kept: Iterable[Span], *, by: str) -> str:
    """Make a new text of the kept passages and seal it; gives it back for a look."""
    whole = unseal(desk, entry, what=TEXT, by=by, reason="to redact it")
    try:
        text = redacted(whole.decode("utf-8"), kept)
    except UnicodeDecodeError as error:
        raise UsageError("Only text is redacted here; write the recording down first.") from error
    except ValueError as error:
        raise UsageError(f"That cannot be kept: {error}.") from error
    digest = seal(desk, entry, text.encode(), what=REDACTED, by=by)
    act = _Act(entry, by, desk.clock())
    with desk.store.writing() as tx:
        dossiers.record(tx, (act.step(REDACTED, {"characters": len(text)}, digest=digest),))
    return text


def publish(desk: Desk, entry: str, *, where: str, by: str) -> str:
    """A second person's yes, then the gate; gives the redacted text, logged as given out."""
    act = _Act(entry, by, desk.clock())
    with desk.store.writing() as tx:
        _testimony(tx, entry)
        digest = _newest(tx, entry, REDACTED)
        dossiers.record(tx, (act.step(PUBLISHED, {"where": where}, digest=digest),))
        for found in cleared(tx, (entry,), Audience(to=To.PUBLIC, on=act.at.date())):
            if isinstance(found, Refused):
                raise GateError(f"{entry} stays here. " + " ".join(found.reasons))
        text = Vault(desk.folder).open(entry, digest).partition(b"\n")[2].decode()
        act.log(tx, Action.GIVEN, where, digest=digest)
    return text


def withdraw(desk: Desk, entry: str, *, by: str, reason: str) -> tuple[Disclosure, ...]:
    """Destroy the key and what it sealed; gives what of the testimony was given out before.

    The key goes first: if anything fails after that, the same command ends it.
    """
    with desk.store.reading() as tx:
        _testimony(tx, entry)
        bound = united.family(tx, entry)
    for one in bound:
        Vault(desk.folder).destroy(one)
    acts = [_Act(one, by, desk.clock()) for one in bound]
    with desk.store.writing() as tx:
        dossiers.record(tx, [act.step(WITHDRAWN, {}) for act in acts])
        for act in acts:
            act.log(tx, Action.DESTROYED, reason)
        return tuple(line for one in bound for line in disclosures.of(tx, one, Action.GIVEN))


def listed(desk: Desk) -> list[dict[str, object]]:
    """The testimonies as rows, without anything of their content."""
    vault = Vault(desk.folder)
    with desk.store.reading() as tx:
        found = registers.of_entries(tx, registers.ids(tx, TESTIMONIES.name))
        entries = [dossiers.entry(tx, entry) for entry in found]
    return [
        {
            "id": one.id,
            "pseudonym": one.fields.get("pseudonym", ""),
            "language": one.fields.get("language", ""),
            "status": one.status,
            "key": "here" if vault.has_key(one.id) else "destroyed",
        }
        for one in entries
        if one is not None
    ]


def log_state(desk: Desk) -> tuple[int, tuple[int, str] | None]:
    """How long the log is, and the first line that does not fit."""
    with desk.store.reading() as tx:
        lines = list(disclosures.every(tx))
    return len(lines), broken_log(lines, START)
