"""CRFsuite's model file (`lCRF`, first-order): labels, attributes, the weights of both.

Format: https://github.com/chokkan/crfsuite, lib/crf/src/crf1d_model.c and lib/cqdb/src/cqdb.c (little-endian).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

_HEADER = struct.Struct("<4sI4sIIIIIIIII")
_FEATURES = struct.Struct("<4sII")
_FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])
_STRINGS = struct.Struct("<4sIIIII")
_STRING = struct.Struct("<II")
_STATE, _TRANSITION = 0, 1


class UnknownModelError(Exception):
    """The installed model is not one that is read here; caught at the door, which then asks underthesea itself."""


@dataclass(frozen=True, slots=True)
class CrfModel:
    """`state[a, y]` is the weight of attribute `a` for label `y`, `transition[x, y]` that of label `y` after label `x`.

    Shapes: (attributes, labels) and (labels, labels).
    """

    labels: tuple[str, ...]
    attributes: tuple[str, ...]
    state: npt.NDArray[np.float64]
    transition: npt.NDArray[np.float64]


def read_model(file: Path) -> CrfModel:
    """The model in `file`; `UnknownModelError` when it is in another format."""
    try:
        return _model(file.read_bytes())
    except (OSError, struct.error, ValueError, IndexError) as error:
        raise UnknownModelError(f"{file}: not a first-order CRFsuite model ({error})") from error


def _model(content: bytes) -> CrfModel:
    magic, _, kind, _, _, labels, attributes, features, label_strings, attribute_strings, *_ = _HEADER.unpack_from(
        content
    )
    if (magic, kind) != (b"lCRF", b"FOMC"):
        raise ValueError("another magic number")
    _, _, count = _FEATURES.unpack_from(content, features)
    found = np.frombuffer(content, _FEATURE, count, features + _FEATURES.size)
    names = _strings(content, label_strings), _strings(content, attribute_strings)
    if (len(names[0]), len(names[1])) != (labels, attributes):
        raise ValueError("numbers and names of labels or attributes differ")
    state, transition = np.zeros((attributes, labels)), np.zeros((labels, labels))
    for of_kind, weights in ((_STATE, state), (_TRANSITION, transition)):
        rows = found[found["kind"] == of_kind]
        np.add.at(weights, (rows["source"], rows["target"]), rows["weight"])
    return CrfModel(*names, state, transition)


def _strings(content: bytes, offset: int) -> tuple[str, ...]:
    """The strings of a constant quark database, by number."""
    _, _, _, _, count, backward = _STRINGS.unpack_from(content, offset)
    places = struct.unpack_from(f"<{count}I", content, offset + backward)
    return tuple(_string(content, offset + place) for place in places if place)


def _string(content: bytes, offset: int) -> str:
    _, size = _STRING.unpack_from(content, offset)
    return content[offset + 8 : offset + 7 + size].decode()
