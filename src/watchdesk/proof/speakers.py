"""V2, V6, V7, V14 for a quotation that stands as an item's part: its words, who said them, as what.

In: a `Quoted` and what is held. Out: findings where the words are not the source's, where the
speaker is not named in the same article, or the role is not the one printed near the name.
"""

from collections.abc import Iterator

from watchdesk.model import Article, Finding, Quoted
from watchdesk.proof.citations import articles_of, blocked, check_evidence, cited, warned
from watchdesk.proof.held import Held
from watchdesk.proof.passage import Case
from watchdesk.proof.quotations import check_words
from watchdesk.proof.reading import Reading, names_of, pieces, plain, read
from watchdesk.proof.translations import check_translation
from watchdesk.text.fold import fold
from watchdesk.text.likeness import similarity

_NEAR = 250  # characters between a name and its role: a sentence or two
_SAME = 0.8


def check_quoted(quoted: Quoted, held: Held) -> Iterator[Finding]:
    """All rules for one quotation."""
    yield from check_evidence(quoted.text, quoted.evidence, held)
    passages = cited(quoted.evidence, held, whole=False)
    if not passages:
        return
    articles = articles_of(quoted.evidence, held)
    case = Case(quoted.text, passages, language=quoted.language)
    if case.foreign:
        yield from check_translation(quoted, case, articles)
    else:
        yield from check_words(case, 0, len(quoted.text))
    if quoted.speaker:
        yield from _speaker(quoted.speaker, articles)
    if quoted.role:
        yield from _role(quoted, articles, foreign=case.foreign)


def _speaker(name: str, articles: list[Article]) -> Iterator[Finding]:
    """V6: the speaker's name stands in an article that the quotation is taken from."""
    if any(names_stand(name, article) for article in articles):
        return
    yield blocked(
        name, f"The name {name} does not stand in the article of this quotation.", rule="V6"
    )


def names_stand(name: str, article: Article) -> bool:
    """Whether an article prints the name: all its words together, or one that sounds like it."""
    reading = _reading(article)
    wanted = [plain(piece) for word in name.split() for piece in pieces(word)]
    row = [plain(token.low) for token in reading.tokens]
    if _in_a_row(wanted, row, ("", *reading.pack.name_endings)):
        return True
    return any(similarity(name, printed) >= _SAME for printed in _printed_names(reading))


def _in_a_row(wanted: list[str], row: list[str], endings: tuple[str, ...]) -> bool:
    """Whether the words follow one another, each as it is or with an ending of its language."""
    forms = [frozenset(word + ending for ending in endings) for word in wanted]
    places = [at for at, word in enumerate(row) if forms and word in forms[0]]
    return any(
        len(row) >= at + len(forms)
        and all(word in form for word, form in zip(row[at:], forms, strict=False))
        for at in places
    )


def _reading(article: Article) -> Reading:
    authors = ", ".join(article.byline.authors)
    caption = article.image.caption if article.image else ""
    return read(f"{article.title}\n\n{article.text}\n\n{caption}\n\n{authors}", article.language)


def _printed_names(reading: Reading) -> list[str]:
    """The names of a text; where its script has no capitals, each pair and three of words."""
    runs: dict[int, list[str]] = {}
    for word in names_of(reading):
        runs.setdefault(word.run, []).append(word.text)
    if runs:
        return [" ".join(run) for run in runs.values()]
    words = [token.low for token in reading.tokens]
    return [" ".join(words[at : at + size]) for size in (2, 3) for at in range(len(words))]


def _role(quoted: Quoted, articles: list[Article], *, foreign: bool) -> Iterator[Finding]:
    """V7: the role is printed near the speaker."""
    if foreign or any(_role_stands(quoted.role, quoted.speaker or "", one) for one in articles):
        return
    message = f"The role “{quoted.role}” is not printed near {quoted.speaker or 'the quotation'}."
    words = {plain(piece) for word in quoted.role.split() for piece in pieces(word)}
    known = {plain(low) for article in articles for low in _reading(article).bag}
    if words <= known:
        yield warned(quoted.role, message, rule="V7")
    else:
        yield blocked(quoted.role, message, rule="V7")


def _role_stands(role: str, speaker: str, article: Article) -> bool:
    text = fold(article.text).text.casefold()
    wanted = fold(role).text.strip().casefold()
    places = _places(text, wanted)
    if not speaker:
        return bool(places)
    family = fold(speaker).text.split()[-1].casefold()
    named = _places(text, family)
    return any(abs(place - name) <= _NEAR + len(wanted) for place in places for name in named)


def _places(text: str, wanted: str) -> list[int]:
    found: list[int] = []
    at = text.find(wanted) if wanted else -1
    while at >= 0 and len(found) < 100:
        found.append(at)
        at = text.find(wanted, at + 1)
    return found
