"""A whole deck to a scene."""

from typing import Any

from deckmotor.compose.look import Look
from deckmotor.compose.slide import items, layout_name, notes
from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import nearest, problem
from deckmotor.model.blocks import Section
from deckmotor.model.deck import Deck, Head, Slide
from deckmotor.scene.page import Layout, Media, Page, PageSection, Properties, Scene
from deckmotor.theme.theme import Theme
from deckmotor.typeset.fonts import Fonts

Composed = tuple[Page, tuple[Diagnostic, ...]]


def compose(
    deck: Deck, theme: Theme, fonts: Fonts, media: dict[str, Media], memo: dict[Any, Any] | None = None
) -> tuple[Scene, tuple[Diagnostic, ...]]:
    """The scene of a deck and what does not fit in it.

    `media` has the pictures by their path from the project's folder. `memo` is given by a caller who composes many
    variants: a slide that is the same object in two of them, under the same head, is composed once.
    """
    remembered = {} if memo is None else memo
    composed = [_page(slide, deck.head, theme, fonts, media, remembered) for slide in deck.slides]
    pages = tuple(page for page, _ in composed)
    scene = Scene(
        width=theme.width,
        height=theme.height,
        properties=_properties(deck),
        layouts=theme.layouts,
        pages=pages,
        sections=_sections(deck),
        media=media,
        drawn_with={name: fonts.measuring_family(name) for name in (theme.heading_font, theme.body_font, theme.code_font)},
        base=theme.base,
    )
    return scene, tuple(problem for _, problems in composed for problem in problems)


def _page(slide: Slide, head: Head, theme: Theme, fonts: Fonts, media: dict[str, Media], memo: dict[Any, Any]) -> Composed:
    # All that a page takes from the head. The slide is kept beside the page, so its identity stays its own.
    seen = (head.title.runs, head.subtitle and head.subtitle.runs, head.date and head.date.plain, head.language)
    people = (head.authors, head.organisation, head.commissioned_by)
    key = (id(slide), id(theme), seen, people)
    known = memo.get(key)
    if known is None:
        known = memo[key] = (slide, theme, _compose_page(slide, head, theme, fonts, media))
    result: Composed = known[2]
    return result


def _compose_page(slide: Slide, head: Head, theme: Theme, fonts: Fonts, media: dict[str, Media]) -> Composed:
    problems: list[Diagnostic] = []
    layout = _layout(slide, theme, problems)
    language = slide.language or head.language
    look = Look(
        theme=theme,
        fonts=fonts,
        layout=layout,
        language=language,
        page=slide.id or "",
        highlight=slide.highlight,
        media=media,
        problems=problems,
    )
    title = slide.title or head.title
    page = Page(
        id=slide.id or "",
        title=" ".join(title.plain.split()),
        layout=layout.name,
        language=language,
        items=items(slide, head, look),
        notes=notes(slide, look),
    )
    return page, tuple(problems)


def _layout(slide: Slide, theme: Theme, problems: list[Diagnostic]) -> Layout:
    """The layout that the slide names, or the one that suits what it holds."""
    wanted = slide.layout or layout_name(slide)
    layout = theme.layout(wanted)
    if layout is not None:
        return layout
    if slide.layout is not None:
        hints = nearest(wanted, [layout.name for layout in theme.layouts])
        problems.append(problem("unknown-layout", slide.span, hints=hints, theme=theme.name, layout=wanted))
    # A combination that no layout is made for is placed on a plain one, which reports what it has no place for.
    fallback = theme.layout("content") or theme.layouts[0]
    return theme.layout(layout_name(slide)) or fallback


def _sections(deck: Deck) -> tuple[PageSection, ...]:
    """The sections that PowerPoint shows. Every page is in one; those before the first get the deck's title."""
    sections: list[tuple[str, list[str]]] = []
    for slide in deck.slides:
        block = slide.blocks[0] if slide.blocks else None
        if isinstance(block, Section):
            sections.append((" ".join(block.title.plain.split()), []))
        elif not sections:
            sections.append((" ".join(deck.head.title.plain.split()), []))
        sections[-1][1].append(slide.id or "")
    return tuple(PageSection(name=name, pages=tuple(pages)) for name, pages in sections)


def _properties(deck: Deck) -> Properties:
    head = deck.head
    return Properties(
        title=" ".join(head.title.plain.split()),
        authors=head.authors,
        subject=head.subject or "",
        keywords=head.keywords,
        organisation=head.organisation or "",
        language=head.language,
        variant=deck.variant or "",
    )
