"""The tokens of a theme: what `theme.yaml` says. Docstrings and descriptions here are the help that people read."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from deckmotor.model.drawings import Logo, MotifPicture
from deckmotor.span import Span
from deckmotor.theme.fit import Fit


class Colours(Struct, frozen=True, kw_only=True):
    """Twelve colours, each six hexadecimal digits, with a number sign before them or not (in quotes then)."""

    paper: Annotated[str, Meta(description="The page.")]
    ink: Annotated[str, Meta(description="Text.")]
    surface: Annotated[str, Meta(description="A quiet second background.")]
    deep: Annotated[str, Meta(description="The loud background, or a second colour for text.")]
    brand: Annotated[str, Meta(description="The colour that the theme is known by.")]
    accent: Annotated[str, Meta(description="The rare colour that means something: what is highlighted.")]
    third: Annotated[str, Meta(description="Third colour of charts.")]
    fourth: Annotated[str, Meta(description="Fourth colour of charts.")]
    fifth: Annotated[str, Meta(description="Fifth colour of charts.")]
    muted: Annotated[str, Meta(description="Footers, sources, text of lower rank.")]
    link: Annotated[str, Meta(description="Links.")]
    visited: Annotated[str, Meta(description="Links that have been followed.")]
    span: Span


class FontNames(Struct, frozen=True, kw_only=True):
    """Typefaces by the names that PowerPoint knows them by."""

    heading: Annotated[str, Meta(description="Titles.", max_length=100)] = "Arial"
    body: Annotated[str, Meta(description="All other text.", max_length=100)] = "Arial"
    code: Annotated[str, Meta(description="Text in backticks.", max_length=100)] = "Courier New"
    span: Span


Points = Annotated[int, Meta(ge=4, le=400)]
"""A size of type."""

Steps = Annotated[tuple[Points, ...], Meta(min_length=1, max_length=12, extra={"noun": "size"})]


class Sizes(Struct, frozen=True, kw_only=True):
    """The type scale, in points: for each role the sizes it may take, largest first. Fitting takes the largest that fits."""

    cover: Annotated[Steps, Meta(description="The deck's title on the cover.")] = (64, 58, 52, 48)
    section: Annotated[Steps, Meta(description="The title of section pages.")] = (72, 64, 56, 48, 42, 36)
    statement: Annotated[Steps, Meta(description="A few words that are the page: statements and closing pages.")] = (
        120, 96, 80, 66, 56, 48, 40, 34, 30,
    )  # fmt: skip
    words: Annotated[Steps, Meta(description="A list of a few words that are the page.")] = (56, 50, 44, 38, 32)
    display: Annotated[Steps, Meta(description="A short title that stands large beside its points.")] = (66, 58, 50, 42, 36)
    points: Annotated[Steps, Meta(description="A few points that are the page.")] = (32, 29, 26, 23, 20)
    title: Annotated[Steps, Meta(description="Titles of slides.")]
    quote: Annotated[Steps, Meta(description="Quotations.")] = (54, 48, 42, 36, 32, 28, 24, 20)
    lead: Annotated[Steps, Meta(description="The line under a title.")] = (26, 23, 20)
    body: Annotated[
        Steps, Meta(description="Lists and text. Deeper levels are smaller in proportion, never below the last size.")
    ]
    columns: Annotated[
        tuple[Points, ...], Meta(description="The largest size in two, three and four columns.", min_length=3, max_length=3)
    ] = (28, 26, 24)
    table: Annotated[Steps, Meta(description="Text in tables.")] = (24, 22, 20, 18, 16, 14, 12)
    code: Annotated[Steps, Meta(description="Lines of code, all on a page in one size.")] = (28, 25, 22, 20, 18, 16, 14, 12)
    small: Annotated[Steps, Meta(description="Sources, captions, credits.")]
    footer: Annotated[Steps, Meta(description="Footers.")]
    span: Span


class Loud(Struct, frozen=True, kw_only=True):
    """Colours of the loud pages: cover, sections, closing. Tokens, lighter or darker as in `deep+5`, `deep-10`."""

    background: Annotated[str, Meta(description="The page.")] = "deep"
    text: Annotated[str, Meta(description="The title.")] = "paper"
    quiet: Annotated[str, Meta(description="The lines below it.")] = "paper"
    highlight: Annotated[str, Meta(description="What is highlighted; the organisation and the number of a section.")] = "third"
    columns: Annotated[
        int, Meta(description="How many of the twelve columns titles take; the motif has the rest.", ge=6, le=12)
    ] = 8
    top: Annotated[
        float,
        Meta(description="Where the organisation and a section's number stand: percent of the page's height.", ge=0, le=40),
    ] = 7.5
    span: Span


class FactPage(Struct, frozen=True, kw_only=True):
    """The page of one large number. Colours are tokens, lighter or darker as in `deep+5`, `deep-10`."""

    background: Annotated[str, Meta(description="The page.")] = "surface"
    value: Annotated[str, Meta(description="The number, and the small title above it.")] = "brand"
    text: Annotated[str, Meta(description="What it is and what it means.")] = "ink"
    quiet: Annotated[str, Meta(description="Source and footers.")] = "muted"
    title: Annotated[
        int, Meta(description="Which of the twelve columns the title begins in; the motif may have those before.", ge=1, le=7)
    ] = 1
    span: Span


Percent = Annotated[float, Meta(ge=-200, le=300)]
"""Of the width of a 16:9 page, or of its height; what lies outside 0 to 100 is off the page."""

Centre = Annotated[
    tuple[Percent, Percent], Meta(description="Percent of the page's width and height.", extra={"noun": "number"})
]

Box = Annotated[
    tuple[Percent, Percent, Percent, Percent],
    Meta(description="Left, top, width and height in percent of the page's width and height.", extra={"noun": "number"}),
]

Parts = Annotated[tuple[Annotated[int, Meta(ge=0, le=59)], ...], Meta(max_length=60)]


class Wheel(Struct, frozen=True, kw_only=True):
    """A ring in equal parts with gaps between them. Parts count clockwise from 0."""

    centre: Centre
    outer: Annotated[float, Meta(description="Outer radius, percent of the page's height.", ge=0, le=500)]
    inner: Annotated[float, Meta(description="Inner radius.", ge=0, le=500)]
    parts: Annotated[int, Meta(description="Number of parts.", ge=1, le=60)] = 6
    gap: Annotated[float, Meta(description="Degrees between two parts.", ge=0, le=360)] = 3
    turn: Annotated[float, Meta(description="Degrees clockwise that the first part begins from the top.", ge=-360, le=360)] = 0
    fill: Annotated[str, Meta(description="Colour token.")] = "surface"
    lit: Annotated[Parts, Meta(description="Parts that are lit.")] = ()
    lit_fill: Annotated[str, Meta(description="Their colour token.")] = "accent"
    span: Span


class Arc(Struct, frozen=True, kw_only=True):
    """One part of a ring."""

    centre: Centre
    outer: Annotated[float, Meta(description="Outer radius, percent of the page's height.", ge=0, le=500)]
    inner: Annotated[float, Meta(description="Inner radius.", ge=0, le=500)]
    start: Annotated[float, Meta(description="Degrees clockwise from the top.", ge=-360, le=360)]
    sweep: Annotated[float, Meta(description="Degrees from there.", ge=-360, le=360)]
    fill: Annotated[str, Meta(description="Colour token.")] = "accent"
    span: Span


class Bar(Struct, frozen=True, kw_only=True):
    """A rectangle."""

    box: Box
    fill: Annotated[str, Meta(description="Colour token.")] = "brand"
    span: Span


class Disc(Struct, frozen=True, kw_only=True):
    """A full circle."""

    centre: Centre
    radius: Annotated[float, Meta(description="Percent of the page's height.", ge=0, le=500)]
    fill: Annotated[str, Meta(description="Colour token.")] = "accent"
    span: Span


class Shape(Struct, frozen=True, kw_only=True):
    """One shape of the motif, named by its key."""

    noun: ClassVar[str] = "shape"

    wheel: Annotated[Wheel | None, Meta(description="A ring in equal parts.")] = None
    arc: Annotated[Arc | None, Meta(description="One part of a ring.")] = None
    bar: Annotated[Bar | None, Meta(description="A rectangle.")] = None
    disc: Annotated[Disc | None, Meta(description="A full circle.")] = None
    picture: Annotated[MotifPicture | None, Meta(description="A picture.")] = None
    span: Span


Shapes = Annotated[tuple[Shape, ...], Meta(max_length=20, extra={"noun": "shape"})]


class Ring(Struct, frozen=True, kw_only=True):
    """The part of a ring that a gauge divides."""

    centre: Centre
    outer: Annotated[float, Meta(description="Outer radius, percent of the page's height.", ge=0, le=500)]
    inner: Annotated[float, Meta(description="Inner radius.", ge=0, le=500)]
    start: Annotated[float, Meta(description="Degrees clockwise from the top.", ge=-360, le=360)] = 0
    sweep: Annotated[float, Meta(description="Degrees from there.", ge=-360, le=360)] = 360
    gap: Annotated[float, Meta(description="Degrees between two parts.", ge=0, le=60)] = 2.6
    bleed: Annotated[
        float, Meta(description="Degrees that the first and the last part reach further, off the page.", ge=0, le=180)
    ] = 0
    span: Span


class Row(Struct, frozen=True, kw_only=True):
    """The row of rectangles that a gauge is."""

    box: Box
    gap: Annotated[float, Meta(description="Between two parts: percent of the page's width.", ge=0, le=20)] = 0.5
    part: Annotated[float, Meta(description="The most that a part is wide, percent of the page's width.", gt=0, le=100)] = 100
    span: Span


class Way(Struct, frozen=True, kw_only=True):
    """The way of a disc from the first section to the last."""

    start: Centre
    end: Centre
    radius: Annotated[float, Meta(description="Percent of the page's height.", ge=0, le=500)]
    span: Span


class Gauge(Struct, frozen=True, kw_only=True):
    """Says on a page where in the deck it is: one part for each section. One of `wheel`, `bar` and `disc`."""

    wheel: Annotated[Ring | None, Meta(description="Parts of a ring.")] = None
    bar: Annotated[Row | None, Meta(description="A row of rectangles.")] = None
    disc: Annotated[Way | None, Meta(description="Discs on a line.")] = None
    done: Annotated[str | None, Meta(description="Colour token of the sections before; none are drawn without.")] = None
    now: Annotated[str, Meta(description="Colour token of this section.")] = "accent"
    coming: Annotated[str | None, Meta(description="Colour token of the sections after; none are drawn without.")] = None
    span: Span


class Motif(Struct, frozen=True, kw_only=True):
    """The theme's one idea, drawn under the content of each kind of page."""

    cover: Annotated[Shapes, Meta(description="Under the cover.")] = ()
    section: Annotated[Shapes, Meta(description="Under section pages, and under their gauge.")] = ()
    gauge: Annotated[Gauge | None, Meta(description="What says on section pages where in the deck they are.")] = None
    trace: Annotated[Gauge | None, Meta(description="What says on all other pages in which section they are.")] = None
    closing: Annotated[Shapes, Meta(description="Under the closing page.")] = ()
    content: Annotated[Shapes, Meta(description="Under all other pages; it stands on PowerPoint's master.")] = ()
    questions: Annotated[Shapes, Meta(description="Under pages with questions, instead of that.")] = ()
    quote: Annotated[Shapes, Meta(description="Under quotations, beside it.")] = ()
    points: Annotated[Shapes, Meta(description="Under a few points beside a large title, instead of it.")] = ()
    words: Annotated[Shapes, Meta(description="Under pages of a few words, instead of it.")] = ()
    fact: Annotated[Shapes, Meta(description="Under one large number, instead of those of a few words.")] = ()
    fact_wide: Annotated[Shapes, Meta(description="The same under a number that takes the page's width.")] = ()
    panel: Annotated[Shapes, Meta(description="On the panel of pages that have one, instead of it.")] = ()
    span: Span


class GridTokens(Struct, frozen=True, kw_only=True):
    """Heights that all pages share."""

    content: Annotated[float, Meta(description="Where content begins: percent of the page's height.", ge=20, le=40)] = 25.4
    title: Annotated[
        float | None,
        Meta(
            description="Where titles end: percent of the page's height. A theme with a rule of its own ends them above it.",
            ge=12,
            le=40,
        ),
    ] = None
    rules: Annotated[
        bool, Meta(description="Whether large points under a title stand below a rule; the motif may have one.")
    ] = True
    span: Span


class Tokens(Struct, frozen=True, kw_only=True):
    """A theme."""

    label: Annotated[str, Meta(description="Its name in PowerPoint.", max_length=100)]
    extends: Annotated[str | None, Meta(description="The theme whose tokens it takes where it says nothing.")] = None
    dark: Annotated[bool, Meta(description="Whether text is light on a dark page.")] = False
    colours: Annotated[Colours, Meta(description="Twelve colours.")]
    fonts: Annotated[FontNames, Meta(description="Typefaces.")]
    sizes: Annotated[Sizes, Meta(description="The type scale.")]
    grid: Annotated[GridTokens | None, Meta(description="Heights that all pages share.")] = None
    fit: Annotated[Fit, Meta(description="What happens to too much text.")]
    loud: Annotated[Loud, Meta(description="Colours of the loud pages.")]
    fact: Annotated[FactPage | None, Meta(description="The page of one large number.")] = None
    motif: Annotated[Motif, Meta(description="The shapes under the content.")]
    dimmed: Annotated[
        int,
        Meta(
            description="Percent that drawings have of their own light on the pages of a dark theme: most have a white ground, "
            "which would glare there.",
            ge=20,
            le=100,
        ),
    ] = 86
    numbered: Annotated[
        Literal["list", "process"],
        Meta(
            description="How a list with numbers of three to five short steps that is all of a slide is shown: as any list, or "
            "as a `process`. A slide with `look: plain` has a list."
        ),
    ] = "list"
    logo: Annotated[Logo | None, Meta(description="The logo of all decks that name no other.")] = None
    span: Span
