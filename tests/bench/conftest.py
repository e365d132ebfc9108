"""The benchmark's programs are scripts that import each other from their own folder, so the tests look there too."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
