"""The words of the page in its two languages, from `interface.tsv` and `labels.tsv`."""

from __future__ import annotations

from functools import cache

from congressx.vietnamese.gazetteers import rows

LANGUAGES = ("en", "vi")


@cache
def interface() -> dict[str, dict[str, str]]:
    """Sentences and buttons: {language: {key: words}}."""
    table = rows("interface.tsv", "congressx.report")
    return {language: {key: words[place] for key, *words in table} for place, language in enumerate(LANGUAGES)}


@cache
def labels() -> dict[str, dict[str, str]]:
    """Names of tables, fields and words of vocabularies: {language: {key: words}}.

    A key is `word`, or `field.word` where the word says something else in that field. What has no label is shown as it stands in
    the tables, so that a new kind needs no line here.
    """
    table = rows("labels.tsv", "congressx.report")
    return {language: {key: words[place] for key, *words in table} for place, language in enumerate(LANGUAGES)}
