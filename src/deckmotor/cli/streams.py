"""Streams that hold: where nobody takes what is printed, a command does its work all the same."""

import os
import sys
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import Any


class Deaf(FileIO):
    """A file that takes all that is written, and remembers why some of it is lost: a full disk, a pipe that nobody reads."""

    lost: OSError | None = None

    def write(self, data: Any) -> int:
        """Write as much as can be; what can't be is given up."""
        if self.lost is None:
            try:
                return super().write(data) or 0
            except OSError as error:
                self.lost = error
        return len(data)


def hold_streams() -> None:
    """Make stdout and stderr such streams, of the same encoding, in which a character that it lacks is printed as `?`.

    A stream that is closed would be None, and its number would go to the next file that is opened.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    sys.stdout, sys.stderr = _held(sys.stdout, 1), _held(sys.stderr, 2)


def _held(stream: Any, number: int) -> Any:
    if stream is not None and (not isinstance(stream, TextIOWrapper) or (os.name == "nt" and stream.isatty())):
        return stream
    encoding = "utf-8" if stream is None else stream.encoding
    # Where Python was told how to print what an encoding lacks, it stays so.
    errors = "replace" if stream is None or stream.errors == "strict" else stream.errors
    raw = Deaf(number, "wb", closefd=False)
    return TextIOWrapper(BufferedWriter(raw), encoding, errors, line_buffering=raw.isatty(), write_through=number == 2)


def lost_output() -> OSError | None:
    """Why what was printed on stdout is lost, unless nobody wants more of it: the pipe that it went into has ended."""
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    lost = raw.lost if isinstance(raw, Deaf) else None
    return None if isinstance(lost, BrokenPipeError) else lost
