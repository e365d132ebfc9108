"""Who a deck is for: audiences, conditions, formats of values, and layers that no longer fit."""

from deckmotor.catalogue.entry import Entry, error, warning

ENTRIES: dict[str, Entry] = {
    # Audiences and conditions
    "unknown-audience": error(
        "there is no audience `{name}`",
        "A condition or the command line names an audience that `audiences.yaml` does not.",
    ),
    "bad-audience": error(
        "`{name}` can't be the name of an audience: it is made of letters, digits, `-` and `_`, and begins with a letter",
        "Audiences are named in conditions and names of files, so they have no spaces, and are none of `and`, `or`, `not`.",
    ),
    "condition-unexpected": error(
        "`{found}` stands where {expected} belongs",
        "Conditions are made of names of audiences, comparisons, `and`, `or`, `not` and parentheses, and this is none of them.",
    ),
    "condition-ends": error(
        "the condition ends where {expected} belongs",
        "A condition of `only:` or `except:` is not complete.",
    ),
    "condition-open": error(
        "the {what} that opens here is not closed with `{sign}`",
        "A parenthesis or a quotation mark in a condition has no partner.",
    ),
    "condition-deep": error(
        "parentheses stand more than {limit} deep inside each other",
        "A condition with so many parentheses can't be read.",
    ),
    "condition-name": error(
        "`{name}` is a name, which can't be compared",
        "Only variables can be compared, with texts in quotes, with numbers, or with each other.",
    ),
    "condition-constant": error(
        "this is the same in every deck, so it is no condition",
        "A condition names an audience, or compares a variable: without one it says the same everywhere.",
    ),
    "condition-flag": error(
        "`{name}` is `{text}` here, which is neither yes nor no",
        "A variable that stands alone in a condition holds yes or no (ja, nej, true, false …).",
    ),
    "condition-order": error(
        "`{name}` is the text `{text}` here; only numbers and dates are more or less than others",
        "`<`, `>`, `<=` and `>=` compare numbers with numbers, and dates with dates.",
    ),
    # Languages
    "bad-language-file": error(
        "`{name}` is not the tag of a language",
        "The files in `languages/` are named for the language that they translate into.",
    ),
    "unknown-language": error(
        "there is no language `{name}`",
        "The command line names a language for which there is no file in `languages/`.",
    ),
    "language-alone": error(
        "the language `{name}` is there for the deck itself alone, not for variants and audiences",
        "A variant or an audience is asked for in a language whose file says `only: deck`.",
        hint="leave out the variant and the audience, or take `only: deck` out of `languages/{name}.yaml`",
    ),
    "untranslated": warning(
        "this has no translation in `{file}`",
        "A text has no translation into the language that a deck is built in, and is shown as it was written.",
        hint="`deckmotor translate {language}` adds a line for it",
    ),
    "stale-translation": warning(
        "the original of this has changed since: {original}",
        "A text was changed after it was translated, and the translation may no longer say the same.",
        hint="change the translation; where it is right as it is, `deckmotor translate {language} --accept` says so",
    ),
    "unused-translation": warning(
        "`{way}` translates nothing any more",
        "A line of a language's file belongs to a text that is gone, or that has moved to another slide.",
        hint="take the line out, or move it to where the text is now",
    ),
    # Tables
    "table-quote": error(
        "the quotation mark that opens here is not closed before the cell ends",
        "A cell that begins with a quotation mark ends with one; a mark within it is written twice.",
        hint='a cell is written "…", and a quotation mark within it ""',
    ),
    "table-column": error(
        "column {number} of the table has no name, but there is something in it",
        "The first line of a table names its columns; each with something below it needs a name.",
    ),
    "table-head": error(
        "the table has names of columns at most, and no rows below them",
        "A table of comma-separated text has the names of its columns in its first line, and a row on each further line.",
    ),
    # Workbooks
    "no-workbook": error(
        "`{path}` can't be read: it is {reason}",
        "A workbook is a file that Excel has saved as .xlsx: not locked, not damaged, and not larger than any table of a deck.",
    ),
    "no-sheet": error(
        "`{path}` has no sheet `{name}`",
        "A sheet is named as its tab in the workbook; without `sheet:` the first one is read that is not hidden.",
    ),
    "wrong-range": error(
        "`{text}` is no range of cells: one is written `A1:F30`",
        "A range names its first and its last cell; `A:F` are whole columns, and `B3` is all from that cell.",
    ),
    "empty-range": error(
        "there is nothing in `{range}` of the sheet `{sheet}`",
        "All cells of the range are empty.",
    ),
    "text-has-no-sheets": error(
        "`{path}` is a file of text, which has no `{key}:`",
        "Only a workbook has sheets, and ranges of cells in them.",
    ),
    "formula-unsaved": error(
        "the value of this formula is not stored: {text}",
        "Formulas are not computed here: what is stored with them is read, and the program that saved this one stored nothing.",
        hint="open the workbook in Excel or LibreOffice and save it",
    ),
    "cell-error": error(
        "the cell says `{text}`",
        "A formula in the workbook has failed, and the cell holds what Excel writes for that.",
        hint="mend the formula, or empty the cell",
    ),
    # Values
    "not-a-number": error(
        "`{name}` is `{text}` here, which is not a number",
        "A number is needed here, and the value of the variable is none.",
    ),
    "not-a-date": error(
        "`{name}` is `{text}` here, which is not a date",
        "A date is needed here, and the value of the variable is none. Dates are written as 2026-05-04, 4.5.2026 or 4/5/2026.",
    ),
    "unclear-number": error(
        "`{text}` can be read as two numbers",
        "A comma before three digits may stand before decimals or between thousands; nothing in its column shows which.",
    ),
    "unclear-date": error(
        "`{text}` can be read as two dates",
        "Day and month may be either, and nothing else in the column shows which.",
    ),
    "missing-value": error(
        "`{name}` has no value here",
        "A cell of the table is empty, or a variable is blank, and a text or a comparison needs its value.",
    ),
    "unknown-format": error(
        "there is no format `{name}`",
        "Values are shown as they are, or in a format such as `${{population|number}}`.",
    ),
    "wrong-format": error(
        "`{written}` is no {name} format",
        "The format is known, and what stands after its name is not.",
    ),
    # Layers that no longer fit
    "change-nowhere": warning(
        "there is no slide `{id}` here, so nothing is changed",
        "A layer changes a slide that is gone, or has another id now.",
    ),
    "item-nowhere": warning(
        "there is no item `{id}` in this list, so nothing is changed",
        "A layer changes an item of a list that is gone, or has another id now.",
    ),
    "same-as-before": warning(
        "this is what stands there already, so it changes nothing",
        "A layer replaces a value by an equal one: the base deck may have caught up with it.",
        hint="take it away, and the deck says the same",
    ),
    "unused-variable": warning(
        "the variable `{name}` is used nowhere",
        "A variable is set and stands in no text, no condition and no name of a file.",
    ),
    "unused-columns": warning(
        "of the table's columns, {names} {verb} used nowhere",
        "Columns of a table stand in no text, no condition and no name of a file.",
        hint="where they are for something else, the deck's head can say `ignore: [unused-columns]`",
    ),
    "slide-never-shown": warning(
        "no deck shows the slide `{id}`",
        "The conditions of a slide, or what layers remove, leave it out of every deck that can be built.",
    ),
    # Decks beside each other
    "uneven-split": warning(
        "`{id}` takes {pages} here, and {usual} in most decks",
        "A slide continues on another one in some decks, because what these have of their own is longer.",
        hint="shorten what this deck has of its own there, so that all rooms see the same slides",
    ),
    "uneven-title": warning(
        "the title of `{id}` has {lines} lines here, and {usual} in most decks",
        "A title is longer than in the other decks, because what this one puts into it is.",
    ),
    "long-translation": warning(
        "`{id}` is much longer in `{language}`: {said}",
        "A translation needs much more room than its original: another slide, more lines of a title, or smaller text.",
        hint="say it in fewer words there",
    ),
}
