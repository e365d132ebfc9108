"""The rules of the package linter: one stable code for each cause, what it is, and what PowerPoint does with it.

These hundred are read only when a finished file is checked.
An error is what makes PowerPoint repair or refuse a file, or lose part of it; a warning is what it opens, but something in
the file does not work as it was meant, or other programs stumble.
"""

from deckmotor.catalogue import parts
from deckmotor.catalogue.cited import (
    CORE,
    CORE_LANGUAGE,
    CUSTOM,
    DEPTH,
    DROPS,
    KINDS,
    LIMIT,
    LINKS,
    LOOSE,
    MCE,
    NAMES,
    OPC_XML,
    OPENS,
    PARTS,
    PHANTOMS,
    PICTURES,
    REFUSES,
    RELATIONSHIPS,
    REPAIRS,
    REPAIRS_OR_DROPS,
    SCHEMAS,
    STRICT,
    TYPES,
    UNREAD,
    XML,
    ZIP,
    error,
    warning,
)
from deckmotor.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    # The zip file
    "package-not-zip": error("this is not a whole PowerPoint file: {reason}", REFUSES, "a .pptx is a zip file", source=ZIP),
    "package-encrypted": error("the file is locked with a password", UNREAD, "save it without one", source=ZIP),
    "package-other-kind": error("this is {kind}, not a PowerPoint file of today", UNREAD, "a .pptx, .potx or .ppsx", KINDS),
    "package-other-ending": warning(
        "the file's name ends in `.{found}`, but it is a .{wanted}",
        "PowerPoint may not open it under this name",
        "a name that ends in `.{wanted}`",
        KINDS,
    ),
    "package-too-large": error(
        "the file unpacks to {size} MB from {packed} MB", UNREAD, "files made to fill a disk do that", source=LIMIT
    ),
    "package-too-many-parts": error("the file holds {count} parts", UNREAD, "at most {limit}", source=LIMIT),
    "package-too-many-elements": error(
        "the file holds more than {limit} elements", UNREAD, "what comes after is not looked at", source=LIMIT
    ),
    "package-compression": error(
        "`{name}` is compressed in a way Office does not know", REFUSES, "plain deflate, or none", source=ZIP
    ),
    "package-unreadable-part": error("`{name}` is damaged: {reason}", REFUSES, source=ZIP),
    "package-duplicate-part": error("`{name}` is in the file twice", REPAIRS, "every part once", source=ZIP),
    "package-name-case": error(
        "`{name}` and `{other}` differ only in capitals",
        REPAIRS,
        "to PowerPoint they are one name; every part needs its own",
        source=NAMES,
    ),
    "package-bad-name": error(
        "`{name}` is not a name for a part",
        REFUSES,
        "folders and names with `/` between, without `\\`, `..` or empty names",
        source=NAMES,
    ),
    # XML
    "package-bad-xml": error("this part is not well-formed XML: {reason}", REPAIRS, source=XML),
    "package-control-character": error(
        "there is a control character, which XML does not allow",
        REPAIRS,
        "only tab and line break may stand in text",
        source=XML,
    ),
    "package-doctype": error("this part has a DOCTYPE", REFUSES, "Office allows none, and no entities", source=OPC_XML),
    "package-bad-encoding": error("this part is written in {encoding}", REFUSES, "UTF-8 or UTF-16", source=OPC_XML),
    "package-part-too-large": error("this part has {size} MB or {count} elements", UNREAD, source=LIMIT),
    "package-too-deep": error("in this part elements stand in each other in more than {limit} levels", UNREAD, "", DEPTH),
    "package-wrong-root": error(
        "this part begins with `{found}`", REPAIRS, "a part of its kind begins with `{wanted}`", source=PARTS
    ),
    "package-strict": warning(
        "the file is in the Strict form of Open XML, which many programs do not read", OPENS, source=STRICT
    ),
    # Content types
    "package-no-content-types": error("the list of content types (`[Content_Types].xml`) is missing", REFUSES, source=TYPES),
    "package-part-without-type": error(
        "`{name}` has no content type", REPAIRS, "an Override for it, or a Default for its ending", source=TYPES
    ),
    "package-wrong-type": error(
        "`{name}` has the content type `{found}`", REPAIRS, "as it is used here: `{wanted}`", source=PARTS
    ),
    "package-override-without-part": error(
        "a content type is given for `{name}`, which is not in the file", REPAIRS, source=PHANTOMS
    ),
    "package-duplicate-type": error("the content type of `{name}` is given twice", REFUSES, "once", source=TYPES),
    "package-bad-override-name": error(
        "`{name}` is not a name a content type can be given for", REFUSES, "it begins with `/`", source=TYPES
    ),
    # Relationships
    "package-no-presentation": error(
        "nothing says which part is the presentation", REFUSES, "`_rels/.rels` names it", source=RELATIONSHIPS
    ),
    "package-dangling-relationship": error(
        "`{id}` leads to `{target}`, which is not in the file", REPAIRS, source=RELATIONSHIPS
    ),
    "package-relationship-outside": error("`{id}` leads out of the file, to `{target}`", REFUSES, source=RELATIONSHIPS),
    "package-duplicate-relationship-id": error(
        "the relationship `{id}` is there twice", REFUSES, "every relationship has its own id", source=RELATIONSHIPS
    ),
    "package-bad-relationship-id": error(
        "`{id}` can't be the id of a relationship", REFUSES, "it begins with a letter, as `rId1`", source=RELATIONSHIPS
    ),
    "package-unknown-relationship": error(
        "there is no relationship `{id}`", REPAIRS, "one of this part's own: {known}", source=RELATIONSHIPS
    ),
    "package-wrong-relationship": error(
        "`{id}` leads to a part of the kind `{found}`",
        REPAIRS,
        "here it should lead to one of the kind `{wanted}`",
        source=PARTS,
    ),
    "package-bad-address": warning(
        "the link leads to `{target}`, which is not an address", "PowerPoint may repair the file", source=RELATIONSHIPS
    ),
    "package-relationships-without-part": warning(
        "these are the relationships of `{name}`, which is not in the file", DROPS, source=RELATIONSHIPS
    ),
    "package-orphan-part": warning("nothing leads to `{name}`", DROPS, source=RELATIONSHIPS),
    "package-jump-to-nothing": warning(
        "a link jumps to a slide, but names none",
        "in PowerPoint a click on it does nothing",
        "an `r:id` that leads to a slide",
        LINKS,
    ),
    # The grammar of the elements
    "package-wrong-order": error(
        "`{child}` stands after `{before}`", REPAIRS, "in `{parent}` it comes before it", source=SCHEMAS
    ),
    "package-loose-order": warning(
        "`{child}` stands after `{before}`",
        "PowerPoint opens the file, stricter readers may not",
        "in `{parent}` it comes before it",
        LOOSE,
    ),
    "package-repeated-element": error("`{parent}` has too many `{child}`", REPAIRS, "at most {most}", source=SCHEMAS),
    "package-unexpected-element": error(
        "`{child}` can't stand in `{parent}`", REPAIRS, "there may be: {known}", source=SCHEMAS
    ),
    "package-missing-element": error("`{parent}` has too few: `{child}` is missing", REPAIRS, source=SCHEMAS),
    "package-missing-attribute": error("`{element}` has no `{attribute}`", REPAIRS, source=SCHEMAS),
    "package-unknown-attribute": error("`{element}` can't have `{attribute}`", REPAIRS, "it may have: {known}", source=SCHEMAS),
    "package-unknown-element": error("there is no element `{element}`", REPAIRS, "", SCHEMAS),
    "package-foreign-element": error(
        "`{child}` stands in `{parent}`, which does not know it",
        REPAIRS_OR_DROPS,
        "in an `extLst` of its own, or in an `mc:Choice`",
        MCE,
    ),
    "package-stray-text": error("there is text where only elements may stand ({element}): `{text}`", REPAIRS, "", SCHEMAS),
    # Values
    "package-bad-colour": error(
        "`{value}` is not a colour", REPAIRS, "six hexadecimal digits and nothing more: `FF0000`", source=SCHEMAS
    ),
    "package-fractional-number": error("`{attribute}` is {value}", REPAIRS, "a whole number", source=SCHEMAS),
    "package-not-a-number": error("`{attribute}` is `{value}`", REPAIRS, "a number", source=SCHEMAS),
    "package-number-range": error("`{attribute}` is {value}", REPAIRS, "{wanted}", source=SCHEMAS),
    "package-negative-size": error("the size is {value}", REPAIRS, "widths and heights are 0 or more", source=SCHEMAS),
    "package-bad-choice": error("`{attribute}` is `{value}`", REPAIRS, "one of: {known}", source=SCHEMAS),
    "package-bad-yes-no": error("`{attribute}` is `{value}`", REPAIRS, "`1`, `0`, `true` or `false`", source=SCHEMAS),
    "package-bad-guid": error(
        "`{value}` is not an id of the form it needs", REPAIRS, "`{{01234567-89AB-CDEF-0123-456789ABCDEF}}`", source=SCHEMAS
    ),
    **parts.ENTRIES,
    # Properties and pictures
    "package-properties-twice": error("the file's properties are there twice", REFUSES, "one part for them", source=CORE),
    "package-properties-repeated": error("`{element}` is there twice", REFUSES, "once", source=CORE),
    "package-properties-language": error("`{element}` says `xml:lang`", REFUSES, "no language", source=CORE_LANGUAGE),
    "package-properties-date": error(
        "`{value}` is not a date", REFUSES, '`2026-01-31T12:00:00Z`, with `xsi:type="dcterms:W3CDTF"`', source=CORE
    ),
    "package-custom-properties": error(
        "{reason}", REPAIRS, "each property has its own name, and a number of its own from 2", source=CUSTOM
    ),
    "package-picture-kind": warning(
        "the picture is called {found}, but is {wanted}", "PowerPoint may show a red cross instead of it", source=PARTS
    ),
    "package-picture-size": warning(
        "the picture says that it has {size}",
        "PowerPoint may show a red cross instead of it, or take very long",
        "up to 400 million pixels",
        PICTURES,
    ),
    # Markup compatibility
    "package-undeclared-prefix": error(
        "the prefix `{prefix}` is not declared", REPAIRS, "an `xmlns:{prefix}` here or further out", source=MCE
    ),
    "package-no-choice": error("`mc:AlternateContent` has nothing to choose", REPAIRS, "at least one `mc:Choice`", source=MCE),
    "package-choice-needs-nothing": error("`mc:Choice` does not say what it needs", REPAIRS, "`Requires` with a prefix", MCE),
    "package-after-fallback": error(
        "`{child}` stands after `mc:Fallback`", REPAIRS, "all `mc:Choice` first, then at most one `mc:Fallback`", MCE
    ),
    "package-must-understand": error(
        "the reader must understand `{prefix}` ({namespace})", REFUSES, "`mc:Ignorable` for what may be passed over", MCE
    ),
}
"""All rules, by theme."""
