"""A run by several processes of this machine. Small runs are done in this one: starting others takes longer."""

from __future__ import annotations

import logging

from congressx.pipeline.hands.crew import CrewHands
from congressx.pipeline.hands.own import OwnHands
from congressx.pipeline.hands.tasks import Settings
from congressx.pipeline.hands.workers import Workers
from congressx.pipeline.orders import Orders

WORTH_IT = 1_000_000
"""Characters of text from which on other processes save more time than they take to start."""


def job_hands(orders: Orders, own: OwnHands) -> CrewHands:
    """`orders.jobs` processes."""

    def start() -> Workers:
        level = logging.getLogger("congressx").getEffectiveLevel()
        return Workers(orders.jobs, Settings(orders.only, orders.reading, orders.decisions, level))

    return CrewHands(own, start, orders.only, orders.jobs, WORTH_IT)
