"""To be written: attendance."""

from congressx.engine import Extractor
from congressx.extractors.attendance.record import AttendanceRecord

EXTRACTOR = Extractor("attendance", (), {"attendance": AttendanceRecord})
