"""The words of the page itself, beside those of the report."""

from qt_ict.language import Text
from qt_ict.wording import terms

WORDS = {
    "skip": Text("Đến nội dung", "Skip to the content"),
    "contents": Text("Mục lục", "Contents"),
    "facts": Text("Về báo cáo này", "About this report"),
    "find": Text("Tìm trong các mục tiêu", "Find among the targets"),
    "status": terms.ASSESSMENT,
    "agency": terms.AGENCY,
    "year": Text("Năm đích", "Due year"),
    "all": Text("tất cả", "all"),
    "unnamed": Text("không nêu", "none named"),
    "shown": Text("{n} / {all} dòng", "{n} of {all} rows"),
    "reset": Text("Bỏ lọc", "Clear"),
    "sort": Text("Sắp xếp theo", "Sort by"),
    "values": Text("Số liệu của biểu đồ", "Values of the chart"),
    "notes": terms.NOTES,
    "note": Text("chú thích", "note"),
    "counts": Text("Số dòng mục tiêu theo đánh giá", "Rows by assessment"),
    "appendix": terms.APPENDIX,
    "addresses": Text("Địa chỉ trên mạng", "Addresses on the web"),
}
