"""What the words between a person and a title make of it: won, received, proposed, lost, or held all the time.

`bầu A làm |Bí thư|`, `A thôi giữ chức |Bí thư|`, `A, giữ chức |Chủ tịch HĐND| có số phiếu cao nhất`.
"""

from __future__ import annotations

from functools import cache

from congressx.extractors.officials.careers import is_up_to_now
from congressx.extractors.officials.clauses import GROUP, Clause
from congressx.extractors.officials.lexicon import any_of, ends_giving, has
from congressx.extractors.officials.offices import TitleStatus
from congressx.extractors.officials.record import MeetingPart
from congressx.extractors.officials.replacements import follows_instead
from congressx.extractors.officials.signs import holders_at, sign_before, text_before
from congressx.extractors.officials.skeleton import TITLE
from congressx.extractors.officials.times_of_offices import is_dated, is_of_another_time
from congressx.extractors.officials.verbs import verbs
from congressx.patterns import Pattern
from congressx.vietnamese.phrases import alternation

_SIGNS = f"{GROUP}{TITLE}"
_HOLDING = Pattern(r"\s*,\s*(?:đang\s+)?(?:giữ|đảm nhiệm|đảm nhận)\s+(?:chức vụ|chức danh|chức|cương vị)\s*")
_PREDICATE = Pattern(r"\s*,?\s*(?:có|đạt|được\s+\d|cho biết|cho rằng|cho hay|nói|đã)(?!\p{L})")
_WHEN = Pattern(rf"{any_of('when')}\s*(?:mà\s+)?$")
_ELECTING = Pattern(any_of("electing"))
_PASSIVE = Pattern(r"(?<!\p{L})(?:được|bị)(?!\p{L})")
_THROUGH = Pattern(r"(?<!\p{L})do\s*$")
_HANDS_OVER = Pattern(r"(?<!(?:được|bị)[^,;]{0,60})(?<!\p{L})(?:trao|công bố)\s+(?:các\s+)?quyết định(?!\p{L})")
"""`A đã trao quyết định phân công cán bộ giữ chức |Bí thư|`: the office is not A's."""
_ALREADY = Pattern(
    r"(?<!\p{L})(?:vừa|đã|mới)\s+(?:được|có)(?!\p{L})|^\s*được\s+(?:điều động|luân chuyển|thuyên chuyển)"
)
"""`thay ông B |vừa được| phân công làm |Bí thư|`: B's new office is no outcome of the meeting."""
_BORN = Pattern(
    rf"\s*(?:\([^()]*\))?(?:\s*,?\s*(?:sinh\s+(?:ngày|năm|tháng)|tại|quê)[^;{_SIGNS}]{{1,90}})?,\s*(?:hiện\s+)?là\s*"
)
"""`A sinh năm 1971, quê …, là |Ủy viên|`: a life begins with the office held now."""
_IS = Pattern(r"(?<!\p{L})là\s*$")
_EARLIER = Pattern(r"(?<!\p{L})trước đó(?!\p{L})")
_UNNAMED = Pattern(
    rf"(?<!\p{{L}})(?:giới thiệu|bầu|cử|bổ nhiệm|phân công|chỉ định|đề cử)\s+(?:thêm\s+|bổ sung\s+)?"
    rf"(?:\d+|một|{any_of('several')})\s+(?:nhân sự|đồng chí|cán bộ|người|vị|ứng viên)(?!\p{{L}})"
)
"""`bầu A vào Ủy ban Kiểm tra và |giới thiệu một nhân sự| để bầu làm |Phó Chủ tịch|`: the office is not A's."""
_GIVEN_A_POST = Pattern(r"(?<=(?:tín nhiệm|phân công|bố trí|bầu)\s)ở cương vị(?!\p{L})")
"""`được tín nhiệm |ở cương vị| Chủ tịch`: no `ông A, khi |ở cương vị| Chủ tịch`."""
_LAST_ACT = Pattern(r"(?:,|(?<!\p{L})(?:và|để|rồi))\s+(?=(?:được|chuyển|nhận|giữ)(?!\p{L}))")
_LONGEST_REACH = 200
"""Characters from a person to the title given to the person."""


@cache
def _saying() -> Pattern:
    """Verbs after which a clause speaks of others."""
    spoken = (verb for verb, part in verbs().items() if part is MeetingPart.SPEECH)
    decides = (
        r"(?!(?<=nhất trí)\s+(?:bầu|cử|phân công|chỉ định|bổ nhiệm|hiệp thương))"
        r"(?!(?<=giao nhiệm vụ)\s+(?:làm|giữ|đảm nhiệm|đảm nhận))(?!(?<=được giao nhiệm vụ)\s*$)"
    )
    return Pattern(rf"(?<!\p{{L}})(?:{alternation(spoken)}|ký)(?!\p{{L}}){decides}")


def is_election(text: str) -> bool:
    """Whether somebody is elected or appointed: `được bầu`."""
    return _ELECTING.search(text) is not None


def is_proposal(text: str) -> bool:
    """Whether somebody is only proposed: `được giới thiệu bổ sung`."""
    return has("proposes", text)


def is_past(clause: Clause, place: int) -> bool:
    """Whether the title stands in a career: `ông A từng là |Giám đốc|`, `sau khi lần lượt giữ chức …, ông làm |Giám đốc|`."""
    local = text_before(clause, place)
    if has("after", local) or _is_told_past(clause, place) or is_of_another_time(local):
        return True
    return is_dated(clause.text, place + 1)


def reaches(clause: Clause, subject: int, place: int) -> bool:
    """Whether what is said of the subject goes on up to the title: `A cho biết sẽ bầu |Bí thư|` speaks of others."""
    between = clause.spoken[subject + 1 : place]
    if _UNNAMED.search(between):
        return False
    return len(between) <= _LONGEST_REACH and not (_saying().search(between) or _HANDS_OVER.search(between))


def status_of(clause: Clause, subject: int, place: int) -> TitleStatus | None:
    """What the words between a person and a title, and those in front of the person, make of the title."""
    local, in_front = _last_act(text_before(clause, place)), text_before(clause, subject)[-100:]
    suffers = _PASSIVE.search(local) is not None
    is_object = any(has(use, in_front) for use in ("gives", "takes", "proposes")) or ends_giving(in_front)
    if _WHEN.search(in_front) and not suffers:
        return None
    if has("runs", local):  # also |rút khỏi danh sách ứng cử đại biểu|
        return TitleStatus.NOMINEE
    if has("loses", local) or (has("takes", local) and (suffers or is_object)):
        return TitleStatus.FORMER
    if has("proposes", in_front) or (has("proposes", local) and (suffers or is_object)):
        return TitleStatus.NOMINEE
    if _holds_it(clause, subject, place) or _has_left(in_front, local):
        return TitleStatus.CURRENT
    return _won(local, in_front, suffers=suffers, is_object=is_object)


def _is_told_past(clause: Clause, place: int) -> bool:
    """Whether the clause up to the title tells of another time: `dưới thời ông A`, `từng`, `lần lượt` of one person."""
    told = _GIVEN_A_POST.sub("", clause.text[clause.text.rfind(";", 0, place) + 1 : place])
    before = sign_before(clause, place)
    if (
        before is not None and len(holders_at(clause, before)) > 1
    ):  # A và B lần lượt giữ chức |Chủ tịch và Phó Chủ tịch|
        return has("past", told.replace("lần lượt ", ""))
    return has("past", told.replace("lần lượt được", "được"))


def _has_left(in_front: str, local: str) -> bool:
    """`thay ông B vừa được phân công làm |Bí thư|`, `người tiền nhiệm là ông B được điều động làm |Bí thư|`."""
    return follows_instead(in_front) and ("tiền nhiệm" in in_front or _ALREADY.search(local) is not None)


def _holds_it(clause: Clause, subject: int, place: int) -> bool:
    """`A hiện giữ chức |Bí thư|`, `do A làm |Trưởng ban|`, `anh còn là |Bí thư|`."""
    text, local, in_front = clause.text, text_before(clause, place), text_before(clause, subject)
    if _BORN.fullmatch(text[subject + 1 : place]) or _is_apposition(text, subject, place):
        return True
    if is_up_to_now(text) or has("now", local) or has("now", in_front[-20:]) or _EARLIER.search(text[subject:place]):
        return True
    if _THROUGH.search(in_front) and not is_election(local):
        return True
    return subject in clause.pronouns and _IS.search(local) is not None


def _is_apposition(text: str, subject: int, place: int) -> bool:
    """`ông A, giữ chức |Chủ tịch HĐND| có số phiếu cao nhất`: what A holds."""
    return bool(_HOLDING.fullmatch(text, subject + 1, place) and _PREDICATE.match(text, place + 1))


def _last_act(local: str) -> str:
    """What is said of the title itself: ` thôi tham gia Ban Thường vụ và |được phân công giữ chức|`.

    >>> _last_act(" thôi tham gia ban thường vụ và được phân công giữ chức ")
    'được phân công giữ chức '
    """
    acts = list(_LAST_ACT.finditer(local))
    return local[acts[-1].end() :] if acts and has("loses", local[: acts[-1].start()]) else local


def _won(local: str, in_front: str, *, suffers: bool, is_object: bool) -> TitleStatus | None:
    """`A trúng cử |Bí thư|`, `A được bầu làm |Bí thư|`, `bầu A làm |Bí thư|`, `miễn nhiệm A chức vụ |Giám đốc|`."""
    if has("wins", local) or (has("gives", local) and (suffers or is_object)):
        return TitleStatus.ELECTED
    if is_object and not has("gives", local):
        return TitleStatus.FORMER if has("takes", in_front) else TitleStatus.ELECTED
    return None
