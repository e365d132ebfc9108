"""What must hold within a block once it is read, beyond the kinds of its fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckmotor.messages import nearest
from deckmotor.model.list_rules import check_icon, check_ids, check_link, place
from deckmotor.model.reading import Reading, is_blank
from deckmotor.model.text import Cell
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node, Sequence

if TYPE_CHECKING:
    from deckmotor.model.blocks import Columns
    from deckmotor.model.clips import Audio, Video
    from deckmotor.model.codes import Qr
    from deckmotor.model.drawings import Icon, Portrait
    from deckmotor.model.figures import Figure
    from deckmotor.model.grounds import Background
    from deckmotor.model.list_rules import Parts
    from deckmotor.model.logos import Mark
    from deckmotor.model.pictures import Picture
    from deckmotor.model.sequences import Agenda
    from deckmotor.model.tables import Table

NARROWEST = 6
"""Into how many columns of that width a page may be divided at most."""

_FILE_NAME = r".*\.(png|jpe?g|gif|svg|tiff?|bmp|webp|heic)"


def picture_rule(picture: Picture, node: Node, reading: Reading) -> None:
    """A picture says what it shows, or that it shows nothing."""
    reading.pictures.append(picture)
    if picture.alt is None and not picture.decorative:
        hints = ("write what the picture shows, for those who can't see it: `alt: …`",)
        reading.report("missing-alt", picture.span, hints)
    elif picture.alt is not None and picture.decorative:
        reading.report("alt-and-decorative", place(node, "decorative"))
    elif picture.link is not None and picture.decorative:
        reading.report("link-decorative", place(node, "link"))
    elif picture.alt is not None and re.fullmatch(_FILE_NAME, picture.alt.strip(), re.IGNORECASE):
        hints = ("write what the picture shows, for those who can't see it",)
        reading.report("alt-is-file-name", place(node, "alt"), hints, alt=picture.alt.strip())
    if picture.link is not None:
        check_link(picture.link, place(node, "link"), reading)


def portrait_rule(portrait: Portrait, node: Node, reading: Reading) -> None:
    """A portrait is a picture like others, with words made for it."""
    reading.pictures.append(portrait)


def mark_rule(mark: Mark, node: Node, reading: Reading) -> None:
    """A logo is a picture like others, and leads somewhere that is there."""
    if re.fullmatch(_FILE_NAME, mark.name.plain, re.IGNORECASE) and not re.fullmatch(_FILE_NAME, mark.file.text, re.IGNORECASE):
        hints = (f"write the file first: `{mark.name.plain}: {shortened(mark.file.text)}`",)
        reading.report("wrong-value", mark.file.span, hints, value=shortened(mark.file.text), expected="the path of a picture")
        return
    reading.pictures.append(mark)
    if mark.link is not None:
        check_link(mark.link, place(node, "link"), reading)


def clip_rule(clip: Video | Audio, node: Node, reading: Reading) -> None:
    """A film or a sound is a file, and says what it is about."""
    if re.match(r"\w+://", clip.file.text):
        hints = ("save it beside the deck and name its file, or link to it in a text: `[film](https://…)`",)
        reading.report("wrong-value", clip.file.span, hints, value=shortened(clip.file.text), expected="the path of a file")
    if clip.alt is None:
        of = f"`{clip.__struct_config__.tag}`"
        hints = ("write what it shows or lets hear: `{file: …, alt: …}`",)
        reading.report("missing-key", clip.span, hints, of=of, keys="`alt:`")
    if clip.link is not None:
        check_link(clip.link, place(node, "link"), reading)


def table_rule(table: Table, node: Node, reading: Reading) -> None:
    """All rows of a table have as many cells as its first one, and so have its columns' settings."""
    if not needs_no_file(node, ("sheet", "range", "columns", "where", "sort", "limit"), reading):
        return
    if not table.rows:
        reading.report("missing-key", table.span, of="`table`", keys="`rows:` or `file:`")
        return
    columns = len(table.rows[0].cells)
    named: Parts = table.rows
    if any(type(cell) is Cell for row in table.rows for cell in row.cells):
        from deckmotor.model import cells  # Few tables have such cells.

        columns, named = cells.merged_rule(table, reading)
    else:
        for number, row in enumerate(table.rows, 1):
            if len(row.cells) != columns:
                expected = "1 cell" if columns == 1 else f"{columns} cells"
                hints = _cells_hints(node, number - 1, len(row.cells) < columns)
                of, expected = f"row {number} of the table", f"{expected}, as its first row has"
                reading.report("wrong-length", row.span, hints, of=of, expected=expected, found=len(row.cells))
    for key, values in (("align", table.align), ("widths", table.widths)):
        if values and len(values) != columns:
            expected = f"{columns} values, one for each column of the table"
            reading.report("wrong-length", place(node, key), of=f"`{key}`", expected=expected, found=len(values))
    said = [cell.plain for row in table.rows for cell in row.cells]
    if table.highlight is not None and table.highlight not in said:
        hints = nearest(table.highlight, said)
        reading.report("table-highlight", place(node, "highlight"), hints, name=shortened(table.highlight))
    check_ids(named, {}, reading)


def needs_no_file(node: Node, keys: tuple[str, ...], reading: Reading) -> bool:
    """Whether nothing is chosen from a file that is not named: where one is, loading has taken these keys away."""
    for key, value in node.entries if isinstance(node, Mapping) else ():
        if key.text in keys and not is_blank(value):
            named = key.text == "columns" and isinstance(node, Mapping) and node.get("rows") is not None
            hints = ("the first of the `rows:` names the columns",) if named else ()
            reading.report("needs-file", key.span, hints, key=key.text)
            return False
    return True


def _cells_hints(node: Node, at: int, too_few: bool) -> tuple[str, ...]:
    """What to do about a row with too many or too few cells: one of its numbers, or of the first row's, may have a comma."""
    rows = node.get("rows") if isinstance(node, Mapping) else node
    longer = rows.items[0 if too_few else at] if isinstance(rows, Sequence) else rows
    cells = longer.get("cells") if isinstance(longer, Mapping) else longer
    from deckmotor.source.commas import split_number_hints  # Only for mistakes.

    hints = split_number_hints(cells.items) if isinstance(cells, Sequence) else ()
    return hints or (('an empty cell is written as `""`',) if too_few else ())


def columns_rule(block: Columns, node: Node, reading: Reading) -> None:
    """Each column has its width, and none is so narrow that nothing can stand in it."""
    if block.widths and len(block.widths) != len(block.items):
        expected = f"{len(block.items)} numbers, one a column"
        reading.report("wrong-length", place(node, "widths"), of="`widths`", expected=expected, found=len(block.widths))
    elif block.widths and min(block.widths) * NARROWEST < sum(block.widths):
        expected = "numbers none of which is less than a sixth of all together"
        reading.report("wrong-value", place(node, "widths"), of="`widths`", value=str(list(block.widths)), expected=expected)


def qr_rule(block: Qr, node: Node, reading: Reading) -> None:
    """A code says no more than a telephone can read from a seat."""
    from deckmotor.model.codes import MOST_BYTES  # Few decks have codes.

    size = len(block.address.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        reading.report("qr-too-long", place(node, "address"), size=size, limit=MOST_BYTES)


def agenda_rule(agenda: Agenda, node: Node, reading: Reading) -> None:
    """An agenda has points, or is made of sections; what it lights is there."""
    if bool(agenda.items) == agenda.sections:
        if agenda.items:
            reading.report("either-or", place(node, "sections"), of="an agenda", one="items", other="sections")
        else:
            hints: tuple[str, ...] = ("write its points, or `agenda: sections`",)
            reading.report("missing-key", node.span, hints, of="`agenda`", keys="points")
    if agenda.repeat and not agenda.sections:
        reading.report("agenda-repeat", place(node, "repeat"))
    known = [text.plain for point in agenda.items for text in (point.text, point.time) if text is not None]
    if agenda.highlight is not None and agenda.highlight not in known:
        hints = nearest(agenda.highlight, known)
        reading.report("sequence-highlight", place(node, "highlight"), hints, name=shortened(agenda.highlight))
    check_ids(agenda.items, {}, reading)


def icon_rule(icon: Icon, node: Node, reading: Reading) -> None:
    """An icon is one of the set; one that leads somewhere says where, or what it shows."""
    check_icon(icon.name, reading)
    if icon.link is not None:
        check_link(icon.link, place(node, "link"), reading)
        if icon.alt is None:
            reading.report("icon-link", place(node, "link"))


def background_rule(background: Background, node: Node, reading: Reading) -> None:
    """A background is a colour or a picture."""
    if background.fill is not None and background.shown is not None:
        reading.report("either-or", place(node, "file"), of="`background`", one="fill", other="file")
    elif background.fill is None and background.shown is None:
        hints = ("write a colour, or a picture: `background: hills.jpg`",)
        reading.report("missing-key", node.span, hints, of="`background`", keys="`fill`")


def figure_rule(figure: Figure, node: Node, reading: Reading) -> None:
    """A number that is a part of a whole is one, and no more than the whole."""
    if figure.of is None:
        return
    from deckmotor.model.numbers import number  # Only shares are looked at.

    part = number(figure.value.plain)
    if part is None or not 0 <= part <= figure.of or not figure.of:
        reading.report("fact-share", place(node, "of"), value=shortened(figure.value.plain))
