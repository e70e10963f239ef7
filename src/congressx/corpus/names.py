"""Names of files as text that can be printed and stored: file systems allow bytes that are no text."""

from __future__ import annotations

import regex

_CONTROL = regex.compile(r"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]")


def printable(name: str) -> str:
    r"""The name with bytes that are no UTF-8, line ends and other control characters spelled out.

    >>> print(printable("tin-\udcff\nmới.txt"))
    tin-\xff\nmới.txt
    """
    return _CONTROL.sub(_spelled, name)


def _spelled(match: regex.Match[str]) -> str:
    character = match[0]
    if "\udc80" <= character <= "\udcff":
        return f"\\x{ord(character) - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")
