# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form in troff: tbl tables with and without boxes, indented paragraphs, headings."""

from form import columns_of, printed, rows_of
from html_form import widths_of

WIDE = 17.0  # centimetres of text


def source_of(content, options, style):
    """The whole troff text for -ms, with tbl and preconv."""
    engines = {"table": _table, "tabs": _side_by_side, "flow": _headings}
    body = engines[options.get("engine", "table")](content, options, style)
    guide = ""
    if content.instructions and options.get("instructions") != "none":
        head = content.heads.get("instructions", "")
        guide = "\n".join((".bp", ".SH", _troff(head),
                           *(f".LP\n{_troff(p)}" for p in content.instructions), ""))
    family = options.get("family", "H")
    return "\n".join((
        ".mso sv.tmac" if options.get("hyphens", True) else ".nh",
        f".fam {family}", f".nr PS {round(style.size)}", f".nr VS {round(style.size * 1.25)}",
        ".nr LL 17c", ".nr PO 2c", ".nr HM 2c", ".nr FM 2c", ".ds CH",
        ".ds CF " + ("Sida \\n(PN" if options.get("pages") else ""),
        ".LP", _top(content, options), body, guide))


def _troff(text):
    text = text.replace("\\", "\\e").replace("\u00a0", "\\~").replace("\u00ad", "\\%")
    return "\\&" + text if text[:1] in (".", "'") else text


def _top(content, options):
    if options.get("head", "in-table") == "in-table":
        return ""
    title, name = (_troff(printed(t, options)) for t in (content.title, content.district[2]))
    return f".ps +4\n.B \"{title}\"\n.ps -4\n.LP\n{name}\n.sp"


def _table(content, options, style):
    box = {"grid": "allbox ", "outer": "box "}.get(options.get("rules", "grid"), "")
    spec = " ".join(f"lw({w * WIDE / 100 - 0.4:.1f}c)" for _, w in widths_of(options, style))
    lines = [".TS H", f"{box};", f"{spec}."]
    for at, row in enumerate(rows_of(content, options)):
        lines += [".TH"] if at == options.get("header_rows", 1) else []
        cells = []
        for column in columns_of(options):
            texts = [_troff(t) for t in row.cells.get(column, [])]
            bold = row.kind != "area" and column != "comment"
            body = "\n.br\n".join(texts)
            if options.get("rag", True):
                body = ".ad l\n" + body
            cells.append(f"T{{\n.ft B\n{body}\n.ft\nT}}" if bold and body.strip()
                         else f"T{{\n{body}\nT}}")
        lines.append("\t".join(cells))
        if options.get("rules") == "horizontal":
            lines.append("_")
        elif options.get("rules") == "none":
            lines.append("")
    return "\n".join((*lines, ".TE"))


def _side_by_side(content, options, style):
    """Label and comment as two diversions at the same height: no rulings at all."""
    left = style.area_share * WIDE / 100
    lines = []
    for row in rows_of(content, options):
        label = "\n.br\n".join(_troff(t) for t in row.cells.get("area", []))
        words = "\n.br\n".join(_troff(t) for t in row.cells.get("comment", []))
        lines.append("\n".join((
            ".ne 6v", ".mk a", f".ll {left - 0.5:.1f}c", ".ad l", ".ft " +
            ("R" if row.kind == "area" else "B"), label or "\\&", ".br", ".mk b", ".ft R",
            "'sp |\\nau", f".in {left:.1f}c", f".ll {WIDE:.1f}c", words or "\\&", ".br", ".in 0",
            ".if \\n(nl<\\nb 'sp |\\nbu", ".sp 0.5")))
    return "\n".join(lines)


def _headings(content, options, style):
    lines = []
    for row in rows_of(content, options | {"columns": "area comment", "head": "above"}):
        name = " ".join(_troff(t) for t in row.cells["area"])
        lines.append(f".SH\n{name}" if row.kind != "area" else f".LP\n.B \"{name}\"\n.br")
        if row.kind != "section":
            lines += [f".LP\n{_troff(t)}" if k or row.kind == "group" else _troff(t)
                      for k, t in enumerate(row.cells.get("comment", []))]
    return "\n".join(lines)
