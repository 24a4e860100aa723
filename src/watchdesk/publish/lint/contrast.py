"""Whether every word of a mail can be read, where the screen is light and where it is dark.

Comes in: the HTML part as a tree. Goes out: findings. Colours are those of style sheets, `style`,
`bgcolor` and `color`, the sheets' by the order of precedence of CSS; a colour that is written in
another way than `#rgb`, `#rrggbb` or `rgb()` is not judged.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from watchdesk.model.theme import LEAST_CONTRAST, contrast
from watchdesk.publish.lint.css import Declaration, Rule, declarations, rules
from watchdesk.publish.lint.finding import Found

SCHEMES = ("light", "dark")
_GROUND, _WORDS = {"light": "#ffffff", "dark": "#121212"}, {"light": "#000000", "dark": "#ffffff"}
_LINKS = {"light": "#0000ee", "dark": "#9e9eff"}
_HEX = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)")
_UNSEEN = {"style", "script", "head", "title", "template"}


@dataclass(frozen=True, slots=True)
class _Shown:
    """What an element hands down: the colour of words and of the ground."""

    words: str
    ground: str


def contrasts(tree: LexborHTMLParser) -> Iterator[Found]:
    """Words that are too faint, once for each pair of colours."""
    read = [rule for style in tree.css("style") for rule in rules(style.text())]
    for scheme in SCHEMES:
        styled = _styled(tree, [rule for rule in read if _holds(rule, scheme)])
        faint: dict[_Shown, str] = {}
        for shown, words in _words(tree, styled, scheme):
            if contrast(shown.words, shown.ground) < LEAST_CONTRAST:
                faint.setdefault(shown, words)
        for shown, words in faint.items():
            reached = contrast(shown.words, shown.ground)
            yield Found(
                "contrast",
                True,
                f"On a {scheme} screen “{words[:40]}” is {shown.words} on {shown.ground}: "
                f"a contrast of {reached:.1f}; words need {LEAST_CONTRAST}.",
            )
    if not any("prefers-color-scheme: dark" in around for rule in read for around in rule.within):
        yield Found("contrast", False, "The mail has no colours for dark screens.")


def _holds(rule: Rule, scheme: str) -> bool:
    """Whether a rule speaks in a scheme, on any width."""
    around = " ".join(rule.within)
    return "prefers-color-scheme" not in around or scheme in around


Styles = Mapping[int, Mapping[str, str]]
"""The properties that style sheets give each element, by the element's number."""


def _styled(tree: LexborHTMLParser, held: list[Rule]) -> tuple[Styles, Styles]:
    """What sheets say without and with `!important`."""
    plain: dict[int, dict[str, str]] = {}
    heavy: dict[int, dict[str, str]] = {}
    pairs = [(_weight(one), rule, one) for rule in held for one in rule.selectors]
    pairs.sort(key=lambda pair: pair[0])
    for _, rule, selector in pairs:
        for node in _chosen(tree, selector):
            for one in rule.declarations:
                into = heavy if one.important else plain
                into.setdefault(node.mem_id, {}).update(_colours((one,)))
    return plain, heavy


def _chosen(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return tree.css(selector)
    except SelectolaxError:
        return []


def _weight(selector: str) -> tuple[int, int, int]:
    """The specificity of a selector."""
    names = len(re.findall(r"(?:^|[\s>+~])[a-z]", selector))
    return selector.count("#"), len(re.findall(r"[.\[]|(?<!:):(?!:)", selector)), names


def _colours(given: tuple[Declaration, ...]) -> dict[str, str]:
    found = {}
    for one in given:
        name = "ground" if one.name in {"background", "background-color"} else one.name
        if name == "display":
            found[name] = one.value.lower()
        elif name in {"ground", "color"} and (colour := _colour(one.value)):
            found[name] = colour
    return found


def _colour(value: str) -> str:
    low = value.lower()
    if found := _HEX.search(low):
        digits = found[0][1:]
        return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
    if found := _RGB.search(low):
        return "#" + "".join(f"{min(255, int(part)):02x}" for part in found.groups())
    return ""


def _words(
    tree: LexborHTMLParser, styled: tuple[Styles, Styles], scheme: str
) -> Iterator[tuple[_Shown, str]]:
    """Every run of words with its colours; what is not displayed is passed over."""
    start = _Shown(_WORDS[scheme], _GROUND[scheme])
    waiting = [(tree.root, start)] if tree.root else []
    while waiting:
        node, above = waiting.pop()
        given = _of(node, styled)
        if node.tag in _UNSEEN or given.get("display") == "none":
            continue
        words = given.get("color") or (_LINKS[scheme] if node.tag == "a" else above.words)
        shown = _Shown(words, given.get("ground", above.ground))
        child = node.first_child
        while child is not None:
            if child.is_text_node and (text := " ".join((child.text_content or "").split())):
                yield shown, text
            elif child.is_element_node:
                waiting.append((child, shown))
            child = child.next


def _of(node: LexborNode, styled: tuple[Styles, Styles]) -> dict[str, str]:
    """An element's own colours: attributes, sheets, `style`, sheets that insist."""
    plain, heavy = styled
    given = node.attributes
    own = declarations(given.get("style") or "")
    insisting = tuple(one for one in own if one.important)
    return {
        **_colours((Declaration("background", given.get("bgcolor") or ""),)),
        **plain.get(node.mem_id, {}),
        **_colours(own),
        **heavy.get(node.mem_id, {}),
        **_colours(insisting),
    }
