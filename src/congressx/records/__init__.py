"""`Mention` → validated `Record`, or a `RejectionRecord` with its reason."""

from congressx.records.article import ArticleRecord, RejectionRecord, SectionRecord
from congressx.records.validation import validate

__all__ = ["ArticleRecord", "RejectionRecord", "SectionRecord", "validate"]
