"""Whether a clause tells of something done: not planned, proposed, denied, or said of those in office."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from congressx.patterns import Pattern
from congressx.span import Span
from congressx.vietnamese.gazetteers import rows
from congressx.vietnamese.phrases import alternation
from congressx.vietnamese.places import AFTER_CAN
from congressx.vietnamese.spelling import phrase

_PLACES = Pattern(phrase(rf"(?<!\p{{L}})(?:cần (?:{AFTER_CAN})|ngô quyền|vĩnh quyền)(?!\p{{L}})"))
"""Places whose names hold a word that would deny an act."""

_IN_FRONT = Pattern(
    phrase(r"(?<!\p{L})trước(?= (?:toàn thể|hội trường|đại hội|hội nghị|các đại biểu|cử tri|quốc hội)(?!\p{L}))")
)
"""`được đọc trước toàn thể hội trường`: before whom, not when."""


def blanked(folded: str, names: Iterable[Span]) -> str:
    """The folded words at equal length with every letter of a name, of such a place or of such a `trước` as `x`.

    >>> blanked("hđnd tp cần thơ bầu ông lê quyền", [Span(24, 32)])
    'hđnd tp xxx xxx bầu ông xx xxxxx'
    """
    misread = (Span(*match.span()) for words in (_PLACES, _IN_FRONT) for match in words.finditer(folded))
    for span in [*names, *misread]:
        hidden = "".join("x" if letter.isalpha() else letter for letter in span.of(folded))
        folded = folded[: span.start] + hidden + folded[span.stop :]
    return folded


@cache
def signs(of: str) -> str:
    """Pattern source of the words that are a sign of `of`, as whole words."""
    return rf"(?<!\p{{L}})(?:{alternation(words for words, says in rows('signs.tsv', __package__) if says == of)})(?!\p{{L}})"


_FUTURE = (Pattern(signs("future")), Pattern(phrase(r"(?<!\p{L})(?:đã|vừa|kết quả)(?!\p{L})")))
_PAPER = (
    Pattern(signs("paper")),
    Pattern(phrase(r"(?<!\p{L})(?:đã|vừa|kết quả|tiến hành|và|cũng|lý do)(?!\p{L})")),
)
"""What makes an act a plan, and what after it makes it done after all: `theo đề án, đại hội đã bầu`; a reason is a fact."""
_DENIED = Pattern(
    phrase(
        r"(?<!\p{L})(?:không|chưa|chẳng|phải|cần|nên|xin|cho phép|quyền|bị hoãn|không được|do(?! (?:đã |vừa |mới )?được(?!\p{L})))"
        r"(?!\p{L})[^,;]{0,14}$"
    )
)
_AIM = Pattern(
    phrase(
        r"(?<!\p{L})(?:để|nhằm)(?!\p{L})(?:\s*| tiếp tục "
        r"| (?:được|hđnd|quốc hội|hội đồng|đại hội|hội nghị|kỳ họp|trung ương|cử tri|ban chấp hành|bch|tập thể)[^,;]{0,50})$"
    )
)
"""`giới thiệu ông A để HĐND bầu`."""
_WHETHER = Pattern(
    phrase(r"[^,;.]{0,80}(?:hay không|hay chưa|(?<!\p{L})suốt (?:\p{L}+|\d+) (?:nhiệm kỳ|khóa|năm)(?!\p{L}))")
)
"""`bầu hay không`; `được tín nhiệm ở cương vị này suốt ba nhiệm kỳ`: years in an office."""
BY_WHOM = r"(?:(?:đã|vừa|mới|cũng|đều) )*(?:do|được) (?:(?!không|chưa|sẽ)\p{L}+ ){0,6}"
"""Pattern source of who stands between what is filled and its verb: `Ban Chấp hành |vừa được đại hội| bầu`."""
_NO_NEWS = Pattern(signs("old"))
_IN_OFFICE = Pattern(signs("present"))
_NOT_TAKEN = Pattern(phrase(r"(?<!\p{L})(?:không|chưa|sẽ|đang|hiện|từng|vẫn|thể)(?!\p{L})[^,;]{0,8}$"))
_TO_BECOME = Pattern(r"để\s*$")


_ADOPTED = Pattern(
    phrase(
        r"(?<!\p{L})(?:đã|cũng|nhất trí|biểu quyết|thống nhất)(?!\p{L})[^,;.]{0,40}thông qua"
        r"(?:,? (?:và|các|những|toàn văn|dự thảo|tờ trình|nghị quyết|về việc|việc|về))*\s*$"
    )
)
"""What is adopted is done: `đã biểu quyết thông qua tờ trình về việc miễn nhiệm`."""
_ADOPTS = Pattern(
    phrase(
        r"^(?P<before>.*(?:^|[;:,]|kỳ họp|phiên họp|hội nghị|đại hội|hđnd|hội đồng nhân dân|đại biểu)\W*)thông qua"
        r"(?:,? (?:và|các|những|toàn văn|dự thảo|tờ trình|nghị quyết|về việc|việc|về))*\s*$"
    )
)
_TO_WEIGH = Pattern(
    phrase(
        r"(?<!\p{L})(?:xem xét|thảo luận|cho ý kiến|trình|chuẩn bị|nội dung|để|nhằm|chương trình|thường trực|thường vụ)(?!\p{L})[^;:.]*$"
    )
)
"""`xem xét, thông qua tờ trình`: still on the agenda."""
_VOTED = Pattern(
    phrase(
        r"(?<!\p{L})(?:đã|cũng|kỳ họp|hội nghị)(?: đã)? biểu quyết[^,;.]{0,60}?(?:phương án|tờ trình|đề nghị|đề xuất)"
        r"(?:,? (?:về|việc))*\s*$"
    )
)
"""`đã biểu quyết tán thành phương án |phân công|`: voted on and done."""


_WEIGHED = Pattern(
    phrase(
        r"(?<!\p{L})đã (?:\p{L}+ ){0,3}xem xét,?(?: và)?(?: quyết định| thống nhất)?(?: biện pháp)?(?: thi hành)? kỷ luật"
        r"(?![^;.]*(?<!\p{L})đề nghị(?!\p{L}))"
    )
)
"""`đã tiến hành xem xét, thi hành kỷ luật ông A bằng hình thức cách chức`: weighed and done."""


_SITS = (
    r"(?:kỳ họp|phiên họp|hđnd|hội đồng nhân dân|(?:các )?(?:đại biểu|đb))"
    r"(?: (?!(?:sẽ|cần|nên|xem|phải|chuẩn|dự)(?!\p{L}))[\p{L}\d]+){0,4}?"
)
_AGREES = r"(?: (?:đã|nhất trí|đồng ý|thống nhất|tiến hành|biểu quyết|bỏ phiếu|thông qua|quyết nghị|việc)[\s,]*)*"
_HEARD = Pattern(
    phrase(
        rf"(?<!\p{{L}})(?:(?:sau khi|qua) (?:nghe|xem xét|nghiên cứu|thảo luận)|theo|trên cơ sở|xét|căn cứ)(?!\p{{L}})[^;:]{{0,40}}tờ trình"
        rf"[^;:]{{0,80}}, {_SITS}{_AGREES}\s*$"
    )
)
"""`Theo tờ trình của UBND xã, kỳ họp |bầu|`: the council decides on the proposal."""


def is_planned(before: str) -> bool:
    """Whether what follows the folded words `before` is planned or only proposed.

    >>> [is_planned(words) for words in ("đại hội sẽ ", "theo tờ trình, hội nghị ", "sẽ tổ chức nếu, nay đã ")]
    [True, True, False]
    >>> is_planned("đã thông qua tờ trình về việc "), is_planned("sẽ xem xét, thông qua tờ trình về việc ")
    (False, True)
    >>> is_planned("theo tờ trình của ubnd xã, kỳ họp "), is_planned("theo tờ trình của ubnd xã, kỳ họp sẽ ")
    (False, True)
    """
    if any(decided.search(before) for decided in (_ADOPTED, _WEIGHED, _HEARD, _VOTED)):
        return False
    if (adopts := _ADOPTS.match(before)) and not _TO_WEIGH.search(adopts["before"]):
        before = adopts["before"]
    return _is_open(_FUTURE, before) or _is_open(_PAPER, before)


def is_to_come(before: str) -> bool:
    """Whether the folded words `before` speak of what is still to come, whatever papers they name.

    >>> is_to_come("đại hội sẽ "), is_to_come("đã thông qua đề án nhân sự ")
    (True, False)
    """
    return _is_open(_FUTURE, before)


def _is_open(plan: tuple[Pattern, Pattern], before: str) -> bool:
    """Whether the last word of a plan has none behind it that says it was done."""
    words, done = plan
    found = list(words.finditer(before))
    return bool(found) and not done.search(before, found[-1].end())


def is_done(before: str, after: str, *, aimed: bool) -> bool:
    """Whether an act between `before` and `after` took place; `aimed` acts may stand behind `để`.

    >>> is_done("hđnd tỉnh đã ", " ông a", aimed=False), is_done("giới thiệu ông a để hđnd ", " làm", aimed=False)
    (True, False)
    """
    if is_planned(before) or _DENIED.search(before) or _WHETHER.match(after):
        return False
    return aimed or _AIM.search(before) is None


def is_news(words: str) -> bool:
    """Whether nothing in the folded words says that a body is an old or a planned one."""
    return not is_planned(words) and not _NO_NEWS.search(words)


def is_of_those_in_office(before: str) -> bool:
    """Whether `before` leads to an office somebody holds or held: `dưới thời ông A làm Bí thư`."""
    return bool(_IN_OFFICE.search(before)) or is_planned(before)


def is_not_taken(before: str, link: str) -> bool:
    """Whether the link behind `before` takes no office: `đang giữ chức`, `không đủ phiếu để trở thành`.

    >>> is_not_taken("ông a đang ", "giữ chức"), is_not_taken("thôi chức cũ để ", "giữ chức")
    (True, False)
    """
    if link == "trở thành" and _TO_BECOME.search(before):
        return True
    return bool(_NOT_TAKEN.search(before[-24:]))
