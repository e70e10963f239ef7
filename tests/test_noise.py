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

FOLDER = Path(congressx.extractors.__file__).parent


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*/gold.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            case = json.loads(line)
            if case.get("status") != "known_failure":
                yield pytest.param(path.parent.name, case, id=f"{path.parent.name}:{number}")


PAIRS = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "ủy": "uỷ", "úy": "uý", "ụy": "uỵ", "ùy": "uỳ"}
NOISES: dict[str, Callable[[str], str]] = {
    "old_tones": lambda text: re.sub(r"(?<!q)(?:[òóỏõọ]a|[ùúủụ]y)\b", lambda m: PAIRS.get(m.group(), m.group()), text),
    "icelandic_d": lambda text: text.replace("Đ", "Ð"),
    "dotless_i": lambda text: re.sub(r"i(?=\w)", "ı", text),
    "en_dash": lambda text: text.replace("-", "–"),
    "nbsp": lambda text: text.replace(" ", "\u00a0"),
    "glued": lambda text: text.replace("đồng chí", "đồngchí").replace("tổ chức", "tổchức"),
}


def _rows(text: str, title: str, table: str) -> list[dict[str, Any]]:
    facts, _ = read_facts(body_document(text, title=title), chosen_extractors([table]))
    return [record.model_dump(mode="json") for name, record in facts if name == table]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    numbers = (int, float, bool, type(None))
    return {f: v for f, v in row.items() if isinstance(v, numbers) and f not in ("start", "stop", "confidence")}


@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize(("kind", "case"), cases())
def test_noise_changes_nothing(kind: str, case: dict[str, Any], noise: str) -> None:
    text = re.sub(r"\[\[(.+?)\]\]", r"\1", case["text"], flags=re.DOTALL)
    table, title = case.get("table", kind), case.get("title", "")
    clean = [_plain(row) for row in _rows(text, title, table)]
    noisy = [_plain(row) for row in _rows(NOISES[noise](text), NOISES[noise](title), table)]
    assert noisy == clean, case["why"]
