"""To be written: kpis."""

from congressx.engine import Extractor
from congressx.extractors.kpis.record import KpiRecord

EXTRACTOR = Extractor("kpis", (), {"kpis": KpiRecord})
