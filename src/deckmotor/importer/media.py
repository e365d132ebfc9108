"""The pictures of a finished file, as a browser can show them."""

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256

from deckmotor.importer.read import DIGITS
from deckmotor.linter.archive import open_archive

KINDS = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml",
    "webp": "image/webp", "bmp": "image/bmp",
}  # fmt: skip


def pictures(data: bytes) -> Callable[[str], str]:
    """Gives the `data:` address of the picture with a digest of a .pptx; nothing where there is none that browsers show."""
    archive, _ = open_archive(data)

    @cache
    def names() -> dict[str, str]:
        found: dict[str, str] = {}
        for name in () if archive is None else archive.entries:
            held = archive.read(name) if archive is not None and name.rpartition(".")[2].lower() in KINDS else None
            if held is not None:
                found.setdefault(sha256(held).hexdigest()[:DIGITS], name)
        return found

    def address(digest: str) -> str:
        name = names().get(digest)
        held = None if name is None or archive is None else archive.read(name)
        if name is None or held is None:
            return ""
        return f"data:{KINDS[name.rpartition('.')[2].lower()]};base64,{b64encode(held).decode()}"

    return address
