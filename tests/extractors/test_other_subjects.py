"""Articles on another subject: which kinds set them aside, and what makes them read an article all the same."""

from __future__ import annotations

import pytest

from congressx.document import body_document
from congressx.engine import Rejection
from congressx.pipeline.facts import chosen_extractors, read_facts

MATCH = (
    "Chiều qua, đội bóng Sông Lam thắng đội khách 3-1 trước 12.000 khán giả. Tiền đạo Lê Văn An ghi hai bàn trong mười phút. "
    "Hàng công của đội nhà đạt tỷ lệ chuyền chính xác 84%, tăng 6% so với trận trước. Ông Trần Văn Bình phát biểu sau trận rằng "
    "các cầu thủ còn trẻ và cần thêm thời gian. Vòng sau, đội gặp đối thủ vừa thua liền ba trận. Vé được bán từ thứ hai, "
    "giá thấp nhất 50.000 đồng; người mua phải mang theo giấy tờ tùy thân khi vào sân vận động của thành phố."
)
DIRECTOR = " Ông Lê Văn Cường, Giám đốc Công ty Sông Lam, hứa thưởng cả đội."
APPOINTED = " Ông Lê Văn Cường được bổ nhiệm giữ chức Giám đốc Sở Văn hóa."
CELL = "Chi bộ câu lạc bộ có 12 đảng viên. "


def read(text: str) -> tuple[set[str], list[Rejection]]:
    """The tables with rows, and the rejections."""
    facts, rejections = read_facts(body_document(text), chosen_extractors())
    return {table for table, _ in facts}, [one for one in rejections if one.reason == "other_subject"]


def test_nothing_of_ours_is_read_in_a_match_report_and_each_kind_says_so() -> None:
    tables, aside = read(MATCH)
    assert not tables & {"kpis", "officials", "elections", "memberships", "attendance"}
    assert "kpis" in {rejection.kind for rejection in aside}
    assert all(rejection.detail.startswith("the article speaks of no Party body") for rejection in aside)


@pytest.mark.parametrize(
    ("text", "table"),
    [
        (MATCH + DIRECTOR, "officials"),
        (MATCH + APPOINTED, "elections"),
        (CELL + MATCH, "memberships"),
        (CELL + MATCH, "kpis"),
    ],
)
def test_an_office_an_appointment_or_a_body_is_enough_for_the_kinds_that_live_on_it(text: str, table: str) -> None:
    assert table in read(text)[0]


def test_a_body_named_in_passing_is_not_what_an_article_is_about() -> None:
    assert body_document(MATCH + " " + CELL).is_on_subject is False
    assert body_document(MATCH + " " + 3 * CELL).is_on_subject is True


def test_a_short_text_need_not_name_its_subject() -> None:
    assert "kpis" in read("Thu nhập bình quân đạt 45 triệu đồng/người/năm, tăng 6% so với năm trước.")[0]


@pytest.mark.parametrize(
    "other",
    ["đại hội cổ đông thường niên", "Đại hội Thể thao châu Á", "nhiệm kỳ đầu tiên của ông", "đảng viên Dân chủ"],
)
def test_congresses_terms_and_parties_of_others_are_another_subject(other: str) -> None:
    assert body_document(f"Bài báo nhắc tới {other}. {MATCH}").is_on_subject is False


@pytest.mark.parametrize(
    "ours", ["đại hội lần thứ hai của hội", "nhiệm kỳ 2020-2025", "sáu đảng viên", "lễ sơ kết sáu tháng"]
)
def test_congresses_terms_and_members_of_ours_are_the_subject(ours: str) -> None:
    assert body_document(f"Bài báo nhắc tới {ours}. {MATCH}").is_on_subject is True
