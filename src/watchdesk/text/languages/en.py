"""English."""

from watchdesk.model import Bound
from watchdesk.text.languages.en_numbers import BOUNDS, BOUNDS_AFTER, NUMBERS, UNITS
from watchdesk.text.languages.en_verbs import BARE, COMPLEMENTS, GERUNDS
from watchdesk.text.languages.language import Examples, Frames, Language
from watchdesk.text.languages.lists import bag, cues, gendered, listed, numbered, ways

_CUES = cues(
    say="""said says say saying told tells telling added adds adding stated states stating
    stressed stresses noted notes noting remarked remarks explained explains explaining
    commented comments continued continues concluded concludes recalled recalls replied replies
    responded responds answered answers retorted declared declares declaring announced announces
    announcing emphasized emphasised emphasizes emphasises underlined underlines underscored
    underscores reiterated reiterates repeated repeats observed observes went_on_to_say
    goes_on_to_say pointed_out points_out pointing_out mentioned mentions joked quipped
    exclaimed shouted tweeted tweets posted testified testifies elaborated opined recounted
    recounts cautioned_that summarized summarised briefed reports reported reporting describes
    described insisted insists insisting countered counters quoted_as_saying lamented laments
    outlined informed informs interjected chimed_in went_on specified clarified clarifies
    as_saying""",
    write="wrote writes writing has_written wrote_in published",
    claim="""claimed claims claiming argued argues arguing asserted asserts asserting alleged
    alleges alleging contended contends maintained maintains maintaining suggested suggests
    suggesting boasted charged implied implies purported theorized speculated speculates""",
    accuse="accused accuses accusing blamed blames denounced denounces condemned condemns decried",
    deny="""denied denies denying rejected rejects rejecting dismissed dismisses disputed
    disputes refuted refutes rebutted""",
    admit="admitted admits admitting conceded concedes conceding acknowledged acknowledges",
    confirm="""confirmed confirms confirming affirmed affirms verified verifies attested
    reaffirmed agreed agrees""",
    find="""found finds showed shows revealed reveals revealing learned concluded_that
    established disclosed discloses determined uncovered discovered indicated indicates
    indicating estimated estimates""",
    warn="warned warns warning cautioned cautions predicted predicts predicting forecast",
    ask="""asked asks asking urged urges urging demanded demands demanding called_on calls_on
    appealed wondered wonders inquired questioned requested called_for calls_for recommended
    advised advises""",
    promise="promised promises promising vowed vows pledged pledges pledging guaranteed threatened",
    call="called calls calling dubbed labelled labeled",
    think="""believes believed believe believing thinks thought think hopes hoped hope feels
    felt fears feared expects expected knows knew worries worried doubts doubted
            considers""",
)
EN = Language(
    code="en",
    name="English",
    marks=(("“", "”"), ("‘", "’"), ('"', '"')),
    cues=_CUES,
    frames=Frames(
        that=bag("that whether"),
        bare=bag(
            """said says say told tells claimed claims argued argues insisted insists suggested
            believes believed think thinks thought hopes warned estimated estimates added adds
            as_saying
            announced contends contended alleges alleged asserted acknowledged admitted conceded
            denied stated wrote noted saying vowed vows pledged pledges promised promises
            threatened urged urges predicted predicts expects hopes called_for calls_for
            called_on calls_on confirmed revealed says_that noting adding arguing claiming"""
        )
        | BARE,
        needy=bag(
            """states claims calls reports demands notes comments answers counters charges finds
            shows found showed warning posted published continued continues repeated charged
            forecast estimates hopes fears thought established learned determined discovered
            specified called maintained maintains responded outlined knows knew reporting
            calling doubted considers"""
        ),
        according=listed("according_to in_the_words_of as_per in_the_view_of"),
        auxiliaries=bag(
            """has have had is are was were also later then has_also further repeatedly
            would will could may might did does do not never recently previously once today
            yesterday reportedly simply just publicly again only still often later_also
            be been being am remain remains remained became seem seems seemed appear appears
            appeared should must shall can cannot isn't aren't wasn't weren't hasn't haven't
            hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't always soon even
            now long ever already so very quite"""
        ),
        addressee=bag(
            """reporters journalists me us them him her you lawmakers parliament congress
            viewers supporters delegates members"""
        ),
        stops=bag(
            """said says which that when while where after before because as but and if since
            although though during following in on at to by with about adding noting via"""
        ),
        openers=bag("but and so yet still however meanwhile then though although while as when"),
        refuse=bag(
            """to the a an this these those his her their its my your our any no of in for on
            with by such some 's not never as from into about"""
        ),
        turns=bag("although though but while whereas despite compared"),
        moments=bag("this last today yesterday earlier late early recently week month year later"),
        appositions=bag("the a an who one whose his her its their formerly former then"),
        inverts=False,
        likes=bag("as"),
        joins=bag("and"),
        adverb_endings=("ly",),
        participle_endings=("ing", "ed"),
        also=bag(
            """adding saying noting stating stressing explaining arguing claiming insisting
            suggesting asserting declaring announcing conceding confirming warning urging
            telling writing tweeting pointing_out citing"""
        )
        | GERUNDS,
        complements=COMPLEMENTS,
    ),
    roles=bag(
        """president vice-president premier minister secretary chancellor governor mayor senator
        congressman congresswoman representative deputy lawmaker parliamentarian speaker chair
        chairman chairwoman chairperson director director-general head chief leader co-leader
        founder co-founder commissioner ombudsman ombudswoman ombudsperson rapporteur ambassador
        envoy consul diplomat spokesman spokeswoman spokesperson adviser advisor analyst expert
        professor lecturer researcher scholar historian economist scientist lawyer attorney
        solicitor barrister prosecutor judge magistrate notary officer general colonel major
        captain lieutenant sergeant commander admiral marshal police detective inspector sheriff
        doctor physician surgeon nurse engineer architect archaeologist curator teacher
        principal rector dean student journalist reporter editor correspondent columnist author
        writer poet artist activist campaigner organiser organizer coordinator member councillor
        councilman councilwoman alderman delegate candidate nominee strategist pollster bishop
        archbishop priest imam rabbi pastor patriarch pope catholicos king queen prince princess
        sheikh resident villager farmer witness survivor victim relative mother father brother
        justice counsel consultant staffer fellow
        sister son daughter wife husband widow neighbour neighbor refugee worker manager
        executive ceo president-elect undersecretary under-secretary treasurer trustee warden
        official aide volunteer veteran soldier pilot driver owner trader merchant shepherd
        miner fisherman custodian archivist librarian conservator"""
    ),
    role_endings=("s",),
    role_words=bag("of for former deputy acting prime foreign interior vice chief senior"),
    name_endings=("'s", "'"),
    name_suffixes=("|'s", "s|'"),
    titles=gendered(
        m="""mr mister sir lord baron brother father spokesman chairman congressman councilman
        policeman alderman businessman king prince""",
        f="""mrs ms miss madam lady dame sister mother spokeswoman chairwoman congresswoman
        councilwoman policewoman businesswoman queen princess""",
        n="""dr doctor prof professor sen senator rep representative gov governor gen general
        col colonel capt captain lt sgt rev reverend hon president minister judge justice
        ambassador secretary mayor chancellor bishop archbishop pope councillor commissioner
        sheriff officer detective premier""",
    ),
    particles=bag("de van von der den la le du di da al el bin ibn ben st"),
    pronouns=gendered(m="he", f="she", n="it i we", p="they"),
    organisations=bag(
        """ministry government parliament committee commission council court police army agency
        office party group union association foundation organisation organization company bank
        university institute department embassy administration campaign association report
        newspaper network service authority authorities team federation statement study survey
        poll spokesperson watch international times post news journal"""
    ),
    parties=bag("party"),
    links=bag("of for at with from in"),
    definite=bag("the"),
    indefinite=bag(
        """a an another one some two three several many few most other others no every each any
        neither either all both"""
    ),
    lesser=bag(
        """former formerly deputy acting vice assistant outgoing interim ex associate junior then"""
    ),
    local_roles=bag(
        """mayor governor premier ambassador senator representative
        congressman congresswoman councillor sheriff resident villager villagers bishop
        archbishop patriarch warden king queen prince princess"""
    ),
    portfolios=bag(
        "president chancellor minister secretary commissioner undersecretary under-secretary"
    ),
    elected=bag(
        """senator sen representative rep congressman congresswoman member lawmaker deputy
        governor gov mayor minister councillor candidate delegate leader premier"""
    ),
    whereabouts=bag("in at near across around outside inside"),
    feminine_endings=(),
    relatives=bag(
        "who whose whom which that where when while now whereas during after since until"
    ),
    plural_endings=("s",),
    things=bag("it"),
    ways=ways(
        behind="in on during at via through by with",
        outlets="""radio television tv newspaper daily weekly magazine agency newswire wire
        broadcaster channel station website outlet podcast news times post herald gazette tribune
        journal chronicle""",
        relays="cited citing cites reported reports reporting",
        quoting="quoted quoting quotes",
        speech="""speech address sermon remarks lecture rally briefing conference press_conference
        news_conference""",
        interview="interview interviews conversation phone-in",
        post="tweet tweets post posts tweeted tweets tweeting thread facebook instagram telegram",
        statement="statement communiqué communique press_release release",
        letter="letter email e-mail memo note",
        report="report paper study survey",
        court="court testimony trial hearing testified testifies affidavit filing lawsuit",
    ),
    sources=bag(
        """source sources officials experts critics supporters opponents witnesses aides people
        man woman men women residents analysts observers scientists researchers voters lawmakers
        authorities families leaders many some others another both most several few girl boy
        student students article letter memo document documents book author story piece ad
        lawsuit complaint indictment filing data figures research message headline sign signs
        banner banners poster posters caption note email e-mail tweet leaflet inscription
        everyone nobody someone who"""
    ),
    numbers=NUMBERS,
    units=UNITS,
    bounds=BOUNDS,
    bounds_after=BOUNDS_AFTER,
    counted="plural",
    plurals=bag(
        """people men women children police teeth feet mice geese sheep staff livestock cattle
        fishermen policemen policewomen servicemen servicewomen gunmen militiamen firemen
        congressmen businessmen businesswomen clergymen tribesmen salesmen spokesmen airmen seamen
        countrymen grandchildren schoolchildren aircraft warships species series data media
        criteria bacteria dead wounded injured missing others personnel troops oxen"""
    ),
    not_counted=bag(
        """is was has this us its his as plus minus yes perhaps always besides towards
        afterwards news does goes versus vs thus says gets makes takes comes
        of into onto over under above below behind beside between among against near inside
        outside within without across along around toward through throughout upon off out up
        down per than or nor for from until till per the a an any each every all both he she
        they we it i you him her them who whom whose what how why not so such be been being
        am are were do did had would could should can may might must shall will"""
    ),
    months=numbered(
        """january|jan february|feb march|mar april|apr may june|jun july|jul august|aug
        september|sept|sep october|oct november|nov december|dec"""
    ),
    weekdays=numbered(
        """monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thurs friday|fri saturday|sat
        sunday|sun""",
        0,
    ),
    negations=bag(
        """not no never none nobody nothing neither nor without cannot can't won't don't doesn't
        didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't"""
    ),
    abbreviations=bag(
        """mr mrs ms dr prof sen rep gov gen col capt lt sgt rev hon st jr sr inc ltd co corp no
        vs etc e.g i.e u.s u.k u.n a.m p.m jan feb mar apr jun jul aug sept sep oct nov dec dept
        est fig vol pp art sec messrs mt ft ave approx maj brig adm cmdr supt pres min res h.r
        h.res s.res h.con.res s.con.res h.j.res s.j.res pub pub.l p.l"""
    ),
    labels=bag(
        """article section chapter page pages paragraph part phase level figure table room
        flight bus route highway gate no number issue resolution bill law act case protocol
        grade category type version volume episode season week day group unit line district ward
        channel season area stage round world war title order decree directive"""
    ),
    common=bag("the of and to in that is was for on with as by at from said are has"),
    examples=Examples(
        statements=(
            (
                "“The road is closed,” said Mara Ilves, chair of the committee.",
                ("The road is closed,", "said", "Mara Ilves, chair of the committee", "Mara Ilves"),
            ),
            (
                "Minister Joren Pell told reporters that the bridge would reopen in May.",
                (
                    "that the bridge would reopen in May",
                    "told",
                    "Minister Joren Pell",
                    "Joren Pell",
                ),
            ),
            (
                "According to the Ministry of Health, twelve wards were closed.",
                (
                    "twelve wards were closed",
                    "According to",
                    "the Ministry of Health",
                    "Ministry of Health",
                ),
            ),
        ),
        bounds=(
            ("At least 40 people fled.", Bound.OVER),
            ("Nearly 40 people fled.", Bound.ABOUT),
        ),
        negations=(("The road is not closed.", "not"),),
        dates=(
            ("It closed two days ago.", ("2026-11-18", "2026-11-18")),
            ("Talks from 5 to 7 March 2024 failed.", ("2024-03-05", "2024-03-07")),
            ("The mill stood idle in the 1990s.", ("1990-01-01", "1999-12-31")),
            ("He left on Monday last week.", ("2026-11-09", "2026-11-09")),
        ),
        figures=(
            ("Tens of thousands of people left.", (10_000.0, "")),
            ("The pump fills 40 litres a minute.", (40.0, "litre per minute")),
            ("One in five wells is dry.", (0.2, "")),
            ("More than 100,000 people fled.", (100000.0, "")),
            ("It cost $2.5 million.", (2500000.0, "USD")),
            ("Twenty-five per cent agreed.", (25.0, "percent")),
            ("He was held for 412 days.", (412.0, "day")),
        ),
        sentences=(
            ("Mr. Pell met Sen. Oke at 9 a.m. on Friday. He left.", 2),
            ("“Stay. Do not go,” she said. It rained.", 2),
        ),
    ),
)
