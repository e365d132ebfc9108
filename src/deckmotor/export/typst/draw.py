"""What is painted, in typst's words: a case for each primitive and for each role of an element."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from deckmotor.export.typst.lines import CLOSE, Paper, single, target, unit
from deckmotor.export.typst.outlines import bounds, is_fading, is_long, outlines
from deckmotor.export.typst.words import MATHS, artifact, block, color, fade, length, literal, place, points
from deckmotor.scene.drawing import Element, Formula, Image, Mark, Path, Primitive, TextLine
from deckmotor.style import Box, Fade


def draw(element: Element, paper: Paper) -> str:
    """An element with all that is in it."""
    match element.role:
        case "heading" | "paragraph" | "term" | "meaning":
            return unit([line for line in element.children if isinstance(line, TextLine)], paper, element.level)
        case "definitions":
            return block(*_all(element, paper))
        case "list":
            return _list(_elements(element), paper)
        case "table":
            return _table(element, paper)
        case "figure":
            return _figure(element, paper)
        case "code":
            return _code(element, paper)
        case "link":
            return _link(element, paper)
        case "foot":
            return block(*_all(element, paper))
        case "footer":
            return artifact(block(*_drawn(element, paper)), "footer")
        case "artifact":
            return artifact(block(*_drawn(element, paper)))
        case role:
            raise AssertionError(f"{role} stands alone")


def primitive(painted: Primitive, paper: Paper, alt: str | None = None) -> str:
    """A primitive at its place."""
    match painted:
        case TextLine():
            return single(painted, paper)
        case Mark():
            return place(painted.x - paper.x, painted.baseline - paper.y, _mark(painted, paper))
        case Path():
            return place(-paper.x, -paper.y, _path(painted))
        case Image():
            return place(painted.box.x - paper.x, painted.box.y - paper.y, _image(painted, paper, alt))
        case Formula():
            return place(painted.box.x - paper.x, painted.box.y - paper.y, _formula(painted, alt or ""))


def _all(element: Element, paper: Paper) -> Iterable[str]:
    return (draw(child, paper) if isinstance(child, Element) else primitive(child, paper) for child in element.children)


def _drawn(element: Element, paper: Paper) -> Iterator[str]:
    """The same of what is not read child by child: its outlines in a row are one drawing where they are long."""
    for is_plain, group in groupby(element.children, key=lambda child: isinstance(child, Path) and not is_fading(child)):
        children = tuple(group)
        paths = [child for child in children if isinstance(child, Path)]
        if paper.draws and is_plain and is_long(paths):
            box = bounds(paths)
            yield place(box.x - paper.x, box.y - paper.y, outlines(paths, box))
        else:
            yield from (draw(child, paper) if isinstance(child, Element) else primitive(child, paper) for child in children)


def _elements(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _figure(element: Element, paper: Paper) -> str:
    match element.children:
        case (Image() | Formula() as alone,):
            return primitive(alone, paper, element.alt)
        case _:
            drawn = block(*_drawn(element, paper.at(0, 0)))
            return place(-paper.x, -paper.y, f"fig({literal(element.alt)}, {drawn})")


def _code(element: Element, paper: Paper) -> str:
    """Lines that stand where they were measured, in an element of the kind `Code` (ISO 32000-1, table 338)."""
    return place(-paper.x, -paper.y, f"code({block(*_all(element, paper.at(0, 0)))})")


def _link(element: Element, paper: Paper) -> str:
    """An area that leads somewhere, with what stands in it; only that where it leads to a page that is not drawn."""
    to, box = None if element.link is None else target(element.link, paper), _box(element)
    if to is None:
        return block(*_all(element, paper))
    inside = block(*_all(element, paper.at(box.x, box.y))) if element.children else f"fig({literal(element.alt)}, {{}})"
    area = f"block(width: {length(box.width)}, height: {length(box.height)}, {inside})"
    return place(box.x - paper.x, box.y - paper.y, f"link({to}, {area})")


def _path(path: Path) -> str:
    fill = "none" if path.fill is None else fade(path.fill) if isinstance(path.fill, Fade) else color(path.fill)
    stroke = "none" if path.line is None else f"{length(path.line.width)} + {color(path.line.color)}"
    looks = f"fill: {fill}, stroke: {stroke}"
    first, *between, last = (name for name, *_ in path.commands)
    if (first, last) == ("M", "Z") and set(between) == {"L"}:  # As most of a map is: half as long.
        return f"polygon({looks}, {', '.join(_corners(corner)[0] for corner in path.commands[:-1])})"
    return f"curve({looks}, {', '.join(map(_command, path.commands))})"


def _corners(command: tuple[str | int, ...]) -> list[str]:
    numbers = command[1:]
    return [f"({length(int(x))}, {length(int(y))})" for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def _command(command: tuple[str | int, ...]) -> str:
    """A step of an outline; its name is that of the preamble."""
    return f"{command[0]}({', '.join(_corners(command))})"


def _image(image: Image, paper: Paper, alt: str | None) -> str:
    told = "" if alt is None else f", alt: {literal(alt)}"
    size = f"width: {length(image.box.width)}, height: {length(image.box.height)}"
    name = paper.pictures.name(image.media, image.crop, image.opacity)
    drawn = f'image({name}, format: "svg", {size}, fit: "stretch"{told})'
    return f"box({size}, clip: true, radius: 50%, {drawn})" if image.round else drawn


def _formula(formula: Formula, alt: str) -> str:
    """A formula in the maths font that typst has with it. Its words are read in its place (ISO 14289-1, 7.7)."""
    looks = (
        f'font: "{MATHS}", size: {length(formula.style.size)}, fill: {color(formula.style.color)}, '
        'top-edge: "bounds", bottom-edge: "bounds", fallback: true'
    )
    box = f"width: {length(formula.box.width)}, height: {length(formula.box.height)}"
    made = f"math.equation(block: true, alt: {literal(alt)}, ${formula.notation.typst}$)"
    return f"block({box}, {{ set text({looks}); set align(center + horizon); {made} }})"


def alone(formula: Formula, alt: str) -> str:
    """A document that is a formula, as large as its box."""
    size = f"width: {length(formula.box.width)}, height: {length(formula.box.height)}"
    return f"#page({size}, margin: 0pt, fill: none, {_formula(formula, alt)})"


# Lists


def _list(items: Sequence[Element], paper: Paper) -> str:
    """Items in typst's flow. Each begins at its baseline, and is as high as it is far to the next."""
    marks = [next(child for child in item.children if isinstance(child, Mark)) for item in items]
    drawn = []
    for item, mark, below in zip(items, marks, [*marks[1:], None], strict=True):
        height = 0 if below is None else below.baseline - mark.baseline
        inside = paper.at(paper.x, mark.baseline)
        drawn.append(f"({points(height)}, {block(*(draw(child, inside) for child in _elements(item)))})")
    first = marks[0]
    y = points(first.baseline - paper.y)
    if all(abs(mark.x - first.x) < CLOSE and (mark.text, mark.icon) == (first.text, None) for mark in marks):
        return f"bullets({points(first.x - paper.x)}, {y}, {_mark(first, paper)}, {', '.join(drawn)})"
    labels = "".join(f"({points(mark.x - paper.x)}, {_mark(mark, paper)}), " for mark in marks)
    return f"numbers({y}, ({labels}), {', '.join(drawn)})"


def _mark(mark: Mark, paper: Paper) -> str:
    if mark.icon is not None:  # A path counts from the corner of the page, a mark from its own place.
        return artifact(place(-mark.x, -mark.baseline, _path(mark.icon)))
    return f"{paper.styles.text(mark.style, mark.language)}({literal(mark.text)})"


# Tables


def _table(element: Element, paper: Paper) -> str:
    """A table whose columns and rows are as large as its cells."""
    rows = [_elements(row) for row in _elements(element)]
    columns, heights = (", ".join(map(length, track)) for track in element.tracks)
    head = [cell for row in rows for cell in row if cell.header == "col"]
    lines = [f"table.header({', '.join(_cell(cell, paper) for cell in head)})"] if head else []
    lines += [", ".join(_cell(cell, paper) for cell in row) for row in rows if row and row[0].header != "col"]
    box = _box(element)
    body = f"table(columns: ({columns},), rows: ({heights},), {', '.join(lines)})"
    return place(box.x - paper.x, box.y - paper.y, body)


def _cell(cell: Element, paper: Paper) -> str:
    box = _box(cell)
    covers = f"colspan: {cell.columns}, " if cell.columns > 1 else ""
    covers += f"rowspan: {cell.rows}, " if cell.rows > 1 else ""
    return f"table.cell({covers}{block(*_all(cell, paper.at(box.x, box.y)))})"


def _box(element: Element) -> Box:
    if element.box is None:
        raise AssertionError(f"a {element.role} has a place")
    return element.box
