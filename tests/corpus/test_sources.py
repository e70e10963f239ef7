"""From what the user names to sources: folders, links, pipes, odd names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from congressx.corpus import Article, find_sources, read_article, read_articles
from congressx.errors import InputError

TEXT = "Đại hội Đảng bộ xã Minh Hà lần thứ XXIV"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b/two.txt", "a.txt", "b/c/three.TXT", "b/note.json", ".hidden.txt", "b/c/~$four.docx"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{TEXT} {name}", encoding="utf-8")
    return tmp_path


def _below(tree: Path, sources: list[str]) -> list[str]:
    return [Path(source).relative_to(tree).as_posix() for source in sources]


def test_folders_are_read_whole_and_sorted(tree: Path) -> None:
    finding = find_sources([tree])
    assert _below(tree, finding.sources) == ["a.txt", "b/c/three.TXT", "b/two.txt"]
    assert finding.left_aside == {".json": 1, ".txt": 1, ".docx": 1}


@pytest.mark.parametrize(
    "name",
    [f"a{s}" for s in (".txt", ".html", ".htm", ".pdf", ".docx", ".jsonl", ".ndjson", ".csv", ".parquet")]
    + [f"a{s}.gz" for s in (".txt", ".html", ".htm", ".jsonl", ".ndjson", ".csv")],
)
def test_every_format_is_taken_from_folders(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert _below(tmp_path, find_sources([tmp_path]).sources) == [name]


@pytest.mark.parametrize("name", ["a.pdf.gz", "a.doc", "a.gz", "readme", "a.parquet.gz", "a.tar.gz"])
def test_other_files_are_left_aside(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x")
    finding = find_sources([tmp_path])
    assert (finding.sources, [error.reason for _, error in finding.problems]) == ([], ["nothing"])
    assert finding.left_aside.total() == 1


def test_the_same_file_named_twice_is_read_once(tree: Path) -> None:
    finding = find_sources([tree / "a.txt", str(tree / "*.txt"), tree])
    assert len(finding.sources) == 3


def test_an_article_id_survives_a_move_and_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TEXT, encoding="utf-8-sig")
    assert read_article(str(tmp_path / "one.txt")).article_id == read_article(str(tmp_path / "two.txt")).article_id
    assert Article("x", "Đại hội").article_id != Article("x", "Hội nghị").article_id


def test_linked_folders_are_read_and_loops_are_told(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "five.txt").write_text(TEXT, encoding="utf-8")
    (tree / "a-link").symlink_to(other)
    (tree / "b" / "c" / "up").symlink_to(tree)
    (other / "self").symlink_to(other)
    finding = find_sources([tree])
    assert _below(tree, finding.sources) == ["a-link/five.txt", "a.txt", "b/c/three.TXT", "b/two.txt"]
    assert [error.reason for _, error in finding.problems] == ["link", "link"]


def test_a_folder_is_read_under_its_own_name_before_that_of_a_link(tree: Path) -> None:
    (tree / "a-link").symlink_to(tree / "b")
    finding = find_sources([tree])
    assert _below(tree, finding.sources) == ["a.txt", "b/c/three.TXT", "b/two.txt"]
    assert "a-link: a link to" in str(finding.problems[0][1])


def test_pipes_and_dangling_links_are_told_and_nothing_waits(tree: Path) -> None:
    os.mkfifo(tree / "pipe.txt")
    (tree / "gone.txt").symlink_to(tree / "nowhere.txt")
    (tree / "round.txt").symlink_to(tree / "round.txt")
    finding = find_sources([tree, tree / "pipe.txt"])
    told = {(Path(name).name, error.reason) for name, error in finding.problems}
    assert told == {("pipe.txt", "unreadable"), ("gone.txt", "missing"), ("round.txt", "unreadable")}
    assert len(finding.sources) == 3
    assert next(str(error) for error in read_articles(str(tree / "pipe.txt"))).endswith("name a file")


def test_odd_names_are_read_and_can_be_printed_and_stored(tmp_path: Path) -> None:
    for name in ("hai\ndòng.txt", os.fsdecode(b"byte-\xff.txt"), "dấu cách#7.txt", "[x]*.txt"):
        (tmp_path / name).write_text(f"{TEXT} {len(name)}", encoding="utf-8")
    (tmp_path / os.fsdecode(b"bad-\xff\n.txt")).write_bytes(b"")
    sources = find_sources([tmp_path]).sources
    assert len(sources) == 5
    for source in sources:
        for found in read_articles(source):
            told = found.source if isinstance(found, Article) else str(found)
            assert "\n" not in told
            assert told.encode("utf-8")
    assert find_sources([tmp_path / "[x]*.txt"]).sources == [str(tmp_path / "[x]*.txt")]


def test_standard_input_is_a_source() -> None:
    assert find_sources(["-"]).sources == ["-"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("page.html", b"<p>\xc4\x90\xe1\xba\xa1i h\xe1\xbb\x99i</p>", "no_article"),
        ("gone.txt", None, "missing"),
        ("nothing.txt", b"", "empty"),
        ("nothing.pdf", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, content: bytes | None, reason: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=name) as caught:
        read_article(str(tmp_path / name))
    assert caught.value.reason == reason


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", denied)
    [error] = read_articles(str(tmp_path / "a.txt"))
    assert isinstance(error, InputError)
    assert error.reason == "unreadable"
