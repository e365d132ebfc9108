"""What a deck shows, as a short text: where it is as it was, so is the deck, whatever has changed in others of its project."""

from collections.abc import Iterable

from msgspec import json

from deckmotor.batch.keys import alone, digests
from deckmotor.batch.target import Target
from deckmotor.build import Pipeline, without
from deckmotor.cache import digest_of
from deckmotor.diagnostics import Diagnostic
from deckmotor.edition import Edition
from deckmotor.load.said import Said


class Shows:
    """What the decks of a project show, for one theme and one target.

    Quick, as slides are told by their nodes, which decks share, and the values of variables, of which none is put in.
    """

    def __init__(self, pipeline: Pipeline, target: Target, theme: str | None) -> None:
        self._pipeline = pipeline
        self._common = (theme, target.outputs, target.how, pipeline.project.path)
        self._parts: dict[int, tuple[object, str]] = {}
        """By identity: what decks share, which is kept alive here, and its digest."""
        self._last: tuple[Edition | None, Said | None] = (None, None)
        self._plans: dict[tuple[Edition, str], object] = {}
        """By base edition and slide: what decks have to know of it."""

    def of(self, edition: Edition, slides: Iterable[str]) -> str:
        """What an edition shows, which has the slides of some ids; empty where that can't be told without making it."""
        said = self._said(edition)
        if said is None:
            return ""
        parts = [(part.key, self._part(part.node), part.values) for part in said.parts]
        of_base = edition.base
        base = () if edition.is_base else [self._planned(of_base, slide) for slide in slides]
        return digest_of(json.encode((self._common, alone(self._pipeline.project, edition), parts, base)))

    def told(self, edition: Edition) -> tuple[Diagnostic, ...] | None:
        """What is told of an edition before it is made; None where there are errors."""
        said = self._said(edition)
        return None if said is None else without(said.problems, said.ignored)

    def _said(self, edition: Edition) -> Said | None:
        if self._last[0] != edition:
            self._last = edition, self._pipeline.said(edition)
        return self._last[1]

    def _part(self, value: object) -> str:
        known = self._parts.get(id(value))
        if known is None:
            known = self._parts[id(value)] = (value, digests(value)[0])
        return known[1]

    def _planned(self, base: Edition, slide: str) -> object:
        """What has a part in other decks of a slide of the base deck: whether it is there, its layout, how it is split."""
        key = (base, slide)
        if key not in self._plans:
            plans = self._pipeline.compose(base).plans
            split = None if plans is None else plans.slides.get(slide)
            self._plans[key] = plans and (
                plans.theme, slide in plans.ids, plans.layouts.get(slide), split and digests(split.plan)[0]
            )  # fmt: skip
        return self._plans[key]
