"""What a desk's own model says of articles, where it has one.

In: articles. Out: a meaning for each, or none at all where desk.toml names no model. The model is a
function of a module that the desk's owner installed, or a service that is asked over the network;
nothing is fetched. A model that fails stops grouping with one sentence: the articles wait.
"""

import json
import os
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from watchdesk.config.embed import EmbedTable
from watchdesk.model import Article, WorldError
from watchdesk.pipeline.desk import Desk
from watchdesk.publish.delivery.asking import NoAnswerError, Question, ask
from watchdesk.stories.meaning import Embed, Meaning, meaning

READ = 1000
"""Characters of an article, the title before them: models read no more than a few hundred words."""
AT_ONCE = 64
"""Texts in one question to a service."""


def meanings_of(desk: Desk, articles: Sequence[Article]) -> dict[str, Meaning]:
    """The meanings of articles by their ids; WorldError where the model fails."""
    table = desk.config.embed
    if not table.by or not articles:
        return {}
    texts = [f"{article.title}\n{article.text[:READ]}" for article in articles]
    try:
        rows = list(_model(table)(texts))
        if len(rows) != len(texts):
            raise ValueError(f"{len(rows)} rows came for {len(texts)} texts")  # noqa: TRY301
        found = [meaning(table.model, row) for row in rows]
    except Exception as error:  # somebody else's code: whatever it raises, people get a sentence
        said = " ".join(f"{error}".split())[:300].rstrip(".") or type(error).__name__
        raise WorldError(
            f"The model '{table.model}' ({table.by}) did not answer as it should: {said}. "
            "The articles wait; without [embed] in desk.toml they are grouped without it."
        ) from error
    return {article.id: one for article, one in zip(articles, found, strict=True)}


@cache
def _model(table: EmbedTable) -> Embed:
    return _service(table) if table.is_service else _function(table.by)


def _function(path: str) -> Embed:
    module, _, name = path.partition(":")
    found: Embed = getattr(import_module(module), name)
    return found


def _service(table: EmbedTable) -> Embed:
    """A model behind an address, asked as OpenAI's /v1/embeddings is."""

    def embed(texts: Sequence[str]) -> Iterable[Sequence[float]]:
        for start in range(0, len(texts), AT_ONCE):
            yield from _answer(table, texts[start : start + AT_ONCE])

    return embed


def _answer(table: EmbedTable, texts: Sequence[str]) -> list[list[float]]:
    key = os.environ.get(table.key_env, "")
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    body = json.dumps({"model": table.model, "input": list(texts)}).encode()
    question = Question(
        method="POST",
        url=table.by,
        headers=headers | ({"Authorization": f"Bearer {key}"} if key else {}),
        body=body,
        seconds=table.seconds,
    )
    answer = ask(question)
    if not answer.good:
        raise NoAnswerError(answer.told)
    data: list[dict[str, Any]] = json.loads(answer.body)["data"]
    return [one["embedding"] for one in sorted(data, key=lambda one: int(one["index"]))]
