"""What is taken from the installed underthesea: its tokenizer, its featurizer, its model's files, and the answer itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
import regex

from congressx.document.words.crfsuite import UnknownModelError, read_model
from congressx.document.words.groups import Ids
from congressx.document.words.segmenter import Segmenter
from congressx.document.words.tokens import PLAIN, Answers
from congressx.document.words.weights import FLAGS, weights_of
from congressx.span import Span

MODEL = "ws_crf_vlsp2013_20230727"
_OWN = "T[0]."
_CLUSTER = regex.compile(r"(?s:.)[\p{M}\u1160-\u11ff]*")
"""What is normalised by itself: a character with its marks, a Hangul syllable written in its letters."""
_SETTLED = regex.compile(rf"[ {PLAIN}]*")


def segmenter() -> Segmenter:
    """The evaluator of the installed model; `UnknownModelError` when the package is not laid out as known here."""
    try:
        import joblib
        import underthesea.pipeline.word_tokenize as package
        from underthesea.pipeline.text_normalize.character_normalize import normalize_characters_in_text
        from underthesea.pipeline.word_tokenize.regex_tokenize import patterns
        from underthesea_core import CRFFeaturizer
    except ImportError as error:
        raise UnknownModelError(f"underthesea is laid out in another way ({error})") from error
    folder = Path(package.__file__).parent / "models" / MODEL
    try:
        templates, dictionary = joblib.load(folder / "features.bin"), joblib.load(folder / "dictionary.bin")
    except OSError as error:
        raise UnknownModelError(f"{folder}: no such model ({error})") from error
    featurizer = CRFFeaturizer(templates, dictionary)

    def tokenize(text: str) -> list[tuple[str, int, int]]:
        settled = text if _SETTLED.fullmatch(text) else normalize_characters_in_text(text)
        found = [(match.group(), match.start(), match.end()) for match in patterns.finditer(settled)]
        places = _places(text, settled, normalize_characters_in_text)
        return [(token, places[start], places[stop]) for token, start, stop in found]

    def ask(token: str) -> Answers:
        (answers,) = featurizer.process([[[token]]])[0]
        own = dict(answer.removeprefix(_OWN).split("=", 1) for answer in answers if answer.startswith(_OWN))
        return own["lower"], sum((own[flag] == "True") << n for n, flag in enumerate(FLAGS))

    return Segmenter(weights_of(read_model(folder / "models.bin"), templates, dictionary), tokenize, ask)


def _places(text: str, settled: str, settle: Callable[[str], str]) -> Sequence[int]:
    """For each offset in the settled text the offset in `text`.

    Marks join a letter from its side, so offsets inside a cluster are counted from its end.
    """
    if len(settled) == len(text):
        return range(len(text) + 1)
    places = [0]
    for cluster in _CLUSTER.finditer(text):
        start, stop = cluster.span()
        places += [max(start, stop - left) for left in reversed(range(len(settle(cluster.group()))))]
    return places


def stock_words(sentence: str) -> Ids:
    """Words of one sentence as underthesea gives them, found again in the sentence. Shape (words, 2)."""
    from underthesea import word_tokenize
    from underthesea.pipeline.text_normalize.character_normalize import normalize_characters_in_text

    settled = normalize_characters_in_text(sentence)
    places = _places(sentence, settled, normalize_characters_in_text)
    spans = align(settled, word_tokenize(sentence, use_token_normalize=False))
    return np.array([(places[span.start], places[span.stop]) for span in spans], dtype=np.int64).reshape(-1, 2)


def align(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Spans in `text` of `words`, which follow one another in it; blanks inside a word may differ from the text's.

    >>> align("tổ  chức\\nhội nghị", ["tổ chức", "hội nghị"])
    (Span(start=0, stop=8), Span(start=9, stop=17))
    """
    spans = []
    place = 0
    for word in words:
        start = place
        for syllable in word.split():
            found = text.find(syllable, place)
            if found < 0:
                raise ValueError(f"word {word!r} is not in the text after offset {place}")
            start = found if place == start else start
            place = found + len(syllable)
        if place > start:
            spans.append(Span(start, place))
    return tuple(spans)
