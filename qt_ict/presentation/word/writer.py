"""Paragraphs, tables and pictures of a Word document, in the styles of official documents."""

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section as Pages
from docx.shared import Cm, Emu, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from qt_ict.presentation.characters import storable
from qt_ict.presentation.word.unbroken import HYPHEN, unbroken

FONT = "Times New Roman"
SIZE, TABLE_SIZE, SHEET_SIZE = 13, 10, 10.5
"""Letters of the text, of tables, and of what is to stand on one sheet [points]."""
LEFT, CENTER, RIGHT, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


def new_document(language: str, size: float = SIZE) -> WordDocument:
    """An empty A4 document with styles for text, headings, captions and tables.

    Args:
        language: What its spelling is checked against: ``vi-VN``, ``en-GB``.
        size: Letters of its text [points].
    """
    document = Document()
    _lay_out(document.sections[0])
    document.sections[0].different_first_page_header_footer = True
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Caption"):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        own = {"Title": size + 1, "Caption": size - 1}.get(name, size)
        headed = name not in ("Normal", "Caption")
        _dress(style, own, bold=headed, italic=name == "Caption")
        style.paragraph_format.space_before = Pt(round(size * 6 / SIZE) if headed else 0)
        style.paragraph_format.space_after = Pt(round(size * 4 / SIZE) if headed or size < SIZE else 6)
    _speak(document, language)
    return document


def _lay_out(section: Pages) -> None:
    """A4 with the margins of the decree."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(16)
    section.header_distance = Mm(10)


def _dress(style: ParagraphStyle, size: float, *, bold: bool, italic: bool) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, italic
    font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), FONT)
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _speak(document: WordDocument, language: str) -> None:
    """The language of the whole document, for those who check or read it aloud."""
    properties = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    spoken = properties.find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        properties.append(spoken)
    for name in ("w:val", "w:eastAsia"):
        spoken.set(qn(name), language)


def turn(document: WordDocument, *, landscape: bool, first: bool = False) -> None:
    """Go on upright or across, on a new page unless it is the first page that turns."""
    if not first:
        document.add_section()
    section = document.sections[-1]
    section.different_first_page_header_footer = first
    width, height = section.page_width, section.page_height
    assert width is not None and height is not None, "laid out when the document was made"
    if (width > height) != landscape:
        section.page_width, section.page_height = height, width
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT


def begin_anew(document: WordDocument, *, landscape: bool) -> None:
    """Go on upright or across on a new page that is the first of its own count, and so has no number."""
    turn(document, landscape=landscape)
    section = document.sections[-1]
    section.different_first_page_header_footer = True
    numbering = section._sectPr.find(qn("w:pgNumType"))
    if numbering is None:
        numbering = OxmlElement("w:pgNumType")
        section._sectPr.insert_element_before(numbering, "w:cols", "w:titlePg", "w:docGrid")
    numbering.set(qn("w:start"), "1")


def number_pages(document: WordDocument) -> None:
    """The page's number in the middle of the top margin; the first page has none."""
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.alignment = CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("text", "2"), ("end", "")):
        run = paragraph.add_run(text if kind == "text" else "")
        run.font.size = Pt(SIZE)
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif not kind:
            field = OxmlElement("w:instrText")
            field.text = text
            run._r.append(field)


def write(paragraph: Paragraph, text: str, size: float | None = None, **look: bool) -> Paragraph:
    """Add a text to a paragraph, its numbers and names never broken; ``bold``, ``italic``, ``capital``.

    With ``apart`` a unit of measure may stand below its number.
    """
    whole = unbroken(storable(text), units=not look.get("apart"))
    run = paragraph.add_run()
    for place, piece in enumerate((whole.upper() if look.get("capital") else whole).split(HYPHEN)):
        if place:
            run._r.append(OxmlElement("w:noBreakHyphen"))
        run.add_text(piece)
    run.bold, run.italic = look.get("bold"), look.get("italic")
    if size is not None:
        run.font.size = Pt(size)
    return paragraph


def centred(document: WordDocument, text: str, size: float = 14, **look: bool) -> Paragraph:
    """Add a line in the middle, as titles stand [points]."""
    paragraph = write(document.add_paragraph(), text, size, **look)
    paragraph.alignment = CENTER
    paragraph.paragraph_format.space_after = Pt(4)
    return paragraph


def heading(document: WordDocument, text: str, level: int, *, capital: bool = False) -> Paragraph:
    """Add a heading; it stays with what follows it."""
    return write(document.add_heading(level=level), text, capital=capital)


def dotted(document: WordDocument, width: float) -> Paragraph:
    """Add a dotted line, for what is written by hand.

    Args:
        document: Where it is added.
        width: Its length [cm].
    """
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    paragraph.add_run("\t")
    return paragraph


def space(document: WordDocument) -> None:
    """Add a little room, for instance behind a table."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(6)


def rule(paragraph: Paragraph, room: float, width: float) -> None:
    """A line below the middle of a paragraph, in a paragraph of its own, since borders are as wide as their text.

    Args:
        paragraph: What it stands below.
        room: Width of the column [cm].
        width: Length of the line [cm].
    """
    below = OxmlElement("w:p")
    paragraph._p.addnext(below)
    line = Paragraph(below, paragraph._parent)
    paragraph.paragraph_format.space_after = Pt(0)
    spacing = line.paragraph_format
    spacing.left_indent = spacing.right_indent = Cm(max(0, room - width) / 2)
    spacing.line_spacing, spacing.space_after = Pt(3), Pt(6)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = below.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc", "w:rPr")


def repeat_heading(row: _Row) -> None:
    """Let a row stand at the top of every page of its table."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """Let no page break go through a row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def keep_together(table: Table) -> None:
    """Let no page break go between the rows of a table."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def shade(cell: _Cell, colour: str) -> None:
    """Colour the ground of a cell."""
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        ground.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(ground)


def picture(paragraph: Paragraph, content: bytes, width: Emu | Cm, said: str) -> None:
    """Add a picture, with what it shows in words."""
    shape = paragraph.add_run().add_picture(io.BytesIO(content), width=width)
    shape._inline.docPr.set("descr", storable(said))
    # Left out, LibreOffice takes them to be an eighth of an inch, and the picture leaves its cell.
    for side in ("distT", "distB", "distL", "distR"):
        shape._inline.set(side, "0")


def bare_table(document: WordDocument, widths: tuple[float, ...], rows: int = 1) -> Table:
    """Columns without lines, for what stands side by side [cm]."""
    table: Table = document.add_table(rows=rows, cols=len(widths))
    fix_widths(table, list(widths))
    return table


def fix_widths(table: Table, widths: list[float]) -> None:
    """Give every column its width [cm]; programs read it from the cells."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)


def set_size(table: Table, size: float) -> None:
    """Set all letters of a table in one size [points]."""
    for each in table._tbl.iter(qn("w:sz"), qn("w:szCs")):
        each.set(qn("w:val"), str(round(size * 2)))
