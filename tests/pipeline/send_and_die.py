"""Sends an issue again and again, each time in a child that is killed (SIGKILL) after a moment.

    python send_and_die.py DESK TIMES SEED LONGEST

The children are forked from one process that has everything imported and nothing open, so that the
kills fall into the sending and not into the start. The last one is let through.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from watchdesk.pipeline import copies, doubts, issue_numbered, open_desk, send  # noqa: F401


def send_once(folder: Path) -> None:
    with open_desk(folder) as desk:
        for _ in send(desk, issue_numbered(desk, None)):
            pass


def main() -> None:
    folder, times, seed, longest = Path(sys.argv[1]), *map(float, sys.argv[2:])
    moments = random.Random(seed)
    killed = 0
    for _ in range(int(times)):
        child = os.fork()
        if child == 0:
            try:
                send_once(folder)
            finally:
                os._exit(0)
        time.sleep(moments.uniform(0.0, longest))
        os.kill(child, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
    send_once(folder)
    print(killed)  # noqa: T201


if __name__ == "__main__":
    main()
