"""Offices and places that are counted by what they did or what is done with them: `còn lại 12 sở đang thẩm định`."""

from __future__ import annotations

from congressx.extractors.kpis import indicators
from congressx.extractors.kpis.clauses import clause_start
from congressx.extractors.kpis.figure import EXCLUDED, Figure, Shape, Sight
from congressx.extractors.kpis.nouns import Noun
from congressx.patterns import Pattern

_FEWEST = 4
"""Fewer are named one by one, and some matter of theirs is told."""
_AUTHORITY = Pattern(
    r"(?:sở|bộ|tỉnh|thành phố|quận|huyện|thị xã|xã|phường|địa phương|đơn vị hành chính"
    r"|cơ quan(?! (?:thông tấn|báo|truyền thông|ngoại giao))|tỉnh ủy|thành ủy|huyện ủy)"
    r"(?:, (?:sở|ban|ngành|bộ|tỉnh|thành phố|thành|thị|quận|huyện|thị xã|xã|phường|cơ quan|đơn vị)(?!\p{L}))*(?!\p{L})"
)
_ACTS = Pattern(
    r"(?:\s+(?!gồm|là|và|của|để|từ|trong|này|đó|nêu|nói|có|thì|vì)\p{L}+){0,6}?\s+"
    r"(?:(?:đã|đang|chưa)\s+(?!có(?!\p{L}))\p{L}+|(?:sẽ )?được\s+\p{L}+|sẽ\s+\p{L}+|giữ nguyên|đáp ứng|không còn|hoàn thành)(?!\p{L})"
)
_OPENS = Pattern(
    r"(?:^|[,;:.])\s*(?:(?:và|nhưng|đã|hiện|nay|đến nay|có|còn|còn lại|trong đó|chỉ|mới|sẽ)\s+)*$"
    r"|(?<!\p{L})(?:có|còn|còn lại|trong đó)\s*$"
)
_DID_SO_MANY = Pattern(r"(?:\s+\p{L}+){0,3}?\s+(?:hơn |gần |trên |khoảng )?\d")
"""`63 tỉnh đã tổ chức 720 cuộc giám sát`: what they did is counted, not they."""
_AND_MORE = Pattern(r"[^,;.]*(?<!\p{L})trở lên(?!\p{L})")


def read_authorities(sight: Sight, noun: Noun) -> Figure | None:
    """The figure of offices or places with what they did.

    >>> from congressx.extractors.kpis.figures import read_figures
    >>> text = "trong đó 5 sở đã được kiện toàn, còn lại 12 sở đang thẩm định; đồng chí công tác ở 6 xã đã nhiều năm"
    >>> [(figure.quantity.value, figure.indicator.of(text)) for figure in read_figures(text)]
    [(5, 'sở đã được kiện toàn'), (12, 'sở đang thẩm định')]
    """
    quantity = sight.quantity
    if quantity.spelled or quantity.value < _FEWEST or sight.reasons & (EXCLUDED - {"committee"}):
        return None
    authority = _AUTHORITY.match(sight.folded, noun.span.start)
    acts = None if authority is None else _ACTS.match(sight.folded, authority.end())
    if authority is None or acts is None or _DID_SO_MANY.match(sight.folded, acts.end()):
        return None
    clause = sight.folded[min(clause_start(sight.folded, sight.at), sight.floor) : sight.at]
    if _OPENS.search(clause) is None or _AND_MORE.match(sight.folded, authority.end()):
        return None
    phrase = indicators.after(sight.folded, noun.span.start, predicate=True)
    return None if phrase is None else Figure(quantity, Shape.STATE, phrase, noun=noun)
