"""The clerk behind the public page: answers by letter what was asked there.

In: the open desk. Out: letters, one after the other, as long as the pages are served. What the mail
server does not take now waits in the database for the next time.
"""

import asyncio
import logging

from watchdesk.model import DeskError
from watchdesk.pipeline import Desk
from watchdesk.pipeline.post import Post
from watchdesk.pipeline.subscribing import answer_one
from watchdesk.publish.delivery.smtp import Line

EVERY_SECONDS = 2.0
AFTER_TROUBLE = 60.0

_log = logging.getLogger(__name__)


async def answer_letters(desk: Desk, post: Post, every: float = EVERY_SECONDS) -> None:
    """Answer wishes until it is cancelled."""
    while True:
        well = await asyncio.to_thread(answer_waiting, desk, post)
        await asyncio.sleep(every if well else AFTER_TROUBLE)


def answer_waiting(desk: Desk, post: Post) -> bool:
    """Answer all wishes that wait; whether the mail server was there."""
    with Line(post.server) as line:
        try:
            while (answered := answer_one(desk, post, line)) is True:
                pass
        except DeskError as error:
            _log.warning("letters wait: %s", error)
            return False
    return answered is None
