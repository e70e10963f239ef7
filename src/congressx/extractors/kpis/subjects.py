"""The noun phrase before a figure: the subject of its verb, without what leads to it and without whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from congressx.extractors.kpis.clauses import clause_start, trimmed
from congressx.extractors.kpis.present import YEAR
from congressx.extractors.kpis.wordlists import PACKAGE, words_of
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.phrases import backward_alternation
from congressx.vietnamese.places import places

_COMPOUND = (
    r"(?<=(?:vùng|công nghệ|chất lượng|nâng|độ|tầm|tối)\s)cao|(?<=cấp\s)(?:dưới|trên)|(?<=(?:chứng|địa|tín)\s)chỉ"
    r"|(?<=trở\s)(?:lên|xuống)|(?<=(?:vững|khỏe|thế|lành)\s)mạnh|(?<=(?:nông thôn|đổi|việc làm|viên)\s)mới"
)
"""Second halves of words that look like predicates: `nông nghiệp công nghệ cao đạt 30%`, `chứng chỉ đạt 28%`."""


@cache
def _predicate() -> Pattern:
    """A verb, adverb or date at the end of a stretch, read backwards."""
    years = rf"\(?{YEAR}\s?-\s?{YEAR}\)?"
    by = r"(?:(?:tính\s+)?(?:đến|tới|trong|vào|từ|sang)\s+)?(?:hết\s+|cuối\s+|đầu\s+|giữa\s+)?"
    return Pattern(
        rf"(?r)(?:(?<!\p{{L}})(?:{by})?năm\s+(?:học\s+)?{YEAR}(?:\s?-\s?{YEAR})?"
        rf"|(?<!\p{{L}}){by}(?:tháng|quý)\s+(?:\d{{1,2}}|[ivx]{{1,3}})(?:\s?[/-]\s?{YEAR}|\s+năm\s+{YEAR})?"
        r"|(?<!\p{L})(?:tính\s+)?(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?"
        rf"|(?<!\p{{L}})(?:(?:trong\s+)?(?:giai\s+đoạn|nhiệm\s+kỳ|\d\s+năm)\s+)?{years}"
        rf"|(?<![\p{{L}}\d.,])(?:(?:lần\s+đầu\s+)?(?:trong|sau)\s+)?\d{{1,2}}\s+năm(?:\s+qua)?"
        r"|(?<!\p{L})(?:kể\s+)?từ\s+(?:(?:sau\s+)?khi|ngày)\s+[^,;.]{3,80}?\s(?:đến|tới)\s+nay"
        rf"|(?<!\p{{L}})(?<!phát\s)(?<!thể\s)(?!{_COMPOUND})(?:{backward_alternation(entries('predicates.txt', PACKAGE))})"
        rf"|(?<!\p{{L}})(?:so\s+)?với\s+(?:cùng\s+kỳ|đầu\s+nhiệm\s+kỳ|năm\s+trước|(?:cuối\s+"
        rf"|đầu\s+)?năm\s+{YEAR})(?:\s+năm\s+\p{{L}}+)?"
        rf"|[\s,:(-]+)"
    )


_VERB = Pattern(
    r"(?<!\p{L})(?:đạt|chiếm|là|còn|ở\s+mức|tăng|giảm|vượt|bằng|gấp|lên|xuống|ước|dưới|từ|mức|bình\s+quân"
    r"|thấp\s+hơn|cao\s+hơn"
    r"|thực\s+hiện|hoàn\s+thành|được|góp|không\s+quá|không\s+dưới)(?!\p{L})"
)


def has_verb(stripped: str) -> bool:
    """Whether what was taken off before a figure says that the figure is the subject's."""
    return _VERB.search(stripped) is not None


def subject_end(folded: str, start: int, at: int) -> int:
    """Where the subject of a figure at `at` ends: before the verbs, adverbs and dates that lead to the figure.

    >>> text = "tốc độ đổi mới công nghệ năm 2017 ước đạt "
    >>> text[:subject_end(text, 0, len(text))]
    'tốc độ đổi mới công nghệ'
    """
    stop = at
    while stop > start:
        match = _predicate().match(folded, start, stop)
        if match is None or match.start() == match.end():
            break
        stop = match.start()
    added = _ADDED.match(folded, stop, at)
    if added is not None and folded.endswith("thu nhập", start, stop):
        return added.end()
    grown = _GROWN.match(folded, stop, at)
    if grown is not None and (_RATE_OF if grown["only"] is None else _AIM_OR_RATE_OF).search(folded[start:stop]):
        return grown.end()
    if _ECONOMY.search(folded[start:stop]) and (growing := _GROWING.match(folded, stop, at)) is not None:
        return growing.end()
    average = _AVERAGE.match(folded, stop, at)
    if average is not None and _AVERAGED.search(folded[start:stop]):
        return average.end()
    return _kept_growth(folded, start, stop, at)


_ADDED = Pattern(r"\s+tăng thêm(?=\s+(?:bình quân|của|cho|đạt|là|trung bình|từ)(?!\p{L}))")
"""`thu nhập tăng thêm bình quân 1,2 triệu đồng`: what staff get above their pay."""
_GROWN = Pattern(r"\s+(?:tăng(?P<only> trưởng)?|giảm)(?!\p{L})(?=\s)")
_RATE_OF = Pattern(r"(?<!\p{L})(?:tốc độ|nhịp độ|mức)$")
_AIM_OR_RATE_OF = Pattern(r"(?<!\p{L})(?:tốc độ|nhịp độ|mức|mục tiêu|chỉ tiêu)$")
"""`tốc độ tăng trưởng`, `mức tăng`, `mục tiêu tăng trưởng`: growth belongs to the name; `mục tiêu giảm 5%` changes something."""
_ECONOMY_OF = (
    r"(?<!\p{L})kinh tế(?: (?:của )?(?:toàn )?(?:tỉnh|huyện|quận|xã|phường|thành phố|tp|thị xã|thị trấn|địa phương|vùng|cả nước|đất nước"
    r"|việt nam)(?:\s\p{L}+){0,2})?"
)
_KEEPS = r"(?:(?:giữ|giữ được|giữ vững|duy trì|có|đạt) )*"
_ECONOMY = Pattern(rf"{_ECONOMY_OF}$")
_GROWING = Pattern(
    rf"\s+(?:(?:vẫn|tiếp tục|đã|luôn|đều) )*{_KEEPS}(?:(?:mức|tốc độ|nhịp độ) )?tăng trưởng(?!\p{{L}})(?=\s)"
)
_ECONOMY_KEEPS = Pattern(rf"{_ECONOMY_OF}\s+{_KEEPS}$")
"""`kinh tế của xã tăng trưởng bình quân 11,8%`: how fast it grew is a level of its own."""
_AVERAGED = Pattern(r"(?<!\p{L})(?:chỗ ở|nhà ở|diện tích ở|thu nhập|tiền lương|năng suất|lương thực)$")
_AVERAGE = Pattern(r"\s+bình quân(?!\s+(?:hàng|hằng|mỗi|một|năm(?!\s+\d{4})|\d|giai))(?!\p{L})")
"""`thu nhập bình quân` is a measure of its own."""
_GROWTH = Pattern(r"\s*(?:tăng trưởng|tốc độ tăng(?: trưởng)?|mức tăng(?: trưởng)?)(?!\p{L})")


def _kept_growth(folded: str, start: int, end: int, at: int) -> int:
    """`Tăng trưởng bình quân ước đạt 7,9%`: growth is the subject where nothing else is there to be one."""
    begun = max((said.end() for said in _SAID.finditer(folded, start, at)), default=start)
    match = _GROWTH.match(folded, _led(folded, begun, at), at)
    if match is None or end > match.end() or not has_verb(folded[match.end() : at]):
        return end
    return match.end()


@cache
def _lead() -> Pattern:
    """Adverbs, dates and speech verbs at the beginning of a clause that name nothing."""
    months = (
        r"(?:\d+|một|hai|ba|năm|sáu|chín)\s+"
        r"(?:tháng(?:\s+đầu\s+năm|\s+cuối\s+năm|\s+qua)?|năm(?:\s+qua|\s+tới|\s+liền)?)"
    )
    return Pattern(
        rf"(?:\s|\([^()]*\)|[-+*•·\"'(,]|(?:{words_of('clause_leads.txt')})(?!\p{{L}})"
        rf"|(?:(?:đến|vào|trong|tới|từ|tính\s+đến|riêng|của|trước)\s+)*(?:(?:hết|cuối|đầu|giữa|ngày|tháng|quý)\s+)*"
        rf"(?:năm|tháng|quý|ngày)\s+(?:học\s+)?[\d/.-]+(?:\s?-\s?\d+)?(?:\s+đến\s+nay)?"
        rf"|(?:(?:riêng|trong|đến\s+hết|hết)\s+)*quý\s+(?:[ivx]{{1,3}}|\d)(?:\s?/\s?{YEAR}|\s+năm\s+{YEAR})?(?![\p{{L}}\d])"
        rf"|năm\s+thứ\s+(?:\d+|\p{{L}}+)|(?:trong\s+)?(?:hơn\s+|gần\s+)?{months}(?:\s+{YEAR})?"
        rf"|(?:trong\s+)?(?:giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ)(?:\s+\p{{L}}{{1,4}})?\s+\(?{YEAR}\s?-\s?{YEAR}\)?)"
    )


_SAID = Pattern(
    r"(?<!\p{L})(?:cho biết(?: thêm)?|cho thấy|cho rằng|cho hay|khẳng định|nêu rõ|thông tin(?: thêm)?|nhấn mạnh"
    r"|nhận định|dự báo|(?<!(?:được|tự) )đánh giá|rằng|bởi|gợi ý|nhận xét|phân tích|lưu ý|lý giải|thừa nhận|nhìn nhận|thông báo"
    r"|(?<!(?:quỹ|\"|chết|vong|thương|việc|học|viện|nghèo|,) )(?<!\")vì(?! (?:vậy|thế|người nghèo))|phấn đấu|quyết tâm"
    r"|nỗ lực|đặt mục tiêu|dẫn chứng|dẫn ra|con số(?= tăng))(?!\p{L})"
)
_HAVING = Pattern(r"(?<!\p{L})(?:có|với|đưa|nâng|thì)\s+(?!thể|được|lại|trách|mặt)(?=\p{L})")
_CONJUNCTION = Pattern(
    r"(?<!\p{L})(?:trong khi|trong bối cảnh|nhưng|nên|mà|song|khiến|giúp|nhằm|để|vì vậy|do đó|thực tế"
    r"|nhất là)\s+(?=\p{L})"
)
"""What opens another clause without a comma."""
_OPENED = Pattern(
    r"(?<!\p{L})(?:gồm|bao gồm|gồm có|đó là|nhất là|khi|nhưng|song|mà|nên|vì|do|khiến|dù|trong đó(?: có)?)\s+$"
)
_OWNER = Pattern(r"(?<!\p{L})(?:của|về|trong|cho|vào|trên|(?P<joint>và))\s*$")
_OWNED = Pattern(
    r"\s+(?:của (?:toàn )?(?:thành phố|tỉnh|huyện|quận|xã|địa phương|tp|đơn vị|công ty|ngành|cả nước)(?: này)?"
    r"|của (?:(?:thành phố|tỉnh|huyện|quận|thị xã|xã|phường|tp|tổng công ty|tập đoàn|sở|bộ)\.?(?: (?!(?:có|làm|là|nghèo|khó"
    r"|tăng|giảm|phát|phục|vào|cho|trong|với|và|từ|trên|để|theo|bị|được|ở|tại|đến|tới|về|sang)(?!\p{L}))\p{L}+){1,5})"
    r"|(?<=(?<!\p{L})gr?dp )của (?!(?:ngành|khu|lĩnh|nông|công nghiệp|dịch)(?!\p{L}))(?:\p{L}+ ){0,3}\p{L}+"
    r"|(?:đến|tới|vào|trong) (?:hết |cuối |đầu |giữa )?(?:năm )?(?:19|20)\d\d"
    r"|trên địa bàn (?:xã|huyện|tỉnh|thành phố|quận|phường|thị xã|tp)"
    r"|(?<!(?:phẩm|nội địa|ngân sách|nhà nước|(?<!doanh )(?<!\p{L})thu) )trên địa bàn"
    r"|(?:(?:trên|trong) )?toàn (?:thành phố|tp|tỉnh|huyện|quận|thị xã|xã|ngành|đảng bộ)(?: (?:thành phố|tỉnh|huyện|quận|xã))?"
    r"|cả năm|năm nay|năm qua|hiện nay|hiện tại|năm (?:19|20)\d\d|theo giá (?:hiện hành|so sánh|thực tế|cố định)"
    r"|trong năm|trong kỳ|(?:trong )?\d+ tháng(?: đầu(?: năm)?)?(?: \d{4})?)$"
)
"""Whose a measure is, and when: no part of its name; what a territory produces or collects is named `… trên địa bàn`."""
_TAIL = Pattern(
    r"\s+(?:(?:bình quân|trong|sau|lần đầu sau|hơn|gần|cách đây)\s+\d+|và|để|của|cho|thì|mà|nhằm|rằng|với|trong"
    r"|(?<!(?:cân|tương|tuyệt|phản|chống) )đối|tại|(?<!(?:nhà|đất|chỗ|tích) )ở|đến|tới|vào|các|thứ|bị|sẽ|đã|cũng|cả|khoảng"
    r"|trong (?:thời gian|bối cảnh)|tuy|năm|tháng)$"
)


@cache
def _heads() -> Pattern:
    heads = words_of("indicator_heads.txt")
    return Pattern(
        rf"(?<!\p{{L}})(?<!xuất )(?P<with>(?:với|có|là|nâng|đưa)\s+)?(?P<head>{heads}|{_NUMBER_OF})(?!\p{{L}})"
    )


_NUMBER_OF = (
    r"(?<!(?:đa|dân|chỉ|tham|mã|một|con|trong|hệ|ẩn|đổi|tế|thuật|nghệ|tảng|tầng|tổng|bằng|nhiều|vô|phổ|biến|thông|trên"
    r"|của|hội|chữ|trường|quân) )"
    r"số\s+(?!này|đó|trên|còn|liệu|nhà|điện|hóa|quyết|phận|thứ|tự|ít|nhiều|một|hơn|kia|ấy|báo|là|lượng|lớn|nào|và|cho)\p{L}+"
)
"""`số học sinh tăng cơ học`: a number of whatever it be."""


def begins_with_head(text: str) -> bool:
    """Whether a stretch begins with a noun such as `tỷ lệ`, `giá trị`."""
    match = _heads().match(text)
    return match is not None and match["with"] is None


def before(folded: str, start: int, stop: int) -> Span | None:
    """The noun phrase between `start` and `stop` without what leads to it, or None when nothing is left.

    >>> text = " theo ông, huyện có diện tích tự nhiên"
    >>> before(text, 10, len(text)).of(text)
    'diện tích tự nhiên'
    >>> text = "nên số chợ vẫn tiếp tục tăng nhanh, đến nay"
    >>> before(text, 0, len(text)).of(text)
    'số chợ'
    >>> before(text, 9, 6) is None
    True
    """
    if start >= stop:
        return None
    for said in _SAID.finditer(folded, start, stop):
        start = said.end()
    ranked = _RANKED.search(folded, start, stop)
    if ranked is not None:
        start = ranked.end()
    start = _headed(folded, _led(folded, start, stop), stop)
    span = _shorn(folded, trimmed(folded, Span(start, _finite(folded, start, stop))))
    name = span.of(folded)
    if _CAUSES.match(folded, span.stop):
        return None
    return span if len(name) > 1 and not _no_subject().match(name) and not says_what_is(name) else None


_CAUSES = Pattern(r"(?<=\slàm) cho(?!\p{L})")
"""`giá xuống thấp làm cho 40% hộ nuôi bị lỗ`: what brings it about is not what is measured."""
_RANKED = Pattern(
    r"(?<!\p{L})(?:(?:lớn|nhỏ|cao|thấp|đông|nhiều) nhất|đứng (?:đầu|nhất|nhì|(?:hàng )?thứ (?:\p{L}+|\d+))|dẫn đầu)"
    r"(?: (?!về(?!\p{L}))\p{L}+){0,4} về (?!(?:đích|nước(?! sạch)|nhà(?! ở)|quê|hưu|đến|tới|trước|sau|cuối|đất liền)(?!\p{L}))"
)
"""`huyện lớn nhất tỉnh về diện tích với`, `địa phương đứng thứ ba về dân số với`: what a place is ranked by; not who came first
`về đích nông thôn mới` or most of whom came `về nước`."""
_NUMBER_OF_THOSE = Pattern(
    r"(?:tổng )?(?:số|tỷ lệ|tỉ lệ) (?!(?:này|đó|ấy|kia)(?!\p{L}))\p{L}+(?: \p{L}+)? là (?!(?:rất|quá|khá|bao|do|vì)(?!\p{L}))\p{L}"
)
"""`số đảng viên là thợ lò chiếm 40%`: which of them are counted."""


def says_what_is(name: str) -> bool:
    """Whether a phrase is a sentence with `là`, no name."""
    return " là " in name and _NUMBER_OF_THOSE.match(name) is None


@cache
def _no_subject() -> Pattern:
    return Pattern(rf"(?:{words_of('no_subjects.txt')})(?!\p{{L}})")


def _led(folded: str, start: int, stop: int) -> int:
    while (match := _lead().match(folded, start, stop)) is not None and match.end() > start:
        start = match.end()
    return start


def _headed(folded: str, start: int, stop: int) -> int:
    """Where the noun that names the measure stands: the first head noun, or one behind a later `với`, `có`."""
    heads = _head_nouns(folded, start, stop)
    behind_with = [head for head in heads if head["with"] is not None]
    if behind_with:
        return behind_with[-1].start("head")
    opened = [head for head in heads if _OPENED.search(folded, start, head.start("head"))]
    if opened:  # kinh tế tăng trưởng khá khi tổng sản phẩm ước đạt
        return opened[-1].start("head")
    if heads:
        return heads[0].start("head")
    for opening in (_HAVING, _CONJUNCTION):
        for match in opening.finditer(folded, start, stop):
            start = start if _in_brackets(folded, match.end(), stop) else match.end()
    return start


def _in_brackets(folded: str, at: int, stop: int) -> bool:
    return folded.count(")", at, stop) > folded.count("(", at, stop)


def _head_nouns(folded: str, start: int, stop: int) -> list[regex.Match[str]]:
    """Head nouns that no preposition and no other head noun governs: `giá trị và sản lượng` has one."""
    heads: list[regex.Match[str]] = []
    for head in _heads().finditer(folded, start, stop):
        if _in_brackets(folded, head.end(), stop):
            continue
        if head["head"] == "tăng trưởng" and _ECONOMY_KEEPS.search(folded, start, head.start("head")):
            continue
        owner = _OWNER.search(folded, start, head.start("head"))
        if owner is None or (owner["joint"] is not None and not heads):
            heads.append(head)
    return heads


_FINITE = Pattern(
    r"(?<=[\p{L})]\s)(?:chiếm (?:đa số|phần lớn|chủ yếu)|(?:quý|năm) sau cao hơn"
    r"|(?:nhìn chung\s+|cơ bản\s+)?(?:cũng|luôn|vẫn|tiếp tục|đều|ngày càng|liên tục|không ngừng)"
    r"|(?:cao|thấp|nhiều|ít) hơn (?:so với|mức|bình quân|trung bình|cùng kỳ|năm|quý|tháng|kế hoạch|dự toán|chỉ tiêu|mục tiêu)"
    r"|(?:đạt|có|thu được|mang lại) (?:được )?(?:nhiều |những |một số |bước )*"
    r"(?:kết quả|chuyển biến|tiến bộ|bước tiến|khởi sắc|phát triển|tín hiệu)"
    r"|được (?:nhân rộng|mở rộng|nâng lên|nâng cao|cải thiện|quan tâm|đẩy mạnh|chú trọng|duy trì|giữ vững"
    r"|tăng cường|triển khai|kiểm soát|tập trung)"
    r"|(?:phát triển|phục hồi|chuyển dịch|chuyển biến) (?:ổn định|mạnh|nhanh|khá|tích cực|đúng hướng|toàn diện|tốt|rõ nét|vượt bậc)"
    r"|(?:tăng|giảm) (?:đột biến|đột ngột|mạnh|nhanh|dần|đều|đáng kể|nhẹ|liên tục|trưởng (?:cao|khá|mạnh"
    r"|nhanh)))(?!\p{L})"
)
"""Where a noun phrase ends because its verb begins."""


def _finite(folded: str, start: int, stop: int) -> int:
    match = _FINITE.search(folded, min(start + 2, stop), stop)
    return stop if match is None else match.start()


_PRICED = Pattern(
    r"\s*\((?:[^()]*\d[^()]*|(?:trừ|ngoài|không (?:kể|tính|bao gồm|gồm)|chưa (?:kể|tính|bao gồm)|kể cả|bao gồm|tính cả)(?!\p{L})[^()]*)\)?$"
)
"""`giá trị sản xuất (giá so sánh 2010)`, `kim ngạch xuất khẩu (trừ dầu thô)`: how it was reckoned."""
_TOLD_FIGURE = Pattern(r"\s(?:(?:chỉ|mới|đã|ước)\s)*(?:đạt|chiếm)\s\D{0,12}\d")
"""`vốn ODA chỉ đạt 47.000 tỷ - chiếm 15%`: a figure that nobody could read ends the name."""


def _shorn(folded: str, span: Span) -> Span:
    """The phrase without whose it is, when it was, and particles that lead to what was cut off."""
    told = _TOLD_FIGURE.search(folded, span.start + 1, span.stop)
    span = span if told is None else Span(span.start, told.start())
    while (
        tail := _OWNED.search(span.of(folded)) or _TAIL.search(span.of(folded)) or _PRICED.search(span.of(folded))
    ) is not None:
        span = Span(span.start, span.start + tail.start())
    placeless = without_place(folded, span)
    return span if placeless == span else _shorn(folded, placeless)


_AT_PLACE = Pattern(
    r"(?<!(?:sống|trú|tác|việc|học|làm|mặt|đóng|động|doanh|diễn|lại)) (?:của|tại|ở|trên địa bàn)"
    r" (?:(?:thành phố|tỉnh|huyện|quận|thị xã|thủ đô|tp\.?) )?(?=\p{L})"
)


def without_place(folded: str, name: Span) -> Span:
    """The phrase without the place at its end, which a verb such as `sống` needs.

    >>> text = "biên chế hành chính của đà nẵng"
    >>> without_place(text, Span(0, len(text))).of(text)
    'biên chế hành chính'
    """
    for at in _AT_PLACE.finditer(folded, name.start, name.stop):
        if places().longest(folded, at.end()) == name.stop:
            return Span(name.start, at.start())
    return name


_FIGURE = Pattern(
    r"(?:\s(?:hơn|gần|trên|khoảng|với))*\s(?<!(?:năm|tháng|ngày|quý|khóa|thứ|số|quận|lớp|mục|điều|tổ"
    r"|khu)\s)\d[\d.,]*(?:/\d+)?(?=\s?%|\s\p{L}{2}|\s*$)"
)


def before_clause(folded: str, floor: int, at: int) -> Span | None:
    """The subject of the clause that ends at `at`, for a figure behind a comma or in brackets."""
    outer = trimmed(folded, Span(floor, at)).stop
    begin = max(clause_start(folded, outer), floor)
    figure = _FIGURE.search(folded, begin, outer)
    if figure is not None:
        heads = _head_nouns(folded, figure.end(), outer)
        if heads:  # cả 4 huyện đều có mức tăng trưởng khá, trên 6%
            return before(folded, heads[0].start("head"), max(heads[0].end(), subject_end(folded, begin, outer)))
        if figure.start() > _led(folded, begin, outer) + 3:
            outer = figure.start()
    subject = before(folded, begin, subject_end(folded, begin, outer))
    return None if subject is None else over_commas(folded, floor, begin, subject)


AGENT = Pattern(
    r"(?:toàn|các|cả)?\s*(?:ngành|tỉnh|huyện|quận|xã|phường|thành phố|thị xã|đơn vị|cơ quan|địa phương|đảng bộ"
    r"|công ty|sở|cục|chi cục"
    r"|chi nhánh|đã|thụ lý|thu|thi hành)(?!\p{L})"
)
"""Who acts is not what is measured: a topic in front may name that."""
_TOPIC = Pattern(
    r"\s*[-+*•]?\s*(?:về|đối với)\s+(?:kết quả\s+|công tác\s+|lĩnh vực\s+"
    r"|chỉ tiêu\s+)?(?P<name>\p{L}[^,;:.\d]{3,60}(?<!này|đó|trên)),\s"
)


def topic(folded: str, segment: int, at: int) -> Span | None:
    """`Về thi hành án dân sự, toàn ngành đã thu 300 tỷ đồng`: what the stretch at `segment` is said to speak of.

    >>> text = "về thu thuế nội địa, toàn huyện đạt 300 tỷ đồng"
    >>> topic(text, 0, text.index("300")).of(text)
    'thu thuế nội địa'
    """
    match = _TOPIC.match(folded, segment, at)
    return None if match is None else Span(*match.span("name"))


# --- commas inside a subject --------------------------------------------------------------------------------------------

_FULL_VERB = Pattern(r"(?<!\p{L})(?:đạt|chiếm|là|bằng|vượt|ước|còn)(?!\p{L})|\d")
_MOST_COMMAS = 3


def over_commas(folded: str, floor: int, start: int, subject: Span) -> Span:
    """A comma inside the subject does not end it: `giá trị sản xuất nông, lâm nghiệp đạt`."""
    if begins_with_head(subject.of(folded)) or not 0 < start >= subject.start - 2 or folded[start - 1] != ",":
        return subject
    for begin in _clauses_before(folded, floor, start):
        earlier = before(folded, begin, start - 1)
        if earlier is None or _FULL_VERB.search(folded, begin, start - 1):
            return subject
        if begins_with_head(earlier.of(folded)):
            return Span(earlier.start, subject.stop)
    return subject


def _clauses_before(folded: str, floor: int, start: int) -> Iterator[int]:
    """Where the clauses begin that commas end before `start`, the nearest first."""
    for _ in range(_MOST_COMMAS):
        if start <= floor + 1 or folded[start - 1] != ",":
            return
        start = max(clause_start(folded, start - 1), floor)
        yield start
