"""Addresses: what a link may lead to."""

import re
from typing import Any

from deckmotor.model.words import shortened

Trouble = tuple[str, tuple[str, ...], dict[str, Any]]
"""A code of the catalogue, hints, and the values of its message."""

# Patterns stay text until a link needs them (`re` keeps what it compiled): 1 ms of start-up.
_WEB = r"(?i)https?://[^\s/?#.:]+(?:[.:][^\s/?#]*)?(?:[/?#]\S*)?"
_MAIL = r"(?i)mailto:[^\s@?]+@[^\s@?]+(?:\?\S*)?"
_PHONE = r"(?i)tel:\+?[0-9][0-9.()-]*"
_SLIDE = r"#[\w-]+"
_FORBIDDEN = r'[\x00-\x20\x7f"<>\\^`{|}]'
"""Characters that no web address holds (RFC 3986, appendix A); PowerPoint repairs a file that has one in a link."""

_BARE_MAIL = r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+"
_BARE_WEB = r"(?!\S*\.(?:pdf|docx?|pptx?|xlsx?|png|jpe?g|gif|txt|md|ya?ml)$)[\w-]+(?:\.[\w-]+)+(?:/\S*)?"


LONGEST_LINK = 8_000
"""Bytes of an address: longer ones no PDF can hold (as typst says)."""


def link_problem(link: str, label: str) -> Trouble | None:
    """What is wrong with a link, or None. `label` is the text that shows it."""
    if not label.strip():
        return "link-without-text", (f"write `[what it leads to]({link})`",), {"link": shortened(link)}
    if not link:
        return "link-without-address", (f"write `[{shortened(label)}](https://…)`",), {}
    if len(link.encode()) > LONGEST_LINK:
        hint = f"it has {len(link):,} characters; at most about {LONGEST_LINK:,} are possible"
        return "bad-link", (hint,), {"link": shortened(link)}
    sound = any(re.fullmatch(pattern, link) for pattern in (_WEB, _MAIL, _PHONE, _SLIDE)) and not re.search(_FORBIDDEN, link)
    return None if sound else ("bad-link", _link_hints(link), {"link": shortened(link)})


def _link_hints(link: str) -> tuple[str, ...]:
    # The patterns of hints go back and forth; no address that a person forgot to finish is longer than this.
    if len(link) < 200 and re.fullmatch(_BARE_MAIL, link):
        return (f"did you mean `mailto:{link}`?",)
    if len(link) < 200 and re.fullmatch(_BARE_WEB, link):
        return (f"did you mean `https://{link}`?",)
    return (
        "a link begins with `https://` or `mailto:`, or with `#` and the id of a slide, and has no spaces",
        "where no link is meant, write `\\[`",
    )
