"""The penalties of the Party: `cảnh cáo`, `cách hết các chức vụ trong Đảng`."""

from __future__ import annotations

PENALTY = (
    r"(?:khiển trách|cảnh cáo|cách (?:chức )?(?:(?:hết|tất cả|mọi|toàn bộ) )?(?:các )?chức vụ(?: trong)? đảng"
    r"|cách chức|khai trừ)"
)
