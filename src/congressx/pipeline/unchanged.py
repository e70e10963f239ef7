"""Whether there is anything to do: seen from names, stamps and, in doubt, contents; nothing is read into articles."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from congressx.corpus import Finding
from congressx.corpus.opening import STANDARD_INPUT
from congressx.output import MANIFEST, Input, Manifest, ManifestWriter, Staging, Stamp
from congressx.pipeline.arrivals import Arrivals, Examiner, OpenInput
from congressx.pipeline.orders import Orders


def is_current(old: Manifest, finding: Finding, examiner: Examiner, orders: Orders, folder: Path) -> bool:
    """Whether the last run read just these inputs, and all of them are as they were."""
    count = sum(len(entry.items) for entry in old.inputs.values())
    full = count == orders.limit
    wanted = finding.sources[: len(old.inputs)] if full else finding.sources
    too_many = orders.limit is not None and count > orders.limit
    if too_many or list(old.inputs) != wanted or old.problems != told(finding):
        return False
    stamps: dict[str, Stamp | None] = {}
    for source, entry in old.inputs.items():
        origin, _ = examiner.examine(source)
        if orders.stop() or not (entry.whole or full) or not _is_same(entry, origin, examiner, orders):
            return False
        # one that was too young to be trusted is not worth a writing
        if entry.stamp is not None and entry.stamp.mtime >= 0 and origin.stamp != entry.stamp:
            stamps[source] = origin.stamp
    if stamps:
        _note_stamps(old, stamps, folder)
    return True


def told(finding: Finding) -> list[tuple[str, str, str]]:
    """The problems of a finding as the manifest has them."""
    return [(source, error.reason, str(error)) for source, error in finding.problems]


def _is_same(entry: Input, origin: OpenInput, examiner: Examiner, orders: Orders) -> bool:
    if any(item.again for item in entry.items) or origin.content != entry.content:
        return False
    if not examiner.knows_decisions(entry):
        return False
    if origin.content is not None:
        return True
    if entry.source == STANDARD_INPUT:
        return False
    again = Arrivals([entry.source], examiner, replace(orders, limit=None))  # what could not be read still cannot
    return [found.items for found in again.finished(list(again))] == [entry.items]


def _note_stamps(old: Manifest, stamps: Mapping[str, Stamp | None], folder: Path) -> None:
    """Moved or touched files were found the same: the next run need not read them to see it."""
    with suppress(OSError), Staging(folder) as staging:
        with ManifestWriter(staging.path / MANIFEST, old.rules, old.settings) as manifest:
            for source, entry in old.inputs.items():
                manifest.add(replace(entry, stamp=stamps.get(source, entry.stamp)))
            manifest.finish(old.problems, old.tables, old.rejected, old.package)
        os.replace(staging.path / MANIFEST, folder / MANIFEST)
