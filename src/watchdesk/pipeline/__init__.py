"""The one place where the stages meet the store: order, retries, events.

    gather ─> extract ─> statements ─> group ─> draft ─> prove ─> publish

Each step takes what waits from the store, does the stage's pure work outside a transaction, and
keeps the result, or the problem, in one transaction per item. A step is a generator of events:
commands print them, a test lists them. Nothing is held between two runs but what the store keeps.
"""

from watchdesk.pipeline.adding import find_sources
from watchdesk.pipeline.care import backup, restore
from watchdesk.pipeline.chain import catch_up, chain, waiting_work
from watchdesk.pipeline.cures import cure
from watchdesk.pipeline.desk import Desk, open_desk, working_on
from watchdesk.pipeline.edition import approve, edit, issue_numbered, prove, write_draft
from watchdesk.pipeline.extract import extract
from watchdesk.pipeline.gather import gather
from watchdesk.pipeline.group import group
from watchdesk.pipeline.health import health
from watchdesk.pipeline.publishing import publish
from watchdesk.pipeline.rebuild import rebuild_from
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

__all__ = [
    "Desk",
    "StoryView",
    "all_issues",
    "approve",
    "backup",
    "captures_between",
    "catch_up",
    "chain",
    "cure",
    "edit",
    "export_archive",
    "extract",
    "find",
    "find_sources",
    "gather",
    "group",
    "health",
    "issue_numbered",
    "newest_stories",
    "open_desk",
    "open_problems",
    "proof_of",
    "prove",
    "publish",
    "rebuild_from",
    "restore",
    "story_view",
    "verify_archive",
    "waiting_work",
    "working_on",
    "write_draft",
]
