"""What is compared: each subject reads a file of JSONL articles in a process of its own and says how long its parts took.

`python benchmarks/subjects.py NAME articles.jsonl` prints one line of JSON. Loading of models and code is counted apart; what follows
begins with empty caches. Times are processor seconds.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Texts = list[str]
Stations = dict[str, float]
HEADS = (
    "Đại hội Đảng bộ xã Kim Sơn", "Hội nghị tổng kết năm của huyện Vĩnh Thanh", "Trường Tiểu học Bình Minh khai giảng",
    "Giá lúa ở đồng bằng tăng trở lại",
)  # fmt: skip
SENTENCES = (
    "Ngày {d}/{m}/2020, Đảng bộ xã Kim Sơn tổ chức Đại hội lần thứ {n}, nhiệm kỳ 2020-2025, với {a}/{b} đại biểu về dự.",
    "Đồng chí Lê Văn Bình, Bí thư Đảng ủy xã, chủ trì đại hội và trình bày báo cáo chính trị.",
    "Tỷ lệ hộ nghèo giảm còn {n},{d} %, thu nhập bình quân đạt {a} triệu đồng một người một năm.",
    "Sản lượng lương thực đạt {b}.{a} tấn, vượt {d} % so với kế hoạch đề ra từ đầu năm.",
    "Trời mưa to từ sáng nên nhiều gia đình phải phơi lúa trong nhà và chờ nắng lên vào buổi chiều.",
    "Người dân trong xóm góp tiền sửa lại con đường nhỏ chạy dọc bờ sông để học sinh đi học an toàn hơn.",
    "Ông Trần Minh cho biết cửa hàng của gia đình mở cửa lúc {d} giờ và bán đến chiều tối mới nghỉ.",
)


def generated(megabytes: float) -> Iterator[str]:
    """Articles made up, the same ones every time."""
    size, number = 0.0, 0
    while size < megabytes * 1e6:
        number += 1
        values = {
            "d": number % 27 + 1,
            "m": number % 12 + 1,
            "n": number % 23 + 2,
            "a": number % 90 + 10,
            "b": number % 90 + 100,
        }
        body = [SENTENCES[(number * step + step) % len(SENTENCES)].format(**values) for step in range(1, 24)]
        text = f"{HEADS[number % len(HEADS)]}, số {number}\n\n" + "\n\n".join(
            " ".join(body[i : i + 4]) for i in range(0, 23, 4)
        )
        size += len(text.encode())
        yield text


def texts_of(path: Path) -> Texts:
    """The texts of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


@contextmanager
def counted(stations: Stations, name: str) -> Iterator[None]:
    """Adds the processor time of the block to a station."""
    begun = time.process_time()
    try:
        yield
    finally:
        stations[name] = stations.get(name, 0.0) + time.process_time() - begun


def timed(stations: Stations, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
    """The function, its time added to a station."""

    def counting(*arguments: Any, **named: Any) -> Any:
        with counted(stations, name):
            return work(*arguments, **named)

    return counting


def ours(path: Path) -> Callable[[Stations], None]:
    """The command's own way from a file to tables."""
    from congressx.document.words import door
    from congressx.patterns import Pattern
    from congressx.pipeline import extract, extract_to
    from congressx.pipeline.facts import chosen_extractors

    chosen_extractors()
    door.load()
    for pattern in [thing for thing in gc.get_objects() if isinstance(thing, Pattern)]:
        pattern.compiled  # noqa: B018 — patterns are compiled when they are first used; here that is loading
    with tempfile.TemporaryDirectory() as place:
        some = Path(place, "some.jsonl")
        some.write_text("".join(json.dumps({"text": text}) + "\n" for text in generated(0.05)), encoding="utf-8")
        extract([some])

    def work(_: Stations) -> None:
        with tempfile.TemporaryDirectory() as out:
            extract_to([path], out)

    return work


def stations(path: Path) -> Callable[[Stations], None]:
    """Ours once more, each station counted; the counting itself costs some percent."""
    import congressx.engine.run  # noqa: F401 — the module, which the function of the same name hides
    from congressx.pipeline import assembling, batch, facts, found, rows, staged

    work = ours(path)
    engine = sys.modules["congressx.engine.run"]

    def counting(into: Stations) -> None:
        found.read_articles = _each(into, "reading", found.read_articles)  # type: ignore[assignment]
        rows.read_document = timed(into, "document", rows.read_document)  # type: ignore[assignment]
        facts.attach_meetings = timed(into, "linking", facts.attach_meetings)  # type: ignore[assignment]
        facts.validate = timed(into, "validation", facts.validate)  # type: ignore[assignment]
        batch.as_arrow = timed(into, "Arrow", batch.as_arrow)
        assembling.pack = timed(into, "keeping", assembling.pack)
        engine.GATE.open_document = timed(into, "gate", engine.GATE.open_document)
        staged.TableWriters.append = timed(into, "Parquet", staged.TableWriters.append)  # type: ignore[method-assign]
        _count_kinds(engine, into)
        with counted(into, "all"):
            work(into)

    return counting


def _each(stations: Stations, name: str, read: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def counting(*arguments: Any) -> Iterator[Any]:
        found = iter(read(*arguments))
        while True:
            with counted(stations, name):
                item = next(found, None)
            if item is None:
                return
            yield item

    return counting


def _count_kinds(engine: Any, stations: Stations) -> None:
    """Time of the rules and of the link of every kind."""
    matches, linked = engine._matches, engine._linked

    def counting(document: Any, extractor: Any, *rest: Any) -> Any:
        with counted(stations, f"kind {extractor.kind}"):
            return matches(document, extractor, *rest)

    def counting_link(extractor: Any, *rest: Any) -> Any:
        with counted(stations, f"kind {extractor.kind}"):
            return linked(extractor, *rest)

    engine._matches, engine._linked = counting, counting_link


def straightforward(path: Path) -> Callable[[Stations], None]:
    """What one would write first: underthesea's sentences and words, the same patterns everywhere, dateparser, pydantic, Parquet."""
    import dateparser.search
    import pyarrow as pa
    import pyarrow.parquet as pq
    from pydantic import BaseModel
    from underthesea import sent_tokenize, word_tokenize

    from congressx.engine import Rule
    from congressx.pipeline.facts import chosen_extractors
    from congressx.vietnamese.spelling import fold

    class Row(BaseModel):
        article: int
        rule: str
        start: int
        stop: int
        quote: str

    class Day(BaseModel):
        article: int
        quote: str
        day: str

    patterns = [
        (rule.name, rule.compiled) for kind in chosen_extractors() for rule in kind.rules if isinstance(rule, Rule)
    ]
    word_tokenize("Đại hội")

    def read(number: int, text: str, into: Stations) -> tuple[list[Row], list[Day]]:
        rows, days = [], []
        with counted(into, "sentences"):
            sentences = sent_tokenize(unicodedata.normalize("NFC", text))
        for sentence in sentences:
            with counted(into, "words"):
                word_tokenize(sentence)
            with counted(into, "patterns"):
                folded = fold(sentence)
                found = [(name, match) for name, pattern in patterns for match in pattern.finditer(folded)]
            with counted(into, "dateparser"):
                dates = dateparser.search.search_dates(sentence, languages=["vi"]) or []
            with counted(into, "pydantic"):
                rows += [
                    Row(article=number, rule=name, start=m.start(), stop=m.end(), quote=sentence[m.start() : m.end()])
                    for name, m in found
                ]
                days += [Day(article=number, quote=quote, day=day.isoformat()) for quote, day in dates]
        return rows, days

    def work(into: Stations) -> None:
        rows: list[Row] = []
        days: list[Day] = []
        for number, text in enumerate(texts_of(path)):
            here = read(number, text, into)
            rows += here[0]
            days += here[1]
        with counted(into, "Parquet"), tempfile.TemporaryDirectory() as out:
            for name, found in (("rows", rows), ("days", days)):
                pq.write_table(pa.Table.from_pylist([row.model_dump() for row in found]), f"{out}/{name}.parquet")

    return work


def _by_sentence(path: Path, load: Callable[[], Callable[[str], object]]) -> Callable[[Stations], None]:
    from underthesea import sent_tokenize

    read = load()
    read("Đại hội Đảng bộ xã")
    sentences = [sentence for text in texts_of(path) for sentence in sent_tokenize(text)]

    def work(_: Stations) -> None:
        for sentence in sentences:
            read(sentence)

    return work


def word_tokenize(path: Path) -> Callable[[Stations], None]:
    """underthesea's words and nothing else; reading and sentences are not counted."""

    def load() -> Callable[[str], object]:
        from underthesea import word_tokenize as words

        return words

    return _by_sentence(path, load)


def words(path: Path) -> Callable[[Stations], None]:
    """Our words, the same as underthesea's, for many sentences at once; the extraction itself asks for none today."""
    from underthesea import sent_tokenize

    from congressx.document.words import door
    from congressx.document.words import words as ours_of

    door.load()
    sentences = [sentence for text in texts_of(path) for sentence in sent_tokenize(text)]

    def work(_: Stations) -> None:
        ours_of(sentences)

    return work


def ner(path: Path) -> Callable[[Stations], None]:
    """underthesea's names."""

    def load() -> Callable[[str], object]:
        from underthesea import ner as names

        return names

    return _by_sentence(path, load)


def search_dates(path: Path) -> Callable[[Stations], None]:
    """dateparser's dates in running text."""

    def load() -> Callable[[str], object]:
        from dateparser.search import search_dates as dates

        return lambda sentence: dates(sentence, languages=["vi"])

    return _by_sentence(path, load)


def floor(path: Path) -> Callable[[Stations], None]:
    """What nothing can undercut: read, NFC, split, one look-up a chunk."""
    known = {"đại", "hội", "đồng", "chí"}

    def work(_: Stations) -> None:
        sum(chunk in known for text in texts_of(path) for chunk in unicodedata.normalize("NFC", text).split())

    return work


SUBJECTS: dict[str, Callable[[Path], Callable[[Stations], None]]] = {
    "ours": ours,
    "stations": stations,
    "straightforward": straightforward,
    "words": words,
    "word_tokenize": word_tokenize,
    "ner": ner,
    "search_dates": search_dates,
    "floor": floor,
}


def main() -> None:
    """Runs one subject and prints what it took."""
    name, path = sys.argv[1], Path(sys.argv[2])
    into: Stations = {}
    begun = time.process_time()
    work = SUBJECTS[name](path)
    loaded = time.process_time()
    work(into)
    done = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"load": loaded - begun, "seconds": done - loaded, "peak": peak, "stations": into}))


if __name__ == "__main__":
    main()
