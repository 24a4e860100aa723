"""The desk's list of subjects: its own `subjects.toml`, or the shipped one.

In: a desk's folder. Out: rules, or complaints that name the place. The shipped list holds the
seventeen top Media Topics of the IPTC (https://cv.iptc.org/newscodes/mediatopic/) with their codes.
"""

import tomllib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from watchdesk.config.complaints import checked, doubles
from watchdesk.issue import SubjectRule

SUBJECTS = "subjects.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectTable:
    """One subject that a story may have.

    Attributes:
        code: a short and lasting name, as in "medtop:12000000".
        title: how it is printed.
        filed: categories under which outlets file such articles; each weighs 2.0.
        words: words of any language, case ignored; a trailing `*` takes any ending. A word weighs
            1.0, in a title 2.0; a story has the subject from a weight of 2.0 on.
    """

    code: str
    title: str
    filed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectsFile:
    """The whole list."""

    subjects: tuple[SubjectTable, ...] = ()


def read_subjects(folder: Path, complaints: list[str]) -> tuple[SubjectRule, ...]:
    """The subjects of a desk, none where there are complaints."""
    own = folder / SUBJECTS
    try:
        text = own.read_text(encoding="utf-8") if own.exists() else shipped_subjects()
        table = checked(SubjectsFile, tomllib.loads(text), SUBJECTS, complaints)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        complaints.append(f"{SUBJECTS}: {error}")
        return ()
    listed = table.subjects if table else ()
    complaints += doubles(f"{SUBJECTS}: code", (one.code for one in listed))
    return tuple(
        SubjectRule(code=one.code, title=one.title, filed=one.filed, words=one.words)
        for one in listed
    )


def shipped_subjects() -> str:
    """The list that comes with the program, as TOML."""
    path = resources.files("watchdesk.config") / "templates" / SUBJECTS
    return path.read_text(encoding="utf-8")
