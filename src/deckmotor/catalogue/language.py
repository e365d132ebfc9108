"""The language of decks: keys and values, names that lead nowhere, limits."""

from deckmotor.catalogue.entry import Entry, error, warning

ENTRIES: dict[str, Entry] = {
    # Keys and values
    "unknown-key": error(
        "`{key}` is not a key of {of}",
        "There is no such key here. A wrong key is never passed over, because what it says would be missing.",
    ),
    "missing-key": error(
        "{of} needs {keys}",
        "A key that is always needed here is not written.",
    ),
    "wrong-type": error(
        "{of} is {expected}, but here is {found}",
        "Something of another kind is expected here: a text, a list, or a group of keys.",
    ),
    "wrong-value": error(
        "`{value}` is not {expected}",
        "Only some values are possible here, and this is none of them.",
    ),
    "wrong-length": error(
        "{of} should have {expected}, but has {found}",
        "A list has too few or too many entries, or a table's row has another number of cells than its first one.",
    ),
    "not-indented": error(
        "this line belongs to `{key}:` above, but is not indented below it",
        "What belongs to a key stands below it, further in: two spaces are enough.",
    ),
    "empty": error(
        "{of} is empty",
        "The key or item is there, but nothing is written for it.",
    ),
    "bad-language": error(
        "`{tag}` is not the tag of a language",
        "Languages are written as tags such as `sv` or `en-GB`. Spelling checkers and screen readers go by them.",
    ),
    "bad-link": error(
        "`{link}` is not an address that a link can lead to",
        "The address of a link is not one that PowerPoint can open.",
    ),
    "link-without-address": error(
        "the link has no address",
        "The round brackets of a link are empty.",
    ),
    "link-without-text": error(
        "the link to `{link}` has no text to click on",
        "The square brackets of a link are empty, so nobody could click on it.",
    ),
    "no-mark": warning(
        "`{shown}` means nothing here: it is no mark that texts have",
        "It is a mark in Markdown or HTML, but none here, so its signs would stand on the slide.",
    ),
    "tab-in-text": warning(
        "a tab stands in this text; on a slide it is a space",
        "No two programs agree on how wide a tab is, so it is shown as a space.",
        hint="write a space; columns are written as `table:`",
    ),
    "highlight-nowhere": warning(
        "`{phrase}` stands nowhere in this slide's content, so nothing is picked out",
        "The phrase that `highlight:` names is not in the slide's title or content. Whole words are compared.",
        hint="only whole words are found, with their capitals as they are written",
    ),
    "bad-file-name": error(
        "`{name}` can't be the name of a file",
        "The name has a folder or an ending in it, or a sign that some system does not allow in names of files.",
    ),
    "bad-id": error(
        "`{id}` can't be an id: an id is made of letters, digits, `-` and `_`",
        "An id is written in links and by variants, so it has no spaces and no signs but `-` and `_`.",
    ),
    # Names that lead nowhere
    "unknown-slide": error(
        "there is no slide `{id}`",
        "A link, a variant or `--slides` names a slide that is not in the deck, or not in this variant's.",
    ),
    "unknown-layout": error(
        "theme `{theme}` has no layout `{layout}`",
        "The theme has no layout of that name. `deckmotor list layouts` shows them.",
    ),
    "way-nowhere": warning(
        "nothing on this slide can stand as `layout: {way}` says",
        "`stacked` sets things below each other, `beside` side by side; that takes two of them, and no `columns:`.",
        hint="take `layout:` away",
    ),
    "icon-in-numbers": error(
        "an item of a list with numbers has its number, and no icon",
        "Icons are marks of `bullets:`.",
        hint="write `bullets:` in place of `numbered:`, or take the icon away",
    ),
    "unknown-icon": error(
        "there is no icon `{name}`",
        "No icon of the set has that name. They have English names in small letters; phosphoricons.com shows all of them.",
    ),
    "unknown-theme": error(
        "there is no theme `{theme}`",
        "There is no such theme, neither in the project's `themes/` nor among those of deckmotor.",
    ),
    "unknown-variant": error(
        "there is no variant `{variant_id}`",
        "No row of the table and no file in `variants/` has that id. `deckmotor list variants` shows them.",
    ),
    "unknown-variable": error(
        "there is no variable `{name}`",
        "Nothing sets this variable: no `variables:` of the deck, no column of the table, no `set:`.",
    ),
    "open-variable": error(
        "the `${{` that opens a variable here is not closed with `}}`",
        "A variable begins with `${` and ends with `}`. To write `${` as a text, double the dollar sign.",
    ),
    "variable-circle": error(
        "the variable `{name}` refers to itself: {circle}",
        "Variables refer to each other in a circle, so none of them has a text.",
    ),
    "variable-too-long": error(
        "the variable `{name}` is longer than {limit} characters",
        "A variable that refers to others grows too long for any slide.",
    ),
    "unknown-warning": error(
        "there is no warning `{name}`",
        "The deck's `ignore:` names a warning that there is not.",
    ),
    "not-a-warning": error(
        "`{name}` is an error; only warnings can be ignored",
        "Only warnings can be ignored. An error keeps the deck from being built.",
    ),
    "unknown-item": error(
        "there is no item `{id}` in this list",
        "A layer takes an item out of a list by an id that no item of it has.",
    ),
    "either-or": error(
        "{of} has `{one}:` or `{other}:`, not both",
        "Two keys stand beside each other that mean opposite or competing things.",
    ),
    "unmatched-file": error(
        "this file is for a variant `{variant_id}`, but there is none",
        "A file in `variants/` belongs to the row of that id. A variant without a row says its own `name:`.",
    ),
    "misnamed-file": error(
        "`{path}` is not read: its name has to be `{name}`",
        "The files of a project are known by their names, small letters and the ending `.yaml`, alike on every system.",
    ),
    "duplicate-id": error(
        "the id `{id}` is used twice; the first is on line {line} of {file}",
        "Two slides, items or rows have the same id, so nobody could say which one is meant.",
    ),
    "include-circle": error(
        "`{path}` includes itself: {circle}",
        "Files include each other in a circle.",
    ),
    "include-too-deep": error(
        "files include each other more than {limit} deep",
        "Files include files that include files, more deeply than anybody could follow.",
    ),
    # Too much
    "too-many-slides": error(
        "the deck has more than {limit} slides and includes",
        "The deck is longer than any talk. Most likely a file is included again and again.",
    ),
    "too-many-variants": error(
        "there are more than {limit} variants",
        "There are more variants than can be built in one go.",
    ),
    "too-many-decks": error(
        "{variants} variants of {slides} slides are more than {limit} slides together",
        "Slides times variants are more than can be built in one go. Fewer variants at a time can be.",
    ),
    "too-many-variables": error(
        "here are {count} variables; at most {limit} are possible",
        "There are more variables than any deck needs. Most likely the table is something else.",
    ),
    "too-much-text": error(
        "{of} has {size} characters; at most {limit} are possible",
        "The text is longer than a slide could ever show.",
    ),
    "variables-too-long": error(
        "the variables put more than {limit} characters into {of}",
        "Variables that are put in make the text longer than any slide could show.",
    ),
    "extends-circle": error(
        "the theme `{theme}` extends itself: {circle}",
        "Themes extend each other in a circle.",
    ),
}
