"""What makes a link of a mail address, a telephone number and a web address, wherever they stand in a line."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from deckmotor.model.links import link_problem
from deckmotor.model.text import Text, TextRun

_MAIL = r"(?P<mail>[^\s@:/,;<>()\[\]]+@[^\s@:/,;<>()\[\]]+\.[^\W\d_]{2,})"
_PHONE = r"(?P<phone>(?<![\w+])(?:\+|0)[0-9](?:[ \u00a0/().–-]*[0-9]){5,})(?!\w)"
_WEB = r"(?P<web>(?<![\w@.])(?:https?://|www\.)[^\s,;<>()]+[^\s,;<>().])"
_CONTACT = f"{_MAIL}|{_WEB}|{_PHONE}"


def linked(text: Text) -> Text:
    """The line with its addresses as links; those that its author made are kept."""
    return replace(text, runs=tuple(new for run in text.runs for new in _cut(run)))


def _cut(run: TextRun) -> Iterator[TextRun]:
    """A run, cut where an address begins or ends."""
    at = 0
    for found in re.finditer(_CONTACT, run.text) if run.link is None and not run.code else ():
        link = _address(found)
        if link_problem(link, found[0]) is not None:
            continue
        if found.start() > at:
            yield replace(run, text=run.text[at : found.start()])
        yield replace(run, text=found[0], link=link)
        at = found.end()
    if at < len(run.text) or not run.text:
        yield replace(run, text=run.text[at:]) if at else run


def _address(found: re.Match[str]) -> str:
    """Where a link leads. A number with its country's has no `(0)`; a telephone takes no other signs (RFC 3966)."""
    if found["mail"]:
        return f"mailto:{found[0]}"
    if found["web"]:
        return found[0] if "//" in found[0] else f"https://{found[0]}"
    number = found[0].replace("(0)", "") if found[0].startswith("+") else found[0]
    return "tel:" + re.sub(r"[^0-9+]", "", number)
