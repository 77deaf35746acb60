# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Web pages printed and then turned, cleaned or packed by another program."""

import pikepdf

from shapes.base import (
    in_one_line,
    cells,
    chromium,
    esc,
    guide,
    heads,
    page,
    paragraphs,
    rows_of,
    run,
    shape,
    top,
    wkhtmltopdf,
)


@shape("ghostscript-turned")
def turned(content, folder):
    rows = []
    for row in rows_of(content):
        if row.kind == "section":
            rows.append(f'<tr class="s"><th colspan="2">{esc(row.title)}</th></tr>')
        else:
            rows.append(
                f"<tr><td>{row.number}."
                f" {esc(row.title)}</td><td>{paragraphs(row.comment)}</td></tr>"
            )
    style = """@page{size:A4 landscape;margin:15mm}body{font:11pt Carlito}
      table{border-collapse:collapse;width:100%} td,th{border:0.6pt solid #000;
      padding:3pt 5pt;vertical-align:top;text-align:left}td:first-child{width:75mm}
      td p{margin:0}"""
    body = f"{top(content)}<table>{''.join(rows)}</table>{guide(content)}"
    printed = chromium(page(body, style, folder))
    lying = folder / "lying.pdf"
    with pikepdf.open(printed) as pdf:
        for leaf in pdf.pages:
            box = [float(v) for v in leaf.MediaBox]
            leaf.contents_add(pdf.make_stream(f"q 0 1 -1 0 {box[3]} 0 cm".encode()), prepend=True)
            leaf.contents_add(pdf.make_stream(b" Q"))
            leaf.MediaBox = [0, 0, box[3], box[2]]
            leaf.Rotate = 90
            if "/CropBox" in leaf:
                del leaf["/CropBox"]
        pdf.save(lying)
    target = folder / "report.pdf"
    run(
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-sDEVICE=pdfwrite",
        "-dAutoRotatePages=/None",
        f"-sOutputFile={target}",
        lying,
    )
    return target


@shape("chromium-upright-section")
def upright(content, folder):
    sections = []
    for row in rows_of(content):
        if row.kind == "section":
            sections.append((row.title, []))
        else:
            sections[-1][1].append(row)
    lines = []
    for title, rows in sections:
        for number, row in enumerate(rows):
            first = (
                f'<td class="u" rowspan="{len(rows)}"><span>{esc(title)}</span></td>'
                if number == 0
                else ""
            )
            if row.kind == "group":
                lines.append(f'<tr>{first}<td colspan="2"><b>{esc(row.name)}</b></td></tr>')
            else:
                lines.append(f"<tr>{first}{cells(row.name, row.comment)}</tr>")
    style = """@page{size:A4;margin:15mm}body{margin:0;font:9.5pt 'Liberation Sans'}
      table{border-collapse:collapse;width:100%} td,th{border:0.6pt solid #222;
      padding:2.5pt 4pt;vertical-align:top;text-align:left}td p{margin:0} .u{width:9mm;
      vertical-align:middle;text-align:center}.u span{writing-mode:vertical-rl;
      transform:rotate(180deg);font-weight:bold;white-space:nowrap}"""
    body = (
        f"{top(content)}<table><tr><th></th><th"
        " style='width:58mm'>Område</th><th>Kommentarer</th></tr>"
        f"{''.join(lines)}</table>{guide(content)}"
    )
    printed = chromium(page(body, style, folder))
    target = folder / "report.pdf"
    run("mutool", "clean", "-ggg", "-z", printed, target)
    return target


@shape("chromium-six-point")
def six_point(content, folder):
    rows, number = [], 0
    for row in rows_of(content):
        if row.kind == "section":
            rows.append(f'<tr class="s"><td colspan="2">{esc(row.title)}</td></tr>')
            continue
        number += 1
        rows.append(f'<tr class="z{number % 2}">{cells(row.name, row.comment)}</tr>')
    style = """@page{size:A5;margin:12mm}body{margin:0;font:6pt 'Noto Sans';
      -webkit-print-color-adjust:exact}table{border-collapse:collapse;width:100%}
      td{padding:1.5pt 3pt;vertical-align:top}td:first-child{width:40mm}td p{margin:0}
      .z1 td{background:#e8eef4}.s td{font-weight:bold;background:#b9c7d6}
      h1{font-size:11pt}h3{font-size:7pt}"""
    body = (
        f"<h1>{content.title}</h1><p>{content.district[2]}</p><table>{''.join(rows)}</table>"
        f"{guide(content)}"
    )
    printed, target = chromium(page(body, style, folder)), folder / "report.pdf"
    run("qpdf", "--object-streams=generate", "--linearize", printed, target)
    return target


@shape("chromium-typewriter", expect=in_one_line)
def typewriter(content, folder):
    blocks, style = (
        [],
        """@page{size:A4;margin:0}body{margin:0;font:10pt Carlito}div{position:absolute}
      .b{border:0.5pt solid #000;height:52pt}h1{margin:0}""",
    )
    y, notes = 60, []

    def put(x, text, tag="div", more=""):
        blocks.append(f'<div style="left:{x}pt;top:{y}pt;{more}"><{tag}>{esc(text)}</{tag}></div>')

    put(50, content.district[2], more="width:300pt")
    y += 16
    put(50, content.title, "h1", "width:300pt")
    y += 40
    put(55, "Område", "b")
    put(225, "Kommentar", "b")
    y += 16
    for row in rows_of(content):
        if row.kind == "section":
            put(55, row.title, "b")
            y += 18
            continue
        blocks.append(
            f'<div class="b" style="left:50pt;width:168pt;top:{y}pt"></div>'
            f'<div class="b" style="left:218pt;width:327pt;top:{y}pt"></div>'
        )
        put(55, row.name, more="width:155pt;margin-top:3pt")
        notes.append((222, y + 3, " ".join(row.comment)))
        y += 52.5
    y += 14
    put(50, content.heads["instructions"], "b")
    y += 14
    put(50, " ".join(content.instructions), more="width:490pt")
    plain = chromium(page("".join(blocks), style, folder))
    target = folder / "report.pdf"
    with pikepdf.open(plain) as pdf:
        leaf = pdf.pages[0]
        height = float(leaf.MediaBox[3])
        leaf.Annots = pdf.make_indirect(
            pikepdf.Array(
                [
                    pdf.make_indirect(
                        pikepdf.Dictionary(
                            Type=pikepdf.Name.Annot,
                            Subtype=pikepdf.Name.FreeText,
                            IT=pikepdf.Name.FreeTextTypewriter,
                            F=4,
                            Rect=[x, height - top - 46, x + 318, height - top],
                            Contents=text,
                            Border=[0, 0, 0],
                            DA="/Helv 9 Tf 0 0 0.6 rg",
                        )
                    )
                    for x, top, text in notes
                ]
            )
        )
        pdf.save(target)
    return target


@shape("wkhtmltopdf-table")
def old_browser(content, folder):
    rows = []
    for row in rows_of(content):
        if row.kind == "section":
            rows.append(f'<tr class="s"><td colspan="3">{esc(row.title)}</td></tr>')
        elif row.kind == "group":
            rows.append(
                f'<tr class="g"><td>{row.number}</td><td colspan="2">{esc(row.title)}</td></tr>'
            )
        else:
            rows.append(f"<tr>{cells(row.number, row.title, row.comment)}</tr>")
    style = """body{font:12px Georgia,'DejaVu Serif'}table{border-collapse:collapse;width:100%}
      td,th{border:1px solid #666;padding:4px 6px;vertical-align:top;text-align:left}
      td p{margin:0 0 6px} thead{display:table-header-group}tr{page-break-inside:avoid}
      .s td{background:#cde;font-weight:bold} .g td{font-style:italic}
      td:first-child{width:34px}td:nth-child(2){width:200px}"""
    body = (
        f"<h1>{content.title}</h1><p>{content.district[2]}</p><table><thead><tr>"
        f"{heads('Nr', 'Område')}"
        f"<th>Kommentarer</th></tr></thead>{''.join(rows)}</table>{guide(content, 'h2')}"
    )
    return wkhtmltopdf(
        page(body, style, folder), "--footer-right", "[page]/[topage]", "--footer-font-size", "8"
    )


def untitled(content):
    content.title = "Lägesbild"


@shape("wkhtmltopdf-period-in-properties", change=untitled)
def in_properties(content, folder):
    tables = {}
    for row in rows_of(content):
        body = tables.setdefault(row.scope, [])
        if row.kind == "section":
            body.append(
                f"<h2>{esc(row.title)}</h2><table><tr>{heads('Nr', 'Område', 'Kommentarer')}</tr>"
            )
        else:
            body.append(f"<tr>{cells(row.number, row.title, row.comment)}</tr>")
    style = """body{font:13px 'DejaVu Sans'}table{border-collapse:collapse;width:100%}
      td,th{border:1px solid #000;padding:4px; vertical-align:top;text-align:left}
      td p{margin:0}td:nth-child(2){width:230px}tr{page-break-inside:avoid}"""
    printed = wkhtmltopdf(
        page(
            f"{top(content)}"
            + "</table>".join(
                ["".join(tables["city"]), guide(content, "h2") + "".join(tables["local"])]
            )
            + "</table>",
            style,
            folder,
        )
    )
    target = folder / "report.pdf"
    with pikepdf.open(printed) as pdf:
        pdf.docinfo["/Title"] = "Lägesbild juni 2023"
        pdf.save(target)
    return target


@shape("abiword-shaded")
def abiword(content, folder):
    rows = ["<tr><td><b>Område</b></td><td><b>Kommentar</b></td></tr>"]
    for row in rows_of(content):
        if row.kind == "section":
            rows.append(f"<tr><td><b>{esc(row.title)}</b></td><td></td></tr>")
        elif row.kind == "group":
            rows.append(f"<tr><td><b>{esc(row.name)}</b></td><td></td></tr>")
        else:
            rows.append(f"<tr>{cells(row.name, row.comment)}</tr>")
    body = (
        f"<h1>{content.title}</h1><p>{content.district[2]}</p><table"
        f" border='1'>{''.join(rows)}</table>{guide(content, 'h2')}"
    )
    source = page(body, "", folder)
    target = folder / "page.pdf"
    run("env", f"HOME={folder}", "abiword", f"--to={target}", source)
    return target
