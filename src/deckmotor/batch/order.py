"""What a batch is about, as a value that can be sent to another process."""

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.batch.maker import Maker
from deckmotor.batch.shows import Shows
from deckmotor.batch.target import Target
from deckmotor.build import Pipeline
from deckmotor.cache import Cache
from deckmotor.load import Project
from deckmotor.witness import Witness
from deckmotor.workspace import Workspace


class Order(Struct, frozen=True, kw_only=True):
    """All that a process needs to make decks of a project; it can be pickled."""

    project: Project
    theme: str | None
    cache: Cache
    target: Target
    holds: bool = False
    goes_on: bool = False
    """Whether a deck that lacks a slide that was asked for keeps none of the others from theirs."""

    def maker(self) -> tuple[Maker, Witness]:
        """What makes the decks, and what has seen all that was read for them."""
        witness = Witness(self.project.workspace)
        workspace: Workspace = witness
        project = replace(self.project, workspace=workspace)
        pipeline = Pipeline(project, theme=self.theme, cache=self.cache)
        shows = Shows(pipeline, self.target, self.theme)
        return Maker(pipeline, self.target, holds=self.holds, shows=shows, goes_on=self.goes_on), witness


class ClusterError(Exception):
    """A cluster that can't do the work; a sentence about why."""
