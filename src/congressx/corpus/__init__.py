"""Raw files → `Article`: what the file says, no language yet. One file a format; `sources` finds the files."""

from congressx.corpus.article import Article
from congressx.corpus.limits import Reading
from congressx.corpus.opening import content_hash
from congressx.corpus.reading import read_article, read_articles
from congressx.corpus.sources import Finding, find_sources

__all__ = ["Article", "Finding", "Reading", "content_hash", "find_sources", "read_article", "read_articles"]
