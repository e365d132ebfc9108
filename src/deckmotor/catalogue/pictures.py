"""Pictures, drawings, films and sounds, and what slides stand on."""

from deckmotor.catalogue.entry import Entry, error, warning

ENTRIES: dict[str, Entry] = {
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
    "icon-link": error(
        "the icon leads somewhere, and has no `alt:` that says where",
        "An icon without `alt:` only decorates: nobody who can't see it would know that it leads somewhere.",
    ),
    "link-within": error(
        "all of it leads somewhere, and `{text}` in it leads elsewhere",
        "A click leads to one place. What has a `link:` has none in its text.",
        hint="take one of the two away",
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
    "clip-elsewhere": error(
        "`{path}` plays what stands in other files",
        "A film may name files or addresses where its pictures and sounds are. Programs would look for them on the computer of "
        "whoever opens the deck, or tell those addresses that it was opened.",
        hint="save it as one file (MP4)",
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
}
