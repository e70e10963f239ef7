"""Words and dates that say whether a figure is a result, an estimate or a target: `phấn đấu`, `ước đạt`, `đã`, `năm 2030`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from congressx.extractors.kpis.clauses import clause_stop, segment_start
from congressx.extractors.kpis.decided import (
    ADOPTED,
    ADOPTED_BEFORE,
    AIMS_LISTED,
    ASSIGNED,
    BUDGET_OF_YEAR,
    DECIDED,
    LAID_DOWN,
    NAMED_AIM,
    ONCE_BUILT,
    ORDERED,
)
from congressx.extractors.kpis.present import TERM, YEAR, Now, mood_of_term, mood_of_year
from congressx.extractors.kpis.record import Mood
from congressx.extractors.kpis.wordlists import PACKAGE
from congressx.patterns import Pattern, leftmost
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.phrases import alternation
from congressx.vietnamese.places import AFTER_CAN


@dataclass(frozen=True, slots=True)
class Cue:
    """Words or a date that say whether a figure is a result, an estimate or a target."""

    span: Span
    mood: Mood
    dated: bool = False
    """Whether only a year or a term says it: any word of the same stretch is stronger."""
    weak: bool = False
    """Whether it asks for something, which may have been done: `đã đề xuất đặt hàng 27 nhiệm vụ`."""
    soft: bool = False
    """Whether it only says how far: `phải giảm xuống chỉ còn 5%`."""
    near: bool = False
    """Whether it tells of the count beside it only: `thêm 14 xã được công nhận; tỷ lệ hộ dùng nước sạch đạt 91%`."""


_OF_ONE_COUNT = frozenset({"được công nhận"})
_ASKED = frozenset({"đề xuất", "đề nghị", "kiến nghị", "yêu cầu", "cần", "mong", "mong muốn"})
_HOW_FAR = frozenset({"chỉ còn", "lên tới", "lên đến", "vẫn còn"})
_OF_TERM = frozenset({"first", "last"})
_DATES = _OF_TERM | {"year"}


@cache
def _moods_of_words() -> dict[str, Mood]:
    return {words: Mood(mood) for words, mood in rows("mood_words.tsv", PACKAGE)}


@cache
def _cue_patterns() -> tuple[Pattern, ...]:
    words = alternation(_moods_of_words())  # the longest first, whatever its mood: dự kiến đạt, dự kiến
    decided = (
        ADOPTED, ADOPTED_BEFORE, ASSIGNED, AIMS_LISTED, LAID_DOWN, DECIDED, ORDERED, BUDGET_OF_YEAR, ONCE_BUILT, NAMED_AIM,
    )  # fmt: skip
    branches = (
        rf"(?<!\p{{L}})(?<!thực\s)(?<!không\s)(?<!chuyên\s)(?P<words>{words})(?!\p{{L}}|\s+(?:{AFTER_CAN}|nguyện|mơ|vọng|muốn"
        rf"|chính\s+trị|được\s+giao|đề\s+ra|đặt\s+ra|xác\s+định)\b)",
        rf"(?:nhiệm\s+k[ìỳ]|giai\s+đoạn|thời\s+kỳ|(?:5|năm)\s+năm)[^.,;\d]{{0,12}}\(?{TERM}",
        rf"\b(?:năm|đến|tới|cuối|đầu|giữa|thời\s+điểm|mốc|dấu\s+mốc)\s+(?P<year>{YEAR})(?!\s?[-/]\s?\d)",
        r"(?<!sẽ\s)(?P<result>(?:(?<!(?:nông thôn|năm|nhiệm kỳ|đổi|giai đoạn|viên|thành lập|lập|xây) )mới"
        r"|(?<!(?:địa|chứng|tín) )chỉ(?! (?:tiêu|số|thị|đạo|huy|định|dẫn)(?!\p{L})))\s+(?:\p{L}+\s+){0,2}được)(?!\p{L})",
        r"(?:^|[.,;:]\s)\s*(?P<result>hiện)(?=\s+(?!thực|đại|hữu|hành|tượng))",
        r"(?<!\p{L})(?<!(?:thực|thể|phát|xuất|biểu|hiển) )(?P<result>hiện)(?=\s+(?:có|trên|còn|là|hơn|khoảng"
        r"|gần|chỉ|mới|\d)(?!\p{L}))",
        r"(?P<result>(?<=[;,]\s)kết quả(?=,|\s(?!đó|này|đạt|cao|tốt)\p{L}))",
        r"(?P<result>(?<=[;,(]\s)thực hiện (?:được|đạt)(?= \d))",
        r"(?P<result>(?:(?<=[,;:(]\s)|(?<=(?:tỉnh|huyện|thành phố|ngành|xã|nay|thực tế|tháng \d{1,2}|\d{4}|nhưng|song|cũng|chỉ|đó) ))mới"
        r"(?: chỉ)? (?:hoàn thành|giải ngân|bàn giao|triển khai|khởi công|thu hồi|giải quyết|xây|kết nạp|có|đạt)(?: được)?(?= ))",
        r"(?P<target>(?<!\p{L})(?<!(?:nhiệm vụ|phương hướng|kế hoạch|giải pháp|chương trình|công tác) (?:\d|sáu|những"
        r"|các) )tháng cuối năm(?! \d| qua| ngoái| trước))",
        r"(?P<target>(?<!\p{L})phải làm(?= \d))",
        r"(?P<target>(?<!\p{L})(?<!(?:ký|bản|các|những|số|lời|được|nội dung|thực hiện|đúng|theo) )cam kết"
        r"(?: (?!đã(?!\p{L}))\p{L}+){1,5}(?= \d))",
        r"(?P<target>(?<!\p{L})(?<!(?:tiêu|hoạch|quyết|cầu|vụ|mức|đích|đã|được) )(?:đề|đặt|vạch) ra(?: là)?"
        r"(?=:? \d|:\s)(?! \d+ (?:\p{L}+ ){0,2}(?:giải pháp|nhiệm vụ)))",
        r"(?P<target>(?:^|[.;:,]\s)\W*(?:trong )?(?:năm|quý|nhiệm kỳ|giai đoạn|vụ)(?: [\w/-]+){1,5} (?:đề|đặt) ra(?=:? \p{L}))",
        r"(?P<target>(?<!\p{L})muốn(?= (?:(?:hơn|trên|ít nhất) )?\d))",
        r"(?P<estimate>(?:^|[,;:.]\s)\W*khả năng(?!\p{L}))",
        *(f"(?P<target>{branch})" for branch in decided),
        r"(?P<target>(?:^|[.;:]\s)\W*trước (?:ngày )?\d{1,2}[/-]\d{1,2}(?![/\d-]))",
        r"(?P<target>(?:^|[.;:]\s)\W*mục tiêu(?=\s+(?!này|đó|trên|đề|đặt|đã|được|của|do|không|chưa)\p{L}))",
    )
    return tuple(map(Pattern, branches))


def cues_in(folded: str, now: Now) -> Iterator[Cue]:
    """The cues of a sentence in text order."""
    for match in leftmost(_cue_patterns(), folded):
        mood = _mood_of_cue(match, now)
        words = " ".join(match.group().split())
        if _is_no_cue(folded, match, words):
            continue
        if words == "dự kiến" and (_is_of_this_year(folded, match, now) or _HELD_TO_PLAN.match(folded, match.end())):
            mood = Mood.ESTIMATE
        if mood is not None and not _compares(folded, match, mood):
            yield Cue(
                Span(*match.span()),
                mood,
                dated=match.lastgroup in _DATES,
                weak=words in _ASKED,
                soft=words in _HOW_FAR,
                near=words in _OF_ONE_COUNT,
            )


def _is_no_cue(folded: str, match: regex.Match[str], words: str) -> bool:
    """Whether the words before or behind a cue make it say nothing of the mood."""
    before = _SILENCED_BY.get(words)
    return (
        (before is not None and before.search(folded, 0, match.start()) is not None)
        or (match.lastgroup in _OF_TERM and _CONGRESS_OF.search(folded, 0, match.start()) is not None)
        or ("tiêu" in words and OUT_OF_AIMS.search(folded, 0, match.start()) is not None)
        or (words == "đã" and _is_of_a_thing(folded, match))
        or (words in _SUBMITTED and _is_told_of(folded, match))
        or (words == "yêu cầu" and _is_noun(folded, match))
    )


_CONGRESS_OF = Pattern(
    r"(?<!\p{L})(?:tổ chức|tiến hành|hoàn thành)(?: (?:xong|thành công|tốt))* đại hội(?: \p{L}+){0,5}[ ,(]*$"
)
"""`đã tổ chức xong đại hội nhiệm kỳ 2018 - 2023`: what congress it was, no time to come."""
_PURSUED = Pattern(
    r"(?<!\p{L})(?:sẽ|phấn đấu|quyết tâm|cần|phải)(?: (?!(?:và|nhưng|mà|song|thì|nên|vì|do|là|rằng"
    r"|khi)(?!\p{L}))[\p{L}\d.,%-]*[\p{L}\d%]){2,12} $"
)
_NOT_OF_A_THING = Pattern(r" (?:đạt|vượt|hoàn thành|thực hiện|giảm|tăng|giải ngân|kết nạp|nâng|đóng góp|thu)(?!\p{L})")
_AGREED = Pattern(
    r" (?:được )?(?:phê duyệt|đề ra|duyệt|ban hành|thông qua|trình|quy hoạch|xác định|cam kết|ký kết|đặt ra)(?!\p{L})"
)
_BY_PLAN = Pattern(
    r"(?<!\p{L})theo (?:kế hoạch|đề án|quy hoạch|lộ trình|tờ trình|phương án|dự án|nghị quyết|chương trình)(?: \p{L}+){0,5} $"
)
"""`sẽ bỏ 58 trạm đã cũ`, `theo đề án đã được phê duyệt`: what has become of a thing, not of the aim."""


def _is_of_a_thing(folded: str, match: regex.Match[str]) -> bool:
    start = max(0, match.start() - 90)
    if _AGREED.match(folded, match.end()) and _BY_PLAN.search(folded, start, match.start()):
        return True
    return _PURSUED.search(folded, start, match.start()) is not None and not _NOT_OF_A_THING.match(folded, match.end())


_OWED = frozenset({"phải thu", "phải di dời", "phải thực hiện", "phải giải ngân", "phải bàn giao"})
_OF_THE_COUNTED = Pattern(r"\d(?: [\p{L}%]+){1,4} $")
"""`64 trong 97 tỷ đồng phải thu`, `300 hộ phải di dời`: what the counted are."""
_LATER = Pattern(r"(?<!\p{L})(?:\d|một|hai|ba|bốn|năm|vài|mấy|nhiều|ít)\s+$")
"""`hai năm sau`: of a time that was told before."""
OUT_OF_AIMS = Pattern(
    r"(?<!\p{L})trong (?:(?:tổng )?số |tổng )?\d{1,3}\s+(?:nhóm\s+)?(?:các\s+)?$|(?<![\d/])\d{1,3}\s?/\s?\d{1,3}\s+$"
)
"""`trong 21 chỉ tiêu chủ yếu, huyện có 17 chỉ tiêu đạt`, `vượt 15/15 chỉ tiêu chủ yếu`: aims that are counted list none."""
_AMONG_AIMS = Pattern(r"(?<!đạt |vượt )\d+ (?:nhóm )?(?:chỉ tiêu|mục tiêu)(?:,| trong đó)*\s+$")
"""`xác định 23 chỉ tiêu, nổi bật là …`."""
_SUBMITTED = frozenset({"đề xuất", "đề nghị", "kiến nghị", "yêu cầu"})
_SUBMISSIONS = Pattern(
    r"(?<!\p{L})(?:(?:các|những|nhiều|số|lượng|bản|(?<!bí )thư|văn bản|ý kiến|trả lời|tiếp thu|giải quyết|từng|mọi|phản ánh|khiếu nại"
    r"|tố cáo|đề xuất|góp ý),?|\d[\d.]*%?)\s+$"
)
_OF_VOTERS = Pattern(r"\s+(?:của (?:cử tri|người dân|nhân dân|các)|cử tri|này|đó|trên|còn|chưa)(?!\p{L})")
"""What stands before and behind submissions as a noun: `142 kiến nghị`, `trả lời kiến nghị cử tri`."""
_INSPECTED = Pattern(
    r"(?<!\p{L})(?:thanh tra|kiểm tra|kiểm toán|giám sát|phát hiện|khiếu nại|tố cáo|điều tra|xác minh)(?!\p{L})"
)
_SANCTIONS = Pattern(
    r"(?:\s+(?!(?:cần|phải|sẽ)(?!\p{L}))[\p{L},]+){0,14}?\s+(?:thu hồi|xử lý|xử phạt|truy thu|kỷ luật|khởi tố|giảm trừ|xuất toán"
    r"|kiểm điểm)(?!\p{L})"
)
"""What inspections recommend is a result of theirs: `qua thanh tra, kiến nghị thu hồi 12 tỷ đồng`."""
_HONOURS_OR_PENALTIES = Pattern(
    r"\s+(?:(?:xem xét|xét|cấp có thẩm quyền|cấp trên|thi hành) )*"
    r"(?:kỷ luật|kỉ luật|khen thưởng|tặng|trao tặng|truy tặng|truy tố|khởi tố)(?!\p{L})"
)
"""`đề nghị kỷ luật 3 đảng viên, đề nghị tặng 12 huy hiệu`: what was asked for has been decided by those who ask."""


def _is_told_of(folded: str, match: regex.Match[str]) -> bool:
    """Whether a submission is counted, or is what an inspection ended with, rather than asks for something to come."""
    if _SUBMISSIONS.search(folded, max(0, match.start() - 20), match.start()) or _OF_VOTERS.match(folded, match.end()):
        return True
    if _HONOURS_OR_PENALTIES.match(folded, match.end()):
        return True
    inspected = _INSPECTED.search(folded, 0, match.start()) is not None
    return inspected and _SANCTIONS.match(folded, match.end()) is not None


_NAMED_SO = Pattern(
    r"(?<!\p{L})(?:đáp ứng|theo|đạt|đ[ảạ]m bảo|bảo đảm|các|những|nhiều|mọi|số|một số|đúng|với|của|có|là|không|nhu cầu|phù hợp|vì|do"
    r"|thực hiện|bản|trước|từ|ngoài|về|kịp|vượt|so với|\d[\d.]*%?),?\s+$"
)
_OF_WHAT = Pattern(
    r"\s+(?:của|về|nhiệm vụ|phát triển|đối với|đề ra|đặt ra|thực (?:tế|tiễn)|này|đó|trên|công tác|mới|cao|rất)(?!\p{L})"
)
"""`sản phẩm đáp ứng yêu cầu`, `yêu cầu của cử tri`: what is asked for, as a noun."""
_FALLS_SHORT = frozenset({"chỉ đạt", "mới chỉ đạt"})
_ESTIMATED = Pattern(r"(?<!\p{L})(?:ước|dự kiến|dự báo)(?!\p{L})[^;:]*$")
"""`thu ước 36 tỷ đồng, chỉ đạt 98% dự toán`: still an estimate."""
_AIMED_AT = Pattern(r"(?<!\p{L})(?:mục tiêu|chỉ tiêu|phấn đấu|sẽ|cần|phải)(?!\p{L})[^,;:.\d]*$")
"""`mục tiêu kim ngạch đạt được 10 tỷ USD`."""


def _is_noun(folded: str, match: regex.Match[str]) -> bool:
    named = _NAMED_SO.search(folded, max(0, match.start() - 20), match.start()) is not None
    return named or _OF_WHAT.match(folded, match.end()) is not None


_AS_NOUN = Pattern(r"(?<!\p{L})(?:chứng kiến|với|có|sự|nêu cao|bằng|thể hiện|tinh thần|những|đầy|cho thấy)\s+$")
"""`với quyết tâm cao, huyện đã …`: will as a noun."""
_SILENCED_BY = {
    "nổi bật": _AMONG_AIMS,
    "năm sau": _LATER,
    "quyết tâm": _AS_NOUN,
    "đạt được": _AIMED_AT,
    **dict.fromkeys(_OWED, _OF_THE_COUNTED),
    **dict.fromkeys(_FALLS_SHORT, _ESTIMATED),
}
"""Cues that say nothing behind certain words."""
_THIS_YEAR = Pattern(rf"(?<!\p{{L}})(?:năm nay|cả năm(?! \d)|trong năm(?! \d)|năm (?P<year>{YEAR}))(?!\s?[-/]\s?\d)")


_TO_BE_DONE = Pattern(
    r"[^;:.\d]{0,60}?(?<!\p{L})sẽ (?:được )?(?:khởi công|xây|xây dựng|triển khai|thành lập|mở|làm|trồng|đào tạo|hỗ trợ"
    r"|đầu tư|tổ chức|sắp xếp|cắt giảm|chuyển giao|bàn giao)(?!\p{L})"
    r"|[^;:.]{0,40}?(?<!\p{L})(?:kết nạp|phát triển)(?: (?:thêm|mới|được|từ|khoảng|ít nhất))* \d"
)
"""`dự kiến cuối năm nay huyện sẽ khởi công 3 cây cầu`, `dự kiến năm nay kết nạp 12 đảng viên`: what is to be done is an aim."""


def _is_of_this_year(folded: str, match: regex.Match[str], now: Now) -> bool:
    """`dự kiến năm nay`: expected of the time that ends, no aim."""
    start, stop = segment_start(folded, match.start()), clause_stop(folded, match.end())
    if _TO_BE_DONE.match(folded, match.end()):
        return False
    years = list(_THIS_YEAR.finditer(folded, start, stop))
    return bool(years) and all(year["year"] is None or int(year["year"]) == now.year for year in years)


_HELD_TO_PLAN = Pattern(
    r"[^;]{0,120}?\d[^;]{0,120}?(?<!\p{L})(?:(?:đạt|bằng|vượt)[^;,]{0,25}?(?:dự toán|kế hoạch|chỉ tiêu|nghị quyết)"
    r"|(?:tăng|giảm|bằng)[^;,]{0,25}?cùng kỳ)(?!\p{L})"
)
"""`chi ngân sách dự kiến hơn 900 tỷ đồng, đạt 108% dự toán`: what is held against a plan is no plan."""


def _mood_of_cue(match: regex.Match[str], now: Now) -> Mood | None:
    groups = match.groupdict()
    if "first" in groups:
        return mood_of_term(int(groups["first"]), int(groups["last"]), now) or _mood_of_term_end(match, now)
    if "year" in groups:
        return mood_of_year(int(groups["year"]), now) or _mood_of_end(match, now)
    if "words" in groups:
        return _moods_of_words()[" ".join(groups["words"].split())]
    return next(mood for mood in Mood if mood.value in groups)


_TERM_ENDS = Pattern(r"(?r)(?<!tính\s)(?:đến|tới|vào)\s+(?:hết|cuối)\s+")


def _mood_of_term_end(match: regex.Match[str], now: Now) -> Mood | None:
    """`đến hết nhiệm kỳ (2020-2025)` is to come as long as the term runs."""
    if now.year is None or int(match["last"]) <= now.year:
        return None
    return Mood.TARGET if _TERM_ENDS.match(match.string, 0, match.start()) else None


_TO_COME = Pattern(r"(?r)(?<!(?:tính|kéo dài|\d{4}|so với)\s+)(?:đến|tới)\s+(?:(?:hết|cuối)\s+)?(?:năm\s+)?")


def _mood_of_end(match: regex.Match[str], now: Now) -> Mood | None:
    """`đến năm 2030` is an end to come on a page that tells of no later year, though nobody says when the page is of."""
    if now.year is not None or int(match["year"]) <= now.told:
        return None
    return Mood.TARGET if _TO_COME.match(match.string, 0, match.start("year")) else None


_COMPARES = Pattern(
    r"(?r)(?:(?:so\s+(?:với|sánh)|vượt|hoàn\s+thành|bằng|nghị\s+quyết\s+đại\s+hội)\s+(?:\p{L}+\s+){0,4}|(?<!\p{L})(?:hơn|kém|như)\s+"
    r"|(?:gấp|bằng|đạt|tăng|hơn|vượt|kém|hụt)\s+(?:\p{L}+\s+){0,2}\d[\d.,]*\s*(?:lần|%)\s+(?:\p{L}+\s+){0,6})"
)
"""Also `gấp 2 lần chỉ tiêu quy hoạch đến năm 2020`."""
_NOT_COMPARED = Pattern(r"phấn|quyết|sẽ|dự kiến|đề ra đến")
_COMPARED_TIME = Pattern(r"năm trước|cùng kỳ|hiện nay|hiện tại|trước đây")


def _compares(folded: str, match: regex.Match[str], mood: Mood) -> bool:
    """Whether the words name what a figure is compared with: `so với năm 2010`, `vượt chỉ tiêu đề ra`."""
    worded = match.lastgroup not in _DATES and mood is not Mood.TARGET
    if worded and not _COMPARED_TIME.match(match.group()):
        return False
    if _NOT_COMPARED.match(match.group()):
        return False
    return _COMPARES.match(folded, max(0, match.start() - 40), match.start()) is not None
