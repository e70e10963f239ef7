"""Who does the work of a run: this process (`own.py`), several of this machine (`jobs.py`), or the workers of a cluster (`cluster.py`).

What they ask of one another is in `tasks.py`, what that means in `work.py`.
"""

from congressx.pipeline.hands.own import Hands, OwnHands, Pending, hands_for

__all__ = ["Hands", "OwnHands", "Pending", "hands_for"]
