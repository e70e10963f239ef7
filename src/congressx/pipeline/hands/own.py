"""Who does the work of a run: this process, or others that do the same (`jobs.py`, `cluster.py`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from congressx.corpus import Article, Reading
from congressx.pipeline.found import Elsewhere, Found, found_in
from congressx.pipeline.orders import Orders
from congressx.review import Stored

if TYPE_CHECKING:
    from congressx.pipeline.batch import BatchReader, Done


class Pending(Protocol):
    """A batch that somebody reads."""

    def result(self) -> Done:
        """What came of it; waits."""

    def cancel(self) -> bool:
        """Takes it back; False when it is begun already."""


class Hands(Protocol):
    """Whoever reads sources and batches; a context that ends with the run."""

    @property
    def batches_ahead(self) -> int:
        """How many batches may be begun before the first of them is asked for."""

    @property
    def sources_ahead(self) -> int:
        """How many sources may be begun before the first of them is asked for."""

    def begin(self, source: str) -> None:
        """The source will be asked for soon."""

    def found(self, source: str) -> Iterator[Found]:
        """What is in a source."""

    def extract(self, articles: Sequence[Article | Elsewhere], keys: Sequence[str]) -> Pending:
        """Begins a batch of articles, whose keys may be kept with their rows."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class OwnHands:
    """This process, which begins nothing before it is asked for."""

    batches_ahead = 0
    sources_ahead = 0

    def __init__(
        self,
        only: Sequence[str] = (),
        reading: Reading | None = None,
        stop: Callable[[], bool] = lambda: False,
        decisions: Stored | None = None,
    ) -> None:
        self._decisions = decisions
        self._only = only
        self._reading = reading or Reading()
        self._stop = stop
        self._reader: BatchReader | None = None

    def begin(self, source: str) -> None:
        """Nothing to do."""

    def found(self, source: str) -> Iterator[Found]:
        """What is in a source, read as it is asked for."""
        return found_in(source, self._reading)

    def extract(self, articles: Sequence[Article | Elsewhere], keys: Sequence[str]) -> Pending:
        """A batch that is read when it is asked for."""
        return _Later(self.read, articles)

    def read(self, articles: Sequence[Article | Elsewhere]) -> Done:
        """Reads a batch."""
        if self._reader is None:
            from congressx.pipeline.batch import BatchReader

            self._reader = BatchReader(self._only, self._decisions)
        here = [article for article in articles if isinstance(article, Article)]
        return self._reader.read(here, self._stop)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to end."""


def hands_for(orders: Orders) -> Hands:
    """Those a run is to be done with."""
    own = OwnHands(orders.only, orders.reading, orders.stop, orders.decisions)
    if orders.cluster is not None:
        from congressx.pipeline.hands.cluster import cluster_hands

        return cluster_hands(orders, own)
    if orders.jobs == 1:
        return own
    from congressx.pipeline.hands.jobs import job_hands

    return job_hands(orders, own)


class _Later:
    def __init__(
        self, read: Callable[[Sequence[Article | Elsewhere]], Done], articles: Sequence[Article | Elsewhere]
    ) -> None:
        self._read = read
        self._articles = articles

    def result(self) -> Done:
        return self._read(self._articles)

    def cancel(self) -> bool:
        return True
