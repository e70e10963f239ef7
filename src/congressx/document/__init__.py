"""`Article` → `Document`: the spelling settled once, page furniture typed, sentences and words with offsets."""

from congressx.document.document import Document, Section, SectionKind, Sentence
from congressx.document.reading import body_document, read_document

__all__ = ["Document", "Section", "SectionKind", "Sentence", "body_document", "read_document"]
