"""The loop: order of rules, order of kinds, doubts."""

from __future__ import annotations

import sys

import pytest

from congressx.document import body_document
from congressx.engine import (
    Doubt,
    Draft,
    Extractor,
    FactRecord,
    LinkContext,
    Mention,
    Reading,
    Rejection,
    Rule,
    in_order,
    run,
)

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


RUNAWAY = Rule("toy.runaway", r"(?:a?a?)+(?:a|aa)+$x|(?:a+)+b", lambda r: None)


def test_a_runaway_pattern_costs_its_sentence_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["congressx.engine.run"], "LIMIT", 0.2)
    document = body_document("Có 12 khách mời đến dự.\nCó 55 đảng viên " + "a" * 60 + "c.\nCó 7 chi bộ.")
    result = run(document, [extractor("toy", SHORT, RUNAWAY)])
    assert [m.value["n"] for m in result.mentions] == ["12", "55", "7"], "what other rules found is kept"
    (rejection,) = result.rejections
    assert (rejection.rule, rejection.reason) == ("toy.runaway", "overrun")
    assert "55 đảng viên" in document.quote(rejection.span)


def test_a_runaway_link_costs_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["congressx.engine.run"], "LIMIT", 0.2)

    def forever(_: LinkContext) -> list[Mention | Rejection]:
        while True:
            pass

    kinds = [Extractor("toy", (SHORT,), {"toy": FactRecord}, link=forever), extractor("other", SHORT)]
    result = run(body_document("Có 55 đảng viên đến dự."), kinds)
    assert [m.kind for m in result.mentions] == ["other"]
    assert [(r.rule, r.reason) for r in result.rejections] == [("toy.link", "overrun")]


def test_a_kind_that_used_up_the_articles_time_leaves_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["congressx.engine.run"], "ARTICLE_LIMIT", -1.0)
    document = body_document("Có 12 khách mời đến dự.\nCó 55 đảng viên.")
    result = run(document, [extractor("toy", SHORT)])
    assert result.mentions == []
    assert [(r.rule, r.reason) for r in result.rejections] == [("toy.rules", "overrun")]
    assert document.quote(result.rejections[0].span) == document.text


def test_a_kind_that_sets_the_document_aside_is_not_read_and_says_why() -> None:
    def without_toys(context: LinkContext) -> str | None:
        return None if context.neighbours["toy"] else "no toys"

    other = Extractor(
        "other", (SHORT,), {"other": FactRecord}, needs=("toy",), lookalike=r"\d+", sets_aside=without_toys
    )
    told = run(body_document("Có 55 đảng viên."), [extractor("toy", LONG), other])
    assert [m.kind for m in told.mentions] == ["toy", "other"]
    assert told.rejections == []
    document = body_document("Có 12 khách.")
    silent = run(document, [extractor("toy", LONG), other])
    assert silent.mentions == []
    (rejection,) = silent.rejections
    assert (rejection.kind, rejection.reason, rejection.detail) == ("other", "other_subject", "no toys")
    assert document.quote(rejection.span) == "12"


def test_a_look_that_takes_too_long_sets_nothing_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["congressx.engine.run"], "LIMIT", 0.2)

    def forever(_: LinkContext) -> str | None:
        while True:
            pass

    kind = Extractor("toy", (SHORT,), {"toy": FactRecord}, lookalike=r"\d+", sets_aside=forever)
    result = run(body_document("Có 55 đảng viên."), [kind])
    assert [m.value["n"] for m in result.mentions] == ["55"]
