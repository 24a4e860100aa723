"""What an address alone tells of what it leads to."""

from urllib.parse import urlsplit


def is_document(url: str) -> bool:
    """Whether an address looks like that of a letter, bill or report."""
    return urlsplit(url).path.casefold().endswith(".pdf")
