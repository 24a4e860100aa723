"""A send that is killed at any moment: at most one copy each, none lost, the doubtful shown."""

import subprocess
import sys
from pathlib import Path

from tests.pipeline import send_and_die
from tests.pipeline.mailing import a_mail_desk, ledger, put_readers, reader_of
from tests.pipeline.sink import a_sink

from watchdesk.pipeline import issue_numbered, open_desk, sending_status

READERS = 100
KILLS = 20


def test_of_a_send_that_is_killed_twenty_times_nobody_gets_two_and_nobody_is_lost(
    tmp_path: Path,
) -> None:
    with a_sink() as sink:
        sink.pause = 0.004
        folder = a_mail_desk(tmp_path / "desk", port=sink.port)
        put_readers(folder, *(reader_of(folder, f"reader{n}") for n in range(READERS)))
        run = [sys.executable, "-m", send_and_die.__name__, str(folder), str(KILLS), "7", "0.03"]
        done = subprocess.run(run, capture_output=True, text=True, check=True)
        received = sink.received()
    assert int(done.stdout) == KILLS
    with open_desk(folder) as desk:
        doubtful = {one.address for one in sending_status(desk, issue_numbered(desk, 12)).doubtful}
    assert max(received.values()) == 1
    assert set(received) | doubtful == {f"reader{n}@readers.example" for n in range(READERS)}
    assert ledger(folder).get("sent", 0) + len(doubtful) == READERS
    assert ledger(folder).get("unknown", 0) == len(doubtful) <= KILLS
