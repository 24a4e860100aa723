"""The text that an editor gets, and the words it survives."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import a_quote, an_article, an_issue, an_item, at, evidence
from tests.issue.making import a_photo

from watchdesk.issue import from_markdown, to_markdown
from watchdesk.issue.markdown import escaped, flat, plain
from watchdesk.model import (
    Issue,
    Item,
    ItemLink,
    Line,
    LinkKind,
    Opinion,
    Quoted,
    Rival,
    RivalFigures,
    Section,
    identity,
)

ARTICLE = an_article()
PROOF = (evidence(ARTICLE, "The quarry road"),)
HOSTILE = [
    "Council {#a1b2} says no",
    "# not a heading",
    "### {#ffff}",
    "> not a quotation",
    "- [not a link](https://bad.example/)",
    "- a dash first",
    "* a star first",
    "words](https://bad.example/) after",
    "first\nsecond\n\nthird",
    "a <!-- hidden --> b",
    "<!-- never closed",
    "C:\\{#x} \\<!-- \\\\",
    "ends with a backslash\\",
    "— who speaks first?",
    "unnamed",
    "tab\tand\u2028separator\x0cfeed\x1cfile",
    "`code` *stars* _lines_ &amp; <b>",
    "Թամեն՝ «բաց» է։",
]

_WORDS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(alphabet=st.sampled_from(" \n\\{}#<>!-[]()*+—ab."), min_size=1, max_size=30),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
).filter(lambda words: bool(words.split()))


def _items() -> st.SearchStrategy[Item]:
    line = st.builds(Line, text=_WORDS, evidence=st.just(PROOF))
    owner = st.one_of(st.none(), _WORDS)
    quote = st.builds(Quoted, text=_WORDS, evidence=st.just(PROOF), speaker=owner, role=_WORDS)
    link = st.builds(
        ItemLink, kind=st.sampled_from(LinkKind), words=st.one_of(st.just(""), _WORDS),
        url=_WORDS.map(lambda words: f"https://a.example/{words}"), capture_id=st.just("c"),
        archived_at=st.just(at(16)),
    )  # fmt: skip
    return st.builds(
        Item, id=st.just(""), headline=line, detail=st.just(an_item().detail),
        lines=st.lists(line, max_size=3).map(tuple),
        quotes=st.lists(quote, max_size=2, unique_by=lambda each: flat(each.text)).map(tuple),
        links=st.lists(link, max_size=2, unique_by=lambda each: each.url).map(tuple),
    )  # fmt: skip


@given(items=st.lists(_items(), max_size=4), title=_WORDS)
def test_an_unchanged_text_gives_back_the_same_issue(items: list[Item], title: str) -> None:
    named = [replace(item, id=identity("n", place)) for place, item in enumerate(items)]
    issue = replace(
        an_issue(
            Section(key="council", title=title, items=tuple(named[:2]), empty_because="none"),
            Section(key="aid", title="Aid", items=tuple(named[2:])),
        ),
        title=title,
    )
    issue = replace(
        issue,
        sections=tuple(
            replace(each, empty_because="") if each.items else each for each in issue.sections
        ),
    )
    back = from_markdown(to_markdown(issue), issue, by="Ada")
    assert back.complaints == ()
    assert back.issue == issue
    assert (back.changed, back.removed) == ((), ())


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_back_from_their_escaped_form(words: str) -> None:
    assert plain(escaped(words)) == flat(words)


def test_the_text_shows_what_it_does_not_change_in_comments() -> None:
    figure = replace(
        an_item(),
        id="f1",
        detail=RivalFigures(
            counts="people",
            unit=None,
            rivals=(
                Rival(value=1, printed="1,200", says="Ministry", as_of=at(9), evidence=PROOF),
                Rival(value=2, printed="2,900", says="Governor --> x", as_of=None, evidence=PROOF),
            ),
        ),
    )
    view = replace(an_item(), id="o1", detail=Opinion(authors=("Ada Brel",), outlet="Tidings"))
    pictured = replace(an_item(), id="p1", photo=a_photo("church", credit=""))
    issue = an_issue(
        Section(key="a", title="A", items=(figure, view, pictured)),
        Section(key="b", title="B", empty_because="Nothing fits."),
    )
    text = to_markdown(issue)
    assert "<!-- 1,200: Ministry, 2026-11-09\n     2,900: Governor —> x -->" in text
    assert "<!-- by Ada Brel, Tidings -->" in text
    assert "<!-- picture: The church this week. (no credit) -->" in text
    assert "## B {#b}\n\n<!-- Nothing fits. -->" in text
    assert from_markdown(text, issue, by="Ada").issue == issue


def _quoted_issue() -> Issue:
    item = replace(an_item(), quotes=(a_quote(ARTICLE, "road is open"),))
    return an_issue(Section(key="council", title="Council", items=(item,)))


def test_a_quotation_without_a_known_owner_says_so() -> None:
    assert "> road is open\n> — unnamed" in to_markdown(_quoted_issue())
