"""Words as underthesea segments them, with offsets: `words(sentences)`.

The segmentation is underthesea's own, to the word: its model is read from the installed package and evaluated here for many
sentences at once. underthesea itself is asked where the model's files are not those known here, and for the rare sentence in which two
readings score the same (the stock tagger then decides by the order in which it adds).
"""

from congressx.document.words.door import words

__all__ = ["words"]
