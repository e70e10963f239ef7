"""Whether a rate measures an achievement, a condition or an aim: not votes, a committee's make-up, capital, prices or crimes."""

from __future__ import annotations

from congressx.extractors.kpis.deeds import deed_before
from congressx.extractors.kpis.figure import Sight
from congressx.extractors.kpis.naming import pointing_back
from congressx.extractors.kpis.outside import reasons_around
from congressx.extractors.kpis.wordlists import stands
from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.quantities import Comparator, Unit

MONEY = frozenset({Unit.VND, Unit.USD})
PERCENT = frozenset({Unit.PERCENT, Unit.PER_MILLE})

_OF_VOTES = Pattern(
    r"\s*(?:số\s+|các\s+|tổng số\s+)?(?:phiếu|đại biểu"
    r"|cử tri(?![^,;.]{0,50}(?:đi bầu|bỏ phiếu))(?! (?:đã )?(?:đi|tham gia))|ủy viên|đbqh|đb(?!\p{L}))"
)
_SHARE_NEXT = r"\s*[(,]\s*(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|=|\s)*$"
_BALLOTS_AGAIN = Pattern(rf"\d\s+(?:số )?phiếu(?: \p{{L}}+){{0,3}}{_SHARE_NEXT}")
"""`nhận trọn 53/53 phiếu (100%)`."""
_NEVER_NAMES = Pattern(
    r"^(?:(?:các |số )?(?:đại biểu|cử tri)|vốn (?:thuộc|của)|vốn$|thông qua )|(?<!\p{L})(?:phiếu|vốn nhà nước|vốn nước ngoài"
    r"|vốn điều lệ|cổ phần|cổ phiếu"
    r"|(?:tỷ lệ|tỉ lệ) (?:\p{L}+ )?(?:bầu|chấp thuận|tán thành|tín nhiệm)"
    r"|cấp ủy viên|ủy viên|đảng ủy viên|nhất trí|đồng ý(?!\s+(?:tham gia|hiến|chọn|nhận|bàn giao|di dời"
    r"|giải)))(?!\p{L})"
)
_MAKE_UP = Pattern(
    r"(?:số |tỷ lệ |tỉ lệ )?(?:cán bộ |người )?(?:nữ|trẻ|phụ nữ|dân tộc|người dân tộc|tuổi|dưới \d+ tuổi"
    r"|ngoài đảng|trí thức)(?!\p{L})"
)
_OF_PERSONS = Pattern(rf"\d (?:người|đồng chí|đ/c|đảng viên|hội viên|đoàn viên|đại biểu)(?: nữ)?{_SHARE_NEXT}")
"""`nữ có 58 người (16,7%)`: who the members are."""
_EDUCATED = Pattern(
    r"(?:\d )?(?:trình độ|bằng (?:đại học|cử nhân)|thạc sĩ|tiến sĩ|cử nhân)(?!\p{L})"
    r"|(?:(?:từ|đến|tới) )?(?:\d|một|hai|ba) (?:văn )?bằng(?!\p{L})"
)
_DELEGATES = Pattern(r"(?<!\p{L})(?:đại biểu|ứng cử|ứng viên|(?<!của )đảng ủy|ban chấp hành|cấp ủy|ủy viên)(?!\p{L})")
_BODIES = Pattern(r"(?<!\p{L})(?:ban chấp hành|cấp ủy|đại biểu|nhân sự|ứng cử|ban thường vụ|quốc hội)(?!\p{L})")
_NO_NAME = Pattern(
    r"(?:không\s.*|.*\d\s?%.*|.*\d\)|riêng|đối|thuộc\s.*|con số (?:này|đó|trên).*|việc này|năm (?:sau|nay|trước)"
    r"|(?:nghìn|triệu|t[ỷỉ](?! (?:lệ|trọng|suất|phú)))(?!\p{L}).*|đồng|usd"
    r"|(?:ubnd|hđnd|bộ (?:công|tài|y|giáo|xây|giao|nông|tư|nội|kế))(?: \p{L}+){0,4}"
    r"|(?:quốc hội|hđnd|ban chấp hành|bch|thành ủy|tỉnh ủy|bộ|chính phủ)(?: khóa.*)?"
    r"|vẫn(?: là)?|đã|hiện|cách|tôi|họ|chúng ta"
    r"|mỗi(?! (?:ngày|tháng|quý|năm) (?:thu|chi|nộp|sản xuất|phát sinh|xử lý)(?!\p{L})).*"
    r"|cứ.*|giá|(?:(?:tỷ lệ|tỉ lệ|kết quả) (?:của|mà) )?(?:ông|bà|anh|chị|đồng chí|cử tri|đại biểu"
    r"|bí thư|chủ tịch)(?:\s.*)?)"
)
"""What is no measure: units, demonstratives, bodies and persons."""
TURNOUT = Pattern(
    r"(?:cử tri(?:\s+(?!sẽ(?!\p{L}))[\p{L}\d]+){0,7}?|(?:tỷ|tỉ) lệ)\s+(?:đi|tham gia)\s+(?:bầu|bỏ phiếu)"
    r"|cử tri(?:\s+(?!sẽ(?!\p{L}))[\p{L}\d]+){0,7}?\s+đã\s+(?:bầu cử|bỏ phiếu)"
)
"""Turnout of voters is a figure, votes are not."""


def is_of_votes(sight: Sight) -> bool:
    """Whether votes or voters stand right behind the figure, or it says again how many ballots there were."""
    if _OF_VOTES.match(sight.folded, sight.quantity.span.stop) is not None:
        return True
    return sight.quantity.unit in PERCENT and _BALLOTS_AGAIN.search(sight.folded, 0, sight.at) is not None


_PRICE_OF = Pattern(
    r"(?:tiền thuê|giá vé|lương|mức lương|học phí|lệ phí|phí|chi phí|mức phí|tiền)(?!\p{L})(?! (?:lương|sử dụng|thu))"
)
_GRANTED = Pattern(r"(?<!\p{L})(?:hỗ trợ|miễn|hưởng|phạt|thưởng|nộp)(?!\p{L})")
_FOR_EACH = Pattern(
    r"(?:kinh phí|giá|chi phí|số tiền|tiền)\s+(?:\p{L}+\s+){0,2}mỗi\s+(?!năm|tháng|ngày|quý|tuần)\p{L}+"
)


def may_name(sight: Sight, indicator: Span) -> bool:
    """Whether a phrase can name a measure, and a share's does not tell of votes, capital or a committee's make-up."""
    name = indicator.of(sight.folded)
    if sight.quantity.unit in MONEY and _FOR_EACH.match(name):
        return False
    granted = indicator.start >= sight.quantity.span.stop and _PRICE_OF.match(name) is not None
    if granted and _GRANTED.search(sight.folded, sight.start, sight.at):
        return False
    if TURNOUT.search(name):
        return True
    if _NO_NAME.fullmatch(name):
        return False
    return sight.quantity.unit not in PERCENT or not (_is_make_up(sight, name) or _NEVER_NAMES.search(name))


def _is_make_up(sight: Sight, name: str) -> bool:
    """`cấp ủy mới có 15% nữ`, `đại biểu …: 100% có trình độ đại học`: who sits in a committee."""
    if _MAKE_UP.match(name) and (_BODIES.search(sight.folded) or _OF_PERSONS.search(sight.folded, 0, sight.at)):
        return True
    if _MAKE_UP.match(sight.right.lstrip()) and _BODIES.search(sight.folded, 0, sight.at):
        return True
    return _EDUCATED.match(name) is not None and _DELEGATES.search(sight.folded, 0, sight.at) is not None


_EXCLUDED_SHARES = frozenset(
    {"votes", "committee", "capital", "hypothesis", "attendance", "medicine", "elsewhere", "terms", "opinion"}
)
_EXCLUDED_MEASURES = frozenset({"votes", "crime", "hypothesis", "definition", "medicine", "elsewhere", "terms"})
_EXCLUDED_SUMS = _EXCLUDED_MEASURES | {"price"}


def may_measure(sight: Sight, start: int) -> bool:
    """Whether the words around a rate, from `start` on, let it measure an achievement, a condition or an aim."""
    reasons = (
        sight.reasons if start == sight.start else reasons_around(sight.folded, Span(start, sight.quantity.span.stop))
    )
    unit = sight.quantity.unit
    if is_no_measure(sight):
        return False
    if unit in PERCENT:
        turnout = TURNOUT.search(sight.folded, max(0, sight.at - 120), sight.quantity.span.stop + 60)
        return not (reasons if turnout is None else reasons - {"votes"}) & _EXCLUDED_SHARES
    if unit in MONEY:
        if reasons & {"crime"} and _INSPECTED.search(sight.folded, sight.segment, sight.at):
            return not reasons & (_EXCLUDED_SUMS - {"crime"})
        worth = sight.prior is not None and _WORTH.search(sight.left(24)) is not None
        known = (
            worth
            or _GAVE.search(sight.left(24)) is not None
            or _LOST.search(sight.folded, sight.segment, sight.at) is not None
            or stands("money_words.txt", sight.folded, sight.segment, sight.stop)
            or pointing_back(sight.folded, sight.segment, sight.at) is not None
        )
        return known and not reasons & _EXCLUDED_SUMS
    return not reasons & _EXCLUDED_MEASURES and (
        unit is not Unit.MEASURE or sight.quantity.total is not None or _measures(sight)
    )


_MADE_TO_PAY = Pattern(
    r"(?:^|,)\s*(?:và )?bị (?:[\p{L}.]+ ){0,5}?(?:xử phạt|phạt|thu giữ)\s*$"
    r"|(?<!\p{L})(?:ông|bà|giám đốc|chủ tịch|trưởng \p{L}+|nhân viên)[^,;]*(?<!\p{L})(?<!quyền )đòi\s*$"
)
"""`…, bị xử phạt hơn 400 triệu đồng`, `phó giám đốc đòi 9.000 USD`: what one was made to pay, or asked for, is a story."""


def is_no_measure(sight: Sight) -> bool:
    """Whether the words around a figure say that it is none of a host's: a rule's, a fee, an investor's plan, one person's.

    A share may also be of votes, of a session, or of each of those that are counted.
    """
    if (
        _DONOR.search(sight.folded, 0, sight.at)
        or _ENTITLED.search(sight.left(40))
        or _BOUGHT.match(sight.folded, sight.start, sight.at)
        or _is_fee(sight)
        or _is_investment_told(sight)
        or (sight.quantity.unit in MONEY and _MADE_TO_PAY.search(sight.folded, 0, sight.at))
        or is_of_one_case(sight)
        or (sight.quantity.comparator is Comparator.LE and _ALLOWED.search(sight.left(20)))
    ):
        return True
    return sight.quantity.unit in PERCENT and (
        _KEPT.search(sight.left(40)) is not None
        or _is_behind_name(sight)
        or _OF_COUNTED.search(sight.folded, sight.segment, sight.at) is not None
        or _NONE_WITH.search(sight.folded, sight.segment, sight.at) is not None
        or _EACH_GOT.search(sight.folded, sight.segment, sight.at) is not None
        or _OF_SESSION.match(sight.right) is not None
        or _is_threshold_of_counted(sight)
        or _RATE_BY_RULE.search(sight.folded, sight.segment, sight.at) is not None
    )


_ONE_CASE = Pattern(
    r"(?<!\p{L})(?<!(?:các|những|nhiều|số|mọi|\d|nhiệm|dịch|nghiệp|phục|thời|mùa|chức|công|thường|nội|tài) )"
    r"vụ (?:việc(?: \p{L}+){1,3}? )?(?:bán|mua|phá|chặt phá|lấn chiếm|cưỡng chế|chuyển nhượng|cho thuê)(?!\p{L})(?:, thu hồi)?"
    r"(?:(?!(?<!\p{L})(?:đã|được|phải|nộp|khắc phục|phạt)(?!\p{L}))[^,;:.]|\.(?=\d))*$"
)


def is_of_one_case(sight: Sight) -> bool:
    """`như vụ bán 30 ha đất công`: what one case was about, not what came of it."""
    return _ONE_CASE.search(sight.folded, sight.segment, sight.at) is not None


_ENTITLED = Pattern(
    r"(?<!đã )(?<!\p{L})được (?:vay|hỗ trợ|hưởng|miễn|giảm|trích|thưởng|để lại|nhận|phụ cấp)(?: tối đa| thêm"
    r"| tới| đến| ít nhất)*\s*$"
)
"""What a rule grants: `người có tài năng được hưởng 50% lương`."""
_ALLOWED = Pattern(r"(?<!\p{L})được (?:tăng|nâng|chi|mua)\s*$")
"""What a rule allows at most: `được chi không quá 5%`, `được tăng tối đa 0,7 lần lương`."""
_LEAST_SUM = {Unit.VND: 1_000_000, Unit.USD: 1_000}
"""Smaller sums are seldom a host's: they are fees, prices and norms."""
_EARNED = Pattern(
    r"(?<!\p{L})(?:thu nhập|gr?dp|bình quân|trung bình|giá trị|lương|lợi nhuận|lãi|năng suất|doanh thu|tiết kiệm|tăng thêm|bữa ăn"
    r"|nâng)(?!\p{L})"
)
"""Small sums that people earn, save or live on are conditions: `thu nhập tăng thêm 850.000 đồng/tháng`."""
_GIVEN = Pattern(r"(?<!\p{L})(?:hỗ trợ|ủng hộ|quyên góp|đóng góp|trợ cấp|trợ giúp|trao|tặng)(?!\p{L})")
"""Nor is support a fee, or a gift: `hỗ trợ mỗi hộ 500.000 đồng`."""
_EACH_GOT = Pattern(
    r"(?<!\p{L})(?:lần lượt (?:được|(?:nhận|giành|thu|có)(?: được)?)|(?:được|nhận|giành|thu) (?:được )?lần lượt)(?: là)?\s+"
    r"(?:[\d.,]+\s?%(?:,|\s+và)\s+)*$"
)
"""Shares that persons got one by one are of ballots: `ba người lần lượt được 97%, 96% và 94%`."""
_OF_COUNTED = Pattern(
    r"(?<![\d.,])(?<!(?:trong|số) )(?<!(?:trong|số) (?:hơn|gần|trên) )\d[\d.]*(?: (?!năm|tháng|ngày|quý|lần)\p{L}+){1,5}"
    r"(?: có| (?:số|tỷ lệ|tỉ lệ)(?: \p{L}+){1,6} đạt) $"
)
"""What those that are counted have in common: `32 tổ bầu cử có 100% cử tri đi bầu`."""
_OF_COUNTED_PLACES = Pattern(
    r"(?:(?<!\p{L})(?:có|còn|và|với)|[,;(])\s*(?:hơn |gần )?\d[\d.]*(?:/\d+)? (?:tỉnh|địa phương|huyện|quận|xã|phường|thị trấn|đơn vị"
    r"|dự án|chỉ tiêu|tiêu chí|bộ|ngành|cơ quan|chủ đầu tư|trường|thôn|bản|ấp|chi bộ|chi hội|doanh nghiệp)"
    r"(?: (?!(?:chiếm|bằng|nâng|đưa|góp|với|được|hoàn)(?!\p{L}))\p{L}+){1,10}\s*$"
)
_BOUNDS = frozenset({Comparator.GT, Comparator.GE, Comparator.LT, Comparator.LE})


def _is_threshold_of_counted(sight: Sight) -> bool:
    """`6 chỉ tiêu đạt trên 50%`, `còn 4 xã có tỷ lệ hộ nghèo trên 20%`: the bound of those that are counted, no rate of theirs."""
    if sight.quantity.comparator not in _BOUNDS:
        return False
    begin = max(0, sight.segment - 1)  # with the sign before the clause
    return _OF_COUNTED_PLACES.search(sight.folded, begin, sight.at) is not None


_NONE_WITH = Pattern(r"(?<!\p{L})không có(?: \p{L}+){1,5} nào(?!\p{L})[^,;]*$")
"""What none has: `không có xã nào đạt dưới 50%`."""
_BEHIND_NAME = Pattern(
    r"\W*(?:ông|bà(?! (?:con|mẹ|rịa|nà|điểm)(?!\p{L}))|đồng chí)(?: \p{L}+){1,5}, (?P<office>[^;:\d]+)"
)
"""`Bà Lê Thị Sen, Bí thư Chi bộ (Sở Tài chính) hơn 86%`: her votes, where nobody tells of anything in between."""
_TELLS = Pattern(r"(?<!\p{L})(?:cho|nói|nêu|đạt|chiếm|tăng|giảm|là|có|được|còn|yêu|đề|để|đã|sẽ|phải|từ)(?!\p{L})")
_KEPT = Pattern(
    r"(?<!\p{L})(?:giữ lại|để lại|nộp|được (?:\p{L}+ ){1,2}hỗ trợ)(?: tối đa| thêm| tới| đến| ít nhất| tối thiểu| cho \p{L}+)*\s*$"
)
"""Who keeps or pays a share of a sum is a rule too: `cơ chế giữ lại tối thiểu 50% nguồn thu`, `phải nộp 50% tiền sử dụng đất`."""
_RATE_BY_RULE = Pattern(
    r"(?<!\p{L})(?:phụ cấp|lệ phí|thuế (?:suất|gtgt|giá trị gia tăng)|nộp thuế|miễn thuế)(?!\p{L})"
    r"(?:(?!(?:tăng|giảm|vượt|đạt|bằng)(?!\p{L}))[^,;:.%])*(?:\d+% và )?$"
)
"""What an allowance or a tax is a share of, a rule says: `phụ cấp ưu đãi nghề 45%`, `lệ phí đăng ký là 5%`."""
_OF_SESSION = Pattern(
    r"\s*(?:tổng )?(?:số )?(?:thời gian|thời lượng)(?: của| toàn)? (?:kỳ họp|phiên họp|hội nghị)(?!\p{L})"
)
"""How a meeting spends its time: `chiếm 60% tổng thời gian kỳ họp`."""


def _is_behind_name(sight: Sight) -> bool:
    named = _BEHIND_NAME.fullmatch(sight.folded, sight.segment, sight.at)
    return named is not None and _TELLS.search(named["office"]) is None


def _is_fee(sight: Sight) -> bool:
    """`xe máy nộp 50.000 đồng một năm`: so small a sum is a fee, a price or a norm where nobody earned or was given it."""
    least = _LEAST_SUM.get(sight.quantity.unit)
    if least is None or sight.quantity.value >= least:
        return False
    return not any(words.search(sight.folded, sight.segment, sight.stop) for words in (_EARNED, _GIVEN))


_INVESTMENT = Pattern(
    r"(?<!\p{L})(?:vốn (?:đầu tư )?dự kiến|vốn đầu tư(?: \p{L}+){0,3} dự kiến|vốn góp)(?!\p{L})[^,;:\d]*$"
    r"|(?<!\p{L})nhà đầu tư(?: (?!đã(?!\p{L}))\p{L}+){0,2} (?:bỏ|rót|góp)(?!\p{L})[^,;:\d]*$"
    r"|(?P<project>(?<!\p{L})dự án(?!\p{L})[^;:]*(?<!\p{L})(?:vốn|mức) đầu tư(?!\p{L})[^,;:\d]*$)"
)
_IS_LATE = Pattern(r"\s*(?:đã|đang|hiện|vẫn|bị|,|\s)*(?:chậm|trễ|dang dở|dở dang|đội vốn|bị treo)(?!\p{L})")


def _is_investment_told(sight: Sight) -> bool:
    """`vốn đầu tư dự kiến của dự án 70 triệu USD`, `dự án vốn đầu tư 900 tỷ đồng chậm tiến độ`: investors' plans, background."""
    if sight.quantity.unit not in MONEY:
        return False
    told = _INVESTMENT.search(sight.folded, sight.segment, sight.at)
    if told is None:
        return False
    return told["project"] is None or _IS_LATE.match(sight.folded, sight.quantity.span.stop) is not None


ONE_PERSON = r"\W*(?:ông|bà|anh|chị)\s[^,;]{2,40}?\s"
OWN_AFFAIRS = r"mua|bán|mở(?! rộng)|ký|xây(?! dựng)|sở hữu|vay|thuê|chuyển nhượng"
_BOUGHT = Pattern(rf"{ONE_PERSON}(?:{OWN_AFFAIRS}|nộp|đòi|trả|cho vay)(?!\p{{L}})")
"""What one person did with money or land is a story."""
_DONOR = Pattern(
    r"(?<!\p{L})(?:ông|bà|anh|chị|cụ)\s[^;.:]{2,60}, người (?:từng|đã) (?:hiến|góp|tặng|ủng hộ)(?: \p{L}+){0,3}? (?:hơn |gần |trên )?$"
)
"""`bà Lụa, người từng hiến 360 m2 đất`: one person's gift."""
_WORTH = Pattern(r"(?<!\p{L})trị giá(?: hơn| gần| trên| khoảng)?\s*$")
"""`214 công trình trị giá hơn 3 tỷ đồng`: of what is counted before, not of somebody's car."""
_GAVE = Pattern(r"(?<!\p{L})góp(?: (?:được|thêm|hơn|gần|trên|khoảng))*\s*$")
_LOST = Pattern(
    r"(?<!\p{L})(?:công ty|doanh nghiệp|đơn vị|hợp tác xã|htx|nhà máy|xí nghiệp|tập đoàn|ngân hàng)(?: [\p{L}\d]+){0,8}? (?:thua )?lỗ"
    r"(?: (?:hơn|gần|trên|khoảng|tới))*\s*$"
)
"""`Công ty Cơ khí lỗ 2,7 tỷ đồng`; what a farmer lost is a story."""
_INSPECTED = Pattern(
    r"(?<!\p{L})(?:(?:thanh tra|kiểm toán)(?!\p{L}).*(?<!\p{L})phát hiện"
    r"|phát hiện (?:sai phạm|vi phạm)(?: về)?(?: kinh tế| tài chính)?\s*(?:hơn|gần)?\s*$)"
)
"""Sums found by inspections are results of theirs."""
_SHORT = frozenset({"m", "mét", "cm", "mm", "kg", "lít", "gb", "tb"})
_LINES = Pattern(
    r"(?<!\p{L})(?:chiều dài|kênh|kè|đê|cống|mương|rãnh|đường giao thông|tuyến đường|hàng rào|tường rào|bình quân|năng suất"
    r"|sản lượng|(?<=\d (?:m|mét) )(?:đường(?! chim bay)|lò|ngõ))(?!\p{L})"
)
_DISTANT = Pattern(
    r"(?<!\p{L})(?:cách|cao|sâu|độ cao|cao độ|chiều cao|dài hơn|xa|rộng mặt)(?:\s+(?:khoảng|hơn|gần|chừng))?\s*$"
)
_SO_MUCH_MORE = Pattern(r"(?<!\p{L})cao hơn\s*$")
_THAN_BEFORE = Pattern(r"\s+so với(?!\p{L})")


def is_so_much_more(sight: Sight) -> bool:
    """`năng suất 62 tạ/ha, cao hơn 4 tạ so với năm trước` compares, `cao hơn 4 m` describes."""
    return _SO_MUCH_MORE.search(sight.left(20)) is not None and _THAN_BEFORE.match(sight.right) is not None


_PLOT = Pattern(
    r"(?<!\p{L})(?:khu đất|lô đất|phần đất|thửa đất|mảnh đất|phần diện tích|m2 đất mặt tiền|căn hộ|cổ đất)(?!\p{L})"
)
"""One plot of land is no measure of a territory."""
_LAND = 100_000
"""So many square metres are no building's."""
_BUILDINGS = Pattern(
    r"(?<!\p{L})(?:tòa nhà|xây nhà|căn nhà|ngôi nhà|hộ dân|biệt thự|vỉa hè|kho xưởng|nhà kho"
    r"|diện tích sàn(?!(?: \p{L}+){0,3} (?:nhà ở|bình quân)))(?!\p{L})"
)


def _measures(sight: Sight) -> bool:
    """Whether a physical measure is one of an achievement or a condition, not of a building or a way."""
    if is_size_of_work(sight):
        return True
    if is_description(sight):
        return False
    grown = deed_before(sight.folded, 0, sight.at)
    if grown is not None and "grow" in grown.kinds:
        return True
    return stands("measure_words.txt", sight.folded, sight.segment, sight.stop)


_SIZED = Pattern(r"(?<!\p{L})(?:dài(?: toàn tuyến)?|rộng|mặt cắt ngang|diện tích)(?: (?:là|khoảng|hơn|gần|trên))*\s*$")
_COSTS = Pattern(r"(?:[^;]*(?<!\p{L})tổng mức|,? (?:và |với )?tổng vốn) đầu tư(?!\p{L})[^;\d]{0,30}\d")


def is_size_of_work(sight: Sight) -> bool:
    """`cầu dài 215 m, rộng 28 m, tổng mức đầu tư 488 tỷ đồng`: a work is measured with what it costs."""
    if sight.quantity.unit is not Unit.MEASURE or _SIZED.search(sight.left(40)) is None:
        return False
    return _COSTS.match(sight.folded, sight.quantity.span.stop) is not None


def is_description(sight: Sight) -> bool:
    """`cách trung tâm 300 m`: the size of one plot or building, a way or a height."""
    if is_size_of_work(sight):
        return False
    distant = _DISTANT.search(sight.left(20)) is not None and not is_so_much_more(sight)
    if distant or _PLOT.search(sight.folded, sight.start, sight.stop):
        return True
    if sight.quantity.value < _LAND and _BUILDINGS.search(sight.folded, sight.segment, sight.stop):
        return True
    short = sight.quantity.unit_text in _SHORT
    return short and not _LINES.search(sight.folded, sight.segment, sight.stop)
