"""Azerbaijani."""

from watchdesk.model import Bound
from watchdesk.text.languages.language import Examples, Frames, Language, Numbers
from watchdesk.text.languages.lists import (
    bag,
    bounds,
    cues,
    gendered,
    listed,
    numbered,
    valued,
)

_ONES = "sıfır bir iki üç dörd beş altı yeddi səkkiz doqquz"
_TENS = "on iyirmi otuz qırx əlli altmış yetmiş səksən doxsan"
_WORDS = {word: float(value) for value, word in enumerate(_ONES.split())}
_WORDS |= {word: 10.0 * place for place, word in enumerate(_TENS.split(), 1)}

AZ = Language(
    code="az",
    name="azərbaycanca",
    marks=(("“", "”"), ("„", "“"), ("«", "»"), ('"', '"')),
    cues=cues(
        say="""dedi deyib deyiblər dedilər deyir deyirlər söyləyib söylədi bildirib bildiriblər
        bildirdi bildirir bildirilir vurğulayıb vurğuladı qeyd_edib qeyd_etdi qeyd_ediblər
        açıqlayıb açıqladı əlavə_edib əlavə_etdi xatırladıb xatırlatdı danışıb danışdı
        məlumat_verib məlumat_verir cavab_verib cavab_verdi ifadə_edib şərh_edib izah_edib
        diqqətə_çatdırıb diqqət_çəkib təkrarlayıb açıqlama_verib deyilir elan_edib""",
        write="yazıb yazdı yazır paylaşıb",
        claim="iddia_edib iddia_edir iddia_etdi iddia_ediblər güman_edir",
        accuse="ittiham_edib ittiham_etdi qınayıb pisləyib tənqid_edib",
        deny="təkzib_edib təkzib_etdi rədd_edib inkar_edib",
        admit="etiraf_edib etiraf_etdi qəbul_edib",
        confirm="təsdiqləyib təsdiqlədi təsdiq_edib",
        find="müəyyən_edib üzə_çıxarıb göstərib",
        warn="xəbərdarlıq_edib xəbərdarlıq_etdi",
        ask="soruşub soruşdu çağırıb tələb_edib xahiş_edib çağırış_edib",
        promise="vəd_edib söz_verib hədələyib",
        call="adlandırıb adlandırdı",
        think="hesab_edir düşünür inanır ümid_edir ümidvardır",
    ),
    frames=Frames(
        that=bag("ki"),
        needy=bag(
            """çağırıb göstərib qəbul_edib danışıb danışdı paylaşıb tələb_edib müəyyən_edib
            rədd_edib tənqid_edib adlandırıb elan_edib xahiş_edib qınayıb pisləyib"""
        ),
        according_after=listed("görə sözlərinə_görə məlumatına_görə fikrincə"),
        auxiliaries=bag("deyə isə da də həmçinin belə"),
        addressee=bag("jurnalistlərə bizə"),
        stops=bag("və amma ancaq lakin çünki üçün ilə sonra əvvəl"),
        openers=bag("amma ancaq lakin və isə çünki"),
        joins=bag("və"),
        turns=bag("amma ancaq lakin"),
        appositions=bag("keçmiş sabiq"),
        verb_final=True,
    ),
    roles=bag(
        """prezident prezidenti baş nazir naziri katib katibi kansler qubernator mer meri başçı
        başçısı sədr sədri deputat deputatı millət vəkil vəkili spiker spikeri direktor
        direktoru rəhbər rəhbəri lider lideri müavin müavini müşavir müşaviri səfir səfiri
        konsul diplomat nümayəndə nümayəndəsi sözçü sözçüsü komissar komissarı ombudsman ekspert
        eksperti professor alim tarixçi iqtisadçı hüquqşünas prokuror prokuroru hakim general
        polkovnik kapitan komandir polis həkim tibb mühəndis memar arxeoloq müəllim tələbə
        jurnalist redaktor müxbir yazıçı müəllif şair fəal hüquq müdafiəçisi koordinator üzv
        üzvü namizəd yepiskop keşiş imam papa kral kraliça sakin sakini kəndli şahid şahidi ana
        anası ata atası qardaşı bacısı oğlu qızı qonşu qaçqın rəsmi rəsmisi əməkdaş əməkdaşı"""
    ),
    role_endings=("lar", "lər", "ın", "in", "nin", "nın"),
    role_words=bag("xarici daxili işlər keçmiş sabiq"),
    name_endings=("nın", "nin", "ın", "in", "un", "ün"),
    titles=gendered(m="cənab", f="xanım", n="dr prof doktor"),
    particles=bag("oğlu qızı"),
    pronouns=gendered(n="o mən özü", p="onlar biz"),
    organisations=bag(
        """nazirlik nazirliyi hökumət hökuməti parlament parlamenti komitə komitəsi komissiya
        komissiyası şura şurası məhkəmə məhkəməsi polisi ordu ordusu agentlik agentliyi partiya
        partiyası qrup qrupu birlik birliyi assosiasiya fond fondu təşkilat təşkilatı şirkət
        şirkəti bank bankı universitet universiteti institut institutu səfirlik səfirliyi qəzet
        qəzeti hesabat hesabatı prokurorluq prokurorluğu xidmət xidməti idarə idarəsi bmt mn dtx"""
    ),
    neutral=bag("o"),
    sources=bag("mənbə mənbələr ekspertlər rəsmilər şahidlər sakinlər jurnalistlər"),
    numbers=Numbers(
        decimal=",",
        vague={
            "onlarla": 10,
            "yüzlərlə": 100,
            "minlərlə": 1e3,
            "milyonlarla": 1e6,
            "milyardlarla": 1e9,
        },
        several=bag("neçə"),
        minus=bag("mənfi"),
        words=_WORDS,
        multipliers={
            "yüz": 100,
            "min": 1e3,
            "milyon": 1e6,
            "mln": 1e6,
            "milyard": 1e9,
            "mlrd": 1e9,
            "trilyon": 1e12,
        },
        fractions={"yarım": 0.5, "yarısı": 0.5},
        alone=bag("yüz min"),
        articles=bag("bir"),
        between=bag("ilə"),
        ordinals=bag("ci cı cu cü inci ıncı uncu üncü nci ncı də da dən dan lik lıq"),
        hours=bag("saat"),
        shy=bag("bir on"),
        not_before=bag("heç hər bu"),
    ),
    units=valued(
        GBP="funt_sterlinq",
        GEL="lari",
        CNY="yuan",
        cent="qəpik",
        gram="qram",
        millimetre="millimetr mm",
        mile="mil",
        barrel="barel",
        cubic_metre="kubmetr kub_metr",
        kilowatt="kilovat",
        gigawatt="qiqavat",
        kilowatt_hour="kilovat-saat kilovat_saat",
        century="əsr",
        USD="dollar dolları dollarlıq",
        EUR="avro",
        AMD="dram",
        AZN="manat manatlıq",
        RUB="rubl",
        TRY="lirə",
        percent="faiz faizi",
        year="il illik ildir",
        year_of_age="yaşlı yaşında",
        month="ay aylıq",
        week="həftə həftəlik",
        day="gün günlük",
        hour="saat saatlıq",
        minute="dəqiqə",
        second="saniyə",
        kilometre="kilometr km",
        metre="metr",
        centimetre="santimetr sm",
        square_metre="kvadratmetr",
        square_kilometre="kvadrat_kilometr",
        hectare="hektar",
        kilogram="kiloqram kq",
        ton="ton",
        litre="litr",
        degree="dərəcə",
        megawatt="meqavat",
    ),
    unit_endings=("dır", "dir", "dur", "dür", "a", "ə", "ı", "i", "ya", "nı"),
    bounds=bounds(
        over="ən_azı azı",
        under="ən_çox",
        about="təxminən təqribən",
    ),
    bounds_after=bounds(
        over="-_dən_çox -_dan_çox dən_çox dan_çox -_dən_artıq -_dan_artıq çox artıq",
        under="-_dən_az -_dan_az -_dək -_ədək",
        about="yaxın -_ə_yaxın -_a_yaxın",
    ),
    counted="next",
    modifier_endings=("lı", "li", "lu", "lü", "ki"),
    not_counted=bag("dəfə və ilə ildə nəfərdən"),
    months=numbered(
        """yanvar|yanvarın|yanvarda fevral|fevralın|fevralda mart|martın|martda
        aprel|aprelin|apreldə may|mayın|mayda iyun|iyunun|iyunda iyul|iyulun|iyulda
        avqust|avqustun|avqustda sentyabr|sentyabrın|sentyabrda oktyabr|oktyabrın|oktyabrda
        noyabr|noyabrın|noyabrda dekabr|dekabrın|dekabrda"""
    ),
    weekdays={
        "bazar ertəsi": 0,
        "çərşənbə axşamı": 1,
        "çərşənbə": 2,
        "cümə axşamı": 3,
        "cümə": 4,
        "şənbə": 5,
        "bazar": 6,
    },
    negations=bag("deyil yox yoxdur heç heç_kim əsla nə xeyr olmayıb etməyib"),
    abbreviations=bag("dr prof və_s s st bax məs"),
    labels=bag("maddə maddəsi səhifə nömrə saylı nömrəli qətnamə qanun bənd"),
    common=bag("və bir bu da də üçün ilə olan ki daha edib deyib görə isə olub edilib"),
    inflects=True,
    examples=Examples(
        statements=(
            (
                "“Yol bağlıdır”, - deyə nazir Ayla Oke bildirib.",
                ("Yol bağlıdır", "bildirib", "nazir Ayla Oke", "Ayla Oke"),
            ),
            (
                "Mer Can Pell deyib ki, körpü mayda açılacaq.",
                ("ki, körpü mayda açılacaq", "deyib", "Mer Can Pell", "Can Pell"),
            ),
            (
                "Nazir Ayla Oke “Yol bağlıdır” dedi.",
                ("Yol bağlıdır", "dedi", "Nazir Ayla Oke", "Ayla Oke"),
            ),
            (
                "“Yol bağlıdır”, - nazir Ayla Oke deyib.",
                ("Yol bağlıdır", "deyib", "nazir Ayla Oke", "Ayla Oke"),
            ),
            (
                "Canan Pell körpünün mayda açılacağını bildirdi.",
                ("körpünün mayda açılacağını", "bildirdi", "Canan Pell", "Canan Pell"),
            ),
            (
                "Nazirliyin məlumatına görə, on iki şöbə bağlanıb.",
                ("on iki şöbə bağlanıb", "məlumatına görə", "Nazirliyin", ""),
            ),
            (
                "Canan Pell: “Körpü mayda açılacaq.”",
                ("Körpü mayda açılacaq.", ":", "Canan Pell", "Canan Pell"),
            ),
        ),
        bounds=(
            ("Ən azı 40 nəfər qaçdı.", Bound.OVER),
            ("Təxminən 40 nəfər qaçdı.", Bound.ABOUT),
        ),
        negations=(("Yol bağlı deyil.", "deyil"),),
        dates=(
            ("O, iki gün əvvəl gəlib.", ("2026-11-18", "2026-11-18")),
            ("Keçən bazar ertəsi getdi.", ("2026-11-16", "2026-11-16")),
        ),
        figures=(
            ("Minlərlə insan qaçıb.", (1000.0, "")),
            ("Qiymətlər 12 faiz artıb.", (12.0, "percent")),
            ("Ən azı 100.000 nəfər qaçıb.", (100000.0, "")),
            ("Qiyməti 2,5 milyon manatdır.", (2500000.0, "AZN")),
            ("İyirmi beş nəfər ölüb.", (25.0, "")),
        ),
        sentences=(("Dr. Pell gəldi. Sonra getdi.", 2),),
    ),
)
