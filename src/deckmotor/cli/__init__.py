"""The command line: one file a command, each loaded when it is used."""

import _signal  # type: ignore[import-not-found]  # What `signal` is made of: there at once, before Ctrl-C can be too early.
import gc
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # As `typing` has it, which is not loaded yet.
    from types import FrameType

INTERRUPTED = 128
"""Exit code after Ctrl-C or SIGTERM: this and the number of the signal."""


def main() -> None:
    """Run the command line of this process; ends the process."""
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _interrupted)
    if _signal.getsignal(_signal.SIGTERM) == _signal.SIG_DFL:
        _signal.signal(_signal.SIGTERM, _interrupted)
    # A command's objects live until it ends and form no cycles worth finding: looking for some is a fifth of a build, and of
    # what is imported from here on a fiftieth.
    gc.disable()
    from deckmotor.cli.compiled import take

    take()
    from deckmotor.cli.start import start  # Only now: from here on Ctrl-C ends the process as shells expect.

    start()


def _interrupted(number: int, frame: "FrameType | None") -> None:
    """Ctrl-C and SIGTERM end the process as shells expect, wherever it is; what was begun is cleared away on the way out."""
    if _is_importing(frame):
        # What loads a module in C may swallow an exception, and goes on without what it needs. The next call is asked again.
        sys.setprofile(lambda later, *_: _interrupted(number, later))
        return
    sys.setprofile(None)
    raise SystemExit(INTERRUPTED + number)


def _is_importing(frame: "FrameType | None") -> bool:
    """Whether a module is being imported, within the command line."""
    while frame is not None and frame.f_code is not main.__code__:
        if frame.f_code.co_filename == "<frozen importlib._bootstrap>":
            return True
        frame = frame.f_back
    return False
