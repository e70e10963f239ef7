"""Articles on their way from the sources to a batch. A source that did not change since the last run is not read."""

from __future__ import annotations

import hashlib
import logging
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields

import regex

from congressx.corpus import Article, content_hash, read_articles
from congressx.corpus.names import printable
from congressx.corpus.opening import STANDARD_INPUT
from congressx.errors import InputError
from congressx.output import Input, Item, Stamp, short_source
from congressx.pipeline.faults import fault_in
from congressx.pipeline.orders import Orders
from congressx.pipeline.summary import StoppedError

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Arrival:
    """One article, or what is wrong with it. An article of an unchanged source arrives as its name and key only."""

    source: str
    origin: OpenInput | None = None
    article: Article | None = None
    article_id: str | None = None
    key: str | None = None
    problem: InputError | None = None
    again: bool = False

    def fail(self, error: InputError) -> None:
        """The article gives no rows."""
        self.problem = error
        self.again = error.reason == "fault"


@dataclass(slots=True)
class OpenInput:
    """A source that is being read; `entry` is what the manifest will say of it."""

    source: str
    stamp: Stamp | None = None
    content: str | None = None
    arrivals: list[Arrival] = field(default_factory=list)
    """Those whose batch is not done."""
    items: list[Item] = field(default_factory=list)
    whole: bool = True
    ended: bool = False

    def settle(self) -> None:
        """What arrived went through its batch: a data set keeps names and keys, not its texts."""
        self.items += map(self._item, self.arrivals)
        self.arrivals.clear()

    def entry(self) -> Input:
        """For the manifest, when all is settled."""
        return Input(self.source, self.stamp, self.content, tuple(self.items), self.whole)

    def _item(self, arrival: Arrival) -> Item:
        reason, message = (arrival.problem.reason, str(arrival.problem)) if arrival.problem else (None, None)
        source = short_source(arrival.source, self.source)
        return Item(source, arrival.article_id, arrival.key, reason, message, arrival.again)


class Examiner:
    """Says of a source whether it changed: by its stamp, and where that leaves a doubt by its content."""

    def __init__(self, old: Mapping[str, Input]) -> None:
        self._old = old
        self._contents: dict[tuple[str, Stamp], str] = {}

    def examine(self, source: str) -> tuple[OpenInput, Input | None]:
        """The source with its stamp and content, and its entry of the last run when it is the same."""
        entry = self._old.get(source)
        stamp = None if source == STANDARD_INPUT else Stamp.of(source)
        if stamp is None:
            return OpenInput(source), None
        if entry is not None and stamp == entry.stamp:
            return OpenInput(source, stamp, entry.content), entry if entry.settled else None
        content = self._content(source, stamp)
        same = entry is not None and entry.settled and content == entry.content
        return OpenInput(source, stamp, content), entry if same else None

    def _content(self, source: str, stamp: Stamp) -> str | None:
        if (source, stamp) not in self._contents:
            try:
                self._contents[source, stamp] = content_hash(source)
            except (OSError, InputError):
                return None  # the reader says why
        return self._contents.pop((source, stamp)) if stamp.young else self._contents[source, stamp]


class Arrivals:
    """The arrivals of `sources` in their order, at most `orders.limit`.

    `known` has the keys of articles whose rows need not be read again. Raises `StoppedError` when `orders.stop` says so.
    """

    def __init__(
        self, sources: Sequence[str], examiner: Examiner, orders: Orders, known: Mapping[str, str] | None = None
    ) -> None:
        self._sources = sources
        self._examiner = examiner
        self._reading = orders.reading
        self._limit = orders.limit
        self._stop = orders.stop
        self._known = known or {}
        self._first_source: dict[str, str] = {}
        self._open: deque[OpenInput] = deque()
        self._given = 0
        self._left = len(sources)

    @property
    def expected(self) -> int:
        """How many articles there will be, as far as one can say: a data set not yet begun counts as one."""
        expected = self._given + self._left
        return expected if self._limit is None else min(expected, self._limit)

    def __iter__(self) -> Iterator[Arrival]:
        for source in self._sources:
            if self._given == self._limit:
                return
            origin, entry = self._examiner.examine(source)
            self._open.append(origin)
            yield from self._limited(origin, entry)
            origin.ended = True

    def finished(self) -> Iterator[Input]:
        """Inputs that ended since the last call; to be asked when all that arrived went through a batch."""
        for origin in self._open:
            origin.settle()
        while self._open and self._open[0].ended:
            yield self._open.popleft().entry()

    def _limited(self, origin: OpenInput, entry: Input | None) -> Iterator[Arrival]:
        for arrival in self._of_input(origin, entry):
            if self._stop():
                raise StoppedError
            if self._given == self._limit:
                origin.whole = False
                return
            self._settle_twin(arrival)
            self._left -= not (origin.arrivals or origin.items)
            origin.arrivals.append(arrival)
            self._given += 1
            yield arrival

    def _of_input(self, origin: OpenInput, entry: Input | None) -> Iterator[Arrival]:
        if entry is not None and not self._must_read(entry):
            return (_kept(item, entry, origin) for item in entry.items)
        return self._read(origin)

    def _must_read(self, entry: Input) -> bool:
        """Whether a twin has lost its first copy and is the article now, and nobody has its rows."""
        seen: set[str] = set()
        for item in entry.items:
            if item.article_id is None:
                continue
            lone = item.article_id not in seen and item.article_id not in self._first_source
            if item.reason == "twin" and lone and self._known.get(item.article_id) != item.key:
                return True
            seen.add(item.article_id)
        return False

    def _settle_twin(self, arrival: Arrival) -> None:
        if arrival.article_id is None:
            return
        first = self._first_source.setdefault(arrival.article_id, arrival.source)
        if first != arrival.source:
            told = f"{arrival.source}: same content as {first}, which was taken; nothing to do"
            arrival.problem = InputError(told, reason="twin")

    def _read(self, origin: OpenInput) -> Iterator[Arrival]:
        try:
            for found in read_articles(origin.source, self._reading):
                yield _arrived(found, origin)
        except InputError as error:
            yield _arrived(error, origin)
        except Exception as fault:
            yield _arrived(fault_in(origin.source, fault), origin)
        if origin.stamp is not None and Stamp.of(origin.source) != origin.stamp:
            origin.content = None  # what was read is not what the hash says: the next run reads it again


def batches(arrivals: Arrivals, size: int) -> Iterator[list[Arrival]]:
    """The arrivals in lists of `size`, the last one shorter."""
    waiting = iter(arrivals)
    for first in waiting:
        batch = [first]
        for arrival in waiting:
            batch.append(arrival)
            if len(batch) == size:
                break
        yield batch


def _kept(item: Item, entry: Input, origin: OpenInput) -> Arrival:
    problem = None
    if item.reason is not None and item.reason != "twin":
        problem = InputError(item.message or "", reason=item.reason)
    return Arrival(entry.source_of(item), origin, None, item.article_id, item.key, problem)


def _arrived(found: Article | InputError, origin: OpenInput) -> Arrival:
    if isinstance(found, InputError):
        arrival = Arrival(_source_of(found, origin.source), origin)
        arrival.fail(found)
        return arrival
    try:
        return Arrival(found.source, origin, found, found.article_id, _key(found))
    except ValueError as fault:  # half a character, which no file can hold
        return _arrived(fault_in(found.source, fault), origin)


def _source_of(error: InputError, source: str) -> str:
    """The name the message begins with when it is a row of the source, otherwise the source."""
    row = regex.match(regex.escape(printable(source)) + r"#\d+(?=:)", str(error))
    return row[0] if row else source


def _key(article: Article) -> str:
    """Digest of all that an article's rows are made from, besides its name."""
    parts = [repr(getattr(article, part.name)) for part in fields(article) if part.name != "source"]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]
