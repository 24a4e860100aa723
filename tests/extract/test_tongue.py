import pytest

from watchdesk.extract.tongue import code_of, language_of

SENTENCES = {
    "hy": "Արտաքին գործերի նախարարությունը հայտնել է, որ բանակցությունները շարունակվում են։",
    "ru": "Министерство иностранных дел сообщило в пятницу, что переговоры продолжаются.",
    "uk": "Міністерство закордонних справ України заявило у п'ятницю, що переговори тривають.",
    "fr": "Le ministère des Affaires étrangères a annoncé que les discussions se poursuivent.",
    "en": "The Foreign Ministry said on Friday that the talks in Geneva are going to continue.",
    "de": "Das Außenministerium teilte am Freitag mit, dass die Gespräche andauern.",
    "tr": "Dışişleri Bakanlığı cuma günü yaptığı açıklamada görüşmelerin sürdüğünü bildirdi.",
    "az": "Xarici İşlər Nazirliyi cümə günü bildirib ki, danışıqlar davam edir.",
    "ka": "საგარეო საქმეთა სამინისტრომ განაცხადა, რომ მოლაპარაკებები გრძელდება.",
    "ar": "أعلنت وزارة الخارجية يوم الجمعة أن المحادثات مستمرة في جنيف.",
    "fa": "وزارت امور خارجه روز جمعه اعلام کرد که گفتگوها در ژنو ادامه دارد.",
    "es": "El Ministerio de Asuntos Exteriores anunció que las conversaciones continúan.",
    "pl": "Ministerstwo Spraw Zagranicznych poinformowało w piątek, że rozmowy trwają.",
    "ja": "外務省は金曜日、協議が続いていると発表した。",
    "zh": "港务局星期一表示，渡轮在修理后重新开航。",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_one_sentence_tells_its_language(code: str) -> None:
    assert language_of(SENTENCES[code]) == code
    assert language_of(SENTENCES[code], code.upper()) == code


@pytest.mark.parametrize("code", ["hy", "ru", "ka", "ar", "tr", "az", "fr", "pl"])
def test_a_page_that_claims_english_is_not_believed(code: str) -> None:
    assert language_of(SENTENCES[code] * 4, "en-US") == code


def test_foreign_names_do_not_change_the_language() -> None:
    text = "The ministry said that İlham Əliyev and Recep Tayyip Erdoğan met in Şuşa on Monday."
    assert language_of(text) == "en"


def test_without_letters_the_claim_stands() -> None:
    assert language_of("2026", None, "", "fr-CA") == "fr"
    assert language_of("2026") is None


def test_a_tag_is_cut_to_its_language() -> None:
    assert code_of("pt_BR") == "pt"
    assert code_of("x") is None
    assert code_of(None) is None
