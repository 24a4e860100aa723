"""A model of the desk's own, from desk.toml to what grouping gets."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from tests.builders import a_capture, an_article, at
from tests.stories.concepts import embed
from tests.stories.pieces import FLOOD
from tests.stories.test_meaning import FLOODED

from watchdesk.config import create, load
from watchdesk.model import ConfigError, Stage, WorldError
from watchdesk.pipeline import group, open_desk
from watchdesk.store import articles, captures, stories, work

HERE = "tests.stories.concepts:embed"


def desk_with(folder: Path, by: str, model: str = "ideas") -> Path:
    create(folder, title="Letter", language="en")
    file = folder / "desk.toml"
    file.write_text(f'{file.read_text()}\n[embed]\nby = "{by}"\nmodel = "{model}"\n')
    return folder


def grouped(folder: Path) -> Mapping[str, str]:
    """The stories of a flood told in two languages."""
    told = (("The river floods the town", FLOOD, "en"), ("Наводнение в городе", FLOODED, "ru"))
    with open_desk(folder, now=at(20)) as desk:
        for hour, (title, text, language) in enumerate(told):
            url = f"https://tidings.example/{language}"
            capture = a_capture(url, body=text.encode(), fetched_at=at(19, 8 + hour))
            article = an_article(text, title=title, url=url, capture=capture, language=language)
            moment = capture.fetched_at
            with desk.store.writing() as tx:
                captures.add(tx, (capture,))
                articles.add(tx, article, captured_at=moment, first_captured_at=moment)
                work.add(tx, Stage.GROUP, (article.id,), moment)
        list(group(desk))
        with desk.store.reading() as tx:
            ids = articles.ids_first_captured(tx, since=None, until=at(21))
            return stories.of_articles(tx, ids)


@contextmanager
def a_service(broken: bool = False) -> Iterator[str]:
    """The tests' own embedding behind an address."""

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            rows = [] if broken else embed(asked["input"])
            data = [{"index": number, "embedding": row} for number, row in enumerate(rows)]
            body = json.dumps({"model": asked["model"], "data": data[::-1]}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/embeddings"
    finally:
        server.shutdown()
        server.server_close()


def test_a_function_of_a_module_joins_stories_across_languages(tmp_path: Path) -> None:
    assert len(set(grouped(desk_with(tmp_path, HERE)).values())) == 1


def test_without_a_model_they_stay_apart(tmp_path: Path) -> None:
    assert len(set(grouped(desk_with(tmp_path, "", "")).values())) == 2


def test_a_service_is_asked_in_the_same_way(tmp_path: Path) -> None:
    with a_service() as url:
        assert len(set(grouped(desk_with(tmp_path, url)).values())) == 1


def test_a_model_that_fails_stops_grouping_with_a_sentence_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    with a_service(broken=True) as url, pytest.raises(WorldError, match="0 rows came for 2 texts"):
        grouped(desk_with(tmp_path, url))
    with open_desk(tmp_path, now=at(20)) as desk, desk.store.reading() as tx:
        assert work.count(tx, Stage.GROUP) == 2


@pytest.mark.parametrize(
    ("by", "model", "said"),
    [
        ("our_model", "m", "neither 'module:function' nor an address"),
        ("our model:embed", "m", "neither"),
        (HERE, "", "needs a name"),
    ],
)
def test_what_cannot_be_meant_is_said(tmp_path: Path, by: str, model: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        load(desk_with(tmp_path, by, model))
