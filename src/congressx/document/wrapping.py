"""Pages that break their lines at a width: the lines of a paragraph become one line again.

>>> print(unwrapped("Sáng 28/5, Đảng bộ xã\\nTân Lộc tổ chức Đại\\nhội nhiệm kỳ 2020 -\\n2025 với 55 đảng viên."))
Sáng 28/5, Đảng bộ xã Tân Lộc tổ chức Đại hội nhiệm kỳ 2020 - 2025 với 55 đảng viên.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from congressx.patterns import Pattern
from congressx.vietnamese.publish_lines import LineKind, read_publish_line

_BULLET = Pattern(r"[•*+»>]\s")
_ITEM = Pattern(r"(?:[-–]|\d{1,2}[.)])\s")
"""Opens an item of a list, unless the line before stopped amid a sentence: `nhiệm kỳ 2020` / `- 2025`."""
_ENDS = tuple(".!?…:;")
_NARROWEST, _WIDEST = 20, 100
"""No page breaks its lines at more characters; paragraphs are longer."""
_FULL = 0.8
"""A line was broken when with the next word it would fill this share of the width: letters differ in breadth."""
_FEWEST_BREAKS = 3
_SMALL = 5
"""One next word in so many is in small letters at least; it is every second one."""
_LINES_OF_THEIR_OWN = frozenset({LineKind.LABELLED, LineKind.WEEKDAY, LineKind.CLOCK})
"""A bare date may be where the page broke a sentence."""


def unwrapped(text: str) -> str:
    """A settled text at equal length, with a blank where its page broke a line at a width."""
    lines = text.split("\n")
    width = _width(lines)
    if width is None:
        return text
    pieces = lines[:1]
    capitals = lines[0].isupper()  # of a heading: what goes on in small letters is no more of it
    for before, line in pairwise(lines):
        joined = _goes_on(before, line, width) and not (capitals and line != line.upper())
        capitals = line.isupper() and (capitals or not joined)
        pieces += [" " if joined else "\n", line]
    return "".join(pieces)


def _width(lines: Sequence[str]) -> int | None:
    """The width at which a page breaks its lines; None when it leaves that to the reader's screen.

    Told from lines that follow one another without an empty line: few lines are longer than these, and most of these stop amid
    a sentence where the next word would not have found room. Some next words are in small letters, as in no list of links.
    """
    pairs = [(before, line) for before, line in pairwise(lines) if before and line]
    width = max((len(line) for pair in pairs for line in pair), default=0)
    longer = sum(len(line) > width for line in lines)
    if not _NARROWEST <= width <= _WIDEST or longer * 5 > len(lines):
        return None
    breaks = [line for before, line in pairs if _is_full(before, line, width) and not before.endswith(_ENDS)]
    small = sum(line[0].islower() for line in breaks)
    surely = len(breaks) >= _FEWEST_BREAKS and len(breaks) * 2 > len(pairs) and small * _SMALL > len(breaks)
    return width if surely else None


def _is_full(before: str, line: str, width: int) -> bool:
    return len(before) + 1 + len(line.split(" ", 1)[0]) > _FULL * width


def _goes_on(before: str, line: str, width: int) -> bool:
    if not before or not line or not _is_full(before, line, width) or _BULLET.match(line):
        return False
    if before.endswith(_ENDS) and _ITEM.match(line):
        return False
    stands_alone = _is_publish_line(before) or _is_publish_line(line)
    return not stands_alone or _is_publish_line(f"{before} {line}")


def _is_publish_line(line: str) -> bool:
    found = read_publish_line(line)
    return found is not None and found.kind in _LINES_OF_THEIR_OWN
