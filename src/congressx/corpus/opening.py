"""From a name to bytes: files, standard input, `.gz` of both, each within its limit."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import stat
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, cast

from congressx.corpus.formats import GZIP, HEAD, Format, format_of
from congressx.corpus.limits import Reading, over_limit
from congressx.corpus.names import printable
from congressx.errors import InputError
from congressx.storage import is_address, opened_address, state_of_address

STANDARD_INPUT = "-"
_PIECE = 1 << 20
_DAMAGE = (gzip.BadGzipFile, EOFError, zlib.error)
_IN_MEMORY = 16 << 20


@dataclass(slots=True)
class Opened:
    """A source whose format is known; `stream` stands at the start of its (unpacked) bytes."""

    name: str
    format: Format
    stream: BinaryIO
    packed: bool
    reading: Reading

    def content(self) -> bytes:
        """All bytes of a file that holds one article."""
        limit = self.reading.max_unpacked_bytes if self.packed else self.reading.max_bytes
        content = self.stream.read(limit + 1)
        if len(content) > limit:
            if self.packed:
                raise over_limit(self.name, "the file unpacks to too many bytes", limit, "max_unpacked_bytes")
            raise over_limit(self.name, "the file has too many bytes", limit, "max_bytes")
        return content


@contextmanager
def opened(source: str, reading: Reading) -> Iterator[Opened]:
    """The source, opened; whatever is wrong with the file is an `InputError`."""
    name = printable(source)
    try:
        with _raw(source, name, reading) as raw:
            yield _told(raw, name, reading)
    except _DAMAGE as error:
        raise _damaged(name, error) from error
    except OSError as error:
        raise cannot_read(name, error) from error


def holds_dataset(source: str, reading: Reading) -> bool:
    """Whether a source holds an article a row; False also for what cannot be opened."""
    try:
        with opened(source, reading) as file:
            return file.format.is_dataset
    except InputError:
        return False


def _damaged(name: str, error: Exception) -> InputError:
    message = f"{name}: the compressed file is damaged or cut off ({error}); download it again"
    return InputError(message, reason="damaged")


def content_hash(source: str) -> str:
    """SHA-256 of the bytes on disk, read piece by piece; of a file at an address, of what its store tells about it."""
    name = printable(source)
    try:
        if is_address(source):
            return hashlib.sha256(state_of_address(source).encode()).hexdigest()
        with open(_regular(source, name), "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise cannot_read(name, error) from error


def cannot_read(name: str, error: OSError) -> InputError:
    """What to tell when the operating system gives no bytes."""
    if isinstance(error, FileNotFoundError):
        return InputError(f"{name}: no such file; check the path", reason="missing")
    message = f"{name}: cannot be read ({error.strerror or error}); check its permissions and its disk"
    return InputError(message, reason="unreadable")


def state_of(source: str) -> tuple[int, ...] | None:
    """What changes when a file is written to; None for standard input and for a file that is gone."""
    if source == STANDARD_INPUT or is_address(source):
        return None  # a store hands out a file as it was when it was opened
    try:
        found = os.stat(source)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino, found.st_dev


def _regular(source: str, name: str) -> str:
    """The source, when it is a regular file: to open a pipe would wait for ever."""
    mode = os.stat(source).st_mode
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "not a regular file"
        raise InputError(f"{name}: {what}; name a file", reason="unreadable")
    return source


@contextmanager
def _raw(source: str, name: str, reading: Reading) -> Iterator[BinaryIO]:
    if is_address(source):
        with opened_address(source) as file:
            yield file
        return
    if source != STANDARD_INPUT:
        with open(_regular(source, name), "rb") as file:
            yield file
        return
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as kept:
        size = 0
        while piece := sys.stdin.buffer.read(_PIECE):
            size += len(piece)
            if size > reading.max_dataset_bytes:
                raise over_limit(name, "there are too many bytes", reading.max_dataset_bytes, "max_dataset_bytes")
            kept.write(piece)
        kept.seek(0)
        yield cast(BinaryIO, kept)


def _told(raw: BinaryIO, name: str, reading: Reading) -> Opened:
    head = raw.read(HEAD)
    raw.seek(0)
    packed = head.startswith(GZIP)
    stream = raw
    if packed:
        stream = cast(BinaryIO, gzip.GzipFile(fileobj=raw))
        head = stream.read(HEAD)
        stream.seek(0)
    inner = name[:-3] if packed and name.lower().endswith(".gz") else name
    found = format_of(head, inner) if not head.startswith(GZIP) else None
    if found is None or (packed and found is Format.PARQUET):
        message = f"{name}: packed with gzip though its content is packed already; unpack it once"
        raise InputError(message, reason="format")
    if packed and found.is_dataset:
        stream = cast(BinaryIO, io.BufferedReader(_Bounded(stream, name, reading.max_dataset_bytes), _PIECE))
    return Opened(name, found, stream, packed, reading)


class _Bounded(io.RawIOBase):
    """The bytes of a compressed data set, no more than a limit: a small file may unpack to a full disk."""

    def __init__(self, stream: BinaryIO, name: str, limit: int) -> None:
        self._stream = stream
        self._name = name
        self._limit = limit
        self._left = limit

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: object, /) -> int:
        """The next bytes."""
        view = memoryview(cast(bytearray, buffer))
        try:
            piece = self._stream.read(len(view))
        except _DAMAGE as error:
            raise _damaged(self._name, error) from error
        self._left -= len(piece)
        if self._left < 0:
            raise over_limit(self._name, "the data set unpacks to too many bytes", self._limit, "max_dataset_bytes")
        view[: len(piece)] = piece
        return len(piece)
