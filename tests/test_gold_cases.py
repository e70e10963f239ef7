"""The gold cases beside the rules: `extractors/<kind>/gold.jsonl`, one case a line.

`text` marks with [[…]] the words each expectation stands on, in order; `expect` names only the fields that matter; an empty
`expect` says that nothing of the kind may be read. A `known_failure` is strict: when it passes, promote it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import congressx.extractors
from congressx.document import body_document
from congressx.pipeline import chosen_extractors, read_facts

FOLDER = Path(congressx.extractors.__file__).parent
MARK = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


def cases() -> list[Any]:
    return list(_cases())


def _cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*/gold.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            case = json.loads(line)
            marks = (pytest.mark.xfail(strict=True),) if case.get("status") == "known_failure" else ()
            yield pytest.param(path.parent.name, case, id=f"{path.parent.name}:{number}", marks=marks)


@pytest.mark.parametrize(("kind", "case"), cases())
def test_gold_case(kind: str, case: dict[str, Any]) -> None:
    text, spans = unmarked(case["text"])
    table = case.get("table", kind)
    facts, _ = read_facts(body_document(text, title=case.get("title", "")), chosen_extractors([table]))
    rows = [record.model_dump(mode="json", by_alias=True) for name, record in facts if name == table]
    assert len(rows) == len(case["expect"]), f"{case['why']}: {rows}"
    for number, expected in enumerate(case["expect"]):
        candidates = [row for row in rows if number >= len(spans) or overlap(row, spans[number])]
        assert any(all(row[f] == v for f, v in expected.items()) for row in candidates), f"{case['why']}: {rows}"


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the spans the marks held."""
    spans = []
    for removed, match in enumerate(MARK.finditer(text)):
        start = match.start() - 4 * removed
        spans.append((start, start + len(match[1])))
    return MARK.sub(r"\1", text), spans


def overlap(row: dict[str, Any], span: tuple[int, int]) -> bool:
    return bool(row["start"] < span[1] and span[0] < row["stop"])
