"""What is to be done because a document lays it down, a body decides or adopts it or somebody orders it, as parts of patterns."""

from __future__ import annotations

_MEASURE = (
    r"(?:mức(?! (?:kỷ luật|án|phạt|bồi thường|giá|tiền)(?!\p{L}))|tốc độ|t[ỷỉ] lệ|tổng (?:thu|chi|sản phẩm|vốn|kim ngạch|diện tích"
    r"|đàn|sản lượng)"
    r"|grdp|gdp|cpi|lạm phát|bội chi|tăng trưởng|thu ngân sách|chi ngân sách|thu nội địa|thu nhập|kim ngạch|sản lượng|năng suất"
    r"|giá trị sản xuất|doanh thu|lợi nhuận|nâng|giảm|kéo giảm|tăng|hạ|cắt giảm|phấn đấu)(?!\p{L})"
)
FELL_SHORT = r"(?<!\p{L})(?:đều|(?:thấp|cao) hơn (?:so với )?(?:kế hoạch|kịch bản|cùng kỳ|dự báo|yêu cầu))(?!\p{L})"
"""`hầu hết chỉ tiêu đều thấp hơn kịch bản: …`: aims that are held against what came of them list none."""
LAID_DOWN = (
    r"(?:^|[.,;:]\s)\W*(?:theo |trong )?(?:dự thảo |bản |các )?(?:nghị quyết|chương trình hành động|đề án|chiến lược|quy hoạch)(?!\p{L})"
    r"(?:(?!thực hiện|kết quả|triển khai| qua |(?<!\p{L})sau )[^.;:\d,]|\d){0,60}?(?<!\p{L})"
    r"(?:xác định|nêu rõ|nêu|đặt ra|đề ra|chỉ rõ|đưa ra|ghi rõ|khẳng định|hướng tới|phấn đấu)(?!\p{L})(?=:? [^,.;])"
)
"""`Nghị quyết xác định thu nhập bình quân 80 triệu đồng`, at the head of its clause: `vượt mục tiêu nghị quyết đề ra` compares."""
DECIDED = (
    r"(?<!\p{L})(?<!(?:nhân|yếu) tố )(?:chốt|quyết nghị|quyết định|thống nhất|nhất trí|đồng ý|tán thành|đồng tình"
    r"|(?<!(?:tờ|chương|công|quy|quá|lộ|tiến|hành|giáo|phát|tường|đăng|thuyết|lập) )trình(?: quốc hội| hđnd(?: tỉnh| thành phố"
    r"| tp| huyện)?| đại hội| hội nghị)?)"
    rf" (?:(?:với|về|để|việc|cho|phương án|chỉ tiêu) ){{0,2}}{_MEASURE}"
)
"""`Quốc hội chốt GDP tăng 6,5%`, `Chính phủ trình bội chi 3,6% GDP`."""
ORDERED = (
    r"(?<!\p{L})(?<!(?:được|bàn|chuyển|khoán) )giao (?:cho )?(?:các )?(?:sở|ngành|ubnd|[uủ][ỷỷy]? ?ban nhân dân|tỉnh|huyện"
    r"|thành phố|tp|quận|xã|phường|ban|bộ|đảng [uủ]ỷ|chi bộ|mặt trận|đoàn|hội|công đoàn)"
    r"(?: (?!quản lý|sử dụng)[\p{L}.,-]*\p{L}){0,9}? (?:phải |cần )?"
    r"(?:xây|xây dựng|hoàn thành|thu|giải ngân|kết nạp|trồng|đào tạo|bảo đảm|đảm bảo|giảm|nâng|tăng|vận động|phấn đấu|đạt)(?!\p{L})"
    r"|(?<!\p{L})(?:lưu ý|nhắc nhở|căn dặn|đôn đốc) (?:các |từng |toàn )?(?:cấp|chi bộ|chi hội|chi đoàn|đảng|đơn vị|ngành|xã|phường"
    r"|địa phương|cơ sở|tổ chức)(?: \p{L}+){0,6}:(?=\s)"
)
"""`Thủ tướng giao tỉnh xây 2.000 căn nhà`, `lưu ý các chi bộ: 100% đảng viên viết thu hoạch`."""
BUDGET_OF_YEAR = (
    r"(?:^|[.;:]\s)\W*(?:dự toán|kế hoạch)(?: (?:thu|chi|vốn|ngân sách|đầu tư công"
    r"|nhà nước)){0,4} năm \d{4}(?:(?!đạt|thực hiện|đã)[^.,;:\d]){0,40}[,:](?=\s)"
)
"""`Kế hoạch năm 2020 do HĐND tỉnh giao, thu nội địa 2.000 tỷ đồng`."""
ONCE_BUILT = (
    r"(?<!(?:từ|trước|ngay) )(?<!\p{L})khi (?:(?!đã|chưa)\p{L}+ ){0,5}?(?:hoàn thành(?! (?:nhiệm|nghĩa|chương|kh[óo]a|tốt))"
    r"|hoàn thiện|đi vào (?:hoạt động|sử dụng|vận hành|khai thác)"
    r"|(?:được )?đưa vào (?:hoạt động|sử dụng|vận hành|khai thác)|xây (?:dựng )?xong|lấp đầy)(?!\p{L})"
)
"""`Khi hoàn thành, công viên đón 3.000 lượt khách`."""
NAMED_AIM = (
    r"(?<!\p{L})(?:(?<=(?:để|nhằm|phấn đấu|quyết tâm|sẽ|khó|không|chưa) (?:đạt|hoàn thành|thực hiện)(?: được)? )"
    r"|(?<!(?:thực hiện|hoàn thành|vượt|về đích|đạt|cán đích)\s(?:(?:được|cả|các|những)\s){0,2}))"
    r"(?:mục tiêu|chỉ tiêu)(?= (?:(?:khoảng|trên|hơn|gần|từ|tối thiểu|ít nhất) )?\d[\d.,]*(?:\s?-\s?\d[\d.,]*)?\s?(?:%|tỷ|tỉ"
    r"|triệu|ha|km|usd)(?!\p{L}))"
)
"""`để đạt mục tiêu 100% hộ dùng nước sạch`, where none was reached: `hoàn thành chỉ tiêu 95% hộ dùng nước sạch`."""
ADOPTED = (
    r"(?<!\p{L})(?<!được )(?:(?:thông qua|quyết nghị|biểu quyết)(?: (?:việc|về|cho))?\s+(?:\p{L}+\s+){0,2}?"
    r"(?:nghị quyết|tờ trình|danh mục|dự toán|đề án|phương án|chủ trương|quy hoạch|chỉ tiêu|biên chế|kế hoạch"
    r"|tổng biên chế|mức (?:thu|chi|phí)|(?:\d+|các) dự án)"
    r"|(?<!không )phê duyệt (?:đề án|kế hoạch|danh mục|biên chế|chỉ tiêu|tổng số|tổng mức))(?!\p{L})"
)
"""`HĐND tỉnh thông qua danh mục các dự án với tổng diện tích 135 ha`."""
ADOPTED_BEFORE = r"(?<!\p{L})theo (?:nghị quyết|đề án|kế hoạch) (?:vừa |mới |đã )?được (?:\p{L}+ ){0,2}(?:thông qua|phê duyệt)(?!\p{L})"
"""`Theo nghị quyết vừa được thông qua, thành phố thu ngân sách 42.000 tỷ đồng`."""
ASSIGNED = (
    r"(?<!\p{L})được (?:\p{L}+ ){0,3}?giao"
    r"(?= (?:phải )?(?:nhiệm vụ )?(?:thu|chi|chỉ tiêu|kế hoạch|dự toán|biên chế|\d)(?!\p{L}))"
)
"""A quota is an aim: `thành phố được giao thu ngân sách 300.000 tỷ đồng`."""
AIMS_LISTED = (
    r"(?<!\p{L})(?<!(?:thực hiện|hoàn thành|đạt|vượt)\s(?:(?:được|một số|nhiều|các|những|cả|hầu hết)\s){0,2})"
    r"(?:mục tiêu|chỉ tiêu|phương hướng|vạch đích|đích đến|cam kết|lời hứa"
    r"|kế hoạch (?:năm \d{4}|(?:sản xuất )?vụ|(?:6|sáu) tháng cuối))(?!\p{L})"
    rf"(?:(?!đạt|vượt|hoàn thành|thực hiện|đã|{FELL_SHORT})[^.;:]){{0,60}}:(?=\s)"
)
"""`hội nghị thống nhất mục tiêu năm 2024: …`: what stands behind the colon is aimed at."""
