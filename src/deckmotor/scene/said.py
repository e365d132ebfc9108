"""What a speaker says, as paragraphs and lists that hold each other: the notes of a page, where formats have lists."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from deckmotor.scene.lists import list_end, numbered
from deckmotor.scene.text import Paragraph
from deckmotor.style import Bullet


class Listed(Struct, frozen=True):
    """A list."""

    start: int
    """The first of its numbers; 0 where it has marks."""
    bullet: Bullet
    items: "tuple[tuple[Paragraph, tuple[Said, ...]], ...]"
    """Each with what stands below it."""


Said = Paragraph | Listed


def said(notes: Sequence[Paragraph]) -> Iterator[Said]:
    """Notes in order."""
    rest = list(notes)
    while rest:
        if rest[0].style.bullet is None:
            yield rest.pop(0)
        else:
            end = list_end(rest)
            yield _listed(rest[:end])
            del rest[:end]


def _listed(parts: Sequence[Paragraph]) -> Listed:
    starts = [at for at, part in enumerate(parts) if part.level == parts[0].level]
    items = [(parts[at], tuple(said(parts[at + 1 : end]))) for at, end in zip(starts, [*starts[1:], len(parts)], strict=True)]
    bullet = parts[0].style.bullet
    return Listed(parts[0].start if bullet is not None and bullet.number else 0, bullet or Bullet(), tuple(items))


def on_lines(parts: Iterable[Said], indent: str = "") -> Iterator[str]:
    """Notes as plain text, a line each with its mark or number."""
    for part in parts:
        if isinstance(part, Paragraph):
            yield indent + part.text
            continue
        for number, (item, below) in enumerate(part.items, part.start or 1):
            mark = numbered(part.bullet.number, number) if part.bullet.number else part.bullet.char
            yield f"{indent}{mark} {item.text}"
            yield from on_lines(below, indent + "\u00a0" * 4)
