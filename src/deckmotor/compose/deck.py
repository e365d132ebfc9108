"""A whole deck to a scene."""

from typing import Any

from msgspec import Struct

from deckmotor.compose.agree import together
from deckmotor.compose.composed import Composed
from deckmotor.compose.fit import Composer, shown_of
from deckmotor.compose.kinds import KINDS
from deckmotor.compose.points import chosen
from deckmotor.compose.trace import traced
from deckmotor.diagnostics import Diagnostic
from deckmotor.model.deck import Deck, Slide
from deckmotor.scene.page import Media, PageSection, Properties, Scene
from deckmotor.style import MARK_FONT
from deckmotor.theme.theme import Theme
from deckmotor.typeset.fonts import Fonts


class Plans(Struct, frozen=True):
    """How the slides of a base deck are split, for its variants: a value, not a memo."""

    theme: tuple[str, int, int]
    """Name and page size of the theme that they were made with; with another they count for nothing."""
    slides: dict[str, Composed]
    """The slides that are split, by their ids."""
    layouts: dict[str, str]
    """The layouts that were chosen for slides of few points, by their ids."""
    ids: frozenset[str]
    """The ids of all slides."""


class Composition(Struct, frozen=True):
    """A composed deck."""

    scene: Scene
    problems: tuple[Diagnostic, ...]
    """What does not fit."""
    plans: Plans
    """How its slides are split."""


def compose(
    deck: Deck,
    theme: Theme,
    fonts: Fonts,
    media: dict[str, Media],
    *,
    plans: Plans | None = None,
    memo: dict[Any, Any] | None = None,
) -> Composition:
    """The scene of a deck and what does not fit in it.

    `media` has the pictures by their path from the project's folder. `plans` are those of the base deck, for a variant: a
    slide whose cut content is the same is split alike. `memo` is given by a caller who composes many variants: a slide that
    is the same object in two of them, under the same head, is composed once. It changes no result.
    """
    remembered = {} if memo is None else memo
    shown = shown_of(deck.head, remembered)
    made_with = (theme.name, theme.width, theme.height)
    base = plans if plans is not None and plans.theme == made_with else Plans(made_with, {}, {}, frozenset())
    composer = Composer(
        head=deck.head,
        theme=theme,
        fonts=fonts,
        media=media,
        memo=remembered,
        shown=shown,
        sections=_openers(deck),
        plans=base.slides,
        base=base.ids,
    )
    names, numbers = _sections(deck)
    given = deck.slides
    if theme.steps:
        from deckmotor.compose.steps import with_processes  # Few themes have them.

        given = with_processes(given, remembered)
    slides = chosen(composer, given, numbers, base.layouts)
    final = traced(together(composer, slides, numbers), numbers, len(composer.sections), theme, remembered)
    if deck.head.back is not None:
        from deckmotor.compose.back import with_marks  # Nor these.

        final = with_marks(final, deck.head.back.removeprefix("#"), theme, remembered)
    if deck.head.transition or any(map(_comes, deck.slides)):
        from deckmotor.compose.transitions import with_transitions  # Most decks have none.

        final = with_transitions(final, deck, remembered)
    scene = Scene(
        width=theme.width,
        height=theme.height,
        properties=_properties(deck),
        layouts=theme.layouts,
        pages=tuple(page for made in final for page in made.pages),
        sections=_page_sections(names, numbers, final, len(composer.sections)),
        media=media,
        drawn_with={name: fonts.drawing_families(name) for name in _families(theme)},
        base=theme.base,
    )
    split = {made.slide.id or "": made for made in final if made.plan is not None}
    layouts = {
        slide.id or "": slide.layout.text
        for slide, typed in zip(slides, deck.slides, strict=True)
        if slide.layout and not typed.layout
    }
    made = Plans(made_with, split, layouts, frozenset([slide.id or "" for slide in deck.slides]))
    return Composition(scene, tuple(problem for composed in final for problem in composed.problems), made)


def _comes(slide: Slide) -> bool:
    """Whether a slide says how it comes, or how those of its section do."""
    return slide.transition is not None or any(getattr(block, "transition", None) for block in slide.blocks)


def _families(theme: Theme) -> tuple[str, ...]:
    """The families that a deck of a theme is drawn with."""
    return (theme.heading_font, theme.body_font, theme.code_font, MARK_FONT)


def _openers(deck: Deck) -> dict[int, tuple[int, int]]:
    """By the identity of slides that open sections: which of how many they open, from 1."""
    openers = [slide for slide in deck.slides if any(KINDS[type(block)].opens is not None for block in slide.blocks)]
    return {id(slide): (place, len(openers)) for place, slide in enumerate(openers, start=1)}


def _sections(deck: Deck) -> tuple[list[str], list[int]]:
    """The names of the sections, and for each slide which of them it is in.

    Every slide is in one, as PowerPoint asks; those before the first section slide get the deck's title.
    """
    names: list[str] = []
    numbers: list[int] = []
    for slide in deck.slides:
        opens = KINDS[type(slide.blocks[0])].opens if slide.blocks else None
        if opens is not None:
            names.append(" ".join(opens(slide.blocks[0]).plain.split()))
        elif not names:
            names.append(" ".join(deck.head.title.plain.split()))
        numbers.append(len(names) - 1)
    return names, numbers


def _page_sections(names: list[str], numbers: list[int], made: list[Composed], opened: int) -> tuple[PageSection, ...]:
    """The sections with their pages; the last `opened` of them begin with a page of their own."""
    pages: list[list[str]] = [[] for _ in names]
    for composed, number in zip(made, numbers, strict=True):
        pages[number] += [page.id for page in composed.pages]
    closed = len(names) - opened
    return tuple([PageSection(name=name, pages=tuple(pages[at]), opens=at >= closed) for at, name in enumerate(names)])


def _properties(deck: Deck) -> Properties:
    head = deck.head
    return Properties(
        title=" ".join(head.title.plain.split()),
        authors=tuple([name.plain for name in head.authors]),
        subject=head.subject or "",
        keywords=head.keywords,
        organisation=head.organisation.plain if head.organisation is not None else "",
        language=head.language,
        edition=deck.edition.parts,
    )
