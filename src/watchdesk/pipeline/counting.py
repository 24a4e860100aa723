"""Hands the figure ledger its reports: what the stories of a window count.

In: candidates with what was read in their articles. Out: quantities. Views are left out where
others report; what the ledger makes of numbers is its own business.
"""

from collections.abc import Mapping

from watchdesk.issue import Candidate, is_opinion, when
from watchdesk.model import Quantity
from watchdesk.pipeline.desk import Desk
from watchdesk.registers import Report, ledger
from watchdesk.store.reads import Findings


def counted(
    desk: Desk, candidate: Candidate, found: Mapping[str, Findings]
) -> tuple[Quantity, ...]:
    """What the articles of a story count, and who gives which number."""
    origins = {member.article_id: member.origin for member in candidate.story.members}
    reports = [article for article in candidate.articles if not is_opinion(article)]
    return ledger(
        [
            Report(
                article=article,
                at=when(article, candidate),
                outlet=desk.outlets.get(article.source_id or "", article.source_id or ""),
                body=desk.bodies.get(article.source_id or "", ""),
                origin=origins.get(article.id) or article.id,
                statements=found[article.id].statements,
                figures=found[article.id].figures,
            )
            for article in reports or candidate.articles
            if article.id in found
        ]
    )
