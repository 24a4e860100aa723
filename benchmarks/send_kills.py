"""Kills the sending of an issue at random moments and looks whether a reader gets two or none.

    python benchmarks/send_kills.py [TIMES] [READERS]

300 kills over a send to 500 readers, moments drawn from a fixed seed. A mail of which nobody knows
whether it arrived counts neither as sent nor as lost, if the desk shows it.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.pipeline import send_and_die  # noqa: E402
from tests.pipeline.mailing import a_mail_desk, ledger, put_readers, reader_of  # noqa: E402
from tests.pipeline.sink import a_sink  # noqa: E402

from watchdesk.pipeline import issue_numbered, open_desk, sending_status  # noqa: E402

SEED = 20261124

LONGEST = 0.02
"""Seconds that a run sends at most; at the sink's pace all kills fall into one send."""


def main() -> None:
    """Kill, send to the end, and compare the ledger with what arrived."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    readers = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    with tempfile.TemporaryDirectory() as room, a_sink() as sink:
        sink.pause = 0.01
        folder = a_mail_desk(Path(room) / "desk", port=sink.port)
        put_readers(folder, *(reader_of(folder, f"reader{n}") for n in range(readers)))
        run = [sys.executable, "-m", send_and_die.__name__, str(folder), str(times)]
        done = subprocess.run(
            [*run, str(SEED), str(LONGEST)], check=True, capture_output=True, text=True, cwd=ROOT
        )
        received, counts = sink.received(), ledger(folder)
        with open_desk(folder) as desk:
            status = sending_status(desk, issue_numbered(desk, None))
    doubtful = {one.address for one in status.doubtful}
    wanted = {f"reader{n}@readers.example" for n in range(readers)}
    doubled = sum(1 for count in received.values() if count > 1)
    lost = len(wanted - set(received) - doubtful)
    print(f"{readers} readers, {done.stdout.strip()} of {times} runs killed; ledger {counts}")
    print(f"received {len(received)}, doubled {doubled}, lost {lost}")
    print(f"in doubt {len(doubtful)}, of which arrived {len(doubtful & set(received))}")
    sys.exit(1 if doubled or lost else 0)


if __name__ == "__main__":
    main()
