"""Seats in committees that a sentence gives: `trúng cử vào Ban Chấp hành Huyện ủy`, `bầu Ban Thường vụ gồm A, B và C`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from congressx.document import Sentence
from congressx.extractors.officials.careers import is_past_career
from congressx.extractors.officials.clauses import GROUP, Clause
from congressx.extractors.officials.lexicon import any_of
from congressx.extractors.officials.offices import Office, TitleStatus
from congressx.extractors.officials.skeleton import TITLE, Skeleton
from congressx.extractors.officials.titles import Title
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.organisations import body_of, read_organisation

_SIGNS = f"{GROUP}{TITLE}"
_COMMITTEE = Pattern(
    r"(?<!\p{L})(?:ban thường vụ|btv|ban chấp hành|bch|ban bí thư|bộ chính trị|ủy ban kiểm tra|ubkt)(?!\p{L})"
    r"|(?<!\p{L})(?:ban )?chi ủy(?!\s+viên)(?!\p{L})"
    r"|(?<=(?<!\p{L})(?:vào|tham gia|rút khỏi)\s)(?:tỉnh|thành|huyện|thị|quận|đảng|chi) ủy(?!\s+viên)(?!\p{L})"
    r"|(?<=(?<!\p{L})(?:vào|tham gia|rút khỏi)\s)(?:ủy ban|ub)\s?(?:\p{L}+ )?(?:mttq|mặt trận tổ quốc)(?!\p{L})"
)
_GLUED_COMMITTEE = Pattern(r"(?:ban thường vụ|ban chấp hành|ban bí thư|bộ chính trị|(?<!\p{L})(?:btv|bch))(?!\p{L})")
"""Behind a word that lost its line end: `Lê Thị Gạo|Ban Bí thư|`."""
_LISTED = Pattern(
    rf"[^;:.{_SIGNS}]{{0,100}}?(?:(?<!\p{{L}})(?:gồm có|bao gồm|gồm|là)|:)\s*(?:\d+\s+(?:(?:đồng chí|người|ủy viên|thành viên)[,:]?\s*)?)?"
    rf"(?:{any_of('several')}\s+)?(?:{any_of('address')}\s*)?:?\s*"
)
_MEMBER_ACTS = Pattern(
    rf"[^{GROUP}]*\d\s+(?:đồng chí|người|ủy viên|thành viên),[^{GROUP}]*{GROUP}\s+(?:được|làm|giữ|trúng|tái|đắc)(?!\p{{L}})"
)
_CHOSEN = Pattern(any_of("choosing"))
_NOT_CHOSEN = Pattern(
    r"(?<!\p{L})danh sách\s+(?:(?:để|giới thiệu|ứng viên)\s+)?(?:bầu|ứng cử|đề cử)(?!\p{L})"
    r"|(?<!\p{L})(?:không|chưa|thôi)\s+(?:\p{L}+\s+){0,2}(?:tái cử|tái đắc cử|trúng cử|đắc cử)(?!\p{L})"
)
"""`danh sách |bầu cử| Ban Chấp hành gồm A, B`, `các Ủy viên |không tái cử| vào Ban Chấp hành: A, B`."""
_FIRST_OF_TWO = r"(?:ban chấp hành|bch)(?!\p{L})[^,;]{0,40}?(?:,\s*(?:và\s+)?|\svà\s+)"
"""`vào |Ban Chấp hành, |Ban Thường vụ Tỉnh ủy`."""
_INTO = Pattern(
    rf"(?<!sẽ\s)(?<!\p{{L}})(?:bầu|trúng cử|đắc cử|tái cử|bổ sung|chỉ định|chuẩn y|kiện toàn)(?!\p{{L}})[^;{TITLE}]{{0,60}}"
    rf"(?<!\p{{L}})(?:vào|tham gia)\s+(?:{_FIRST_OF_TWO})?$"
    r"|(?<!\p{L})(?:trúng cử|đắc cử|tái cử)\s+$"
)
_OUT_OF = Pattern(
    r"(?<!(?:để|sẽ|xin)\s)(?<!\p{L})(?:thôi|rút khỏi|miễn nhiệm khỏi|không còn)\s+(?:tham gia\s+)?"
    rf"(?:{_FIRST_OF_TWO})?$"
)
"""`thôi tham gia |Ban Chấp hành Đảng bộ tỉnh|` do nghỉ hưu."""
_OF_WHOM = Pattern(
    rf"[^;.{_SIGNS}]{{0,90}}?(?<!\p{{L}})(?:đối với|cho|với|của)\s+(?:(?:{any_of('several')}|{any_of('address')}|\d+)\s*)*:?\s*(?={GROUP})"
)
"""`cho thôi tham gia Ban Chấp hành |đối với các ông |A và B`."""
_OFFICE_NEAR = Pattern(rf"(?<!\p{{L}})(?:giữ|làm|chức|đảm nhiệm)(?!\p{{L}})[^;.{_SIGNS}]{{0,40}}{TITLE}|,\s*{TITLE}")
"""Whoever leaves an office too has that title: `thôi tham gia Ban Chấp hành, |thôi giữ chức Bí thư|`."""
_AND_COMMITTEE = Pattern(rf"\s*(?:,|,?\s+và)\s+(?={any_of('committee')})")
_WINS_OFFICE = Pattern(
    rf"{GROUP}\s*,?\s*(?:(?:được|đã|tiếp tục)\s+)*(?:(?:tái|trúng|đắc|tái đắc) cử|bầu|giữ|làm)(?!\p{{L}})[^;,.:{_SIGNS}]{{0,30}}{TITLE}"
)
"""`Ban Chấp hành khóa mới họp phiên đầu: |A tái cử Chủ tịch|`: the office says it all."""
_OF_CELL = Pattern(r"(?:ban )?chi ủy\s+(?=chi bộ(?!\p{L}))")
"""`chi ủy |Chi bộ|`."""
_JUST_BEFORE = Pattern(rf"(?:\s*,\s*(?=(?:vừa|đã|mới|cũng)?\s*(?:được|để|do|xin)(?!\p{{L}})))?[^,;:{_SIGNS}]{{0,50}}")
_NEGATED = Pattern(r"(?<!\p{L})(?:không|chưa|sẽ|từng|thôi|lựa chọn|đề xuất)(?!\p{L})")
_PUT_FORWARD = Pattern(rf"{any_of('puts forward')}|(?<!\p{{L}})giới thiệu(?!\p{{L}})")
_UP_TO_OFFICE = r"(?: \p{L}+){0,4}(?:\s*(?:,|,?\s+và)\s+(?:ban thường vụ|btv)(?: \p{L}+){0,4})?\s*(?:,|,?\s+và)\s+"
_WITH_OFFICE = Pattern(
    rf"(?:(?!\sgiới thiệu\s+(?:\d|một|{any_of('several')}))(?:[^;.{GROUP}]|(?<=tp)\.|\.(?=\S))){{0,120}}?"
    rf"(?<!\p{{L}})(?:giữ|làm|đảm nhiệm)(?!\p{{L}})[^;,.{_SIGNS}]{{0,30}}{TITLE}"
    rf"|(?<=tham gia (?:[^;.{GROUP}]{{0,60}}[, ])??{any_of('committee')}){_UP_TO_OFFICE}{TITLE}"
    rf"|{_UP_TO_OFFICE}(?:các\s+)?(?:chức danh|chức vụ|chức|vị trí)\s+{TITLE}"
)
"""`tham gia |Ban Chấp hành|, Ban Thường vụ và giữ chức Bí thư`, `tham gia |Ban Chấp hành|, Bí thư`: the office says it all."""
_CENTRAL = Pattern(r"(?:trung ương|t\.?ư|tw)(?:\s+đảng)?(?!\p{L})(?!\s+(?:hội|đoàn|mặt trận))")


def find_seats(sentence: Sentence, skeleton: Skeleton, clause: Clause) -> dict[int, list[Title]]:
    """The seats each person gets, by the index of the person."""
    seats: dict[int, list[Title]] = {}
    for match in _COMMITTEE.finditer(clause.text):
        for group, status in _members(clause, match):
            seat = replace(_seat(sentence, skeleton, clause, match.start()), status=status)
            for index in clause.groups[group]:
                seats.setdefault(index, []).append(seat)
        if (leaver := _leaver(clause, match)) is not None:
            seat = _seat(sentence, skeleton, clause, match.start())
            for index in clause.groups[leaver]:
                seats.setdefault(index, []).append(replace(seat, status=TitleStatus.FORMER))
    return seats


def _leaver(clause: Clause, committee: regex.Match[str]) -> int | None:
    """The group that leaves the committee and no office: `cho A thôi tham gia |Ban Chấp hành Đảng bộ tỉnh|`."""
    out = _OUT_OF.search(clause.text, 0, committee.start())
    if out is None or is_past_career(clause.text):
        return None
    if _OFFICE_NEAR.search(clause.text, out.start(), committee.end() + 80):
        return None
    if (behind := _OF_WHOM.match(clause.text, committee.end())) and behind.end() in clause.groups:
        return behind.end()
    before = [place for place in clause.groups if place < out.start()]
    return before[-1] if before and _JUST_BEFORE.fullmatch(clause.text, before[-1] + 1, out.start()) else None


def find_committee(sentence: Sentence, *, heading: bool, stop: int | None = None) -> Title | None:
    """The seat that a list below gives: `Danh sách Ban Thường vụ Huyện ủy`, `bầu Ban Chấp hành gồm các đồng chí:`.

    Of a heading that ends at `stop` it is the last committee named.
    """
    if stop is None:
        match = _COMMITTEE.search(sentence.folded)
    else:
        match = next(reversed(list(_GLUED_COMMITTEE.finditer(sentence.folded, 0, stop))), None)
    if match is None or not (heading or _is_chosen(sentence.folded)):
        return None
    return _title(sentence, Span(*match.span()))


def committees_of(sentence: Sentence) -> Iterator[Title]:
    """A seat in each committee that the sentence names."""
    return (_title(sentence, Span(*match.span())) for match in _COMMITTEE.finditer(sentence.folded))


def _members(clause: Clause, committee: regex.Match[str]) -> Iterator[tuple[int, TitleStatus]]:
    """Places of the groups that get a seat in the committee, or are proposed for one."""
    text = clause.text
    before = text[: committee.start()]
    listed = _LISTED.match(text, committee.end())
    following = min((place for place in clause.groups if place >= committee.end()), default=None)
    if following is not None and _WINS_OFFICE.match(text, following):
        return
    into = _INTO.search(before)
    if listed and listed.end() == following and not _is_other_list(text, listed):
        taken_in = into is not None and not _NOT_CHOSEN.search(before)
        if taken_in or _is_won(before, text[committee.start() : listed.end()]):
            yield following, TitleStatus.ELECTED
            return
    if (
        into is None
        or _NEGATED.search(text, max(0, into.start() - 30), into.end())
        or _WITH_OFFICE.match(text, committee.end())
    ):
        return
    if is_past_career(text):
        return
    inside = [place for place in clause.groups if into.start() < place < into.end()]
    in_front = [place for place in clause.groups if place < into.start() and _is_subject(text, place, into.start())]
    if not (inside or in_front):
        return
    group = (inside or in_front)[-1]
    proposed = _PUT_FORWARD.search(text, max(0, min(group, into.start()) - 30), into.end())
    if proposed or not text[: into.start()].endswith("để "):
        yield group, TitleStatus.NOMINEE if proposed else TitleStatus.ELECTED


_CHOSEN_BEHIND = Pattern(
    r"(?<!\p{L})(?:(?:vừa|đã|mới|vừa mới)\s+(?:được\s+)?bầu|được\s+(?:[^,;.:]{1,20}\s)?bầu|ra mắt|trúng cử|đắc cử"
    r"|(?:khóa|nhiệm kỳ)\s+mới|(?<=(?:ban chấp hành|bch|ban thường vụ|btv)[^,;.:]{0,40}\s)mới)(?!\p{L})"
)
"""`Ban Thường vụ Huyện ủy |vừa bầu| gồm A, B`, `Ban Chấp hành |khóa mới| gồm A, B`."""


def _is_won(before: str, between: str) -> bool:
    """Whether the words before a committee, or between it and its list, tell that the list was chosen."""
    if _NOT_CHOSEN.search(before) or _NOT_CHOSEN.search(between):
        return False
    return _CHOSEN.search(before) is not None or _CHOSEN_BEHIND.search(between) is not None


def _is_chosen(text: str) -> bool:
    """Whether the text tells of a choice that was made, and not of who may be or was not chosen."""
    return _CHOSEN.search(text) is not None and _NOT_CHOSEN.search(text) is None


def _is_subject(text: str, place: int, verb: int) -> bool:
    """Whether the group at `place` gets what the verb says: `A, |được chỉ định|`, `A, |trúng cử|`."""
    if text[place + 1 : verb].strip() == ",":
        return text.startswith(("trúng", "đắc", "tái"), verb)
    return _JUST_BEFORE.fullmatch(text, place + 1, verb) is not None


def _is_other_list(text: str, listed: regex.Match[str]) -> bool:
    """Whether the list is of another committee, or one of its members is only named to say what he was elected to.

    `bầu Ban Chấp hành, 11 người trong |Ban Thường vụ gồm| A, B`, `bầu Ban Thường vụ gồm 5 đồng chí, |A được bầu làm| Bí thư`.
    """
    return _COMMITTEE.search(listed.group()) is not None or _MEMBER_ACTS.match(text, listed.start()) is not None


def _seat(sentence: Sentence, skeleton: Skeleton, clause: Clause, place: int) -> Title:
    start = skeleton.origins[clause.origins[place]]
    return _title(sentence, Span(start, start + len("btv")))


def _title(sentence: Sentence, committee: Span) -> Title:
    organisation = read_organisation(sentence.cased, sentence.folded, committee.start)
    span = organisation.span if organisation else committee
    words = span.of(sentence.folded)
    office = _office(words)
    if organisation and body_of(sentence.cased, sentence.folded, span) is None:
        following = _AND_COMMITTEE.match(sentence.folded, span.stop)  # Ban Chấp hành|, Ban Thường vụ Tỉnh ủy|
        other = read_organisation(sentence.cased, sentence.folded, following.end()) if following else None
        body = body_of(sentence.cased, sentence.folded, other.span) if other else None
        if body is not None:
            return Title(office, body, span, TitleStatus.ELECTED)
    if cell := _OF_CELL.match(words):
        return Title(office, Span(span.start + cell.end(), span.stop), span, TitleStatus.ELECTED)
    silent = office in (Office.POLITBURO_MEMBER, Office.SECRETARIAT_MEMBER, Office.CENTRAL_COMMITTEE_MEMBER)
    body = None if silent else body_of(sentence.cased, sentence.folded, span)
    return Title(office, body, span, TitleStatus.ELECTED)


def _office(words: str) -> Office:
    central = _CENTRAL.search(words) is not None
    if words.startswith("bộ chính trị"):
        return Office.POLITBURO_MEMBER
    if words.startswith("ban bí thư"):
        return Office.SECRETARY if "đoàn" in words else Office.SECRETARIAT_MEMBER
    if words.startswith(("ban thường vụ", "btv")):
        return Office.STANDING_COMMITTEE_MEMBER
    central = central and not words.startswith(("ủy ban kiểm tra", "ubkt"))
    return Office.CENTRAL_COMMITTEE_MEMBER if central else Office.COMMITTEE_MEMBER
