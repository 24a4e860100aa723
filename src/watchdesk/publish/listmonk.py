"""The mail edition as listmonk takes a campaign.

Comes in: a `Mail` that waits for its readers' links. Goes out: subject, HTML and text in which
nothing is read as a template but those links. Listmonk runs all three through Go's templates, of
the HTML it also drops the comments, which old Outlook needs, and it counts the clicks on an address
that ends in its mark: each is written so that it comes out as it stands in the mail.
"""

import re

from watchdesk.publish.email import Mail

LEAVE = "{{ UnsubscribeURL }}"
PREFERENCES = "{{ UnsubscribeURL }}?manage=true"

_OPENS = re.compile(r"\{\{|@(?=TrackLink)")
_COMMENT = re.compile(r"(<!--.*?-->)", re.DOTALL)


def campaign(mail: Mail) -> dict[str, str]:
    """The fields of a campaign that hold the mail."""
    inert = Mail(
        subject=_text(mail.subject),
        html="".join(map(_html, _COMMENT.split(mail.html))),
        text=_text(mail.text),
        language=mail.language,
        attached={},
    )
    html, text = inert.for_reader(leave=LEAVE, preferences=PREFERENCES)
    return {"subject": inert.subject, "body": html, "altbody": text}


def _html(piece: str) -> str:
    """A piece of the page: character references are no template, and stay what they are."""
    if piece.startswith("<!--") and "`" not in piece:
        return f"{{{{ Safe `{piece}` }}}}"
    return _OPENS.sub(lambda found: "".join(f"&#{ord(sign)};" for sign in found[0]), piece)


def _text(words: str) -> str:
    """Text has no references: the template itself writes the signs."""
    return _OPENS.sub(lambda found: f'{{{{ "{found[0]}" }}}}', words)
