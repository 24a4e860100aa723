"""Czech."""

from watchdesk.model import Bound
from watchdesk.text.languages.language import Complements, Examples, Frames, Language, Numbers
from watchdesk.text.languages.lists import (
    bag,
    bounds,
    cues,
    gendered,
    listed,
    numbered,
    valued,
)


def _past(stems: str) -> str:
    """The past forms of verbs given without their ending: řek → řekl řekla řekli řekly řeklo."""
    return " ".join(
        f"{stem}{end}" for stem in stems.split() for end in ("l", "la", "li", "ly", "lo")
    )


_ONES = """nula jeden|jedna|jedno dva|dvě|dvou tři|tří čtyři|čtyř pět|pěti šest|šesti sedm|sedmi
osm|osmi devět|devíti deset|deseti jedenáct dvanáct|dvanácti třináct čtrnáct patnáct|patnácti
šestnáct sedmnáct osmnáct devatenáct"""
_TENS = """dvacet|dvaceti třicet|třiceti čtyřicet padesát|padesáti šedesát sedmdesát osmdesát
devadesát"""
_WORDS = {
    form: float(place) for place, forms in enumerate(_ONES.split()) for form in forms.split("|")
} | {
    form: 10.0 * place for place, forms in enumerate(_TENS.split(), 2) for form in forms.split("|")
}

CS = Language(
    code="cs",
    name="čeština",
    marks=(("„", "“"), ("‚", "‘"), ("»", "«"), ('"', '"')),
    cues=cues(
        say=_past(
            """řek uved sděli prohlási doda poznamena podotk vysvětli upřesni popsa zdůrazni
            připomně připomně odpovědě oznámi informova konstatova shrnu komentova okomentova
            pokračova zopakova vyjádři vylíči reagova zmíni naznači vzkáza doplni líči vypověde
            vypravova zareagova mín glosova"""
        )
        + """ říká říkají uvádí uvádějí sděluje dodává dodávají vysvětluje vysvětlují popisuje
        zdůrazňuje připomíná odpovídá oznamuje konstatuje míní podotýká pokračuje vypráví tvrdívá
        poznamenává informuje informují řekne zní""",
        write=_past("napsa zveřejni tweetova publikova") + " píše píší",
        claim=_past("tvrdi argumentova usoudi odhadova odhad předpokláda soudi")
        + " tvrdí soudí argumentuje předpokládá odhaduje odhadují",
        accuse=_past("obvini kritizova odsoudi zkritizova vyčet") + " obviňuje kritizuje odsuzuje",
        deny=_past("popře odmít vyvráti poprela zpochybni") + " popírá odmítá odmítají",
        admit=_past("přizna připusti uzna") + " přiznává připouští",
        confirm=_past("potvrdi ujisti") + " potvrzuje potvrzují",
        find=_past("zjisti ukáza odhali dospě vyplynu") + " vyplývá ukazuje",
        warn=_past("varova upozorni") + " varuje varují upozorňuje upozorňují",
        ask=_past("požáda vyzva zepta dotáza žáda požadova navrh doporuči")
        + " žádá žádají vyzývá požaduje ptá",
        promise=_past("slíbi přislíbi hrozi zaváza") + " slibuje slibují hrozí",
        call=_past("nazva označi přirovna") + " označuje nazývá",
        think=_past("mysle domníva věři doufa obáva očekáva považova")
        + " myslí domnívá věří doufá obává očekává považuje",
    ),
    frames=Frames(
        that=bag("že aby zda jestli"),
        needy=bag(
            _past("ukáza dospě vyplynu mysle považova nazva označi přirovna žáda požadova hrozi")
            + _past(" odmít odhad uzna navrh vyčet odsoudi zveřejni shrnu zmíni pokračova reagova")
            + """ zní ukazuje považuje označuje nazývá žádá žádají hrozí odmítá odmítají myslí
            doufá očekává odpovídá popisuje mín pokračuje kritizuje odsuzuje"""
        ),
        according=listed(
            "podle podle_slov podle_údajů podle_informací podle_názoru dle dle_slov slovy"
        ),
        auxiliaries=bag("se si to mu jí jim také rovněž dále již už včera dnes později navíc však"),
        addressee=bag("novinářům nám mu jí jim čtk deníku serveru agentuře poslancům"),
        stops=bag(
            """v ve na po při před když který která které kteří kde o pro z ze k ke s se ale a
            však že aby včera dnes dříve během mezi je jsou byl byla bylo byli byly bude budou
            má mají
            měl měla se si"""
        ),
        openers=bag("ale a však proto jak také když i přitom ovšem"),
        turns=bag("ale však přestože ačkoli"),
        moments=bag("dnes včera dříve později"),
        likes=bag("jak"),
        joins=bag("a"),
        refuse=bag("ne"),
        appositions=bag("který která jeho její bývalý bývalá"),
        complements=Complements(
            infinitive_endings=("at", "it", "et", "ět", "out", "ovat", "ést", "ít", "ýt", "át"),
            infinitives=bag(
                """slíbil slíbila slíbili slibuje plánuje plánují navrhl navrhla navrhli odmítl
                odmítla odmítli hrozil hrozí doporučil doporučila"""
            ),
        ),
        impersonal=bag("uvedli sdělili informovali oznámili řekli potvrdili dodali stojí píše"),
        inside=bag("v ve na"),
    ),
    roles=bag(
        """prezident prezidentka premiér premiérka ministr ministryně náměstek náměstkyně
        tajemník tajemnice kancléř hejtman hejtmanka starosta starostka primátor primátorka
        senátor senátorka poslanec poslankyně zastupitel zastupitelka předseda předsedkyně
        místopředseda místopředsedkyně ředitel ředitelka šéf šéfka zakladatel zakladatelka
        zmocněnec zmocněnkyně ombudsman ombudsmanka zpravodaj zpravodajka velvyslanec velvyslankyně
        konzul diplomat mluvčí poradce poradkyně analytik analytička expert expertka odborník
        odbornice profesor profesorka vědec vědkyně historik historička ekonom ekonomka advokát
        advokátka právník právnička žalobce žalobkyně soudce soudkyně generál plukovník kapitán
        velitel policista policistka vyšetřovatel lékař lékařka sestra inženýr architekt
        architektka archeolog archeoložka učitel učitelka student studentka novinář novinářka
        redaktor redaktorka zpravodajka spisovatel spisovatelka autor autorka básník aktivista
        aktivistka koordinátor člen členka kandidát kandidátka biskup arcibiskup kněz imám
        patriarcha papež král královna princ obyvatel obyvatelka farmář svědek svědkyně oběť
        matka otec bratr
        syn dcera manžel manželka vdova soused sousedka uprchlík uprchlice majitel majitelka
        dobrovolník dobrovolnice"""
    ),
    role_endings=("a", "e", "i", "ovi", "em", "ů", "u", "y", "ou", "ky", "ce"),
    role_words=bag("zahraničí vnitra obrany bývalý bývalá"),
    name_endings=("ové", "ovou", "ovi", "ého", "ému", "em", "a", "u", "ou", "y", "e"),
    titles=gendered(m="pan", f="paní", n="dr prof mgr ing judr mudr doc"),
    particles=bag("de van von"),
    pronouns=gendered(m="on", f="ona", n="já", p="oni my"),
    organisations=bag(
        """ministerstvo ministerstva vláda vlády parlament parlamentu sněmovna sněmovny senát výbor
        výboru komise rada rady soud soudu policie armáda armády agentura agentury úřad úřadu strana
        strany skupina svaz svazu asociace nadace organizace společnost společnosti firma firmy
        banka banky univerzita univerzity institut institutu velvyslanectví správa správy magistrát
        magistrátu zpráva zprávy deník deníku server serveru televize rozhlas hnutí zastupitelství
        osn nato eu obse"""
    ),
    sources=bag(
        """zdroj zdroje zdrojů experti expertů odborníci odborníků svědci svědků úřady úřadů
        obyvatelé obyvatel média médií vědci vědců lékaři lékařů mnozí někteří muž žena
        dokument kritici"""
    ),
    inflects=True,
    numbers=Numbers(
        decimal=",",
        words=_WORDS,
        multipliers={
            "sto": 100,
            "tisíc": 1e3,
            "tisíce": 1e3,
            "milion": 1e6,
            "milionu": 1e6,
            "miliony": 1e6,
            "milionů": 1e6,
            "mil": 1e6,
            "miliarda": 1e9,
            "miliardy": 1e9,
            "miliard": 1e9,
            "mld": 1e9,
        },
        fractions={"polovina": 0.5, "třetina": 1 / 3, "čtvrtina": 0.25},
        alone=bag("sto tisíc milion miliarda polovina"),
        between=bag("až do"),
        openers=bag("mezi od"),
        ratios=bag("z ze"),
        clock=bag("hodin"),
        dating=bag("v od do roku roce"),
        shy=bag("jeden jedna jedno"),
        not_before=bag("ani žádný ještě"),
    ),
    units=valued(
        CZK="koruna koruny korun kč",
        USD="dolar dolary dolarů",
        EUR="euro eura eur",
        GBP="liber",
        AMD="dramů",
        RUB="rubl rublů",
        percent="procento procenta procent",
        year="rok roky let roků",
        month="měsíc měsíce měsíců",
        week="týden týdny týdnů",
        day="den dny dnů dní",
        hour="hodina hodiny hodin",
        minute="minuta minuty minut",
        kilometre="kilometr kilometry kilometrů km",
        metre="metr metry metrů m",
        square_metre="metrů_čtverečních",
        hectare="hektar hektary hektarů",
        kilogram="kilogram kilogramy kilogramů kg",
        ton="tuna tuny tun",
        litre="litr litry litrů",
        degree="stupeň stupně stupňů",
    ),
    bounds=bounds(
        over="více_než přes nejméně alespoň minimálně nad",
        under="méně_než nejvýše maximálně pod až",
        about="asi zhruba přibližně kolem okolo téměř skoro",
    ),
    counted="next",
    modifier_endings=("ých", "ích", "ý", "á", "é", "í"),
    not_counted=bag("krát a nebo z v na je jsou bylo byl"),
    months=numbered(
        """ledna|leden|lednu února|únor|únoru března|březen|březnu dubna|duben|dubnu
        května|květen|květnu června|červen|červnu července|červenec|červenci srpna|srpen|srpnu
        září října|říjen|říjnu listopadu|listopad prosince|prosinec|prosinci"""
    ),
    weekdays=numbered(
        """pondělí úterý středa|středu|středy čtvrtek|čtvrtka pátek|pátku|pátek
        sobota|sobotu|soboty neděle|neděli""",
        0,
    ),
    negations=bag(
        """ne není nejsou nebyl nebyla nebylo nebyli nemá nemají nikdy nikdo nic žádný žádná žádné
        bez nelze nebude nebudou nechce nemůže nesmí ani"""
    ),
    abbreviations=bag(
        """dr prof doc mgr ing judr mudr č str např tzv tj atd ul nám sv mj cca tis mil"""
    ),
    labels=bag("článek paragraf strana číslo zákon linka třída rezoluce bod kapitola typ verze"),
    common=bag("se že je na v do pro jako ale podle který která jsou bylo byl při aby už také"),
    examples=Examples(
        statements=(
            (
                "„Silnice je uzavřená,“ řekla ministryně Mara Ilvesová.",
                ("Silnice je uzavřená,", "řekla", "ministryně Mara Ilvesová", "Mara Ilvesová"),
            ),
            (
                "Starosta Joren Pell řekl, že most se otevře v květnu.",
                ("že most se otevře v květnu", "řekl", "Starosta Joren Pell", "Joren Pell"),
            ),
            (
                "Podle ministerstva zdravotnictví bylo uzavřeno dvanáct oddělení.",
                ("bylo uzavřeno dvanáct oddělení", "Podle", "ministerstva zdravotnictví", ""),
            ),
            (
                "Most se otevře v květnu, oznámil Joren Pell.",
                ("Most se otevře v květnu", "oznámil", "Joren Pell", "Joren Pell"),
            ),
            (
                "Jak uvedl Joren Pell, most se otevře v květnu.",
                ("most se otevře v květnu", "uvedl", "Joren Pell", "Joren Pell"),
            ),
            (
                "Joren Pell: „Most se otevře v květnu.“",
                ("Most se otevře v květnu.", ":", "Joren Pell", "Joren Pell"),
            ),
            (
                "Joren Pell slíbil otevřít most v květnu.",
                ("otevřít most v květnu", "slíbil", "Joren Pell", "Joren Pell"),
            ),
        ),
        figures=(
            ("Uprchlo více než 100 000 lidí.", (100000.0, "")),
            ("Stojí to 2,5 milionu eur.", (2500000.0, "EUR")),
            ("Pro bylo dvacet pět procent.", (25.0, "percent")),
        ),
        dates=(("Přišel 3. března 2026.", ("2026-03-03", "2026-03-03")),),
        bounds=(("Uprchlo nejméně 40 lidí.", Bound.OVER),),
        negations=(("Silnice není uzavřena.", "není"),),
        sentences=(("Dr. Pell přišel 3. března. Brzy odešel.", 2),),
    ),
)
