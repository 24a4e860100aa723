"""Words by which texts name days and periods, in all languages of the desk.

Data for `dates`: no text comes in. Names of months and weekdays stand in the language packs; here
are the words that count from today, which are few and shared.
"""

from watchdesk.text.languages.lists import bag

WORDY_MONTHS = bag("may march mai mars mart")  # words of other meanings too, when they stand alone
BEFORE_MONTH = bag(
    """in since until till by of from through during early late mid last next this en au fin début
    im seit bis ab ende anfang mitte desde hasta a"""
)
TO = bag("to until till au bis al по") | frozenset("-–—")
DECADE_ENDINGS = bag(
    """s er ern х ականներ ականներին ականների ականներից lar larda lardan larda'ki ler cı ci cu
    lərdə"""
)
DECADES = bag("années años")
# Between a year and the month that follows it: 2024 թվականի մարտի 1-ին.
YEAR_LINKS = bag("թվականի թ ի . - cı ci cu cü il ilin ilinin yılı yılının")
ORDINALS = bag("st nd rd th er re º ª го ого му й е ին ից ի րդ nci ncı inci")
OF = bag("of de del the du . , г г. года году թ թվականի") | {"-"}
DAYS = {
    **dict.fromkeys(bag("yesterday hier gestern ayer вчера երեկ dün dünən أمس"), -1),
    **dict.fromkeys(bag("avant-hier vorgestern anteayer позавчера նախանցյալ"), -2),
    **dict.fromkeys(bag("après-demain übermorgen послезавтра"), 2),
    **dict.fromkeys(bag("today tonight aujourd'hui heute hoy сегодня այսօր bugün اليوم"), 0),
    **dict.fromkeys(bag("tomorrow demain morgen mañana завтра վաղը yarın غدا غداً"), 1),
}
DAY_PHRASES = {
    "day before yesterday": -2,
    "day after tomorrow": 2,
    "last night": -1,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "ce matin": 0,
    "ce soir": 0,
    "cette nuit": 0,
    "antes de ayer": -2,
    "esta mañana": 0,
    "esta tarde": 0,
    "pasado mañana": 2,
    "այսօր առավոտյան": 0,
    "evvelsi gün": -2,
    "bu sabah": 0,
    "bu səhər": 0,
    "أول أمس": -2,
    "أمس الأول": -2,
    "بعد غد": 2,
}
NOT_DAYS = bag("la am jeden guten de esta este")  # "por la mañana", "am Morgen"
WHEN = {
    **dict.fromkeys(
        bag(
            """last past previous dernier dernière passé passée letzte letzten letzter letztes
            vergangene vergangenen vergangenes vorige vorigen pasado pasada прошлой прошлом прошлого
            прошлую прошлый прошедший минувшей անցյալ անցած նախորդ geçen geçtiğimiz keçən ötən
            الماضي الماضية"""
        ),
        -1,
    ),
    **dict.fromkeys(
        bag(
            """this current ce cet cette diese diesen dieser dieses este esta этой этом этого эту
            этот այս bu الجاري الحالي هذا"""
        ),
        0,
    ),
    **dict.fromkeys(
        bag(
            """next coming upcoming prochain prochaine nächste nächsten nächster nächstes kommende
            kommenden próximo próxima следующий следующей следующем следующего будущей будущем
            следующую հաջորդ գալիք գալ önümüzdeki gelecek gələn növbəti المقبل المقبلة
            القادم القادمة"""
        ),
        1,
    ),
}
# Those that follow what they say when: lundi dernier.
BEHIND = bag(
    """dernier dernière passé passée prochain prochaine pasado pasada próximo próxima الماضي
    الماضية المقبل المقبلة القادم القادمة"""
)
PERIODS = {
    **dict.fromkeys(
        bag("week semaine woche semana неделе неделю недели неделя շաբաթ hafta həftə الأسبوع"),
        "week",
    ),
    **dict.fromkeys(bag("month mois monat mes месяце месяц месяца ամիս ամսին ay الشهر"), "month"),
    **dict.fromkeys(
        bag("year année an jahr jahres año году год года տարի տարում yıl il العام السنة"), "year"
    ),
}
NAMED_PERIODS = {
    "vorjahr": ("year", -1),
    "vormonat": ("month", -1),
    "vorwoche": ("week", -1),
    "heuer": ("year", 0),
}
COMING = ("que", "viene")
AGO = bag("ago назад առաջ önce əvvəl öncə")
AGO_BEFORE = bag("vor hace قبل")
AGO_PHRASE = ("il", "y", "a")
DUALS = {
    "يومين": "day",
    "أسبوعين": "week",
    "شهرين": "month",
    "عامين": "year",
    "سنتين": "year",
}
# The words with which a date may begin that counts from the day of the article.
RELATIVE = frozenset(
    [
        *DAYS,
        *WHEN,
        *PERIODS,
        *NAMED_PERIODS,
        *DUALS,
        *AGO_BEFORE,
        AGO_PHRASE[0],
        *(phrase.partition(" ")[0] for phrase in DAY_PHRASES),
    ]
)
