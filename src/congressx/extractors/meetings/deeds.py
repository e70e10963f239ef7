"""Meetings that only a verb tells: `Ban Thường vụ Tỉnh ủy họp xem xét …`, `tiếp xúc cử tri quận …`, `làm việc với Huyện ủy …`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from congressx.document import Sentence
from congressx.extractors.meetings.hosts import delegation_before, holder_at, holder_before
from congressx.extractors.meetings.kinds import type_of
from congressx.extractors.meetings.naming import Head, MeetingName, read_name
from congressx.extractors.meetings.record import MeetingType
from congressx.extractors.meetings.timing import event_dates
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.dates import DateMention
from congressx.vietnamese.letters import LETTER, UPPER
from congressx.vietnamese.organisations import read_organisation
from congressx.vietnamese.spelling import fold, phrase


@dataclass(frozen=True, slots=True)
class Deed:
    """One meeting told by a verb."""

    name: MeetingName
    host: str | None
    planned: bool
    council: str | None = None
    """The council whose act alone tells it: another sentence may name the session."""
    actor: str | None = None
    """That council in full, where it has acted."""


_NOUNS = "".join(
    f"(?<!{noun} )"
    for noun in ("buổi", "cuộc", "hội nghị", "kỳ", "phiên", "(?<!văn )phòng", "chương trình", "lịch", "dự", "mời")
)
"""Nouns that the verbs go on with: `cuộc họp`, `phòng họp`."""
_AWARDS = (
    r"(?:trao|tặng|trao tặng|đón nhận) (?:(?:các|danh hiệu) )?(?:huy hiệu|bằng|huân chương|cờ|thẻ)|kết nạp đảng viên"
)
_VERB = Pattern(
    phrase(
        rf"(?<![{LETTER}]){_NOUNS}(?:(?P<meet>họp)(?! báo| trù bị| mặt| đồng| hội nghị| đại hội| kỳ họp| \w+ lần(?! thứ))"
        r"|(?P<voters>tiếp xúc(?: với)? (?:gần |hơn |khoảng )?(?:\d+ )?cử tri)"
        rf"|(?P<work>làm việc với|gặp mặt|đối thoại với|gặp gỡ)"
        r"|(?P<review>(?<!họp (?:để )?)(?:sơ|tổng) kết|(?<=(?:tổ chức|tiến hành) )(?:học tập|quán triệt"
        rf"|sinh hoạt chuyên đề|giao ban|họp mặt|kiểm điểm|{_AWARDS})))(?![{LETTER}])"
    )
)
_BEFORE = Pattern(
    phrase(
        r"(?:^|\s|,)(?P<adverbs>(?:(?:đã|vừa|sẽ|đang|dự kiến|có buổi|tổ chức|tiến hành|đến|về|tới|cũng|,|bất ngờ|nhóm"
        r"|khai mạc|tiếp tục),? )*)$"
    )
)
_COMMITTEE = Pattern(
    phrase(
        r"^(?:(?:các )?ban |bộ chính trị|bch|btv|ủy ban|ubtvqh|ub|hđnd|hội đồng|thường trực|thường vụ|(?:tỉnh|thành"
        r"|huyện|quận|thị|đảng|quân) ủy"
        r"|trung ương|chính phủ|quốc hội|đảng đoàn|chi bộ|đảng bộ|đoàn|tổ|tiểu ban)"
    )
)
_COUNCIL = Pattern(
    phrase(r"^(?:thường trực )?(?:hđnd|hội đồng nhân dân|quốc hội|ubtvqh|(?:ủy ban )?thường vụ quốc hội)")
)
_CHAIRED = Pattern(phrase(r"(?:chủ trì|chủ tọa|dự) $"))
_OFFICIAL = Pattern(
    phrase(
        r"bí thư|chủ tịch|thủ tướng|ủy viên|đại biểu|đoàn công tác|trưởng|giám đốc|thường trực|thường vụ|ban |tỉnh ủy"
        r"|thành ủy|lãnh đạo|đbqh|bộ chính trị|chính phủ|quốc hội"
    )
)
_THOSE_MET = Pattern(
    phrase(
        r"(?:làm việc với|gặp mặt|gặp gỡ|đối thoại với) (?:(?:các|cán bộ|lãnh đạo|tập thể|đại diện|đoàn|ban lãnh đạo"
        r"|hơn|gần|\d+) )*"
        r"(?P<who>cử tri|doanh nghiệp|doanh nhân|thanh niên|nhân dân|văn nghệ sĩ|trí thức|chủ chốt|kiều bào|chuyên gia"
        r"|thường trực"
        r"|thường vụ|tỉnh|thành phố|huyện|quận|xã|phường|tp)?"
    )
)


def find_deeds(sentence: Sentence) -> Iterator[Deed]:
    """Every meeting a verb of the sentence tells; what a council does on a day, it does in session."""
    if (act := _council_act(sentence)) is not None:
        yield act
    for match in _VERB.finditer(sentence.folded):
        before = _BEFORE.search(sentence.folded, max(0, match.start() - 60), match.start())
        start = before.start("adverbs") if before else match.start()
        planned = before is not None and regex.search(phrase(r"sẽ|dự kiến"), before["adverbs"]) is not None
        read = _meet if match["meet"] else _review if match["review"] else _talk
        deed = read(sentence, match, start)
        if deed is not None:
            yield replace(deed, planned=planned)


_ACT = Pattern(
    phrase(
        rf"(?<![{LETTER}])(?P<adverbs>(?:(?:đã|vừa|sẽ|tiếp tục|tiến hành|bắt đầu|cũng|bước vào|dành (?:cả|trọn) ngày)"
        r"(?: để)? )*)"
        rf"(?P<act>thảo luận|biểu quyết|thông qua|bầu|miễn nhiệm|bãi nhiệm|bỏ phiếu|lấy phiếu|nghe|cho ý kiến|xem xét"
        rf"|chất vấn|công bố kết quả)(?! cử)(?![{LETTER}])"
    )
)
_ACTING_COUNCIL = Pattern(
    phrase(
        r"(?:(?:các )?(?:đại biểu|đb) )?(?:hđnd|hội đồng nhân dân|quốc hội|ubtvqh|(?:ủy ban )?thường vụ quốc hội"
        r"|(?P<committee>ban chấp hành|bch|trung ương|tw))(?!\w)"
    )
)
_BETWEEN = Pattern(phrase(r"\s*\)?(?:,? (?:trong|với|tại|ở|sau|thực hiện|tiếp tục)(?!\w)[^,;:]{2,90})?,?\s*"))
"""Between the day and the council: `Sáng 6/12, trong ngày làm việc thứ ba, HĐND tỉnh …`."""


def _council_act(sentence: Sentence) -> Deed | None:
    """`Chiều 10/11, Quốc hội thảo luận dự luật …`: nobody names the session, but the council sits."""
    first = _ACTING_COUNCIL.search(sentence.folded)
    if first is None or _ACT.search(sentence.folded, first.end()) is None:
        return None
    for date in event_dates(sentence.folded):
        council = _council_behind(sentence, date) or _council_ahead(sentence, date)
        if council is None:
            continue
        act = _ACT.search(sentence.folded, max(council.end(), date.span.stop), council.end() + _LONGEST_COUNCIL)
        announces = council["committee"] is not None and act is not None and act["act"] == "công bố kết quả"
        if (
            act is None
            or announces
            or not _NAME_ONLY.fullmatch(sentence.cased, max(council.end(), date.span.stop), act.start())
        ):
            continue
        name = read_name(sentence.folded, sentence.cased, Span(*act.span("act")), Head.SESSION, act.start())
        kind = type_of(f"kỳ họp {council.group()}", Head.SESSION)
        if council["committee"]:
            name, kind = replace(name, head=Head.CONFERENCE), MeetingType.COMMITTEE_PLENUM
        planned = regex.search(phrase(r"(?<!\w)sẽ"), act["adverbs"]) is not None
        if not planned or sentence.index <= _OPENING:
            last = len(sentence.folded[: act.start("adverbs")].rstrip())
            actor = None if planned else holder_at(sentence, Span(council.start(), last))
            return Deed(replace(name, type=kind, ordinal=None, term=None), None, planned, council.group(), actor)
    return None


def _council_behind(sentence: Sentence, date: DateMention) -> regex.Match[str] | None:
    """`Sáng 6/12, trong ngày làm việc thứ ba, HĐND tỉnh …`."""
    between = _BETWEEN.match(sentence.folded, date.span.stop)
    return None if between is None else _ACTING_COUNCIL.match(sentence.folded, between.end())


def _council_ahead(sentence: Sentence, date: DateMention) -> regex.Match[str] | None:
    """`HĐND tỉnh Hà Phong khóa XIV chiều 12/6 đã bầu …`: the council opens the clause, its name goes up to the day."""
    opened = sentence.folded.rfind(", ", 0, date.span.start)
    council = _ACTING_COUNCIL.match(sentence.folded, 0 if opened < 0 else opened + 2)
    named = council is not None and _NAME_ONLY.fullmatch(sentence.cased, council.end(), date.span.start) is not None
    return council if named else None


_OPENING = 2
"""Index of the last sentence in which an article announces what it is about."""
_LONGEST_COUNCIL = 110
_NAME_ONLY = Pattern(
    rf"(?:\s|\([^)]*\)|[{UPPER}][\p{{L}}.&-]*|\(?nhiệm kỳ|\d{{4}}\s*-\s*\d{{4}}\)?|\d+|tỉnh|huyện|quận|xã|phường"
    rf"|thành phố|thị xã|khóa|khoá|bộ|mới|,)*"
)
"""Between `HĐND` and its verb stands the rest of its name."""


_DEPUTIES = Pattern(
    phrase(r"(?:^|[,;] )(?:(?:các|các vị) )?đại biểu (?P<council>hđnd|hội đồng nhân dân|quốc hội)(?!\w)")
)
"""`Các vị đại biểu HĐND xã … nhóm họp lần thứ nhất`."""


def _meet(sentence: Sentence, match: regex.Match[str], start: int) -> Deed | None:
    """`Ban Bí thư đã họp`: whoever meets is a committee, and named right before; or somebody `chủ trì họp Ban Chỉ đạo`."""
    host = holder_before(sentence, start)
    if (
        host is None
        and (deputies := _DEPUTIES.search(sentence.folded, 0, start))
        and _NAME_ONLY.fullmatch(sentence.cased, deputies.end(), start)
    ):
        name = read_name(sentence.folded, sentence.cased, Span(*match.span()), Head.SESSION, start)
        return Deed(replace(name, type=type_of(f"kỳ họp {deputies['council']}", Head.SESSION)), None, planned=False)
    chaired = _CHAIRED.search(sentence.folded, 0, match.start()) is not None
    if not chaired and (host is None or not _COMMITTEE.match(fold(host))):
        return None
    name = read_name(sentence.folded, sentence.cased, Span(*match.span()), Head.TALK, start)
    if host is not None and _COUNCIL.match(fold(host)):
        kind = type_of(f"kỳ họp {fold(host)}", Head.SESSION)
        return Deed(replace(name, head=Head.SESSION, type=kind), host, planned=False)
    told = name.span.of(sentence.folded)
    of_holder = host is not None and (_EXECUTIVE.match(fold(host)) or not _REVIEWS_AT_IT.match(told))
    kind = type_of(f"hội nghị {fold(host or '')}" if of_holder else told.replace("họp", "hội nghị", 1), Head.CONFERENCE)
    return Deed(replace(name, type=kind), host, planned=False)


_EXECUTIVE = Pattern(phrase(r"(?:ban chấp hành|bch|ban thường vụ|btv)(?!\w)"))
_REVIEWS_AT_IT = Pattern(phrase(r"họp (?:để )?(?:sơ|tổng) kết"))
"""`Đảng ủy Bệnh viện … họp tổng kết công tác năm`."""
_REVIEWS = frozenset({"sơ kết", "tổng kết"})
_CARRIED_OUT = Pattern(phrase(r"(?:tổ chức|tiến hành) $"))


def _review(sentence: Sentence, match: regex.Match[str], start: int) -> Deed | None:
    """`Ban Thường vụ Tỉnh ủy … tổ chức sơ kết 1 năm …`: a review without the noun; held by whoever is named right before.

    Without a day, `sơ kết`, `tổ chức học tập` are tasks.
    """
    told = match["review"] in _REVIEWS and _CARRIED_OUT.search(sentence.folded, 0, match.start()) is not None
    dated = any(date.span.stop <= start and date.start.day is not None for date in event_dates(sentence.folded))
    host = holder_before(sentence, start) if told or dated else None
    if host is None:
        return None
    name = read_name(sentence.folded, sentence.cased, Span(*match.span()), Head.CONFERENCE, start)
    if _IS_CEREMONY.match(name.span.of(sentence.folded)):
        return Deed(replace(name, head=Head.CEREMONY, type=MeetingType.CEREMONY), host, planned=False)
    kind = type_of(f"hội nghị {name.span.of(sentence.folded)}", Head.CONFERENCE)
    return Deed(replace(name, type=kind), host, planned=False)


_IS_CEREMONY = Pattern(phrase(rf"(?:họp mặt[^;.]{{0,60}}(?: và|,) )?(?:{_AWARDS})(?!\w)"))


def _talk(sentence: Sentence, match: regex.Match[str], start: int) -> Deed | None:
    """`Tổng Bí thư tiếp xúc cử tri …`, `Bí thư Thành ủy … làm việc với Sở …`: officials with those they meet."""
    if match["work"] is not None:
        before = match.start() or len(sentence.folded)  # `Làm việc với Sở Y tế, Bí thư …`: who works stands behind
        by_officials = _OFFICIAL.search(sentence.folded, 0, before) is not None
        if not by_officials or not (match["work"] == "gặp mặt" or _meets_somebody(sentence, match)):
            return None
    name = read_name(sentence.folded, sentence.cased, Span(*match.span()), Head.TALK, start)
    host = delegation_before(sentence, match.start()) if match["voters"] else _delegation_at_work(sentence, start)
    return Deed(name, host, planned=False)


_DELEGATION = Pattern(r"(?:tổ|đoàn)\s")


def _delegation_at_work(sentence: Sentence, stop: int) -> str | None:
    """`Đoàn kiểm tra của Bộ Chính trị … làm việc với Thành ủy`; an official is no holder."""
    host = holder_before(sentence, stop)
    return host if host is not None and _DELEGATION.match(fold(host)) else None


def _meets_somebody(sentence: Sentence, match: regex.Match[str]) -> bool:
    those = _THOSE_MET.match(sentence.folded, match.start())
    if those is None:
        return False
    return those["who"] is not None or read_organisation(sentence.cased, sentence.folded, those.end()) is not None
