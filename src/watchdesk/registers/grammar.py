"""The small words by which a sentence shows whom its word of a case is about, by language.

Data alone: a language without a row is not read for persons; that costs proposals and invents none.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from watchdesk.text.languages.lists import bag


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How one language joins a person and what became of him or her.

    `being` make a passive ("was"), `having` an active form; `many` are those of several persons.
    `filling` may stand between person and word, `relatives` open a clause about the person before
    it. A name behind one of `prepositions` is an addressee, a place or a doer. `he` are pronouns of
    persons, `kin` the words for somebody else of the family, `among` opens a list ("among those
    detained were"). `joins` are words for "and", `streets` nouns of places that carry names.
    `bare` is set where a word without an auxiliary may be active ("Oke arrested a man"), `late`
    where the verb may stand at the end of its clause, `cased` where names show their case.
    """

    being: frozenset[str]
    having: frozenset[str] = frozenset()
    many: frozenset[str] = frozenset()
    filling: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    bare: bool = False
    late: bool = False
    cased: bool = False


GRAMMAR: Mapping[str, Grammar] = {
    "en": Grammar(
        being=bag("was were is are been being be remains remain"),
        having=bag("has have had"),
        many=bag("were are have remain"),
        filling=bag("also then later first again already still once reportedly allegedly since on"),
        relatives=bag("who whom"),
        prepositions=bag(
            """of for in at on by with from to near after before against about over under into as
            between behind like without through until since despite including outside than"""
        ),
        he=bag("he she"),
        kin=bag(
            """brother sister mother father son daughter wife husband lawyer counsel family parents
            spokesman spokeswoman friend cousin uncle aunt colleague whose"""
        ),
        among=bag("among"),
        joins=bag("and"),
        streets=bag(
            """street road avenue square lane boulevard bridge prison jail court hospital airport
            valley river lake mount mountain hill island city town village county district province
            region state university college school church chapel monastery mosque cemetery palace
            tower park station center centre house hall hotel post times news bay sea desert"""
        ),
        bare=True,
    ),
    "fr": Grammar(
        being=bag("est sont été était étaient fut furent reste restent"),
        having=bag("a ont avait avaient"),
        many=bag("sont ont étaient furent avaient restent"),
        filling=bag("aussi ensuite toujours déjà encore notamment également le"),
        relatives=bag("qui"),
        prepositions=bag(
            """de du des d' à au aux dans en sur sous par pour avec sans chez vers contre entre
            depuis après avant près selon pendant outre comme"""
        ),
        he=bag("il elle"),
        kin=bag(
            """frère sœur mère père fils fille femme épouse mari avocat avocate famille parents
            porte-parole ami amie cousin cousine oncle tante dont"""
        ),
        among=bag("parmi"),
        joins=bag("et"),
        streets=bag(
            """rue place avenue boulevard pont prison cour hôpital aéroport vallée fleuve lac mont
            montagne île ville village province région université collège école église chapelle
            monastère mosquée cimetière palais tour parc gare hôtel quai chemin"""
        ),
    ),
    "de": Grammar(
        being=bag(
            "wurde wurden wird werden worden ist sind war waren sei sitzt sitzen blieb bleibt"
        ),
        having=bag("hat haben hatte hatten habe"),
        many=bag("wurden werden sind waren sitzen"),
        filling=bag("auch später erneut bereits seit am"),
        relatives=bag("der die"),
        prepositions=bag(
            """von vom für in im an am auf bei mit aus zu zum zur nach vor gegen über unter durch
            ohne um seit zwischen hinter neben wie als des"""
        ),
        he=bag("er sie"),
        kin=bag(
            """bruder schwester mutter vater sohn tochter frau ehefrau mann anwalt anwältin familie
            eltern sprecher sprecherin freund freundin cousin onkel tante dessen deren"""
        ),
        among=bag("unter"),
        joins=bag("und"),
        streets=bag("straße platz allee brücke gefängnis gericht universität schule kirche fluss"),
        late=True,
    ),
    "ru": Grammar(
        being=bag(
            """был была были находится находятся содержится содержатся находилась находился
            остаётся остается остаются находившаяся находящаяся"""
        ),
        many=bag("были находятся содержатся остаются"),
        filling=bag("также вновь снова уже тоже позже ранее вчера сегодня"),
        relatives=bag("который которая которого которую"),
        prepositions=bag(
            """в во на с со к ко о об от до из у за по при для без под над между через перед после
            против около вместо кроме среди"""
        ),
        he=bag("он она его её ее"),
        kin=bag(
            """брат сестра мать отец сын дочь жена муж адвокат семья родители брата сестры матери
            отца сына дочери жены мужа адвоката чей чья брату матери"""
        ),
        among=bag("среди"),
        joins=bag("и"),
        streets=bag(
            """улица улице улицы площадь площади проспект мост тюрьма суд больница аэропорт долина
            река озеро гора остров город село область район университет школа церковь"""
        ),
        cased=True,
    ),
    "hy": Grammar(
        being=bag("է են էր էին"),
        many=bag("են էին"),
        filling=bag("նաև կրկին արդեն երեկ այսօր ևս"),
        relatives=bag("որը ով"),
        prepositions=bag("ըստ առանց դեպի"),
        he=bag("նա նրան"),
        kin=bag("եղբայրը քույրը մայրը հայրը որդին դուստրը կինը ամուսինը փաստաբանը ընտանիքը մորը"),
        joins=bag("և եւ ու"),
        streets=bag("փողոց փողոցում հրապարակ պողոտա բանտ դատարան գետ լիճ լեռ քաղաք գյուղ մարզ"),
        late=True,
        cased=True,
    ),
}
