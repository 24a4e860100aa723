"""What an editor may do to the text of an issue, and what is refused."""

from dataclasses import replace

import pytest
from tests.builders import a_quote, an_article, an_issue, an_item, at

from watchdesk.issue import Edited, from_markdown, to_markdown
from watchdesk.model import Issue, Item, ItemLink, LinkKind, Section, identity

TEXT = (
    "The quarry road is open again, the council said. It had been shut since the spring floods "
    "of March. A second road stays closed.\n\n"
    "“Nobody should have to walk nine miles for bread in this valley,” Mara Ilves said.\n\n"
    "«Дорога снова открыта для всех», сказал Орест Кадим."
)
ARTICLE = an_article(TEXT)
MORE = ItemLink(
    kind=LinkKind.MORE,
    words="Tidings",
    url="https://tidings.example/quarry",
    capture_id="c1",
    archived_at=at(16),
)
LETTER = replace(MORE, kind=LinkKind.DOCUMENT, words="The letter", capture_id="c2")


def _item(number: int) -> Item:
    item = an_item(ARTICLE, lines=["The quarry road is open again, the council said."])
    return replace(item, id=identity("item", number))


def _full() -> Item:
    quotes = (
        a_quote(ARTICLE, "Nobody should have to walk nine miles for bread", speaker="Mara Ilves"),
        replace(
            a_quote(ARTICLE, "Дорога снова открыта для всех", speaker="Орест Кадим", role="мэр"),
            language="ru",
        ),
    )
    return replace(_item(0), quotes=quotes, links=(LETTER, MORE))


FULL = _full()
ISSUE = an_issue(
    Section(key="council", title="Council", items=(FULL, _item(1), _item(2), _item(3))),
    Section(key="aid", title="Aid", items=(_item(4),)),
    Section(key="photos", title="Photos", empty_because="No picture came."),
)
MARKS = [item.id for item in ISSUE.items]


def edit(old: str, new: str, issue: Issue = ISSUE) -> Edited:
    """The issue after one replacement in its text."""
    text = to_markdown(issue)
    assert text.count(old) >= 1
    return from_markdown(text.replace(old, new, 1), issue, by="Ada")


def test_a_changed_headline_is_signed_and_rests_on_all_evidence_of_its_item() -> None:
    edited = edit("### Quarry road opens", "### The road to the quarry is open")
    item = edited.issue.items[0]
    assert item.headline.text == "The road to the quarry is open"
    assert (item.headline.by, item.edited_by) == ("Ada", "Ada")
    assert item.headline.evidence == tuple(dict.fromkeys(FULL.evidence))
    assert edited.changed == (item,)
    assert edited.issue.items[1:] == ISSUE.items[1:]


def test_a_changed_line_is_signed_and_keeps_its_language() -> None:
    issue = replace(ISSUE, language="fr")
    edited = edit("is open again, the council", "is open, the council", issue)
    assert edited.issue.items[0].lines[0].by == "Ada"
    assert edited.issue.items[0].lines[0].language == "en"


def test_an_added_line_is_in_the_language_of_the_issue() -> None:
    edited = edit("> Nobody", "Una nueva frase del equipo.\n\n> Nobody")
    first, second = edited.issue.items[0].lines
    assert (first, second.text) == (FULL.lines[0], "Una nueva frase del equipo.")
    assert (second.by, second.language) == ("Ada", "en")


def test_points_of_a_list_become_lines() -> None:
    edited = edit(
        "> Nobody", "- One point of\n  two lines\n* Another point\n+ A third one\n\n> Nobody"
    )
    assert [line.text for line in edited.issue.items[0].lines[1:]] == [
        "One point of two lines", "Another point", "A third one",
    ]  # fmt: skip


def test_a_deleted_line_is_gone() -> None:
    edited = edit("The quarry road is open again, the council said.\n\n", "")
    assert edited.issue.items[0].lines == ()
    assert edited.issue.items[0].edited_by == "Ada"


def test_a_deleted_item_is_named_and_leaves_the_others_unsigned() -> None:
    text = to_markdown(ISSUE)
    first, last = text.index(f"### Quarry road opens {{#{MARKS[1]}}}"), text.index(MARKS[2])
    cut = text[:first] + "### Quarry road opens {#" + text[last:]
    edited = from_markdown(cut, ISSUE, by="Ada")
    assert edited.removed == (MARKS[1],)
    assert edited.changed == ()
    assert [item.id for item in edited.issue.items] == [MARKS[0], *MARKS[2:]]


def _reordered(*order: tuple[str, tuple[int, ...]]) -> Edited:
    """The issue with these sections in this order, each with these items."""
    blocks = ["# The Velmor Letter, issue 12"]
    for key, places in order:
        title = next(each.title for each in ISSUE.sections if each.key == key)
        blocks.append(f"## {title} {{#{key}}}")
        for place in places:
            alone = an_issue(Section(key="x", title="X", items=(ISSUE.items[place],)))
            blocks.append(to_markdown(alone).partition("{#x}")[2])
    return from_markdown("\n\n".join(blocks), ISSUE, by="Ada")


def test_an_item_moved_to_another_section_is_signed() -> None:
    edited = _reordered(("council", (0, 1, 2)), ("aid", (4, 3)), ("photos", ()))
    assert [item.id for item in edited.issue.sections[1].items] == [MARKS[4], MARKS[3]]
    assert [item.id for item in edited.changed] == [MARKS[3]]


def test_only_the_item_that_was_dragged_is_signed_in_a_new_order() -> None:
    edited = _reordered(("council", (3, 0, 1, 2)), ("aid", (4,)), ("photos", ()))
    assert [item.id for item in edited.issue.items] == [MARKS[3], *MARKS[:3], MARKS[4]]
    assert [item.id for item in edited.changed] == [MARKS[3]]
    edited = _reordered(("council", (1, 2, 3, 0)), ("aid", (4,)), ("photos", ()))
    assert [item.id for item in edited.changed] == [MARKS[0]]


def test_sections_stand_in_the_order_of_the_text_and_a_deleted_one_stays_empty() -> None:
    edited = _reordered(("aid", (4,)), ("council", (0, 1, 2, 3)))
    assert [each.key for each in edited.issue.sections] == ["aid", "council", "photos"]
    assert edited.issue.sections[2].empty_because == "No picture came."
    edited = _reordered(("council", (0, 1, 2, 3)), ("photos", ()))
    assert [each.key for each in edited.issue.sections] == ["council", "photos", "aid"]
    assert edited.issue.sections[2].empty_because == "An editor took the items out."
    assert edited.removed == (MARKS[4],)


def test_a_section_gets_the_title_that_it_is_given() -> None:
    edited = edit("## Aid {#aid}", "##  Relief \\{#1}  {#aid}  ")
    assert edited.issue.sections[1].title == "Relief {#1}"
    assert edited.changed == ()


def test_a_trimmed_quotation_keeps_its_evidence_and_owner() -> None:
    edited = edit("> Nobody should have to walk nine miles for bread", "> walk nine miles")
    quote = edited.issue.items[0].quotes[0]
    assert (quote.text, quote.speaker, quote.by) == ("walk nine miles", "Mara Ilves", "Ada")
    assert quote.evidence == FULL.quotes[0].evidence
    assert edited.issue.items[0].quotes[1] == FULL.quotes[1]


def test_a_translated_quotation_is_in_the_language_of_the_issue() -> None:
    edited = edit("Дорога снова открыта для всех", "The road is open to all again")
    quote = edited.issue.items[0].quotes[1]
    assert (quote.text, quote.language, quote.by) == ("The road is open to all again", "en", "Ada")
    assert quote.evidence == FULL.quotes[1].evidence


@pytest.mark.parametrize(
    ("owner", "speaker", "role"),
    [
        ("Mara Ilves, chair of the council", "Mara Ilves", "chair of the council"),
        ("M. Ilves", "M. Ilves", ""),
        ("unnamed", None, ""),
    ],
)
def test_the_owner_of_a_quotation_may_be_corrected(
    owner: str, speaker: str | None, role: str
) -> None:
    quote = edit("> — Mara Ilves", f"> — {owner}").issue.items[0].quotes[0]
    assert (quote.speaker, quote.role, quote.by) == (speaker, role, "Ada")


def test_a_deleted_owner_line_changes_nothing() -> None:
    assert edit("> — Mara Ilves\n", "").issue == ISSUE


def test_headings_need_no_blank_lines_around_them() -> None:
    text = to_markdown(ISSUE).replace("\n\n", "\n")
    assert from_markdown(text, ISSUE, by="Ada").issue == ISSUE


def test_quotations_and_links_need_no_blank_lines_between_them() -> None:
    text = to_markdown(ISSUE)
    first, last = text.index("The quarry road is"), text.index("(document)")
    tight = text[:first] + text[first:last].replace("\n\n", "\n") + text[last:]
    assert tight != text
    assert from_markdown(tight, ISSUE, by="Ada").issue == ISSUE


def test_a_quotation_follows_an_owner_without_a_blank_line() -> None:
    assert edit("> — Mara Ilves\n\n>", "> — Mara Ilves\n>").issue == ISSUE


def test_a_link_may_be_reworded_reordered_and_taken_out() -> None:
    edited = edit("- [The letter]", "- [Read the letter]")
    assert edited.issue.items[0].links == (replace(LETTER, words="Read the letter"), MORE)
    edited = edit("- [The letter](https://tidings.example/quarry) (document)\n", "")
    assert edited.issue.items[0].links == (MORE,)


def test_comments_line_ends_and_blanks_at_line_ends_are_ignored() -> None:
    text = to_markdown(ISSUE).replace("\n\n", "  \n<!-- a note\nof two lines -->\n\n")
    assert from_markdown(text, ISSUE, by="Ada").issue == ISSUE
    assert from_markdown(text.replace("\n", "\r\n"), ISSUE, by="Ada").issue == ISSUE


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("# The Velmor Letter, issue 12", "# Another", 1, "only the issue's own title"),
        ("## Council {#council}", "## Council {#counsel}", 6, "no such section"),
        ("## Council {#council}", "## Council", 6, "no such section"),
        ("## Council {#council}", "## {#council}", 6, "a section needs a title"),
        ("## Council {#council}", "##### Council", 6, "headings are ##"),
        ("## Council {#council}", "", 8, "this item stands in no section"),
        ("## Council {#council}", "Some words\n\n## Council {#council}", 6, "in no item"),
        (f"opens {{#{MARKS[0]}}}", "opens", 8, "no mark {#…}"),
        (f"opens {{#{MARKS[0]}}}", "opens {#abc}", 8, "no mark {#…}"),
        (f"opens {{#{MARKS[1]}}}", f"opens {{#{MARKS[0]}}}", 21, "stands in the text twice"),
        ("### Quarry road opens", "###", 8, "no headline"),
        ("> Nobody should", "> Somebody else had said something new about", 12, "not one of"),
        ("> Nobody should have to walk nine miles for bread\n", "", 12, "not one of"),
        ("> Дорога снова открыта для всех\n", "", 15, "without words"),
        ("[The letter](https://tidings.example/quarry)", "[The](https://x.example/)", 18, "link"),
        ("- [The letter]", "- [The letter", 18, "link"),
        ("> Nobody", "#quarry\n\n> Nobody", 12, r"write \#"),
        ("> Nobody", "<!-- a note\n\n> Nobody", 12, "never ends"),
    ],
)
def test_what_is_not_understood_is_a_complaint_with_its_line(
    old: str, new: str, line: int, words: str
) -> None:
    edited = edit(old, new)
    assert edited.issue is ISSUE
    assert edited.complaints[0].startswith(f"line {line}: ")
    assert words in edited.complaints[0]


def test_the_same_quotation_cannot_stand_twice() -> None:
    block = "> Nobody should have to walk nine miles for bread\n> — Mara Ilves\n\n"
    assert len(edit(block, block + block).complaints) == 1


def test_a_quotation_in_an_item_without_any_is_refused() -> None:
    text = to_markdown(ISSUE) + "\n> New words\n"
    text = text.replace("## Photos {#photos}\n\n<!-- No picture came. -->\n", "")
    assert "not one of the item's" in from_markdown(text, ISSUE, by="Ada").complaints[0]


def test_an_emptied_text_takes_nothing_over() -> None:
    assert from_markdown("\n", ISSUE, by="Ada").complaints == (
        "line 1: no item is left in this text; nothing was taken over",
    )


def test_an_edit_without_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="names who made it"):
        from_markdown(to_markdown(ISSUE), ISSUE, by=" ")
