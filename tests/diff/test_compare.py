"""Changes as values: nothing where nothing differs, and all that makes the new deck of the old one."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from deckmotor.diff import apply, compare
from deckmotor.finished import Cell, Finished, Identity, Paragraph, Slide, Table, Words
from tests.diff.generated import DECKS, edited, said


@given(DECKS)
@settings(max_examples=100, deadline=None)
def test_a_deck_does_not_differ_from_itself(deck: Finished) -> None:
    assert compare(deck, deck) == ()


@given(DECKS, DECKS)
@settings(max_examples=150, deadline=None)
def test_the_changes_between_any_decks_make_the_new_one_of_the_old_one(old: Finished, new: Finished) -> None:
    changes = compare(old, new)
    assert said(apply(old, changes)) == said(new)
    assert changes or said(old) == said(new)  # Slides that say the same under other ids may be gone and new.


@given(DECKS.flatmap(lambda deck: st.tuples(st.just(deck), edited(deck))))
@settings(max_examples=150, deadline=None)
def test_the_changes_of_an_edited_deck_make_it_of_the_old_one(decks: tuple[Finished, Finished]) -> None:
    old, new = decks
    assert said(apply(old, compare(old, new))) == said(new)


def _slide(title: str, *items: str, id: str = "", number: int = 0) -> Slide:
    head = Words(role="title", paragraphs=(Paragraph(title),))
    body = Words(role="body", paragraphs=tuple(Paragraph(item, 0, "bullet") for item in items))
    return Slide(identity=Identity(id, number), parts=(head, body))


def _kinds(old: tuple[Slide, ...], new: tuple[Slide, ...]) -> list[str]:
    return [f"{one.kind} {' '.join(map(str, one.path))}" for one in compare(Finished(slides=old), Finished(slides=new))]


ONE = _slide("Urval av kommuner", "Medvetet arbete", "Kommuntyp", id="urval", number=256)
TWO = _slide("Motorfunktionen", "Agera brobyggare", "Samordna", id="motor", number=257)
THREE = _slide("Hinder på vägen", "Tid", "Pengar", id="hinder", number=258)


def test_a_slide_that_moves_is_moved_and_no_other() -> None:
    assert _kinds((ONE, TWO, THREE), (THREE, ONE, TWO)) == ["moved slides 0"]


def test_an_id_pairs_slides_that_have_nothing_else_in_common() -> None:
    other = _slide("Helt annat", "Ingenting", id="urval")
    assert "changed slides 0 parts 0 paragraphs 0 text" in _kinds((ONE, TWO), (other, TWO))
    assert _kinds((ONE, TWO), (replace(other, identity=Identity("annan")), TWO)) == ["gone slides 0", "new slides 0"]


def test_a_number_pairs_slides_only_where_their_text_agrees() -> None:
    """LibreOffice and Google number slides anew, from 256."""
    old = tuple(replace(slide, identity=Identity(number=256 + at)) for at, slide in enumerate((ONE, TWO, THREE)))
    anew = tuple(replace(slide, identity=Identity(number=256 + at)) for at, slide in enumerate((THREE, ONE, TWO)))
    assert _kinds(old, anew) == ["moved slides 0"]


def test_text_pairs_slides_whose_ids_are_lost() -> None:
    lost = tuple(replace(slide, identity=Identity()) for slide in (TWO, _slide("Urval av kommunerna", "Kommuntyp", "Storlek")))
    kinds = _kinds((ONE, TWO), lost)
    assert "moved slides 1" in kinds or "moved slides 0" in kinds
    assert not any(kind.startswith(("new slides 0", "new slides 1", "gone slides")) and kind.count(" ") == 2 for kind in kinds)


def test_one_item_is_new_where_it_was_put_in_among_equal_ones() -> None:
    assert _kinds((_slide("T", "a", "", "b", ""),), (_slide("T", "", "a", "", "b", ""),)) == [
        "new slides 0 parts 1 paragraphs 0"
    ]


def test_a_cell_is_changed_in_the_row_that_has_moved() -> None:
    def table(*rows: tuple[str, ...]) -> tuple[Slide, ...]:
        return (Slide(parts=(Table(rows=tuple(tuple(Cell(text) for text in row) for row in rows)),)),)

    old, new = table(("Kalix", "15"), ("Motala", "43")), table(("Motala", "44"), ("Kalix", "15"))
    assert sorted(kind.split()[0] for kind in _kinds(old, new)) == ["changed", "moved"]
