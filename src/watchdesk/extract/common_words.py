"""Common words of the languages of Latin and Cyrillic script, written by hand.

A dozen little words tell a language from its neighbours in a single sentence, where letter
statistics need a page.
"""

_WORDS = """
en: the of and to in that is was for with his her on by from has said were which are this
fr: le la les des du et une que est dans pour sur qui au aux par avec ont sont été cette
de: der die das und den von zu mit sich dem nicht ist des auf für im ein eine wurde über
es: el la los las del que y en un una por con para se su al es fue como más
it: il la di che e del della dei un una per con nel alla sono gli ha si dal ai
pt: o os que do da dos das em um uma para com não no na ao pelo foi mais são
nl: de het een van en dat op te voor met zijn niet aan door werd naar ook bij uit om
sv: och att det som en på är av för med den till inte har ett om var från efter på
da: og at det som en på er af for med den til ikke har et blev fra efter ved også
no: og at det som en på er av for med den til ikke har et ble fra etter ved også
pl: się na że w z do jest nie i od po przez dla oraz o ale jak który przed tym
cs: se na že v z do je ne a od po pro jako který také jsou ve které byl podle
sk: sa na že v z do je nie a od po pre ako ktorý tiež sú vo ktoré bol podľa
hu: a az és hogy nem egy is volt meg már csak mint de szerint ez azt után lesz között pedig
ro: și de la în a că pe cu nu din care o un pentru mai este au fost prin după
tr: ve bir bu için ile de da olarak olan çok daha gibi sonra kadar dedi ise ancak göre her
az: və bir bu üçün ilə də da olan çox daha kimi sonra qədər dedi isə edib olub görə bildirib ki
fi: ja on ei että se oli hän ovat mutta myös kun joka ole sen mukaan jälkeen olla tai kuin siitä
hr: i je u na se da su za od koji nije s o će bi kao iz što bio prema
sq: të e në dhe një për me është që nga së ka tha më si do janë kjo pas ishte
lt: ir kad yra su į iš tai bet kaip už po nuo buvo dėl apie taip pat jo prie
lv: un ir ka uz no par ar tas bet kā pēc bija arī viņš līdz lai nav gan tika pie
et: ja on et ei see oli ta aga ka kui mis oma pärast tema ning või siis selle olid kes
id: yang dan di dengan untuk dari ini itu pada dalam tidak akan oleh juga telah ke ada sebagai bahwa
vi: của và là có trong được cho các những một người không với này đã khi để từ theo đến
ca: el la els les de que i en un una per amb al del és no ha va més seva
ru: и в не на что с по как это он из к от за его о для также было при
uk: і в не на що з та до як це за від його про для також було при був ця
be: і ў не на што з да як гэта за ад яго пра для таксама было пры быў гэтага
bg: и в не на че с за по от да се е как това той ще са към бе след
sr: и у не на да се је за од са који као то што су по из ће није био
mk: и во не на дека со за од да се е како тоа по ќе се беше тој ги ја
kk: және мен бұл үшін бойынша деп бір да де еді болып туралы олар осы жылы кейін екен ол бар
ky: жана менен бул үчүн боюнча деп бир да де эле болуп тууралуу алар ушул жылы кийин экен ал бар
"""

COMMON: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, _, words in (row.partition(": ") for row in _WORDS.strip().splitlines())
}
"""The words of each language, in small letters."""
