"""What is read as a figure and is none: another kind's number, a membership, a single case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congressx.document import Document
from congressx.document.subject import names_subject
from congressx.engine import Mention
from congressx.extractors.kpis.figure import COUNTS, Shape
from congressx.extractors.kpis.measuring import PERCENT
from congressx.extractors.kpis.ratings import names_rating
from congressx.extractors.kpis.record import Change, Mood
from congressx.extractors.kpis.wordlists import stands
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Comparator, Unit
from congressx.vietnamese.spelling import fold

_COUNTED = frozenset(f"kpis.{shape.value}" for shape in COUNTS)
_STATE = f"kpis.{Shape.STATE.value}"
_BREAKDOWN = f"kpis.{Shape.BREAKDOWN.value}"
_PART, _LIKELY = f"kpis.{Shape.PART.value}", f"kpis.{Shape.LIKELY.value}"
_LISTED = f"kpis.{Shape.LISTED.value}"
_MOVED = f"kpis.{Shape.MOVED.value}"
_CROWD = f"kpis.{Shape.CROWD.value}"


@dataclass(frozen=True, slots=True)
class Taken:
    """Numbers that other kinds of fact took."""

    numbers: tuple[Span, ...]
    present: tuple[Span, ...] = ()
    """Those of persons who came."""


def objection(document: Document, mention: Mention, taken: Taken, standing: Sequence[Mention]) -> str | None:
    """Why a figure does not stand, or None; `standing` are the figures before it."""
    another = _of_another_article(document, mention) or _of_another_kind(document, mention, taken)
    if another is not None:
        return another
    if mention.rule == _BREAKDOWN and _is_of_persons(document, mention):
        return "persons disciplined"
    if mention.rule == _PART and not any(_is_near(mention, other) for other in standing):
        return "a part of nothing that is counted"
    if _is_part_of_size(document, mention, taken.numbers):
        return "a part of the organisation's size"
    if _is_threshold(document, mention) or _is_fault(document, mention) or _is_single_case(document, mention, standing):
        return "a threshold, a fault or a case outside a report"
    return _of_own_kind(document, mention)


def _of_own_kind(document: Document, mention: Mention) -> str | None:
    """What is counted, where no number of it makes a figure."""
    if _is_inspection_to_come(mention):
        return "inspections on an agenda"
    return "members admitted or disciplined" if _is_membership(document, mention) else None


_INSPECTION = Pattern(r"(?:đoàn|đợt|cuộc) (?:kiểm tra|giám sát|thanh tra)(?!\p{L})")


def _is_inspection_to_come(mention: Mention) -> bool:
    """`quý II sẽ lập 3 đoàn kiểm tra`: a few that are to come are tasks; those held are figures."""
    if mention.value["mood"] is not Mood.TARGET or mention.value["value"] >= _FEW:
        return False
    return _INSPECTION.match(fold(mention.value["unit_text"] or "")) is not None


def _of_another_article(document: Document, mention: Mention) -> str | None:
    """What the title says that figures are of, where it is no host."""
    if _is_about_firm(document.title):
        return "the business of a firm"
    return "part of the case that the article is about" if _is_about_case(document, mention) else None


def _of_another_kind(document: Document, mention: Mention, taken: Taken) -> str | None:
    if any(mention.focus.overlaps(focus) or _is_said_again(document, mention, focus) for focus in taken.numbers):
        return "the number of another kind of fact"
    present = any(_is_share_of(document, mention, focus) for focus in taken.present)
    return "the share of those present" if present else None


_LEAST_REPEATED = 10
"""Fewer may be counted twice by chance."""


def _is_said_again(document: Document, mention: Mention, focus: Span) -> bool:
    """`64 cán bộ bị kỷ luật` in the lead is a membership, and in the body too."""
    value = mention.value
    if value["unit"] is not Unit.COUNT or value["value"] < _LEAST_REPEATED or value["mood"] is Mood.TARGET:
        return False
    if value["change"] is not Change.LEVEL or value["total"] is not None or value["unit_text"] is None:
        return False
    said = f"{mention.focus.of(document.text)} {value['unit_text']}"
    there = document.text[focus.start : focus.stop + len(value["unit_text"]) + 1]
    return fold(there).startswith(fold(said))


_BOUNDS = frozenset({Comparator.GE, Comparator.LE, Comparator.LT})
_SIZED = frozenset({Unit.MEASURE, Unit.VND, Unit.USD})


_FAULT = Pattern(
    r"(?<!\p{L})(?:không đúng|chưa đúng|sai (?:quy định|mục đích|đối tượng|chế độ|nguyên tắc|thẩm quyền|phạm)|trái (?:quy định|phép|luật"
    r"|thẩm quyền)|vượt thẩm quyền|lãng phí|thất thoát|khống|không (?:đảm bảo|bảo đảm) nguồn|(?:chưa|không) (?:có ý kiến|qua đấu thầu"
    r"|được phép|có trong dự toán)|cao hơn quy định)(?!\p{L})"
)
_DEALT_WITH = Pattern(
    r"(?<!\p{L})(?:phát hiện|thu hồi|truy thu|xử phạt|xử lý|kiến nghị|xuất toán|khắc phục|chống|(?<!dự )phòng|tiết kiệm|giảm|nộp)(?!\p{L})"
)


def _is_fault(document: Document, mention: Mention) -> bool:
    """`chi không đúng mục đích 6 tỷ đồng`: a fault is no result; what inspections found and took back is one."""
    if mention.value["unit"] not in _SIZED or mention.value["mood"] is not Mood.RESULT:
        return False
    folded = document.sentences[mention.sentence].folded
    return _FAULT.search(_left_of(document, mention)) is not None and _DEALT_WITH.search(folded) is None


_OF_CLASS = Pattern(
    r"(?<!\p{L})(?:đối với|các dự án|dự án có|chuyển (?:đổi )?mục đích|trường hợp)(?!\p{L})[^;.]{0,60}$"
)
_AIMS = Pattern(r"(?<!\p{L})(?:phấn đấu|mục tiêu|chỉ tiêu|đạt|đến năm|nâng|giảm|tăng)(?!\p{L})")


def _is_threshold(document: Document, mention: Mention) -> bool:
    """`dự án có diện tích từ 10 ha trở lên`: what bounds a class is no result, and no aim where none is spoken of."""
    value = mention.value
    if value["comparator"] not in _BOUNDS or value["unit"] not in _SIZED or value["change"] is not Change.LEVEL:
        return False
    if value["mood"] is Mood.RESULT:
        return True
    of_class = _OF_CLASS.search(_left_of(document, mention))
    return of_class is not None and _AIMS.search(of_class.group()) is None


_PUNISHED = Pattern(
    r"(?P<organisation>tổ chức|tập thể|chi bộ|đảng bộ|đảng ủy|cấp ủy|đơn vị|cơ quan|ban cán sự)(?!\p{L})"
    r"|(?:người|cán bộ|công chức|viên chức|đảng viên|đồng chí|cá nhân|trường hợp)(?!\p{L})"
)
_NUMBERED = Pattern(rf"(?<![\d.,])\d[\d.]*\s+(?:{_PUNISHED.pattern})")


def _is_of_persons(document: Document, mention: Mention) -> bool:
    """`khai trừ 1 và cảnh cáo 2 đảng viên`, `201 đảng viên bị kỷ luật (khiển trách 154)`: only organisations punished are figures."""
    folded = document.sentences[mention.sentence].folded
    if not stands("penalties.txt", fold(mention.value["indicator"])):
        return False
    start = document.sentences[mention.sentence].span.start
    at, stop = mention.focus.start - start, mention.focus.stop - start
    behind = _PUNISHED.match(folded, stop + 1)
    before = list(_NUMBERED.finditer(folded, 0, at))
    punished = behind or (before[-1] if before else None)
    return punished is None or punished["organisation"] is None


_UP_TO_SHARE = Pattern(
    r"[^();]{0,80}\(\s*(?:(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ) )*|[^();:\d]{0,60},\s*(?:(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ) )+"
)


def _is_share_of(document: Document, mention: Mention, focus: Span) -> bool:
    """`276 trong số 291 cán bộ, viên chức (94,8%) dự hội nghị`: the number again."""
    if mention.value["unit"] not in PERCENT or focus.stop > mention.focus.start:
        return False
    sentence = document.sentences[mention.sentence]
    start = focus.stop - sentence.span.start
    return (
        start > 0
        and _UP_TO_SHARE.fullmatch(sentence.folded, start, mention.focus.start - sentence.span.start) is not None
    )


_OPENED = Pattern(r"\s[^()\d]{2,60}\((?:gồm:? )?(?:[^()]*[,;] ?)?$")
_RATED = Pattern(r"[^,;()]*(?<!\p{L})(?:hoàn thành|vững mạnh|đạt|được|bị)(?!\p{L})")


def _is_part_of_size(document: Document, mention: Mention, taken: Sequence[Span]) -> bool:
    """`hiện có 14 chi bộ (11 chi bộ thôn, 3 chi bộ trường học)`: in brackets behind what another kind counts."""
    if mention.rule != _LISTED or mention.value["mood"] is not Mood.RESULT:
        return False
    sentence = document.sentences[mention.sentence]
    at = mention.focus.start - sentence.span.start
    if _RATED.match(sentence.folded, mention.focus.stop - sentence.span.start):
        return False
    before = (focus.stop - sentence.span.start for focus in taken if focus.stop <= mention.focus.start)
    return any(stop > 0 and _OPENED.fullmatch(sentence.folded, stop, at) is not None for stop in before)


def _is_near(mention: Mention, other: Mention) -> bool:
    return other.rule in _COUNTED and mention.sentence - other.sentence in (0, 1)


def _left_of(document: Document, mention: Mention) -> str:
    sentence = document.sentences[mention.sentence]
    return sentence.folded[: mention.focus.start - sentence.span.start]


def _state_of(document: Document, mention: Mention) -> str:
    """What a figure of a state says behind its number: `12 cán bộ bị kỷ luật`."""
    if mention.rule != _STATE:
        return ""
    sentence = document.sentences[mention.sentence]
    start = mention.focus.stop - sentence.span.start
    return sentence.folded[start : start + _STATE_REACH]


# --- cases and reports --------------------------------------------------------------------------------------------------

_TIMED = Pattern(r"(?:trong|sau) \d+ (?:năm|tháng)|\d+ tháng|năm \d{4}|\d{4}\s?-\s?\d{4}")
_DEED_REACH, _STATE_REACH = 60, 80
_STATISTICS = 30
"""So many are no single case: `xử phạt hành chính 96 đơn vị`."""


def _is_single_case(document: Document, mention: Mention, standing: Sequence[Mention]) -> bool:
    """Crimes, accidents, discipline and appointments measure something only where a time is reported on."""
    if mention.rule == _BREAKDOWN:
        return mention.value["mood"] is not Mood.TARGET and _tells_of_few(document, mention)
    if mention.rule == _STATE and mention.value["value"] < _FEW:
        return _tells_of_few(document, mention)
    if mention.rule not in _COUNTED or mention.rule in (_LIKELY, _MOVED) or _is_one_of_many(mention, standing):
        return False
    words = _left_of(document, mention)[-_DEED_REACH:] + _state_of(document, mention)
    personal = stands("personal_deeds.txt", words)
    return personal and not _reports(document, mention.sentence - 1, mention.sentence, besides=_TIMED)


_FEW = 10
_MANY = Pattern(
    r"(?<![\d./])[1-9][\d.]*\d\s+(?:trường hợp|người|tổ chức|tập thể|cá nhân|đảng viên|cán bộ|đồng chí|công chức|viên chức)"
    r"|(?:khiển trách|cảnh cáo|cách chức|khai trừ|buộc thôi việc|sa thải)(?:\s+(?:đảng|là|được))?:?\s+[1-9][\d.]*\d"
)
_OVER_TIME = Pattern(
    r"(?<!\p{L})(?:nhiệm kỳ|năm (?:qua|nay|\d{4})|quý|(?:từ )?đầu năm|cả năm|trong (?:năm|kỳ|tháng)|các cấp|\d+ (?:năm|tháng)"
    r"|toàn (?:tỉnh|huyện|quận|xã|ngành|thành|đảng bộ))(?!\p{L})"
)


def _tells_of_few(document: Document, mention: Mention) -> bool:
    """`4 người đã bị kỷ luật (khiển trách 2, cảnh cáo 1)`: so few are one case, where no time is reported on."""
    sentence = document.sentences[mention.sentence]
    words = _left_of(document, mention)[-_DEED_REACH:] + _state_of(document, mention)
    personal = mention.rule == _BREAKDOWN or "kỷ luật" in words
    if not personal or mention.value["value"] >= _FEW or _MANY.search(sentence.folded):
        return False
    return not _SO_MANY.search(fold(document.title)) and not _OVER_TIME.search(sentence.folded)


def _is_one_of_many(mention: Mention, standing: Sequence[Mention]) -> bool:
    """`kiểm điểm 96 tập thể, 20 cá nhân`: statistics, with what is counted beside them."""
    beside = (other for other in standing if other.sentence == mention.sentence and other.rule in _COUNTED)
    return any(one.value["value"] >= _STATISTICS and one.rule != _CROWD for one in (mention, *beside))


def _reports(document: Document, first: int, last: int, *, besides: Pattern) -> bool:
    """Whether one of the sentences speaks of a time or a territory as a whole, or of what `besides` reads."""
    near = document.sentences[max(0, first) : last + 1]
    return any(stands("report_words.txt", one.folded) or besides.search(one.folded) for one in near)


# --- articles about one firm or one case --------------------------------------------------------------------------------


def _is_about_firm(title: str) -> bool:
    """`Nợ xấu Sacombank tăng vọt` is of the firm itself, `Agribank cho nông dân vay vốn` and a Party body's title are not."""
    folded = fold(title)
    named = stands("firm_words.txt", folded) and stands("firm_business.txt", folded)
    return named and not names_subject(folded)


_ECONOMY = Pattern(r"(?<!\p{L})(?:gdp|grdp|chỉ tiêu|kinh tế - xã hội)(?!\p{L})")
_OF_TERRITORY = Pattern(r"(?:tỷ|tỉ) lệ (?:hộ|dân số|người dân|lao động|thất nghiệp|che phủ|đô thị hóa|trẻ em)(?!\p{L})")


def _is_about_case(document: Document, mention: Mention) -> bool:
    """Whether a figure is of the one case that the title is about.

    In an article on a fraud all are; on another case, all whose sentence reports on nothing larger: `năm 2002, xã làm
    7 tuyến đường`. A territory's rates (`tỷ lệ hộ nghèo`) and shares of very many are of no case.
    """
    title = fold(document.title)
    if (mention.value["total"] or 0) >= _STATISTICS or _SO_MANY.search(title):
        return False
    if _OF_TERRITORY.match(fold(mention.value["indicator"])):
        return False
    if stands("fraud_words.txt", title):
        return True
    if not _is_affair(title):
        return False
    at = mention.sentence
    first = at - 1 if document.sentences[at].folded.startswith("trong đó") else at
    return not _reports(document, first, at, besides=_ECONOMY)


_SPEAKER = Pattern(r"[^:]{1,60}:")
_SO_MANY = Pattern(
    r"(?<![\d.,/])[1-9]\d[\d.]*\s+(?:lượt\s+)?(?:cán\s+bộ|công\s+chức|viên\s+chức|đảng\s+viên|lãnh\s+đạo|người|trường\s+hợp)(?!\p{L})"
)
"""`80 cán bộ bị xử lý trong 2 năm`: so many are no case of one person."""


def _is_affair(title: str) -> bool:
    """Whether a folded title is of the case of a person or a firm: `Khai trừ nguyên giám đốc …`; not `Ông An: …`."""
    return stands("affair_words.txt", title) and stands("affair_persons.txt", title) and not _SPEAKER.match(title)


# --- memberships --------------------------------------------------------------------------------------------------------

_MEMBERS = Pattern(r"(?:đảng viên|hội viên|đoàn viên|quần chúng|luật gia)(?: mới| ưu tú| công đoàn)?")
_ADMITTED = Pattern(
    r"(?<!\p{L})(?:kết nạp|phát triển|kỷ luật|kỉ luật|khai trừ|khiển trách|cảnh cáo|chuyển)(?!\p{L})[^.;]{0,60}$"
)
_SIZE = Pattern(r"(?<!\p{L})số (?:đảng viên|hội viên|đoàn viên)[^.;,]{0,40}$")
_MANAGED = Pattern(r"(?<!\p{L})quản lý(?!\p{L})(?:[^.;]|\.\d){0,90}$")
"""`hiện quản lý 900 công đoàn cơ sở và 120.000 đoàn viên`: how large it is."""
_RECOMMENDED = "giới thiệu"
_TO_BE_DISCIPLINED = Pattern(
    r"(?<!\p{L})(?:phải|đề nghị|kiến nghị)(?!\p{L})[^.;]{0,90}k[ỷỉ] luật(?!\p{L})[^;\d]{0,20}\d[\d.]* tổ chức(?: đảng)?"
    r"(?: \([^()]*\))? và (?:hơn |gần |trên )?$"
)
"""`phải kỷ luật 5 tổ chức đảng và 67 đảng viên`: what an inspection asks for is measured, the members are not yet disciplined."""


def _is_membership(document: Document, mention: Mention) -> bool:
    """Members admitted or disciplined are memberships; members to be admitted, and those recommended, are figures."""
    if mention.value["mood"] is Mood.TARGET or mention.rule not in _COUNTED or mention.rule == _BREAKDOWN:
        return False
    if names_rating(fold(mention.value["indicator"])):
        return False
    return _is_told_of_members(document, mention)


def _is_told_of_members(document: Document, mention: Mention) -> bool:
    """Whether its noun counts members, and the words around it say how many there are or what became of them."""
    noun, left = fold(mention.value["unit_text"] or ""), _left_of(document, mention)
    if _SIZE.search(left) is not None:
        return noun == "người" or _MEMBERS.fullmatch(noun) is not None
    if _MEMBERS.fullmatch(noun) is None:
        return False
    if _TO_BE_DISCIPLINED.search(left):
        return False
    state = _state_of(document, mention)
    if stands("personal_deeds.txt", state) or "bị xử lý" in state:
        return True
    told = _ADMITTED.search(left) or _MANAGED.search(left)
    return told is not None and _RECOMMENDED not in left[-40:]
