"""Rows to values and back, for the nouns whose fields are columns of their own."""

from typing import Any

from sqlalchemy import RowMapping

from watchdesk.model import Article, Byline, Capture, Dated, How, Image, Link, Place, Precision
from watchdesk.store.values import dump, load


def capture_row(capture: Capture) -> dict[str, Any]:
    """The columns of a capture."""
    return {
        "id": capture.id,
        "url": capture.url,
        "asked": capture.asked,
        "fetched_at": capture.fetched_at,
        "status": capture.status,
        "media_type": capture.media_type,
        "charset": capture.charset,
        "digest": capture.digest,
        "size": capture.size,
        "how": capture.how.value,
        "file": capture.place.file,
        "offset": capture.place.offset,
        "length": capture.place.length,
        "source_id": capture.source_id,
        "purpose": capture.purpose,
        "revisit_of": capture.revisit_of,
    }


def capture_of(row: RowMapping) -> Capture:
    """The capture of a row."""
    return Capture(
        id=row["id"],
        url=row["url"],
        asked=row["asked"],
        fetched_at=row["fetched_at"],
        status=row["status"],
        media_type=row["media_type"],
        charset=row["charset"],
        digest=row["digest"],
        size=row["size"],
        how=How(row["how"]),
        place=Place(row["file"], row["offset"], row["length"]),
        source_id=row["source_id"],
        purpose=row["purpose"],
        revisit_of=row["revisit_of"],
    )


def article_row(article: Article) -> dict[str, Any]:
    """The columns of an article that are its own (not those of its arrival)."""
    published = article.published
    return {
        "id": article.id,
        "capture_id": article.capture_id,
        "source_id": article.source_id,
        "url": article.url,
        "title": article.title,
        "published_at": published.at if published else None,
        "language": article.language,
        "text": article.text,
        "reader": article.reader,
        "version": article.version,
        "page_type": article.page_type,
        "replaces": article.replaces,
        "details": _details(article),
    }


def _details(article: Article) -> dict[str, Any]:
    published = article.published
    return {
        "authors": list(article.byline.authors),
        "precision": published.precision.value if published else None,
        "doubtful": bool(published and published.doubtful),
        "image": dump(article.image),
        "links": dump(article.links),
        "categories": list(article.categories),
        "agency": article.agency,
        "cut": article.cut,
        "origins": [list(pair) for pair in article.origins],
        "pages": [list(pair) for pair in article.pages],
    }


def article_of(row: RowMapping) -> Article:
    """The article of a row."""
    details = row["details"]
    return Article(
        id=row["id"],
        capture_id=row["capture_id"],
        source_id=row["source_id"],
        url=row["url"],
        title=row["title"],
        byline=Byline(tuple(details["authors"])),
        published=_dated(row),
        language=row["language"],
        text=row["text"],
        reader=row["reader"],
        version=row["version"],
        page_type=row["page_type"],
        image=load(Image, details["image"]) if details["image"] else None,
        links=load(tuple[Link, ...], details["links"]),
        categories=tuple(details["categories"]),
        agency=details["agency"],
        cut=details["cut"],
        origins=tuple((name, origin) for name, origin in details["origins"]),
        pages=tuple((start, page) for start, page in details.get("pages", ())),
        replaces=row["replaces"],
    )


def _dated(row: RowMapping) -> Dated | None:
    if row["published_at"] is None:
        return None
    details = row["details"]
    return Dated(row["published_at"], Precision(details["precision"]), details["doubtful"])
