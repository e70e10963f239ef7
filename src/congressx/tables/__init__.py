"""`Record` → Parquet and back: schemas from the record models, tables published whole, typed frames on loading."""

from congressx.tables.loading import Tables
from congressx.tables.schema import arrow_schema
from congressx.tables.writing import TableWriters

__all__ = ["TableWriters", "Tables", "arrow_schema"]
