"""Organisation phrases: their extent, their class, the body in them."""

from __future__ import annotations

import pytest

from congressx.vietnamese.organisations import body_of, find_organisations, read_organisation
from congressx.vietnamese.spelling import cased, fold


def read(line: str, start: int = 0) -> str | None:
    found = read_organisation(cased(line), fold(line), start)
    return None if found is None else found.span.of(line)


@pytest.mark.parametrize(
    ("organisation", "rest"),
    [
        ("Sở Khoa học và Công nghệ (KH&CN)", " tổ chức hội nghị"),
        ("Sở Văn hóa, Thể thao và Du lịch tỉnh", ", Sở Y tế"),
        ("Sở Văn hóa , Thể thao và Du lịch", ", Sở Y tế"),
        ("Sở Kế hoạch - đầu tư TP. HCM", " cho biết"),
        ("Bộ Lao động - Thương binh và Xã hội", " và Bộ Y tế"),
        ("Sở LĐ-TB-XH TP", " Nguyễn Văn Sáu"),
        ("Sở TN - MT", " phải"),
        ("Sở Y tế", " và Sở Nội vụ"),
        ("Bộ Y tế", " đã công bố"),
        ("Đảng ủy Khối các cơ quan tỉnh", " trao tặng"),
        ("Đảng ủy khối các cơ quan Đảng, đoàn thể", " năm 2005"),
        ("Đảng bộ khối doanh nghiệp tư nhân (DNTN) quận Tân Bình - TPHCM", " có 9 chi bộ"),
        ("UBND tỉnh Bình Dương", " Trần Văn Sáu"),
        ("UBND TP", ". Các đồng chí"),
        ("UBND xã Tân Hòa, huyện Phú Bình", " tổ chức"),
        ("UBND thành phố", " Lê Hữu Phước"),
        ("Hội Liên hiệp Phụ nữ tỉnh", " khóa XV"),
        ("Hội Luật gia Việt Nam", " lần thứ XIII"),
        ("Hội Luật gia tỉnh Yên Bái", " nhiệm kỳ 2019-2024"),
        ("Hội Sinh viên Việt Nam", " - Lê Hữu Phước"),
        ("Hội Giáo dục chăm sóc sức khỏe cộng đồng Việt Nam", "; Bí thư"),
        ("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", " Lê Hữu Phước"),
        ("Ủy ban Pháp luật của Quốc hội", " thẩm tra"),
        ("Trung ương Đoàn TNCS Hồ Chí Minh", ", Chủ tịch"),
        ("T.Ư Hội Nông dân Việt Nam", " khóa VII"),
        ("công an thành phố Hà Nội", " cho biết"),
        ("thành uỷ", " và thành phố"),
        ("sở Tư pháp tỉnh", " trúng cử"),
        ("cục An ninh chính trị nội bộ, bộ Công an", "."),
        ("Trường THPT Thuận Thành số 1", ", trực thuộc Sở"),
        ("Trung tâm Giáo dục - Dạy nghề - Hướng thiện", " - Bí thư"),
        ("Ban Quản lý Khu Nông nghiệp Công nghệ cao TP", " Lê Hữu Phước"),
        ("Ban quản lý dự án đầu tư xây dựng tỉnh", " có 5 phòng"),
        ("Công ty Cổ phần In nhãn hàng An Lạc", ") và"),
        ("Chi bộ III", " có 20 đảng viên"),
        ("Quân khu 7", " và"),
        ("Cục Thú y", " cho biết"),
        ("Đảng bộ Sao Mai", " chú trọng"),
        ("báo Tuổi Trẻ", " Lê Hữu Phước"),
        ("Công đoàn cơ sở", " đã kết nạp"),
        ("Liên đoàn Lao động (LĐLĐ) tỉnh", " tặng"),
        ("Tỉnh ủy", " viên"),
        # small words that no list holds
        ("Trung tâm chống sạt lở", ", TP đã"),
        ("Trung tâm chống sạt lở TP", " trả lời"),
        ("Trung tâm chống sạt lở", " Trần Văn Sáu"),
        ("Trung tâm", " giải thích thêm."),
        ("Trung tâm", " cam kết với thành phố"),
        ("Ban quản lý chợ Hòa An", ", nguyên"),
        ("Ban quản lý chợ", " chưa quan tâm"),
        ("Ban Quản lý an toàn thực phẩm tỉnh", " kiểm tra"),
        ("Trạm quản lý và bảo vệ rừng Suối Mơ", " do"),
        ("Cục Quản lý đấu giá", " cho hay"),
        ("Cục Kiểm tra văn bản hành chính Bộ Tư pháp", " cho biết"),
        ("Công ty vườn hoa - cây xanh Nha Trang", " Lê Hữu Phước"),
        ("Công ty Luật hợp danh An Lạc", ", cho rằng"),
        ("Công ty Sao Mai", " chuyển nhượng dự án"),
        ("Công ty Sao Mai", " đầu tư dự án Khu dân cư Phú Bình"),
        ("Xí nghiệp chế biến thức ăn gia súc An Lạc", ""),
        ("Hội nhạc sĩ Việt Nam", " lần thứ IX"),
        ("Sở Y tế", " giải thích thêm."),
        ("Sở Y tế", " thừa nhận sai sót"),
        ("Ban Chỉ đạo thi", ", Chủ tịch"),
        ("Quỹ hỗ trợ học sinh nghèo Hà Nội", " Lê Hữu Phước"),
        # levels and places
        ("UBND Q. 12", " cho biết"),
        ("UBND H.Phú Bình", ", Bí thư"),
        ("UBND xã Tân Hòa, Phú Bình", " bị kỷ luật"),
        ("UBND xã Tân Hòa", ", Phú Bình, Đại Từ"),
        ("UBND xã Yên Nguyên", " từ năm 2015"),
        ("UBND phường An Phú Đông", " tổ chức"),
        ("UBND huyện Đăk M' Lơ", " - đã"),
        ("Huyện ủy Krông Mơ", " cho rằng"),
        ("Huyện ủy Krông Mơ", " Y Thuân Kbuôr"),
        ("Huyện ủy Đăkmơ", " Lê Hữu Phước"),
        ("Thị ủy Vĩnh Mỹ", " Lê Hữu Phước"),
        ("Thành ủy", " Phước nói"),
        ("Thành ủy Buôn Ma Thuột", ", Đắk Lắk"),
        ("Tỉnh ủy Hà Tĩnh", "33."),
        ("Bộ Công an", "7; Thứ trưởng"),
        # centre, union, election
        ("Hội đồng Đội Trung ương", " Lê Hữu Phước"),
        ("Đảng ủy Khối cơ quan tổng hợp T.Ư", ", Bí thư"),
        ("UB Trung ương MTTQ Việt Nam", " khóa VIII"),
        ("UBTƯ MTTQ Việt Nam", ", Bí thư"),
        ("Ủy ban bầu cử tỉnh Thái Bình", " công bố"),
        ("Hội đồng bầu cử đại biểu Quốc hội và HĐND các cấp huyện Phú Bình", ", cho biết"),
        ("Hội Cựu chiến binh Bộ Y tế", " Lê Hữu Phước"),
        ("Văn phòng luật sư Lê Hòa và Cộng sự", "; ông"),
    ],
)
def test_where_a_phrase_ends(organisation: str, rest: str) -> None:
    assert read(organisation + rest) == organisation


@pytest.mark.parametrize(
    "line",
    [
        "hội nghị tổng kết",
        "đoàn viên ưu tú",
        "bộ trưởng",
        "vụ án",
        "báo cáo chính trị",
        "khoa học",
        "ubnd",
        "tư tưởng",
        "đảng viên",
        "Hà Nội",
    ],
)
def test_what_is_no_head(line: str) -> None:
    assert read(line) is None


@pytest.mark.parametrize(
    ("line", "word"),
    [("Đại hội Đảng viên", "hội"), ("trụ sở UBND", "sở"), ("bảo vệ môi trường", "trường")],
)
def test_the_end_of_another_word_is_no_head(line: str, word: str) -> None:
    assert read(line, line.index(word)) is None


@pytest.mark.parametrize(
    ("line", "kind", "organ"),
    [
        ("Đảng ủy Sở Y tế", "party", False),
        ("Ban Thường vụ Tỉnh ủy", "party", True),
        ("UBND tỉnh", "state", False),
        ("Vụ Pháp chế", "state", True),
        ("Trung ương Hội Nông dân", "mass", False),
        ("Hội đồng quản trị Công ty Sao Mai", "company", True),
        ("Học viện Chính trị", "school", False),
        ("Bộ Chỉ huy quân sự tỉnh", "state", False),
        ("Quân khu 7", "army", False),
        ("Bệnh viện Đa khoa tỉnh", "other", False),
    ],
)
def test_classes(line: str, kind: str, organ: bool) -> None:
    found = read_organisation(cased(line), fold(line), 0)
    assert found is not None
    assert (found.kind, found.organ) == (kind, organ)


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Ban Tuyên giáo Đảng ủy Khối các cơ quan tỉnh", "Đảng ủy Khối các cơ quan tỉnh"),
        ("Văn phòng Thành ủy", "Thành ủy"),
        ("Văn phòng - Tổng cục Đường bộ Việt Nam", "Tổng cục Đường bộ Việt Nam"),
        ("Ủy ban Kiểm tra Trung ương", "Trung ương"),
        ("BTV TW Hội", "TW Hội"),
        ("vụ 4 ban Nội chính T.Ư", "T.Ư"),
        ("vụ 1A, Uỷ ban Kiểm tra T.Ư", "T.Ư"),
        ("Ban Chấp hành Đảng bộ tỉnh Yên Bái", "Đảng bộ tỉnh Yên Bái"),
        ("Ban thanh niên trường học Trung ương Đoàn", "Trung ương Đoàn"),
        ("Phòng Kế hoạch Sở Y tế", "Sở Y tế"),
        ("Đảng đoàn Hội Luật gia Việt Nam", "Hội Luật gia Việt Nam"),
        ("Hội đồng thành viên Tổng công ty Sao Mai", "Tổng công ty Sao Mai"),
        ("UBND quận", "UBND quận"),
        ("Đảng đoàn", None),
        ("Ban Bí thư", None),
        ("Vụ Pháp chế - Thanh tra", None),
        ("phòng Kinh tế", None),
        ("phòng Kinh tế huyện Phú Bình", "huyện Phú Bình"),
        ("phòng Kinh tế huyện", None),
        ("Thanh tra Sở Y tế", "Sở Y tế"),
        ("Thanh tra tỉnh Yên Bái", "Thanh tra tỉnh Yên Bái"),
    ],
)
def test_the_body_without_its_organs(line: str, body: str | None) -> None:
    found = read_organisation(cased(line), fold(line), 0)
    assert found is not None
    assert found.span.of(line) == line
    span = body_of(cased(line), fold(line), found.span)
    assert (span and span.of(line)) == body


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh", ["Tỉnh ủy", "HĐND tỉnh"]),
        ("Đại hội Đảng toàn quốc họp tại trụ sở", []),
        ("Kế hoạch số 12/KH-UBND của UBND tỉnh", ["UBND tỉnh"]),
        ("ông Khoa nói, anh Sở đáp", []),
        ("ông Trường Chinh thăm Trường Sa, Vụ Bản", []),
        ("Hội thẩm nhân dân và điện hạt nhân Ninh Thuận", []),
        ("Chủ tịch Ủy ban bầu cử TP Đà Nẵng", ["Ủy ban bầu cử TP Đà Nẵng"]),
        ("bà Đoàn Thị Lan, Chi đoàn Sở Tư pháp", ["Chi đoàn Sở Tư pháp"]),
    ],
)
def test_phrases_of_a_line(line: str, expected: list[str]) -> None:
    assert [found.span.of(line) for found in find_organisations(cased(line), fold(line))] == expected
