"""Tables ↔ gold: which rows a careful reader would sign, and how often a rule's rows are such rows."""

from congressx.scoring.given import given_rows
from congressx.scoring.gold import GoldArticle, read_gold
from congressx.scoring.judging import judge
from congressx.scoring.tally import Counts, Tally, confidence, tally

__all__ = ["Counts", "GoldArticle", "Tally", "confidence", "given_rows", "judge", "read_gold", "tally"]
