"""Plain text, in any encoding that can be told."""

from __future__ import annotations

from congressx.corpus.article import Article
from congressx.corpus.encodings import decode
from congressx.corpus.limits import Reading, over_limit, require_short

_MOST_BYTES_A_CHARACTER = 4


def read_text(content: bytes, name: str, reading: Reading) -> Article:
    """The article of a text file."""
    if len(content) > _MOST_BYTES_A_CHARACTER * reading.max_characters:  # before detection takes its time
        raise over_limit(name, f"the text has {len(content)} bytes", reading.max_characters, "max_characters")
    decoded = decode(content, name)
    return Article(
        source=name,
        text=require_short(name, decoded.text, reading),
        encoding=decoded.encoding,
        encoding_confidence=decoded.confidence,
    )
