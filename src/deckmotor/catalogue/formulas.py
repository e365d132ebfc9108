"""Formulas."""

from deckmotor.catalogue.entry import Entry, error

ENTRIES: dict[str, Entry] = {
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
}
