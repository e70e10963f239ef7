"""Who they are, told in a sentence of its own: `bầu hai Phó Bí thư. Đó là bà A và ông B`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congressx.document import Document, Sentence
from congressx.engine import Mention
from congressx.extractors.elections.pieces import Kind, read_pieces
from congressx.extractors.elections.record import Act
from congressx.patterns import Pattern
from congressx.vietnamese.numerals import DIGITS, SPELLED
from congressx.vietnamese.spelling import phrase

_NOUN = r"(?:người|nhân sự|đồng chí|vị|cán bộ|gương mặt|tân (?:phó )?\p{L}+ \p{L}+)"
_CHOSEN = r"(?:mới|này|ấy|đó|nói trên|(?:vừa |mới )?được (?:bầu|chọn|tín nhiệm|bổ sung)|(?:vừa )?(?:trúng|đắc) cử)"
_THESE_ARE = Pattern(
    phrase(
        rf"\W*(?:đó|gồm|họ|(?:cả )?(?:{DIGITS}|{SPELLED}) {_NOUN}(?: {_CHOSEN}){{1,2}}|các {_NOUN}(?: {_CHOSEN}){{1,2}})"
        r"(?: chính)?(?: là| gồm|:)?(?!\p{L})"
    )
)
"""`Hai nhân sự mới là bà A và ông B`"""


def with_names_behind(mentions: Iterable[Mention], document: Document) -> Iterator[Mention]:
    """Mentions of several seats with those whom the next sentence names, when they are as many."""
    for mention in mentions:
        yield mention.having(persons=_names_behind(mention, document)) if _is_open(mention) else mention


def _is_open(mention: Mention) -> bool:
    value = mention.value
    return not value["persons"] and (value["seats"] or 1) > 1 and value["act"] is not Act.DISMISSED


def _names_behind(mention: Mention, document: Document) -> tuple[str, ...]:
    after = mention.sentence + 1
    if after == len(document.sentences) or not _THESE_ARE.match(document.sentences[after].folded):
        return ()
    names = _names(document.sentences[after])
    return names if len(names) == mention.value["seats"] else ()


def _names(sentence: Sentence) -> tuple[str, ...]:
    """Everybody named in a sentence without a verb of election."""
    pieces = read_pieces(sentence.cased, sentence.folded)
    named = [piece for piece in pieces if piece.kind is Kind.NAME]
    told = any(piece.kind is Kind.INSTEAD for piece in pieces)
    full = all(piece.voice == "full" for piece in named)
    return () if told or not full else tuple(" ".join(name.span.of(sentence.text).split()) for name in named)
