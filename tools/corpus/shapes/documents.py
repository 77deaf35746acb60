# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Word documents that LibreOffice Writer prints: the form in the shapes people give it."""

from shapes import word
from shapes.base import rows_of, shape, soffice


@shape("docx-lightgrid")
def light_grid(content, folder):
    document = word.new_document("Calibri", 11)
    section = document.sections[0]
    section.header.paragraphs[
        0
    ].text = f"{content.district[2]}\tAvdelningen för social omsorg\t{content.period[:4]}-11-29"
    word.page_of_pages(section.footer.paragraphs[0])
    document.add_heading(content.title, 0)
    table = document.add_table(rows=1, cols=2)
    table.style = "Light Grid Accent 1"
    word.text_in(table.rows[0].cells[0], ["Prioriterat område"])
    word.text_in(table.rows[0].cells[1], ["Kommentar"])
    for row in rows_of(content):
        cells = table.add_row().cells
        if row.kind == "section":
            word.text_in(cells[0].merge(cells[1]), [row.title])
            continue
        word.text_in(cells[0], [row.name])
        word.text_in(cells[1], row.comment)
    for row in table.rows:
        for cell, width in zip(row.cells, (6.5, 10.1)):
            cell.width = word.Cm(width)
    document.add_heading(content.heads["instructions"], 2)
    for text in content.instructions:
        document.add_paragraph(text)
    path = folder / "report.docx"
    document.save(path)
    return soffice(path)


def contents_line(document, text, number):
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.tab_stops.add_tab_stop(word.Cm(16.4), 2, 1)
    paragraph.add_run(f"{text}\t{number}")


@shape("docx-cover")
def cover(content, folder):
    document = word.new_document("Cambria", 11)
    footer = document.sections[0].footer.paragraphs[0]
    word.page_of_pages(footer, "", " (")
    footer.add_run(")")
    for _ in range(6):
        document.add_paragraph()
    document.add_paragraph(content.district[2]).style = "Subtitle"
    document.add_heading(content.title, 0)
    document.add_paragraph(f"Dnr {content.period[:4]}/712")
    document.add_page_break()
    document.add_paragraph("Innehåll").runs[0].bold = True
    for row in rows_of(content):
        contents_line(document, row.name, 3 if row.scope == "city" else 4)
    contents_line(document, "Bilaga 1. Anmälda brott", 5)
    contents_line(document, "Bilaga 2. Kontaktpersoner", 5)
    document.add_page_break()
    levels = {"section": 1, "group": 2, "area": 3}
    for row in rows_of(content):
        document.add_heading(row.name, levels[row.kind])
        for text in row.comment:
            document.add_paragraph(text)
    document.add_page_break()
    document.add_heading("Bilaga 1. Anmälda brott", 1)
    numbers = [
        ("Brottstyp", "2019", "2020"),
        ("Misshandel utomhus", "143", "131"),
        ("Rån", "58", "66"),
        ("Bedrägeri mot äldre", "97", "160"),
        ("Skadegörelse", "402", "377"),
    ]
    filled_table(document, numbers)
    document.add_heading("Bilaga 2. Kontaktpersoner", 1)
    filled_table(
        document,
        [
            ("Område", "Kontakt"),
            ("Unga i risk för kriminalitet", "Enheten för barn och unga"),
            ("Otillåten påverkan", "HR"),
            ("Kameraövervakning", "Trygghetssamordnaren"),
        ],
    )
    document.add_heading(content.heads["instructions"], 1)
    for text in content.instructions:
        document.add_paragraph(text)
    path = folder / "report.docx"
    document.save(path)
    return soffice(path)


def filled_table(document, lines):
    table = document.add_table(rows=0, cols=len(lines[0]))
    table.style = "Table Grid"
    for line in lines:
        for cell, text in zip(table.add_row().cells, line):
            word.text_in(cell, [text])


@shape("docx-list-numbers")
def list_numbers(content, folder):
    document = word.new_document("Verdana", 9)
    document.add_heading(f"{content.title} – {content.district[2]}", 2)
    table = document.add_table(rows=1, cols=2)
    table.style = "Medium Shading 1 Accent 3"
    for cell, text in zip(table.rows[0].cells, ("Område", "Kommentar")):
        word.text_in(cell, [text])
    for row in rows_of(content):
        cells = table.add_row().cells
        if row.kind != "area":
            word.text_in(cells[0].merge(cells[1]), [row.name])
            continue
        listed = row.scope == "city"
        word.text_in(
            cells[0], [row.title if listed else row.name], style="List Number" if listed else None
        )
        word.text_in(cells[1], row.comment)
    word.set_widths(table, (6.2, 10.4))
    document.add_heading(content.heads["instructions"], 3)
    for text in content.instructions:
        document.add_paragraph(text)
    path = folder / "report.docx"
    document.save(path)
    return soffice(path)


@shape("docx-small-tables")
def small_tables(content, folder):
    document = word.new_document("Calibri", 11)
    document.add_paragraph(content.district[2])
    document.add_heading(content.title, 1)
    for row in rows_of(content):
        if row.kind != "area":
            document.add_heading(row.name, 2 if row.kind == "section" else 3)
            continue
        table = document.add_table(rows=2, cols=1)
        table.style = "Table Grid"
        word.text_in(table.rows[0].cells[0], [row.name], bold=True)
        word.shade(table.rows[0].cells[0], "E7E6E6")
        word.text_in(table.rows[1].cells[0], row.comment)
        document.add_paragraph()
    document.add_heading(content.heads["instructions"], 2)
    for text in content.instructions:
        document.add_paragraph(text)
    path = folder / "report.docx"
    document.save(path)
    return soffice(path)


@shape("docx-key-and-value", own_cell=True)
def key_and_value(content, folder):
    document = word.new_document("Arial", 10)
    document.add_paragraph(content.district[2])
    document.add_heading(content.title, 1)
    for row in rows_of(content):
        if row.kind == "section":
            document.add_heading(row.title, 2)
            continue
        table = document.add_table(rows=0, cols=2)
        table.style = "Table Grid"
        for key, texts in (
            ("Område", [f"{row.number}. {row.title}"]),
            ("Förändring", [row.label]),
            ("Kommentar", row.body),
        ):
            cells = table.add_row().cells
            word.text_in(cells[0], [key], bold=True)
            word.text_in(cells[1], texts)
        word.set_widths(table, (3.2, 13.4))
        document.add_paragraph()
    document.add_heading(content.heads["instructions"], 2)
    document.add_paragraph(
        "Välj förbättring, försämring eller oförändrat, jämfört med lägesbilden i december 2023."
    )
    path = folder / "report.docx"
    document.save(path)
    return soffice(path)
