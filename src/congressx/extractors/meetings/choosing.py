"""Which of the meetings named in an article it reports, if it reports one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from congressx.document import Document, SectionKind, Sentence
from congressx.engine import Mention
from congressx.extractors.meetings.kinds import COUNCILS, OPENS_A_TERM
from congressx.extractors.meetings.meeting import Meeting
from congressx.extractors.meetings.naming import Head
from congressx.extractors.meetings.record import MeetingType
from congressx.extractors.meetings.rules import TOLD_BY_VERB, is_still_to_come
from congressx.extractors.meetings.timing import NEWSROOM, event_dates
from congressx.patterns import Pattern
from congressx.vietnamese.dates import DateMention, Deictic
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.phrases import alternation
from congressx.vietnamese.places import place_stop
from congressx.vietnamese.spelling import cased, fold, phrase

# --- the table of evidence --------------------------------------------------------------------------------------------
# Points, set by hand. Fits on four fifths of 360 articles, measured on the rest, said which evidence was lacking.

_ENOUGH = 4.75
"""Evidence a meeting needs to be the one an article reports."""

# What a mention says.
_SAID = {"held": 2.5, "planned": -1.0, "talked_about": -1.5, "recalled": -3.5, "cited": -4.0}
_SCENE, _NUMBERED, _TYPED = 1.5, 1.0, 0.5
_MERE, _MERE_TALK = -1.0, 0.5
"""`đại hội`, `hội nghị`: it must be named more fully elsewhere; a `buổi làm việc` is hardly ever called more."""
_DAY, _MONTH = 2.0, -1.0
"""A day speaks for a meeting, a mere month (`Giữa tháng 5/2019, tại kỳ họp …`) against it."""
_UNDATED_DEED = -2.0
"""`… sẽ họp xem xét`: a verb without a day is hardly a report."""

# Where a mention stands.
_SECTIONS = {SectionKind.TITLE: 0.5, SectionKind.LEAD: 1.0, SectionKind.CAPTION: -1.0}
_NEARNESS, _FADING = 3.0, 0.35
"""What the first sentence adds, and how much less every following one."""
_EXPLAINED = -2.5
"""`Trước đó, …`, `Theo quy định, …`, `Sau đại hội, …`: a sentence that explains reports nothing."""
_OUTLOOK, _OUTLOOK_FROM = -3.5, 4
"""`Chiều 17/3 sẽ tổ chức hội nghị …` in the fifth sentence or later: an outlook, no report."""

# What the mentions of a meeting say together.
_HEADS = {
    Head.CONGRESS: 1.0, Head.CONFERENCE: 1.0, Head.SESSION: 1.0, Head.CEREMONY: 0.5, Head.TALK: 0.5, Head.PART: -9.0,
}  # fmt: skip
_FIRST_DAY = 2.5
"""An article opens with the day of what it reports; the days of what it recalls or announces follow."""
_FIRST_DAY_WITHIN, _FIRST_DAY_FROM = 4, 2
"""Sentences of the text that open it, and how many further down from its day a meeting may be named."""
_REPEATED, _MOST_REPEATED = 0.3, 1.5
_LATE, _OPENING_SENTENCES = -3.0, 6
"""What it reports an article tells within its title, lead and first sentences."""
_UNTOLD = -3.0
"""Talked about without a day, without a verb that holds it and without anything done at it."""
_ALONE = -0.5
"""Named once, without a day and without a verb that holds it."""


# --- weighing ---------------------------------------------------------------------------------------------------------


def main_meeting(meetings: Sequence[Meeting], document: Document) -> Meeting | None:
    """The meeting the article reports; None for roll-ups, interviews, portraits and pieces about no single meeting."""
    day = _first_day(document) if meetings else None
    weighed = [(evidence(meeting, document, day), -place) for place, meeting in enumerate(meetings)]
    points, place = max(weighed, default=(0.0, 0))
    best = meetings[-place] if points >= _ENOUGH else _whole_of_a_sitting(meetings, document, day)
    best = best and _told_to_the_press(best, meetings)
    best = best and _electing_congress(best, meetings, document, day)
    if best is None or _is_no_report(document) or _is_aside(best, document) or _is_foreign(best, document):
        return None
    return None if _is_rolled_up(best, meetings, document) else best


def evidence(meeting: Meeting, document: Document, first: _Day | None) -> float:
    """How much speaks for a meeting to be the one reported; `first` is the day with which the article opens."""
    points = max(evidence_of(mention, document) + _outlook(mention) for mention in meeting.mentions)
    points += _HEADS[meeting.head] + min(_MOST_REPEATED, _REPEATED * (len(meeting.mentions) - 1))
    if first is not None and _is_on(first, meeting):
        points += _FIRST_DAY
    told = [mention.sentence for mention in meeting.mentions if _tells(mention)]
    if min(told, default=0) > _OPENING_SENTENCES:
        points += _LATE
    if not told and meeting.date is None and not meeting.first("cancelled"):
        points += _UNTOLD
    if len(meeting.mentions) == 1 and meeting.date is None and not meeting.first("held"):
        points += _ALONE
    return points


_Day = tuple[DateMention, int]
"""A day and the index of its sentence."""


def _is_on(first: _Day, meeting: Meeting) -> bool:
    """Whether the first day that the article names is the meeting's: `Chiều 11/12, …` opens what it reports."""
    day, sentence = first
    near = [m for m in meeting.mentions if m.sentence <= sentence + _FIRST_DAY_FROM and not m.value["cited"]]
    dates = [date for m in near if (date := m.value["date"] or meeting.sitting) is not None]
    return any(_same_day(date, day) for date in dates if date.deictic is not Deictic.SAME_DAY)


def _same_day(one: DateMention, other: DateMention) -> bool:
    days = [(d.start.month, d.start.day, None if d.start.day else d.deictic) for d in (one, other)]
    return days[0] == days[1]


def _first_day(document: Document) -> _Day | None:
    """The first day named in the opening sentences, captions apart."""
    opening = document.prose[:_FIRST_DAY_WITHIN]
    dates = ((date, sentence) for sentence in opening for date in event_dates(sentence.folded))
    days = (
        (date, s.index)
        for date, s in dates
        if not is_still_to_come(date, s.folded) and not NEWSROOM.search(s.folded, date.span.stop)
    )
    return next((day for day in days if day[0].start.day is not None or day[0].deictic is not None), None)


def _outlook(mention: Mention) -> float:
    value = mention.value
    return _OUTLOOK if value["held"] and value["planned"] and mention.sentence >= _OUTLOOK_FROM else 0.0


def _told_to_the_press(best: Meeting, meetings: Sequence[Meeting]) -> Meeting:
    """Instead of the talk with the press the congress that it is about."""
    if best.head is not Head.TALK:
        return best
    told = {mention.sentence for mention in best.mentions}
    about = (m for m in meetings if any(n.value["to_the_press"] and n.sentence in told for n in m.mentions))
    return next(about, best)


_TOLD_BESIDE = 3.0
"""Evidence of a congress beside the first meeting of those whom it elected."""


def _electing_congress(best: Meeting, meetings: Sequence[Meeting], document: Document, day: _Day | None) -> Meeting:
    """Instead of `Hội nghị lần thứ nhất Ban Chấp hành` the congress that elected the committee, where it is told too.

    Not where the congress only hears the result (`Đoàn Chủ tịch Đại hội công bố kết quả Hội nghị lần thứ nhất`), is looked
    back on or named far below: then the article reports whom the committee elected.
    """
    if best.type is not MeetingType.COMMITTEE_PLENUM or best.first("ordinal") != 1:
        return best
    told = [m for m in meetings if m.type in OPENS_A_TERM and m.head is Head.CONGRESS and _is_told_beside(m)]
    weighed = [(evidence(congress, document, day), -place) for place, congress in enumerate(told)]
    points, place = max(weighed, default=(0.0, 0))
    return told[-place] if points >= _TOLD_BESIDE else best


def _is_told_beside(congress: Meeting) -> bool:
    return any(_tells(m) and not m.value["cited"] and m.sentence <= _OPENING_SENTENCES for m in congress.mentions)


_WHOLES = frozenset({Head.CONGRESS, Head.SESSION})


def _whole_of_a_sitting(meetings: Sequence[Meeting], document: Document, day: _Day | None) -> Meeting | None:
    """`Phiên chất vấn chiều 2/8 …`: the only session or congress named besides the sitting that an article reports.

    Where none is named, the sitting of a council itself: `Sáng nay, trong phiên khai mạc HĐND …`.
    """
    wholes = [meeting for meeting in meetings if meeting.head in _WHOLES]
    parts = [m for m in meetings if m.head is Head.PART and (m.date or any(_tells(mention) for mention in m.mentions))]
    weighed = [(evidence(part, document, day) - _HEADS[Head.PART], -place) for place, part in enumerate(parts)]
    told, place = max(weighed, default=(0.0, 0))
    if told < _ENOUGH or len(wholes) > 1:
        return None
    if wholes:
        return wholes[0]
    return parts[-place] if parts[-place].type in COUNCILS else None


def _tells(mention: Mention) -> bool:
    value = mention.value
    return bool((value["held"] or value["scene"]) and not value["talked_about"] and not value["recalled"])


def evidence_of(mention: Mention, document: Document) -> float:
    """How much one mention says of a meeting, and how prominently."""
    value = mention.value
    score = sum((weight for said, weight in _SAID.items() if value[said]), _dated(mention))
    if value["scene"] and not value["held"]:
        score += _SCENE
    if value["bare"] or _MERE_CEREMONY.fullmatch(value["name"]):
        score += _MERE_TALK if value["head"] is Head.TALK else _MERE
    if value["ordinal"] is not None or value["term"] is not None:
        score += _NUMBERED
    if value["type"] is not MeetingType.OTHER:
        score += _TYPED
    sentence = document.sentences[mention.sentence]
    if _explains().match(sentence.folded):
        score += _EXPLAINED
    return score + _SECTIONS.get(sentence.section, 0.0) + max(0.0, _NEARNESS - _FADING * mention.sentence)


_MERE_CEREMONY = Pattern("[Bb]uổi lễ")
"""A mere `buổi lễ` is mostly that of an appointment."""


@cache
def _explains() -> Pattern:
    words = alternation(entries("explaining_openers.txt", __package__))
    return Pattern(
        phrase(
            rf"(?:(?:trong khi đó|tuy nhiên|bên cạnh đó|ngoài ra),? )?(?:(?:{words})(?!\w| \d{{1,2}} ?(?:giờ|h|g))|năm 20|tháng \d)"
        )
    )


def _dated(mention: Mention) -> float:
    """What its day adds; that of a part says nothing of the whole, `sáng nay` nothing of the day, `cùng ngày` that another was told."""
    date: DateMention | None = mention.value["date"] or mention.value["last"]
    if date is None:
        return _UNDATED_DEED if mention.rule == TOLD_BY_VERB else 0.0
    if mention.value["in_part"] or date.deictic is Deictic.SAME_DAY:
        return 0.0
    return _DAY if date.start.day is not None else 0.0 if date.deictic is not None else _MONTH


# --- articles that report no single meeting ---------------------------------------------------------------------------

_NO_REPORT = Pattern(
    phrase(
        r"^(?:chân dung|tiểu sử|con đường|hành trình|những dấu ấn|quá trình công tác|điểm tin|tin nóng"
        r"|bản tin|không thể bỏ lỡ|những tin|tin (?:vắn|ngắn)|hoạt động của (?:các )?(?:lãnh đạo|đồng chí)|phê chuẩn"
        r"|thủ tướng (?:chính phủ )?(?:vừa |đã )?(?:phê chuẩn|bổ nhiệm|kỷ luật|cảnh cáo|khiển trách|cách chức|miễn nhiệm))"
        r"|tiểu sử (?:ông|bà|tân)"
        r"|(?<!\w)(?:các|\d+(?:,\d+)?%?(?: (?:các|số))?) (?:chi bộ|đảng bộ|chi hội|chi đoàn|công đoàn|cơ sở|đơn vị|xã|huyện)"
        r"(?:, (?:chi bộ|đảng bộ|đơn vị))?[^:;,.]{0,70} (?:hoàn thành|tổ chức xong) [^:;,.]{0,20}đại hội"
    )
)
"""Titles of portraits, of digests and of what is said of many: `100% chi bộ hoàn thành đại hội`."""
_QUESTION = Pattern(
    phrase(
        r"^[-*]?\s*(?:phóng viên|pv|hỏi)\s*[:.]|^-?\s*(?:thưa|xin) (?:ông|bà|đồng chí|anh|chị|tổng bí thư"
        r"|chủ tịch)(?!\w).*\?"
    )
)
_INTERVIEW = 2
"""Questions of a reporter that make an interview."""
_TURN = Pattern(r"(?:^|\n)[^\S\n]*[-–]\s")
_DASH, _DASH_INSIDE = 6, 2
"""Code points before and within a sentence where its dash stands."""
_TURNS = 3
"""Questions answered, or asked, behind a dash that make one, whoever asks."""


_ASIDE = Pattern(phrase(r"(?<!\w)bên (?:lề|hành lang)(?!\w)"))
"""`Trả lời báo chí bên lề kỳ họp, ông … cho biết`: an interview, whatever is held next door."""
_ASIDE_WITHIN = 4


def _is_aside(best: Meeting, document: Document) -> bool:
    """Whether the article opens beside the meeting, before it has told that it was held."""
    opening = (s for s in document.sentences[:_ASIDE_WITHIN] if s.section is not SectionKind.CAPTION)
    aside = next((sentence.index for sentence in opening if _ASIDE.search(sentence.folded)), None)
    held = min((mention.sentence for mention in best.mentions if mention.value["held"]), default=None)
    return aside is not None and (held is None or held >= aside)


def _is_no_report(document: Document) -> bool:
    questions = sum(_QUESTION.search(sentence.folded) is not None for sentence in document.sentences)
    if questions >= _INTERVIEW or _turns(document) >= _TURNS:
        return True
    return _NO_REPORT.search(fold(document.title)) is not None or _is_on_two_places(document.title)


_OF_OFFICES = Pattern(phrase(r"(?<!\w)(?:bí thư|chủ tịch|nhân sự|cán bộ|lãnh đạo)(?!\w)"))
_ANOTHER = Pattern(r"(?:, | và )")
_LONGEST_HEADLINE = 150


def _is_on_two_places(title: str) -> bool:
    """`Gia Lai, Sơn La có Phó Chủ tịch tỉnh mới`: news of each, and of no single meeting."""
    words = " ".join(cased(title).split())
    folded = fold(words)
    if len(title) > _LONGEST_HEADLINE or not _OF_OFFICES.search(folded):
        return False
    for another in _ANOTHER.finditer(folded):
        first = (start for start in range(another.start()) if start == 0 or folded[start - 1] == " ")
        if place_stop(words, folded, another.end()) and any(
            place_stop(words, folded, start) == another.start() for start in first
        ):
            return True
    return False


def _turns(document: Document) -> int:
    """How often a question is asked or answered behind a dash: `Quy chế có gì mới?`, `- Vẫn theo nguyên tắc chung.`"""
    lines = [(s.folded.rstrip().endswith("?"), _has_dash(s, document)) for s in document.sentences]
    return sum(asked and (dash or behind) for (asked, dash), (_, behind) in pairwise([*lines, (False, False)]))


def _has_dash(sentence: Sentence, document: Document) -> bool:
    start = sentence.span.start
    return _TURN.search(document.text, max(0, start - _DASH), start + _DASH_INSIDE) is not None


_FOREIGN_PARTY = Pattern(phrase(r"(?:đảng )?cộng sản trung quốc|tập cận bình|chủ tịch trung quốc|triều tiên|cuba"))


def _is_foreign(main: Meeting, document: Document) -> bool:
    """`đại hội Đảng` of another country, which the first sentences name."""
    opening = document.sentences[:_ROLLED_UP_FROM]
    of_a_party = main.type in (MeetingType.NATIONAL_CONGRESS, MeetingType.OTHER) and main.head is Head.CONGRESS
    return of_a_party and any(_FOREIGN_PARTY.search(sentence.folded) for sentence in opening)


_ROLLED_UP_FROM = 3
"""Index of the first sentence from which several dated meetings make a roll-up."""


def _is_rolled_up(main: Meeting, meetings: Sequence[Meeting], document: Document) -> bool:
    """Whether several congresses with holders of their own are told one after another, none of them at the beginning."""
    if min(mention.sentence for mention in main.mentions) < _ROLLED_UP_FROM:
        return False
    peers = [m for m in meetings if m.head is main.head and m.first("held") and m.date is not None]
    return len({fold(m.host) for m in peers if m.host}) > 1
