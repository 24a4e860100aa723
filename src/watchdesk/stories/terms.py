"""Words of a text as terms that can be compared.

In: title and text. Out: counted terms (lower case, cut to a common length so that most endings of
inflected languages fall away). It knows no language's grammar; a short list of the commonest words
of some languages serves as the prior of a desk that has read little.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

# A number keeps its separators: 6.1 is another quake than 6.4.
WORD = re.compile(r"[^\W_]+(?:(?<=\d)[.,]\d+)*")
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")

# Thousands are parted by a comma, a point, a blank or an apostrophe, as the language has it.
_GROUPED = re.compile(
    r"\d(?<![\d.,]\d)\d{0,2}(?:([.,'’ \u00a0\u202f\u2009])\d{3})(?:\1\d{3})*(?![\d.,]?\d)"
)
_PARTED = re.compile(r"\D")

# A term is a word's beginning: long enough to part "quarry" from "quarter", short enough to join
# "губернатор" and "губернатору". Swept over 5 to 12 on development sets.
LENGTH = 6
# How often a title's word counts beside one of the text.
TITLE_WEIGHT = 3
# The prior is worth this many documents; the commonest words stand in this share of them.
PRIOR_DOCUMENTS = 400.0
_COMMON_PRIOR = PRIOR_DOCUMENTS * 0.25
_SHORT_PRIOR = PRIOR_DOCUMENTS * 0.02
_USUAL_PRIOR = PRIOR_DOCUMENTS * 0.0025

_COMMONEST = """
a about after all also an and any are as at be because been before between both but by can could day
did do does down during each even first for from get had has have he her here him his how i if in
into is it its just last like made make many may me more most my new no not now of off on one only
or other our out over own people said same say says see she should since so some still such than
that the their them then there these they this those three through time to two under until up us
was we week well were what when where which while who why will with would year years yesterday you
your told according monday tuesday wednesday thursday friday saturday sunday
le la les un une des du de et est que qui dans pour par sur au aux avec ne pas plus ce cette ces se
sa son ses il elle ils elles on nous vous leur leurs mais ou où été être sont ont avait était a fait
comme tout tous après avant selon aussi deux entre sans sous depuis contre
el los las una unos del y en por con para su sus al lo como más pero este esta fue ha han sido entre
sobre según también desde hasta muy dos años
der die das ein eine einer einem einen und ist im in den dem des von zu mit sich auf für nicht als
auch es an werden aus er hat dass sie nach wird bei noch wie am um einen über vor durch war wurde
il gli dei della delle nel nella che di da è sono per non più anche dal alla dopo
o os as um uma do da dos das no na em não se mais foi ao pela pelo
и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было
вот от меня еще нет о из ему теперь когда даже ну ли если уже или ни быть был него до вас нибудь
опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была
сам чтоб без будто чего раз тоже себе под будет тогда кто этот того потому этого какой ним здесь
этом один почти мой тем чтобы нее были также это года году после который которые которая
та і в на що з не у до як про за від та це але для або він вона вони був була були
և է որ են մի ու ի այդ այս իր նա ես մեր որը համար մեջ հետ էր էին ինչ նրա նրանք բայց եթե թե պետք
միայն մասին ըստ նաև կամ նոր
""".split()  # noqa: SIM905 - a list of quoted words would fill two hundred lines


def stem(word: str) -> str:
    """The beginning of a lower-case word that stands for it as a term."""
    return word[:LENGTH]


_COMMON = frozenset(stem(word) for word in _COMMONEST)


def common(term: str) -> bool:
    """Whether a term is one of the commonest words, or too short to mean much."""
    return term in _COMMON or len(term) < 2


def words(text: str) -> list[str]:
    """Lower-case words, as `printed` parts them."""
    return lowered(printed(text))


def printed(text: str) -> list[str]:
    """Words as printed, numbers as digits alone; scripts without spaces give pairs of signs."""
    found = WORD.findall(_GROUPED.sub(lambda number: _PARTED.sub("", number.group()), text))
    if text.isascii() or not _WIDE.search(text):
        return found
    return [piece for word in found for piece in _pairs(word)]


def lowered(found: Sequence[str]) -> list[str]:
    """Words in lower case, in one step for all of them."""
    return "\n".join(found).lower().split("\n") if found else []


def capitalised(found: Sequence[str]) -> frozenset[str]:
    """Terms that stand with a capital somewhere after the first word: names, mostly."""
    names = {word.lower()[:LENGTH] for word in set(found[1:]) if word[0].isupper()}
    return frozenset(names - _COMMON)


def _pairs(word: str) -> list[str]:
    if len(word) < 3 or not _WIDE.search(word):
        return [word]
    return [word[i : i + 2] for i in range(len(word) - 1)]


def count_terms(title: Sequence[str], text: Sequence[str]) -> dict[str, int]:
    """How often each term stands in an article; words of the title count `TITLE_WEIGHT` times."""
    counts = Counter([word[:LENGTH] for word in text])
    for word in title:
        term = word[:LENGTH]
        counts[term] = counts.get(term, 0) + TITLE_WEIGHT
    return counts


def rarity(
    counts: Mapping[str, int], known: Mapping[str, int], documents: int
) -> list[tuple[float, str]]:
    """Each term with its weight: (1 + log tf) times the logarithm of its inverse document share.

    The shares are those of the stream so far (`known` of `documents`), smoothed by the prior.
    """
    everything = log(documents + PRIOR_DOCUMENTS)
    weighed = []
    for term, times in counts.items():
        if term in _COMMON:
            prior = _COMMON_PRIOR
        else:
            prior = _USUAL_PRIOR if len(term) > 2 else _SHORT_PRIOR
        weight = everything - log(known.get(term, 0) + prior)
        weighed.append(((1.0 + log(times)) * weight if times > 1 else weight, term))
    return weighed
