"""Given names that languages translate, and names that sound alike and are different ones.

In: words of names. Out: whether tables by hand know them as one name in two languages, or as two
names. Short forms are left out: too many people share them.
"""

from functools import lru_cache

from watchdesk.text.letters import romanised, vowelless
from watchdesk.text.sounds import alike

# Given names that languages translate rather than spell, romanised.
_TRANSLATED = tuple(
    frozenset(names.split())
    for names in (
        "vladimir volodymyr volodimir uladzimir",
        "aleksandr alexander oleksandr aleksandre aliaksandr",
        "aleksey aleksei alexei oleksiy oleksii aliaksei alexey",
        "yevgeny evgeny yevgeniy evgeniy yevhen evgenii",
        "sergey sergei serhiy serhii siarhei",
        "dmitry dmitri dmitriy dmytro dmitro dzmitry dimitri dimitris",
        "mikhail mykhailo mikheil mikayel mikael michael mykhaylo",
        "giorgi georgi georgy georgiy george georgios yeoryios yeorgios",
        "nikolai nikolay mykola mikola nicholas nikolaos",
        "david davit davyd dawit",
        "pavel pavlo paul pavlos",
        "pyotr petr petro piotr peter",
        "elena yelena olena alena helena",
        "ekaterina yekaterina ekaterine kateryna katsiaryna aikaterini catherine",
        "anna hanna ganna",
        "yosif iosif joseph yusif yosyp",
        "hovhannes oganes ovanes hovannes hovanes ovannes hovhannis oganesy ohannes hohannes",
        "hakob akop hagop agop hakop",
        "karapet garabed karapetian garapet",
        "petros bedros",
        "poghos boghos bogos pogos",
        "grigor krikor",
        "tigran dikran",
        "gevorg kevork kevorg gevork",
        "sargis sarkis serkis",
        "mkrtich mgrdich mgrditch mkrtych",
        "vardan vartan",
        "garegin karekin",
        "gurgen kurken kourken",
        "sahak sahag isaak",
        "anahit anahid anait",
        "khachatur khachadur khatchadour khachadour",
        "hambardzum hampartsoum hampartsum ambartsum",
        "barsegh parsegh barseg parsekh",
        "galust kalust kaloust kaloost",
        "ghazar kazar gazar",
        "harutyun arutyun harutiun haroutioun artin",
        "hrachya grachya hratchia hrachia rachia",
        "andrey andrei andriy andrii andrew",
        "serzh serge",
        "konstantin kostiantyn constantine konstantinos kostyantyn",
    )
)
# Given names that sound alike and are different names, each with its usual spellings.
_APART = tuple(
    tuple(tuple(spellings.split()) for spellings in names)
    for names in (
        ("mohammed muhammad mohamed mehmed محمد", "mahmoud mahmud محمود", "ahmed ahmad أحمد احمد"),
        ("hasan hassan حسن", "huseyn hussein husein hossein حسين"),
        ("salman سلمان", "sulaiman suleiman suleyman soleiman سليمان"),
        ("omar umar عمر", "amr عمرو", "ammar عمار"),
        ("kamal كمال", "kamil kamel كامل", "jamal gamal جمال", "jamil جميل", "jalal جلال"),
        ("egor yegor", "igor ihor"),
        ("khaled khalid خالد", "khalil خليل"),
        ("armen", "arman", "arsen"),
        ("nino", "nana", "nina"),
        ("ilham İlham", "ilgar İlqar", "ilyas"),
        ("vahan", "vahagn", "vahe"),
        ("rashad rəşad", "rashid rəşid"),
        ("amin", "emin"),
        ("hans", "hannes"),
        ("nadia nadya نادية", "nada ندى"),
        ("sherif sharif شريف", "ashraf أشرف اشرف"),
        ("elshan elşən elşan", "elchin elçin elkhan", "elman", "elnur"),
        ("maria mariya maryia", "marina", "mariam maryam mariyam", "marianna", "marine"),
        ("denis", "denise"),
        ("louis", "louise"),
        ("michel", "michele michelle"),
        ("daniel", "danielle daniele"),
        ("gabriel", "gabrielle"),
        ("simon", "simone"),
        ("kostas costas", "kosmas"),
        ("marat", "marut"),
        ("gagik", "garik"),
        ("armine", "arpine"),
        ("emre", "emrah"),
        ("hamid حميد", "hammad حماد"),
        ("said saeed سعيد", "saad سعد"),
        ("ali علي", "alaa علاء"),
        ("salim salem سالم", "salam سلام"),
    )
)
_SURE = 0.9
_LITTLE, _MUCH = 2, 4
# A word and its spellings begin with letters of one kind.
_FIRST = ("aeiouyjh", "kgqxhcj", "jcdt", "bpfvw", "szc")


def translated(word: str) -> frozenset[int]:
    """The groups of names that languages translate into each other to which a word belongs."""
    low = romanised(word)
    return frozenset(number for number, names in enumerate(_TRANSLATED) if low in names)


def apart(one: str, other: str) -> bool:
    """Whether the two are different names of one group, each by its nearest spelling."""
    return any(
        mine is not None and yours is not None and mine != yours
        for mine, yours in zip(_places(one), _places(other), strict=True)
    )


@lru_cache(maxsize=8192)
def _places(word: str) -> tuple[int | None, ...]:
    """For each group the place of the name that a word is, if it clearly is one."""
    return tuple(_nearest(word, names) for names in _APART)


def _nearest(word: str, names: tuple[tuple[str, ...], ...]) -> int | None:
    low = word.lower()
    exact = [place for place, spellings in enumerate(names) if low in spellings]
    if exact:
        return exact[0]
    scores = [max(_near(word, spelling) for spelling in spellings) for spellings in names]
    best = max(scores)
    return scores.index(best) if best >= _SURE and scores.count(best) == 1 else None


def _near(word: str, spelling: str) -> float:
    """How alike two words sound; what begins otherwise is nobody's spelling."""
    longest = _MUCH if vowelless(word) or vowelless(spelling) else _LITTLE
    if abs(len(word) - len(spelling)) > longest or _first(word).isdisjoint(_first(spelling)):
        return 0.0
    return alike(word, spelling)


@lru_cache(maxsize=8192)
def _first(word: str) -> frozenset[str]:
    """The kinds of sound that a word may begin with."""
    letter = romanised(word)[:1]
    return frozenset(kind for kind in _FIRST if letter in kind) or frozenset({letter})
