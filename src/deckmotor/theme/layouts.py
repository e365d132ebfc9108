"""The layouts of a theme: which slots each has and where they stand on the grid.

A layout is named after what it holds. Content layouts come in pairs: the plain one, and one with a lead line
(`content`, `content-lead`), so that a slide never moves a placeholder to make room.
"""

from msgspec.structs import replace

from deckmotor.color import Color, blended, contrast
from deckmotor.scene.page import Layout, PathShape, PictureItem, Slot
from deckmotor.style import Align, Anchor, Box, Fade
from deckmotor.theme.grid import COLUMNS, GUTTER, MARGIN, Grid
from deckmotor.theme.motif import Drawing
from deckmotor.theme.slots import aligned, slot
from deckmotor.theme.styles import Styles, apart, not_above
from deckmotor.theme.theme import NARROW
from deckmotor.theme.tokens import Shape
from deckmotor.units import inches, points

COLUMN_AIR = inches(0.2)
"""Kept free at the right of each column, beside the gutter: lists are ragged, and need more air than the grid gives."""

RULE = points(0.75)
"""Thickness of quiet rules."""

LEAD_HEIGHT = inches(0.68)
"""Two lines of the smallest lead."""

LEAD_ROOM = inches(0.8)
"""How far content stands lower below a lead."""

GALLERY = {2: (2, 6, 0), 3: (3, 4, 0), 4: (2, 4, 2), 5: (3, 4, 0), 6: (3, 4, 0)}
"""By the number of pictures: how many stand in a row, and columns that a picture, and a caption beside it, take."""

WORDS = {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six"}

CAPTION_HEIGHT = inches(0.45)
"""Two lines of the smallest caption; it stands at the foot of the content, which ends above it."""

CAPTION_AIR = inches(0.1)

CHART_AIR = inches(0.12)

HEADING_AIR = inches(0.2)

EYEBROW_COLUMNS = 9
"""Columns that a title takes which is a small line: the motif has the rest."""

EYEBROW_HEIGHT = inches(0.67)
"""Its room: a line of its larger sizes, two of its smaller ones. Below it motifs have their marks of quotations."""

LARGEST_EYEBROW = 27
"""Points that it has at most, so that it stays a small line."""

ALONE = 0.45
"""How low a large title reaches beside a map, or a tall picture: a share of the page's height."""

LARGER = 4
"""How much larger the heading of a column may be than its content, points."""

QUOTE_TOP, SPEAKER_TOP = 35.5, 79.5
"""Where quotations begin, below the mark that a theme draws, and who said them: percent of the page's height."""

LARGE_QUOTES = (84, 66)
"""Sizes of a few words that somebody said, points."""

FOOTER_HEIGHT = inches(0.24)
"""One line: LibreOffice breaks a footer, which is a field to it, in the middle of words, and below its place."""

SHADE_TEXT, SHADE_LIT = 5.0, 3.2
"""Contrast of text, and of what is highlighted in a large title, on a shade over white: a little more than they need."""


class LayoutMaker:
    """Draws the quiet layouts of one theme at one page size."""

    def __init__(self, styles: Styles, grid: Grid) -> None:
        self.styles = styles
        self.grid = grid
        self.sizes = styles.tokens.sizes
        self.drawing = Drawing(styles.tokens.colours, grid.width, grid.height)
        self.narrow = grid.width < NARROW
        self.measure = 11 if self.narrow else 10
        """Columns that running text and lists take: what is left free keeps lines short enough to be read."""

    def all(self) -> tuple[Layout, ...]:
        """Every quiet layout, in the order of PowerPoint's menu."""
        plain = (
            self.content(),
            self.text(),
            *(self.columns(count, headings=False) for count in (2, 3, 4)),
            *(self.columns(count, headings=True) for count in (2, 3, 4)),
            self.table(),
            self.chart(),
            self.picture(),
            self.picture_beside("right"),
            self.picture_beside("left"),
            self.map(),
            self.map(beside=True),
        )
        pairs = (self.with_rules(layout) for one in plain for layout in (one, self.with_lead(one)))
        galleries = (self.pictures(count, led=led) for count in GALLERY for led in (False, True))
        return (
            *pairs,
            *galleries,
            self.quote(),
            self.statement(),
            self.picture_full(),
            self.picture_tall(),
            self.title_only(),
        )

    # What all content pages share

    def title(self, columns: int = 11) -> Slot:
        """The title of a content page."""
        box = self.grid.box(1, columns, self.grid.title_top, self.grid.title_bottom)
        sizes = _and(self.sizes.title, self.sizes.lead[-1], self.sizes.body[-1]) if self.narrow else self.sizes.title
        return slot("title", box, self.styles.titles(sizes))

    def footers(self) -> tuple[Slot, ...]:
        """Deck title left, then the date, and the page number right, on one line."""
        return (self._footer("footer", 1, 8), self._footer("date", 9, 3, "right"), self._number(12))

    def footers_beside(self, first: int, last: int = 12) -> tuple[Slot, ...]:
        """The same over some of the columns, where title and date share a place."""
        return (self._footer("footer", first, last - first), self._number(last))

    def _footer(self, name: str, first: int, span: int, align: Align = "left") -> Slot:
        box = self.grid.box(first, span, self.grid.footer_bottom - FOOTER_HEIGHT, self.grid.footer_bottom)
        return slot(name, box, aligned(self.styles.plains(self.sizes.footer, "muted"), align), anchor="bottom")

    def _number(self, column: int) -> Slot:
        """The page number: the part of a footer that people look for."""
        box = self.grid.box(column, 1, self.grid.footer_bottom - FOOTER_HEIGHT, self.grid.footer_bottom)
        styles = self.styles.plains(self.sizes.footer, "ink", bold=True)
        return slot("number", box, aligned(styles, "right"), anchor="bottom")

    def body(self, first: int, span: int, number: int = 1, size: int | None = None, top: int | None = None) -> Slot:
        """A slot for lists, text, and anything else, over some columns."""
        box = self.grid.box(first, span, self.grid.body_top if top is None else top, self.grid.bottom)
        sizes = self.sizes.body if size is None else not_above(size, self.sizes.body)
        return slot("body", box, self.styles.lists(sizes), number=number, look="list")

    def page(self, name: str, label: str, *slots: Slot, motif: tuple[Shape, ...] | None = None) -> Layout:
        """A quiet page: title and content on paper, a trace of the motif, footers."""
        drawn = self.styles.tokens.motif.content if motif is None else motif
        return Layout(
            name=name,
            label=label,
            background=self.styles.ink("paper"),
            decoration=self.motif(drawn),
            slots=(*slots, *self.footers()),
            traced=True,
        )

    def motif(self, drawn: tuple[Shape, ...]) -> tuple[PathShape | PictureItem, ...]:
        """The motif's shapes at this page size."""
        return self.drawing.shapes(drawn)

    def with_lead(self, layout: Layout) -> Layout:
        """The same layout with a lead line under the title; what stood at the top of the content moves below it."""
        top = self.grid.body_top
        push = LEAD_ROOM
        widest = self.grid.box(1, 11 if self.narrow else 10, 0, 0).width
        sizes = _and(self.sizes.lead, self.sizes.body[-1]) if self.narrow else self.sizes.lead
        slots: list[Slot] = []
        for place in layout.slots:
            if place.role == "title":
                box = Box(place.box.x, top, min(place.box.width, widest), LEAD_HEIGHT)
                head = replace(place.box, height=min(place.box.height, self.grid.title_bottom - place.box.y))
                slots += [replace(place, box=head), slot("lead", box, self.styles.plains(sizes, "brand"))]
            elif top <= place.box.y < self.grid.bottom - inches(1):
                height = place.box.height if place.role == "heading" else place.box.height - push
                slots.append(replace(place, box=replace(place.box, y=place.box.y + push, height=height)))
            else:
                slots.append(place)
        return replace(layout, name=f"{layout.name}-lead", label=f"{layout.label} with lead", slots=tuple(slots))

    def with_rules(self, layout: Layout) -> Layout:
        """The same layout with a quiet rule under the heading of each column, from which its content hangs."""
        rules = (below(place.box, HEADING_AIR // 2, self.styles.hair) for place in layout.of("heading"))
        return replace(layout, decoration=(*layout.decoration, *rules))

    # The layouts, one function each

    def content(self) -> Layout:
        """A title and a list."""
        return self.page("content", "Content", self.title(), self.body(1, self.measure))

    def text(self) -> Layout:
        """A title and running text."""
        box = self.grid.box(1, self.measure, self.grid.body_top, self.grid.bottom)
        prose = self.styles.texts(apart(not_above(self.sizes.title[:2][-1], (*self.sizes.points, *self.sizes.body))))
        return self.page("text", "Text", self.title(), slot("body", box, prose, look="text"))

    def columns(self, count: int, *, headings: bool) -> Layout:
        """Two to four columns, with or without a heading each."""
        span = 12 // count
        size = self.sizes.columns[count - 2]
        height = inches(0.96 if self.narrow and count > 2 else 0.72)  # Four of the smallest lines, or three.
        top = self.grid.body_top + (height + HEADING_AIR if headings else 0)
        slots: list[Slot] = []
        for column in range(count):
            if headings:
                box = self.grid.box(1 + column * span, span, self.grid.body_top, self.grid.body_top + height)
                sizes = _and(not_above(size + LARGER, self.sizes.points), *self.sizes.body, *self.sizes.small[:2])
                style = self.styles.plains(sizes, "brand", bold=True)
                slots.append(slot("heading", box, style, number=column + 1, anchor="bottom"))
            body = self.body(1 + column * span, span, column + 1, size, top)
            slots.append(replace(body, box=replace(body.box, width=body.box.width - COLUMN_AIR)))
        word = WORDS[count]
        name, label = ("compare", f"{word} columns with headings") if headings else ("columns", f"{word} columns")
        return self.page(f"{name}-{count}", label, self.title(), *slots)

    def caption(self, first: int, span: int, height: int = CAPTION_HEIGHT) -> Slot:
        """A small line at the foot of the content: a caption or a source."""
        box = self.grid.box(first, span, self.grid.bottom - height, self.grid.bottom)
        return slot("caption", box, self.styles.plains(self.sizes.small, "muted"), anchor="bottom")

    def table(self) -> Layout:
        """A title and a table over the full width; a caption follows the table up."""
        box = self.grid.box(1, 12, self.grid.body_top, self.grid.bottom - CAPTION_HEIGHT - CAPTION_AIR)
        place = slot("table", box, self.styles.plains(self.sizes.table))
        return self.page("table", "Table", self.title(), place, replace(self.caption(1, 12), anchor="top"))

    def chart(self) -> Layout:
        """A title and a chart over the full width, whose labels are clear of a title of two lines."""
        box = self.grid.box(1, 12, self.grid.body_top + CHART_AIR, self.grid.bottom - CAPTION_HEIGHT - CAPTION_AIR)
        place = slot("chart", box, self.styles.plains(not_above(20, self.sizes.table)), look="chart")
        return self.page("chart", "Chart", self.title(), place, self.caption(1, 12))

    def picture(self) -> Layout:
        """A title and one large picture."""
        box = self.grid.box(1, 12, self.grid.body_top, self.grid.bottom - CAPTION_HEIGHT - CAPTION_AIR)
        return self.page("picture", "Picture", self.title(), self.picture_slot(box), self.caption(1, 12))

    def pictures(self, count: int, *, led: bool) -> Layout:
        """Some pictures, each with its caption below or beside it."""
        across, span, beside = GALLERY[count]
        plain = self.page(f"pictures-{count}", f"{WORDS[count]} pictures", self.title())
        page = self.with_lead(plain) if led else plain
        top = self.grid.body_top + (LEAD_ROOM if led else 0)
        rows = -(-count // across)
        pitch = (self.grid.bottom - top + GUTTER) // rows
        slots: list[Slot] = []
        for at in range(count):
            y, first = top + pitch * (at // across), 1 + 12 // across * (at % across)
            foot = y + pitch - GUTTER
            below = 0 if beside else CAPTION_HEIGHT + CAPTION_AIR
            box = self.grid.box(first, span, y, foot - below)
            words = (
                self.grid.box(first + span, beside, y, foot)
                if beside
                else self.grid.box(first, span, foot - CAPTION_HEIGHT, foot)
            )
            slots += (self.picture_slot(box, at + 1), self.caption_slot(words, at + 1, "bottom" if beside else "top"))
        at = next(place for place, one in enumerate(page.slots) if one.role == "footer")
        return replace(page, slots=(*page.slots[:at], *slots, *page.slots[at:]))

    def caption_slot(self, box: Box, number: int, anchor: Anchor) -> Slot:
        """A small text at its picture."""
        return slot("caption", box, self.styles.plains(self.sizes.small, "muted"), number=number, anchor=anchor)

    def picture_slot(self, box: Box, number: int = 1) -> Slot:
        """A place for a picture; its style is that of its prompt."""
        return slot("picture", box, self.styles.plains((18,), "muted"), number=number)

    def picture_beside(self, side: str) -> Layout:
        """Text on one half of the page and a picture that bleeds off the other."""
        right = side == "right"
        half = self.grid.box(7, 6, 0, self.grid.height)
        # Text that begins at a picture needs more than a gutter; ragged lines that end at one have it.
        left, wide = (half.x, self.grid.width - half.x) if right else (0, half.x - 2 * GUTTER)
        picture = self.picture_slot(Box(left, 0, wide, self.grid.height))
        first, span = (1, 5) if right and not self.narrow else (1 if right else 7, 6)
        air = COLUMN_AIR if right and self.narrow else 0
        # Half a page holds few letters a line, so titles may take one size and one line more than elsewhere.
        head = self.grid.box(first, span, self.grid.title_top, self.grid.title_bottom)
        title = slot("title", less(head, air), self.styles.titles(_and(self.sizes.title, self.sizes.lead[-1])))
        body = self.body(first, span, size=self.sizes.columns[0])
        box = less(body.box, air)
        height = inches(0.62) if self.narrow else CAPTION_HEIGHT  # Three lines, or two.
        body = replace(body, box=replace(box, height=box.height - height - CAPTION_AIR))
        content = (title, body, picture) if right else (title, picture, body)
        caption = self.caption(first, span, height)
        footers = self.footers_beside(first, first + span - 1)
        return Layout(
            name=f"picture-{side}",
            label=f"Picture {side}",
            background=self.styles.ink("paper"),
            slots=(*content, replace(caption, box=less(caption.box, air)), *footers),
        )

    def map(self, *, beside: bool = False) -> Layout:
        """A map as high as the page at its right, a large title and the source at its left; `beside`: with a list or table."""
        left = 8 if beside else 6 if self.narrow else 7
        title = self._title_beside(left, large=not beside)
        area = self.grid.box(left + 1, 12 - left, round(self.grid.height * 0.05), self.grid.bottom)
        drawn = slot("map", area, self.styles.plains(not_above(18, self.sizes.table)), look="chart")
        caption = self.caption(1, left)
        body = self.body(1, left, size=self.sizes.columns[0])
        body = replace(body, box=replace(body.box, height=body.box.height - CAPTION_HEIGHT - CAPTION_AIR))
        slots = (title, *((body,) if beside else ()), drawn, caption)
        name, label = ("map-right", "Map right") if beside else ("map", "Map")
        return self.page(name, label, *slots, motif=())

    def picture_tall(self) -> Layout:
        """A tall picture as high as the page at its right, a large title at its left."""
        place = self.picture_slot(self.grid.box(7, 6, MARGIN, self.grid.bottom - CAPTION_HEIGHT - CAPTION_AIR))
        return self.page("picture-tall", "Tall picture", self._title_beside(6), place, self.caption(7, 6), motif=())

    def _title_beside(self, columns: int, *, large: bool = True) -> Slot:
        """The title of a page whose right side is one thing from top to bottom; a large one has the room below it too."""
        larger, low = (self.sizes.display[1:], round(self.grid.height * ALONE)) if large else ((), self.grid.title_bottom)
        sizes = (*larger, *(size for size in self.sizes.title if not larger or size < larger[-1]))
        head = less(self.grid.box(1, columns, self.grid.title_top, low), COLUMN_AIR)
        return slot("title", head, self.styles.titles(_and(sizes, self.sizes.lead[-1])))

    def picture_full(self) -> Layout:
        """A picture over the whole page, and words at its foot on a shade."""
        dark, light = ("paper", "ink") if self.styles.tokens.dark else ("ink", "paper")
        bottom, foot = self.grid.bottom, self.grid.footer_bottom
        title = self.grid.box(1, 10, bottom - (self.grid.title_bottom - self.grid.title_top), bottom)
        line = self.grid.box(1, 10, foot - CAPTION_HEIGHT, foot)
        number = self.grid.box(12, 1, foot - FOOTER_HEIGHT, foot)
        shade = self.styles.ink(dark)
        figures = self.styles.plains(self.sizes.footer, light, bold=True)
        return Layout(
            name="picture-full",
            label="Full picture",
            background=shade,
            shade=Fade(color=shade, opacity=self._opacity(dark, light)),
            slots=(
                self.picture_slot(Box(0, 0, self.grid.width, self.grid.height)),
                slot("title", title, self.styles.titles(self.sizes.title, light), anchor="bottom"),
                slot("caption", line, self.styles.plains(self.sizes.small, light), anchor="bottom"),
                slot("number", number, aligned(figures, "right"), anchor="bottom"),
            ),
        )

    def _opacity(self, dark: str, light: str) -> int:
        """How opaque a shade is on which words can be read whatever picture lies under it, a white one too; percent."""
        ink, text, lit = (self.styles.ink(name).rgb for name in (dark, light, self.styles.tokens.loud.highlight))
        for opacity in range(50, 100):
            ground = blended(ink, "FFFFFF", opacity / 100)
            if contrast(text, ground) >= SHADE_TEXT and contrast(lit, ground) >= SHADE_LIT:
                return opacity
        return 100

    def eyebrow(self, first: int = 1, color: str = "brand") -> Slot:
        """A title that is a small line above what the page says large; a long one takes more lines before it is tiny."""
        top = self.grid.title_top
        height = EYEBROW_HEIGHT if first == 1 else 2 * EYEBROW_HEIGHT
        box = self.grid.box(first, min(EYEBROW_COLUMNS, COLUMNS + 1 - first), top, top + height)
        sizes = tuple(size for size in (*self.sizes.lead, *self.sizes.small[:1]) if size <= LARGEST_EYEBROW)
        sizes = sizes or self.sizes.lead[-1:]
        return slot("title", box, self.styles.plains(sizes, color, bold=True))

    def quote(self) -> Layout:
        """Somebody's words, large, signed at the foot of the page; the title is a small line above them."""
        sizes = (*(size for size in LARGE_QUOTES if size > self.sizes.quote[0]), *self.sizes.quote)
        sizes = _and(sizes, self.sizes.body[-1]) if self.narrow else sizes
        box = self.grid.share(1, 12 if self.narrow else 11, QUOTE_TOP, SPEAKER_TOP)
        body = slot("body", box, self.styles.quotes(sizes), look="quote", type="body")
        signed = self.styles.plains((24, *self.sizes.small[:1]), bold=True)
        speaker = slot("speaker", self.grid.share(1, 9, SPEAKER_TOP, 89), signed, anchor="bottom")
        motif = self.styles.tokens.motif
        return self.page("quote", "Quote", self.eyebrow(), body, speaker, motif=(*motif.content, *motif.quote))

    def statement(self) -> Layout:
        """A few words, very large; the title is a small line above them."""
        words = self.styles.headings(self.sizes.statement)
        body = slot("body", self.grid.share(1, 12, 36, 89), words, look="statement", type="body", anchor="bottom")
        return self.page("statement", "Statement", self.eyebrow(), body, motif=self.styles.tokens.motif.words)

    def title_only(self) -> Layout:
        """A title and room for what PowerPoint's users draw themselves."""
        return self.page("title-only", "Title only", self.title())


def below(box: Box, down: int, color: Color) -> PathShape:
    """A quiet rule so far below a box, as wide as it is."""
    return block("Rule", Box(box.x, box.bottom + down, box.width, RULE), color)


def block(name: str, box: Box, fill: Color) -> PathShape:
    """A filled rectangle that a layout is decorated with."""
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return PathShape(name=name, commands=(("M", *corners[0]), *(("L", *corner) for corner in corners[1:]), ("Z",)), fill=fill)


def less(box: Box, air: int) -> Box:
    """The box less some room at its right."""
    return replace(box, width=box.width - air)


def _and(sizes: tuple[int, ...], *more: int) -> tuple[int, ...]:
    """The steps of a scale and more, as far as those are smaller."""
    return (*sizes, *(size for size in more if size < sizes[-1]))
