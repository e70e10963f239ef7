from __future__ import annotations

import pytest

from congressx.vietnamese.spelling import cased, fold
from congressx.vietnamese.terms import Doubt, TermMention, find_terms, label_number

Said = tuple[int | None, int | None, str | None]


def terms(text: str) -> tuple[TermMention, ...]:
    return find_terms(fold(text), cased(text))


def said(text: str) -> list[Said]:
    return [(term.start, term.end, term.label) for term in terms(text) if term.reason is None]


@pytest.mark.parametrize(
    "text",
    [
        "nhiệm kỳ 2020-2025",
        "Nhiệm kỳ 2020 – 2025",
        "nhiệm kỳ 2020- 2025",
        "nhiệm kỳ 2020 -2025",
        "nhiệm kì 2020 - 2025",
        "NHIỆM KỲ 2020 - 2025",
        "nhiệm kỳ: 2020-2025",
        "(nhiệm kỳ 2020-2025)",
        "nhiệm kỳ (2020 – 2025)",
        "NK: 2020-2025",
        "nhiệm kỳ mới 2020-2025",
        "nhiệm kỳ tới (2020 – 2025)",
        "nhiệm kỳ 5 năm (2020-2025)",
        "nhiệm kỳ từ 2020 đến 2025",
        "nhiệm kỳ từ năm 2020 đến năm 2025",
        "nhiệm kỳ Quốc hội 2020-2025",
        "nhiệm kỳ 2020 – 2025và",
        "HĐND xã khóa 2020-2025",
        "quận 8 nhiệm kỳ 2020-2025",
        "Chi bộ III, nhiệm kỳ 2020-2025",
        "đại hội lần thứ nhất, nhiệm kỳ 2020-2025",
        "kỳ họp thứ 13, nhiệm kỳ 2020-2025",
        "Hội nghị Đảng ủy lần thứ 12, nhiệm kỳ 2020-2025",
        "Hội nghị lần thứ 15 Ban Chấp hành Đảng bộ xã nhiệm kỳ 2020-2025",
    ],
)
def test_years_alone(text: str) -> None:
    assert said(text) == [(2020, 2025, None)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("BCH khóa X, nhiệm kỳ 2020-2025", "X"),
        ("BCH khoá X (nhiệm kỳ 2020-2025)", "X"),
        ("BCH khóa 10 nhiệm kỳ 2020-2025", "10"),
        ("HĐND xã khóa X (2020-2025)", "X"),
        ("HĐND xã khóa X, 2020-2025", "X"),
        ("nhiệm kỳ 2020-2025 (khóa X)", "X"),
        ("Ban Chấp hành lần thứ 4 (khoá X) nhiệm kỳ 2020 - 2025", "X"),
        ("Đại hội Đảng bộ xã lần thứ X, nhiệm kỳ 2020-2025", "X"),
        ("Đại hội Đảng bộ xã lần X (nhiệm kỳ 2020-2025)", "X"),
        ("Đại hội Công đoàn lần thứ 10 nhiệm kỳ 2020-2025", "10"),
        ("LẦN THỨ  X - NHIỆM KỲ 2020 - 2025", "X"),
        ("Đại hội X nhiệm kỳ 2020-2025", "X"),
        ("Đại hội lần thứ X Đảng bộ thị xã (nhiệm kỳ 2020-2025)", "X"),
        ("Nhiệm kỳ X (2020 – 2025)", "X"),
        ("nhiệm kỳ 10 (2020-2025)", "10"),
    ],
)
def test_a_label_tied_to_years(text: str, label: str) -> None:
    [term] = terms(text)
    assert (term.start, term.end, term.label) == (2020, 2025, label)
    assert term.label_span is not None
    assert term.label_span.of(text) == label
    assert term.span.contains(term.label_span)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Nghị quyết Trung ương 4 khóa XII", ["XII"]),
        ("Nghị quyết Trung ương 4 (khóa XII)", ["XII"]),
        ("ĐẠI BIỂU QUỐC HỘI KHÓA XV", ["XV"]),
        ("Nghị quyết Trung ương 4 khóa XI, XII", ["XI", "XII"]),
        ("Trung ương khóa XII và XIII", ["XII", "XIII"]),
        ("Trung ương khóa XII và khóa XIII", ["XII", "XIII"]),
        ("ủy viên Trung ương các khóa IX, X, XI;", ["IX", "X", "XI"]),
        ("đại biểu Quốc hội khóa 12, 13; ủy viên", ["12", "13"]),
        ("đại biểu Quốc hội khóa 13, 15 đại biểu", ["13"]),
        ("Thành ủy khóa 10 đã họp", ["10"]),
        ("HĐND huyện khóa VIII tháng 12/2014", ["VIII"]),
        ("thành tựu của nhiệm kỳ VI và", ["VI"]),
        ("từ khóa XI đến khóa XIII", ["XI", "XIII"]),
        ("danh sách bầu BCH khóa X\nSố ứng cử viên tăng", ["X"]),
    ],
)
def test_labels_alone(text: str, labels: list[str]) -> None:
    assert said(text) == [(None, None, label) for label in labels]


def test_the_label_stays_as_written() -> None:
    assert said("Tỉnh ủy khoá XIV, nhiệm kỳ 2015-2020 và khóa 14") == [(2015, 2020, "XIV"), (None, None, "14")]
    assert label_number("XIV") == label_number("14") == 14


def test_several_terms_of_one_sentence() -> None:
    assert said("nhiệm kỳ 2010-2015 và 2015 - 2020") == [(2010, 2015, None), (2015, 2020, None)]
    assert said("hai kỳ đại hội: lần thứ  V, nhiệm kỳ (2013-2015) và lần VI nhiệm kỳ (2015-2017)") == [
        (2013, 2015, "V"),
        (2015, 2017, "VI"),
    ]
    assert said("Quốc hội khóa XIV và HĐND các cấp nhiệm kỳ 2016-2021") == [(None, None, "XIV"), (2016, 2021, None)]
    assert said("chi ủy nhiệm kỳ 2015-2020 khóa XI, nhiệm kỳ 2020-2025") == [(2015, 2020, None), (2020, 2025, "XI")]
    assert said("Bầu xong BCH khóa XI\n\nNhiệm kỳ 2020-2025, chi bộ") == [(None, None, "XI"), (2020, 2025, None)]
    assert said("Quận ủy khóa XI, XII nhiệm kỳ 2015-2020")[-1] == (2015, 2020, None)


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2016-2020",
        "thời kỳ 2021-2030",
        "kế hoạch 5 năm 2016-2020",
        "năm học 2018-2019",
        "nhiệm kỳ qua, nhiệm kỳ này, khóa mới",
        "nhiệm kỳ 150 - 200 người",
        "nhiệm kỳ 5 năm",
        "đại hội lần thứ XII của Đảng",
        "tham gia khóa học 2 tháng",
        "mở 5 khóa 5 ngày",
        "sinh viên khóa 45",
        "Lớp bồi dưỡng kết nạp Đảng khóa II",
        "quý tài khóa II",
        "ổ khóa vi sai",
        "trong khóa 3 ngày của chi bộ",
        "trường cao đẳng khóa 2012-2015",
    ],
)
def test_no_term(text: str) -> None:
    assert terms(text) == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("nhiệm kỳ 20115-2020", Doubt.DIGITS),
        ("nhiệm kỳ 020-2023", Doubt.DIGITS),
        ("nhiệm kỳ 2016-202", Doubt.DIGITS),
        ("nhiệm kỳ 2015-20", Doubt.SHORT),
        ("nhiệm kỳ 2025-2020", Doubt.ORDER),
        ("nhiệm kỳ 2020-2020", Doubt.ORDER),
        ("hai nhiệm kỳ (2010-2020)", Doubt.LENGTH),
    ],
)
def test_doubtful_years_are_shown_and_not_taken(text: str, reason: Doubt) -> None:
    [term] = terms(text)
    assert (term.start, term.end, term.label, term.reason) == (None, None, None, reason)


def test_a_label_survives_doubtful_years() -> None:
    found = terms("HĐND xã khóa X, nhiệm kỳ 2016-202")
    assert [(term.label, term.reason) for term in found] == [("X", None), (None, Doubt.DIGITS)]


@pytest.mark.parametrize("length", range(1, 8))
def test_terms_are_one_to_seven_years_long(length: int) -> None:
    assert said(f"nhiệm kỳ 2015-{2015 + length}") == [(2015, 2015 + length, None)]


def test_the_span_covers_the_words() -> None:
    text = "Đại hội xã lần thứ X (nhiệm kỳ 2020-2025), hội nghị khóa X."
    assert [term.span.of(text) for term in terms(text)] == ["lần thứ X (nhiệm kỳ 2020-2025)", "khóa X"]
