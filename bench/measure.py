"""One run of one program: how long it took, how much processor time and memory, and why it failed where it did. Linux only."""

import contextlib
import os
import resource
import signal
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

SAMPLE_SECONDS = 0.25
"""How often the memory of all processes of a run is added up, in the runs where it is: that takes 3 to 6 ms of a processor for
four processes, which slows runs that use all processors."""


class Run(Struct, frozen=True, kw_only=True):
    """What one run cost."""

    wall: float
    """Seconds from the start of the program until it had ended."""
    cpu: float
    """Seconds of processor time, in user and system mode, of the program and all programs it started and waited for."""
    memory: int
    """Bytes at the peak: of its largest process, or of all its processes together where those were sampled and are more.

    0 where the kernel's figure says no more than how large this process was when it started the program.
    """
    failure: str = ""
    """Why it failed, in one line; empty where it did not."""


def run(command: Sequence[str], environment: Mapping[str, str], log: Path, limit: float, *, sample: bool) -> Run:
    """Run a program to its end, or kill it and all it started after `limit` seconds. What it prints goes to `log`.

    The peak that the kernel tells (`ru_maxrss`) begins at that of this process, so nothing large is ever loaded here.
    """
    watch = _Watch(limit, sample=sample)
    began = time.perf_counter()
    try:
        child = _spawn(command, environment, log)
    except OSError as error:
        return Run(wall=0.0, cpu=0.0, memory=0, failure=f"{command[0]}: {error.strerror}")
    try:
        watch.start(child)
        _, status, usage = os.wait4(child, 0)
    except BaseException:
        os.killpg(child, signal.SIGKILL)
        raise
    finally:
        watch.stop()
    wall = time.perf_counter() - began
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Run(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        memory=max(usage.ru_maxrss * 1024 if usage.ru_maxrss > own else 0, watch.peak),
        failure=_failure(os.waitstatus_to_exitcode(status), log, watch),
    )


def output_of(command: Sequence[str], environment: Mapping[str, str], log: Path) -> str:
    """The first line that a program prints, "" where it can't run."""
    ended = run(command, environment, log, 30.0, sample=False)
    return "" if ended.failure else next(iter(log.read_text(encoding="utf-8", errors="replace").splitlines()), "")


def _spawn(command: Sequence[str], environment: Mapping[str, str], log: Path) -> int:
    """Start a program in a process group of its own, so that all it starts can be told apart and killed with it."""
    return os.posix_spawnp(
        command[0],
        list(command),
        dict(environment),
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(log), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ],
        setpgroup=0,
    )


def _failure(code: int, log: Path, watch: "_Watch") -> str:
    if watch.killed:
        return f"killed after {watch.limit:g} s"
    if code == 0:
        return ""
    said = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    errors = [line for line in said if "Error" in line] or said
    return f"exit code {code}" + (f": {errors[-1]}" if errors else "")


class _Watch:
    """A thread beside a run that ends it at its limit, and samples memory where asked. Else it sleeps and costs nothing."""

    def __init__(self, limit: float, *, sample: bool) -> None:
        self.limit = limit
        self.peak = 0
        self.killed = False
        self._sample = sample
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, child: int) -> None:
        work: Callable[[int], None] = self._sampling if self._sample else self._waiting
        self._thread = threading.Thread(target=work, args=(child,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        if self._thread is not None:
            self._thread.join()

    def _waiting(self, child: int) -> None:
        if not self._ended.wait(self.limit):
            self._kill(child)

    def _sampling(self, child: int) -> None:
        deadline = time.perf_counter() + self.limit
        while not self._ended.wait(SAMPLE_SECONDS):
            self.peak = max(self.peak, sum(_memory(process) for process in _group(child)))
            if time.perf_counter() > deadline:
                self._kill(child)
                return

    def _kill(self, child: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
            self.killed = True


def _group(leader: int) -> list[int]:
    """The processes of a process group."""
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                fields = Path("/proc", name, "stat").read_bytes().rpartition(b")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == leader:
                found.append(int(name))
    return found


def _memory(process: int) -> int:
    """Bytes of a process, with pages shared by several counted in parts, so that they add up."""
    try:
        lines = Path("/proc", str(process), "smaps_rollup").read_bytes().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(b"Pss:"))
