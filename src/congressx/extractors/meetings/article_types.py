"""Which type a meeting has, once the whole article is known."""

from __future__ import annotations

from congressx.document import Document
from congressx.engine import Mention
from congressx.extractors.meetings.kinds import COUNCILS, OPENS_A_TERM, names_no_council, type_of, type_with_host
from congressx.extractors.meetings.meeting import Meeting, folded_name
from congressx.extractors.meetings.naming import Head
from congressx.extractors.meetings.record import MeetingRole, MeetingType
from congressx.patterns import Pattern
from congressx.vietnamese.spelling import fold, phrase


def type_in_article(
    meeting: Meeting, role: MeetingRole, host: str | None, main: Mention | None, document: Document
) -> MeetingType:
    """The type of a meeting: what its names say, else its holder, the title, what it elects, the meeting it is part of."""
    kind = meeting.type
    if kind is MeetingType.NATIONAL_CONGRESS and role is MeetingRole.MAIN and _is_local(meeting, document):
        return MeetingType.PARTY_CONGRESS
    if kind is MeetingType.NATIONAL_CONGRESS and host is not None and not _is_named_national(meeting):
        kind = type_with_host(MeetingType.OTHER, Head.CONGRESS, fold(host))
    if kind is MeetingType.OTHER:
        kind = _type_of_work(meeting, role, document)
    if kind is MeetingType.OTHER and meeting.head is Head.SESSION and _is_of_no_council(meeting, document):
        return kind
    holders = [host, document.title if role is MeetingRole.MAIN else None]
    for holder in (fold(text) for text in holders if text):
        kind = type_with_host(kind, meeting.head, holder)
    if kind is not MeetingType.OTHER:
        return kind
    if meeting.head is Head.CONGRESS:
        return _type_of_elected(meeting, document)
    if meeting.head is Head.SESSION and main is not None and main.value["type"] in COUNCILS:
        return MeetingType(main.value["type"])  # `Kỳ họp thứ 13 dự kiến diễn ra …`, in news of the twelfth
    return kind if role is not MeetingRole.SESSION or main is None else _type_of_part(meeting, main, document)


def _type_of_work(meeting: Meeting, role: MeetingRole, document: Document) -> MeetingType:
    """What a conference does: a committee votes at it, or the title says what it reviews."""
    if meeting.head not in (Head.CONFERENCE, Head.TALK):
        return MeetingType.OTHER
    if _committee_votes(meeting, document):
        return MeetingType.COMMITTEE_PLENUM
    name = folded_name(meeting.mentions[0])
    if role is not MeetingRole.MAIN or not _REVIEWS_SOMETHING.fullmatch(name):
        return MeetingType.OTHER
    return type_of(f"{name} {fold(document.title)}", Head.CONFERENCE)


def _type_of_part(part: Meeting, main: Mention, document: Document) -> MeetingType:
    """That of the whole; the first meeting of those whom a congress elected is theirs."""
    first = part.first("ordinal") == 1 and main.value["type"] in OPENS_A_TERM and _is_of_elected(part, document)
    return MeetingType.COMMITTEE_PLENUM if first else MeetingType(main.value["type"])


def _is_of_no_council(session: Meeting, document: Document) -> bool:
    """`Tại kỳ họp thứ 15, Ủy ban Kiểm tra Trung ương …`, whatever committee the title speaks of."""
    return any(names_no_council(document.sentences[mention.sentence].folded) for mention in session.mentions)


_REVIEWS_SOMETHING = Pattern(phrase(r"hội nghị (?:sơ kết|tổng kết)"))
"""What is reviewed, the title says."""
_ELECTS = Pattern(
    phrase(
        r"(?:ban chấp hành|bch) (?:(?P<national>(?:trung ương|t\.?ư|tw)(?: đảng)? khóa)"
        r"|(?P<holder>(?:đảng bộ|hội|liên hiệp|liên đoàn|công đoàn|đoàn|chi bộ)(?!\w)[^,.;:]{0,40}))"
    )
)


def _type_of_elected(congress: Meeting, document: Document) -> MeetingType:
    """`Đại hội đã bầu … vào Ban Chấp hành Đảng bộ tỉnh`: a mere `đại hội` is that of the body whose committee it elects."""
    sentences = {mention.sentence for mention in congress.mentions} | set(range(_OPENING))
    for index in sorted(i for i in sentences if i < len(document.sentences)):
        found = _ELECTS.search(document.sentences[index].folded)
        if found is not None and found["national"]:
            return MeetingType.NATIONAL_CONGRESS
        if found is not None:
            return type_of(f"đại hội {found['holder']}", Head.CONGRESS)
    return MeetingType.OTHER


_OPENING = 4
"""Sentences that say of which body an article tells."""
_COMMITTEE_DECIDES = (
    r"(?:ban chấp hành|bch|ban thường vụ|btv)(?! \w+ đoàn)[^,.;:]{0,70}"
    r" (?:bầu|bỏ phiếu|biểu quyết|thống nhất|nhất trí|quyết định|xem xét)(?!\w)"
)
_VOTES = Pattern(
    phrase(
        r"(?:hội nghị|(?:cuộc|buổi) họp)"
        r"(?: này| (?:(?:diễn ra|kết thúc) )?(?:ngày|sáng|chiều|tối)(?!\w)[^,.;:]{1,30})?,?"
        rf" {_COMMITTEE_DECIDES}"
    )
)
_VOTED_AT = Pattern(phrase(rf"(?<!\w){_COMMITTEE_DECIDES} (?:trong|tại) $"))
"""`Chủ trương được Ban Thường vụ Huyện ủy nhất trí trong cuộc họp ngày 5/6`."""


def _committee_votes(conference: Meeting, document: Document) -> bool:
    """`Tại hội nghị, Ban Chấp hành Đảng bộ tỉnh đã bỏ phiếu bầu …`."""
    for mention in (m for m in conference.mentions if m.value["bare"]):
        sentence = document.sentences[mention.sentence]
        named = mention.focus.start - sentence.span.start
        if _VOTES.match(sentence.folded, named) or _VOTED_AT.search(sentence.folded, 0, named):
            return True
    return False


_ELECTED = Pattern(
    phrase(
        r"(?<!\w)(?:ban chấp hành|bch|(?:đảng|chi|cấp|tỉnh|thành|huyện|quận) ủy|ban thường vụ|btv"
        r"|ủy ban (?:kiểm tra|mttq|mặt trận)|bầu [^.;]{0,40}(?:bí thư|chủ tịch))(?!\w)"
    )
)
_WORK_OF_CONGRESSES = Pattern(
    phrase(r"đoàn (?:chủ tịch|thư ký)|thẩm tra tư cách|quy chế làm việc|trù bị|bầu (?:ra )?(?:ban chấp hành|bch)")
)


def _is_of_elected(first: Meeting, document: Document) -> bool:
    """`Tại phiên họp thứ nhất, BCH đã bầu …`: of whom the congress elected; its own first sitting elects a presidium."""
    if first.head is not Head.PART:
        return True
    told = [document.sentences[mention.sentence].folded for mention in first.mentions]
    return any(_ELECTED.search(s) for s in told) and not any(_WORK_OF_CONGRESSES.search(s) for s in told)


_LOCAL_TITLE = Pattern(phrase(r"đại hội (?:đại biểu )?đảng bộ"))
_NATIONAL_NAME = Pattern(phrase(r"toàn quốc|của đảng(?! bộ)|đảng cộng sản"))


def _is_named_national(meeting: Meeting) -> bool:
    """Whether its fullest name says so; `đại hội toàn quốc`, to which a congress sends delegates, is another one."""
    name = folded_name(meeting.mentions[0])
    return type_of(name, Head.CONGRESS) is MeetingType.NATIONAL_CONGRESS


def _is_local(meeting: Meeting, document: Document) -> bool:
    """`Đại hội Đảng lần thứ 8` below a title that says of which Đảng bộ."""
    named = any(_NATIONAL_NAME.search(folded_name(mention)) for mention in meeting.mentions)
    return not named and _LOCAL_TITLE.search(fold(document.title)) is not None
