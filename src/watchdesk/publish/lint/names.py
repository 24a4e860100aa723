"""From what stands in HTML and CSS to the names under which caniemail.com tested it.

What is not here is tested under its own name (`color` as `css-color`), or was never tested.
"""

_SIDES = ("top", "right", "bottom", "left")

PROPERTIES = {
    **{f"{name}-{side}": f"css-{name}" for name in ("margin", "padding") for side in _SIDES},
    **{f"border-{side}": "css-border" for side in _SIDES},
    **{f"border-{side}-{part}": "css-border" for side in _SIDES for part in ("color", "style")},
    **{f"border-{side}-width": "css-border" for side in _SIDES},
    **{f"border-{part}": "css-border" for part in ("color", "style", "width")},
    **{
        f"border-{one}-{other}-radius": "css-border-radius"
        for one in ("top", "bottom")
        for other in ("left", "right")
    },
    **{
        f"{name}-{way}-{end}": f"css-{name}-{way}-start-end"
        for name in ("margin", "padding")
        for way in ("block", "inline")
        for end in ("start", "end")
    },
    **{
        f"{name}-{way}": f"css-{name}-inline-block"
        for name in ("margin", "padding")
        for way in ("block", "inline")
    },
    **dict.fromkeys(_SIDES, "css-left-right-top-bottom"),
    **dict.fromkeys(("row-gap", "column-gap"), "css-gap"),
    **dict.fromkeys(("overflow-x", "overflow-y"), "css-overflow"),
    **dict.fromkeys(("block-size", "inline-size"), "css-block-inline-size"),
    **dict.fromkeys(
        ("flex", "flex-basis", "flex-grow", "flex-shrink", "flex-flow", "order", "align-self"),
        "css-display-flex",
    ),
    **dict.fromkeys(
        ("grid-template-rows", "grid-template-columns", "grid-template-areas"),
        "css-grid-template",
    ),
    **dict.fromkeys(
        ("columns", "column-width", "column-rule", "column-fill", "column-span"),
        "css-column-layout-properties",
    ),
}

DISPLAY = {
    "none": "css-display-none",
    "flex": "css-display-flex",
    "inline-flex": "css-display-flex",
    "grid": "css-display-grid",
    "inline-grid": "css-display-grid",
}

FUNCTIONS = {
    "calc": "css-unit-calc",
    "clamp": "css-function-clamp",
    "conic-gradient": "css-conic-gradient",
    "hsl": "css-modern-color",
    "lab": "css-modern-color",
    "lch": "css-modern-color",
    "light-dark": "css-function-light-dark",
    "linear-gradient": "css-linear-gradient",
    "max": "css-function-max",
    "min": "css-function-min",
    "oklab": "css-modern-color",
    "oklch": "css-modern-color",
    "radial-gradient": "css-radial-gradient",
    "rgb": "css-rgb",
    "rgba": "css-rgba",
    "var": "css-variables",
}

UNITS = {"%": "percent"}

ELEMENTS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "html-h1-h6"),
    **dict.fromkeys(("ul", "ol", "dl", "li", "dt", "dd"), "html-lists"),
    **dict.fromkeys(("b", "i", "em"), "html-strong"),
    **dict.fromkeys(("thead", "tbody", "tfoot", "tr", "td", "th", "caption"), "html-table"),
    **dict.fromkeys(
        (
            "article",
            "aside",
            "details",
            "figcaption",
            "figure",
            "footer",
            "header",
            "main",
            "mark",
            "nav",
            "section",
            "summary",
            "time",
        ),
        "html-semantics",
    ),
    **dict.fromkeys(("map", "area"), "html-image-maps"),
}

ATTRIBUTES = {
    **{
        name: f"html-{name}"
        for name in (
            "align",
            "aria-describedby",
            "aria-hidden",
            "aria-label",
            "aria-labelledby",
            "aria-live",
            "background",
            "cellpadding",
            "cellspacing",
            "dir",
            "height",
            "hidden",
            "lang",
            "popover",
            "required",
            "role",
            "srcset",
            "target",
            "valign",
            "width",
        )
    },
    "inert": "css-inert-attribute",
    "loading": "html-loading-attribute",
}

IMAGES = {
    **{
        name: f"image-{name}"
        for name in ("apng", "avif", "bmp", "gif", "hdr", "ico", "mp4", "png", "svg", "tiff")
    },
    "heic": "image-heif",
    "heif": "image-heif",
    "jpeg": "image-jpg",
    "jpg": "image-jpg",
    "webp": "image-webp",
}
