"""Tables ↔ gold: which rows a careful reader would sign, and how often a rule's rows are such rows."""

from congressx.scoring.gold import GoldArticle, read_gold
from congressx.scoring.judging import judge
from congressx.scoring.output import rows_by_article
from congressx.scoring.tally import Tally, tally

__all__ = ["GoldArticle", "Tally", "judge", "read_gold", "rows_by_article", "tally"]
