"""Raw files → `Article`: what the file says, no language yet. One file a format; `sources` finds the files."""

from congressx.corpus.article import Article
from congressx.corpus.sources import Finding, find_sources, read_article

__all__ = ["Article", "Finding", "find_sources", "read_article"]
