from __future__ import annotations

import datetime
import sys
import time
from itertools import pairwise
from typing import Any

import pytest

from congressx.span import Span
from congressx.vietnamese.dates import (
    UNSAID,
    DateForm,
    Deictic,
    PartialDate,
    PartOfDay,
    find_dates,
    in_words,
    scan_dates,
)
from congressx.vietnamese.spelling import fold

A, M, E = PartOfDay.AFTERNOON, PartOfDay.MORNING, PartOfDay.EVENING


def said(text: str) -> list[tuple[str | None, str | None]]:
    """Start and end of every date of `text`, in ISO."""
    return [(date.start.iso(), None if date.end is None else date.end.iso()) for date in find_dates(fold(text))]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ngày 28/5, Chi bộ Thư viện họp", "--05-28"),
        ("ngày 22- 5 họp", "--05-22"),
        ("Ngày 28 – 2 họp", "--02-28"),
        ("ngày 9 -7 họp", "--07-09"),
        ("ngày 27 / 10 họp", "--10-27"),
        ("ngày 28.9 họp", "--09-28"),
        ("Sáng 22.6, đại hội khai mạc", "--06-22"),
        ("sáng 18/8 và", "--08-18"),
        ("hôm 3/9 họp", "--09-03"),
        ("thứ hai, 22-6", "--06-22"),
        ("sáng thứ 2 - 3/5", "--05-03"),
        ("chiều thứ năm vừa qua (05/6)", "--06-05"),
        ("chủ nhật 12/7", "--07-12"),
        ("Kết thúc ngày 11.9.2010.", "2010-09-11"),
        ("11.9.2010", "2010-09-11"),
        ("quyết định 27 / 10 / 2019", "2019-10-27"),
        ("ngày 27 tháng 12 năm 2017", "2017-12-27"),
        ("ngày 21 tháng 3/2020", "2020-03-21"),
        ("ngày 21 tháng 3", "--03-21"),
        ("ngày 30/4 năm 2020 họp", "2020-04-30"),
        ("ngày 5/6/04 họp", "2004-06-05"),
        ("Ngày 5.6. 10 đại biểu dự", "--06-05"),
        ("sáng 5/6 đại biểu thảo luận", "--06-05"),
        ("chiều ngày 7/12 vừa qua", "--12-07"),
        ("ngày 29/2", "--02-29"),
        ("tính đến 31-3", "--03-31"),
        ("từ nay đến 31/7 hoàn thành", "--07-31"),
        ("phiên bế mạc (25/4) bầu", "--04-25"),
        ("tuần qua (2/4) đã họp", "--04-02"),
        ("dự kiến trong tháng 5 tới", "--05"),
        ("vào đầu tháng 4 năm 2015", "2015-04"),
        ("giữa tháng 4/2018", "2018-04"),
        ("từ tháng 10-2018", "2018-10"),
        ("Tháng 7/2006. 1 năm sau", "2006-07"),
        ("cuối tháng 12 là hạn", "--12"),
        ("ngày 12 tháng tám năm 2019", "2019-08-12"),
        ("ngày 19 tháng năm năm 2020", "2020-05-19"),
    ],
)
def test_one_date(text: str, start: str) -> None:
    assert said(text) == [(start, None)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Trong hai ngày 19 và 20/5", "--05-19", "--05-20"),
        ("Trong 2 ngày (12-13/6)", "--06-12", "--06-13"),
        ("đại hội (12-13/6) bầu", "--06-12", "--06-13"),
        ("các ngày 15, 16-5-2020", "2020-05-15", "2020-05-16"),
        ("trong 2 ngày, từ ngày 22-23/4/2021", "2021-04-22", "2021-04-23"),
        ("từ ngày 20 đến 28/1/2016", "2016-01-20", "2016-01-28"),
        ("từ 22- 23/4 tại thị xã", "--04-22", "--04-23"),
        ("25/1-2/2/2021", "2021-01-25", "2021-02-02"),
        ("từ 25/1 đến 2/2", "--01-25", "--02-02"),
        ("từ ngày 25.1 đến 2.2", "--01-25", "--02-02"),
        ("từ 4-12 đến 6-12", "--12-04", "--12-06"),
        ("Ngày 10 và 11-2", "--02-10", "--02-11"),
        ("ngày 10-11/6", "--06-10", "--06-11"),
        ("ngày 9 – 11/7/2013", "2013-07-09", "2013-07-11"),
        ("chiều 16 và sáng 17.7", "--07-16", "--07-17"),
        ("ngày 20, 21 và 22/6/2020", "2020-06-20", "2020-06-22"),
        ("các ngày 5/5, 12/5 và 19/5", "--05-05", "--05-19"),
        ("ngày 13/3/2020 đến ngày 21 tháng 3/2020", "2020-03-13", "2020-03-21"),
        ("từ ngày 1/1 đến hết ngày 31/12", "--01-01", "--12-31"),
        ("30/12 - 2/1/2021", "2020-12-30", "2021-01-02"),
        ("từ ngày 30/12/2020 đến 2/1", "2020-12-30", "2021-01-02"),
        ("tháng 3 - 4/2018", "2018-03", "2018-04"),
        ("từ tháng 4/2005 - 1/2012", "2005-04", "2012-01"),
        ("từ tháng 3 đến tháng 5", "--03", "--05"),
    ],
)
def test_a_row_of_days(text: str, start: str, end: str) -> None:
    assert said(text) == [(start, end)]


def test_two_rows_are_two_mentions() -> None:
    assert said("từ ngày 12 đến 13/3 và ngày 20 đến 22/3") == [("--03-12", "--03-13"), ("--03-20", "--03-22")]


def test_a_document_and_its_event_are_two_dates() -> None:
    assert said("Kế hoạch ngày 04/10/2021, sáng 23/10/2021 họp") == [("2021-10-04", None), ("2021-10-23", None)]
    assert said("Chỉ thị ngày 4/10, chiều 23/10 họp") == [("--10-04", None), ("--10-23", None)]
    assert said("chiều 5/6, sáng 6/6 họp") == [("--06-05", "--06-06")]


def test_an_ordinal_before_a_date_is_no_day() -> None:
    assert said("đại hội lần thứ 12, ngày 15/5") == [("--05-15", None)]
    assert said("đại hội lần thứ 12, 15/5/2020") == [("2020-05-15", None)]


@pytest.mark.parametrize(
    "text",
    [
        "có 55/58 đảng viên dự",
        "có 9/10 chi bộ xếp loại tốt",
        "15/16 chỉ tiêu",
        "nhiệm kỳ 2015-2020",
        "tăng 10-12% mỗi năm",
        "tăng 5.12 lần",
        "từ 1/2 số phiếu trở lên",
        "thắng 2-1",
        "mỗi ngày 2-3 lần",
        "ngày 2-3 lần",
        "Kế hoạch số 12/5-KH/ĐU",
        "số 12/5/NQ",
        "ngày 31/2",
        "ngày 12/5/20115",
        "trong 6 tháng đầu năm",
        "hàng tháng 5 lượt",
        "mỗi tháng 2 lần",
        "Cách mạng tháng 8 thành công",
        "trực 24/7",
        "kỳ họp thứ 2, 5/7 xã",
        "mấy hôm nay trời mưa",
        "hiện nay",
        "gặp qua điện thoại",
        "năm 2019",
        "tối qua đường",
        "tháng 6 âm lịch",
    ],
)
def test_no_date(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("(19/5/1890 – 19/5/2022)", DateForm.ANNIVERSARY),
        ("27/2/1955-27/2/2020", DateForm.ANNIVERSARY),
        ("trao huy hiệu đợt 19/5", DateForm.BADGE_ROUND),
        ("đợt 2-9", DateForm.BADGE_ROUND),
        ("tại Hội trường 2/9", DateForm.NAMED_AFTER),
        ("trên đường 30/4", DateForm.NAMED_AFTER),
        ("Trường Mầm non 3/2", DateForm.NAMED_AFTER),
        ("nghỉ lễ 30/4 và 1/5 năm 2020", DateForm.HOLIDAY),
        ("kỷ niệm ngày 30/4", DateForm.HOLIDAY),
        ("giỗ tổ 10/3 âm lịch", DateForm.LUNAR),
        ("ngày 10 tháng 3 (âm lịch)", DateForm.LUNAR),
    ],
)
def test_traps_come_back_from_scan_only(text: str, form: DateForm) -> None:
    assert [date.form for date in scan_dates(fold(text))] == [form]
    assert find_dates(fold(text)) == ()


def test_words_that_only_look_like_a_trap() -> None:
    assert said("phòng khám tư nhân\nNgày 12/5 khai trương") == [("--05-12", None)]
    assert said("tại buổi lễ ngày 12/5") == [("--05-12", None)]
    assert said("tại hội trường, ngày 2/9") == [("--09-02", None)]


@pytest.mark.parametrize(
    ("text", "part", "deictic"),
    [
        ("Sáng nay (28/5)", M, Deictic.TODAY),
        ("chiều nay 16/8", A, Deictic.TODAY),
        ("Hôm nay (ngày 3-6)", None, Deictic.TODAY),
        ("Sáng qua 30.9", M, Deictic.YESTERDAY),
        ("chiều hôm qua (7-6)", A, Deictic.YESTERDAY),
        ("Ngày mai (28/5)", None, Deictic.TOMORROW),
        ("chiều tối ngày 12/12", A, None),
        ("tối 5/6", E, None),
        ("trưa 5/6", None, None),
        ("sáng và chiều 28/5", None, None),
        ("chiều 16 và sáng 17.7", None, None),
        ("vào lúc 13h30 ngày 5/6", A, None),
        ("14h ngày 5/6", A, None),
        ("07 giờ 30 phút ngày 5/6", M, None),
        ("7g00 ngày 5-6", M, None),
        ("từ 8h đến 11h30 ngày 5/6", None, None),
        ("12h ngày 5/6", None, None),
        ("3 giờ chiều 5/6", A, None),
        ("ngày 23/10, lúc 8h", M, None),
        ("tối nay khai mạc", E, Deictic.TODAY),
        ("Hôm qua, chi bộ họp", None, Deictic.YESTERDAY),
        ("Sáng mai bế mạc", M, Deictic.TOMORROW),
        ("Chiều cùng ngày", A, Deictic.SAME_DAY),
    ],
)
def test_part_of_day_and_deictic(text: str, part: PartOfDay | None, deictic: Deictic | None) -> None:
    [date] = find_dates(fold(text))
    assert (date.part_of_day, date.deictic) == (part, deictic)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Họp vào chiều tối nay (28/5) tại xã", "chiều tối nay (28/5)"),
        ("(ngày 12/5) họp", "ngày 12/5"),
        ("Trung ương 8 ngày 3/10 vừa rồi", "ngày 3/10"),
        ("từ sáng 26 đến chiều 28/6,", "sáng 26 đến chiều 28/6"),
        ("ngày 30/4, 9/10 chi bộ họp", "ngày 30/4"),
    ],
)
def test_the_span_covers_the_words(text: str, words: str) -> None:
    [date] = find_dates(fold(text))
    assert date.span.of(text) == words


def test_dates_come_in_text_order_and_do_not_overlap() -> None:
    text = fold("Hôm nay, tháng 5/2020 bàn việc ngày 3/4/2020; năm 2019 và sáng 6/7.")
    found = scan_dates(text, years=True)
    assert [date.form for date in found] == ["deictic", "month", "day", "year", "day"]
    assert all(first.span.stop <= second.span.start for first, second in pairwise(found))


def test_a_year_alone_only_on_request() -> None:
    text = fold("tổng kết năm 2019, năm học 2018-2019")
    assert [date.start.iso() for date in find_dates(text, years=True)] == ["2019"]
    assert find_dates(text) == ()


@pytest.mark.parametrize("parts", [(2021, 2, 29), (None, 2, 30), (2020, 13, None), (None, 4, 31), (None, 1, 32)])
def test_no_calendar_has_it(parts: tuple[int | None, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match="no calendar has"):
        PartialDate(*parts)


def test_a_partial_date_says_what_it_knows() -> None:
    leap = PartialDate(None, 2, 29)
    assert leap.iso() == "--02-29"
    assert leap.full() is None
    assert leap.with_year(2024).full() == datetime.date(2024, 2, 29)
    with pytest.raises(ValueError, match="29/2/2023"):
        leap.with_year(2023)
    assert PartialDate(None, None, 5).iso() is None
    assert PartialDate(None, 5, None).iso() == "--05"


@pytest.mark.parametrize(
    ("first", "second", "before"),
    [
        ((2020, 5, 3), (2020, 5, 4), True),
        ((2020, 5, 4), (2020, 5, 3), False),
        ((2020, 5, None), (2020, 5, 3), None),
        ((2019, None, None), (2020, 5, 3), True),
        ((None, 5, 3), (None, 6, 1), True),
        ((None, 5, 3), (2020, 6, 1), None),
        ((2020, 5, 3), (2020, 5, 3), False),
    ],
)
def test_order(first: tuple[int, int, int], second: tuple[int, int, int], before: bool | None) -> None:
    assert PartialDate(*first).before(PartialDate(*second)) is before


CLOCKS = (datetime.datetime(1999, 2, 28, 23, 59), datetime.datetime(2031, 12, 31, 0, 1))


def test_nothing_depends_on_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock does move dateparser itself, or this would test nothing; it moves none of our dates."""
    import dateparser

    text = fold(
        "Hôm qua, 28/5, ngày 29/2, tháng 6, ngày 12 tháng sáu năm 2021, ngày 31 tháng tư năm 2020, "
        "ngày 3 tháng giêng năm 2020, ngày 6 tháng mười hai, 2018"
    )
    unpatched = dateparser.parse
    results, yesterdays = [], []
    for clock in CLOCKS:

        def parse(
            words: str, languages: list[str], settings: dict[str, Any], base: datetime.datetime = clock
        ) -> datetime.datetime | None:
            read: datetime.datetime | None
            read = unpatched(words, languages=languages, settings={**settings, "RELATIVE_BASE": base})
            return read

        monkeypatch.setattr(dateparser, "parse", parse)
        in_words._parsed.cache_clear()
        results.append(find_dates(text))
        yesterdays.append(parse("hôm qua", ["vi"], {}))
    in_words._parsed.cache_clear()
    assert yesterdays[0] != yesterdays[1]
    assert results[0] == results[1]
    assert [date.start.iso() for date in results[0] if date.start.full()] == ["2021-06-12", "2018-12-06"]


def test_a_deictic_and_a_ratio() -> None:
    [date] = find_dates(fold("Sáng nay, 5/7 xã đã họp"))
    assert (date.start, date.deictic) == (UNSAID, Deictic.TODAY)


def test_dateparser_waits_until_it_is_needed() -> None:
    import subprocess

    code = (
        "import sys; from congressx.vietnamese.dates import find_dates; find_dates('ngày 28/5, hôm nay'); "
        "print('dateparser' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_every_span_lies_in_the_text() -> None:
    text = fold("Sáng nay (28/5)")
    assert find_dates(text)[0].span == Span(0, len(text))


def test_long_rows_of_figures_take_no_time() -> None:
    started = time.perf_counter()
    find_dates("ngày " + "1, " * 20_000 + "và 2/3" + " 12/5 -" * 5_000 + " năm" * 5_000)
    assert time.perf_counter() - started < 5
