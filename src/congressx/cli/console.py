"""How every command speaks: messages on standard error, faults as a sentence and an exit code, the log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

Debug = Annotated[bool, typer.Option("--debug", help="Say everything, and print the traceback of a fault.")]


def stderr_console() -> Console:
    """Where messages go: standard error, so that tables and text can be piped."""
    from rich.console import Console

    return Console(stderr=True, soft_wrap=True)


def say(console: Console, message: str) -> None:
    """One message to the user; words of files are never markup."""
    console.print(f"congressx: {message}", style="red", markup=False, highlight=False)


@contextmanager
def answering(console: Console, debug: bool, code: int = 2) -> Iterator[None]:
    """Turns what goes wrong into a sentence and an exit code; tracebacks are for `--debug`."""
    from congressx.errors import CongressxError
    from congressx.pipeline import StoppedError

    try:
        yield
    except StoppedError as error:
        say(console, str(error))
        raise typer.Exit(130) from error
    except CongressxError as error:
        say(console, str(error))
        raise typer.Exit(code) from error
    except KeyboardInterrupt as error:
        say(console, "stopped at once; the tables are as they were before the run; run again to go on")
        raise typer.Exit(130) from error
    except (typer.Exit, BrokenPipeError):
        raise
    except Exception as fault:
        if debug:
            raise
        say(console, f"a fault in congressx ({fault!r}); run again with --debug and report what it prints")
        raise typer.Exit(2) from fault


@contextmanager
def logged(verbose: bool, debug: bool, file: Path | None) -> Iterator[None]:
    """Sends the log to standard error and to a file. Without options only faults of single files are in it."""
    logging.raiseExceptions = False  # a full disk under the log file is no reason to print tracebacks
    logger = logging.getLogger("congressx")
    level = logging.DEBUG if debug else logging.INFO
    screen = logging.StreamHandler()
    screen.setLevel(level if verbose or debug else logging.WARNING)
    handlers: list[logging.Handler] = [screen]
    if file is not None:
        handlers.append(_log_file(file))
    for handler in handlers:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        for handler in handlers:
            logger.removeHandler(handler)
            handler.close()


def _log_file(file: Path) -> logging.Handler:
    from congressx.errors import OutputError

    try:
        return logging.FileHandler(file, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise OutputError(
            f"{file}: cannot be written ({error.strerror}); choose another file with --log-file"
        ) from error
