from dataclasses import replace

from tests.builders import an_article

from watchdesk.issue import SubjectRule, Subjects
from watchdesk.model import Article

FAITH = SubjectRule(
    code="faith", title="Religion", filed=("Church",), words=("church*", "bishop*", "церк*")
)
SPORT = SubjectRule(code="sport", title="Sport", words=("match", "goal*"))
ASKED = Subjects((FAITH, SPORT))


def codes(*articles: Article) -> list[str]:
    return [one.code for one in ASKED.of(articles)]


def test_two_words_of_a_subject_are_enough_and_are_told() -> None:
    found = ASKED.of([an_article(title="A roof", text="The bishop looked at the churches.")])
    assert [(one.code, one.title) for one in found] == [("faith", "Religion")]
    assert set(found[0].why) == {"bishop*", "church*"}


def test_one_word_of_the_text_is_too_little_and_one_of_the_title_is_enough() -> None:
    assert codes(an_article(title="A roof", text="The church was closed.")) == []
    assert codes(an_article(title="The church is closed", text="It rained.")) == ["faith"]


def test_what_an_outlet_files_an_article_under_is_enough() -> None:
    assert codes(
        replace(an_article(title="A roof", text="It rained."), categories=("church",))
    ) == ["faith"]


def test_a_word_without_a_star_is_that_word_alone() -> None:
    assert codes(an_article(title="Matches are sold", text="Matchmakers matched.")) == []


def test_the_mean_of_the_articles_decides() -> None:
    about = an_article(title="Церковь закрыта", text="-")
    other = an_article(title="Prices rise", text="Bread is dear.")
    assert codes(about) == ["faith"]
    assert codes(about, other, other) == []
