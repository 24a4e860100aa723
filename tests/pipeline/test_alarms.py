from datetime import timedelta
from pathlib import Path

from tests.pipeline.mailing import NOW, SENDER, URL, configure
from tests.pipeline.press import Press
from tests.pipeline.room import Room, a_source
from tests.pipeline.sink import a_sink

from watchdesk.pipeline import open_desk
from watchdesk.pipeline.alarms import sounded

ADA = "ada@velmor.example"


def broken_desk(room: Room, press: Press, port: int) -> Path:
    """A desk whose one source is gone, and which sends to a server on this machine."""
    room.watch(a_source(press.url("/gone.xml"), title="Harbour Post"))
    room.gather(NOW)
    mail = {"sender": SENDER, "host": "127.0.0.1", "port": port, "security": "none"}
    configure(room.folder, mail=mail, site_url=URL, editors=[{"name": "Ada", "mail": ADA}])
    return room.folder


def told(folder: Path, days: float = 0) -> str:
    with open_desk(folder, now=NOW + timedelta(days=days)) as desk:
        return sounded(desk)


def test_editors_named_for_it_get_one_mail_a_day_of_what_broke(room: Room, press: Press) -> None:
    with a_sink() as sink:
        folder = broken_desk(room, press, sink.port)
        assert told(folder) == ""
        configure(folder, alarms={"to": ["Ada"]})
        assert "went to the editors" in told(folder)
        assert told(folder, 0.1) == ""
        assert "Harbour Post" in sink.message(ADA).get_content()
        told(folder, 1)
    assert sink.received() == {ADA: 2}


def test_a_mail_that_cannot_go_is_said_and_stops_nothing(room: Room, press: Press) -> None:
    folder = broken_desk(room, press, 1)
    configure(folder, alarms={"to": ["Ada"]})
    assert "did not go" in told(folder)
    configure(folder, alarms={"to": ["Nobody"]})
    assert "no editor 'Nobody'" in told(folder)


def test_a_french_desk_is_told_in_french(room: Room, press: Press) -> None:
    with a_sink() as sink:
        folder = broken_desk(room, press, sink.port)
        configure(folder, alarms={"to": ["Ada"]}, language="fr")
        told(folder)
        message = sink.message(ADA)
    assert message["subject"].endswith("1 chose à regarder")
    assert "Harbour Post: en panne. harbour.localhost dit que cette page n’existe pas" in (
        message.get_content()
    )
