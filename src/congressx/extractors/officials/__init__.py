"""Persons with an office or an act at the meeting, and their titles.

`Đến dự có đồng chí Trần Văn Lúa, Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Huyện ủy` is one official with two titles,
both of Huyện ủy; `ông Lúa trao giấy khen` further down adds what he does. `Tin: Trần Văn Lúa` is a by-line and none;
so is a name with neither office nor act.

A sentence is read in stations: `skeleton` puts signs for its persons and its stacks of `titles`, whose body
`title_bodies` finds; `holders` says whose title is whose, in the nouns of `holding`, with `asides` for what may stand
between, `counted_titles` for lists and `another_office` for offices of somebody else; `clauses` makes one sign of a
list of persons, and `signs` tells which comes before a place. In that `changes` reads what is given or taken, on
`outcomes` (what the words make of a title), `times_of_offices` (when it was held), `careers`, `faults` and
`replacements`;
`parts` reads who does what, by `verb_chains` behind the persons and words `in_front` of them, with `occasions`, `press`,
`punished` and `relieved`; `gapped` says whom the verb of another elects. `readings` holds what came of it, one a person.

`link` makes officials of the readings: `gathering` says who is who, `after_ballots`, `winners`, `successors`, `seats`
and `candidates` add what the article tells elsewhere, `in_passing`, `long_past`, `earlier_wins` and `another_day` take
back what is no news of it, `short_names` and `same_titles` merge. `committees` and `councillors` say what the opening is on.
"""

from congressx.engine import Extractor, LinkContext, off_subject
from congressx.extractors.officials.link import link
from congressx.extractors.officials.record import OfficialRecord, TitleRecord
from congressx.extractors.officials.rules import RULES, names_titled


def _names_no_official(context: LinkContext) -> str | None:
    """Why nobody in the document can be an official, or None."""
    reason = off_subject(context, ", and of nobody with an office")
    return None if reason and names_titled(context.document) else reason


EXTRACTOR = Extractor(
    "officials",
    RULES,
    {"officials": OfficialRecord, "titles": TitleRecord},
    link,
    needs=("meetings", "elections"),
    lookalike=r"(?<!\p{L})(?:đồng chí|đ/c|ông|bà|anh|chị|bí thư|chủ tịch|ủy viên|giám đốc|trưởng ban) \p{L}+ \p{L}+",
    sets_aside=_names_no_official,
)
