"""What variants share is made once at every stage: decoded, composed, written, deflated. The study shows it."""

from deckmotor.build import Pipeline
from deckmotor.edition import Edition
from deckmotor.export.pptx import Memo
from deckmotor.export.pptx.deck import slides
from deckmotor.load import Memo as LoadMemo
from deckmotor.load import load_deck, load_project
from deckmotor.model.deck import Slide
from deckmotor.scene.page import TextItem
from deckmotor.workspace import MemoryWorkspace, builtin_themes
from tests.built import MUNICIPALITIES, study

ROOMS = {
    "deck.yaml": b"title: T\nslides:\n- {id: a, title: A}\n- {id: b, title: B, text: '${place}'}",
    "variants.yaml": b"each: t.csv\nset: {place: '${name}'}\nchanges: {b: {title: B in it}}\nadd: [{id: c, title: '${name}'}]",
    "t.csv": b"id,name\nx,X\ny,Y\n",
    "audiences.yaml": b"p: {changes: {a: {title: For p}}}\nq: {changes: {a: {title: For q}}}",
}


def test_slides_that_variants_share_are_made_once() -> None:
    memo = Memo()
    (first, *others) = (study(variant) for variant in MUNICIPALITIES)
    assert first.deck is not None and first.scene is not None
    written = slides(first.scene, memo)
    for other in others:
        assert other.deck is not None and other.scene is not None
        shared = [slide for slide in other.deck.slides if any(slide is one for one in first.deck.slides)]
        same = {slide.id for slide in other.deck.slides if slide in first.deck.slides}
        assert {slide.id for slide in shared} == same
        assert len(shared) > len(first.deck.slides) / 2
        for number, (page, made) in enumerate(zip(other.scene.pages, slides(other.scene, memo), strict=True)):
            if page.id in same:
                at = next(at for at, one in enumerate(first.scene.pages) if one.id == page.id)
                assert page is first.scene.pages[at]
                # A slide's place is in its part's name, so one that moved is written again.
                assert (made is written[at]) == (at == number)
        assert any(made is one for made in slides(other.scene, memo) for one in written)


def told(slide: Slide) -> str:
    assert slide.title is not None
    return slide.title.plain


def test_audiences_share_what_a_variant_changes_and_adds() -> None:
    project, memo = load_project(MemoryWorkspace(ROOMS), "deck.yaml"), LoadMemo()
    decks = [load_deck(project, Edition("x", audience), memo)[0] for audience in ("p", "q")]
    (a, b, c), (other_a, other_b, other_c) = (deck.slides for deck in decks if deck is not None)
    assert (told(a), told(other_a)) == ("For p", "For q")
    assert told(b) == "B in it"
    assert b is other_b
    assert c is other_c
    in_y, _ = load_deck(project, Edition("y", "p"), memo)
    assert in_y is not None
    assert [told(slide) for slide in in_y.slides] == ["For p", "B in it", "Y"]


def test_a_list_below_a_title_that_differs_is_set_once() -> None:
    slide = b"title: T\nslides:\n- {id: a, title: 'A ${name}', bullets: [One two three, Four five six, Seven, Eight, Nine]}"
    files = {"deck.yaml": slide, "variants.yaml": b"each: t.csv", "t.csv": b"id,name\nx,X\ny,Y\nz," + b"long " * 30}
    files["themes/motor/theme.yaml"] = (builtin_themes() / "motor/theme.yaml").read_bytes()
    project = load_project(MemoryWorkspace(files), "deck.yaml")
    made, lists = Pipeline(project), []
    for variant in "xyz":
        scene = made.compose(Edition(variant)).scene
        assert scene is not None
        assert scene == Pipeline(project).compose(Edition(variant)).scene
        lists += [item for item in scene.pages[0].items if isinstance(item, TextItem) and item.name == "a/bullets"]
    assert lists[0].paragraphs[0] is lists[1].paragraphs[0]  # Those below it were set anew with air between them.
