"""What a pack says about its language: words and habits as data, never as code.

A pack is one `Language` value. Words are in small letters; several words that belong together are
one string with single blanks. Packs are written by hand; nothing is learnt from a corpus.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from watchdesk.model import Bound, Medium
from watchdesk.text.languages.verb_second import VerbSecond


class Cue(StrEnum):
    """What a reporting verb claims of the words it reports; the gate never lets it be raised."""

    SAY = "say"
    WRITE = "write"
    CLAIM = "claim"
    ACCUSE = "accuse"
    DENY = "deny"
    ADMIT = "admit"
    CONFIRM = "confirm"
    FIND = "find"
    WARN = "warn"
    ASK = "ask"
    PROMISE = "promise"
    CALL = "call"
    THINK = "think"


Gender = Literal["m", "f", "n", "p", ""]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Numbers:
    """How numbers are written.

    `words` are added up, `multipliers` (hundred and more) multiply what stands before them;
    `alone` are those that are a number by themselves ("mille"), the others need one of `articles`
    ("a million"), as `fractions` do ("a third"). `short` multipliers touch their number ("5m").
    `joiners` may stand between number words ("and"), `between` between the ends of a range ("to"),
    `openers` before one ("between"). `of` may stand between a number and what it counts
    ("millions de personnes"). `ordinals` are endings that make a rank of it ("th"), `clock` words
    behind an hour ("a.m") and `hours` before one, `dating` words before a year ("in 2024").
    `shy` forms are a number only before what they count ("one"), never behind one of `not_before`
    ("no one"), and only behind a bound where they are `articles` too ("au moins un"). `aged`
    stand before an age ("aged 34"), `old` behind the years of one ("years old").

    `vague` words name a size ("hundreds"), as a multiplier does behind one of `several` ("several
    hundred"). `halves` are fractions that need no article ("half of"). `ratios` stand within a
    share ("one in five"). `turned` before a bound make it a direction ("back up to"), `dated`
    before a year leave it one ("its 2018 sales"). `minus` makes a number negative.
    `clipped` multipliers end in a full stop ("Mio."), `tens_last` are tens that follow their ones
    ("five and twenty").

    `starts` open a range that may fall ("from 40 to 30"), `leaps` may stand before its joiner ("up
    to"), `steps` stand before a difference, which opens none ("by $5 to $40"). `per` and the unit
    behind it make a rate of a unit ("$ a day"), `per_any` needs no unit there ("per share"),
    `moments` behind it make none ("$5 a year ago").
    `lengths` follow metres that are printed as "m" ("30m long"). `streets` are words of an address.
    """

    decimal: str = "."
    words: Mapping[str, float] = field(default_factory=dict)
    multipliers: Mapping[str, float] = field(default_factory=dict)
    fractions: Mapping[str, float] = field(default_factory=dict)
    alone: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    clock: frozenset[str] = frozenset()
    dating: frozenset[str] = frozenset()
    shy: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    aged: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    old: frozenset[str] = frozenset()
    vague: Mapping[str, float] = field(default_factory=dict)
    several: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    ratios: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    minus: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    clipped: frozenset[str] = frozenset()
    tens_last: Mapping[str, float] = field(default_factory=dict)
    leaps: frozenset[str] = frozenset()
    steps: frozenset[str] = frozenset()
    per: frozenset[str] = frozenset()
    per_any: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    lengths: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Complements:
    """What stands behind a form that reports, where it is no clause behind "that".

    Forms of `objects` report the thing behind them ("opposed the plan"), `infinitives` what
    begins with a word of `infinitive` ("vowed to sign") or with one of `infinitive_endings`
    ("обещал открыть"), `requests` that and whom it is asked of
    ("urged them to sign"). All these, and `reports`, are cues before "that" too, `voices` only
    right beside a quotation ("beamed"), `closing` only behind one (“…,” the letter
    read); `addressed` may have any hearer between ("told the crowd that"). `wh` words open a
    clause behind every form, `asks` behind one that asks or knows. `surely` are the forms of
    `Frames.bare` behind which whatever follows is a clause; the others need a verb in it
    ("claimed the prize").

    Forms of `plain` need a plural or an auxiliary before them, as they may be nouns ("support").
    Forms of `passive` report nothing behind one of `passives` or before `by`. `states` are
    adjectives. `nouns` report before "that", `aims` before an infinitive and `stances` before one
    of `prepositions`, both behind one of `genitives` or `genitive_endings` ("his criticism of");
    `lights` are verbs whose subject speaks through such a noun ("voiced support for").
    `controls` are verbs between subject and infinitive ("declined to say"). `depends` open a
    clause whose speaker says less than the sentence ("When she said …, he left"), `leaves` begin
    what no longer belongs to an object.
    """

    objects: frozenset[str] = frozenset()
    infinitive: frozenset[str] = frozenset()
    infinitive_endings: tuple[str, ...] = ()
    infinitives: frozenset[str] = frozenset()
    requests: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    addressed: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    surely: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    aims: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    lights: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    genitives: frozenset[str] = frozenset()
    genitive_endings: tuple[str, ...] = ()
    controls: frozenset[str] = frozenset()
    wh: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    depends: frozenset[str] = frozenset()
    leaves: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Frames:
    """How speech is attributed, beyond the verbs.

    `that` opens a reported clause; `bare` are verb forms that report a clause without it;
    `needy` are forms that are often something else ("states", "claims") and count only beside a
    quotation or before `that`. `according` stands before a source ("according to"),
    `according_after` behind it ("-ի խոսքով", "'e göre").

    `auxiliaries` and words with `adverb_endings` may stand between speaker and verb, `addressee`
    behind it; words with `participle_endings` say what the speaker does meanwhile ("speaking").
    `refuse` right before a form make it a noun or an infinitive ("the claims"). `stops`
    end a speaker, `turns` behind a comma end what was said ("although"), `moments` are words of
    time between a verb and what it reports; `openers` begin a clause before a speaker,
    `appositions` what is added to a name ("the", "a"). `separable` parts of a verb close a clause
    ("teilte … mit"). `also` are forms that go on with the same speaker ("adding"), `joins` the
    words for "and", `likes` for "as" in "as she said, …". Where nouns have capitals,
    `noun_phrases` are the small words that may stand within a speaker.

    `comma_clause` is set where a bare clause needs a comma ("sagte, er wolle"), `verb_final` where
    the verb stands last ("… olduğunu söyledi"), `inverts` where the speaker may follow the verb
    anywhere, not only behind a quotation or comma, `inner_frame` where the frame may stand within
    the marks («Да, — сказал он. — Нет»), `inner_comma` where commas part it («Oui, dit-il,
    non»), `verb_first` where the speaker stands behind his verb. Forms of `impersonal` have no
    speaker but a body behind one of `inside` ("в министерстве сообщили"). `complements` are what
    else a form may take, `second` is set where the verb stands second.
    """

    that: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    needy: frozenset[str] = frozenset()
    according: tuple[str, ...] = ()
    according_after: tuple[str, ...] = ()
    auxiliaries: frozenset[str] = frozenset()
    addressee: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    refuse: frozenset[str] = frozenset()
    appositions: frozenset[str] = frozenset()
    separable: frozenset[str] = frozenset()
    adverb_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    also: frozenset[str] = frozenset()
    comma_clause: bool = False
    verb_final: bool = False
    inverts: bool = True
    joins: frozenset[str] = frozenset()
    likes: frozenset[str] = frozenset()
    noun_phrases: frozenset[str] = frozenset()
    inner_frame: bool = False
    inner_comma: bool = False
    verb_first: bool = False
    impersonal: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    complements: Complements = field(default_factory=Complements)
    second: VerbSecond = field(default_factory=VerbSecond)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Ways:
    """By which ways words reach a newspaper.

    `media` lead from a noun or a reporting verb to the way ("interview", "tweeted"); a noun counts
    behind one of `behind` ("in an interview"), or anywhere if that is empty. `outlets` are nouns of
    media ("radio"), `relays` verbs of passing on ("reports"), `quoting` those among them that stand
    before the one who spoke ("quoted … as saying").
    """

    media: Mapping[str, Medium] = field(default_factory=dict)
    behind: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    relays: frozenset[str] = frozenset()
    quoting: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Examples:
    """What the pack promises; the suite reads each and compares.

    `statements`: text → (content, cue, source, speaker), the last three may be empty.
    `figures`: text → (value, unit or ""). `dates`: text → (first day, last day), counted from
    Friday, 20 November 2026. `bounds`: text → the bound of its one figure. `negations`: text → the
    word that denies. `sentences`: text → how many.
    """

    statements: tuple[tuple[str, tuple[str, str, str, str]], ...] = ()
    figures: tuple[tuple[str, tuple[float, str]], ...] = ()
    dates: tuple[tuple[str, tuple[str, str]], ...] = ()
    bounds: tuple[tuple[str, Bound], ...] = ()
    negations: tuple[tuple[str, str], ...] = ()
    sentences: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Language:
    """One language, as its news prints it.

    `marks` are (opening, closing) pairs, the usual one first. `cues` lead from a verb form to what
    it claims. `roles` are head nouns of offices, `role_endings` what inflection adds to them,
    `role_words` small words within a role ("of", "former"). `name_endings` are taken off a name
    for comparison; `name_suffixes` are no part of it even as printed, "kept|cut" ("|'s").
    `patronymics` are endings of the middle one of three names: where a language has them, another
    word between office and two names is a place ("мэр Мирина Анна Оке"); so is what begins with a
    word of `place_endings` ("Нижнего Мирина").
    `titles` stand before a name (Mr), each with the gender it shows. `pronouns` are those that can
    be a speaker, as `organisations` and `sources` ("officials") are nouns that can. `cased` is
    unset for a script without capitals, `inflects` set where a name has cases.

    Who stands for what: `links` lead from an office to what it belongs to ("of"), which is a place
    behind one of `local_roles` ("mayor"), a field behind one of `portfolios` ("minister"), a party
    where it holds one of `parties`; `elected` offices have a party in brackets. `lesser` words make
    another office of one ("deputy", "former"). `definite` articles point to somebody known,
    `indefinite` words bring in somebody new, as `plural_endings` of an office bring in several.
    `oblique_endings` of a given name behind an office in its first case make it an owner's.
    `feminine_endings` make a woman's office of a man's. `things` are pronouns of bodies ("it"),
    `neutral` those of men and women alike ("նա"); `verb_genders` are endings of verbs that show
    whose they are ("сказала"), the longest first;
    `relatives` open a clause behind an office ("who");
    a name behind one of `whereabouts` ("in") is a place. With `heads_first` an office stands before
    what it belongs to without a link ("пресс-секретарь министерства"). `ways` are those of speech.

    `months` lead to 1..12, `weekdays` to 0 (Monday)..6. `units` lead from a printed word to an
    ISO 4217 code, "percent", or an English name in the singular ("kilometre", "square metre");
    `units_before` stand before their number ("yüzde 5"), `unit_endings` are what cases add to a
    unit. `bounds` stand before a number, `bounds_after` behind it.
    `counted` says which word behind a number is the thing counted: the
    first plural ("plural", those without an s being `plurals`), the first with a capital
    ("capital"), or the next that is no modifier ("next"), modifiers being known by
    `modifier_endings`; `not_counted` never is. `labels` name what a number only numbers
    ("article 5"). `abbreviations` end in a full stop that ends no sentence; they are given without
    it. `common` are frequent words by which the language is told from others of its script.
    """

    code: str
    name: str
    marks: tuple[tuple[str, str], ...] = (("“", "”"), ("«", "»"), ('"', '"'))
    cues: Mapping[str, Cue] = field(default_factory=dict)
    frames: Frames = field(default_factory=Frames)
    roles: frozenset[str] = frozenset()
    role_endings: tuple[str, ...] = ()
    role_words: frozenset[str] = frozenset()
    name_endings: tuple[str, ...] = ()
    name_suffixes: tuple[str, ...] = ()
    titles: Mapping[str, Gender] = field(default_factory=dict)
    particles: frozenset[str] = frozenset()
    patronymics: tuple[str, ...] = ()
    place_endings: tuple[str, ...] = ()
    pronouns: Mapping[str, Gender] = field(default_factory=dict)
    organisations: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    lesser: frozenset[str] = frozenset()
    local_roles: frozenset[str] = frozenset()
    portfolios: frozenset[str] = frozenset()
    elected: frozenset[str] = frozenset()
    whereabouts: frozenset[str] = frozenset()
    feminine_endings: tuple[str, ...] = ()
    plural_endings: tuple[str, ...] = ()
    oblique_endings: tuple[str, ...] = ()
    things: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()
    verb_genders: Mapping[str, Gender] = field(default_factory=dict)
    relatives: frozenset[str] = frozenset()
    heads_first: bool = False
    ways: Ways = field(default_factory=Ways)
    sources: frozenset[str] = frozenset()
    numbers: Numbers = field(default_factory=Numbers)
    units: Mapping[str, str] = field(default_factory=dict)
    units_before: Mapping[str, str] = field(default_factory=dict)
    unit_endings: tuple[str, ...] = ()
    bounds: Mapping[str, Bound] = field(default_factory=dict)
    bounds_after: Mapping[str, Bound] = field(default_factory=dict)
    counted: Literal["plural", "capital", "next"] = "next"
    modifier_endings: tuple[str, ...] = ()
    not_counted: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    negations: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    inflects: bool = False
    right_to_left: bool = False
    cased: bool = True
    examples: Examples = field(default_factory=Examples)
