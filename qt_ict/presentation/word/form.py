"""The frame of an official document: head, signature, recipients; dotted where nobody has said it yet."""

from docx.document import Document as WordDocument
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from qt_ict.language import Language, Text
from qt_ict.model.organisation import ReportForm
from qt_ict.presentation.word.writer import CENTER, JUSTIFY, bare_table, centred, keep_whole, rule, write
from qt_ict.report.document import Document, Frame, Letter
from qt_ict.wording.dates import day, official_day

BLANK = "……………………"
LEFT_SIDE, RIGHT_SIDE = 6.6, 9.8
"""Widths of the sides of the head [cm]."""
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
_UP_TO = Text("Số liệu đến ", "Figures up to ")
_ATTACHED = Text(
    "(Kèm theo Báo cáo số {number} {day} của {issuer})", "(Attached to Report No. {number} of {day}, {issuer})"
)
_END = "./."


def head(document: WordDocument, frame: Frame, said: Document, language: Language) -> None:
    """Who writes, the motto, number, place and date, and what the report is about; a plain title outside Viet Nam."""
    if frame.letter is None:
        centred(document, said.title.say(language), bold=True)
        centred(document, frame.plan.issuer.name.say(language))
        if said.day:
            centred(document, (_UP_TO + day(said.day)).say(language))
        return
    _letterhead(document, frame, language)
    kind = centred(document, _KIND.say(language), bold=True)
    kind.paragraph_format.space_before, kind.paragraph_format.space_after = Pt(12), Pt(0)
    rule(centred(document, frame.letter.subject.say(language), bold=True), 16.4, 6)
    _addressed(document, frame.form, language)
    _basis(document, frame.letter, language)


def _letterhead(document: WordDocument, frame: Frame, language: Language) -> None:
    """Issuer and motto side by side; below them, on one level, the number, and the place and date."""
    form = frame.form
    table = bare_table(document, (LEFT_SIDE, RIGHT_SIDE), rows=2)
    left, right = table.rows[0].cells
    if form.parent:
        _line(left, form.parent.say(language), 12, capital=True)
    rule(_line(left, _issuer(frame).say(language), 12, bold=True, capital=True), LEFT_SIDE, 2.8)
    _line(right, _MOTTO[0].say(language).replace(" ", "\N{NO-BREAK SPACE}"), 12, bold=True)
    motto = _MOTTO[1].say(language)
    rule(_line(right, motto, 13, bold=True), RIGHT_SIDE, len(motto) * _LETTER)
    left, right = table.rows[1].cells
    _line(left, _NUMBER.say(language) + (form.number or _NO_NUMBER), 13)
    _line(right, f"{(form.place or _PLACE).say(language)}, {_day(form).say(language)}", 13, italic=True)


def attached_to(frame: Frame, language: Language) -> str:
    """What an appendix belongs to."""
    said = _ATTACHED.fill(number=frame.form.number or _NO_NUMBER, day=_day(frame.form), issuer=_issuer(frame))
    return said.say(language)


def _issuer(frame: Frame) -> Text:
    return frame.form.issuer or frame.plan.issuer.name


def _day(form: ReportForm) -> Text:
    return official_day(form.date) if form.date else _DATE


def _addressed(document: WordDocument, form: ReportForm, language: Language) -> None:
    """To whom it goes."""
    names = [each.say(language) for each in form.to]
    if len(names) < 2:
        lines = [_TO.say(language) + (f"{names[0]}." if names else BLANK)]
    else:
        ends = [";"] * (len(names) - 1) + ["."]
        lines = [_TO.say(language), *(f"- {name}{end}" for name, end in zip(names, ends, strict=True))]
    for line in lines:
        paragraph = write(document.add_paragraph(), line, 14)
        paragraph.paragraph_format.left_indent = Cm(4 if line.startswith("-") else 3)
        paragraph.paragraph_format.space_after = Pt(8 if line == lines[-1] else 2)


def _basis(document: WordDocument, letter: Letter, language: Language) -> None:
    """The documents that the report rests on, each ending ";", the last ".", and the sentence before its text."""
    for number, each in enumerate(letter.basis, 1):
        end = "." if number == len(letter.basis) else ";"
        _running(document, each.say(language) + end, italic=True)
    _running(document, letter.opening.say(language))


def _running(document: WordDocument, text: str, **look: bool) -> Paragraph:
    """A paragraph of running text."""
    paragraph = write(document.add_paragraph(), text, **look)
    paragraph.alignment = JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1)
    return paragraph


def foot(document: WordDocument, frame: Frame, language: Language) -> None:
    """The last sentence with the mark that nothing follows; recipients at the left, signature at the right."""
    if frame.letter is None:
        return
    last = _running(document, frame.letter.ending.say(language) + _END)
    last.paragraph_format.space_before, last.paragraph_format.keep_with_next = Pt(6), True
    table = bare_table(document, (8.0, 8.4))
    keep_whole(table.rows[0])
    left, right = table.rows[0].cells
    for side in (left, right):
        side.paragraphs[0].paragraph_format.space_before = Pt(6)
    form = frame.form
    _line(left, _RECIPIENTS.say(language), 12, centred=False, bold=True, italic=True)
    recipients = [f"- {each.say(language)};" for each in form.recipients] or ["- ……;"]
    for line in (*recipients, f"{_ARCHIVE.say(language)}{form.archive or 'VT, ……'}."):
        _line(left, line, 11, centred=False)
    signed = [each.say(language) for each in (form.authority, form.position) if each]
    for line in signed or [BLANK]:
        _line(right, line, 13, bold=True, capital=True)
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
