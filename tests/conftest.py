"""Where the project's own articles and their gold stand."""

from __future__ import annotations

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
