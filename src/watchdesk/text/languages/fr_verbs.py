"""French verbs that report beside a quotation only, and what others take behind them."""

from watchdesk.text.languages.language import Complements
from watchdesk.text.languages.lists import bag, listed

_ENDINGS = ("e", "ent", "é", "ée", "ait", "aient", "a", "èrent")
# Verbs in -er, without it. Those that are reflexive lose their pronoun to the auxiliaries.
_BESIDE = listed(
    """indign alarm étonn interrog agac emport ironis plaisant soupir gliss souffl clam tranch
    détaill assén assèn enchaîn complèt complét décrypt analys rassur jur lâch amus confess raill
    questionn insurg appuy appui corrig justifi argument développ remarqu relat tempêt pest grond
    lament désol offusqu schématis théoris vocifèr murmur chuchot cri hurl scand
    abond tempér tempèr modèr relativis synthétis
    félicit salu invit encourag exclam inquièt inquiét"""
)

BESIDE = frozenset(stem + ending for stem in _BESIDE for ending in _ENDINGS) | bag(
    """réjouit réjouissent réjoui tonne sourit décrit décrivent dépeint poursuivait concluait
    répondaient s'exclame reprenait reprend ajoutait"""
)

_PROMISE = """promet promis promettent promettait refuse refusé refusent accepté accepte propose
proposé proposent menace menacé menacent envisage envisagé recommande recommandé recommandent
conseille conseillé suggère suggéré regrette regretté jure juré décidé décide accuse accusé
accusent reproche reproché ordonné ordonne demande demandé demandent exige exigé espère espéré
espèrent craint craignent nie nié nient affirme affirmé affirment assure assuré assurent dit
disent déclare déclaré déclarent prétend prétendu prétendent reconnaît reconnu reconnaissent
admet admis estime estimé estiment pense pensent croit croient souhaite souhaité souhaitent
confirme confirmé confie confié avoue avoué engagé engage engagent"""
_REQUEST = """appelle appelé appellent exhorte exhorté exhortent invite invité invitent presse
pressé somme sommé prie prié accuse accusé accusent"""

COMPLEMENTS = Complements(
    infinitive=bag("de d' à avoir être vouloir pouvoir devoir ne s'être n'avoir"),
    infinitives=bag(_PROMISE),
    requests=bag(_REQUEST),
)
