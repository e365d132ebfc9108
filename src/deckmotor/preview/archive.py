"""Several finished files as one, for browsers that would ask about each."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from deckmotor.built import File


def archive(files: Sequence[File]) -> tuple[str, bytes]:
    """The archive and its name: that of the folder in which its files lie, or of the first of them.

    The same files give the same bytes. Nearly all are compressed already.
    """
    made, first = BytesIO(), PurePosixPath(files[0].name)
    with ZipFile(made, "w", ZIP_STORED) as held:
        for file in files:
            held.writestr(ZipInfo(file.name), file.data)
    return f"{first.parts[0].removesuffix(first.suffix)}.zip", made.getvalue()
