"""What may no longer be shown leaves the site: consent withdrawn, or ended by its date."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.builders import at
from tests.pipeline.mailing import configure, put_issue
from tests.pipeline.published import a_published_desk, built
from tests.registers.making import a_development, opened

from watchdesk.issue.dossiers import dossier
from watchdesk.model import CONSENTED, Dossier, Scope, Span
from watchdesk.pipeline import Desk, dossiers, issue_numbered, open_desk, testimonies
from watchdesk.pipeline.publishing import renew, renewed
from watchdesk.pipeline.registered import changed_entries
from watchdesk.pipeline.testimonies import Interview
from watchdesk.store import articles

ENDS = date(2026, 11, 25)
WORDS = "The quarry road at Carrow"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A published issue whose first item is the dossier of a person who agreed until a day."""
    folder = a_published_desk(tmp_path / "desk", issues_=2, items=2)
    configure(folder, publish={"search": False, "registers": ["cases"]})
    with open_desk(folder, now=at(19)) as desk, desk.store.writing() as tx:
        until = a_development(CONSENTED, value={"scope": "publish"}, held_to=ENDS, evidence=())
        dossiers.record(tx, [opened(), a_development(), until])
    return folder


def with_dossier(folder: Path, number: int) -> str:
    with open_desk(folder, now=at(20)) as desk:
        issue = issue_numbered(desk, number)
    first, *others = issue.sections
    detail = Dossier(register="case", entry="oke", previously="", stations=())
    item = replace(first.items[0], detail=detail)
    put_issue(folder, replace(issue, sections=(replace(first, items=(item,)), *others)))
    return item.id


def drafted(desk: Desk) -> list[Any]:
    """The items of testimonies that a draft of today would have."""
    with desk.store.reading() as tx:
        found = changed_entries(
            tx, since=None, until=desk.clock(), day=desk.clock().date(), number=3
        )
    return [dossier(one, "issue") for one in found if one.word == "testimony"]


def on_site(folder: Path, words: str) -> list[str]:
    return [
        path.relative_to(folder / "site").as_posix()
        for path in sorted((folder / "site").rglob("*"))
        if path.is_file() and words.encode() in path.read_bytes()
    ]


def test_consent_that_ends_by_its_date_takes_the_item_its_receipts_and_the_entry_away(
    folder: Path,
) -> None:
    item = with_dossier(folder, 1)
    built(folder)
    assert [path for path in on_site(folder, "Item 0 of issue 1") if item in path]
    assert on_site(folder, "Anna Oke")
    with open_desk(folder, now=at(24)) as desk:
        assert list(renew(desk)) == []
    with open_desk(folder, now=at(25)) as desk:
        assert "left the site" in renewed(desk)
        assert renewed(desk) == ""
    assert on_site(folder, "Item 0 of issue 1") == []
    assert on_site(folder, f"{WORDS} is open again, the town council said. 1-0") == []
    assert on_site(folder, "Anna Oke") == []
    assert on_site(folder, "Item 0 of issue 2")


def test_what_could_not_be_taken_off_the_place_that_serves_the_site_is_tried_at_the_next_run(
    folder: Path,
) -> None:
    configure(folder, publish={"to": {"kind": "folder", "path": "served"}})
    item, served = with_dossier(folder, 1), folder / "served"
    built(folder)
    (page,) = [path for path in on_site(folder, "Item 0 of issue 1") if item in path][:1]
    assert (served / page).is_file()
    served.rename(folder / "away")
    served.write_text("A file stands in the way.")
    with open_desk(folder, now=at(25)) as desk:
        assert re.search("left the site.* could not be brought", renewed(desk))
        assert renewed(desk).startswith("The site could not be brought")
        served.unlink()
        (folder / "away").rename(served)
        assert renewed(desk) == ""
    assert not (served / page).exists()


def test_words_of_a_witness_go_with_the_consent_wherever_their_page_is_cited(folder: Path) -> None:
    with open_desk(folder, now=at(19)) as desk:
        (cited,) = issue_numbered(desk, 1).sections[0].items[0].headline.evidence
        with desk.store.reading() as tx:
            page = articles.get(tx, str(cited.article_id))
        assert page is not None
        told = Interview(
            text=page.text.encode(),
            held_from=date(2026, 11, 2),
            by="Mara",
            scopes=(Scope.KEEP, Scope.QUOTE),
        )
        witness = testimonies.add(desk, told)
        testimonies.redact(desk, witness, [Span(0, 20)], by="Mara")
        assert drafted(desk) == []
    with open_desk(folder, now=at(19) + timedelta(hours=1)) as desk:
        testimonies.publish(desk, witness, where=page.url, by="Ilan")
        (told,) = drafted(desk)
        assert re.match(r"Witness \w{4}, a pseudonym", told.detail.previously)
        assert " ".join(line.text for line in told.lines) == page.text
        assert told.detail.stations == ()
    built(folder)
    assert on_site(folder, "Item 0 of issue 1")
    configure(folder, publish={"to": {"kind": "s3", "bucket": "letters"}})
    with open_desk(folder, now=at(21)) as desk:
        testimonies.withdraw(desk, witness, by="Mara", reason="asked")
        assert drafted(desk) == []
        # The place that the site is brought to is not there: that is said as well.
        assert re.search(r"left the site\. .*stays in its own folder", renewed(desk))
    assert on_site(folder, "Item 0 of issue 1") == on_site(folder, page.text) == []
