"""What the tables mean, from the record models: columns, data package, JSON Schema, and the pages people read."""

from congressx.dictionary.columns import Column, columns_of, key_of
from congressx.dictionary.json_schema import json_schema
from congressx.dictionary.package import PACKAGE, datapackage
from congressx.dictionary.pages import tables_page
from congressx.dictionary.vocabulary import Vocabulary, Word, words_of

__all__ = [
    "PACKAGE",
    "Column",
    "Vocabulary",
    "Word",
    "columns_of",
    "datapackage",
    "json_schema",
    "key_of",
    "tables_page",
    "words_of",
]
