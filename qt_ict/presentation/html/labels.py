"""The words of the page itself, beside those of the report."""

from qt_ict.language import Text
from qt_ict.wording import terms

WORDS = {
    "skip": Text("Đến nội dung", "Skip to the content"),
    "contents": Text("Mục lục", "Contents"),
    "facts": Text("Về báo cáo này", "About this report"),
    "status": terms.ASSESSMENT,
    "all": Text("tất cả", "all"),
    "find": Text("Tìm trong các mục tiêu", "Find among the targets"),
    "shown": Text("{n} / {all} dòng", "{n} of {all} rows"),
    "sort": Text("Sắp xếp theo", "Sort by"),
    "values": Text("Số liệu của biểu đồ", "Values of the chart"),
    "notes": terms.NOTES,
    "note": Text("chú thích", "note"),
    "counts": terms.BY_STATUS,
}
