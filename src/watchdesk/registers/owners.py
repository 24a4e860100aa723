"""Who says a number.

In: a figure, its article and the article's statements. Out: the owner as printed, or nobody. An
owner is the speaker of the statement that holds the number, or whom the sentence names beside it
("the Relief Office spoke of over 3,400"), or the body that speaks on its own page. "He",
"officials" and an outlet's own voice own no number.
"""

import re
from collections.abc import Iterable

from watchdesk.model import Article, Figure, Span, Statement
from watchdesk.text.languages import language
from watchdesk.text.likeness import similarity
from watchdesk.text.sentences import sentence_of
from watchdesk.text.spans import words

SAME_PERSON = 0.7
LONGEST_NAME = 9
"""Words: what is longer is a clause."""

_NEAR = 240
"""Characters: an owner stands near its number, and a text without stops stays cheap."""

_CAPITAL = r"[^\W\d_a-zа-яёա-և][\w’'\-]*"
_JOINT = r",? (?:of |for |and |de |du |des |la |и |по )?"
_ARTICLE = r"(?:[Tt]he |[Ll]e |[Ll]a |[Ll]’)?(?:[a-z]+ (?:of|de) )?"
_NAME = rf"(?:{_ARTICLE}{_CAPITAL}(?:{_JOINT}{_CAPITAL}){{0,6}}|[Tt]he [a-z]+)"
_PUT = (
    r"puts? the (?:number|figure|count|toll)\b[^.;,]{0,60} at"
    r"|(?:(?:has|have|had) )?(?:spoke|spoken|speaks|counts?|counted|estimates?|estimated)"
    r"|(?:a |ont )?(?:parle|parlé|parlait|compte|compté|estime|estimé|recense|recensé)"
    r"|(?:сообщил[аои]?|насчитал[аои]?|оценил[аои]?|говорил[аои]?)"
)
_BEFORE = re.compile(rf"(?P<owner>{_NAME}),? (?:{_PUT})(?: [\w’'-]+){{0,3}}[ ’'\w]*$")
_CHAINED = re.compile(rf", (?:and |et |и )?(?P<owner>{_NAME}),? (?:of|de|о)(?: [\w’'-]+){{0,2}} *$")
_BEHIND = re.compile(
    rf"^[^.;]{{0,120}}?(?:by|in) the (?:estimate|count|figures|list) of (?P<owner>{_NAME})"
)
_GIVEN = re.compile(rf"^(?: \w+)? (?:given|named|published) by (?P<owner>{_NAME})")


def owner_of(
    figure: Figure, article: Article, statements: Iterable[Statement], *, body: str = ""
) -> str:
    """The owner of a number as printed; empty where the text shows none.

    `body` is who speaks on this page, where the source is a body that speaks for itself.
    """
    holding = [one for one in statements if any(part.holds(figure.span) for part in one.content)]
    holding.sort(key=_length)
    for statement in holding:
        if owner := _speaker(statement, article):
            return owner
    sentence = sentence_of(article.text, figure.span, article.language) or figure.span
    printed = _beside(figure.span, sentence, article)
    if printed or holding:
        return printed
    return body if body and not _others(sentence, article) else ""


def same_owner(one: str, other: str) -> bool:
    """Whether two owners may be one: all words of one stand in the other, or the names fit."""
    mine, theirs = _name_words(one), _name_words(other)
    if mine <= theirs or theirs <= mine:
        return True
    return similarity(one.partition(",")[0], other.partition(",")[0]) >= SAME_PERSON


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def _speaker(statement: Statement, article: Article) -> str:
    """Name and role, or the words of an institution as printed."""
    if statement.speaker:
        return ", ".join(filter(None, (statement.speaker.name, statement.speaker.role)))
    if statement.source is None:
        return ""
    printed = statement.source.of(article.text)
    code = article.language
    return _bare(printed, code) if _names_somebody(printed, code) else ""


def _names_somebody(printed: str, code: str | None) -> bool:
    """Whether words are a name or an institution, not a pronoun, a crowd or a clause."""
    pack = language(code or "")
    found = words(printed)
    if len(found) > LONGEST_NAME or any(word.low[0].isdigit() for word in found):
        return False
    nouns = pack.organisations | pack.roles
    return any(
        word.low in nouns or (place and word.text[0].isupper()) for place, word in enumerate(found)
    )


def _beside(span: Span, sentence: Span, article: Article) -> str:
    """Whom the sentence names as the one who gives this number."""
    text, code = article.text, article.language
    before = text[max(sentence.start, span.start - _NEAR) : span.start]
    behind = text[span.end : min(sentence.end, span.end + _NEAR)]
    found = _GIVEN.search(behind) or _CHAINED.search(before) or _BEFORE.search(before)
    found = found or (_BEHIND.search(behind) if not re.search(r"\d", behind[:60]) else None)
    return _bare(found["owner"], code) if found and _is_name(found["owner"], code) else ""


def _bare(printed: str, code: str | None) -> str:
    """A name without its article."""
    first, _, rest = printed.partition(" ")
    article = first.lower() in language(code or "").frames.appositions
    return rest if article and rest[:1].isupper() else printed


def _is_name(printed: str, code: str | None) -> bool:
    """Whether more than an article, a month or a pronoun is left of what was found."""
    pack = language(code or "")
    grammar = pack.frames.appositions | pack.pronouns.keys() | pack.months.keys()
    nouns = pack.organisations | pack.roles
    return any(
        word.low in nouns or (word.text[0].isupper() and word.low not in grammar)
        for word in words(printed)
    )


def _others(sentence: Span, article: Article) -> bool:
    """Whether a sentence names an office or an institution, who may be the one that counts."""
    pack = language(article.language or "")
    nouns = pack.organisations | pack.roles
    return any(word.low in nouns for word in words(article.text, sentence.start, sentence.end))


def _name_words(owner: str) -> frozenset[str]:
    name = owner.partition(",")[0]
    return frozenset(word.low for word in words(name) if len(word.low) > 3) or frozenset({name})
