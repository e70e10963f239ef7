"""Files under addresses such as `s3://bucket/articles` or `hdfs://…`, by way of fsspec; every other name is a path of this machine."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

import regex

from congressx.errors import CongressxError

_ADDRESS = regex.compile(r"[A-Za-z][A-Za-z0-9+.\-]+://")
_OWN_MEMORY = "memory://"
_CONTENT = ("ETag", "etag", "md5Hash", "content_md5", "crc32c", "checksum")
"""What stores tell about the content of a file, under several names."""
_CHANGED = ("mtime", "LastModified", "last_modified", "updated", "created", "modificationTime", "generation")


def is_address(name: str) -> bool:
    """Whether the name is an address.

    >>> is_address("s3://bucket/a.jsonl"), is_address("data/raw"), is_address("C:/data")
    (True, False, False)
    """
    return _ADDRESS.match(name) is not None


def is_shared(name: str) -> bool:
    """Whether other processes find the same file under this address."""
    return is_address(name) and not name.startswith(_OWN_MEMORY)


def join(address: str, name: str) -> str:
    """The address of a file in a folder."""
    return f"{address.rstrip('/')}/{name}"


def files_below(address: str) -> dict[str, int]:
    """Addresses and sizes of the files in a folder and its folders, of those that fit a pattern, or of the one file.

    Raises OSError when the store cannot be asked or has nothing there.
    """
    with _answering(address) as (system, path):
        system.invalidate_cache()  # what a store said before may no longer be so
        if any(character in path for character in "*?["):
            found = system.glob(path, detail=True)
        elif system.isfile(path):
            found = {path: system.info(path)}
        else:
            found = system.find(path, detail=True)
        files = {name: info for name, info in found.items() if info.get("type") != "directory"}
        if not files:
            raise FileNotFoundError(2, "nothing is there", address)
        return {system.unstrip_protocol(name): int(info.get("size") or 0) for name, info in sorted(files.items())}


def names_below(address: str) -> dict[str, str]:
    """The files in a folder and its folders: their names from there on, and their addresses. None when nothing is there."""
    with _answering(address) as (system, path):
        system.invalidate_cache()
        start = len(path.rstrip("/")) + 1
        found = system.find(path) if system.isdir(path) else []
        return {name[start:]: system.unstrip_protocol(name) for name in found}


@contextmanager
def opened_address(address: str) -> Iterator[BinaryIO]:
    """The file, to read its bytes; raises OSError."""
    with _answering(address) as (system, path):
        opened = system.open(path, "rb")
    with opened as file:
        yield cast(BinaryIO, file)


def read_address(address: str) -> bytes:
    """All bytes of a file; raises OSError."""
    with _answering(address) as (system, path):
        return cast(bytes, system.cat_file(path))


def write_address(address: str, content: bytes) -> None:
    """Writes a file, whole or not at all where the store promises that; raises OSError."""
    with _answering(address) as (system, path):
        system.makedirs(system._parent(path), exist_ok=True)
        system.pipe_file(path, content)


def put_file(address: str, file: str) -> None:
    """Copies a file of this machine to an address; raises OSError."""
    with _answering(address) as (system, path):
        system.makedirs(system._parent(path), exist_ok=True)
        system.put_file(file, path)


def get_file(address: str, file: str) -> None:
    """Copies a file at an address to this machine; raises OSError."""
    with _answering(address) as (system, path):
        system.get_file(path, file)


def remove_address(address: str) -> None:
    """Removes a file, if it is there; raises OSError."""
    with _answering(address) as (system, path):
        if system.exists(path):
            system.rm_file(path)


def state_of_address(address: str) -> str:
    """Something that differs when the content of the file does: what the store says of it; raises OSError."""
    with _answering(address) as (system, path):
        info = system.info(path)
    content = [f"{name}={info[name]}" for name in _CONTENT if info.get(name)]
    changed = [f"{name}={info[name]}" for name in _CHANGED if info.get(name)]
    return "; ".join([f"size={info.get('size')}", *(content or changed)])


@contextmanager
def _answering(address: str) -> Iterator[tuple[Any, str]]:
    """The file system and the path in it; whatever its library raises is an OSError."""
    try:
        core = importlib.import_module("fsspec.core")
    except ImportError as error:
        message = (
            f"{address}: addresses are read with a part that is not installed; run pip install 'congressx[cluster]'"
        )
        raise CongressxError(message) from error
    try:
        system, path = core.url_to_fs(address)
    except ImportError as error:
        raise CongressxError(f"{address}: cannot be opened here ({error})") from error
    except ValueError as error:
        raise CongressxError(f"{address}: no address that is known ({error}); check how it begins") from error
    try:
        yield system, path
    except (OSError, CongressxError):
        raise
    except Exception as error:
        raise OSError(5, f"{type(error).__name__}: {error}", address) from error
