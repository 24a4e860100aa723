"""Turkish."""

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

_ONES = "sıfır bir iki üç dört beş altı yedi sekiz dokuz"
_TENS = "on yirmi otuz kırk elli altmış yetmiş seksen doksan"
_WORDS = {word: float(value) for value, word in enumerate(_ONES.split())}
_WORDS |= {word: 10.0 * place for place, word in enumerate(_TENS.split(), 1)}
_WORDS |= {
    ten + one: 10.0 * tens + ones
    for tens, ten in enumerate(_TENS.split(), 1)
    for ones, one in enumerate(_ONES.split())
    if ones
}

TR = Language(
    code="tr",
    name="Türkçe",
    marks=(("“", "”"), ("‘", "’"), ('"', '"'), ("«", "»")),
    cues=cues(
        say="""dedi dediler diyor diyorlar demişti söyledi söylediler söylüyor belirtti
        belirttiler belirtiyor açıkladı açıkladılar açıklıyor aktardı aktardılar aktarıyor
        anlattı anlatıyor kaydetti kaydettiler vurguladı vurguladılar vurguluyor ekledi
        eklediler ekliyor bildirdi bildirdiler bildiriyor duyurdu duyurdular konuştu yanıtladı
        cevapladı hatırlattı ifade_etti ifade_ettiler ifadelerini_kullandı ifadesini_kullandı
        dile_getirdi değerlendirdi sözlerini_kullandı işaret_etti dikkat_çekti şöyle_konuştu
        tekrarladı diye_konuştu diye_yanıtladı altını_çizdi söylemişti belirtmişti açıklamıştı
        dedim""",
        write="yazdı yazdılar yazıyor paylaştı",
        claim="iddia_etti iddia_ettiler savundu savundular öne_sürdü ileri_sürdü iddia_ediyor",
        accuse="suçladı suçladılar kınadı kınadılar eleştirdi eleştirdiler",
        deny="yalanladı yalanladılar reddetti reddettiler inkâr_etti inkar_etti",
        admit="kabul_etti itiraf_etti kabul_ettiler",
        confirm="doğruladı doğruladılar teyit_etti onayladı",
        find="tespit_etti ortaya_koydu gösterdi",
        warn="uyardı uyardılar uyarısında_bulundu",
        ask="sordu istedi istediler çağrısında_bulundu çağrı_yaptı talep_etti",
        promise="söz_verdi vaat_etti tehdit_etti",
        call="nitelendirdi nitelendirdiler tanımladı",
        think="düşünüyor inanıyor umuyor bekliyor",
    ),
    frames=Frames(
        that=bag("ki"),
        needy=bag(
            """istedi istediler gösterdi kabul_etti konuştu paylaştı onayladı bekliyor tanımladı
            eleştirdi kınadı suçladı tehdit_etti sordu yazdı tespit_etti değerlendirdi reddetti
            umuyor kabul_ettiler talep_etti"""
        ),
        according_after=listed("göre"),
        auxiliaries=bag("diyen ise da de ayrıca şöyle diye şunları bunun üzerine"),
        addressee=bag("gazetecilere bize"),
        stops=bag("ve ama ancak fakat çünkü için ile sonra önce"),
        openers=bag("ama ancak fakat ve ise öte ayrıca çünkü"),
        joins=bag("ve"),
        turns=bag("ama ancak fakat"),
        appositions=bag("eski"),
        verb_final=True,
    ),
    roles=bag(
        """cumhurbaşkanı başbakan bakan bakanı başkan başkanı başkanvekili milletvekili vekil
        vali valisi sekreter sekreteri müdür müdürü genel lider lideri sözcü sözcüsü danışman
        danışmanı büyükelçi büyükelçisi konsolos diplomat temsilci temsilcisi komiser komiseri
        raportör uzman uzmanı profesör araştırmacı tarihçi ekonomist avukat avukatı savcı
        savcısı hâkim hakim yargıç general albay yüzbaşı komutan komutanı polis doktor hemşire
        mühendis mimar arkeolog öğretmen öğrenci gazeteci editör muhabir yazar şair aktivist
        koordinatör üye üyesi aday adayı piskopos başpiskopos rahip imam patrik papa kral
        kraliçe prens prenses sakin sakini köylü çiftçi tanık görgü kurban anne annesi baba
        babası kardeş kardeşi oğlu kızı eşi komşu mülteci yetkili yetkilisi görevli görevlisi
        muhtar muhtarı kurucu kurucusu eşbaşkan eşbaşkanı"""
    ),
    role_endings=("lar", "ler", "ın", "in", "un", "ün", "nın", "nin"),
    role_words=bag("eski dış içişleri dışişleri yardımcısı"),
    name_endings=("'nın", "'nin", "'ın", "'in", "'un", "'ün", "'nun", "'nün", "'a", "'e"),
    name_suffixes=listed(
        "|'nın |'nin |'ın |'in |'un |'ün |'nun |'nün |'ya |'ye |'a |'e |'dan |'den |'ı |'i |'u |'ü"
    ),
    titles=gendered(m="bay bey", f="bayan hanım", n="sayın dr prof doç av"),
    pronouns=gendered(n="o ben kendisi", p="onlar biz"),
    organisations=bag(
        """bakanlık bakanlığı hükümet hükümeti parlamento meclis meclisi komite komitesi
        komisyon komisyonu konsey konseyi mahkeme mahkemesi polisi ordu ordusu ajans ajansı
        parti partisi grup grubu birlik birliği dernek derneği vakıf vakfı örgüt örgütü şirket
        şirketi banka bankası üniversite üniversitesi enstitü enstitüsü büyükelçilik
        büyükelçiliği belediye belediyesi gazete gazetesi rapor raporu savcılık savcılığı
        sendika sendikası valilik valiliği emniyet bm ab"""
    ),
    neutral=bag("o"),
    sources=bag("kaynak kaynaklar kaynaklara uzmanlar uzmanlara yetkililer tanıklar gazeteciler"),
    numbers=Numbers(
        decimal=",",
        vague={
            "onlarca": 10,
            "düzinelerce": 12,
            "yüzlerce": 100,
            "binlerce": 1e3,
            "milyonlarca": 1e6,
            "milyarlarca": 1e9,
        },
        several=bag("birkaç"),
        minus=bag("eksi"),
        words=_WORDS,
        multipliers={
            "yüz": 100,
            "bin": 1e3,
            "milyon": 1e6,
            "milyar": 1e9,
            "trilyon": 1e12,
            "düzine": 12,
            "mn": 1e6,
        },
        fractions={"yarım": 0.5, "yarısı": 0.5, "çeyrek": 0.25},
        alone=bag("yüz bin"),
        articles=bag("bir"),
        between=bag("ila ile"),
        ordinals=bag("inci ıncı uncu üncü nci ncı ncu ncü te ta de da lı li"),
        clock=bag("sularında"),
        hours=bag("saat"),
        shy=bag("bir on"),
        not_before=bag("hiçbir her bu"),
    ),
    units=valued(
        GBP="sterlin",
        GEL="lari",
        CNY="yuan",
        cent="kuruş sent",
        gram="gram",
        millimetre="milimetre mm",
        mile="mil",
        barrel="varil",
        cubic_metre="metreküp",
        kilowatt="kilovat",
        gigawatt="gigavat",
        kilowatt_hour="kilovatsaat kilovat_saat",
        century="yüzyıl yüzyıllık",
        USD="dolar doları dolarlık",
        EUR="avro euro",
        AMD="dram",
        AZN="manat",
        RUB="ruble",
        TRY="lira lirası tl liralık",
        year="yıl yıllık yılı",
        year_of_age="yaşında yaşındaki",
        month="ay aylık",
        week="hafta haftalık",
        day="gün günlük",
        hour="saat saatlik",
        minute="dakika",
        second="saniye",
        kilometre="kilometre km",
        metre="metre",
        centimetre="santimetre cm",
        square_metre="metrekare",
        square_kilometre="kilometrekare",
        hectare="hektar",
        kilogram="kilogram kilo kg",
        ton="ton",
        litre="litre",
        degree="derece",
        megawatt="megavat",
    ),
    units_before={"yüzde": "percent"},
    unit_endings=("dır", "dir", "dur", "dür", "ya", "ye", "yı", "yi", "a", "e", "ı", "i", "luk"),
    bounds=bounds(
        over="en_az asgari",
        under="en_fazla en_çok azami",
        about="yaklaşık aşağı_yukarı hemen_hemen neredeyse takriben",
    ),
    bounds_after=bounds(
        over="""'_den_fazla '_dan_fazla '_ten_fazla '_tan_fazla den_fazla dan_fazla fazla
        '_i_aşkın '_ı_aşkın '_u_aşkın '_ü_aşkın aşkın '_in_üzerinde '_nin_üzerinde""",
        under="'_den_az '_dan_az '_e_kadar '_a_kadar '_in_altında",
        about="'_e_yakın '_a_yakın civarında dolayında",
    ),
    counted="next",
    modifier_endings=("lı", "li", "lu", "lü", "ki", "sal", "sel"),
    not_counted=bag("kez defa ve ile yılında"),
    months=numbered(
        """ocak|ocak'ta şubat|şubat'ta mart|mart'ta nisan|nisan'da mayıs|mayıs'ta
        haziran|haziran'da temmuz|temmuz'da ağustos|ağustos'ta eylül|eylül'de ekim|ekim'de
        kasım|kasım'da aralık|aralık'ta"""
    ),
    weekdays=numbered("pazartesi salı çarşamba perşembe cuma cumartesi pazar", 0),
    negations=bag("değil yok hiç hiçbir asla ne olmadığını olmadı etmedi yapmadı hayır olmayan"),
    abbreviations=bag("dr prof doç av sn vb vs yy st no tel bkz örn krş mad s"),
    labels=bag("madde sayfa bölüm no sayı sayılı karar yasa uçuş hat bölge salon"),
    common=bag("ve bir bu da de için ile olarak olan daha çok gibi kadar ise ancak olduğunu"),
    inflects=True,
    examples=Examples(
        statements=(
            (
                "Bakan Ayla Oke, “Yol kapalı” dedi.",
                ("Yol kapalı", "dedi", "Bakan Ayla Oke", "Ayla Oke"),
            ),
            (
                "Vali Can Pell, köprünün mayısta açılacağını söyledi.",
                ("köprünün mayısta açılacağını", "söyledi", "Vali Can Pell", "Can Pell"),
            ),
            (
                "Can Pell'e göre yol kapalı kalacak.",
                ("yol kapalı kalacak", "göre", "Can Pell'e", "Can Pell"),
            ),
            (
                "Bakanlığın verilerine göre on iki servis kapandı.",
                ("on iki servis kapandı", "göre", "Bakanlığın verilerine", ""),
            ),
            (
                "Can Pell şunları söyledi: “Köprü mayısta açılacak.”",
                ("Köprü mayısta açılacak.", "söyledi", "Can Pell", "Can Pell"),
            ),
            (
                "Can Pell, “Köprü mayısta açılacak” ifadelerini kullandı.",
                ("Köprü mayısta açılacak", "ifadelerini kullandı", "Can Pell", "Can Pell"),
            ),
            (
                "“Köprü mayısta açılacak” diye konuştu Can Pell.",
                ("Köprü mayısta açılacak", "diye konuştu", "Can Pell", "Can Pell"),
            ),
            (
                "Rapor, on iki servisin kapandığını ortaya koydu.",
                ("on iki servisin kapandığını", "ortaya koydu", "Rapor", ""),
            ),
            (
                "Can Pell köprünün mayısta açılacağını belirtti.",
                ("köprünün mayısta açılacağını", "belirtti", "Can Pell", "Can Pell"),
            ),
        ),
        bounds=(
            ("En az 40 kişi kaçtı.", Bound.OVER),
            ("Yaklaşık 40 kişi kaçtı.", Bound.ABOUT),
        ),
        negations=(("Yol kapalı değil.", "değil"),),
        dates=(
            ("İki gün önce geldi.", ("2026-11-18", "2026-11-18")),
            ("1990'larda burada bir köprü vardı.", ("1990-01-01", "1999-12-31")),
        ),
        figures=(
            ("Binlerce kişi kaçtı.", (1000.0, "")),
            ("Fiyatlar yüzde 12 arttı.", (12.0, "percent")),
            ("Rüzgâr 90 km/sa esti.", (90.0, "kilometre per hour")),
            ("En az 100.000 kişi kaçtı.", (100000.0, "")),
            ("Maliyeti 2,5 milyon avro.", (2500000.0, "EUR")),
            ("Yirmi beş kişi öldü.", (25.0, "")),
        ),
        sentences=(("Dr. Pell geldi. Sonra gitti.", 2),),
    ),
)
