"""`docs/reference.md`: every key of the language, from the types that read it."""

from collections.abc import Iterator

from msgspec import Struct

from deckmotor.math.symbols import REFUSED
from deckmotor.model.blocks import BLOCK_KEYS, COLUMN_KEYS, Column, block_type
from deckmotor.model.cells import WrittenCell
from deckmotor.model.deck import Footer, Head, Slide
from deckmotor.model.diagrams import Unit
from deckmotor.model.drawings import Logo, Portrait
from deckmotor.model.figures import Figure
from deckmotor.model.flows import Arrow, Named
from deckmotor.model.items import ListItem
from deckmotor.model.logos import Mark
from deckmotor.model.panels import Axis, MatrixCell, Side
from deckmotor.model.people import Person
from deckmotor.model.records import plan_of
from deckmotor.model.roadmaps import Bar as RoadmapBar
from deckmotor.model.roadmaps import Lane
from deckmotor.model.sequences import Event, Point, Step
from deckmotor.model.tables import Row
from deckmotor.theme.fit import Fit
from deckmotor.theme.tokens import (
    Arc,
    Bar,
    Colours,
    Disc,
    FactPage,
    FontNames,
    Gauge,
    GridTokens,
    Loud,
    Motif,
    Ring,
    Sizes,
    Tokens,
    Way,
    Wheel,
)
from deckmotor.theme.tokens import (
    Row as GaugeRow,
)

INTRODUCTION = """\
# Reference

<!-- Made from the types in src/deckmotor/model/ and theme/tokens.py by `pytest tests/model/test_reference.py --accept` -->

Every key that a deck may have. Text stays text: `no`, `3:45` and `010` come out as typed; only where a number or a truth
value is wanted is it read as one. A key that is not here is an error. `deckmotor schema` prints the same for editors.

## Text

| written | becomes |
|---|---|
| `**bold**` `*italic*` `` `code` `` | marked text |
| `[text](https://example.org)` `[text](mailto:a@example.org)` | a link |
| `[text](#id)` | a link to a slide |
| `[life-long learning]{lang=en}` | words in another language |
| `H~2~O` `m^2^` | subscript, superscript |
| `~~450 kr~~` | struck text |
| `$E = mc^2$` | a formula in the line, a subset of LaTeX (see [Formulas](#formulas)); money stays money: `5 $ och 7 $`, `$5M` |
| `[^1]` | the number of a footnote, which the slide's `footnotes:` holds |
| `[[Ctrl]] + [[S]]` | keys of a keyboard, buttons; nothing acts inside but a backslash |
| `\\*` `` \\` `` `\\[` `\\]` `\\~` `\\^` `\\$` | a mark's sign as it is |
| `${name}` | the value of a variable; `$${` is the sign itself |

Before all other characters a backslash is itself: `\\\\server\\delad` and `C:\\temp\\_arkiv` come out as typed. In double
quotes YAML has a use of its own for it; a path needs single quotes there, or none.

The value of a variable is text, and nothing in it acts: no marks, no other variable, no new paragraph. It has the marks that
stand around the variable, as any word has. In `` `${name}` `` it is code; in the address of a link it is taken as it is up to
and with the host (`https://${host}/`), and encoded after it (`https://example.org/?q=${name}`).

In `code:` nothing acts, neither marks nor variables, and a tab goes to the next fourth column. A `text:` on a slide or in a
column may begin or end with code between two lines of three backticks, the first of them with the name of its language.

A line break in a text (a block that begins with `|`) is a line break on the slide. A tab is a space. Other marks of Markdown
(`_x_`, `# x`, lists, tables) and HTML have no meaning, and are told.

## Other ways to write the same

| written | is |
|---|---|
| `- Kurskod: PRR01` | an item of a list, whose text has a colon |
| `- Del ett:` with a list below it | `{text: Del ett, bullets: […]}` |
| `- Före:` with a list or text below it in `columns:` | `{heading: Före, bullets: […]}`, `{heading: Före, text: …}` |
| `- 1998: Första kurserna` in a `timeline:` | `{date: 1998, text: Första kurserna}`; so are steps and points |
| `hierarchy: {Board: {Library: [Loans], School: }}` | boxes by their names, with those below them |
| `timeline: {1998: Första kurserna, 2001: Eget hus}` | a list of these |
| `caption:`, `alt:` or `by:` beside `picture:`, `table:` or `quote:` | the same key within it (the nearest above, else below) |
"""

_FORMULAS = r"""
A formula is typed as in LaTeX, without dollar signs. In YAML it stands bare, or, where it has `: ` or begins with a sign
of YAML's, below `formula: |`. Line breaks are spaces; `\\` begins a new line, `&` says what stands under each other.

- Scripts, fractions, roots: `x_1^2`, `f'`, `\frac{a}{b}`, `\binom{n}{k}`, `\sqrt{x}`, `\sqrt[3]{x}`
- Greek letters, `\infty`, `\partial`, `\nabla`, `\hbar`, `\ell`, dots (`\dots`, `\cdots`, `\vdots`, `\ddots`)
- Operators, relations, arrows: `\cdot`, `\times`, `\pm`, `\leq`, `\neq`, `\approx`, `\in`, `\subset`, `\to`, `\Rightarrow`,
  `\rightleftharpoons`, `\xrightarrow{d}`; `\not` before a relation
- Sums with limits: `\sum`, `\prod`, `\int`, `\iint`, `\oint`, `\bigcup`, `\bigcap`; `\limits` and `\nolimits` after them
- Functions: `\sin`, `\ln`, `\lim`, `\max`, `\det` and others; `\operatorname{Var}` for any name
- Brackets grow by themselves; `\left` and `\right` are for those that are no pair: `\left. x \right|_0`
- Marks: `\hat`, `\bar`, `\vec`, `\dot`, `\ddot`, `\tilde`, `\overline`, `\underline`, `\underbrace{…}_{…}`, `\overbrace`,
  `\overset`, `\underset`
- `matrix`, `pmatrix`, `bmatrix`, `vmatrix`, `cases`, `aligned` between `\begin` and `\end`
- Words: `\text{om}`; letters: `\mathbf`, `\mathrm`, `\mathbb`, `\mathcal`, `\mathfrak`; air: `\,`, `\;`, `\quad`

These commands of LaTeX are refused:

%s

A formula has at most 2,000 characters, and its parts stand at most 24 deep in each other.

In PowerPoint a formula is native and can be edited. Other programs, LibreOffice among them, show a picture of one that stands
alone, and one in a text on one line of characters; that is all that is left in a file which they save. PDF and PNG draw it
with New Computer Modern Math, browsers as MathML with Latin Modern Math, which the page brings along, and SVG the same where
a browser shows it. `alt` is made in Swedish, English, Czech, Danish, Dutch,
Estonian, Finnish, French, German, Icelandic, Italian, Norwegian, Polish, Portuguese and Spanish; in other languages it is the
formula on one line of characters, so write it there.
"""


def _refused() -> str:
    """What formulas have not, by what to do instead, as the code that refuses it has it."""
    reasons: dict[str, list[str]] = {}
    for name, instead in REFUSED.items():
        reasons.setdefault(instead, []).append(f"`\\{name}`")
    return "\n".join(f"- {', '.join(names)}: {instead}" for instead, names in reasons.items())


FORMULAS = _FORMULAS % _refused()

VARIANTS = """\
## variants.yaml and variants/*.yaml

| key | what it is |
|---|---|
| `each` | A table (YAML, CSV, XLSX), or its rows in place, each with an `id` or `name`. Rows become decks, columns variables. |
| `variants` | Instead of `each`: the variants by id, each with the keys below. |
| `name`, `file` | The variant's name, and the name of its file; `${…}` takes the row's columns. |
| `set` | Variables. |
| `changes` | Slides by id, and what is put into them. See below. |
| `add` | Slides, each with `after:` or `before:` the id of another; without them at the end. |
| `move` | `{id: …, after: …}` or `before:`. |
| `remove` | Ids of slides. |
| `title`, `subtitle`, `date`, `theme`, `language`, `subject` | Instead of those in the deck's head. |

In `changes`, mappings merge and everything else replaces; `~` takes a key away. Where the deck has a list, keys are the ids of
its items. `order: [lead, bullets]` puts a slide's keys in another order.

Layers lie on each other: the deck, then an audience, then `variants.yaml` with a row, then `variants/<id>.yaml` with the same
keys. In each, `changes` come first, then `add`, `move` and `remove`. A slide that an audience removes keeps its place until
all layers are on, so that what a variant adds after it finds where to stand.

## Tables from files

Of a CSV or a workbook (`.xlsx`) the first row names the columns; empty rows are skipped. Which separator, which encoding and
which sign before decimals a CSV has is seen from it. Of a workbook the first sheet is read that is not hidden, or `sheet:`;
all of it, or a `range:` (`A3:F30`, `A:F`, `B3`): `each: {file: kommuner.xlsx, sheet: Blad1, range: A3:F30}`. Its cells are
what was last stored: formulas are not computed, an error in a cell is one, cells that are merged downwards have their value in
each row, numbers shown as `0180` keep their zeros. A table on a slide shows the decimals that the workbook shows, a chart has
the number itself. At most 10 MB, 100,000 cells; 1,000 rows and 2,000 characters of a cell are shown. Merged cells are merged
on the slide too, where what is shown of them stands together.
A header may have two rows, where cells of the first go over several columns: `Hösten 2025 Kvinnor` names the column
`Kvinnor` below `Hösten 2025`.

`where: {kommun: Kalix, län: [A, B]}` names what cells must say; a condition compares: `antal > 100 and kommun != "${name}"`.
Left of a sign stands a column, in quotes where its name has blanks (`"Antal elever" > 3`). A row whose cell is empty is left
out where numbers are compared. `sort: {antal: down}` puts empty cells last. `columns: {antal: {name: Elever, unit: st}}` says
the unit once, in the header. Columns of numbers after the first are written as the language writes them, with as many decimals;
groups of three only where a number has five digits, so that years are none. A sum leaves out percentages.

## audiences.yaml, `only` and `except`

`audiences.yaml` names who is in the room: `politiker: {changes: …}`, with the keys of a variant, or nothing below a name. Each
audience has a deck of its own, of the deck itself and of every variant. `file: studien-${variant}-${audience}` says where both
stand in the name of a file; what a pattern leaves out comes at its end.

A slide, a block (in its long form), a column, a row, a fact or an item may say `only:` or `except:`; of a list, any of them.

| condition | holds |
|---|---|
| `politiker` | for that audience |
| `${county} == "Skåne län"`, `!=` | where the row's text is that |
| `${population} > 20000`, `<`, `>=`, `<=` | for numbers, and for dates in quotes: `"2026-05-04"` |
| `${open}` | where the column says yes (ja, yes, true, x) |
| `… and …`, `… or …`, `not …`, `( … )` | as they say |

In the deck without a row a column is unknown, and a condition on it neither holds nor fails: `only:` leaves out, `except:`
keeps. What leaves nothing behind goes with it: a list without items, a table without rows below its header, a slide of whose
content nothing is left (a `lead` alone is none). A column that is left alone becomes the slide, its heading the lead line.

## languages/*.yaml

`deckmotor translate en` writes `languages/en.yaml` beside `deck.yaml`, with a line for each text of the deck and of its
layers, and names what is missing and what is stale: translated from a text that has changed since. `build --language en`
builds with it, `--all` every language; the tag comes at the end of the file's name, or where the pattern says `${language}`.
Numbers, dates, quotation marks, hyphens and the product's own words follow the language.

| key | what it is |
|---|---|
| `only` | `deck`, where variants and audiences are not made in this language. |
| `deck` | Texts of the deck's head: `title: The study`. |
| `slides` | By the slide's id its texts: `title`, `bullets.2`, `questions.nu.text` for the item with that id. |
| `audiences`, `variants` | By name or id the texts of a layer: `changes.start.subtitle`. |
| `each` | Texts of `variants.yaml` itself. |
| `made_from` | What each was translated from, as digests and a sketch; kept by `translate`. |

A text without a translation is shown as it was written, which is a warning; so is one that is stale, or a line that
translates nothing any more. `translate en --accept` says that stale ones are right as they are, `--check` only looks. Names
of people, of municipalities, and in files of numbers, and cells of the table of variants, are data and stay as they are. What
is lit, and the periods of a roadmap's bars, follow what they name.

## Many decks

| option of `build` | what it does |
|---|---|
| `--all`, `--where county="Skåne län"`, `--where "county == 'Skåne län' and population > 20000"` \
| Chooses decks: by any condition over the columns of their rows. Only those that have changed are made again. |
| `--jobs 4` | At most so many processes; as many as pay if left out. The files are the same ones. |
| `--dask tcp://host:8786` | A Dask cluster makes them (`pip install 'deckmotor[dask]'`, the same deckmotor on its workers). \
Its machines need not share a disk: they get what they ask for, and files are written here. |
| `--strict` | Writes no deck where one has an error. Without it the others are written, and the exit code is 1. |
| `--prune` | Takes away files of decks that no longer exist: those in the manifest that nobody has changed since. |
| `--report build.json` | Each deck: `built`, `unchanged`, `failed` or `held` (for \
`--strict`), why, its slides and files; and all problems. |

`.deckmotor.json` in the folder of the files is their manifest: which deck, variant and audience each is of, its size and its
digest (CRC-32, as in zip files). It may be deleted, as may the cache: then all is made again, and what comes out the same is
not touched.

## Formats

| in a text | is |
|---|---|
| `${population\\|number}`, `${x\\|number 1}` | the number as the deck's language writes it, with so many decimals |
| `${share\\|percent}`, `${share\\|percent 1}` | a share: 0,253 is 25 %, 25,3 % |
| `${date\\|long}`, `${date\\|short}` | 4 maj 2026, 2026-05-04 (long in sv, en, fi, de, da, nb, nn, no, fr, es, pt, it, nl) |
| `${x\\|default –}` | what stands where there is no value: an empty cell, `~`, a column that this deck has no row for |

Without a format a value is shown as it is typed. Where a comma may be either, as in `1,250`, the column's other values decide;
where they do not, it is an error. A value is text: nothing in it acts.
"""


THEME_PARTS: dict[str, type[Struct]] = {
    "colours": Colours,
    "fonts": FontNames,
    "sizes": Sizes,
    "grid": GridTokens,
    "fact": FactPage,
    "fit": Fit,
    "loud": Loud,
    "motif": Motif,
    "wheel": Wheel,
    "arc": Arc,
    "bar": Bar,
    "disc": Disc,
    "gauge": Gauge,
    "wheel of a gauge": Ring,
    "bar of a gauge": GaugeRow,
    "disc of a gauge": Way,
}


MERGED = r"""A header with such cells has two rows: groups, and the names of their columns. In a table with pipes, `<` goes on
from the left and `^` from above (`\<`, `\^` are the signs themselves):

```yaml
table: |
  | Kommun | 2024    | <   |
  | ^      | Kvinnor | Män |
  |--------|--------:|----:|
  | Kalix  |     120 |  80 |
```
"""


def reference_page() -> str:
    """The whole page."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    yield INTRODUCTION
    yield from _section(
        "deck.yaml", Head, "The head of the deck; `slides` follows: a list of slides, and of `include: file.yaml`."
    )
    yield from _section("`footer`", Footer)
    yield from _section("`logo`", Logo)
    yield from _section(
        "A slide", Slide, "Beside these it has the blocks below, each by its key. Their order is the reading order."
    )
    for key in BLOCK_KEYS:
        yield from _section(f"`{key}`", block_type(key))
        if key == "bullets":
            yield from _section("An item of a list", ListItem)
        if key == "agenda":
            yield from _section("A point of an agenda", Point)
        if key == "hierarchy":
            yield from _section("A box of a hierarchy", Unit)
        if key == "logos":
            yield from _section("One of several logos", Mark)
        if key == "comparison":
            yield from _section("A side of a comparison", Side)
        if key == "matrix":
            yield from _section("A cell of a matrix", MatrixCell)
            yield from _section("An axis of a matrix", Axis)
        if key == "people":
            yield from _section("One of several people", Person)
            yield from _section("A portrait", Portrait)
        if key == "flow":
            yield from _section("An arrow of a flow", Arrow)
            yield from _section("The text of a box of a flow", Named)
        if key == "roadmap":
            yield from _section("A lane of a roadmap", Lane)
            yield from _section("A bar of a roadmap", RoadmapBar)
        if key == "formula":
            yield FORMULAS
        if key == "process":
            yield from _section("A step of a process", Step)
        if key == "timeline":
            yield from _section("An event of a timeline", Event)
        if key == "fact":
            yield from _section("One of several facts", Figure)
        if key == "table":
            yield from _section("A row of a table", Row)
            yield from _section("A cell over several columns or rows", WrittenCell)
            yield MERGED
        if key == "columns":
            blocks = ", ".join(f"`{name}`" for name in COLUMN_KEYS)
            yield from _section("A column", Column, f"Beside these it has blocks: {blocks}.")
    yield VARIANTS
    yield from _section("theme.yaml", Tokens, "A theme that `extends` another says only what differs.")
    for name, part in THEME_PARTS.items():
        yield from _section(f"`{name}`", part)


def _section(name: str, cls: type[Struct], more: str = "") -> Iterator[str]:
    plan = plan_of(cls)
    about = " ".join((cls.__doc__ or "").split())
    yield f"## {name}\n"
    yield f"{about} {more}".strip() + "\n"
    if plan.short is not None:
        yield f"Written without keys, the value is its `{plan.short.key}`.\n"
    yield "| key | what it is | written as |\n|---|---|---|"
    for key, field in plan.fields.items():
        needed = " Must be there." if field.required else ""
        yield f"| `{key}` | {field.description}{needed} | {field.kind.expected} |"
    yield ""
