"""Bodies and offices filled: elected, re-elected, appointed, consulted, dismissed.

`Đại hội bầu Ban Chấp hành Đảng bộ xã gồm 15 đồng chí; ông Lê Văn An được bầu làm Bí thư Đảng ủy với 15/15 phiếu` fills a body and
an office. What is only on the agenda, planned, proposed or part of a biography fills none; `passing` knows what is told in
passing, `working` who heads the bodies of the meeting itself.
"""

from congressx.engine import Extractor, LinkContext, off_subject
from congressx.extractors.elections.link import link
from congressx.extractors.elections.record import ElectionRecord
from congressx.extractors.elections.rules import RULES
from congressx.patterns import Cues

_APPOINTS = Cues(
    ("bổ nhiệm", "miễn nhiệm", "phân công", "giữ chức", "chỉ định", "điều động", "luân chuyển", "chuẩn y", "phê chuẩn")
)


def _fills_nothing(context: LinkContext) -> str | None:
    """Why no body or office of ours is filled in the document, or None: state bodies appoint, too."""
    reason = off_subject(context, ", and of no appointment")
    appoints = (_APPOINTS.stand_in(sentence.folded) for sentence in context.document.sentences)
    return None if reason and any(appoints) else reason


EXTRACTOR = Extractor(
    "elections",
    RULES,
    {"elections": ElectionRecord},
    link,
    lookalike=r"bầu|trúng cử|đắc cử|tái cử|chỉ định|bổ nhiệm|chuẩn y|phân công|hiệp thương|miễn nhiệm|giữ chức",
    sets_aside=_fills_nothing,
)
