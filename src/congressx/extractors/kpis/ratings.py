"""Members, units and places counted by their rating: `12 đảng viên hoàn thành xuất sắc nhiệm vụ`, `9 xã đạt chuẩn nông thôn mới`.

A rating measures an achievement whoever has it, so no evidence is asked for.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from congressx.extractors.kpis import indicators
from congressx.extractors.kpis.figure import EXCLUDED, Figure, Shape, Sight
from congressx.extractors.kpis.nouns import Noun
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Unit

_RATED = Pattern(
    r"(?:lượt )?(?:đảng viên|đồng chí|đ/c|tccsđ|tccs đảng|cán bộ|công chức|viên chức|cá nhân|tập thể|chi bộ|đảng bộ|chi, đảng bộ"
    r"|tổ chức đảng"
    r"|tổ chức cơ sở đảng|cơ sở đảng|chi hội|chi đoàn|đoàn cơ sở|hội cơ sở|công đoàn cơ sở|cđcs|công đoàn|hội viên"
    r"|đoàn viên|giáo viên|học sinh|sinh viên|cơ quan|đơn vị|xã|huyện|quận|phường|thị trấn|thôn|ấp|bản|làng|khu phố|khu dân cư"
    r"|trường|trạm y tế)(?!\p{L})"
)
_RATING = (
    r"(?:(?:không )?hoàn thành(?: xuất sắc| tốt)?(?: chức trách,?)? nhiệm vụ|hoàn thành (?:xuất sắc|tốt)"
    r"|đủ tư cách|trong sạch,? vững mạnh|vững mạnh(?: xuất sắc)?"
    r"|đạt chuẩn (?:quốc gia|nông thôn mới|văn hóa|ntm|tiêu chí)|nông thôn mới (?:nâng cao|kiểu mẫu)"
    r"|(?:không còn|hết|sạch) (?:hộ )?(?:cận )?nghèo"
    r"|(?<=xã |huyện |thôn |bản |ấp )(?:đạt )?nông thôn mới(?! (?:nâng cao|kiểu mẫu))|kiểu mẫu"
    r"|(?:ht(?:xs|t|)|không ht|kht)nv|tsvm|xếp loại (?:yếu(?: kém)?|kém|trung bình|khá|tốt|xuất sắc|giỏi|mạnh|vững mạnh"
    r"|[1-4](?!\d)|[abc](?!\p{L}))"
    r"|(?:cán|về) đích(?: nông thôn mới)?|(?:dạy )?giỏi cấp \p{L}+)(?!\p{L})"
)
_BEHIND = Pattern(
    rf"(?:,? (?:cán bộ|công chức|viên chức|cơ sở|trực thuộc|học|mầm non|tiểu học|trung học cơ sở))*"
    rf"(?: đã| đều| cũng| nay| được| xếp loại| đánh giá| phân loại| bình xét| công nhận| ghi nhận| xác nhận| đạt| là)* {_RATING}"
)
_AHEAD = Pattern(rf"(?<!\p{{L}})(?P<rating>{_RATING})\s*(?:\(htxsnv\)|\(httnv\))?\s*(?:là|có|gồm|:)?\s*$")
_ENDS = Pattern(r"\s*(?:[,;.()]|$|(?:và|chiếm|đạt)(?!\p{L}))")


def read_rated(sight: Sight, noun: Noun) -> Figure | None:
    """The figure of a rating behind the counted noun, or before the number."""
    if sight.reasons & EXCLUDED or _RATED.match(sight.folded, noun.span.start) is None:
        return None
    if _BEHIND.match(sight.folded, noun.span.stop) or _is_lowest(sight, noun):
        phrase = indicators.after(sight.folded, noun.span.start, predicate=True)
        return None if phrase is None else Figure(sight.quantity, Shape.STATE, phrase, noun=noun)
    ahead = _AHEAD.search(sight.folded, sight.segment, sight.at) or _lowest_ahead(sight)
    if ahead is None or _ENDS.match(sight.folded, noun.span.stop) is None:
        return None
    return Figure(sight.quantity, Shape.STATE, Span(*ahead.span("rating")), noun=noun)


_LOWEST_BEHIND = Pattern(r"(?: xếp loại)? (?:không|chưa) hoàn thành(?=\s*(?:[,;.()]|$))")


def _is_lowest(sight: Sight, noun: Noun) -> bool:
    """`17 đ/c hoàn thành nhiệm vụ; 1 đ/c không hoàn thành`: the last of the ratings is cut short."""
    rated = any("hoàn thành" in figure.indicator.of(sight.folded) for figure in sight.figures)
    return rated and _LOWEST_BEHIND.match(sight.folded, noun.span.stop) is not None


_NAMES_RATING = Pattern(rf"(?<!\p{{L}})(?:{_RATING})")


def names_rating(name: str) -> bool:
    """`số đảng viên đủ tư cách`: how many of them have a rating is no size.

    >>> names_rating("số đảng viên đủ tư cách"), names_rating("số đảng viên")
    (True, False)
    """
    return _NAMES_RATING.search(name) is not None


_LOWEST_AHEAD = Pattern(r"(?<!\p{L})(?P<rating>(?:không )?hoàn thành)\s*(?:là|có|:)?\s*$")


def _lowest_ahead(sight: Sight) -> regex.Match[str] | None:
    """`hoàn thành xuất sắc 120 đồng chí, hoàn thành tốt 640, hoàn thành 45 đồng chí`: the lowest rating behind the others."""
    rated = any(figure.indicator.of(sight.folded).startswith("hoàn thành") for figure in sight.figures)
    return _LOWEST_AHEAD.search(sight.folded, sight.segment, sight.at) if rated else None


def _has_rating(folded: str, noun: Noun) -> bool:
    """`30 chi bộ hoàn thành tốt nhiệm vụ`."""
    return _RATED.match(folded, noun.span.start) is not None and _BEHIND.match(folded, noun.span.stop) is not None


_ALONE = Pattern(
    rf"\s*(?:được )?(?:xếp loại |đạt )?(?P<rating>{_RATING}|(?:(?:không )?hoàn thành|yếu kém|yếu|trung bình|khá)(?=\s*(?:[,;.()]|$)))"
)


def read_rated_alone(sight: Sight) -> Figure | None:
    """`30 chi bộ trong sạch, vững mạnh, 16 hoàn thành tốt nhiệm vụ`: whom it counts, the rating before says."""
    prior = next((figure for figure in reversed(sight.figures) if figure.quantity.unit is sight.quantity.unit), None)
    rating = _ALONE.match(sight.folded, sight.quantity.span.stop)
    if prior is None or rating is None or prior.shape is not Shape.STATE:
        return None
    if prior.noun is not None and not _has_rating(sight.folded, prior.noun):
        return None
    return Figure(sight.quantity, Shape.STATE, Span(*rating.span("rating")))


_WHO = Pattern(
    rf"(?r)(?:^|[;,:(+*-]|\d\)?,?)\s*(?P<name>(?:số\s+)?(?:(?:{_RATED.pattern})\s+)?(?:xếp loại |đạt )?"
    rf"(?:{_RATING}|(?:không )?hoàn thành))\s*(?:là|có)?\s*:\s*"
)


def read_rated_label(sight: Sight) -> Figure | None:
    """`đảng viên hoàn thành xuất sắc nhiệm vụ: 27 (16%), không hoàn thành: 1`: the rating is a label."""
    if (
        ":" not in sight.folded
        or sight.reasons & EXCLUDED
        or _ENDS.match(sight.folded, sight.quantity.span.stop) is None
    ):
        return None
    label = rating_label(sight)
    return None if label is None else Figure(sight.quantity, Shape.STATE, label)


def rating_label(sight: Sight) -> Span | None:
    """The rating whose colon stands right before the number."""
    match = _WHO.match(sight.folded, 0, sight.at) if ":" in sight.folded else None
    if match is None:
        return None
    if match["name"].endswith("hoàn thành") and not any(figure.shape is Shape.STATE for figure in sight.figures):
        return None
    return Span(*match.span("name"))


_LISTED = Pattern(rf"(?<!\p{{L}})(?P<rating>{_RATING})\s+(?=\d{{1,4}}\s*(?:[,;.()]|$))")


def read_rating_listed(sight: Sight) -> Figure | None:
    """`trong sạch vững mạnh 5, hoàn thành tốt nhiệm vụ 6`: two ratings that stand before their numbers are a list of them."""
    listed = list(_LISTED.finditer(sight.folded))
    if len(listed) < 2 or sight.reasons & EXCLUDED:
        return None
    own = next((match for match in listed if match.end() == sight.at), None)
    return None if own is None else Figure(sight.quantity, Shape.STATE, Span(*own.span("rating")))


def read_rating_share(sight: Sight) -> Figure | None:
    """`đảng viên hoàn thành tốt nhiệm vụ: 90% trở lên`: the rating is the label of a share."""
    figure = read_rated_label(sight) if sight.quantity.unit is Unit.PERCENT else None
    return None if figure is None else replace(figure, shape=Shape.SHARE)


def is_rated(sight: Sight, figure: Figure) -> bool:
    """Whether a figure is one of a rating, which stands whatever is around it."""
    if figure.shape is not Shape.STATE:
        return False
    return figure.noun is None or read_rated(sight, figure.noun) is not None
