"""Word files made for the test: order, tables, changes, damage."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from congressx.corpus import read_article, read_articles
from congressx.errors import InputError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SENTENCE = "Đại hội Đảng bộ xã Minh Hà đã bầu Ban Chấp hành gồm 15 đồng chí."


def _save(document: Any, path: Path) -> str:
    document.save(str(path))
    return str(path)


def test_paragraphs_and_tables_stand_in_their_order(tmp_path: Path) -> None:
    document = docx.Document()
    head = document.add_table(rows=1, cols=2)
    head.cell(0, 0).text = "ĐẢNG BỘ TỈNH HẢI LÂM\nHUYỆN ỦY TÂN LẬP"
    head.cell(0, 1).text = "ĐẢNG CỘNG SẢN VIỆT NAM"
    document.add_heading("BÁO CÁO", level=1)
    document.add_paragraph(SENTENCE)
    table = document.add_table(rows=2, cols=2)
    for place, text in zip(((0, 0), (0, 1), (1, 0), (1, 1)), ("Chỉ tiêu", "2019", "Hộ nghèo", "5,4%"), strict=True):
        table.cell(*place).text = text
    document.add_paragraph("Nơi nhận: các chi bộ.")
    assert read_article(_save(document, tmp_path / "a.docx")).text.split("\n") == [
        "ĐẢNG BỘ TỈNH HẢI LÂM", "HUYỆN ỦY TÂN LẬP", "ĐẢNG CỘNG SẢN VIỆT NAM", "BÁO CÁO", SENTENCE, "Chỉ tiêu | 2019",
        "Hộ nghèo | 5,4%", "Nơi nhận: các chi bộ.",
    ]  # fmt: skip


def test_changes_are_read_as_accepted_and_controls_are_opened(tmp_path: Path) -> None:
    document = docx.Document()
    changed = (
        f'<w:p {W}><w:r><w:t xml:space="preserve">Kết nạp </w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>25</w:delText></w:r>'
        '</w:del><w:ins w:id="2" w:author="x"><w:r><w:t>26</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> đảng viên.</w:t></w:r></w:p>'
    )
    control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    for markup in (changed, control):
        document.element.body.insert(len(document.element.body) - 1, parse_xml(markup))
    assert read_article(_save(document, tmp_path / "a.docx")).text == f"Kết nạp 26 đảng viên.\n{SENTENCE}"


def _error(path: Path) -> InputError:
    [error] = read_articles(str(path))
    assert isinstance(error, InputError)
    assert str(error).startswith(f"{path}: ")
    return error


def test_what_is_no_word_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    _save(docx.Document(), path)
    whole = path.read_bytes()
    assert _error(path).reason == "no_text"
    path.write_bytes(whole[: len(whole) // 2])
    assert _error(path).reason == "damaged"
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    path.write_bytes(other.getvalue())
    assert _error(path).reason == "format"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<w:p>" * 10_000, "limit"),
        ("<w:p><w:r>", "damaged"),
        ('<!DOCTYPE x [<!ENTITY a "aaaa">]>', "damaged"),
    ],
)
def test_hostile_markup_is_refused(body: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    _save(docx.Document(), path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = f"<w:document {W}><w:body>{body}".encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert _error(path).reason == reason
