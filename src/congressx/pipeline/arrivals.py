"""Articles on their way from the sources to a batch. A source that did not change since the last run is not read."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from congressx.corpus import Article, content_hash
from congressx.corpus.opening import STANDARD_INPUT
from congressx.errors import InputError
from congressx.output import Input, Item, Stamp, short_source
from congressx.pipeline.found import Elsewhere, Found
from congressx.pipeline.hands import Hands, OwnHands
from congressx.pipeline.orders import Orders
from congressx.pipeline.summary import StoppedError
from congressx.review import Stored
from congressx.storage import is_address

log = logging.getLogger(__name__)

_TRIED_AGAIN = frozenset({"fault", "worker_died"})
"""Reasons that another run may not give."""


@dataclass(slots=True)
class Arrival:
    """One article, or what is wrong with it. An article of an unchanged source arrives as its name and key only."""

    source: str
    origin: OpenInput | None = None
    article: Article | Elsewhere | None = None
    article_id: str | None = None
    key: str | None = None
    problem: InputError | None = None
    again: bool = False

    def fail(self, error: InputError) -> None:
        """The article gives no rows."""
        self.problem = error
        self.again = error.reason in _TRIED_AGAIN


@dataclass(slots=True)
class OpenInput:
    """A source that is being read; `entry` is what the manifest will say of it."""

    source: str
    stamp: Stamp | None = None
    content: str | None = None
    items: list[Item] = field(default_factory=list)
    given: int = 0
    """How many arrivals it gave, also those whose batch is not done."""
    whole: bool = True
    ended: bool = False

    def settle(self, arrival: Arrival) -> None:
        """One went through its batch: a data set keeps names and keys, not its texts."""
        self.items.append(self._item(arrival))

    @property
    def settled(self) -> bool:
        """Whether it gave all it has and all of that went through its batch."""
        return self.ended and len(self.items) == self.given

    def entry(self) -> Input:
        """For the manifest, when all is settled."""
        return Input(self.source, self.stamp, self.content, tuple(self.items), self.whole)

    def _item(self, arrival: Arrival) -> Item:
        reason, message = (arrival.problem.reason, str(arrival.problem)) if arrival.problem else (None, None)
        source = short_source(arrival.source, self.source)
        return Item(source, arrival.article_id, arrival.key, reason, message, arrival.again)


class Examiner:
    """Says of a source whether it changed: by its stamp, and where that leaves a doubt by its content.

    A source whose articles were decided about since the last run counts as changed.
    """

    def __init__(self, old: Mapping[str, Input], decisions: Stored | None = None) -> None:
        self._old = old
        self.decisions = decisions or Stored()
        self._contents: dict[tuple[str, Stamp], str] = {}

    def examine(self, source: str) -> tuple[OpenInput, Input | None]:
        """The source with its stamp and content, and its entry of the last run when it is the same."""
        entry = self._old.get(source)
        if is_address(source):
            return self._examine_address(source)
        stamp = None if source == STANDARD_INPUT else Stamp.of(source)
        if stamp is None:
            return OpenInput(source), None
        if entry is not None and stamp == entry.stamp:
            return OpenInput(source, stamp, entry.content), entry if self._stands(entry) else None
        content = self._content(source, stamp)
        same = entry is not None and self._stands(entry) and content == entry.content
        return OpenInput(source, stamp, content), entry if same else None

    def _examine_address(self, source: str) -> tuple[OpenInput, Input | None]:
        """Stores have no stamps, but tell for nothing what a content hash tells."""
        entry = self._old.get(source)
        try:
            content: str | None = content_hash(source)
        except (OSError, InputError):
            content = None  # the reader says why
        same = entry is not None and content is not None and self._stands(entry) and content == entry.content
        return OpenInput(source, None, content), entry if same else None

    def knows_decisions(self, entry: Input) -> bool:
        """Whether the rows of the input were made with the decisions that there are now."""
        return all(self.decisions.are_in(item.article_id, item.key) for item in entry.items)

    def _stands(self, entry: Input) -> bool:
        return entry.settled and self.knows_decisions(entry)

    def _content(self, source: str, stamp: Stamp) -> str | None:
        if (source, stamp) not in self._contents:
            try:
                self._contents[source, stamp] = content_hash(source)
            except (OSError, InputError):
                return None  # the reader says why
        return self._contents.pop((source, stamp)) if stamp.young else self._contents[source, stamp]


class Arrivals:
    """The arrivals of `sources` in their order, at most `orders.limit`.

    `known` has the keys of articles whose rows need not be read again; `hands` read. Raises `StoppedError` when `orders.stop` says so.
    """

    def __init__(
        self,
        sources: Sequence[str],
        examiner: Examiner,
        orders: Orders,
        known: Mapping[str, str] | None = None,
        hands: Hands | None = None,
    ) -> None:
        self._sources = sources
        self._examiner = examiner
        self._hands = hands or OwnHands(reading=orders.reading)
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
        for origin, entry in self._examined():
            if self._given == self._limit:
                return
            self._open.append(origin)
            yield from self._limited(origin, entry)
            origin.ended = True

    def finished(self, batch: Iterable[Arrival] = ()) -> Iterator[Input]:
        """Inputs that are done, now that the next batch of arrivals is."""
        for arrival in batch:
            if arrival.origin is not None:
                arrival.origin.settle(arrival)
        while self._open and self._open[0].settled:
            yield self._open.popleft().entry()

    def _examined(self) -> Iterator[tuple[OpenInput, Input | None]]:
        """The sources, some ahead of the one that is asked for, so that several are read at once."""
        ahead: deque[tuple[OpenInput, Input | None]] = deque()
        for source in self._sources:
            origin, entry = self._examiner.examine(source)
            if entry is None:
                self._hands.begin(source)
            ahead.append((origin, entry))
            while len(ahead) > self._hands.sources_ahead:
                yield ahead.popleft()
        yield from ahead

    def _limited(self, origin: OpenInput, entry: Input | None) -> Iterator[Arrival]:
        for arrival in self._of_input(origin, entry):
            if self._stop():
                raise StoppedError
            if self._given == self._limit:
                origin.whole = False
                return
            self._settle_twin(arrival)
            self._left -= not origin.given
            origin.given += 1
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
        for found in self._hands.found(origin.source):
            yield _arrived(found, origin, self._examiner.decisions)
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


def _arrived(found: Found, origin: OpenInput, decisions: Stored) -> Arrival:
    key = decisions.key(found.article_id, found.key)
    arrival = Arrival(found.source, origin, found.article, found.article_id, key)
    if found.problem is not None:
        arrival.fail(found.problem)
    return arrival
