"""The command line: one file a command, each loaded when it is used."""

import _signal  # type: ignore[import-not-found]  # What `signal` is made of: there at once, before Ctrl-C can be too early.

INTERRUPTED = 128
"""Exit code after Ctrl-C or SIGTERM: this and the number of the signal."""


def main() -> None:
    """Run the command line of this process; ends the process."""
    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _interrupted)
    if _signal.getsignal(_signal.SIGTERM) == _signal.SIG_DFL:
        _signal.signal(_signal.SIGTERM, _interrupted)
    from deckmotor.cli.start import start  # Only now: from here on Ctrl-C ends the process as shells expect.

    start()


def _interrupted(number: int, frame: object) -> None:
    """Ctrl-C and SIGTERM end the process as shells expect, wherever it is; what was begun is cleared away on the way out."""
    raise SystemExit(INTERRUPTED + number)
