"""How blocks look that have a look of their own, wherever they stand. One row a look; a new kind of block adds its own here.

A look is made from tokens that every theme has, or whose default stands in `tokens`, so that no theme lacks one.
"""

from collections.abc import Callable

from deckmotor.theme.styles import Steps, Styles, not_above

LOOKS: dict[str, Callable[[Styles], Steps]] = {
    "list": lambda styles: styles.lists(styles.tokens.sizes.body),
    "text": lambda styles: styles.texts(not_above(styles.tokens.sizes.lead[0], styles.tokens.sizes.body)),
    "quote": lambda styles: styles.quotes(styles.tokens.sizes.quote),
    "questions": lambda styles: styles.questions(styles.tokens.sizes.body),
    "fact": lambda styles: styles.facts(),
    "chart": lambda styles: styles.plains(not_above(20, styles.tokens.sizes.table)),
    "code": lambda styles: styles.codes(),
    "caption": lambda styles: styles.plains(styles.tokens.sizes.small, "muted"),
}


CODE: dict[str, tuple[str, bool, bool]] = {
    "keyword": ("brand", True, False),
    "name": ("fourth", False, False),
    "string": ("third", False, False),
    "number": ("fifth", False, False),
    "comment": ("muted", False, True),
    "removed": ("accent", False, False),
    "": ("ink", False, False),
}
"""How the stretches of code look by what they are (`listing.tokens.ROLES`): their colour token, and whether they are bold or
italic. A colour that can't be read on the block's ground is shown in a tone that can."""


def looks(styles: Styles) -> dict[str, Steps]:
    """The looks of a theme by their names, each at every size that it may take, the largest first."""
    return {name: make(styles) for name, make in LOOKS.items()}
