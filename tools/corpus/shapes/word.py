# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Word documents: page fields, widths, shading."""

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt


def new_document(font="Calibri", size=11):
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = font, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(2.2))
    return document


def add_field(paragraph, code):
    for kind in ("begin", "code", "separate", "shown", "end"):
        run = paragraph.add_run("1" if kind == "shown" else "")
        if kind == "code":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = code
            run._r.append(element)
        elif kind != "shown":
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)


def page_of_pages(paragraph, before="Sida ", between=" av "):
    paragraph.add_run(before)
    add_field(paragraph, "PAGE")
    paragraph.add_run(between)
    add_field(paragraph, "NUMPAGES")


def text_in(cell, texts, bold=False, size=None, style=None):
    for index, text in enumerate(texts or [""]):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        if style:
            paragraph.style = style
        run = paragraph.add_run(text)
        run.bold = bold or None
        if size:
            run.font.size = Pt(size)


def repeat_header(row):
    row._tr.get_or_add_trPr().append(parse_xml(f'<w:tblHeader {nsdecls("w")}/>'))


def set_widths(table, centimetres):
    """Fixed column widths, in the grid and in each cell that is not merged."""
    table.autofit = False
    for column, width in zip(table.columns, centimetres):
        column.width = Cm(width)
    for row in table.rows:
        if len({id(cell._tc) for cell in row.cells}) == len(centimetres):
            for cell, width in zip(row.cells, centimetres):
                cell.width = Cm(width)


def shade(cell, colour):
    """Fills a cell with a colour, six hexadecimal digits."""
    cell._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>')
    )
