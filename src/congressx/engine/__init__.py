"""The nouns extractors are written in (Rule, Finder, Draft, Doubt, Mention, Extractor, Record) and the loop that runs them."""

from congressx.engine.extractor import Extractor, LinkContext, off_subject
from congressx.engine.mention import Doubt, Draft, Mention, Rejection
from congressx.engine.record import FactRecord
from congressx.engine.rule import Answer, Finder, Reading, Rule
from congressx.engine.run import Run, in_order, run

__all__ = [
    "Answer",
    "Doubt",
    "Draft",
    "Extractor",
    "FactRecord",
    "Finder",
    "LinkContext",
    "Mention",
    "Reading",
    "Rejection",
    "Rule",
    "Run",
    "in_order",
    "off_subject",
    "run",
]
