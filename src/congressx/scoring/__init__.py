"""Tables ↔ gold: which rows a careful reader would sign, how often a rule's rows are such rows, and the score of every question."""

from congressx.scoring.given import given_rows
from congressx.scoring.gold import GoldArticle, read_gold
from congressx.scoring.judging import judge
from congressx.scoring.scores import Score, Scores, Slip, score
from congressx.scoring.tally import Counts, Tally, confidence, tally

__all__ = [
    "Counts",
    "GoldArticle",
    "Score",
    "Scores",
    "Slip",
    "Tally",
    "confidence",
    "given_rows",
    "judge",
    "read_gold",
    "score",
    "tally",
]
