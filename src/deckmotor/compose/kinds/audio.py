"""Sounds: a film without pictures."""

from msgspec.structs import replace

from deckmotor.compose.kinds.video import VIDEO
from deckmotor.model.clips import Audio

AUDIO = replace(VIDEO, block=Audio, example="title: A voice\naudio: {file: voice.mp3, alt: A student tells of her first day}\n")
