"""What follows from an answer or a failure, in the transaction that keeps it.

In: a transaction, what was fetched, the moment. Out: rows: what is known of the address, problems,
visits, what waits. A source's own address (`root`) is asked again for ever, at growing distances;
what a list named is given up after a few tries.
"""

from datetime import datetime, timedelta

from watchdesk.archive import Fetched, validators_of
from watchdesk.model import Capture, Code, Problem, Purpose, Request, Stage, Validators
from watchdesk.pipeline.waiting import line_up
from watchdesk.store import Transaction, addresses, captures, problems, visits, work
from watchdesk.store.addresses import Address
from watchdesk.store.visits import Visit

NOT_MODIFIED = 304
FOR_GOOD = frozenset({301, 308})
TRIES = 3
GIVE_UP_AT_ONCE = frozenset(
    {Code.NOT_FOUND, Code.GONE, Code.LEGAL, Code.ROBOTS, Code.ADDRESS, Code.LOGIN, Code.TOO_LARGE}
)
MOST_PATIENCE = timedelta(days=1)
GONE_FOR = timedelta(days=30)

ENTRY_ENDS = (b"</item>", b"</entry>", b"</url>", b"</sitemap>")
"""What stands in the beginning of a list, and not in that of a bomb."""


def note_answer(
    tx: Transaction, fetched: Fetched, answer: Capture, now: datetime, *, known: Address | None
) -> None:
    """Keep that a request was answered, and line up what came.

    `known` is what was known of a source's own address, None for what a list named.
    """
    request = fetched.request
    if known is None:
        addresses.answered(tx, request)
    if known is None or known.failures:
        problems.solve(tx, Stage.GATHER, request.url)
    for stage, subject in line_up(answer):
        work.add(tx, stage, (subject,), now)
    if known is not None:
        _note_root(tx, fetched, answer, known, now)


def _note_root(
    tx: Transaction, fetched: Fetched, answer: Capture, known: Address, now: datetime
) -> None:
    request = fetched.request
    validators = validators_of(fetched.exchanges[-1])
    unchanged = answer.revisit_of is not None
    sent = request.validators != Validators()
    address = Address(
        url=request.url,
        validators=known.validators if answer.status == NOT_MODIFIED else validators,
        capture_id=answer.revisit_of or answer.id,
        digest=answer.digest,
        checked_at=now,
        asked_whole_at=known.asked_whole_at if sent else now,
    )
    addresses.put(tx, address)
    if (unchanged and known.capture_id) or request.purpose is not Purpose.INDEX:
        again = unchanged and known.capture_id is not None
        outcome, new = (_as_before(tx, request, known), 0) if again else ("new", 1)
        visits.add(
            tx,
            Visit(source_id=request.source_id, at=now, outcome=outcome, listed=new, new=new),
        )


def _as_before(tx: Transaction, request: Request, known: Address) -> str:
    """How a visit went that brought the same: what was empty or no list is so still."""
    before = "" if known.failures else visits.last_outcome(tx, request.source_id)
    return before if before in {"empty", "failed"} else "unchanged"


def note_failure(
    tx: Transaction, request: Request, problem: Problem, now: datetime, *, root: bool
) -> None:
    """Keep a problem, and when its address is asked again."""
    problems.put(tx, problem, now)
    if not root:
        until = problem.retry_after or now + timedelta(hours=1)
        give_up = 1 if problem.code in GIVE_UP_AT_ONCE else TRIES
        addresses.postpone(tx, request, until=until, give_up_after=give_up)
        return
    known = addresses.get(tx, request.url)
    failures = known.failures + 1
    validators = Validators() if problem.code is Code.NEVER_RECEIVED else known.validators
    addresses.put(
        tx,
        Address(
            url=request.url,
            validators=validators,
            capture_id=known.capture_id,
            digest=known.digest,
            checked_at=now,
            asked_whole_at=known.asked_whole_at,
            not_before=problem.retry_after or _not_before(problem, failures, now),
            failures=failures,
        ),
    )
    visits.add(tx, Visit(source_id=request.source_id, at=now, outcome="failed"))


def never_received(request: Request, kept: tuple[Capture, ...]) -> Problem | None:
    """A 304 to a first question: nothing was ever received that could be unchanged."""
    if not kept or kept[-1].status != NOT_MODIFIED or kept[-1].revisit_of is not None:
        return None
    return Problem(
        stage=Stage.GATHER,
        subject=request.url,
        code=Code.NEVER_RECEIVED,
        message=f"{request.url} answered 'unchanged' although nothing was ever received from it.",
        source_id=request.source_id,
    )


def moved(tx: Transaction, fetched: Fetched, known: Address | None) -> Problem | None:
    """That a source's address led for good to the same other one at this visit and the last."""
    hops = fetched.exchanges
    if known is None or known.capture_id is None or len(hops) < 2:
        return None
    before = captures.get(tx, known.capture_id)
    if before is None or before.url != hops[-1].url:
        return None
    if any(hop.status not in FOR_GOOD for hop in hops[:-1]):
        return None
    request = fetched.request
    return Problem(
        stage=Stage.GATHER,
        subject=request.url,
        code=Code.MOVED,
        message=f"{request.url} has moved for good to {hops[-1].url}.",
        source_id=request.source_id,
    )


def part_of_list(fetched: Fetched) -> bool:
    """Whether a list was too large and its beginning came, where the newest entries stand."""
    if fetched.problem is None or fetched.problem.code is not Code.TOO_LARGE:
        return False
    if fetched.request.purpose is not Purpose.INDEX or not fetched.exchanges:
        return False
    last = fetched.exchanges[-1]
    return last.status == 200 and any(end in last.body for end in ENTRY_ENDS)


def _not_before(problem: Problem, failures: int, now: datetime) -> datetime | None:
    """A growing distance from the second failure on: an hour, two, four, up to a day."""
    if problem.code is Code.GONE:
        return now + GONE_FOR
    if failures < 2:
        return None
    return now + min(timedelta(hours=2 ** min(failures - 2, 5)), MOST_PATIENCE)
