"""To be written: terms."""

from congressx.engine import Extractor
from congressx.extractors.terms.record import TermRecord

EXTRACTOR = Extractor("terms", (), {"terms": TermRecord})
