"""Bytes → text, with the encoding that was decided on and how sure that is; what cannot be told is refused, never guessed."""

from congressx.corpus.encodings.detection import Decoded, decode

__all__ = ["Decoded", "decode"]
