"""The house look as editions use it: CSS custom properties, lists of fonts.

Comes in: a `Theme`. Goes out: text for a style sheet. Colours were checked when the theme was made.
"""

from dataclasses import asdict

from watchdesk.model import Palette, Theme

SHIPPED = {"serif": "Desk Serif", "sans": "Desk Sans"}
"""The names under which the site's pages load the shipped fonts."""

LOGO = "logo"
"""The folder of the site that holds the theme's logo."""

PRINTED = {"serif": "Noto Serif", "sans": "Noto Sans"}
"""The families of the shipped fonts, by their own names."""

_FALLBACK = {
    "serif": ("Georgia", "Times New Roman", "serif"),
    "sans": ("system-ui", "Segoe UI", "Helvetica", "Arial", "sans-serif"),
    "mono": ("ui-monospace", "SF Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "monospace"),
}
_MAIL_FALLBACK = {
    "serif": ("Georgia", "Times New Roman", "serif"),
    "sans": ("Helvetica", "Arial", "sans-serif"),
    "mono": ("Menlo", "Consolas", "monospace"),
}
_GENERIC = {"serif", "sans-serif", "monospace", "system-ui", "ui-monospace"}


def tokens(theme: Theme) -> str:
    """The style sheet that gives every page its colours and fonts: `--paper`, …, `--mono`."""
    fonts = "".join(f"  --{kind}: {stack(theme, kind)};\n" for kind in _FALLBACK)
    dark = "".join(f"  {line}\n" for line in _colours(theme.dark).splitlines())
    return (
        "/* Paper and ink; one colour for what is proven or leads further. */\n"
        f":root {{\n  color-scheme: light dark;\n{_colours(theme.light)}{fonts}}}\n\n"
        f"@media (prefers-color-scheme: dark) {{\n  :root {{\n{dark}  }}\n}}\n"
    )


def stack(theme: Theme, kind: str) -> str:
    """The CSS list of fonts for "serif", "sans" or "mono" on a page: own, shipped, the reader's."""
    shipped = (SHIPPED[kind],) if kind in SHIPPED else ()
    return _listed((*_own(theme, kind), *shipped, *_FALLBACK[kind]), quote='"')


def mail_stack(theme: Theme, kind: str) -> str:
    """The same for mail, which loads no font: own, then what every machine has."""
    return _listed((*_own(theme, kind), *_MAIL_FALLBACK[kind]), quote="'")


def _own(theme: Theme, kind: str) -> tuple[str, ...]:
    return {"serif": theme.serif, "sans": theme.sans}.get(kind, ())


def _listed(names: tuple[str, ...], *, quote: str) -> str:
    return ", ".join(
        name if name.isalpha() or name in _GENERIC else f"{quote}{name}{quote}" for name in names
    )


def _colours(palette: Palette) -> str:
    return "".join(f"  --{name}: {colour};\n" for name, colour in asdict(palette).items())
