from dataclasses import replace

import pytest
from tests.builders import a_capture, a_quote, an_article, an_issue, an_item, evidence
from tests.publish.standard import LETTER, a_publication

from watchdesk.model import Article, Evidence, Image, Line, Part, Quoted, Section, Span
from watchdesk.publish import ProofCount, Publication, Receipt, Standing, cited, receipts
from watchdesk.publish.receipts import Kind

LONG = " ".join(f"word{number}" for number in range(400))


def published(article: Article, *quotes: Quoted, lines: tuple[Line, ...] = ()) -> Publication:
    capture = a_capture(article.url, body=article.text.encode(), source_id=article.source_id)
    item = replace(an_item(article), quotes=quotes, lines=lines)
    return Publication(
        issue=an_issue(Section(key="s", title="S", items=(item,))),
        articles={article.id: article},
        captures={capture.id: capture},
        outlets={"tidings": "Tidings"},
        proof=ProofCount(),
        desk_title="The Velmor Letter",
    )


def last(publication: Publication) -> Receipt:
    return receipts(publication)[-1]


def test_receipts_are_numbered_in_reading_order() -> None:
    made = receipts(a_publication())
    assert [receipt.number for receipt in made] == list(range(1, len(made) + 1))
    assert made[0].kind is Kind.HEADLINE
    assert made[3].speaker == "Ilka Stroem"


def test_every_piece_of_evidence_has_a_receipt() -> None:
    publication = a_publication()
    cited = sum(len(item.evidence) for item in publication.issue.items)
    photos = sum(item.photo is not None for item in publication.issue.items)
    assert len(receipts(publication)) == cited + photos


def test_the_same_evidence_twice_in_one_item_is_one_receipt() -> None:
    article = an_article()
    quote = a_quote(article, "road is open")
    assert len(receipts(published(article, quote, quote))) == 2


def test_a_receipt_keeps_its_id_when_a_line_before_it_goes() -> None:
    article = an_article()
    first, second = a_quote(article, "quarry road"), a_quote(article, "is open")
    both = last(published(article, first, second))
    assert last(published(article, second)).id == both.id


def test_a_passage_has_at_most_fifty_words_either_side() -> None:
    passage = last(published(an_article(LONG), a_quote(an_article(LONG), "word200"))).passage
    assert passage is not None
    assert passage.before.split() == LONG.split()[150:200]
    assert passage.after.split() == LONG.split()[201:251]
    assert (passage.starts, passage.ends) == (False, False)


def test_a_passage_at_the_beginning_says_that_the_text_begins_there() -> None:
    article = an_article("Rain fell. " + LONG)
    passage = last(published(article, a_quote(article, "Rain fell."))).passage
    assert passage is not None
    assert (passage.before, passage.starts, passage.ends) == ("", True, False)


def test_a_text_without_spaces_is_not_shown_whole() -> None:
    article = an_article("雨" * 900 + "橋" + "雨" * 900, language="ja")
    passage = last(published(article, a_quote(article, "橋"))).passage
    assert passage is not None
    assert len(passage.before) <= 50
    assert len(passage.after) <= 50


def test_a_very_long_passage_is_shown_by_its_ends() -> None:
    article = an_article(LONG)
    passage = last(published(article, a_quote(article, LONG))).passage
    assert passage is not None
    assert len(passage.lit) < 1300
    assert passage.lit.startswith("word0 ")
    assert passage.lit.endswith("word399")


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("the “new” road - it holds", Standing.EXACT),
        ('the "new" road — it  holds', Standing.FOLDED),
        ("he says: the “new” road - it holds, yes", Standing.EXACT),
        ('he says: the "new" road — it holds, yes', Standing.FOLDED),
        ("the new road fell", Standing.MISSING),
    ],
)
def test_a_quotation_says_how_it_stands_in_the_page(words: str, standing: Standing) -> None:
    article = an_article("He praised the “new” road - it holds - and left.")
    held = replace(a_quote(article, "the “new” road - it holds"), text=words)
    assert last(published(article, held)).standing is standing


def test_words_in_another_language_are_our_translation() -> None:
    article = an_article("He praised the new road and left.")
    held = replace(a_quote(article, "the new road"), text="la nouvelle route", language="fr")
    receipt = last(published(article, held))
    assert receipt.standing is Standing.TRANSLATED
    assert receipt.passage is not None


def test_a_line_that_an_editor_wrote_only_rests_on_its_passage() -> None:
    article = an_article()
    line = Line(text="A road opened", evidence=(evidence(article, "is open again"),), by="Ada")
    assert last(published(article, lines=(line,))).standing is Standing.RESTS


def test_words_that_no_longer_stand_there_are_never_called_proven() -> None:
    article = an_article()
    publication = published(article, a_quote(article, "road is open"))
    other = replace(article, text="The quarry road is shut.")
    receipt = last(replace(publication, articles={article.id: other}))
    assert receipt.standing is Standing.MISSING
    assert receipt.passage is None


def test_a_headline_is_compared_with_the_title() -> None:
    receipt = receipts(published(an_article()))[0]
    assert (receipt.part, receipt.standing) == (Part.TITLE, Standing.EXACT)


def test_a_caption_is_compared_with_the_caption() -> None:
    article = replace(an_article(), image=Image(url="https://a.example/i", caption="A bridge"))
    held = Evidence(article_id=article.id, part=Part.CAPTION, span=Span(2, 8), quote="bridge")
    line = Line(text="bridge", evidence=(held,))
    assert last(published(article, lines=(line,))).standing is Standing.EXACT
    bare = replace(article, image=None)
    publication = replace(published(article, lines=(line,)), articles={article.id: bare})
    assert last(publication).standing is Standing.MISSING


def test_a_line_that_rests_on_a_picture_has_its_receipt() -> None:
    article = an_article()
    capture = a_capture(article.url, body=article.text.encode())
    held = Evidence(capture_id=capture.id, media_digest="sha256:abc")
    line = Line(text="The bridge stands.", evidence=(held,), by="Ada")
    receipt = last(published(article, lines=(line,)))
    assert (receipt.standing, receipt.digest) == (Standing.PICTURE, "sha256:abc")


def test_what_an_issue_cites_is_all_that_its_receipts_need() -> None:
    publication = a_publication()
    wanted = cited(publication.issue)
    articles = {each: publication.articles[each] for each in wanted.articles}
    captures = wanted.captures | {article.capture_id for article in articles.values()}
    held = {each: publication.captures[each] for each in captures}
    assert receipts(replace(publication, articles=articles, captures=held)) == receipts(publication)
    assert wanted.pictures == publication.pictures.keys()


def test_the_record_that_holds_the_body_is_named_after_a_revisit() -> None:
    first = a_capture("https://diet.example/first")
    publication = a_publication()
    again = replace(publication.captures[LETTER.capture_id], revisit_of=first.id)
    captures = {**publication.captures, first.id: first, again.id: again}
    receipt = receipts(replace(publication, captures=captures))[3]
    assert (receipt.capture, receipt.held) == (again, first)


@pytest.mark.parametrize("missing", ["articles", "captures"])
def test_an_issue_that_cites_what_was_not_handed_in_is_refused(missing: str) -> None:
    publication = a_publication()
    empty = (
        replace(publication, articles={})
        if missing == "articles"
        else replace(publication, captures={})
    )
    with pytest.raises(ValueError, match="was not handed in"):
        receipts(empty)
