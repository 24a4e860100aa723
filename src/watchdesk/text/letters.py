"""Letters of several scripts, written in Latin ones.

In: a word in Latin, Cyrillic, Armenian, Georgian, Greek, Arabic or Hebrew letters. Out: the word in
plain ASCII as English-language news would spell it. Tables are by hand. Characters of other
scripts stay as they are: a wrong reading is worse than none.
"""

import re
import unicodedata
from collections.abc import Mapping


def _table(letters: str, latin: str, more: str = "") -> dict[str, str]:
    """Letters to Latin ones, in their order; `more` holds pairs joined by a colon."""
    pairs = dict(zip(letters, latin.split(), strict=True))
    return pairs | dict(pair.split(":") for pair in more.split())


_ARMENIAN = _table(
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev",
)
_GEORGIAN = _table(
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h",
)
_CYRILLIC = _table(
    "абвгдежзийклмнопрстуфхцчшщыэюя",
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya",
    "ё:yo ъ: ь: і:i ї:yi є:ye ґ:g ў:u ј:y љ:ly њ:ny ћ:ch ђ:dj џ:j ќ:k ѓ:g ә:a ғ:gh қ:q ң:ng ө:o "
    "ұ:u ү:u һ:h җ:j ҹ:j ҝ:g ҳ:h ѕ:dz",
)
_UKRAINIAN = _table("ги", "h y")
_GREEK = _table(
    "αβγδεζηθικλμνξοπρσςτυφχψω",
    "a v g d e z i th i k l m n x o p r s s t y f kh ps o",
)
_GREEK_PAIRS = _table("", "", "ου:ou αι:e ει:i οι:i γκ:g γγ:ng τζ:tz αυ:av ευ:ev μπ:mb")
# Letters that may be a vowel or a consonant (و ي) are written as the vowel.
_ARABIC = _table(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىة",
    "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h u i a a",
    "أ:a إ:i آ:a ؤ:u ئ:i ء: ـ: ٱ:a پ:p چ:ch ژ:zh گ:g ک:k ی:i ە:a ڤ:v ۆ:o ێ:e ھ:h ڕ:r ڵ:l",
)
_HEBREW = _table(
    "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "a b g d h u z h t i k k l m m n n s a p f ts ts k r sh t",
)
_LATIN = _table("", "", "ø:o ł:l ß:ss æ:ae œ:oe đ:d ð:d þ:th ı:i ə:a ǝ:a ŋ:ng ʻ: ʼ: ’: ‘: ':")
SOUNDED: Mapping[str, str] = _table("", "", "ş:sh ș:sh š:sh ç:ch č:ch ć:ch ž:zh ğ:gh đ:dj")

_ANY = {
    **_ARMENIAN,
    **_GEORGIAN,
    **_CYRILLIC,
    **_GREEK,
    **_ARABIC,
    **_HEBREW,
}
_VOWELLESS = re.compile("[\u0590-\u06ff]")
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]")
_UKRAINIAN_ONLY = re.compile("[іїєґ]")
_GREEK_PAIR = re.compile("|".join(_GREEK_PAIRS))
_GREEK_FIRST = {"μπ": "b", "ντ": "d", "γκ": "g", "τσ": "ts"}
_GREEK_SOFT = re.compile("γ(?=[ειυη])")


def vowelless(word: str) -> bool:
    """Whether the word is in a script that leaves out short vowels."""
    return _VOWELLESS.search(word) is not None


def romanised(word: str, *, sounded: bool = True, ukrainian: bool = False) -> str:
    """The word in small ASCII letters; `sounded` reads ş, ç, š, č as sh and ch, not as s and c."""
    low = unicodedata.normalize("NFC", word.replace("İ", "i").lower()).replace("i\u0307", "i")
    if low.isascii():
        return low.replace("'", "").replace("`", "")
    if not low.isalpha():
        low = _ACCENTS.sub("", low) if vowelless(low) else low
    table = _ANY | _UKRAINIAN if ukrainian or _UKRAINIAN_ONLY.search(low) else _ANY
    low = _context(low) if low else low
    return "".join(_letter(letter, table, sounded=sounded) for letter in low)


def _context(low: str) -> str:
    """Settle the letters that are read by their neighbours."""
    if low[0] in "ոեև":
        low = {"ո": "vo", "ե": "ye", "և": "yev"}[low[0]] + low[1:] if low[:2] != "ու" else low
    if low[0] == "е":
        low = "ye" + low[1:]
    low = low.replace("ու", "u")
    if any("α" <= letter <= "ώ" for letter in low):
        plain = _ACCENTS.sub("", unicodedata.normalize("NFD", low))
        first = _GREEK_FIRST.get(plain[:2])
        plain = first + plain[2:] if first else plain
        low = _GREEK_PAIR.sub(lambda pair: _GREEK_PAIRS[pair.group()], plain)
        low = _GREEK_SOFT.sub("y", low)
    return low


def _letter(letter: str, table: Mapping[str, str], *, sounded: bool) -> str:
    if letter.isascii():
        return letter
    if sounded and letter in SOUNDED:
        return SOUNDED[letter]
    known = table.get(letter, _LATIN.get(letter))
    if known is not None:
        return known
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", letter))
    return "".join(table.get(piece, _LATIN.get(piece, piece)) for piece in bare)


def transliterate(name: str) -> str:
    """A name in Latin letters, each word with a capital: Վահագն Խաչատրյան → Vahagn Khachatryan."""
    ukrainian = _UKRAINIAN_ONLY.search(name.lower()) is not None
    return " ".join(
        "-".join(_capital(romanised(part, ukrainian=ukrainian)) for part in word.split("-"))
        for word in name.split()
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
