"""Compiled patterns, and what the gate read from them, kept between runs: as Python does with compiled modules.

Compiling all patterns takes several seconds, a run over a few articles hardly more. `regex` hands out the code of a compiled pattern as a
pickle, from which it comes back in a ten-thousandth of a second, when it is first used. What is kept belongs to one version of `regex`, of
Python and of our reader of requirements; anything else there is read over as if nothing were there.
"""

from __future__ import annotations

import hashlib
import logging
import os
import pickle
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

import platformdirs
import regex

from congressx.patterns.requirements import SpelledClause, requirements, spelled_clauses

SWITCH = "CONGRESSX_CACHE"
"""Environment variable: the folder to keep them in, or `off`."""

_Key = tuple[str, int]
_Content = tuple[dict[_Key, bytes], dict[_Key, tuple[SpelledClause, ...]]]
"""Pickles of compiled patterns, and clauses."""
_READER = ("common_words.txt", "known.py", "requirements.py", "source.py", "spellings.py")
"""Files on which it depends what a pattern is read to require."""
_DIGEST_SIZE = 32
_LARGEST = 12_000_000
"""Bytes, twice what today's patterns take: most of a larger file is of rules that are gone. One begins anew."""
_logger = logging.getLogger(__name__)


class Kept:
    """Compiled patterns and their requirements by source and flags; read from its file when the first one is asked for."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._is_read = False
        self._has_news = False
        self._pickled: dict[_Key, bytes] = {}
        self._requirements: dict[_Key, tuple[SpelledClause, ...]] = {}

    def compiled(self, pattern: str, flags: int) -> regex.Pattern[str]:
        """The pattern, ready to be used; raises `regex.error` when it is none."""
        self._read()
        key = pattern, flags
        pickled = self._pickled.get(key)
        if pickled is not None:
            found: regex.Pattern[str] = pickle.loads(pickled)
            return found
        compiled = regex.compile(pattern, flags)
        if self._path is not None:
            self._pickled[key] = pickle.dumps(compiled, protocol=5)
            self._has_news = True
        return compiled

    def requirements(self, pattern: str, flags: int) -> tuple[SpelledClause, ...]:
        """The clauses that hold wherever it matches, as the gate looks for them."""
        self._read()
        key = pattern, flags
        found = self._requirements.get(key)
        if found is None:
            found = self._requirements[key] = spelled_clauses(requirements(pattern, flags))
            self._has_news = True
        return found

    def knows_requirements(self, pattern: str, flags: int) -> bool:
        """Whether they are at hand."""
        self._read()
        return (pattern, flags) in self._requirements

    def keep(self) -> None:
        """Writes what was not there yet, beside what other processes wrote meanwhile; says nothing when it cannot."""
        if self._path is None or not self._has_news:
            return
        self._has_news = False
        pickled, known = _content_of(self._path)
        content = pickle.dumps((pickled | self._pickled, known | self._requirements), protocol=5)
        try:
            _write(self._path, _digest(content) + content)
        except OSError as error:
            _logger.debug("%s: compiled patterns are not kept: %s", self._path, error)

    def _read(self) -> None:
        if not self._is_read and self._path is not None:
            self._pickled, self._requirements = _content_of(self._path)
        self._is_read = True


def _content_of(path: Path) -> _Content:
    """What a file holds; nothing when it is not there, not whole or too large."""
    try:
        if path.stat().st_size > _LARGEST:
            return {}, {}
        content = path.read_bytes()
    except OSError:
        return {}, {}
    digest, pickled = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
    if digest != _digest(pickled):
        return {}, {}
    patterns, known = pickle.loads(pickled)
    return patterns, known


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST_SIZE).digest()


def place() -> Path | None:
    """Where this installation keeps them; None when it is told not to."""
    folder = os.environ.get(SWITCH)
    if folder == "off":
        return None
    maker = hashlib.sha256(f"{sys.implementation.cache_tag} {sys.platform} regex {regex.__version__}".encode())
    for name in _READER:
        maker.update(files(__package__).joinpath(name).read_bytes())
    within = Path(folder) if folder else platformdirs.user_cache_path("congressx")
    return within / f"patterns-{maker.hexdigest()[:16]}.pickle"


KEPT = Kept(place())
