"""To be written: memberships."""

from congressx.engine import Extractor
from congressx.extractors.memberships.record import MembershipRecord

EXTRACTOR = Extractor("memberships", (), {"memberships": MembershipRecord})
