"""What congressx raises. Every message begins with the file (and line) it is about and ends with what to do."""

from __future__ import annotations


class CongressxError(Exception):
    """Anything congressx could not do; the message is written for the person who runs it."""


class InputError(CongressxError):
    """A source that could not be read or is not for us; the run goes on without it."""

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message)
        self.reason = reason
        """One word for the table at the end of a run, e.g. `empty` or `encoding`."""

    def __reduce__(self) -> tuple[object, ...]:
        return (_input_error, (str(self), self.reason))


class OutputError(CongressxError):
    """The output folder cannot be written."""


def _input_error(message: str, reason: str) -> InputError:
    return InputError(message, reason=reason)
