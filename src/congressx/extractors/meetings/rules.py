"""Where a sentence names a meeting or tells one by a verb, with date, host, place and verb beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from congressx.document import Document, Sentence
from congressx.engine import Draft, Finder
from congressx.extractors.meetings.actors import actor_of
from congressx.extractors.meetings.deeds import find_deeds
from congressx.extractors.meetings.holding import as_told
from congressx.extractors.meetings.hosts import host_of
from congressx.extractors.meetings.meeting import OPENING
from congressx.extractors.meetings.naming import Head, MeetingName, find_meeting_names
from congressx.extractors.meetings.places import place_of
from congressx.extractors.meetings.telling import Telling, telling_of
from congressx.extractors.meetings.terms import term_of_holder
from congressx.extractors.meetings.timing import Timing, ends_behind, event_dates, meets_in, timing_of
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.dates import DateMention, Deictic
from congressx.vietnamese.spelling import phrase


def _named(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """One draft a meeting named in the sentence; `link` decides which of them are meetings the article reports."""
    names = list(find_meeting_names(sentence.folded, sentence.cased))
    dates = event_dates(sentence.folded) if names else ()
    for found in names:
        to_the_press = _is_told_to_the_press(found, sentence.folded)
        name = replace(found, cited=False) if to_the_press else found
        # `tại phiên bế mạc Kỳ họp thứ 14` is at the session too
        part = next((whole for whole in names if name.in_part and whole.span.contains(name.span)), name)
        telling = telling_of(part, sentence.folded)
        if name.bare and telling.recalled and any(meets_in(name, other, sentence.folded) for other in names):
            continue  # `Trước đó, chiều 26/6, Đại hội đã họp phiên trù bị`: the sitting is told
        timing = _timing_of(name, part, names, dates, sentence.folded)
        if name.cited and _is_where_it_was_done(name, timing, sentence):
            name, telling = replace(name, cited=False), replace(telling, scene=True)
        if name.bare:
            timing, telling = _of_bare(name, timing, telling, sentence.folded)
        if not telling.held and _acted(timing, part, sentence.folded):
            telling = replace(telling, held=True, past=True)
        host = host_of(part, sentence)
        draft = _draft(sentence, as_told(name, host, sentence.folded), timing, telling, host)
        actor = None if host else actor_of(name, sentence)
        yield replace(draft, value={**draft.value, "actor": actor, "to_the_press": to_the_press})


_TOLD_TO_THE_PRESS = Pattern(
    phrase(
        r"(?<!tổ chức )(?:họp báo|giao ban báo chí|gặp gỡ báo chí)(?! (?:về|thông tin|giới thiệu|công bố))[^;]{0,160}"
        r" (?:công tác chuẩn bị|chuẩn bị(?: cho)?|về|sau ngày làm việc(?: thứ \w+)?(?: của)?) $"
    )
)
"""`Gặp mặt phóng viên chiều 8/6, Ban Tuyên giáo … cho biết đại hội lần thứ 19 đang được chuẩn bị`."""


def _is_told_to_the_press(name: MeetingName, folded: str) -> bool:
    """Whether a congress is what the press is told of: the article reports it, the talk with the press only says who said so."""
    return name.head is Head.CONGRESS and _TOLD_TO_THE_PRESS.search(folded, 0, name.span.start) is not None


def _timing_of(
    name: MeetingName, part: MeetingName, names: Sequence[MeetingName], dates: Sequence[DateMention], folded: str
) -> Timing:
    """The day of a name; of `phiên khai mạc Đại hội …`, which is its first, that of the part."""
    opening = _OPENING_PART.match(folded, part.span.start) if name.in_part else None
    if opening is None:
        return timing_of(name, names, dates, folded)
    timing = timing_of(part, names, dates, folded)
    is_sitting = opening["ceremony"] is None and name.head is Head.CONGRESS
    if timing.date is not None and is_sitting and _is_right_behind(part, timing.date, folded):
        return replace(timing, date=replace(timing.date, part_of_day=None))  # hours of the opening alone
    return timing


_DONE_AT = Pattern(phrase(r"(?:(?:trong|theo) )?(?:(?:ngay )?sau|(?:thông báo )?kết luận|kết quả)(?: của)? "))


def _is_where_it_was_done(name: MeetingName, timing: Timing, sentence: Sentence) -> bool:
    """Whether words that seem only to cite a meeting report, with its day, what was done at it."""
    date = timing.date
    return date is not None and (_is_followed_by_results(name, date, sentence) or _is_put_before(name, sentence))


def _is_followed_by_results(name: MeetingName, date: DateMention, sentence: Sentence) -> bool:
    """`Sau kỳ họp từ ngày 4 đến 6/5, Ủy ban Kiểm tra … kết luận`, where the article opens."""
    opens = sentence.index <= OPENING and date.span.start >= name.span.stop
    if not opens or name.head in (Head.PART, Head.CONGRESS):
        return False
    return _DONE_AT.fullmatch(sentence.folded, 0, name.span.start) is not None


_PUT_BEFORE = Pattern(
    phrase(
        r"(?<!\w)(?:(?:theo|trong) chương trình(?: làm việc)?(?: của)?|(?<!chương )(?<!quá )(?<!tờ )trình(?: tại)?) $"
    )
)
_PREPARED = Pattern(phrase(r"(?<!\w)(?:chuẩn bị|phải|để|trước)(?!\w)"))
_AHEAD = Pattern(phrase(r"(?<!\w)(?:sẽ|dự kiến|sắp|tới)(?!\w)"))


def _is_put_before(name: MeetingName, sentence: Sentence) -> bool:
    """`trình kỳ họp thứ 9 HĐND tỉnh, sáng 10-7`, `theo chương trình phiên họp thứ 26, ngày 5/8, … đã nghe`: none of it to come."""
    if name.ordinal is None or sentence.index > OPENING:
        return False
    before = sentence.folded[: name.span.start]
    to_come = _PREPARED.search(before) is not None or _AHEAD.search(sentence.folded) is not None
    return not to_come and _PUT_BEFORE.search(before) is not None


def _of_bare(name: MeetingName, timing: Timing, telling: Telling, folded: str) -> tuple[Timing, Telling]:
    """What is said of a mere `đại hội` at work is said of some of its hours, not of its first day."""
    if not (telling.held or telling.scene) and _follows_its_date(timing, name):
        timing = Timing()  # `Hôm nay (23-4), đại hội …`
    if telling.at_work and (telling.planned or _GOES_ON.match(folded, name.span.stop)):
        whole = timing.date is not None and timing.date.end is not None  # `từ 6 đến 9/12, đại hội sẽ bàn …`
        timing = timing if whole else Timing()  # `chiều nay đại hội sẽ bầu …`
        telling = replace(telling, planned=False)
    return timing, telling


_GOES_ON = Pattern(phrase(r",? (?:đã |vẫn )?(?:tiếp tục|làm việc)"))
_OPENING_PART = Pattern(phrase(r"(?P<ceremony>lễ khai mạc)|(?:phiên|buổi) (?:khai mạc|chính thức|trọng thể)"))


def _is_right_behind(name: MeetingName, date: DateMention, folded: str) -> bool:
    """`phiên khai mạc Đại hội … sáng 27/6`, with no comma between."""
    return date.span.start >= name.span.stop and not folded[name.span.stop : date.span.start].strip()


_RIGHT_BEHIND = 8
"""Code points within which a day stands behind a name: `vào ngày`, a bracket."""
_ACTED = Pattern(
    phrase(r"[\s)\"]*,? (?:đã|vừa) (?:không )?(?!qua|rồi|được (?:nêu|đề cập|xác định)|(?:bị )?(?:hoãn|hủy|lùi))\w")
)


def _acted(timing: Timing, name: MeetingName, folded: str) -> bool:
    """`Ngày 22/6, Hội nghị lần thứ 7 … đã hiệp thương cử …`, `buổi tiếp xúc cử tri sáng 10/12 đã …`: it was held."""
    date = timing.date
    if date is None or (date.start.day is None and date.deictic is None):
        return False
    behind = date.span.stop if 0 <= date.span.start - name.span.stop <= _RIGHT_BEHIND else name.span.stop
    return _ACTED.match(folded, behind) is not None


def _follows_its_date(timing: Timing, name: MeetingName) -> bool:
    return timing.date is not None and timing.date.span.stop <= name.span.start


def _told_by_verb(sentence: Sentence, document: Document) -> Iterator[Draft]:
    deeds = list(find_deeds(sentence))
    dates = event_dates(sentence.folded) if deeds else ()
    names = [deed.name for deed in deeds]
    if dates:
        names += find_meeting_names(sentence.folded, sentence.cased)
    for deed in deeds:
        timing = timing_of(deed.name, names, dates, sentence.folded)
        telling = telling_of(deed.name, sentence.folded)
        told = replace(telling, held=True, scene=False, planned=deed.planned)
        draft = _draft(sentence, deed.name, timing, told, deed.host)
        yield replace(draft, value={**draft.value, "council": deed.council, "actor": deed.actor})


def _draft(sentence: Sentence, name: MeetingName, timing: Timing, telling: Telling, host: str | None) -> Draft:
    value: dict[str, Any] = {
        "type": name.type,
        "also": name.also,
        "name": " ".join(name.span.of(sentence.text).split()),
        "ordinal": name.ordinal,
        "term": name.term,
        "term_of_holder": term_of_holder(name, sentence.folded),
        "head": name.head,
        "bare": name.bare,
        "in_part": name.in_part,
        "council": None,
        "actor": None,
        "cited": name.cited,
        "to_the_press": False,
        "date": timing.date,
        "last": timing.last,
        "closes": timing.closes,
        "held": telling.held,
        "past": telling.past,
        "scene": telling.scene,
        "planned": telling.planned or _is_to_come(name, timing.date, telling, sentence.folded),
        "cancelled": telling.cancelled,
        "talked_about": telling.talked_about,
        "recalled": telling.recalled,
        "host": host,
        "place": place_of(name, timing, sentence),
    }
    return Draft(value, name.span, _quote(name, timing))


_STILL_TO_COME = Pattern(phrase(r" (?:sắp )?tới(?!\w)"))


def is_still_to_come(date: DateMention, folded: str) -> bool:
    """`được tổ chức từ ngày 4 đến 6-12 tới`, `ngày mai (5/6)`."""
    return date.deictic is Deictic.TOMORROW or _STILL_TO_COME.match(folded, date.span.stop) is not None


_ANNOUNCED = Pattern(
    phrase(r"(?:^|[,;:] )theo (?!đó)[^,;]{3,60}, $|(?<!\w)(?:cho biết|thông tin|thông báo)(?: rằng|,|:)? $")
)


def _is_to_come(name: MeetingName, date: DateMention | None, telling: Telling, folded: str) -> bool:
    """`Theo Văn phòng HĐND, kỳ họp thứ 20 diễn ra từ ngày 8 đến 11/12`: days that a source tells are still to come."""
    if date is None or ends_behind(name, folded):
        return False
    told = date.end is not None and telling.held and not telling.past and date.span.start > name.span.stop
    return is_still_to_come(date, folded) or (told and _ANNOUNCED.search(folded, 0, name.span.start) is not None)


_LONGEST_QUOTE = 120


def _quote(name: MeetingName, timing: Timing) -> Span:
    """The name and its date, when both fit into a quote."""
    whole = name.span if timing.date is None else name.span.cover(timing.date.span)
    if len(whole) <= _LONGEST_QUOTE:
        return whole
    return Span(name.span.start, min(name.span.stop, name.span.start + _LONGEST_QUOTE))


TOLD_BY_VERB = "meetings.told_by_verb"

RULES = (
    # Sáng 28/5, Đảng bộ Sở … đã tổ chức Đại hội lần thứ II · Hội nghị lần thứ nhất Ban Chấp hành … diễn ra chiều 12/12
    Finder(
        "meetings.named",
        _named,
        cues=("hội", "họp", "phiên", "lễ", "buổi", "cuộc", "tọa đàm", "diễn đàn", "mít tinh", "chương trình", "đh"),
    ),
    # Chiều 24/5, Ban Thường vụ Tỉnh ủy họp … · Sáng 17/6, Tổng Bí thư tiếp xúc cử tri … · Bí thư … làm việc với Sở …
    # Ngày 9/6, Ban Thường vụ Tỉnh ủy … tổ chức sơ kết 1 năm thực hiện … · Chiều 10/11, Quốc hội thảo luận dự luật …
    Finder(
        TOLD_BY_VERB,
        _told_by_verb,
        cues=(
            *("họp", "tiếp xúc", "làm việc với", "gặp mặt", "đối thoại", "gặp gỡ"),
            *("sơ kết", "tổng kết", "học tập", "quán triệt", "chuyên đề", "giao ban", "kiểm điểm"),
            *("tổ chức trao", "tổ chức tặng", "tổ chức đón nhận", "tổ chức kết nạp"),
            *("hđnd", "hội đồng nhân dân", "quốc hội", "chấp hành", "bch", "trung ương", "tw"),
        ),
    ),
)
