"""`Record` → Parquet and back: schemas from the record models, tables written whole, rows of an earlier run taken over.

Frames are in `congressx.tables.loading`: pandas is not imported by a run that only writes.
"""

from congressx.tables.keeping import KeptBatches, kept_file, pack, unpack
from congressx.tables.reusing import ArticleRows, PublishedRows, rows_by_article
from congressx.tables.schema import arrow_schema, as_arrow
from congressx.tables.writing import TableWriters

__all__ = [
    "ArticleRows",
    "KeptBatches",
    "PublishedRows",
    "TableWriters",
    "arrow_schema",
    "as_arrow",
    "kept_file",
    "pack",
    "rows_by_article",
    "unpack",
]
