import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.pipeline.mailing import NOW, a_mail_desk, put_readers, reader_of
from tests.pipeline.sink import Sink, a_sink

from watchdesk.config import secret_of
from watchdesk.model import Enrolment, Subscriber, UsageError
from watchdesk.pipeline import open_desk
from watchdesk.pipeline.post import post_of
from watchdesk.pipeline.rolls import give_out, take_in
from watchdesk.pipeline.subscribing import answer_one, ask, choose, confirm, leave, of_token
from watchdesk.pipeline.tokens import Aim, token_for
from watchdesk.publish.delivery.smtp import Line
from watchdesk.store import Store, subscribers

ADA = "ada@readers.example"


@pytest.fixture
def sink() -> Iterator[Sink]:
    with a_sink() as running:
        yield running


@dataclass(frozen=True)
class Office:
    """A desk at any moment, and the letters it sent."""

    folder: Path
    sink: Sink

    def asks(self, address: str = ADA, at: datetime = NOW, language: str = "en") -> None:
        with open_desk(self.folder, now=at) as desk:
            ask(desk, address, language=language)
            with Line((post := post_of(desk)).server) as line:
                while answer_one(desk, post, line):
                    pass

    def link(self, aim: str) -> str:
        text = self.sink.mails[-1][2].replace(b"=\r\n", b"").decode()
        found = re.search(rf"velmor\.example/{aim}/(\S+)", text)
        assert found
        return found[1]

    def confirms(self, token: str, at: datetime = NOW) -> Subscriber | None:
        with open_desk(self.folder, now=at) as desk:
            return confirm(desk, token)

    def leaves(self, token: str, at: datetime = NOW) -> bool:
        with open_desk(self.folder, now=at) as desk:
            return leave(desk, token, "one click")

    def reader(self, address: str = ADA) -> Subscriber | None:
        with closing(Store.open(self.folder)) as store, store.reading() as tx:
            return subscribers.of_address(tx, address)

    def proof(self) -> list[tuple[str, str]]:
        reader = self.reader()
        assert reader
        with closing(Store.open(self.folder)) as store, store.reading() as tx:
            return [(c.what, c.how) for c in subscribers.consents_of(tx, reader.id)]

    def takes(self, text: str, **proof: object) -> list[str]:
        with open_desk(self.folder, now=NOW) as desk:
            how, when = str(proof.get("how", "")), proof.get("when")
            assert when is None or isinstance(when, datetime)
            return [one.outcome for one in take_in(desk, text, how=how, when=when)]


@pytest.fixture
def office(tmp_path: Path, sink: Sink) -> Office:
    return Office(a_mail_desk(tmp_path / "desk", port=sink.port), sink)


def test_asking_confirming_and_leaving_leave_a_proof(office: Office) -> None:
    office.asks()
    asked = office.reader()
    assert asked
    assert asked.enrolment is Enrolment.PENDING
    confirmed = office.confirms(office.link("confirm"))
    assert confirmed
    assert confirmed.enrolment is Enrolment.CONFIRMED
    assert office.leaves(token_for(secret_of(office.folder), Aim.LEAVE, confirmed.id))
    gone = office.reader()
    assert gone
    assert gone.enrolment is Enrolment.LEFT
    told = [what for what, _ in office.proof()]
    assert told == ["asked", "confirmed", "left"]


def test_a_letter_is_in_the_readers_language_and_says_how_long_it_holds(office: Office) -> None:
    office.asks(language="fr")
    mail = office.sink.message(ADA)
    assert mail["Subject"] == "Merci de confirmer : The Velmor Letter"
    assert "72 heures" in mail.get_content()
    assert mail["Auto-Submitted"] == "auto-generated"


def test_confirming_and_leaving_twice_is_as_once(office: Office) -> None:
    office.asks()
    token = office.link("confirm")
    first = office.confirms(token)
    assert office.confirms(token, NOW + timedelta(hours=1)) == first
    assert first
    goodbye = token_for(secret_of(office.folder), Aim.LEAVE, first.id)
    assert office.leaves(goodbye)
    assert office.leaves(goodbye, NOW + timedelta(days=1))
    assert [what for what, _ in office.proof()].count("left") == 1


def test_an_old_letter_and_one_from_before_leaving_confirm_nothing(office: Office) -> None:
    office.asks()
    token = office.link("confirm")
    assert office.confirms(token, NOW + timedelta(hours=73)) is None
    reader = office.confirms(token)
    assert reader
    office.leaves(token_for(secret_of(office.folder), Aim.LEAVE, reader.id))
    assert office.confirms(token) is None


def test_a_letter_goes_once_an_hour_whoever_asks(office: Office) -> None:
    for minutes in (0, 5, 50, 70):
        office.asks(at=NOW + timedelta(minutes=minutes))
    assert office.sink.received() == {ADA: 2}


def test_a_reader_who_asks_again_gets_another_letter_and_stays_a_reader(office: Office) -> None:
    put_readers(office.folder, reader_of(office.folder, "ada"))
    office.asks(language="fr")
    with open_desk(office.folder, now=NOW) as desk:
        reader = of_token(desk, Aim.PREFERENCES, office.link("preferences"))
    assert reader == reader_of(office.folder, "ada")


def test_a_suppressed_address_gets_no_letter(office: Office) -> None:
    with closing(Store.open(office.folder)) as store, store.writing() as tx:
        subscribers.suppress(tx, ADA, why="asked us to", at=NOW)
    office.asks()
    assert not office.sink.mails
    assert office.reader() is None


def test_a_wish_waits_while_the_server_is_busy_and_is_dropped_where_it_refuses(
    office: Office,
) -> None:
    office.sink.refuse = {ADA: "451 4.3.0 later"}
    office.asks()
    office.sink.refuse = {}
    office.asks("ben@readers.example")
    assert office.sink.received() == {ADA: 1, "ben@readers.example": 1}
    assert office.confirms(office.link("confirm"))
    office.sink.refuse = {"cem@readers.example": "550 5.1.1 nobody"}
    office.asks("cem@readers.example")
    with closing(Store.open(office.folder)) as store, store.reading() as tx:
        assert subscribers.waiting(tx) == 0


def test_choosing_keeps_sections_of_the_desk_only(office: Office) -> None:
    ada = reader_of(office.folder, "ada")
    put_readers(office.folder, ada)
    with open_desk(office.folder, now=NOW) as desk:
        chosen = choose(desk, ada, language="fr", sections=("culture", "gossip"))
    assert chosen == office.reader()
    assert chosen.sections == ("culture",)
    assert office.proof()[-1][0] == "changed"


def test_a_list_is_taken_in_with_proof_only_and_twice_changes_nothing(office: Office) -> None:
    text = (
        "Email,consent_at,consent_how,sections\n"
        f"{ADA},2026-05-03,form at the fair,culture;economy\n"
        "ben@readers.example,,,\nno address,2026-05-03,form,\n"
    )
    refused = "no proof of consent: how and when it was given"
    assert office.takes(text) == ["new", refused, "no mail address"]
    assert office.takes(text)[0] == "known"
    assert office.takes(text, how="old list", when=NOW)[1] == "new"
    assert office.proof() == [("confirmed", "form at the fair")]


def test_whoever_left_or_is_suppressed_is_not_taken_in_again(office: Office) -> None:
    ada = reader_of(office.folder, "ada", enrolment=Enrolment.LEFT)
    put_readers(office.folder, ada)
    with closing(Store.open(office.folder)) as store, store.writing() as tx:
        subscribers.suppress(tx, "ben@readers.example", why="bounced", at=NOW)
    text = f"address\n{ADA}\nben@readers.example\n"
    before = NOW - timedelta(days=9)
    assert office.takes(text, how="old list", when=before) == ["left", "suppressed"]
    assert office.takes(text, how="new form", when=NOW + timedelta(days=1))[0] == "new"


def test_what_is_given_out_can_be_taken_in_elsewhere(office: Office, tmp_path: Path) -> None:
    office.takes(f"address,sections\n{ADA},culture\n=1+2@readers.example,\n", how="form", when=NOW)
    with open_desk(office.folder) as desk:
        text = "".join(give_out(desk))
    assert "\n'=1+2@readers.example," in text
    other = Office(a_mail_desk(tmp_path / "other", port=1), office.sink)
    assert other.takes(text) == ["new", "new"]
    assert other.proof() == [("confirmed", "form")]
    reader = other.reader()
    assert reader
    assert reader.sections == ("culture",)


def test_a_list_without_addresses_is_refused(office: Office) -> None:
    with pytest.raises(UsageError, match="no column 'address'"):
        office.takes("name\nAda\n")
