"""The loop: order of rules, order of kinds, doubts."""

from __future__ import annotations

import pytest

from congressx.document import body_document
from congressx.engine import Doubt, Draft, Extractor, FactRecord, Reading, Rule, in_order, run

SHORT = Rule("toy.short", r"(?P<n>\d+)", lambda r: Draft({"n": r.words("n")}))
LONG = Rule("toy.long", r"(?P<n>\d+) đảng viên", lambda r: Draft({"n": r.words()}))


def extractor(kind: str, *rules: Rule, needs: tuple[str, ...] = ()) -> Extractor:
    return Extractor(kind, rules, {kind: FactRecord}, needs=needs)


def test_an_earlier_rule_keeps_its_words() -> None:
    result = run(body_document("Có 55 đảng viên, 12 khách."), [extractor("toy", LONG, SHORT)])
    assert [(m.rule, m.value["n"]) for m in result.mentions] == [("toy.long", "55 đảng viên"), ("toy.short", "12")]


def test_a_rule_without_its_cue_is_not_tried() -> None:
    seen: list[str] = []

    def build(reading: Reading) -> None:
        seen.append(reading.words())

    rule = Rule("toy.cued", r"\d+", build, cues=("đảng viên",))
    run(body_document("Có 55 đảng viên.\nCó 12 khách mời đến dự."), [extractor("toy", rule)])
    assert seen == ["55"]


def test_a_doubt_is_a_rejection_and_keeps_its_words() -> None:
    unsure = Rule("toy.unsure", r"\d+", lambda r: Doubt("two readings"))
    result = run(body_document("Có 55 người."), [extractor("toy", unsure, SHORT)])
    assert result.mentions == []
    assert [(r.rule, r.reason, r.detail) for r in result.rejections] == [("toy.unsure", "two_readings", "two readings")]


def test_kinds_run_after_those_they_need() -> None:
    kinds = [extractor("a", needs=("c",)), extractor("b"), extractor("c")]
    order = [e.kind for e in in_order(kinds)]
    assert order.index("c") < order.index("a")
    assert order == [e.kind for e in in_order(reversed(kinds))]


def test_circles_and_missing_kinds_are_named() -> None:
    with pytest.raises(ValueError, match="in a circle"):
        in_order([extractor("a", needs=("b",)), extractor("b", needs=("a",))])
    with pytest.raises(ValueError, match="a needs z"):
        in_order([extractor("a", needs=("z",))])


def test_offsets_are_the_documents() -> None:
    document = body_document("Khai mạc.\nCó 55 đảng viên.")
    (mention,) = run(document, [extractor("toy", LONG)]).mentions
    assert document.quote(mention.span) == "55 đảng viên"
