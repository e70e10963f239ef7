from __future__ import annotations

import pytest

from congressx.vietnamese.publish_lines import LineKind, read_publish_line


@pytest.mark.parametrize(
    ("line", "date", "words", "kind"),
    [
        ("Thứ tư,\u00a003/06/2020 09:24\u00a0GMT+7", "2020-06-03", "03/06/2020", LineKind.WEEKDAY),
        ("THỨ TƯ, 03/06/2020 19:35:46", "2020-06-03", "03/06/2020", LineKind.WEEKDAY),
        ("Thứ Tư, 03/06/2020, 08:11 [GMT+7]", "2020-06-03", "03/06/2020", LineKind.WEEKDAY),
        ("Thứ 4, 03.06.2020 | 20:41:28", "2020-06-03", "03.06.2020", LineKind.WEEKDAY),
        ("Thứ tư - 03/06/2020 11:25", "2020-06-03", "03/06/2020", LineKind.WEEKDAY),
        ("Wednesday, Jun 3, 2020 | 16:27", "2020-06-03", "Jun 3, 2020", LineKind.WEEKDAY),
        ("Thứ tư, ngày 03 tháng 06 năm 2020", "2020-06-03", "03 tháng 06 năm 2020", LineKind.WEEKDAY),
        ("Cập nhật, 16:36, Thứ Tư, 03/06/2020 (GMT+7)", "2020-06-03", "03/06/2020", LineKind.LABELLED),
        ("Cập nhật ngày: 07/06/2013 06:03:46", "2013-06-07", "07/06/2013", LineKind.LABELLED),
        ("Cập nhật  (02/06/2025)", "2025-06-02", "02/06/2025", LineKind.LABELLED),
        ("Cập nhật lúc : 17:15 14/01/2021", "2021-01-14", "14/01/2021", LineKind.LABELLED),
        ("Ngày đăng 07/06/2021 | 15:17 | View count: 16", "2021-06-07", "07/06/2021", LineKind.LABELLED),
        ("Gửi lúc: 05/12/2013 15:42:27", "2013-12-05", "05/12/2013", LineKind.LABELLED),
        ("Đăng ngày 17 - 05 - 2024", "2024-05-17", "17 - 05 - 2024", LineKind.LABELLED),
        ("Tin đăng lúc 21-10-2014", "2014-10-21", "21-10-2014", LineKind.LABELLED),
        ("Ngày đưa:  20/09/2019 01:44:30 PM", "2019-09-20", "20/09/2019", LineKind.LABELLED),
        ("Ngày đăng: 12/05/2020 | Tác giả: Hoài An", "2020-05-12", "12/05/2020", LineKind.LABELLED),
        ("Ngày đăng: 12/05/2020 - Cập nhật: 13/05/2020", "2020-05-12", "12/05/2020", LineKind.LABELLED),
        ("28/10/2020 | 11:32 AM", "2020-10-28", "28/10/2020", LineKind.CLOCK),
        ("11:49 17/10/2020", "2020-10-17", "17/10/2020", LineKind.CLOCK),
        ("10:16 | 11-06-2025", "2025-06-11", "11-06-2025", LineKind.CLOCK),
        ("01/08/2023|06:53", "2023-08-01", "01/08/2023", LineKind.CLOCK),
        ("09:12' - 17/07/2025", "2025-07-17", "17/07/2025", LineKind.CLOCK),
        ("22/5/2020, 10:21 (GMT+7)", "2020-05-22", "22/5/2020", LineKind.CLOCK),
        ("02:29 PM 06/11/2015 |   Lượt xem: 1.234", "2015-11-06", "06/11/2015", LineKind.CLOCK),
        ("Hoài An - Báo Ví Dụ | 06:10 07/02/2017", "2017-02-07", "07/02/2017", LineKind.BYLINE),
        ("(16/07/2014)", "2014-07-16", "16/07/2014", LineKind.BARE),
        ("Tin trong huyện  -  28/03/2013", "2013-03-28", "28/03/2013", LineKind.BYLINE),
        ("Báo Ví Dụ - Thứ sáu, 07-01-2011", "2011-01-07", "07-01-2011", LineKind.BYLINE),
        ("Đài PT-TH Ví Dụ / 25-05-2009", "2009-05-25", "25-05-2009", LineKind.BYLINE),
        ("Xây dựng Đảng | 14.04.2023", "2023-04-14", "14.04.2023", LineKind.BYLINE),
        ("Admin 26/06/2025 | Lượt xem: 318", "2025-06-26", "26/06/2025", LineKind.BYLINE),
        ("05-06-24 13:37", "2024-06-05", "05-06-24", LineKind.CLOCK),
        ("09:12 | 05/06/24", "2024-06-05", "05/06/24", LineKind.CLOCK),
        ("25/10/2021", "2021-10-25", "25/10/2021", LineKind.BARE),
        ("Ngày 25-06-2020", "2020-06-25", "25-06-2020", LineKind.DAY_WORD),
        ("(16/07/2014)Sáng 15/7, chi bộ họp.", "2014-07-16", "16/07/2014", LineKind.LEAD),
        ("2015-03-24 - Chi bộ Thư viện họp", "2015-03-24", "2015-03-24", LineKind.ISO_PREFIX),
        (" date 2025-11-06 ", "2025-11-06", "2025-11-06", LineKind.CRAWLER),
    ],
)
def test_publish_lines(line: str, date: str, words: str, kind: LineKind) -> None:
    read = read_publish_line(line)
    assert read is not None
    assert (read.date.isoformat(), read.span.of(line), read.kind) == (date, words, kind)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Ngày 25-06-2020, chi bộ Thư viện họp thường kỳ.",
        "Sáng 25/6/2020",
        "ngày 22/5/2020.",
        "Ngày 22/5/2020.",
        "Họp chi bộ ngày 12/05/2020",
        "Ngày trả lời: 12/05/2020",
        "Xã Ví Dụ, ngày 12 tháng 5 năm 2020",
        "12/05/2020 - 15/05/2020",
        "Từ 14/07/2006 đến 30/09/2006",
        "Chi bộ tự phê bình (12/05/2020)",
        "Báo cáo tháng - 12/05/2020",
        "Lễ kết nạp đảng viên - 12/05/2020",
        "Tin vắn ngày 12/05/2020",
        "05-06-24",
        "12-13-24 10:00",
        "31/02/2020",
        "3/2/1930",
        "date 2020-08",
        "16:24 GMT+7",
        "55/58",
    ],
)
def test_other_lines(line: str) -> None:
    assert read_publish_line(line) is None


def test_a_wrong_weekday_leaves_two_readings() -> None:
    """05/06/2020 was a Friday, 6 May 2020 a Wednesday: with `Thứ tư` the page may mean either."""
    assert read_publish_line("Thứ sáu, 05/06/2020") is not None
    assert read_publish_line("Thứ tư, 05/06/2020") is None
