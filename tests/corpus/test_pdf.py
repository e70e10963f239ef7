"""PDF files drawn for the test: paragraphs, margins, scans."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from congressx.corpus import Reading, read_article, read_articles
from congressx.errors import InputError

LINES = (
    "ĐẢNG BỘ HUYỆN TÂN LẬP",
    "BÁO CÁO TỔNG KẾT NĂM 2019",
    "Năm 2019, Đảng bộ huyện Tân Lập đã lãnh đạo thực hiện thắng lợi các nhiệm vụ",
    "đề ra, hoàn thành và vượt 13 trên 15 chỉ tiêu, trong đó thu ngân sách đạt 342,5",
    "tỷ đồng và kết nạp 96 đảng viên mới.",
    "- Tỷ lệ hộ nghèo giảm còn 5,4%;",
    "- Tỷ lệ che phủ rừng đạt 52%.",
    "Hội nghị giao Ban Thường vụ Huyện ủy hoàn chỉnh báo cáo trước ngày 31/12/2019.",
)


def _draw(path: Path, pages: Sequence[Sequence[str]], picture: bool = False) -> Path:
    import matplotlib

    matplotlib.use("pdf")
    from matplotlib import pyplot
    from matplotlib.backends.backend_pdf import PdfPages

    with pyplot.rc_context({"pdf.fonttype": 42}), PdfPages(path) as file:
        for lines in pages:
            figure = pyplot.figure(figsize=(8, 11))
            for n, line in enumerate(lines):
                figure.text(0.08, 0.94 - n * 0.03, line, fontsize=10)
            if picture:
                figure.add_axes((0, 0, 1, 1)).imshow([[0, 1], [1, 0]])
                figure.axes[0].axis("off")
            file.savefig(figure)
            pyplot.close(figure)
    return path


def test_lines_are_joined_to_paragraphs_where_that_is_safe(tmp_path: Path) -> None:
    article = read_article(str(_draw(tmp_path / "a.pdf", [LINES])))
    assert article.text.split("\n") == [LINES[0], LINES[1], " ".join(LINES[2:5]), *LINES[5:]]


def test_page_numbers_and_margins_are_no_text_and_sentences_cross_pages(tmp_path: Path) -> None:
    pages = [
        ["Công báo huyện", *LINES[2:4], "Trang 1"],
        ["Công báo huyện", *LINES[4:7], "2"],
        ["Công báo huyện", LINES[7], "3"],
    ]
    article = read_article(str(_draw(tmp_path / "a.pdf", pages)))
    assert article.text.split("\n") == [" ".join(LINES[2:5]), *LINES[5:]]


def _error(path: Path, reading: Reading | None = None) -> InputError:
    [error] = read_articles(str(path), reading or Reading())
    assert isinstance(error, InputError)
    return error


def test_a_scan_has_no_text(tmp_path: Path) -> None:
    assert _error(_draw(tmp_path / "a.pdf", [[]], picture=True)).reason == "no_text"


def test_limits_of_pages_and_characters(tmp_path: Path) -> None:
    path = _draw(tmp_path / "a.pdf", [LINES] * 3)
    assert "--max-pages" in str(_error(path, Reading(max_pages=2)))
    assert "--max-characters" in str(_error(path, Reading(max_characters=500)))


@pytest.mark.parametrize("cut", [9, 400, -700])
def test_a_damaged_file_is_told_or_read(cut: int, tmp_path: Path) -> None:
    path = _draw(tmp_path / "a.pdf", [LINES])
    path.write_bytes(path.read_bytes()[:cut])
    [found] = read_articles(str(path))
    assert not isinstance(found, InputError) or found.reason in ("damaged", "no_text")
