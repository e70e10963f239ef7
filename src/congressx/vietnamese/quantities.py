"""STOPGAP until the real module arrives (its author may overwrite this file)."""
from enum import StrEnum

class Comparator(StrEnum):
    EQ = "eq"; GT = "gt"; GE = "ge"; LT = "lt"; LE = "le"; NEARLY = "nearly"; APPROX = "approx"; RANGE = "range"

class Unit(StrEnum):
    PERCENT = "percent"; PER_MILLE = "per_mille"; VND = "vnd"; USD = "usd"; TIMES = "times"; RATIO = "ratio"; COUNT = "count"; DURATION = "duration"; MEASURE = "measure"
