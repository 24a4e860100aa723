"""A look over a mail before it is sent: what readers' programs would not show, and what is wrong.

Comes in: the HTML and the text part, the table of mail programs, and the site's address where there
is one. Goes out: findings, those that stop the sending first. Nothing is fetched or sent.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from watchdesk.publish.lint import structure
from watchdesk.publish.lint.clients import clients, default, mistakes
from watchdesk.publish.lint.contrast import contrasts
from watchdesk.publish.lint.features import uses
from watchdesk.publish.lint.finding import Found
from watchdesk.publish.lint.languages import languages
from watchdesk.publish.lint.parts import in_step
from watchdesk.publish.lint.support import Clients, Reach, Tests, reach, shipped


def lint(
    html: str, text: str | None, *, clients: Clients | None = None, site: str = ""
) -> tuple[Found, ...]:
    """All findings on a mail; the sending stops where any of them `stops`."""
    tree = LexborHTMLParser(html)
    found = [
        *structure.size(html),
        *structure.links(tree, site),
        *structure.images(tree, site),
        *structure.headings(tree),
        *structure.foreign(tree),
        *languages(tree),
        *contrasts(tree),
        *in_step(tree, text, site),
        *supported(html, clients=clients or default()),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: not one.stops))


def supported(html: str, *, clients: Clients) -> Iterator[Found]:
    """Features that too few readers would see; only one that is needed stops the sending."""
    tests = shipped()
    for slug, use in sorted(uses(html).items()):
        if (feature := tests.features.get(slug)) is None:
            continue
        far = reach(feature, tests=tests, clients=clients)
        if far.percent < clients.least:
            needed = use.needed and slug not in clients.progressive
            yield Found("support", needed, _told(far, use.where, needed=needed))


def _told(far: Reach, where: str, *, needed: bool) -> str:
    kind = "needed" if needed else "an addition"
    lacking = f"; not in {_listed(far.lacking)}" if far.lacking else ""
    partly = f"; in part in {_listed(far.partly)}" if far.partly else ""
    return (
        f"{far.feature.title} ({kind}, at {where}) reaches {far.percent:.0f} % of readers"
        f"{lacking}{partly}; tested {far.feature.tested}."
    )


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")


__all__ = [
    "Clients",
    "Found",
    "Reach",
    "Tests",
    "clients",
    "default",
    "lint",
    "mistakes",
    "reach",
    "shipped",
    "supported",
]
