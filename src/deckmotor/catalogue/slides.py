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
    "missing-alt": error(
        "the picture has no `alt:`, and is not marked `decorative: true`",
        "A picture needs a text for those who can't see it, or the mark that it only decorates.",
    ),
    "alt-and-decorative": error(
        "the picture has an `alt:` and is marked `decorative: true`; only one of them can be true",
        "A picture either says something or only decorates.",
    ),
    "link-decorative": error(
        "the picture leads somewhere, and is marked `decorative: true`",
        "A picture that leads somewhere says where, to those who can't see it too: write `alt:` instead.",
    ),
    "alt-is-file-name": warning(
        "`{alt}` is the name of a file, and says to nobody what the picture shows",
        "A screen reader reads the alt text aloud. The name of a file helps nobody who can't see it.",
    ),
    "qr-too-long": error(
        "the QR code is to say {size} bytes; at most {limit} can be read from a seat",
        "The more a QR code says, the smaller its squares. Let it lead to a short address that has the rest.",
    ),
    "unknown-colour": error(
        "the theme has no colour `{name}`",
        "Colours are those of the theme (`deep`, `accent`) and tones of them (`deep+6`). A background may be any colour too, "
        "written in quotes (`'#0D4449'`), or a picture, whose name has an ending (`hills.jpg`).",
    ),
    "recolour-pixels": error(
        "`{path}` is no drawing in SVG, and can't be recoloured",
        "A drawing in SVG says of its parts what colour they have; a picture of pixels does not.",
    ),
    "clip-unreadable": error(
        "`{path}` is no {what}, or it is damaged",
        "The file is not what it is named as: `video:` takes films (MP4), `audio:` sounds (MP3, M4A, WAV).",
    ),
    "clip-kind": error(
        "`{path}` is of the kind {kind}, which PowerPoint does not play everywhere",
        "Films are MP4, sounds MP3, M4A or WAV: all programs play these.",
        hint="save it as MP4 (H.264), a sound as MP3",
    ),
    "clip-coding": warning(
        "`{path}` is coded as `{coding}`, which PowerPoint does not play on all computers",
        "All computers play H.264 (`avc1`) with AAC (`mp4a`); others need something installed.",
        hint="save it as MP4 with H.264",
    ),
    "clip-still": warning(
        "of `{path}` only its poster stands in {output}",
        "Films and sounds play in PowerPoint and in browsers; on paper a picture stands for them.",
    ),
    "clip-too-large": warning(
        "`{path}` has more than {limit}, and does not play in the web page",
        "A film stands within the web page; one so large would have browsers fail. Its poster stands for it.",
        hint="save it smaller",
    ),
    "captions-wrong": error(
        "line {line} of `{path}` {what}",
        "Captions are WebVTT: a first line WEBVTT, then times such as `00:04.000 --> 00:07.500` with what is said below each.",
    ),
    "captions-powerpoint": warning(
        "`{path}` is not in PowerPoint's file, which has no safe way to carry captions",
        "Browsers show captions of WebVTT. In PowerPoint they are added by Playback, Insert Captions.",
    ),
    "svg-refused": error(
        "`{path}` {reason}",
        "A drawing in SVG is a program of sorts. One that could do harm, or takes minutes to draw, is refused.",
        hint="save it anew with a program for drawings, as plain SVG, or as PNG",
    ),
    "svg-unreadable": error(
        "`{path}` is no SVG that can be drawn: it is cut, is no XML, or has neither size nor `viewBox`",
        "A drawing in SVG says how large it is, by `viewBox`, or by `width` and `height`.",
    ),
    "svg-not-drawn": error(
        "`{path}` can't be drawn here: that takes the library `typst`, and a drawing that it understands",
        "PowerPoint's file holds a drawing twice: as it is, and in pixels for programs that show no SVG. The library `typst` "
        "makes these.",
        hint="`pip install typst`, or save it as PNG",
    ),
    "svg-left-out": warning(
        "of `{path}` is left out what does more than draw: {parts}",
        "Only what draws is taken from a drawing: no scripts, no pages within it, nothing from other files, no filters.",
        hint="save it anew as plain SVG, or as PNG, if it looks otherwise than it should",
    ),
    "svg-letters": warning(
        "letters in `{path}` are drawn with whatever font is there",
        "A drawing does not bring its fonts: its letters look otherwise on each computer, and may be cut.",
        hint="turn text into paths in the program that it was drawn with",
    ),
    "background-middle": error(
        "no colour of the theme can be read on `{name}`",
        "The background lies in the middle between light and dark: neither the theme's ink nor its paper has a contrast of "
        "4.5 to 1 with it (WCAG 2.2, 1.4.3).",
        hint="take a lighter or a darker one",
    ),
    "background-contrast": warning(
        "words on this picture are hard to read with `scrim: {scrim}`; they need {needed}",
        "The veil over a picture has to be so strong that the words on it have a contrast of 4.5 to 1 with every pixel under "
        "them (WCAG 2.2, 1.4.3).",
        hint="leave `scrim:` out, and it is as strong as they need it",
    ),
    "background-kind": error(
        "a `{key}:` can't be read on a picture",
        "Its colours are chosen for a page of one colour: on a picture some of its tones would be lost.",
        hint="give it a slide without the picture, or a background of one colour",
    ),
    "picture-unreadable": error(
        "`{path}` is no picture, or it is damaged",
        "The file is not a picture, or parts of it are missing.",
    ),
    "picture-kind": error(
        "`{path}` is a picture of the kind {kind}, which can't be used",
        "Pictures are PNG, JPEG, SVG, GIF, WebP, AVIF, TIFF or BMP. Saved as PNG or JPEG, others can be used.",
    ),
    "picture-too-large": error(
        "`{path}` has {size} pixels; at most {limit} million are possible",
        "The picture has so many pixels that PowerPoint might fail. A slide needs about 2,000 across; PNG and JPEG may have "
        "100 million in all, TIFF 50, WebP and AVIF 25.",
    ),
    "picture-first": warning(
        "`{path}` holds more than one picture, and only the first is shown",
        "The file is an animation, or has several pages. Of animations, GIF is the kind that PowerPoint plays.",
        hint="save an animation as GIF; save each page that is to be shown as a PNG of its own",
    ),
    "few-pixels": warning(
        "`{path}` has {size} pixels, only {dots} an inch as it is shown here, and will look coarse",
        "The picture is shown much larger than its pixels allow. A sharper original helps; enlarging it does not.",
        hint="take one with about {sharp} pixels across, or show it smaller",
    ),
    "chart-empty": error(
        "`{key}` has no number to draw: all are missing, or parts of nothing",
        "A chart needs at least one number.",
    ),
    "data-empty": error(
        "`{path}` has no numbers: it needs names of columns, and rows below them",
        "A file of numbers has the names of its columns in its first line, and at least one line below it.",
    ),
    "data-column": error(
        "`{path}` has no column `{name}`",
        "Columns are named as the first line of the file names them.",
    ),
    "data-nowhere": error(
        "no row of the file is as `where:` says",
        "A chart or table shows the rows of a file that are as `where:` says, and there are none.",
    ),
    "condition-column": error(
        "the file has no column `{name}`",
        "A condition over rows of a file compares its columns, by the names in its first row, with texts, numbers or dates.",
    ),
    "needs-file": error(
        "`{key}:` needs a `file:` to choose from",
        "Rows that are written in the deck are shown as they are; columns and rows are chosen from a file.",
    ),
    "too-many-rows": error(
        "the table has {count} rows; a deck shows {limit} at most",
        "Nobody reads a table of so many rows on a screen, and it would fill hundreds of slides.",
        hint="choose rows by `where:`, or show the first by `limit:`",
    ),
    "chart-series": error(
        "the chart has several series, and nobody is told what they are",
        "Where there are several series of numbers, each needs a name, which is shown beside its bars or its line.",
    ),
    "chart-negative": error(
        "`{name}` has a number below zero, which is no part of a whole",
        "Parts of a whole are drawn as shares of their sum, and a share can't be negative.",
    ),
    "chart-parts": warning(
        "the {key} has {count} parts, and nobody can compare more than six",
        "Angles are hard to compare, and the more parts there are the harder it is. Bars show the same better.",
        hint="show it as `bars:`, or put the smallest together as one",
    ),
    "chart-names": error(
        "the bars have no `{name}`, so the line has no place for it",
        "A line over bars has its points above the bars, so it has their names.",
    ),
    "chart-highlight": error(
        "the chart has no `{name}` to highlight",
        "What is highlighted in a chart is one of its names or series, written alike.",
    ),
    "table-highlight": error(
        "the table has no cell `{name}` to highlight",
        "A table highlights a column by its name, a row by its first cell, or a cell by its text, written alike.",
    ),
    "chart-crowded": error(
        "the chart has {count} numbers, and their names and values have no room at any size",
        "Names and numbers of a chart never lie over each other. Where all of them have no room, some must go elsewhere.",
        hint="show fewer and put the rest together as one, or take a `table:`",
    ),
    "no-map": error(
        "`{path}` can't be read: it is {reason}",
        "Areas of a map of your own stand in a file of GeoJSON, in degrees, each with a name, and not more than can be drawn.",
    ),
    "map-area": error(
        "the map has no area `{name}`",
        "Values, `highlight` and `zoom` name areas as the file of the map does.",
    ),
    "map-place": error(
        "`{name}` needs a latitude and a longitude in degrees on this map, such as `[65.85, 23.16]`",
        "The places of municipalities are known on the map of Sweden alone.",
    ),
    "map-unknown": error(
        "there is no `{name}` on the map of Sweden",
        "Counties and municipalities are named as Statistics Sweden names them (`Norrbottens län`, `Kalix`), or by code.",
    ),
    "map-position": error(
        "`{name}` has no position in Sweden: it needs a latitude and a longitude in degrees, such as `[65.85, 23.16]`",
        "A place stands where its latitude (55 to 69.5 in Sweden) and longitude (10.5 to 24.5) say.",
    ),
    "map-twice": error(
        "`{name}` is there twice",
        "Each place, and each county or municipality with a number, stands on a map once; its code is another name for it.",
    ),
    "map-levels": error(
        "`{name}` is of another level: the numbers of a map are those of counties, or those of municipalities",
        "A county and one of its municipalities would lie over each other, so the numbers of a map are of one level.",
    ),
    "map-zoom": error(
        "a map can't zoom to `{name}`: `zoom:` is a county, or `places`",
        "A map shows all of Sweden, one county with its municipalities, or the counties that hold its places.",
    ),
    "map-limits": error(
        "each number of `limits` must be larger than the one before it",
        "Limits are where the next stronger tone begins, so they rise.",
    ),
    "map-crowded": error(
        "the names of {count} places have no room on the map at any size",
        "Names on a map never lie over each other. Where all of them have no room, some must go elsewhere.",
        hint="show fewer, give the map a slide of its own, or `zoom:` to a county",
    ),
    "hierarchy-boxes": error(
        "the hierarchy has {count} boxes; at most 40 can be read",
        "A hierarchy with more boxes can't be read from the back of a room.",
        hint="leave out the lowest level, or show a part of it on a slide of its own",
    ),
    "hierarchy-deep": error(
        "a hierarchy has at most four levels, and this box is on the fifth",
        "A hierarchy with more levels can't be read from the back of a room.",
    ),
    "hierarchy-crowded": error(
        "the {count} boxes have no room at any size",
        "Boxes never overlap, and their words are never cut. Where all of them have no room, some must go elsewhere.",
        hint="shorten words, leave out the lowest level, or give the hierarchy a slide of its own",
    ),
    "flow-no-arrow": error(
        "`{name}` is no arrow",
        "A flow is made of arrows, each with a box at both ends. A box that nothing leads to or from is not part of it.",
    ),
    "flow-open-end": error(
        "the arrow has a box at one end only",
        "An arrow leads from one box to another.",
        hint="write the names at both ends: `one box -> another`",
    ),
    "flow-itself": error(
        "the arrow leads from `{name}` to `{name}`",
        "An arrow leads to another box. What is done again is better said in the box: `Practise until it works`.",
        hint="lead it back to an earlier box, or say in the box that it goes on",
    ),
    "flow-twice": error(
        "`{name}` is there twice; the first is on line {line} of {file}",
        "Two arrows between the same boxes that say the same look like one.",
        hint="take one of them away, or give each its own label",
    ),
    "flow-nowhere": error(
        "no arrow leads to or from `{name}`",
        "The texts under `nodes:` belong to boxes by the names that these have in the arrows.",
    ),
    "flow-boxes": error(
        "the flow has {boxes} boxes and {arrows} arrows; at most 40 and 80 can be followed",
        "A flow with more can't be followed from the back of a room.",
        hint="show a part of it on a slide of its own",
    ),
    "cycle-centre": error(
        "the words in the middle of the circle have no room",
        "The middle of a circle takes a word or two, where the circle itself has room.",
        hint="shorten them, leave them out, or give the cycle a slide of its own",
    ),
    "roadmap-when": error(
        "`{name}` is in none of the periods",
        "What stands on a roadmap says when it is with the name of a period, or with a date, where the periods are dates, "
        "quarters or halves of years.",
    ),
    "roadmap-ends": error(
        "it ends (`{end}`) before it begins (`{begin}`)",
        "A bar of a roadmap goes on from one time to a later one.",
        hint="turn the two round",
    ),
    "roadmap-twice": error(
        "the period `{name}` is there twice",
        "Periods are known by their names.",
        hint="give each its own name",
    ),
    "roadmap-crowded": error(
        "the {count} bars have no room at any size",
        "Bars never overlap, and their words are never cut. Where all of them have no room, some must go elsewhere.",
        hint="shorten words, take fewer lanes, or show a part of it on a slide of its own",
    ),
    "flow-crowded": error(
        "the {count} boxes and their arrows have no room at any size",
        "Boxes never overlap, no line runs through one, and words are never cut. Where all of it has no room, some must go.",
        hint="shorten words, put `nodes:` with few words, or show a part of it on a slide of its own",
    ),
    "matrix-cells": error(
        "the matrix has {count} cells, and needs four (two rows of two) or nine (three of three)",
        "A matrix has as many rows as columns, so that each cell lies between two axes.",
    ),
    "panels-crowded": error(
        "the words of the {what} have no room at any size",
        "What stands in a panel has one size, is never cut, and never leaves its panel.",
        hint="shorten the points, or give it a slide of its own",
    ),
    "agenda-sections": error(
        "the deck has no sections that an agenda could be made of",
        "`agenda: sections` lists the pages that open sections (`section: …`), with links to them.",
        hint="write `- section: …` where parts of the deck begin, or the points by hand: `agenda: [First, Second]`",
    ),
    "agenda-repeat": error(
        "only an agenda of the deck's sections stands again before each of them",
        "An agenda with points by hand has no sections before which it could stand.",
        hint="write `agenda: {{sections: true, repeat: true}}`, or take `repeat:` away",
    ),
    "sequence-highlight": error(
        "there is no `{name}` to highlight",
        "What is highlighted is a step or a box by its label, a side or a cell by its title, an event or a point by its date, "
        "time or text, written alike.",
    ),
    # Footnotes
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
    # Formulas
    "formula-unknown": error(
        "`{name}` is no command that formulas know (character {column} of the formula)",
        "Formulas are a subset of LaTeX; the reference lists its commands.",
    ),
    "formula-refused": error(
        "`{name}` can't be used in a formula (character {column}): {instead}",
        "LaTeX has this command, but a formula of a slide has not: the reference says what is left out, and why.",
    ),
    "formula-in-line": error(
        "the formula `{formula}` is wider than its line",
        "A formula in a text stands on one line, at every size that the text may take; no program breaks it alike.",
        hint="write it in parts, each between its own signs, or as `formula:` with `\\\\` where it may break",
    ),
    "formula-value": error(
        "the value `{value}` can't stand in a formula, where some of it would act",
        "The value of a variable is text in which nothing acts. In a formula it may have letters, digits and plain signs.",
        hint="write the formula without the variable",
    ),
    "formula-environment": error(
        "`{name}` is nothing that begins in a formula (character {column})",
        "What begins and ends in formulas is a matrix, `cases` or `aligned`.",
    ),
    "formula-ended": error(
        "the `\\end` of `{name}` stands where `{expected}` ends (character {column} of the formula)",
        "What begins in a formula ends with the same name.",
    ),
    "formula-unclosed": error(
        "`{name}` is not closed (character {column} of the formula)",
        "Each brace, `\\left` and `\\begin` of a formula needs what closes it.",
    ),
    "formula-unopened": error(
        "`{name}` closes nothing (character {column} of the formula)",
        "A brace, `\\right` or `\\end` of a formula closes what was opened before it.",
    ),
    "formula-bracket": error(
        "`{name}` is no bracket that can stand after `{after}` (character {column} of the formula)",
        "After `\\left` and `\\right` stands a bracket: `(`, `[`, `\\{{`, `|`, or `.` for none.",
    ),
    "formula-lacks": error(
        "something is missing here (character {column} of the formula)",
        "A fraction, a root, an index or an exponent needs what it is of, in braces: `\\frac{{a}}{{b}}`, `x^{{2}}`.",
    ),
    "formula-ends": error(
        "the formula ends where something more is needed (character {column})",
        "A fraction, a root, an index or an exponent needs what it is of, in braces: `\\frac{{a}}{{b}}`, `x^{{2}}`.",
    ),
    "formula-twice": error(
        "a second `{name}` at the same place (character {column} of the formula)",
        "Something in a formula has one index and one exponent; braces say which belongs to which: `{{x^a}}^b`.",
    ),
    "formula-not": error(
        "`\\not` stands before what can't be struck out (character {column} of the formula)",
        "Relations can be negated: `\\not=`, `\\not\\in`.",
    ),
    "formula-character": error(
        "`{name}` can't stand in a formula (character {column})",
        "Formulas hold letters, numbers, signs and commands. Words stand in `\\text{{…}}`.",
    ),
    "formula-deep": error(
        "this stands more than {most} levels deep (character {column} of the formula)",
        "Nobody can read a formula whose parts stand in each other so often.",
    ),
    "formula-too-long": error(
        "the formula has {length} characters, and no slide shows more than {most}",
        "A formula of more characters can't be read on a slide. Show its steps on several.",
    ),
    "formula-wide": error(
        "the formula does not fit: at the smallest size, it is {over} points too {way} for its place",
        "The formula is larger than its place even at the smallest size of the theme.",
        hint="break it with `\\\\`, or give it a slide of its own",
    ),
    "timeline-date": error(
        "`{name}` has no place on a scale: write a year, a month or a day (`2024`, `2024-05`, `2024-05-17`)",
        "With `scale: true` events stand as far from each other as their dates, so each date must be one that can be counted.",
        hint="leave out `scale:` to have them at equal distances, with dates in any words",
    ),
    "timeline-now": error(
        "nobody can tell between which events `{name}` is",
        "`now:` is the date of an event, written alike; or a date, where all events have dates that can be compared.",
        hint="write the date of an event, or all of them as years, months or days (`2024`, `2024-05`, `2024-05-17`)",
    ),
    "timeline-order": warning(
        "`{date}` stands after `{before}`, but comes before it",
        "The events of a timeline stand in the order in which they are written; time goes one way.",
        hint="move it up",
    ),
    "timeline-ends": error(
        "it ends in `{end}`, before it begins in `{begin}`",
        "What goes on for some time has `date:` when it begins and `to:` when it ends.",
    ),
    "timeline-crowded": error(
        "{count} events have no room beside each other at any size",
        "Labels of a timeline never lie over each other. Where all of them have no room, some must go elsewhere.",
        hint="show fewer or shorter ones, give the timeline a slide of its own, or leave out `scale:`",
    ),
    "fact-share": error(
        "`{value}` is no part of that whole: it must be a number from zero to the whole",
        "With `of:` a number is drawn as a share of a whole, so it must be a number and no larger.",
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
        "No font of presentations has emoji, so each program takes its own. They are told once a deck, at the first one.",
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
    "not-drawn": error(
        "the {output} can't be made: {reason}",
        "The program that draws PDFs and pictures refuses this deck. Its PowerPoint file is written all the same.",
    ),
}
