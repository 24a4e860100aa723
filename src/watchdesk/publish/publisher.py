"""What a publisher is: a name, its options, and one pure function from a publication to files."""

from collections.abc import Callable
from dataclasses import dataclass

from watchdesk.publish.publication import File, Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """One way to publish.

    `options` is the publisher's own frozen dataclass, whose docstring and defaults are its
    reference; `render` makes the files, the same for the same publication, and touches nothing.
    """

    name: str
    about: str
    options: object
    render: Callable[[Publication], tuple[File, ...]]
