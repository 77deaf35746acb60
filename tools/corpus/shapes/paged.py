# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages set by WeasyPrint: columns, notes, letterheads."""

from shapes.base import (
    cells,
    esc,
    guide,
    heads,
    page,
    paragraphs,
    rows_of,
    shape,
    tex,
    top,
    weasyprint,
)


@shape("weasyprint-newspaper")
def newspaper(content, folder):
    parts = []
    for row in rows_of(content):
        if row.kind == "section":
            parts.append(f'<h2>{esc(row.title)}</h2>')
        elif row.kind == "group":
            parts.append(f"<h3>{esc(row.name)}</h3>")
        else:
            parts.append(f"<h4>{esc(row.name)}</h4>{paragraphs(row.comment)}")
    parts.append(f"{guide(content, 'h2')}")
    style = """@page{size:A4;margin:16mm;
      @bottom-right{content:counter(page) " (" counter(pages) ")";font-size:8pt}}
      body{font:9.5pt 'DejaVu Sans'}.news{columns:2;column-gap:9mm}h1{font-size:18pt}
      h2{font-size:13pt;margin:4mm 0 1mm} h3{font-size:11pt;margin:3mm 0 1mm}
      h4{font-size:9.5pt;margin:3mm 0 0.5mm}p{margin:0}h2,h3,h4{break-after:avoid}"""
    top = f"<div>{content.district[2]}</div><h1>{content.title}</h1>"
    return weasyprint(page(top + f'<div class="news">{"".join(parts)}</div>', style, folder))


@shape("weasyprint-letterhead")
def letterhead(content, folder):
    rows = []
    for row in rows_of(content):
        if row.kind != "area":
            rows.append(f'<tr class="{row.kind}"><td colspan="2">{esc(row.name)}</td></tr>')
        else:
            rows.append(f"<tr>{cells(row.name, row.comment)}</tr>")
    mark = (
        "<svg xmlns='http://www.w3.org/2000/svg' width='600' height='800'><text x='60' y='520'"
        " font-size='110' fill='#e4e4e4' transform='rotate(-38 300 420)' font-family='Liberation"
        " Sans'>UTKAST</text></svg>"
    )
    (folder / "mark.svg").write_text(mark, encoding="utf-8")
    style = """@page{size:A4;margin:30mm 20mm 20mm;background:url(mark.svg) no-repeat center;
      @top-left{content:"STOCKHOLMS STAD";font:bold 11pt 'URW Gothic';color:#036}
      @top-right{content:"DISTRICT\\A Box 7049, 164 07 Kista\\A 08-508 01 000";
      white-space:pre;font-size:7.5pt;text-align:left}
      @bottom-center{content:counter(page) "/" counter(pages);font-size:8pt}}
      body{margin:0;font:10.5pt 'Noto Serif'}table{border-collapse:separate;
      border-spacing:0 3mm;width:100%} td{vertical-align:bottom;padding:0 4mm 0 0}
      td:first-child{width:60mm}td p{margin:0 0 1mm}.section td{font-weight:bold;
      padding-top:3mm} .group td{font-style:italic}""".replace(
        "DISTRICT", content.district[2]
    )
    body = (
        f"<h1>{content.title}</h1><table><tr><td><b>Område</b></td><td><b>Kommentar</b></td></tr>"
        f"{''.join(rows)}</table>"
        f"{guide(content)}"
    )
    return weasyprint(page(body, style, folder))


def with_marks(report):
    for item in report["assessments"]:
        item["comment"] = item["comment"].replace("utanför nattklubbar. ", "utanför nattklubbar.1 ")
        item["comment"] = item["comment"].replace("tio år ", "tio år2 ")


@shape("weasyprint-footnotes", expect=with_marks)
def footnotes(content, folder):
    note = (
        '<span class="f">Enligt polisens sammanställning till och med den 30 november 2023.</span>'
    )
    rows = []
    for row in rows_of(content):
        if row.kind != "area":
            rows.append(f'<tr class="{row.kind}"><td colspan="2">{esc(row.name)}</td></tr>')
            continue
        comment = paragraphs(row.comment).replace(
            "utanför nattklubbar. ", f"utanför nattklubbar.{note} "
        )
        rows.append(f"<tr><td>{esc(row.name)}</td><td>{comment}</td></tr>")
    style = """@page{size:A4;margin:22mm;@bottom-center{content:counter(page)}
      @footnote{border-top:0.5pt solid #000;padding-top:2mm}} body{margin:0;
      font:11pt 'P052'}table{border-collapse:collapse;width:100%}
      td,th{border-bottom:0.4pt solid #888;padding:3pt 4pt; vertical-align:top;
      text-align:left}td:first-child{width:56mm}td p{margin:0}
      .section td{font-weight:bold}.group td{font-style:italic} .f{float:footnote;
      font-size:8.5pt}"""
    body = (
        f"{top(content)}<table><tr>{heads('Område', 'Kommentarer')}</tr>{''.join(rows)}</table>"
        f"{guide(content)}"
    )
    return weasyprint(page(body, style, folder))


@shape("weasyprint-number-above")
def number_above(content, folder):
    rows = []
    for row in rows_of(content):
        if row.kind != "area":
            rows.append(f'<tr><td colspan="2" class="h">{esc(row.name)}</td></tr>')
        else:
            rows.append(
                f"<tr><td><div>{row.number}</div><div>{esc(row.title)}</div></td>"
                f"{cells(row.comment)}</tr>"
            )
    style = """@page{size:A5;margin:14mm 12mm;@bottom-right{content:"Sid " counter(page)}}
      body{margin:0;font:10pt 'Nimbus Sans'} table{border-collapse:collapse;width:100%}
      td,th{border:0.6pt solid #000;padding:3pt 5pt;text-align:left}
      td:first-child{width:42mm;vertical-align:middle;text-align:center}
      td p{margin:0 0 4pt}.h{text-align:left!important;font-weight:bold}h1{font-size:16pt}"""
    return weasyprint(
        page(
            (
                f"{top(content)}<table><tr>{heads('Område', 'Kommentarer')}</tr>"
                f"{''.join(rows)}</table>{guide(content, 'h2')}"
            ),
            style,
            folder,
        )
    )


@shape("weasyprint-change-first", own_cell=True)
def change_first(content, folder):
    rows = []
    for row in rows_of(content):
        if row.kind != "area":
            rows.append(
                f'<tr><td></td><td>{row.number}</td><td'
                f' colspan="2"><b>{esc(row.title)}</b></td></tr>'
            )
        else:
            rows.append(f"<tr>{cells(row.label, row.number, row.title, row.body)}</tr>")
    style = """@page{size:A4;margin:20mm}body{margin:0;font:10pt 'Noto Sans'}
      table{border-collapse:collapse;width:100%} td,th{border-bottom:0.4pt solid #777;
      padding:3pt 4pt;vertical-align:top;text-align:left}td p{margin:0}
      td:first-child{width:24mm} td:nth-child(2){width:9mm}td:nth-child(3){width:52mm}"""
    return weasyprint(
        page(
            (
                f"{top(content)}<table><tr>{heads('Förändring', 'Nr', 'Område')}"
                f"<th>Beskrivning</th></tr>{''.join(rows)}</table>{guide(content)}"
            ),
            style,
            folder,
        )
    )


@shape("pdfpages-two-up")
def two_up(content, folder):
    rows = []
    for row in rows_of(content):
        if row.kind != "area":
            rows.append(f'<tr><td colspan="2"><b>{esc(row.name)}</b></td></tr>')
        else:
            rows.append(f"<tr>{cells(row.name, row.comment)}</tr>")
    style = """@page{size:A4;margin:25mm;@bottom-center{content:counter(page)}}body{margin:0;
      font:13pt 'Liberation Serif'}table{border-collapse:collapse;width:100%}
      td,th{border:0.7pt solid #000;padding:5pt;vertical-align:top;text-align:left}
      td:first-child{width:60mm}td p{margin:0}"""
    weasyprint(
        page(
            (
                f"{top(content)}<table><thead><tr>{heads('Område', 'Kommentarer')}</tr></thead>"
                f"{''.join(rows)}</table>"
                f"{guide(content)}"
            ),
            style,
            folder,
        )
    )
    path = folder / "sheet.tex"
    path.write_text(
        r"\documentclass[a4paper,landscape]{article}\usepackage{pdfpages}"
        r"\begin{document}\includepdf[pages=-,nup=2x1]{page.pdf}\end{document}"
    )
    return tex("pdflatex", path, 1)
