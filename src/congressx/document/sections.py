"""Which stretch of a page is what: title, publish line, lead, body, captions, and what is only furniture.

Lines are read from the top: menus and letterheads, then the title, the publish line, the lead, the body with its captions,
and below it credits, link lists, counters. Everything here is about the look of lines, nothing about the facts in them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from congressx.document.document import Section, SectionKind
from congressx.document.sentences import split_sentences
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import entries
from congressx.vietnamese.letters import LOWER, UPPER
from congressx.vietnamese.organisation_heads import head_phrases
from congressx.vietnamese.places import place_stop
from congressx.vietnamese.publish_lines import LineKind, read_publish_line
from congressx.vietnamese.spelling import fold

_LINE = Pattern(r"[^\n]+")
_TERMINAL = tuple('.!?…:;”"')
_BULLET = Pattern(r"^[•*+»>-]\s+|^\d{1,2}[.)]\s")
_POLL_FIGURE = Pattern(r"^\s*(?:\d{1,3} ?%\s+\d+|[a-e]\.\s.{1,30}|[\d.,]+)\s*$")
_NAME_PART = rf"(?:[{UPPER}][{LOWER}{UPPER}]*\.?|[{UPPER}]\.)"
_CREDITED = rf"(?:CTV|PV|TTXVN|VOV|VNA|TTV|BBT|{_NAME_PART}(?:[ .]?{_NAME_PART}){{0,3}})(?:\s*[-/,–(]\s*[\w .]{{1,25}}\)?){{0,2}}"
_CREDIT_WORDS = (
    r"(?:Tin|Bài|Ảnh|Nguồn|Theo|Tác giả|Clip|Video|Đồ họa)\s*(?:(?:,|và|-|–|&)\s*(?:ảnh|bài|clip|video)\s*)*[:.]?\s*"
)
_NUMBERED_HEADING = r"(?:[IVX]+\s*[-–.)]\s*\p{L}{2,}\s+\p{L}+)"
"""`I- UỶ VIÊN CHÍNH THỨC` is no author."""
_TELLS = (
    rf"(?:Ông|Bà|Anh|Chị|Đồng chí|Đ/c)(?: {_NAME_PART}){{2,4}},[^\n]*[,{LOWER}](?: [{LOWER}]+){{1,7}}\.$"
    rf"|{_NAME_PART}(?: {_NAME_PART}){{1,3}},[^\n]*, [{LOWER}]+(?: [{LOWER}]+){{1,7}}\.$"
)
"""`Ông Trần Văn Lúa, Chủ tịch Hội, cũng dự.`: a short sentence of the article is no author."""
_NEWSROOM = Pattern(
    rf"(?:\([{UPPER}]{{2,10}}(?:[.+/][\w.+/]{{1,12}})?\)[^\S\n]*[-–]"
    rf"|(?:(?!V?I*X*V?I*\s)(?P<bare>[{UPPER}]{{3,5}})|[{UPPER}]{{3,5}}\.VN)[^\S\n]+[-–])[^\S\n]*"
    rf"(?=[\"“]?[{UPPER}][{LOWER}]|\d)"
)
"""What opens a paragraph before its first word: `(NLĐ) - `, `VTV.VN - `, the bare letters `TTO - `; no numeral (`VII - `)."""
_CREDIT_LINE = Pattern(rf"^(?!{_NUMBERED_HEADING}|{_TELLS})\(?(?:{_CREDIT_WORDS})?{_CREDITED}\)?\.?$")
_SOURCE_LINE = Pattern(r"^\(?(?:Nguồn|Theo|Tin, ảnh|Tin và ảnh|Bài, ảnh|Tin|Bài)\s*:\s*\S")
_PHOTO_CREDIT_LINE = Pattern(r"^\(?(?:Ảnh|ẢNH|Nguồn ảnh|Photo)\s*(?:[:-]|\s)\s*\S.{0,60}$")
_PHOTO_CREDIT_TAIL = Pattern(
    r"[.(\s–-]\s*\(?(?:Ảnh|ẢNH|ảnh)\s*(?::|[-–] )?\s*[^.:;]{1,40}\)?\.?\s*$|[-–]\s*Ảnh \d+\.?$"
)
_OPENER = rf"(?:{'|'.join(entries('openers.txt', __package__))})\b"
_INLINE_PHOTO = Pattern(
    rf"(?:Ảnh|ẢNH)\s*:\s*(?:[^\n]{{1,45}}$|(?:(?!{_OPENER}){_NAME_PART}(?:/[\w.]+)?\s?){{1,3}})", regex.MULTILINE
)
_LONGEST_TITLE = 200
"""Longer first lines are a headline glued to the lead or to captions; their words are read as lead."""
_CAPTION_START = Pattern(
    r"(?:các |một số )?(?:đại biểu|toàn cảnh|quang cảnh|chủ trì|đoàn chủ tịch|đồng chí|đ/c|ông |bà |ban chấp hành|bch|ra mắt)"
)
_SCENE = Pattern(
    r"phát\s+biểu|chủ\s+trì|trao|tặng|chụp\s+ảnh|toàn\s+cảnh|quang\s+cảnh|ra\s+mắt|bỏ\s+phiếu|tham\s+dự|dự|biểu\s+quyết|tại\s+(?:đại\s+hội|hội\s+nghị|buổi|lễ|kỳ\s+họp)"
)
_GLUED_TO_TEXT = frozenset({LineKind.LEAD, LineKind.ISO_PREFIX, LineKind.CRAWLER})
"""Publish dates that stand in a line of the article itself."""
_LIFERAY_NULL = "null "
"""Liferay pages repeat the title with this word before it."""
_BREADCRUMB = Pattern(r">>|»|›|\|[^|]+\|")
_TOP = 14
"""Titles and publish lines stand within this many lines."""
_LETTERHEAD = 60
"""Letterheads and menu items above a title are shorter than this many characters."""


@dataclass(slots=True)
class _Line:
    """A line of the page while it is being typed."""

    span: Span
    text: str
    folded: str
    gap: int
    """Blank lines between the line before and this one."""
    kind: SectionKind | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """What a page says of itself; spans are offsets in the settled text."""

    title: str
    published: dt.date | None
    sections: tuple[Section, ...]


def lay_out(text: str) -> Layout:
    """Sections of the settled text of a page, in text order; blanks and line ends between them belong to none."""
    lines = _lines(text)
    _type_tail(lines, len(text))
    published = _type_publish_lines(lines)
    _type_furniture(lines)
    title = _type_title(lines)
    _type_bylines(lines)
    _type_captions(lines)
    return Layout(
        title=title,
        published=published,
        sections=tuple(_sections(text, lines)),
    )


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    stop = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        gap = max(0, text.count("\n", stop, start) - 1)
        lines.append(_Line(Span(start, start + len(stripped)), stripped, fold(stripped), gap))
        stop = start + len(stripped)
    return lines


def _type_tail(lines: list[_Line], length: int) -> None:
    """A heading of a link list ends the article; what follows is links, unless the heading stands near the top."""
    headers = entries("related_headers.txt", __package__)
    for n, line in enumerate(lines):
        is_header = (
            len(line.text) < 50
            and line.folded.startswith(headers)
            and any(line.folded.startswith(h) and len(line.folded) <= len(h) + 12 for h in headers)
        )
        if is_header and (line.span.start > length * 0.35) and _rest_is_links(lines[n + 1 :]):
            for rest in lines[n:]:
                rest.kind = SectionKind.RELATED_LINKS
            return


def _rest_is_links(rest: Sequence[_Line]) -> bool:
    long = sum(len(line.text) > 220 for line in rest)
    return long <= len(rest) // 4


def _type_furniture(lines: list[_Line]) -> None:
    starts = entries("furniture_lines.txt", __package__)
    poll = any(line.folded.startswith(("% bình chọn", "bình chọn", "tổng bình chọn")) for line in lines)
    for n, line in enumerate(lines):
        short = len(line.text) < 90
        if (
            line.kind is None
            and short
            and (
                (line.folded.startswith(starts) and not line.text.endswith((".", ",", ";")))
                or (poll and _POLL_FIGURE.match(line.text))
                or (n < _TOP and _BREADCRUMB.search(line.text))
                or regex.search(r"lượt xem\s*[:|]?\s*[\d.]*$|^[\d.]+ lượt xem", line.folded)
            )
        ):
            line.kind = SectionKind.FURNITURE


def _type_publish_lines(lines: list[_Line]) -> dt.date | None:
    """The first publish line that stands beside the title or the lead; a clock in the letterhead is overruled by a later one."""
    published = None
    for line in lines[:_TOP]:
        found = read_publish_line(line.text) if line.kind is None else None
        if found:
            published = found.date
            if found.kind not in _GLUED_TO_TEXT:
                line.kind = SectionKind.PUBLISH_LINE
        elif len(line.text) > 160:
            break
    return published


def _type_title(lines: list[_Line]) -> str:
    """The title: the first heading that is no letterhead; of a page that has only capitals the last group of them."""
    candidates = _headings(lines)
    plain = [n for n in candidates if not _letterhead(lines[n])]
    title = plain[:1] or _last_group(lines, candidates)
    if not title:
        return ""
    for n, line in enumerate(lines[:_TOP]):
        if line.kind is None and n < title[0]:
            line.kind = SectionKind.FURNITURE
        elif n in title or (line.kind is None and _same_heading(line, lines[title[0]])):
            line.kind = SectionKind.TITLE
    return " ".join(lines[n].text for n in title).removeprefix(_LIFERAY_NULL)


def _headings(lines: list[_Line]) -> list[int]:
    """Indices of the untyped lines above the publish line or the first paragraph that may be a letterhead or the title."""
    found: list[int] = []
    for n, line in enumerate(lines[:_TOP]):
        if line.kind is SectionKind.PUBLISH_LINE and found:
            break
        if line.kind is not None:
            continue
        below = found and (len(line.text) > 150 or line.text.endswith((".", ";")))
        if below or (found and line.gap and not _letterhead(lines[found[-1]])):
            break
        found.append(n)
    return found


def _last_group(lines: list[_Line], candidates: list[int]) -> list[int]:
    """`ĐẠI HỘI ĐẢNG BỘ SỞ Y TẾ` / `NHIỆM KỲ 2015 - 2020`: capitals on lines that follow one another are one title."""
    group: list[int] = []
    for n in candidates:
        group = [*group, n] if group and lines[n].gap == 0 else [n]
    return group


def _same_heading(line: _Line, title: _Line) -> bool:
    return line.folded.removeprefix(_LIFERAY_NULL) == title.folded.removeprefix(_LIFERAY_NULL)


def _letterhead(line: _Line) -> bool:
    return (line.text.isupper() and len(line.text) < _LETTERHEAD) or (
        len(line.text) < 25 and " " in line.text and line.text.istitle()
    )


def _type_captions(lines: list[_Line]) -> None:
    body = [line for line in lines if line.kind is None]
    often = Counter(line.folded.rstrip(" .") for line in body if len(line.text) < 320)
    for n, line in enumerate(body):
        repeated = often[line.folded.rstrip(" .")] > 1 and len(line.text) > 12
        if repeated or (len(line.text) < 320 and _PHOTO_CREDIT_TAIL.search(line.text)):
            line.kind = SectionKind.CAPTION
        elif _PHOTO_CREDIT_LINE.match(line.text):
            line.kind = SectionKind.BYLINE
            previous = body[n - 1] if n else None
            if previous and previous.kind is None and len(previous.text) < 260:
                previous.kind = SectionKind.CAPTION
        elif n and line.gap and (n + 1 == len(body) or body[n + 1].gap) and _looks_like_caption(line):
            line.kind = SectionKind.CAPTION


def _looks_like_caption(line: _Line) -> bool:
    """`Toàn cảnh hội nghị`, `Đ/c … chủ trì Hội nghị.`: a short line of its own that says what a photo shows."""
    if len(line.text) < 12 or _BULLET.match(line.text) or not _SCENE.search(line.folded):
        return False
    if line.text.endswith("."):
        return (
            len(line.text) < 140
            and bool(_CAPTION_START.match(line.folded))
            and len(tuple(split_sentences(line.text))) == 1
        )
    return len(line.text) < 230 and not line.text.endswith(_TERMINAL)


def _type_bylines(lines: list[_Line]) -> None:
    """Credits stand below the last paragraph (`Tin, ảnh: …`, `Võ Hải`), some houses put them above the first."""
    body = [n for n, line in enumerate(lines) if line.kind is None]
    for n in body[-4:]:
        if (
            n > body[0]
            and len(lines[n].text) < 90
            and (_CREDIT_LINE.match(lines[n].text) or _SOURCE_LINE.match(lines[n].text))
        ):
            lines[n].kind = SectionKind.BYLINE
            below_a_blank = False
            for after in (lines[m] for m in body if m > n and len(lines[m].text) < 320):
                # `Kim Tuyền` / `Trung tâm Thông tin` are one credit; below a blank some sites repeat the captions
                below_a_blank = below_a_blank or after.gap > 0
                after.kind = SectionKind.CAPTION if below_a_blank else SectionKind.BYLINE
            break
    if (
        body
        and len(lines[body[0]].text) < 40
        and len(body) > 2
        and regex.fullmatch(rf"[{UPPER} .]{{4,}}\s*\|?", lines[body[0]].text)
    ):
        lines[body[0]].kind = SectionKind.BYLINE


def _sections(text: str, lines: Sequence[_Line]) -> Iterable[Section]:
    lead_given = False
    last_body = max((n for n, line in enumerate(lines) if line.kind is None), default=-1)
    for group in _paragraphs(lines):
        span = group[0].span.cover(group[-1].span)
        kind = group[0].kind
        glued_title = kind is SectionKind.TITLE and len(span) > _LONGEST_TITLE
        if kind is None or glued_title:
            kind = SectionKind.BODY if lead_given else SectionKind.LEAD
            lead_given = True
            span = span if glued_title else _behind_newsroom(text, span, is_lead=kind is SectionKind.LEAD)
        is_last = last_body >= 0 and group[-1] is lines[last_body]
        yield from _with_credits(text, Section(kind, span), is_last=is_last)


def _behind_newsroom(text: str, span: Span, *, is_lead: bool) -> Span:
    """A paragraph without the newsroom that opens it: `(NLĐ) - Sáng 20/3, …`, in a lead `TTO - Đại hội …`."""
    tag = _NEWSROOM.match(text, span.start, span.stop)
    if tag is None or (tag["bare"] and (not is_lead or _names_something(tag["bare"]))):
        return span
    return Span(tag.end(), span.stop)


def _names_something(letters: str) -> bool:
    """`UBND - Ban Chỉ huy quân sự xã`, `TPHCM - Sáng 20/3`: a body, a place."""
    folded = fold(letters)
    return head_phrases().longest(folded, 0) is not None or place_stop(letters, folded, 0) is not None


def _paragraphs(lines: Sequence[_Line]) -> Iterable[list[_Line]]:
    """Lines, those that go on with the phrase of the line before joined to it."""
    group: list[_Line] = []
    for line in lines:
        if group and line.kind == group[-1].kind and line.gap == 0 and _continues(group[-1], line):
            group.append(line)
        else:
            if group:
                yield group
            group = [line]
    if group:
        yield group


def _continues(before: _Line, line: _Line) -> bool:
    if before.text.endswith((".", "!", "?", "…")) or _BULLET.match(line.text):
        return False
    return line.text[:1].islower() or before.text.endswith((",", "-", "–", "("))


def _with_credits(text: str, section: Section, *, is_last: bool) -> Iterable[Section]:
    """The section itself, with photo credits inside it and a by-line at the article's end cut out as sections of their own."""
    if not section.kind.carries_facts or section.kind is SectionKind.TITLE:
        yield section
        return
    credits = [Span(*m.span()) for m in _INLINE_PHOTO.finditer(text, section.span.start, section.span.stop)]
    if is_last and (tail := _glued_byline(section.span.of(text))):
        credits = [c for c in credits if c.stop <= section.span.start + tail.start] + [tail.shifted(section.span.start)]
    place = section.span.start
    for credit in [*credits, Span(section.span.stop, section.span.stop)]:
        if rest := _trimmed(text, place, credit.start):
            yield Section(section.kind, rest)
        if len(credit):
            yield Section(SectionKind.BYLINE, _trimmed(text, credit.start, credit.stop) or credit)
        place = credit.stop


def _glued_byline(paragraph: str) -> Span | None:
    """Where the author's name stands after the last sentence: `… Thành phố./. Nguyễn Hiền/VOV`."""
    *before, last = split_sentences(paragraph)
    words = last.of(paragraph).rstrip(".)")
    named = " " in words or "/" in words or words.isupper()
    return last if before and len(last) < 60 and named and _CREDIT_LINE.match(last.of(paragraph)) else None


def _trimmed(text: str, start: int, stop: int) -> Span | None:
    """The stretch without blanks and dashes at its ends; None when nothing is left."""
    piece = text[start:stop]
    inner = piece.strip(" \n-–—(")
    if not inner.strip(".)"):
        return None
    start += piece.index(inner)
    return Span(start, start + len(inner))
