"""Build the deck of this folder: the program `deckmotor`, run from a plain checkout (`python make_deck.py --help`)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

from deckmotor.cli import main  # noqa: E402  (the line above is what makes it importable)

main()
