"""What an office and a bracket say of a person: of which organisation, party and place.

A chain of mentions comes in, a `Speaker` goes out, each field a copied span. *Mayor of Lower Mirin*
gives a place, *chair of the Road Committee* an organisation, *(D-Mir.)* party and place; what the
words do not tell apart stays within the role alone.
"""

import re
from collections.abc import Iterator, Sequence

from watchdesk.model import Span, Speaker
from watchdesk.statements.naming import heads_of, name_span
from watchdesk.statements.people import Chain
from watchdesk.statements.phrases import is_role
from watchdesk.text.languages import Language
from watchdesk.text.spans import Word
from watchdesk.text.spans import words as words_of

_ACRONYM = range(2, 7)
# (D-Md.): a party's letters, a dash, where its bearer was elected.
_PARTY_PLACE = re.compile(r"([A-Z]{1,5})[-–‑—]\s?([A-Z][\w. ]*)$")
_PARTY = re.compile(r"[^\W\d_]{1,8}$")


def speaker_of(text: str, chain: Chain, language: Language) -> Speaker:
    """The noun that statements carry, with all that the chain shows."""
    fields: dict[str, Span] = dict(_of_bracket(text, chain, language))
    if chain.role:
        for kind, span in _of_role(text, chain.role, language):
            fields.setdefault(kind, span)
        fields["role"] = chain.role
    if chain.affiliation:
        fields.setdefault("organisation", chain.affiliation)
    printed = {kind: span.of(text) for kind, span in fields.items()}
    spans = {f"{kind}_span": span for kind, span in fields.items()}
    return Speaker(name=chain.name.of(text), name_span=chain.name, **printed, **spans)  # type: ignore[arg-type]


def _of_bracket(text: str, chain: Chain, language: Language) -> Iterator[tuple[str, Span]]:
    """Party and place of (D-Md.); party of (CDU) behind one who holds an elected office."""
    if chain.bracket is None:
        return
    inside = chain.bracket.of(text)
    both = _PARTY_PLACE.fullmatch(inside)
    if both:
        yield "party", Span(*both.span(1)).moved(chain.bracket.start)
        yield "place", Span(*both.span(2)).moved(chain.bracket.start)
    elif _PARTY.fullmatch(inside) and inside.isupper():
        elected = chain.heads & language.elected or chain.titles & language.elected
        yield ("party" if elected else "organisation"), chain.bracket


def _of_role(text: str, role: Span, language: Language) -> Iterator[tuple[str, Span]]:
    """What an office belongs to: the words behind its noun, else those before it."""
    words = words_of(text, role.start, role.end)
    at = next((at for at, word in enumerate(words) if is_role(word.low, language)), len(words))
    behind, before = words[at + 1 :], words[:at]
    local = bool(heads_of(words[at : at + 1], language) & language.local_roles)
    whole = _body(behind, language) or _named_body(before, language)
    if whole:
        party = any(word.low in language.parties for word in whole)
        yield ("party" if party else "organisation"), Span(whole[0].start, whole[-1].end)
    elif local:
        place = _capitals(behind, language) or ([] if language.links else before)
        if place and place[0].text[0].isupper():
            yield "place", name_span(place, (0, len(place)), language)


def _body(words: Sequence[Word], language: Language) -> Sequence[Word]:
    """The words that name a body: from its first capital or its noun on, up to where it is."""
    nouns = [at for at, word in enumerate(words) if _is_body(word, language)]
    nouns = [at for at in nouns if words[at].text[0].isupper()] or nouns
    if not nouns:
        return ()
    small = language.definite | language.lesser
    capitals = (at for at, word in enumerate(words) if word.text[0].isupper())
    start = min(nouns[0], next((at for at in capitals if words[at].low not in small), nouns[0]))
    over = language.relatives | language.whereabouts | (language.indefinite - language.links)
    end = nouns[0] + 1
    while end < len(words) and _within(words[end]) and words[end].low not in over:
        end += 1
    while words[end - 1].low in language.frames.joins:
        end -= 1
    return words[start:end]


def _named_body(before: Sequence[Word], language: Language) -> Sequence[Word]:
    """A body before an office, if it has a name: the Road Committee's chair."""
    whole = _body(before, language)
    return whole if any(word.text[0].isupper() for word in whole) else ()


def _within(word: Word) -> bool:
    return word.text[0].isalpha() or word.text in "«»“”.&"


def _is_body(word: Word, language: Language) -> bool:
    text = word.text
    return word.low in language.organisations or (len(text) in _ACRONYM and text.isupper())


def _capitals(words: Sequence[Word], language: Language) -> Sequence[Word]:
    """The first words with a capital, behind "of" where the language has it."""
    start = 0
    while start < len(words) and words[start].low in language.links | language.definite:
        start += 1
    if language.links and not start and not language.heads_first:
        return ()
    end = start
    while end < len(words) and words[end].text[0].isupper():
        end += 1
    return words[start:end]
