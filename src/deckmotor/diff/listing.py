"""A finished deck as lines of text, so that tools that compare lines compare decks: `git diff`, `git log -p`.

No number of a slide stands in it: one that is put in would change all that follow.
"""

from collections.abc import Iterator

from deckmotor.diff.tell import part_word
from deckmotor.finished import Chart, Finished, Other, Paragraph, Part, Picture, Slide, Table, Words, words_of

MARKERS = {"": "", "bullet": "- ", "number": "1. "}


def listing(deck: Finished) -> str:
    """The whole deck: its title, then slide by slide what stands on it and its notes."""
    width, height = deck.size
    about = ", ".join(filter(None, (deck.language, f"{width} × {height} pt", _line(deck.theme))))
    lines = [f"{_line(deck.title) or 'Without a title'} ({about})"]
    section = ""
    for slide in deck.slides:
        if slide.section != section:
            section = slide.section
            lines += ["", f"=== {_line(section)}"]
        lines += _slide(slide)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _slide(slide: Slide) -> Iterator[str]:
    yield ""
    yield f"--- {_line(slide.title)}{' (hidden)' if slide.hidden else ''}"
    if slide.background:
        yield f"[background: {_line(slide.background)}]"
    for part in slide.parts:
        if not (isinstance(part, Words) and part.role == "title" and len(part.paragraphs) == 1):
            yield from _part(part)
    for index, paragraph in enumerate(slide.notes):
        yield f"{'notes: ' if index == 0 else '       '}{_line(paragraph.text)}"


def _part(part: Part) -> Iterator[str]:
    match part:
        case Words():
            yield from (_paragraph(one) for one in part.paragraphs)
            if part.alt:
                yield f"[{part_word(part)}: {_line(part.alt)}]"
        case Table():
            yield from ("| " + " | ".join(_line(cell.text) for cell in row) + " |" for row in part.rows)
        case Picture():
            yield f"[picture {part.digest} {part.kind}: {_line(part.alt) or 'without alt text'}]"
        case Chart():
            yield f"[chart {part.kind}: {_line(part.title or part.alt)}]"
            for series in part.series:
                yield f"  {_line(series.name)}: {', '.join(f'{_line(point.label)} {point.value}' for point in series.points)}"
        case Other():
            yield f"[{part.kind}: {_line(words_of(part))}]"


def _paragraph(paragraph: Paragraph) -> str:
    return f"{'  ' * paragraph.level}{MARKERS[paragraph.marker]}{_line(paragraph.text)}"


def _line(text: str) -> str:
    """On one line, without what a terminal obeys."""
    return "".join(sign if sign.isprintable() else " " for sign in text.replace("\n", " / "))
