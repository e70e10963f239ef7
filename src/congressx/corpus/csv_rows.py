"""CSV with a header, in UTF-8, UTF-16 with a mark or any encoding of bytes; the delimiter is told from the header."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from typing import BinaryIO

from congressx.corpus.columns import cells_of, delimiter_of
from congressx.corpus.encodings import decode
from congressx.corpus.limits import Reading, over_limit
from congressx.corpus.rows import Legacy, Row, bad_row, row_name
from congressx.errors import InputError


def read_csv(stream: BinaryIO, name: str, reading: Reading) -> Iterator[Row]:
    """The rows below the header, counted from 1.

    A file that is no UTF-8 is read a letter a byte, which leaves commas and quotes where they are, and each cell tells its
    own encoding.
    """
    lines = _Lines(stream, name, reading.max_row_bytes)
    header = next(lines, "")
    csv.field_size_limit(2**31 - 1)  # rows have a limit of ours, which says how to raise it
    names = _names(header, name)
    rows = csv.reader(lines, delimiter=delimiter_of(header), strict=True)
    number = 0
    while True:
        lines.begin_row()
        try:
            cells = next(rows, None)
        except _LongLineError:
            number += 1
            error = over_limit(
                row_name(name, number), "the row has too many bytes", reading.max_row_bytes, "max_row_bytes"
            )
            yield Row(number, {}, error)
            rows = csv.reader(lines, delimiter=delimiter_of(header), strict=True)
            continue
        except csv.Error as error:
            number += 1
            yield bad_row(name, number, f"no row of CSV ({error}); mend its quotes")
            if lines.ended:
                return
            continue
        if cells is None:
            return
        if any(map(str.strip, cells)):
            number += 1
            yield _row(cells, names, name, number)


def _row(cells: list[str], names: list[str], name: str, number: int) -> Row:
    if len(cells) > len(names):
        return bad_row(name, number, f"{len(cells)} cells under a header of {len(names)}; mend its quotes")
    return Row(number, {column: _cell(cell) for column, cell in zip(names, cells, strict=False)})


def _cell(cell: str) -> str:
    """Bytes that are UTF-8 become text here, all others are left to the reader of the row."""
    if cell.isascii():
        return cell
    try:
        return cell.encode("latin-1").decode()
    except UnicodeDecodeError:
        return Legacy(cell)
    except UnicodeEncodeError:
        return cell  # of UTF-16


def _names(header: str, name: str) -> list[str]:
    cells = cells_of(header, delimiter_of(header))
    names = []
    for cell in cells:
        found = _cell(cell)
        names.append(decode(found.encode("latin-1"), name).text if isinstance(found, Legacy) else found)
    return [column.strip() for column in names]


class _LongLineError(Exception):
    """A line over the limit, which was passed over."""


class _Lines:
    """The lines of a stream, as text a letter a byte; a row of many lines that grows over the limit ends the reading."""

    def __init__(self, stream: BinaryIO, name: str, limit: int) -> None:
        self._name = name
        self._limit = limit
        self._size = 0
        self._number = 0
        self._begun = 1
        self.ended = False
        self._pieces = _pieces(stream, limit)

    def begin_row(self) -> None:
        """What comes next is another row."""
        self._size = 0
        self._begun = self._number + 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._pieces, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self._number += 1
        self._size += len(line)
        if len(line) > self._limit:
            self._pass_over(line)
            raise _LongLineError
        if self._size > self._limit:
            raise InputError(
                f"{self._name}: the row that begins in line {self._begun} has more than {self._limit} bytes, perhaps for a quote "
                "that is not closed; from there the file is not read: mend it, or raise the limit with --max-row-bytes",
                reason="limit",
            )
        return line

    def _pass_over(self, piece: str | None) -> None:
        """Reads on to the end of the line."""
        while piece is not None and not piece.endswith("\n"):
            piece = next(self._pieces, None)


def _pieces(stream: BinaryIO, limit: int) -> Iterator[str]:
    """The lines, those over the limit in pieces."""
    first = stream.readline(limit + 1)
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if first.startswith(mark):
            stream.seek(len(mark))
            yield from _decoded(stream, codec, limit)
            return
    first = first.removeprefix(codecs.BOM_UTF8)
    while first:
        yield first.decode("latin-1")
        first = stream.readline(limit + 1)


def _decoded(stream: BinaryIO, codec: str, limit: int) -> Iterator[str]:
    """Lines of UTF-16: bytes are decoded piece by piece and cut at line ends."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    rest = ""
    while piece := stream.read(1 << 16):
        *lines, rest = (rest + decoder.decode(piece)).split("\n")
        yield from (f"{line}\n" for line in lines)
        if len(rest) > limit:
            yield rest
            rest = ""
    if rest:
        yield rest
