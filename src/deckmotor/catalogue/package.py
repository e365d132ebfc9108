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
REPAIRS_OR_DROPS = "PowerPoint offers to repair the file, or leaves it out"

# Where it is written, or how it is known. ECMA-376 is cited by its fifth edition, part 1 by the clauses of all editions.
ZIP = "ECMA-376 part 2, §7.3 and annex B"
NAMES = "ECMA-376 part 2, §6.2.2"
TYPES = "ECMA-376 part 2, §6.2.3 and §7.2.3"
RELATIONSHIPS = "ECMA-376 part 2, §6.5"
OPC_XML = "ECMA-376 part 2, §5.1 and §6.2.5"
CORE = "ECMA-376 part 2, §8"
KINDS = "ECMA-376 part 1, §11.3.10, §12.3.23, §13.3.6; MS-CFB; OpenDocument 1.3 part 2"
XML = "XML 1.0, §2.1 and §2.2"
DEPTH = "XmlLite, XmlReaderProperty_MaxElementDepth: 256"
LIMIT = "a limit of this program"
MCE = "ECMA-376 part 3, §7"
STRICT = "ISO/IEC 29500-1, annex A"
SCHEMAS = "ECMA-376 part 1, annex A; Open XML SDK 3.3"
PARTS = "ECMA-376 part 1, §13.3, §14.2 and §15.2"
SLIDES = "ECMA-376 part 1, §13.3 and §19.2; reports of repairs"
NOTES = "ECMA-376 part 1, §13.3.4 and §13.3.5; reports of repairs"
COMMENTS = "ECMA-376 part 1, §19.4; MS-PPTX, §2.16"
SECTIONS = "MS-PPTX, §2.6.1; reports of repairs"
MARKS = "MS-PPTX, §2.2; MS-ODRAWXML, §2.3"
SHAPES = "ECMA-376 part 1, §19.3.1 and §20.1.2.2"
LINKS = "ECMA-376 part 1, §21.1.2.3.5"
TIMING = "ECMA-376 part 1, §19.5; reports of repairs"
CUSTOM = "ECMA-376 part 1, §22.3.2"
ESCAPES = "ECMA-376 part 1, §22.4.2.4"
TABLES = "ECMA-376 part 1, §21.1.3; reports of repairs"
TABLE_STYLES = "MS-OE376, §2.1.1343"
CHARTS = "ECMA-376 part 1, §21.2; PptxGenJS issue 1534"
LABELS = "python-pptx issues 789 and 1134, PptxGenJS issues 768, 788 and 815"
VALUES = "ECMA-376 part 1, §21.2.2.120; reports of repairs"
WORKBOOKS = "python-pptx issue 65"
OVERLAP = "ECMA-376 part 1, §21.2.2.131: 0 where it is absent"
SCALES = "ECMA-376 part 1, §21.2.2.160"
POINTS = "ECMA-376 part 1, §21.2.2.39, §21.2.2.47"
PICTURES = "PNG (ISO/IEC 15948), §11.2.2; ITU-T T.81, §B.2.2; the limit is of this program"
MEASURED = "measured on charts that PowerPoint wrote"


def _error(text: str, effect: str, expected: str = "", source: str = "") -> Entry:
    return _rule("error", text, effect, expected, source)


def _warning(text: str, effect: str, expected: str = "", source: str = "") -> Entry:
    return _rule("warning", text, effect, expected, source)


def _rule(severity: Severity, text: str, effect: str, expected: str, source: str) -> Entry:
    """`effect` is what PowerPoint does, `expected` how it should be; empty where the text says it."""
    return Entry(severity, f"{text}; {effect}", f"{effect[0].upper()}{effect[1:]}.", expected, source)


ENTRIES: dict[str, Entry] = {
    # The zip file
    "package-not-zip": _error("this is not a whole PowerPoint file: {reason}", REFUSES, "a .pptx is a zip file", source=ZIP),
    "package-encrypted": _error("the file is locked with a password", UNREAD, "save it without one", source=ZIP),
    "package-other-kind": _error("this is {kind}, not a PowerPoint file of today", UNREAD, "a .pptx, .potx or .ppsx", KINDS),
    "package-other-ending": _warning(
        "the file's name ends in `.{found}`, but it is a .{wanted}",
        "PowerPoint may not open it under this name",
        "a name that ends in `.{wanted}`",
        KINDS,
    ),
    "package-too-large": _error(
        "the file unpacks to {size} MB from {packed} MB", UNREAD, "files made to fill a disk do that", source=LIMIT
    ),
    "package-too-many-parts": _error("the file holds {count} parts", UNREAD, "at most {limit}", source=LIMIT),
    "package-too-many-elements": _error(
        "the file holds more than {limit} elements", UNREAD, "what comes after is not looked at", source=LIMIT
    ),
    "package-compression": _error(
        "`{name}` is compressed in a way Office does not know", REFUSES, "plain deflate, or none", source=ZIP
    ),
    "package-unreadable-part": _error("`{name}` is damaged: {reason}", REFUSES, source=ZIP),
    "package-duplicate-part": _error("`{name}` is in the file twice", REPAIRS, "every part once", source=ZIP),
    "package-name-case": _error(
        "`{name}` and `{other}` differ only in capitals",
        REPAIRS,
        "to PowerPoint they are one name; every part needs its own",
        source=NAMES,
    ),
    "package-bad-name": _error(
        "`{name}` is not a name for a part",
        REFUSES,
        "folders and names with `/` between, without `\\`, `..` or empty names",
        source=NAMES,
    ),
    # XML
    "package-bad-xml": _error("this part is not well-formed XML: {reason}", REPAIRS, source=XML),
    "package-control-character": _error(
        "there is a control character, which XML does not allow",
        REPAIRS,
        "only tab and line break may stand in text",
        source=XML,
    ),
    "package-doctype": _error("this part has a DOCTYPE", REFUSES, "Office allows none, and no entities", source=OPC_XML),
    "package-bad-encoding": _error("this part is written in {encoding}", REFUSES, "UTF-8 or UTF-16", source=OPC_XML),
    "package-part-too-large": _error("this part has {size} MB or {count} elements", UNREAD, source=LIMIT),
    "package-too-deep": _error("in this part elements stand in each other in more than {limit} levels", UNREAD, "", DEPTH),
    "package-wrong-root": _error(
        "this part begins with `{found}`", REPAIRS, "a part of its kind begins with `{wanted}`", source=PARTS
    ),
    "package-strict": _warning(
        "the file is in the Strict form of Open XML, which these checks do not know", OPENS, source=STRICT
    ),
    # Content types
    "package-no-content-types": _error("the list of content types (`[Content_Types].xml`) is missing", REFUSES, source=TYPES),
    "package-part-without-type": _error(
        "`{name}` has no content type", REPAIRS, "an Override for it, or a Default for its ending", source=TYPES
    ),
    "package-wrong-type": _error(
        "`{name}` has the content type `{found}`", REPAIRS, "as it is used here: `{wanted}`", source=PARTS
    ),
    "package-override-without-part": _error(
        "a content type is given for `{name}`, which is not in the file", REPAIRS, source=TYPES
    ),
    "package-duplicate-type": _error("the content type of `{name}` is given twice", REFUSES, "once", source=TYPES),
    "package-bad-override-name": _error(
        "`{name}` is not a name a content type can be given for", REFUSES, "it begins with `/`", source=TYPES
    ),
    # Relationships
    "package-no-presentation": _error(
        "nothing says which part is the presentation", REFUSES, "`_rels/.rels` names it", source=RELATIONSHIPS
    ),
    "package-dangling-relationship": _error(
        "`{id}` leads to `{target}`, which is not in the file", REPAIRS, source=RELATIONSHIPS
    ),
    "package-relationship-outside": _error("`{id}` leads out of the file, to `{target}`", REFUSES, source=RELATIONSHIPS),
    "package-duplicate-relationship-id": _error(
        "the relationship `{id}` is there twice", REFUSES, "every relationship has its own id", source=RELATIONSHIPS
    ),
    "package-bad-relationship-id": _error(
        "`{id}` can't be the id of a relationship", REFUSES, "it begins with a letter, as `rId1`", source=RELATIONSHIPS
    ),
    "package-unknown-relationship": _error(
        "there is no relationship `{id}`", REPAIRS, "one of this part's own: {known}", source=RELATIONSHIPS
    ),
    "package-wrong-relationship": _error(
        "`{id}` leads to a part of the kind `{found}`",
        REPAIRS,
        "here it should lead to one of the kind `{wanted}`",
        source=PARTS,
    ),
    "package-bad-address": _warning(
        "the link leads to `{target}`, which is not an address", "PowerPoint may repair the file", source=RELATIONSHIPS
    ),
    "package-relationships-without-part": _warning(
        "these are the relationships of `{name}`, which is not in the file", DROPS, source=RELATIONSHIPS
    ),
    "package-orphan-part": _warning("nothing leads to `{name}`", DROPS, source=RELATIONSHIPS),
    "package-jump-to-nothing": _warning(
        "a link jumps to a slide, but names none",
        "in PowerPoint a click on it does nothing",
        "an `r:id` that leads to a slide",
        LINKS,
    ),
    # The grammar of the elements
    "package-wrong-order": _error(
        "`{child}` stands after `{before}`", REPAIRS, "in `{parent}` it comes before it", source=SCHEMAS
    ),
    "package-repeated-element": _error("`{parent}` has too many `{child}`", REPAIRS, "at most {most}", source=SCHEMAS),
    "package-unexpected-element": _error(
        "`{child}` can't stand in `{parent}`", REPAIRS, "there may be: {known}", source=SCHEMAS
    ),
    "package-missing-element": _error("`{parent}` has too few: `{child}` is missing", REPAIRS, source=SCHEMAS),
    "package-missing-attribute": _error("`{element}` has no `{attribute}`", REPAIRS, source=SCHEMAS),
    "package-unknown-attribute": _error(
        "`{element}` can't have `{attribute}`", REPAIRS, "it may have: {known}", source=SCHEMAS
    ),
    "package-unknown-element": _error("there is no element `{element}`", REPAIRS, "", SCHEMAS),
    "package-foreign-element": _error(
        "`{child}` stands in `{parent}`, which does not know it",
        REPAIRS_OR_DROPS,
        "in an `extLst` of its own, or in an `mc:Choice`",
        MCE,
    ),
    "package-stray-text": _error("there is text where only elements may stand ({element}): `{text}`", REPAIRS, "", SCHEMAS),
    # Values
    "package-bad-colour": _error(
        "`{value}` is not a colour", REPAIRS, "six hexadecimal digits and nothing more: `FF0000`", source=SCHEMAS
    ),
    "package-fractional-number": _error("`{attribute}` is {value}", REPAIRS, "a whole number", source=SCHEMAS),
    "package-not-a-number": _error("`{attribute}` is `{value}`", REPAIRS, "a number", source=SCHEMAS),
    "package-number-range": _error("`{attribute}` is {value}", REPAIRS, "{wanted}", source=SCHEMAS),
    "package-negative-size": _error("the size is {value}", REPAIRS, "widths and heights are 0 or more", source=SCHEMAS),
    "package-bad-choice": _error("`{attribute}` is `{value}`", REPAIRS, "one of: {known}", source=SCHEMAS),
    "package-bad-yes-no": _error("`{attribute}` is `{value}`", REPAIRS, "`1`, `0`, `true` or `false`", source=SCHEMAS),
    "package-bad-guid": _error(
        "`{value}` is not an id of the form it needs", REPAIRS, "`{{01234567-89AB-CDEF-0123-456789ABCDEF}}`", source=SCHEMAS
    ),
    # The presentation, its masters and layouts
    "package-duplicate-slide-id": _error(
        "the slide id {id} is given to two slides", REPAIRS, "every slide has its own", source=SLIDES
    ),
    "package-slide-id-range": _error("the slide id is {value}", REPAIRS, "256 to 2147483647", source=SCHEMAS),
    "package-slide-listed-twice": _error(
        "`{name}` is in the list of slides twice", REPAIRS, "a copy is a part of its own", source=SLIDES
    ),
    "package-slide-unlisted": _warning(
        "the slide `{name}` belongs to the file, but the list of slides leaves it out", DROPS, source=SLIDES
    ),
    "package-slide-size": _error(
        "the slide's size is {value}", REPAIRS, "914400 to 51206400 EMU (2.54 to 142 cm)", source=SCHEMAS
    ),
    "package-duplicate-layout-id": _error(
        "the id {id} is given twice", REPAIRS, "masters and layouts share one row of ids, each its own", source=SLIDES
    ),
    "package-layout-id-range": _error(
        "the id of a master or layout is {value}", REPAIRS, "2147483648 to 4294967295", source=SCHEMAS
    ),
    "package-no-master": _error("the presentation has no slide master", REPAIRS, source=SLIDES),
    "package-slide-without-layout": _error("the slide has {count} layout", REPAIRS, "exactly one", source=SLIDES),
    "package-layout-without-master": _error("the layout has {count} master", REPAIRS, "exactly one", source=SLIDES),
    "package-master-without-theme": _error("the master has {count} theme", REPAIRS, "exactly one", source=SLIDES),
    "package-layout-unlisted": _error("the master's list leaves out its layout `{name}`", REPAIRS, source=SLIDES),
    "package-layout-of-other-master": _error(
        "the master lists `{name}`, which belongs to another master", REPAIRS, source=SLIDES
    ),
    "package-shared-theme": _error(
        "`{name}` is the theme of two masters", REPAIRS, "every master has a theme of its own", source=SLIDES
    ),
    "package-theme-formats": _error(
        "`{parent}` of the theme has too few `{child}`", REPAIRS, "three of each, light to strong", source=SCHEMAS
    ),
    # Notes
    "package-notes-without-master": _error("the notes have {count} notes master", REPAIRS, "exactly one", source=NOTES),
    "package-notes-shared": _error("the notes `{name}` belong to two slides", REPAIRS, "notes are one slide's", source=NOTES),
    "package-notes-other-slide": _error(
        "the notes say they belong to `{found}`", REPAIRS, "their slide is `{wanted}`", source=NOTES
    ),
    "package-no-notes-master": _error(
        "there are notes, but the presentation has no notes master",
        REPAIRS,
        "a relationship to it, and `p:notesMasterIdLst`",
        source=NOTES,
    ),
    "package-notes-master-unlisted": _warning(
        "the presentation has a notes master, but does not list it",
        "PowerPoint opens the file, and other programs may lose the look of the notes",
        "`p:notesMasterIdLst` right after `p:sldMasterIdLst`",
        source=NOTES,
    ),
    "package-second-notes-master": _error(
        "`{name}` is a second notes master", REPAIRS, "the presentation names one", source=NOTES
    ),
    # Sections
    "package-section-unknown-slide": _error(
        "the section `{section}` names the slide id {id}, which no slide has", REPAIRS, source=SECTIONS
    ),
    "package-section-missing-slide": _error(
        "no section names the slide id {id}", REPAIRS, "where there are sections, each slide is in one", source=SECTIONS
    ),
    "package-section-repeated-slide": _error(
        "the slide id {id} is in sections twice", REPAIRS, "each slide is in one", source=SECTIONS
    ),
    # Shapes
    "package-duplicate-shape-id": _error(
        "the shape id {id} is given twice on one slide",
        "PowerPoint may repair the file, and builds and connectors break",
        "every shape of a slide has its own",
        source=SHAPES,
    ),
    "package-duplicate-layout-shape-id": _warning(
        "the shape id {id} is given twice here",
        OPENS,
        "every shape of a layout, master or page of notes has its own",
        source=SHAPES,
    ),
    "package-shape-id-range": _error("the shape id is `{value}`", REPAIRS, "a whole number from 1", source=SCHEMAS),
    "package-duplicate-creation-id": _warning(
        "`{id}` marks two of what it should tell apart",
        "PowerPoint mixes them up when versions are merged",
        "one each, or none",
        source=MARKS,
    ),
    "package-loose-connector": _warning(
        "the connector is tied to the shape id {id}, which is not here", "PowerPoint unties it", source=SHAPES
    ),
    "package-second-title": _warning(
        "the slide has two titles",
        "PowerPoint's outline and screen readers take the first",
        "one placeholder for the title",
        source=SHAPES,
    ),
    "package-duplicate-placeholder": _warning(
        "two placeholders here are both type `{type}` with index {idx}",
        "PowerPoint styles both as one",
        "an index of its own",
        source=SHAPES,
    ),
    "package-foreign-placeholder": _error(
        "a placeholder of type `{type}` stands on a {kind}", REPAIRS, "it belongs on notes and handouts only", source=SHAPES
    ),
    # Text and tables
    "package-text-without-paragraph": _error(
        "the text has no paragraph", REPAIRS, "at least one `a:p`, if only an empty one", source=SCHEMAS
    ),
    "package-escaped-control": _warning(
        "`{value}` stands for a control character", "PowerPoint shows it as it is written, or leaves it out", source=ESCAPES
    ),
    "package-cell-without-paragraph": _error(
        "a cell has no paragraph", REPAIRS, "at least one `a:p`, if only an empty one", source=SCHEMAS
    ),
    "package-table-cells": _error("a row has {found} cells", REPAIRS, "the table has {wanted} columns", source=TABLES),
    "package-table-span": _error(
        "{reason}", REPAIRS, "every cell that a wider one covers is there, marked `hMerge` or `vMerge`", source=TABLES
    ),
    "package-unknown-table-style": _warning(
        "there is no table style `{id}`", "PowerPoint shows the table without style", source=TABLE_STYLES
    ),
    # Charts
    "package-chart-axes": _error(
        "{reason}", REPAIRS, "what is drawn names axes that are there, and axes cross one that is there", source=CHARTS
    ),
    "package-chart-axis-id": _warning(
        "the axis id is {value}", "PowerPoint opens it, stricter readers don't", "0 to 4294967295", source=MEASURED
    ),
    "package-chart-series": _error("two series have the same `{what}` {value}", REPAIRS, "each its own", source=CHARTS),
    "package-chart-points": _error(
        "{reason}", REPAIRS, "each point has its own index, below the number of points", source=CHARTS
    ),
    "package-chart-workbook": _error(
        "the workbook behind a chart is not one", "PowerPoint can't edit the chart's numbers", "an .xlsx", source=CHARTS
    ),
    "package-chart-label-place": _error("labels of this chart can't stand at `{value}`", REPAIRS, "here: {wanted}", LABELS),
    "package-chart-value": _error("`{value}` is not a number", REPAIRS, "a number, or no point at all for a gap", VALUES),
    "package-chart-no-workbook": _warning(
        "the chart has no workbook", "PowerPoint shows it, but can't edit its numbers", "a `c:externalData`", MEASURED
    ),
    "package-chart-shared-workbook": _warning(
        "`{name}` is the workbook of another chart too",
        "PowerPoint changes one chart's numbers and leaves the other",
        "a workbook for each",
        WORKBOOKS,
    ),
    "package-chart-overlap": _warning(
        "the bars are stacked, but there is no `c:overlap`",
        "PowerPoint draws them beside each other",
        '`<c:overlap val="100"/>`',
        OVERLAP,
    ),
    "package-chart-scale": _warning(
        "the scale goes from {low} to {high}", "PowerPoint chooses another", "the smaller number first", SCALES
    ),
    "package-chart-beyond": _warning(
        "there is a look for the point {index}, of {count} points", OPENS, "points are counted from 0", POINTS
    ),
    # Builds
    "package-timing-shape": _error("the build moves the shape id {id}, which is not on the slide", REPAIRS, source=TIMING),
    "package-timing-paragraph": _error(
        "the build shows paragraph {last} of the shape id {id}", REPAIRS, "it has {count}, counted from 0", source=TIMING
    ),
    "package-timing-id": _error(
        "the step id {id} is given twice in the builds", REPAIRS, "each step has its own", source=TIMING
    ),
    "package-timing-build": _error(
        "the builds list the shape id {id} twice for the group {group}", REPAIRS, "once", source=TIMING
    ),
    # Comments
    "package-comment-author": _error(
        "the comment's author `{id}` is not in the list of authors", REPAIRS_OR_DROPS, "", COMMENTS
    ),
    # Properties and pictures
    "package-properties-twice": _error("the file's properties are there twice", REFUSES, "one part for them", source=CORE),
    "package-properties-repeated": _error("`{element}` is there twice", REFUSES, "once", source=CORE),
    "package-properties-date": _error(
        "`{value}` is not a date", REFUSES, '`2026-01-31T12:00:00Z`, with `xsi:type="dcterms:W3CDTF"`', source=CORE
    ),
    "package-custom-properties": _error(
        "{reason}", REPAIRS, "each property has its own name, and a number of its own from 2", source=CUSTOM
    ),
    "package-picture-kind": _warning(
        "the picture is called {found}, but is {wanted}", "PowerPoint may show a red cross instead of it", source=PARTS
    ),
    "package-picture-size": _warning(
        "the picture says that it has {size}",
        "PowerPoint may show a red cross instead of it, or take very long",
        "up to 400 million pixels",
        PICTURES,
    ),
    # Markup compatibility
    "package-undeclared-prefix": _error(
        "the prefix `{prefix}` is not declared", REPAIRS, "an `xmlns:{prefix}` here or further out", source=MCE
    ),
    "package-no-choice": _error("`mc:AlternateContent` has nothing to choose", REPAIRS, "at least one `mc:Choice`", source=MCE),
    "package-choice-needs-nothing": _error("`mc:Choice` does not say what it needs", REPAIRS, "`Requires` with a prefix", MCE),
    "package-after-fallback": _error(
        "`{child}` stands after `mc:Fallback`", REPAIRS, "all `mc:Choice` first, then at most one `mc:Fallback`", MCE
    ),
    "package-must-understand": _error(
        "the reader must understand `{prefix}` ({namespace})", REFUSES, "`mc:Ignorable` for what may be passed over", MCE
    ),
}
"""All rules, by theme."""
