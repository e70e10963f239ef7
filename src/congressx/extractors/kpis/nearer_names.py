"""Names of counts that stand nearer, or say more, than the verb or the bare noun that a reader took.

`xảy ra 32 vụ, chết 9 người`; `số đơn phải giải quyết là 25 trường hợp`; `thu hút đầu tư nước ngoài được 17 dự án`.
"""

from __future__ import annotations

from congressx.extractors.kpis import indicators, subjects
from congressx.extractors.kpis.deeds import deed_phrase
from congressx.extractors.kpis.figure import Figure, Shape, Sight
from congressx.extractors.kpis.measuring import PERCENT
from congressx.extractors.kpis.naming import settled
from congressx.extractors.kpis.nouns import Noun, NounKind
from congressx.extractors.kpis.record import Change
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Unit


def nearer_name(sight: Sight, figure: Figure) -> Span | None:
    """What names a count better than its deed or its bare noun does."""
    recovered = _beside_sum(sight, figure)
    if recovered is not None:
        return recovered
    noun = figure.noun
    if noun is None:
        return None
    task = _of_task(sight, figure)
    if task is not None:
        return task
    if figure.indicator.stop <= sight.at:
        return _of_item(sight, figure, noun) or _number_of(sight, figure) or _described_noun(sight, figure, noun)
    if figure.indicator.start != noun.span.start:
        return None
    return (
        _inspected(sight)
        or _by_counter(sight, figure, noun)
        or _donated(sight, noun)
        or _invested(sight, noun)
        or _of_work(sight, figure, noun)
    )


_RECOVERED = Pattern(
    r"(?<!\p{L})(?:thu hồi|thu về|truy thu|tịch thu|kê biên|vi phạm|sai phạm|thất thoát|xử lý)(?!\p{L})"
)
_MOST_RECOVERED = 8
"""Words of the name of a sum; a longer one says more than what was taken."""
_BESIDE = Pattern(r"\s*(?:\([^()]{0,40}\)\s*)?(?:,|và|cùng)\s+(?:(?:và|hơn|gần|trên|khoảng|với)\s+)*")
_NO_MORE = Pattern(r"(?:\s+đất)?\s*(?:[,;.()]|$|và(?!\p{L}))")


def _beside_sum(sight: Sight, figure: Figure) -> Span | None:
    """`thu hồi 46 tỷ đồng và 34 ha đất`, `phát hiện vi phạm 5 tỷ đồng, 40 ha đất`: what was taken is no measure of its own."""
    prior = next((other for other in reversed(sight.figures) if other.quantity.unit not in PERCENT), None)
    if prior is None or prior.change is not Change.LEVEL or figure.change is not Change.LEVEL:
        return None
    joined = _BESIDE.fullmatch(sight.folded, prior.stop, sight.at)
    if prior.indicator.stop > prior.quantity.span.start or joined is None:
        return None
    if len(prior.indicator.of(sight.folded).split()) > _MOST_RECOVERED:
        return None
    summed = prior.quantity.unit is Unit.VND or (prior.noun is None and prior.quantity.unit is Unit.MEASURE)
    if not summed or _RECOVERED.search(sight.folded, prior.indicator.start, prior.indicator.stop) is None:
        return None
    return None if _NO_MORE.match(sight.folded, figure.stop) is None else prior.indicator


_DREW = Pattern(
    r"[^;.:\d]{0,60}(?:,|\s)\s*(?:(?:đã|được|và) )*(?:thu hút|quy tụ|tập hợp|với|có|cho)(?: (?:được|có|sự tham gia của|tới|đến))*"
    r"\s*(?:hơn|gần|trên|khoảng)?\s*"
)
_CAME = Pattern(
    r"\s*(?:[,;.()]|$|(?:tham gia|tham dự|đến dự|dự|theo dõi|thụ hưởng|hưởng ứng|là|qua đó|và|đã)(?!\p{L}))"
)
_PASSERS = frozenset({"lượt người", "lượt người dân", "lượt", "lượt người tham gia", "lượt người dự"})
_CANDIDATES = Pattern(r"cảm tình(?!\p{L})")
"""`4 lớp nhận thức về Đảng cho 60 cảm tình Đảng`: who came says more than what they came to."""
_CLASSIFIED = Pattern(r"(?:cuộc|đợt|buổi|lượt|lớp|chương trình)\s+(?=\p{L}+ \p{L})")
_HELD = Pattern(r"\s(?:đã|được|do)(?!\p{L})")


def event_drawing(sight: Sight, noun: Noun) -> Span | None:
    """`mở 40 đợt trợ giúp pháp lý lưu động, thu hút 1.200 lượt người`: those who came are named by what they came to."""
    prior = sight.prior
    if prior is None or prior.noun is None or prior.noun.kind is not NounKind.EVENT:
        return None
    came = _CAME.match(sight.folded, noun.span.stop) is not None
    passers = came and noun.span.of(sight.folded) in _PASSERS
    taught = noun.kind is NounKind.PEOPLE and _CANDIDATES.match(noun.span.of(sight.folded)) is None
    if not (passers or taught) or prior.indicator.start < prior.quantity.number.stop:
        return None
    if _DREW.fullmatch(sight.folded, prior.noun.span.stop, sight.at) is None:
        return None
    held = _HELD.search(sight.folded, prior.indicator.start, prior.indicator.stop)
    stop = prior.indicator.stop if held is None else held.start()
    if not passers:
        return Span(prior.indicator.start, stop)
    classifier = _CLASSIFIED.match(sight.folded, prior.indicator.start, stop)
    return None if classifier is None else Span(classifier.end(), stop)


_ITEM = Pattern(
    r"(?:[,;]\s*|(?<!\p{L})và\s+)(?:(?:đã|làm|khiến|cùng) )*"
    r"(?P<name>(?![^,;\d]*(?<!\p{L})(?:hơn|so|kỳ)(?!\p{L}))(?!trong|hơn|gần|trên|với|gồm|còn|có|riêng|cho|của|ở|tại|là|từ|nay|đến|cả"
    r"|chiếm|đạt|đối|tới|thuộc|tương|khoảng|cùng|nhất|đặc|và)\p{L}+(?: \p{L}+){0,5}?)"
    r"(?: (?:cho|được|đối với|với|là|hơn|gần|trên|khoảng|tới|ít nhất))*\s*"
)


def _of_item(sight: Sight, figure: Figure, noun: Noun) -> Span | None:
    """`xảy ra 32 vụ, chết 9 người`: an item with a verb of its own is not named by the first one's."""
    prior = sight.prior
    if figure.shape is not Shape.LISTED or not noun.bare or prior is None or prior.noun is None:
        return None
    if figure.indicator.start >= prior.quantity.span.start:
        return None
    begin = max(sight.folded.rfind(mark, prior.stop, sight.at) for mark in (",", ";", " và "))
    item = None if begin < 0 else _ITEM.fullmatch(sight.folded, begin + (sight.folded[begin] == " "), sight.at)
    return None if item is None else Span(*item.span("name"))


def _inspected(sight: Sight) -> Span | None:
    """`kiểm tra việc thực hiện 185 kết luận thanh tra`: the inspecting, not what was inspected."""
    deed = sight.deed
    if deed is None or deed.naming != "work" or not deed.via.startswith(" việc "):
        return None
    return deed_phrase(sight.folded, deed, sight.at)


_COUNTERS = frozenset({"ca", "lượt", "lần"})
_COUNTER_ENDS = Pattern(r"\s*(?:[,;.()]|$|(?:và|trong đó|đạt|bằng|tăng|giảm|so)(?!\p{L}))")
_CARRIES_OUT = Pattern(r"(?<!\p{L})(?:thực hiện|tiến hành|tổ chức)(?: được)?\s+(?=\p{L})")
_LONGEST_COUNTED = 8
_NO_TREATMENT = Pattern(
    r"(?:năm|tháng|quý|ngày|kỳ|có|thêm|trung bình|bình quân|tổng số|tổng)(?!\p{L})|.*\d|.*(?<!\p{L})(?:là|có)(?!\p{L})"
)


def _by_counter(sight: Sight, figure: Figure, noun: Noun) -> Span | None:
    """`điện não đồ 874 ca`, `kéo giãn cột sống 6.120 lần`: the words before a counter say what was done so often."""
    folded, subject = sight.folded, sight.subject
    if subject is None or noun.span.of(folded) not in _COUNTERS or figure.indicator != noun.span:
        return None
    if _COUNTER_ENDS.match(folded, noun.span.stop) is None:
        return None
    done = _CARRIES_OUT.search(folded, subject.start, subject.stop)
    name = settled(folded, subject if done is None else Span(done.end(), subject.stop))
    if name is None or _NO_TREATMENT.match(name.of(folded)) or len(name.of(folded).split()) > _LONGEST_COUNTED:
        return None
    return name


_DONATED = Pattern(
    r"(?P<name>hiến máu(?: (?:nhân đạo|tình nguyện|cứu người))*)(?:\s*:|\s+(?:được|thu được|đạt))\s*(?:hơn |gần |trên )?$"
)


def _donated(sight: Sight, noun: Noun) -> Span | None:
    """`hiến máu nhân đạo được 389 đơn vị máu`: what is given counts how much was given."""
    match = None if noun.span.of(sight.folded) != "đơn vị máu" else _DONATED.search(sight.folded, sight.start, sight.at)
    return None if match is None else Span(*match.span("name"))


_REACHES = Pattern(r"\s+(?:(?:hiện|đã|nay|chỉ) )*(?:là|lên đến|lên tới|đạt|có|còn)(?: (?:hơn|gần|trên|khoảng))*\s*")
_NUMBER = Pattern(r"(?:tổng )?số (?!lượt)(?=\p{L})")


def _number_of(sight: Sight, figure: Figure) -> Span | None:
    """`số đảng viên bị tố cáo cần xem xét là 31 trường hợp`: a number of them is said, no deed."""
    subject = sight.subject
    if subject is None or not subject.start <= figure.indicator.start < subject.stop:
        return None
    subject = subjects.over_commas(sight.folded, sight.floor, sight.start, subject)
    if _NUMBER.match(sight.folded, subject.start, subject.stop) is None:
        return None
    return subject if _REACHES.fullmatch(sight.folded, subject.stop, sight.at) else None


_TASK = Pattern(
    r"\W*(?:(?:đến nay|trong năm|ngoài ra|đồng thời),?\s+)?(?:việc|công tác)\s+(?P<name>\p{L}[^;:()\d]{4,70}?)\s+(?:(?:đã"
    r"|được|cũng|vừa|cơ bản) )*"
)
_CARRIED_OUT = Pattern(r"(?:thực hiện|triển khai|tiến hành|hoàn thành|hoàn tất|làm)(?: xong)?(?: (?:tại|cho|với))?")
_FOR = Pattern(r"(?:\s+xong)?\s+(?:cho|với|tại|ở|đối với)\s*(?:hơn|gần|trên|khoảng)?\s*")


def _of_task(sight: Sight, figure: Figure) -> Span | None:
    """`việc cấp đổi giấy chứng nhận được hoàn thành cho 1.250 hộ`: the work names it, not that it was done."""
    deed = figure.deed
    if deed is None or _CARRIED_OUT.fullmatch(deed.span.of(sight.folded)) is None or _FOR.fullmatch(deed.via) is None:
        return None
    task = _TASK.fullmatch(sight.folded, sight.segment, deed.span.start)
    return None if task is None else Span(*task.span("name"))


_NOUN_BEHIND = Pattern(r"\s+(?:về(?! (?:làm|nhận|giữ|quê|đích)(?!\p{L}))|trung ương|liên quan|thuộc diện)(?=\s\p{L})")


def _described_noun(sight: Sight, figure: Figure, noun: Noun) -> Span | None:
    """`thụ lý 60 vụ án về tham nhũng`: a noun that is described names more than the verb."""
    if figure.shape not in (Shape.DEED, Shape.LISTED) or noun.kind not in (NounKind.CASE, NounKind.PEOPLE):
        return None
    behind = _NOUN_BEHIND.match(sight.folded, noun.span.stop)
    if behind is None:
        return None
    rest = indicators.after(sight.folded, behind.end() + 1, predicate=False)
    return Span(noun.span.start, behind.end() if rest is None else rest.stop)


_INVESTED = Pattern(
    r"(?<!\p{L})(?P<name>(?:(?:thu hút|kêu gọi|mời gọi|xúc tiến) )?(?:vốn )?đầu tư(?: trực tiếp)?(?: (?:nước ngoài|trong nước))?)"
    r"(?: \([^()]*\))?(?: (?:đã|thu hút|được|vào|cho|với|đạt|có|mới|thêm|hơn|gần|trên|khoảng))*\s*$"
)
_BARE_PROJECTS = frozenset({"dự án", "dự án mới"})


def _invested(sight: Sight, noun: Noun) -> Span | None:
    """`thu hút đầu tư nước ngoài được 17 dự án mới`: projects count what was invested."""
    if not noun.span.of(sight.folded).startswith("dự án"):
        return None
    phrase = indicators.after(sight.folded, noun.span.start, predicate=False)
    if phrase is None or phrase.of(sight.folded) not in _BARE_PROJECTS:
        return None
    match = _INVESTED.search(sight.folded, sight.start, sight.at)
    return None if match is None or match["name"] == "đầu tư" else Span(*match.span("name"))


_WORKED = Pattern(r"(?<!\p{L})(?P<name>tiết kiệm|tinh giản)(?: (?:được|hơn|gần|trên|khoảng|ít nhất|tối thiểu))*\s*$")
_OF_WORK = frozenset({"biên chế", "ngày công", "giờ công"})


def _of_work(sight: Sight, figure: Figure, noun: Noun) -> Span | None:
    """`tinh giản 145 biên chế, tiết kiệm 7.000 ngày công`: what was saved is a unit, no measure."""
    if noun.span.of(sight.folded) not in _OF_WORK or figure.indicator != noun.span:
        return None
    match = _WORKED.search(sight.folded, sight.floor, sight.at)
    return None if match is None else Span(*match.span("name"))
