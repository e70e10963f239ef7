"""A stretch of one text, as half-open code-point offsets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[start:stop]` of the text the span was made for; which text that is, the owner of the span says.

    >>> Span(3, 6).of("đại hội")
    ' hộ'
    >>> Span(0, 3).overlaps(Span(3, 5)), Span(0, 4).overlaps(Span(3, 5))
    (False, True)
    """

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"no span runs from {self.start} to {self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def of(self, text: str) -> str:
        """The words the span covers in `text`."""
        return text[self.start : self.stop]

    def overlaps(self, other: Span) -> bool:
        """Whether both cover at least one common code point."""
        return self.start < other.stop and other.start < self.stop

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.stop <= self.stop

    def shifted(self, by: int) -> Span:
        """The same stretch in a text that begins `by` code points earlier."""
        return Span(self.start + by, self.stop + by)

    def cover(self, other: Span) -> Span:
        """The shortest span that contains both."""
        return Span(min(self.start, other.start), max(self.stop, other.stop))
