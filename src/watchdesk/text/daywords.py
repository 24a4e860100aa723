"""Words by which texts name days and periods, in all languages of the desk.

Data for `dates`: no text comes in. Names of months and weekdays stand in the language packs; here
are the words that count from today, which are few and shared.
"""

from watchdesk.text.languages.language import bag

WORDY_MONTHS = bag("may march mai mars mart")  # words of other meanings too, when they stand alone
BEFORE_MONTH = bag(
    """in since until till by of from through during early late mid last next this en au fin début
    im seit bis ab ende anfang mitte desde hasta a"""
)
ORDINALS = bag("st nd rd th er re º ª го ого му й е ին ից ի րդ nci ncı inci")
OF = bag("of de del the du . , г г. года году թ թվականի") | {"-"}
DAYS = {
    **dict.fromkeys(bag("yesterday hier gestern ayer вчера երեկ dün dünən أمس"), -1),
    **dict.fromkeys(bag("today tonight aujourd'hui heute hoy сегодня այսօր bugün اليوم"), 0),
    **dict.fromkeys(bag("tomorrow demain morgen mañana завтра վաղը yarın غدا غداً"), 1),
}
NOT_DAYS = bag("la am jeden guten de esta este")  # "por la mañana", "am Morgen"
WHEN = {
    **dict.fromkeys(
        bag(
            """last past previous dernier dernière passé passée letzte letzten letzter letztes
            vergangene vergangenen vergangenes vorige vorigen pasado pasada прошлой прошлом прошлого
            прошлую прошлый минувшей анцял անցյալ անցած նախորդ geçen geçtiğimiz keçən ötən الماضي
            الماضية"""
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
            """next coming prochain prochaine nächste nächsten nächster nächstes kommende kommenden
            próximo próxima следующей следующем следующего будущей будущем следующую հաջորդ գալիք
            գալ önümüzdeki gelecek gələn növbəti المقبل المقبلة القادم القادمة"""
        ),
        1,
    ),
}
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
