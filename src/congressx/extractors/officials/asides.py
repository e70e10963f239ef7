"""What may stand between a name and its title and says nothing of either: brackets, age, birthplace, rank, profession."""

from __future__ import annotations

from congressx.extractors.officials.skeleton import NAME, SHORT, TITLE
from congressx.patterns import Pattern

_SIGNS = f"{NAME}{SHORT}{TITLE}"
_NO_MARK = f"[^,;(){_SIGNS}]"
ASIDE = Pattern(
    rf"\s*\([^(){_SIGNS}]{{0,140}}\)"
    rf"|[,\s]*\b(?:\d{{2}} tuổi|sinh (?:ngày|năm|tháng){_NO_MARK}{{1,40}}|quê{_NO_MARK}{{1,50}}|dân tộc{_NO_MARK}{{1,20}})"
    rf"(?=\s*[,;)-]|\s*$)"
    rf"|[,\s-]*\b(?:(?:thiếu|trung|thượng|đại) (?:tướng|tá|úy)|(?:phó |chuẩn )?đô đốc)(?=\s*[,;)-])"
    rf"|,\s*(?:thường vụ|trọng tài viên|giảng viên|chuyên viên|kỹ sư|bác sĩ|thạc sĩ|tiến sĩ|cử nhân|nhà báo) {_NO_MARK}{{1,40}}(?=,)"
)
_ASIDE_CUES = (
    "(", "tuổi", "sinh ", "quê", "dân tộc", " tướng", " tá", " úy", "đô đốc", "thường vụ", "viên ", " sĩ ", " sư ",
    "cử nhân", "nhà báo",
)  # fmt: skip


def without_asides(glue: str) -> str:
    """Glue without ages, birthplaces and brackets.

    >>> without_asides(" (52 tuổi), sinh năm 1970, ")
    ', '
    """
    return ASIDE.sub("", glue) if may_have_asides(glue) else glue


def may_have_asides(text: str) -> bool:
    """Whether it pays to look for asides."""
    return any(word in text for word in _ASIDE_CUES)
