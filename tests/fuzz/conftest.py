"""How long fuzzing lasts: `FUZZ_EXAMPLES` articles a property, few and always the same ones unless it says more."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_FEW = 15

_examples = int(os.environ.get("FUZZ_EXAMPLES", _FEW))
settings.register_profile(
    "fuzz",
    max_examples=_examples,
    derandomize=_examples <= _FEW,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
