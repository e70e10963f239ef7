"""Compares our words with underthesea's own, boundary by boundary, on real articles and on odd sentences made up.

`python development/parity.py corpus.jsonl.gz … --megabytes 5` prints every difference and exits with 1 if there is one. A corpus is
a JSONL file, packed or not, with `text` in every line.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from congressx.document.sentences import split_sentences
from congressx.document.words import words

PIECES = (
    "Đại hội", "ban chấp hành", "đảng bộ", "Nguyễn Văn", "UBND", "TP.", "TP.HCM", "G.", "ThS.", "Th.S", "Thes", "Mr.", "v.v.", "v.v...",
    "H'Mông", "N’Thôn", "NĐ-CP", "15/16", "02/05/2014", "10:20:50", "2,5%", "1.234,5", "1.600m-2.000m", "43H-0530", "3x4", "20m", "4K",
    "https://a.vn/b?c=(d)", "www.tin.com.vn", "ai@do.vn", ":D", ":)", ":))", "<3", "♥‿♥", "👩‍👩‍👧", "🇻🇳", "°C", "->", "==>", "--", "...",
    "…", ".", ",", ";", ":", "::", "!", "?", "(", ")", "[", "]", '"', "“", "”", "'", "’", "-", "–", "/", "%", "$", "+", "=", "_", "&", "#",
    "BOS", "EOS", "BOS EOS", "TỈNH", "ĐOÀN", "A", "Đ", "D", "ð", "Ð", "ß", "İ", "ﬁ", "½", "²", "٣", "Ⅳ", "北京", "Москва", "ΑΣ", "한국",
    "ก็", "\u0301", "\u200b", "\ufeff", "=", "a=b", "12345678901234567890123456789",
)  # fmt: skip
BETWEEN = (" ", " ", " ", " ", " ", "", "", "  ", "\u00a0", "\n", "\t", "\u2002", "\x1c", "\x85", "\u2028")
ENDS = ("", "", "", ".", " ", "\n", ". ", ".\n", " \n", "\n\n", "G. ", "G.", ":D", ":D ", "D\n")


def odd_sentences(count: int, seed: int = 1) -> Iterator[str]:
    """Sentences in which whatever is odd stands beside whatever else is; some decomposed, some in capitals, some empty."""
    draw = random.Random(seed)
    for _ in range(count):
        parts = [draw.choice(PIECES) + draw.choice(BETWEEN) for _ in range(draw.randrange(14))]
        sentence = "".join(parts).strip("" if draw.random() < 0.3 else None) + draw.choice(ENDS)
        spelled = draw.random()
        sentence = unicodedata.normalize("NFD", sentence) if spelled < 0.15 else sentence
        yield sentence.upper() if spelled > 0.9 else sentence


def sentences_of(files: Iterable[Path], megabytes: float) -> Iterator[str]:
    """Sentences of the files, up to `megabytes` of each."""
    for file in files:
        size = 0
        with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
            for line in lines:
                for paragraph in json.loads(line)["text"].split("\n"):
                    yield from (span.of(paragraph) for span in split_sentences(paragraph))
                    size += len(paragraph.encode())
                if size > megabytes * 1e6:
                    break


def differences(sentences: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Sentences whose words differ from underthesea's, with ours and theirs.

    The words of a sentence hold all its characters but blanks, so equal words without blanks are equal boundaries.
    """
    from underthesea import word_tokenize
    from underthesea.pipeline.text_normalize.character_normalize import normalize_characters_in_text

    for sentence, found in zip(sentences, words(sentences), strict=True):
        settled = (normalize_characters_in_text(sentence[start:stop]) for start, stop in found.tolist())
        ours = ["".join(word.split()) for word in settled]
        theirs = ["".join(word.split()) for word in word_tokenize(sentence, use_token_normalize=False)]
        if ours != theirs:
            yield sentence, ours, theirs


def main() -> int:
    """Prints what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="*", type=Path)
    parser.add_argument("--megabytes", type=float, default=5.5, help="of each corpus at most")
    parser.add_argument("--odd", type=int, default=5000, help="odd sentences made up")
    options = parser.parse_args()
    sentences = [*sentences_of(options.corpus, options.megabytes), *odd_sentences(options.odd)]
    count = 0
    for sentence, ours, theirs in differences(sentences):
        count += 1
        print(repr(sentence), ours, theirs, sep="\n  ")
    size = sum(len(sentence.encode()) for sentence in sentences) / 1e6
    print(f"{count} differences in {len(sentences):,} sentences, {size:.2f} MB")
    return int(count > 0)


if __name__ == "__main__":
    sys.exit(main())
