"""Strangers' words made fit to stand in our pages.

Comes in: text and addresses from other people's pages. Goes out: text without characters that
HTML and XML forbid and whose bidi controls end where the text ends, and addresses that can only
lead to a page. Escaping itself is the template's, which does it always.
"""

import re
from urllib.parse import urlsplit

_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMBEDDINGS = frozenset("\u202a\u202b\u202d\u202e")
_ISOLATES = frozenset("\u2066\u2067\u2068")
_END_EMBEDDING = "\u202c"
_END_ISOLATE = "\u2069"
_SCHEMES = frozenset({"http", "https", "mailto"})
_UNFIT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\x9f\u202a-\u202e\u2066-\u2069\"<>\\^`{|}]")


def shown(text: str) -> str:
    """`text` without illegal characters, every bidi control that it opens closed again."""
    legal = _ILLEGAL.sub("\ufffd", text)
    return _balanced(legal) if _BIDI.search(legal) else legal


def isolated(text: str) -> str:
    """`text` for a place without markup: its direction cannot reach what stands around it."""
    fit = shown(text)
    return f"\u2068{fit}\u2069" if _needs_isolation(fit) else fit


def href(url: str) -> str | None:
    """The address if a link may lead there (http, https, mailto), else None.

    Everything else (javascript:, data:, a relative path of a stranger's) never becomes a link.
    """
    if _UNFIT_IN_ADDRESS.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _SCHEMES or not (parts.netloc or (scheme == "mailto" and parts.path)):
        return None
    return url


def _needs_isolation(text: str) -> bool:
    return any("\u0590" <= mark <= "\u08ff" or "\ufb1d" <= mark <= "\ufefc" for mark in text) or (
        _BIDI.search(text) is not None
    )


def _balanced(text: str) -> str:
    """Drop closing controls that close nothing, add those that are missing."""
    kept: list[str] = []
    waiting: list[str] = []
    for mark in text:
        if mark in _EMBEDDINGS:
            waiting.append(_END_EMBEDDING)
        elif mark in _ISOLATES:
            waiting.append(_END_ISOLATE)
        elif mark in (_END_EMBEDDING, _END_ISOLATE):
            if not waiting or waiting[-1] != mark:
                continue
            waiting.pop()
        kept.append(mark)
    return "".join(kept + waiting[::-1])
