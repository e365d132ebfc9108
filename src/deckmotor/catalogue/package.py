"""The rules of the package linter: one stable code for each cause, what it is, and what PowerPoint does with it.

These hundred are read only when a finished file is checked.
An error is what makes PowerPoint repair or refuse a file, or lose part of it; a warning is what it opens, but something in
the file does not work as it was meant, or other programs stumble.
"""

from deckmotor.catalogue.entry import Entry, Severity

REFUSES = "PowerPoint does not open the file"
REPAIRS = "PowerPoint offers to repair the file"
DROPS = "PowerPoint leaves it out"
UNREAD = "it is not checked"
OPENS = "PowerPoint opens the file"


def _error(text: str, effect: str, expected: str = "") -> Entry:
    return _rule("error", text, effect, expected)


def _warning(text: str, effect: str, expected: str = "") -> Entry:
    return _rule("warning", text, effect, expected)


def _rule(severity: Severity, text: str, effect: str, expected: str) -> Entry:
    """`effect` is what PowerPoint does, `expected` how it should be; empty where the text says it."""
    return Entry(severity, f"{text}; {effect}", f"{effect[0].upper()}{effect[1:]}.", expected)


ENTRIES: dict[str, Entry] = {
    # The zip file
    "package-not-zip": _error("this is not a whole PowerPoint file: {reason}", REFUSES, "a .pptx is a zip file"),
    "package-encrypted": _error(
        "the file is locked with a password, or is an old .ppt", UNREAD, "save it as .pptx without one"
    ),
    "package-too-large": _error("the file unpacks to {size} MB from {packed} MB", UNREAD, "files made to fill a disk do that"),
    "package-too-many-parts": _error("the file holds {count} parts", UNREAD, "at most {limit}"),
    "package-too-many-elements": _error(
        "the file holds more than {limit} elements", UNREAD, "what comes after is not looked at"
    ),
    "package-compression": _error("`{name}` is compressed in a way Office does not know", REFUSES, "plain deflate, or none"),
    "package-unreadable-part": _error("`{name}` is damaged: {reason}", REFUSES),
    "package-duplicate-part": _error("`{name}` is in the file twice", REPAIRS, "every part once"),
    "package-name-case": _error(
        "`{name}` and `{other}` differ only in capitals", REPAIRS, "to PowerPoint they are one name; every part needs its own"
    ),
    "package-bad-name": _error(
        "`{name}` is not a name for a part", REFUSES, "folders and names with `/` between, without `\\`, `..` or empty names"
    ),
    # XML
    "package-bad-xml": _error("this part is not well-formed XML: {reason}", REPAIRS),
    "package-control-character": _error(
        "there is a control character, which XML does not allow", REPAIRS, "only tab and line break may stand in text"
    ),
    "package-doctype": _error("this part has a DOCTYPE", REFUSES, "Office allows none, and no entities"),
    "package-bad-encoding": _error("this part is written in {encoding}", REFUSES, "UTF-8 or UTF-16"),
    "package-part-too-large": _error("this part has {size} MB or {count} elements", UNREAD),
    "package-wrong-root": _error("this part begins with `{found}`", REPAIRS, "a part of its kind begins with `{wanted}`"),
    "package-strict": _warning("the file is in the Strict form of Open XML, which these checks do not know", OPENS),
    # Content types
    "package-no-content-types": _error("the list of content types (`[Content_Types].xml`) is missing", REFUSES),
    "package-part-without-type": _error(
        "`{name}` has no content type", REPAIRS, "an Override for it, or a Default for its ending"
    ),
    "package-wrong-type": _error("`{name}` has the content type `{found}`", REPAIRS, "as it is used here: `{wanted}`"),
    "package-override-without-part": _error("a content type is given for `{name}`, which is not in the file", REPAIRS),
    "package-duplicate-type": _error("the content type of `{name}` is given twice", REFUSES, "once"),
    "package-bad-override-name": _error(
        "`{name}` is not a name a content type can be given for", REFUSES, "it begins with `/`"
    ),
    # Relationships
    "package-no-presentation": _error("nothing says which part is the presentation", REFUSES, "`_rels/.rels` names it"),
    "package-dangling-relationship": _error("`{id}` leads to `{target}`, which is not in the file", REPAIRS),
    "package-relationship-outside": _error("`{id}` leads out of the file, to `{target}`", REFUSES),
    "package-duplicate-relationship-id": _error(
        "the relationship `{id}` is there twice", REFUSES, "every relationship has its own id"
    ),
    "package-bad-relationship-id": _error(
        "`{id}` can't be the id of a relationship", REFUSES, "it begins with a letter, as `rId1`"
    ),
    "package-unknown-relationship": _error("there is no relationship `{id}`", REPAIRS, "one of this part's own: {known}"),
    "package-wrong-relationship": _error(
        "`{id}` leads to a part of the kind `{found}`", REPAIRS, "here it should lead to one of the kind `{wanted}`"
    ),
    "package-bad-address": _warning("the link leads to `{target}`, which is not an address", "PowerPoint may repair the file"),
    "package-relationships-without-part": _warning("these are the relationships of `{name}`, which is not in the file", DROPS),
    "package-orphan-part": _warning("nothing leads to `{name}`", DROPS),
    # The grammar of the elements
    "package-wrong-order": _error("`{child}` stands after `{before}`", REPAIRS, "in `{parent}` it comes before it"),
    "package-repeated-element": _error("`{parent}` has too many `{child}`", REPAIRS, "at most {most}"),
    "package-unexpected-element": _error("`{child}` can't stand in `{parent}`", REPAIRS, "there may be: {known}"),
    "package-missing-element": _error("`{parent}` has too few: `{child}` is missing", REPAIRS),
    "package-missing-attribute": _error("`{element}` has no `{attribute}`", REPAIRS),
    "package-unknown-attribute": _error("`{element}` can't have `{attribute}`", REPAIRS, "it may have: {known}"),
    # Values
    "package-bad-colour": _error("`{value}` is not a colour", REPAIRS, "six hexadecimal digits and nothing more: `FF0000`"),
    "package-fractional-number": _error("`{attribute}` is {value}", REPAIRS, "a whole number"),
    "package-not-a-number": _error("`{attribute}` is `{value}`", REPAIRS, "a number"),
    "package-number-range": _error("`{attribute}` is {value}", REPAIRS, "{wanted}"),
    "package-negative-size": _error("the size is {value}", REPAIRS, "widths and heights are 0 or more"),
    "package-bad-choice": _error("`{attribute}` is `{value}`", REPAIRS, "one of: {known}"),
    "package-bad-yes-no": _error("`{attribute}` is `{value}`", REPAIRS, "`1`, `0`, `true` or `false`"),
    "package-bad-guid": _error(
        "`{value}` is not an id of the form it needs", REPAIRS, "`{{01234567-89AB-CDEF-0123-456789ABCDEF}}`"
    ),
    # The presentation, its masters and layouts
    "package-duplicate-slide-id": _error("the slide id {id} is given to two slides", REPAIRS, "every slide has its own"),
    "package-slide-id-range": _error("the slide id is {value}", REPAIRS, "256 to 2147483647"),
    "package-slide-listed-twice": _error("`{name}` is in the list of slides twice", REPAIRS, "a copy is a part of its own"),
    "package-slide-unlisted": _warning("the slide `{name}` belongs to the file, but the list of slides leaves it out", DROPS),
    "package-slide-size": _error("the slide's size is {value}", REPAIRS, "914400 to 51206400 EMU (2.54 to 142 cm)"),
    "package-duplicate-layout-id": _error(
        "the id {id} is given twice", REPAIRS, "masters and layouts share one row of ids, each its own"
    ),
    "package-layout-id-range": _error("the id of a master or layout is {value}", REPAIRS, "2147483648 to 4294967295"),
    "package-no-master": _error("the presentation has no slide master", REPAIRS),
    "package-slide-without-layout": _error("the slide has {count} layout", REPAIRS, "exactly one"),
    "package-layout-without-master": _error("the layout has {count} master", REPAIRS, "exactly one"),
    "package-master-without-theme": _error("the master has {count} theme", REPAIRS, "exactly one"),
    "package-layout-unlisted": _error("the master's list leaves out its layout `{name}`", REPAIRS),
    "package-layout-of-other-master": _error("the master lists `{name}`, which belongs to another master", REPAIRS),
    "package-shared-theme": _error("`{name}` is the theme of two masters", REPAIRS, "every master has a theme of its own"),
    "package-theme-formats": _error("`{parent}` of the theme has too few `{child}`", REPAIRS, "three of each, light to strong"),
    # Notes
    "package-notes-without-master": _error("the notes have {count} notes master", REPAIRS, "exactly one"),
    "package-notes-shared": _error("the notes `{name}` belong to two slides", REPAIRS, "notes are one slide's"),
    "package-notes-other-slide": _error("the notes say they belong to `{found}`", REPAIRS, "their slide is `{wanted}`"),
    "package-no-notes-master": _error(
        "there are notes, but the presentation has no notes master", REPAIRS, "a relationship to it, and `p:notesMasterIdLst`"
    ),
    "package-notes-master-unlisted": _warning(
        "the presentation has a notes master, but does not list it",
        "PowerPoint opens the file, and other programs may lose the look of the notes",
        "`p:notesMasterIdLst` right after `p:sldMasterIdLst`",
    ),
    "package-second-notes-master": _error("`{name}` is a second notes master", REPAIRS, "the presentation names one"),
    # Sections
    "package-section-unknown-slide": _error("the section `{section}` names the slide id {id}, which no slide has", REPAIRS),
    "package-section-missing-slide": _error(
        "no section names the slide id {id}", REPAIRS, "where there are sections, each slide is in one"
    ),
    "package-section-repeated-slide": _error("the slide id {id} is in sections twice", REPAIRS, "each slide is in one"),
    # Shapes
    "package-duplicate-shape-id": _error(
        "the shape id {id} is given twice on one slide",
        "PowerPoint may repair the file, and builds and connectors break",
        "every shape of a slide has its own",
    ),
    "package-duplicate-layout-shape-id": _warning(
        "the shape id {id} is given twice here", OPENS, "every shape of a layout, master or page of notes has its own"
    ),
    "package-shape-id-range": _error("the shape id is `{value}`", REPAIRS, "a whole number from 1"),
    "package-duplicate-creation-id": _warning(
        "`{id}` marks two of what it should tell apart",
        "PowerPoint mixes them up when versions are merged",
        "one each, or none",
    ),
    "package-loose-connector": _warning(
        "the connector is tied to the shape id {id}, which is not here", "PowerPoint unties it"
    ),
    "package-second-title": _warning(
        "the slide has two titles", "PowerPoint's outline and screen readers take the first", "one placeholder for the title"
    ),
    "package-duplicate-placeholder": _warning(
        "two placeholders here are both type `{type}` with index {idx}", "PowerPoint styles both as one", "an index of its own"
    ),
    "package-foreign-placeholder": _error(
        "a placeholder of type `{type}` stands on a {kind}", REPAIRS, "it belongs on notes and handouts only"
    ),
    # Text and tables
    "package-text-without-paragraph": _error("the text has no paragraph", REPAIRS, "at least one `a:p`, if only an empty one"),
    "package-escaped-control": _warning(
        "`{value}` stands for a control character", "PowerPoint shows it as it is written, or leaves it out"
    ),
    "package-cell-without-paragraph": _error("a cell has no paragraph", REPAIRS, "at least one `a:p`, if only an empty one"),
    "package-table-cells": _error("a row has {found} cells", REPAIRS, "the table has {wanted} columns"),
    "package-table-span": _error(
        "{reason}", REPAIRS, "every cell that a wider one covers is there, marked `hMerge` or `vMerge`"
    ),
    "package-unknown-table-style": _warning("there is no table style `{id}`", "PowerPoint shows the table without style"),
    # Charts
    "package-chart-axes": _error(
        "{reason}", REPAIRS, "what is drawn names axes that are there, and axes cross one that is there"
    ),
    "package-chart-axis-id": _warning(
        "the axis id is {value}", "PowerPoint opens it, stricter readers don't", "0 to 4294967295"
    ),
    "package-chart-series": _error("two series have the same `{what}` {value}", REPAIRS, "each its own"),
    "package-chart-points": _error("{reason}", REPAIRS, "each point has its own index, below the number of points"),
    "package-chart-workbook": _error(
        "the workbook behind a chart is not one", "PowerPoint can't edit the chart's numbers", "an .xlsx"
    ),
    # Builds
    "package-timing-shape": _error("the build moves the shape id {id}, which is not on the slide", REPAIRS),
    "package-timing-paragraph": _error(
        "the build shows paragraph {last} of the shape id {id}", REPAIRS, "it has {count}, counted from 0"
    ),
    "package-timing-id": _error("the step id {id} is given twice in the builds", REPAIRS, "each step has its own"),
    "package-timing-build": _error("the builds list the shape id {id} twice for the group {group}", REPAIRS, "once"),
    # Properties and pictures
    "package-properties-twice": _error("the file's properties are there twice", REFUSES, "one part for them"),
    "package-properties-repeated": _error("`{element}` is there twice", REFUSES, "once"),
    "package-properties-date": _error(
        "`{value}` is not a date", REFUSES, '`2026-01-31T12:00:00Z`, with `xsi:type="dcterms:W3CDTF"`'
    ),
    "package-custom-properties": _error("{reason}", REPAIRS, "each property has its own name, and a number of its own from 2"),
    "package-picture-kind": _warning(
        "the picture is called {found}, but is {wanted}", "PowerPoint may show a red cross instead of it"
    ),
    # Markup compatibility
    "package-undeclared-prefix": _error(
        "the prefix `{prefix}` is not declared", REPAIRS, "an `xmlns:{prefix}` here or further out"
    ),
    "package-no-choice": _error("`mc:AlternateContent` has nothing to choose", REPAIRS, "at least one `mc:Choice`"),
}
"""All rules, by theme."""
