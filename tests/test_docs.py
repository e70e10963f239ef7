"""What the README and the documentation show is true: their commands and their Python run, in the order of the page.

A page gets a working folder with some of the sample articles in `data/raw`, their tables in `data/out`, and an article in
`my-articles` (`bai-cua-toi`). A fence `sh` is run with bash, fences `python` one after another in one namespace, and a fence with a
`title` is saved under that name. `sh exit=1` expects that code. Commands of make are only looked up. What is output, or needs
machines that a test has not, is `text`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "README.vi.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^( *)```(?P<language>\w*) ?(?P<info>[^\n]*)\n(?P<body>.*?)^\1```$", re.DOTALL | re.MULTILINE)
SAMPLES = ("cell-congress-school", "congress-district-votes", "annual-review-district", "badge-ceremony-district")


@dataclass(frozen=True)
class Block:
    language: str
    info: str
    body: str

    def option(self, name: str) -> str | None:
        found = re.search(rf'{name}="?([^"\s]+)"?', self.info)
        return found[1] if found else None


def blocks(page: Path) -> list[Block]:
    return [Block(m["language"], m["info"], m["body"]) for m in FENCE.finditer(page.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documented")
    (folder / "data" / "raw").mkdir(parents=True)
    for name in SAMPLES:
        shutil.copy(ROOT / "data" / "raw" / f"{name}.txt", folder / "data" / "raw")
    for own in ("my-articles", "bai-cua-toi"):
        (folder / own).mkdir()
        shutil.copy(ROOT / "data" / "raw" / f"{SAMPLES[0]}.txt", folder / own)
    subprocess.run(
        [sys.executable, "-m", "congressx", "extract", "data/raw"], cwd=folder, check=True, capture_output=True
    )
    return folder


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page)], ids=lambda page: str(page.relative_to(ROOT)))
def test_page(page: Path, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, object] = {"__name__": page.stem}
    shutil.copytree(place, tmp_path, dirs_exist_ok=True)
    for block in blocks(page):
        if title := block.option("title"):
            (tmp_path / title).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / title).write_text(block.body, encoding="utf-8")
        elif block.language == "python":
            exec(compile(block.body, str(page), "exec"), namespace)
        elif block.language == "sh":
            _run(block, tmp_path)
        else:
            assert block.language in {"text", "json", "yaml", "toml", "sql"}, f"say what this is: {block.body[:80]}"


def _commands(body: str) -> str:
    """The block with make looked up where the Makefile is, and our command as it is called in an active environment."""
    body = re.sub(r"^make ", f"make -n -C {ROOT} ", body, flags=re.MULTILINE)
    return body.replace(".venv/bin/congressx", "congressx")


def _run(block: Block, folder: Path) -> None:
    command = ["bash", "-euc", _commands(block.body)]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path}
    )
    assert run.returncode == int(block.option("exit") or 0), f"{block.body}\n{run.stdout[-800:]}\n{run.stderr[-1500:]}"


def test_every_table_is_in_the_readme() -> None:
    from congressx.pipeline import table_records

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"| `{table}` |" in readme for table in table_records())


def test_commands_page_is_fresh() -> None:
    script = "import sys; sys.path.insert(0, 'development'); import commands; sys.stdout.write(commands.page())"
    made = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == made, "run make dictionary"
