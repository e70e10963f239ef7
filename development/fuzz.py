"""Feeds mutated articles and files to congressx for as long as it is told to, guided by the branches that they reach.

`text` goes the way of an article, `words` is an article whose words are drawn from gazetteers and gold cases, `bytes` goes to
the decoder of encodings, `files` to the readers of formats. Whatever raises another error than `InputError`, misplaces a quote,
overruns its time or reads differently a second time is a finding: it is kept in `findings/` under the name of its cause, once,
and the run goes on. Needs the extra `fuzz`.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import atheris
import regex

with atheris.instrument_imports(include=["congressx"], enable_loader_override=False):
    from congressx.corpus import Article, read_articles
    from congressx.corpus.encodings import decode
    from congressx.document import read_document
    from congressx.engine.bounds import LIMIT, bounded
    from congressx.errors import InputError
    from congressx.pipeline.facts import chosen_extractors, read_facts

    EXTRACTORS = chosen_extractors()  # imports every kind

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "congressx"
SUFFIXES = (".txt", ".html", ".pdf", ".docx", ".jsonl", ".csv", ".parquet", ".txt.gz", ".jsonl.gz", "")
LONGEST_WORD = 40
"""Bytes of an entry of the dictionary."""
LONGEST_INPUT = 6000
OPENING = "Đảng bộ Sở Y tế tổ chức Đại hội\n\nSáng 12/6/2020, "
GLUES = (" ", " ", " ", " ", ", ", ", ", "; ", ". ", ": ", "\n", "\n\n", "", " (", ") ", " - ", "/")
LENGTHS = {"words": 0.1, "files": 20}
TOLD_EVERY = 15.0
"""Seconds between two writings of the figures."""

_scratch = Path(tempfile.mkdtemp(prefix="congressx-fuzz-"))


def text(content: bytes) -> str:
    """An article from end to end; answers what became of it, as every target does."""
    return _article(content.decode("utf-8", "ignore"), again=len(content) % 8 == 0)


def words(content: bytes) -> str:
    """An article of known words: three bytes say which, and what stands behind it."""
    known = vocabulary()
    drawn = [(content[n] << 8 | content[n + 1], content[n + 2]) for n in range(0, len(content) - 2, 3)]
    pieces = [known[word % len(known)] + GLUES[glue % len(GLUES)] for word, glue in drawn]
    return _article("".join([OPENING, *pieces]), again=len(content) % 8 == 0)


def _article(content: str, *, again: bool) -> str:
    article = Article("fuzz.txt", content)
    with bounded(LIMIT):
        document = read_document(article)
    found = read_facts(document, EXTRACTORS)
    for _, record in found[0]:
        assert document.text[record.start : record.stop] == record.quote, f"{record.rule}: quote misplaced"
        assert record.quote in record.sentence, f"{record.rule}: quote outside its sentence"
    for rejection in found[1]:
        assert rejection.reason != "overrun", f"{rejection.rule}: overrun"
    if again:
        assert read_facts(read_document(article), EXTRACTORS) == found, "read differently a second time"
    return "read"


def encoded(content: bytes) -> str:
    """Bytes in some encoding."""
    with bounded(LIMIT):
        decoded = decode(content, "fuzz.txt")
    assert 0 <= decoded.confidence <= 1, "confidence"
    decoded.text.encode()
    assert decode(content, "fuzz.txt") == decoded, "decoded differently a second time"
    return f"read: {decoded.encoding}"


def files(content: bytes) -> str:
    """A file whose name says a format, the first byte which."""
    suffix = SUFFIXES[content[0] % len(SUFFIXES)] if content else ""
    path = _scratch / f"article{suffix}"
    path.write_bytes(content[1:])
    answers = set()
    with bounded(2 * LIMIT):
        for found in read_articles(str(path)):
            if isinstance(found, Article):
                found.text.encode()
                answers.add("read")
            else:
                assert str(found).startswith(str(path)), f"{suffix}: the message names no file"
                answers.add(f"refused: {found.reason}")
    return f"{suffix} {' and '.join(sorted(answers)) or 'nothing'}"


TARGETS: dict[str, Callable[[bytes], str]] = {"text": text, "words": words, "bytes": encoded, "files": files}


class Session:
    """Runs a target on inputs, keeps findings and figures."""

    def __init__(self, target: str, folder: Path) -> None:
        self._run = TARGETS[target]
        self._figures = folder / f"{target}.json"
        self._findings = folder / "findings" / target
        self._findings.mkdir(parents=True, exist_ok=True)
        self._count: Counter[str] = Counter()
        self._causes: Counter[str] = Counter()
        self._begun = self._told = time.monotonic()

    def try_one(self, content: bytes) -> None:
        """One execution."""
        self._count["executions"] += 1
        try:
            self._count[self._run(content)] += 1
        except InputError as error:
            self._count[f"refused: {error.reason}"] += 1
        except Exception as fault:
            self._keep(content, fault)
        if time.monotonic() - self._told > TOLD_EVERY:
            self.tell()

    def tell(self) -> None:
        """Writes the figures."""
        self._told = time.monotonic()
        figures = {
            "seconds": round(self._told - self._begun),
            **dict(sorted(self._count.items())),
            "findings": self._causes,
        }
        self._figures.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    def _keep(self, content: bytes, fault: Exception) -> None:
        ours = [f for f in traceback.extract_tb(fault.__traceback__) if "congressx" in f.filename]
        place = f"{Path(ours[-1].filename).stem}:{ours[-1].name}" if ours else "?"
        cause = f"{type(fault).__name__} in {place}"
        cause = f"{cause}: {fault}" if isinstance(fault, AssertionError) else cause
        self._causes[cause] += 1
        if self._causes[cause] == 1:
            name = hashlib.sha256(cause.encode()).hexdigest()[:12]
            (self._findings / name).write_bytes(content)
            (self._findings / f"{name}.txt").write_text(
                "".join(traceback.format_exception(fault)), encoding="utf-8", errors="backslashreplace"
            )
            self.tell()


@cache
def vocabulary() -> tuple[str, ...]:
    """Entries of the gazetteers, clauses of the gold cases, and figures of every kind."""
    gold = [json.loads(line)["text"] for file in SOURCES.rglob("gold.jsonl") for line in file.open() if line.strip()]
    clauses = {part for text in gold for part in regex.split(r"[,;.:]\s", text.replace("[[", "").replace("]]", ""))}
    entries = {word for file in SOURCES.rglob("*.t[xs][tv]") for word in _words_of(file)}
    return tuple(sorted({*entries, *clauses, *(word for clause in clauses for word in clause.split())}))


def dictionary(path: Path) -> None:
    """Writes the words of all gazetteers as a dictionary for the mutations."""
    words = {word for file in sorted(SOURCES.rglob("*.t[xs][tv]")) for word in _words_of(file)}
    lines = [f'"{_escaped(word)}"' for word in sorted(words) if 1 < len(word.encode()) <= LONGEST_WORD]
    path.write_text("\n".join(lines) + "\n", encoding="ascii")


def _words_of(gazetteer: Path) -> Iterator[str]:
    for line in gazetteer.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split("\t")


def _escaped(word: str) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word.encode())


def seeds(target: str, folder: Path) -> None:
    """Writes inputs to begin with: the project's own articles, in encodings or formats."""
    folder.mkdir(parents=True, exist_ok=True)
    for n, content in enumerate(_seeds_of(target)):
        (folder / f"seed-{n:03}").write_bytes(content)


def _seeds_of(target: str) -> Iterator[bytes]:
    articles = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "data" / "raw").glob("*.txt"))]
    if target == "text":
        yield from (article[:2000].encode() for article in articles)
    if target == "words":
        yield from (random.Random(n).randbytes(240) for n in range(40))
    if target == "bytes":
        for codec in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1258", "latin-1"):
            yield from (article[:600].encode(codec, "ignore") for article in articles[:6])
        yield from (article[:600].encode().decode("latin-1").encode() for article in articles[:4])
    if target == "files":
        yield from _seed_files(articles)


def _seed_files(articles: Iterable[str]) -> Iterator[bytes]:
    import gzip
    import io

    import pyarrow as pa
    import pyarrow.parquet as pq

    first, *rest = articles
    row = {"text": first[:800], "title": "Đại hội", "date": "2020-06-12"}
    parquet = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([row, row]), parquet)
    jsonl = "".join(json.dumps(row, ensure_ascii=False) + "\n" for _ in range(2)).encode()
    csv = f'title,text,date\n"Đại hội","{first[:300]}",12/06/2020\n'.encode()
    contents = {".txt": first.encode(), ".jsonl": jsonl, ".csv": csv, ".parquet": parquet.getvalue()}
    contents |= {".txt.gz": gzip.compress(first.encode()), ".jsonl.gz": gzip.compress(jsonl)}
    for suffix, content in contents.items():
        yield bytes([SUFFIXES.index(suffix)]) + content
    for page in sorted((ROOT / "tests" / "corpus").rglob("*.*")):
        if page.suffix in SUFFIXES and page.stat().st_size < 20 * LONGEST_INPUT:
            yield bytes([SUFFIXES.index(page.suffix)]) + page.read_bytes()
    with contextlib.suppress(ImportError):
        import docx

        word, kept = docx.Document(), io.BytesIO()
        for paragraph in rest[0].split("\n")[:4]:
            word.add_paragraph(paragraph)
        word.save(kept)
        yield bytes([SUFFIXES.index(".docx")]) + kept.getvalue()
    yield bytes([SUFFIXES.index(".pdf")]) + _PDF


_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F1 18 Tf 20 200 Td (Dai hoi Dang bo) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
"""


def main() -> None:
    """Ends after `--seconds` with the figures in `<folder>/<target>.json`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=300, help="how long")
    parser.add_argument("--folder", type=Path, required=True, help="for seeds, what was reached, findings and figures")
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    seeds(arguments.target, folder / "seeds" / arguments.target)
    dictionary(folder / "dictionary.txt")
    session = Session(arguments.target, folder)
    reached = folder / "reached" / arguments.target
    reached.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={arguments.seconds}",
        f"-max_len={LONGEST_INPUT * LENGTHS.get(arguments.target, 1.0):.0f}",
        f"-dict={folder / 'dictionary.txt'}",
        "-timeout=120",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(reached), str(folder / "seeds" / arguments.target)], session.try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
