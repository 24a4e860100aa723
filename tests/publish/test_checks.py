"""The gate's report on the pages: each receipt's rules, and all of them on one page."""

from dataclasses import replace

from tests.publish.standard import a_publication

from watchdesk.model import Checked
from watchdesk.publish.web import WebOptions, render

PUBLICATION = a_publication()
ITEM = PUBLICATION.issue.items[0]
CHECKED = (
    Checked(
        item_id=ITEM.id,
        kind="headline",
        words=ITEM.headline.text,
        rules=("V0", "V2", "V3"),
        looked=("V3",),
    ),
    Checked(item_id=ITEM.id, kind="count", words="3", rules=("V12",)),
)


def pages(checked: tuple[Checked, ...]) -> dict[str, str]:
    files = render(replace(PUBLICATION, checked=checked), options=WebOptions(pictures=False))
    return {file.path: file.body.decode() for file in files if file.media_type == "text/html"}


def test_the_report_lists_each_piece_with_its_rules_and_who_looked() -> None:
    made = pages(CHECKED)
    report = made[f"issues/{PUBLICATION.issue.number}/report/index.html"]
    assert "2 pieces of this issue went through the gate" in report
    assert "3 independent sources" in report
    assert report.count("looked at by a person") == 1
    assert 'id="V12"' in report
    receipts = [page for path, page in made.items() if path.startswith("receipts/")]
    assert sum("The report on the whole issue" in page for page in receipts) == 1


def test_without_a_list_of_checks_no_page_points_to_a_report() -> None:
    made = pages(())
    assert not any("report/index.html" in each for each in (*made, *made.values()))
