"""What the stages say is said in every language of the desk, read from the code."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import watchdesk
from watchdesk.desk.catalogue import LOCALES
from watchdesk.text.said import forms_of, said

CODE = Path(watchdesk.__file__).parent
TOLD = {
    "proof": ["proof/*.py"],
    "problems": [
        "archive/addresses.py", "archive/chase.py", "archive/decoding.py", "archive/failure.py",
        "archive/folder.py", "archive/guard.py", "archive/transfer.py", "archive/verdict.py",
        "extract/**/*.py", "sources/*.py", "pipeline/answers.py", "pipeline/extraction.py",
        "pipeline/gathering.py", "pipeline/keys.py", "pipeline/building.py",
        "pipeline/publishing.py", "publish/delivery/bringing.py", "pipeline/cures.py",
    ],
    "health": ["pipeline/source_health.py"],
    "refusals": [
        "pipeline/albums.py", "pipeline/bench.py", "pipeline/citing.py", "pipeline/editing.py",
        "pipeline/intake.py", "pipeline/past.py", "pipeline/storylines.py", "pipeline/taking.py",
        "pipeline/troubles.py", "pipeline/undoing.py", "pipeline/witnesses.py", "issue/editing.py",
    ],
    "reasons": ["issue/rank.py", "issue/draft.py", "issue/photos.py"],
}  # fmt: skip
TO_A_TERMINAL = {"report.py", "lists.py"}
"""Files whose sentences no screen shows: a summary for a terminal, a refused file."""
OTHERS = [language for language in LOCALES if language != "en"]
SENTENCE = re.compile(r"[A-Z“'{].*[.…}]", re.DOTALL)
PLACE = "X7"


def forms(group: str) -> Iterator[str]:
    """The sentences that these files can make, each expression in them a place."""
    for pattern in TOLD[group]:
        for path in sorted(CODE.glob(pattern)):
            if path.name not in TO_A_TERMINAL:
                yield from _of(ast.parse(path.read_text("utf-8")))


def _of(tree: ast.AST) -> Iterator[str]:
    inner = {id(part) for node in ast.walk(tree) for part in _never_alone(node)}
    for node in ast.walk(tree):
        if id(node) in inner:
            continue
        form = _form(node)
        reason = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reason"
        if reason and isinstance(node, ast.Call):
            yield from filter(None, [_form(node.args[0])])
        elif form.count(" ") > 1 and form.endswith(".") and SENTENCE.fullmatch(form):
            yield form


def _never_alone(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, and the parts of what is put together."""
    body = getattr(node, "body", None)
    if isinstance(body, list):
        yield from (one.value for one in body if isinstance(one, ast.Expr))
    if isinstance(node, ast.JoinedStr):
        yield from node.values


def _form(node: ast.AST) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(_form(one) or "{}" for one in node.values)
    return ""


def example(form: str) -> str:
    """The form with something in each place; what hangs on a word or a full stop may be nothing."""
    return re.sub(r"\{\w*\}", PLACE, re.sub(r"(?<=[a-z.])\{\}(?=\.|$)", "", form))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("group", TOLD)
def test_every_sentence_of_the_stages_is_in_the_table(group: str, language: str) -> None:
    found = [example(form) for form in forms(group)]
    assert len(found) > 3
    assert [one for one in found if said(one, language) == one] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_places_of_its_form(language: str) -> None:
    def places(text: str) -> list[str]:
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)

    for form, translated in forms_of(language).items():
        assert places(form) == places(translated), form
        assert said(example(form), language) != example(form), form


def test_what_stands_in_a_place_is_carried_over_and_a_form_within_a_form_is_told() -> None:
    assert (
        said("No feed at https://a.example/x: a web page stands there.", "fr")
        == "Pas de flux à https://a.example/x : une page web s’y trouve."
    )
    busy = "a.example answered 503 (busy). It asked to wait until 20 November 09:02 UTC."
    assert said(busy, "fr").startswith("a.example a répondu 503 (occupé). Il a demandé")
    assert said("Nobody knows this sentence.", "fr") == "Nobody knows this sentence."
    assert said("Nothing came.", "en") == "Nothing came."


def test_a_value_is_carried_over_as_its_source_has_it() -> None:
    for value in ("{host}", "{}", "4 languages", "” “", "{0.__class__}", "about", "3 days"):
        told = said(f"The source has no “{value}” here.", "fr")
        assert told == f"La source n’a pas « {value} » ici."
    assert said("“" * 50_000, "fr") == "“" * 50_000
