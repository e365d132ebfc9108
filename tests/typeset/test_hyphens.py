"""Places of hyphens, compared with those that pyphen finds by the same patterns."""

import random
from itertools import pairwise

import pyphen
import pytest

from deckmotor.typeset.hyphens import LEAST_LEFT, LEAST_RIGHT, hyphen_places


@pytest.mark.parametrize("language", sorted(pyphen.LANGUAGES))
def test_hyphens_stand_where_pyphen_has_them(language: str) -> None:
    """Words are made from the patterns' own letters, so that many patterns meet in each."""
    other = pyphen.Pyphen(lang=language, left=LEAST_LEFT, right=LEAST_RIGHT)
    letters = [part for pattern in other.hd.patterns if (part := pattern.strip(".")).isalpha()]
    chance = random.Random(language)
    for _ in range(40):
        word = "".join(chance.choices(letters, k=chance.randint(2, 5)))
        assert hyphen_places(word, language.replace("_", "-")) == tuple(other.positions(word)), word


@pytest.mark.parametrize(
    ("word", "language", "hyphenated"),
    [
        ("yhdenvertaisuussuunnitelma", "fi", "yhden-ver-tai-suus-suun-ni-telma"),
        ("opiskelijavalinta", "fi", "opis-ke-li-ja-va-linta"),
        ("KORKEAKOULUOPINNOT", "fi-FI", "KOR-KEA-KOU-LUO-PIN-NOT"),
        ("değerlendirilmesi", "tr", "değer-len-di-ril-mesi"),
        ("İstanbullulaştırmak", "tr", "İstan-bul-lu-laş-tır-mak"),
    ],
)
def test_syllables_where_there_are_no_patterns(word: str, language: str, hyphenated: str) -> None:
    places = hyphen_places(word, language)
    assert "-".join(word[a:b] for a, b in pairwise((0, *places, len(word)))) == hyphenated


PLACES = (3, 6, 10, 12, 15, 17)


@pytest.mark.parametrize(("language", "places"), [("sv", PLACES), ("sv-FI", PLACES), ("tlh", ())])
def test_language_without_patterns_of_its_own(language: str, places: tuple[int, ...]) -> None:
    """Those of the language serve its regions; another has none."""
    assert hyphen_places("samverkansinformation", language) == places
