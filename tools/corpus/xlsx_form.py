# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form as a workbook, for LibreOffice Calc to print."""

import math

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from form import columns_of, rows_of
from html_form import widths_of


def workbook_of(content, options, style):
    book = Workbook()
    sheet = book.active
    sheet.title = options.get("sheet", "Lägesbild")
    wide = 130 if options.get("landscape") else 88  # letters across the page
    shares = widths_of(options, style)
    for letter, (_, share) in zip("ABCDEFG", shares):
        sheet.column_dimensions[letter].width = wide * share / 100
    _top(sheet, content, options)
    for row in rows_of(content, options):
        _line(sheet, row, options, style, [wide * share / 100 for _, share in shares])
        if options.get("merge_sections") and row.kind == "section" and "comment" not in row.cells:
            sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1,
                              end_column=len(shares))
    if content.instructions and options.get("instructions", "last") == "last":
        guide = book.create_sheet("Instruktioner")
        guide.column_dimensions["A"].width = wide
        guide.append([content.heads.get("instructions", "")])
        for paragraph in content.instructions:
            guide.append([paragraph])
            guide.cell(guide.max_row, 1).alignment = Alignment(wrap_text=True)
            guide.row_dimensions[guide.max_row].height = 14 * math.ceil(len(paragraph) / wide + 1)
    for page in book.worksheets:
        _print_settings(page, options)
    return book


def _print_settings(sheet, options):
    setup = sheet.page_setup
    setup.paperSize, setup.fitToHeight, setup.fitToWidth = 9, 0, 1
    setup.orientation = "landscape" if options.get("landscape") else "portrait"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.gridLines = options.get("rules") == "gridlines"
    if options.get("repeat_header"):
        sheet.print_title_rows = "1:1"
    sheet.oddFooter.center.text = options.get("footer", "")
    sheet.oddHeader.center.text = options.get("header", "")


def _top(sheet, content, options):
    if options.get("head") == "above":
        sheet.append([content.title])
        sheet.append([content.district[2]])
        sheet["A1"].font = Font(bold=True, size=14)


def _line(sheet, row, options, style, widths):
    columns = columns_of(options)
    texts = [(["\n".join(row.cells.get(c, []))] or [""])[0] for c in columns]
    sheet.append([_typed(t) for t in texts])
    at, side = sheet.max_row, Side(style="thin")
    tall = 1
    for column, name, text, width in zip(range(1, 9), columns, texts, widths):
        cell = sheet.cell(at, column)
        cell.font = Font(name=style.font, size=style.size, bold=row.kind != "area")
        cell.alignment = Alignment(
            wrap_text=True, vertical={"middle": "center"}.get(options.get("valign"),
                                                              options.get("valign", "top"))
            if name != "comment" else "top",
            horizontal="center" if name in ("plus", "same", "minus") else "left")
        if options.get("rules", "grid") == "grid":
            cell.border = Border(side, side, side, side)
        if row.kind == "section":
            cell.fill = PatternFill("solid", fgColor="D0DCE8")
        tall = max(tall, sum(math.ceil(len(p) * style.size / 10 / width + 0.3) or 1
                             for p in text.split("\n")))
    sheet.row_dimensions[at].height = tall * style.size * 1.35 + 4


def _typed(text):
    """Whole numbers are numbers in a workbook, as a person types them."""
    return int(text) if text.isdigit() else text or None
