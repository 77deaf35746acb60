# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Web pages: tables, grids and cards printed by Chromium."""

import random

from shapes.base import cells, chromium, esc, guide, heads, page, paragraphs, rows_of, shape, top


@shape("chromium-cards")
def cards(content, folder):
    parts = []
    for row in rows_of(content):
        if row.kind == "section":
            parts.append(
                ("</div>" if parts else "") + f'<h2>{esc(row.title)}</h2><div class="wall">'
            )
        elif row.kind == "area":
            number = f"{row.number}. " if row.number else ""
            title = f"<h3>{number}{esc(row.title)}</h3>"
            parts.append(f'<div class="card">{title}{paragraphs(row.comment)}</div>')
    style = """@page{size:A4;margin:18mm}body{margin:0;font:10.5pt 'Noto Sans',sans-serif;
      color:#222} .wall{display:flex;flex-wrap:wrap;gap:4mm}.card{box-sizing:border-box;
      flex:0 0 84mm;border:1px solid #9bb;border-radius:3mm; padding:3mm;
      break-inside:avoid}.card h3{margin:0 0 2mm;font-size:11pt;color:#046}
      .card p{margin:0 0 1mm}"""
    body = f"{top(content)}{''.join(parts)}</div>{guide(content, 'h2')}"
    return chromium(page(body, style, folder))


INNER = [
    ("Helg", "Bemannad", "Händelser"),
    ("Valborg", "ja", "4"),
    ("Midsommar", "nej", "7"),
    ("Lucia", "ja", "2"),
]


def with_inner(content):
    area = next(a for a in content.areas if a.title == "Helgsamverkan")
    area.paragraphs = (*area.paragraphs, *(" ".join(line) for line in INNER))
    quoted = next(a for a in content.areas if a.title == "Sköndal")
    quoted.change = "none"
    quoted.paragraphs = (
        (
            "Polisen svarar: ”1.1 Farsta centrum – Positiv förändring, 1.2 Hökarängens centrum – "
            "Positiv förändring, 1.3 Sköndal – ingen uppgift.”"
        ),
    )


@shape("chromium-inner-table", change=with_inner)
def inner_table(content, folder):
    rows, inner = [], [" ".join(line) for line in INNER]
    small = (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in line) + "</tr>" for line in INNER)
        + "</table>"
    )
    for row in rows_of(content):
        if row.kind != "area":
            rows.append(f'<tr class="{row.kind}"><td colspan="2">{esc(row.name)}</td></tr>')
            continue
        comment = paragraphs(p for p in row.comment if p not in inner)
        comment += small if row.title == "Helgsamverkan" else ""
        rows.append(f"<tr><td>{esc(row.name)}</td><td>{comment}</td></tr>")
    style = """@page{size:A4;margin:20mm}body{margin:0;font:10.5pt 'Liberation Sans'}
      table{border-collapse:collapse;width:100%} td,th{border:0.7pt solid #333;
      padding:3pt 5pt;vertical-align:top;text-align:left}td p{margin:0}
      tr>td:first-child{width:62mm}td table{width:70mm;margin:3pt 0}
      td table td:first-child{width:auto} .section td{font-weight:bold;background:#eee}
      .group td{font-weight:bold}"""
    body = (
        f"{top(content)}<table><thead><tr>{heads('Område', 'Kommentarer')}</tr></thead>"
        f"{''.join(rows)}</table>{guide(content, 'h2')}"
    )
    return chromium(page(body, style, folder))


@shape("chromium-side-by-side")
def side_by_side(content, folder):
    tables, body, section = [], [], ""
    for row in [*rows_of(content), None]:
        if row is None or row.kind == "section":
            if body:
                tables.append(
                    f"<div><h2>{section}</h2><table><tr>{heads('Område', 'Kommentar')}</tr>"
                    f"{''.join(body)}</table></div>"
                )
            body, section = [], row and esc(row.title)
        elif row.kind == "group":
            body.append(f'<tr><td colspan="2"><b>{esc(row.name)}</b></td></tr>')
        else:
            body.append(f"<tr>{cells(row.name, row.comment)}</tr>")
    style = """@page{size:A4 landscape;margin:14mm}body{margin:0;font:9pt 'DejaVu Serif'}
      .two{display:flex;gap:8mm;align-items:flex-start} .two div{flex:1}
      table{border-collapse:collapse;width:100%}td,th{border:0.5pt solid #555;
      padding:2pt 4pt;vertical-align:top; text-align:left}td:first-child{width:38%}
      td p{margin:0}h2{font-size:11pt}"""
    return chromium(
        page(
            (
                f"<h1>{content.title}, {content.district[2]}</h1><div"
                f" class='two'>{''.join(tables)}</div>{guide(content)}"
            ),
            style,
            folder,
        )
    )


@shape("chromium-definition-list")
def definitions(content, folder):
    parts = []
    for row in rows_of(content):
        if row.kind == "section":
            parts.append(f"<dt class='s'>{esc(row.title)}</dt>")
        elif row.kind == "group":
            parts.append(f"<dt class='g'>{esc(row.name)}</dt>")
        else:
            parts.append(f"<dt>{esc(row.name)}</dt><dd>{paragraphs(row.comment)}</dd>")
    style = """@page{size:A4;margin:25mm}body{margin:0;font:11pt 'Liberation Serif'}
      dt{margin-top:2.5mm}dd{margin:0 0 0 12mm}dd p{margin:0}
      .s{text-decoration:underline;margin-top:6mm}.g{font-style:italic}h1{font-size:15pt;
      font-weight:normal}"""
    return chromium(
        page(
            (
                f"{top(content)}<dl>{''.join(parts)}</dl>"
                f"<p>{content.heads['instructions']}</p>{paragraphs(content.instructions)}"
            ),
            style,
            folder,
        )
    )


@shape("chromium-comment-left")
def comment_left(content, folder):
    rows = []
    for row in rows_of(content):
        if row.kind != "area":
            rows.append(f'<tr><td></td><td><b>{esc(row.name)}</b></td></tr>')
        else:
            rows.append(f"<tr><td>{paragraphs(row.comment)}</td><td>{esc(row.name)}</td></tr>")
    style = """@page{size:A4;margin:20mm}body{margin:0;font:10.5pt 'Liberation Sans'}
      table{border-collapse:collapse;width:100%} td,th{border:0.6pt solid #000;
      padding:3pt 5pt;vertical-align:top;text-align:left}td p{margin:0}
      td:nth-child(2){width:56mm}"""
    return chromium(
        page(
            (
                f"{top(content)}<table><tr>{heads('Kommentarer', 'Område')}</tr>"
                f"{''.join(rows)}</table>"
                f"{guide(content)}"
            ),
            style,
            folder,
        )
    )


@shape("chromium-scrambled")
def grid_scrambled(content, folder):
    """Every cell has its place in a grid; the page draws them in another order."""
    items = []
    for line, row in enumerate(rows_of(content), 2):
        bold = "" if row.kind == "area" else ";font-weight:bold"
        items.append(f'<div style="grid-area:{line}/1{bold}">{esc(row.name)}</div>')
        items.append(f'<div style="grid-area:{line}/2">{paragraphs(row.comment)}</div>')
    items.append('<div style="grid-area:1/1">Område</div>')
    items.append(f'<div style="grid-area:1/2">{content.comments}</div>')
    random.Random(content.title).shuffle(items)
    style = """@page{size:A4;margin:20mm}body{margin:0;font:10pt 'Liberation Sans'}
      .g{display:grid;grid-template-columns:58mm 108mm;gap:3mm 4mm}.g p{margin:0}"""
    body = f"{top(content)}<div class='g'>{''.join(items)}</div>{guide(content)}"
    return chromium(page(body, style, folder))


@shape("chromium-grid-change-last", own_cell=True)
def grid(content, folder):
    cells = ["<b>Nr</b><b>Område</b><b>Kommentar</b><b>Bedömning</b>"]
    for row in rows_of(content):
        if row.kind == "section":
            cells.append(f'<h2>{esc(row.title)}</h2>')
        else:
            cells.append(
                f"<span>{row.number}</span><span>{esc(row.title)}</span>"
                f"<div>{paragraphs(row.body)}</div><i>{row.label}</i>"
            )
    style = """@page{size:A4;margin:20mm}body{margin:0;font:10pt Carlito}.g{display:grid;
      grid-template-columns:9mm 48mm 78mm 30mm;gap:3mm 4mm} .g h2{grid-column:1/-1;
      margin:4mm 0 0;font-size:12pt}.g p{margin:0}.g i{font-style:normal}"""
    return chromium(
        page(f"{top(content)}<div class='g'>{''.join(cells)}</div>{guide(content)}", style, folder)
    )


ARROWS = {"Förbättring": "↑", "Försämring": "↓", "Oförändrat": "→"}


@shape("chromium-arrows", own_cell=True)
def arrows(content, folder):
    rows = []
    for row in rows_of(content):
        if row.kind == "section":
            rows.append(f'<tr><th colspan="4">{esc(row.title)}</th></tr>')
        else:
            rows.append(
                f"<tr>{cells(row.number, row.title, ARROWS.get(row.label, ''), row.body)}</tr>"
            )
    style = """@page{size:A4;margin:20mm}body{margin:0;font:11pt 'DejaVu Sans'}
      table{border-collapse:collapse;width:100%} td,th{border:0.6pt solid #444;
      padding:3pt 5pt;vertical-align:top;text-align:left}td p{margin:0}
      td:nth-child(3){text-align:center}"""
    legend = "<p>↑ = positiv förändring &nbsp; → = oförändrat &nbsp; ↓ = negativ förändring</p>"
    return chromium(
        page(
            (
                f"{top(content)}{legend}<table><tr>{heads('Nr', 'Område', 'Förändring')}"
                f"<th>Kommentar</th></tr>{''.join(rows)}</table>"
            ),
            style,
            folder,
        )
    )


def colours_alone(report):
    for item in report["assessments"]:
        item.update(change=None, basis="none", reference=None)


@shape("chromium-traffic-lights", own_cell=True, expect=colours_alone)
def traffic_lights(content, folder):
    colours = {"Positiv": "#7ac36a", "Negativ": "#e2574c", "Oförändrat": "#f3d34a"}
    rows = []
    for row in rows_of(content):
        if row.kind != "area":
            rows.append(f'<tr><th colspan="3">{esc(row.name)}</th></tr>')
        else:
            rows.append(
                f'<tr><td>{esc(row.name)}</td><td'
                f' style="background:{colours.get(row.label, "#fff")}"></td>'
                f'<td>{paragraphs(row.body)}</td></tr>'
            )
    style = """@page{size:A4;margin:20mm}body{margin:0;font:10.5pt Carlito;
      -webkit-print-color-adjust:exact}table{border-collapse:collapse;width:100%}
      td,th{border:0.6pt solid #444;padding:3pt 5pt;vertical-align:top;text-align:left}
      td p{margin:0}td:nth-child(1){width:66mm}td:nth-child(2){width:18mm}"""
    return chromium(
        page(
            (
                f"{top(content)}<table><tr>{heads('Område', 'Läge')}"
                f"<th>Kommentar</th></tr>{''.join(rows)}</table>"
            ),
            style,
            folder,
        )
    )
