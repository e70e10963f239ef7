"""How columns are named and how much is read: what a user may say of the reading of files."""

from __future__ import annotations

from dataclasses import dataclass

from congressx.errors import InputError

_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Reading:
    """Columns of data sets, and limits that keep one odd file from taking the memory or the time of a whole run."""

    text_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    id_column: str | None = None
    max_bytes: int = 64 * _MIB
    """Of a file that holds one article, as it is on disk."""
    max_unpacked_bytes: int = 64 * _MIB
    """Of one article that was compressed: `.gz` of text, pages; the parts of a DOCX."""
    max_dataset_bytes: int = 16 << 30
    """Of a compressed data set when unpacked, and of standard input."""
    max_row_bytes: int = 16 * _MIB
    """Of a row of a data set."""
    max_characters: int = 1_000_000
    """Of the text of an article; a book of 300 pages has fewer."""
    max_pages: int = 500
    """Of a PDF."""
    max_nesting: int = 500
    """Of elements in a web page."""


def over_limit(name: str, what: str, limit: int, setting: str) -> InputError:
    """The refusal of something larger than a limit, naming the setting that raises the limit.

    >>> str(over_limit("a.pdf", "the file has 900 pages", 500, "max_pages"))
    'a.pdf: the file has 900 pages; the limit is 500: raise it with --max-pages, or leave the file out'
    """
    option = f"--{setting.replace('_', '-')}"
    message = f"{name}: {what}; the limit is {limit}: raise it with {option}, or leave the file out"
    return InputError(message, reason="limit")


def require_short(name: str, text: str, reading: Reading) -> str:
    """The text, when it is no longer than an article may be."""
    if len(text) > reading.max_characters:
        raise over_limit(name, f"the text has {len(text)} characters", reading.max_characters, "max_characters")
    return text
