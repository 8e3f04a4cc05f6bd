"""The frame of an official document: head, signature, recipients; dotted where nobody has said it yet."""

from docx.document import Document as WordDocument
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from qt_ict.language import Language, Text
from qt_ict.model.organisation import ReportForm
from qt_ict.presentation.word.writer import CENTER, bare_table, rule, write
from qt_ict.report.document import Frame
from qt_ict.wording.dates import official_day

BLANK = "……………………"
_LETTER = 0.235
"""Mean width of a bold letter of the motto [cm]."""
_MOTTO = (
    Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
    Text("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
)
_NUMBER = Text("Số: ", "No.: ")
_NO_NUMBER = "……/BC-……"
_PLACE = Text.same("……………")
_DATE = Text("ngày …… tháng …… năm ……", "…… …………… ……")
_KIND = Text("BÁO CÁO", "REPORT")
_TO = Text("Kính gửi: ", "To: ")
_RECIPIENTS = Text("Nơi nhận:", "Recipients:")
_ARCHIVE = Text("- Lưu: ", "- Archive: ")


def head(document: WordDocument, frame: Frame, about: Text, language: Language) -> None:
    """Who writes, the motto, number, place and date, and what the report is about."""
    form = frame.form
    left, right = bare_table(document, (6.9, 9.5)).rows[0].cells
    if form.parent:
        _line(left, form.parent.say(language).upper(), 12)
    issuer = form.issuer or frame.plan.issuer.name
    rule(_line(left, issuer.say(language).upper(), 12, bold=True), 6.9, 2.8)
    _line(left, _NUMBER.say(language) + (form.number or _NO_NUMBER), 13)
    _line(right, _MOTTO[0].say(language), 12, bold=True)
    motto = _MOTTO[1].say(language)
    rule(_line(right, motto, 13, bold=True), 9.5, len(motto) * _LETTER)
    place, day = form.place or _PLACE, official_day(form.date) if form.date else _DATE
    _line(right, f"{place.say(language)}, {day.say(language)}", 13, italic=True)
    title = document.add_paragraph(style="Title")
    title.alignment = CENTER
    write(title, _KIND.say(language))
    title.paragraph_format.space_after = Pt(0)
    subject = document.add_paragraph()
    subject.alignment = CENTER
    rule(write(subject, about.say(language), 14, bold=True), 16.4, 6)


def addressed(document: WordDocument, form: ReportForm, language: Language) -> None:
    """To whom it goes; nothing where it is addressed to nobody."""
    names = [each.say(language) for each in form.to]
    if len(names) == 1:
        lines = [_TO.say(language) + names[0] + "."]
    else:
        ends = [";"] * (len(names) - 1) + ["."]
        lines = [_TO.say(language), *(f"- {name}{end}" for name, end in zip(names, ends, strict=True))] if names else []
    for line in lines:
        paragraph = write(document.add_paragraph(), line, 14)
        paragraph.paragraph_format.left_indent = Cm(4 if line.startswith("-") else 3)
        paragraph.paragraph_format.space_after = Pt(12 if line == lines[-1] else 2)


def foot(document: WordDocument, form: ReportForm, language: Language) -> None:
    """Recipients at the left, signature at the right."""
    left, right = bare_table(document, (8.0, 8.4)).rows[0].cells
    for side in (left, right):
        side.paragraphs[0].paragraph_format.space_before = Pt(18)
    _line(left, _RECIPIENTS.say(language), 12, centred=False, bold=True, italic=True)
    recipients = [f"- {each.say(language)};" for each in form.recipients] or ["- ……;"]
    for line in (*recipients, f"{_ARCHIVE.say(language)}{form.archive or 'VT, ……'}."):
        _line(left, line, 11, centred=False)
    signed = [each.say(language).upper() for each in (form.authority, form.position) if each]
    for line in signed or [BLANK]:
        _line(right, line, 13, bold=True)
    _line(right, "\n\n\n", 13)
    _line(right, form.name or BLANK, 13, bold=True)


def _line(cell: _Cell, text: str, size: float, centred: bool = True, **look: bool) -> Paragraph:
    """A line of a cell; the first one is there already."""
    first = cell.paragraphs[0]
    paragraph = first if not first.runs and len(cell.paragraphs) == 1 else cell.add_paragraph()
    if centred:
        paragraph.alignment = CENTER
    paragraph.paragraph_format.space_after = Pt(2)
    return write(paragraph, text, size, **look)
