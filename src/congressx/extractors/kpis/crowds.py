"""Large counts, which are statistics whatever verb stands beside them: `hơn 41 nghìn cuộc đối thoại`, `1,2 triệu lượt khách`."""

from __future__ import annotations

from functools import cache

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.clauses import clause_start, trimmed
from congressx.extractors.kpis.figure import NO_STATISTIC, Figure, Shape, Sight
from congressx.extractors.kpis.nouns import Noun, NounKind, noun_at
from congressx.extractors.kpis.wordlists import stands, words_of
from congressx.patterns import Pattern
from congressx.span import Span

_LARGE = 1000
_BEFORE_COLON = 50
_NUMBER_ALONE = Pattern(r"(?:tổng )?số(?: lượng)?|quy mô|con số|mức|bình quân|trung bình|tổng cộng")
_BRACKET = Pattern(r"\s*\((?:gần |hơn |trên |khoảng )?\d[^()]{0,20}\)\s+(?=\p{L})")
_VERBAL = frozenset({NounKind.CASE, NounKind.PEOPLE})


def read_crowd(sight: Sight, noun: Noun) -> Figure | None:
    """A count from a thousand on, where nothing says that it tells of ballots, guests, members, victims or prices."""
    if sight.quantity.value < _LARGE or sight.reasons & NO_STATISTIC:
        return None
    if stands("crowd_stops.txt", sight.folded, _begin(sight), _reach(sight, noun)) or is_drawn_from(sight):
        return None
    if sight.prior is not None and sight.quantity.value == sight.prior.quantity.total:
        return None
    name = _name(sight, noun)
    if name is not None and stands("crowd_stops.txt", name.of(sight.folded)):
        return None
    return None if name is None else Figure(sight.quantity, Shape.CROWD, name, noun=noun)


_OUT_OF = Pattern(
    r"(?<!\p{L})(?P<word>của|trong|từ|trong (?:tổng )?số|trên tổng số)\s+(?:(?:hơn|gần|trên|khoảng|tất cả)\s+)*$"
)
_MOVES_ON = Pattern(r"[^;.]{0,80}?(?<!\p{L})(?:lên|xuống|còn)(?!\p{L})")


def is_drawn_from(sight: Sight) -> bool:
    """`từ hơn 38.000 hồ sơ`, `đóng góp của 9.000 hộ`: those that something is drawn from or belongs to; `từ 42 lên 70` moves."""
    match = _OUT_OF.search(sight.folded, max(0, sight.at - 30), sight.quantity.number.start)
    if match is None:
        return False
    return match["word"] != "từ" or _MOVES_ON.match(sight.folded, sight.quantity.span.stop) is None


def _begin(sight: Sight) -> int:
    """Where a word may first say what the count is of: `số cử tri toàn tỉnh: 812.000 người` says it before the colon."""
    return sight.segment if sight.segment < sight.at - 2 else max(0, sight.segment - _BEFORE_COLON)


def _reach(sight: Sight, noun: Noun) -> int:
    """How far behind the count a word may say what it is of."""
    return max(sight.stop, noun.span.stop)


@cache
def _ends() -> Pattern:
    return Pattern(rf",|(?<!\p{{L}})(?:{words_of('crowd_name_stops.txt')})(?!\p{{L}})")


def _name(sight: Sight, noun: Noun) -> Span | None:
    """A head noun right before the count, the noun phrase behind it, or the subject where that phrase says too little."""
    subject = _subject(sight)
    if subject is not None and (subjects.begins_with_head(subject.of(sight.folded)) or _is_told_of(sight, subject)):
        return subject
    phrase = phrase_of(sight.folded, noun)
    return subject if noun.bare and subject is not None and phrase.stop <= noun.span.stop else phrase


_REACHES = Pattern(r"(?<!\p{L})(?:là|lên đến|lên tới|lên)(?!\p{L})")


def _is_told_of(sight: Sight, subject: Span) -> bool:
    """`đơn tồn đọng lên đến 1.400 đơn`: what the count is said to be, where that is nobody who acts."""
    if subjects.AGENT.match(subject.of(sight.folded)) is not None:
        return False
    return _REACHES.search(sight.folded, subject.stop, sight.at) is not None


def _subject(sight: Sight) -> Span | None:
    """`khách du lịch 1,2 triệu lượt`, `cán bộ, công chức hiện trên 9.000 người`."""
    start = max(clause_start(sight.folded, sight.at), sight.floor)
    subject = subjects.before(sight.folded, start, subjects.subject_end(sight.folded, start, sight.at))
    if subject is None or _NUMBER_ALONE.fullmatch(subject.of(sight.folded)):
        return None
    return subjects.over_commas(sight.folded, sight.floor, start, subject)


def phrase_of(folded: str, noun: Noun) -> Span:
    """The noun with what describes it, cut before what tells of its place, its owner or its fate."""
    bracket = _BRACKET.match(folded, noun.span.stop) if noun.bare else None
    if bracket is not None:  # 2.600 người (gần 71%) đồng ý hiến đất
        return indicators.after(folded, bracket.end(), predicate=True) or noun.span
    meant = _meant_for(folded, noun)
    if meant is not None:
        return meant
    phrase = indicators.after(folded, noun.span.start, predicate=noun.kind in _VERBAL)
    if phrase is None or phrase.stop <= noun.span.stop:
        return noun.span
    ends = _ends().finditer(folded, noun.span.stop, phrase.stop)
    stop = next((end for end in ends if not _joins_noun(folded, noun, end.start())), None)
    if stop is None or (noun.bare and _TOLD.match(folded, stop.start())):
        return phrase
    return trimmed(folded, Span(noun.span.start, stop.start()))


def _joins_noun(folded: str, noun: Noun, at: int) -> bool:
    """`10.000 ý tưởng, sáng kiến`: a comma before another noun of the kind ends no name."""
    joined = noun_at(folded, at + 1) if folded[at] == "," else None
    return joined is not None and joined.kind is noun.kind and noun.kind not in (NounKind.OPEN, NounKind.NEVER)


_TOLD = Pattern(r"(?:bị|chưa|không|được|đã|đang|thuộc)(?!\p{L})")
"""What befell persons and cases tells them apart: `1.190 người ba tháng nay không có lương`."""
_MEANT_FOR = Pattern(r"\s+(?:dành )?cho\s+(?:các\s+|những\s+)?(?!hơn|gần|trên|khoảng)(?=\p{L})")


def _meant_for(folded: str, noun: Noun) -> Span | None:
    """`10.000 căn cho người thu nhập thấp`: a word of one syllable is named by whom it is for."""
    match = _MEANT_FOR.match(folded, noun.span.stop)
    if match is None or " " in noun.span.of(folded):
        return None
    whom = indicators.after(folded, match.end(), predicate=False)
    return None if whom is None else Span(noun.span.start, whom.stop)
