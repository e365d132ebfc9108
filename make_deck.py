"""Build the deck of this folder: the program `deckmotor`, run from a plain checkout (`python make_deck.py --help`)."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "src"))

# After the line that makes it importable.
from deckmotor.cli import main

if __name__ == "__main__":  # Processes that it starts import it too, on systems that can't copy one.
    main()
