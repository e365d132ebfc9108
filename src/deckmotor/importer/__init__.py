"""Finished PowerPoint files, anybody's, read through python-pptx into plain values (`finished`)."""

from deckmotor.importer.read import read_finished

__all__ = ["read_finished"]
