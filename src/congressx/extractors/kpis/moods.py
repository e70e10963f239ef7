"""Result, estimate or target: said by words before the figure, by its year, or by an opener paragraphs above.

`Các chỉ tiêu chủ yếu đến năm 2025:` makes aims of a whole list, until `Phát biểu tại hội nghị, …` or another opener ends it. Words of
the figure's own sentence are stronger than the opener: `Phấn đấu …` in a report of results, `đã đạt …` among aims.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from congressx.document import Document, SectionKind, Sentence
from congressx.extractors.kpis.clauses import clause_start, clause_stop, segment_start
from congressx.extractors.kpis.decided import BUDGET_OF_YEAR, DECIDED, LAID_DOWN, NAMED_AIM, ONCE_BUILT, ORDERED
from congressx.extractors.kpis.present import TERM, YEAR, Now, mood_of_term, mood_of_year
from congressx.extractors.kpis.record import Mood
from congressx.extractors.kpis.wordlists import PACKAGE, one_of
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.phrases import alternation
from congressx.vietnamese.places import AFTER_CAN

# --- words of the sentence ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cue:
    span: Span
    mood: Mood
    dated: bool = False
    """Whether only a year or a term says it: any word of the same stretch is stronger."""
    weak: bool = False
    """Whether it asks for something, which may have been done: `đã đề xuất đặt hàng 27 nhiệm vụ`."""
    soft: bool = False
    """Whether it only says how far: `phải giảm xuống chỉ còn 5%`."""
    near: bool = False
    """Whether it tells of the count beside it only: `thêm 20 xã được công nhận; tỷ lệ bao phủ bảo hiểm y tế đạt 90%`."""


_OF_ONE_COUNT = frozenset({"được công nhận"})
_ASKED = frozenset({"đề xuất", "đề nghị", "kiến nghị", "yêu cầu", "cần", "mong", "mong muốn"})
_HOW_FAR = frozenset({"chỉ còn", "lên tới", "lên đến", "vẫn còn"})
_DATES = frozenset({"year", "first", "last"})


_ADOPTED = (
    r"(?<!\p{L})(?<!được )(?:(?:thông qua|quyết nghị|biểu quyết)(?: (?:việc|về|cho))?\s+(?:\p{L}+\s+){0,2}?"
    r"(?:nghị quyết|tờ trình|danh mục|dự toán|đề án|phương án|chủ trương|quy hoạch|chỉ tiêu|biên chế|kế hoạch"
    r"|tổng biên chế|mức (?:thu|chi|phí)|(?:\d+|các) dự án)"
    r"|(?<!không )phê duyệt (?:đề án|kế hoạch|danh mục|biên chế|chỉ tiêu|tổng số|tổng mức))(?!\p{L})"
)
_ADOPTED_BEFORE = r"(?<!\p{L})theo (?:nghị quyết|đề án|kế hoạch) (?:vừa |mới |đã )?được (?:\p{L}+ ){0,2}(?:thông qua|phê duyệt)(?!\p{L})"
"""What a body adopts is to be done: `kỳ họp đã thông qua danh mục các dự án với tổng diện tích 120 ha`."""
_ASSIGNED = (
    r"(?<!\p{L})được (?:\p{L}+ ){0,3}?giao"
    r"(?= (?:phải )?(?:nhiệm vụ )?(?:thu|chi|chỉ tiêu|kế hoạch|dự toán|biên chế|\d)(?!\p{L}))"
)
"""A quota is an aim: `thành phố được giao thu ngân sách 300.000 tỷ đồng`."""


_AIMS_LISTED = (
    r"(?<!\p{L})(?<!(?:thực hiện|hoàn thành|đạt|vượt)\s(?:(?:được|một số|nhiều|các|những|cả|hầu hết)\s){0,2})"
    r"(?:mục tiêu|chỉ tiêu|phương hướng|kế hoạch năm \d{4})(?!\p{L})(?:(?!đạt|vượt|hoàn thành|thực hiện|đã)[^.;:]){0,60}:(?=\s)"
)
"""`hội nghị thống nhất mục tiêu năm 2024: …`: what stands behind the colon is aimed at."""


@cache
def _moods_of_words() -> dict[str, Mood]:
    return {words: Mood(mood) for words, mood in rows("mood_words.tsv", PACKAGE)}


@cache
def _cue_pattern() -> Pattern:
    words = alternation(_moods_of_words())  # the longest first, whatever its mood: dự kiến đạt, dự kiến
    return Pattern(
        rf"(?<!\p{{L}})(?<!thực\s)(?<!không\s)(?P<words>{words})(?!\p{{L}}|\s+(?:{AFTER_CAN}|nguyện|mơ|vọng|muốn"
        rf"|chính\s+trị|được\s+giao|đề\s+ra|đặt\s+ra|xác\s+định)\b)"
        rf"|(?:nhiệm\s+k[ìỳ]|giai\s+đoạn|thời\s+kỳ|(?:5|năm)\s+năm)[^.,;\d]{{0,12}}\(?{TERM}"
        rf"|\b(?:năm|đến|tới|cuối|đầu|giữa)\s+(?P<year>{YEAR})(?!\s?[-/]\s?\d)"
        rf"|(?<!sẽ\s)(?P<result>(?:mới|chỉ)\s+(?:\p{{L}}+\s+){{0,2}}được)(?!\p{{L}})"
        rf"|(?:^|[.,;:]\s)\s*(?P<result>hiện)(?=\s+(?!thực|đại|hữu|hành|tượng))"
        r"|(?<!\p{L})(?<!(?:thực|thể|phát|xuất|biểu|hiển) )(?P<result>hiện)(?=\s+(?:có|trên|còn|là|hơn|khoảng"
        r"|gần|chỉ|mới|\d)(?!\p{L}))"
        r"|(?P<result>(?<=[;,]\s)kết quả(?=,|\s(?!đó|này|đạt|cao|tốt)\p{L}))"
        r"|(?P<result>(?<=[,;(]\s)thực hiện (?:được|đạt)(?= \d))"
        r"|(?P<result>(?:(?<=[,;:(]\s)|(?<=(?:tỉnh|huyện|thành phố|ngành|xã|nay|thực tế|tháng \d{1,2}|\d{4}|nhưng|song|cũng|chỉ|đó) ))mới"
        r"(?: chỉ)? (?:hoàn thành|giải ngân|bàn giao|triển khai|khởi công|thu hồi|giải quyết|xây|kết nạp|có|đạt)(?: được)?(?= ))"
        r"|(?P<target>(?<!\p{L})(?<!(?:nhiệm vụ|phương hướng|kế hoạch|giải pháp|chương trình|công tác) (?:\d|sáu|những"
        r"|các) )tháng cuối năm(?! \d| qua| ngoái| trước))"
        r"|(?P<target>(?<!\p{L})phải làm(?= \d))"
        r"|(?P<estimate>(?:^|[,;:.]\s)\W*khả năng(?!\p{L}))"
        rf"|(?P<target>{_ADOPTED}|{_ADOPTED_BEFORE}|{_ASSIGNED}|{_AIMS_LISTED}|{LAID_DOWN}|{DECIDED}|{ORDERED}|{BUDGET_OF_YEAR}"
        rf"|{ONCE_BUILT}|{NAMED_AIM}"
        r"|(?:^|[.;:]\s)\W*trước (?:ngày )?\d{1,2}[/-]\d{1,2}(?![/\d-])"
        r"|(?:^|[.;:]\s)\W*mục tiêu(?=\s+(?!này|đó|trên|đề|đặt|đã|được|của|do|không|chưa)\p{L}))"
    )


def _cues_in(folded: str, now: Now) -> Iterator[_Cue]:
    for match in _cue_pattern().finditer(folded):
        mood = _mood_of_cue(match, now)
        words = " ".join(match.group().split())
        if _is_no_cue(folded, match, words):
            continue
        if words == "dự kiến" and (_is_of_this_year(folded, match, now) or _HELD_TO_PLAN.match(folded, match.end())):
            mood = Mood.ESTIMATE
        if mood is not None and not _compares(folded, match, mood):
            yield _Cue(
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
        or ("tiêu" in words and _OUT_OF_AIMS.search(folded, 0, match.start()) is not None)
        or (words == "đã" and _is_of_a_thing(folded, match))
        or (words in _SUBMITTED and _is_told_of(folded, match))
        or (words == "yêu cầu" and _is_noun(folded, match))
    )


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
"""`sẽ cắt 704 hợp đồng đã tồn tại nhiều năm`, `theo đề án đã được phê duyệt`: what has become of a thing, not of the aim."""


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
_OUT_OF_AIMS = Pattern(r"(?<!\p{L})trong (?:(?:tổng )?số |tổng )?\d{1,3}\s+(?:nhóm\s+)?(?:các\s+)?$")
"""`trong 21 chỉ tiêu chủ yếu, huyện có 17 chỉ tiêu đạt`: aims that are counted list none."""
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


def _is_of_this_year(folded: str, match: regex.Match[str], now: Now) -> bool:
    """`dự kiến năm nay`: expected of the time that ends, no aim."""
    start, stop = segment_start(folded, match.start()), clause_stop(folded, match.end())
    years = list(_THIS_YEAR.finditer(folded, start, stop))
    return bool(years) and all(year["year"] is None or int(year["year"]) == now.year for year in years)


_HELD_TO_PLAN = Pattern(
    r"[^;]{0,120}?\d[^;]{0,120}?(?<!\p{L})(?:(?:đạt|bằng|vượt)[^;,]{0,25}?(?:dự toán|kế hoạch|chỉ tiêu|nghị quyết)"
    r"|(?:tăng|giảm|bằng)[^;,]{0,25}?cùng kỳ)(?!\p{L})"
)
"""`chi ngân sách dự kiến hơn 900 tỷ đồng, đạt 108% dự toán`: what is held against a plan is no plan."""


def _mood_of_cue(match: regex.Match[str], now: Now) -> Mood | None:
    groups = match.groupdict()
    if groups["first"] is not None:
        return mood_of_term(int(groups["first"]), int(groups["last"]), now)
    if groups["year"] is not None:
        return mood_of_year(int(groups["year"]), now) or _mood_of_end(match, now)
    if groups["words"] is not None:
        return _moods_of_words()[" ".join(groups["words"].split())]
    return next(mood for mood in Mood if groups.get(mood.value) is not None)


_TO_COME = Pattern(r"(?r)(?<!(?:tính|kéo dài|\d{4}|so với)\s+)(?:đến|tới)\s+(?:(?:hết|cuối)\s+)?(?:năm\s+)?")


def _mood_of_end(match: regex.Match[str], now: Now) -> Mood | None:
    """`đến năm 2030` is an end to come on a page that tells of no later year, though nobody says when the page is of."""
    if now.year is not None or int(match["year"]) <= now.told:
        return None
    return Mood.TARGET if _TO_COME.match(match.string, 0, match.start("year")) else None


_COMPARES = Pattern(
    r"(?r)(?:(?:so\s+(?:với|sánh)|vượt|hoàn\s+thành|bằng|nghị\s+quyết\s+đại\s+hội)\s+(?:\p{L}+\s+){0,4}|(?<!\p{L})(?:hơn|kém|như)\s+)"
)
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


_PLANNED = Pattern(
    r"(?r)(?:kế\s+hoạch|chỉ\s+tiêu|dự\s+toán|mục\s+tiêu|nghị\s+quyết|nhiệm\s+vụ\s+(?:thu|chi))(?:\s+(?!đạt|là\s+đã)[\p{L}\d.]+){0,12}"
    r"\s*(?:\((?:hơn\s+|gần\s+|trên\s+)*|là\s+|:\s*|(?<=được\s+giao\s*)(?:đến|tới|ở\s+mức)\s+)"
)
"""`(kế hoạch 10%)`, `chỉ tiêu đề ra là 15%`, `dự toán chi từ nguồn dự phòng là 120 tỷ đồng`: what was planned."""
_BUDGETED = Pattern(
    r"(?r)dự\s+toán\s+(?:thu|chi)(?:\s+(?!đạt|bằng|đã|vượt|được)\p{L}+){1,8}\s+(?:(?:hơn|gần|trên|khoảng)\s+)?"
)
"""`tổng dự toán chi ngân sách địa phương 15.000 tỷ đồng`."""
_COST = Pattern(r"(?:tổng )?(?:mức đầu tư|vốn(?: đầu tư)?|kinh phí)(?!\p{L})")
_TO_BE_BUILT = Pattern(
    r"[^;.]{0,60}(?<!\p{L})(?:dự kiến|sẽ)(?: được)? (?:khởi công|hoàn thành|triển khai|xây dựng|thực hiện)(?!\p{L})"
)
"""`dự án có tổng vốn đầu tư 1.200 tỷ đồng, dự kiến khởi công cuối năm`."""
_PLAN_ASIDE = Pattern(
    r"(?r)\(\s*(?:kế hoạch|kh|chỉ tiêu|mục tiêu|nghị quyết|nq|dự toán|kịch bản|yêu cầu|quy định|cần(?= \d)"
    r"|(?:\p{L}+ ){1,3}giao)(?!\p{L})(?:(?!đạt|vượt|bằng|hoàn thành)[^()]){0,40}"
)
"""`đạt 9,2% (mục tiêu 8,5%)`, `tăng 4,2% (kế hoạch tăng 3,5%)`."""
_ASIDE = Pattern(
    r"(?r)\(\s*(?:trước(?: đây| đó)?(?=\s+(?:là|chỉ|đạt|còn|\d))|hiện(?: nay| tại| mới| chỉ)?|đến nay|cùng kỳ"
    r"|năm (?:trước|ngoái)|thực tế|đang|đã|mới)(?!\p{L})(?:(?!(?<!\p{L})(?:cần|phải|kế hoạch|mục tiêu|chỉ tiêu|phấn đấu)(?!\p{L}))[^()])*"
)
"""`giảm còn 18% (trước là 23%)`: what was or is, beside an aim."""
_ESTIMATED_ASIDE = Pattern(r"[^;,.()\d]{0,40}\(\s*ước(?: tính| đạt| thực hiện)?(?: cả năm)?\s*\)")
"""`nộp ngân sách 26,7 tỷ đồng (ước)`."""
_AIM_BEHIND = Pattern(
    r"(?:(?!(?<!\p{L})(?:đã|đạt được|vượt|hoàn thành|so với|theo)(?!\p{L}))[^.;:\"]){0,160}?"
    r"(?<!\p{L})là (?:những |các |một trong (?:những|các) |\d+ )?(?:mục tiêu|chỉ tiêu|nhiệm vụ|điều|con số|kế hoạch)(?: \p{L}+){0,6}?"
    r" (?:đặt ra|đề ra|hướng tới|hướng đến|phấn đấu|muốn|mong|phải (?:đạt|làm)|cần (?:đạt|làm)|(?:năm|nhiệm kỳ|thời gian) tới)(?!\p{L})"
)
"""`tăng trưởng 8%, kết nạp 300 đảng viên là những mục tiêu huyện đặt ra`."""
_PLAN_REACH = 90
_BRACKETED = Pattern(r"\([^()]*\)")
_MODAL = Pattern(r"(?<!\p{L})(?:cần|dự kiến|nhu cầu)(?!\p{L})(?:\s\p{L}+){0,8}$")
"""Also inside the name: `vốn đầu tư dự kiến là 70 tỷ đồng`."""


def mood_of(sentence: Sentence, focus: Span, indicator: str, opened: Mood, now: Now) -> Mood:
    """Mood of the figure at `focus` (offsets in the sentence) where the words above left `opened`.

    Words inside the name of the measure say nothing of it: `tỷ lệ lao động đã qua đào tạo`.
    """
    folded = sentence.folded
    beside = _mood_beside(folded, focus, indicator)
    if beside is not None:
        return beside
    deaf = [Span(*match.span()) for match in _BRACKETED.finditer(folded, 0, focus.start)]
    named = folded.rfind(indicator, 0, focus.start)
    if named >= 0 and _MODAL.search(indicator) is None:
        deaf.append(Span(named, named + len(indicator)))
    cues = [cue for cue in _cues_in(folded, now) if not any(span.start <= cue.span.start < span.stop for span in deaf)]
    floor = _stretch(folded, focus.start)
    cues = [cue for cue in cues if not (cue.near and cue.span.start < floor)]
    if _aimed_behind(folded, cues, focus):
        return Mood.TARGET
    told = max((match.end() for match in _TOLD.finditer(folded, 0, focus.start)), default=0)
    ahead = [cue for cue in cues if cue.span.start < focus.start and (cue.dated or cue.span.start >= told)]
    if _SAME_PERIOD.search(folded, focus.stop, clause_stop(folded, clause_stop(folded, focus.stop) + 1)):
        ahead = [cue for cue in ahead if not (cue.dated and cue.mood is Mood.TARGET)]
    if ahead and ahead[-1].weak and _STATE.search(indicator):
        return Mood.RESULT
    return _mood_of_words(folded, ahead, focus) or opened


def _mood_beside(folded: str, focus: Span, indicator: str) -> Mood | None:
    """What the words right before or behind the figure say, whatever else the sentence tells."""
    reach = max(0, focus.start - _PLAN_REACH)
    if any(plan.match(folded, reach, focus.start) for plan in (_PLANNED, _BUDGETED, _PLAN_ASIDE)):
        return Mood.TARGET
    if _COST.match(indicator) and _TO_BE_BUILT.match(folded, focus.stop):
        return Mood.TARGET
    if _ASIDE.match(folded, 0, focus.start):
        return Mood.RESULT
    if _ESTIMATED_ASIDE.match(folded, focus.stop):
        return Mood.ESTIMATE
    return Mood.TARGET if _AIM_BEHIND.match(folded, focus.stop) else None


_STATE = Pattern(r"^(?:\p{L}+,? ){1,5}?(?:chưa|còn chậm|chậm|đang|còn nợ|nợ)(?!\p{L})")
"""`đề nghị tỉnh đôn đốc 11 xã chưa hoàn thành hồ sơ`: how the counted are, whatever is asked for."""


def _stretch(folded: str, at: int) -> int:
    """Where the stretch around `at` begins; one in brackets goes on from what they stand behind."""
    opened = folded.rfind("(", 0, at)
    return segment_start(folded, opened if opened > folded.rfind(")", 0, at) else at)


_TOLD = Pattern(
    r"(?<!\p{L})(?:cho (?:biết|thấy|hay)(?!\s*,)|(?<!thay )(?<!quỹ )(?<!\")(?:vì|bởi)(?! (?:vậy|thế|lẽ|người nghèo)))(?!\p{L})"
)
"""A statement or a reason begins: words before it say nothing of what follows: `đề nghị chú trọng việc này vì có 16% số hộ …`."""


def _mood_of_words(folded: str, ahead: list[_Cue], focus: Span) -> Mood | None:
    """What the words before the figure say: the nearest wins, but an estimate holds for its whole stretch."""
    floor = _stretch(folded, focus.start)
    if any(cue.mood is Mood.ESTIMATE and cue.span.start >= floor for cue in ahead) and (
        ahead[-1].mood is not Mood.RESULT or ahead[-1].soft
    ):
        return Mood.ESTIMATE
    said = [cue for cue in ahead if cue.mood is not Mood.ESTIMATE]
    if not said:
        return None
    said = [cue for cue in said if not (cue.soft and _is_aimed_at(said, cue, floor))] or said
    worded = [cue for cue in said if not cue.dated and cue.span.start >= floor]
    nearest = worded[-1] if worded and worded[-1].mood is Mood.TARGET else said[-1]
    if not nearest.weak:
        return nearest.mood
    clause = min(clause_start(folded, focus.start), clause_start(folded, nearest.span.start))
    sure = [cue for cue in said if not cue.weak and not cue.dated and cue.span.start >= clause]
    return sure[-1].mood if sure else Mood.TARGET


def _is_aimed_at(said: list[_Cue], soft: _Cue, floor: int) -> bool:
    return any(cue.mood is Mood.TARGET and not cue.dated and floor <= cue.span.start < soft.span.start for cue in said)


_SAME_PERIOD = Pattern(r"so với cùng k[ỳì]")
"""What is compared with the same months of the year before has been reached, whatever the year."""
_BY = Pattern(r"(?r)(?:đến|vào|trong|cuối|hết|trước|tới)\s+")


_IN_FUTURE = Pattern(
    r"(?<!\p{L})(?:trong|vào|cho) (?:tương lai|(?:những |các |\d+ )?(?:năm|thời gian|nhiệm kỳ|giai đoạn|quý|tháng) (?:tới"
    r"|tiếp theo|sắp tới))(?!\p{L})"
    rf"|{ONCE_BUILT}"
)


def _aimed_behind(folded: str, cues: list[_Cue], focus: Span) -> bool:
    """`nước sạch cho 100% hộ dân vào cuối năm 2030`: a year to come behind the figure, with nothing before it in the clause."""
    start, stop = clause_start(folded, focus.start), clause_stop(folded, focus.stop)
    if _IN_FUTURE.search(folded, focus.stop, stop) and not any(
        cue.span.start < focus.start and cue.span.start >= start for cue in cues
    ):
        return True
    if any(start <= cue.span.start < focus.start for cue in cues):
        return False
    return any(
        cue.dated and cue.mood is Mood.TARGET and _BY.match(folded, 0, cue.span.start) is not None
        for cue in cues
        if focus.stop <= cue.span.start < stop
    )


# --- openers ------------------------------------------------------------------------------------------------------------

_DEFINES = Pattern(
    r"(?:đề ra|xác định|đặt ra|thống nhất|đưa ra)(?:\s+(?:\p{L}+|\d{1,2})){1,3}\s+(?:chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp"
    r"|phương hướng)(?!\p{L})"
)
_SOON = Pattern(
    r"(?:thời gian|giai đoạn|(?<!\d )năm)\s+(?:tới|mới|tiếp theo)(?!\p{L})|\d\s+năm\s+tới"
    r"|để thực hiện (?:thắng lợi )?(?:mục tiêu|nhiệm vụ)"
    r"|(?:^|[,:.]\s)\W*(?:trong )?(?:6|sáu) tháng cuối năm(?!\p{L})"
    r"|(?:^|[,:]\s)\W*theo (?:đề án|tờ trình|phương án|quy hoạch|kế hoạch|lộ trình)(?!\p{L})"
)
"""Openers of one sentence only."""
_SOON_HEAD = Pattern(
    r"\W*(?:trong |vào |bước vào |bước sang |về )*(?:(?:những |\d+ |năm |sáu |ba |hai )?(?:thời gian|năm|nhiệm kỳ|giai đoạn"
    r"|tháng|chặng đường)"
    r" (?:tới|tiếp theo|mới|còn lại)|(?:6|sáu) tháng cuối năm)(?: \d{4})?[,:]"
)
"""`Trong 5 năm tới, …`: also for the rest of its paragraph."""
_SAYS = Pattern(
    r"^\s*(?:kết quả|qua đó|nhờ đó)(?!\p{L})|(?:ông|bà) [^,.]{2,60}(?:cho biết|cho hay|nói|cho rằng|đánh giá|nhận định)"
)
_ATTAINED = Pattern(
    r"(?:\s+(?!(?:đến|là|phấn đấu|cần|phải|sẽ|như|sau|gồm)(?!\p{L}))[\p{L}-]+){0,8}?\s+"
    r"(?:đều|(?:đã )?(?:đạt|vượt|hoàn thành)|được thực hiện)(?!\p{L})"
)
"""`hầu hết các chỉ tiêu đều vượt kế hoạch`: aims that were reached open no list of aims."""
_DISCUSSES = Pattern(r"(?<!\p{L})(?:bàn|bàn về|thảo luận|thảo luận về|cho ý kiến về|góp ý)\s+(?:các\s+|những\s+)?$")
"""`hội nghị bàn phương hướng …`: what is talked over lists no aims."""
_SINCE = Pattern(
    r"(?:^|[,:;.\"]\s)\W*(?:từ|kể từ) (?:năm|tháng|đầu|khi)(?!\p{L})[^,;.]{0,30} đến nay,?[^;.:]{0,60}(?<!\p{L})đã(?!\p{L})"
)
"""`…, từ năm 2014 đến nay, các cấp ủy đã …`: a report begins, however far into its sentence."""
_ITEM = Pattern(r"\s*(?:[-+*•·]|\d{1,2}[.)]|[a-đ]\))\s*\S")
_LISTS = Pattern(r"(?:chỉ tiêu|mục tiêu|phương hướng|tiêu chí phấn đấu)(?!\p{L})[^.;]{0,120}:")
_TERM_HEAD = Pattern(rf"(?:nhiệm\s+k[ìỳ]|giai\s+đoạn)[^.,;\d]{{0,12}}\(?{TERM}")
_YEAR_HEAD = Pattern(
    rf"\s*(?:trong\s+|(?:bước\s+)?(?:vào|sang)\s+|đến\s+(?:hết\s+|cuối\s+)?)?(?:năm\s+|(?<=sang\s+))(?P<year>{YEAR})\s*,"
)
_HEADING = Pattern(
    r"\W*(?:[ivx\d]{1,4}[.)/]\s*)?(?:(?:các|những|một số) )?(?:mục tiêu|chỉ tiêu|phương hướng|định hướng|nhiệm vụ|kế hoạch"
    r"|hướng (?:tới|đến)|phấn đấu"
    r"|(?:6|sáu) tháng (?:cuối năm|còn lại)|(?:\d+ )?(?:nhiệm kỳ|năm|giai đoạn|thời gian) (?:tới|mới))(?!\p{L})"
    r"(?:(?!(?<!\p{L})(?:đạt|vượt|đã|thực hiện|hoàn thành|kết quả|qua)(?!\p{L}))[^.;:]){0,70}:?\s*$"
)
"""A line of its own over a list: `Mục tiêu nhiệm kỳ 2020 - 2025`, `Hướng tới năm 2030:`."""
_HEAD, _TERM_REACH = 90, 25


_GOES_ON = Pattern(
    r"\W*(?:theo đó|trong đó|cụ thể|trong số (?:đó|này)|ví dụ|chẳng hạn|bao gồm|đó là|khi đó|lúc đó"
    r"|(?:như vậy,? |số [\p{L}, ]{2,30} )?sau (?:khi )?(?:sắp xếp|sáp nhập|hợp nhất))(?!\p{L})"
)
"""Sentences that tell more of what was adopted or aimed at in the one before."""


@cache
def _adopts() -> Pattern:
    return Pattern(_ADOPTED)


_APPROVES = Pattern(
    r"(?<!\p{L})(?:thông qua|quyết nghị|biểu quyết)(?:\s+\p{L}+){0,6}?\s+(?:chủ trương đầu tư"
    r"|(?:(?:các|\d+) )?(?:dự án|công trình)|danh mục)(?!\p{L})"
    r"|(?<!\p{L})(?:dự án|công trình)(?!\p{L})[^.;:]{0,140}?(?<!\p{L})được (?:\p{L}+ ){0,2}(?:thông qua|quyết nghị)(?!\p{L})"
)
_PROJECT = Pattern(r"(?<!\p{L})tổng (?:mức|vốn) đầu tư(?! được)(?!\p{L})")
_BUILT = Pattern(r"(?<!\p{L})(?:đã|đang|khánh thành|hoàn thành|(?<!thực )hiện|cũ)(?!\p{L})")
"""`… biểu quyết thông qua 5 dự án. Cầu … dài 254 m, tổng mức đầu tư 185 tỷ đồng`: projects approved are described one by one."""


_LAYS_DOWN = Pattern(
    r"(?<!\p{L})(?:thông qua|quyết nghị|ban hành)(?!\p{L})[^.;:]{0,60}(?<!\p{L})(?:quy định|cơ chế|chính sách|mức)(?!\p{L})"
    r"[^.;:]{0,40}(?<!\p{L})(?:hỗ trợ|học phí|phí|lệ phí|phụ cấp|trợ cấp|mức (?:thu|chi))(?!\p{L})"
)
_LAID_DOWN = Pattern(
    r"(?<!\p{L})(?:được (?:hỗ trợ|hưởng|trợ cấp)|mức (?:hỗ trợ|thu|chi|phí|học phí|trợ cấp)|học phí|lệ phí)(?!\p{L})"
)
"""`… thông qua nghị quyết quy định mức hỗ trợ …. Hộ nghèo được hỗ trợ 50 triệu đồng`: what will be paid by it."""


def _is_planned(folded: str, *, approved: bool, laid_down: bool) -> bool:
    """Whether a sentence tells of a project or a payment that was adopted before."""
    told = (approved and _PROJECT.search(folded)) or (laid_down and _LAID_DOWN.search(folded))
    return bool(told) and _BUILT.search(folded) is None


def _ends_aiming(folded: str, now: Now) -> bool:
    """`… từ nay đến năm 2021 đều tăng. Ví dụ, …`: whether the last words of a sentence that set a mood speak of what is to come."""
    cues = [cue for cue in _cues_in(folded, now) if not (cue.near or cue.weak)]
    return bool(cues) and cues[-1].mood is Mood.TARGET


def moods_opened(document: Document, now: Now) -> tuple[Mood, ...]:
    """For each sentence the mood that openers above leave to its figures."""
    moods: list[Mood] = []
    mood, adopted, previous = Mood.RESULT, False, ""
    listed = False
    aiming = -1  # the paragraph that began with a time to come
    approved = laid_down = False
    for sentence in document.sentences:
        before = mood if sentence.section is SectionKind.BODY else Mood.RESULT
        mood = _opened_by(sentence, before, now)
        goes_on = _GOES_ON.match(sentence.folded) is not None
        aimed = goes_on and _SAME_PERIOD.search(sentence.folded) is None and (adopted or _ends_aiming(previous, now))
        adopted, previous = aimed or _adopts().search(sentence.folded) is not None, sentence.folded
        approved = approved or _APPROVES.search(sentence.folded) is not None
        laid_down = laid_down or _LAYS_DOWN.search(sentence.folded) is not None
        planned = _is_planned(sentence.folded, approved=approved, laid_down=laid_down)
        is_item = _ITEM.match(sentence.folded) is not None
        soon = _SOON.search(sentence.folded[:_HEAD]) is not None
        if soon and _SOON_HEAD.match(sentence.folded):
            aiming = sentence.paragraph
        elif aiming == sentence.paragraph and _opened_by(sentence, Mood.ESTIMATE, now) is not Mood.ESTIMATE:
            aiming = -1
        moods.append(
            Mood.TARGET if aimed or planned or soon or aiming == sentence.paragraph or (listed and is_item) else mood
        )
        listed = _HEADING.match(sentence.folded) is not None or (listed and is_item)
        if _LISTS.search(sentence.folded):  # … đề ra một số chỉ tiêu như: …
            mood = Mood.TARGET
    return tuple(moods)


def _opened_by(sentence: Sentence, mood: Mood, now: Now) -> Mood:
    """The mood that the first words of a sentence open for it and for what follows; the last of them wins."""
    folded = sentence.folded
    if _ITEM.match(folded):
        return mood
    head = folded[:_HEAD]
    found = [
        (match.start(), Mood.RESULT if _ATTAINED.match(folded, match.end()) else Mood.TARGET)
        for words in (one_of("aim_openers.txt"), _DEFINES)
        for match in words.finditer(head)
        if not (_DISCUSSES.search(head, 0, match.start()) or _OUT_OF_AIMS.search(head, 0, match.start()))
    ]
    found += [
        (match.start(), Mood.RESULT) for words in (one_of("done_openers.txt"), _SAYS) for match in words.finditer(head)
    ]
    found += _dated_openers(folded, now)
    found += [(match.start(), Mood.RESULT) for match in _SINCE.finditer(folded)]
    return max(found, key=lambda hit: hit[0])[1] if found else mood


def _dated_openers(folded: str, now: Now) -> Iterator[tuple[int, Mood]]:
    """`Nhiệm kỳ 2020-2025, …`, `Năm 2022, …`."""
    term = _TERM_HEAD.search(folded)
    if term is not None and term.start() < _TERM_REACH:
        mood = mood_of_term(int(term["first"]), int(term["last"]), now)
        if mood is not None:
            yield term.start(), mood
    year = _YEAR_HEAD.match(folded)
    if year is not None and now.year is not None:
        mood = Mood.TARGET if now.early and int(year["year"]) == now.year else mood_of_year(int(year["year"]), now)
        if mood is not None:
            yield year.start(), mood
