"""KPI figures."""

from congressx.engine import Extractor
from congressx.extractors.kpis.link import NEEDS, link
from congressx.extractors.kpis.record import KpiRecord
from congressx.extractors.kpis.rules import RULES

EXTRACTOR = Extractor("kpis", RULES, {"kpis": KpiRecord}, link, NEEDS)
