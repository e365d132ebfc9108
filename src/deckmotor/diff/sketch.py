"""A page of a finished file as it was read: its words, tables and pictures where they stand, in HTML. Looks are not read."""

from collections.abc import Callable, Iterator
from html import escape

from deckmotor.diff.tell import part_word
from deckmotor.finished import Chart, Finished, Paragraph, Part, Picture, Place, Table, Words, words_of

Source = Callable[[str], str]
"""The address (`data:…`) of the picture with a digest; empty where a browser can't show it."""

USUAL_SIZE = 18
CELL_SIZE = 14
"""Points of text whose size is not read."""

STYLE = """
.sketch{background:#fff;color:#111;container-type:inline-size;font-family:Arimo,Arial,sans-serif;line-height:1.15}
.sketch div,.sketch table,.sketch img{position:absolute;overflow-wrap:break-word}
.sketch p{margin:0 0 .25em;white-space:pre-line}.sketch img{object-fit:fill}
.sketch table{border-collapse:collapse}.sketch td{border:1px solid #bbb;padding:.1em .3em;vertical-align:top}
.sketch .told{border:1px dashed #999;padding:.2em;overflow:hidden}
"""


def sketch(deck: Finished, number: int, source: Source) -> str:
    """The page of a number, from 1, to stand in a box of the page's shape."""
    slide, (wide, high) = deck.slides[number - 1], (deck.size if all(deck.size) else (960, 540))
    inside = "".join(_part(part, wide, high, source) for part in slide.parts)
    return f'<div class="sketch" style="position:static;aspect-ratio:{wide}/{high}">{inside}</div>'


def _part(part: Part, wide: int, high: int, source: Source) -> str:
    at = _at(part.place, wide, high)
    match part:
        case Words():
            bold = ";font-weight:bold" if part.role == "title" else ""
            return (
                f'<div style="{at}{_size(part.size or USUAL_SIZE, wide)}{bold}">{"".join(_paragraphs(part.paragraphs))}</div>'
            )
        case Table():
            rows = "".join(f"<tr>{''.join(f'<td>{escape(cell.text)}</td>' for cell in row)}</tr>" for row in part.rows)
            return f'<table style="{at}{_size(CELL_SIZE, wide)}">{rows}</table>'
        case Picture() if address := source(part.digest):
            return f'<img style="{at}" src="{address}" alt="">'
        case Chart():
            lines = [part.title or "chart", *(" ".join(words_of(one).split()) for one in part.series)]
        case _:
            lines = [f"{part_word(part)}: {words_of(part)}"]
    told = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    return f'<div class="told" style="{at}{_size(CELL_SIZE, wide)}">{told}</div>'


def _at(place: Place, wide: int, high: int) -> str:
    left, top, width, height = place
    shares = (("left", left / wide), ("top", top / high), ("width", width / wide), ("min-height", height / high))
    return "".join(f"{name}:{100 * share:.2f}%;" for name, share in shares)


def _size(points: float, wide: int) -> str:
    return f"font-size:{100 * points / wide:.2f}cqw"


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    counts: dict[int, int] = {}
    for one in paragraphs:
        counts = {level: count for level, count in counts.items() if level <= one.level}
        counts[one.level] = counts.get(one.level, 0) + 1 if one.marker == "number" else 0
        mark = {"": "", "bullet": "• ", "number": f"{counts[one.level]}. "}[one.marker]
        yield f'<p style="margin-left:{one.level * 1.2:g}em">{mark}{escape(one.text)}</p>'
