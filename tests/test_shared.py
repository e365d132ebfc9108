"""What variants share is made once at every stage: decoded, composed, written, deflated. The study shows it."""

from deckmotor.export.pptx import Memo
from deckmotor.export.pptx.deck import slides
from tests.built import MUNICIPALITIES, study


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
