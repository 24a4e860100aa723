from dataclasses import replace

from tests.issue.making import a_candidate, a_photo, a_week, said, told

from watchdesk.issue import SectionRule, draft, keys_of, to_markdown, with_memory
from watchdesk.model import Issue, Ran

RULE = SectionRule(key="roads", title="Roads")


def an_issue() -> Issue:
    article, capture = told(
        "“The road is open again and will stay open,” said Ada Brel. It had been shut since May."
    )
    quote = said(article, "The road is open again and will stay open", speaker="Ada Brel")
    candidate = a_candidate(
        (article, capture), statements=[quote], photo=a_photo("road"), story_id="road"
    )
    return draft(a_week(), {"roads": [candidate]}, [RULE])


def test_what_ran_before_is_marked_with_its_issue_and_nothing_is_taken_out() -> None:
    issue = an_issue()
    ran = dict.fromkeys(keys_of(issue), 7)
    marked = with_memory(issue, ran)
    (item,) = marked.items
    assert {one.what for one in item.ran} == {"story", "link", "quotation", "photo"}
    assert replace(item, ran=()) == issue.items[0]
    assert "this photo ran in issue 7" in to_markdown(marked)


def test_only_what_ran_is_marked() -> None:
    issue = an_issue()
    photo = next(key for key in keys_of(issue) if key.startswith("photo:"))
    assert with_memory(issue, {photo: 3}).items[0].ran == (Ran("photo", 3),)
    assert with_memory(issue, {}) == issue


def test_a_quotation_is_known_again_in_other_marks() -> None:
    issue = an_issue()
    item = issue.items[0]
    typed = replace(
        item, quotes=(replace(item.quotes[0], text="the road is open again and will stay open"),)
    )
    section = replace(issue.sections[0], items=(typed,))
    assert keys_of(replace(issue, sections=(section,))) == keys_of(issue)
