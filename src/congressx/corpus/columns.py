"""Which column of a data set is what: as the user says, otherwise by the names such columns usually have."""

from __future__ import annotations

import csv
import datetime as dt
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from congressx.corpus.limits import Reading
from congressx.errors import InputError
from congressx.vietnamese.publish_lines import read_publish_line

TEXT = ("text", "content", "body", "article", "article_text", "full_text", "noi_dung", "nội dung", "noidung")
TITLE = ("title", "headline", "tieu_de", "tiêu đề", "tieude")
DATE = (
    "published", "published_at", "date_published", "publish_date", "published_date", "pub_date", "date", "ngay_dang",
    "ngày đăng", "ngaydang",
)  # fmt: skip
IDENTIFIER = ("id", "article_id", "doc_id", "uuid")
_AUTHOR = ("author", "authors", "tac_gia", "tác giả")
_SITE = ("site", "sitename", "site_name", "publisher", "domain")
_URL = ("url", "link", "source_url")
_VIETNAM = dt.timezone(dt.timedelta(hours=7))
DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns of one data set; None where it has no such column."""

    text: str
    title: str | None
    date: str | None
    identifier: str | None
    author: str | None
    site: str | None
    url: str | None


def columns_of(there: Iterable[str], reading: Reading, name: str) -> Columns:
    """The columns to read of those that are there; `InputError` names them when none fits.

    >>> columns_of(["ID", "Title", "Content", "Date"], Reading(), "a.csv").text
    'Content'
    """
    names = list(there)
    text = _named(reading.text_column, names, name, "text_column") or _usual(TEXT, names)
    if text is None:
        message = f"{name}: no column for the text; there are {_listed(names)}: name one with --text-column"
        raise InputError(message, reason="columns")
    return Columns(
        text=text,
        title=_named(reading.title_column, names, name, "title_column") or _usual(TITLE, names),
        date=_named(reading.date_column, names, name, "date_column") or _usual(DATE, names),
        identifier=_named(reading.id_column, names, name, "id_column") or _usual(IDENTIFIER, names),
        author=_usual(_AUTHOR, names),
        site=_usual(_SITE, names),
        url=_usual(_URL, names),
    )


def has_text_column(header: str) -> bool:
    """Whether a line looks like the header of a CSV file: a column for the text, and another whose name is known.

    >>> has_text_column("id;title;content"), has_text_column("Nội dung, chương trình đại hội")
    (True, False)
    """
    for delimiter in DELIMITERS:
        names = [cell.strip().strip('"') for cell in header.strip().split(delimiter)]
        if _usual(TEXT, names) and any(_usual(usual, names) for usual in (TITLE, DATE, IDENTIFIER, _URL)):
            return True
    return False


def delimiter_of(header: str) -> str:
    """What stands between the columns, by the header alone: prose in the rows has commas, too.

    >>> delimiter_of('id;"title, in full";text')
    ';'
    """
    return max(DELIMITERS, key=lambda delimiter: len(cells_of(header, delimiter)))


def cells_of(header: str, delimiter: str) -> list[str]:
    """The names in a header; none when it is no line of CSV."""
    try:
        return next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error:
        return []


def read_date(value: object) -> dt.date | None:
    """The day in Vietnam of a cell: a date, a time, or text as in ISO 8601 or on a page.

    >>> read_date("2020-06-03T20:00:00Z"), read_date("03/06/2020 16:24"), read_date("hôm qua")
    (datetime.date(2020, 6, 4), datetime.date(2020, 6, 3), None)
    """
    if isinstance(value, dt.datetime):
        return (value.astimezone(_VIETNAM) if value.tzinfo else value).date()
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        return None
    value = value.strip()
    try:
        return (
            read_date(dt.datetime.fromisoformat(value))
            if value[:4].isdigit() and "-" in value
            else _as_on_a_page(value)
        )
    except ValueError:
        return _as_on_a_page(value)


def _as_on_a_page(value: str) -> dt.date | None:
    line = read_publish_line(value)
    return line.date if line else None


def _named(wanted: str | None, names: list[str], name: str, setting: str) -> str | None:
    if wanted is None or wanted in names:
        return wanted
    option = f"--{setting.replace('_', '-')}"
    message = f"{name}: no column {wanted!r}; there are {_listed(names)}: name one of them with {option}"
    raise InputError(message, reason="columns")


def _usual(usual: tuple[str, ...], names: list[str]) -> str | None:
    folded = {unicodedata.normalize("NFC", name).strip().lower(): name for name in reversed(names)}
    return next((folded[name] for name in usual if name in folded), None)


def _listed(names: list[str]) -> str:
    shown = ", ".join(repr(name[:40]) for name in names[:20])
    more = f" and {len(names) - 20} more" if len(names) > 20 else ""
    return shown + more if names else "none"
