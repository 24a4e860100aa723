"""Style sheets read far enough to lint them: rules with their selectors, declarations and media.

Comes in: a style sheet, or the text of a `style` attribute. Goes out: values. What is broken is
read as a browser would recover from it, roughly; nothing is ever an error.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_PIECE = re.compile(r"\"[^\"\n]*\"?|'[^'\n]*'?|[{};]|[^{};\"']+")
_PART = re.compile(r"(?:\"[^\"\n]*\"?|'[^'\n]*'?|\([^()]*\)|[^;\"'(]|\()+")
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Declaration:
    """One property with its value."""

    name: str
    value: str
    important: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """Declarations for `selectors`; `within` are the at-rules around them, outermost first.

    An at-rule without selectors of its own (`@import …`, `@font-face`) has none and stands in
    `within` itself.
    """

    selectors: tuple[str, ...]
    declarations: tuple[Declaration, ...]
    within: tuple[str, ...] = ()


def rules(sheet: str) -> Iterator[Rule]:
    """The rules of a style sheet in their order."""
    around: list[str] = []
    opened, words = False, ""
    for piece in _PIECE.findall(_COMMENT.sub(" ", sheet)):
        if piece == "{":
            opened = not _groups(words)
            around.append(" ".join(words.split()))
            words = ""
        elif piece == "}":
            if opened and around:
                yield _rule(around, words)
            around, opened, words = around[:-1], False, ""
        elif piece == ";" and not opened:
            if words.strip():
                yield Rule((), (), (*around, " ".join(words.split())))
            words = ""
        else:
            words += piece


def declarations(text: str) -> tuple[Declaration, ...]:
    """What a `style` attribute or the inside of a rule declares."""
    return tuple(_declared(_COMMENT.sub(" ", text)))


def _groups(prelude: str) -> bool:
    """Whether rules, not declarations, stand between the braces that follow."""
    return prelude.strip().lower().startswith(("@media", "@supports", "@layer", "@keyframes"))


def _rule(around: list[str], words: str) -> Rule:
    *outer, prelude = around
    if prelude.startswith("@"):
        return Rule((), declarations(words), tuple(around))
    selectors = tuple(one.strip() for one in prelude.split(",") if one.strip())
    return Rule(selectors, declarations(words), tuple(outer))


def _declared(text: str) -> Iterator[Declaration]:
    for part in _PART.findall(text):
        name, colon, value = part.partition(":")
        if colon and name.strip():
            plain = _IMPORTANT.sub("", value)
            yield Declaration(name.strip().lower(), plain.strip(), plain != value)
