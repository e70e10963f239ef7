"""Who is punished: `cảnh cáo ông A (…), ông B (…)`, `A bị cách chức`, `Cán bộ bị kỷ luật gồm A; B`."""

from __future__ import annotations

from collections.abc import Callable

import regex

from congressx.extractors.officials.clauses import COUNT, ENDS, GROUP, SPEECH
from congressx.extractors.officials.lexicon import NOT_YET, any_of
from congressx.patterns import Pattern

_PUNISHED_BEHIND = Pattern(
    rf"[\s,-]*(?:(?:đã|cũng|đều|vừa|chính thức)\s+)*bị\s+"
    rf"(?:(?![^,;.]*{any_of('pending')})[^,;.{ENDS}]{{0,40}}\s)?{any_of('punishing')}"
    rf"|[\s,-]*(?:(?:đã|cũng|đều|vừa|phải)\s+)*(?:nhận|chịu)\s+(?:quyết định|hình thức|mức)\s+(?:thi hành\s+)?{any_of('punishing')}"
)
_FAULTS_OF = Pattern(r"(?<!\p{L})(?:vi phạm|sai phạm|khuyết điểm)\s+của\s*(?:các\s+)?$")
_SENTENCE = Pattern(
    rf"[^;.{ENDS}]{{5,120}}?(?:quyết định|đã xem xét(?:,? quyết định)?),?\s+(?:thi hành\s+)?{any_of('punishing')}(?=[^{ENDS}]*[.,;])"
)
"""`Xét vi phạm của |A| là nghiêm trọng, Ban Thường vụ quyết định kỷ luật cảnh cáo`."""
_PUNISHED_BEFORE = Pattern(
    rf"(?P<pending>{any_of('pending')},?\s+(?:thi hành\s+)?)?(?<!(?:ban|trong)\s){any_of('punishing')}(?!\s+của(?!\p{{L}}))"
    rf"(?:[^;.{ENDS}]{{0,90}}?(?:đối với|với|gồm|là)?"
    rf"|[^;.{GROUP}{SPEECH}]{{0,90}}?(?:đối với|với)[^;.{GROUP}{SPEECH}]{{0,60}}?,?\s(?:gồm|là))\s*{COUNT}"
)
_CARRIED_OUT = Pattern(
    rf"{any_of('pending')},?\s+(?:quyết định\s+)?thi hành kỷ luật\s+(?:bằng hình thức\s+)?"
    r"(?:khiển trách|cảnh cáo|cách chức|khai trừ)(?!\p{L})"
)
"""`|xem xét, thi hành kỷ luật khiển trách| đối với ông A`: the penalty is told."""
_NOT_YET = Pattern(
    r"(?<!\p{L})(?:đề nghị|đề xuất|kiến nghị|yêu cầu)(?!\s+của)\s(?:[^,;.]{0,90}?\s)??(?:xem xét\s*,?\s*)?(?:quyết định\s+)?"
    r"(?:hình thức\s+)?(?:(?:thi hành|xử lý)\s+)?$"
    r"|(?<!\p{L})(?:sẽ|dự kiến|đến mức|quy trình|thẩm quyền|có thể|nếu|chắc chắn)(?!\p{L})[^;.]{0,60}$|(?<!\p{L})bỏ phiếu\s+$"
    rf"|{NOT_YET}"
)
"""What makes the punishment one to come: `|đề nghị Ban Bí thư xem xét, quyết định thi hành |kỷ luật ông A`, `|đến mức phải |kỷ luật`."""
_PUNISHED_ARE = Pattern(
    rf"(?<!\p{{L}})bị\s+(?:[^,;.{ENDS}]{{0,30}}\s)?{any_of('punishing')}"
    rf"[^;.{GROUP}{SPEECH}]{{0,60}}?(?<!\p{{L}})(?:gồm|là)\s*(?:có\s+)?{COUNT}"
)
"""`Cán bộ bị cách chức gồm 3 phó phòng là |A, B`."""
_LEVEL = Pattern(r"(?<!\p{L})(?:quyết định|xem xét)\s+mức\s+$")
_PENALTY = Pattern(r"(?<!\p{L})(?:khiển trách|cảnh cáo|cách|khai trừ)(?!\p{L})")
"""`quyết định |mức kỷ luật| ông A`: which one, another day will tell."""
_ANOTHER_CLAUSE = Pattern(r",\s*(?:song|nhưng|tuy nhiên)(?!\p{L})")
"""`chống lệnh chắc chắn bị kỷ luật|, song| ông A không muốn điều này`."""
_ALSO_PUNISHED = Pattern(rf"\s*;\s*(?:thi hành\s+)?(?:kỷ luật\s+)?{any_of('punishing')}")
"""`đề nghị kỷ luật ông A|; khiển trách| bà B`: what is asked for, both."""
_NEXT_ITEM = Pattern(r";\s*(?:và\s+)?(?:các\s+)?$")
_NEXT_PUNISHED = Pattern(rf"\s*(?:[,;]|(?:[,;]\s*)?(?:và|cùng))\s*(?:{any_of('address')}\s*)?")


class Punished:
    """Who is punished among the persons of a sentence, asked in text order."""

    def __init__(self) -> None:
        self.items = False
        """Whether the person before was in a list of those who were punished."""
        self.object = False
        """Whether the person before was punished, the verb standing in front."""
        self.asked = False
        """Whether others only ask to punish the person before."""

    def has_item(self, before: str, *, title: bool) -> bool:
        """Whether the person is in a list of those who were punished: `bị cách chức gồm A vì …; |ông B|`; a bare title is nobody."""
        if "bị " in before and _PUNISHED_ARE.search(before):
            self.items = True
        elif not title and not _NEXT_ITEM.search(before):
            self.items = False
        return self.items and not title

    def has(self, before: str, behind: str, speaks: Callable[[str], bool]) -> bool:
        """Whether the person is punished, or goes on with those who are: `cảnh cáo ông A (…), |ông B| (…)`; not whoever tells of it."""
        goes_on = self.object and _NEXT_PUNISHED.fullmatch(before) is not None
        goes_on = goes_on and not speaks(f" {behind.lstrip(' ,-')}")
        punished = _PUNISHED_BEFORE.search(before)
        self.asked = self.asked and _ALSO_PUNISHED.match(before) is not None
        self.asked = self.asked or (punished is not None and _is_to_come(before, punished))
        done = punished is not None and not self.asked and not speaks(behind)
        self.object = goes_on or done or _is_punished_behind(before, behind)
        return self.object


def _is_to_come(before: str, punished: regex.Match[str]) -> bool:
    """Whether the punishment in the words before a person is only asked for, or threatens."""
    words = punished.group()
    if punished["pending"] is not None and not _CARRIED_OUT.match(words):
        return True
    if _ANOTHER_CLAUSE.search(words):
        return True
    if _LEVEL.search(before, 0, punished.start()) and not _PENALTY.search(words):
        return True
    return _NOT_YET.search(before, 0, punished.start()) is not None


def _is_punished_behind(before: str, behind: str) -> bool:
    if _PUNISHED_BEHIND.match(behind):
        return True
    return " của" in before and _FAULTS_OF.search(before) is not None and _SENTENCE.match(behind) is not None
