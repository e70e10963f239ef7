"""So many of so many, told apart: `Có mặt 47 trong tổng số 50 đại biểu`, `triệu tập: 50; có mặt: 49`, `có mặt 47/50`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from congressx.document import Document, Sentence
from congressx.engine import Draft
from congressx.extractors.attendance.asides import said_besides
from congressx.extractors.attendance.attendees import LEAST_TURNOUT, MEMBERS, attendees_at
from congressx.extractors.attendance.record import AttendanceStatus, AttendeeGroup
from congressx.extractors.attendance.turnouts import CAME, IS, WHERE, WHO, turnout_in
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.spelling import phrase

_N = r"(?P<n>\d{1,4}(?:\.\d{3})?)(?!\d|[.,]\d)"
_M = r"(?P<m>\d{1,4}(?:\.\d{3})?)(?!\d|[.,/]\d)"
_WHO = rf"(?P<who>{WHO})"
_AGAIN = rf"(?: (?:đồng chí|đ/c|{MEMBERS}|người))?"
_OF = r"(?:\s*/\s*| (?:trên|trong)(?: tổng)? số | trên (?=tổng ))(?:tổng số )?"
_OUT_OF = rf"(?:{_OF}| (?:trên|trong)(?: tổng)? )"
_SUMMONED = r"(?: (?:được )?triệu tập(?: (?:về |tham |đến )?dự(?: (?:đại hội|hội nghị|kỳ họp))?)?)"
_OF_BODY = r"(?: (?:của|trong|thuộc|toàn|hđnd|hội đồng)(?: \p{L}+){1,5}?)?"
_FORMS = tuple(
    Pattern(phrase(form))
    for form in (
        # Có mặt tại đại hội 47/50 đảng viên · dự đại hội có 47/tổng số 50 đảng viên
        rf"{CAME}{WHERE}{IS}{_N}{_OUT_OF}{_M} {_WHO}",
        # Dự đại hội có 47 đảng viên trên tổng số 50 đảng viên
        rf"{CAME}{WHERE}{IS}{_N} {_WHO}{_OF}{_M}{_AGAIN}",
        # Số đảng viên có mặt 47/50 · Đảng viên tham dự: 47/50 đồng chí
        rf"(?:(?<!\p{{L}})(?:tổng )?số |^\W*|[;.,:] ){_WHO}{_SUMMONED}? {CAME}{WHERE}{IS}{_N}{_AGAIN}{_OF}{_M}{_AGAIN}",
        # Đại biểu chính thức: 120/120 đồng chí có mặt
        rf"(?:^\W*|[;.,:] ){_WHO}\s*: {_N}{_OF}{_M}{_AGAIN} {CAME}(?!\p{{L}})",
        # 198 đại biểu trong tổng số 200 đại biểu được triệu tập đã có mặt · 34 trên 35 đảng viên tham dự
        rf"(?<![\d.,/]){_N}(?: (?:(?:đồng chí|đ/c) )?(?:{MEMBERS})(?: chính thức)?{_OF_BODY})?{_OUT_OF}{_M} {_WHO}{_SUMMONED}?{_OF_BODY}"
        rf"(?: đã| cùng| đều)? {CAME}(?!\p{{L}})",
    )
)
_ALL_PRESENT = Pattern(
    phrase(
        rf"(?<![\d.,/]){_N}\s*/\s*(?P=n)(?!\d) {_WHO}[^.;,()\d]{{0,30}} có mặt[^.;,()\d]{{0,40}}"
        rf" (?:\(|trong |trên )(?:trong |trên )?tổng số[^.;()\d]{{0,60}} {_M}(?!\s*%)"
    )
)
"""`45/45 đại biểu có mặt (tổng số đại biểu HĐND huyện là 51) tán thành`: they came, whatever they did then."""
_OTHERS = Pattern(
    phrase(
        r"phiếu|tán thành|đồng ý|ủng hộ|chấp thuận|biểu quyết|tín nhiệm|xếp loại|trúng cử|đắc cử|hoàn thành|thống nhất|nhất trí"
        r"|(?<!\p{L})bầu(?! cử| từ| ra)"
    )
)
_CLAUSE_END = Pattern(r"[,;.](?!\d)")
_PERCENT = Pattern(
    phrase(
        r"(?:\s*[,;(]\s*vắng(?: mặt)?\s*:? \d+)?(?:[^\d.;%(]{0,30})?"
        r",?\s*\(?\s*(?:đạt|chiếm|bằng)?\s*(?:tỷ lệ|tỉ lệ)?\s*:?\s*(?P<percent>\d{2,3}(?:[.,]\d{1,2})?)\s*%"
    )
)


def shares(sentence: Sentence, document: Document) -> Iterator[Draft]:
    """Who came of how many, where the two numbers and their noun stand apart."""
    folded = sentence.folded
    for form in (*_FORMS, _ALL_PRESENT):
        for found in form.finditer(folded):
            present, summoned = (int(found[name].replace(".", "")) for name in ("n", "m"))
            votes = form is not _ALL_PRESENT and _is_vote(folded, Span(*found.span()))
            if votes or not LEAST_TURNOUT * summoned <= present <= summoned:
                continue
            who = attendees_at(folded, found.start("who"))
            group = AttendeeGroup.PARTICIPANT if who is None else who.group
            value: dict[str, Any] = {"present": present, "summoned": summoned, "group": group}
            value |= (
                {"status": AttendanceStatus.ACTUAL}
                | _share(folded, found.end())
                | said_besides(folded, Span(found.start("n"), found.end()), group)
            )
            yield Draft(value, Span(*found.span("n")), Span(*found.span()))
    yield from _told_apart(folded)


def _told_apart(folded: str) -> Iterator[Draft]:
    """`Triệu tập 50 đại biểu, thực tế có mặt 49`, `Trong tổng số 52 đại biểu, phiên bế mạc vắng 3 người`"""
    found = turnout_in(folded)
    if found is None or _is_vote(folded, found.span):
        return
    told = {"present": found.present, "summoned": found.summoned, "absent": found.absent}
    value: dict[str, Any] = {"group": found.group, "status": AttendanceStatus.ACTUAL} | _share(folded, found.span.stop)
    for span in found.counted:
        value |= said_besides(folded, span, found.group)
    value |= {name: number for name, number in told.items() if number is not None}
    yield Draft(value, found.number, found.span)


def _is_vote(folded: str, span: Span) -> bool:
    """`được 46/46 đại biểu có mặt bầu`, `với số phiếu 54/54 đại biểu có mặt`"""
    behind = _CLAUSE_END.split(folded[span.stop : span.stop + 80])[0]
    return _OTHERS.search(folded[max(0, span.start - 160) : span.stop] + behind) is not None


def _share(folded: str, stop: int) -> dict[str, Any]:
    share = _PERCENT.match(folded, stop)
    if share is None or _OTHERS.search(share.group()):
        return {}
    return {"percent": percent_of(share)}


def percent_of(share: regex.Match[str]) -> float:
    """The group `percent` as a number: `95,7`."""
    return float(share["percent"].replace(",", "."))
