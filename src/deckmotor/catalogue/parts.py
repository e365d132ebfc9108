"""The package linter's rules for what a presentation holds: slides, masters, notes, sections, shapes, charts, builds."""

from deckmotor.catalogue.cited import (
    CHARTS,
    COMMENTS,
    DROPS,
    ESCAPES,
    GUIDES,
    LABELS,
    MEASURED,
    NOTES,
    NOTES_LISTED,
    OVERLAP,
    OWN_THEME,
    PLACEHOLDERS,
    REPAIRS,
    REPAIRS_OR_DROPS,
    SCALES,
    SCHEMAS,
    SECTIONS,
    SHAPES,
    SLIDES,
    TABLE_STYLES,
    TABLES,
    TIMING,
    VALUES,
    WORKBOOKS,
    error,
    warning,
)
from deckmotor.catalogue.entry import Entry

ENTRIES: dict[str, Entry] = {
    # The presentation, its masters and layouts
    "package-duplicate-slide-id": error(
        "the slide id {id} is given to two slides", REPAIRS, "every slide has its own", source=SLIDES
    ),
    "package-slide-id-range": error("the slide id is {value}", REPAIRS, "256 to 2147483647", source=SCHEMAS),
    "package-slide-listed-twice": error(
        "`{name}` is in the list of slides twice", REPAIRS, "a copy is a part of its own", source=SLIDES
    ),
    "package-slide-unlisted": warning(
        "the slide `{name}` belongs to the file, but the list of slides leaves it out", DROPS, source=SLIDES
    ),
    "package-slide-size": error(
        "the slide's size is {value}", REPAIRS, "914400 to 51206400 EMU (2.54 to 142 cm)", source=SCHEMAS
    ),
    "package-duplicate-layout-id": error(
        "the id {id} is given twice", REPAIRS, "masters and layouts share one row of ids, each its own", source=SLIDES
    ),
    "package-layout-id-range": error(
        "the id of a master or layout is {value}", REPAIRS, "2147483648 to 4294967295", source=SCHEMAS
    ),
    "package-no-master": error("the presentation has no slide master", REPAIRS, source=SLIDES),
    "package-master-unlisted": error("the presentation's list leaves out its master `{name}`", REPAIRS, source=SLIDES),
    "package-listed-twice": error("`{name}` is in the list of its kind twice", REPAIRS, "once", source=SLIDES),
    "package-slide-without-layout": error("the slide has {count} layout", REPAIRS, "exactly one", source=SLIDES),
    "package-layout-without-master": error("the layout has {count} master", REPAIRS, "exactly one", source=SLIDES),
    "package-master-without-theme": error("the master has {count} theme", REPAIRS, "exactly one", source=SLIDES),
    "package-layout-unlisted": error("the master's list leaves out its layout `{name}`", REPAIRS, source=SLIDES),
    "package-layout-of-other-master": error(
        "the master lists `{name}`, which belongs to another master", REPAIRS, source=SLIDES
    ),
    "package-shared-theme": error(
        "`{name}` is the theme of two masters", REPAIRS, "every master has a theme of its own", source=OWN_THEME
    ),
    "package-theme-formats": error(
        "`{parent}` of the theme has too few `{child}`", REPAIRS, "three of each, light to strong", source=SCHEMAS
    ),
    # Notes
    "package-notes-without-master": error("the notes have {count} notes master", REPAIRS, "exactly one", source=NOTES),
    "package-notes-shared": error("the notes `{name}` belong to two slides", REPAIRS, "notes are one slide's", source=NOTES),
    "package-notes-other-slide": error(
        "the notes say they belong to `{found}`", REPAIRS, "their slide is `{wanted}`", source=NOTES
    ),
    "package-notes-without-slide": error(
        "the notes do not say which slide they belong to", REPAIRS, "a relationship to `{wanted}`", source=NOTES
    ),
    "package-second-notes": error("the slide has further notes, `{name}`", REPAIRS, "a slide has them once", source=NOTES),
    "package-no-notes-master": error(
        "there are notes, but the presentation has no notes master",
        REPAIRS,
        "a relationship to it, and `p:notesMasterIdLst`",
        source=NOTES,
    ),
    "package-notes-master-unlisted": warning(
        "the presentation has a notes master, but does not list it",
        "PowerPoint opens the file, Keynote loses the notes",
        "`p:notesMasterIdLst` right after `p:sldMasterIdLst`",
        source=NOTES_LISTED,
    ),
    "package-second-notes-master": error(
        "`{name}` is a second notes master", REPAIRS, "the presentation names one", source=NOTES
    ),
    # Sections
    "package-section-unknown-slide": error(
        "the section `{section}` names the slide id {id}, which no slide has", REPAIRS, source=SECTIONS
    ),
    "package-section-missing-slide": error(
        "no section names the slide id {id}", REPAIRS, "where there are sections, each slide is in one", source=SECTIONS
    ),
    "package-section-repeated-slide": error(
        "the slide id {id} is in sections twice", REPAIRS, "each slide is in one", source=SECTIONS
    ),
    # Shapes
    "package-duplicate-shape-id": error(
        "the shape id {id} is given twice on one slide",
        "PowerPoint may repair the file, and builds and connectors break",
        "every shape of a slide has its own",
        source=SHAPES,
    ),
    "package-shape-id-range": error("the shape id is `{value}`", REPAIRS, "a whole number from 1", source=SCHEMAS),
    "package-bad-guide": error(
        "`{value}` is not the formula of a guide", REPAIRS, "an operator and its arguments: `*/ w 1 2`", source=GUIDES
    ),
    "package-loose-connector": warning(
        "the connector is tied to the shape id {id}, which is not here", "PowerPoint unties it", source=SHAPES
    ),
    "package-second-title": warning(
        "the slide has two titles",
        "PowerPoint's outline and screen readers take the first",
        "one placeholder for the title",
        source=SHAPES,
    ),
    "package-duplicate-placeholder": warning(
        "two placeholders here are both type `{type}` with index {idx}",
        "PowerPoint styles both as one",
        "an index of its own",
        source=PLACEHOLDERS,
    ),
    "package-foreign-placeholder": error(
        "a placeholder of type `{type}` stands on a {kind}", REPAIRS, "it belongs on notes and handouts only", source=SHAPES
    ),
    # Text and tables
    "package-text-without-paragraph": error(
        "the text has no paragraph", REPAIRS, "at least one `a:p`, if only an empty one", source=SCHEMAS
    ),
    "package-escaped-control": warning(
        "`{value}` stands for a control character", "PowerPoint shows it as it is written, or leaves it out", source=ESCAPES
    ),
    "package-cell-without-paragraph": error(
        "a cell has no paragraph", REPAIRS, "at least one `a:p`, if only an empty one", source=SCHEMAS
    ),
    "package-table-cells": error("a row has {found} cells", REPAIRS, "the table has {wanted} columns", source=TABLES),
    "package-table-span": error(
        "{reason}", REPAIRS, "every cell that a wider one covers is there, marked `hMerge` or `vMerge`", source=TABLES
    ),
    "package-unknown-table-style": warning(
        "there is no table style `{id}`", "PowerPoint shows the table without style", source=TABLE_STYLES
    ),
    # Charts
    "package-chart-axes": error(
        "{reason}", REPAIRS, "what is drawn names axes that are there, and axes cross one that is there", source=CHARTS
    ),
    "package-chart-series": error("two series have the same `{what}` {value}", REPAIRS, "each its own", source=CHARTS),
    "package-chart-points": error(
        "{reason}", REPAIRS, "each point has its own index, below the number of points", source=CHARTS
    ),
    "package-chart-workbook": error(
        "the workbook behind a chart is not one", "PowerPoint can't edit the chart's numbers", "an .xlsx", source=CHARTS
    ),
    "package-chart-label-place": error("labels of this chart can't stand at `{value}`", REPAIRS, "here: {wanted}", LABELS),
    "package-chart-value": error("`{value}` is not a number", REPAIRS, "a number, or no point at all for a gap", VALUES),
    "package-chart-no-workbook": warning(
        "the chart has no workbook", "PowerPoint shows it, but can't edit its numbers", "a `c:externalData`", MEASURED
    ),
    "package-chart-shared-workbook": warning(
        "`{name}` is the workbook of another chart too",
        "PowerPoint changes one chart's numbers and leaves the other",
        "a workbook for each",
        WORKBOOKS,
    ),
    "package-chart-overlap": warning(
        "the bars are stacked, but there is no `c:overlap`",
        "PowerPoint draws them beside each other",
        '`<c:overlap val="100"/>`',
        OVERLAP,
    ),
    "package-chart-scale": warning(
        "the scale goes from {low} to {high}", "PowerPoint chooses another", "the smaller number first", SCALES
    ),
    # Builds
    "package-timing-shape": error("the build moves the shape id {id}, which is not on the slide", REPAIRS, source=TIMING),
    "package-timing-paragraph": error(
        "the build shows paragraph {last} of the shape id {id}", REPAIRS, "it has {count}, counted from 0", source=TIMING
    ),
    "package-timing-span": error(
        "the build shows paragraphs {first} to {last} of the shape id {id}", REPAIRS, "the first comes first", source=TIMING
    ),
    "package-timing-id": error(
        "the step id {id} is given twice in the builds", REPAIRS, "each step has its own", source=TIMING
    ),
    "package-timing-build": error(
        "the builds list the shape id {id} twice for the group {group}", REPAIRS, "once", source=TIMING
    ),
    # Comments
    "package-comment-author": error(
        "the comment's author `{id}` is not in the list of authors", REPAIRS_OR_DROPS, "", COMMENTS
    ),
}
"""By code."""
