"""What an output folder holds besides tables: the lock, the manifest, staged tables. No Parquet here, and nothing heavy."""

from congressx.output.folder import cannot_write, held
from congressx.output.manifest import (
    Input,
    Item,
    Manifest,
    ManifestWriter,
    Stamp,
    TableFile,
    content_of_file,
    short_source,
)
from congressx.output.publishing import (
    MANIFEST,
    PACKAGE,
    UNFINISHED,
    Staging,
    finish_publishing,
    forget_unfinished,
    is_gone,
    place_of,
    publishing_state,
    to_disk,
)

__all__ = [
    "MANIFEST",
    "PACKAGE",
    "UNFINISHED",
    "Input",
    "Item",
    "Manifest",
    "ManifestWriter",
    "Staging",
    "Stamp",
    "TableFile",
    "cannot_write",
    "content_of_file",
    "finish_publishing",
    "forget_unfinished",
    "held",
    "is_gone",
    "place_of",
    "publishing_state",
    "short_source",
    "to_disk",
]
