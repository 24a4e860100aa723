"""German."""

from watchdesk.model import Bound
from watchdesk.text.languages.de_verbs import CUES, SECOND
from watchdesk.text.languages.language import Examples, Frames, Language, Numbers
from watchdesk.text.languages.lists import (
    bag,
    bounds,
    gendered,
    listed,
    numbered,
    valued,
    ways,
)

_ONES = """null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn
fünfzehn sechzehn siebzehn achtzehn neunzehn"""
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_WORDS = {word: float(value) for value, word in enumerate(_ONES.split())}
_WORDS |= {word: 20.0 + 10 * place for place, word in enumerate(_TENS.split())}
_WORDS |= {
    f"{'ein' if one == 'eins' else one}und{ten}": 20.0 + 10 * tens + ones
    for tens, ten in enumerate(_TENS.split())
    for ones, one in enumerate(_ONES.split()[1:10], 1)
}
_WORDS |= {"ein": 1.0, "eine": 1.0, "einen": 1.0, "einem": 1.0, "einer": 1.0}
_WORDS |= {f"{one}hundert": 100.0 * value for value, one in enumerate(_ONES.split()[2:10], 2)}
_WORDS |= {f"{one}tausend": 1000.0 * value for value, one in enumerate(_ONES.split()[2:13], 2)}

DE = Language(
    code="de",
    name="Deutsch",
    marks=(("„", "“"), ("»", "«"), ("‚", "‘"), ('"', '"')),
    cues=CUES,
    frames=Frames(
        that=bag("dass daß ob"),
        bare=bag(
            """sagt sagte sagten erklärt erklärte erklärten meint meinte behauptet behauptete
            betont betonte berichtet berichtete berichteten heißt hieß schrieb schreibt glaubt
            vermutet vermutete ergänzte erläuterte äußerte befürchtet befürchtete hofft hoffte
            warnte teilte gab versicherte argumentierte mitgeteilt verlautete meldete meldet"""
        ),
        needy=bag(
            """gab gaben gibt geben gegeben stellte stellt stellten hob hoben hebt sprach sprachen
            spricht gesprochen wies wiesen weist führte führt führten heißt hieß teilt teilte
            teilten teilen zeigte zeigt zeigten ergab ergibt ergaben ergeben ruft rief riefen rufen
            hält halten hielt hielten wirft warf warfen werfen erwartet
            erwartete erwarten erwarteten rechnet rechnen rechneten bezeichnet bezeichnete
            bezeichneten bezeichnen nannte nennt nannten nennen kündigt kündigte kündigten fügt
            fügte fügten verurteilt verurteilte verurteilten kritisiert kritisierte räumt räumte
            räumten fordert forderte forderten fordern gefordert verlangt verlangte verlangten
            verlangen begründet begründete veröffentlichte informierte informiert erinnerte
            erinnert verwies verweist droht drohte drohten bat bittet baten bitten denkt denken
            dachte bestätigt bestätigte erzählt gewarnt festgestellt ermittelte ermittelt
            schildert verkündet legte legt legten fuhr fährt setzte setzt macht machte machten
            kommt nutzte trat tritt geht gehen ging gingen fand fanden findet finden nimmt nahm
            bot bietet boten schlug schlägt schlugen schloss schließt schlossen stimmte stimmt
            stimmten entschied entschieden entscheidet urteilte urteilt beschloss beschlossen
            beschließt wertete wertet werteten bewertete bewertet plant plante planen planten
            vertrat vertritt vertraten vertreten wandte wendet wandten lehnte lehnt lehnten deutete
            deutet streitet stritt sicherte sichert sicherten belegt belegen regte regt meinen
            erklären beschrieb beschreibt beschrieben angenommen vorgeschlagen ausgeschlossen
            eingeräumt freute freut überzeugt zuversichtlich schätzen verteidigt verteidigte lobt
            lobte lobten begrüßt begrüßte begrüßten würdigte würdigt reagierte reagiert protestierte
            protestiert protestierten rät riet rieten empfohlen verpflichtete verpflichten
            verdächtigt verdächtigte beschuldigt verweigert verweigerte weigerte weigert
            garantiert garantierte hoben zitiert unterstellt abgelehnt ablehnte gemeldet
            vorgeworfen beschuldigte beschuldigten wünscht wünschte geschrieben angegeben"""
        ),
        according=listed("laut"),
        according_after=listed(
            """zufolge meinung_nach ansicht_nach auffassung_nach einschätzung_nach
            überzeugung_nach darstellung_nach"""
        ),
        auxiliaries=bag(
            """hat haben hatte hatten habe wurde wird sei war ist auch jedoch zudem weiter dazu
            gestern heute außerdem später bereits noch ebenfalls dabei am nun allerdings
            so ferner hingegen dagegen unterdessen"""
        ),
        addressee=bag("journalisten reportern uns ihm ihnen mir"),
        stops=bag(
            """in im am bei nach vor während gegenüber auf mit als wenn weil da zu um
            der_zeitung dass dem wurde wurden ist sind hat haben hatte war waren wird werden sei
            kam kamen gestern heute sich habe soll sollen kann können muss nun jedoch"""
        ),
        openers=bag("aber und doch jedoch sondern oder denn wie auch so dann zudem außerdem"),
        turns=bag("aber jedoch doch obwohl während denn nachdem bevor"),
        moments=bag("gestern heute am"),
        likes=bag("wie"),
        joins=bag("und"),
        refuse=bag("zu nicht"),
        appositions=bag("der die das dem den ein eine einer einem"),
        separable=bag("mit hinzu bekannt an fest ein vor zu aus hervor weiter dazu auf zurück hin"),
        comma_clause=True,
        noun_phrases=bag(
            """der die das des dem den ein eine einer eines einem von vom und für aus zum zur im
            in am auf bei mit über"""
        ),
        second=SECOND,
    ),
    roles=bag(
        """präsident präsidentin vizepräsident ministerpräsident ministerpräsidentin
        premierminister premierministerin minister ministerin außenminister außenministerin
        innenminister innenministerin kulturminister kulturministerin verteidigungsminister
        finanzminister staatssekretär staatssekretärin kanzler kanzlerin bundeskanzler
        bundeskanzlerin gouverneur gouverneurin bürgermeister bürgermeisterin oberbürgermeister
        senator senatorin abgeordneter abgeordnete vorsitzender vorsitzende vorsitzenden
        parteichef parteichefin chef chefin direktor direktorin leiter leiterin gründer
        gründerin beauftragter beauftragte ombudsmann ombudsfrau berichterstatter
        berichterstatterin botschafter botschafterin konsul diplomat sprecher sprecherin
        pressesprecher pressesprecherin regierungssprecher polizeisprecher berater beraterin
        analyst analystin experte expertin professor professorin forscher forscherin historiker
        historikerin ökonom ökonomin anwalt anwältin rechtsanwalt staatsanwalt staatsanwältin
        oberstaatsanwalt richter richterin general oberst hauptmann kommandeur polizist
        polizistin ermittler arzt ärztin krankenschwester ingenieur ingenieurin architekt
        architektin archäologe archäologin lehrer lehrerin student studentin journalist
        journalistin redakteur redakteurin chefredakteur korrespondent schriftsteller
        schriftstellerin autor autorin aktivist aktivistin koordinator mitglied kandidat
        kandidatin bischof erzbischof priester imam pfarrer pfarrerin papst patriarch könig
        königin prinz prinzessin bewohner bewohnerin bauer bäuerin zeuge zeugin überlebende
        opfer mutter vater bruder schwester sohn tochter ehefrau ehemann witwe nachbar nachbarin
        flüchtling mitarbeiter mitarbeiterin beamter beamtin generalsekretär generalsekretärin
        geschäftsführer geschäftsführerin trainer trainerin fraktionschef kommissar kommissarin"""
    ),
    role_endings=("s", "n", "en", "es"),
    role_words=bag("der des die für von im ehemalige früherer stellvertretende"),
    titles=gendered(m="herr", f="frau", n="dr prof professor general"),
    particles=bag("von van der zu de la al el"),
    pronouns=gendered(m="er", f="sie", n="es man ich", p="wir"),
    organisations=bag(
        """ministerium außenministerium innenministerium regierung bundesregierung parlament
        bundestag ausschuss kommission rat gericht polizei armee bundeswehr agentur behörde büro
        partei gruppe union verband stiftung organisation unternehmen konzern bank universität
        institut ministeriums abteilung botschaft verwaltung bericht zeitung magazin netzwerk
        dienst staatsanwaltschaft gewerkschaft fraktion sender nachrichtenagentur feuerwehr verein
        bundesamt landesregierung stadtverwaltung studie erklärung mitteilung uno eu cdu spd csu
        fdp grünen linke"""
    ),
    parties=bag("partei"),
    links=bag("der des von vom für bei beim aus im in"),
    definite=bag("der die das den dem des"),
    indefinite=bag(
        "ein eine einer eines einem einen weitere andere mehrere viele einige zwei drei kein"
    ),
    lesser=bag(
        """ehemalige ehemaliger ehemaligen frühere früherer früheren stellvertretende
        stellvertretender stellvertretenden amtierende amtierender vize ex einstige einstiger"""
    ),
    local_roles=bag(
        """bürgermeister bürgermeisterin oberbürgermeister gouverneur
        gouverneurin botschafter botschafterin senator senatorin bewohner
        bewohnerin bischof erzbischof ministerpräsident ministerpräsidentin könig königin prinz"""
    ),
    portfolios=bag(
        """präsident präsidentin kanzler kanzlerin minister ministerin beauftragter beauftragte
        kommissar kommissarin senator"""
    ),
    elected=bag(
        """abgeordneter abgeordnete abgeordneten bürgermeister bürgermeisterin oberbürgermeister
        minister ministerin ministerpräsident ministerpräsidentin senator senatorin kandidat
        kandidatin kanzler kanzlerin innenminister innenministerin außenminister
        außenministerin kulturminister kulturministerin fraktionschef"""
    ),
    whereabouts=bag("in aus bei nahe"),
    feminine_endings=("in",),
    plural_endings=("nen", "innen"),
    ways=ways(
        behind="in im bei am auf auf_der einem einer ihrem seinem ihrer seiner dem der vor über",
        outlets="""radio fernsehen sender rundfunk zeitung tageszeitung wochenzeitung magazin
        nachrichtenagentur agentur blatt zeitschrift portal""",
        relays="berichtet berichtete meldet meldete zitiert zitierte",
        speech="rede ansprache predigt pressekonferenz vortrag",
        interview="interview gespräch",
        post="tweet post twitterte twittert facebook beitrag",
        statement="erklärung mitteilung pressemitteilung stellungnahme",
        letter="brief schreiben mail",
        report="bericht studie gutachten",
        court="gericht prozess verhandlung zeugenstand klage",
    ),
    sources=bag(
        """quellen quelle experten kritiker behörden augenzeugen anwohner medien
        forscher wissenschaftler beobachter beamte anwälte angehörige viele einige andere mann frau
        brief dokument medienberichten berichten angaben informationen betroffene"""
    ),
    numbers=Numbers(
        decimal=",",
        vague={
            "dutzende": 12,
            "dutzenden": 12,
            "hunderte": 100,
            "hunderten": 100,
            "tausende": 1e3,
            "tausenden": 1e3,
            "zehntausende": 1e4,
            "zehntausenden": 1e4,
            "hunderttausende": 1e5,
            "hunderttausenden": 1e5,
            "millionen": 1e6,
            "milliarden": 1e9,
        },
        several=bag("mehrere mehreren einige einigen"),
        ratios=bag("von"),
        clipped=bag("mio mrd tsd"),
        minus=bag("minus"),
        old=bag("alt"),
        per=bag("pro je"),
        per_any=bag("pro"),
        words=_WORDS,
        multipliers={
            "hundert": 100,
            "tausend": 1e3,
            "million": 1e6,
            "millionen": 1e6,
            "mio": 1e6,
            "tsd": 1e3,
            "milliarde": 1e9,
            "milliarden": 1e9,
            "mrd": 1e9,
            "billion": 1e12,
            "billionen": 1e12,
            "dutzend": 12,
        },
        fractions={
            "hälfte": 0.5,
            "drittel": 1 / 3,
            "viertel": 0.25,
            "halbe": 0.5,
            "fünftel": 0.2,
            "sechstel": 1 / 6,
            "achtel": 0.125,
            "zehntel": 0.1,
            "dreiviertel": 0.75,
        },
        alone=bag("hundert tausend"),
        articles=bag("ein eine einer einem einen die der"),
        between=bag("bis und"),
        openers=bag("zwischen"),
        joiners=bag("und"),
        of=bag("der von weitere weiteren"),
        clock=bag("uhr"),
        dating=bag("im seit ab bis von vor nach jahr jahre jahres anfang ende mitte sommer winter"),
        shy=bag("ein eine einen einem einer eins"),
        not_before=bag("kein noch"),
        aged=bag("alter"),
    ),
    units=valued(
        cent="cent",
        JPY="yen",
        CNY="yuan",
        PLN="zloty",
        UAH="griwna hrywnja",
        GEL="lari",
        decade="jahrzehnt jahrzehnte jahrzehnten",
        century="jahrhundert jahrhunderte jahrhunderten",
        millimetre="millimeter millimetern mm",
        mile="meile meilen",
        gram="gramm",
        milligram="milligramm",
        hundredweight="zentner",
        barrel="barrel fass",
        cubic_metre="kubikmeter kubikmetern",
        kilowatt="kilowatt",
        gigawatt="gigawatt",
        kilowatt_hour="kilowattstunde kilowattstunden",
        megawatt_hour="megawattstunde megawattstunden",
        gigawatt_hour="gigawattstunde gigawattstunden",
        terawatt_hour="terawattstunde terawattstunden",
        celsius="grad_celsius",
        horsepower="ps pferdestärken",
        USD="dollar us-dollar",
        EUR="euro",
        GBP="pfund",
        AMD="dram",
        AZN="manat",
        RUB="rubel",
        TRY="lira",
        CHF="franken",
        percent="prozent",
        percentage_point="prozentpunkte prozentpunkten prozentpunkt",
        year="jahr jahre jahren",
        year_of_age="jährige jähriger jährigen jährigem",
        month="monat monate monaten",
        week="woche wochen",
        day="tag tage tagen",
        hour="stunde stunden",
        minute="minute minuten",
        second="sekunde sekunden",
        kilometre="kilometer kilometern km",
        metre="meter metern m",
        centimetre="zentimeter zentimetern cm",
        square_metre="quadratmeter quadratmetern",
        square_kilometre="quadratkilometer quadratkilometern",
        hectare="hektar",
        kilogram="kilogramm kilo kg",
        ton="tonne tonnen",
        litre="liter litern",
        degree="grad",
        megawatt="megawatt",
        kilometre_per_hour="km/h stundenkilometer stundenkilometern",
    ),
    bounds=bounds(
        over="mehr_als über mindestens wenigstens nicht_weniger_als",
        under="weniger_als unter bis_zu nicht_mehr_als höchstens maximal",
        about="etwa rund ungefähr circa ca knapp fast gut zirka um_die nahezu",
    ),
    bounds_after=bounds(over="oder_mehr"),
    counted="capital",
    not_counted=bag("mal uhr"),
    months=numbered(
        """januar|jan|jänner februar|feb märz|mär april|apr mai juni|jun juli|jul august|aug
        september|sep|sept oktober|okt november|nov dezember|dez"""
    ),
    weekdays=numbered(
        "montag|montags dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag", 0
    ),
    negations=bag(
        """nicht kein keine keinen keiner keinem keines nie niemals niemand nichts ohne weder
        noch nirgends"""
    ),
    abbreviations=bag(
        """dr prof hr fr st str nr bzw z.b d.h u.a usw ca mio mrd vgl abs art s ggf inkl evtl
        jan feb apr jun jul aug sep sept okt nov dez geb gest jh bzgl sog z b d h u a o ä"""
    ),
    labels=bag(
        """artikel abschnitt kapitel seite seiten absatz paragraph stufe tabelle raum flug linie
        nummer nr resolution gesetz fall kategorie typ version band folge staffel bezirk boeing
        airbus platz rang gruppe klasse halle"""
    ),
    common=bag("der die und das in den von zu mit ist auf für nicht ein dem des im sich wurde"),
    examples=Examples(
        statements=(
            (
                "„Die Straße ist gesperrt“, sagte Ministerin Mara Ilves.",
                ("Die Straße ist gesperrt", "sagte", "Ministerin Mara Ilves", "Mara Ilves"),
            ),
            (
                "Bürgermeister Joren Pell erklärte, dass die Brücke im Mai öffne.",
                (
                    "dass die Brücke im Mai öffne",
                    "erklärte",
                    "Bürgermeister Joren Pell",
                    "Joren Pell",
                ),
            ),
            (
                "Die Ministerin Mara Ilves sagte am Montag, die Brücke sei seit März gesperrt.",
                (
                    "die Brücke sei seit März gesperrt",
                    "sagte",
                    "Die Ministerin Mara Ilves",
                    "Mara Ilves",
                ),
            ),
            (
                "Joren Pell forderte den Rat am Abend auf, die Straße zu öffnen.",
                ("die Straße zu öffnen", "forderte", "Joren Pell", "Joren Pell"),
            ),
            (
                "Die Straße sei gesperrt, so Ministerin Mara Ilves.",
                ("Die Straße sei gesperrt", "so", "Ministerin Mara Ilves", "Mara Ilves"),
            ),
            (
                "Der Plan, sagte Joren Pell, sei gescheitert.",
                ("Der Plan sei gescheitert", "sagte", "Joren Pell", "Joren Pell"),
            ),
            (
                "Wie Joren Pell am Montag mitteilte, wird die Brücke im Mai geöffnet.",
                ("wird die Brücke im Mai geöffnet", "mitteilte", "Joren Pell", "Joren Pell"),
            ),
            (
                "Nach Angaben der Polizei von Merin wurden zwölf Menschen verletzt.",
                (
                    "wurden zwölf Menschen verletzt",
                    "Nach Angaben",
                    "der Polizei von Merin",
                    "Polizei von Merin",
                ),
            ),
            (
                "Zwölf Menschen wurden laut Joren Pell verletzt.",
                ("Zwölf Menschen wurden verletzt", "laut", "Joren Pell", "Joren Pell"),
            ),
            (
                "Sprecher Joren Pell zufolge blieb die Schule leer.",
                ("blieb die Schule leer", "zufolge", "Sprecher Joren Pell", "Joren Pell"),
            ),
            (
                "In dem Bericht heißt es, die Brücke sei unsicher.",
                ("die Brücke sei unsicher", "heißt", "dem Bericht", ""),
            ),
            (
                "Mara Ilves wies den Vorwurf zurück. Sie habe die Straße nie gesperrt.",
                ("Sie habe die Straße nie gesperrt", "", "Mara Ilves", "Mara Ilves"),
            ),
            (
                "So heißt es in dem Bericht: „Die Brücke ist unsicher.“",
                ("Die Brücke ist unsicher.", "heißt", "dem Bericht", ""),
            ),
            (
                "Joren Pell sprach von einem „Angriff auf die Schule“.",
                ("Angriff auf die Schule", "sprach", "Joren Pell", "Joren Pell"),
            ),
        ),
        bounds=(
            ("Mindestens 40 Menschen flohen.", Bound.OVER),
            ("Höchstens 40 Menschen flohen.", Bound.UNDER),
        ),
        negations=(("Die Straße ist nicht gesperrt.", "nicht"),),
        dates=(
            ("Sie kam vor zwei Tagen.", ("2026-11-18", "2026-11-18")),
            ("Vom 5. bis 7. März 2024 war Markt.", ("2024-03-05", "2024-03-07")),
            ("Im Vorjahr war es still.", ("2025-01-01", "2025-12-31")),
        ),
        figures=(
            ("Mehrere hundert Häuser stehen leer.", (100.0, "")),
            ("Zwei Drittel der Wähler blieben fern.", (2 / 3, "")),
            ("Der Damm kostet 2,5 Mrd. Euro.", (2.5e9, "EUR")),
            ("Die 34-jährige Lehrerin ging.", (34.0, "year of age")),
            ("Mehr als 100.000 Menschen flohen.", (100000.0, "")),
            ("Das kostet 2,5 Millionen Euro.", (2500000.0, "EUR")),
            ("Fünfundzwanzig Prozent stimmten zu.", (25.0, "percent")),
        ),
        sentences=(("Dr. Pell kam am 3. März. Er ging bald.", 2),),
    ),
)
