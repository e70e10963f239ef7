"""The decisions that an output folder keeps, as plain JSON by article: what a run asks before it knows whether it has anything to do."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from congressx.errors import InputError

DECISIONS = "decisions.json"
FORMAT = "congressx-decisions"
VERSION = 1
REVIEWED, STALE, INVALID = "reviewed", "stale_decision", "invalid_decision"
"""Reasons in `rejections`: a row that a person rejected; a decision whose words are gone; one whose row would be no valid row."""
UNFULFILLED = frozenset({STALE, INVALID})

Entry = Mapping[str, Any]
_MARK = "+"
"""In a key: before the digest of the article's decisions."""


class Stored:
    """Decisions by article. An entry is what `Decision` validates when it is replayed."""

    def __init__(self, entries: Iterable[Entry] = (), path: Path | None = None) -> None:
        by_article: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            by_article[entry["article_id"]].append(entry)
        self._by_article = dict(by_article)
        self._digests = {article_id: _digest(of) for article_id, of in self._by_article.items()}
        self.path = path

    @classmethod
    def read(cls, folder: Path) -> Stored:
        """The decisions kept in an output folder; none when there is no such file. Raises `InputError` for one that is broken."""
        path = folder / DECISIONS
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return cls()
        except OSError as error:
            raise InputError(
                f"{path}: cannot be read ({error.strerror}); make it readable and run again", reason="unreadable"
            ) from error
        return cls(entries_of(content, str(path)), path)

    def __len__(self) -> int:
        return sum(map(len, self._by_article.values()))

    def __iter__(self) -> Iterator[Entry]:
        for entries in self._by_article.values():
            yield from entries

    @property
    def articles(self) -> frozenset[str]:
        """The articles somebody decided about."""
        return frozenset(self._by_article)

    def of(self, article_id: str) -> Sequence[Entry]:
        """The decisions about one article."""
        return self._by_article.get(article_id, ())

    def among(self, articles: Iterable[str | None]) -> Stored:
        """The decisions about these articles only: what a worker is given with its batch."""
        return Stored(entry for article_id in articles if article_id for entry in self.of(article_id))

    def key(self, article_id: str | None, content: str | None) -> str | None:
        """The key of an article: digest of its content, and of its decisions where there are any.

        >>> Stored().key("ab12", "77f0")
        '77f0'
        """
        digest = self._digests.get(article_id or "")
        return content if content is None or digest is None else f"{content}{_MARK}{digest}"

    def are_in(self, article_id: str | None, key: str | None) -> bool:
        """Whether rows that were made under `key` know just these decisions."""
        if article_id is None or key is None:
            return True
        return key.partition(_MARK)[2] == self._digests.get(article_id, "")

    def without(self, articles: Iterable[str]) -> dict[str, int]:
        """How many decisions are about each article that is none of these."""
        there = set(articles)
        return {article_id: len(of) for article_id, of in self._by_article.items() if article_id not in there}


def entries_of(content: bytes, name: str) -> list[Entry]:
    """The entries of a file of decisions, not yet validated. Raises `InputError` when it is none."""
    try:
        found = json.loads(content)
    except ValueError as error:
        raise InputError(
            f"{name}: not JSON ({error}); use the file as it was downloaded from the report page", reason="invalid"
        ) from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise InputError(
            f'{name}: no file of decisions (it lacks "format": "{FORMAT}"); use the one downloaded from the report page',
            reason="invalid",
        )
    if found.get("version") != VERSION:
        raise InputError(
            f"{name}: written in version {found.get('version')!r} of the format, this congressx reads {VERSION}; "
            "use the congressx that wrote it, or a newer one",
            reason="invalid",
        )
    entries = found.get("decisions")
    if not isinstance(entries, list):
        raise InputError(f'{name}: "decisions" is no list; use the file as it was downloaded', reason="invalid")
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or not isinstance(entry.get("article_id"), str):
            raise InputError(f"{name}: decision {number}: says no article_id; take it out", reason="invalid")
    return entries


def _digest(entries: Sequence[Entry]) -> str:
    told = json.dumps(entries, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:16]
