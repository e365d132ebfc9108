"""A whole deck to a scene."""

from typing import Any

from deckmotor.compose.agree import together
from deckmotor.compose.fit import Composed, Composer, shown_of
from deckmotor.diagnostics import Diagnostic
from deckmotor.model.blocks import Section
from deckmotor.model.deck import Deck
from deckmotor.scene.page import Media, PageSection, Properties, Scene
from deckmotor.theme.theme import Theme
from deckmotor.typeset.fonts import Fonts


def compose(
    deck: Deck, theme: Theme, fonts: Fonts, media: dict[str, Media], memo: dict[Any, Any] | None = None
) -> tuple[Scene, tuple[Diagnostic, ...]]:
    """The scene of a deck and what does not fit in it.

    `media` has the pictures by their path from the project's folder. `memo` is given by a caller who composes many
    variants, the base deck first: a slide that is the same object in two of them, under the same head, is composed once.
    """
    remembered = {} if memo is None else memo
    base = deck.edition.is_base
    shown = shown_of(deck.head, remembered)
    composer = Composer(head=deck.head, theme=theme, fonts=fonts, media=media, memo=remembered, shown=shown, base=base)
    names, numbers = _sections(deck)
    final = together(composer, deck.slides, numbers)
    scene = Scene(
        width=theme.width,
        height=theme.height,
        properties=_properties(deck),
        layouts=theme.layouts,
        pages=tuple(page for made in final for page in made.pages),
        sections=_page_sections(names, numbers, final),
        media=media,
        drawn_with={name: fonts.drawing_families(name) for name in (theme.heading_font, theme.body_font, theme.code_font)},
        base=theme.base,
    )
    return scene, tuple(problem for made in final for problem in made.problems)


def _sections(deck: Deck) -> tuple[list[str], list[int]]:
    """The names of the sections, and for each slide which of them it is in.

    Every slide is in one, as PowerPoint asks; those before the first section slide get the deck's title.
    """
    names: list[str] = []
    numbers: list[int] = []
    for slide in deck.slides:
        block = slide.blocks[0] if slide.blocks else None
        if isinstance(block, Section):
            names.append(" ".join(block.title.plain.split()))
        elif not names:
            names.append(" ".join(deck.head.title.plain.split()))
        numbers.append(len(names) - 1)
    return names, numbers


def _page_sections(names: list[str], numbers: list[int], made: list[Composed]) -> tuple[PageSection, ...]:
    return tuple(
        PageSection(
            name=name,
            pages=tuple(
                page.id for composed, number in zip(made, numbers, strict=True) if number == index for page in composed.pages
            ),
        )
        for index, name in enumerate(names)
    )


def _properties(deck: Deck) -> Properties:
    head = deck.head
    return Properties(
        title=" ".join(head.title.plain.split()),
        authors=head.authors,
        subject=head.subject or "",
        keywords=head.keywords,
        organisation=head.organisation or "",
        language=head.language,
        edition=deck.edition.parts,
    )
