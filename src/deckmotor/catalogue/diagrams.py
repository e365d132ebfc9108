"""Steps, times, flows, organisations, and things side by side."""

from deckmotor.catalogue.entry import Entry, error, warning

ENTRIES: dict[str, Entry] = {
    "hierarchy-boxes": error(
        "the hierarchy has {count} boxes; at most 40 can be read",
        "A hierarchy with more boxes can't be read from the back of a room.",
        hint="leave out the lowest level, or show a part of it on a slide of its own",
    ),
    "hierarchy-deep": error(
        "a hierarchy has at most four levels, and this box is on the fifth",
        "A hierarchy with more levels can't be read from the back of a room.",
    ),
    "hierarchy-crowded": error(
        "the {count} boxes have no room at any size",
        "Boxes never overlap, and their words are never cut. Where all of them have no room, some must go elsewhere.",
        hint="shorten words, leave out the lowest level, or give the hierarchy a slide of its own",
    ),
    "flow-no-arrow": error(
        "`{name}` is no arrow",
        "A flow is made of arrows, each with a box at both ends. A box that nothing leads to or from is not part of it.",
    ),
    "flow-open-end": error(
        "the arrow has a box at one end only",
        "An arrow leads from one box to another.",
        hint="write the names at both ends: `one box -> another`",
    ),
    "flow-itself": error(
        "the arrow leads from `{name}` to `{name}`",
        "An arrow leads to another box. What is done again is better said in the box: `Practise until it works`.",
        hint="lead it back to an earlier box, or say in the box that it goes on",
    ),
    "flow-twice": error(
        "`{name}` is there twice; the first is on line {line} of {file}",
        "Two arrows between the same boxes that say the same look like one.",
        hint="take one of them away, or give each its own label",
    ),
    "flow-nowhere": error(
        "no arrow leads to or from `{name}`",
        "The texts under `nodes:` belong to boxes by the names that these have in the arrows.",
    ),
    "flow-boxes": error(
        "the flow has {boxes} boxes and {arrows} arrows; at most 40 and 80 can be followed",
        "A flow with more can't be followed from the back of a room.",
        hint="show a part of it on a slide of its own",
    ),
    "cycle-centre": error(
        "the words in the middle of the circle have no room",
        "The middle of a circle takes a word or two, where the circle itself has room.",
        hint="shorten them, leave them out, or give the cycle a slide of its own",
    ),
    "people-crowded": error(
        "the {count} people have no room at any size",
        "At most twelve people stand on a page, and their names are never cut. More go on on further pages, unless `fit:` says "
        "that nothing is split.",
        hint="leave `fit:` out, shorten what is said of each, or give them a slide of their own",
    ),
    "roadmap-when": error(
        "`{name}` is in none of the periods",
        "What stands on a roadmap says when it is with the name of a period, or with a date, where the periods are dates, "
        "quarters or halves of years.",
    ),
    "roadmap-ends": error(
        "it ends (`{end}`) before it begins (`{begin}`)",
        "A bar of a roadmap goes on from one time to a later one.",
        hint="turn the two round",
    ),
    "roadmap-twice": error(
        "the period `{name}` is there twice",
        "Periods are known by their names.",
        hint="give each its own name",
    ),
    "roadmap-crowded": error(
        "the {count} bars have no room at any size",
        "Bars never overlap, and their words are never cut. Where all of them have no room, some must go elsewhere.",
        hint="shorten words, take fewer lanes, or show a part of it on a slide of its own",
    ),
    "flow-crowded": error(
        "the {count} boxes and their arrows have no room at any size",
        "Boxes never overlap, no line runs through one, and type is never smaller than 10 points. What could not be read "
        "so goes on on further pages, cut between the arrows of different boxes, unless `fit:` says that nothing is split; the "
        "arrows that leave one box stay together.",
        hint="leave `fit:` out, shorten words, put few of them under `nodes:`, or let one box lead to fewer",
    ),
    "matrix-cells": error(
        "the matrix has {count} cells, and needs four (two rows of two) or nine (three of three)",
        "A matrix has as many rows as columns, so that each cell lies between two axes.",
    ),
    "panels-crowded": error(
        "the words of the {what} have no room at any size",
        "What stands in a panel has one size, is never cut, and never leaves its panel.",
        hint="shorten the points, or give it a slide of its own",
    ),
    "agenda-sections": error(
        "the deck has no sections that an agenda could be made of",
        "`agenda: sections` lists the pages that open sections (`section: …`), with links to them.",
        hint="write `- section: …` where parts of the deck begin, or the points by hand: `agenda: [First, Second]`",
    ),
    "agenda-repeat": error(
        "only an agenda of the deck's sections stands again before each of them",
        "An agenda with points by hand has no sections before which it could stand.",
        hint="write `agenda: {{sections: true, repeat: true}}`, or take `repeat:` away",
    ),
    "sequence-highlight": error(
        "there is no `{name}` to highlight",
        "What is highlighted is a step or a box by its label, a side or a cell by its title, an event or a point by its date, "
        "time or text, written alike.",
    ),
    "timeline-date": error(
        "`{name}` has no place on a scale: write a year, a month or a day (`2024`, `2024-05`, `2024-05-17`)",
        "With `scale: true` events stand as far from each other as their dates, so each date must be one that can be counted.",
        hint="leave out `scale:` to have them at equal distances, with dates in any words",
    ),
    "timeline-now": error(
        "nobody can tell between which events `{name}` is",
        "`now:` is the date of an event, written alike; or a date, where all events have dates that can be compared.",
        hint="write the date of an event, or all of them as years, months or days (`2024`, `2024-05`, `2024-05-17`)",
    ),
    "timeline-order": warning(
        "`{date}` stands after `{before}`, but comes before it",
        "The events of a timeline stand in the order in which they are written; time goes one way.",
        hint="move it up",
    ),
    "timeline-ends": error(
        "it ends in `{end}`, before it begins in `{begin}`",
        "What goes on for some time has `date:` when it begins and `to:` when it ends.",
    ),
    "timeline-crowded": error(
        "{count} events have no room beside each other at any size",
        "Labels of a timeline never lie over each other. Where all of them have no room, some must go elsewhere.",
        hint="show fewer or shorter ones, give the timeline a slide of its own, or leave out `scale:`",
    ),
}
