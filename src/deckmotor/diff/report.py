"""Changes as plain text, Markdown and data for programs."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from msgspec import to_builtins

from deckmotor.diff.change import Change
from deckmotor.diff.told import Line, Told, ToldSlide
from deckmotor.diff.words import Piece

Paint = Callable[[str, str], str]
"""A text and how it is to look (`gone`, `new`, `head`): the text, coloured."""

MARKS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
"""What stands around words in plain text, as in `git diff --word-diff`."""

LONGEST = 400
"""Characters of a text that stays between two changes are told up to this; what has changed is told whole."""


def unpainted(text: str, look: str) -> str:
    """The text as it is."""
    return text


def as_text(told: Told, names: tuple[str, str], paint: Paint = unpainted) -> str:
    """For people and for `git`: a block for each slide that differs, a line for each change."""
    if not told.summary:
        return ""
    out = [paint(f"{names[0]} → {names[1]}: {told.summary}", "head")]
    out += _columns(told.deck, paint)
    for run in runs(told.slides):
        title = f"  {_plain(run[0].title) or run[0].id or 'without a title'}" if len(run) == 1 else ""
        out += ["", paint(f"{numbers(*run)}{title}", "head") + _what(run[0], paint)]
        out += _columns(run[0].lines, paint)
    return "\n".join(out) + "\n"


def runs(slides: Sequence[ToldSlide]) -> list[list[ToldSlide]]:
    """The slides one by one, but those that have moved together and say the same as one run."""
    found: list[list[ToldSlide]] = []
    for slide in slides:
        last = found[-1][-1] if found else None
        if last is not None and last.kind == slide.kind == "moved" and _follows(last, slide):
            found[-1].append(slide)
        else:
            found.append([slide])
    return found


def _follows(one: ToldSlide, other: ToldSlide) -> bool:
    return (one.before or 0) + 1 == other.before and (one.after or 0) + 1 == other.after


def numbers(slide: ToldSlide, *rest: ToldSlide) -> str:
    """`Slide 3`, `Slide 3 → 5`: its number now, where it is gone the one it had; with others `Slides 3–4 → 5–6`."""
    before, after = slide.before, slide.after
    if rest:
        return f"Slides {before}–{rest[-1].before} → {after}–{rest[-1].after}"
    if slide.moved:
        return f"Slide {before} → {after}"
    return f"Slide {after if after is not None else before}"


def what_became(slide: ToldSlide) -> str:
    """`new`, `gone`, `moved`, or nothing where only what it says is another."""
    return slide.kind if slide.kind in ("new", "gone") else "moved" if slide.moved else ""


def _what(slide: ToldSlide, paint: Paint) -> str:
    word = what_became(slide)
    return f"  ({paint(word, word)})" if word else ""


def _columns(lines: Sequence[Line], paint: Paint) -> list[str]:
    width = max((len(line.what) for line in lines), default=0)
    return [f"  {line.what:<{width}}  {_said(line, paint)}".rstrip() for line in lines]


def _said(line: Line, paint: Paint) -> str:
    where = f"{_plain(line.where)}: " if line.where else ""
    if line.kind == "moved":
        return f"{where}{_plain(line.new)} (moved)"
    marked = (paint(f"{MARKS[one.kind][0]}{_plain(_short(one))}{MARKS[one.kind][1]}", one.kind) for one in line.pieces)
    return where + "".join(marked)


def _plain(text: str) -> str:
    """On one line, without what a terminal obeys."""
    return "".join(sign if sign.isprintable() else " " for sign in text.replace("\n", " / "))


def _short(piece: Piece) -> str:
    text = piece.text
    return text if piece.kind != "same" or len(text) <= LONGEST else f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"


# Markdown


def as_markdown(told: Told, names: tuple[str, str]) -> str:
    """For a pull request: a heading for each slide that differs, an item for each change."""
    out = [f"### {_escaped(names[0])} → {_escaped(names[1])}", "", f"{told.summary or 'No differences'}.", ""]
    out += [_item(line) for line in told.deck]
    for run in runs(told.slides):
        title = f" · {_escaped(run[0].title) or _escaped(run[0].id) or 'without a title'}" if len(run) == 1 else ""
        word = what_became(run[0])
        out += ["", f"**{numbers(*run)}{title}**{f' ({word})' if word else ''}", ""]
        out += [_item(line) for line in run[0].lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip("\n") + "\n"


def _item(line: Line) -> str:
    where = f"{_escaped(line.where)}: " if line.where else ""
    if line.kind == "moved":
        return f"- {line.what}: {where}{_escaped(line.new)} *(moved)*"
    return f"- {line.what}: {where}" + "".join(_marked(one) for one in line.pieces)


def _marked(piece: Piece) -> str:
    """A piece in HTML's own tags, which GitHub and GitLab show: `**` beside a letter or a full stop is no mark."""
    tag = {"same": "", "gone": "del", "new": "ins"}[piece.kind]
    text = _escaped(_short(piece))
    return f"<{tag}>{text}</{tag}>" if tag else text


def _escaped(text: str) -> str:
    """Text as Markdown, in which nobody is called by `@` and no issue by `#`."""
    return re.sub(r"([\\`*_{}\[\]<>()|~!&])", r"\\\1", re.sub(r"([@#])", "\\1\u200b", _plain(text)))


# For programs


def as_data(told: Told, names: tuple[str, str], changes: Sequence[Change]) -> dict[str, Any]:
    """All of it as plain data: what is told of each slide, and the changes themselves."""
    return {
        "old": names[0],
        "new": names[1],
        "summary": told.summary,
        "deck": [_data(line) for line in told.deck],
        "slides": [
            {
                "kind": slide.kind,
                "moved": slide.moved,
                "before": slide.before,
                "after": slide.after,
                "id": slide.id,
                "title": slide.title,
                "lines": [_data(line) for line in slide.lines],
            }
            for slide in told.slides
        ],
        "changes": to_builtins(changes),
    }


def _data(line: Line) -> dict[str, Any]:
    plain = {"kind": line.kind, "what": line.what, "where": line.where, "old": line.old, "new": line.new}
    return plain | {"words": [[one.kind, one.text] for one in line.pieces] if line.kind == "changed" else []}
