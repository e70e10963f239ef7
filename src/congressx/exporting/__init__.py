"""The tables of an output folder in the formats of other programs: spreadsheets, data bases, annotation tools."""

from congressx.exporting.opening import PublishedTables
from congressx.exporting.placing import Exported
from congressx.exporting.writing import FORMATS, default_target, export

__all__ = ["FORMATS", "Exported", "PublishedTables", "default_target", "export"]
