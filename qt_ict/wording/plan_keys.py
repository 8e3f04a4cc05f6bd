"""What the keys and sheets of a plan are called in a workbook; a key without a name here is shown as it is."""

from collections.abc import Mapping

from qt_ict.language import Text
from qt_ict.wording import terms

KEYS: Mapping[str, Text] = {
    "id": terms.ID,
    "round": terms.ROUND,
    "section": Text("Trang", "Sheet"),
    "code": terms.CODE,
    "key": Text("Khóa", "Key"),
    "name": terms.NAME,
    "vi": Text("Tên tiếng Việt", "Name in Vietnamese"),
    "en": Text("Tên tiếng Anh", "Name in English"),
    "value": terms.VALUE,
    "unit": terms.UNIT,
    "date": terms.DATE,
    "document": terms.DOCUMENT,
    "number": Text("Số, ký hiệu", "Number of the document"),
    "issuer": Text("Cơ quan ban hành", "Issuer"),
    "area": Text("Địa bàn", "Area it is for"),
    "languages": Text("Ngôn ngữ", "Languages"),
    "identified_by": Text("Nguồn của số và ngày", "Where number and date come from"),
    "carries_out": Text("Thực hiện văn bản", "Carries out"),
    "basis": Text("Căn cứ", "Legal basis"),
    "kind": Text("Loại", "Kind"),
    "one": Text("Một cái (tiếng Anh)", "A single one"),
    "per": Text("Tính trên", "Counted among"),
    "factor": Text("Nhân với", "Factor"),
    "source": Text("Nguồn (mục)", "Source (item)"),
    "comparator": Text("So sánh", "Comparator"),
    "printed": Text("Tỷ lệ in trong văn bản", "Ratio as printed"),
    "of": Text("Của số liệu", "Of the figure"),
    "parts": Text("Gồm các số liệu", "Its parts"),
    "conflicts_with": Text("Mâu thuẫn với", "Conflicts with"),
    "implies": Text("Kéo theo", "Implies"),
    "low": Text("Cận dưới", "Low"),
    "high": Text("Cận trên", "High"),
    "confidence": Text("Độ tin cậy (%)", "Confidence (%)"),
    "standard_error": Text("Sai số chuẩn", "Standard error"),
    "rounded_to": Text("Làm tròn đến", "Rounded to"),
    "definition": Text("Định nghĩa khác", "Other definition"),
    "cumulative": Text("Lũy kế", "Cumulative"),
    "note": Text("Ghi chú", "Note"),
    "numerator": Text("Tử số", "Counted (numerator)"),
    "denominator": Text("Mẫu số", "Counted among (denominator)"),
    "figure": terms.FIGURE,
    "better": Text("Chiều tốt", "Which way is better"),
    "domain": terms.DOMAIN,
    "agency": terms.AGENCY,
    "cooperating": Text("Cơ quan phối hợp", "Cooperating agencies"),
    "reference": Text("Nhóm tham chiếu", "Class of past cases"),
    "edition": Text("Ấn bản", "Edition"),
    "due": Text("Hạn", "Due"),
    "due_inferred": Text("Nguồn của hạn", "Due inferred from"),
    "measure": Text("Cách đo", "Measure"),
    "indicator": terms.INDICATOR,
    "within": Text("Trong mục tiêu", "Within the target"),
    "from_baseline": Text("So với năm gốc", "From the baseline"),
    "date_assumed": Text("Ngày giả định", "Date assumed"),
    "transcribed": Text("Chép từ văn bản", "Transcribed"),
    "reports": Text("Thực hiện chế độ báo cáo", "Fulfils the duties"),
    "to": Text("Gửi", "To"),
    "every": Text("Kỳ báo cáo", "Every"),
    "legal_basis": Text("Là căn cứ", "Legal basis"),
    "accept": Text("Chấp nhận", "Accepted"),
    "archive": Text("Lưu", "Archive"),
    "authority": Text("Quyền hạn", "Authority"),
    "band": Text("Dải (hai đầu đều buộc)", "Band (both ends bind)"),
    "base": Text("Gốc mới", "New base"),
    "break": Text("Gián đoạn", "Break"),
    "ceiling": Text("Mức cao nhất", "Highest possible"),
    "columns": Text("Các cột", "Columns"),
    "decimals": Text("Số chữ số thập phân", "Decimals"),
    "every_inferred": Text("Kỳ báo cáo suy ra", "Every inferred"),
    "flag": Text("Tình trạng số liệu", "Flag"),
    "flags": Text("Cột tình trạng", "Flags"),
    "floor": Text("Mức thấp nhất", "Lowest possible"),
    "form": Text("Thể thức", "Form"),
    "from": Text("So với năm", "From the year"),
    "holds": Text("Giữ nguyên qua các đợt", "Holds in later rounds"),
    "milestones": Text("Các mốc", "Milestones"),
    "negative": Text("Có thể âm", "May be negative"),
    "parent": Text("Cơ quan cấp trên", "Parent agency"),
    "place": Text("Nơi ký", "Place"),
    "position": Text("Chức vụ", "Position"),
    "rank": Text("Là thứ hạng", "Is a rank"),
    "recipients": Text("Nơi nhận", "Recipients"),
    "restates": Text("Công bố lại", "Restates"),
    "revisions": Text("Sửa đổi", "Revisions"),
    "why": terms.REASON,
    "seen": Text("Các số liên quan", "Numbers seen"),
}
"""The name of each key."""

_PER_PERIOD = Text("Tính theo kỳ", "Counted per")
OF_SHEETS: Mapping[tuple[str, str], Text] = {("figures", "per"): _PER_PERIOD, ("indicators", "per"): _PER_PERIOD}
"""The name of a key in a sheet where it means something else."""

EXAMPLES: Mapping[tuple[str, str], Text] = {
    ("figures", "per"): Text(
        "Chỉ khi đếm theo kỳ, như số người được tập huấn trong năm: year.",
        "Only for things counted per period, such as people trained in a year: year.",
    ),
    ("figures", "printed"): Text("Như văn bản in: 45,65%.", "As the document prints it: 45.65%."),
    ("figures", "holds"): Text(
        "true khi số không tự đổi, như số xã: đợt sau dùng lại.",
        "true for a number that does not change by itself, such as communes: later rounds use it.",
    ),
    ("targets", "value"): Text("Như 80; hai số với between: 40, 60.", "Such as 80; with between two: 40, 60."),
    ("targets", "due"): Text(
        "Như 2025, 2025-06, 2025-Q2, before 2025, 2021-2025, yearly.",
        "Such as 2025, 2025-06, 2025-Q2, before 2025, 2021-2025, yearly.",
    ),
    ("targets", "from_baseline"): Text(
        "Thay cho giá trị, như -30%, +10 points, double.", "Instead of a value, such as -30%, +10 points, double."
    ),
    ("targets", "from"): Text("Năm được so, như 2019.", "The year that is meant, such as 2019."),
    ("targets", "band"): Text(
        "true với between 40, 60 khi vượt 60 cũng là không đạt.",
        "true with between 40, 60 where more than 60 misses it too.",
    ),
    ("targets", "milestones"): Text("Như {{2022: 50, 2023: 58}}.", "Such as {{2022: 50, 2023: 58}}.").fill(),
    ("units", "rank"): Text(
        "true với loại index, cho thứ hạng 1, 2, 3.", "true with the kind index, for ranks 1, 2, 3."
    ),
    ("units", "per"): Text(
        "Với loại density: mã đơn vị tính của mẫu số, như people.",
        "With the kind density: the unit of what it is counted among, such as people.",
    ),
    ("units", "factor"): Text("Như 100 (trên 100 dân), 1000.", "Such as 100 (per 100 people), 1000."),
}
"""What a cell may say, by sheet and key, where its name does not tell."""

SHEETS: Mapping[str, Text] = {
    "plan": Text(
        "Kế hoạch: văn bản nào, ai ban hành, cho địa bàn nào.", "The plan: which document, by whom, for which area."
    ),
    "figures": Text(
        "Số liệu, mỗi hàng một con số. Số của đợt sau: thêm một cột mang mã của đợt, hoặc một hàng có ghi đợt. "
        "Ô hiện bao nhiêu chữ số thì đọc bấy nhiêu.",
        "Figures, a row each. Numbers of later rounds: a column named by the round's id, or a row that names the "
        "round. The digits that a cell shows are those that count.",
    ),
    "indicators": Text(
        "Chỉ tiêu: tử số / mẫu số × nhân với, hoặc một số liệu. Không gõ giá trị vào đây.",
        "Indicators: numerator / denominator × factor, or a figure as it stands. Values are never typed in here.",
    ),
    "targets": Text(
        "Mục tiêu, mỗi hàng một mục tiêu; chưa ai đo thì ghi none ở cột cách đo.",
        "Targets, a row each; what nobody has measured has the measure none.",
    ),
    "rounds": Text(
        "Các đợt số liệu. Đợt đầu là năm gốc; mã của đợt sau là ngày của nó.",
        "The rounds of figures. The first is the baseline; the id of a later one is its date.",
    ),
    "units": Text(
        "Đơn vị tính: share là tỷ lệ phần trăm, density là mật độ, count là số đếm.",
        "Units of measure: share is part of a whole, density a rate without a ceiling, count whole things.",
    ),
    "domains": Text("Lĩnh vực, như các đề mục của kế hoạch.", "Domains, as the plan's headings."),
    "agencies": Text("Cơ quan chịu trách nhiệm.", "The agencies that answer for it."),
    "sources": Text("Các mục của văn bản, để ghi nguồn.", "Items of the document, as sources cite them."),
    "duties": Text(
        "Chế độ báo cáo: ai báo cáo, cho ai, mấy lần.", "Reporting duties: who reports, to whom, how often."
    ),
    "documents": Text("Văn bản mà kế hoạch dẫn.", "Documents that the plan cites."),
    "report": Text("Thể thức của báo cáo.", "The frame of reports."),
    "sheets": Text("Cách viết bảng số liệu nhận được.", "How the sheets that arrive are written."),
    "accept": Text(
        "Phát hiện được chấp nhận: ở mục nào, quy tắc nào, lý do, với những số nào.",
        "Findings that are accepted: at which entry, of which rule, why, for which numbers.",
    ),
    "restates": Text("Số công bố trước cho cùng ngày.", "What was published before for the same date."),
    "revisions": Text("Văn bản sau sửa mục tiêu.", "What later documents made of a target."),
}
"""What stands above each sheet."""


def key_name(path: str, sheet: str = "") -> Text:
    """The name of a key, and of the part of it where a path leads further.

    Args:
        path: The key, or keys with dots between them.
        sheet: The sheet that it stands in.

    >>> key_name("note.vi").en, key_name("2012-12-31").vi
    ('Note (vi)', '2012-12-31')
    """
    key, _, below = path.partition(".")
    name = OF_SHEETS.get((sheet, key)) or KEYS.get(key, Text.same(key))
    return name + f" ({below})" if below else name
