"""Looks whether the mailers that [hand_over] names can be used, in plain words.

In: the desk. Out: checks. It asks listmonk for its lists and one template, and changes nothing.
"""

from collections.abc import Iterator

from watchdesk.model import DeskError
from watchdesk.pipeline.campaigning import LISTMONK, listmonk_of
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.doctor import Check, Health
from watchdesk.pipeline.handing_over import secret_from
from watchdesk.pipeline.posting import JSON
from watchdesk.publish.delivery.listmonk import Listmonk

WHOLE_PAGE = '{{ template "content" . }}'
"""All that a template may hold under a mail that is a whole page."""


def examine_lists(desk: Desk) -> Iterator[Check]:
    """Checks of each mailer that is named; none where none is."""
    table = desk.config.hand_over
    for name, named, part in (
        (JSON, table.json.url, _json),
        (LISTMONK, table.listmonk.url, _listmonk),
    ):
        try:
            yield from part(desk) if named else ()
        except DeskError as error:
            yield Check(f"hand-over to {name}", Health.BAD, str(error))


def _json(desk: Desk) -> Iterator[Check]:
    table = desk.config.hand_over.json
    secret_from(table.secret_env, JSON, "the secret that the issue is signed with")
    yield Check("hand-over to json", Health.WELL, f"A signed issue goes to {table.url}.")


def _listmonk(desk: Desk) -> Iterator[Check]:
    what, table, monk = "hand-over to listmonk", desk.config.hand_over.listmonk, listmonk_of(desk)
    named = monk.lists()
    for number in table.lists:
        if number in named:
            yield Check(what, Health.WELL, f"The issue goes to list {number}, {named[number]}.")
        else:
            there = ", ".join(f"{key} ({name})" for key, name in sorted(named.items())[:20])
            yield Check(what, Health.BAD, f"There is no list {number}.", f"There are: {there}.")
    yield _template(what, monk, table.template)


def _template(what: str, monk: Listmonk, number: int) -> Check:
    body = monk.template(number)
    if body is None:
        return Check(what, Health.BAD, f"There is no template {number}.", _cure())
    if "".join(body.split()) != "".join(WHOLE_PAGE.split()):
        said = f"Template {number} holds more than the mail, which is a whole page itself."
        return Check(what, Health.LOOK, said, _cure())
    return Check(what, Health.WELL, f"Template {number} leaves the mail as it is.")


def _cure() -> str:
    return f"Make a template that holds nothing but {WHOLE_PAGE} and name its number."
