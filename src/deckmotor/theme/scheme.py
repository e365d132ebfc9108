"""The names of a theme's colours, which building a deck needs too."""

SCHEME_NAMES: dict[str, str] = {
    "paper": "bg1",
    "ink": "tx1",
    "surface": "bg2",
    "deep": "tx2",
    "brand": "accent1",
    "accent": "accent2",
    "third": "accent3",
    "fourth": "accent4",
    "fifth": "accent5",
    "muted": "accent6",
    "link": "hlink",
    "visited": "folHlink",
}
"""The theme colour in PowerPoint that each token becomes."""
