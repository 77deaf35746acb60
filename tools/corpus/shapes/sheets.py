# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks printed by LibreOffice Calc and Gnumeric, also wider than the page."""

import textwrap

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from shapes.base import in_one_line, rows_of, run, shape, soffice


def sheet(content, heads, cells_of, widths, titles=None, tall=True):
    """A workbook with a title, a head in row 3 and a row for each area; not fitted to the page.

    Rows are as tall as their text unless `tall` is false: then text lies over the rows below.
    """
    book = Workbook()
    leaf = book.active
    leaf.title = "Lägesbild"
    leaf["A1"], leaf["A2"] = content.title, content.district[2]
    leaf["A1"].font = Font(bold=True, size=14)
    leaf.append(heads)
    for row in rows_of(content):
        leaf.append(
            [row.title]
            if row.kind == "section"
            else [row.number, row.title]
            if row.kind == "group"
            else cells_of(row)
        )
    edge = Side(style="thin")
    for line in leaf.iter_rows(min_row=3, max_col=len(heads)):
        for cell in line:
            cell.alignment = Alignment(wrap_text=cell.column > 1, vertical="top")
            cell.border = Border(edge, edge, edge, edge)
    for letter, width in widths.items():
        leaf.column_dimensions[letter].width = width
    for line in leaf.iter_rows(min_row=4) if tall else ():
        lines = max(
            sum(
                -(-len(part) // (0.95 * widths[cell.column_letter]) or 1)
                for part in str(cell.value or "").split("\n")
            )
            for cell in line[1:]
        )
        leaf.row_dimensions[line[0].row].height = 15 * max(lines, 1)
    if titles:
        leaf.print_title_rows, leaf.print_title_cols = titles
    leaf.page_setup.paperSize = 9
    leaf.oddFooter.center.text = "Sida &P av &N"
    return book


DEPARTMENTS = ["Förebyggande", "Individ och familj", "Stadsmiljö", "Äldreomsorg", "Kansliet"]


@shape("calc-titles")
def calc_titles(content, folder):
    count = iter(range(1000))
    book = sheet(
        content,
        ["Nr", "Område", "Kommentar", "Ansvarig", "Uppföljning"],
        lambda r: [r.number, r.title, "\n".join(r.comment), DEPARTMENTS[next(count) % 5], "halvår"],
        {"A": 6, "B": 26, "C": 52, "D": 20, "E": 14},
        ("$1:$3", "$A:$B"),
    )
    path = folder / "report.xlsx"
    book.save(path)
    return soffice(path)


@shape("calc-overprinted", expect=in_one_line)
def calc_overprinted(content, folder):
    book = sheet(
        content,
        ["Nr", "Område", "Kommentar"],
        lambda r: [r.number, r.title, " ".join(r.comment)],
        {"A": 6, "B": 26, "C": 52},
        tall=False,
    )
    path = folder / "report.xlsx"
    book.save(path)
    return soffice(path)


@shape("calc-comment-overleaf")
def overleaf(content, folder):
    count = iter(range(1000))
    book = sheet(
        content,
        ["Nr", "Område", "Ansvarig", "Kommentar"],
        lambda r: [r.number, r.title, DEPARTMENTS[next(count) % 5], "\n".join(r.comment)],
        {"A": 6, "B": 44, "C": 34, "D": 70},
    )
    path = folder / "report.xlsx"
    book.save(path)
    return soffice(path)


@shape("gnumeric-fill")
def gnumeric(content, folder):
    book = Workbook()
    leaf = book.active
    leaf.append([f"{content.district[2]} – {content.title}"])
    leaf.append([])
    leaf.append(["Område", "Kommentar"])
    edge, fill = Side(style="hair"), PatternFill("solid", "D9E1F2")
    for row in rows_of(content):
        leaf.append([row.name, "\n".join(row.comment) or None])
        line = leaf.max_row
        text = str(leaf.cell(line, 2).value or "")
        lines = sum(-(-len(part) // 50) or 1 for part in text.split("\n"))
        leaf.row_dimensions[line].height = 15 * max(lines, -(-len(leaf.cell(line, 1).value) // 28))
        for cell in (leaf.cell(line, 1), leaf.cell(line, 2)):
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(edge, edge, edge, edge)
            if row.kind != "area":
                cell.fill, cell.font = fill, Font(bold=True)
    leaf.append([])
    leaf.append([content.heads["instructions"]])
    for text in content.instructions:
        for part in textwrap.wrap(text, 90):
            leaf.append([part])
    leaf.column_dimensions["A"].width, leaf.column_dimensions["B"].width = 32, 56
    source, target = folder / "report.xlsx", folder / "report.pdf"
    book.save(source)
    run("ssconvert", "-T", "Gnumeric_pdf:pdf_assistant", source, target)
    return target


@shape("gnumeric-titles")
def gnumeric_titles(content, folder):
    count = iter(range(1000))
    book = sheet(
        content,
        ["Nr", "Område", "Kommentar", "Enhet", "Nästa steg"],
        lambda r: [r.number, r.title, "\n".join(r.comment), DEPARTMENTS[next(count) % 5], "våren"],
        {"A": 6, "B": 28, "C": 50, "D": 24, "E": 18},
        ("$1:$3", "$A:$B"),
    )
    source, target = folder / "report.xlsx", folder / "report.pdf"
    book.save(source)
    run("ssconvert", "-T", "Gnumeric_pdf:pdf_assistant", source, target)
    return target
