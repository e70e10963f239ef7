"""Which meeting a fact belongs to."""

from __future__ import annotations

import pytest

from congressx.document import body_document
from congressx.engine import Mention
from congressx.linking import attach_meetings
from congressx.span import Span

TEXT = "Ngày 5/5, Đại hội Đảng bộ họp. Có 20 người. Chiều qua, Hội Nông dân họp. Có 30 người.\nCó 40 người."


def mention(words: str, kind: str, **value: object) -> Mention:
    document = body_document(TEXT)
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    sentence = document.sentence_at(span.start)
    assert sentence is not None
    return Mention(kind, f"{kind}.test", span, span, sentence.index, value)


MAIN = mention("Đại hội Đảng bộ", "meetings", role="main")
OTHER = mention("Hội Nông dân", "meetings", role="other")


@pytest.mark.parametrize(
    ("words", "meetings", "expected"),
    [
        ("Ngày 5/5", [MAIN, OTHER], MAIN),
        ("20 người", [MAIN, OTHER], MAIN),
        ("Chiều qua", [MAIN, OTHER], OTHER),
        ("30 người", [MAIN, OTHER], None),
        ("40 người", [MAIN, OTHER], MAIN),
        ("40 người", [OTHER], None),
    ],
)
def test_attached(words: str, meetings: list[Mention], expected: Mention | None) -> None:
    attached = attach_meetings(body_document(TEXT), [*meetings, mention(words, "attendance")])
    assert attached[-1].meeting == (expected.span.start if expected else None)
    assert attached[0].meeting == attached[0].span.start
