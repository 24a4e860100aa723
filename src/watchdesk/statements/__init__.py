"""Who said what, which numbers and which documents an article names, each with its span.

An article comes in, a `Read` goes out; ids are derived from the article and the spans, so reading
twice gives the same. Nothing is guessed: a speaker the text does not show is None.
"""

from watchdesk.statements.read import VERSION, Read, read

__all__ = ["VERSION", "Read", "read"]
