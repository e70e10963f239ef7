"""PDF with a text layer: the lines of its pages, joined to paragraphs where that is safe."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import regex

from congressx.corpus.article import Article
from congressx.corpus.encodings import decode
from congressx.corpus.limits import Reading, over_limit, require_short
from congressx.errors import InputError

log = logging.getLogger(__name__)

_LEAST_LETTERS = 20
_PAGE_NUMBER = regex.compile(r"(?i)\A[-–\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*\Z")
_ITEM = regex.compile(
    r"\A(?:[-–+*•▪►✓]\s?|(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zđ])[.)/]\s|\(\d{1,2}\)|Điều \d|Nơi nhận)"
)
_ENDS = (".", ";", ":", "!", "?", "…", "./.", ".”", '."')
_FULL = 0.72
"""A line that fills this share of the usual width goes on in the next one."""


def read_pdf(content: bytes, name: str, reading: Reading) -> Article:
    """The article of a PDF file. Title and date of its properties are those of a machine and are left aside."""
    pages = _pages(content, name, reading)
    if sum(map(_letters, (line for page in pages for line in page))) < _LEAST_LETTERS:
        message = (
            f"{name}: no text in the PDF, its pages are pictures; recognise their text (OCR) and save it as a text"
        )
        raise InputError(message, reason="no_text")
    if empty := sum(not any(page) for page in pages):
        log.warning("%s: %d of %d pages have no text layer and are not read", name, empty, len(pages))
    decoded = decode("\n".join(_paragraphs(_without_margins(pages))).encode("utf-8", "replace"), name)
    text = require_short(name, decoded.text, reading)
    return Article(source=name, text=text, encoding=decoded.encoding, encoding_confidence=decoded.confidence)


def _pages(content: bytes, name: str, reading: Reading) -> list[list[str]]:
    try:
        import pypdfium2 as pdfium
    except ImportError as error:
        message = f"{name}: reading PDF needs an extra; install it with pip install 'congressx[pdf]'"
        raise InputError(message, reason="extra") from error
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            message = f"{name}: the PDF is locked with a password; save it without one"
            raise InputError(message, reason="password") from error
        raise _damaged(name, error) from error
    try:
        if len(document) > reading.max_pages:
            raise over_limit(name, f"the PDF has {len(document)} pages", reading.max_pages, "max_pages")
        return list(_lines_of_pages(document, name, reading))
    except pdfium.PdfiumError as error:
        raise _damaged(name, error) from error
    finally:
        document.close()


def _damaged(name: str, error: Exception) -> InputError:
    return InputError(f"{name}: the PDF is damaged ({error}); download it again", reason="damaged")


def _lines_of_pages(document: Any, name: str, reading: Reading) -> Iterator[list[str]]:
    characters = 0
    for page in document:
        text_page = page.get_textpage()
        characters += text_page.count_chars()
        if characters > reading.max_characters:
            raise over_limit(name, f"the text has {characters} characters", reading.max_characters, "max_characters")
        text = text_page.get_text_range() if text_page.count_chars() else ""
        yield [
            " ".join(line.split()) for line in regex.split(r"[\r\n\x0b\x0c]+", text.replace("\x00", "")) if line.strip()
        ]
        text_page.close()
        page.close()


def _letters(line: str) -> int:
    return sum(map(str.isalpha, line))


def _without_margins(pages: Sequence[list[str]]) -> list[str]:
    """All lines but page numbers and what stands at the edge of most pages."""
    edges = Counter(edge for page in pages for edge in {_edge(line) for line in (*page[:2], *page[-2:])})
    common = {edge for edge, count in edges.items() if count >= 3 and count > len(pages) / 2}
    lines = []
    for page in pages:
        for n, line in enumerate(page):
            at_edge = n < 2 or n >= len(page) - 2
            if not (at_edge and (_PAGE_NUMBER.match(line) or _edge(line) in common)):
                lines.append(line)
    return lines


def _edge(line: str) -> str:
    return regex.sub(r"\d+", "0", line)


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    widths = sorted(map(len, lines))
    width = widths[int(len(widths) * 0.9)] if widths else 0
    paragraph = ""
    last = ""
    for line in lines:
        if paragraph and not _goes_on(last, line, width):
            yield paragraph
            paragraph = ""
        paragraph = f"{paragraph} {line}" if paragraph else line
        last = line
    if paragraph:
        yield paragraph


def _goes_on(line: str, below: str, width: int) -> bool:
    """Whether a line is the middle of a paragraph: it fills the page, and the next one begins nothing."""
    if _ITEM.match(below) or line.isupper() != below.isupper():
        return False
    if line.isupper():
        return False  # a heading on two lines: whoever reads the layout joins it
    if below[0].islower():
        return not line.endswith((".", "!", "?"))
    return len(line) >= _FULL * width and not line.endswith(_ENDS)
