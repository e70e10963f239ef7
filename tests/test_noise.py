"""The gold cases once more, under the noise of real pages: what is read may not change with the spelling of it.

Each noise is applied only where it may not change the meaning; rows are compared without their offsets and quotes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import congressx.extractors
from congressx.document import body_document
from congressx.pipeline import chosen_extractors, read_facts
from congressx.vietnamese.spelling import fold

FOLDER = Path(congressx.extractors.__file__).parent


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*/gold.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            case = json.loads(line)
            if case.get("status") != "known_failure":
                yield pytest.param(path.parent.name, case, id=f"{path.parent.name}:{number}")


OLD_TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "ủy": "uỷ", "úy": "uý", "ụy": "uỵ", "ùy": "uỳ"}


def letters(text: str) -> str:
    """Old tone placement, `Ð`, dotless ı, long dashes and no-break spaces, all at once."""
    text = re.sub(r"(?<!q)(?:[òóỏõọ]a|[ùúủụ]y)\b", lambda m: OLD_TONES.get(m.group(), m.group()), text)
    return re.sub(r"i(?=\w)", "ı", text).translate({ord("Đ"): "Ð", ord("-"): "–", ord(" "): "\u00a0"})


def glued(text: str) -> str:
    """Words that pages lose the blank between."""
    return text.replace("đồng chí", "đồngchí").replace("tổ chức ", "tổchức ").replace("Điều lệ Đảng", "Điều lệĐảng")


def spaced(text: str) -> str:
    """Blanks around the dash and the slash of a document's number: `288 / QĐ - TTg`."""
    return re.sub(r"(?<=\d)([-/])(?=[A-ZĐ]{2}[A-ZĐ/-]*(?:/|-)[A-ZĐ]{2})", r" \1 ", text)


def _rows(text: str, title: str, table: str) -> list[dict[str, Any]]:
    facts, _ = read_facts(body_document(text, title=title), chosen_extractors([table]))
    return [_plain(record.model_dump(mode="json")) for name, record in facts if name == table]


PLACED = frozenset({"article_id", "meeting_id", "start", "stop", "quote", "sentence", "confidence"})


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {field: _spelled(value) for field, value in row.items() if field not in PLACED}


def _spelled(value: Any) -> Any:
    if isinstance(value, list):
        return [_spelled(item) for item in value]
    return re.sub(r"\s+", "", fold(value)) if isinstance(value, str) else value


@pytest.mark.parametrize("noise", [letters, glued, spaced])
@pytest.mark.parametrize(("kind", "case"), list(cases()))
def test_noise_changes_nothing(kind: str, case: dict[str, Any], noise: Callable[[str], str]) -> None:
    text = re.sub(r"\[\[(.+?)\]\]", r"\1", case["text"], flags=re.DOTALL)
    table, title = case.get("table", kind), case.get("title", "")
    noisy = noise(text), noise(title)
    if noisy == (text, title):
        pytest.skip("nothing to disturb")
    assert _rows(*noisy, table) == _rows(text, title, table), case["why"]
