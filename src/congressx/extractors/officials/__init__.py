"""To be written: officials and their titles."""

from congressx.engine import Extractor
from congressx.extractors.officials.record import OfficialRecord, TitleRecord

EXTRACTOR = Extractor("officials", (), {"officials": OfficialRecord, "titles": TitleRecord})
