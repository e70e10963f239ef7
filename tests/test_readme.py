"""What the README shows is true: its Python runs, its commands are the command line's."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"```python\n(.+?)```", re.DOTALL)


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_python_examples_run(name: str) -> None:
    blocks = BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))
    assert blocks
    for block in blocks:
        subprocess.run([sys.executable, "-c", block], cwd=ROOT, check=True, capture_output=True)


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_every_option_named_exists(name: str) -> None:
    readme = (ROOT / name).read_text(encoding="utf-8")
    helped = subprocess.run(
        [sys.executable, "-m", "congressx", "extract", "--help"], capture_output=True, text=True, check=True
    )
    for option in set(re.findall(r"--[a-z]+", readme)):
        assert option in helped.stdout, option


def test_every_table_is_in_the_readme() -> None:
    from congressx.pipeline import table_records

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"| `{table}` |" in readme for table in table_records())
