# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form as a Word document, for LibreOffice Writer to print."""

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from form import columns_of, printed, rows_of
from html_form import widths_of

VALIGN = {"top": WD_CELL_VERTICAL_ALIGNMENT.TOP, "middle": WD_CELL_VERTICAL_ALIGNMENT.CENTER,
          "bottom": WD_CELL_VERTICAL_ALIGNMENT.BOTTOM}


def docx_of(content, options, style):
    document = Document()
    _page(document, options, style)
    if options.get("instructions") == "first":
        _instructions(document, content, options)
        document.add_page_break()
    _top(document, content, options)
    engines = {"flow": _flow, "tabs": _tabs, "table": _table}
    engines[options.get("engine", "table")](document, content, options, style)
    if options.get("instructions", "last") == "last" and content.instructions:
        document.add_page_break()
        _instructions(document, content, options)
    return document


def _page(document, options, style):
    section = document.sections[0]
    width, height = Mm(210), Mm(297)
    if options.get("landscape"):
        section.orientation, width, height = WD_ORIENT.LANDSCAPE, height, width
    section.page_width, section.page_height = width, height
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(style.margin))
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = style.font, Pt(style.size)
    normal.paragraph_format.space_after = Pt(options.get("space_after", 3))
    normal.paragraph_format.line_spacing = style.spacing
    if options.get("header"):
        section.header.paragraphs[0].text = options["header"]
    if options.get("footer"):
        _footer(section.footer.paragraphs[0], options["footer"])
    if options.get("auto_hyphens"):
        setting = OxmlElement("w:autoHyphenation")
        setting.set(qn("w:val"), "true")
        document.settings.element.append(setting)


def _footer(paragraph, text):
    """`{page}` and `{pages}` become fields."""
    for part in text.replace("{pages}", "\0NUMPAGES\0").replace("{page}", "\0PAGE\0").split("\0"):
        run = paragraph.add_run("" if part in ("PAGE", "NUMPAGES") else part)
        if part in ("PAGE", "NUMPAGES"):
            for kind, code in (("begin", None), (None, part), ("end", None)):
                element = OxmlElement("w:fldChar" if kind else "w:instrText")
                if kind:
                    element.set(qn("w:fldCharType"), kind)
                else:
                    element.text = code
                run._r.append(element)


def _top(document, content, options):
    for line in options.get("letterhead", []):
        document.add_paragraph().add_run(line).font.size = Pt(8)
    if options.get("head", "in-table") == "above":
        document.add_heading(printed(content.title, options), 1)
        document.add_paragraph(printed(content.district[2], options))
    elif options.get("head") == "one-line":
        title = f"{content.title}, {content.district[2]}"
        document.add_paragraph().add_run(printed(title, options)).bold = True


def _instructions(document, content, options):
    if content.instructions:
        document.add_heading(content.heads.get("instructions", ""), 2)
        for paragraph in content.instructions:
            document.add_paragraph(printed(paragraph, options))


def _tabs(document, content, options, style):
    """Label, tab, comment: a paragraph with a hanging indent, which is the first tab stop."""
    indent = Mm(options.get("indent", 110))
    for row in rows_of(content, options):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = indent
        paragraph.paragraph_format.first_line_indent = -indent
        label, words = (row.cells.get(c, []) for c in ("area", "comment"))
        paragraph.add_run(" ".join(label)).bold = row.kind != "area"
        paragraph.add_run("\t" + "\n".join(words))


def _flow(document, content, options, style):
    for row in rows_of(content, options):
        if row.kind == "title":
            continue
        name = " ".join(row.cells["area"])
        if options.get("flow") == "bold" and row.kind != "section":
            document.add_paragraph().add_run(name).bold = True
        else:
            document.add_heading(name, {"section": 1, "group": 2}.get(row.kind, 3))
        if row.kind in ("area", "group"):
            for text in row.cells.get("comment", []):
                document.add_paragraph(text)


def _table(document, content, options, style):
    columns, rows = columns_of(options), rows_of(content, options)
    table = document.add_table(len(rows), len(columns))
    if options.get("rules", "grid") == "grid":
        table.style = "Table Grid"
    table.autofit = False
    wide = (297 if options.get("landscape") else 210) - 2 * style.margin
    widths = [Mm(wide * share / 100) for _, share in widths_of(options, style)]
    for column, width in zip(table.columns, widths):
        column.width = width
    for at, (row, line) in enumerate(zip(rows, table.rows)):
        if options.get("repeat_header") and row.kind in ("title", "head"):
            _mark(line, "w:tblHeader")
        if options.get("keep_rows"):
            _mark(line, "w:cantSplit")
        for column, cell, width in zip(columns, line.cells, widths):
            cell.width = width
            _fill(cell, row, column, options, at)


def _mark(line, name):
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    line._tr.get_or_add_trPr().append(element)


def _fill(cell, row, column, options, at):
    bold = row.kind != "area" and (column != "comment" or row.kind != "group")
    if column != "comment":
        cell.vertical_alignment = VALIGN[options.get("valign", "top")]
    texts = row.cells.get(column, [])
    for paragraph, text in zip([cell.paragraphs[0], *(cell.add_paragraph() for _ in texts[1:])],
                               texts):
        paragraph.add_run(text).bold = bold
    fill = _shade(row, column, options, at)
    if fill:
        shade = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
            shade.set(qn(f"w:{key}"), value)
        cell._tc.get_or_add_tcPr().append(shade)


def _shade(row, column, options, at):
    rules = options.get("rules", "grid")
    if rules == "zebra":
        return "E7EDF3" if at % 2 else None
    if rules == "labelshade":
        return "DDE5D8" if column in ("area", "number") else None
    return "D9D9D9" if options.get("shade_heads") and row.kind != "area" else None
