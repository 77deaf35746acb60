# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form as a web page: as a table, as a CSS grid, or as headings with paragraphs."""

import html

from form import columns_of, printed, rows_of

RULES = {
    "grid": "td,th{border:0.7pt solid #444}",
    "double": "td,th{border:2.5pt double #222}",
    "dotted": "td,th{border:0.8pt dotted #555}",
    "horizontal": "tr{border-bottom:0.6pt solid #333} table{border-top:1.2pt solid #000}",
    "vertical": "td,th{border-left:0.6pt solid #666;border-right:0.6pt solid #666}",
    "none": "",
    "zebra": "tr.odd td{background:#e8eef4}",
    "rowshade": "td{background:#f1f1f1;border-bottom:3pt solid #fff}",
    "labelshade": "td.area,td.number{background:#dce6dc} tr{border-bottom:2pt solid #fff}",
    "outer": "table{border:1.5pt solid #000}",
}


def page_of(content, options, style):
    """The whole HTML text."""
    parts = {"table": _table, "grid": _grid, "flow": _flow}
    body = parts[options.get("engine", "table")](content, options, style)
    guide = _instructions(content, options)
    first = options.get("instructions") == "first"
    return "\n".join((
        '<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8">',
        f"<title>{_text(content.title)}</title><style>{_css(options, style)}</style></head><body>",
        guide if first else "", _top(content, options), body,
        "" if first else guide, "</body></html>"))


def _text(words):
    return html.escape(words, quote=False)


def _paragraphs(texts):
    return "".join(f"<p>{_text(t)}</p>" for t in texts)


def _css(options, style):
    size = "A4 landscape" if options.get("landscape") else "A4"
    margin = f"{style.margin}mm"
    running = options.get("running", {})
    boxes = "".join(f'@{spot}{{content:{value};font-size:7.5pt;color:#555}}'
                    for spot, value in running.items())
    rows = "tr{break-inside:avoid}" if options.get("keep_rows") else ""
    # WeasyPrint loses the letters of a ligature beside a soft hyphen
    hyphens = "p{hyphens:manual;font-variant-ligatures:none}" if options.get("soft_hyphens") else ""
    justify = "td.comment p,div.comment p{text-align:justify}" if options.get("justify") else ""
    return (
        f"@page{{size:{size};margin:{margin};{boxes}}}"
        f"body{{font-family:'{style.font}';font-size:{style.size}pt;line-height:{style.spacing};"
        "margin:0}p{margin:0 0 3pt 0}p:last-child{margin-bottom:0}"
        "table{border-collapse:collapse;width:100%}"
        f"td,th{{padding:{style.padding}pt;vertical-align:{options.get('valign', 'top')};"
        "text-align:left;font-weight:normal}tr.section td,tr.title td,.group,th{font-weight:bold}"
        "td.comment{vertical-align:top}td.plus,td.same,td.minus,th.plus,th.same,th.minus"
        "{text-align:center}h1{font-size:1.5em}h2{font-size:1.2em}"
        "h3{font-size:1em;margin:9pt 0 2pt}"
        f"{RULES[options.get('rules', 'grid')]}{rows}{hyphens}{justify}{options.get('css', '')}")


def _top(content, options):
    head = options.get("head", "in-table")
    title, name = (printed(t, options) for t in (content.title, content.district[2]))
    letter = "".join(f"<div style='font-size:8pt'>{_text(line)}</div>"
                     for line in options.get("letterhead", []))
    if head == "in-table":
        return letter
    if head == "one-line":
        return f"{letter}<h1>{_text(title)} – {_text(name)}</h1>"
    if head == "district-first":
        return f"{letter}<p><b>{_text(name)}</b></p><h1>{_text(title)}</h1>"
    return f"{letter}<h1>{_text(title)}</h1><p>{_text(name)}</p>"


def _instructions(content, options):
    if not content.instructions or options.get("instructions") == "none":
        return ""
    apart = " style='break-before:page'" if options.get("instructions", "last") == "last" else ""
    head = content.heads.get("instructions", "")
    return (f"<div{apart}><h2>{_text(printed(head, options))}</h2>"
            + _paragraphs(printed(p, options) for p in content.instructions) + "</div>")


def widths_of(options, style):
    columns = columns_of(options)
    share = {"number": 8, "area": style.area_share, "change": 15,
             "plus": 8, "same": 10, "minus": 8}
    rest = 100 - sum(share[c] for c in columns if c != "comment")
    return [(c, share.get(c, rest)) for c in columns]


def _table(content, options, style):
    columns = columns_of(options)
    cols = "".join(f"<col style='width:{w}%'>" for _, w in widths_of(options, style))
    lines, head, odd = [], [], False
    for row in rows_of(content, options):
        odd = not odd if row.kind in ("area", "group") else odd
        tag = "th" if row.kind == "head" else "td"
        cells = "".join(f'<{tag} class="{c}">{_paragraphs(row.cells.get(c, []))}</{tag}>'
                        for c in columns)
        if row.kind == "section" and options.get("span_sections") and "comment" not in row.cells:
            cells = f'<td colspan="{len(columns)}">{_paragraphs(row.cells["area"])}</td>'
        line = f'<tr class="{row.kind}{" odd" if odd else ""}">{cells}</tr>'
        repeats = options.get("repeat_header") and row.kind in ("title", "head")
        (head if repeats else lines).append(line)
    thead = f"<thead>{''.join(head)}</thead>" if head else ""
    return f"<table><colgroup>{cols}</colgroup>{thead}<tbody>{''.join(lines)}</tbody></table>"


def _grid(content, options, style):
    """Columns by position only."""
    widths = widths_of(options, style)
    grid = "display:grid;column-gap:14pt;grid-template-columns:" + " ".join(
        f"{w}fr" for _, w in widths)
    lines = []
    for row in rows_of(content, options):
        cells = "".join(f'<div class="{c}">{_paragraphs(row.cells.get(c, []))}</div>'
                        for c, _ in widths)
        bold = ";font-weight:bold" if row.kind != "area" else ""
        lines.append(f"<div style='{grid};padding:{style.padding}pt 0{bold}'>{cells}</div>")
    return "\n".join(lines)


def _flow(content, options, style):
    """No table: each area is a heading or a bold line with its comment beneath."""
    lines, bold = [], options.get("flow") == "bold"
    for row in rows_of(content, options | {"columns": "area comment"}):
        area, comment = (row.cells.get(c, []) for c in ("area", "comment"))
        if row.kind == "section":
            lines.append(f"<h2>{_text(area[0])}</h2>")
        elif row.kind in ("group", "area"):
            name = "<br>".join(map(_text, area))
            lines.append(f"<p style='margin-top:8pt'><b>{name}</b></p>" if bold
                         else f"<h3>{name}</h3>")
            lines.append("".join(f"<p>{_text(t)}</p>" for t in comment))
    return "\n".join(lines)
