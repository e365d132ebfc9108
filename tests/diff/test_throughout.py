"""What is another on many slides alike is told once, with their numbers; what a slide says besides is told there."""

from msgspec.structs import replace

from deckmotor.diff import compare
from deckmotor.diff.report import as_text
from deckmotor.diff.tell import tell
from deckmotor.finished import Finished, Identity, Paragraph, Slide, Words


def _slide(at: int, footer: str) -> Slide:
    words = Words(role="title", paragraphs=(Paragraph(f"Sida {at} om lärcentrum"),))
    return Slide(identity=Identity(f"s{at}"), parts=(words,), footer=footer)


def _said(old: tuple[Slide, ...], new: tuple[Slide, ...]) -> str:
    decks = Finished(slides=old), Finished(slides=new)
    return as_text(tell(*decks, compare(*decks)), ("a", "b"))


def test_a_footer_of_many_slides_is_told_once() -> None:
    old, new = (tuple(_slide(at, footer) for at in range(1, 7)) for footer in ("Vår", "Höst"))
    new = (*new[:3], replace(new[3], footer="Vår", hidden=True), *new[4:])
    assert _said(old, new) == (
        "a → b: 1 slide changed\n  footer  slides 1–3, 5–6: [-Vår-]{+Höst+}\n\n"
        "Slide 4  Sida 4 om lärcentrum\n  hidden  [-no-]{+yes+}\n"
    )
    assert _said(old[:3], new[:3]) == "a → b: the deck's own lines changed\n  footer  slides 1–3: [-Vår-]{+Höst+}\n"


def test_what_else_a_slide_says_stays_with_it_and_few_are_told_one_by_one() -> None:
    old, new = (tuple(_slide(at, footer) for at in range(1, 5)) for footer in ("Vår", "Höst"))
    hidden = _said(old, (*new[:3], replace(new[3], hidden=True)))
    assert "  footer  slides 1–4: [-Vår-]{+Höst+}\n\nSlide 4  Sida 4 om lärcentrum\n  hidden  [-no-]{+yes+}\n" in hidden
    moved = _said(old, (*new[1:], new[0]))
    assert "  footer  slides 1–4: [-Vår-]{+Höst+}\n\nSlide 1 → 4  Sida 1 om lärcentrum  (moved)\n" in moved
    assert _said(old[:2], new[:2]).count("footer  [-Vår-]{+Höst+}") == 2
