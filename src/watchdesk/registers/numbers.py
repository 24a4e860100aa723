"""Measures by what the text itself shows: a number beside a body, or the document that it links.

In: an article with its links and the measures that its text names by the number of a known system.
Out: each measure once, with its keys: that of a known system, `<body>/<kind>/<number>` where a
sentence or the source names the body, and the address of its document. "Bill 58" without a body is
nobody's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from watchdesk.model import Article, Key, Mention, Span
from watchdesk.registers.material import LASTING, MEASURE, Material
from watchdesk.text.addresses import is_document
from watchdesk.text.fold import fold
from watchdesk.text.sentences import sentence_of, sentences

_NUMBER = r"(?P<number>\d{1,5}(?:[/-]\d{1,5})?)"
_NO = r"(?:(?:[Nn](?:[oº°]|r)?\.?°?|№|[Nn]umber)\s?)?"
_KINDS: Mapping[str, str] = {
    "bill": r"(?:[Dd]raft\ )?Bill|[Dd]raft\ [Ll]aw|[Pp]ro(?:jet|position)\ de\ loi|[Gg]esetzentwurf"
    r"|[Зз]аконопроект\w*",
    "resolution": r"(?:A\.|S\.)?Res\.|R(?:esolution|ESOLUTION)|[Rr]ésolution|[Рр]езолюци[яиюей]+",
    "motion": r"M(?:otion|OTION)(?:\ for\ a\ resolution)?|motion(?=\ n°)|[Aa]ntrag(?=\ Nr)",
    "report": r"[Rr]eport(?=\ (?:[Nn]o|\d+/))|[Rr]apport(?=\ n°)|[Дд]оклад\w*(?=\ №)",
    "decree": r"[Dd]ecree(?=\ [Nn]o)|[Dd]écret(?=\ n°)|[Пп]остановлени\w+(?=\ №)",
}
_FORMS = {
    kind: re.compile(rf"(?<![\w.])(?:{words})\s{_NO}{_NUMBER}(?![\w%])", re.VERBOSE)
    for kind, words in _KINDS.items()
}
_ARMENIAN = {
    "bill": re.compile(r"(?<!\w)(?P<number>\d{1,5})-րդ\s(?:օրինագ|օրենքի նախագ)\w+"),
    "resolution": re.compile(r"(?<!\w)(?P<number>\d{1,5})-րդ\sբանաձև\w*"),
}
NOUNS: Mapping[str, re.Pattern[str]] = {
    "letter": re.compile(r"\bletter\b|\blettre\b|\bbrief\b|письм\w+|նամակ\w*", re.IGNORECASE),
    "resolution": re.compile(r"\br[eé]solution\b|резолюци\w+|բանաձև\w*", re.IGNORECASE),
    "motion": re.compile(r"\bmotion\b|\bantrag\b", re.IGNORECASE),
    "bill": re.compile(r"\bbill\b|\bprojet de loi\b|законопроект\w*|օրինագ\w+", re.IGNORECASE),
    "report": re.compile(
        r"\breports?\b|\brapport\b|\bbericht\b|доклад\w*|զեկույց\w*", re.IGNORECASE
    ),
}
_CAPITAL = r"[^\W\d_a-zа-яёա-և][\w’'-]*"
_OF = r"(?:\ (?:of|for|de|du|des|de\ la|d’|l’|and|et|the)){1,2}"
_BODY = re.compile(
    r"(?:[A-Z][a-z]+\ )*"
    r"(?P<noun>Assembly|Chamber|Parliament|Senate|Congress|Council|Legislature|Diet|Ombudsman"
    r"|ASSEMBLY|PARLIAMENT|CHAMBER|COUNCIL"
    r"|Assemblée|Chambre|Parlement|Sénat|Conseil|Палат\w*|Собрани\w+|Парламент\w*|Сенат\w*"
    r"|Ассамбле\w+|Совет\w*|Վեհաժողով\w*|Պալատ\w*|Խորհրդարան\w*|Ժողով\w*)"
    rf"(?:{_OF}\ {_CAPITAL}(?:\ {_CAPITAL})*)*",
)
_OWN = {
    "us": re.compile(r"\bU\.?S\.?\b|United States|Congress|Washington|Americ|États-Unis|США|ԱՄՆ"),
    "fr": re.compile(r"\bFrance\b|[Ff]rançais|Assemblée nationale|Sénat|Палат\w+ Франц"),
}
"""What an article names that speaks of a system whose numbers other parliaments print alike."""
_SHARED = re.compile(r"^(?P<state>us|fr)/(?:pion|sres|hres|hr|s|hconres|sconres)/(?P<number>\d+)$")
HEAD = 250
"""Characters: what an article is about stands in its first lines."""
MOST_LINKS = 40
MOST_NUMBERS = 60


@dataclass(frozen=True, slots=True)
class Named:
    """A measure that an article names, with all its places there, the first of them first.

    `record` is set where the page is the body's own on this one measure.
    """

    kind: str
    title: str
    keys: tuple[Key, ...]
    places: tuple[Span, ...]
    record: bool = False


def measures(material: Material) -> tuple[Named, ...]:
    """The measures of an article, those of known systems first."""
    article = material.article
    own, foreign = _known_systems(material)
    local = _once([*_titled(material), *foreign, *_by_number(material, own)])
    papers = _once(list(_papers(material)))
    named = _with_papers(local, papers, article.title)
    sure = (one for one in named if any(key.scheme != "number" for key in one.keys))
    return (*_once([_of_system(one, article) for one in own]), *sure)


def of_another_session(one: Iterable[Key], other: Iterable[Key]) -> bool:
    """Whether two measures with the same number are of two sessions, as far as their keys tell."""
    mine = {key for key in one if key.scheme == LASTING}
    theirs = {key for key in other if key.scheme == LASTING}
    return bool(mine and theirs) and not mine & theirs


def _known_systems(material: Material) -> tuple[list[Mention], list[Named]]:
    """Mentions of known systems, and those that only look so: their parliament is another's."""
    text, own, foreign = material.article.text, [], []
    for one in material.mentions:
        shared = _SHARED.match(one.key or "")
        if shared and not _OWN[shared["state"]].search(text):
            body = _body(material, one.span)
            if body:
                foreign.append(_local(material, one.span, one.kind, shared["number"], body))
            if body or shared["state"] == "fr":
                continue  # without a word of France, no parliament is named at all
        if one.key:
            own.append(one)
    return own, foreign


def _of_system(mention: Mention, article: Article) -> Named:
    keys = [Key(MEASURE, mention.key or "")]
    if mention.lasting:
        keys.append(Key(LASTING, mention.lasting))
    return Named(mention.kind, mention.span.of(article.text), tuple(keys), (mention.span,))


def _titled(material: Material) -> Iterator[Named]:
    """The measure that the title of a record or a paper names by number."""
    article = material.article
    own = bool(material.body) or is_document(article.url)
    for kind, form in _FORMS.items() if own else ():
        match = form.search(article.title)
        if match:
            lead = _first_number(article, match["number"])
            body = material.body or _body(material, lead)
            one = _local(material, lead, kind, match["number"], body)
            yield replace(one, title=match.group(), record=bool(material.body))
            return


def _by_number(material: Material, own: Sequence[Mention]) -> Iterator[Named]:
    """“Bill 58”, “Resolution 2026/14” beside the body that they belong to."""
    text = material.article.text
    spans = [one.span for one in own] + [one.span for one in material.mentions]
    count = 0
    for kind, form in (*_FORMS.items(), *_ARMENIAN.items()):
        for match in form.finditer(text):
            place = Span(*match.span())
            if any(place.start < one.end and one.start < place.end for one in spans):
                continue
            count += 1
            if count > MOST_NUMBERS:
                return
            yield _local(material, place, kind, match["number"], _body(material, place))


def _local(material: Material, place: Span, kind: str, number: str, body: str) -> Named:
    named = [Key("measure", f"{_slug(body)}/{kind}/{number}")] if body else []
    keys = (*named, Key("number", f"{kind}/{number}"))
    return Named(kind, place.of(material.article.text), keys, (place,))


def _body(material: Material, place: Span) -> str:
    """The body that the sentence or the head of the article names, in its fullest form."""
    text = material.article.text
    inside = sentence_of(text, place, material.article.language) or place
    found = list(_BODY.finditer(text, inside.start, inside.end))
    if found:
        return _fullest(text, min(found, key=lambda one: abs(one.start() - place.start)))
    if material.body:
        return material.body
    head = _BODY.search(f"{material.article.title}\n{text[:HEAD]}")
    return _fullest(text, head) if head else ""


def _fullest(text: str, near: re.Match[str]) -> str:
    noun = near["noun"].lower()[:6]
    same = [one.group() for one in _BODY.finditer(text[:20_000]) if one["noun"].lower()[:6] == noun]
    return max([near.group(), *(one for one in same if near.group() in one)], key=len)


def _slug(body: str) -> str:
    low = fold(body).text.lower().removeprefix("the ")
    return re.sub(r"\W+", "-", low).strip("-")


def _once(found: Sequence[Named]) -> list[Named]:
    kept: dict[Key, Named] = {}
    for one in found:
        before = kept.get(one.keys[-1])
        places = (*before.places, *one.places) if before else one.places
        kept[one.keys[-1]] = replace(before or one, places=places)
    return list(kept.values())


def _papers(material: Material) -> Iterator[Named]:
    """The article's own paper, or the papers that it is about: a letter, a resolution, a report.

    A page whose paper is replaced in place has no lasting address.
    """
    article = material.article
    if is_document(article.url):
        kind = _noun(f"{article.title} {_file(article.url)}")
        if kind and not material.watched:
            yield _paper(article, kind, article.url, _lead(article))
        return
    head = f"{article.title}\n{article.text[: 2 * HEAD]}"
    for link in article.links[:MOST_LINKS]:
        kind = _noun(link.words) or _noun(_file(link.url)) if is_document(link.url) else ""
        place = link.span or (_first_named(article, kind) if kind else None)
        if kind and place and (_noun(link.words) or NOUNS[kind].search(head)):
            yield _paper(article, kind, link.url, place)


def _paper(article: Article, kind: str, url: str, place: Span) -> Named:
    key = Key("document", url.partition("#")[0].partition("?")[0])
    return Named(kind, article.title.strip() or _file(url), (key,), (place,))


def _noun(words: str) -> str:
    return next((kind for kind, noun in NOUNS.items() if noun.search(words)), "")


def _file(url: str) -> str:
    return unquote(urlsplit(url).path.rpartition("/")[2]).replace("-", " ").replace("_", " ")


def _first_named(article: Article, kind: str) -> Span:
    found = NOUNS[kind].search(article.text)
    return Span(*found.span()) if found else _lead(article)


def _first_number(article: Article, number: str) -> Span:
    """The sentence that prints the number of the title, else the first."""
    found = re.search(rf"(?<!\w){re.escape(number)}(?!\w)", article.text)
    place = Span(*found.span()) if found else None
    near = sentence_of(article.text, place, article.language) if place else None
    return near or _lead(article)


def _lead(article: Article) -> Span:
    found = sentences(article.text, article.language)
    return found[0] if found else Span(0, len(article.text))


def _with_papers(local: list[Named], papers: list[Named], title: str) -> Iterator[Named]:
    """Measures by number; the one that the title names, else the first, with its paper."""
    left = list(papers)
    for one in sorted(local, key=lambda one: one.title not in title):
        paper = next((paper for paper in left if paper.kind == one.kind), None)
        if paper:
            left.remove(paper)
        yield replace(one, keys=(*one.keys, *paper.keys)) if paper else one
    yield from left
