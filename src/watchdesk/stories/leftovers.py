"""Sentences that cannot stand alone.

In: a sentence. Out: whether it is furniture of a page, a fragment, or hangs on the one before. It
judges by first words and marks, for some languages; it never reads what is said.
"""

import re

_CALLS = re.compile(
    r"^\W*(?:read (?:more|also)|see also|click (?:here|to|on)|sign up|subscribe (?:to|now|here)"
    r"|follow us|share this|more on this|all rights reserved|(?:à )?lire (?:aussi|plus|également)"
    r"|voir aussi|abonnez-vous|читайте (?:также|ещё|далее)|подробнее (?:о|об|на|в)|подпи(?:шитесь"
    r"|сывайтесь)|կարդացեք (?:նաև|ավելին)|տեսեք նաև)\b",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"^\W*(?:photo(?:graph)?s?|picture|image|video|watch|listen|credit|caption|file|related|updated"
    r"|published|source|copyright|editor's note|advertisement|crédit|publié|mis à jour|фото|видео"
    r"|источник|реклама|обновлено|լուսանկար\w*|տեսանյութ\w*|աղբյուր\w*)\s*(?:[:|…/©]|by\b)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|@\w+\.\w|©|\ball rights reserved\b", re.IGNORECASE)
_HANGING = re.compile(
    r"^[\W_]*(?:he|she|it|they|his|her|hers|its|their|this|that|these|those|but|and|or|so|yet|also"
    r"|however|meanwhile|still|then|there|such|instead|moreover|another|in addition|for example"
    r"|il|elle|ils|elles|ce|cela|ceci|cette|ces|mais|et|or|donc|cependant|toutefois|en outre"
    r"|он|она|оно|они|его|её|ее|их|это|этот|эта|эти|но|и|а|однако|также|кроме того|при этом"
    r"|նա|նրա|նրանք|նրանց|այն|այս|դա|սա|բայց|և|սակայն|իսկ|նաև)\b",
    re.IGNORECASE,
)
_ENDS = ".!?։。؟۔…"
_CLOSERS = "\"”’»“)]'"
FEWEST_WORDS = 5


def leftover(sentence: str) -> bool:
    """Whether it is furniture, a fragment, cut off, or holds half of a pair of marks."""
    if len(sentence.split()) < FEWEST_WORDS or _CALLS.match(sentence):
        return True
    if _LABELS.match(sentence) or _ADDRESS.search(sentence) or _cut_off(sentence):
        return True
    return not _balanced(sentence)


def hangs(sentence: str) -> bool:
    """Whether its first word points at the sentence before (a pronoun, a *but*)."""
    return bool(_HANGING.match(sentence))


def _cut_off(sentence: str) -> bool:
    bare = sentence.rstrip(_CLOSERS + " ")
    return not bare or bare[-1] not in _ENDS or bare.endswith(("...", "…"))


def _balanced(sentence: str) -> bool:
    if sentence.count('"') % 2:
        return False
    opened = sum(sentence.count(mark) for mark in "“„")
    closed = sentence.count("”") + (sentence.count("“") if "„" in sentence else 0)
    plain = all(sentence.count(a) == sentence.count(b) for a, b in (("«", "»"), ("(", ")")))
    return plain and (opened == closed or "„" in sentence)
