"""Names of persons: what is found, with which honorific and ranks, and what is none."""

from __future__ import annotations

import pytest

from congressx.vietnamese.names import find_names, find_short_names
from congressx.vietnamese.spelling import cased, fold


def names(line: str) -> list[str]:
    return [name.span.of(line) for name in find_names(cased(line), fold(line))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bí thư Tỉnh ủy Đặng Hữu Phước phát biểu chỉ đạo.", ["Đặng Hữu Phước"]),
        ("Dự có ông Đặng Hữu Phước Chủ tịch UBND huyện", ["Đặng Hữu Phước"]),
        ("Tỉnh ủy Bình Dương Đặng Hữu Phước", ["Đặng Hữu Phước"]),
        ("Chủ tịch UBND tỉnh Hà Tĩnh Mai Xuân Khải kết luận", ["Mai Xuân Khải"]),
        ("Phó Chủ tịch Thường trực UBND TP. HCM Lý Thị Bích Hà", ["Lý Thị Bích Hà"]),
        ("Chủ tịch HĐND thành phố Phạm Quốc Hưng", ["Phạm Quốc Hưng"]),
        ("Bộ trưởng Bộ Tài nguyên và Môi trường Phạm Quốc Hưng", ["Phạm Quốc Hưng"]),
        ("Bí thư thứ nhất Trung ương Đoàn Lê Minh Quý trao quà", ["Lê Minh Quý"]),
        ("Phó Chủ tịch Hội Dương Thành Nam trình bày", ["Dương Thành Nam"]),
        ("Bí thư Đảng ủy xã Tân Hòa Lạc Trần Thị Út", ["Trần Thị Út"]),
        ("anh Vũ Quang Minh", ["Vũ Quang Minh"]),
        ("Bí thư Huyện ủy Vũ Quang Trần Thị Út", ["Trần Thị Út"]),
        ("Phó vụ trưởng vụ 3 ban Nội chính T.Ư Lưu Thị Hạnh", ["Lưu Thị Hạnh"]),
        ("bầu Phan Nguyễn Như Khanh, Lê Sơn và Đỗ Mai Chi", ["Phan Nguyễn Như Khanh", "Lê Sơn", "Đỗ Mai Chi"]),
        ("Lê Sơn, Bí thư Đảng ủy; Đỗ Hà - Chủ tịch", ["Lê Sơn", "Đỗ Hà"]),
        ("Chủ tịch UBND TP Đà Nẵng LÊ HỮU PHƯỚC", ["LÊ HỮU PHƯỚC"]),
        ("ông Đặng Hữu Phước Tại buổi làm việc", ["Đặng Hữu Phước"]),
        ("ĐỒNG CHÍ LÊ HỮU PHƯỚC", ["LÊ HỮU PHƯỚC"]),
        ("hoa tặng Bí thư Tỉnh ủy Tô Lúa Với tài năng ấy, ông", ["Tô Lúa"]),
        ("Bí thư Tỉnh ủy Hà Văn Trước phát biểu", ["Hà Văn Trước"]),
        ("Bí thư Tỉnh ủy Lê Phú Trong cho hay", ["Lê Phú Trong"]),
        ("Bộ trưởng Lê Trung Tá và Trung tá Lê Văn Gạo", ["Lê Trung Tá", "Lê Văn Gạo"]),
        ("Phó Chủ nhiệm Ủy ban Đối ngoại Quốc hội Tạ Lúa thì nói rằng", ["Tạ Lúa"]),
        ("Người phát ngôn Bộ Ngoại giao Lê Mận, đây", ["Lê Mận"]),
        ("Đại biểu Quốc hội Đoàn Gia Lai phát biểu", []),
        ("Đại biểu Quốc hội Đoàn Gia Khải cho rằng", ["Đoàn Gia Khải"]),
        ("Giám đốc Cung Thiếu nhi thành phố", []),
        ("ông Oleg Sidorkin, người phát ngôn của điện Mùa Thu, cho biết", []),
    ],
)
def test_where_a_name_begins_and_ends(line: str, expected: list[str]) -> None:
    assert names(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("đồng chí Y Thanh Bình Niê Kđăm chủ trì", ["Y Thanh Bình Niê Kđăm"]),
        ("Phó Bí thư Tỉnh ủy Kon Tum A Lênh", ["A Lênh"]),
        ("ông Giàng A Sính, ông Mùa A Tủa", ["Giàng A Sính", "Mùa A Tủa"]),
        ("bà H'Loan Êban và ông K’Brông", ["H'Loan Êban", "K’Brông"]),
        ("Chủ tịch HĐND tỉnh Rah Lan Thương", ["Rah Lan Thương"]),
        ("các ông Lù Văn Sơn, Chẩu Văn Hợp, Ngọc Văn Phấn", ["Lù Văn Sơn", "Chẩu Văn Hợp", "Ngọc Văn Phấn"]),
        ("bà Thạch Thị Sa Ry và ông Danh Út", ["Thạch Thị Sa Ry", "Danh Út"]),
        ("Bí thư Huyện ủy Kim Thị Sa Mươl dự", ["Kim Thị Sa Mươl"]),
        ("Phó Bí thư Tỉnh ủy K'Brem dự, làng K'Brem thì không", ["K'Brem"]),
        ("Chủ tịch UBND thị xã Thạch Sóc Na", ["Thạch Sóc Na"]),
        ("Trưởng Ban Dân vận Trần Thị Mơ Qua 3 năm thực hiện", ["Trần Thị Mơ"]),
        ("Phó Chủ tịch Trần Văn Tới Trong thời gian qua, tỉnh", ["Trần Văn Tới"]),
        ("Trưởng Văn phòng luật sư Lê Hòa, luật sư Lê Minh Hòa", ["Lê Minh Hòa"]),
    ],
)
def test_names_of_many_peoples(line: str, expected: list[str]) -> None:
    assert names(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Đoàn TNCS Hồ Chí Minh TP. Hồ Chí Minh học tập tư tưởng Hồ Chí Minh",
        "tại số 12 đường Trần Văn Nam, Lê Văn Sáu, phường Tân Hòa",
        "Trường THPT Nguyễn Văn Sáu; giải thưởng Trần Văn Nam",
        "các quận Tân Bình, Phú Nhuận, Gò Vấp và huyện Cần Giờ",
        "thôn Lương Yên Bắc, Lương Yên Nam",
        "Ban Chấp hành Đảng bộ, Đảng Cộng sản Việt Nam, Quốc hội, Trung ương",
        "Hội Nghị Tổng Kết Công Tác Đào Tạo Cán Bộ Hội",
        "Giám đốc Sở Công Thương thành phố",
        "ông Donald Trump gặp ông Kim Jong Un",
        "Công ty TNHH Phú Gia Lộc",
        "luật gia Việt Nam, nhà báo Việt Nam",
        "Phan Rang, Cao Bằng, Hà Giang, Thái Bình Dương",
        "Trung tâm Ứng dụng KH&CN Bến Tre",
    ],
)
def test_what_is_no_person(line: str) -> None:
    assert names(line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Đ/c Lê Văn Tám Mươi", ["comrade"]),
        ("đ/c. Lê Hữu Phước; Ô. Đỗ Mạnh; đồngchí Trần Bảo Vy", ["comrade", "mr", "comrade"]),
        ("Thầy Lê Hữu Phước và cô giáo Trần Bảo Vy", ["mr", "ms"]),
        ("Lê Hữu Phước và bà Trần Bảo Vy", [None, "ms"]),
        ("các đồng chí: Lê Hữu Phước, Bí thư; Trần Bảo Vy, Phó Bí thư", ["comrade", "comrade"]),
        ("các đồng chí Ủy viên Ban Thường vụ: Lê Hữu Phước, Trần Bảo Vy.", ["comrade", "comrade"]),
        ("Hai ông Lê Hữu Phước và Trần Bảo Vương được bầu", ["mr", "mr"]),
        ("Ông Lê Hữu Phước, Trần Bảo Vương và Đỗ Mạnh Hà được bầu", ["mr", "mr", "mr"]),
        ("các ông, bà: Lê Hữu Phước; Trần Bảo Vy", [None, None]),
        (
            "Các đồng chí Lê Hữu Phước, Đỗ Mạnh Hà trình bày; Chủ tịch Trần Bảo Vy kết luận",
            ["comrade", "comrade", None],
        ),
        ("Các đồng chí Lê Hữu Phước dự. Trần Bảo Vy, Chủ tịch Hội", ["comrade", None]),
        ("đồng chí Bí thư Tỉnh ủy Lê Hữu Phước", ["comrade"]),
        ("1. Đồng chí: Lê Hữu Phước - Bí thư", ["comrade"]),
    ],
)
def test_honorifics(line: str, expected: list[str | None]) -> None:
    assert [name.honorific for name in find_names(cased(line), fold(line))] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("TS.Trần Bảo Vy", ["TS"]),
        ("PGS.TS Trần Bảo Vy", ["PGS.TS"]),
        ("PGS-TS. Trần Bảo Vy", ["PGS-TS"]),
        ("Thiếu tướng, PGS.TS Trần Bảo Vy", ["Thiếu tướng", "PGS.TS"]),
        ("đồng chí Đại tá Trần Bảo Vy", ["Đại tá"]),
        ("Thượng tướng, đồng chí Trần Bảo Vy", ["Thượng tướng"]),
        ("Tiến sỹ Trần Bảo Vy", ["Tiến sỹ"]),
        ("nhà thơ Trần Bảo Vy", ["nhà thơ"]),
        ("NSND Trần Bảo Vy", ["NSND"]),
        ("luật gia Trần Bảo Vy", []),
    ],
)
def test_ranks(line: str, expected: list[str]) -> None:
    [name] = find_names(cased(line), fold(line))
    assert name.span.of(line) == "Trần Bảo Vy"
    assert [rank.of(line) for rank in name.ranks] == expected


def test_a_name_without_a_known_surname_needs_an_honorific() -> None:
    [name] = find_names("ông Hữu Thuận", "ông hữu thuận")
    assert not name.surname_known
    assert names("Hữu Thuận vừa đến") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ông Vinh và bà Dung, anh Phong", [("Vinh", "mr"), ("Dung", "ms"), ("Phong", "mr")]),
        ("đồng chí Lan nhấn mạnh", [("Lan", "comrade")]),
        ("ông Lê Hữu Phước, tỉnh Bà Rịa, ông Trump, đồng chí Bí thư", []),
        ("đường Bà Triệu", []),
        ("Nguyễn Anh Trí đã trúng cử", []),
    ],
)
def test_short_names(line: str, expected: list[tuple[str, str]]) -> None:
    found = find_short_names(cased(line), fold(line))
    assert [(name.span.of(line), name.honorific) for name in found] == expected
