"""An entry is known again by id, address or content, whichever of these its site changes.

In: a lead, and what is known of earlier ones. Out: its keys; whether two are the same entry;
whether the same entry has changed. Pure: looking up the earlier ones is the store's.
"""

from dataclasses import dataclass
from datetime import datetime

from watchdesk.model import Lead, identity
from watchdesk.sources.addresses import address_key, path_key


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadKeys:
    """What an entry may be known again by; an empty key matches nothing."""

    entry_key: str
    url_key: str
    content_key: str


def keys_of(lead: Lead) -> LeadKeys:
    """The keys of a lead."""
    day = lead.published.date().isoformat() if lead.published else ""
    words = f"{folded(lead.title)}\n{folded(lead.summary)[:2000]}"
    return LeadKeys(
        entry_key=identity("entry", lead.entry_id) if lead.entry_id else "",
        url_key=address_key(lead.url) if lead.url else "",
        content_key=identity("content", words, day) if len(words) > 12 else "",
    )


def folded(text: str) -> str:
    """Words without case and doubled blanks."""
    return " ".join(text.casefold().split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What is known of an entry that was seen before."""

    keys: LeadKeys
    url: str | None
    title: str
    updated: datetime | None


def same(lead: Lead, earlier: Earlier, *, keys: LeadKeys | None = None) -> bool:
    """Whether a lead is the entry that was seen before; `keys` are the lead's, if at hand.

    The same address is the same entry, unless it is only the site's front. The same id is, unless
    both title and path differ: some sites give one id to all their entries. The same words on the
    same day are, whatever id and address say: some give new ones at each reading.
    """
    own = keys or keys_of(lead)
    if own.url_key and own.url_key == earlier.keys.url_key:
        return not _is_front(own.url_key) or _same_title(lead, earlier)
    if own.entry_key and own.entry_key == earlier.keys.entry_key:
        return _same_title(lead, earlier) or _same_path(lead, earlier)
    return bool(own.content_key) and own.content_key == earlier.keys.content_key


def _is_front(url_key: str) -> bool:
    """Whether an address is a site's front page, where feeds send what has no page of its own."""
    return url_key.endswith("/") and url_key.count("/") == 1


def _same_title(lead: Lead, earlier: Earlier) -> bool:
    return bool(lead.title) and folded(lead.title) == folded(earlier.title)


def _same_path(lead: Lead, earlier: Earlier) -> bool:
    if not lead.url or not earlier.url:
        return lead.url == earlier.url and not (lead.title and earlier.title)
    return path_key(lead.url) == path_key(earlier.url) and not _is_front(address_key(lead.url))


def changed(lead: Lead, earlier: Earlier) -> bool:
    """Whether the list says that the same entry reads differently now: ask for its page again."""
    if folded(lead.title) != folded(earlier.title):
        return True
    if lead.updated is None:
        return False
    return earlier.updated is None or lead.updated > earlier.updated
