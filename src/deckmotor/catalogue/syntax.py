"""Text that can't be read as YAML, or would be read as something else than was meant."""

from deckmotor.catalogue.entry import Entry, error, warning

ENTRIES: dict[str, Entry] = {
    "yaml-syntax": error(
        "this is not readable as YAML: something is out of place here",
        "Something on this line keeps the file from being read. Quotes round texts with signs in them mostly help.",
    ),
    "markdown": error(
        "this file is written in Markdown, and decks are YAML",
        "The file has headings, lists or text of Markdown, as tools such as Marp, Slidev and pandoc read them.",
    ),
    "odd-space": error(
        "an invisible character (U+{codepoint}) stands here, which is no plain space",
        "Something that looks like a space is none. It often comes along with text pasted from a web page.",
    ),
    "bad-character": error(
        "an invisible character (U+{codepoint}) stands here, which no text can hold",
        "A character that nobody sees and that neither YAML nor PowerPoint can hold, often pasted.",
    ),
    "nested-too-deep": error(
        "lists and groups of keys stand more than {limit} deep inside each other",
        "Brackets or indentation go deeper than any deck needs.",
    ),
    "too-many-values": error(
        "the file has more than {limit} values",
        "The file holds more than any deck. Most likely it is something else under a deck's name.",
    ),
    "several-documents": error(
        "a second document begins here, but a file holds one",
        "A line `---` begins a second document. A file of a deck holds only one.",
    ),
    "tab": error(
        "a tab stands here, where only spaces may",
        "YAML does not allow tabs before or between keys. Most editors can be told to write spaces for them.",
    ),
    "needs-quotes": error(
        "a text can begin with {shown} only in quotes",
        "The text begins with a sign that has a meaning of its own in YAML. In quotes it is plain text.",
    ),
    "variable-in-brackets": error(
        "a variable stands between brackets without quotes",
        "Between square brackets, braces mean something else to YAML. Quotes keep the variable a text.",
    ),
    "unclosed": error(
        "the {shown} that opens here is never closed",
        "A quote or bracket is opened and never closed, so everything after it is read as part of it.",
    ),
    "unopened": error(
        "the {shown} here closes nothing",
        "A closing bracket stands where none is open.",
    ),
    "escape": error(
        "`{escape}` means nothing inside double quotes",
        "In double quotes, a backslash begins a special character, and this one there is not.",
    ),
    "text-after": error(
        "more text follows after the closing `{last_sign}`",
        "After a text in quotes or a list in brackets, nothing else may follow on the line.",
    ),
    "key-in-quotes": error(
        "a key and its text stand in quotes together, which makes them one text, and nothing can stand below it",
        "A key stands without quotes, and only its text may have them.",
    ),
    "second-colon": error(
        "a second colon stands on this line, where only one `key: …` can",
        "A colon with a space after it ends a key. A text that has one needs quotes.",
    ),
    "no-space": error(
        "a space is missing after the first `{mark}` of this line",
        "A colon and a dash mean something to YAML only with a space after them.",
    ),
    "no-colon-above": error(
        "this key does not fit below the line above, which is no key: it has no colon",
        "The line above was probably meant as a key, and lacks its colon.",
    ),
    "neither": error(
        "this line is neither `key: …` nor an item (`- …`)",
        "Each line is a key with a colon, an item with a dash, or an indented line of the text above.",
    ),
    "no-key": error(
        "nothing stands before this colon",
        "A line begins with a colon, and so has a value without a key.",
    ),
    "no-value": error(
        "nothing stands before this comma",
        "A comma between brackets parts two things, and here there is none before it.",
    ),
    "bad-key": error(
        "a key is plain text, but here a bracket begins",
        "A bracket or brace stands where a key is expected; often a variable in double braces was meant.",
    ),
    "list-on-line": error(
        "a list can't begin on the line of its key",
        "The items of a list begin on the line after its key, or stand in square brackets.",
    ),
    "item-in-text": error(
        "this item is read as part of the text above it",
        "An item that is further in than the text above it becomes part of that text, dash and all.",
    ),
    "lost-text": warning(
        "what follows from this `#` on is a comment, and is shown nowhere",
        "A `#` after a space begins a comment, so the rest of the line would be missing on the slide.",
    ),
    "split-number": warning(
        "between brackets, each comma ends a value; this number becomes several",
        "A decimal comma between square brackets or braces ends the value, unless quotes stand round it.",
    ),
    "cut-number": error(
        "between braces a comma ends a value, which cuts this number in two",
        "A decimal comma between braces ends the value, unless quotes stand round it.",
    ),
    "comment-within": error(
        "this text does not go on with the line above, which ends in a comment",
        "A text that goes on over several lines can't have a comment within it.",
    ),
    "too-far-in": error(
        "this key stands further in than the line above, which already has its text",
        "A key below another must begin in the same column, unless it belongs inside it.",
    ),
    "stray-item": error(
        "this item (`- …`) stands among keys, or is not indented as the items above",
        "An item stands where keys are expected, or its dash is not in the column of the other dashes.",
    ),
    "stray-key": error(
        "this key stands among the items of a list",
        "A key stands where items are expected, mostly because it is not indented as far as the keys above.",
    ),
    "indentation": error(
        "this line is not indented as any line above that it could belong with",
        "What belongs together begins in the same column; this line begins in a column of its own.",
    ),
    "duplicate-key": error(
        "the key `{key}` is written twice; the first is on line {line}",
        "The same key is written twice in one place, and only one of the two could count.",
    ),
}
