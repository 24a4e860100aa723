"""V16: sentences on what became of a registered matter, planted and true."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.builders import a_headline, a_line, an_article

from watchdesk.config.words import shipped_words
from watchdesk.model import Brief, Finding, Item, Level
from watchdesk.proof import Held, Known, Standing, check_item

TOLD: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[1] / "cases/proof/records/en.toml").read_text("utf-8")
)
SHIPPED = {
    kind: tuple(words.get("en", ()))
    for register in ("measures", "cases")
    for kind, words in tomllib.loads(shipped_words(register)).items()
}
STANDINGS = tuple(
    Standing(
        **{
            **one,
            "words": SHIPPED,
            "keys": frozenset(one.get("keys", ())),
            "names": tuple(one.get("names", ())),
            "kinds": frozenset(one["kinds"]),
        }
    )
    for one in TOLD["standing"]
)


def found(sentence: str, *lines: str) -> list[Finding]:
    article = an_article(sentence)
    item = Item(
        id="item-1",
        headline=a_headline(article),
        lines=tuple(a_line(article, one) for one in (sentence, *lines)),
        detail=Brief(outlet="Tidings"),
    )
    report = check_item(item, Held(articles={article.id: article}), Known(standings=STANDINGS))
    return [one for one in report.findings if one.rule == "V16"]


@pytest.mark.parametrize("sentence", [one for rows in TOLD["planted"].values() for one in rows])
def test_a_sentence_that_the_record_contradicts_is_warned_of(sentence: str) -> None:
    (one,) = found(sentence)
    assert one.level is Level.WARN
    assert one.nearest in one.message


@pytest.mark.parametrize("sentence", [one for rows in TOLD["true"].values() for one in rows])
def test_a_sentence_that_the_record_bears_out_passes(sentence: str) -> None:
    assert found(sentence) == []
