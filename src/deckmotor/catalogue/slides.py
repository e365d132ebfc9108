"""Themes and slides: what can't be shown, or not well."""

from deckmotor.catalogue.entry import Entry, error, warning

ENTRIES: dict[str, Entry] = {
    # Themes
    "low-contrast": warning(
        "`{one}` on `{other}` is hard to read: their contrast is {ratio} to 1",
        "A theme's text has too little contrast for many people, and for the law (WCAG 2.1, 1.4.3).",
    ),
    "unmeasured-font": warning(
        "`{font}` can't be measured: it is taken to be as `{stand_in}`, {wider} % wider",
        "The widths of a font's letters are not known here: text may end up smaller than it needs to be.",
    ),
    # Slides
    "no-slides": error(
        "the deck has no slides",
        "A deck needs at least one slide.",
    ),
    "missing-title": error(
        "the slide has no title; every slide needs one, for screen readers and for finding it",
        "Every slide needs a title: screen readers read it first, and PowerPoint lists slides by it.",
    ),
    "stands-alone": error(
        "`{key}:` stands alone on its slide, but here is `{other}:` too",
        "A cover, section or closing is a whole slide; other content needs a slide of its own.",
    ),
    "subtitle-place": error(
        "only a slide with `cover:`, `section:` or `closing:` has a subtitle",
        "Only the large pages have a place for a subtitle. On other slides, `lead:` is a line below the title.",
    ),
    "build-nowhere": warning(
        "nothing on this slide comes at a click",
        "Title, lead and the large pages are there from the start; `build:` is about what stands below them.",
    ),
    "too-deep": error(
        "lists nest at most three levels deep, and this item is on the fourth",
        "A list with more than three levels can't be read from the back of a room.",
    ),
    "sources-none": error(
        "no slide has sources that could be collected",
        "`sources: all` lists the `sources:` of all slides that are shown, and what their charts, maps and numbers come from.",
        hint="write `sources: …` on the slides that have some, or take this slide away",
    ),
    "footnote-missing": error(
        "there is no footnote `{name}` on this slide",
        "`[^1]` in a text names a footnote of its slide: `footnotes: {1: …}`.",
        hint="write it below the slide's `footnotes:`; a backslash before the bracket makes it text",
    ),
    "footnote-unused": warning(
        "no text of the slide names the footnote `{name}`",
        "A footnote that nothing leads to is left out.",
        hint="write `[^{name}]` where it belongs, or take it away",
    ),
    "no-place": error(
        "the layout `{layout}` has no place for {what}",
        "The layout has no place for this content, so it would be missing on the slide.",
    ),
    "overflow": error(
        "{what} does not fit: at the smallest size that it may take, it is {over} points too high for its place",
        "The text is too high for its place even at the smallest size of the theme.",
    ),
    "footer-shortened": warning(
        "`{what}` is longer than the foot of a page has room for, so that only its beginning is shown there",
        "The line at the foot of pages takes as many words as it has room for; the rest stands nowhere.",
        hint="shorten it",
    ),
    "word-too-wide": warning(
        "the word `{word}` is wider than its place and breaks in the middle",
        "A word is wider than its place at every size, so PowerPoint breaks it somewhere.",
    ),
    "missing-glyph": warning(
        "the font {font} has no {characters}",
        "The font lacks a character. PowerPoint takes it from another font, and PDFs and pictures from one of this computer; "
        "where none has it, they show an empty box, and screen readers may not read the PDF.",
    ),
    "emoji": warning(
        "emoji look different on every computer, and text beside them may break elsewhere",
        "No font of presentations has emoji, so each program takes its own: PowerPoint its system's; PDF and pictures an "
        "open font with coloured ones, such as Noto Color Emoji, where one is installed, else outlines of them; web pages and "
        "SVG bring the pictures of that font along, else they take those of the reader's system. They are told once a deck, at "
        "the first one.",
        hint="PDFs and pictures have them in colour where a font such as Noto Color Emoji is installed, else in outlines",
    ),
    "unready-script": warning(
        "{scripts} text is not set rightly yet",
        "Lines of this script may break at wrong places, or have a wrong size or direction. It is told once a deck, where such "
        "text first stands.",
    ),
    "borrowed-script": warning(
        "the fonts of the theme have no {scripts} letters, so each program takes its own",
        "Text in a script that the theme's fonts lack is drawn in other fonts, and measured as wide as most of these are. It "
        "is told once a deck, where such text first stands.",
    ),
    "pdf-plain": warning(
        "screen readers may not read the PDF well: {reason}",
        "The PDF could only be made without the promise that screen readers can read it (PDF/UA).",
    ),
    "sheet-small": warning(
        "pages on the contact sheet are {width} pixels wide instead of {wished}: it would be too large a picture",
        "A contact sheet has at most 20 million pixels, and all pages of the deck share them. Pictures of single pages are as "
        "large as asked for.",
        hint="`--slides` makes a sheet of some pages, `--to png` a picture of each.",
    ),
    "not-drawn": error(
        "the {output} can't be made: {reason}",
        "The program that draws PDFs and pictures refuses this deck. Its PowerPoint file is written all the same.",
    ),
}
