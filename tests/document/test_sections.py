"""Which line of a page is what."""

from __future__ import annotations

import datetime as dt

import pytest

from congressx.corpus import Article
from congressx.document import SectionKind, read_document

BODY = (
    "Sáng 12/6, Đảng bộ Sở Y tế tỉnh Hà Phong tổ chức Đại hội lần thứ III, nhiệm kỳ 2020 - 2025 với 120 đảng viên về dự đông đủ.\n\n"
    "Trong nhiệm kỳ qua, Đảng bộ đã lãnh đạo hoàn thành tốt các nhiệm vụ chính trị được giao, chất lượng khám bệnh được nâng lên rõ rệt."
)
TITLE = "Đảng bộ Sở Y tế tổ chức Đại hội"


def kinds(page: str) -> dict[str, SectionKind]:
    document = read_document(Article("page.txt", page))
    return {document.quote(section.span): section.kind for section in document.sections}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Lượt xem: 1055", SectionKind.FURNITURE),
        ("Toàn cảnh đại hội", SectionKind.CAPTION),
        (
            "Đại hội còn nghe nhiều ý kiến đóng góp cho phương hướng của nhiệm kỳ tới và thống nhất các giải pháp thực hiện.",
            SectionKind.BODY,
        ),
        ("Tin, ảnh: Hoài Thu", SectionKind.BYLINE),
        ("Lê Hoài Thu", SectionKind.BYLINE),
        ("MỸ LINH", SectionKind.BYLINE),
        ("Bài và ảnh: Mỹ Linh", SectionKind.BYLINE),
        ("Lê Hà/VOV", SectionKind.BYLINE),
        ("PV", SectionKind.BYLINE),
        ("X.H", SectionKind.BYLINE),
        ("Theo Báo Sao Mai", SectionKind.BYLINE),
        ("Mỹ Linh - Thu Hà", SectionKind.BYLINE),
        ("Ngày mai đại hội bế mạc.", SectionKind.BODY),
        ("I- ỦY VIÊN CHÍNH THỨC", SectionKind.BODY),
    ],
)
def test_a_line_below_the_body(line: str, kind: SectionKind) -> None:
    assert kinds(f"{TITLE}\n\n{BODY}\n\n{line}\n")[line] is kind


def test_a_photo_credit_is_no_part_of_its_caption() -> None:
    found = kinds(f"{TITLE}\n\n{BODY}\n\nĐồng chí Lê Văn An phát biểu tại đại hội. Ảnh: Minh Tú\n")
    assert found["Đồng chí Lê Văn An phát biểu tại đại hội."] is SectionKind.CAPTION
    assert found["Ảnh: Minh Tú"] is SectionKind.BYLINE


def test_lead_and_body() -> None:
    found = kinds(f"{TITLE}\n\n{BODY}\n")
    assert list(found.values()) == [SectionKind.TITLE, SectionKind.LEAD, SectionKind.BODY]


def test_menu_letterhead_and_publish_line() -> None:
    page = f"Truy cập nội dung luôn\nSỞ Y TẾ\nTỈNH HÀ PHONG\n\n{TITLE}\n\nThứ sáu, 12/06/2020 16:24 GMT+7\n\n{BODY}\n"
    document = read_document(Article("page.txt", page))
    assert document.title == TITLE
    assert document.published == dt.date(2020, 6, 12)
    assert [s.kind for s in document.sections][:5] == [
        *[SectionKind.FURNITURE] * 3,
        SectionKind.TITLE,
        SectionKind.PUBLISH_LINE,
    ]


def test_link_list_ends_the_article() -> None:
    page = f"{TITLE}\n\n{BODY}\n\nTin liên quan\n• Đại hội Chi bộ Văn phòng lần thứ IX\n• Đại hội Công đoàn cơ sở\n"
    document = read_document(Article("page.txt", page))
    assert [s.kind for s in document.sections][-3:] == [SectionKind.RELATED_LINKS] * 3
    assert not any("lần thứ IX" in sentence.text for sentence in document.sentences)


def test_repeated_lines_are_captions() -> None:
    caption = "Đ/c Lê Văn An trao hoa chúc mừng Ban Chấp hành mới."
    first, second = BODY.split("\n\n")
    assert kinds(f"{TITLE}\n\n{first}\n\n{caption}\n\n{caption}\n\n{second}\n")[caption] is SectionKind.CAPTION


def test_wrapped_lines_are_one_paragraph() -> None:
    words = BODY.replace("\n\n", " ").split()
    lines = [" ".join(words[n : n + 7]) for n in range(0, len(words), 7)]
    document = read_document(Article("page.txt", f"{TITLE}\n\n" + "\n".join(lines) + "\n"))
    assert [s.kind for s in document.sections] == [SectionKind.TITLE, SectionKind.LEAD]
    assert len(document.sentences) == 3


def test_glued_byline() -> None:
    found = kinds(f"{TITLE}\n\nĐại hội khai mạc.\n\n{BODY} Lê Hoài/VOV")
    assert found["Lê Hoài/VOV"] is SectionKind.BYLINE


@pytest.mark.parametrize(
    ("opening", "kept"),
    [
        ("(SBN) - ", ""),
        ("(NLĐ)- ", ""),
        ("SBN - ", ""),
        ("VOV.VN - ", ""),
        ("UBND - ", "UBND - "),
        ("TPHCM - ", "TPHCM - "),
        ("XIII - ", "XIII - "),
    ],
)
def test_newsroom_before_the_lead(opening: str, kept: str) -> None:
    document = read_document(Article("page.txt", f"{TITLE}\n\n{opening}{BODY}\n"))
    lead = next(sentence for sentence in document.sentences if sentence.section is SectionKind.LEAD)
    assert lead.text.startswith(f"{kept}Sáng 12/6, Đảng bộ Sở Y tế")
