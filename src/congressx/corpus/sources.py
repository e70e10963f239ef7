"""From what the user names — folders, files, globs, standard input — to the sources to read."""

from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from congressx.corpus.formats import SUFFIXES, suffix_of
from congressx.corpus.names import printable
from congressx.corpus.opening import STANDARD_INPUT
from congressx.errors import InputError
from congressx.storage import files_below, is_address


@dataclass(slots=True)
class Finding:
    """The files to read, in the order of their names, and what was wrong with the rest."""

    sources: list[str] = field(default_factory=list)
    problems: list[tuple[str, InputError]] = field(default_factory=list)
    left_aside: Counter[str] = field(default_factory=Counter)
    """How many files in the folders have a suffix that is no article format, by suffix."""


def find_sources(names: Iterable[str | os.PathLike[str]]) -> Finding:
    """Every article file below the named folders, files and glob patterns, each once, sorted by name; `-` is standard input."""
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
    if name == STANDARD_INPUT:
        yield name
    elif is_address(name):
        yield from _at_address(name, finding)
    elif os.path.isdir(name):
        yield from _Folder(name, finding).files()
    elif os.path.lexists(name):
        _require_file(name)
        yield name
    elif matches := sorted(glob.glob(name, recursive=True)):
        for match in matches:
            try:
                yield from _files(match, finding)
            except InputError as error:
                finding.problems.append((match, error))
    else:
        raise InputError(f"{printable(name)}: no such file or folder; check the path", reason="missing")


def _at_address(name: str, finding: Finding) -> Iterator[str]:
    """The article files at an address: those of a folder by their endings, a file that is named alone in any case."""
    try:
        files = list(files_below(name))
    except FileNotFoundError as error:
        raise InputError(f"{printable(name)}: nothing is there; check the address", reason="missing") from error
    except OSError as error:
        message = f"{printable(name)}: the store does not answer ({error.strerror}); check the address and your rights"
        raise InputError(message, reason="unreadable") from error
    if len(files) == 1 and files[0].rstrip("/").endswith(name.rstrip("/").rpartition("/")[2]):
        yield files[0]
        return
    articles = 0
    for file in files:
        suffix, base = suffix_of(file), file.rpartition("/")[2]
        if suffix in SUFFIXES and not base.startswith((".", "~$")):
            articles += 1
            yield file
        else:
            finding.left_aside[suffix or printable(base)] += 1
    if not articles:
        message = f"{printable(name)}: no article there; put files with the endings {', '.join(sorted(SUFFIXES))} there"
        raise InputError(message, reason="nothing")


def _require_file(path: str) -> None:
    """Nothing waits for ever: pipes, sockets and devices are not opened."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError as error:
        message = f"{printable(path)}: a link to a file that is gone; mend the link or take it out"
        raise InputError(message, reason="missing") from error
    except OSError as error:
        message = f"{printable(path)}: cannot be read ({error.strerror}); mend the link or check the permissions"
        raise InputError(message, reason="unreadable") from error
    if not stat.S_ISREG(mode):
        message = f"{printable(path)}: not a regular file but a pipe, a socket or a device; name a file or a folder"
        raise InputError(message, reason="unreadable")


class _Folder:
    """One walk through a folder and then through what links in it lead to; no folder is entered twice."""

    def __init__(self, name: str, finding: Finding) -> None:
        self._name = name
        self._finding = finding
        self._entered: dict[tuple[int, int], str] = {}
        self._links: list[str] = []
        self._articles = 0

    def files(self) -> Iterator[str]:
        """The article files, folder by folder."""
        before = len(self._finding.problems)
        yield from self._walk(self._name)
        for link in self._links:  # grows while it is walked
            if (first := self._entered.get(_identity(link))) is None:
                yield from self._walk(link)
            else:
                message = f"{printable(link)}: a link to {printable(first)}, which is read already; take the link out"
                self._finding.problems.append((link, InputError(message, reason="link")))
        if not self._articles and len(self._finding.problems) == before:
            known = ", ".join(sorted(SUFFIXES))
            message = f"{printable(self._name)}: no article in this folder; put files with the endings {known} there"
            raise InputError(message, reason="nothing")

    def _walk(self, top: str) -> Iterator[str]:
        for folder, folders, files in os.walk(top, onerror=self._note_unreadable):
            folders.sort()
            self._entered.setdefault(_identity(folder), folder)
            self._links += [path for sub in folders if os.path.islink(path := os.path.join(folder, sub))]
            for file in sorted(files):
                yield from self._file(folder, file)

    def _file(self, folder: str, file: str) -> Iterator[str]:
        suffix = suffix_of(file)
        if suffix not in SUFFIXES or file.startswith((".", "~$")):
            self._finding.left_aside[suffix or printable(file)] += 1
            return
        self._articles += 1
        path = os.path.join(folder, file)
        if self._is_file(path):
            yield path

    def _is_file(self, path: str) -> bool:
        try:
            _require_file(path)
        except InputError as error:
            self._finding.problems.append((path, error))
            return False
        return True

    def _note_unreadable(self, error: OSError) -> None:
        name = os.fspath(error.filename)
        message = f"{printable(name)}: the folder cannot be read ({error.strerror}); check its permissions"
        self._finding.problems.append((name, InputError(message, reason="unreadable")))


def _identity(folder: str) -> tuple[int, int]:
    """What a folder is under all its names."""
    try:
        found = os.stat(folder)
    except OSError:
        return 0, 0  # os.walk says why it cannot be entered
    return found.st_dev, found.st_ino
