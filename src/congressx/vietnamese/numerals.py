"""STOPGAP until the real module arrives (its author may overwrite this file)."""

ORDINAL = r"(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín))?)"
_W = dict(zip("nhất hai ba tư bốn năm sáu bảy tám chín mười".split(), (1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10)))


def read_roman(t: str) -> int | None:
    v = dict(i=1, v=5, x=10, l=50)
    t = t.lower()
    if not t or any(c not in v for c in t):
        return None
    n = 0
    for a, b in zip(t, t[1:] + " "):
        n += -v[a] if b in v and v[b] > v[a] else v[a]
    return n


def read_ordinal(t: str) -> int | None:
    t = t.strip().lower()
    if t.isdigit():
        return int(t)
    return _W.get(t) or read_roman(t)
