"""What widths say of slides of few points is what composing says: so the one may stand for the other."""

import random
from itertools import product
from typing import Any

import pytest

from deckmotor.build import Pipeline
from deckmotor.compose.fit import Composer, shown_of
from deckmotor.compose.points import Chooser, few_of, is_made_for
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

WORDS = (
    *("och", "i", "på", "en", "till", "av", "för", "att", "ungdomar", "kommunen", "vägar", "arbete", "samverkan", "lärcentrum"),
    *(
        "utbildning",
        "2026",
        "mnkr",
        "**tydliga**",
        "stöd",
        "omställningsbidrag",
        "kompetensförsörjning",
        "`kod`",
        "hus",
        "Nytt",
    ),
    *("samverkansinformation", "arbetsmarknadskartläggning", "E-tjänster", "Varberg"),
)
PLAIN = tuple(word for word in WORDS if word.isalpha())
SHARE = 0.6
"""Of such questions that widths are to answer; of common slides it is nearly all."""


def slides(chance: random.Random, count: int) -> str:
    """Slides of two to six items of one to fourteen words, of plain words mostly, some of them under a lead."""
    lines = []
    for number in range(count):
        most = chance.choice((1, 2, 3, 5, 8, 14))
        words = chance.choice((WORDS, PLAIN))
        items = [" ".join(chance.choices(words, k=chance.randint(1, most))) for _ in range(chance.choice((2, 3, 4, 4, 6)))]
        title = " ".join(chance.choices(WORDS[8:13], k=chance.randint(1, 5)))
        lead = "lead: En rad som leder in, " if chance.random() < 0.2 else ""
        lines.append(f"  - {{id: p{number}, title: '{title}', {lead}{chance.choice(('bullets', 'numbered'))}: {items}}}")
    return "\n".join(lines)


@pytest.mark.parametrize(("theme", "size"), list(product(("motor", "natt", "punkt", "flik"), ("16:9", "4:3"))))
def test_what_widths_say_is_what_composing_says(theme: str, size: str) -> None:
    text = f"title: Prov\nlanguage: sv\ntheme: {theme}\nsize: '{size}'\nslides:\n{slides(random.Random(theme + size), 120)}\n"
    built = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": text.encode()}), "deck.yaml").compose()
    assert built.deck is not None and built.theme is not None
    head, memo = built.deck.head, dict[Any, Any]()
    composer = Composer(
        head=head,
        theme=built.theme,
        fonts=shipped_fonts(),
        media={},
        memo=memo,
        shown=shown_of(head, memo),
        sections={},
        plans={},
    )
    chooser = Chooser(composer)
    few_points = [few for at, slide in enumerate(built.deck.slides) if (few := few_of(at, slide, 0, composer))]
    told = {
        (form.layout, few.at): (chooser.by_widths(form, few), chooser.composed(form, few))
        for form, few in product(chooser.forms, few_points)
        if is_made_for(form, few)
    }
    answers = {key: pair for key, pair in told.items() if pair[0] is not None}
    assert {key: pair for key, pair in answers.items() if pair[0] != pair[1]} == {}
    assert len(answers) >= SHARE * sum(not layout.startswith("panel") for layout, _ in told)
    assert {pair[0] for pair in answers.values()} == {True, False}
