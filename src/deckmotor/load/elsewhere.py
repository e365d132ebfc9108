"""Slides that only some editions have: where one is missed, it is said which has it. Loaded with such a mistake."""

from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.load.memo import Memo
from deckmotor.load.project import Project
from deckmotor.source.ids import slide_ids
from deckmotor.source.nodes import Mapping, Sequence

MISSED = ("unknown-slide", "change-nowhere")
"""Problems of slides that are named and are not there."""


def with_owners(project: Project, problems: tuple[Diagnostic, ...], memo: Memo) -> tuple[Diagnostic, ...]:
    """Problems with who has the slide that each misses."""
    if not memo.added:
        memo.added.update({"": ""}, **_added(project))
    return tuple([_owned(one, memo.added) if one.code in MISSED else one for one in problems])


def _owned(one: Diagnostic, added: dict[str, str]) -> Diagnostic:
    owner = added.get(str(dict(one.values).get("id")))
    return one if owner is None else replace(one, hints=(f"only `{owner}` has that slide, which it adds",))


def _added(project: Project) -> dict[str, str]:
    """The ids of slides that layers add, and the first edition that has each."""
    found: dict[str, str] = {}
    seen: set[int] = set()
    for edition, version in project.versions.items():
        for layer in version.layers:
            add = layer.get("add")
            if isinstance(add, Sequence) and id(layer) not in seen:
                seen.add(id(layer))
                for name in slide_ids([slide for slide in add.items if isinstance(slide, Mapping)]):
                    found.setdefault(name, edition.name)
    return found
