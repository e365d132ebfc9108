"""Changes as a page: both decks' slides side by side, what differs framed, and every change below in words."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from html import escape

from deckmotor.diff.line import Line
from deckmotor.diff.report import numbers, what_became
from deckmotor.diff.tell import Told, ToldSlide
from deckmotor.finished import Place

Draw = Callable[[int], str]
"""An SVG of the page of a number, from 1."""
Size = tuple[int, int]

AIR = 7
"""Points between what differs and its frame."""

STYLE = """
:root{color-scheme:light dark;--gone:#b3261e;--new:#1a6b32;--line:#8888;font:1rem/1.5 system-ui,sans-serif}
body{max-width:80rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;margin:2.5rem 0 .75rem}h2 small{font-weight:normal}
.pages{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
figure{margin:0;position:relative}figcaption{font-size:.85rem}
.page{position:relative;outline:1px solid var(--line)}.page img{display:block;width:100%}
.page i{position:absolute;border:3px solid;border-radius:3px}
.old i{border-color:var(--gone)}.new i{border-color:var(--new)}
.none{aspect-ratio:16/9;display:grid;place-items:center;outline:1px dashed var(--line)}
ul{padding-left:1.2rem}li b{font-weight:600}
del{color:var(--gone);text-decoration:line-through}ins{color:var(--new);text-decoration:underline}
@media(prefers-color-scheme:dark){:root{--gone:#ff8a80;--new:#7bd88f}}
@media(max-width:40rem){.pages{grid-template-columns:1fr}}
"""


def as_html(told: Told, names: tuple[str, str], sizes: tuple[Size, Size], draw: tuple[Draw | None, Draw | None]) -> str:
    """The page, whole in one file. `sizes` are the decks' pages in points; `draw` is None for a deck that can't be drawn."""
    old, new = (escape(name) for name in names)
    slides = "".join(_slide(slide, (old, new), sizes, draw) for slide in told.slides)
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{old} → {new}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{old} → {new}</h1>\n"
        f"<p>{told.summary or 'No differences'}.</p>\n{_lines(told.deck)}{slides}</main>\n</body>\n</html>\n"
    )


def _slide(slide: ToldSlide, names: tuple[str, str], sizes: tuple[Size, Size], draw: tuple[Draw | None, Draw | None]) -> str:
    word = what_became(slide)
    head = f"{numbers(slide)} · {escape(slide.title) or 'without a title'}{f' <small>({word})</small>' if word else ''}"
    pages = ""
    if any(draw):
        sides = zip(("old", "new"), names, (slide.before, slide.after), (slide.old_places, slide.new_places), strict=True)
        pages = "".join(
            _page(side, name, number, places, size, drawn)
            for (side, name, number, places), size, drawn in zip(sides, sizes, draw, strict=True)
        )
        pages = f'<div class="pages">{pages}</div>\n'
    return f"<section>\n<h2>{head}</h2>\n{pages}{_lines(slide.lines)}</section>\n"


def _page(side: str, name: str, number: int | None, places: Sequence[Place], size: Size, draw: Draw | None) -> str:
    if number is None or draw is None:
        why = "not there" if number is None else f"slide {number} of a file that is not drawn"
        return f'<figure class="{side}"><div class="none">{why}</div><figcaption>{name}</figcaption></figure>'
    picture = b64encode(draw(number).encode()).decode()
    frames = "".join(_frame(place, size) for place in dict.fromkeys(places) if any(place))
    return (
        f'<figure class="{side}"><div class="page"><img src="data:image/svg+xml;base64,{picture}" alt="Slide {number}">'
        f"{frames}</div><figcaption>{name}, slide {number}</figcaption></figure>\n"
    )


def _frame(place: Place, size: Size) -> str:
    left, top, width, height = place
    shares = ((left - AIR) / size[0], (top - AIR) / size[1], (width + 2 * AIR) / size[0], (height + 2 * AIR) / size[1])
    x, y, wide, high = (f"{100 * share:.2f}%" for share in shares)
    return f'<i style="left:{x};top:{y};width:{wide};height:{high}"></i>'


def _lines(lines: Sequence[Line]) -> str:
    return f"<ul>\n{''.join(f'<li>{_line(line)}</li>{chr(10)}' for line in lines)}</ul>\n" if lines else ""


def _line(line: Line) -> str:
    where = f"{escape(line.where)}: " if line.where else ""
    if line.kind == "moved":
        return f"<b>{line.what}</b> {where}{escape(line.new)} (moved)"
    tags = {"same": "span", "gone": "del", "new": "ins"}
    said = "".join(f"<{tags[one.kind]}>{escape(one.text)}</{tags[one.kind]}>" for one in line.pieces)
    return f"<b>{line.what}</b> {where}{said}"
