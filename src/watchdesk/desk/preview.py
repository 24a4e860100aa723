"""Preview: the issue as its readers will have it, in mail, on the web, as text, in print.

Everything shown is what the publishers make of the issue as it stands. It runs in a frame without
scripts and loads nothing from elsewhere; the files of the last look are kept in memory.
"""

from starlette.responses import Response

from watchdesk.desk.roles import Role
from watchdesk.desk.screen import Screen, acts, looks
from watchdesk.desk.visit import Visit
from watchdesk.model import UsageError
from watchdesk.pipeline import issue_numbered, send_to
from watchdesk.pipeline.previewing import Preview, preview
from watchdesk.publish import issue_path

SCHEMES = ("light", "dark")
EDITIONS = {"mail": "mail.html", "web": "index.html", "text": "issue.txt", "pdf": "issue.pdf"}
SIZES = ("wide", "phone")

CAGED = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
    " frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
)
"""The pages are ours, and no script of any kind runs in them."""


def shown(visit: Visit) -> Response:
    """One edition in a frame, as wide and as bright as was chosen."""
    edition = _chosen(visit, "edition", tuple(EDITIONS))
    scheme = _chosen(visit, "scheme", SCHEMES)
    made = _made(visit)
    return visit.page(
        "preview.html",
        issue=issue_numbered(visit.desk, None),
        editions={name: _path(made, name) in made.files for name in EDITIONS},
        edition=edition,
        scheme=scheme,
        size=_chosen(visit, "size", SIZES),
        framed=f"/preview/{scheme}/{_path(made, edition)}",
        there=_path(made, edition) in made.files,
        mail=visit.who.mail,
    )


def file(visit: Visit) -> Response:
    """One file of the issue; a dark page is one in which the reader's dark scheme always holds."""
    found = _made(visit).files.get(visit.path["file"])
    if found is None:
        return visit.refused(visit.words.say("preview.no_file"), status=404)
    body = found.body
    if found.media_type in {"text/html", "text/css"}:
        holds = b"all" if visit.path["scheme"] == "dark" else b"not all"
        body = body.replace(b"(prefers-color-scheme: dark)", holds)
    headers = {"content-security-policy": CAGED}
    return Response(body, media_type=found.media_type, headers=headers)


def to_me(visit: Visit) -> Response:
    """Send the issue to the editor who asks, and to nobody else."""
    if not visit.who.mail:
        raise UsageError(visit.words.say("preview.no_address"))
    for _event in send_to(visit.desk, issue_numbered(visit.desk, None), visit.who.mail):
        pass
    return visit.moved("/preview?sent=1")


def _made(visit: Visit) -> Preview:
    room = visit.room
    room.preview = preview(visit.desk, issue_numbered(visit.desk, None), room.preview)
    return room.preview


def _path(made: Preview, edition: str) -> str:
    return issue_path(made.number).replace("index.html", EDITIONS[edition])


def _chosen(visit: Visit, name: str, known: tuple[str, ...]) -> str:
    given = visit.query.get(name, "")
    return given if given in known else known[0]


SCREEN = Screen(
    title="preview.title",
    menu="/preview",
    doors=(
        looks("/preview", shown),
        looks("/preview/{scheme:str}/{file:path}", file),
        acts("/preview/to-me", to_me, least=Role.EDITOR),
    ),
)
