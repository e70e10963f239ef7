"""To be written: elections."""

from congressx.engine import Extractor
from congressx.extractors.elections.record import ElectionRecord

EXTRACTOR = Extractor("elections", (), {"elections": ElectionRecord})
