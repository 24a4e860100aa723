"""What a verb takes behind it where no clause follows: a thing, an aim, a request.

A reader and a cue come in, the items that the verb reports go out: opposed [the plan], vowed
[to sign it], urged [them to sign it], asked [whether they would]. Which verb takes what is data of
the language.
"""

from watchdesk.statements.cues import Found, ends_infinitive, is_verb_behind
from watchdesk.statements.phrases import HARD, Place, abbreviates, closing
from watchdesk.statements.reader import COMMAS, LINKS, Reader
from watchdesk.text.languages import Language

_HEARER = 9
_SPEECH = 3
_SUBJECT = 12


def complement(
    reader: Reader, cue: Found, behind: int, end: int, *, depends: bool = False
) -> list[Place]:
    """The items that a verb takes, which do not reach over `end`.

    Where the verb `depends` on another, a quotation is all it takes: what she called a “circus”.
    """
    takes, form = reader.language.frames.complements, cue.form
    at = _past_adverbs(reader, behind)
    low = reader.low(at)
    if low in takes.infinitive or (form in takes.infinitives and ends_infinitive(low, takes)):
        return _aimed(reader, form, at, end)
    asked = _question(reader, cue, at, end)
    if asked is not None:
        return [(asked, end)]
    if at >= end or not opens_thing(reader, at):
        return []
    if depends:
        end = next((at + 1 for at in reader.quotes if at >= behind), end)
    if form in takes.requests and _aim(reader, at, end):
        return [(at, end)]
    if form in takes.objects and not (
        form in reader.language.frames.bare and has_verb(reader, at, end)
    ):
        return [(at, _thing_end(reader, at, end))]
    return []


def _aimed(reader: Reader, form: str, at: int, end: int) -> list[Place]:
    """The infinitive at `at`, if the form takes one and it has no words of its own."""
    takes = reader.language.frames.complements
    verb = at + (reader.low(at) in takes.infinitive)
    if form not in takes.infinitives or verb >= end:
        return []
    if verb > at and not is_verb_behind(reader.frame.items[verb], reader.language):
        return []
    return [] if _speaks(reader, verb) else [(at, end)]


def _question(reader: Reader, cue: Found, start: int, end: int) -> int | None:
    """Where a question begins, right behind the verb or behind a hearer: asked him how."""
    takes = reader.language.frames.complements
    if reader.low(start) in takes.wh:
        return start
    if not (cue.form in takes.addressed or cue.form in takes.states):
        return None
    for at in range(start, min(start + _HEARER, end)):
        low = reader.low(at)
        if low in takes.wh or low in takes.asks:
            return at
        if low in COMMAS or low in takes.infinitive or low in takes.leaves:
            return None
    return None


def takes_thing(form: str, language: Language) -> bool:
    """Whether a form reports a thing, an aim or a request, and no clause before it."""
    takes = language.frames.complements
    return form in takes.objects or form in takes.infinitives or form in takes.requests


def has_verb(reader: Reader, start: int, end: int) -> bool:
    """Whether a clause begins at `start`: a pronoun, or words with a verb among them."""
    rules, pronouns = reader.language.frames, reader.language.pronouns
    if reader.low(start) in pronouns:
        return True
    for at in range(start + 1, min(start + _SUBJECT, end)):
        low = reader.low(at)
        if low in COMMAS:
            return False
        if low in rules.auxiliaries or low in reader.language.cues or low in pronouns:
            return True
        if low in rules.complements.passive:
            return True
    return False


def is_passive(reader: Reader, cue: Found, before: int) -> bool:
    """Whether the form says what was done to its subject: was told, a man accused of theft."""
    takes = reader.language.frames.complements
    if cue.form not in takes.passive or cue.form in takes.states:
        return False
    row = range(before + 1, cue.first)
    if not cue.first and cue.form not in takes.surely and reader.low(1) in takes.asks | takes.wh:
        return True
    if any(reader.low(at) in takes.passives for at in row):
        return True
    done = cue.form in takes.objects or cue.form in takes.requests
    return done and cue.form not in takes.surely and reader.low(cue.behind) in takes.by


def _past_adverbs(reader: Reader, at: int) -> int:
    rules = reader.language.frames
    while rules.adverb_endings and reader.low(at).endswith(rules.adverb_endings):
        at += 1
    while reader.low(at) in reader.language.weekdays:
        at += 1
    return at


def _speaks(reader: Reader, at: int) -> bool:
    """Whether a verb of speech follows that has words of its own: refused to say whether."""
    rules = reader.language.frames
    takes = rules.complements
    return reader.low(at) in reader.language.cues and any(
        low in rules.that or low in takes.wh or low in takes.asks
        for low in map(reader.low, range(at + 1, at + 1 + _SPEECH))
    )


def opens_thing(reader: Reader, at: int) -> bool:
    """Whether a noun phrase or a verb in -ing can begin here."""
    rules, low = reader.language.frames, reader.low(at)
    if reader.quoted(at):
        return True
    return not (
        low in rules.stops
        or low in rules.complements.prepositions
        or low in rules.complements.passives
        or low in rules.complements.leaves
        or low in LINKS
        or low in HARD
        or low in rules.joins
        or low in rules.complements.by
        or low in rules.that
    )


def _aim(reader: Reader, at: int, end: int) -> bool:
    """Whether an infinitive follows the one who is asked."""
    takes = reader.language.frames.complements
    for place in range(at + 1, min(at + _HEARER, end)):
        if reader.low(place) in takes.infinitive or ends_infinitive(reader.low(place), takes):
            return True
        if reader.low(place) in COMMAS or reader.low(place) in takes.leaves:
            return False
    return False


def _thing_end(reader: Reader, start: int, end: int) -> int:
    """Where the thing ends: at a comma, a time, a new verb."""
    rules, at = reader.language.frames, start + 1
    while at < end:
        low = reader.low(at)
        if low == "(":
            at = closing(reader.frame, at)
            continue
        if low in rules.complements.leaves or low in COMMAS:
            return at
        if low in HARD and not abbreviates(reader.frame, at, reader.language):
            return at
        if low in reader.language.weekdays:
            return at - (reader.low(at - 1) in rules.stops)
        if low in rules.joins and _acts(reader, at + 1):
            return at
        at += 1
    return min(at, end)


def _acts(reader: Reader, at: int) -> bool:
    """Whether the word behind "and" is a verb of the sentence."""
    low, rules = reader.low(at), reader.language.frames
    if low in reader.language.pronouns:
        return True
    return (
        low in reader.language.cues or low in rules.auxiliaries or low in rules.complements.passive
    )
