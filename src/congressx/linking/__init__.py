"""What joins kinds: every fact to the meeting it belongs to. What joins words inside one kind is in the kind's own `link.py`."""

from congressx.linking.meetings import MEETINGS, attach_meetings

__all__ = ["MEETINGS", "attach_meetings"]
