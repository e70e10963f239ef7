"""Where the signs of a clause text stand: which one comes before a place, what is said from it on, and of whom."""

from __future__ import annotations

from congressx.extractors.officials.clauses import Clause, is_aside


def sign_before(clause: Clause, place: int) -> int | None:
    """The last person, title or pronoun before `place`."""
    return max((sign for sign in _signs(clause) if sign < place), default=None)


def sign_after(clause: Clause, place: int) -> int | None:
    """The first person, title or pronoun after `place`."""
    return min((sign for sign in _signs(clause) if sign > place), default=None)


def text_before(clause: Clause, place: int) -> str:
    """From the sign before up to `place`."""
    sign = sign_before(clause, place)
    return clause.text[0 if sign is None else sign + 1 : place]


def subject_before(clause: Clause, place: int) -> int | None:
    """The last person or pronoun before `place` who is not named in passing: `ông A (con trai ông B) làm |Bí thư|`."""
    text = clause.text
    bracket = text.rfind("(", 0, place)
    inside = bracket > text.rfind(")", 0, place)  # 6 ủy viên gồm A, B (|ông B| mới được bổ nhiệm |Bí thư|)
    persons = [sign for sign in (*clause.groups, *clause.pronouns) if sign < place]
    subjects = [sign for sign in persons if inside and sign > bracket]
    subjects = subjects or [sign for sign in persons if not is_aside(text, sign)]
    return max(subjects, default=None)


def holders_at(clause: Clause, place: int) -> tuple[int, ...]:
    """Indexes of the holders whom the sign there stands for; none for a title or a pronoun."""
    return tuple(clause.groups.get(place, ()))


def _signs(clause: Clause) -> tuple[int, ...]:
    return (*clause.groups, *clause.titles, *clause.pronouns)
