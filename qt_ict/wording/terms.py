"""Words that stand at more than one place: on screens, in documents, in checks; each said once.

Vietnamese ones are those of administrative papers. The words of codes are in ``report/words.py``.
"""

from qt_ict.language import Text

PERCENT = Text.same("%")
POINTS = Text("điểm phần trăm", "percentage points")
POINT = Text("điểm phần trăm", "percentage point")
POINTS_IN_CELLS = Text("điểm %", "pp")
"""The same where there is little room."""

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
DOCUMENT = Text("Văn bản", "Document")
ITEM = Text("Mục", "Item")
NAME = Text("Tên", "Name")
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
EACH_YEAR = Text("Cần tăng mỗi năm", "Each year")
DUE_YEAR = Text("Năm đích", "Due")
ASSESSMENT = Text("Đánh giá", "Status")
PROGRESS = Text("Tiến độ", "Progress")
REASON = Text("Lý do", "Reason")
SCORE = Text("Điểm", "Score")
KEPT_BEFORE = Text("Trước đây đạt", "Kept before")
CHANCE = Text("Khả năng đạt", "Chance")
NINE_OF_TEN = Text("9 trên 10 trường hợp", "Nine of ten")
CASES_THAT_REACHED = Text("Trường hợp đạt", "Cases that reached it")
BY_STATUS = Text("Số mục tiêu theo đánh giá", "Rows by status")

ROW = Text("dòng", "row")
OF = Text(" trên ", " of ")
NO_BASELINE = Text("chưa có số liệu năm gốc", "not measured in the baseline")
NO_FIGURES = Text("chưa có số liệu", "no figures")
UNDECIDED = Text("chưa kết luận được", "undecided")
NOT_ASSESSED = Text("chưa đánh giá được", "not assessed")
NO_DUE_YEAR = Text("không có năm đích", "no due year")
NOT_MEASURED = Text("chưa đo được", "not measurable")
