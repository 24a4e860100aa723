"""The verbs of German: forms that report, and forms that show that something is reported."""

from watchdesk.text.languages.lists import bag, cues, listed
from watchdesk.text.languages.verb_second import VerbSecond

CUES = cues(
    say="""sagt sagte sagten sagen gesagt erklärt erklärte erklärten erklären teilte teilten
    mitteilte mitteilten mitteilt teilt teilen mitgeteilt berichtet berichtete berichteten
    berichten betont betonte betonten betonen meint meinte meinten meinen gemeint ergänzte ergänzt
    ergänzten erläuterte erläutert erläuterten äußerte äußert äußerten geäußert fügte fügt
    fügten hinzugefügt antwortete antwortet antworteten geantwortet entgegnete entgegnet
    erwiderte erwidert kommentierte kommentiert kommentierten begründete begründet begründeten
    verkündete verkündet verkündeten bekanntgegeben bekanntgab bekanntgaben gab gaben gibt geben
    gegeben angab angaben angibt angegeben kündigte kündigt kündigten angekündigt ankündigte
    stellte stellt stellten hieß heißt zitiert zitierte zitieren erinnerte erinnert verwies
    verweist verwiesen hinwies hingewiesen hob hoben hebt unterstrich unterstreicht bemerkte
    bemerkt resümierte resümiert schilderte schildert schilderten sprach sprachen spricht
    gesprochen erzählte erzählt erzählten wies wiesen weist führte führt führten ausgeführt
    informierte informiert informierten formulierte formuliert verlautete präzisierte legte legt
    legten dargelegt beschrieb beschreibt beschrieben unterrichtete beteuerte beteuert
    wiederholte wiederholt fuhr fährt setzte setzt aussagte ausgesagt konstatierte
    konstatiert referierte scherzte spottete witzelte zeigte_sich reagierte
    reagiert machte macht machten deutete deutet andeutete angedeutet trat tritt
    würdigte würdigt lobte lobt lobten begrüßte begrüßt begrüßten""",
    write="""schrieb schreibt schrieben schreiben geschrieben twitterte twittert getwittert
    veröffentlichte notierte notiert meldete meldet meldeten melden gemeldet""",
    claim="""behauptet behauptete behaupteten behaupten argumentierte argumentiert argumentierten
    vermutet vermutete vermuteten vermuten mutmaßte mutmaßt mutmaßten spekulierte spekuliert
    spekulieren unterstellte unterstellt pochte vertrat vertritt vertraten vertreten wandte wendet
    wandten einwandte""",
    accuse="""wirft warf warfen werfen vorgeworfen vorwirft vorwarf beschuldigt beschuldigte
    beschuldigten kritisierte kritisiert kritisierten kritisieren verurteilte verurteilt
    verurteilten bemängelte bemängelt bemängelten beklagte beklagt beklagten monierte moniert
    rügte rügt tadelte prangerte prangert bezichtigte bezichtigt protestierte protestiert
    protestierten verdächtigt verdächtigte""",
    deny="""bestritt bestreitet bestritten dementierte dementiert dementierten leugnet leugnete
    lehnte lehnt lehnten abgelehnt ablehnte zurückgewiesen zurückwies widersprach widerspricht
    widersprachen verneinte verneint verweigerte verweigert streitet stritt
    distanzierte schloss schließt schlossen ausgeschlossen""",
    admit="""räumte räumt räumten gestand gesteht gestanden eingeräumt zugegeben zugab
    eingestanden gesteht""",
    confirm="""bestätigte bestätigt bestätigten bezeugte versicherte versichert versicherten
    bekräftigte bekräftigt bekräftigten stimmte stimmt stimmten zugestimmt verteidigte
    verteidigt sicherte sichert sicherten zugesichert""",
    find="""ergab ergibt ergaben ergeben zeigte zeigt zeigten enthüllte enthüllt offenbarte
    festgestellt ermittelte ermittelt entschied entschieden entscheidet urteilte urteilt
    beschloss beschlossen beschließt folgerte folgert schlussfolgerte belegt belegen fand fanden
    errechnete schätzt schätzte schätzten schätzen beziffert bezifferte bezifferten rechnete
    berechnete geht gehen ging gingen wertete wertet werteten bewertete bewertet einschätzte""",
    warn="""warnt warnte warnten warnen gewarnt mahnte mahnt mahnten prognostizierte
    prognostiziert prognostizierten sagte_voraus""",
    ask="""fordert forderte forderten fordern gefordert fragte fragt fragten bat bittet baten
    bitten verlangt verlangte verlangten verlangen appellierte appelliert appellierten
    aufgefordert rief ruft riefen rufen aufgerufen empfahl empfiehlt empfahlen empfohlen riet rät
    rieten plädierte plädiert plädierten drängte drängt drängten schlug schlägt schlugen
    vorgeschlagen beantragte beantragt ersuchte ersucht regte regt""",
    promise="""verspricht versprach versprachen versprochen droht drohte drohten angedroht
    gelobte plant plante planen planten beabsichtigt beabsichtigte verpflichtete verpflichten
    bot bietet boten garantierte garantiert""",
    call="""nannte nennt nannten nennen bezeichnete bezeichnet bezeichneten bezeichnen
    charakterisierte charakterisiert titulierte brandmarkte""",
    think="""glaubt glaubte glaubten glauben hofft hoffte hofften hoffen fürchtet fürchtete
    fürchteten befürchtet befürchtete befürchteten rechnet rechnen rechneten erwartet erwartete
    erwarten erwarteten denkt denken dachte hält halten hielt hielten
    bezweifelt bezweifelte zweifelt zweifelte bedauert bedauerte bedauerten wünscht wünschte
    nimmt nahm angenommen findet finden  freute freut überzeugt zuversichtlich""",
)

# Subjunctive I of the third person is the infinitive without its n, in every verb but "sein".
_INFINITIVES = """haben werden wollen können müssen dürfen sollen mögen wissen sagen gehen kommen
stehen geben liegen nehmen lassen machen bleiben bestehen handeln halten sehen finden denken
glauben brauchen bringen führen stellen setzen legen zeigen gelten heißen fehlen bedeuten
gehören erwarten hoffen rechnen planen arbeiten leben sterben fallen steigen sinken wachsen laufen
fahren fliegen fordern verlangen unterstützen ablehnen befinden entsprechen entstehen ergeben
erhalten erreichen folgen fürchten freuen gefährden geschehen gelingen herrschen hängen helfen
hindern kennen kosten leisten leiden leiten liefern lehnen nennen passieren prüfen reagieren
schaden scheinen schützen sorgen sprechen spielen tragen treffen treten tun verdienen verfügen
verhindern verletzen verlieren verstoßen vertreten verstehen vorliegen widersprechen wirken zahlen
ziehen zwingen betreffen betragen bieten beginnen beruhen besitzen beweisen beziehen drohen
dienen enden erlauben ermöglichen existieren funktionieren genießen gewinnen hoffen kämpfen
kritisieren missbrauchen sichern suchen teilen töten übernehmen unterscheiden verbieten verbreiten
verlassen versuchen vorsehen wagen wenden wünschen zeugen zulassen zerstören gefallen ändern
anerkennen ausschließen bedauern bedrohen begrüßen behalten bekommen berücksichtigen beschäftigen
bestätigen bilden darstellen einhalten enthalten entscheiden erfordern erfolgen erfüllen erhöhen
erklären fühlen hinnehmen interessieren kaufen klingen können kümmern lernen lohnen meinen
mangeln messen öffnen schließen schweigen senden spüren stimmen stören trauen unterliegen
verändern verfolgen vergessen verlaufen vermeiden verschweigen vertrauen verzichten vollziehen
vorgehen wahren werben zählen zeichnen beteiligen betreiben bewegen beweisen entsenden fliehen
fortsetzen garantieren gelangen genügen investieren nutzen profitieren sparen starten stammen
steigern umfassen verbinden verkaufen verschlechtern verbessern verursachen verwenden verwandeln
wohnen zurückkehren zusammenarbeiten rechtfertigen begehen benötigen beschließen schicken"""

_MOOD = frozenset(word[:-1] for word in _INFINITIVES.split()) | bag(
    "sei seien handle wisse tue ändere sichere fordere hindere verbessere verändere"
)

SECOND = VerbSecond(
    mood=_MOOD - bag("zeuge stimme"),
    moods=bag(
        """wäre wären hätte hätten würde würden müssten könnten könnte sollten dürften gäbe gäben
        käme kämen ginge gingen stünde stünden bliebe ließe läge lägen müsste
        dürfte fänden bräuchte bräuchten wüsste wüssten nähme nähmen"""
    ),
    plain=bag(
        """ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte
        konnten muss müssen musste mussten soll sollen sollte will wollen wollte darf dürfen
        durfte gibt gab kam kamen geht gehen ging gingen steht stehen stand standen liegt liegen
        lag lagen bleibt blieb blieben kommt kommen stellte führte begann beginnt fand fanden
        erhielt gilt galt machte macht ließ lässt zeigt zeigte starb starben"""
    ),
    resumes=bag("demnach demzufolge"),
    split={
        form: bag(parts)
        for forms, parts in (
            ("gab gaben gibt geben gegeben", "an bekannt zu preis bedenken"),
            ("teilte teilten teilt teilen", "mit"),
            ("kündigte kündigten kündigt", "an"),
            ("stellte stellten stellt", "fest klar"),
            ("hob hoben hebt", "hervor"),
            ("wies wiesen weist", "hin zurück"),
            ("führte führten führt", "aus an"),
            ("räumte räumten räumt gestand gesteht gestanden", "ein"),
            ("fügte fügten fügt setzte setzt", "hinzu an"),
            ("fuhr fährt", "fort"),
            ("rief riefen ruft rufen", "auf zu"),
            ("warf warfen wirft werfen", "vor"),
            ("legte legten legt", "fest nahe dar"),
            ("sprach sprachen spricht", "aus an"),
            ("schlug schlugen schlägt", "vor"),
            ("lehnte lehnten lehnt", "ab"),
            ("machte machten macht", "deutlich klar geltend"),
            ("wandte wandten wendet", "ein"),
            ("nimmt nahm", "an"),
            ("deutete deutet", "an"),
            ("bot boten bietet droht drohte drohten", "an"),
            ("stritt streitet", "ab"),
            ("schloss schlossen schließt", "aus"),
            ("sicherte sicherten sichert stimmte stimmten stimmt sagte sagten", "zu"),
            ("prangerte prangert regte regt", "an"),
            ("geht gehen ging gingen", "aus"),
            ("trat tritt", "dafür"),
        )
        for form in forms.split()
    },
    infinitive="zu",
    prefixes=listed(
        """ab an auf aus bei da dar durch ein fest fort frei her hervor hin hinzu los mit nach
        nieder um unter vor voran weg weiter wieder zurück zusammen zu bereit"""
    ),
    purposes=bag("um ohne statt anstatt außer"),
    asks=bag(
        """wie wer wen wem wessen warum weshalb wieso wann woher wohin wieviel inwiefern
        inwieweit"""
    ),
    by=bag("nach laut gemäß"),
    nouns=bag(
        """angaben angabe aussage aussagen auskunft ansicht ansichten meinung einschätzung
        informationen bericht berichten worten darstellung überzeugung auffassung meldung
        meldungen mitteilung erkenntnissen schätzung schätzungen studie untersuchung
        untersuchungen umfrage umfragen ermittlungen berechnungen vorstellungen vorstellung
        statistik statistiken erhebungen prognose prognosen lesart schilderung schilderungen
        beobachtungen gutachten erklärung pressemitteilung urteil vermutungen hinweisen"""
    ),
    noun_endings=("angaben", "berichten", "aussagen", "informationen", "meldungen", "schätzungen"),
    of=bag("von vom"),
    owners=bag("der des eines einer seiner ihrer seines ihres"),
    links=bag("für aus im am"),
    prepositions=bag("über auf mit in im am an bei zu zum zur unter vor aus für wie als"),
    echoes=bag("so"),
    inside=bag("in im aus"),
    itself=bag("es"),
    ends=bag("und sowie"),
)
