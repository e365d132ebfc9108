"""Changes slide by slide, in the words of people who make slides: a title, an item, a cell, a number, a picture."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from deckmotor.diff.change import Change, Path
from deckmotor.diff.compare import origins
from deckmotor.diff.elsewhere import between, within
from deckmotor.diff.throughout import throughout
from deckmotor.diff.told import Kind, Line, Told, ToldSlide
from deckmotor.finished import Chart, Finished, Mark, Other, Paragraph, Part, Picture, Place, Slide, Table, Words, words_of

ASIDE = "text that decorates"

LONGEST_WHERE = 60
"""Characters of a text that says where something is."""


def tell(old: Finished, new: Finished, changes: Iterable[Change]) -> Told:
    """The changes between two decks, as `compare` gives them, in words."""
    deck: list[Line] = []
    of: dict[int, list[Change]] = defaultdict(list)
    listed: list[Change] = []
    for change in changes:
        if change.path[:1] != ("slides",):
            deck.append(_of_deck(change))
        elif len(change.path) == 2:
            listed.append(change)
        else:
            of[int(change.path[1])].append(change)
    before = origins(len(old.slides), listed)
    placed: list[tuple[tuple[int, int, int], ToldSlide]] = []
    for change in listed:
        at = int(change.path[1])
        if change.kind == "gone":
            placed.append(((_stood(at, before), 1, at), _whole(change.old, "gone", at + 1, None)))
        elif change.kind == "new":
            placed.append(((at, 0, 0), _whole(change.new, "new", None, at + 1)))
    moved = {int(change.path[1]) for change in listed if change.kind == "moved"}
    for at in sorted({*of, *moved}):
        placed.append(((at, 0, 0), _changed(old.slides[before[at]], new.slides[at], before[at], at, at in moved, of[at])))
    slides = [slide for _, slide in sorted(placed, key=lambda one: one[0])]
    lines = between([one.lines for one in slides], [one.before for one in slides], [one.after for one in slides])
    told = [replace(slide, lines=said) for slide, said in zip(slides, lines, strict=True)]
    shared, left = throughout(told)
    return Told(deck=(*deck, *shared), slides=left)


def _stood(at: int, before: dict[int, int]) -> int:
    """The place in the new deck of the nearest slide that stood before the old one at a place; -1 where it was the first."""
    after = {was: now for now, was in before.items()}
    return next((after[other] for other in range(at, -1, -1) if other in after), -1)


def _of_deck(change: Change) -> Line:
    what = {"size": "page size", "colors": "colours of the theme", "fonts": "fonts of the theme"}.get(
        str(change.path[0]), str(change.path[0])
    )
    old, new = (" × ".join(map(str, value)) if isinstance(value, tuple) else str(value) for value in (change.old, change.new))
    return Line(kind="changed", what=what, old=old, new=new)


def _whole(slide: Slide, kind: Kind, before: int | None, after: int | None) -> ToldSlide:
    lines = [line for part in slide.parts for line in _whole_part(part, kind)]
    lines += [_line(kind, "notes", one.text) for one in slide.notes]
    return ToldSlide(kind=kind, before=before, after=after, title=slide.title, id=slide.identity.id, lines=tuple(lines))


def _changed(old: Slide, new: Slide, before: int, after: int, moved: bool, changes: list[Change]) -> ToldSlide:
    parts: dict[int, list[Change]] = defaultdict(list)
    gone = [change for change in changes if change.path[2] == "parts" and len(change.path) == 4 and change.kind == "gone"]
    lines: list[Line] = []
    for change in changes:
        if change.path[2] == "parts" and change not in gone:
            parts[int(change.path[3])].append(change)
        elif change.path[2] != "parts":
            lines += _of_slide(change, new)
    origin = origins(len(old.parts), [change for change in changes if change.path[2] == "parts" and len(change.path) == 4])
    told = [line for at in sorted(parts) for line in _of_part(new.parts[at], parts[at])]
    told += [line for change in gone for line in _whole_part(change.old, "gone")]
    if told:  # Lines of code that are new have numbers that are.
        lines = [line for line in lines if line.what != ASIDE or "none" in (line.old, line.new)]
    return ToldSlide(
        kind="changed" if lines or told else "moved",
        moved=moved,
        before=before + 1,
        after=after + 1,
        title=new.title,
        id=new.identity.id,
        lines=(*within(told), *lines),
        old_places=tuple(
            [old.parts[origin[at]].place for at in sorted(parts) if at in origin] + [change.old.place for change in gone]
        ),
        new_places=tuple(new.parts[at].place for at in sorted(parts)),
    )


def _line(kind: Kind, what: str, text: str, where: str = "") -> Line:
    return Line(kind=kind, what=what, where=where, old=text if kind == "gone" else "", new="" if kind == "gone" else text)


# A slide's own lines


def _of_slide(change: Change, new: Slide) -> Iterator[Line]:
    field = str(change.path[2])
    if field == "notes":
        yield from _of_paragraph(change, change.path[3:], new.notes, "notes")
    elif field == "hidden":
        yield Line(kind="changed", what="hidden", old=_yes(change.old), new=_yes(change.new))
    elif field == "background":
        same = change.old.startswith("a picture") and change.new.startswith("a picture")
        told = ("one picture", "another picture") if same else (_ground(change.old), _ground(change.new))
        yield Line(kind="changed", what=field, old=told[0], new=told[1])
    elif field == "aside":
        old, new_text = (" ".join(text.split()) or "none" for text in (change.old, change.new))
        yield Line(kind="changed", what=ASIDE, old=old, new=new_text)
    elif field == "transition":
        yield Line(kind="changed", what=field, old=change.old or "none", new=change.new or "none")
    else:
        yield Line(kind="changed", what=field, old=str(change.old), new=str(change.new))


def _ground(written: str) -> str:
    """A background without what only tells pictures apart."""
    return written.partition(" (")[0] or "the layout's"


def _yes(value: bool) -> str:
    return "yes" if value else "no"


# Parts


def part_word(part: Part) -> str:
    """What people call a part."""
    match part:
        case Words():
            if part.role in ("title", "subtitle"):
                return part.role
            return "list" if any(one.marker for one in part.paragraphs) else "text"
        case Table():
            return "table"
        case Picture():
            return "picture"
        case Chart():
            return "chart"
        case Other():
            return part.kind


def _whole_part(part: Part, kind: Kind) -> Iterator[Line]:
    if isinstance(part, Words):
        for one in part.paragraphs:
            yield _line(kind, _item_word(part, one), one.text)
        if part.alt and not part.paragraphs:
            yield _line(kind, "alt text", part.alt)
        return
    match part:
        case Table():
            text = "; ".join(" | ".join(cell.text for cell in row) for row in part.rows)
        case Picture():
            text = part.alt or "without alt text"
        case _:
            text = " ".join(words_of(part).split())
    yield _line(kind, part_word(part), text)


def _of_part(part: Part, changes: list[Change]) -> Iterator[Line]:
    """The lines of one part. Only another place is told where nothing else is: text that grows moves what stands below."""
    told = False
    quiet = [change for change in changes if change.path[4:] in (("place",), ("size",), ("kind",), ("crop",))]
    texts = {change.path[:-1] for change in changes if change.path[-1] == "text"}
    for change in changes:
        rest = change.path[4:]
        if change in quiet or (rest[-1:] in (("marks",), ("marker",)) and change.path[:-1] in texts):
            continue
        for line in _of_change(part, change, rest):
            told = True
            yield line
    for change in quiet:
        if change.path[-1] != "place" or not (told or len(quiet) > 1):
            yield _quiet(part, change)


def _quiet(part: Part, change: Change) -> Line:
    field, word = str(change.path[-1]), part_word(part)
    if field == "size":
        return Line(kind="changed", what="size", where=word, old=_points(change.old), new=_points(change.new))
    if field == "place":
        return Line(kind="changed", what="place", where=word, old=_place(change.old), new=_place(change.new))
    if field == "crop":
        return Line(kind="changed", what="what is shown", where=word, old=_percents(change.old), new=_percents(change.new))
    return Line(kind="changed", what=f"kind of {word}", old=str(change.old), new=str(change.new))


def _points(size: float) -> str:
    return f"{size:g} pt" if size else "no text"


def _place(place: Place) -> str:
    left, top, width, height = place
    return f"{width} × {height} pt at {left}, {top}"


def _percents(crop: tuple[int, int, int, int]) -> str:
    return f"cut {', '.join(f'{side} %' for side in crop)}" if any(crop) else "all of it"


def _of_change(part: Part, change: Change, rest: Path) -> Iterator[Line]:
    word = part_word(part)
    if not rest:
        if change.kind == "moved":
            yield Line(kind="moved", what=word, new=" ".join(words_of(part).split())[:LONGEST_WHERE])
        else:
            yield from _whole_part(part, change.kind)
        return
    field = rest[0]
    match part:
        case Words() if field == "paragraphs":
            yield from _of_paragraph(change, rest[1:], part.paragraphs, "", part)
        case Table() if field == "rows":
            yield _of_row(part, change, rest[1:])
        case Table() | Picture() if isinstance(change.new, bool):
            what = {"header": "header row", "header_column": "header column"}.get(str(field), str(field))
            yield Line(kind="changed", what=what, where=part.alt, old=_yes(change.old), new=_yes(change.new))
        case Other() if field == "poster":
            yield Line(kind="changed", what="poster", where=part.alt, old="one picture", new="another picture")
        case Chart() if field == "series":
            yield _of_series(part, change, rest[1:])
        case Picture() if field == "digest":
            yield Line(kind="changed", what="picture", where=part.alt, old="one file", new="another file")
        case Other() if field == "digest":
            yield Line(kind="changed", what=word, where=part.alt, old="one file", new="another file")
        case Picture() | Words() if field == "link":
            where = part.alt or " ".join(words_of(part).split())
            yield Line(
                kind="changed", what="link", where=where[:LONGEST_WHERE], old=change.old or "none", new=change.new or "none"
            )
        case Words() if field == "role":
            yield Line(
                kind="changed", what="placeholder", where=word, old=str(change.old) or "none", new=str(change.new) or "none"
            )
        case _:
            what = "alt text" if field == "alt" else f"{word} {field}" if isinstance(part, Chart) else word
            yield Line(
                kind="changed", what=what, where=word if field == "alt" else "", old=str(change.old), new=str(change.new)
            )


def _item_word(part: Words | None, paragraph: Paragraph) -> str:
    if part is not None and part.role in ("title", "subtitle"):
        return part.role
    is_listed = part is not None and part.role == "body" and len(part.paragraphs) > 1
    return "item" if paragraph.marker or is_listed else "text"


def _of_paragraph(
    change: Change, rest: Path, paragraphs: tuple[Paragraph, ...], word: str, part: Words | None = None
) -> Iterator[Line]:
    """`rest` is the way from the paragraphs on."""
    paragraph = change.old if change.kind == "gone" else paragraphs[int(rest[0])]
    what = word or _item_word(part, paragraph)
    where = paragraph.text[:LONGEST_WHERE]
    if len(rest) == 1:
        yield _line(change.kind, what, paragraph.text)
    elif rest[1] == "text":
        yield Line(kind="changed", what=what, old=change.old, new=change.new)
    elif rest[1] == "level":
        yield Line(kind="changed", what="level", where=where, old=str(change.old + 1), new=str(change.new + 1))
    elif rest[1] == "marker":
        yield Line(kind="changed", what="marker", where=where, old=change.old or "none", new=change.new or "none")
    else:
        yield Line(
            kind="changed",
            what="emphasis",
            where=where,
            old=_marked(change.old, paragraph.text),
            new=_marked(change.new, paragraph.text),
        )


def _marked(marks: tuple[Mark, ...], text: str) -> str:
    told = []
    for mark in marks:
        said = (("bold", mark.bold), ("italic", mark.italic), ("plain", mark.plain), ("struck out", mark.struck))
        looks = [word for word, is_so in said if is_so]
        looks += [f"on {mark.ground}"] if mark.ground else []
        looks += [f"link to {mark.link}"] if mark.link else []
        looks += [f"in {mark.color}"] if mark.color else []
        told.append(f"“{text[mark.start : mark.end].strip()}” {' '.join(looks)}")
    return ", ".join(told) or "none"


def _of_row(part: Table, change: Change, rest: Path) -> Line:
    at = int(rest[0])
    if len(rest) == 1:
        row = change.old if change.kind == "gone" else part.rows[at]
        return _line(change.kind, "row", " | ".join(cell.text for cell in row))
    row, column = part.rows[at], int(rest[1])
    heads = part.rows[0]
    head = heads[column].text if at and column < len(heads) else f"column {column + 1}"
    name = row[0].text if column else f"row {at + 1}"
    where = f"{name or f'row {at + 1}'}, {head or f'column {column + 1}'}"
    if len(rest) == 2:
        return _line(change.kind, "cell", (change.old if change.kind == "gone" else row[column]).text, where)
    if rest[2] == "marks":
        old, new = (_marked(marks, row[column].text) for marks in (change.old, change.new))
        return Line(kind="changed", what="emphasis", where=where, old=old, new=new)
    what = "cell" if rest[2] == "text" else "merged cells"
    return Line(kind="changed", what=what, where=where, old=str(change.old), new=str(change.new))


def _of_series(part: Chart, change: Change, rest: Path) -> Line:
    at = int(rest[0])
    if len(rest) == 1:
        series = change.old if change.kind == "gone" else part.series[at]
        numbers = ", ".join(f"{point.label} {point.value}" for point in series.points)
        return _line(change.kind, "series", f"{series.name}: {numbers}" if series.name else numbers)
    series = part.series[at]
    if rest[1] == "name":
        return Line(kind="changed", what="series", old=str(change.old), new=str(change.new))
    point = change.old if change.kind == "gone" else series.points[int(rest[2])]
    where = ", ".join(filter(None, (series.name, point.label)))
    if len(rest) == 3:
        return _line(change.kind, "number", point.value, where)
    what = "number" if rest[3] == "value" else "label"
    return Line(kind="changed", what=what, where=where, old=str(change.old), new=str(change.new))
