"""What a witness said is nowhere but in sealed files, and gone when the witness says so."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import tomlkit
from tests.pipeline.room import NOW

from watchdesk.config import create
from watchdesk.model import (
    Action,
    GateError,
    Scope,
    Span,
    StoreError,
    UsageError,
    WorldError,
)
from watchdesk.pipeline import Desk, backup, entering, open_desk, restore, testimonies
from watchdesk.pipeline.testimonies import IDENTITY, TEXT, Interview
from watchdesk.store import disclosures, registers

TOLD = "My name is Orla Fenn.\nThey came at night. I saw the guard Tolan Reve strike him.\nNo more."
SECRETS = ("Orla", "Fenn", "Tolan", "Reve", "came at night")
HOUR = timedelta(hours=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    create(folder, title="The Harbour Letter", language="en", allow=())
    file = folder / "desk.toml"
    table = tomlkit.parse(file.read_text())
    table["editors"] = [{"name": name, "mail": "a@harbour.example"} for name in ("Mara", "Ilan")]
    file.write_text(tomlkit.dumps(table))
    return folder


@contextmanager
def desk_at(folder: Path, hours: int = 0) -> Iterator[Desk]:
    with open_desk(folder, now=NOW + hours * HOUR) as desk:
        yield desk


def add(folder: Path, *scopes: Scope) -> str:
    told = Interview(
        text=TOLD.encode(),
        held_from=date(2026, 11, 2),
        by="Mara",
        language="kv",
        scopes=(Scope.KEEP, *scopes),
    )
    with desk_at(folder) as desk:
        entry = testimonies.add(desk, told)
        testimonies.seal(desk, entry, b"Orla Fenn, Mill Lane 4", what=IDENTITY, by="Mara")
    return entry


def everything(folder: Path) -> bytes:
    """All bytes of all files in a folder, and their names."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"\n".join(part for p in files for part in (str(p).encode(), p.read_bytes()))


def key_of(folder: Path, entry: str) -> bytes:
    return (folder / "keys" / f"{entry}.key").read_bytes()


def test_no_file_of_the_desk_holds_a_word_of_it(folder: Path) -> None:
    entry = add(folder)
    held = everything(folder)
    assert not [word for word in SECRETS if word.encode() in held]
    with desk_at(folder, 1) as desk:
        body = testimonies.unseal(desk, entry, what=TEXT, by="Ilan", reason="to redact")
    assert body.decode() == TOLD


def test_keys_are_in_no_backup_and_sealed_files_are(folder: Path, tmp_path: Path) -> None:
    entry = add(folder)
    with desk_at(folder) as desk:
        backup(folder, desk.store, tmp_path / "desk.tar", at=NOW)
    restore(tmp_path / "desk.tar", tmp_path / "elsewhere")
    assert list((tmp_path / "elsewhere" / "sealed" / entry).iterdir())
    assert key_of(folder, entry) not in (tmp_path / "desk.tar").read_bytes()
    with desk_at(tmp_path / "elsewhere") as desk, pytest.raises(WorldError, match="key of"):
        testimonies.unseal(desk, entry, what=TEXT, by="Ilan", reason="a look")


def test_a_withdrawn_key_is_in_the_store_its_journal_and_the_next_backup_no_more(
    folder: Path, tmp_path: Path
) -> None:
    entry, other = add(folder), add(folder)
    key, kept = key_of(folder, entry), key_of(folder, other)
    with desk_at(folder, 1) as desk:
        testimonies.withdraw(desk, entry, by="Mara", reason="she asked")
        assert key not in everything(folder)
        assert kept in everything(folder)
        backup(folder, desk.store, tmp_path / "desk.tar", at=NOW)
        assert key not in (tmp_path / "desk.tar").read_bytes()
        assert entry.encode() + b"/" not in (tmp_path / "desk.tar").read_bytes()
        with pytest.raises(WorldError, match="not here"):
            testimonies.unseal(desk, entry, what=TEXT, by="Ilan", reason="a look")
        states = {row["id"]: row["key"] for row in testimonies.listed(desk)}
    assert states == {entry: "destroyed", other: "here"}


def test_an_earlier_backup_opens_no_more_after_a_withdrawal(folder: Path, tmp_path: Path) -> None:
    entry = add(folder)
    with desk_at(folder) as desk:
        backup(folder, desk.store, tmp_path / "desk.tar", at=NOW)
        testimonies.withdraw(desk, entry, by="Mara", reason="she asked")
    restore(tmp_path / "desk.tar", tmp_path / "elsewhere")
    with desk_at(tmp_path / "elsewhere") as desk, pytest.raises(WorldError, match="key of"):
        testimonies.unseal(desk, entry, what=IDENTITY, by="Ilan", reason="a look")


def test_every_unsealing_has_a_reason_in_a_log_that_shows_changes(folder: Path) -> None:
    entry = add(folder)
    with desk_at(folder, 1) as desk:
        with pytest.raises(UsageError, match="reason"):
            testimonies.unseal(desk, entry, what=TEXT, by="Ilan", reason=" ")
        testimonies.unseal(desk, entry, what=TEXT, by="Ilan", reason="to compare")
        with desk.store.reading() as tx:
            found = disclosures.of(tx, entry, Action.UNSEALED)
        assert [(one.by, one.reason) for one in found] == [("Ilan", "to compare")]
        assert testimonies.log_state(desk) == (3, None)
        with desk.store.writing() as tx:
            tx.connection.exec_driver_sql("UPDATE disclosures SET reason = 'none' WHERE number = 2")
        assert testimonies.log_state(desk)[1] == (
            2,
            "line 2 of the log was changed after it was entered",
        )


def test_a_changed_file_is_refused(folder: Path) -> None:
    entry = add(folder)
    for path in (folder / "sealed" / entry).iterdir():
        body = path.read_bytes()
        path.write_bytes(body[:-1] + bytes([body[-1] ^ 1]))
    with desk_at(folder) as desk, pytest.raises(StoreError, match="was changed"):
        testimonies.unseal(desk, entry, what=TEXT, by="Ilan", reason="a look")


def test_a_redacted_text_leaves_with_consent_and_a_second_person_alone(folder: Path) -> None:
    silent, entry = add(folder), add(folder, Scope.QUOTE)
    kept = [Span(TOLD.index("They"), TOLD.index(" I saw"))]
    with desk_at(folder, 1) as desk:
        text = testimonies.redact(desk, entry, kept, by="Mara")
        testimonies.redact(desk, silent, kept, by="Mara")
    assert text == "[…]\nThey came at night.\n[…]"
    with desk_at(folder, 2) as desk:
        with pytest.raises(GateError, match="Nobody consented to publish it"):
            testimonies.publish(desk, silent, where="issue 12", by="Ilan")
        with pytest.raises(GateError, match="second person"):
            testimonies.publish(desk, entry, where="issue 12", by="Mara")
        assert testimonies.publish(desk, entry, where="issue 12", by="Ilan") == text
        given = testimonies.withdraw(desk, entry, by="Mara", reason="he asked")
        assert [(one.by, one.reason) for one in given] == [("Ilan", "issue 12")]
    with desk_at(folder, 3) as desk, pytest.raises(GateError, match="withdrawn on"):
        testimonies.publish(desk, entry, where="issue 13", by="Ilan")


def test_nothing_of_its_content_can_be_entered_by_hand(folder: Path) -> None:
    entry = add(folder)
    by_hand = entering.ByHand(target=entry, kind="note", by="Mara", held_from=date(2026, 11, 3))
    with desk_at(folder, 1) as desk:
        for told in (
            replace(by_hand, value={"text": "she said that"}),
            replace(by_hand, kind="withdrawn", value={"text": "she said that"}),
            replace(by_hand, kind="consented", says="Orla", value={"scope": "quote"}),
        ):
            with pytest.raises(UsageError, match="watchdesk testimony"):
                entering.enter(desk, told)
        entering.enter(desk, replace(by_hand, kind="consented", value={"scope": "court"}))


def test_a_withdrawal_is_not_taken_back(folder: Path) -> None:
    entry = add(folder)
    with desk_at(folder, 1) as desk:
        testimonies.withdraw(desk, entry, by="Mara", reason="she asked")
        with desk.store.reading() as tx:
            told = registers.of_entries(tx, (entry,))[entry]
        with pytest.raises(UsageError, match="given anew"):
            entering.take_back(desk, told[-1].id, by="Mara", reason="no")


def test_pseudonyms_and_ids_are_chance(folder: Path) -> None:
    add(folder)
    add(folder)
    with desk_at(folder) as desk:
        rows = testimonies.listed(desk)
    assert len({row["id"] for row in rows}) == 2
    assert len({row["pseudonym"] for row in rows}) == 2
    assert all(re.fullmatch(r"Witness \w{4}", str(row["pseudonym"])) for row in rows)
