"""Each rule of the look over a mail, by a fault planted in a mail that has none."""

import re
from dataclasses import replace

import pytest
from tests.publish.standard import a_publication

from watchdesk.publish import MailOptions, mail_of
from watchdesk.publish.lint import Clients, Found, clients, default, lint, mistakes, reach, shipped

SITE = "https://letter.example/"
MAIL = mail_of(a_publication(), options=MailOptions())
HTML, TEXT = MAIL.for_reader(
    leave="https://letter.example/leave/x", preferences="https://letter.example/preferences/x"
)


def stopped(html: str = HTML, text: str | None = TEXT) -> list[tuple[str, str]]:
    return [(one.rule, one.says) for one in lint(html, text, site=SITE) if one.stops]


def planted(before: str, after: str) -> str:
    assert before in HTML
    return HTML.replace(before, after, 1)


def test_nothing_stops_our_own_mail() -> None:
    assert stopped() == []
    assert {one.rule for one in lint(HTML, TEXT, site=SITE)} == {"support"}


@pytest.mark.parametrize(
    ("rule", "before", "after", "said"),
    [
        ("links", 'href="https://tidings.example/market"', 'href=""', "“Tidings” leads nowhere"),
        ("links", 'href="https://tidings.example/market"', 'href="#"', "leads nowhere"),
        ("links", ">Tidings</a>", "></a>", "has no words"),
        ("links", "https://tidings.example/market", "https://bit.ly/3xY", "is shortened"),
        ("links", 'href="https://tidings.example/market"', 'href="ftp://x.example/"', "ftp:"),
        ("links", "https://letter.example/how", "http://letter.example/how", "without encryption"),
        ("links", "https://letter.example/how/", "how/", "1 links have no host"),
        ("images", ' alt="A low bridge', ' title="A low bridge', "no words in its place"),
        ("images", 'width="600" height', "height", "no width"),
        ("images", 'width="600"', 'width="1"', "is a dot"),
        ("images", 'src="cid:', 'src="https://count.example/', "loaded from elsewhere"),
        ("headings", "<h1 ", "<h1>x</h1><h1 ", "2 first headings"),
        ("headings", "<h2 ", "<h4>x</h4><h2 ", "h4 follows on h1"),
        ("nothing runs", "<h2 ", "<script>1</script><h2 ", "There is a <script>"),
        ("nothing runs", "<h2 ", '<h2 onclick="x()" ', "<h2 onclick> would run"),
        ("nothing loads", "</head>", '<link rel="stylesheet" href="https://x.example/a.css"></head>',
         "a.css would be loaded"),
        ("nothing loads", "</head>", "<style>@import 'a.css';</style></head>", "@import"),
        ("nothing loads", "margin:0;padding:0;", "background:url(https://x.example/b.png);",
         "b.png would be loaded"),
        ("language", '<html lang="en"', "<html", "in which language it is"),
        ("language", "They gave him fourteen days", "لا ينبغي لأي أم أن تقرأ", "no direction"),
        ("language", "They gave him fourteen days", "Мы возили хлеб и письма, больше ничего. " * 3,
         "is in cyrillic letters, not in en"),
        ("contrast", "color:#6b655c", "color:#b5b0a8", "On a light screen"),
        ("contrast", "color: #a39c8f !important", "color: #5a544a !important", "On a dark screen"),
        ("text part", "Nine members ask the minister who is held at Tern</a>", "Ten ask</a>",
         "lacks the heading “Ten ask”"),
        ("text part", "https://tidings.example/market", "https://other.example/", "lacks the link"),
        ("support", "<h2 ", '<p style="display: flex">x</p><h2 ', "display:flex (needed"),
        ("support", "<h2 ", "<video></video><h2 ", "<video> element (needed"),
        ("support", "</head>", "<style>p::before { color: red; }</style></head>", "::before"),
    ],
)  # fmt: skip
def test_a_planted_fault_stops_the_mail(rule: str, before: str, after: str, said: str) -> None:
    found = stopped(planted(before, after))
    assert any(one == rule and said in says for one, says in found), found


def test_a_mail_that_gmail_would_cut_is_stopped() -> None:
    long = HTML.replace("</body>", f"<p>{'word ' * 21_000}</p></body>")
    assert [rule for rule, _ in stopped(long)] == ["size"]


@pytest.mark.parametrize("text", [None, "", "  \n"])
def test_a_mail_without_text_is_stopped(text: str | None) -> None:
    assert [rule for rule, _ in stopped(text=text)] == ["text part"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("https://tidings.example/market", "http://tidings.example/market", "without encryption"),
        ('alt="A low bridge on piles over grey water, hills behind it"', 'alt=""', "empty words"),
        ("They gave him fourteen days to", "Мы возили хлеб и письма, больше ничего.", "not in en"),
        ("prefers-color-scheme: dark", "min-width: 20000px", "no colours for dark screens"),
    ],
)
def test_what_may_be_meant_only_asks_for_a_look(before: str, after: str, said: str) -> None:
    assert before in HTML
    found = lint(HTML.replace(before, after), TEXT.replace(before, after), site=SITE)
    assert [one for one in found if one.stops] == []
    assert any(said in one.says for one in found)


def test_what_a_program_may_skip_never_stops_a_mail() -> None:
    sheet = "<style>@media (max-width: 400px) { p { display: grid; } }</style></head>"
    found = lint(planted("</head>", sheet), TEXT, site=SITE)
    grid = [one for one in found if "display:grid" in one.says]
    assert [(one.stops, "an addition" in one.says) for one in grid] == [(False, True)]


def test_a_finding_names_the_share_the_programs_and_the_day_of_the_test() -> None:
    found = lint(planted("<h2 ", '<p style="display: flex">x</p><h2 '), TEXT, site=SITE)
    says = next(one.says for one in found if "flex" in one.says)
    assert re.search(
        r"reaches \d+ % of readers; not in Outlook Windows.*; tested 20\d\d-\d\d-\d\d\.$", says
    )


def test_how_many_readers_see_a_feature_follows_the_desks_weights() -> None:
    flex = shipped().features["css-display-flex"]
    only_apple = Clients(weights={"apple-mail ios": 1}, least=95)
    half = Clients(weights={"apple-mail ios": 1, "outlook windows": 1}, least=95)
    assert reach(flex, tests=shipped(), clients=only_apple).percent == 100
    found = reach(flex, tests=shipped(), clients=half)
    assert (found.percent, found.lacking) == (50, ("Outlook Windows",))
    own = replace(half, tested={"css-display-flex": {"outlook windows": "y"}})
    assert reach(flex, tests=shipped(), clients=own).percent == 100


def test_a_desks_table_takes_the_place_of_the_shipped_one_and_its_mistakes_are_named() -> None:
    own = clients({"least": 50, "weights": {"gmail ios": 1}, "progressive": {"features": ["amp"]}})
    assert (own.least, own.weights) == (50, {"gmail ios": 1})
    assert default().progressive < own.progressive
    wrong = {
        "leest": 1,
        "least": "all",
        "weights": {"gmail": 1, "gmail ios": -1},
        "progressive": {"features": ["css-flax"]},
        "tested": {"amp": {"gmail ios": "yes"}},
    }
    assert len(list(mistakes(wrong))) == 6
    assert list(mistakes({})) == []


def test_the_tests_are_whole_and_dated() -> None:
    tests = shipped()
    assert len(tests.features) > 300
    assert all(len(one.letters) == len(tests.clients) for one in tests.features.values())
    assert all(re.match(r"20\d\d-\d\d-\d\d$", one.tested) for one in tests.features.values())
    assert default().weights.keys() <= tests.clients.keys()
    assert default().progressive <= tests.features.keys()


def test_a_hostile_mail_is_read_in_a_moment() -> None:
    worst = (
        "<div style='color: #777'>" * 5_000 + "<style>" + "a{" * 5_000 + "</style>" + "(" * 9_000
    )
    assert Found("headings", True, "There are 0 first headings (h1), not one.") in lint(worst, "x")
