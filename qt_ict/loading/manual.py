"""The pages and examples that come with the package."""

from collections.abc import Mapping
from pathlib import Path

from qt_ict.language import Text

PAGES: Mapping[str, Text] = {
    "begin": Text("Bắt đầu một kế hoạch, từ tệp mẫu hoặc từ Excel", "Begin a plan, or bring one in from a workbook"),
    "languages": Text("Kế hoạch bằng ngôn ngữ khác", "A plan in another language"),
    "figures": Text("Các tệp dữ liệu: số liệu, chỉ tiêu, mục tiêu", "The data files: figures, indicators, targets"),
    "rounds": Text("Thêm số liệu của báo cáo sau", "Add the figures of a later report"),
    "validation": Text("Tìm chỗ dữ liệu mâu thuẫn", "Find where the data contradict themselves"),
    "tour": Text("Một kết quả được tính ra thế nào", "How an answer comes about, down to the line of data"),
    "words": Text("Từ ngữ dùng trong dữ liệu và kết quả", "What each word means"),
    "options": Text("Chọn mục tiêu, đợt, dạng và ngôn ngữ", "Choose targets, rounds, form and language"),
    "progress": Text("Kế hoạch có đúng tiến độ không", "Whether a plan is on the way"),
    "forecast": Text("Khả năng đạt mục tiêu", "How likely a target is"),
    "what_if": Text("Nếu mỗi năm thêm chừng ấy thì sao", "What if so much were added a year"),
    "compare": Text("So sánh nhiều kế hoạch", "Several plans side by side"),
    "brief": Text("Một trang cho cuộc họp", "One page for a meeting"),
    "methods": Text("Các phương pháp đã công bố", "The published methods"),
    "record": Text("Đánh giá và dự báo đã đúng bao nhiêu lần", "How often statuses and chances came true"),
    "reports": Text("Trang web, Word, Excel, CSV để gửi đi", "Web page, Word, Excel, CSV to hand on"),
    "formats": Text("Các trường của JSON và CSV", "Fields and codes of JSON and CSV"),
    "python": Text("Hỏi kế hoạch bằng Python, với pandas hay polars", "Ask a plan from Python, with pandas or polars"),
    "ci": Text("Kiểm tra kế hoạch ở mỗi lần sửa", "Check a plan at every change"),
}
"""The pages an analyst needs, by name, in the order in which they are listed."""
ALSO = {
    "data": "figures",
    "indicators": "figures",
    "units": "figures",
    "excel": "begin",
    "export": "begin",
    "pandas": "python",
}
"""Other names under which people look for a page."""


def page_file(name: str) -> Path:
    """The file of a page."""
    return _beside("docs") / f"{name}.md"


def examples_folder() -> Path:
    """The folder of example plans."""
    return _beside("examples")


def _beside(folder: str) -> Path:
    """A folder in the package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / folder
    return inside if inside.is_dir() else package.parent / folder
