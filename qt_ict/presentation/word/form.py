"""The frame of an official document: head, signature, recipients; dotted where nobody has said it yet."""

from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from qt_ict.language import Language, Text
from qt_ict.presentation.word.writer import CENTER, bare_table, underline, write
from qt_ict.report.plan_report.description import PlanReport

BLANK = "……………………"
_MOTTO = (
    Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
    Text("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
)
_NUMBER = Text("Số: ……/BC-……", "No.: ……/BC-……")
_PLACE_AND_DATE = Text("……………, ngày …… tháng …… năm ……", "……………, …… …………… ……")
_KIND = Text("BÁO CÁO", "REPORT")
_RECIPIENTS = Text("Nơi nhận:", "Recipients:")
_ARCHIVE = Text("- Lưu: VT, …….", "- Archive: VT, …….")


def head(document: WordDocument, report: PlanReport, language: Language) -> None:
    """Who writes, the motto, number, place and date, and what the report is about."""
    left, right = bare_table(document, (6.9, 9.5)).rows[0].cells
    _line(left, report.plan.issuer.name.say(language).upper(), 12)
    underline(_line(left, BLANK, 12, bold=True))
    _line(left, _NUMBER.say(language), 13)
    _line(right, _MOTTO[0].say(language), 12, bold=True)
    underline(_line(right, _MOTTO[1].say(language), 13, bold=True))
    _line(right, _PLACE_AND_DATE.say(language), 13, italic=True)
    title = document.add_paragraph(style="Title")
    title.alignment = CENTER
    write(title, _KIND.say(language))
    title.paragraph_format.space_after = Pt(0)
    subject = document.add_paragraph()
    subject.alignment = CENTER
    write(subject, report.title.say(language), 14, bold=True)


def foot(document: WordDocument, language: Language) -> None:
    """Recipients at the left, signature at the right."""
    left, right = bare_table(document, (8.0, 8.4)).rows[0].cells
    for side in (left, right):
        side.paragraphs[0].paragraph_format.space_before = Pt(18)
    _line(left, _RECIPIENTS.say(language), 12, centred=False, bold=True, italic=True)
    for line in ("- ……;", _ARCHIVE.say(language)):
        _line(left, line, 11, centred=False)
    _line(right, BLANK, 13, bold=True)
    _line(right, "\n\n\n", 13)
    _line(right, BLANK, 13, bold=True)


def _line(cell: _Cell, text: str, size: float, centred: bool = True, **look: bool) -> Paragraph:
    """A line of a cell; the first one is there already."""
    first = cell.paragraphs[0]
    paragraph = first if not first.runs and len(cell.paragraphs) == 1 else cell.add_paragraph()
    if centred:
        paragraph.alignment = CENTER
    paragraph.paragraph_format.space_after = Pt(2)
    return write(paragraph, text, size, **look)
