"""What led up to the election an article reports: `Trước đó, ông An được điều động làm …` tells of another day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from congressx.document import Document, SectionKind
from congressx.engine import Mention
from congressx.extractors.elections.persons import persons_of
from congressx.extractors.elections.record import Act
from congressx.patterns import Pattern
from congressx.vietnamese.office_changes import is_before_the_news
from congressx.vietnamese.spelling import fold, phrase

_REPLACED = Pattern(phrase(r"(?<!\p{L})(?:thay|kế nhiệm)(?: thế| cho| vị trí)* (?:của )?(?:(?:ông|bà|đồng chí) )?$"))


def without_what_led_up(mentions: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """The mentions but for earlier offices of the winner and of others, told beside what the article reports.

    Who lost an office stays: it is the one that was filled. So do others appointed before, where the news are appointments.
    """
    now = [mention for mention in mentions if not _is_earlier(mention, document)]
    for mention in mentions:
        reported = not now or mention in now or _is_reported(mention, now, document)
        if reported or _is_of_the_round(mention, now, document):
            yield mention


_LONG_BEFORE = Pattern(phrase(r"\W*trước đó[\s,]*(?:(?:vào|hồi|từ|đầu|giữa|cuối) )*(?:sau|tháng|năm)(?!\p{L})"))
"""`Trước đó vào tháng 2, …`: another round."""


def _is_of_the_round(mention: Mention, now: Sequence[Mention], document: Document) -> bool:
    """`Trước đó, ông An được điều động làm Chánh Văn phòng` beside others who were appointed: one round of decisions."""
    if _LONG_BEFORE.match(document.sentences[mention.sentence].folded):
        return False
    decided = {other.value["act"] for other in now} <= {Act.APPOINTED, Act.DISMISSED}
    others = frozenset().union(*map(persons_of, now))
    return decided and mention.value["act"] is Act.APPOINTED and not persons_of(mention) & others


def _is_earlier(mention: Mention, document: Document) -> bool:
    filled = mention.value["act"] is not Act.DISMISSED and bool(mention.value["persons"])
    return filled and is_before_the_news(document.sentences[mention.sentence].folded)


def _is_reported(mention: Mention, now: Iterable[Mention], document: Document) -> bool:
    """Whether the article tells of the same office elsewhere, or its title or lead of the person and nothing else of him."""
    persons = persons_of(mention)
    told = [other for other in now if persons & persons_of(other)]
    if told:
        return any(other.value["body"] == mention.value["body"] for other in told)
    leads = [s.folded for s in document.sentences if s.section in (SectionKind.TITLE, SectionKind.LEAD)]
    return any(_is_named(person, words) for person in persons for words in (fold(document.title), *leads))


def _is_named(person: str, words: str) -> bool:
    """Whether the folded words name a person, and not as the one who was replaced."""
    before, found, _ = words.partition(person)
    return bool(found) and _REPLACED.search(before) is None
