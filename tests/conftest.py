"""Where the project's own articles and their gold stand."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def raw() -> Path:
    """The articles written for the project."""
    return ROOT / "data" / "raw"


@pytest.fixture(scope="session")
def gold() -> Path:
    """Their gold, one JSON file an article."""
    return ROOT / "tests" / "gold" / "articles"


@pytest.fixture(autouse=True)
def _at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Doctests and documentation name files from the project's root."""
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="session", autouse=True)
def _heeds_interrupts() -> None:
    """Tests that run in the background have Ctrl-C ignored, and what they start would ignore it too."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
