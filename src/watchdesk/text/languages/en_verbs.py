"""English verbs, adjectives and nouns of saying, thinking and wanting, by what they take.

Base forms stand here. A stroke parts irregular forms ("tell/told"), a plus says that the last
letter doubles ("commit+": committed), an underscore stands for a blank.
"""

from typing import NamedTuple

from watchdesk.text.languages.language import Complements
from watchdesk.text.languages.lists import bag

# Judged, wanted, discussed: praised [the plan], denied [lying], called for [a vote].
_JUDGE = """praise laud applaud commend hail salute welcome appreciate admire respect criticize
criticise slam+ blast condemn denounce decry deride deplore rebuke chide scold assail lambast
lambaste castigate chastise excoriate mock ridicule belittle disparage disavow lament bemoan
fault blame oppose support favor favour endorse reject dispute deny dismiss question doubt
contest refute rebut+ repudiate defend champion embrace resent distrust mistrust fear dread
regret envy tout downplay applaud second resist deem"""
_WISH = """propose recommend suggest advocate demand request want prefer+ urge
consider contemplate mull expect anticipate envision envisage foresee/foresaw/foreseen
predict imagine"""
_TELL = """discuss describe explain outline recount recall acknowledge admit+ concede mention
cite stress emphasize emphasise underscore underline highlight reiterate reaffirm announce
declare proclaim reveal disclose confirm note portray characterize characterise depict liken
compare call label dub+ brand accuse credit+ thank congratulate cite ponder believe trust"""
_ABOUT = """call_for call_on argue_for argue_against push_for press_for plead_for appeal_for
ask_for campaign_for lobby_for apologize_for apologise_for hope_for wish_for long_for pray_for
vote_for complain_about complain_of warn_of warn_about warn_against speak/spoke/spoken_of
speak/spoke/spoken_about speak/spoke/spoken_against speak/spoke/spoken_out_against
speak/spoke/spoken_in_favor_of speak/spoke/spoken_in_favour_of talk_about talk_of boast_of
boast_about brag+_about joke_about worry_about wonder_about think/thought_about
think/thought_of dream_of rail_against rail_at lash_out_at hit/hit_back_at
hit/hit_out_at take/took/taken_aim_at take/took/taken_issue_with agree_with
agree_on disagree_with object_to admit+_to confess_to hint_at
insist_on believe_in care_about come/came_out_against come/came_out_in_favor_of protest_against
testify_about commit+_to side_with sympathize_with sympathise_with approve_of disapprove_of
vouch_for scoff_at bristle_at balk_at look_forward_to tell/told_of push_back_against
push_back_on throw/threw/thrown_support_behind see/saw/seen_no_reason_for dwell_on
elaborate_on comment_on weigh_in_on stand/stood_by rule_out swear/swore/sworn_by
call_attention_to draw/drew/drawn_attention_to give/gave/given_credit_to"""
# Promised, refused, hoped: vowed [to sign it].
_INTEND = """promise vow pledge threaten swear/swore/sworn offer agree refuse decline plan+
intend aim hope want wish propose decide choose/chose/chosen resolve expect desire demand ask
profess opt+ volunteer yearn claim seek/sought commit+ prefer+ consent hesitate"""
# Urged [him to sign].
_ORDER = """urge ask tell/told order call_on invite encourage beg+ implore instruct direct
request advise warn persuade press push challenge appeal_to plead_with exhort counsel beseech
petition lobby pressure want expect call_for prefer+ remind"""
# Said, thought: suspects [that he lied]; without "that" too.
_SAY = """say/said think/thought believe hope feel/felt guess suspect assume presume suppose
imagine claim argue insist suggest estimate add announce contend allege assert
acknowledge admit+ concede deny state note vow pledge promise threaten predict expect confirm
reveal reckon fear worry complain joke quip+ bet maintain declare conclude realize realise
recognize recognise warn swear/swore/sworn doubt agree wish understand/understood testify
caution explain stress emphasize emphasise write/wrote/written report indicate"""
_THAT = """know/knew/known decide learn find/found mean/meant hear/heard see/saw/seen remember
protest gripe grumble hint imply signal remark observe comment concur+ counter
retort rule hold/held determine certify attest assure convince persuade remind inform notify
tell/told promise show/showed/shown prove marvel muse reason speculate theorize surmise infer+
reiterate repeat underscore underline highlight point_out charge boast brag+ lament regret
recall recount disclose reply respond answer advise propose recommend demand request
require ask urge stipulate mandate make/made_clear make/made_it_clear make/made_plain
make/made_the_case make/made_the_point caution forget/forgot/forgotten foresee/foresaw/foreseen
anticipate envision ensure pray reaffirm affirm proclaim preach teach/taught"""
# Voices that only a quotation shows to be speech: shouted “Go home”, the letter reads “…”.
_VOICE = """shout yell scream cry chant whisper murmur mutter mumble exclaim beam
gush quip+ deadpan+ tease scoff sneer snap+ bark growl roar thunder sigh laugh chuckle
smile grin+ intone gasp beg+ plead implore interject interrupt chime_in cut/cut_in break/broke_in
fire_back shoot/shot_back hit/hit_back bite/bit_back retaliate pressure
offer marvel enthuse rave crow text email e-mail blog+ tweet retweet post
 sum+_up weigh_in muse reminisce opine add answer reply respond
wrap+_up finish thunder bellow boom narrate recite scrawl
 scold vent"""
_ADDRESSED = """tell/told assure remind inform notify warn promise convince persuade advise ask
show/showed/shown"""

_STATES = """confident convinced certain sure optimistic pessimistic hopeful worried concerned
afraid fearful skeptical sceptical doubtful proud glad happy pleased sorry angry upset dismayed
disappointed surprised shocked outraged aware adamant unaware persuaded satisfied grateful
thankful alarmed frustrated eager keen willing unwilling reluctant ready determined inclined
opposed_to worried_about concerned_about skeptical_of sceptical_of critical_of
supportive_of dismissive_of wary_of afraid_of proud_of fond_of tired_of sick_of aware_of
angry_about angry_at upset_about upset_with happy_with happy_about pleased_with
disappointed_with disappointed_in disappointed_by frustrated_with frustrated_by excited_about
optimistic_about confident_about confident_of confident_in certain_of unsure_about
convinced_of alarmed_by outraged_by committed_to in_favor_of in_favour_of curious_about
nervous_about anxious_about uncomfortable_with comfortable_with receptive_to
sympathetic_to hostile_to grateful_for"""
# His claim [that …]; his plan [to …]; his criticism of […].
_NOUNS = """allegation assertion argument contention accusation charge complaint suggestion
belief view opinion conviction fear concern worry expectation doubt suspicion
warning prediction estimate recommendation announcement statement remark comment declaration
admission acknowledgment acknowledgement denial insistence idea notion rumor rumour report
speculation finding conclusion ruling confidence sense feeling impression assurance guarantee
premise thesis assessment assumption reminder claim"""
_AIMS = """plan promise pledge vow threat desire wish willingness unwillingness intention refusal
commitment offer proposal demand reluctance hope bid determination"""
_STANCES = """call criticism praise support opposition condemnation objection admiration contempt
disdain enthusiasm endorsement rejection demand request appeal defense defence denial
denunciation disapproval approval proposal concern fear doubt complaint"""
# Expressed concern that: the speaker is that of the verb.
_LIGHT = """express voice air raise share echo repeat renew issue deliver make/made offer
have/had give/gave/given reiterate reject dispute deny dismiss push spread/spread hold/held
add face draw/drew/drawn restate underscore register show/showed/shown state cite face
announce release unveil outline propose defend describe discuss"""

_PREPOSITIONS = "of to on for about against over with"
_VOWELS = "aeiou"


class _Forms(NamedTuple):
    """A verb: base, third person, past and participle (one or two), -ing."""

    base: str
    third: str
    past: tuple[str, ...]
    ing: str


def _conjugated(*lists: str) -> list[_Forms]:
    return [_forms(verb) for verbs in lists for verb in verbs.split()]


def _forms(verb: str) -> _Forms:
    first, blank, rest = verb.partition("_")
    marked, *past = first.split("/")
    base = marked.rstrip("+")
    stem = base + base[-1] if marked.endswith("+") else base
    kept = stem[:-1] if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) else stem
    behind = (blank + rest).replace("_", " ")
    return _Forms(
        base + behind,
        _third(base) + behind,
        tuple(form + behind for form in past or [_past(stem)]),
        kept + "ing" + behind,
    )


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + "ed"


def _all(*lists: str) -> frozenset[str]:
    return frozenset(
        form for one in _conjugated(*lists) for form in (one.base, one.third, *one.past, one.ing)
    )


def _plurals(*lists: str) -> frozenset[str]:
    return frozenset(
        form for nouns in lists for noun in nouns.split() for form in (noun, _third(noun))
    )


_VERBS = _conjugated(_JUDGE, _WISH, _TELL, _ABOUT, _INTEND, _ORDER, _SAY, _THAT, _VOICE, _LIGHT)
_STATIVE = bag(_STATES)

BARE = _all(_SAY)
GERUNDS = frozenset(one.ing for one in _VERBS)
COMPLEMENTS = Complements(
    surely=_all("say/said think/thought believe hope"),
    objects=_all(_JUDGE, _WISH, _TELL, _ABOUT) | {form for form in _STATIVE if " " in form},
    infinitive=bag("to"),
    infinitives=_all(_INTEND),
    requests=_all(_ORDER),
    reports=_all(_SAY, _THAT, _VOICE) | _STATIVE | bag("reads read puts_it put_it"),
    voices=bag("reads read")
    | _all(_VOICE) - _all(_SAY, _THAT, _JUDGE, _WISH, _TELL, _INTEND, _ORDER),
    closing=bag("read"),
    addressed=_all(_ADDRESSED),
    plain=frozenset(one.base for one in _VERBS),
    passive=frozenset(form for one in _VERBS for form in one.past),
    passives=bag("is are was were be been being get gets got am isn't aren't wasn't weren't"),
    by=bag("by"),
    states=_STATIVE,
    nouns=_plurals(_NOUNS, _AIMS),
    aims=_plurals(_AIMS),
    stances=_plurals(_STANCES),
    lights=_all(_LIGHT),
    prepositions=bag("of to on for about against over with in at toward towards"),
    genitives=bag("his her their its my our your whose"),
    genitive_endings=("'s", "s'"),
    controls=bag(
        """continued continues continue continuing went goes going began begins begun started
        starts used able unable tried tries trying try appeared appears seemed seems ought had
        has have needs managed failed fails came comes got likely quick careful set about
        wants want wanted declined declines refused refuses"""
    ),
    wh=bag("whether how why what"),
    asks=bag("if who whom whose which when where"),
    depends=bag(
        """when while as although though if since after before because unless whereas until
        where who which that once"""
    ),
    leaves=bag(
        """when while after before until because but although though if since whereas unless
        despite amid during following"""
    ),
)
