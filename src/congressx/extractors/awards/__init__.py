"""To be written: awards."""

from congressx.engine import Extractor
from congressx.extractors.awards.record import AwardRecord

EXTRACTOR = Extractor("awards", (), {"awards": AwardRecord})
