"""The gold cases once more, under the noise of real pages: what is read may not change with the spelling of it.

Each noise is applied only where it may not change the meaning; rows are compared without their offsets and quotes.
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
from congressx.vietnamese.spelling import fold

FOLDER = Path(congressx.extractors.__file__).parent
MARK = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


def cases() -> Iterator[tuple[str, int, dict[str, Any]]]:
    for path in sorted(FOLDER.glob("*/gold.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            case = json.loads(line)
            if case.get("status") != "known_failure":
                yield path.parent.name, number, case


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


def disturbed() -> Iterator[Any]:
    """Every case with every noise that changes it."""
    for noise in (letters, glued, spaced):
        for kind, number, case in cases():
            text, title = MARK.sub(r"\1", case["text"]), case.get("title", "")
            if (noisy := (noise(text), noise(title))) != (text, title):
                yield pytest.param(
                    case.get("table", kind), (text, title), noisy, id=f"{kind}:{number}-{noise.__name__}"
                )


@pytest.mark.parametrize(("table", "clean", "noisy"), list(disturbed()))
def test_noise_changes_nothing(table: str, clean: tuple[str, str], noisy: tuple[str, str]) -> None:
    assert _rows(*noisy, table) == _rows(*clean, table)
