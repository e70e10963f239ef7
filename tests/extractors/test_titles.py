"""Title stacks: what each title says, where a stack ends, and what only looks like a title."""

from __future__ import annotations

from importlib.resources import files

import pytest

from congressx.extractors.officials.offices import Office
from congressx.extractors.officials.titles import TitleStack, find_title_stacks
from congressx.span import Span
from congressx.vietnamese.spelling import cased, fold


def stacks(text: str, *names: str) -> tuple[TitleStack, ...]:
    spans = sorted(Span(text.index(name), text.index(name) + len(name)) for name in names)
    return find_title_stacks(cased(text), fold(text), spans)


def said(text: str, *names: str) -> list[list[str]]:
    """Each title of each stack as `office | raw | org | status`; status only where it is not current."""
    return [[_line(text, stack, index) for index in range(len(stack.titles))] for stack in stacks(text, *names)]


def _line(text: str, stack: TitleStack, index: int) -> str:
    title = stack.titles[index]
    fields = [title.office.value, title.raw.of(text), title.org.of(text) if title.org else "-"]
    return " | ".join(fields if title.status == "current" else [*fields, title.status.value])


ONE_TITLE = [
    # Party, central: the office says its body
    ("Tổng Bí thư phát biểu", "general_secretary | Tổng Bí thư | -"),
    ("Uỷ viên Bộ Chính trị khoá XI", "politburo_member | Uỷ viên Bộ Chính trị | -"),
    ("Thường trực Ban Bí thư dự", "secretariat_member | Thường trực Ban Bí thư | -"),
    ("Bí thư Trung ương Đảng dự", "secretariat_member | Bí thư Trung ương Đảng | -"),
    ("UVBCHTWĐ dự", "central_committee_member | UVBCHTWĐ | -"),
    ("UVT.Ư Đảng dự", "central_committee_member | UVT.Ư Đảng | -"),
    ("Ủy viên BCH TƯ dự", "central_committee_member | Ủy viên BCH TƯ | -"),
    ("Ủy viên Trung ương Đảng dự", "central_committee_member | Ủy viên Trung ương Đảng | -"),
    (
        "Ủy viên dự khuyết Ban Chấp hành Trung ương Đảng",
        "central_committee_alternate | Ủy viên dự khuyết Ban Chấp hành Trung ương Đảng | -",
    ),
    # the same words in front of Đoàn or Hội name a member of that body
    (
        "Ủy viên Ban Chấp hành Trung ương Đoàn",
        "committee_member | Ủy viên Ban Chấp hành Trung ương Đoàn | Trung ương Đoàn",
    ),
    ("Bí thư thứ nhất Trung ương Đoàn", "secretary | Bí thư thứ nhất Trung ương Đoàn | Trung ương Đoàn"),
    # bodies that only small words or a place name
    ("Chánh Thanh tra tỉnh", "other | Chánh Thanh tra tỉnh | Thanh tra tỉnh"),
    ("Phó Chánh thanh tra Sở Y tế", "other | Phó Chánh thanh tra Sở Y tế | Sở Y tế"),
    ("Trưởng phòng Nội vụ huyện Phú Bình", "division_head | Trưởng phòng Nội vụ huyện Phú Bình | huyện Phú Bình"),
    ("Viện trưởng Vật lý TP HCM", "other | Viện trưởng Vật lý TP HCM | Vật lý TP HCM"),
    (
        "Phó ban trị sự Phật giáo quận 8",
        "board_deputy_head | Phó ban trị sự Phật giáo quận 8 | ban trị sự Phật giáo quận 8",
    ),
    (
        "Giám đốc Sở Nội vụ và Lao động (NV&LĐ)",
        "director | Giám đốc Sở Nội vụ và Lao động (NV&LĐ) | Sở Nội vụ và Lao động",
    ),
    ("Chủ tịch huyện đảo Hoàng Sa", "chairperson | Chủ tịch huyện đảo Hoàng Sa | huyện đảo Hoàng Sa"),
    # Party, local
    ("PBT TT Tỉnh ủy dự", "standing_deputy_secretary | PBT TT Tỉnh ủy | Tỉnh ủy"),
    ("Phó Bí thư thường trực Huyện ủy", "standing_deputy_secretary | Phó Bí thư thường trực Huyện ủy | Huyện ủy"),
    ("UVBTV Thành ủy dự", "standing_committee_member | UVBTV Thành ủy | Thành ủy"),
    ("Ủy viên Ban Thường vụ Huyện ủy", "standing_committee_member | Ủy viên Ban Thường vụ Huyện ủy | Huyện ủy"),
    ("Tỉnh ủy viên dự", "committee_member | Tỉnh ủy viên | Tỉnh ủy"),
    ("TUV dự", "committee_member | TUV | -"),
    ("Chủ nhiệm UBKT Huyện ủy", "inspection_chair | Chủ nhiệm UBKT Huyện ủy | Huyện ủy"),
    (
        "Phó Chủ nhiệm Thường trực Ủy ban Kiểm tra Tỉnh ủy",
        "inspection_deputy | Phó Chủ nhiệm Thường trực Ủy ban Kiểm tra Tỉnh ủy | Tỉnh ủy",
    ),
    ("Trưởng Ban Tuyên giáo Huyện ủy", "board_head | Trưởng Ban Tuyên giáo Huyện ủy | Huyện ủy"),
    (
        "Phó Trưởng ban Thường trực Ban Tổ chức Tỉnh ủy",
        "board_deputy_head | Phó Trưởng ban Thường trực Ban Tổ chức Tỉnh ủy | Tỉnh ủy",
    ),
    # State
    ("Phó Thủ tướng Thường trực Chính phủ dự", "deputy_prime_minister | Phó Thủ tướng Thường trực Chính phủ | -"),
    ("Phó Chủ tịch nước dự", "vice_president | Phó Chủ tịch nước | -"),
    ("Chủ tịch Quốc hội dự", "chairperson | Chủ tịch Quốc hội | Quốc hội"),
    ("Bộ trưởng Bộ Y tế", "minister | Bộ trưởng Bộ Y tế | Bộ Y tế"),
    ("Thứ trưởng Nội vụ", "deputy_minister | Thứ trưởng Nội vụ | -"),
    ("Bộ trưởng Công an dự", "minister | Bộ trưởng Công an | -"),
    ("Bộ trưởng Bộ Công an dự", "minister | Bộ trưởng Bộ Công an | Bộ Công an"),
    ("Bộ trưởng Hải dự", "minister | Bộ trưởng | -"),  # a given name is no field
    ("Vụ trưởng Vụ Pháp chế, Bộ Y tế", "other | Vụ trưởng Vụ Pháp chế, Bộ Y tế | Bộ Y tế"),
    (
        "Phó Chánh Văn phòng - Tổng cục Thuế",
        "deputy_chief_of_office | Phó Chánh Văn phòng - Tổng cục Thuế | Tổng cục Thuế",
    ),
    ("CT.HĐND tỉnh dự", "chairperson | CT.HĐND tỉnh | HĐND tỉnh"),
    ("PCT UBND huyện dự", "vice_chairperson | PCT UBND huyện | UBND huyện"),
    (
        "Phó Chủ tịch Thường trực HĐND tỉnh",
        "standing_vice_chairperson | Phó Chủ tịch Thường trực HĐND tỉnh | HĐND tỉnh",
    ),
    ("Chủ nhiệm Văn phòng Quốc hội", "chief_of_office | Chủ nhiệm Văn phòng Quốc hội | Quốc hội"),
    ("Chánh Văn phòng Huyện ủy", "chief_of_office | Chánh Văn phòng Huyện ủy | Huyện ủy"),
    ("Giám đốc Sở Y tế", "director | Giám đốc Sở Y tế | Sở Y tế"),
    ("PGĐ Sở Nội vụ dự", "deputy_director | PGĐ Sở Nội vụ | Sở Nội vụ"),
    ("Hiệu trưởng Trường THPT Cửa Sông", "principal | Hiệu trưởng Trường THPT Cửa Sông | Trường THPT Cửa Sông"),
    ("Chính ủy Quân khu 9", "political_commissar | Chính ủy Quân khu 9 | Quân khu 9"),
    ("Tổng Cục trưởng dự", "other | Tổng Cục trưởng | Tổng Cục"),
    (
        "Trưởng đoàn đại biểu Quốc hội tỉnh Cà Mau",
        "delegation_head | Trưởng đoàn đại biểu Quốc hội tỉnh Cà Mau | đoàn đại biểu Quốc hội tỉnh Cà Mau",
    ),
    ("đại biểu HĐND huyện dự", "deputy | đại biểu HĐND huyện | HĐND huyện"),
    ("Tổng Giám đốc Vinatex dự", "general_director | Tổng Giám đốc Vinatex | Vinatex"),
    ("Chủ nhiệm Ủy ban dự", "chairperson | Chủ nhiệm Ủy ban | -"),
    # places stand for their committee or council
    ("Chủ tịch huyện Cần Giờ", "chairperson | Chủ tịch huyện Cần Giờ | huyện Cần Giờ"),
    ("Bí thư Bến Tre dự", "secretary | Bí thư Bến Tre | Bến Tre"),
    # status
    ("nguyên Bí thư Huyện ủy", "secretary | nguyên Bí thư Huyện ủy | Huyện ủy | former"),
    ("cựu Giám đốc Sở Y tế", "director | cựu Giám đốc Sở Y tế | Sở Y tế | former"),
    ("quyền Chủ tịch UBND xã", "chairperson | quyền Chủ tịch UBND xã | UBND xã | acting"),
    ("Q. Giám đốc Sở Y tế", "director | Q. Giám đốc Sở Y tế | Sở Y tế | acting"),
    ("Phó Giám đốc phụ trách Sở Y tế", "deputy_director | Phó Giám đốc phụ trách Sở Y tế | Sở Y tế | acting"),
    ("Phó Giám đốc phụ trách, dự họp", "deputy_director | Phó Giám đốc phụ trách | - | acting"),
    ("Phó Giám đốc phụ trách kỹ thuật", "deputy_director | Phó Giám đốc | -"),
    ("Bí thư lâm thời Đảng ủy xã", "secretary | Bí thư lâm thời Đảng ủy xã | Đảng ủy xã | acting"),
    ("tân Bí thư Huyện ủy", "secretary | Bí thư Huyện ủy | Huyện ủy"),
    ("thẩm quyền Giám đốc Sở Y tế", "director | Giám đốc Sở Y tế | Sở Y tế"),
    ("Phó Chủ tịch phụ trách mảng văn xã", "vice_chairperson | Phó Chủ tịch | -"),
]


@pytest.mark.parametrize(("text", "expected"), ONE_TITLE)
def test_one_title(text: str, expected: str) -> None:
    assert said(text) == [[expected]]


STACKS = [
    (  # a title with no body takes that of the next to its right
        "Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy",
        [
            "standing_committee_member | Ủy viên Ban Thường vụ | Tỉnh ủy",
            "board_head | Trưởng Ban Dân vận Tỉnh ủy | Tỉnh ủy",
        ],
    ),
    (
        "Phó Bí thư Đảng đoàn, Phó Chủ tịch - Tổng Thư ký Hội Luật gia tỉnh",
        [
            "deputy_secretary | Phó Bí thư Đảng đoàn | Hội Luật gia tỉnh",
            "vice_chairperson | Phó Chủ tịch | Hội Luật gia tỉnh",
            "other | Tổng Thư ký Hội Luật gia tỉnh | Hội Luật gia tỉnh",
        ],
    ),
    (  # a Party office never from a state body
        "Phó Bí thư, Chủ tịch UBND huyện",
        ["deputy_secretary | Phó Bí thư | -", "chairperson | Chủ tịch UBND huyện | UBND huyện"],
    ),
    (
        "Bí thư Ban cán sự, Bộ trưởng Bộ Y tế",
        ["secretary | Bí thư Ban cán sự | -", "minister | Bộ trưởng Bộ Y tế | Bộ Y tế"],
    ),
    (  # nor through a neighbour that has none
        "TUV - Bí thư Huyện ủy",
        ["committee_member | TUV | -", "secretary | Bí thư Huyện ủy | Huyện ủy"],
    ),
    (  # khóa and nhiệm kỳ stand outside the title and do not break the stack
        "Bí thư Huyện ủy khóa XI, nhiệm kỳ 2020-2025, kiêm Chủ tịch HĐND huyện (nhiệm kỳ 2021 - 2026)",
        ["secretary | Bí thư Huyện ủy | Huyện ủy", "chairperson | Chủ tịch HĐND huyện | HĐND huyện"],
    ),
    (
        "Ủy viên Bộ Chính trị các khóa X, XI và XII; nguyên Chủ tịch nước",
        ["politburo_member | Ủy viên Bộ Chính trị | -", "president | nguyên Chủ tịch nước | - | former"],
    ),
    (
        "Bí thư Đảng ủy- Giám đốc Sở Y tế",
        ["secretary | Bí thư Đảng ủy | Đảng ủy", "director | Giám đốc Sở Y tế | Sở Y tế"],
    ),
    (
        "Chủ tịch kiêm Tổng Giám đốc Công ty Sông Lam",
        [
            "chairperson | Chủ tịch | Công ty Sông Lam",
            "general_director | Tổng Giám đốc Công ty Sông Lam | Công ty Sông Lam",
        ],
    ),
    (  # `nguyên` before a bare office holds for the title it hangs on
        "nguyên Phó Bí thư, Chủ tịch UBND huyện",
        [
            "deputy_secretary | nguyên Phó Bí thư | - | former",
            "chairperson | Chủ tịch UBND huyện | UBND huyện | former",
        ],
    ),
    (  # otherwise for its own title only
        "nguyên Bí thư Huyện ủy, Chủ tịch Hội Khuyến học huyện",
        [
            "secretary | nguyên Bí thư Huyện ủy | Huyện ủy | former",
            "chairperson | Chủ tịch Hội Khuyến học huyện | Hội Khuyến học huyện",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STACKS)
def test_a_stack(text: str, expected: list[str]) -> None:
    assert said(text) == [expected]


APART = [
    (  # a name ends a title that stands to its left
        "Bí thư Tỉnh ủy Trần Văn Lúa và Chủ tịch UBND tỉnh Lê Thị Gạo",
        ("Trần Văn Lúa", "Lê Thị Gạo"),
        [["secretary | Bí thư Tỉnh ủy | Tỉnh ủy"], ["chairperson | Chủ tịch UBND tỉnh | UBND tỉnh"]],
    ),
    (
        "Giám đốc Sở Y tế, chuyên gia đầu ngành, Bí thư Đảng ủy Sở",
        (),
        [["director | Giám đốc Sở Y tế | Sở Y tế"], ["secretary | Bí thư Đảng ủy Sở | Đảng ủy Sở"]],
    ),
    (
        "Bí thư Huyện ủy các huyện, Chủ tịch UBND tỉnh",
        (),
        [["secretary | Bí thư Huyện ủy | Huyện ủy"], ["chairperson | Chủ tịch UBND tỉnh | UBND tỉnh"]],
    ),
    (  # `phụ trách` alone is a title only between a mark and a name
        "Tham dự: phụ trách Thành ủy Trần Văn Lúa",
        ("Trần Văn Lúa",),
        [["other | phụ trách Thành ủy | Thành ủy | acting"]],
    ),
    ("được giao phụ trách Thành ủy", (), []),
]


@pytest.mark.parametrize(("text", "names", "expected"), APART)
def test_where_a_stack_ends(text: str, names: tuple[str, ...], expected: list[list[str]]) -> None:
    assert said(text, *names) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn Chủ tịch điều hành Đại hội",
        "Ban Bí thư ban hành chỉ thị",
        "Ban Giám đốc Công ty",
        "phiên tòa giám đốc thẩm",
        "cuộc bầu cử đại biểu Quốc hội",
        "Đoàn đại biểu Quốc hội tỉnh tiếp xúc cử tri",
        "cán bộ trưởng thành từ cơ sở",
        "tăng trưởng kinh tế",
        "tỷ lệ cấp ủy viên nữ",
        "Chỉ thị số 05-CT/TW",
        "trách nhiệm của tư lệnh ngành",
        "Bộ Tư lệnh Quân khu 9",
        "Đại sứ quán Việt Nam tại Lào",
        "cô giáo viên chủ nhiệm lớp 9A",
        "tư tưởng của Chủ tịch Hồ Chí Minh",
    ],
)
def test_what_only_looks_like_a_title(text: str) -> None:
    assert said(text) == []


def test_span_of_a_stack_takes_in_the_term_behind_it() -> None:
    text = "Dự có Bí thư Huyện ủy khóa XI Trần Văn Lúa"
    [stack] = stacks(text, "Trần Văn Lúa")
    assert stack.span.of(text) == "Bí thư Huyện ủy khóa XI"


def test_offices_are_sorted_and_known() -> None:
    lines = files("congressx.extractors.officials").joinpath("offices.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# origin")
    phrases = [line.split("\t")[0] for line in lines[1:]]
    assert phrases == sorted(set(phrases))
    assert {line.split("\t")[1] for line in lines[1:]} - {"-"} <= set(Office)
    assert all(fold(phrase) == phrase for phrase in phrases)


def test_every_phrase_of_the_gazetteer_is_found() -> None:
    lines = files("congressx.extractors.officials").joinpath("offices.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:]]
    beside_a_name = ("phụ trách", "thường vụ")
    offices = {phrase: office for phrase, office, _ in rows if office != "-" and not phrase.startswith(beside_a_name)}
    assert {phrase: said(phrase)[0][0].split(" | ")[0] for phrase in offices} == offices
