"""Code: where it is from, what it is in, what has no room."""

from deckmotor.catalogue.entry import Entry, error

ENTRIES: dict[str, Entry] = {
    "code-language": error(
        "there is no language `{name}` that code can be shown in",
        "The colours of code come from the rules of its language, and none of that name is known. Without `language:`, or with "
        "`language: text`, code is shown without colours.",
    ),
    "code-no-file": error(
        "`{key}:` says which part of a file is shown, and there is no `file:`",
        "Lines and regions are parts of a file. Of code that stands in the deck, all of it is shown.",
    ),
    "code-both": error(
        "`{one}:` and `{other}:` are both here; the code is one of them",
        "Code stands in the deck or in a file, and of a file either some lines are shown or a region.",
    ),
    "code-lines": error(
        "`{value}` is no lines of `{path}`, which has {count}: write `1-{count}`, or `1` alone",
        "The lines of a file are written by the first and the last of them, counted from 1.",
    ),
    "code-region": error(
        "`{path}` has no region `{name}`",
        "A region of a file begins with a comment `region NAME` and ends with a comment `endregion`.",
    ),
    "code-region-open": error(
        "the region `{name}` has no end",
        "A region of a file ends with a comment `endregion`, in the file's own kind of comment: `# endregion`.",
    ),
    "code-empty": error(
        "there is no code in `{path}`, or none where it is to be taken from",
        "The file, or the part of it that is to be shown, is empty.",
    ),
    "code-highlight": error(
        "`{value}` is no line of the code, which has {first} to {last}",
        "Lit lines are written by their numbers, as `numbers: true` shows them: those of the file, or counted from 1.",
    ),
    "code-too-long": error(
        "the code has {lines} lines; at most {limit} are shown",
        "A slide shows some lines of code, not a whole program.",
        hint="take a part of it: `file: …` with `lines: 10-30`, or with a `region:`",
    ),
    "code-line-too-long": error(
        "a line of the code has {length} characters; at most {limit} are shown",
        "Nobody can read a line of that length on a slide, at any size.",
    ),
    "code-too-wide": error(
        "the line is too wide: it has {length} characters, and {fits} fit at the smallest size",
        "Lines of code never turn over, for that would change what they say. At every size that the theme gives code, this one "
        "is wider than its place.",
        hint="break the line there, as its language allows; or give the code more of the page",
    ),
    "code-fence-open": error(
        "the code that begins here has no end: a line of three backticks",
        "Code within a text stands between two lines that begin with three backticks.",
    ),
}
