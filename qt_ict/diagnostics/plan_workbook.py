"""Rules of workbooks that hold a plan (QT17x): its sheets, their keys, and cells that can be taken at their word."""

from qt_ict.diagnostics.finding import Rule
from qt_ict.language import Text

MISSING_SHEET = Rule(
    "QT171",
    "missing-sheet",
    Text("không có trang {sheet}", "there is no sheet {sheet}"),
    Text(
        "{unread}Lấy các trang từ tệp mẫu: qt-ict init --template plan.xlsx.",
        "{unread}Take the sheets from the template: qt-ict init --template plan.xlsx.",
    ),
    Text(
        "Một kế hoạch không thể thiếu trang này; trang trống cũng phải có dòng khóa.",
        "No plan can do without this sheet; an empty one still has its line of keys.",
    ),
    called="thiếu trang tính",
)
NO_KEYS = Rule(
    "QT172",
    "no-keys",
    Text("trang này không có dòng khóa: không ô nào ghi {key}", "this sheet has no line of keys: no cell says {key}"),
    Text(
        "Đặt trên dữ liệu một dòng ghi khóa của mỗi cột, như trong tệp mẫu: qt-ict init --template plan.xlsx.",
        "Put a line above the data with the key of every column, as in the template: qt-ict init --template plan.xlsx.",
    ),
    Text(
        "Dòng khóa cho biết cột nào là gì; tiêu đề cho người đọc ở trên dòng này viết thế nào cũng được.",
        "The line of keys says what each column is; the headings for people above it may say anything.",
    ),
    called="trang không có dòng khóa",
)
DOUBTFUL_CELL = Rule(
    "QT173",
    "doubtful-cell",
    Text("{problem}: {shown}", "{problem}: {shown}"),
    Text.same("{advice}"),
    Text(
        "Ô báo lỗi, công thức chưa tính, số bị định dạng che bớt chữ số: những ô ấy không đọc được như người ta thấy, "
        "nên không được đoán.",
        "An error, a formula never computed, a number whose format hides digits: such cells do not say what people "
        "see, so nothing is guessed.",
    ),
    called="ô không đọc được chắc chắn",
)
