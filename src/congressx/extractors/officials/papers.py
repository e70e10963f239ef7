"""Who submits, reads out, announces or signs a paper: `dự thảo được A trình đại hội`, `quyết định do B công bố`."""

from __future__ import annotations

from congressx.extractors.officials.clauses import ENDS
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.record import MeetingPart
from congressx.patterns import Pattern

_BY_WHOM = Pattern(
    rf"(?<!\p{{L}})(?:được|do|(?:báo cáo|tờ trình)(?:\s+\p{{L}}+){{0,6}}\s+(?:mà|của))\s+"
    rf"(?:báo cáo viên\s+)?(?:{any_of('address')}\s*)?(?:\p{{L}}{{1,4}}\.\s*)*$"
)
_SUBMITTED = Pattern(
    r"\s*,?\s*(?:đã\s+)?(?:trình|báo cáo|(?:trình bày|đọc)(?=\s+(?:tại|trước|với)))\s+(?:(?:tại|trước|với)\s+)?"
    r"(?:đại hội|hội nghị|kỳ họp|quốc hội|hđnd)(?!\p{L})"
    r"|\s*,?\s*(?:đã\s+)?trình bày(?=\s*(?:$|[,.:]|(?:đã|và)(?!\p{L})))"
)
"""`Dự thảo được A |trình đại hội|`, `báo cáo do A |trình bày|`."""
_PAPER_BY = Pattern(
    rf"(?<!\p{{L}})(?:báo cáo|tờ trình|chuyên đề|đề án|dự thảo|nghị quyết)(?!\s+viên)[^;.:{ENDS}]{{0,90}}\s(?:do|mà|được)\s*$"
)
"""`Buổi sáng, đề án nhân sự do |A| trình bày`, `nằm trong báo cáo mà |A| đọc`: wherever in the sentence."""
_OPENING_WORDS_BY = Pattern(r"(?<!\p{L})(?:diễn văn|phát biểu|lời)\s+(?:khai mạc|bế mạc)[^,;.]{0,40}\sdo\s$")
_SIGNED = Pattern(r"\s*,?\s*(?:đã\s+|vừa\s+)?ký(?!\p{L})")
_READS = Pattern(r"\s*,?\s*(?:đã\s+)?(?:(?:trình bày|đọc)(?!\p{L})|trình(?=\s*(?:$|[.;])))")
_DECISION_BY = Pattern(
    rf"(?<!\p{{L}})quyết định(?:\s[^,;.{ENDS}]{{0,60}})?\s(?:được|do)\s+(?:{any_of('address')}\s*)?$"
)
_ANNOUNCES = Pattern(r"\s*,?\s*(?:đã\s+|vừa\s+)?(?:công bố|(?P<read>đọc))(?!\p{L})")
"""`Quyết định này được |A| công bố chiều 5/6`."""
_IS_LECTURER = Pattern(
    r"\s*,?\s*(?:là|làm)\s+báo cáo viên(?:\s+chính)?(?=\s*(?:$|[,;.]|(?:tại|của|trong)?\s*(?:hội nghị|buổi|lớp|đợt)(?!\p{L})))"
)
"""`Báo cáo viên là |A|`, `|A| là báo cáo viên tại hội nghị`: they teach what a congress decided."""


def part_of_paper(before: str, behind: str) -> MeetingPart | None:
    """The part of whoever hands a decision over, submits a paper or is the lecturer."""
    if "quyết định" in before and _DECISION_BY.search(before) and (announces := _ANNOUNCES.match(behind)):
        return MeetingPart.REPORT if announces["read"] else MeetingPart.PRESENTER
    return MeetingPart.REPORT if _reports(before, behind) else None


def _reports(before: str, behind: str) -> bool:
    """Whether the person submits a paper or is the lecturer."""
    if _READS.match(behind) and _PAPER_BY.search(before):
        return True
    if _BY_WHOM.search(before) and _SUBMITTED.match(behind):
        return "diễn văn" not in before or "báo cáo" in before
    return "báo cáo viên" in behind and _IS_LECTURER.match(behind) is not None


def is_author(before: str, behind: str) -> bool:
    """Whether a text is the person's: `diễn văn khai mạc do |A| trình bày`, as `occasions` tells; `văn bản do |A| ký nêu rõ`."""
    if not before.endswith("do "):
        return False
    return _SIGNED.match(behind) is not None or bool(_OPENING_WORDS_BY.search(before) and _READS.match(behind))
