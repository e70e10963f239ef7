"""From what the user names — folders, files, globs — to files, and from a file to its article."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from congressx.corpus import text
from congressx.corpus.article import Article
from congressx.errors import InputError

_DECODERS: dict[str, Callable[[bytes, str], str]] = {".txt": text.decode}
"""Suffix → reader; a new format is a new file in this folder and a line here."""


@dataclass(slots=True)
class Finding:
    """The files to read, in the order of their names, and what was wrong with the rest."""

    sources: list[str] = field(default_factory=list)
    problems: list[tuple[str, InputError]] = field(default_factory=list)
    left_aside: Counter[str] = field(default_factory=Counter)
    """How many files in the folders have a suffix that is no article format, by suffix."""


def find_sources(names: Iterable[str | os.PathLike[str]]) -> Finding:
    """Every article file below the named folders, files and glob patterns, each once, sorted by name."""
    finding = Finding()
    found: dict[str, None] = {}
    for name in (os.fspath(name) for name in names):
        try:
            found.update(dict.fromkeys(_files(name, finding)))
        except InputError as error:
            finding.problems.append((name, error))
    finding.sources = sorted(found)
    return finding


def _files(name: str, finding: Finding) -> Iterator[str]:
    if os.path.isdir(name):
        yield from _files_of_folder(name, finding)
    elif os.path.lexists(name):
        yield name
    elif matches := sorted(glob.glob(name, recursive=True)):
        for match in matches:
            yield from _files(match, finding)
    else:
        raise InputError(f"{name}: no such file or folder; check the path", reason="missing")


def _files_of_folder(name: str, finding: Finding) -> Iterator[str]:
    before = len(finding.problems)
    articles = 0
    for folder, folders, files in os.walk(name, onerror=lambda error: _note_unreadable(error, finding)):
        folders.sort()
        for file in sorted(files):
            suffix = Path(file).suffix.lower()
            if suffix in _DECODERS and not file.startswith("."):
                articles += 1
                yield os.path.join(folder, file)
            else:
                finding.left_aside[suffix or file] += 1
    if not articles and len(finding.problems) == before:
        known = ", ".join(sorted(_DECODERS))
        raise InputError(
            f"{name}: no article in this folder; put files with the ending {known} there", reason="nothing"
        )


def _note_unreadable(error: OSError, finding: Finding) -> None:
    name = os.fspath(error.filename)
    message = f"{name}: the folder cannot be read ({error.strerror}); check its permissions"
    finding.problems.append((name, InputError(message, reason="unreadable")))


def read_article(source: str) -> Article:
    """The article of one file; `InputError` says what is wrong with the file and what to do."""
    decode = _DECODERS.get(Path(source).suffix.lower())
    if decode is None:
        known = ", ".join(sorted(_DECODERS))
        raise InputError(f"{source}: unknown format; known endings are {known}", reason="format")
    if not os.path.isfile(source):
        raise InputError(f"{source}: not a regular file; name a file or a folder", reason="unreadable")
    try:
        content = Path(source).read_bytes()
    except OSError as error:
        message = f"{source}: cannot be read ({error.strerror}); check its permissions"
        raise InputError(message, reason="unreadable") from error
    return Article(source=Path(source).as_posix(), text=decode(content, source))
