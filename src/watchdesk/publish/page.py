"""One page of the site, with what all pages share.

Comes in: whose site it is, a template and its values. Goes out: a file whose links are relative, so
that the folder opens from disk and under any path.
"""

from watchdesk.publish.publication import File, Publication
from watchdesk.publish.setting import set_page
from watchdesk.publish.site import Site
from watchdesk.publish.tongue import Tongue, direction

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""No script, no request to anybody else."""

SEARCH_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
"""The search page runs the site's own script and asks the site's own index."""

CARD = "card.png"
"""The site's own picture, for where a page has none."""


def page(
    house: Publication | Site, tongue: Tongue, template: str, path: str, /, **values: object
) -> File:
    """The page at `path` from the site's root; `values` are those of its template."""
    shared: dict[str, object] = {
        "publication": house,
        "t": tongue,
        "dir": direction(tongue.language),
        "here": path,
        "root": "../" * path.count("/"),
        "description": "",
        "policy": POLICY,
        "card": CARD,
        "feeds": "",
        "linked": None,
        "kind": "website",
    }
    return File(path, "text/html", set_page(template, **shared | values).encode())
