"""Sends an issue again and again, each time in a child that is killed (SIGKILL) after a moment.

    python send_and_die.py DESK TIMES SEED LONGEST

The children are forked from one process that has everything imported, the mail rendered and nothing
open, so that the kills fall into the sending and not into the start. The last one is let through.
"""

import os
import random
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.pipeline.mailing import NOW, reader_of

from watchdesk.model import Issue, Started
from watchdesk.pipeline import issue_numbered, open_desk
from watchdesk.pipeline.copies import Copies
from watchdesk.pipeline.edition import must_be_approved
from watchdesk.pipeline.post import Post, post_of
from watchdesk.pipeline.publishing import publication_of
from watchdesk.pipeline.sending import send_copies

EARLY = 5
"""One kill in so many falls wherever it falls, the others after a run has sent a first mail."""


@dataclass(frozen=True)
class Ready:
    """An issue that is ready to be sent."""

    folder: Path
    issue: Issue
    post: Post
    copies: Copies


def prepared(folder: Path) -> Ready:
    with open_desk(folder) as desk:
        issue, post = issue_numbered(desk, None), post_of(desk)
        copies = Copies(post, publication_of(desk, issue, must_be_approved(desk, issue)))
    copies.mail(reader_of(folder, "reader0"), NOW)
    return Ready(folder, issue, post, copies)


def send_once(ready: Ready, first: int | None = None) -> None:
    """Send, or go on; `first` is told when the first mail has gone."""
    with open_desk(ready.folder) as desk:
        for event in send_copies(desk, ready.issue, ready.post, ready.copies):
            if first is not None and not isinstance(event, Started):
                os.write(first, b".")
                first = None


def killed_once(ready: Ready, *, early: bool, after: float) -> bool:
    """Send in a child and kill it; whether it had not ended before."""
    heard, first = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            send_once(ready, first)
        finally:
            os._exit(0)
    os.close(first)
    if not early:
        os.read(heard, 1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.close(heard)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def main() -> None:
    """Kill, as often as asked, and send to the end."""
    ready, (times, seed, longest) = prepared(Path(sys.argv[1])), map(float, sys.argv[2:])
    moments = random.Random(seed)
    killed = sum(
        killed_once(ready, early=number % EARLY == 0, after=moments.uniform(0.0, longest))
        for number in range(int(times))
    )
    send_once(ready)
    print(killed)  # noqa: T201


if __name__ == "__main__":
    main()
