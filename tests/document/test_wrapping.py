"""Lines that a page broke at a width, and lines that only look like it."""

from __future__ import annotations

import textwrap

import pytest

from congressx.corpus import Article
from congressx.document import SectionKind, read_document
from congressx.document.wrapping import unwrapped

TITLE = "Đảng bộ Sở Y tế tỉnh Hà Phong tổ chức Đại hội đại biểu lần thứ III"
LEAD = (
    "Sáng 12/6, Đảng bộ Sở Y tế tỉnh Hà Phong tổ chức Đại hội lần thứ III, nhiệm kỳ 2020 - 2025. Dự Đại hội có TS. Lê Văn An, "
    "Phó Bí thư Thành ủy TP. Hà Phong cùng 120 đảng viên."
)
BODY = "Trong nhiệm kỳ qua, Đảng bộ đã lãnh đạo hoàn thành tốt các nhiệm vụ được giao; kết nạp 14. đảng viên mới."
PUBLISHED = "Ngày đăng: 12/06/2020 | 16:24 | Lượt xem: 1055"


def wrapped(*blocks: str, width: int) -> str:
    return "\n\n".join(textwrap.fill(block, width) for block in blocks)


@pytest.mark.parametrize("width", range(28, 61, 4))
def test_a_wrapped_page_is_the_page(width: int) -> None:
    assert unwrapped(wrapped(TITLE, LEAD, BODY, width=width)) == "\n\n".join((TITLE, LEAD, BODY))


def test_a_wrapped_publish_line_is_one_line() -> None:
    assert PUBLISHED in unwrapped(wrapped(TITLE, PUBLISHED, LEAD, BODY, width=36)).split("\n")


@pytest.mark.parametrize(
    "lines",
    [
        "Đại hội Chi bộ Văn phòng Sở Y tế nhiệm kỳ 2020\nĐại hội Chi bộ Thanh tra Sở Y tế nhiệm kỳ 2020\n" * 3,
        "• Lê Văn An, Phó Giám đốc Sở\n• Trần Thị Ba, Phó Giám đốc Sở\n" * 3,
        "ĐẠI HỘI ĐẢNG BỘ SỞ Y TẾ LẦN THỨ III\nSáng nay, đại hội đã khai mạc trọng thể",
        "Trang chủ\nGiới thiệu\nTin tức\nLiên hệ\nthư viện ảnh\nvăn bản\nhỏi đáp",
    ],
)
def test_lists_headings_and_menus_stay_lines(lines: str) -> None:
    assert unwrapped(lines) == lines


def test_a_heading_in_capitals_ends_on_a_wrapped_page() -> None:
    heading = "ĐẠI HỘI ĐẢNG BỘ SỞ Y TẾ TỈNH HÀ PHONG\nLẦN THỨ III NHIỆM KỲ MỘT CHÍN CHÍN"
    page = f"{heading}\n{textwrap.fill(LEAD, 38)}\n\n{textwrap.fill(BODY, 38)}"
    assert unwrapped(page).split("\n") == [heading.replace("\n", " "), LEAD, "", BODY]


def test_items_of_a_list_stay_lines_on_a_wrapped_page() -> None:
    items = ["1. Đồng chí Lê Văn An, Bí thư Đảng ủy Sở;", "2. Đồng chí Lê Văn Ba, Phó Bí thư Đảng ủy;"]
    page = "\n\n".join([textwrap.fill(LEAD, 42), textwrap.fill(BODY, 42), "\n".join(items)])
    assert unwrapped(page).split("\n")[-2:] == items


def test_a_wrapped_caption_is_a_caption() -> None:
    caption = "Đồng chí Lê Văn An, Phó Bí thư Thành ủy phát biểu tại đại hội"
    document = read_document(Article("page.txt", wrapped(TITLE, LEAD, caption, BODY, width=35)))
    assert document.title == TITLE
    assert {document.quote(s.span): s.kind for s in document.sections}[caption] is SectionKind.CAPTION
