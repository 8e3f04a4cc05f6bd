"""Words that stand at more than one place: on screens, in documents, in checks; each said once.

Vietnamese ones are those of administrative papers. The words of codes are in ``report/words.py``.
"""

from qt_ict.language import Text
from qt_ict.model.figures import Flag

PERCENT = Text.same("%")
POINTS = Text("điểm phần trăm", "percentage points")
POINT = Text("điểm phần trăm", "percentage point")
POINTS_IN_CELLS = Text("điểm %", "pp")
"""The same where there is little room."""

FLAGS: dict[Flag, str] = {"provisional": "p", "estimated": "e", "break": "b"}
"""What stands in brackets behind a number that its source marks; the letters of official statistics."""

VALUE = Text("Giá trị", "Value")
TARGET = Text("Mục tiêu", "Target")
TARGETS = Text("Mục tiêu", "Targets")
INDICATOR = Text("Chỉ tiêu", "Indicator")
INDICATORS = Text("Chỉ tiêu", "Indicators")
FIGURE = Text("Số liệu", "Figure")
FIGURES = Text("Số liệu", "Figures")
BASELINE = Text("Năm gốc", "Baseline")
DOMAIN = Text("Lĩnh vực", "Domain")
AGENCY = Text("Cơ quan", "Agency")
UNIT = Text("Đơn vị tính", "Unit")
DATE = Text("Ngày", "Date")
DAY = Text("Ngày", "Day")
DOCUMENT = Text("Văn bản", "Document")
ITEM = Text("Mục", "Item")
NAME = Text("Tên", "Name")
ROUND = Text("Đợt", "Round")
SERIES = Text("Chuỗi", "Series")
CELL = Text("Ô", "Cell")
ID = Text("Mã", "Id")
CODE = Text("Mã", "Code")
SEVERITY = Text("Mức độ", "Severity")
NOTES = Text("Chú thích", "Notes")
CHANGE = Text("Thay đổi", "Change")
LINE_OF_DATA = Text("Dòng dữ liệu", "Line of data")
PRINTED = Text("Ghi trong văn bản", "Printed")

ATTAINED = Text("Đạt so với mục tiêu", "Attained")
GAP = Text("Chênh lệch so với mục tiêu", "Gap")
SHORTFALL = Text("Còn thiếu", "Shortfall")
EACH_YEAR = Text("Cần tăng (giảm) mỗi năm", "Each year")
DUE_YEAR = Text("Năm đích", "Due")
DUE_IN = Text("Năm đích ", "Due in ")
DUE = Text("Hạn: ", "Due: ")
ASSESSMENT = Text("Đánh giá", "Status")
ASSUMPTION = Text("Giả định", "Assumption")
APPENDIX = Text("Phụ lục", "Appendix")
PLAN = Text("Kế hoạch", "Plan")
PROGRESS = Text("Tiến độ", "Progress")
REASON = Text("Lý do", "Reason")
SCORE = Text("Điểm", "Score")
KEPT_BEFORE = Text("Trước đây đạt", "Kept before")
CHANCE = Text("Khả năng đạt", "Chance")
NINE_OF_TEN = Text("9 trên 10 trường hợp", "Nine of ten")
CASES_THAT_REACHED = Text("Trường hợp đạt", "Cases that reached it")

ROW = Text("dòng", "row")
OF = Text(" trên ", " of ")
NO_BASELINE = Text("chưa có số liệu năm gốc", "not measured in the baseline")
NO_FIGURES = Text("chưa có số liệu", "no figures")
NOT_REPORTED = Text("chưa có số liệu", "not reported")
UNDECIDED = Text("chưa kết luận được", "undecided")
NOT_ASSESSED = Text("chưa đánh giá được", "not assessed")
WITHOUT_STATUS = Text("Chưa đánh giá được", "Not assessed")
"""The same as a heading."""
NO_DUE_YEAR = Text("không có năm đích", "no due year")
