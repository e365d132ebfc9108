"""Build the deck of this folder: the program `deckmotor`, run from a plain checkout (`python make_deck.py --help`)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

# After the line that makes it importable.
from deckmotor.cli import main

main()
