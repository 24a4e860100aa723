"""One mail to the editors named for it of what broke or fell silent, at most one a day; what left
the site is told at once.

In: the desk after a run. Out: whether a mail went. It names sources and counts entries: names out
of the registers stay on the desk.
"""

from collections.abc import Iterator
from datetime import date

from watchdesk.model import DeskError, UsageError, identity
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.post import post_of
from watchdesk.pipeline.registered import gone_quiet
from watchdesk.pipeline.source_health import health
from watchdesk.pipeline.subscribing import heads, send_letter
from watchdesk.publish.letters import plain_letter
from watchdesk.text.said import forms_of, said

LAST = ".alarmed"
"""The file in the desk's folder with the day of the last mail."""

BAD = ("failed", "refused", "quiet", "empty")


def sound(desk: Desk, happened: str = "") -> bool:
    """Send the mail of the day, if there is anything to say; `DeskError` where it cannot go.

    What `happened` just now is said at once, also where the day has had its mail.
    """
    today = desk.clock().date()
    if not desk.config.alarms.to or (_last(desk) == today and not happened):
        return False
    lines = (*([f"- {happened}"] if happened else []), *findings(desk))
    if not lines:
        return False
    post, now = post_of(desk), desk.clock()
    language = desk.config.language if forms_of(desk.config.language) else "en"
    more = said("'watchdesk status' says more, and what to do.", language)
    text = "\n".join([*lines, "", more, ""])
    many = "1 thing needs a look" if len(lines) == 1 else f"{len(lines)} things need a look"
    subject = f"{desk.config.title}: {said(many, language)}"
    for address in _addresses(desk):
        mark = identity("alarm", address, today.isoformat(), happened)
        letter = plain_letter(heads(post, address, mark, now), subject, text, language)
        send_letter(post, address, letter.signed(post.signers, int(now.timestamp())))
    (desk.folder / LAST).write_text(today.isoformat())
    return True


def findings(desk: Desk) -> Iterator[str]:
    """What broke or fell silent, a line each, in the desk's language where it is spoken."""
    language = desk.config.language
    for row in health(desk, now=desk.clock()):
        if row.state in BAD:
            state, reason = said(row.state, language), said(row.reason, language)
            yield f"- {row.title or row.source_id}: {state}. {reason}"
    if quiet := len(gone_quiet(desk)):
        one = "1 register entry has gone quiet."
        many = f"{quiet} register entries have gone quiet."
        yield f"- {said(one if quiet == 1 else many, language)}"


def _addresses(desk: Desk) -> tuple[str, ...]:
    """The addresses of the editors named for alarms."""
    known = {one.name: one.mail for one in desk.config.editors}
    missing = [name for name in desk.config.alarms.to if not known.get(name)]
    if missing:
        raise UsageError(f"desk.toml: alarms: to: no editor '{missing[0]}' with a mail address.")
    return tuple(known[name] for name in desk.config.alarms.to)


def _last(desk: Desk) -> date | None:
    path = desk.folder / LAST
    try:
        return date.fromisoformat(path.read_text().strip())
    except (OSError, ValueError):
        return None


def sounded(desk: Desk, happened: str = "") -> str:
    """Sound the alarm after a run and say what came of it: a run does not fail of its mail."""
    try:
        return "A mail of what needs a look went to the editors." if sound(desk, happened) else ""
    except DeskError as error:
        return f"The mail of what needs a look did not go: {error}"
