"""Whether words say in which language they are, and those written from the right their direction.

Comes in: the HTML part as a tree. Goes out: findings. Only what its letters betray is judged: a
French sentence in an English mail is not seen.
"""

import unicodedata
from collections.abc import Iterator

from babel.core import get_global
from selectolax.lexbor import LexborHTMLParser, LexborNode

from watchdesk.publish.lint.finding import Found

# A name in another script is read as it stands, a long one with its office badly; a sentence needs
# its language.
_NAME, _SENTENCE = 30, 60
_SCRIPTS = {
    "Arab": "arabic",
    "Armn": "armenian",
    "Cyrl": "cyrillic",
    "Geor": "georgian",
    "Grek": "greek",
    "Hebr": "hebrew",
}
_FROM_RIGHT = {"arabic", "hebrew"}


def languages(tree: LexborHTMLParser) -> Iterator[Found]:
    """Words have their language, and those written from the right their direction."""
    root = tree.css_first("html")
    if root is None or not root.attributes.get("lang"):
        yield Found("language", True, "The mail does not say in which language it is (lang).")
    for node in tree.css("body *"):
        text = " ".join((node.text(deep=False) or "").split())
        script = _script(text)
        if script is None or node.tag in {"style", "script"}:
            continue
        if script in _FROM_RIGHT and "\u2068" not in text and not _from_right(node):
            yield Found("language", True, f"“{text[:40]}” has no direction (dir).")
        told = _above(node, "lang")
        if len(text) >= _NAME and told and _script_of(told) != script:
            stops = len(text) >= _SENTENCE
            yield Found("language", stops, f"“{text[:40]}” is in {script} letters, not in {told}.")


def _script(text: str) -> str | None:
    """The script of most letters, where it is one of those judged here."""
    counted: dict[str, int] = {}
    for letter in text:
        if letter.isalpha():
            name = unicodedata.name(letter, "UNKNOWN").split()[0].lower()
            counted[name] = counted.get(name, 0) + 1
    most = max(counted, key=lambda name: counted[name], default="latin")
    return most if most in _SCRIPTS.values() else None


def _script_of(language: str) -> str:
    """The script in which a language is mostly written, or the one that its tag names."""
    tag = language.replace("-", "_")
    parts = tag.split("_")
    likely = get_global("likely_subtags").get(parts[0], "")
    named = [part for part in (*parts, *likely.split("_")) if len(part) == 4]
    return _SCRIPTS.get(named[0].title(), "") if named else ""


def _from_right(node: LexborNode) -> bool:
    """Whether words at a place are told, or left to find out, that they run from the right."""
    at: LexborNode | None = node
    while at is not None and at.is_element_node:
        if at.tag == "bdi" or at.attributes.get("dir") in {"rtl", "auto"}:
            return True
        if at.attributes.get("dir"):
            return False
        at = at.parent
    return False


def _above(node: LexborNode, name: str) -> str:
    """The nearest value of an attribute, the element's own first."""
    at: LexborNode | None = node
    while at is not None and at.is_element_node:
        if value := at.attributes.get(name):
            return value
        at = at.parent
    return ""
