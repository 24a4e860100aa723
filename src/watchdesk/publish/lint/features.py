"""Which features of HTML and CSS a mail uses, by the names under which they were tested.

Comes in: the HTML part. Goes out: uses, each needed or progressive. Progressive is what stands
inside `@media` or a comment for Outlook, and what Outlook's own pages are told: programs that skip
it lose nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from watchdesk.publish.lint.css import Declaration, Rule, declarations, rules
from watchdesk.publish.lint.names import (
    ATTRIBUTES,
    DISPLAY,
    ELEMENTS,
    FUNCTIONS,
    IMAGES,
    PROPERTIES,
    UNITS,
)

_HOOK = "[data-ogs"
_MEDIA = ("prefers-color-scheme", "prefers-reduced-motion", "orientation", "hover")
_UNIT = re.compile(r"(?<![\w#.-])[\d.]+(%|[a-z]{2,4})(?![\w-])")
_FUNCTION = re.compile(r"([a-z-]+)\(")
_PSEUDO = re.compile(r"(::?)([a-z-]+)")
_IN_BRACKETS = re.compile(r"\[[^\]]*\]|\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Use:
    """That a mail uses a feature; `where` shows one place."""

    slug: str
    needed: bool
    where: str


def uses(html: str) -> Mapping[str, Use]:
    """Each feature that the mail uses, once; needed if any of its uses is."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found: dict[str, Use] = {}
    for use in reader.found:
        if use.slug not in found or (use.needed and not found[use.slug].needed):
            found[use.slug] = use
    return found


class _Reader(HTMLParser):
    """Walks the mail's tags; a style sheet is read when it ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Use] = []
        self.sheet: list[str] | None = None

    def handle_decl(self, decl: str) -> None:
        self._use("html-doctype", f"<!{decl}>", needed=False)

    def handle_comment(self, data: str) -> None:
        self._use("html-comments", f"<!--{data[:20]}", needed=False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        where = f"<{tag}>"
        for slug in _of_element(tag, given):
            self._use(slug, where)
        for name in given:
            if slug := ATTRIBUTES.get(name, ""):
                self._use(slug, f"<{tag} {name}>")
        for one in declarations(given.get("style", "")):
            self._declared(one, f"<{tag} style>", needed=True)
        if tag == "style":
            self.sheet = []

    def handle_data(self, data: str) -> None:
        if self.sheet is not None:
            self.sheet.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "style" and self.sheet is not None:
            read = list(rules("".join(self.sheet)))
            self.sheet = None
            self._use("html-style", "<style>", needed=any(_needed(rule) for rule in read))
            for rule in read:
                self._ruled(rule, needed=_needed(rule))

    def _ruled(self, rule: Rule, *, needed: bool) -> None:
        for around in rule.within:
            for slug in _of_at_rule(around):
                self._use(slug, around[:60], needed=needed)
        for slug in _of_selectors(rule.selectors):
            self._use(slug, ", ".join(rule.selectors)[:60], needed=needed)
        where = ", ".join(rule.selectors)[:60] or " ".join(rule.within)[:60]
        for one in rule.declarations:
            self._declared(one, where, needed=needed)

    def _declared(self, one: Declaration, where: str, *, needed: bool) -> None:
        for slug in _of_declaration(one):
            self._use(slug, f"{where}: {one.name}", needed=needed)

    def _use(self, slug: str, where: str, *, needed: bool = True) -> None:
        self.found.append(Use(slug, needed, where))


def _needed(rule: Rule) -> bool:
    """Whether the mail would lose something without a rule of its style sheet."""
    if any(around.lower().startswith("@media") for around in rule.within):
        return False
    return not (rule.selectors and all(one.startswith(_HOOK) for one in rule.selectors))


def _of_element(tag: str, given: Mapping[str, str]) -> Iterator[str]:
    if tag != "style":  # counts by what stands in it
        yield ELEMENTS.get(tag, f"html-{tag}")
    if tag == "meta" and given.get("name") == "color-scheme":
        yield "html-meta-color-scheme"
    if tag in {"input", "button"}:
        yield f"html-{tag}-{given.get('type', 'text' if tag == 'input' else 'submit')}"
    if tag == "a" and given.get("href", "").startswith("mailto:"):
        yield "html-mailto-links"
    if tag == "a" and given.get("href", "").startswith("#"):
        yield "html-anchor-links"
    if tag == "img":
        yield from _of_image(given.get("src", "").lower())


def _of_image(src: str) -> Iterator[str]:
    if src.startswith("data:"):
        yield "image-base64"
        return
    ending = src.partition("?")[0].partition("@")[0].rpartition(".")[2]
    if ending in IMAGES:
        yield IMAGES[ending]


def _of_at_rule(around: str) -> Iterator[str]:
    low = around.lower()
    name = low.split("(")[0].split()[0].removeprefix("@")
    yield f"css-at-{name}"
    if name == "media":
        yield from (f"css-at-media-{one}" for one in _MEDIA if one in low)


def _of_selectors(selectors: tuple[str, ...]) -> Iterator[str]:
    if len(selectors) > 1:
        yield "css-selector-grouping"
    for selector in selectors:
        if "[" in selector:
            yield "css-selector-attribute"
        for colons, name in _PSEUDO.findall(selector):
            kind = "element" if colons == "::" or name in {"before", "after"} else "class"
            yield f"css-pseudo-{kind}-{name}"
        yield from _of_selector(_IN_BRACKETS.sub("", selector))


def _of_selector(bare: str) -> Iterator[str]:
    joints = {"child": ">", "adjacent-sibling": "+", "general-sibling": "~"}
    used = [f"css-selector-{name}" for name, mark in joints.items() if mark in bare]
    parts = re.split(r"\s*[>+~]\s*|\s+", bare.strip())
    yield from used or (["css-selector-descendant"] if len(parts) > 1 else [])
    for part in parts:
        yield from _of_compound(_PSEUDO.sub("", part))


def _of_compound(plain: str) -> Iterator[str]:
    """The simple selectors of one element, and that there are several."""
    for mark, name in ((".", "class"), ("#", "id"), ("*", "universal")):
        if mark in plain:
            yield f"css-selector-{name}"
    if plain[:1].isalpha():
        yield "css-selector-type"
    if plain.count(".") + plain.count("#") + plain[:1].isalpha() > 1:
        yield "css-selector-chaining"


def _of_declaration(one: Declaration) -> Iterator[str]:
    if one.name.startswith("--"):
        yield "css-variables"
    elif one.name == "display":
        yield DISPLAY.get(one.value.lower(), "css-display")
    else:
        name = re.sub(r"^-(webkit|moz|ms)-", "", one.name)
        yield PROPERTIES.get(name, f"css-{name}")
    if one.important:
        yield "css-important"
    value = one.value.lower()
    yield from (f"css-unit-{UNITS.get(unit, unit)}" for unit in _UNIT.findall(value))
    yield from (FUNCTIONS[name] for name in _FUNCTION.findall(value) if name in FUNCTIONS)
    if "url(" in value and _paints(one.name):
        yield "css-background-image"
    if re.search(r"\b(system-ui|ui-(serif|sans-serif|rounded|monospace))\b", value):
        yield "css-sytem-ui"  # the tests' own spelling


def _paints(name: str) -> bool:
    """Whether a property can paint a picture behind words."""
    return name in {"background", "background-image"}
