"""DOCX: its paragraphs and tables in the order of the page, as they stand when all changes are accepted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from congressx.corpus.article import Article
from congressx.corpus.encodings import decode
from congressx.corpus.limits import Reading, over_limit, require_short
from congressx.errors import InputError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""Old programs are given text boxes a second time."""
_MOST_PARTS = 10_000


def read_docx(content: bytes, name: str, reading: Reading) -> Article:
    """The article of a Word file. Its properties name a machine and a day of printing, and are left aside."""
    _require_document(content, name, reading)
    body = _body(content, name)
    lines = [line for line in _lines(body) if line]
    if not lines:
        raise InputError(f"{name}: no text in the document; delete it or save the article again", reason="no_text")
    decoded = decode("\n".join(lines).encode(), name)
    text = require_short(name, decoded.text, reading)
    return Article(source=name, text=text, encoding=decoded.encoding, encoding_confidence=decoded.confidence)


def _require_document(content: bytes, name: str, reading: Reading) -> None:
    """The archive is a Word file and does not unpack to more than the limit: zip bombs are small."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise _damaged(name, error) from error
    names = {part.filename for part in parts}
    if "word/document.xml" not in names and not ("[Content_Types].xml" in names and any("word/" in n for n in names)):
        message = f"{name}: a zip archive that is no Word document; unpack it, or save the document as DOCX"
        raise InputError(message, reason="format")
    size = sum(part.file_size for part in parts)
    if size > reading.max_unpacked_bytes or len(parts) > _MOST_PARTS:
        raise over_limit(name, f"the DOCX unpacks to {size} bytes", reading.max_unpacked_bytes, "max_unpacked_bytes")


def _body(content: bytes, name: str) -> Any:
    try:
        import docx
        from lxml import etree
    except ImportError as error:
        message = f"{name}: reading DOCX needs an extra; install it with pip install 'congressx[docx]'"
        raise InputError(message, reason="extra") from error
    try:
        return docx.Document(io.BytesIO(content)).element.body
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            message = f"{name}: elements are nested deeper than any Word document has them; save it again from Word"
            raise InputError(message, reason="limit") from error
        raise _damaged(name, error) from error
    except Exception as error:  # python-docx raises what the missing part of a broken archive leads to
        raise _damaged(name, error) from error


def _damaged(name: str, error: Exception) -> InputError:
    return InputError(f"{name}: the Word file is damaged ({error}); save it again", reason="damaged")


def _lines(parent: Any) -> Iterator[str]:
    """Lines of the paragraphs and tables below an element."""
    for element in parent:
        if element.tag == f"{_W}p":
            yield from _paragraph(element)
        elif element.tag == f"{_W}tbl":
            yield from _table(element)
        elif element.tag not in _LEFT_OUT:
            yield from _lines(element)  # content controls and the like


def _paragraph(paragraph: Any) -> Iterator[str]:
    words: list[str] = []
    boxes: list[str] = []
    _collect(paragraph, words, boxes)
    yield from (" ".join(line.split()) for line in "".join(words).split("\n"))
    yield from boxes


def _collect(element: Any, words: list[str], boxes: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag in _LEFT_OUT or tag == _FALLBACK:
            continue
        if tag == f"{_W}t":
            words.append(child.text or "")
        elif tag in (f"{_W}br", f"{_W}cr"):
            words.append("\n")
        elif tag in (f"{_W}tab", f"{_W}ptab"):
            words.append(" ")
        elif tag == f"{_W}noBreakHyphen":
            words.append("-")
        elif tag == f"{_W}txbxContent":
            boxes.extend(_lines(child))
        else:
            _collect(child, words, boxes)


def _table(table: Any) -> Iterator[str]:
    """A row of cells of one line each is one line; cells that hold paragraphs are a layout and are read one by one."""
    for row in _rows(table):
        cells = [[line for line in _lines(cell) if line] for cell in _cells(row)]
        cells = [cell for cell in cells if cell]
        if all(len(cell) == 1 for cell in cells):
            yield " | ".join(cell[0] for cell in cells)
        else:
            yield from (line for cell in cells for line in cell)


def _rows(table: Any) -> Iterator[Any]:
    for element in table:
        if element.tag == f"{_W}tr":
            yield element
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"):
            yield from _rows(element)


def _cells(row: Any) -> Iterator[Any]:
    for element in row:
        if element.tag == f"{_W}tc":
            yield element
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _cells(element)
