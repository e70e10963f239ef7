"""Whether two mentions, or two meetings, are one: by head, number, day, holder and the words of their names."""

from __future__ import annotations

from collections.abc import Sequence

from congressx.engine import Mention
from congressx.extractors.meetings.kinds import COUNCILS, names_no_council
from congressx.extractors.meetings.meeting import (
    Meeting,
    falls_into,
    folded_name,
    is_one_day,
    is_preparatory,
    says_sitting,
)
from congressx.extractors.meetings.naming import Head
from congressx.extractors.meetings.record import MeetingType
from congressx.patterns import Pattern
from congressx.vietnamese.dates import DateMention, Deictic
from congressx.vietnamese.spelling import fold, phrase

_OF_A_DAY = frozenset({Head.CEREMONY, Head.TALK})


def is_same(meeting: Meeting, mention: Mention) -> bool:
    """Whether a mention speaks of a meeting; nothing that it says is said otherwise of it."""
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
    sits = says_sitting(named) != says_sitting(mention) or _standing_meets(named) != _standing_meets(mention)
    return sits or _sit_apart(meeting, mention)


def _sit_apart(meeting: Meeting, mention: Mention) -> bool:
    """`Ủy ban Kiểm tra Tỉnh ủy tổ chức kỳ họp thứ 27` and, told beside it, `HĐND huyện họp kỳ chuyên đề`."""
    sides = ((meeting.host, mention.value["type"]), (mention.value["host"], meeting.type))
    return any(host is not None and kind in COUNCILS and names_no_council(fold(host)) for host, kind in sides)


def _standing_meets(mention: Mention) -> bool:
    told = folded_name(mention).startswith("họp")
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
    return "toàn quốc" in folded_name(mention)


def _same_date(meeting: Meeting, date: DateMention | None) -> bool:
    known = meeting.date
    if date is None or known is None:
        return True
    if date.start.day is None or known.start.day is None:
        return not _differ(date.start.month, known.start.month) or known.end is not None
    return falls_into(date.start, known) or falls_into(known.start, date)


# --- sittings of one session ------------------------------------------------------------------------------------------


def _is_same_part(part: Meeting, mention: Mention) -> bool:
    """`phiên thứ nhất` in text, title and caption, `phiên trù bị` and `phiên họp trù bị`; a mere `phiên họp` can be any."""
    ordinal, named = mention.value["ordinal"], part.mentions[0]
    numbered = ordinal is not None and ordinal == part.first("ordinal") and _same_words(named, mention)
    same = numbered or (is_preparatory(mention) and is_preparatory(named)) or _sits_then(part, mention)
    return same and _same_date(part, mention.value["date"])


_KIND_OF_SITTING = Pattern(phrase(r"(?:phiên|buổi|cuộc)(?: họp)? (?P<kind>\w+ \w+)"))


def _kind_of_sitting(mention: Mention) -> str | None:
    found = _KIND_OF_SITTING.match(folded_name(mention))
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
    one_day = other.start.day is not None and other.end is None and is_one_day(other.start, one.start)
    return one_day and not _differ(one.part_of_day, other.part_of_day)


# --- the main meeting in other words ----------------------------------------------------------------------------------


def with_all_told(main: Meeting, meetings: Sequence[Meeting]) -> list[Meeting]:
    """The meetings, those that are the main one in other words put to it."""
    again = [m for m in meetings if m is not main and _is_told_again(m, main)]
    main.mentions.extend(mention.having(head=main.head) for meeting in again for mention in meeting.mentions)
    return [meeting for meeting in meetings if meeting not in again]


def _is_told_again(meeting: Meeting, main: Meeting) -> bool:
    """`Chiều 22/6, ông … tiếp xúc cử tri quận`, and under the picture `hội nghị tiếp xúc cử tri ở quận, 22/6`: one meeting.

    It has the day of the main one, neither a number nor another holder, and is named in the same words or a mere `cuộc họp`.
    """
    if meeting.head is Head.PART:
        return main.is_sitting and all(_sits_then(main, mention) for mention in meeting.mentions)
    own, of_main = meeting.date, main.date
    if own is None or of_main is None or not _same_hours(of_main, own):
        return False
    if meeting.head is Head.CONGRESS or meeting.number is not None:
        return False
    if meeting.host is not None and not _is_holder(meeting.host, main):
        return False
    named = main.mentions[0]
    again = next((mention for mention in meeting.mentions if mention.value["date"] is not None), meeting.mentions[0])
    alike = meeting.host is None and len(_words(named) & _words(again)) > 1 and _same_words(named, again)
    return alike or _is_mere(again, main)


def _is_holder(host: str, main: Meeting) -> bool:
    """`Hội đồng bầu cử quốc gia họp` and, told before, `phiên họp thứ tư của Hội đồng bầu cử quốc gia`."""
    return fold(host) in fold(f"{main.host} | {main.mentions[0].value['name']}")


def _is_mere(again: Mention, main: Meeting) -> bool:
    """Whether a name says nothing but that there was a meeting, or that the committee met whose meeting the main one is."""
    name = folded_name(again)
    if _OF_A_COMMITTEE.fullmatch(name):
        return main.head is Head.CONFERENCE and main.type is MeetingType.COMMITTEE_PLENUM
    if _MERE_SESSION.fullmatch(name):
        return main.head is Head.SESSION and not main.is_sitting
    return _MERE_MEETING.fullmatch(name) is not None and main.head is not Head.CEREMONY


_MERE_SESSION = Pattern(phrase(r"kỳ họp"))
_MERE_MEETING = Pattern(phrase(r"(?:(?:cuộc|buổi|phiên) )?họp"))
_OF_A_COMMITTEE = Pattern(phrase(r"hội nghị (?:(?:thành|tỉnh|huyện|quận) ủy|ban chấp hành|bch)"))


# --- words of names ---------------------------------------------------------------------------------------------------

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
    return set(_GENERIC.sub(" ", _ABOUT.sub("", folded_name(mention))).split())
