"""JSON Lines: one object a line, read line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from congressx.corpus.limits import Reading, over_limit
from congressx.corpus.rows import Legacy, Row, bad_row, row_name
from congressx.errors import InputError

_BOM = b"\xef\xbb\xbf"
_PIECE = 1 << 20


def read_jsonl(stream: BinaryIO, name: str, reading: Reading) -> Iterator[Row]:
    """The rows of a file: its lines that are not blank. A line over the limit is skipped without being held."""
    limit = reading.max_row_bytes
    number = 0
    while line := stream.readline(limit + 1):
        if number == 0:
            _require_bytes_of_utf_8(line, name)
            line = line.removeprefix(_BOM)
        if not line.strip():
            continue
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            _skip_line(stream)
            error = over_limit(row_name(name, number), "the row has too many bytes", limit, "max_row_bytes")
            yield Row(number, {}, error)
        else:
            yield _row(line, name, number)


def _row(line: bytes, name: str, number: int) -> Row:
    try:
        text = line.decode()
        legacy = False
    except UnicodeDecodeError:
        text = line.decode("latin-1")
        legacy = True
    try:
        values = json.loads(text)
    except RecursionError:
        return bad_row(name, number, "JSON nested too deeply; take the row out")
    except ValueError as error:
        return bad_row(name, number, f"no JSON ({error}); mend the row")
    if not isinstance(values, dict):
        return bad_row(name, number, "no JSON object with columns; write one object a line")
    if legacy:
        values = {key: _legacy(value) for key, value in values.items()}
    return Row(number, values)


def _legacy(value: object) -> object:
    if not isinstance(value, str):
        return value
    return Legacy(value) if all(character <= "\xff" for character in value) else value


def _skip_line(stream: BinaryIO) -> None:
    while piece := stream.readline(_PIECE):
        if piece.endswith(b"\n"):
            return


def _require_bytes_of_utf_8(line: bytes, name: str) -> None:
    if line.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in line[:4]:
        message = f"{name}: JSON Lines in UTF-16 or UTF-32; save the data set as UTF-8"
        raise InputError(message, reason="encoding")
