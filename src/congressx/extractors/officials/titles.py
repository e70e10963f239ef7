"""Stacks of titles: which office each one names, of which body, and whether it is still held.

>>> from congressx.vietnamese.spelling import cased, fold
>>> text = "nguyên Ủy viên Ban Thường vụ Tỉnh ủy khóa X, Phó Bí thư, Chủ tịch HĐND tỉnh"
>>> [stack] = find_title_stacks(cased(text), fold(text))
>>> for title in stack.titles:
...     print(title.office, "|", title.org and title.org.of(text), "|", title.raw.of(text), "|", title.status)
standing_committee_member | Tỉnh ủy | nguyên Ủy viên Ban Thường vụ Tỉnh ủy | former
deputy_secretary | None | Phó Bí thư | current
chairperson | HĐND tỉnh | Chủ tịch HĐND tỉnh | current
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from congressx.extractors.officials.offices import (
    END,
    PARTY_OFFICES,
    TITLE_CUES,
    Head,
    Office,
    TitleStatus,
    head_pattern,
    heads,
)
from congressx.extractors.officials.title_bodies import (
    CLOSING,
    VILLAGES,
    Line,
    Phrase,
    named_field,
    phrase_at,
    phrase_of_title,
    without_committee,
)
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.letters import LETTER


@dataclass(frozen=True, slots=True)
class Title:
    """One title; spans are offsets in the text it was read from."""

    office: Office
    org: Span | None
    """The body, in the title itself or in the next title to its right."""
    raw: Span
    status: TitleStatus


@dataclass(frozen=True, slots=True)
class TitleStack:
    """Titles of one holder, joined by `,` `-` `;` `kiêm` `và`; the span takes in a `khóa …` behind the last."""

    span: Span
    titles: tuple[Title, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A title before it takes anything from its neighbours."""

    office: Office
    silent: bool
    """The office says its body, or has none."""
    phrase: Phrase | None
    raw: Span
    stop: int
    """Where it ends with a `khóa …` behind it."""
    status: TitleStatus

    @property
    def of_party(self) -> bool:
        in_party_organ = self.phrase is not None and self.phrase.body is None and self.phrase.kind == "party"
        return self.office in PARTY_OFFICES or in_party_organ


_BEGIN = rf"(?<![{LETTER}\d])"
_STATE_KINDS = frozenset({"state", "army", "territory"})

_FRONT = Pattern(r"mttq|mặt trận tổ quốc")
_PREFIX = Pattern(
    rf"""{_BEGIN}(?:
      (?P<former>(?:nguyên|cựu)\s+)
    | (?P<acting>(?<!(?:thẩm|chính|ủy|phân|lạm|đặc|nhân|dân|bản|có|tiếm)\s)(?:tạm\s+)?(?:quyền\s+|q\.\s*))
    )+$""",
    regex.VERBOSE,
)
_QUALIFIER = Pattern(
    rf"(?:\s+(?:thường trực|(?:không )?chuyên trách|danh dự|kiêm nhiệm|tt|(?P<acting>lâm thời)){END})+"
)
_IN_CHARGE = Pattern(rf"\s+phụ trách{END}")
_AREA = Pattern(r"\s+(?:mảng|lĩnh vực|khối|về|công tác)\b")
_OPENING = Pattern(r"(?:^|[;,:(])\s*$")
_ACTING_BEHIND = Pattern(rf"\s+lâm thời{END}")
_TERM = Pattern(
    rf"""(?:\s+\(?giai\s+đoạn\s+(?:19|20)\d\d\s*-\s*(?:(?:19|20)\d\d)\)?|\s*,?\s*\(?(?:(?:các\s+)?khóa|nhiệm\s+kỳ|nhiệm\s+kì|nk)\s*:?\s*
    (?:\(?(?:[ivxl]+|\d+){END}(?:\s*(?:,|và|-)\s*(?:[ivxl]+|\d+){END})*|mới|này|qua|tới|trước){END}\)?)+""",
    regex.VERBOSE,
)
_JOIN = Pattern(
    r"""\s*(?: [,;-]\s*(?:(?:kiêm|và|đồng\ thời(?:\s+là)?|hiện(?:\s+là)?|nay\s+là)\s+)?
            | \s(?:kiêm(?:\s+nhiệm)?|và|đồng\ thời(?:\s+là)?)\s+ )
    (?:chức\s+vụ\s+|chức\s+|tân\s+|đương\ kim\s+)?""",
    regex.VERBOSE,
)
_CHARGE = Pattern(r"\s*(?:[,-]|kiêm)?\s+")
_COUNT_BEFORE = Pattern(r"\d\s+$")
_BEHIND = Pattern(r"\s*[,(-]\s*")
_SHORTENED = Pattern(
    r"\s*\((?:UVBCT|UVTWĐ|UVTƯĐ|UVBTV|UVTV|UVTU|UVTW|UVBCH|TUV|HUV|QUV|TVTU|ĐUV|BTV|BCH|PBT|ĐBQH|PCT|CT|GĐ|PGĐ)\)(?=\s*[,;-])"
)
"""The letters that a title is shortened to further down."""


def find_title_stacks(cased: str, folded: str, names: Sequence[Span] = ()) -> tuple[TitleStack, ...]:
    """Every stack of titles of one sentence, in text order. No title runs into one of the `names` of persons in it.

    `cased` and `folded` are the two spellings of the same sentence, see `congressx.vietnamese.spelling`.
    """
    if not TITLE_CUES.stand_in(folded):
        return ()
    line = Line(cased, folded, names)
    stacks: list[list[_Part]] = []
    for part in _parts(line):
        if stacks and _is_joined(folded, stacks[-1][-1], part):
            stacks[-1].append(part)
        else:
            stacks.append([part])
    return tuple(TitleStack(Span(parts[0].raw.start, parts[-1].stop), _titles(parts, folded)) for parts in stacks)


def _is_joined(folded: str, before: _Part, part: _Part) -> bool:
    """Whether the part goes on with the stack; how many members there are begins none: `với 45 |ủy viên; Bí thư| A`."""
    joint = _JOIN.fullmatch(folded, before.stop, part.raw.start)
    if joint is None:  # Bộ trưởng |Chủ nhiệm Ủy ban Dân tộc|
        minister = before.office is Office.MINISTER and before.phrase is None
        bare = minister or folded.startswith("phụ trách", part.raw.start)
        return bare and not folded[before.stop : part.raw.start].strip()
    return not (";" in joint.group() and _COUNT_BEFORE.search(folded, 0, before.raw.start))


def _parts(line: Line) -> Iterator[_Part]:
    at = 0
    last: _Part | None = None
    for match in head_pattern().finditer(line.folded):
        head = heads()["".join(match.group().split())]
        if head.office is None or match.start() < at or line.named(Span(*match.span())):
            continue
        part = _read_part(line, Span(*match.span()), head, head.office)
        if bracket := _SHORTENED.match(line.cased, part.stop):  # Ủy viên Thường vụ |(UVTV)|, Phó Bí thư
            part = replace(part, stop=bracket.end())
        if match.group().startswith("phụ trách") and not (_stands_alone(line, part) or _is_charge(line, part, last)):
            continue
        if match.group().startswith("thường vụ") and not _is_seat(line, part, last):
            continue
        at, last = part.stop, part
        yield part


def _is_charge(line: Line, part: _Part, last: _Part | None) -> bool:
    """Whether it is one more office of the holder: `Phó Chủ tịch HĐND huyện, |phụ trách UBND huyện|`."""
    return last is not None and _CHARGE.fullmatch(line.folded, last.stop, part.raw.start) is not None


def _is_seat(line: Line, part: _Part, last: _Part | None) -> bool:
    """Whether `Thường vụ Huyện ủy` is what somebody is, and not the body that acts: `Trần Văn Lúa, |Thường vụ Huyện ủy|, Trưởng ban`."""
    joined = last is not None and _JOIN.fullmatch(line.folded, last.stop, part.raw.start)
    behind = joined or any(_BEHIND.fullmatch(line.folded, name.stop, part.raw.start) for name in line.names)
    return bool(behind) and CLOSING.match(line.folded, part.stop) is not None


def _stands_alone(line: Line, part: _Part) -> bool:
    """Whether `phụ trách Thành ủy` is the title in front of a name or alone in brackets, and not what somebody is charged with."""
    opens = _OPENING.search(line.folded[: part.raw.start])
    if opens is not None and opens.group().startswith("(") and line.folded.startswith(")", part.stop):
        return True
    return opens is not None and line.limit(part.stop) - part.stop <= 1


def _read_part(line: Line, words: Span, head: Head, office: Office) -> _Part:
    start, status = _status_before(line, words.start)
    limit = line.limit(words.stop)
    stop = words.stop
    if qualifier := _QUALIFIER.match(line.folded, stop, limit):
        stop = qualifier.end()
        status = TitleStatus.ACTING if qualifier["acting"] else status
    if charged := _charged_stop(line, stop, limit):
        stop, status = charged, TitleStatus.ACTING
    silent = head.silent
    phrase = None if silent else phrase_of_title(line, words, stop, limit, head)
    silent = silent or (phrase is None and head.body in VILLAGES)  # bí thư kiêm trưởng thôn
    if phrase:
        phrase = without_committee(line, phrase)
    if phrase and phrase.span.stop > words.stop:
        stop = max(stop, phrase.span.stop)
    elif field := named_field(line, stop, limit, head):  # Bộ trưởng |Công an| names no body in full
        stop, silent = field.span.stop, field.body is None
        phrase = None if silent else field
    if line.folded.startswith("phụ trách", words.start):
        status = TitleStatus.ACTING
    if behind := _ACTING_BEHIND.match(line.folded, stop, limit):
        stop, status = behind.end(), TitleStatus.ACTING
    term = _TERM.match(line.folded, stop, limit)
    return _Part(office, silent, phrase, Span(start, stop), term.end() if term else stop, status)


def _charged_stop(line: Line, stop: int, limit: int) -> int | None:
    """Where `phụ trách` ends when it means the whole body: `Phó Giám đốc phụ trách Sở`, not `… phụ trách kỹ thuật`."""
    charge = _IN_CHARGE.match(line.folded, stop, limit)
    if not charge or _AREA.match(line.folded, charge.end()):
        return None
    at = charge.end()
    whole = limit - at <= 1 or CLOSING.match(line.folded, at) or phrase_at(line, at + 1, limit)
    return at if whole else None


def _status_before(line: Line, start: int) -> tuple[int, TitleStatus]:
    """Where a title whose head begins at `start` begins with its `nguyên` or `quyền`, and what that says."""
    first = max(0, start - 24)
    before = line.folded[first:start]
    prefix = _PREFIX.search(before)
    if not prefix:
        return start, TitleStatus.CURRENT
    return first + prefix.start(), TitleStatus.FORMER if prefix["former"] else TitleStatus.ACTING


def _is_of_front(part: _Part, org: Span | None, folded: str) -> bool:
    """`Ủy viên Ban Thường vụ, Chủ tịch |UBMTTQ xã|`: the Front has no such seats."""
    return part.phrase is None and org is not None and _FRONT.search(org.of(folded)) is not None


def _titles(parts: Sequence[_Part], folded: str) -> tuple[Title, ...]:
    """The titles of a stack, from right to left: one with no body takes that of the next to its right."""
    titles: list[Title] = []
    org: Span | None = None
    kind = ""
    for part in reversed(_with_shared_past(parts)):
        if part.silent:  # also Bộ trưởng Công an: which body that is, it does not say in full
            org, kind = None, ""
        elif part.phrase and part.phrase.body:
            org, kind = part.phrase.body, part.phrase.kind
        elif part.of_party and (kind in _STATE_KINDS or _is_of_front(part, org, folded)):
            org, kind = None, ""
        titles.append(Title(part.office, org, part.raw, part.status))
    return tuple(reversed(titles))


def _with_shared_past(parts: Sequence[_Part]) -> Sequence[_Part]:
    """`nguyên` before a bare office holds for the next title too: `nguyên Phó Bí thư, Chủ tịch UBND tỉnh`."""
    shared = list(parts[:1])
    for part in parts[1:]:
        before = shared[-1]
        bare = before.phrase is None and not before.silent and before.status is TitleStatus.FORMER
        hangs_on = bare and part.status is TitleStatus.CURRENT and part.office is not before.office
        shared.append(replace(part, status=TitleStatus.FORMER) if hangs_on else part)
    return shared
