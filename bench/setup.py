"""Install the rivals into `bench/.rivals` (git-ignored). `python bench/setup.py`; what is there already is left alone.

Python packages go into a venv of their own made by the Python that runs this, PptxGenJS into a node_modules folder, pandoc and
Node come from the system: by apt-get where this is root on Debian, else a line says what to install. What can't be had is
told at the end; the benchmark then runs without it.
"""

import os
import shutil
import subprocess
import sys
import venv

from contenders import BENCH, PYTHON, RIVALS

SYSTEM = {"pandoc": ("pandoc",), "node": ("nodejs", "npm"), "npm": ("npm",)}
"""Programs, and the Debian packages that bring them."""

PPTXGENJS = "pptxgenjs@4.0.1"

PREVIEWS = ("@marp-team/marp-cli@4.5.1", "@slidev/cli@52.20.1", "@slidev/theme-default@0.25.0")
"""What `bench/preview.py --rivals` measures: some 800 packages, so only where `--previews` asks for them."""


def main() -> int:
    """Install all that can be; 1 where something could not."""
    if "--previews" in sys.argv:
        return 0 if _system() and _npm("--ignore-scripts", *PREVIEWS) else 1
    return 1 if [step for step in (_system, _python, _node) if not step()] else 0


def _system() -> bool:
    missing = [program for program in SYSTEM if shutil.which(program) is None]
    packages = sorted({package for program in missing for package in SYSTEM[program]})
    if not packages:
        return True
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        print(f"Please install {', '.join(packages)}; the benchmark runs without until then.", file=sys.stderr)
        return False
    return _run("apt-get", "update", "-qq") and _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)


def _python() -> bool:
    if not os.path.exists(PYTHON):
        venv.create(RIVALS / "venv", with_pip=True)
    return _run(
        PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", str(BENCH / "rivals/requirements.txt")
    )


def _node() -> bool:
    return _npm(PPTXGENJS)


def _npm(*packages: str) -> bool:
    if shutil.which("npm") is None:
        return False
    return _run("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(RIVALS), *packages)


def _run(*command: str) -> bool:
    ended = subprocess.run(command, check=False)
    if ended.returncode:
        print(f"This failed: {' '.join(command)}", file=sys.stderr)
    return ended.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
