"""Numbers that measure, what bounds them, their units, and what is no quantity. Every sentence is invented."""

from __future__ import annotations

import unicodedata
from importlib.resources import files
from itertools import pairwise

import pytest

from congressx.vietnamese.quantities import SLASH, Quantity, SlashKind, classify_slash, find_quantities
from congressx.vietnamese.spelling import fold


def _said(found: Quantity) -> str:
    """`ge 80 percent`, `4..5 percent`, `15/16 count`, `45000000 vnd (đồng/người/năm)`; eq and range go without saying."""
    comparator = "" if found.comparator in ("eq", "range") else f"{found.comparator} "
    high = "" if found.value_high is None else f"..{found.value_high}"
    total = "" if found.total is None else f"/{found.total}"
    unit_text = "" if found.unit_text is None else f" ({found.unit_text})"
    return f"{comparator}{found.value}{high}{total} {found.unit}{unit_text}"


def _read(text: str) -> list[str]:
    found = find_quantities(fold(text))
    assert all((q.comparator == "range") == (q.value_high is not None) for q in found)
    assert all(q.span.contains(q.number) for q in found)
    assert all(a.span.stop <= b.span.start for a, b in pairwise(found))
    return [_said(q) for q in found]


Cases = list[tuple[str, list[str]]]

COUNTS: Cases = [
    ("Toàn huyện có 02 chi bộ, 1.510 đảng viên và 9287 đoàn viên", ["2 count", "1510 count", "9287 count"]),
    (
        "Đã vận động 4,5 triệu lượt người, 23 vạn hộ và 613,9 ngàn học sinh",
        ["4500000 count", "230000 count", "613900 count"],
    ),
    ("gồm 1 trưởng ban và 2,5 ngày công", ["1 count", "2.5 count"]),
    ("12đảng viên mới", ["12 count"]),
    ("Số đại biểu có mặt là 245.", ["245 count"]),
    ("năm 2019 12 chi bộ hoàn thành tốt nhiệm vụ", ["12 count"]),
    (
        "trong năm 2.015 hội viên được vay vốn, 2020 hội viên thoát nghèo",
        ["2015 count", "2020 count"],
    ),
    ("mỗi ngày 12 lượt khách, mỗi tháng 3 chuyên đề, hằng năm 10 đồng chí", ["12 count", "3 count", "10 count"]),
    ("đặt hàng 34 nhiệm vụ; cấp 265 thẻ hội viên; chương trình 5 nội dung", ["34 count", "265 count", "5 count"]),
]

PERCENT: Cases = [
    ("đạt 14,3%, tăng 3,57 %, bằng 46%KH và 9.9%", ["14.3 percent", "3.57 percent", "46 percent", "9.9 percent"]),
    ("giảm bình quân 1% / năm, chiếm 20 phần trăm", ["1 percent", "20 percent"]),
    ("tăng 2 điểm phần trăm", ["2 percent (điểm phần trăm)"]),
    ("giảm tỷ suất sinh 0,30%0 một năm, còn 12‰", ["0.3 per_mille", "12 per_mille"]),
]

MONEY: Cases = [
    ("thu 260 tỷ đồng, chi 3.807,927 tỷ đồng", ["260000000000 vnd (đồng)", "3807927000000 vnd (đồng)"]),
    ("quỹ còn 514.382.906.117 đồng và 2,9 tỉ đồng", ["514382906117 vnd (đồng)", "2900000000 vnd (đồng)"]),
    ("thu nhập 45 triệu đồng/người/năm", ["45000000 vnd (đồng/người/năm)"]),
    ("thu nhập 45 triệu/người/năm", ["45000000 vnd (đồng/người/năm)"]),
    ("giá trị 120 triệu đồng /ha", ["120000000 vnd (đồng /ha)"]),
    (
        "vốn đầu tư 10 ngàn tỷ đồng, ngân sách 1.400 tỷ (tăng 3,5%)",
        ["10000000000000 vnd (đồng)", "1400000000000 vnd (đồng)", "3.5 percent"],
    ),
    ("hỗ trợ 1 tỷ 200 triệu đồng", ["1200000000 vnd (đồng)"]),
    (
        "xuất khẩu 5,2 tỷ USD, 7.200 USD/người, 3 triệu đô la",
        ["5200000000 usd (usd)", "7200 usd (usd/người)", "3000000 usd (đô la)"],
    ),
    ("xuất khẩu 5,2 tỷ USD, nhập khẩu 4,1 tỷ", ["5200000000 usd (usd)"]),  # đồng or dollars?
    ("thế giới có 7 tỷ dân, phát hành 2 tỷ cổ phiếu", ["7000000000 count", "2000000000 count"]),
    ("bầu 07 đồng chí, giúp 300 đồng bào, 12 đồng đội", ["7 count", "300 count", "12 count"]),
    ("phí 50.000đ một lượt", ["50000 vnd (đ)"]),
]

TIMES: Cases = [
    ("gấp 8,5 lần so với mục tiêu, tăng hơn 1,5 lần", ["8.5 times (lần)", "gt 1.5 times (lần)"]),
    ("cao gấp 3 lần, tăng từ 2 - 3 lần", ["3 times (lần)", "2..3 times (lần)"]),
    ("họp 2 lần, mỗi quý 1 lần", ["2 count", "1 count"]),
    ("tỷ lệ đầu tư đạt 1:7, mục tiêu là 3:2", ["1/7 ratio", "3/2 ratio"]),
    ("bản đồ tỷ lệ 1:500", ["1/500 ratio"]),
]

MEASURES: Cases = [
    ("trồng 1.200 ha rừng, 3,5km đường, 65 tấn/mẻ", ["1200 measure (ha)", "3.5 measure (km)", "65 measure (tấn/mẻ)"]),
    ("năng suất 62 tạ/ha, sản lượng 4 triệu tấn", ["62 measure (tạ/ha)", "4000000 measure (tấn)"]),
    (
        "nhà ở 21,4 m2 / người, 35 triệu m2, 12 MW",
        ["21.4 measure (m2 / người)", "35000000 measure (m2)", "12 measure (mw)"],
    ),
    ("mở 3 tấn công, 5 mẫu xe", ["3 count", "5 count"]),
    ("cấp 5 mẫu ruộng và 12 sào", ["5 measure (mẫu)", "12 measure (sào)"]),
]

DURATIONS: Cases = [
    ("sau 1,5 ngày làm việc, 6 tháng đầu năm", ["1.5 duration (ngày)", "6 duration (tháng)"]),
    (
        "sau 3 ngày rưỡi, hai năm rưỡi qua",
        ["3.5 duration (ngày)", "2.5 duration (năm)"],
    ),
    ("trong 2 buổi, tổ chức 12 buổi nói chuyện", ["2 duration (buổi)", "12 count"]),
    ("tặng Huy hiệu 50 năm tuổi Đảng, đại biểu 23 tuổi", ["50 duration (năm)", "23 duration (tuổi)"]),
    ("học trong 8 giờ, đóng góp 900 ngày công", ["8 duration (giờ)", "900 count"]),
]

RANGES: Cases = [
    ("tăng 4 - 5%/năm, từ 90 - 100 hội viên, 10-12%", ["4..5 percent", "90..100 count", "10..12 percent"]),
    ("đạt từ 96 đến 97%, bình quân 7% -7,5%", ["96..97 percent", "7..7.5 percent"]),
    ("trên 50- 66% chi bộ", ["50..66 percent"]),
    (
        "hỗ trợ 5 - 7 triệu đồng, từ 1,5 đến 2 tỷ đồng",
        ["5000000..7000000 vnd (đồng)", "1500000000..2000000000 vnd (đồng)"],
    ),
    ("từ 40.000 đồng đến 55.000 đồng mỗi suất", ["40000..55000 vnd (đồng)"]),
    ("phát triển từ 150 – 180 hội viên trở lên", ["150..180 count"]),
    ("xây 1 - 2 thiết chế, 3 đến 5 đồng chí", ["1..2 count", "3..5 count"]),
    ("từ 18 đến 35 tuổi", ["18..35 duration (tuổi)"]),
    ("áp dụng từ 1-7", []),  # a day
    ("thắng 2-1, dịp 30-4, nghỉ 2-9", []),
    ("tăng 0,5 - 1,1 - 1,7 lần", []),
    ("năm 2016 - 2020, nhiệm kỳ 2015- 2020", []),
]

BOUNDS: Cases = [
    (
        "trên 310, hơn 40 nghìn, gần 200, khoảng 30%",
        ["gt 310 count", "gt 40000 count", "nearly 200 count", "approx 30 percent"],
    ),
    ("ít nhất 10%, tối thiểu là 2 lớp, không dưới 95%", ["ge 10 percent", "ge 2 count", "ge 95 percent"]),
    (
        "dưới 4,5%, chưa đến 5 triệu đồng, chưa đầy 12 km",
        ["lt 4.5 percent", "lt 5000000 vnd (đồng)", "lt 12 measure (km)"],
    ),
    ("không quá 27 người, tối đa 5 phó giám đốc", ["le 27 count", "le 5 count"]),
    ("xấp xỉ 100%, chừng 50 hộ, trên dưới 20 xã", ["approx 100 percent", "approx 50 count", "approx 20 count"]),
    (
        "từ 80% trở lên, 35% trở lên, 50 triệu đồng trở lên",
        ["ge 80 percent", "ge 35 percent", "ge 50000000 vnd (đồng)"],
    ),
    ("từ 30 lao động trở lên, có 3 đảng viên trở lên", ["ge 30 count", "ge 3 count"]),
    ("từ 35 tuổi trở xuống", ["le 35 duration (tuổi)"]),
    ("95% chi bộ hoàn thành tốt nhiệm vụ trở lên", ["95 percent"]),  # the rating, not the number
    ("100% cán bộ có trình độ trung cấp trở lên", ["100 percent"]),
    ("ước đạt 7%, cao hơn 2%, ít hơn 3 vụ", ["7 percent", "2 percent", "3 count"]),
    ("tập trung trên 5 lĩnh vực, năng suất trên 1 ha", ["5 count", "1 measure (ha)"]),
]

SHARES: Cases = [
    ("có 15/16 chỉ tiêu đạt và vượt", ["15/16 count"]),
    ("đạt 17 trong tổng số 19 mục tiêu", ["17/19 count"]),
    ("43/47 xã đạt chuẩn, 28/61 chi, đảng bộ vững mạnh", ["43/47 count", "28/61 count"]),
    ("với sự có mặt của 36/40 đảng viên", ["36/40 count"]),
    ("chỉ tiêu năm trước đạt 14/15", ["14/15 count"]),
    ("không đủ 2/3 số đại biểu, 1/3 thời gian", []),
    ("xếp 12/63 tỉnh, hội trường 2/9, trực 24/7", []),
    ("kết nạp được 21/18 đảng viên", []),  # more than all of them
    ("số phiếu 4 8/4 8 phiếu", []),  # figures torn apart
]

SPELLED_OUT: Cases = [
    ("bầu hai phó bí thư và ba ủy viên", ["2 count", "3 count"]),
    ("hơn hai trăm đại biểu, gần một nghìn hộ dân", ["gt 200 count", "nearly 1000 count"]),
    (
        "trong hai ngày, sáu tháng đầu năm, hai tỷ đồng",
        ["2 duration (ngày)", "6 duration (tháng)", "2000000000 vnd (đồng)"],
    ),
    (
        "ít nhất một chi bộ, bầu bổ sung một phó chủ tịch, trong đó có năm đồng chí nữ",
        ["ge 1 count", "1 count", "5 count"],
    ),
    ("sau một ngày làm việc, sau gần một tháng", ["1 duration (ngày)", "nearly 1 duration (tháng)"]),
    ("là một cán bộ gương mẫu, một ngày nào đó, năm đơn vị khó khăn", []),
    ("kỷ niệm năm ngày truyền thống, hai trong số đó, ba má", []),
    ("vài ba chi bộ, một, hai người, hai ba lần, cả hai đồng chí, hàng trăm đại biểu", []),
    ("hai đồng chí này, một trăm hai đại biểu", []),
    ("thứ ba tuần sau, lần thứ tư đảng bộ, hạng ba tập thể", []),
]

NO_QUANTITIES = [
    "Sáng 28/5, chiều ngày 12, ngày 5 và 6/12, hôm 19-5, ngày 12-10-2015",
    "ngày 15 tháng 3 năm 2018, tháng 9, quý 3, năm 2017, đến năm 2030",
    "sáng 28.9, chiều 16 và sáng 17.7, ngày 3.11.2019",
    "lúc 13h30, vào 7 giờ 30 phút, đến 16h cùng ngày, 08:42, từ 6 giờ sáng",
    "Chỉ thị số 05-CT/TW, Nghị quyết 35/NQ-CP, 98-QĐ/TW, Quyết định số 614 / QĐ - TTg, Chỉ thị 05, Kết luận số 21",
    "lần thứ 12, thứ 4, khóa 11, kỳ họp thứ 16, Hội nghị Trung ương 6, khóa 13, 14 và 15",
    "nhiệm kỳ 2015-2020, giai đoạn 2016 - 2020, năm học 2019/2020, (1772 - 1822)",
    "Chi bộ 4, quận 5, phường 12, khu phố 3, quận 4, 7, 8, 9, đảng viên loại 1, lớp 10",
    "điện thoại 0912345678, hotline: 1900, số tài khoản 123456789",
    "1. Đánh giá kết quả; 2) bầu cấp ủy; (3) tổng kết",
    "cách mạng công nghiệp 4.0, mạng 4g, dịch Covid-19, đề án 06, quốc lộ 1a",
    "là 1 trong những đơn vị dẫn đầu, 1 cách bền vững, 3 chục, vài 3",
    "ủy viên các khóa 10 (dự khuyết), 11 và 12; tại Hội nghị Trung ương 9 ngày 4-10; theo thang điểm 100",
    "438.30.1",
    "hơn 1,200 đại biểu",  # 1.2 or 1200
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *COUNTS,
        *PERCENT,
        *MONEY,
        *TIMES,
        *MEASURES,
        *DURATIONS,
        *RANGES,
        *BOUNDS,
        *SHARES,
        *SPELLED_OUT,
    ],
)
def test_quantities(text: str, expected: list[str]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_no_quantities(text: str) -> None:
    assert _read(text) == []


def test_elided_unit_is_left_out() -> None:
    assert _read("nâng mức thu nhập từ 21 lên 28 triệu đồng") == ["28000000 vnd (đồng)"]


@pytest.mark.parametrize(
    ("text", "span", "number", "unit"),
    [
        ("Ước đạt trên 260 tỷ đồng/năm.", "trên 260 tỷ đồng/năm", "260", "đồng/năm"),
        ("Phấn đấu từ 80% trở lên chi bộ.", "từ 80% trở lên", "80", None),
        ("Phát triển từ 150 - 180\nhội viên trở lên.", "từ 150 - 180", "150 - 180", None),
        ("Hoàn thành 15/16 chỉ tiêu.", "15/16", "15/16", None),
        ("Đạt 17 trong tổng số 19 mục tiêu.", "17 trong tổng số 19", "17 trong tổng số 19", None),
        ("Tăng gần 4 - 5%/năm.", "gần 4 - 5%/năm", "4 - 5", None),
        ("Tối thiểu hai\ntháng.", "Tối thiểu hai\ntháng", "hai", "tháng"),
    ],
)
def test_offsets(text: str, span: str, number: str, unit: str | None) -> None:
    (found,) = find_quantities(fold(text))
    assert (found.span.of(text), found.number.of(text)) == (span, number)
    assert (None if found.unit_span is None else found.unit_span.of(text)) == unit


def test_spelled_numbers_are_marked() -> None:
    assert [found.spelled for found in find_quantities("hai chi bộ, 3 chi bộ")] == [True, False]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("sự có mặt của 47/51 đảng viên được triệu tập", ["attendance"]),
        ("Kỳ họp có 41/46 đại biểu HĐND huyện có mặt", ["attendance"]),
        ("cùng dự có 10/10 đồng chí đảng viên trong chi bộ", ["attendance"]),
        ("có 23/24 tổng số đảng viên tham dự", ["attendance"]),
        ("hoàn thành 04/09 chỉ tiêu, 15/15 nhiệm vụ", ["achieved", "achieved"]),
        ("chỉ tiêu đạt 14/15", ["achieved"]),
        ("37/52 tổ chức cơ sở đảng, 11/11 huyện, 6/9 KCN, 04/09 thôn, làng", ["units"] * 4),
        ("với 32/32 phiếu, 58/71 số phiếu", ["votes", "votes"]),
        ("39/40 đại biểu đã bỏ phiếu tán thành", ["votes"]),
        ("số phiếu tán thành là 40/41 đại biểu có mặt", ["votes"]),
        ("21/28 người giữ chức vụ, 30/35 đảng viên hoàn thành tốt nhiệm vụ", ["persons", "persons"]),
        ("61.204/61.310 cử tri đi bầu", ["turnout"]),
        ("12.480/12.900 đảng viên tham gia học tập nghị quyết", ["study"]),
        ("trình độ văn hóa 10/10, học hết lớp 12/12", ["schooling", "schooling"]),
        ("ngày 28/5, đợt 19/5, hội trường 2/9, ngày 24/7, tháng 10/2018", ["date"] * 5),
        ("số 35/NQ-CP, chỉ thị 16/CT-TTg, nghị quyết 54/2017", ["document"] * 3),
        ("65 tấn/mẻ, 45 triệu đồng/người, 5%/năm, 1,92 người/ĐBQH", ["rate"] * 4),
        ("năm học 2019/2020", ["year"]),
        ("không đủ 2/3 số đại biểu, 1/3 số phiếu", ["fraction", "fraction"]),
        ("trực 24/7, phục vụ 24/24 giờ", ["idiom", "idiom"]),
        ("24/24 xã đạt chuẩn", ["units"]),
        ("xếp 12/63 tỉnh, số phiếu 5 1/5 3", ["unknown", "unknown"]),
        ("kết nạp 21/18 đảng viên", ["unknown"]),
    ],
)
def test_slash_tokens(text: str, kinds: list[str]) -> None:
    folded = fold(text)
    assert [classify_slash(folded, match) for match in SLASH.finditer(folded)] == [SlashKind(kind) for kind in kinds]


def test_shares_carry_their_kind() -> None:
    found = find_quantities("có 36/40 đảng viên dự đại hội, đạt 15/16 chỉ tiêu, 17 trong tổng số 19 xã")
    assert [q.slash for q in found] == [SlashKind.ATTENDANCE, SlashKind.ACHIEVED, None]


@pytest.mark.parametrize(
    "name", ["comparators.tsv", "countable_nouns.txt", "label_words.tsv", "slash_nouns.tsv", "units.tsv"]
)
def test_gazetteers_are_clean(name: str) -> None:
    first, *lines = files("congressx.vietnamese").joinpath(name).read_text(encoding="utf-8").splitlines()
    assert first.startswith("# ")
    assert lines == sorted(set(lines))
    words = [line.split("\t")[0] for line in lines]
    assert words == [fold(unicodedata.normalize("NFC", word)).strip() for word in words]
    assert len(words) == len(set(words))
