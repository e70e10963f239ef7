"""Writes docs/commands.md, the reference of the command line, from the commands themselves: `make dictionary`."""

from __future__ import annotations

import html
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"


def page() -> str:
    """The page as the commands are now; the same on every terminal."""
    command = [
        sys.executable,
        "-m",
        "typer",
        "congressx.cli",
        "utils",
        "docs",
        "--name",
        "congressx",
        "--title",
        "Commands",
    ]
    made = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return html.unescape(made).replace("```console\n$ ", "```text\n").rstrip() + "\n"


def main() -> int:
    """Writes the page."""
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
