"""Meetings named after what a sentence before told: `Sáng 5/6, Tỉnh ủy trao quyết định … Tại lễ trao quyết định, …`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from congressx.document import Document, Sentence
from congressx.engine import Mention
from congressx.extractors.meetings.meeting import OPENING, folded_name
from congressx.extractors.meetings.naming import Head
from congressx.extractors.meetings.places import place_behind
from congressx.extractors.meetings.telling import saying
from congressx.extractors.meetings.timing import event_dates
from congressx.patterns import Pattern
from congressx.vietnamese.dates import DateMention, Deictic
from congressx.vietnamese.spelling import phrase

_OPENS = 45
"""Code points within which the day opens the sentence of the deed."""
_NAMED_AFTER = Pattern(
    phrase(
        r"(?:buổi|cuộc|lễ|hội nghị)(?: lễ)? (?P<deed>gặp mặt|gặp gỡ|gặp|làm việc|tiếp xúc|đối thoại|họp|tiếp|thăm"
        r"|(?:trao|công bố|nhận)(?: (?:và|,) trao)?(?: các)? (?:quyết định|nghị quyết))(?!\w)"
    )
)
_DEEDS = {
    "quyết": Pattern(
        phrase(
            r"(?<!\w)(?:(?:trao|công bố|nhận)(?: [^,;.]{0,30})? (?:quyết định|nhiệm vụ)"
            r"|được [^,;.]{0,30}(?:phân công|điều động|bổ nhiệm|chỉ định))(?!\w)"
        )
    ),
    "gặp": Pattern(phrase(r"(?<!\w)(?:gặp|tiếp)(?! (?:khó|phải|nhiều|tục|nhận|theo|thu))(?!\w)")),
}
"""The deeds that names tell in other words: who is given an office receives it, those who meet are received."""


def with_told_days(mentions: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """The mentions with the days that sentences before give them: those of the deeds they are named after, and of `cùng ngày`."""
    for mention in mentions:
        date = _day_before(mention, document)
        if date is None and not _has_a_day(mention, mentions):
            date = _day_of_deed(mention, document)
        if date is None and mention.value["date"] is None and _follows_in_prose(mention, document):
            date = (
                _day_of_result(mention, document)
                or _day_of_words(mention, document)
                or _day_and_place(mention, document)
            )
        yield mention if date is None else _with_place_told(mention.having(date=date), document)


def _with_place_told(mention: Mention, document: Document) -> Mention:
    """`Sáng 5/2, tại Tỉnh ủy Hà Phong, … công bố quyết định … Tại buổi công bố, …`: the place behind the day it has from there."""
    if mention.value["place"] is not None or mention.value["date"].deictic is Deictic.SAME_DAY:
        return mention
    for sentence in reversed(document.sentences[: mention.sentence]):
        if mention.value["date"] in event_dates(sentence.folded):
            return mention.having(place=place_behind(mention.value["date"], sentence))
    return mention


_BACK = 4
"""Sentences back to the day that `cùng ngày` takes up."""


def _day_before(mention: Mention, document: Document) -> DateMention | None:
    """`Ngày 20/11, Bộ Chính trị trao quyết định … Cùng ngày, HĐND tỉnh tổ chức kỳ họp`: the day last told."""
    date: DateMention | None = mention.value["date"]
    if date is None or date.deictic is not Deictic.SAME_DAY or date.start.day is not None:
        return None
    own = document.sentences[mention.sentence].folded
    day = _last_day_in_clause(own, date.span.start) or _last_day_above(mention.sentence, document)
    return None if day is None else replace(date, start=day.start)


def _last_day_in_clause(folded: str, stop: int) -> DateMention | None:
    """`lễ viếng bắt đầu ngày 24-10 tại nhà tang lễ, lễ an táng diễn ra |cùng ngày|`."""
    clause = max(folded.rfind(mark, 0, stop) for mark in (". ", "; ", "* "))  # a bullet: its sentence was not cut
    return next((day for day in reversed(_days_told(folded)) if clause < day.span.start < stop), None)


def _last_day_above(index: int, document: Document) -> DateMention | None:
    """The last day told in the sentences right above; where none of them tells one, in the first that opens the article."""
    near = range(index - 1, max(0, index - _BACK) - 1, -1)
    opening = range(min(OPENING, index))
    for sentence in (document.sentences[above] for above in (*near, *opening)):
        if sentence.section.is_prose and (days := _days_told(sentence.folded)):
            return days[-1]
    return None


def _days_told(folded: str) -> list[DateMention]:
    return [date for date in event_dates(folded) if date.start.day is not None]


def _has_a_day(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether it, or a meeting of its kind named before, is dated already."""
    value = mention.value
    if (
        value["date"] is not None
        or not (value["scene"] or value["held"])
        or value["cited"]
        or mention.sentence > OPENING
    ):
        return True
    if value["head"] not in (Head.TALK, Head.CEREMONY, Head.CONFERENCE):
        return True
    return any(m.value["date"] is not None and m.sentence <= mention.sentence for m in mentions)


_RESULT_AT = Pattern(
    phrase(
        r"(?:(?:ông|bà|họ|tất cả|cả \w+(?: \w+)?) (?=(?:được bầu|trúng cử|đắc cử))"
        r"|(?:(?:các|những|toàn bộ) )?(?:quyết định|nội dung|kết quả|việc|nghị quyết|danh sách|nhân sự|vấn đề)(?!\w))"
        r"(?![^.;]*(?<!\w)(?:từng|sẽ|trước)(?!\w))[^.;]{0,110} (?:tại|trong|ở) "
    )
)
_DECIDED = Pattern(
    phrase(
        r"(?<!\w)(?:bầu(?! cử)|(?:miễn|bãi|bổ) nhiệm|thông qua|biểu quyết|bỏ phiếu|phê chuẩn|thôi (?:giữ|làm)|trúng cử|kỷ luật"
        r"|nhất trí|thống nhất|quyết định)(?!\w)"
    )
)


def _follows_in_prose(mention: Mention, document: Document) -> bool:
    """Whether it is told near the beginning, below a sentence of prose."""
    value = mention.value
    told = (value["scene"] or value["held"]) and not (value["cited"] or value["recalled"] or value["planned"])
    near = 1 <= mention.sentence <= OPENING
    return bool(told and near and document.sentences[mention.sentence - 1].section.is_prose)


def _day_of_result(mention: Mention, document: Document) -> DateMention | None:
    """`Chiều 25/12, Ban Chấp hành miễn nhiệm … Quyết định được đưa ra trong hội nghị lần thứ Bảy`: one and the same day."""
    before, sentence = document.sentences[mention.sentence - 1 : mention.sentence + 1]
    named = mention.focus.start - sentence.span.start
    if not _RESULT_AT.fullmatch(sentence.folded, 0, named):
        return None
    return _opening_day(before, _DECIDED)


_SAID_AT = Pattern(
    phrase(
        r"[^.;:]{0,90}(?<!\w)(?:như (?:vậy|thế|trên)|(?:điều|ý kiến|yêu cầu|đề nghị|nhận định|đánh giá|khẳng định|thông tin"
        r"|phát biểu|con số|chia sẻ|lời(?: \w+)?|lưu ý|câu hỏi) (?:này|đó|ấy|trên))(?!\w)[^.;:]{0,60} (?:tại|ở|trong|khi dự|khi chủ trì) "
    )
)


def _day_of_words(mention: Mention, document: Document) -> DateMention | None:
    """`Nhận định này được Bí thư … nêu ra sáng 20/8. Ông phát biểu như vậy ở hội nghị …`: said at it on that day."""
    before, sentence = document.sentences[mention.sentence - 1 : mention.sentence + 1]
    if not _SAID_AT.fullmatch(sentence.folded, 0, mention.focus.start - sentence.span.start):
        return None
    dates = _days_told(before.folded)
    return dates[0] if len(dates) == 1 and _is_of_saying(dates[0], before.folded) else None


_PLACE = Pattern(phrase(r",?(?: (?:tại|ở) (?:[^;:.]|(?<=tp)\.|(?<=\d)\.(?=\d)){3,120})?[\s.…]*"))
_DONE = Pattern(phrase(r"(?<!\w)(?:đã|đang|sẽ|vừa|được|có|là|diễn ra|tổ chức|khai mạc|bế mạc|xảy ra|họp)(?!\w)"))


def _day_and_place(mention: Mention, document: Document) -> DateMention | None:
    """`Ngày 16/1/2019 tại hội trường huyện. Hội Luật gia … tổ chức …`: a full stop for a comma."""
    before = document.sentences[mention.sentence - 1]
    dates = event_dates(before.folded)
    if len(dates) != 1 or not mention.value["held"] or dates[0].start.day is None or dates[0].span.start > _FIRST_WORDS:
        return None
    rest = _PLACE.fullmatch(before.folded, dates[0].span.stop)
    return dates[0] if rest is not None and not _DONE.search(rest.group()) else None


_FIRST_WORDS = 12
"""Code points of `Vào `, `Trong `, a bullet."""
_SAID_ON = Pattern(phrase(r"(?:,|(?:nêu|đưa|công bố|phát biểu)(?: ra)?)(?: vào)? $"))


def _is_of_saying(date: DateMention, folded: str) -> bool:
    """`Sáng 20/8, Bí thư yêu cầu …`, `… được Bí thư nêu ra sáng 20/8`; no day of what is spoken of."""
    said = [match.end() for match in saying().finditer(folded)]
    if date.span.start <= _OPENS and date.span.stop < len(folded) / 2:
        return bool(said)
    ends = not folded[date.span.stop :].strip(" .")
    right_behind = _SAID_ON.search(folded, 0, date.span.start) is not None
    return ends and (right_behind or any(0 <= date.span.start - stop <= 1 for stop in said))


def _day_of_deed(mention: Mention, document: Document) -> DateMention | None:
    named = _NAMED_AFTER.match(folded_name(mention))
    if named is None:
        return None
    told = named["deed"]
    known = next((pattern for word, pattern in _DEEDS.items() if word in told), None)
    deed = known or Pattern(rf"(?<!\w){told}(?!\w)")
    for sentence in document.sentences[: mention.sentence]:
        if sentence.section.is_prose:
            date = _opening_day(sentence, deed)
            if date is not None:
                return date
    return None


def _opening_day(sentence: Sentence, deed: Pattern) -> DateMention | None:
    date = next(iter(event_dates(sentence.folded)), None)
    if date is None or date.span.start > _OPENS or date.start.day is None:
        return None
    told = deed.search(sentence.folded, date.span.stop)
    return date if told and not saying().search(sentence.folded, date.span.stop, told.start()) else None
