"""What is painted, in HTML's words: a case for each primitive and for each role of an element.

Text is HTML, so that it is read, searched and copied; outlines and pictures are SVG. Everything stands where it was measured.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from deckmotor.export.web.paper import FULL, Paper
from deckmotor.export.web.words import color, escaped, number, points, share, target
from deckmotor.scene.drawing import Element, Formula, Image, Mark, Path, Piece, Primitive, TextLine
from deckmotor.scene.page import Link
from deckmotor.scene.text import NoteMark
from deckmotor.style import Box, Fade

SHIFTS = {"left": "", "center": "transform:translateX(-50%);", "right": "transform:translateX(-100%);"}
"""What of a line stands at its place."""


_TAGS = {"item": "li", "term": "dt", "meaning": "dd"}
"""Elements that may stand in nothing but their lists."""


def draw(element: Element, paper: Paper) -> str:
    """An element with all that is in it, and with the click at which it appears."""
    drawn = _drawn(element, paper)
    if not element.click:
        return drawn
    marked = f' data-click="{element.click}"'
    tag = _TAGS.get(element.role)
    return f"<{tag}{marked}{drawn.removeprefix(f'<{tag}')}" if tag is not None else f"<div{marked}>{drawn}</div>"


def _drawn(element: Element, paper: Paper) -> str:
    inside = (
        "".join(_all(element, paper)) if element.role not in ("artifact", "footer", "figure", "code", "table", "link") else ""
    )
    match element.role:
        case "heading":
            return f"<h{element.level + 1}>{inside}</h{element.level + 1}>"
        case "paragraph":
            return f"<p>{inside}</p>"
        case "list":
            return f'<ul role="list">{inside}</ul>'
        case "item":
            return f"<li>{inside}</li>"
        case "definitions":
            return f"<dl>{inside}</dl>"
        case "term" | "meaning":
            return f"<{_TAGS[element.role]}>{inside}</{_TAGS[element.role]}>"
        case "table":
            return _table(element, paper)
        case "figure":
            return _figure(element, paper)
        case "foot":
            return f'<div role="doc-footnote">{inside}</div>'
        case "code":
            return _code(element, paper)
        case "link":
            return _link(element, paper)
        case "artifact" | "footer":
            return f'<div aria-hidden="true">{drawing(element.children, paper)}</div>'
        case role:
            raise AssertionError(f"{role} stands alone")


def drawing(children: Sequence[Element | Primitive], paper: Paper, attributes: str = "") -> str:
    """Primitives in painting order: those in a row that SVG draws in one drawing, text above and below it."""
    parts = []
    for is_drawn, group in groupby(leaves(children), key=lambda child: isinstance(child, Path | Image)):
        if is_drawn:
            parts.append(svg("".join(shape(child, paper) for child in group), paper, attributes))
        else:
            parts += [_text(child, paper) for child in group]
    return "".join(parts)


def shapes(elements: Iterable[Element], paper: Paper) -> str:
    """The outlines and pictures of some elements, for a drawing."""
    return "".join(shape(child, paper) for child in leaves(elements) if isinstance(child, Path | Image))


def words(element: Element, paper: Paper) -> str:
    """The text of an element that nobody reads."""
    drawn = "".join(_text(child, paper) for child in leaves((element,)) if not isinstance(child, Path | Image))
    return f'<div aria-hidden="true">{drawn}</div>' if drawn else ""


def svg(inside: str, paper: Paper, attributes: str = "") -> str:
    """A drawing over the whole page, in points."""
    box = f"{points(paper.x)} {points(paper.y)} {points(paper.width)} {points(paper.height)}"
    return f'<svg viewBox="{box}"{attributes}>{inside}</svg>'


def leaves(children: Iterable[Element | Primitive]) -> Iterable[Primitive]:
    """The primitives in painting order."""
    for child in children:
        if isinstance(child, Element):
            yield from leaves(child.children)
        else:
            yield child


def _all(element: Element, paper: Paper) -> Iterable[str]:
    return (draw(child, paper) if isinstance(child, Element) else _primitive(child, paper) for child in element.children)


def _primitive(painted: Primitive, paper: Paper) -> str:
    return svg(shape(painted, paper), paper) if isinstance(painted, Path | Image) else _text(painted, paper)


# Text


def _text(painted: Primitive, paper: Paper) -> str:
    match painted:
        case TextLine():
            return line(painted, paper)
        case Mark(icon=Path() as icon):
            return svg(shape(icon, paper), paper, ' aria-hidden="true"')
        case Mark():
            look = paper.styles.name(painted.style, painted.text)
            where = _where(painted.x, painted.baseline, painted.style.size, paper)
            return f'<span class="l {look}" style="{where}" aria-hidden="true">{escaped(painted.text)}</span>'
        case _:
            raise AssertionError(f"{painted} is no text")


def line(painted: TextLine, paper: Paper) -> str:
    """A line of text at its place: its baseline is as far below the top of its box as its largest text is high."""
    size = max((piece.style.size for piece in painted.pieces), default=0)
    where = _where(painted.x, painted.baseline, size, paper)
    pieces = "".join(_linked(painted, paper))
    end = {"space": " ", "hyphen": '<i class="h"></i>'}.get(painted.end, "")
    return f'<span class="l" style="{where}{SHIFTS[painted.align]}">{pieces}{end}</span>'


def _where(x: int, baseline: int, size: int, paper: Paper) -> str:
    left, top = share(x - paper.x, paper.width), share(baseline - size - paper.y, paper.width)
    return f"left:{left};top:{top};--s:{share(size, paper.width)};"


def _linked(painted: TextLine, paper: Paper) -> Iterable[str]:
    """The pieces, those in a row that lead to the same place inside one link."""
    for link, group in groupby(painted.pieces, key=lambda piece: piece.link or piece.note):
        pieces = tuple(group)
        drawn = "".join(_piece(piece, painted, paper) for piece in pieces)
        if isinstance(link, NoteMark):
            yield _noted(link, drawn, paper, first=paper.notes.get(link) == (pieces[0].x, painted.baseline))
            continue
        to = None if link is None else target_of(link, paper)
        yield f'<a href="{to}">{drawn}</a>' if to else drawn


def _noted(mark: NoteMark, drawn: str, paper: Paper, *, first: bool) -> str:
    """The number of a footnote, which leads to the note, or from there to where it is first named."""
    if mark.other not in paper.notes:
        return drawn
    own, other = (f"{escaped(paper.page)}-{'note' if one.begins else 'ref'}-{one.number}" for one in (mark, mark.other))
    role = "doc-backlink" if mark.begins else "doc-noteref"
    named = f' id="{own}"' if first else ""
    return f'<a{named} role="{role}" href="#{other}">{drawn}</a>'


def target_of(link: Link, paper: Paper) -> str:
    """Where a link leads; nowhere where that is not in this document, or not safe."""
    return "" if link.page is not None and link.page not in paper.pages else target(link)


def _piece(piece: Piece, painted: TextLine, paper: Paper) -> str:
    if piece.maths is not None:
        looks = f"width:{share(piece.width, paper.width)};font-size:{share(piece.style.size, paper.width)}"
        maths = f'<math alttext="{escaped(piece.maths.alt)}">{paper.styles.maths(piece.maths.notation.mathml)}</math>'
        return f'<span class="m" style="{looks};color:{color(piece.style.color)}">{maths}</span>'
    text = piece.text.replace("\n", "")
    if painted.end == "hyphen" and piece is painted.pieces[-1]:
        text = text[:-1]
    look = paper.styles.name(piece.style, text + "-")
    underlined = " u" if piece.style.underline else ""
    language = f' lang="{escaped(piece.language)}"' if piece.language != paper.language else ""
    tag = "kbd" if piece.style.ground is not None else "s" if piece.style.strike else "span"
    return f'<{tag} class="{look}{underlined}"{language}>{escaped(text)}</{tag}>'


# Outlines and pictures


def shape(painted: Primitive, paper: Paper) -> str:
    """An outline or a picture, in points on the page."""
    match painted:
        case Path():
            return _path(painted, paper)
        case Image():
            return _image(painted, paper)
        case _:
            raise AssertionError(f"{painted} is text")


def _path(path: Path, paper: Paper) -> str:
    if isinstance(path.fill, Fade) and path.fill.full:
        return _faded(path, path.fill)
    fill = "none" if path.fill is None else color(path.fill.color if isinstance(path.fill, Fade) else path.fill)
    line = "" if path.line is None else f' stroke="{color(path.line.color)}" stroke-width="{points(path.line.width)}"'
    known = paper.outlines.get(id(path.commands))
    if known is None:
        written = " ".join(" ".join([str(name), *(points(int(value)) for value in values)]) for name, *values in path.commands)
        known = paper.outlines[id(path.commands)] = (path.commands, written)
    veil = f' fill-opacity="{path.fill.opacity / 100:g}"' if isinstance(path.fill, Fade) else ""
    return f'<path d="{known[1]}" fill="{fill}"{veil}{line}/>'


def _faded(path: Path, fill: Fade) -> str:
    """A rectangle that fades in, as a picture of its own: the name of its gradient then meets no other on the pages."""
    across = [int(value) for _, *values in path.commands for value in values[::2]]
    down = [int(value) for _, *values in path.commands for value in values[1::2]]
    left, top, right, bottom = min(across), min(down), max(across), max(down)
    where = f'x="{points(left)}" y="{points(top)}" width="{points(right - left)}" height="{points(bottom - top)}"'
    stops = "".join(
        f"<stop offset='{at}%' stop-color='{color(fill.color)}' stop-opacity='{opacity}%'/>"
        for at, opacity in ((0, 0), (fill.full, fill.opacity))
    )
    drawn = (
        "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100' preserveAspectRatio='none'>"
        f"<linearGradient id='f' x2='0' y2='1'>{stops}</linearGradient><rect width='100' height='100' fill='url(#f)'/></svg>"
    )
    safe = drawn.replace("%", "%25").replace("#", "%23").replace("<", "%3C").replace(">", "%3E")
    return f'<image {where} preserveAspectRatio="none" href="data:image/svg+xml,{safe}"/>'


def _image(image: Image, paper: Paper) -> str:
    """What the crop leaves of a picture, in its box."""
    width, height = paper.pictures.size(image.media)
    left, top, right, bottom = (cut / FULL for cut in image.crop)
    view = (width * left, height * top, width * (1 - left - right), height * (1 - top - bottom))
    box = image.box
    where = f'x="{points(box.x)}" y="{points(box.y)}" width="{points(box.width)}" height="{points(box.height)}"'
    shown = f'viewBox="{" ".join(map(number, view))}" preserveAspectRatio="none"'
    dimmed = f' opacity="{image.opacity / 100:g}"' if image.opacity != 100 else ""
    # A browser shows what is in the view alone; Inkscape and LibreOffice have to be told.
    is_cut = image.round or any(image.crop)
    shows = f'<use href="#{paper.pictures.name(image.media)}"/>'
    if is_cut:
        shows = f'<g clip-path="url(#{paper.pictures.cut(view, round=image.round)})">{shows}</g>'
    return f"<svg {where} {shown}{dimmed}>{shows}</svg>"


def _figure(element: Element, paper: Paper) -> str:
    """What is seen, with the words that are read in its place; what it says itself is not read again."""
    words = escaped(element.alt)
    match element.children:
        case (Formula() as formula,):
            return _formula(formula, words, paper)
        case (Image() as image,) if image.plays is not None and image.plays in paper.pictures:
            return _player(image, words, paper)
    if all(isinstance(child, Path | Image) for child in element.children):
        return drawing(element.children, paper, f' role="img" aria-label="{words}"')
    if element.said:
        listed = "".join(f"<li>{escaped(one)}</li>" for one in element.said)
        return f'<ul class="kept">{listed}</ul><div aria-hidden="true">{drawing(element.children, paper)}</div>'
    return f'<div role="img" aria-label="{words}">{drawing(element.children, paper)}</div>'


def _player(image: Image, words: str, paper: Paper) -> str:
    """A film or a sound that the browser plays, with its captions."""
    clip, track = paper.pictures.address(image.plays or ""), ""
    if image.captions is not None and image.captions in paper.pictures:
        language = escaped(paper.language)
        said = f'src="{paper.pictures.address(image.captions)}" srclang="{language}" label="{language}"'
        track = f'<track kind="captions" {said}>'
    named = (
        f'controls preload="metadata" aria-label="{words}" style="position:absolute;{paper.place(image.box)};object-fit:cover"'
    )
    if clip.startswith("data:video"):
        return f'<video {named} poster="{paper.pictures.address(image.media)}" src="{clip}">{track}</video>'
    return f'<div aria-hidden="true">{drawing((image,), paper)}</div><audio {named} src="{clip}">{track}</audio>'


def _code(element: Element, paper: Paper) -> str:
    """Lines of code: copied, they are lines again."""
    named = f' role="group" aria-label="{escaped(element.alt)}"' if element.alt else ""
    drawn = "\n".join(line(child, paper) for child in element.children if isinstance(child, TextLine))
    return f"<pre{named}><code>{drawn}</code></pre>"


def _formula(formula: Formula, words: str, paper: Paper) -> str:
    """MathML in its box, drawn with a maths font that travels with the document."""
    looks = f"font-size:{share(formula.style.size, paper.width)};color:{color(formula.style.color)}"
    maths = f'<math display="block" alttext="{words}">{paper.styles.maths(formula.notation.mathml)}</math>'
    return f'<div class="f" role="img" aria-label="{words}" style="{paper.place(formula.box)};{looks}">{maths}</div>'


def _link(element: Element, paper: Paper) -> str:
    """An area that leads somewhere, with what stands in it. What plays leads nowhere: a click there plays it."""
    clips = (leaf.plays for leaf in leaves(element.children) if isinstance(leaf, Image))
    plays = any(clip is not None and clip in paper.pictures for clip in clips)
    to = "" if plays or element.link is None else target_of(element.link, paper)
    inside = "".join(_all(element, paper))
    if not to:
        return inside
    area = f'<i class="a" style="{paper.place(_box(element))}"></i>'
    if inside and "<a " not in inside:
        return f'<a href="{to}">{area}{inside}</a>'
    return f'<a href="{to}" aria-label="{escaped(element.alt)}">{area}</a>{inside}'


# Tables


def _table(element: Element, paper: Paper) -> str:
    """A table whose columns and rows are as large as its cells; the text of a cell stands where it was measured."""
    rows = [
        [cell for cell in row.children if isinstance(cell, Element)] for row in element.children if isinstance(row, Element)
    ]
    box = _box(element)
    inside = paper.at(box.x, box.y)
    widths, heights = element.tracks
    columns = "".join(f'<col style="width:{share(width, paper.width)}">' for width in widths)
    drawn = "".join(_row(row, height, inside) for row, height in zip(rows, heights, strict=True))
    return f'<table style="{paper.place(box)}"><colgroup>{columns}</colgroup>{drawn}</table>'


def _row(cells: Sequence[Element], height: int, paper: Paper) -> str:
    return f'<tr style="height:{share(height, paper.width)}">{"".join(_cell(cell, paper) for cell in cells)}</tr>'


def _cell(cell: Element, paper: Paper) -> str:
    tag, covers = ("th" if cell.header else "td"), ""
    if cell.columns > 1:
        covers += f' colspan="{cell.columns}"'
    if cell.rows > 1:
        covers += f' rowspan="{cell.rows}"'
    if cell.header:
        several = cell.columns if cell.header == "col" else cell.rows
        covers += f' scope="{cell.header}{"group" if several > 1 else ""}"'
    return f"<{tag}{covers}>{''.join(_all(cell, paper))}</{tag}>"


def _box(element: Element) -> Box:
    if element.box is None:
        raise AssertionError(f"a {element.role} has a place")
    return element.box
