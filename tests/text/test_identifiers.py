"""Which bills, resolutions and documents a text names by number, and what is none."""

from datetime import date

import pytest

from watchdesk.text.identifiers import find_identifiers


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        # the Congress of the United States
        ("They moved H.Res. 735 today.", "us/hres/735"),
        ("They moved H. Res. 735 today.", "us/hres/735"),
        ("They moved House Resolution 735.", "us/hres/735"),
        ("the house resolution 735", "us/hres/735"),
        ("S. Res. 80 passed", "us/sres/80"),
        ("S.Res.80 passed", "us/sres/80"),
        ("H. Con. Res. 12", "us/hconres/12"),
        ("House Concurrent Resolution 12", "us/hconres/12"),
        ("H.J.Res. 68", "us/hjres/68"),
        ("Senate Joint Resolution 53", "us/sjres/53"),
        ("The bill, H.R. 5686, was read.", "us/hr/5686"),
        ("the bill (H. R. 5686)", "us/hr/5686"),
        ("lawmakers introduced HR 5686", "us/hr/5686"),
        ("Congress took up H.R. 5686/S. 3000", "us/hr/5686 us/s/3000"),
        ("S. 3000 was read.", "us/s/3000"),
        ("S.3000, a bill to support Karvenia", "us/s/3000"),
        ("H.Amdt. 94", "us/hamdt/94"),
        ("H. Rept. 118-12", "us/hrept/118-12"),
        ("Public Law 107-115 applies", "us/pl/107-115"),
        ("Pub. L. No. 107–115", "us/pl/107-115"),
        ("Executive Order 13818", "us/eo/13818"),
        ("E.O. 13818", "us/eo/13818"),
        ("under 22 U.S.C. § 2304", "us/usc/22/2304"),
        # its states
        ("California's AJR 5", "us-ca/ajr/5"),
        ("The Texas Senate passed SB 4.", "us-tx/sb/4"),
        ("Texas Senate Bill 4", "us-tx/sb/4"),
        ("the bill, HB 212, was signed", "us-state/hb/212"),
        ("Assembly Bill 57", "us-state/ab/57"),
        ("New York's state Senate adopted HR 45", "us-ny/hr/45"),
        ("Minnesota House File 100", "us-mn/hf/100"),
        ("Ohio's House Bill 3 passed. Then HB 3 was signed into law.", "us-oh/hb/3 us-oh/hb/3"),
        # Britain
        ("EDM 1123 was tabled", "uk/edm/1123"),
        ("Early Day Motion No. 1123", "uk/edm/1123"),
        ("Early-day motion (EDM) 1123", "uk/edm/1123"),
        ("EDM 1123 of session 2022-23", "uk/edm/2022-23/1123"),
        ("HL Bill 12", "uk/hl-bill/12"),
        ("SI 2020/680", "uk/si/2020/680"),
        ("S.I. 2020 No. 680", "uk/si/2020/680"),
        # the European Union
        ("2024/2580(RSP)", "eu/proc/2024/2580(RSP)"),
        ("P9_TA(2024)0369", "eu/ta/9/2024/0369"),
        ("P9_TA-PROV(2024)0369", "eu/ta/9/2024/0369"),
        ("T9-0369/2024", "eu/ta/9/2024/0369"),
        ("TA-9-2024-0369", "eu/ta/9/2024/0369"),
        ("B10-0027/2025", "eu/b/10/2025/0027"),
        ("A9-0123/2024", "eu/a/9/2024/0123"),
        ("RC-B9-0227/2024", "eu/rc-b/9/2024/0227"),
        ("E-001234/2024", "eu/question/E/2024/001234"),
        ("Council Decision (CFSP) 2023/2488", "eu/law/2023/2488"),
        ("Regulation (EU) 2016/679", "eu/law/2016/679"),
        ("32016R0679", "eu/law/2016/679"),
        ("Regulation (EU) No 269/2014", "eu/reg/2014/269"),
        ("32014R0269", "eu/reg/2014/269"),
        ("Decision 2014/145/CFSP", "eu/dec/2014/145"),
        ("Directive 2004/38/EC", "eu/dir/2004/38"),
        ("COM(2023) 690", "eu/com/2023/690"),
        ("COM/2023/690 final", "eu/com/2023/690"),
        ("Case C-123/20", "eu/cjeu/C-123/20"),
        # the Council of Europe
        ("PACE Doc. 15898", "coe/pace/doc/15898"),
        ("Resolution 2517 (2023)", "coe/pace/resolution/2517(2023)"),
        ("Résolution 2517(2023)", "coe/pace/resolution/2517(2023)"),
        (
            "Resolutions 2517 (2023) and 2527 (2024)",
            "coe/pace/resolution/2517(2023) coe/pace/resolution/2527(2024)",
        ),
        ("Recommendation 2267 (2024)", "coe/pace/recommendation/2267(2024)"),
        ("CM/Rec(2022)16", "coe/cm/rec/2022/16"),
        ("CPT/Inf (2023) 12", "coe/cpt/2023/12"),
        ("CDL-AD(2023)012", "coe/cdl-ad/2023/012"),
        ("application no. 42521/20", "coe/echr/42521/20"),
        ("Ilves v. Karvenia (no. 42521/20)", "coe/echr/42521/20"),
        ("requête n° 42521/20", "coe/echr/42521/20"),
        # the United Nations
        ("S/RES/884 (1993)", "un/S/RES/884"),
        ("Security Council resolution 884", "un/S/RES/884"),
        ("UNSCR 884", "un/S/RES/884"),
        ("resolution 884 (1993)", "un/S/RES/884"),
        ("résolution 884 du Conseil de sécurité", "un/S/RES/884"),
        ("резолюции 884 Совета Безопасности ООН", "un/S/RES/884"),
        ("ՄԱԿ-ի ԱԽ 884 բանաձևը", "un/S/RES/884"),
        (
            "UN Security Council resolutions 822, 853 and 884",
            "un/S/RES/822 un/S/RES/853 un/S/RES/884",
        ),
        ("A/RES/62/243", "un/A/RES/62/243"),
        ("General Assembly resolution 62/243", "un/A/RES/62/243"),
        ("resolution 217 A (III)", "un/A/RES/217A(III)"),
        ("Human Rights Council resolution 45/31", "un/A/HRC/RES/45/31"),
        ("A/HRC/52/L.15", "un/A/HRC/52/L.15"),
        ("A/HRC/52/L.15/Rev.1", "un/A/HRC/52/L.15"),
        ("A/HRC/WG.6/44/AZE/1", "un/A/HRC/WG.6/44/AZE/1"),
        ("S/2023/742", "un/S/2023/742"),
        ("A/78/512", "un/A/78/512"),
        ("CCPR/C/ARM/CO/4", "un/CCPR/C/ARM/CO/4"),
        ("E/C.12/ARM/CO/4/Add.1", "un/E/C.12/ARM/CO/4"),
        ("the letter AL TUR 3/2021", "un/al/TUR/3/2021"),
        ("PC.DEC/1117", "osce/PC.DEC/1117"),
        # other parliaments
        ("Bill C-282", "ca/bill/C-282"),
        ("Motion M-103", "ca/motion/M-103"),
        ("M-103, a motion", "ca/motion/M-103"),
        ("Proposition de résolution n° 3579", "fr/pion/3579"),
        ("Proposition de résolution n° 145 (2020-2021)", "fr/senat/2020-2021/145"),
        ("la loi n° 2001-70", "fr/loi/2001-70"),
        ("Drucksache 18/8613", "de/bt/18/8613"),
        ("закон № 123-ФЗ", "ru/fz/123"),
        ("ՀՕ-123-Ն", "am/law/HO-123-N"),
        ("5651 sayılı Kanun", "tr/law/5651"),
    ],
)
def test_an_identifier_has_one_key(text: str, keys: str) -> None:
    assert [mention.key for mention in find_identifiers(text)] == keys.split()


@pytest.mark.parametrize(
    "text",
    [
        "an S-300 and a T-72",
        "an AR-15 and an M-16",
        "a C-130 and a C-17",
        "a rate of HR 45 bpm",
        "hit 30 HR, 45 RBI",
        "U.S. 40 percent",
        "up 40 S. 40 percent",
        "at 120 S. 40th Street",
        "Ilves, Das Tal, S. 40",
        "(vgl. Ilves 2003, S. 112 f.)",
        "Resolution 2024 will come",
        "a resolution of 1920 by 1080",
        "Section 907",
        "route 66, room 12/34",
        "an HB 2 pencil",
        "an LD 50 of 12 mg",
        "blood group AB 12",
        "no. 12/20 of the magazine",
        "issue no. 3/24",
        "24/7 and 9/11",
        "A/C 220 and N/A",
        "a loan of 2024/25",
        "H. 12 and S. Oren",
        "Motion 12 of the union",
        "the 5-4 ruling in 2015/16",
        "Doc. 12",
        "tel. 2024/2580",
        "",
    ],
)
def test_rifles_rates_pages_and_rooms_are_no_bills(text: str) -> None:
    assert find_identifiers(text) == ()


@pytest.mark.parametrize(
    ("text", "on", "session"),
    [
        ("H.Res. 735", date(2023, 10, 4), "118"),
        ("H.Res. 735", date(2025, 1, 2), "118"),
        ("H.Res. 735", date(2025, 1, 3), "119"),
        ("H.R. 21 of the 117th Congress", date(2025, 6, 1), "117"),
        ("S. Res. 80 (116th Congress)", None, "116"),
        ("H.Res. 735", None, None),
        ("Public Law 107-115", date(2023, 10, 4), None),
        ("Texas Senate Bill 4", date(2023, 10, 4), None),
    ],
)
def test_a_number_that_starts_again_has_its_congress(
    text: str, on: date | None, session: str | None
) -> None:
    (mention,) = find_identifiers(text, on)
    assert mention.session == session


def test_a_place_is_the_whole_of_what_is_printed() -> None:
    text = "They cite Security Council resolutions 822, 853 and 884 (1993) in S/2023/742/Add.1."
    assert [mention.span.of(text) for mention in find_identifiers(text)] == [
        "Security Council resolutions 822",
        "853",
        "884 (1993)",
        "S/2023/742/Add.1",
    ]
