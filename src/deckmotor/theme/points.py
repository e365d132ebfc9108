"""Layouts for slides of a few points, set large: chosen by compose from what a slide holds (`compose.points`).

A list is one placeholder, so that it stays a list for screen readers and Enter makes a further item; where it stands in two
columns, two. Rules stand above a list, never between its items: they are right whatever a colleague edits.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from deckmotor.scene.page import Layout, PathShape, Slot
from deckmotor.style import Box, Bullet, Insets, ParagraphStyle
from deckmotor.theme.grid import COLUMNS
from deckmotor.theme.layouts import COLUMN_AIR, EYEBROW_COLUMNS, RULE, LayoutMaker, block, less
from deckmotor.theme.slots import slot
from deckmotor.theme.styles import Steps
from deckmotor.units import points

MARK = points(3)
"""Thickness of the mark at the beginning of a rule."""

TOP, RULE_AIR, FOOT = 9.2, 3.0, 88.0
"""Where the rule beside a large title stands, how far below it lists begin, where they end: percent of the page's height."""

TITLE_AIR = points(20)
"""Between a large title and the marks of the list beside it."""

PANEL_AIR = points(27)
"""Between the panel and the column beside it."""

PANEL_FOOT, PANEL_TITLE = 41.0, points(92)
"""Where a panel above a list ends, percent of the page's height; and the room for its title."""

QUESTIONS_FOOT = 89.0
"""Where questions end: right above the footers."""

QUESTION_TITLE = points(209)
"""Room for the title beside questions."""

EYEBROW = points(46)
"""Height of a title that is a small line."""

HANG = 1.15
"""How far the mark of a point hangs out, over its size."""


def point_layouts(maker: LayoutMaker) -> Iterator[Layout]:
    """All of them, in the order of PowerPoint's menu."""
    yield _points(maker)
    yield _grid(maker)
    yield _rows(maker)
    yield _words(maker)
    yield _panel(maker)
    yield _questions(maker)


def _points(maker: LayoutMaker) -> Layout:
    """A short title, large, and its points beside it."""
    box = less(maker.grid.share(1, 4, 6.25, 60), TITLE_AIR)
    title = slot("title", box, maker.styles.headings(maker.sizes.display))
    first = 5
    page = maker.page("points", "Points", title, _list(maker, first, TOP + RULE_AIR), motif=maker.styles.tokens.motif.points)
    return _beside(replace(page, decoration=(*page.decoration, _rule(maker, first, TOP))), maker, first)


def _grid(maker: LayoutMaker) -> Layout:
    """Four or six points in two columns, each under a rule with a mark."""
    top = maker.grid.content
    lists = [_list(maker, first, top + RULE_AIR, last, number) for number, first, last in ((1, 1, 6), (2, 7, 12))]
    page = maker.page("grid", "Points in two columns", maker.title(), *lists)
    return _under_rules(page, maker, (1, 6), (7, 12))


def _rows(maker: LayoutMaker) -> Layout:
    """A long title, and its points below it over the whole width."""
    top = maker.grid.content
    page = maker.page("rows", "Large points", maker.title(), _list(maker, 1, top + RULE_AIR, 11))
    return _under_rules(page, maker, (1, 12))


def _words(maker: LayoutMaker) -> Layout:
    """A few words that are the page; the title is a small line above them."""
    steps = maker.styles.headings(maker.sizes.words)
    spaced = tuple((replace(style, before=round(style.text.size * 0.3)),) for (style,) in steps)
    body = slot("body", maker.grid.share(1, 12, 25, 87), spaced, look="words", anchor="bottom")
    body = replace(body, insets=Insets(bottom=points(2)))  # Letters hang a little below their line.
    top = maker.grid.title_top
    title = slot(
        "title", maker.grid.box(1, EYEBROW_COLUMNS, top, top + EYEBROW), maker.styles.headings(maker.sizes.lead, "brand")
    )
    return maker.page("words", "A few words", title, body, motif=maker.styles.tokens.motif.words)


def _panel(maker: LayoutMaker) -> Layout:
    """A title and a lead on a panel of the deep colour, and the points beside it; on narrow pages below it."""
    if maker.narrow:
        return _panel_above(maker)
    loud = maker.styles.tokens.loud
    panel = Box(0, 0, maker.grid.box(6, 1, 0, 0).x - PANEL_AIR, maker.grid.height)
    inside = panel.width - PANEL_AIR
    title = maker.title(5).box
    lead = maker.grid.share(1, 5, maker.grid.content, 60)
    narrower = [replace(box, width=min(box.width, inside - box.x)) for box in (title, lead)]
    page = maker.page(
        "panel",
        "Points beside a panel",
        slot("title", narrower[0], maker.styles.titles(maker.sizes.title, loud.text)),
        slot("lead", narrower[1], maker.styles.plains(maker.sizes.lead, loud.quiet)),
        _list(maker, 6, TOP + RULE_AIR),
        motif=maker.styles.tokens.motif.panel,
    )
    ground = block("Panel", panel, maker.styles.ink(loud.background))
    page = replace(page, decoration=(ground, *page.decoration, _rule(maker, 6, TOP)), traced=False)
    return _beside(page, maker, 6)


def _panel_above(maker: LayoutMaker) -> Layout:
    """The same on a page that has no room for text beside each other."""
    loud, grid = maker.styles.tokens.loud, maker.grid
    foot = grid.share(1, 12, PANEL_FOOT, PANEL_FOOT).y
    top = grid.title_top
    title = grid.box(1, 11, top, top + PANEL_TITLE)
    lead = grid.box(1, 11, top + PANEL_TITLE, foot - PANEL_AIR // 2)
    ground = block("Panel", Box(0, 0, grid.width, foot), maker.styles.ink(loud.background))
    page = maker.page(
        "panel",
        "Points below a panel",
        slot("title", title, maker.styles.titles(maker.sizes.title, loud.text)),
        slot("lead", lead, maker.styles.plains(maker.sizes.lead, loud.quiet), anchor="bottom"),
        _list(maker, 1, PANEL_FOOT + 5),
        motif=(),
    )
    return replace(page, decoration=(ground, *page.decoration), traced=False)


def _questions(maker: LayoutMaker) -> Layout:
    """Questions for the room, which look at them for ten minutes: they hang from a rule on the quiet second background."""
    tokens = maker.styles.tokens
    first = 6
    top = maker.grid.title_top
    box = maker.grid.box(1, first - 1 if maker.narrow else first - 2, top, top + QUESTION_TITLE)
    sizes = (*tokens.sizes.title[1:2], *tokens.sizes.points)
    hanging = maker.grid.share(first, COLUMNS - first + 1, TOP + RULE_AIR, QUESTIONS_FOOT)
    body = slot("body", hanging, maker.styles.questions(sizes), look="questions")
    quiet = maker.styles.ink("surface+20" if tokens.dark else "surface-20")
    return Layout(
        name="questions",
        label="Questions",
        background=maker.styles.ink("surface"),
        decoration=(*maker.motif(tokens.motif.questions), replace(_rule(maker, first, TOP), fill=quiet)),
        slots=(
            slot("title", box, maker.styles.titles(tokens.sizes.title)),
            replace(body, spread=True),
            *maker.footers_beside(first),
        ),
        traced=True,
    )


# What they are made of


def _list(maker: LayoutMaker, first: int, top: float, last: int = COLUMNS, number: int = 1) -> Slot:
    """A list whose items share its height."""
    box = maker.grid.share(first, last - first + 1, top, FOOT)
    if last < COLUMNS:
        box = replace(box, width=box.width - COLUMN_AIR)
    made = slot("body", box, point_styles(maker), number=number, look="points")
    return replace(made, spread=True)


def point_styles(maker: LayoutMaker) -> Steps:
    """Large items whose marks are short strokes in the brand's colour."""
    mark = Bullet(char="–", color=maker.styles.ink("brand"))
    return tuple((_point(levels[0], mark), *levels[1:]) for levels in maker.styles.lists(maker.sizes.points))


def _point(style: ParagraphStyle, mark: Bullet) -> ParagraphStyle:
    hang = round(style.text.size * HANG)
    return replace(style, margin=hang, indent=-hang, line_spacing=105, before=round(style.text.size * 0.6), bullet=mark)


def _beside(layout: Layout, maker: LayoutMaker, first: int) -> Layout:
    """The layout with its footers under the list only: the motif has the rest."""
    slots = [slot for slot in layout.slots if slot.role not in ("footer", "date", "number")]
    return replace(layout, slots=(*slots, *maker.footers_beside(first)))


def _under_rules(layout: Layout, maker: LayoutMaker, *columns: tuple[int, int]) -> Layout:
    """The layout with a rule, which begins with a mark, over some columns; not where the theme draws one of its own."""
    tokens = maker.styles.tokens.grid
    if tokens is not None and not tokens.rules:
        return layout
    top = maker.grid.content
    rules = [shape for first, last in columns for shape in (_rule(maker, first, top, last), _mark(maker, first, top))]
    return replace(layout, decoration=(*layout.decoration, *rules))


def _rule(maker: LayoutMaker, first: int, top: float, last: int = COLUMNS) -> PathShape:
    """A quiet line over some columns."""
    box = maker.grid.share(first, last - first + 1, top, top)
    return block("Rule", replace(box, height=RULE), maker.styles.hair)


def _mark(maker: LayoutMaker, first: int, top: float) -> PathShape:
    """A short stroke in the brand's colour on the first column of a rule."""
    return block("Mark", replace(maker.grid.share(first, 1, top, top), height=MARK), maker.styles.ink("brand"))
