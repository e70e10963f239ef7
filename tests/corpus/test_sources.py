"""From names to files, and from files to articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from congressx.corpus import Article, find_sources, read_article
from congressx.errors import InputError


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b/two.txt", "a.txt", "b/c/three.TXT", "b/note.json", ".hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Đại hội {name}", encoding="utf-8")
    return tmp_path


def test_folders_are_read_whole_and_sorted(tree: Path) -> None:
    finding = find_sources([tree])
    assert [Path(s).relative_to(tree).as_posix() for s in finding.sources] == ["a.txt", "b/c/three.TXT", "b/two.txt"]
    assert finding.left_aside == {".json": 1, ".txt": 1}


def test_the_same_file_named_twice_is_read_once(tree: Path) -> None:
    finding = find_sources([tree / "a.txt", str(tree / "*.txt"), tree])
    assert len(finding.sources) == 3


def test_an_article_id_survives_a_move_and_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Đại hội Chi bộ", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Đại hội Chi bộ", encoding="utf-8-sig")
    assert read_article(str(tmp_path / "one.txt")).article_id == read_article(str(tmp_path / "two.txt")).article_id
    assert Article("x", "Đại hội").article_id != Article("x", "Hội nghị").article_id


@pytest.mark.parametrize(("name", "reason"), [("page.html", "format"), ("gone.txt", "unreadable")])
def test_what_cannot_be_read_says_why(name: str, reason: str, tmp_path: Path) -> None:
    if name.endswith("html"):
        (tmp_path / name).write_text("<p>Đại hội</p>", encoding="utf-8")
    with pytest.raises(InputError, match=name) as caught:
        read_article(str(tmp_path / name))
    assert caught.value.reason == reason
