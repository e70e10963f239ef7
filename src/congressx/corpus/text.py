"""Plain text: UTF-8, with or without a byte-order mark."""

from __future__ import annotations

from congressx.errors import InputError


def decode(content: bytes, source: str) -> str:
    """The text of a file's bytes; `InputError` when they hold no article in UTF-8."""
    if not content.strip():
        raise InputError(f"{source}: the file is empty; delete it or save the article again", reason="empty")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{source}: not UTF-8 (byte {error.start}); save the file as UTF-8 and run again", reason="encoding"
        ) from error
    if "\x00" in text:
        raise InputError(f"{source}: binary content; only text articles can be read", reason="binary")
    return text
