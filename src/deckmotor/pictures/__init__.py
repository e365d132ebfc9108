"""The pictures that a deck names: read and looked at once, then made ready for the places where they are shown."""
