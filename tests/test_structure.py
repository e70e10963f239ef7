"""A kind is one folder: one laid beside the others is found, run, validated and written, and nothing else knows of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import congressx.extractors
from congressx.pipeline import extract_to

TOY = {
    "__init__.py": '''"""Speeches: `nghe 12 ý kiến phát biểu`."""

from congressx.engine import Extractor
from congressx.extractors.speeches.record import SpeechRecord
from congressx.extractors.speeches.rules import RULES

EXTRACTOR = Extractor("speeches", RULES, {"speeches": SpeechRecord})
''',
    "record.py": '''from congressx.engine import FactRecord


class SpeechRecord(FactRecord):
    """How many speeches a meeting heard."""

    count: int
''',
    "rules.py": """from congressx.engine import Draft, Reading, Rule


COUNTS = {"12": 12}


def _speeches(reading: Reading) -> Draft:
    return Draft({"count": COUNTS[reading.words("count")]})


RULES = (Rule("speeches.count", r"(?P<count>\\d+) ý kiến phát biểu", _speeches, cues=("ý kiến",)),)
""",
}


@pytest.fixture
def speeches(tmp_path: Path) -> Iterator[None]:
    folder = tmp_path / "kinds" / "speeches"
    folder.mkdir(parents=True)
    for name, content in TOY.items():
        (folder / name).write_text(content, encoding="utf-8")
    congressx.extractors.__path__.append(str(tmp_path / "kinds"))
    congressx.extractors.all_extractors.cache_clear()
    yield
    congressx.extractors.__path__.remove(str(tmp_path / "kinds"))
    congressx.extractors.all_extractors.cache_clear()


@pytest.mark.usefixtures("speeches")
def test_a_new_kind_is_one_folder(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Hội nghị đã nghe 12 ý kiến phát biểu của các đại biểu đến từ cơ sở.", encoding="utf-8")
    extract_to([article], tmp_path / "out")
    row = pq.read_table(tmp_path / "out" / "speeches.parquet").to_pylist()[0]
    assert (row["count"], row["quote"], row["rule"]) == (12, "12 ý kiến phát biểu", "speeches.count")


@pytest.mark.usefixtures("speeches")
def test_a_fault_of_a_rule_costs_one_article(tmp_path: Path) -> None:
    for name, count in (("good", "12"), ("bad", "13")):  # a number the rule forgot
        text = f"Hội nghị đã nghe {count} ý kiến phát biểu của các đại biểu đến từ cơ sở."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    summary = extract_to([tmp_path / "bad.txt", tmp_path / "good.txt"], tmp_path / "out")
    assert summary.rows["speeches"] == 1
    assert [(Path(source).stem, error.reason) for source, error in summary.problems] == [("bad", "fault")]
    assert summary.lost
