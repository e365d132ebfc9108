"""Changes as a page: both decks' slides side by side, what differs framed, and every change below in words."""

from collections.abc import Callable, Sequence
from html import escape

from deckmotor.diff.report import numbers, what_became
from deckmotor.diff.sketch import STYLE as SKETCHED
from deckmotor.diff.told import Line, Told, ToldSlide
from deckmotor.finished import Place

Draw = Callable[[int], str]
"""HTML of the page of a number, from 1, as wide as the place that it stands in."""
Size = tuple[int, int]

AIR = 7
"""Points between what differs and its frame."""

STYLE = """
:root{color-scheme:light dark;--gone:#b3261e;--new:#1a6b32;--line:#8888;font:1rem/1.5 system-ui,sans-serif}
body{max-width:80rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;margin:2.5rem 0 .75rem}h2 small{font-weight:normal}
.pages{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
figure{margin:0;position:relative}figcaption{font-size:.85rem}
.page{position:relative;outline:1px solid var(--line)}.page>img{display:block;width:100%}
.page i{position:absolute;border:3px solid;border-radius:3px}
.old i{border-color:var(--gone)}.new i{border-color:var(--new)}
.none{aspect-ratio:16/9;display:grid;place-items:center;outline:1px dashed var(--line)}
ul{padding-left:1.2rem}li b{font-weight:600}
del{color:var(--gone);text-decoration:line-through}ins{color:var(--new);text-decoration:underline}
@media(prefers-color-scheme:dark){:root{--gone:#ff8a80;--new:#7bd88f}}
@media(max-width:40rem){.pages{grid-template-columns:1fr}}
"""


def as_html(
    told: Told, names: tuple[str, str], sizes: tuple[Size, Size], draw: tuple[Draw, Draw], *, sketched: Sequence[str] = ()
) -> str:
    """The page, whole in one file. `sizes` are the decks' pages in points, `sketched` names whose looks were not read."""
    old, new = (escape(name) for name in names)
    slides = "".join(_slide(slide, (old, new), sizes, draw) for slide in told.slides)
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{old} → {new}</title>\n<style>{STYLE}{SKETCHED}</style>\n</head>\n<body>\n<main>\n<h1>{old} → {new}</h1>\n"
        f"<p>{told.summary or 'No differences'}.{_unread(sketched)}</p>\n{_lines(told.deck)}{slides}</main>\n</body>\n</html>\n"
    )


def _unread(names: Sequence[str]) -> str:
    files = " and ".join(escape(name) for name in names)
    return f" Of {files} the words, tables and pictures are shown where they stand; looks are not read." if files else ""


def _slide(slide: ToldSlide, names: tuple[str, str], sizes: tuple[Size, Size], draw: tuple[Draw, Draw]) -> str:
    word = what_became(slide)
    head = f"{numbers(slide)} · {escape(slide.title) or 'without a title'}{f' <small>({word})</small>' if word else ''}"
    sides = zip(("old", "new"), names, (slide.before, slide.after), (slide.old_places, slide.new_places), strict=True)
    pages = "".join(
        _page(side, name, number, places, size, drawn)
        for (side, name, number, places), size, drawn in zip(sides, sizes, draw, strict=True)
    )
    return f'<section>\n<h2>{head}</h2>\n<div class="pages">{pages}</div>\n{_lines(slide.lines)}</section>\n'


def _page(side: str, name: str, number: int | None, places: Sequence[Place], size: Size, draw: Draw) -> str:
    if number is None:
        return f'<figure class="{side}"><div class="none">not there</div><figcaption>{name}</figcaption></figure>'
    frames = "".join(_frame(place, size) for place in dict.fromkeys(places) if any(place))
    return (
        f'<figure class="{side}"><div class="page">{draw(number)}{frames}</div>'
        f"<figcaption>{name}, slide {number}</figcaption></figure>\n"
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
