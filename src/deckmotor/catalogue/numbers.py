"""Charts, tables from files, facts and maps."""

from deckmotor.catalogue.entry import Entry, error, warning

ENTRIES: dict[str, Entry] = {
    "chart-empty": error(
        "`{key}` has no number to draw: all are missing, or parts of nothing",
        "A chart needs at least one number.",
    ),
    "data-empty": error(
        "`{path}` has no numbers: it needs names of columns, and rows below them",
        "A file of numbers has the names of its columns in its first line, and at least one line below it.",
    ),
    "data-column": error(
        "`{path}` has no column `{name}`",
        "Columns are named as the first line of the file names them.",
    ),
    "data-nowhere": error(
        "no row of the file is as `where:` says",
        "A chart or table shows the rows of a file that are as `where:` says, and there are none.",
    ),
    "condition-column": error(
        "the file has no column `{name}`",
        "A condition over rows of a file compares its columns, by the names in its first row, with texts, numbers or dates.",
    ),
    "needs-file": error(
        "`{key}:` needs a `file:` to choose from",
        "Rows that are written in the deck are shown as they are; columns and rows are chosen from a file.",
    ),
    "too-many-rows": error(
        "the table has {count} rows; a deck shows {limit} at most",
        "Nobody reads a table of so many rows on a screen, and it would fill hundreds of slides.",
        hint="choose rows by `where:`, or show the first by `limit:`",
    ),
    "chart-series": error(
        "the chart has several series, and nobody is told what they are",
        "Where there are several series of numbers, each needs a name, which is shown beside its bars or its line.",
    ),
    "chart-negative": error(
        "`{name}` has a number below zero, which is no part of a whole",
        "Parts of a whole are drawn as shares of their sum, and a share can't be negative.",
    ),
    "chart-parts": warning(
        "the {key} has {count} parts, and nobody can compare more than six",
        "Angles are hard to compare, and the more parts there are the harder it is. Bars show the same better.",
        hint="show it as `bars:`, or put the smallest together as one",
    ),
    "chart-time": error(
        "`{name}` comes after `{before}`, and a line goes from the earliest to the latest",
        "Where names are years or days, what lies further right is later; out of order, a line says what never was.",
        hint="write the earliest first; of a file, sort its rows",
    ),
    "chart-names": error(
        "the bars have no `{name}`, so the line has no place for it",
        "A line over bars has its points above the bars, so it has their names.",
    ),
    "chart-highlight": error(
        "the chart has no `{name}` to highlight",
        "What is highlighted in a chart is one of its names or series, written alike.",
    ),
    "table-highlight": error(
        "the table has no cell `{name}` to highlight",
        "A table highlights a column by its name, a row by its first cell, or a cell by its text, written alike.",
    ),
    "cell-beyond": error(
        "this cell goes over {rows} rows, but from here the table has only {found}",
        "A cell over several rows ends with the table at the latest.",
    ),
    "cell-over-cell": error(
        "this cell lies on one that comes down from above",
        "A cell stands in the first column of its row that no cell from above covers, and goes over free columns only.",
    ),
    "mark-alone": error(
        "`{mark}` stands where no cell can go on",
        "In a table with pipes a cell that is `<` belongs to the one on its left, and one that is `^` to the one above it.",
        hint="for the sign itself write `\\{mark}`",
    ),
    "marks-uneven": error(
        "this cell goes over {columns} columns and {rows} rows, but not all cells there are `<` or `^`",
        "A cell over several columns and rows of a table with pipes is a rectangle of `<` and `^`.",
    ),
    "merged-apart": warning(
        "the merged cells {area} of `{path}` do not stand together in this table, so each has its own text, or none",
        "Merged cells of a sheet are merged on a slide too, where all that is shown of them stands together.",
        hint="keep their columns beside each other, and their rows as the sheet has them; or write the value into each cell",
    ),
    "total-merged": error(
        "the sums of a table can't be made where a row has cells over several columns or rows",
        "`total:` adds the numbers of each column, so each row has one cell in each.",
        hint="write the last row yourself",
    ),
    "cell-of-header": error(
        "this cell of the header goes on below the header",
        "A header is one row; or two, where cells of the first go over several columns or rows: groups, and the names of their "
        "columns. What stands below is no part of it.",
        hint="write it once more in the rows below, or leave out `rows:`",
    ),
    "chart-crowded": error(
        "the chart has {count} numbers, and their names and values have no room at any size",
        "Names and numbers of a chart never lie over each other. Where all of them have no room, some must go elsewhere.",
        hint="show fewer and put the rest together as one, or take a `table:`",
    ),
    "no-map": error(
        "`{path}` can't be read: it is {reason}",
        "Areas of a map of your own stand in a file of GeoJSON, in degrees, each with a name, and not more than can be drawn.",
    ),
    "map-area": error(
        "the map has no area `{name}`",
        "Values, `highlight` and `zoom` name areas as the file of the map does.",
    ),
    "map-place": error(
        "`{name}` needs a latitude and a longitude in degrees on this map, such as `[65.85, 23.16]`",
        "The places of municipalities are known on the map of Sweden alone.",
    ),
    "map-unknown": error(
        "there is no `{name}` on the map of Sweden",
        "Counties and municipalities are named as Statistics Sweden names them (`Norrbottens län`, `Kalix`), or by code.",
    ),
    "map-position": error(
        "`{name}` has no position in Sweden: it needs a latitude and a longitude in degrees, such as `[65.85, 23.16]`",
        "A place stands where its latitude (55 to 69.5 in Sweden) and longitude (10.5 to 24.5) say.",
    ),
    "map-away": error(
        "`{name}` lies {away} km from all that the map shows",
        "A place stands on the map's land, or in the sea near it; elsewhere it would be a dot in an empty corner.",
        hint="look at its latitude and longitude; `areas: nordic` shows Sweden's neighbours too",
    ),
    "map-twice": error(
        "`{name}` is there twice",
        "Each place, and each county or municipality with a number, stands on a map once; its code is another name for it.",
    ),
    "map-levels": error(
        "`{name}` is of another level: the numbers of a map are those of counties, or those of municipalities",
        "A county and one of its municipalities would lie over each other, so the numbers of a map are of one level.",
    ),
    "map-zoom": error(
        "a map can't zoom to `{name}`: `zoom:` is a county, `places` or `none`",
        "A map shows all of Sweden (`none`), one county with its municipalities, or the counties of its `places`.",
    ),
    "map-limits": error(
        "each number of `limits` must be larger than the one before it",
        "Limits are where the next stronger tone begins, so they rise.",
    ),
    "map-crowded": error(
        "the names of {count} places have no room on the map at any size",
        "Names on a map never lie over each other. Where all of them have no room, some must go elsewhere.",
        hint="show fewer, give the map a slide of its own, or `zoom:` to a county",
    ),
    "fact-share": error(
        "`{value}` is no part of that whole: it must be a number from zero to the whole",
        "With `of:` a number is drawn as a share of a whole, so it must be a number and no larger.",
    ),
}
