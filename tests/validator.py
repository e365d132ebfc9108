"""Microsoft's OpenXmlValidator as a process: a line with a path comes in, a line with a JSON list of findings goes out.

`tests/oracles.py` starts it with the folder that holds SDK and runtime. It is a process of its own, because .NET never leaves
one again.
"""

import json
import os
import sys
from pathlib import Path


def load(home: Path) -> None:
    """Start .NET from the folder's own runtime and load the SDK."""
    os.environ["DOTNET_ROOT"] = str(home / "dotnet")
    from clr_loader import get_coreclr
    from pythonnet import set_runtime

    set_runtime(get_coreclr(runtime_config=str(home / "runtime.json"), dotnet_root=str(home / "dotnet")))
    import clr  # type: ignore[import-not-found]

    for assembly in ("System.IO.Packaging", "DocumentFormat.OpenXml.Framework", "DocumentFormat.OpenXml"):
        clr.AddReference(str(home / "sdk" / f"{assembly}.dll"))


def findings(path: str) -> list[str]:
    """What the validator says of a file, one line each."""
    from DocumentFormat.OpenXml import FileFormatVersions  # type: ignore[import-not-found]
    from DocumentFormat.OpenXml.Packaging import PresentationDocument  # type: ignore[import-not-found]
    from DocumentFormat.OpenXml.Validation import OpenXmlValidator  # type: ignore[import-not-found]

    before = Path(path).read_bytes()
    try:
        package = PresentationDocument.Open(path, False)
    except Exception as error:  # Whatever .NET throws is the finding.
        return [f"can't be opened: {error}"]
    validator = OpenXmlValidator(FileFormatVersions.Microsoft365)
    found = [
        f"{error.Part.Uri if error.Part else ''} {error.Path.XPath if error.Path else ''}: {error.Description}"
        for error in validator.Validate(package)
    ]
    package.Dispose()
    # Opening a package with a malformed address rewrites it, though it was opened for reading.
    if Path(path).read_bytes() != before:
        found.append("a relationship's target is no valid address")
    return found


if __name__ == "__main__":
    load(Path(sys.argv[1]))
    for line in sys.stdin:
        print(json.dumps(findings(line.strip())), flush=True)
