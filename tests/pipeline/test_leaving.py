"""An issue on its way out, with secrets in the registers that it tells of."""

import json
from dataclasses import replace

import pytest
from tests.builders import a_capture, an_article, an_issue
from tests.pipeline.room import NOW
from tests.pipeline.test_leaks import TODAY, desk, told
from tests.registers.making import WITNESSED

from watchdesk.config.lists import HandOverTable, ListmonkTable, PostedTable
from watchdesk.issue.dossiers import dossier
from watchdesk.model import WITHDRAWN, GateError, Issue, Key, Section
from watchdesk.pipeline import Desk, campaigning, clearing, entering, exporting, posting
from watchdesk.pipeline.edition import fingerprint, must_be_proven
from watchdesk.pipeline.entering import ByHand
from watchdesk.pipeline.publishing import publication_of
from watchdesk.pipeline.registered import changed_entries
from watchdesk.pipeline.standings import standings_of
from watchdesk.publish import PUBLISHERS, File
from watchdesk.store import articles, captures, issues, registers
from watchdesk.store.issues import Proof

__all__ = ["desk"]


@pytest.fixture
def issue(desk: Desk) -> Issue:
    """What changed in the registers, as an issue that was proven."""
    capture = a_capture()
    page = replace(an_article("Anna Oke was held."), capture_id=capture.id)
    with desk.store.writing() as tx:
        captures.add(tx, (capture,))
        article = replace(page, id=str(WITNESSED[0].article_id))
        articles.add(tx, article, captured_at=NOW, first_captured_at=NOW)
        found = changed_entries(tx, since=None, until=NOW, day=TODAY, number=1)
        items = tuple(dossier(one, "issue") for one in found)
        section = Section(key="registers", title="Registers", items=items)
        made = replace(an_issue(number=1), sections=(section,))
        issues.put(tx, made)
        issues.put_proof(tx, proof_of(made))
    return made


def proof_of(issue: Issue) -> Proof:
    report = {"quotations": [0, 0], "figures": [0, 0], "links": [0, 0]}
    return Proof(
        issue_id=issue.id, at=NOW, fingerprint=fingerprint(issue), blocks=False, report=report
    )


def test_no_edition_tells(desk: Desk, issue: Issue) -> None:
    publication = publication_of(desk, issue, proof_of(issue))
    files: list[File] = [file for one in PUBLISHERS for file in one.render(publication)]
    texts = [file.body.decode("utf-8", "replace") for file in files]
    assert any("Anna Oke" in text for text in texts)
    assert [told(text) for text in texts if told(text)] == []


def test_what_was_withdrawn_since_the_proof_stops_the_issue(
    desk: Desk,
    issue: Issue,
) -> None:
    must_be_proven(desk, issue)
    gone = ByHand(target="oke", kind=WITHDRAWN, by="Mara", held_from=TODAY)
    entering.enter(desk, replace(gone, kind="consented", value={"scope": "publish"}))
    entering.enter(desk, gone)
    with pytest.raises(GateError, match=r"oke stays here\. Consent to publish it was withdrawn"):
        must_be_proven(desk, issue)


def handed(desk: Desk, issue: Issue) -> str:
    """All that another mailer gets of an issue, whichever it is."""
    own = replace(
        desk,
        config=replace(
            desk.config,
            site_url="https://letter.example/",
            hand_over=HandOverTable(
                json=PostedTable(url="https://press.example/"),
                listmonk=ListmonkTable(url="http://127.0.0.1:9", lists=(1,), template=1),
            ),
        ),
    )
    list(exporting.export(own, issue))
    files = sorted((desk.folder / exporting.FOLDER).rglob("*.*"))
    posted = posting.body_of(own, issue)
    drafted = campaigning.fields_of(own, issue)
    return "".join([path.read_text(errors="replace") for path in files] + [repr(drafted)]) + repr(
        json.loads(posted)
    )


def test_no_other_mailer_is_told(desk: Desk, issue: Issue) -> None:
    whole = handed(desk, issue)
    assert whole.count("Anna Oke") > 3
    assert told(whole) == []


def test_what_was_withdrawn_since_it_was_published_is_handed_to_nobody(
    desk: Desk, issue: Issue
) -> None:
    gone = ByHand(target="oke", kind=WITHDRAWN, by="Mara", held_from=TODAY)
    entering.enter(desk, replace(gone, kind="consented", value={"scope": "publish"}))
    entering.enter(desk, gone)
    with pytest.raises(GateError, match="Consent to publish it was withdrawn"):
        handed(desk, issue)
    assert not (desk.folder / exporting.FOLDER).exists()


def test_a_word_that_an_editor_wrote_in_stops_the_issue(
    desk: Desk,
    issue: Issue,
) -> None:
    items = [
        replace(item, headline=replace(item.headline, text="Guard Brec"))
        for item in issue.items
        if getattr(item.detail, "entry", "") == "oke"
    ]
    with desk.store.reading() as tx:
        (sentence,) = clearing.staying(tx, items, TODAY).values()
    assert sentence == "The item on oke holds words that must not leave."


def test_the_proof_compares_with_what_the_public_may_know(
    desk: Desk,
    issue: Issue,
) -> None:
    named = replace(issue.items[0], headline=replace(issue.items[0].headline, text="Kelmet Vane"))
    with desk.store.reading() as tx:
        assert registers.carrying(tx, (Key("name", "Kelmet Vane"),))
        assert standings_of(tx, [named], desk, {}) == {named.id: ()}
