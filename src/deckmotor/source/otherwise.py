"""Files that are written in another language than YAML: said once, instead of each of their lines. Loaded with a mistake."""

import re

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.source.quotes import quoted
from deckmotor.span import Span

_FRONT = r"---[ \t]*\n(?:[^\n]*\n){0,200}?---[ \t]*\n"
"""Keys between two lines of hyphens, as Marp, Slidev, Quarto and many blogs have them above their text."""

_HEADING = re.compile(r"^#{1,6} +(\S[^\n]{0,200}?)[ \t#]*$", re.MULTILINE)
"""A line that YAML takes for a comment."""

_OURS = re.compile(r"^(?:slides:|[ \t]*- +[\"']?(?:title|section|cover|closing|include|id)\b)", re.MULTILINE)
"""What nobody writes who does not write a deck."""

_KEY = re.compile(r"^[\w-]+:(?:\s|$)", re.MULTILINE)


def in_markdown(text: str, file: str) -> Diagnostic | None:
    """What is said of a file that holds slides in Markdown; None for any other."""
    front = re.match(_FRONT, text)
    start = front.end() if front is not None else 0
    headings = list(_HEADING.finditer(text, start))
    if not headings or _OURS.search(text, start) or (front is None and len(_KEY.findall(text)) >= len(headings)):
        return None
    first = headings[0]
    line = text.count("\n", 0, first.start()) + 1
    title, slide = first[1], headings[min(1, len(headings) - 1)][1]
    hints = (
        f"a heading is a slide's title, and what stands below it has a key: `- title: {_typed(slide)}`, `bullets:`, `text:`",
        f"slides stand in a list below `slides:`, above which stands `title: {_typed(title)}`; `deckmotor init talk` shows one",
    )
    return problem("markdown", Span(file, line, 1, first.start(), first.end()), hints=hints)


def _typed(text: str) -> str:
    return text if re.fullmatch(r"[\w][\w ,./()%€?!-]*", text) else quoted(text)
