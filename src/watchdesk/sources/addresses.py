"""Addresses as sources print them: made absolute, and brought to one form to be known again by.

In: what stands in a link. Out: an absolute http(s) address or None; or a key that forgets what
sites add to one and the same address. Nothing is asked.
"""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

LONGEST = 2_000
"""Longer than any address that servers agree to take (RFC 9110 recommends 8,000 octets a line, and
what is longer than this in feeds was data, not an address)."""

_TRACKING = re.compile(
    r"^(utm_.*|fbclid|gclid|dclid|yclid|msclkid|mc_[ce]id|igshid|ref|ref_src|rss|xtor|at_.*"
    r"|ns_.*|cmpid|ocid|wt\.mc.*|_ga|s?sid|sess(ion)?(_?id)?|phpsessid|jsessionid|spm|smid)$",
    re.IGNORECASE,
)
_SESSION_IN_PATH = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_KEPT = "!#$%&'()*+,/:;=?@[]~"
_PORTS = {"http": 80, "https": 443}


def absolute(link: str | None, base: str) -> str | None:
    """The absolute http(s) address of a link found at `base`, in ASCII; None for all else.

    Letters beyond ASCII are written as RFC 3490 (host) and RFC 3986 (path, query) say, so that no
    look-alike letter and no mark that turns the direction of writing stands in an address.
    """
    if not link:
        return None
    try:
        address = urljoin(base, re.sub(r"[\t\r\n]", "", link).strip())
        parts = urlsplit(address)
        if parts.scheme not in _PORTS or not parts.hostname or len(address) > LONGEST:
            return None
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    except ValueError:
        return None
    path, query = quote(parts.path, safe=_KEPT), quote(parts.query, safe=_KEPT)
    return urlunsplit((parts.scheme, host, path, query, ""))


def address_key(url: str) -> str:
    """One form for all spellings of an address: without tracking, fragment, session, port 80.

    http and https count as one, as does a `www.` before the host: no site tells two different
    articles by these.
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url
    where = host if port in {None, *_PORTS.values()} else f"{host}:{port}"
    path = quote(unquote(_SESSION_IN_PATH.sub("", parts.path)), safe="/~:@!$&'()*+,;=") or "/"
    path = path.rstrip("/") or "/"
    pairs = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.match(key)
    ]
    query = urlencode(sorted(pairs))
    return f"{where}{path}?{query}" if query else f"{where}{path}"


def path_key(url: str) -> str:
    """The address without any query: what is left when a site adds a parameter to each link."""
    return address_key(url).partition("?")[0]
