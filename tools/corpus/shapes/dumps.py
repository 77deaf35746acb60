# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text without pages: what people save, copy or extract."""

import textwrap

from shapes import word
from shapes.base import (
    in_one_line,
    cells,
    chromium,
    esc,
    guide,
    page,
    rows_of,
    run,
    shape,
    soffice,
    top,
    weasyprint,
)


@shape("pdftotext-raw")
def raw_dump(content, folder):
    document = word.new_document("Liberation Sans", 10)
    document.add_paragraph(content.district[2])
    document.add_heading(content.title, 1)
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    word.text_in(table.rows[0].cells[0], ["Område"], bold=True)
    word.text_in(table.rows[0].cells[1], [content.comments], bold=True)
    for row in rows_of(content):
        cells = table.add_row().cells
        word.text_in(cells[0], [row.name], bold=row.kind != "area")
        word.text_in(cells[1], row.comment)
    document.add_heading(content.heads["instructions"], 2)
    for text in content.instructions:
        document.add_paragraph(text)
    path = folder / "report.docx"
    document.save(path)
    printed = soffice(path)
    target = folder / "report.txt"
    run("pdftotext", "-raw", printed, target)
    return target


@shape("clipboard-cp1252")
def clipboard(content, folder):
    date = f"{content.period[:4]}-11-29"
    lines = [content.district[2], date, content.title, "Prioriterat område", "Kommentar"]
    for number, row in enumerate(rows_of(content)):
        if number == 8:
            lines += ["Sida 1 av 2", content.district[2], date]
        if row.kind == "section":
            lines.append(row.title)
            continue
        lines += textwrap.wrap(row.name, 38)
        for text in row.comment:
            lines += textwrap.wrap(text, 46)
    lines += [content.heads["instructions"], *content.instructions, "Sida 2 av 2"]
    path = folder / "report.txt"
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return path


@shape("writer-dump-layout")
def layout_dump(content, folder):
    document = word.new_document("Arial", 10)
    document.sections[0].footer.paragraphs[0].text = content.district[2]
    document.add_heading(content.title, 1)
    document.add_paragraph(content.district[2])
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("Prioriterade områden", "Kommentarer")):
        word.text_in(cell, [text], bold=True)
    for row in rows_of(content):
        cells = table.add_row().cells
        if row.kind == "section":
            word.text_in(cells[0].merge(cells[1]), [row.title], bold=True)
        else:
            word.text_in(cells[0], [f"{row.number}. {row.title}" if row.number else row.title])
            word.text_in(cells[1], row.comment)
    word.set_widths(table, (6, 10.6))
    document.add_heading(content.heads["instructions"], 2)
    for text in content.instructions:
        document.add_paragraph(text)
    path, target = folder / "report.docx", folder / "report.txt"
    document.save(path)
    run("pdftotext", "-layout", soffice(path), target)
    return target


@shape("dump-bom")
def bom_dump(content, folder):
    rows = []
    for row in rows_of(content):
        if row.kind != "area":
            rows.append(f'<tr><td colspan="2"><b>{esc(row.name)}</b></td></tr>')
        else:
            rows.append(f"<tr>{cells(row.name, row.comment)}</tr>")
    style = (
        "@page{size:A4;margin:20mm}body{font:11pt 'Liberation"
        " Serif'}td{vertical-align:top;padding:4pt}td:first-child{width:58mm}td p{margin:0 0 3pt}"
    )
    printed = weasyprint(
        page(
            (
                f"{top(content)}<table><tr><td>Område</td><td>Kommentarer</td></tr>"
                f"{''.join(rows)}</table>{guide(content, 'h2')}"
            ),
            style,
            folder,
        )
    )
    target = folder / "report.txt"
    run("pdftotext", printed, target)
    text = target.read_text(encoding="utf-8").replace("\n", "\r\n")
    target.write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))
    return target


@shape("tabs-text")
def tabs(content, folder):
    lines = [content.title, content.district[2], "", "Nr\tOmråde\tKommentar"]
    for row in rows_of(content):
        if row.kind == "section":
            lines.append(f"{row.title}\t\t")
        elif row.kind == "group":
            lines.append(f"{row.number}\t{row.title}\t")
        else:
            comment = "\n".join(row.comment)
            lines.append(
                f"{row.number}\t{row.title}\t" + (f'"{comment}"' if "\n" in comment else comment)
            )
    path = folder / "report.txt"
    path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8")
    return path


@shape("semicolons", expect=in_one_line)
def semicolons(content, folder):
    lines = [f"{content.title};;", f"{content.district[2]};;", ";;", "Nr;Område;Kommentar"]
    for row in rows_of(content):
        cells = (
            [row.title, "", ""]
            if row.kind == "section"
            else [row.number, row.title, "" if row.kind == "group" else " ".join(row.comment)]
        )
        lines.append(";".join(f'"{c}"' if ";" in c or '"' in c else c for c in cells))
    path = folder / "report.txt"
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return path


@shape("markdown")
def markdown(content, folder):
    lines = [f"# {content.title}", "", f"*{content.district[2]}*", ""]
    for row in rows_of(content):
        if row.kind == "section":
            lines += [f"## {row.title}", ""]
        elif row.kind == "group":
            lines += [f"### {row.number} {row.title}", ""]
        else:
            lines += [
                f"**{row.number} {row.title}**",
                "",
                *(part for text in row.comment for part in (text, "")),
            ]
    lines += [f"## {content.heads['instructions']}", "", *content.instructions]
    path = folder / "report.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def framed(left, right, widths=(30, 54)):
    height = max(len(left), len(right))
    lines = [
        f"| {a:<{widths[0]}} | {b:<{widths[1]}} |"
        for a, b in zip(left + [""] * (height - len(left)), right + [""] * (height - len(right)))
    ]
    return [*lines, "+" + "-" * (widths[0] + 2) + "+" + "-" * (widths[1] + 2) + "+"]


def text_art(content):
    """The report as lines of a plain-text table."""
    lines = [content.district[2], "", content.title, "=" * len(content.title), ""]
    lines += framed([], [])[-1:] + framed(["Område"], ["Kommentarer"])
    for row in rows_of(content):
        left = textwrap.wrap(row.name, 30, break_on_hyphens=False)
        right = [
            line for text in row.comment for line in textwrap.wrap(text, 54, break_on_hyphens=False)
        ]
        lines += framed(left, right if row.kind == "area" else [])
    lines += ["", content.heads["instructions"], *textwrap.wrap(" ".join(content.instructions), 80)]
    return lines


@shape("chromium-text-art")
def text_art_printed(content, folder):
    style = "@page{size:A4;margin:12mm}body{margin:0}pre{font:8.5pt/1.15 'DejaVu Sans Mono'}"
    return chromium(page(f"<pre>{esc(chr(10).join(text_art(content)))}</pre>", style, folder))


@shape("pdftops-ps2pdf")
def distilled(content, folder):
    document = word.new_document("Liberation Serif", 11)
    section = document.sections[0]
    section.header.paragraphs[0].text = content.district[2]
    word.page_of_pages(section.footer.paragraphs[0], "sid ", "/")
    document.add_heading(content.title, 0)
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("Område", "Kommentarer")):
        word.text_in(cell, [text], bold=True)
    word.repeat_header(table.rows[0])
    for row in rows_of(content):
        cells = table.add_row().cells
        word.text_in(
            cells[0],
            [f"{row.number}\t{row.title}" if row.number else row.title],
            bold=row.kind != "area",
        )
        word.text_in(cells[1], row.comment)
    document.add_heading(content.heads["instructions"], 2)
    for text in content.instructions:
        document.add_paragraph(text)
    path, printed, target = folder / "report.docx", folder / "report.ps", folder / "distilled.pdf"
    document.save(path)
    run("pdftops", soffice(path), printed)
    run("ps2pdf", printed, target)
    return target


@shape("ghostscript-screen")
def distilled_twice(content, folder):
    distilled(content, folder)
    target = folder / "again.pdf"
    run(
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-sDEVICE=pdfwrite",
        "-dPDFSETTINGS=/screen",
        f"-sOutputFile={target}",
        folder / "report.pdf",
    )
    return target
