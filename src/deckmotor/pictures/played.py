"""Films, sounds and captions read from their files, and the posters that are made for them."""

from deckmotor.color import contrast
from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.model.clips import Audio, Captions, Video
from deckmotor.pictures import clips
from deckmotor.pictures.bared import ElsewhereError, bared
from deckmotor.pictures.look import DamagedError
from deckmotor.scene.page import SOUNDS, Media


def played(data: bytes, named: Video | Audio | Captions, path: str) -> Media | Diagnostic:
    """A film, a sound or captions, or what is wrong with the file."""
    span = named.file.span
    if isinstance(named, Captions):
        wrong = clips.wrong_captions(data)
        if wrong is not None:
            return problem("captions-wrong", span, path=path, line=wrong[0], what=wrong[1])
        return Media(data=bared(data, "vtt"), type="vtt", width=1, height=1)
    what = "film" if isinstance(named, Video) else "sound"
    try:
        found = clips.look(data)
        plain = data if isinstance(found, str) else bared(data, found.type)
    except DamagedError:
        return problem("clip-unreadable", span, path=path, what=what)
    except ElsewhereError:
        return problem("clip-elsewhere", span, path=path)
    if isinstance(found, str):
        return problem("clip-kind", span, path=path, kind=found)
    if (found.type == "mp4") != isinstance(named, Video):
        return problem("clip-unreadable", span, path=path, what=what)
    return Media(data=plain, type=found.type, width=found.width, height=found.height, coding=found.coding)


def poster(clip: Media, ground: str) -> Media:
    """A picture in one colour (RRGGBB) that stands for a clip."""
    mark = max(("FFFFFF", "000000"), key=lambda one: contrast(one, ground))
    draw = clips.bar if clip.type in SOUNDS else clips.poster
    data = draw(clip.width, clip.height, ground, mark)
    return Media(data=data, type="png", width=clip.width, height=clip.height)
