"""What is read as a figure and is none: another kind's number, a membership, a single case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congressx.document import Document
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
    another = _of_another_kind(document, mention, taken)
    if another is not None:
        return another
    if mention.rule == _BREAKDOWN and _is_of_persons(document, mention):
        return "persons disciplined"
    if mention.rule == _PART and not any(_is_near(mention, other) for other in standing):
        return "a part of nothing that is counted"
    if _is_part_of_size(document, mention, taken.numbers):
        return "a part of the organisation's size"
    if _is_threshold(document, mention) or _is_single_case(document, mention, standing):
        return "a threshold or a case outside a report"
    return "members admitted or disciplined" if _is_membership(document, mention) else None


def _of_another_kind(document: Document, mention: Mention, taken: Taken) -> str | None:
    if _is_about_firm(document.title):
        return "the business of a firm"
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
    r"(?P<organisation>tổ chức|tập thể|chi bộ|đảng bộ|đảng ủy|cấp ủy|đơn vị|cơ quan|ban cán sự)(?!\p{L})|(?P<person>người|cán bộ"
    r"|công chức|viên chức|đảng viên|đồng chí|cá nhân|trường hợp)(?!\p{L})"
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


_IN_BRACKETS = Pattern(r"[^();]{0,80}\(\s*(?:(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ) )*")


def _is_share_of(document: Document, mention: Mention, focus: Span) -> bool:
    """`276 trong số 291 cán bộ, viên chức (94,8%) dự hội nghị`: the number again."""
    if mention.value["unit"] not in PERCENT or focus.stop > mention.focus.start:
        return False
    sentence = document.sentences[mention.sentence]
    start = focus.stop - sentence.span.start
    return (
        start > 0
        and _IN_BRACKETS.fullmatch(sentence.folded, start, mention.focus.start - sentence.span.start) is not None
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
    many = (mention.value["total"] or 0) >= _STATISTICS
    if not many and _is_affair(document.title):
        return _is_fraud(document.title) or not _reports_on_many(document, mention.sentence)
    if mention.rule == _BREAKDOWN or (mention.rule == _STATE and mention.value["value"] < _FEW):
        return _tells_of_few(document, mention)
    if mention.rule not in _COUNTED or mention.rule in (_LIKELY, _MOVED) or _is_one_of_many(mention, standing):
        return False
    words = _left_of(document, mention)[-_DEED_REACH:] + _state_of(document, mention)
    personal = stands("personal_deeds.txt", words)
    return personal and not _reports(document, mention.sentence - 1, mention.sentence)


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


def _reports(document: Document, first: int, last: int) -> bool:
    """Whether one of the sentences speaks of a time or a territory as a whole."""
    near = document.sentences[max(0, first) : last + 1]
    return any(stands("report_words.txt", one.folded) or _TIMED.search(one.folded) for one in near)


_ECONOMY = Pattern(r"(?<!\p{L})(?:gdp|grdp|tăng trưởng|chỉ tiêu|kinh tế - xã hội)(?!\p{L})")


def _reports_on_many(document: Document, sentence: int) -> bool:
    """Whether a sentence of an article about one case tells of more than it: `năm 2002, xã làm 7 tuyến đường` does not."""
    folded = document.sentences[sentence].folded
    if folded.startswith("trong đó") and sentence > 0:
        return _reports_on_many(document, sentence - 1)
    return stands("report_words.txt", folded) or _ECONOMY.search(folded) is not None


_SPEAKER = Pattern(r"[^:]{1,60}:")
_SO_MANY = Pattern(
    r"(?<![\d.,/])[1-9]\d[\d.]*\s+(?:lượt\s+)?(?:cán\s+bộ|công\s+chức|viên\s+chức|đảng\s+viên|lãnh\s+đạo|người|trường\s+hợp)(?!\p{L})"
)
"""`80 cán bộ bị xử lý trong 2 năm`: so many are no case of one person."""


def _is_affair(title: str) -> bool:
    """Whether the title is of the case of a person or a firm: `Khai trừ nguyên giám đốc …`; not `Ông An: …`."""
    folded = fold(title)
    if _SO_MANY.search(folded):
        return False
    if _is_fraud(title):
        return True
    return stands("affair_words.txt", folded) and stands("affair_persons.txt", folded) and not _SPEAKER.match(folded)


def _is_about_firm(title: str) -> bool:
    """`Sau ghế chủ tịch, nợ xấu Sacombank tăng vọt`: its figures are no public host's; a Party body's in it may be."""
    folded = fold(title)
    return stands("firm_words.txt", folded) and not stands("subject_words.txt", folded)


def _is_fraud(title: str) -> bool:
    """`Moi tiền nhà nước bằng nghị quyết giả`: whatever is counted there is the culprits'."""
    return stands("fraud_words.txt", fold(title))


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
"""`phải kỷ luật 8 tổ chức đảng và 203 đảng viên`: what an inspection asks for is measured, the members are not yet disciplined."""


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
