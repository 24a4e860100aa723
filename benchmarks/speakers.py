"""Who a speaker is, on passages of our own fiction: how often a name is right, and how often given.

    python benchmarks/speakers.py [FILE.toml] [--wrong]

Precision is the share of given values that are right, coverage the share of those that the text
shows which are given and right. One row for each language and field; `--wrong` lists what differs.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from watchdesk.model import Article, Dated, Statement
from watchdesk.statements import read

PASSAGES = Path(__file__).parents[1] / "tests" / "cases" / "statements" / "speakers.toml"
PUBLISHED = datetime(2026, 11, 25, tzinfo=UTC)
FIELDS = ("speaker", "role", "organisation", "party", "place", "via", "said_on", "medium")


class Judged(NamedTuple):
    """One field of one statement: what the passage shows, and what was answered."""

    language: str
    field: str
    shown: str
    given: str
    text: str
    hard: bool


def judged(passages: list[dict[str, Any]]) -> Iterator[Judged]:
    """Each field that a passage names, with the answer."""
    for passage in passages:
        text, language = passage["text"], passage["language"]
        found = statements_of(text, language)
        for said in passage["said"]:
            one = holding(found, text, said["words"])
            for field in FIELDS:
                if field in said:
                    given = value_of(one, field, text) if one else ""
                    hard = bool(passage.get("hard"))
                    yield Judged(language, field, said[field], given, text, hard)


def statements_of(text: str, language: str) -> tuple[Statement, ...]:
    """What is read in a passage, printed on 25 November 2026."""
    return read(
        Article(
            id="a",
            capture_id="c",
            text=text,
            language=language,
            published=Dated(PUBLISHED),
            reader="case",
            version=1,
        )
    ).statements


def holding(found: tuple[Statement, ...], text: str, words: str) -> Statement | None:
    """The statement whose words hold these; the shortest, where one stands within another."""
    having = [one for one in found if words in " ".join(span.of(text) for span in one.content)]
    return min(
        having, key=lambda one: sum(span.end - span.start for span in one.content), default=None
    )


def value_of(one: Statement, field: str, text: str) -> str:
    """A field of a statement as a passage writes it; empty where it is not known."""
    if field == "speaker":
        return one.speaker.name if one.speaker else ""
    if field == "via":
        return one.setting.via.of(text) if one.setting.via else ""
    if field in ("said_on", "medium"):
        return str(getattr(one.setting, field) or "")
    return getattr(one.speaker, field, "") if one.speaker else ""


def main(arguments: list[str]) -> None:
    """Print the table, and what differs if asked."""
    files = [Path(one) for one in arguments if not one.startswith("--")] or [PASSAGES]
    cases = [
        case for file in files for case in judged(tomllib.loads(file.read_text("utf-8"))["passage"])
    ]
    count: Counter[tuple[str, str, str]] = Counter()
    for case in cases:
        for language in (case.language, "all"):
            count[language, case.field, "shown"] += bool(case.shown)
            count[language, case.field, "given"] += bool(case.given)
            count[language, case.field, "right"] += bool(case.shown) and case.shown == case.given
    print("language  field         shown  given  right  precision  coverage")
    for language, field in sorted({(key[0], key[1]) for key in count}):
        shown, given, right = (count[language, field, kind] for kind in ("shown", "given", "right"))
        ratios = f"{right / max(given, 1):9.3f}  {right / max(shown, 1):8.3f}"
        print(f"{language:8}  {field:12}  {shown:5}  {given:5}  {right:5}  {ratios}")
    if "--wrong" in arguments:
        for case in cases:
            if case.shown != case.given:
                print(
                    f"{case.language} {case.field}: {case.given!r}, not {case.shown!r}: {case.text}"
                )


if __name__ == "__main__":
    main(sys.argv[1:])
