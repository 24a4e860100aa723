"""The one place where the stages meet the store: order, retries, events.

    gather ─> extract ─> statements ─> group ─> draft ─> prove ─> publish

Each step takes what waits from the store, does the stage's pure work outside a transaction, and
keeps the result, or the problem, in one transaction per item. A step is a generator of events:
commands print them, a test lists them. Nothing is held between two runs but what the store keeps.

Names are imported when they are asked for (PEP 562): a worker that reads one page loads no
database, and `watchdesk status` no reader of pages.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchdesk.pipeline.adding import Added, address_of, find_sources, watch
    from watchdesk.pipeline.care import backup, restore
    from watchdesk.pipeline.correcting import Signed, correct, text_of, withdraw
    from watchdesk.pipeline.cures import cure
    from watchdesk.pipeline.desk import Desk, open_desk, working_on
    from watchdesk.pipeline.doubts import resolve, sending_status
    from watchdesk.pipeline.drafting import write_draft
    from watchdesk.pipeline.edition import (
        approve,
        check_item,
        edit,
        issue_numbered,
        prove,
        sign_term,
    )
    from watchdesk.pipeline.extraction import extract
    from watchdesk.pipeline.flow import catch_up, chain, waiting_requests, waiting_work
    from watchdesk.pipeline.footnotes import prove_file
    from watchdesk.pipeline.gathering import gather
    from watchdesk.pipeline.grouping import group
    from watchdesk.pipeline.linting import lint_issue
    from watchdesk.pipeline.looking import lint_mail
    from watchdesk.pipeline.publishing import publish
    from watchdesk.pipeline.rebuild import rebuild_from
    from watchdesk.pipeline.registered import Quiet, gone_quiet
    from watchdesk.pipeline.sending import send, send_to
    from watchdesk.pipeline.source_health import health
    from watchdesk.pipeline.views import (
        StoryView,
        all_issues,
        captures_between,
        export_archive,
        find,
        newest_stories,
        open_problems,
        proof_of,
        story_view,
        verify_archive,
    )

_HOMES = {
    "adding": (
        "Added",
        "address_of",
        "find_sources",
        "watch",
    ),
    "care": (
        "backup",
        "restore",
    ),
    "flow": (
        "catch_up",
        "chain",
        "waiting_requests",
        "waiting_work",
    ),
    "correcting": (
        "Signed",
        "correct",
        "text_of",
        "withdraw",
    ),
    "cures": ("cure",),
    "desk": (
        "Desk",
        "open_desk",
        "working_on",
    ),
    "drafting": ("write_draft",),
    "edition": (
        "approve",
        "check_item",
        "edit",
        "issue_numbered",
        "prove",
        "sign_term",
    ),
    "extraction": ("extract",),
    "footnotes": ("prove_file",),
    "gathering": ("gather",),
    "grouping": ("group",),
    "registered": (
        "Quiet",
        "gone_quiet",
    ),
    "source_health": ("health",),
    "looking": ("lint_mail",),
    "linting": ("lint_issue",),
    "publishing": ("publish",),
    "rebuild": ("rebuild_from",),
    "doubts": (
        "resolve",
        "sending_status",
    ),
    "sending": (
        "send",
        "send_to",
    ),
    "views": (
        "StoryView",
        "all_issues",
        "captures_between",
        "export_archive",
        "find",
        "newest_stories",
        "open_problems",
        "proof_of",
        "story_view",
        "verify_archive",
    ),
}

__all__ = [
    "Added",
    "Desk",
    "Quiet",
    "Signed",
    "StoryView",
    "address_of",
    "all_issues",
    "approve",
    "backup",
    "captures_between",
    "catch_up",
    "chain",
    "check_item",
    "correct",
    "cure",
    "edit",
    "export_archive",
    "extract",
    "find",
    "find_sources",
    "gather",
    "gone_quiet",
    "group",
    "health",
    "issue_numbered",
    "lint_issue",
    "lint_mail",
    "newest_stories",
    "open_desk",
    "open_problems",
    "proof_of",
    "prove",
    "prove_file",
    "publish",
    "rebuild_from",
    "resolve",
    "restore",
    "send",
    "send_to",
    "sending_status",
    "sign_term",
    "story_view",
    "text_of",
    "verify_archive",
    "waiting_requests",
    "waiting_work",
    "watch",
    "withdraw",
    "working_on",
    "write_draft",
]


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(f"watchdesk.pipeline.{home}"), name)
    raise AttributeError(f"module 'watchdesk.pipeline' has no attribute '{name}'")
