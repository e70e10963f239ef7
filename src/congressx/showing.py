"""An article in the terminal: its text with every mention coloured by kind, and under each paragraph what was read in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from congressx.document import Document, Section
from congressx.engine import FactRecord, Rejection

_EVERY_ROW = frozenset(FactRecord.model_fields)


def render(
    document: Document,
    facts: Sequence[tuple[str, FactRecord]],
    rejections: Sequence[Rejection],
    colours: Mapping[str, str],
) -> RenderableType:
    """Paragraph by paragraph: the words, then `table  rule  field=value …` for every fact, then rejected readings."""
    legend = Text("  ").join(Text(kind, style) for kind, style in colours.items())
    parts: list[RenderableType] = [legend, Text()]
    for section in document.sections:
        parts += _paragraph(document, section, facts, rejections, colours)
    return Group(*parts)


def _paragraph(
    document: Document,
    section: Section,
    facts: Sequence[tuple[str, FactRecord]],
    rejections: Sequence[Rejection],
    colours: Mapping[str, str],
) -> list[RenderableType]:
    text = Text(section.span.of(document.text), style="" if section.kind.carries_facts else "dim")
    lines: list[RenderableType] = [Text(f"[{section.kind}]", style="dim"), text]
    for table, record in facts:
        if section.span.start <= record.start < section.span.stop:
            colour = colours.get(table, "bold")
            text.stylize(colour, record.start - section.span.start, record.stop - section.span.start)
            lines.append(Text.assemble("  ", (table, colour), f"  {record.rule}  ", _fields(record)))
    for rejection in rejections:
        if section.span.start <= rejection.span.start < section.span.stop:
            quote = document.quote(rejection.span)
            reason = f"  not recorded ({rejection.kind}, {rejection.rule}, {rejection.reason}): {rejection.detail}: “{quote}”"
            lines.append(Text(reason, style="dim red"))
    return [*lines, Text()]


def _fields(record: FactRecord) -> str:
    values = record.model_dump(mode="json", by_alias=True)
    return " ".join(
        f"{name}={value}" for name, value in values.items() if name not in _EVERY_ROW and value not in (None, [])
    )
