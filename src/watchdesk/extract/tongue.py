"""The language of a text: what the page claims, unless the letters or the words contradict it.

In: text, the page's claim, the source's. Out: a code of two letters (three for a few) or None.
Scripts that one language alone uses decide at once; within a script frequencies of letter groups
do.
"""

import re
from collections import Counter

from resiliparse.parse.lang import detect_fast

from watchdesk.extract.common_words import COMMON

_SAMPLE = 4000
_ENOUGH = 60
_FAR = 1100
"""Above this distance the detector's word is worth nothing."""

_CLOSE = 0.12
"""A claim among the nearest languages stands while its distance is no more than this worse."""

_BLOCKS = (
    ("hy", 0x0531, 0x058F), ("ka", 0x10A0, 0x10FF), ("el", 0x0370, 0x03FF), ("he", 0x0590, 0x05FF),
    ("hi", 0x0900, 0x097F), ("bn", 0x0980, 0x09FF), ("pa", 0x0A00, 0x0A7F), ("gu", 0x0A80, 0x0AFF),
    ("ta", 0x0B80, 0x0BFF), ("te", 0x0C00, 0x0C7F), ("kn", 0x0C80, 0x0CFF), ("ml", 0x0D00, 0x0D7F),
    ("si", 0x0D80, 0x0DFF), ("th", 0x0E00, 0x0E7F), ("my", 0x1000, 0x109F), ("am", 0x1200, 0x137F),
    ("km", 0x1780, 0x17FF), ("ja", 0x3040, 0x30FF), ("ko", 0xAC00, 0xD7AF), ("zh", 0x4E00, 0x9FFF),
    ("cyrillic", 0x0400, 0x052F), ("arabic", 0x0600, 0x06FF), ("latin", 0x0041, 0x024F),
    ("latin", 0x1E00, 0x1EFF),
)  # fmt: skip
_SHARED = {
    "cyrillic": tuple("ru uk be bg mk sr kk ky tg mn tt ba cv ce".split()),  # noqa: SIM905
    "arabic": tuple("ar fa ur ps ku sd ug".split()),  # noqa: SIM905
    "hi": ("hi", "mr", "ne", "sa"),
}
_CODE = re.compile(r"^[a-z]{2,3}(?=$|[-_])")
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "ckb": "ku", "bs": "hr", "sh": "hr"}
_ALPHABETS = {
    "ru": "ыэёъйщ", "uk": "іїєґйщ'", "be": "ыэёіўй'", "bg": "ъйщѝ", "mk": "ѓќѕџјљњ",
    "sr": "ђћџјљњ", "kk": "ыэёъйщәғқңөұүһі", "ky": "ыэёъйщңөү", "tg": "эёъйғӣқӯҳҷ",
    "mn": "ыэёъйщөү", "tt": "ыэёъйщәөүҗңһ", "ba": "ыэёъйщәөүңһҙҡғҫ", "cv": "ыэёъйщӑӗҫӳ",
    "ce": "ыэёъйщӀӏ",
    "en": "éïèêçñ", "de": "äöüßéàè", "fr": "éèêëàâçîïôûùüœæÿ", "es": "áéíóúüñ", "it": "àèéìíîòóùú",
    "pt": "áàâãçéêíóôõúü", "nl": "éèëïóöüáàê", "tr": "çğıöşüâîûé", "az": "əçğıöşü",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "ro": "ăâîșşțţ",
    "sv": "åäöéàü", "da": "æøåéöäü", "no": "æøåéòôü", "fi": "äöåšž", "is": "áðéíóúýþæö",
    "hr": "čćđšž", "sl": "čšžćđ", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "et": "äõöüšž",
    "sq": "çë", "ca": "àçèéíïòóúü·", "vi": "", "eo": "ĉĝĥĵŝŭ", "id": "é", "tl": "ñ", "la": "",
    "lb": "äëéöüâ", "gl": "áéíñóúïü", "eu": "ñü", "ga": "áéíóú", "cy": "âêîôûŵŷáéïöẅ",
    "mt": "ċġħżàèìòù",
}  # fmt: skip
"""The letters beyond the script's common ones; a text full of others is in another language."""

_SPOKEN = 0.12
"""Every eighth word is a common one in any running text."""

_AHEAD = 1.4
"""Sister languages share common words; the winner must be this much ahead of the next."""

_FOREIGN = 0.012
"""This share of letters may come from names of other languages."""

_COMMON = frozenset("abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшьюя")
_LETTER = re.compile(r"[^\W\d_]")
_SPEAKING: dict[str, list[str]] = {}
"""Each common word with the languages that have it."""

for _language, _words in COMMON.items():
    for _word in _words:
        _SPEAKING.setdefault(_word, []).append(_language)


def language_of(text: str, *claims: str | None) -> str | None:
    """The language of `text`; `claims` in order of trust, empty ones are passed over."""
    claim = next((code for code in map(code_of, claims) if code), None)
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script is None:
        return claim
    if script not in _SHARED and script != "latin":
        return claim if claim in _KIN.get(script, ()) else script
    return _within(sample, _SHARED.get(script), claim)


_KIN = {"zh": ("ja", "yue"), "he": ("yi",), "am": ("ti",), "bn": ("as",)}


def code_of(claim: str | None) -> str | None:
    """The language of a tag as RFC 5646 writes it ("fr-CA" is "fr")."""
    match = _CODE.match((claim or "").strip().lower())
    return match.group() if match else None


def _script(sample: str) -> str | None:
    counts = Counter(sample)
    totals: Counter[str] = Counter()
    for character, count in counts.items():
        if _LETTER.match(character):
            totals[_block(ord(character))] += count
    if not totals or sum(totals.values()) < 10:
        return None
    # Kana is rarer than Chinese signs in Japanese, and decides all the same.
    if totals["ja"] > 0.1 * totals["zh"] and totals["ja"]:
        totals["ja"] += totals["zh"]
    return max(totals, key=lambda name: totals[name])


def _block(code: int) -> str:
    return next((name for name, low, high in _BLOCKS if low <= code <= high), "latin")


def _within(sample: str, choices: tuple[str, ...] | None, claim: str | None) -> str | None:
    """The nearest language of a shared script, or the claim where that is as near."""
    if spoken := _by_words(sample):
        return claim if _SAME.get(claim or "", claim) == spoken else spoken
    letters = Counter(filter(str.isalpha, sample.lower()))
    ranked: list[tuple[str, int]] = list(
        detect_fast(sample, cutoff=4000, n_results=12, langs=choices)  # type: ignore[arg-type]
    )
    found = [(code, rank) for code, rank in ranked if _can_be(code, letters)]
    if claim and not _can_be(_SAME.get(claim, claim), letters):
        claim = None
    if not found:
        return claim
    best, distance = found[0]
    near = {code: rank for code, rank in found if rank <= distance * (1 + _CLOSE) + 30}
    if claim and _SAME.get(claim, claim) in near:
        return claim
    if len(sample) < _ENOUGH or distance > _FAR:
        allowed = choices is None or claim in choices
        return claim if claim and allowed else str(best)
    return str(best)


def _can_be(code: str, letters: Counter[str]) -> bool:
    """Whether the alphabet of a language has these letters, names of others apart."""
    own = _ALPHABETS.get(code)
    if not own:
        return True
    foreign = sum(count for letter, count in letters.items() if letter not in _COMMON | set(own))
    return foreign <= max(1, _FOREIGN * letters.total())


def _by_words(sample: str) -> str | None:
    """The language whose common words the text is full of, if one is clearly ahead."""
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    counts = Counter(code for word in words for code in _SPEAKING.get(word, ()))
    (first, most), (_, next_most) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    enough = most >= max(3, _SPOKEN * len(words))
    return first if enough and most >= _AHEAD * next_most else None
