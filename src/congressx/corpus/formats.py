"""Which format a file is in: told by its first bytes, and by its name only where bytes leave it open."""

from __future__ import annotations

import json
from enum import StrEnum

import regex

from congressx.corpus.columns import has_text_column
from congressx.errors import InputError


class Format(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"

    @property
    def is_dataset(self) -> bool:
        """Whether a file of this format holds an article a row."""
        return self in (Format.JSONL, Format.CSV, Format.PARQUET)


HEAD = 1 << 16
"""Bytes that are looked at."""
GZIP = b"\x1f\x8b"
_BY_SUFFIX = {
    ".txt": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".parquet": Format.PARQUET,
}
_TEXT_SUFFIXES = (".txt", ".html", ".htm", ".jsonl", ".ndjson", ".csv")
SUFFIXES = frozenset({*_BY_SUFFIX, *(f"{suffix}.gz" for suffix in _TEXT_SUFFIXES)})
"""What is taken from folders; a file that is named alone may have any name."""

_MAGIC = (
    (b"PAR1", Format.PARQUET),
    (b"PK\x03\x04", Format.DOCX),  # or another zip archive, which its reader tells
)
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file", "save it as DOCX"),
    (b"{\\rtf", "RTF", "save it as DOCX"),
    (b"\x89PNG", "a picture", "save the page's text instead"),
    (b"\xff\xd8\xff", "a picture", "save the page's text instead"),
    (b"GIF8", "a picture", "save the page's text instead"),
    (b"II*\x00", "a picture", "save the page's text instead"),
    (b"BZh", "a bzip2 archive", "unpack it, or pack it with gzip"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it, or pack it with gzip"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it, or pack it with gzip"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it"),
    (b"Rar!", "a RAR archive", "unpack it"),
)
_MHTML = regex.compile(
    rb"(?i)\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,30}?content-type:\s*multipart/related|\Afrom: <saved by"
)
_TAGS = (
    rb"html|head|body|title|meta|div|p|table|span|article|section|main|h[1-6]|form|center|font|ul|ol|br|a|b|strong|img"
)
_PAGE = regex.compile(
    rb"(?i)\A(?:\s|<!--(?s:.*?)-->|<\?xml[^>]*>)*+(?:<!doctype\s+html|<(?:" + _TAGS + rb")(?=[\s>/]))"
)
_ELEMENT = regex.compile(rb"(?i)<(?:" + _TAGS + rb")(?=[\s>/])")


def format_of(head: bytes, name: str) -> Format:
    """The format of a file that begins with `head`; `InputError` for formats that are known not to be read.

    >>> format_of(b"%PDF-1.7 ...", "tin.txt"), format_of(b"<!DOCTYPE html><html>", "tin.txt")
    (<Format.PDF: 'pdf'>, <Format.HTML: 'html'>)
    """
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    _require_known(head, name)
    return _of_characters(_as_ascii(head), len(head) < HEAD, name)


def _of_characters(plain: bytes, whole: bool, name: str) -> Format:
    by_name = _by_name(name)
    if _PAGE.match(plain):
        return Format.HTML
    if by_name is Format.HTML and _ELEMENT.search(plain):
        return Format.HTML
    if by_name in (Format.JSONL, Format.CSV):
        return by_name
    if _is_json_line(plain, whole):
        return Format.JSONL
    if by_name is None and has_text_column(plain.split(b"\n", 1)[0].decode("utf-8", "replace")):
        return Format.CSV
    if by_name in (Format.PDF, Format.DOCX, Format.PARQUET) and plain.strip() and _has_controls(plain):
        message = f"{name}: no {by_name.upper()} file in spite of its name; download it again"
        raise InputError(message, reason="damaged")
    return Format.TEXT


def suffix_of(name: str) -> str:
    """The ending of a file's name, with both parts of `.txt.gz`.

    >>> suffix_of("tin/Bản tin 5.2021.TXT.gz"), suffix_of("readme"), suffix_of(".txt")
    ('.txt.gz', '', '')
    """
    parts = name.replace("\\", "/").rsplit("/", 1)[-1].lstrip(".").lower().split(".")
    if len(parts) > 2 and parts[-1] == "gz" and f".{parts[-2]}" in _BY_SUFFIX:
        return f".{parts[-2]}.gz"
    return f".{parts[-1]}" if len(parts) > 1 else ""


def is_named_as_dataset(name: str) -> bool:
    """Whether the name is that of a data set.

    >>> is_named_as_dataset("tin.jsonl.gz"), is_named_as_dataset("tin.txt")
    (True, False)
    """
    found = _by_name(name)
    return found is not None and found.is_dataset


def _by_name(name: str) -> Format | None:
    return _BY_SUFFIX.get(suffix_of(name).removesuffix(".gz"))


def _require_known(head: bytes, name: str) -> None:
    for magic, what, remedy in _FOREIGN:
        if head.startswith(magic):
            raise InputError(f"{name}: this is {what}, which is not read; {remedy}", reason="format")
    if _MHTML.match(head[:8192]):
        message = f"{name}: this is a web archive (MHTML), which is not read; save the page as HTML"
        raise InputError(message, reason="format")
    stripped = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if stripped.startswith((b"[{", b"[\n", b"[\r", b"[ ")) and b'"' in stripped[:200] and b"{" in stripped[:200]:
        message = f"{name}: one JSON list, which cannot be read row by row; write one object a line (JSONL)"
        raise InputError(message, reason="format")


def _as_ascii(head: bytes) -> bytes:
    """The head without a byte-order mark; of UTF-16 what of it is ASCII."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\x00", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _is_json_line(plain: bytes, whole: bool) -> bool:
    """Whether the first line is a JSON object; one that is longer than what is looked at begins like one."""
    line, end, _ = plain.lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if not end and not whole:
        return bool(regex.match(rb'\{\s*"[^"\n]{1,100}"\s*:', line))
    try:
        return isinstance(json.loads(line.decode("utf-8", "replace")), dict)
    except (ValueError, RecursionError):
        return False


def _has_controls(plain: bytes) -> bool:
    return any(bytes([code]) in plain for code in (*range(9), 14, 15, 127))
