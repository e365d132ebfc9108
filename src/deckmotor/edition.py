"""What a deck is built for. One value stands for it everywhere: in memos, in the deck, in what the files say of themselves."""

from msgspec import Struct
from msgspec.structs import astuple


class Edition(Struct, frozen=True, order=True):
    """One of the decks that a project makes; without any of its fields the base edition, `BASE`.

    A further thing that decks are built for (a language) is one more field here, with the value "" where a deck is for
    nobody in particular; what goes by editions as a whole goes on as it is.
    """

    variant: str = ""
    """Id of the variant; empty where it is none."""
    audience: str = ""
    """Name of the audience; empty where it is none in particular."""
    language: str = ""
    """Tag of the language; empty where it is the deck's own."""

    @property
    def name(self) -> str:
        """For people and messages: `kalix`, `kalix/politiker`. Empty for the base edition."""
        return "/".join(value for _, value in self.parts)

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """What makes it another one than the base edition: `(("variant", "kalix"),)`."""
        return tuple([part for part in zip(self.__struct_fields__, astuple(self), strict=True) if part[1]])

    @property
    def base(self) -> "Edition":
        """The edition that this one is made from by changes, and whose slides it splits alike."""
        return Edition(language=self.language)

    @property
    def is_crossing(self) -> bool:
        """Whether it is made for several things at once, so that layers of one lie on those of another."""
        return len(self.parts) > 1

    @property
    def alone(self) -> "tuple[Edition, ...]":
        """Those that are made for only one of its parts: `kalix`, `politiker`."""
        return tuple(Edition(**{field: value}) for field, value in self.parts)

    @property
    def is_base(self) -> bool:
        """Whether this is the base edition, in whatever language."""
        return not (self.variant or self.audience)


Extent = tuple[int, int, int]
"""The room that a slide takes in an edition: its pages, the lines of its title, and the step of the type scale of its text."""

BASE = Edition()
"""The deck as it is without any variant, for no audience in particular."""
