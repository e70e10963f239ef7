"""Tables ↔ gold: which rows a careful reader would sign, and how often a rule's rows are such rows."""

from congressx.scoring.gold import GoldArticle, read_gold
from congressx.scoring.judging import judge
from congressx.scoring.output import rows_by_article
from congressx.scoring.tally import Counts, Tally, confidence, tally

__all__ = ["Counts", "GoldArticle", "Tally", "confidence", "judge", "read_gold", "rows_by_article", "tally"]
