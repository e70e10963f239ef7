"""What a file is, is told from its content before its name."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from congressx.corpus import Article, Reading, content_hash, read_article, read_articles
from congressx.corpus.formats import Format, format_of
from congressx.errors import InputError

TEXT = "Đại hội Đảng bộ xã Minh Hà lần thứ XXIV, nhiệm kỳ 2020 - 2025"


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (TEXT.encode(), "a.txt", Format.TEXT),
        (TEXT.encode(), "a.html", Format.TEXT),
        (TEXT.encode(), "a", Format.TEXT),
        (b"<!DOCTYPE html>\n<html>", "a.txt", Format.HTML),
        (b"\xef\xbb\xbf<!-- saved --><html>", "a.txt", Format.HTML),
        ("<html><p>x".encode("utf-16"), "a.txt", Format.HTML),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "a", Format.HTML),
        (b"Tin <b>m\xe1\xbb\x9bi</b>", "a.htm", Format.HTML),
        (b"<5% h\xe1\xbb\x99 ngh\xc3\xa8o", "a.txt", Format.TEXT),
        (b"%PDF-1.7\n", "a.txt", Format.PDF),
        (b"\r\n%PDF-1.4\n", "a", Format.PDF),
        (b"PAR1\x15\x04", "a.csv", Format.PARQUET),
        (b"PK\x03\x04", "a.txt", Format.DOCX),
        (b'{"text": "x"}\n{"text": "y"}', "a.txt", Format.JSONL),
        (b"kh\xc3\xb4ng", "a.jsonl", Format.JSONL),
        (b"id,title,text\n1,a,b", "-", Format.CSV),
        (b"mot,hai", "a.csv", Format.CSV),
        (b"<html>", "a.csv", Format.HTML),
    ],
)
def test_the_format_is_told_by_the_content(head: bytes, name: str, expected: Format) -> None:
    assert format_of(head, name) is expected


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "format"),
        (b"{\\rtf1", "format"),
        (b"\x89PNG\r\n", "format"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", "format"),
        (b'[\n  {"text": "x"}', "format"),
    ],
)
def test_formats_that_are_not_read_are_named(head: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=r"\Aa\.txt: ") as caught:
        format_of(head, "a.txt")
    assert caught.value.reason == reason


def _error(path: Path, reading: Reading | None = None) -> InputError:
    [error] = read_articles(str(path), reading or Reading())
    assert isinstance(error, InputError)
    assert str(error).startswith(f"{path}: ")
    return error


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt", "a"])
def test_compressed_text_is_read_like_the_text(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(gzip.compress(TEXT.encode()))
    assert read_article(str(tmp_path / name)).text == TEXT


@pytest.mark.parametrize(
    "content",
    [b"\x1f\x8b\x08\x00", gzip.compress(TEXT.encode(), mtime=0)[:-12], b"\x1f\x8b" + bytes(50)],
    ids=["header", "cut", "zeros"],
)
def test_a_damaged_archive_is_told(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(content)
    assert _error(tmp_path / "a.txt.gz").reason == "damaged"


def test_standard_input_is_read_in_any_format(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, sources in ((TEXT.encode(), ["-"]), (b"id,text\n1,Hai \xc4\x91\xe1\xba\xa3ng vi\xc3\xaan\n", ["-#1"])):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
        found = list(read_articles("-"))
        assert [article.source for article in found if isinstance(article, Article)] == sources


def test_what_is_too_large_names_the_setting(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode() * 10)
    for reading, setting in (
        (Reading(max_bytes=100), "--max-bytes"),
        (Reading(max_characters=100), "--max-characters"),
    ):
        error = _error(path, reading)
        assert error.reason == "limit"
        assert setting in str(error)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(bytes(2_000_000)))
    assert "--max-unpacked-bytes" in str(_error(tmp_path / "a.txt.gz", Reading(max_unpacked_bytes=1_000_000)))
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(2_000_000))
    assert "--max-unpacked-bytes" in str(_error(tmp_path / "a.docx", Reading(max_unpacked_bytes=1_000_000)))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"{}\n" * 1_000_000))
    *_, last = read_articles(str(tmp_path / "a.jsonl.gz"), Reading(max_dataset_bytes=1_000_000))
    assert "--max-dataset-bytes" in str(last)


def test_a_file_that_changes_is_read_again_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    states = iter([(1,), (2,), (3,), (3,)])
    monkeypatch.setattr("congressx.corpus.reading.state_of", lambda source: next(states))
    assert read_article(str(path)).text == TEXT
    states = iter([(1,), (2,), (3,), (4,)])
    assert _error(path).reason == "changed"


def test_the_hash_is_of_the_bytes_on_disk(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    assert content_hash(str(tmp_path / "a.txt")).startswith("2d711642b726b044")
    with pytest.raises(InputError):
        content_hash(str(tmp_path / "b.txt"))
