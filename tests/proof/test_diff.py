"""How the changed words are shown on the terminal."""

from watchdesk.proof import word_diff


def test_changed_words_stand_in_brackets() -> None:
    shown = word_diff("They took 1,300 tonnes of it.", "They took 1,200 tonnes of it.")
    assert shown == "They took [-1,300-] {+1,200+} tonnes of it."


def test_what_is_added_or_gone_is_shown_alone() -> None:
    assert word_diff("They left.", "They never left.") == "They {+never+} left."
    assert word_diff("They never left.", "They left.") == "They [-never-] left."


def test_words_far_from_a_change_are_left_out() -> None:
    long = " ".join(f"w{number}" for number in range(40))
    assert word_diff(f"a {long}", f"b {long}") == "[-a-] {+b+} w0 w1 w2 w3 w4 w5 …"
