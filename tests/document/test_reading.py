"""What a file says in fields of its own stands behind what its text says."""

from __future__ import annotations

import datetime as dt

import pytest

from congressx.corpus import Article
from congressx.document import read_document

BODY = "Sáng 12/6, Đảng bộ xã Minh Hà tổ chức Đại hội lần thứ XXIV, nhiệm kỳ 2020 - 2025 với 148 đảng viên tham dự."


@pytest.mark.parametrize(
    ("line", "field", "expected"),
    [
        ("Ngày đăng: 13/06/2020 08:15\n", dt.date(2020, 6, 20), dt.date(2020, 6, 13)),
        ("", dt.date(2020, 6, 20), dt.date(2020, 6, 20)),
        ("", None, None),
    ],
)
def test_the_publish_line_of_the_text_goes_before_the_field(
    line: str, field: dt.date | None, expected: dt.date | None
) -> None:
    article = Article("a.html", f"Đại hội Đảng bộ xã Minh Hà\n{line}{BODY}", "Đại hội Đảng bộ xã Minh Hà", field)
    assert read_document(article).published == expected


def test_the_title_of_the_text_goes_before_the_field() -> None:
    assert read_document(Article("a", f"Đại hội xã\n{BODY}", "Tin hoạt động")).title == "Đại hội xã"
    assert read_document(Article("a", f"{BODY}\n{BODY}", "Đại hội\xa0xã")).title in ("Đại hội xã", BODY)
