"""Words for awards with their names: `Huân chương Lao động hạng Ba`, `Giải thưởng “Sao sáng”`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from congressx.document import Sentence
from congressx.extractors.awards.givings import compiled
from congressx.extractors.awards.occasions import STOP
from congressx.extractors.awards.record import AwardClass
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.phrases import alternation


@cache
def _classes() -> dict[str, AwardClass]:
    return {word: AwardClass(kind) for word, kind in rows("prizes.tsv", __package__)}


PRIZE_WORDS = tuple(_classes())
"""One of them stands in every sentence that gives an award by its word."""


@cache
def prize_word() -> Pattern:
    """Any word for an award."""
    return Pattern(rf"(?<!\p{{L}})(?:{alternation(_classes())})(?!\p{{L}})")


HONOUR = compiled(r"(?:danh hiệu|giải|huy hiệu(?! đảng))(?!\p{L})")
_CONTEST = compiled(r"giải (?!thưởng|\")")
_BADGE_CLASS = compiled(r"\s*(?:cao quý )?(?:loại )?\d\d")


@dataclass(frozen=True, slots=True)
class Prize:
    """A word for an award; offsets in the sentence."""

    span: Span
    """With the name of the award: `Huân chương Lao động hạng Ba`."""
    word: Span
    kind: AwardClass
    stop: int
    """Where what may belong to it ends: the next award, or the end of the clause."""


def find_prizes(folded: str) -> list[Prize]:
    """Every word for an award of a sentence, classes of party badges aside."""
    found = [
        m for m in prize_word().finditer(folded) if not (_is_class_of_badge(folded, m) or _is_title_in_words(folded, m))
    ]
    prizes = []
    for place, match in enumerate(found):
        stop = found[place + 1].start() if place + 1 < len(found) else len(folded)
        end = _END.search(folded, match.end(), stop)
        named = _NAMED.match(folded, match.end()) if match.group() in _WITH_NAME else None
        word = ", ".join(part.strip() for part in " ".join(match.group().split()).split(","))
        span = Span(
            match.start(), named.end() if named and (end is None or named.end() <= end.start()) else match.end()
        )
        prizes.append(Prize(span, Span(*match.span()), _classes()[word], end.start() if end else stop))
    return prizes


_WITH_NAME = frozenset(
    {"danh hiệu", "giải", "giải thưởng", "huân chương", "huy chương", "kỷ niệm chương", "kỉ niệm chương", "huy hiệu"}
)
_NAMED = compiled(
    r"(?:\s*(?:cao quý)?\s*\"[^\"]{1,80}\"|(?: (?:anh hùng|lao động|lực lượng vũ trang|độc lập|hồ chí minh|sao vàng"
    r"|quân công|chiến công|hạng|nhất|nhì|ba"
    r"|nghệ sĩ|nhà giáo|thầy thuốc|nghệ nhân|nhân dân|ưu tú|thời kỳ đổi mới|đại đoàn kết dân tộc|dũng cảm|kháng chiến"
    r"|bảo vệ tổ quốc|chiến sĩ thi đua|cơ sở|toàn quốc)(?!\p{L}))+)"
)
_END = Pattern(rf";|{STOP}")


def _is_class_of_badge(folded: str, match: regex.Match[str]) -> bool:
    return match.group().startswith("huy hiệu") and _BADGE_CLASS.match(folded, match.end()) is not None


_TITLE = compiled(r"(?:anh hùng|nghệ sĩ|nhà giáo|thầy thuốc|nghệ nhân) ")
_CONFERRED = compiled(r"(?<!\p{L})(?:phong tặng|truy tặng|phong) $")
_EMULATION_TITLE = compiled(r"chiến sĩ |tập thể |lao động |đơn vị ")
_ACKNOWLEDGED = compiled(r"(?<=\d [^,;.\d]{2,40} (?:được|đã) [^,;.\d]{0,40})(?<!\p{L})công nhận(?: là| đạt)? $")


def _is_title_in_words(folded: str, match: regex.Match[str]) -> bool:
    """`Nghệ sĩ Ưu tú` counts where it is conferred, `Lao động tiên tiến` where so many are acknowledged, not as a name."""
    if _EMULATION_TITLE.match(match.group()):
        return _ACKNOWLEDGED.search(folded, 0, match.start()) is None
    return _TITLE.match(match.group()) is not None and _CONFERRED.search(folded, 0, match.start()) is None


def names_prize(folded: str, start: int, stop: int) -> bool:
    """Whether a word for an award stands there; `công nhận 46 chiến sĩ thi đua` counts persons."""
    return any(not _EMULATION_TITLE.match(word.group()) for word in prize_word().finditer(folded, start, stop))


_MERIT = compiled(r"\s*(?:vì sự nghiệp|chiến sĩ|quân kỳ|hữu nghị|kháng chiến|vì thế hệ|vì an ninh)")
_FLAG_OF_HONOUR = compiled(
    r"\s*\"|(?: của (?:ban thường vụ |btv |ban chấp hành |bch )?"
    r"(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|chính phủ|ubnd|ủy ban nhân dân)"
    r"| (?:của [^,;.]{2,60} )?cho \d{1,3} (?:tập thể|đơn vị|tổ chức|tccsđ|chi bộ|đảng bộ|cơ quan|chi hội))(?!\p{L})"
)
"""Behind `Cờ`: its name, its giver or so many units."""


def is_contest(folded: str, prize: Prize) -> bool:
    """`3 giải nhất`: a prize of a contest, an award only where somebody receives it here"""
    return _CONTEST.match(folded, prize.word.start) is not None


def is_named(sentence: Sentence, prize: Prize) -> bool:
    """A prize or title of honour counts with its name: `Giải thưởng “…”`, `danh hiệu Anh hùng Lao động`."""
    if sentence.folded.startswith("huy chương", prize.word.start):  # of games, unless it has another name
        behind = sentence.folded[prize.word.stop :]
        return prize.span != prize.word or _MERIT.match(behind) is not None
    if prize.word.of(sentence.folded) == "giải":  # trao giải “Cống hiến”, not `nhận giải Nghệ sĩ mới xuất sắc`
        return sentence.folded[prize.word.stop :].lstrip().startswith('"')
    if prize.word.of(sentence.folded) == "cờ":  # tặng Cờ cho 2 đơn vị, not the flags that fishermen get
        return _FLAG_OF_HONOUR.match(sentence.folded, prize.word.stop) is not None
    if prize.kind is AwardClass.PARTY_BADGE:
        return True
    if not HONOUR.match(sentence.folded, prize.word.start) or is_contest(sentence.folded, prize):
        return True
    named = prize.span != prize.word
    return named or regex.match(r"\s+\p{Lu}", sentence.cased[prize.span.stop :]) is not None
