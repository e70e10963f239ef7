"""Mentions that speak of one meeting, put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from congressx.document import Document
from congressx.engine import Mention
from congressx.extractors.meetings.kinds import COUNCILS, names_no_council
from congressx.extractors.meetings.naming import Head
from congressx.extractors.meetings.record import MeetingType
from congressx.patterns import Pattern
from congressx.vietnamese.dates import DateMention, Deictic, PartialDate
from congressx.vietnamese.spelling import fold, phrase

_OPENING, _LEAD = 5, 2
"""Sentences in which an article introduces its meeting; those whose subject is what it reports, whatever their verb."""


@dataclass(slots=True)
class Meeting:
    """Mentions of one meeting, in the order in which they are believed: body, title, captions."""

    mentions: list[Mention]
    sitting: DateMention | None = None
    """The day of the sitting that the article reports, where it opens with no day of the session itself."""
    begins: bool = True
    """Whether that sitting is the first; the day of a debate or of the closing is not the one on which the session began."""

    opened: bool = False
    """Whether that sitting is told as held."""
    announced: bool = False
    """Whether its day lies behind that of the meeting which the article reports."""

    def first(self, field: str) -> Any:
        """The first value said."""
        return next(self._said(field), None)

    def _said(self, field: str) -> Iterator[Any]:
        return (m.value[field] for m in self.mentions if m.value[field] not in (None, (), False))

    @property
    def head(self) -> Head:
        """Kind of head its first mention has."""
        return Head(self.mentions[0].value["head"])

    @property
    def is_sitting(self) -> bool:
        """Whether it is one `phiên họp`, not the days of a `kỳ họp`."""
        return _says_sitting(self.mentions[0])

    @property
    def type(self) -> MeetingType:
        """The first type said that says something."""
        return next((t for t in self._said("type") if t is not MeetingType.OTHER), MeetingType.OTHER)

    @property
    def number(self) -> int | None:
        """The first ordinal said; far below a mere `đại hội`, or in a look back, it is that of another one."""
        for place, mention in enumerate(self.mentions):
            if mention.value["ordinal"] is None or (place > 0 and mention.value["recalled"]):
                continue
            far = mention.sentence > _OPENING and not mention.value["held"]
            mere = place > 0 and all(m.value["bare"] for m in self.mentions[:place])
            return None if far and mere else int(mention.value["ordinal"])
        return None

    @property
    def date(self) -> DateMention | None:
        """That of the first sitting, else the first date said; an interval that begins with it says more (`trong hai ngày 6 và 7/7`)."""
        if self.sitting is not None:
            return self.sitting if self.begins else None
        dates = list(self._own_dates())
        first = next((date for date in dates if date.start.day is not None), dates[0] if dates else None)
        if first is not None and first.start.year is None:
            whole_year = next((d for d in dates if d.start.year and _begins(d.start, first.start)), first)
            first = replace(whole_year, part_of_day=whole_year.part_of_day or first.part_of_day)
        if first is None or first.end is not None:
            return first
        whole = next((date for date in dates if date.end is not None and _begins(date.start, first.start)), None)
        if whole is not None:
            return replace(whole, part_of_day=first.part_of_day)
        return next((date for date in dates if date.end is not None and _falls_into(first.start, date)), first)

    def _own_dates(self) -> Iterator[DateMention]:
        """The dates said of it; none of what is still to come after `chiều nay`, or of a mere `hội nghị` far below."""
        today = False
        for mention in self.mentions:
            value, told = mention.value, _takes_place(mention)
            far = value["bare"] and mention.sentence > _OPENING
            if value["date"] is None or (not told and far) or (value["planned"] and today):
                continue
            today = today or (told and value["date"].deictic is Deictic.TODAY)
            yield value["date"]

    @property
    def host(self) -> str | None:
        """The first holder said; of a mere `hội nghị` far below nobody knows which one it is."""
        near = (m for m in self.mentions if not m.value["bare"] or m.sentence <= _OPENING)
        return next((m.value["host"] for m in near if m.value["host"]), None)


def _begins(interval: PartialDate, day: PartialDate) -> bool:
    same_year = None in (interval.year, day.year) or interval.year == day.year
    return same_year and (interval.month, interval.day) == (day.month, day.day)


def meetings_of(mentions: Sequence[Mention], document: Document) -> list[Meeting]:
    """The meetings of a document, each with all its mentions; what is only cited is none."""
    mentions = _with_parts(_with_acts(mentions))
    sections = {m: document.sentences[m.sentence].section.rank for m in mentions}
    meetings: list[Meeting] = []
    for mention in sorted(mentions, key=lambda m: (sections[m], m.sentence, m.focus)):
        if mention.value["cited"] and not (mention.value["held"] and mention.value["date"]):
            continue
        home = next((meeting for meeting in meetings if _is_same(meeting, mention)), None)
        if home is None:
            meetings.append(Meeting([mention]))
        else:
            home.mentions.append(mention)
    _lend_days(meetings)
    _lend_first_days(meetings)
    return meetings


def _lend_days(meetings: Sequence[Meeting]) -> None:
    """`Sáng 9/12, tại phiên khai mạc kỳ họp thứ 20 …`, `HĐND tỉnh chiều 12/6 đã bầu …`: the only session was held then.

    A later sitting (`phiên thảo luận`) tells which session is reported, but not when it began.
    """
    sessions = [meeting for meeting in meetings if _has_sittings(meeting)]
    parts = [m for meeting in meetings if meeting.head is Head.PART for m in meeting.mentions if _is_told(m)]
    if not sessions:
        sessions = [m for m in meetings if m.head is Head.CONFERENCE and m.first("ordinal") is not None]
        parts = [part for part in parts if _is_first(part)]
    for session in sessions:
        if any(_has_a_day(mention) for mention in session.mentions):
            continue
        own = [part for part in parts if any(_is_of(part, mention) for mention in session.mentions)]
        told = min(own or (parts if len(sessions) == 1 else []), key=lambda m: m.focus, default=None)
        if told is not None:
            session.sitting = _with_own(told.value["date"], session)
            session.begins = _is_first(told)
            session.opened = bool(told.value["held"] and not told.value["planned"])


def _lend_first_days(meetings: Sequence[Meeting]) -> None:
    """`Chiều 18/7, Đảng bộ phường họp phiên trù bị Đại hội …`: a congress without a day of its own begins with it."""
    parts = [m for meeting in meetings if meeting.head is Head.PART for m in meeting.mentions if _is_told(m)]
    opening = [part for part in parts if is_preparatory(part) and not part.value["planned"]]
    for congress in (meeting for meeting in meetings if meeting.head is Head.CONGRESS):
        own = next((p for p in opening if any(_is_of(p, mention) for mention in congress.mentions)), None)
        if own is not None and not any(mention.value["date"] for mention in congress.mentions):
            congress.sitting = own.value["date"]


_FIRST = Pattern(phrase(r"(?:phiên|buổi|lễ)(?: họp)? (?:khai mạc|đầu tiên|(?:lần )?thứ (?:nhất|1))(?!\w)"))


def _is_first(part: Mention) -> bool:
    """Whether it is the sitting that opens its session; several days and what a council does are told of the session itself."""
    of_all = part.value["council"] or part.value["date"].end is not None
    return bool(of_all or _FIRST.match(fold(str(part.value["name"]))))


def _is_of(part: Mention, session: Mention) -> bool:
    """`phiên bế mạc kỳ họp thứ 16`."""
    return bool(session.value["in_part"]) and part.focus.overlaps(session.focus)


def _has_a_day(session: Mention) -> bool:
    """Whether it is dated where the article opens, or for all its days; a day further down is that of another sitting."""
    date: DateMention | None = session.value["date"]
    if date is None or date.start.day is None:
        return False
    return session.sentence <= _OPENING or date.end is not None


def _with_own(day: DateMention, session: Meeting) -> DateMention:
    """The day of a sitting with the year and the hours that are said of the session itself."""
    own = [mention.value["date"] for mention in session.mentions if mention.value["date"] is not None]
    near = (date.start.year for date in own if date.start.month == day.start.month)
    year = day.start.year or next((year for year in near if year is not None), None)
    hours = next((date.part_of_day for date in own if date.start.day is None and date.part_of_day), day.part_of_day)
    return replace(day, start=replace(day.start, year=year), part_of_day=hours)


def _has_sittings(meeting: Meeting) -> bool:
    """Whether it is a council's session, or a conference with a named sitting: `phiên bế mạc Hội nghị Thành ủy lần thứ 16`."""
    if meeting.head is Head.SESSION:
        return meeting.type is not MeetingType.COMMITTEE_PLENUM
    return meeting.head is Head.CONFERENCE and any(mention.value["in_part"] for mention in meeting.mentions)


def _takes_place(mention: Mention) -> bool:
    return bool(mention.value["held"] or mention.value["scene"]) and not mention.value["planned"]


def _is_told(part: Mention) -> bool:
    value = part.value
    dated = value["date"] is not None and value["date"].start.day is not None
    reported = value["held"] or value["scene"] or (part.sentence <= _LEAD and not value["planned"])
    return bool(dated and reported and not value["recalled"] and part.sentence <= _OPENING)


def _with_parts(mentions: Sequence[Mention]) -> list[Mention]:
    """`phiên họp thứ năm` is a part where the article reports a congress or a session (`kỳ họp`), otherwise a meeting."""
    whole = any(
        m.value["head"] in (Head.CONGRESS, Head.SESSION)
        and not _is_sitting(m)
        and (m.value["in_part"] or _takes_place(m))
        for m in mentions
    )
    if not whole:
        return [m.having(head=Head.SESSION) if _is_of_council(m) else m for m in mentions]
    told = any(_is_named_session(m) and m.value["ordinal"] is not None and _has_a_day(m) for m in mentions)
    return [
        m.having(head=Head.PART) if _is_sitting(m) or _is_debate(m) or (told and _is_mere_sitting(m)) else m
        for m in mentions
    ]


def _is_mere_sitting(mention: Mention) -> bool:
    """`48 đại biểu có mặt tại phiên họp` below `Kỳ họp thứ Mười (diễn ra từ ngày 17 đến 19/7)`."""
    return mention.value["date"] is None and fold(str(mention.value["name"])) == "phiên họp"


def _with_acts(mentions: Sequence[Mention]) -> list[Mention]:
    """An act of a council (`Sáng 8/12, HĐND tỉnh thảo luận …`) is a part of the session, where one is named."""
    named = [mention for mention in mentions if _is_named_session(mention)]
    in_session = {m for m in mentions if m.value["council"] and any(_may_act(other, m) for other in named)}
    kinds = {m.value["type"] for m in in_session}
    return [
        m.having(head=Head.PART) if m in in_session else _of_type(kinds, m)
        for m in mentions
        if m in in_session or not (m.value["council"] and _DECIDES.match(fold(str(m.value["name"]))))
    ]


def _of_type(kinds: set[MeetingType], mention: Mention) -> Mention:
    """A mere `kỳ họp` is that of the council that acts."""
    mere = mention.value["head"] is Head.SESSION and mention.value["bare"]
    return mention.having(type=next(iter(kinds))) if mere and len(kinds) == 1 else mention


_DECIDES = Pattern(
    phrase(r"(?:(?:công bố kết quả )?bầu|(?:miễn|bãi) nhiệm|bỏ phiếu|biểu quyết|thông qua|xem xét)(?!\w)")
)
"""`Sáng 15/7, HĐND tỉnh đã bầu ông …`, `thông qua nghị quyết …` tells of one decision, by itself of no meeting; a debate is a sitting."""


def _is_named_session(mention: Mention) -> bool:
    value = mention.value
    if value["head"] is not Head.SESSION or value["council"] or value["cited"]:
        return False
    if value["recalled"] and not value["in_part"]:
        return False
    mere = value["bare"] and mention.sentence <= _OPENING
    return bool(value["date"] or ((value["ordinal"] is not None or mere) and _takes_place(mention)))


def _may_act(session: Mention, act: Mention) -> bool:
    """A standing committee acts in a `phiên họp`, never in the `kỳ họp` of its council."""
    return _says_sitting(session) or "thường vụ" not in act.value["council"]


def _is_of_council(mention: Mention) -> bool:
    """`phiên chất vấn của HĐND Hà Nội`, where the article names no session of which it is a part."""
    return mention.value["head"] is Head.PART and mention.value["type"] in COUNCILS


_DEBATE = Pattern(
    phrase(r"(?:buổi|cuộc) (?:thảo luận|họp cuối|họp đầu tiên)(?: (?:tổ|nhóm|hội trường))?(?: sáng nay)?")
)


def _is_debate(mention: Mention) -> bool:
    """`tại buổi thảo luận tổ chiều 9/12`: hours of a session or a congress."""
    return mention.value["head"] is Head.TALK and _DEBATE.fullmatch(fold(str(mention.value["name"]))) is not None


def _is_sitting(mention: Mention) -> bool:
    of_nobody = mention.value["type"] is MeetingType.OTHER
    return mention.value["head"] is Head.SESSION and of_nobody and _says_sitting(mention)


def _says_sitting(mention: Mention) -> bool:
    return fold(str(mention.value["name"])).startswith("phiên")


def _is_same(meeting: Meeting, mention: Mention) -> bool:
    if meeting.head is mention.value["head"] is Head.PART:
        return _is_same_part(meeting, mention)
    if _contradicts(meeting, mention) or _is_another_that_day(meeting, mention):
        return False
    value = mention.value
    if value["recalled"] and value["date"] is not None and value["date"].start.day is None and not value["bare"]:
        return False  # `Tháng 9/2015, Hội nghị lần thứ nhất … bầu ông …`: of a life
    if value["bare"]:
        another = value["head"] in _OF_A_DAY and not _same_date(meeting, value["date"])
        return not another and (not value["recalled"] or meeting.mentions[-1].sentence == mention.sentence)
    if value["ordinal"] is not None and meeting.first("ordinal") == value["ordinal"]:
        return any(_is_national(other) for other in meeting.mentions) or not _is_national(mention)
    return _same_words(meeting.mentions[0], mention) and _same_date(meeting, value["date"])


def _is_another_that_day(meeting: Meeting, mention: Mention) -> bool:
    """`Cùng ngày, Ủy ban MTTQ tỉnh tổ chức hội nghị …`: another one, unless a number says which it is."""
    value = mention.value
    date: DateMention | None = value["date"]
    if date is None or date.deictic is not Deictic.SAME_DAY or value["bare"] or value["host"] is None:
        return False
    return value["ordinal"] is None or value["ordinal"] != meeting.first("ordinal")


def with_all_told(main: Meeting, meetings: Sequence[Meeting]) -> list[Meeting]:
    """The meetings, those that are the main one in other words put to it."""
    again = [m for m in meetings if m is not main and _is_told_again(m, main)]
    main.mentions.extend(mention.having(head=main.head) for meeting in again for mention in meeting.mentions)
    return [meeting for meeting in meetings if meeting not in again]


def _is_told_again(meeting: Meeting, main: Meeting) -> bool:
    """`Chiều 22/6, ông … tiếp xúc cử tri quận`, and under the picture `hội nghị tiếp xúc cử tri ở quận, 22/6`: one meeting.

    It has the day of the main one, neither a number nor a holder of its own, and is named in the same words or a mere `cuộc họp`.
    """
    if meeting.head is Head.PART:
        return main.is_sitting and all(_sits_then(main, mention) for mention in meeting.mentions)
    own, of_main = meeting.date, main.date
    if own is None or of_main is None or meeting.head is Head.CONGRESS:
        return False
    named = main.mentions[0]
    again = next((mention for mention in meeting.mentions if mention.value["date"] is not None), meeting.mentions[0])
    if meeting.number is not None or not (meeting.host is None or _is_holder(meeting.host, main)):
        return False
    alike = meeting.host is None and len(_words(named) & _words(again)) > 1 and _same_words(named, again)
    return _same_hours(of_main, own) and (alike or _is_mere(again, main))


def _is_holder(host: str, main: Meeting) -> bool:
    """`Hội đồng bầu cử quốc gia họp` and, told before, `phiên họp thứ tư của Hội đồng bầu cử quốc gia`."""
    return fold(host) in fold(f"{main.host} | {main.mentions[0].value['name']}")


def _is_mere(again: Mention, main: Meeting) -> bool:
    """Whether a name says nothing but that there was a meeting, or that the committee met whose meeting the main one is."""
    name = fold(str(again.value["name"]))
    if _OF_A_COMMITTEE.fullmatch(name):
        return main.head is Head.CONFERENCE and main.type is MeetingType.COMMITTEE_PLENUM
    if _MERE_SESSION.fullmatch(name):
        return main.head is Head.SESSION and not main.is_sitting
    return _MERE_MEETING.fullmatch(name) is not None and main.head is not Head.CEREMONY


_MERE_SESSION = Pattern(phrase(r"kỳ họp"))
_MERE_MEETING = Pattern(phrase(r"(?:(?:cuộc|buổi|phiên) )?họp"))
_OF_A_COMMITTEE = Pattern(phrase(r"hội nghị (?:(?:thành|tỉnh|huyện|quận) ủy|ban chấp hành|bch)"))


_OF_A_DAY = frozenset({Head.CEREMONY, Head.TALK})


def _is_same_part(part: Meeting, mention: Mention) -> bool:
    """`phiên thứ nhất` in text, title and caption, `phiên trù bị` and `phiên họp trù bị`; a mere `phiên họp` can be any."""
    ordinal, named = mention.value["ordinal"], part.mentions[0]
    numbered = ordinal is not None and ordinal == part.first("ordinal") and _same_words(named, mention)
    same = numbered or (is_preparatory(mention) and is_preparatory(named)) or _sits_then(part, mention)
    return same and _same_date(part, mention.value["date"])


_KIND_OF_SITTING = Pattern(phrase(r"(?:phiên|buổi|cuộc)(?: họp)? (?P<kind>\w+ \w+)"))


def _kind_of_sitting(mention: Mention) -> str | None:
    found = _KIND_OF_SITTING.match(fold(str(mention.value["name"])))
    return None if found is None else " ".join(found["kind"].split())


def _sits_then(part: Meeting, mention: Mention) -> bool:
    """`phiên thảo luận về ngân sách của kỳ họp …`, and under the picture `phiên thảo luận chiều 3/12`: the same day and hours."""
    own, other = part.date, mention.value["date"]
    if own is None or other is None or own.start.day is None or _differ(part.number, mention.value["ordinal"]):
        return False
    kind = _kind_of_sitting(mention)
    return kind is not None and kind == _kind_of_sitting(part.mentions[0]) and _same_hours(own, other)


def _same_hours(one: DateMention, other: DateMention) -> bool:
    """Whether two dates are one day and may be the same hours of it."""
    one_day = other.start.day is not None and other.end is None and _begins(other.start, one.start)
    return one_day and not _differ(one.part_of_day, other.part_of_day)


def is_preparatory(part: Mention) -> bool:
    """Whether it is the `phiên trù bị` of a congress."""
    return "trù bị" in fold(str(part.value["name"]))


def _contradicts(meeting: Meeting, mention: Mention) -> bool:
    """Whether head, ordinal, term or type are those of another meeting."""
    value = mention.value
    if value["head"] != meeting.head:
        return True
    if value["head"] is Head.SESSION and _is_another_session(meeting, mention):
        return True
    if any(_differ(meeting.first(field), value[field]) for field in ("ordinal", "term")):
        return True
    if value["head"] is Head.CONGRESS and _are_apart(_levels(meeting.mentions), _levels([mention])):
        return True  # the `Đại hội Đảng bộ huyện` to which that of the xã sends delegates
    return len({meeting.type, value["type"]} - {MeetingType.OTHER}) > 1


def _is_another_session(meeting: Meeting, mention: Mention) -> bool:
    """A `phiên họp` of the committee that prepares the `kỳ họp`, or `Thường trực HĐND họp`; that of another body."""
    named = meeting.mentions[0]
    sits = _says_sitting(named) != _says_sitting(mention) or _standing_meets(named) != _standing_meets(mention)
    return sits or _sit_apart(meeting, mention)


def _sit_apart(meeting: Meeting, mention: Mention) -> bool:
    """`Ủy ban Kiểm tra Tỉnh ủy tổ chức kỳ họp thứ 27` and, told beside it, `HĐND huyện họp kỳ chuyên đề`."""
    sides = ((meeting.host, mention.value["type"]), (mention.value["host"], meeting.type))
    return any(host is not None and kind in COUNCILS and names_no_council(fold(host)) for host, kind in sides)


def _standing_meets(mention: Mention) -> bool:
    told = fold(str(mention.value["name"])).startswith("họp")
    return told and fold(mention.value["host"] or "").startswith("thường trực")


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


_LEVEL = Pattern(phrase(r"đảng bộ (?P<level>xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)(?!\w)"))


def _levels(mentions: Sequence[Mention]) -> set[str]:
    said = (fold(f"{mention.value['name']} | {mention.value['host']}") for mention in mentions)
    return {match["level"] for words in said for match in _LEVEL.finditer(words)}


def _are_apart(some: set[str], others: set[str]) -> bool:
    return bool(some and others) and some.isdisjoint(others)


def _is_national(mention: Mention) -> bool:
    return "toàn quốc" in fold(str(mention.value["name"]))


def _same_date(meeting: Meeting, date: DateMention | None) -> bool:
    known = meeting.date
    if date is None or known is None:
        return True
    if date.start.day is None or known.start.day is None:
        return not _differ(date.start.month, known.start.month) or known.end is not None
    return _falls_into(date.start, known) or _falls_into(known.start, date)


def _falls_into(day: PartialDate, dates: DateMention) -> bool:
    """Whether a day is that of `dates`, or one of the days they span."""
    first, last, asked = ((d.month or 0, d.day or 0) for d in (dates.start, dates.end or dates.start, day))
    return first <= asked <= last


_GENERIC = Pattern(
    phrase(
        r"đại hội|hội nghị|kỳ họp|phiên họp|buổi|cuộc|đại biểu|đảng bộ|đảng viên|lần thứ \w+|lần \w+|khóa \w+|nhiệm kỳ"
        r"|của|[\d(),-]+"
        r"|cấp cao|mở rộng|bất thường|chuyên đề|thường kỳ|thường lệ|(?:cuối|giữa) năm|cuối cùng|kín|riêng|thứ \w+"
        r"|(?<!\w)(?:bch|ban chấp hành|tỉnh|huyện|quận|thành phố|tp\.?|việt nam|lần)(?!\w)"
    )
)
_ABOUT = Pattern(phrase(r"(?<=\w )(?:thực hiện )?(?:nghị quyết|chỉ thị|kết luận|quyết định)(?!\w).*"))
"""`hội nghị kiểm điểm … kết luận Hội nghị Trung ương 4`: the words of what it is about are not its own."""


def _same_words(one: Mention, other: Mention) -> bool:
    """Whether two names can be those of one meeting: most words of the shorter stand in the longer."""
    words, others = _words(one), _words(other)
    return len(words & others) >= 0.6 * min(len(words), len(others))


def _words(mention: Mention) -> set[str]:
    return set(_GENERIC.sub(" ", _ABOUT.sub("", fold(str(mention.value["name"])))).split())
