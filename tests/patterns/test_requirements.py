"""What patterns require, by hand, and that nothing they match is ever without it."""

from __future__ import annotations

import pytest
import regex

from congressx.patterns.requirements import requirements
from congressx.patterns.spellings import EDGE, GAP, is_alien, solid, spaced, spaced_folded, spelled

NONE: tuple[frozenset[str], ...] = ()


def _any_of(*literals: str) -> tuple[frozenset[str], ...]:
    return (frozenset(literals),)


@pytest.mark.parametrize(
    ("pattern", "clauses"),
    [
        ("đại hội", _any_of("đại hội")),
        (r"đại\s+hội", _any_of("đại hội")),
        (r"đại\s*hội", _any_of(f"đại{GAP}hội")),
        ("đại hội|hội nghị", _any_of("đại hội", "hội nghị")),
        ("hội|đại hội", _any_of("hội")),
        ("b[ầâ]u cử", _any_of("bầu cử", "bâu cử")),
        (r"\d+ người", _any_of("0 người")),
        (r"\d{1,3}(?:\.\d{3})* người", _any_of("0") + _any_of(" người")),
        ("(?:đã )?họp", _any_of("họp")),
        ("(?:đã )*họp", _any_of("họp")),
        ("(?:bầu .*)+ra", _any_of("bầu ") + _any_of("ra")),
        (r"(?<!\p{L})dự(?!\w)", _any_of(f"{EDGE}dự{EDGE}")),
        (r"(?<![\p{L}\d])dự", _any_of(f"{EDGE}dự")),
        (r"(?<![a-z])dự", _any_of("dự")),
        (r"(?<!không )dự", _any_of("dự")),
        (r"(?<!(?:x|\w|y)z)dự", _any_of("dự")),
        (r"\bdự\b", _any_of(f"{EDGE}dự{EDGE}")),
        (r"\W+họp báo", _any_of(f"{EDGE}họp báo")),
        (r"tổng (?=bí thư)", _any_of("bí thư") + _any_of("tổng ")),
        (r"tổng (?!bí thư)", _any_of("tổng ")),
        (r"(?P<a>bầu)(?P=a)?", _any_of("bầu")),
        (r"(?i:ĐẠI HỘI)", _any_of("ĐẠI HỘI")),
        ("(?>đại hội)++", _any_of("đại hội")),
        (r"[^,]{0,40}phiếu", _any_of("phiếu")),
        (r"\p{Lu}\w+", NONE),
        ("đại hội|", NONE),
        ("(?:đại hội)?", NONE),
        (r"đại hội|\w+", NONE),
        (".*", NONE),
        ("(?V1)đại hội", NONE),
        ("(?:đại hội){e<=1}", NONE),
        (r"(a)?(?(1)b|c)", NONE),
        ("ſ", NONE),
    ],
)  # fmt: skip
def test_clauses(pattern: str, clauses: tuple[frozenset[str], ...]) -> None:
    assert set(requirements(pattern)) == set(clauses)


def test_a_verbose_pattern_is_read_without_its_layout() -> None:
    assert requirements("đại \n hội  # ở huyện", regex.VERBOSE) == _any_of("đạihội")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"đồng\s*chí", "các đồngchí"),
        (r"đồng\s*chí", "các đồng\n chí"),
        (r"\d\s*%", "đạt 100 %"),
        (r"\d\s*%", "đạt 100%"),
        (r"\d\s*\d", "năm 20"),
        (r"\d\s*\d", "quý 2 0"),
        (r"\d(?!\p{L})\d", "năm 2020"),
        (r"\d\s*(?!\p{L})\s*\d", "từ 5 6"),
        (r"(?<!\p{L})\d", "a12"),
        (r"(?<!\p{L})dự", "dự"),
        (r"(?<!\p{L})dự(?!\p{L})", "(dự)"),
        (r"dự$", "tham dự"),
        (r"đ\s?/\s?c", "đ/c"),
        (r"đ\s?/\s?c", "đ / c"),
        (r"(?i)BÍ THƯ", "Bí thư"),
        (r"^\W*ban:\s*", "- ban:"),
        (r"5-\d", "5-6"),
        (r"xã\s+\d+", "xã  12"),
        (r"hội,\s*đoàn", "hội,đoàn"),
        (r"[,;]\s*(?:và )?ông", "; ông"),
        (r"ä(?<!x)ö", "äö"),
    ],
)
def test_what_matches_has_what_is_required(pattern: str, text: str) -> None:
    match = regex.search(pattern, text)
    assert match is not None
    spacing = spaced_folded(text.lower())
    for clause in requirements(pattern):
        spellings = [spelled(literal) for literal in clause]
        assert any(text in (solid(spacing) if is_solid else spacing) for text, is_solid in spellings)


def test_spellings_of_a_piece_stand_in_those_of_the_whole() -> None:
    whole = "Sáng 28/5, đ/c Trần Văn Lúa (Bí thư) dự đại hội: 100% phiếu, 3.450 đảng viên"
    for start in range(len(whole)):
        for stop in range(start + 1, len(whole) + 1):
            piece = whole[start:stop]
            if piece[0].isdigit() or piece[-1].isdigit():
                continue  # literals begin and end with figures as runs do
            assert spaced(piece) in spaced_folded(whole.lower())
            assert solid(spaced(piece)) in solid(spaced_folded(whole.lower()))


@pytest.mark.parametrize(("text", "alien"), [("Ủy ban “nhân dân” – 5%", False), ("ſ", True), ("İ", True), ("Ａ", True)])
def test_letters_with_other_capitals_are_not_judged(text: str, alien: bool) -> None:
    assert is_alien(text) is alien
