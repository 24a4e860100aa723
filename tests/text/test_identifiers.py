"""Which bills, resolutions and documents a text names by number, and what is none."""

import pytest

from watchdesk.text.identifiers import find_identifiers


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("They moved H.Res. 735 today.", "us/hres/735"),
        ("They moved House Resolution 735.", "us/hres/735"),
        ("S. Res. 80 passed", "us/sres/80"),
        ("H. Con. Res. 12", "us/hconres/12"),
        ("The bill, H.R. 5686, was read.", "us/hr/5686"),
        ("S. 3000 was read.", "us/s/3000"),
        ("Public Law 107-115 applies", "us/pl/107-115"),
        ("Executive Order 13818", "us/eo/13818"),
        ("California's AJR 5", "us-state/ajr/5"),
        ("EDM 1123 was tabled", "uk/edm/1123"),
        ("SI 2020/680", "uk/si/2020/680"),
        ("2024/2580(RSP)", "eu/proc/2024/2580(RSP)"),
        ("P9_TA(2024)0369", "eu/ta/9/2024/0369"),
        ("T9-0369/2024", "eu/ta/9/2024/0369"),
        ("RC-B9-0227/2024", "eu/rc-b/9/2024/0227"),
        ("Council Decision (CFSP) 2023/2488", "eu/cfsp/2023/2488"),
        ("COM(2023) 690", "eu/com/2023/690"),
        ("PACE Doc. 15898", "coe/pace/doc/15898"),
        ("Resolution 2517 (2023)", "coe/pace/resolution/2517(2023)"),
        ("CM/Rec(2022)16", "coe/cm/rec/2022/16"),
        ("application no. 42521/20", "coe/echr/42521/20"),
        ("S/RES/884 (1993)", "un/S/RES/884"),
        ("Security Council resolution 884", "un/S/RES/884"),
        ("A/RES/62/243", "un/A/RES/62/243"),
        ("A/HRC/52/L.15", "un/A/HRC/52/L.15"),
        ("Bill C-282", "ca/bill/C-282"),
        ("Motion M-103", "ca/motion/M-103"),
        ("Proposition de résolution n° 3579", "fr/pion/3579"),
    ],
)
def test_an_identifier_has_one_key(text: str, key: str) -> None:
    (mention,) = find_identifiers(text)
    assert mention.key == key


@pytest.mark.parametrize(
    "text",
    [
        "an S-300 and a T-72",
        "an AR-15 and an M-16",
        "a rate of HR 45 bpm",
        "U.S. 40 percent",
        "up 40 S. 40 percent",
        "Resolution 2024 will come",
        "Section 907",
        "route 66, room 12/34",
        "",
    ],
)
def test_rifles_rates_and_rooms_are_no_bills(text: str) -> None:
    assert find_identifiers(text) == ()
