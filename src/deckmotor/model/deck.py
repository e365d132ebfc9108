"""What a deck says: no position, no size, no colour."""

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from deckmotor.edition import BASE, Edition
from deckmotor.model.blocks import Block
from deckmotor.model.drawings import Logo
from deckmotor.model.feet import Footnotes
from deckmotor.model.grounds import Background
from deckmotor.model.showing import ONLY_KEYS, ManyBuild, OwnTransition
from deckmotor.model.text import Name, Plain, Text
from deckmotor.span import Span

if TYPE_CHECKING:
    from deckmotor.model.drawings import Portrait
    from deckmotor.model.logos import Mark
    from deckmotor.model.pictures import Picture


class Footer(Struct, frozen=True, kw_only=True):
    """The line at the foot of pages: the deck's title, its date, the page number."""

    short: ClassVar[str] = "text"

    text: Annotated[Text | None, Meta(description="What stands there instead of the deck's title.")] = None
    title: Annotated[bool, Meta(description="Whether the deck's title, or that text, stands there.")] = True
    date: Annotated[bool, Meta(description="Whether the deck's date does.")] = True
    number: Annotated[bool, Meta(description="Whether the page number does.")] = True
    span: Span

    @property
    def is_none(self) -> bool:
        """Whether it says that there is none: `footer: none`, or `false`, which nobody wants to read there."""
        return self.text is not None and self.text.plain in ("none", "false")


_Source = Annotated[str | None, Meta(description="The word before one source, or before several: `Underlag`.")]
_Kind = Annotated[str | None, Meta(description="What the alternative text of such a chart calls it: `Balken`.")]
_Said = Annotated[
    str | None,
    Meta(description="What alternative texts say; in braces, as `{name}` and `{value}`, stands what it is of."),
]
_Asked = Annotated[str | None, Meta(description="What an empty place for one asks for in PowerPoint: `Bildtext`.")]
_Callout = Annotated[str | None, Meta(description="What a callout of this kind is called: `Obs!`.")]


class Words(Struct, frozen=True, kw_only=True):
    """Words of the product's own on slides, said otherwise."""

    conjunction: Annotated[str | None, Meta(description="The word between the last two names.")] = None
    made_by: Annotated[
        str | None, Meta(description="The line on who made it; `{names}` stands for them: `genomförd av {names}`.")
    ] = None
    made_by_one: Annotated[str | None, Meta(description="The same for a single name, where that needs other words.")] = None
    asked_by: Annotated[str | None, Meta(description="The line on who asked for it: `på uppdrag av {names}`.")] = None
    asked_by_one: Annotated[str | None, Meta(description="The same for a single name.")] = None
    continued: Annotated[
        str | None, Meta(description="After the title of a slide that goes on: `del {part} av {parts}`.", max_length=100)
    ] = None
    source: _Source = None
    sources: _Source = None
    now: Annotated[str | None, Meta(description="The word for today on timelines and roadmaps.")] = None
    missing: Annotated[str | None, Meta(description="What a map's legend says of areas without a number.")] = None
    note: _Callout = None
    tip: _Callout = None
    warning: _Callout = None
    law: _Callout = None
    bars: _Kind = None
    line: _Kind = None
    lines: _Kind = None
    both: _Kind = None
    area: _Kind = None
    pie: _Kind = None
    doughnut: _Kind = None
    scatter: _Kind = None
    slope: _Kind = None
    of: Annotated[str | None, Meta(description="Between a part and its whole, read aloud: `4 av 6`.")] = None
    largest: _Said = None
    smallest: _Said = None
    from_to: Annotated[str | None, Meta(description="How a line is said: `från {start} ({first}) till {end} ({last})`.")] = None
    highlighted: _Said = None
    map: _Said = None
    map_of_sweden: _Said = None
    portrait: _Said = None
    qr: _Said = None
    flow: _Said = None
    leads_to: Annotated[str | None, Meta(description="What an arrow of a flow does, read aloud: `leder till`.")] = None
    lead: _Asked = None
    caption: _Asked = None
    credits: _Asked = None
    heading: _Asked = None
    organisation: _Asked = None
    ordinal: _Asked = None
    title: _Asked = None
    level: Annotated[str | None, Meta(description="What the master calls a level of its text: `Nivå`.")] = None
    span: Span


class Head(Struct, frozen=True, kw_only=True):
    """The head of a deck: all keys of `deck.yaml` but its slides."""

    beside: ClassVar[tuple[str, ...]] = ("slides",)
    """Keys that stand beside these and are read elsewhere."""

    title: Annotated[Text, Meta(description="The deck's title; it stands on the cover and in the footers.")]
    subtitle: Annotated[Text | None, Meta(description="A second line on the cover.")] = None
    authors: Annotated[tuple[Plain, ...], Meta(description="Who wrote it.", extra={"noun": "name", "alone": True})] = ()
    organisation: Annotated[Plain | None, Meta(description="The organisation behind it.")] = None
    commissioned_by: Annotated[
        tuple[Plain, ...], Meta(description="Who asked for it.", extra={"noun": "name", "alone": True})
    ] = ()
    date: Annotated[Text | None, Meta(description="A date or occasion, shown in the footers exactly as typed.")] = None
    footer: Annotated[
        Footer | None,
        Meta(
            description="The line at the foot of pages: a text instead of the deck's title, or which parts it has: "
            "`{date: false, number: false}`; `none` for none at all."
        ),
    ] = None
    logo: Annotated[
        Logo | None, Meta(description="The organisation's logo, where the theme has none, or another one: `logo.png`.")
    ] = None
    subject: Annotated[str | None, Meta(description="What it is about, for the file's properties.")] = None
    keywords: Annotated[
        tuple[str, ...], Meta(description="Words to find the file by.", extra={"noun": "word", "alone": True})
    ] = ()
    language: Annotated[str, Meta(description="Language of the text as a BCP 47 tag: `sv`, `en`, `fi` …")] = "en"
    words: Annotated[
        Words | None,
        Meta(
            description="Words of the product's own on slides, said otherwise: on the cover `made_by: genomförd av {names}`, "
            "`asked_by`, for a single name `made_by_one` and `asked_by_one`, and the `conjunction` between names; elsewhere "
            "`continued`, `source`, `now`, `warning` …, and what is read aloud or asked for: `portrait`, `map`, `caption` …"
        ),
    ] = None
    theme: Annotated[str, Meta(description="Name of the theme.")] = "motor"
    size: Annotated[Literal["16:9", "4:3"], Meta(description="The shape of the pages.")] = "16:9"
    build: ManyBuild = None
    transition: OwnTransition = None
    back: Annotated[
        str | None,
        Meta(description="The id of a slide, mostly the agenda: a small mark at the foot of the others leads back to it."),
    ] = None
    file: Annotated[str | None, Meta(description="Name of the file that is built, without its ending.")] = None
    variables: Annotated[dict[str, str], Meta(description="Values for `${name}` in any text.")] = {}
    picture_dpi: Annotated[
        int | Literal["original"],
        Meta(
            description="How sharp pictures are, in dots per inch of the slide; larger ones are scaled down to it. `original` "
            "keeps all their pixels; only what has to be turned or converted, and has over 40 million, is halved both ways.",
            ge=50,
            le=1200,
        ),
    ] = 220
    allow: Annotated[
        tuple[str, ...],
        Meta(
            description="Folders outside the project that pictures, includes and tables may come from, such as `../shared`; "
            "from the folder of `deck.yaml`. It is no boundary for a stranger's deck: `--no-allow` makes it one.",
            extra={"noun": "folder", "alone": True},
        ),
    ] = ()
    ignore: Annotated[
        tuple[str, ...],
        Meta(
            description="Codes of warnings that are not to be told, such as `missing-glyph`.",
            extra={"noun": "code", "alone": True},
        ),
    ] = ()
    span: Span

    @property
    def makers(self) -> tuple[Plain, ...]:
        """Who made it: the organisation, then the authors."""
        return ((self.organisation,) if self.organisation is not None else ()) + self.authors


class Slide(Struct, frozen=True, kw_only=True):
    """A slide. What it holds chooses its layout; `layout:` overrides that."""

    noun: ClassVar[str] = "slide"
    beside: ClassVar[tuple[str, ...]] = ONLY_KEYS

    title: Annotated[Text | None, Meta(description="The slide's title.")] = None
    id: Annotated[str | None, Meta(description="Its name for variants, links and diffs; made from its title if left out.")] = (
        None
    )
    subtitle: Annotated[Text | None, Meta(description="A second line on cover, section and closing pages.")] = None
    blocks: tuple[Block, ...] = ()
    notes: Annotated[
        tuple[Text, ...],
        Meta(
            description="Speaker notes. An empty line starts a new paragraph; lines that begin with `- ` or `1. ` are lists, "
            "and so are several notes in a list.",
            extra={"noun": "paragraph", "alone": True, "spoken": True},
        ),
    ] = ()
    layout: Annotated[
        Name | None,
        Meta(
            description="Name of the layout, where the one chosen is not the one wanted; or how things stand: `stacked` below "
            "each other, `beside` side by side."
        ),
    ] = None
    look: Annotated[
        Literal["plain"] | None,
        Meta(description="`plain` has a short list or text, or a title alone, as small and quiet as a long one."),
    ] = None
    language: Annotated[str | None, Meta(description="Language of this slide, where it is not the deck's.")] = None
    fit: Annotated[
        Literal["shrink", "split", "error"] | None,
        Meta(
            description="What to do with too much text: `shrink` takes smaller sizes, `split` also continues on a new slide, "
            "`error` does neither. The theme says which if this is left out."
        ),
    ] = None
    build: ManyBuild = None
    transition: OwnTransition = None
    footer: Annotated[
        Footer | None, Meta(description="The line at the foot of this page, where it is not the deck's: `none`, or as there.")
    ] = None
    background: Annotated[
        Background | None,
        Meta(description="What covers the page under its content: a colour (`deep`, `accent`), or a picture (`hills.jpg`)."),
    ] = None
    footnotes: Annotated[
        Footnotes | None,
        Meta(description="Small notes at its foot, by what names them in a text (`[^1]`): `{1: Enligt SCB}`."),
    ] = None
    sources: Annotated[
        tuple[Text, ...],
        Meta(
            description="Where it comes from: a line at its foot. `all` is a list of the sources of all slides, each once, "
            "with links to the slides.",
            extra={"noun": "source", "alone": True},
        ),
    ] = ()
    hidden: Annotated[
        bool,
        Meta(
            description="Whether it is passed over when the deck is shown: it is in PowerPoint's file alone, and other slides "
            "keep the numbers that they have there."
        ),
    ] = False
    highlight: Annotated[
        str | None,
        Meta(
            description="A word or phrase that is picked out wherever it stands in the slide's title and content; "
            "where it is the bold name that a text begins with, only there."
        ),
    ] = None
    span: Span


class Deck(Struct, frozen=True, kw_only=True):
    """A whole deck, as one variant shows it. Every slide has an id, and no two share one."""

    head: Head
    slides: tuple[Slide, ...]
    edition: Edition = BASE
    """What it is built for."""
    file: str = "deck"
    """Name of the file to write, without its ending."""
    left_out: "tuple[Picture | Portrait | Mark | Background, ...]" = ()
    """Pictures of slides that are left out because they have errors: what is wrong with their files is told at once."""
