"""What a kind of source is: its options, what to ask for, and how its list is read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from watchdesk.model import Capture, Code, Lead, Problem, Purpose, Request, Source, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a list said: leads in its order, lists that it names, what was wrong with it."""

    leads: tuple[Lead, ...] = ()
    requests: tuple[Request, ...] = ()
    problems: tuple[Problem, ...] = ()
    title: str = ""


def records(
    source: Source, urls: Iterable[str], found_in: Capture | None = None
) -> tuple[Request, ...]:
    """Requests for what an official interface says at these addresses, each once."""
    return tuple(
        Request(
            url=url,
            source_id=source.id,
            purpose=Purpose.RECORD,
            found_in=found_in.id if found_in else None,
        )
        for url in dict.fromkeys(urls)
    )


def no_answer(capture: Capture, interface: str) -> Reading:
    """That what came is nothing that an official interface answers."""
    problem = Problem(
        stage=Stage.GATHER,
        subject=capture.asked,
        code=Code.UNREADABLE,
        message=f"{capture.asked} is no answer of {interface}.",
        source_id=capture.source_id,
    )
    return Reading(problems=(problem,))


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceKind:
    """One kind: `options` is its own frozen dataclass, `requests` and `leads` are pure.

    `key_header` names the header in which an interface wants its key; the options of such a kind
    have a `key_env`, the name of the environment variable that holds it.
    """

    name: str
    about: str
    options: type
    requests: Callable[[Source], tuple[Request, ...]]
    leads: Callable[[Source, Capture, bytes], Reading]
    key_header: str = ""
