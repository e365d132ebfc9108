"""A scene as the source of a typst document: absolute places, no decisions."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.export.typst.accents import Read
from deckmotor.export.typst.draw import draw
from deckmotor.export.typst.lines import Paper
from deckmotor.export.typst.styles import Pictures, Styles
from deckmotor.export.typst.words import AIR, MATHS, ROOM, block, color, language, length, literal
from deckmotor.scene.page import Layout, Page, Scene
from deckmotor.scene.paint import backdrop, ground, note_marks, paint
from deckmotor.scene.paint import paper as colour_of


class Backdrops(Struct, frozen=True):
    """The layouts that pages stand on, by name: each with the name of what it draws in the document."""

    named: dict[str, tuple[Layout, str]]
    lines: list[str]


class Drawing(Struct, frozen=True):
    """What the pages of a document are drawn with, and what stands before them in it."""

    preamble: list[str]
    paper: Paper
    backdrops: Backdrops
    within: frozenset[str]
    """Ids of the pages that stand below another in the table of contents."""
    size: tuple[int, int]
    """Width and height of a page, EMU."""

    def lines(self) -> list[str]:
        """What stands before the pages; complete once all of them are drawn."""
        maths = [_MATHS] if self.paper.styles.has_maths else []
        return [*self.preamble, *maths, *self.paper.styles.lines, *self.paper.pictures.lines, *self.backdrops.lines]

    def page(self, page: Page, number: int, *, again: bool = False) -> str:
        """All that a page shows, in its layout's frame. `again`: it was there, with less on it, and has its bookmark."""
        layout, name = self.backdrops.named[page.layout]
        paper = replace(self.paper, below=int(page.id in self.within), listed=not again)
        under = [name] if page.ground is None else [draw(element, paper) for element in ground(page, layout)]
        elements = tuple(paint(page, layout, number))
        if notes := note_marks(page, elements):
            paper = replace(paper, notes=notes, page=paper.pages.get(page.id, 0))
        return block(*under, *(draw(element, paper) for element in elements))

    def whole(self, page: Page, number: int) -> str:
        """A page with its ground, to stand somewhere on a larger one."""
        width, height = self.size
        size = f"width: {length(width)}, height: {length(height)}"
        return f"block({size}, clip: true, fill: {self.ground(page)}, {self.page(page, number)})"

    def ground(self, page: Page) -> str:
        """The colour that a page stands on."""
        return color(colour_of(page, self.backdrops.named[page.layout][0]))


def prepared(
    scene: Scene,
    numbers: Sequence[int],
    *,
    borrow: bool = False,
    paper: tuple[int, int] | None = None,
    read: Read | None = None,
) -> Drawing:
    """What pages of the given numbers are drawn with. On `paper` of another size (EMU) no link leads to a page.

    `read` is given for PDFs: their texts, which are read, have accents apart (`Accents`), by the fonts that it gives.
    """
    pages = [scene.pages[number - 1] for number in numbers]
    styles, pictures = Styles(scene.drawn_with, scene.emoji, read), Pictures(scene.media)
    reached = {} if paper is not None else {page.id: place for place, page in reversed(list(enumerate(pages, 1)))}
    sheet = Paper(0, 0, styles, pictures, reached, draws=read is not None)
    backdrops = _backdrops(scene, {page.layout for page in pages}, sheet)
    within = frozenset(page for section in scene.sections if section.opens for page in section.pages[1:])
    return Drawing(
        _preamble(scene, styles, borrow, paper or (scene.width, scene.height)),
        sheet,
        backdrops,
        within,
        (scene.width, scene.height),
    )


def source(scene: Scene, numbers: Sequence[int] | None = None, *, borrow: bool = False, read: Read | None = None) -> str:
    """The document with all pages, or with those at the given places (from 1), in their order.

    `borrow` lets any font draw what those that the text names lack; `read` is for `prepared`.
    """
    chosen = range(1, len(scene.pages) + 1) if numbers is None else numbers
    drawing = prepared(scene, chosen, borrow=borrow, read=read)
    pages = [scene.numbered[place - 1] for place in chosen]
    before = [None, *(page.id for _, page in pages)]
    drawn = [_page(page, number, drawing, again=page.id == last) for (number, page), last in zip(pages, before, strict=False)]
    return "\n".join([*drawing.lines(), *drawn, ""])


def _preamble(scene: Scene, styles: Styles, borrow: bool, size: tuple[int, int]) -> list[str]:
    about = scene.properties
    authors = "".join(f"{literal(author)}, " for author in about.authors)
    keywords = "".join(f"{literal(word)}, " for word in about.keywords)
    named = f"title: {literal(about.title)}, author: ({authors}), keywords: ({keywords}), date: none"
    described = f", description: {literal(about.subject)}" if about.subject else ""
    first = next(iter(scene.drawn_with), "")
    return [
        f"#set document({named}{described})",
        f"#set page(width: {length(size[0])}, height: {length(size[1])}, margin: 0pt)",
        f"#set text(font: {styles.font(first)}, {', '.join(language(about.language))})",
        _RULES,
        *(["#set text(fallback: true)"] if borrow else []),
    ]


# Baseline to baseline: a place is then the baseline that was measured. No other font steps in unseen, no letters are joined,
# because none were when the text was measured, and a language that is written from the right does not move a line there.
_RULES = f"""\
#set text(top-edge: "baseline", bottom-edge: "baseline", fallback: false, ligatures: false, hyphenate: false, \
overhang: false, cjk-latin-spacing: none, dir: ltr)
#set par(spacing: 0pt, justify: false, linebreaks: "simple")
#set block(spacing: 0pt)
#set list(indent: 0pt, body-indent: 0pt, spacing: 0pt)
#set enum(indent: 0pt, body-indent: 0pt, spacing: 0pt)
#set table(inset: 0pt, stroke: none)
#show heading: set block(above: 0pt, below: 0pt)
#let lines(x, y, pitch, body) = place(top + left, dx: x * 1pt, dy: y * 1pt, block(width: {ROOM}pt, \
{{ set par(leading: pitch * 1pt); body }}))
#let para(x, y, pitch, body) = lines(x, y, pitch, par(body))
#let head(level, x, y, pitch, body, listed) = lines(x, y, pitch, heading(level: level, bookmarked: listed, body))
#let items(item, given) = given.map(((height, body)) => item({{ body; v(height * 1pt) }}))
#let bullets(x, y, mark, ..given) = lines(0, y, 0, list(marker: place(top + left, dx: x * 1pt, mark), \
..items(list.item, given.pos())))
#let numbers(y, marks, ..given) = lines(0, y, 0, enum(start: 1, numbering: n => {{ let (x, mark) = marks.at(n - 1); \
place(top + left, dx: x * 1pt, mark) }}, ..items(enum.item, given.pos())))
// A figure stands in the middle of its room: one that is as wide begins at its left edge.
#let fig(alt, body) = block(width: {ROOM}pt, figure(alt: alt, kind: "drawing", supplement: none, outlined: false, \
block(width: {ROOM}pt, body)))
#let code(body) = block(width: {ROOM}pt, {{ show raw: it => body; raw("", block: true) }})
// Sizes of lines below and through text are its own, not those of what stands around it.
#let under(size, body) = underline(offset: size * 0.12pt, stroke: size * 0.06pt, evade: false, body)
#let struck(size, body) = strike(stroke: size * 0.06pt, body)
#let key(ground, body) = highlight(fill: ground, top-edge: 0.92em, bottom-edge: -0.24em, radius: 0.12em, body)
#let n = linebreak()
#let (M, L, C, Z) = (curve.move, curve.line, curve.cubic, curve.close.with(mode: "straight"))
#let raised(right, down, body) = box(width: 0pt, height: 0pt, place(bottom + left, dx: right * 1pt, dy: down * 1pt, body))
#let lower(by) = box(width: 0pt, height: by * 1pt)
// A soft hyphen is drawn only where typst itself breaks a line: this never fits behind it, and takes no room below it.
#let hyphen = {{ box(width: {ROOM - 1}pt); box(width: 0pt); h({1 - ROOM}pt) }}"""


# Only where there are some: typst's fonts for maths take time to load.
_MATHS = f"""\
// No room is too narrow for a formula, so it is not broken; between lines so far apart it takes no height. What is hidden
// stands for it in bookmarks.
#let maths(width, size, ink, alt, plain, body) = {{ context box(width: {ROOM // 2}pt, {{ set par(leading: {ROOM}pt); \
set text(font: "{MATHS}", size: size * 1pt, fill: ink, weight: "regular", style: "normal", fallback: true); h(size * {AIR}pt); \
math.equation(block: false, alt: alt, body) }}); h((width - {ROOM // 2}) * 1pt); box(width: 0pt, height: 0pt, hide(plain)) }}"""


def _backdrops(scene: Scene, used: set[str], paper: Paper) -> Backdrops:
    named: dict[str, tuple[Layout, str]] = {}
    lines = []
    for layout in scene.layouts:
        if layout.name in used:
            name = f"b{len(named)}"
            named[layout.name] = (layout, name)
            lines.append(f"#let {name} = {block(*(draw(element, paper) for element in backdrop(layout)))}")
    return Backdrops(named, lines)


def _page(page: Page, number: int, drawing: Drawing, *, again: bool) -> str:
    return f"#page(fill: {drawing.ground(page)}, {drawing.page(page, number, again=again)})"
