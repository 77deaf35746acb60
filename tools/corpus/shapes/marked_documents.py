# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Word documents with boxes, bullets, struck words, and more text than the form."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from shapes import word
from shapes.base import rows_of, shape, soffice


def checkbox(cell, ticked):
    sign = "☒" if ticked else "☐"
    cell._tc.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")}'
            ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
            f'<w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
            '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
            '<w:sdtContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
            f'<w:r><w:t>{sign}</w:t></w:r></w:p></w:sdtContent></w:sdt>'
        )
    )
    cell._tc.remove(cell.paragraphs[0]._p)


@shape("docx-boxes", own_cell=True)
def boxes(content, folder):
    document = word.new_document("Calibri", 10)
    document.add_heading(content.title, 1)
    document.add_paragraph(content.district[2])
    table = document.add_table(rows=1, cols=5)
    table.style = "Table Grid"
    for cell, text in zip(
        table.rows[0].cells, ("Område", "Positiv", "Oförändrad", "Negativ", "Beskrivning")
    ):
        word.text_in(cell, [text], bold=True, size=9)
    word.repeat_header(table.rows[0])
    for row in rows_of(content):
        cells = table.add_row().cells
        if row.kind != "area":
            word.text_in(cells[0].merge(cells[4]), [row.name], bold=True)
            continue
        word.text_in(cells[0], [row.name])
        for cell, label in zip(cells[1:4], ("Positiv", "Oförändrat", "Negativ")):
            checkbox(cell, row.label == label)
        word.text_in(cells[4], row.body)
    word.set_widths(table, (5, 1.7, 2.2, 1.8, 5.9))
    document.add_heading(content.heads["instructions"], 2)
    document.add_paragraph(" ".join(content.instructions))
    path = folder / "report.docx"
    document.save(path)
    return soffice(path)


@shape(
    "docx-real-bullets", change=lambda content: content.areas.sort(key=lambda a: a.scope != 'local')
)
def real_bullets(content, folder):
    document = word.new_document("Carlito", 11)
    document.add_paragraph(content.district[2])
    document.add_heading(content.title, 1)
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("Område", "Kommentarer")):
        word.text_in(cell, [text], bold=True)
    word.repeat_header(table.rows[0])
    for row in rows_of(content):
        cells = table.add_row().cells
        word.text_in(cells[0], [row.name], bold=row.kind != "area")
        for number, text in enumerate(row.comment):
            paragraph = cells[1].paragraphs[0] if number == 0 else cells[1].add_paragraph()
            if text.startswith("• "):
                paragraph.style = "List Bullet"
            paragraph.add_run(text.removeprefix("• "))
    document.add_heading(content.heads["instructions"], 2)
    document.add_paragraph(" ".join(content.instructions))
    path = folder / "report.docx"
    document.save(path)
    return soffice(path)


LONG = """\
I början av året gjordes en genomlysning av hela arbetet med trygga platser i Bredäng, och den
visade att ansvaret för städning, belysning och tillsyn var delat mellan fem aktörer som
aldrig hade träffats samlat.|Därför bildades i mars en ledningsgrupp. Den har mötts var
fjortonde dag, först digitalt och sedan i biblioteket, och har en egen budget för mindre
åtgärder. Under våren byttes armaturer på sträckan mellan tunnelbanan och skolan, och i juni
öppnade en tillfällig servering på torget. Serveringen drevs av en förening med unga vuxna som
annars hade stått utan sommarjobb.|Efter sommaren följde en svårare period. En skjutning den 9
september ledde till att föreningen ställde in sina kvällar, att flera föräldrar höll sina
barn hemma och att butiken närmast torget stängde tidigare. Ledningsgruppen beslutade då om
dagliga avstämningar under tre veckor.|Det som ändå gör att vi vågar tala om en förbättring är
att torget återhämtade sig snabbare än någon trodde. Redan i mitten av oktober var serveringen
öppen igen, fältarna räknade fler vuxna ute efter klockan 20 än i maj och antalet anmälda
brott i området låg under fjolårets siffra varje månad från och med juli.|Den som läser detta
bör veta att underlaget är litet. Vi har därför bett universitetet om hjälp med en enkät, som
delas ut i februari till samtliga hushåll inom 500 meter från torget.|Nästa år prövas samma
arbetssätt i Vårberg, där förutsättningarna är andra: fastighetsägarna är fler, tunnelbanans
uppgång är under ombyggnad och någon lokal finns inte.|Ledningsgruppen har också tagit fram en
kort vägledning på fyra sidor. Den beskriver vem som ringer vem när en lampa går sönder, när
en container brinner, när ungdomar samlas och när någon är rädd."""


def with_long(content):
    area = next(a for a in content.areas if a.title == "Bredäng")
    area.paragraphs = (
        area.paragraphs[0].replace("Se 1 ovan.", "Här krävs en längre redogörelse."),
        *(" ".join(part.split()) for part in LONG.split("|")),
    )


@shape("docx-page-long-row", change=with_long)
def page_long_row(content, folder):
    document = word.new_document("Liberation Serif", 12)
    section = document.sections[0]
    section.page_width, section.page_height = word.Cm(14.8), word.Cm(21)
    for side in ("left_margin", "right_margin"):
        setattr(section, side, word.Cm(1.4))
    section.header.paragraphs[0].text = f"{content.district[2]}\tDnr {content.period[:4]}/611"
    word.page_of_pages(section.footer.paragraphs[0], "", "(")
    section.footer.paragraphs[0].add_run(")")
    document.add_heading(content.title, 1)
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    for cell, text in zip(
        table.rows[0].cells, ("Fokusområde", "Avvikelse sedan förra lägesbilden")
    ):
        word.text_in(cell, [text], bold=True)
    word.repeat_header(table.rows[0])
    for row in rows_of(content):
        cells = table.add_row().cells
        if row.kind != "area":
            word.text_in(cells[0].merge(cells[1]), [row.name], bold=True)
            continue
        word.text_in(cells[0], [row.name])
        word.text_in(cells[1], row.comment)
    word.set_widths(table, (4.4, 7.6))
    document.add_heading(content.heads["instructions"], 2)
    document.add_paragraph(" ".join(content.instructions))
    path = folder / "report.docx"
    document.save(path)
    return soffice(path)


@shape("docx-memo-before")
def memo(content, folder):
    document = word.new_document("Garamond", 11)
    section = document.sections[0]
    section.header.paragraphs[
        0
    ].text = "Kungsholmens stadsdelsförvaltning\tTjänsteutlåtande\tDnr KUN 2023/309"
    word.page_of_pages(section.footer.paragraphs[0])
    document.add_paragraph("Till Kungsholmens stadsdelsnämnd 2023-06-15")
    document.add_heading("Lokal lägesbild för Kungsholmen", 1)
    document.add_heading("Förvaltningens förslag till beslut", 2)
    for text in (
        "1. Stadsdelsnämnden godkänner lägesbilden.",
        "2. Stadsdelsnämnden överlämnar lägesbilden till stadsledningskontoret.",
        "3. Paragrafen justeras omedelbart.",
    ):
        document.add_paragraph(text)
    document.add_heading("Sammanfattning", 2)
    document.add_paragraph(
        "Av de tio stadsövergripande områdena anger förvaltningen positiv förändring för två,"
        " negativ förändring för två och att läget är ej förändrat för fem. Kameraövervakning"
        " lämnas utan bedömning. I december 2022 angavs negativ förändring för ordningsvakter."
    )
    document.add_heading("Bakgrund", 2)
    document.add_paragraph(
        "Lägesbilden tas fram två gånger om året i samråd med lokalpolisområde Norrmalm. Unga i"
        " risk för kriminalitet och skolan som brottsplats behandlas även i nämndens"
        " verksamhetsplan."
    )
    document.add_paragraph("Bilaga: Lägesbild juni 2023")
    document.add_page_break()
    document.add_heading(content.title, 1)
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("Område", "Kommentarer")):
        word.text_in(cell, [text], bold=True)
    for row in rows_of(content):
        cells = table.add_row().cells
        word.text_in(cells[0], [row.name], bold=row.kind != "area")
        word.text_in(cells[1], row.comment)
    word.set_widths(table, (6, 10.6))
    document.add_paragraph()
    document.add_heading(content.heads["instructions"], 2)
    document.add_paragraph(" ".join(content.instructions))
    path = folder / "report.docx"
    document.save(path)
    return soffice(path)


def struck(content):
    area = next(a for a in content.areas if a.title == "Föräldranätverk")
    area.review = ("mixed",)
    area.change, area.label = "mixed", "Oförändrat. Positiv förändring."


@shape("docx-struck-out", change=struck)
def struck_out(content, folder):
    document = word.new_document("Calibri", 11)
    document.add_heading(f"{content.title} {content.district[2]}", 1)
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("Område", "Kommentar")):
        word.text_in(cell, [text], bold=True)
    for row in rows_of(content):
        cells = table.add_row().cells
        word.text_in(cells[0], [row.name], bold=row.kind != "area")
        if row.title == "Föräldranätverk":
            paragraph = cells[1].paragraphs[0]
            paragraph.add_run("Oförändrat.").font.strike = True
            paragraph.add_run(" Positiv förändring. " + " ".join(row.body))
        else:
            word.text_in(cells[1], row.comment)
    document.add_heading(content.heads["instructions"], 2)
    document.add_paragraph(" ".join(content.instructions))
    path = folder / "report.docx"
    document.save(path)
    return soffice(path)
