"""What stops an issue, what is only pointed out, and what counts as proven."""

from dataclasses import replace

import pytest
from tests.builders import (
    a_capture,
    a_headline,
    a_line,
    a_quote,
    an_article,
    an_issue,
    at,
    evidence,
)

from watchdesk.model import (
    Article,
    Brief,
    Capture,
    Detail,
    Evidence,
    Finding,
    Image,
    Issue,
    Item,
    ItemLink,
    Level,
    Line,
    LinkKind,
    Part,
    Photo,
    Quoted,
    Rival,
    RivalFigures,
    Section,
    Told,
    digest_of,
)
from watchdesk.proof import Held, Known, Report, check_issue, check_item

TEXT = (
    "The council voted on Tuesday to open an inquiry into the quarry at St Oren, where more than "
    "1,200 tonnes of stone were taken.\n\n"
    "“Nobody has read this paper,” said Mayor Mara Ilves, chair of the council. "
    "Joren Pell, the owner, spoke of 900 tonnes."
)
PAGE = a_capture(body=TEXT.encode())
ARTICLE = replace(
    an_article(TEXT, title="Velmor opens inquiry into quarry", capture=PAGE, published=at(20)),
    image=Image(url="https://tidings.example/quarry.jpg", caption="The quarry at St Oren"),
)
PICTURE = a_capture("https://tidings.example/quarry.jpg", body=b"picture", media_type="image/jpeg")
LETTER_PAGE = a_capture("https://council.example/letter-12", body=b"letter")
LETTER = an_article(
    "Resolution 2517 (2023) on quarries, letter of the council.",
    title="Letter on Resolution 2517 (2023)",
    capture=LETTER_PAGE,
    url=LETTER_PAGE.url,
)
VOTE = "The council voted on Tuesday to open an inquiry into the quarry at St Oren"


def held(*captures: Capture, articles: tuple[Article, ...] = (ARTICLE, LETTER)) -> Held:
    pages = captures or (PAGE, PICTURE, LETTER_PAGE)
    return Held(articles={one.id: one for one in articles}, captures={one.id: one for one in pages})


def an_item_with(
    *,
    headline: Line | None = None,
    lines: tuple[Line, ...] = (),
    quotes: tuple[Quoted, ...] = (),
    links: tuple[ItemLink, ...] = (),
    photo: Photo | None = None,
    detail: Detail | None = None,
) -> Item:
    return Item(
        id="item-1",
        headline=headline or a_headline(ARTICLE),
        detail=detail or Brief(outlet="Tidings"),
        lines=lines,
        quotes=quotes,
        links=links,
        photo=photo,
    )


def an_issue_of(item: Item) -> Issue:
    return an_issue(Section(key="council", title="Council", items=(item,)))


def check(item: Item, archive: Held | None = None) -> Report:
    return check_issue(an_issue_of(item), archive or held())


def rules(report: Report, level: Level = Level.BLOCK) -> set[str]:
    return {one.rule for one in report.findings if one.level is level}


def written(text: str, *cited: Evidence, language: str = "en") -> Line:
    proof = cited or (evidence(ARTICLE, VOTE),)
    return Line(text=text, evidence=proof, by="Ada", language=language)


def a_link(
    capture: Capture, *, kind: LinkKind = LinkKind.MORE, words: str = "Read more"
) -> ItemLink:
    return ItemLink(
        kind=kind,
        words=words,
        url=capture.url,
        capture_id=capture.id,
        archived_at=at(20),
        language="en",
    )


def test_copied_words_prove_themselves() -> None:
    item = an_item_with(
        lines=(a_line(ARTICLE, VOTE),),
        quotes=(
            a_quote(
                ARTICLE,
                "Nobody has read this paper",
                speaker="Mara Ilves",
                role="chair of the council",
            ),
        ),
        links=(a_link(PAGE),),
        photo=Photo(
            capture_id=PICTURE.id,
            digest=PICTURE.digest,
            media_type="image/jpeg",
            url=PICTURE.url,
            caption="The quarry at St Oren",
            article_id=ARTICLE.id,
        ),
    )
    report = check(item)
    assert report.findings == ()
    assert not report.blocks
    assert (report.quotations, report.links, report.pictures) == ((1, 1), (1, 1), (1, 1))
    assert "1 of 1 quotations proven." in report.sentences()
    assert report.sentences()[-1] == "Nothing stops the issue."


def test_what_the_archive_lacks_stops_the_issue() -> None:
    item = an_item_with(lines=(a_line(ARTICLE, VOTE),))
    assert rules(check(item, held(articles=()))) == {"V0"}
    assert rules(check(item, held(PICTURE))) == {"V0"}


def test_a_place_that_reads_otherwise_stops_the_issue() -> None:
    line = a_line(ARTICLE, VOTE)
    moved = replace(line.evidence[0], quote="The council voted on Monday to close the inquiry")
    assert "V0" in rules(check(an_item_with(lines=(replace(line, evidence=(moved,)),))))


def test_a_line_without_evidence_stops_the_issue() -> None:
    assert rules(check(an_item_with(lines=(Line(text="Anything.", evidence=()),)))) == {"V0"}


def test_an_editors_line_may_draw_on_the_whole_paragraph() -> None:
    line = written("More than 1,200 tonnes of stone were taken from the quarry at St Oren.")
    report = check(an_item_with(lines=(line,)))
    assert rules(report) == set()
    assert report.figures == (1, 1)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The council voted on Friday to open an inquiry into the quarry at St Oren.", "V5"),
        ("The council voted to open an inquiry; 1,300 tonnes of stone were taken.", "V4"),
        ("Lida Sarn voted on Tuesday to open an inquiry into the quarry.", "V6"),
        ("The council voted on Tuesday not to open an inquiry into the quarry.", "V9"),
        ("The council voted: “Close the quarry at once.”", "V2"),
    ],
)
def test_an_editors_line_is_held_to_its_source(text: str, rule: str) -> None:
    report = check(an_item_with(lines=(written(text),)))
    assert rule in rules(report)
    found = next(one for one in report.findings if one.rule == rule)
    assert (found.item_id, found.draft) == ("item-1", text)


def test_an_editors_headline_is_checked_too() -> None:
    headline = replace(a_headline(ARTICLE), text="Tesmir opens inquiry into quarry", by="Ada")
    assert "V6" in rules(check(an_item_with(headline=headline)), Level.BLOCK) | rules(
        check(an_item_with(headline=headline)), Level.WARN
    )


def quotation(text: str, *, speaker: str = "Mara Ilves", role: str = "") -> Quoted:
    return Quoted(
        text=text,
        evidence=(evidence(ARTICLE, "Nobody has read this paper"),),
        speaker=speaker,
        role=role,
        language="en",
    )


@pytest.mark.parametrize(
    ("quoted", "rule", "level"),
    [
        (quotation("Nobody has seen this paper"), "V2", Level.BLOCK),
        (quotation("Nobody has read this paper", speaker="Lida Sarn"), "V6", Level.BLOCK),
        (quotation("Nobody has read this paper", role="minister"), "V7", Level.BLOCK),
        (quotation("Nobody has read this paper", role="council chair"), "V7", Level.WARN),
    ],
)
def test_a_quotation_keeps_its_words_speaker_and_role(
    quoted: Quoted, rule: str, level: Level
) -> None:
    report = check(an_item_with(quotes=(quoted,)))
    assert rules(report, level) == {rule}
    assert report.quotations == ((0, 1) if rule == "V2" else (1, 1))


@pytest.mark.parametrize(
    ("original", "by", "level"),
    [
        ("Nobody has read this paper", "Ada", None),
        ("Nobody has read this paper", "", Level.BLOCK),
        ("Joren Pell, the owner, spoke of 900 tonnes", "Ada", Level.WARN),
    ],
)
def test_a_translation_has_a_quoted_original_and_a_name(
    original: str, by: str, level: Level | None
) -> None:
    quoted = Quoted(
        text="Personne n'a lu ce papier, dit-elle dans la salle du conseil",
        evidence=(evidence(ARTICLE, original),),
        by=by,
        language="fr",
    )
    found = check(an_item_with(quotes=(quoted,))).findings
    assert [(one.rule, one.level) for one in found] == ([("V14", level)] if level else [])


def test_the_items_own_count_of_sources_is_that_of_independent_texts() -> None:
    item = an_item_with(detail=Told(origins=3, first_source="Tidings", first_at=at(20), copies=0))
    issue = an_issue_of(item)
    for there, stops in ((2, True), (3, False), (4, False)):
        report = check_issue(issue, held(), {item.id: Known(origins=there)})
        assert report.blocks is stops
    assert not check_issue(issue, held()).blocks


TORTURED = (
    "Two men came out of the barracks with burns, Karvenia's ombudsman said.\n\n"
    "“They were tortured,” said the ombudsman, Lida Sarn."
)
BARRACKS = an_article(TORTURED, title="Two men leave barracks", capture=PAGE)


@pytest.mark.parametrize(
    ("text", "cites", "known", "level"),
    [
        ("Lida Sarn, the ombudsman, said two men were tortured.", 1, Known(), None),
        ("Two men were tortured.", 1, Known(), Level.BLOCK),
        ("The ombudsman said two men came out with burns after torture.", 0, Known(), Level.WARN),
        ("The ombudsman said it was a war crime.", 1, Known(), Level.BLOCK),
        (
            "The ombudsman said the burns were a war crime.",
            0,
            Known(signed=frozenset({"war crime"})),
            None,
        ),
    ],
)
def test_a_word_for_a_violation_has_an_owner_and_a_source(
    text: str, cites: int, known: Known, level: Level | None
) -> None:
    proof = evidence(BARRACKS, TORTURED.split("\n\n")[cites])
    item = replace(
        an_item_with(lines=(Line(text=text, evidence=(proof,), by="Ada", language="en"),)),
        headline=a_headline(BARRACKS),
    )
    report = check_item(item, held(articles=(BARRACKS,)), known)
    assert {one.level for one in report.findings if one.rule == "V10"} == (
        {level} if level else set()
    )


def test_a_copied_word_for_a_violation_is_only_pointed_out() -> None:
    item = replace(
        an_item_with(lines=(a_line(BARRACKS, "They were tortured"),)),
        headline=a_headline(BARRACKS),
    )
    report = check_item(item, held(articles=(BARRACKS,)))
    assert (report.blocks, rules(report, Level.WARN)) == (False, {"V10"})


def test_one_item_is_proven_as_in_its_issue_and_says_by_which_rules() -> None:
    item = an_item_with(lines=(a_line(ARTICLE, VOTE),), links=(a_link(PAGE),))
    alone = check_item(item, held())
    assert alone == check(item)
    assert [(one.kind, one.passed) for one in alone.checked] == [
        ("headline", ("V0", "V2", "V6")),
        ("line", ("V0", "V2", "V5", "V6")),
        ("link", ("V15",)),
    ]


def rival(printed: str, value: float, says: str, quote: str = "900 tonnes") -> Rival:
    return Rival(
        value=value, printed=printed, says=says, as_of=at(20), evidence=(evidence(ARTICLE, quote),)
    )


@pytest.mark.parametrize(
    ("one", "rule"),
    [
        (rival("900", 900, "Joren Pell, the owner"), ""),
        (rival("900", 950, "Joren Pell"), "V4"),
        (rival("950", 950, "Joren Pell"), "V4"),
        (rival("900", 900, "Lida Sarn"), "V6"),
    ],
)
def test_a_rival_figure_has_its_number_and_its_owner(one: Rival, rule: str) -> None:
    detail = RivalFigures(counts="tonnes", unit="ton", rivals=(one,))
    assert rules(check(an_item_with(detail=detail))) == ({rule} if rule else set())


REVISIT = replace(PAGE, id="again", revisit_of=PAGE.id, status=304)


@pytest.mark.parametrize(
    ("link", "captures", "rule"),
    [
        (a_link(PAGE), (PAGE,), ""),
        (replace(a_link(PAGE), url=PAGE.url + "#top"), (PAGE,), ""),
        (a_link(REVISIT), (PAGE, REVISIT), ""),
        (a_link(REVISIT), (REVISIT,), "V15"),
        (a_link(LETTER_PAGE), (PAGE,), "V15"),
        (replace(a_link(PAGE), url="https://elsewhere.example/"), (PAGE,), "V15"),
        (a_link(replace(PAGE, status=404)), (replace(PAGE, status=404),), "V15"),
    ],
)
def test_a_link_leads_to_what_was_archived(
    link: ItemLink, captures: tuple[Capture, ...], rule: str
) -> None:
    found = check(an_item_with(links=(link,)), held(*captures)).findings
    assert {one.rule for one in found if one.rule == "V15"} == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Read the letter on Resolution 2517 (2023)", None),
        ("Read Resolution 2518 (2023)", Level.BLOCK),
        ("Annual budget", Level.WARN),
    ],
)
def test_a_document_link_leads_to_the_document_it_names(words: str, level: Level | None) -> None:
    link = a_link(LETTER_PAGE, kind=LinkKind.DOCUMENT, words=words)
    found = check(an_item_with(links=(link,))).findings
    assert [one.level for one in found] == ([level] if level else [])


def test_a_document_that_could_not_be_read_is_pointed_out() -> None:
    link = a_link(LETTER_PAGE, kind=LinkKind.DOCUMENT, words="The letter")
    report = check(an_item_with(links=(link,)), held(articles=(ARTICLE,)))
    assert rules(report, Level.WARN) == {"V15"}


@pytest.mark.parametrize(
    ("photo", "captures", "level"),
    [
        (PICTURE.digest, (PAGE, PICTURE), None),
        (digest_of(b"another"), (PAGE, PICTURE), Level.BLOCK),
        (PICTURE.digest, (PAGE,), Level.BLOCK),
    ],
)
def test_a_picture_is_the_one_that_was_archived(
    photo: str, captures: tuple[Capture, ...], level: Level | None
) -> None:
    shown = Photo(
        capture_id=PICTURE.id, digest=photo, media_type="image/jpeg", url=PICTURE.url, caption="x"
    )
    report = check(an_item_with(photo=shown), held(*captures))
    assert rules(report, Level.BLOCK) == ({"V0"} if level else set())


def test_a_caption_of_ones_own_is_pointed_out() -> None:
    shown = Photo(
        capture_id=PICTURE.id,
        digest=PICTURE.digest,
        media_type="image/jpeg",
        url=PICTURE.url,
        caption="The quarry before the works",
        article_id=ARTICLE.id,
    )
    assert rules(check(an_item_with(photo=shown)), Level.WARN) == {"V2"}


def test_evidence_of_a_picture_needs_its_bytes() -> None:
    line = a_line(ARTICLE, VOTE)
    picture = Evidence(capture_id=PICTURE.id, media_digest=PICTURE.digest)
    wrong = replace(picture, media_digest=digest_of(b"another"))
    both = replace(line, evidence=(*line.evidence, picture))
    assert not check(an_item_with(lines=(both,))).blocks
    for bad in (wrong, replace(picture, capture_id="none")):
        broken = replace(line, evidence=(*line.evidence, bad))
        assert rules(check(an_item_with(lines=(broken,)))) == {"V0"}


def test_a_caption_can_be_evidence() -> None:
    text = "The quarry at St Oren"
    proof = replace(evidence(ARTICLE, "quarry at St Oren"), part=Part.CAPTION)
    span = replace(proof, span=type(proof.span)(0, len(text)) if proof.span else None, quote=text)
    line = Line(text=text, evidence=(span,), language="en")
    assert not check(an_item_with(lines=(line,))).blocks


def test_the_report_says_what_stops() -> None:
    stop = Finding(rule="V4", level=Level.BLOCK, message="No.")
    look = Finding(rule="V3", level=Level.WARN, message="Look.")
    report = Report(findings=(stop, look, look), figures=(0, 1))
    assert report.blocks
    assert report.sentences() == (
        "0 of 1 figures proven.",
        "2 places ask for a look.",
        "1 finding stops the issue.",
    )
