"""The timer behind the bound."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Sequence

import pytest
import regex

from congressx.corpus import Article
from congressx.document import Document
from congressx.engine import Extractor
from congressx.engine.bounds import OverrunError, bounded
from congressx.pipeline import rows

SHORT = 0.1
TEXT = "Sáng 12/6, Đảng bộ Sở Y tế tổ chức Đại hội với 55 đảng viên về dự."


def test_a_pattern_is_stopped_while_it_matches() -> None:
    with pytest.raises(OverrunError), bounded(SHORT):
        regex.search(r"(?:a|aa|aaa)+$", "a" * 60 + "c")


def test_what_ends_in_time_is_not_stopped_later() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with bounded(SHORT):
        pass
    until = time.process_time() + 2 * SHORT
    while time.process_time() < until:
        pass
    assert signal.getsignal(signal.SIGVTALRM) is before


def test_waiting_takes_no_time() -> None:
    with bounded(SHORT):
        time.sleep(2 * SHORT)


def test_other_threads_are_not_bounded() -> None:
    ended = []

    def work() -> None:
        with bounded(SHORT):
            until = time.thread_time() + 2 * SHORT
            while time.thread_time() < until:
                pass
        ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended == [True]


def _for_ever(*_: object) -> Document:
    while True:
        pass


@pytest.mark.parametrize("station", ["read_document", "read_facts"])
def test_an_article_that_overruns_is_told_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch, station: str
) -> None:
    articles = [Article("bad.txt", f"{TEXT} Bế mạc."), Article("good.txt", TEXT)]
    extractors: Sequence[Extractor] = ()
    plain = getattr(rows, station)

    def slow(article: Article | Document, *rest: object) -> object:
        if article.source == "bad.txt":
            with bounded(SHORT):
                _for_ever()
        return plain(article, *rest)

    monkeypatch.setattr(rows, station, slow)
    found, problems = rows.extract_batch(articles, extractors)
    assert [row.source for row in found["articles"]] == ["good.txt"]  # type: ignore[attr-defined]
    ((source, error),) = problems
    assert (source, error.reason) == ("bad.txt", "overrun")
    assert str(error).startswith("bad.txt: ")


def test_the_document_station_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "ARTICLE_LIMIT", SHORT)
    monkeypatch.setattr(rows, "read_document", _for_ever)
    _, problems = rows.extract_batch([Article("bad.txt", TEXT)], ())
    assert [error.reason for _, error in problems] == ["overrun"]
