"""Headlines In Title Case, where a capital says little: which of their words are names.

In: a case and words of its draft that the source lacks. Out: yes or no. What the article or the
language knows as a plain word is none.
"""

from functools import lru_cache

from watchdesk.proof.passage import Case, article_of
from watchdesk.proof.reading import Reading, is_capital, names_of, plain
from watchdesk.text.languages import Language
from watchdesk.text.names import NameWord

_TITLE_CASE = 0.7
_MUCH = 0.6  # the draft's words that the nearest passage has


def in_title_case(reading: Reading) -> bool:
    """Whether most longer words have a capital."""
    longer = [word.text for word in reading.words if len(word.text) > 3 and word.text.isalpha()]
    return len(longer) > 2 and sum(map(is_capital, longer)) / len(longer) > _TITLE_CASE


def named_in_title(case: Case, words: list[NameWord]) -> bool:
    """Whether these words of a headline are a name: capitals throughout, or one by its article.

    In a headline that is much like the source, two or three that no table of the language and no
    article writes small are one too.
    """
    if all(word.text.isupper() for word in words):
        return True
    if case.nearest is None or case.nearest.share < _MUCH:
        return False
    lows = {plain(word.text) for word in words}
    articles = [article_of(cited) for cited in case.cited]
    if any(lows & _small(one) for one in articles):
        return False
    if any(lows & _named(one) for one in articles):
        return True
    least = 2 if case.nearest.copy else 3
    return len(words) >= least and not lows & _vocabulary(case.draft.pack)


def plain_in_title(case: Case, word: NameWord) -> bool:
    """Whether a headline's word is surely no name: the language or the article writes it small."""
    low = plain(word.text)
    return low in _vocabulary(case.draft.pack) or any(
        low in _small(article_of(cited)) for cited in case.cited
    )


def _small(article: Reading) -> frozenset[str]:
    """The words that an article writes small somewhere."""
    return frozenset(plain(word.text) for word in article.words if not is_capital(word.text))


def _named(article: Reading) -> frozenset[str]:
    """The words of names that an article prints within a sentence."""
    return frozenset(plain(word.text) for word in names_of(article) if not word.opens)


@lru_cache(maxsize=16)
def _vocabulary(pack: Language) -> frozenset[str]:
    """The words of a language that its tables know, none of them a name."""
    takes, rules = pack.frames.complements, pack.frames
    tables = (pack.cues, pack.roles, pack.sources, pack.organisations, pack.numbers.words)
    verbs = (takes.objects, takes.requests, takes.reports, takes.nouns, takes.stances)
    small = (rules.stops, rules.auxiliaries, rules.moments, rules.appositions)
    return frozenset().union(*tables, *verbs, *small)
