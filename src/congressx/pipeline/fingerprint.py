"""Whether rows of an earlier run are what this run would write: the same rules, the same libraries, the same settings."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

LIBRARIES = (
    "ahocorasick_rs",
    "dateparser",
    "htmldate",
    "lxml",
    "lxml_html_clean",
    "numpy",
    "pyarrow",
    "pydantic",
    "pypdfium2",
    "python-docx",
    "regex",
    "trafilatura",
    "underthesea",
    "underthesea-core",
)
"""Whose version may change a row or a byte of a table."""
WITHOUT_INFLUENCE = ("filelock", "jinja2", "openpyxl", "pandas", "platformdirs", "rich", "typer")
"""Requirements that leave rows as they are."""

_LEFT_OUT = frozenset(
    {"cli", "exporting", "report", "showing.py", "scoring", "__main__.py", "__pycache__", "gold.jsonl", "py.typed"}
)


def rules_hash() -> str:
    """SHA-256 of every source and gazetteer rows come from, and of the versions of the libraries they come through."""
    package = Path(__file__).parent.parent
    extractors = find_spec("congressx.extractors")  # found, not imported: nothing may need to be read
    rooms = (extractors and extractors.submodule_search_locations) or ()
    elsewhere = sorted(path for path in map(Path, rooms) if not path.is_relative_to(package))
    return _hash_of((package, *elsewhere))


@cache
def _hash_of(roots: tuple[Path, ...]) -> str:
    """Once a process: the code that runs is the code that was there when it began."""
    digest = hashlib.sha256()
    for root in roots:
        for path in _sources(root):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode() + content)
    for library in LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    digest.update(f"Python {sys.version_info[:2]}, Unicode {unicodedata.unidata_version}".encode())
    return digest.hexdigest()


def _sources(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in _LEFT_OUT and not name.startswith("."))
        for file in sorted(files):
            if file not in _LEFT_OUT and not file.endswith(".pyc"):
                yield Path(folder, file)


def _version(library: str) -> str:
    """Its version, or `absent`: an extra that is installed later makes readable what was not."""
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "absent"
