"""What a page says of itself to machines, in the words of schema.org, as JSON-LD.

Comes in: a laid-out issue or one of its items. Goes out: text for a script element of data, in
which no mark of HTML stands. It says no more than the page says to people.
"""

import json
from collections.abc import Mapping

from markupsafe import Markup

from watchdesk.publish.publication import Publication, issue_path
from watchdesk.publish.safe import shown
from watchdesk.publish.views import IssueView, ItemView

# So that no text of a stranger can end the element that it stands in.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def of_issue(view: IssueView) -> Markup:
    """The issue as an issue of a periodical."""
    publication = view.publication
    return _script(_issue(publication) | {"datePublished": _day(publication)})


def of_item(view: IssueView, item: ItemView) -> Markup:
    """The item as an article that is part of the issue and cites its links."""
    publication = view.publication
    cites = [link.href for link in item.links if link.href]
    return _script(
        {
            "@type": "NewsArticle",
            "headline": item.headline.words.text[:110],
            "inLanguage": item.headline.words.language,
            "datePublished": _day(publication),
            "url": _address(publication, item.path),
            "mainEntityOfPage": _address(publication, item.path),
            "isPartOf": _issue(publication),
            "publisher": {"@type": "Organization", "name": publication.desk_title},
            "author": {"@type": "Organization", "name": publication.desk_title},
            "citation": cites,
        }
    )


def _issue(publication: Publication) -> dict[str, object]:
    number = publication.issue.number
    return {
        "@type": "PublicationIssue",
        "issueNumber": number,
        "name": f"{publication.desk_title} {number}",
        "url": _address(publication, issue_path(number)),
        "isPartOf": {"@type": "Periodical", "name": publication.desk_title},
    }


def _day(publication: Publication) -> str:
    return publication.issue.dated.date().isoformat()


def _address(publication: Publication, path: str) -> str:
    return publication.base + path if publication.base else ""


def _script(said: Mapping[str, object]) -> Markup:
    kept = {"@context": "https://schema.org"} | _kept(said)
    text = json.dumps(kept, ensure_ascii=False).translate(_ESCAPES)
    return Markup(text)  # noqa: S704 - every mark of HTML was escaped in the line above


def _kept(said: Mapping[str, object]) -> dict[str, object]:
    """Without what is empty; strangers' text made fit."""
    made = {key: _fit(value) for key, value in said.items()}
    return {key: value for key, value in made.items() if value not in ("", [], {})}


def _fit(value: object) -> object:
    if isinstance(value, str):
        return shown(value)
    return _kept(value) if isinstance(value, dict) else value
