"""Tables → one page to look at them, to find the words of every figure, and to decide whether it is right.

`page.py` makes the page, `serving.py` serves it on this machine and takes decisions. The page itself, that is its template, its style
and its scripts, is in `page/`; what it says in two languages is in `interface.tsv` and `labels.tsv`.
"""

from congressx.report.content import Content, read_content, stored_decisions
from congressx.report.page import Packed, pack, render_page
from congressx.report.serving import ReviewServer, Storing

__all__ = ["Content", "Packed", "ReviewServer", "Storing", "pack", "read_content", "render_page", "stored_decisions"]
