"""The words that name a violation, by code, and the words that leave one with who alleges it.

Data of our own wording in the languages of the packs: a trailing star takes any ending. A desk adds
to a code, or empties it, under `[proof.terms]` of its file. Which rule they serve: `violations`.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from watchdesk.proof.reading import Reading, pieces, plain
from watchdesk.text.fold import fold
from watchdesk.text.languages.lists import bag, listed

TERMS: Mapping[str, tuple[str, ...]] = {
    "genocide": listed(
        """genocid* génocid* genozid* völkermord* геноцид* ցեղասպան* soykırım* soyqırım*
        إبادة_جماعية الإبادة_الجماعية"""
    ),
    "ethnic cleansing": listed(
        """ethnic_cleansing ethnically_cleansed nettoyage_ethnique épuration_ethnique
        ethnische_säuberung* ethnischen_säuberung* limpieza_étnica этническ*_чистк*
        էթնիկ_զտում* etnik_temizlik* etnik_təmizləmə* تطهير_عرقي التطهير_العرقي"""
    ),
    "war crime": listed(
        """war_crime* war_criminal* crime*_de_guerre kriegsverbrech* crimen*_de_guerra
        военн*_преступлени* պատերազմական_հանցագործ* savaş_suç* müharibə_cinayət*
        جرائم_حرب جريمة_حرب جرائم_الحرب"""
    ),
    "crime against humanity": listed(
        """crime*_against_humanity crime*_contre_l'humanité
        verbrechen_gegen_die_menschlichkeit crimen*_de_lesa_humanidad
        crimen*_contra_la_humanidad преступлени*_против_человечности
        մարդկության_դեմ_հանցագործ* insanlığa_karşı_suç* insanlıq_əleyhinə_cinayət*
        جرائم_ضد_الإنسانية"""
    ),
    "torture": listed(
        """tortur* gefoltert* folter foltern folterte folterten folterung* пытк* пыток пытал*
        խոշտանգ* işkence* işgəncə* تعذيب التعذيب"""
    ),
    "ill-treatment": listed(
        """ill-treat* maltreat* mauvais_traitement* misshandel* misshandl* malos_tratos
        жесток*_обращени* վատ_վերաբերմունք* kötü_muamele* pis_rəftar*"""
    ),
    "massacre": listed(
        """massacr* massak* masacr* резн* massaker* կոտորած* katliam* qətliam* مجزرة مجازر
        pogrom* погром* ջարդեր"""
    ),
    "atrocity": listed(
        """atrocit* gräueltat* greueltat* atrocidad* зверств* vahşet* vəhşilik* فظائع
        վայրագություն*"""
    ),
    "unlawful killing": listed(
        """extrajudicial* extra-judicial* summary_execution* summarily_executed
        unlawful*_kill* exécution*_sommaire* exécution*_extrajudiciaire*
        außergerichtliche_hinrichtung* ejecucion*_extrajudicial* внесудебн*_казн*
        внесудебн*_расправ* yargısız_infaz*"""
    ),
    "enforced disappearance": listed(
        """enforced_disappearance* forced_disappearance* forcibly_disappeared
        disparition*_forcée* verschwindenlassen* desaparicion*_forzada*
        насильственн*_исчезновени* բռնի_անհետաց* zorla_kaybet* الاختفاء_القسري"""
    ),
    "forced displacement": listed(
        """forced_displacement forcible_transfer* forcibly_displaced forcibly_deported
        déplacement*_forcé* zwangsumsied* desplazamiento*_forzado* насильственн*_переселени*
        бегство_под_принуждением բռնի_տեղահան* zorla_yerinden*"""
    ),
    "arbitrary detention": listed(
        """arbitrary_detention* arbitrarily_detained arbitrary_arrest* détention*_arbitraire*
        willkürliche_haft detencion*_arbitraria* произвольн*_задержани* կամայական_ձերբակալ*
        keyfi_gözaltı*"""
    ),
    "political prisoner": listed(
        """political_prisoner* prisoner*_of_conscience prisonnier*_politique*
        politische_gefangene* preso*_político* политзаключ* политическ*_заключ*
        քաղբանտարկյալ* siyasi_mahkum* siyasi_məhbus*"""
    ),
    "apartheid": listed("apartheid* апартеид* ապարտեիդ*"),
    "persecution": listed("persecut* persécut* преследован*_по_признаку հետապնդում*_հիմքով"),
    "collective punishment": listed(
        """collective_punishment* collectively_punish* punition*_collective* kollektivstrafe*
        castigo*_colectivo* коллективн*_наказани*"""
    ),
}

# Who alleges, charges or judges leaves the word with an owner, also where no cue of the pack does.
OWNED = bag(
    """alleged allegedly alleges alleging allegation allegations accused accusing accusation
    accusations charged charges suspected suspects convicted acquitted indicted indictment tried
    sentenced guilty complaint complaints claim claims so-called described calls called
    accusé accusés accusée accusées accusation accusations présumé présumés présumée présumées
    inculpé condamné condamnés plainte plaintes soupçonné soupçonnés qualifie qualifié dénonce
    dénoncent mutmaßlich mutmaßliche mutmaßlichen vorwurf vorwürfe beschuldigt verdächtigt
    angeklagt verurteilt wegen acusado acusados acusada acusadas acusación presunto presuntos
    presunta presuntas condenado обвинил обвинила обвинили обвинение обвинения обвиняется
    обвиняемый обвиняемые предполагаемых предполагаемые осужден осуждён осуждены подозревается
    մեղադրանք մեղադրվում մեղադրեց մեղադրել ենթադրյալ suçlanan suçladı iddia ittiham iddiası"""
)

# A term within the name of a court, a law or a day of memory asserts nothing.
BODIES = bag(
    """tribunal court courts convention committee council commission act law code statute day
    museum memorial institute rapporteur prosecutor division unit office treaty protocol week
    cour convention comité commission journée musée mémorial institut rapporteur rapporteuse
    gerichtshof konvention ausschuss gedenktag museum komitee tribunal convención comité
    трибунал суд конвенция комитет музей институт"""
)


class Found(NamedTuple):
    """A term in a text: its code and its place in the folding."""

    code: str
    start: int
    end: int


Phrase = tuple[tuple[str, bool], ...]  # words, each with whether any ending will do


def with_own(own: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    """The table with a desk's own words added; an empty list takes a code out."""
    added = {code: (*TERMS.get(code, ()), *words) for code, words in own.items()}
    emptied = {code for code, words in own.items() if not tuple(words)}
    return {code: words for code, words in {**TERMS, **added}.items() if code not in emptied}


def find_terms(reading: Reading, terms: Mapping[str, tuple[str, ...]]) -> Iterator[Found]:
    """The terms of a text in their order."""
    index = _index(tuple(terms.items()))
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        for code, phrase in index.get(token.low[:3], ()):
            if _matches(reading, at, phrase):
                yield Found(code, token.start, tokens[at + len(phrase) - 1].end)
                break


def _matches(reading: Reading, at: int, phrase: Phrase) -> bool:
    tokens = reading.tokens
    if at + len(phrase) > len(tokens):
        return False
    return all(
        token.low.startswith(word) if open_ended else token.low == word
        for token, (word, open_ended) in zip(tokens[at : at + len(phrase)], phrase, strict=True)
    )


@lru_cache(maxsize=8)
def _index(terms: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, list[tuple[str, Phrase]]]:
    """Phrases by the first three letters of their first word."""
    index: dict[str, list[tuple[str, Phrase]]] = {}
    for code, words in terms:
        for word in words:
            phrase = _phrase(word)
            if phrase:
                index.setdefault(phrase[0][0][:3], []).append((code, phrase))
    return index


def _phrase(words: str) -> Phrase:
    parts: list[tuple[str, bool]] = []
    for word in fold(words).text.lower().split():
        split = pieces(word)
        parts += [(piece, False) for piece in split[:-1]]
        parts += [(piece, word.endswith("*")) for piece in split[-1:]]
    return tuple(parts)


def owned(reading: Reading) -> bool:
    """Whether a sentence says who reports, alleges or judges."""
    pack = reading.pack
    if any(token.low in OWNED or token.low in pack.cues for token in reading.tokens):
        return True
    row = " " + " ".join(token.low for token in reading.tokens) + " "
    sources = (*pack.frames.according, *pack.frames.according_after)
    return any(f" {phrase} " in row for phrase in sources)


def in_name_of_body(reading: Reading, found: Found) -> bool:
    """Whether a term is written with a capital near a word for a court, a law or a body."""
    if not reading.text[found.start].isupper():
        return False
    near = [
        token.low
        for token in reading.tokens
        if found.start - 40 <= token.start <= found.end + 40 and reading.text[token.start].isupper()
    ]
    return any(plain(low) in BODIES or low in BODIES for low in near)
