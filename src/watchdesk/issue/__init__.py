"""The week's edition, as data: what goes in, in which order, with which words from the archive."""

from watchdesk.issue.rules import SectionRule

__all__ = ["SectionRule"]
