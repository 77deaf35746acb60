# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of the same folder that are no status reports: text in, page out."""

import html

import producers

STYLE = ("@page{size:A4;margin:22mm}body{font-family:'Liberation Serif';font-size:11pt}"
         "h1{font-size:17pt}"
         ".columns{column-count:3;column-gap:6mm;font-size:9pt;text-align:justify}"
         "table{width:100%;border-collapse:collapse}td,th{border:0.5pt solid #777;padding:3pt}")


def page_from(text, options, folder):
    """Each line is a paragraph; `# ` a heading; `a | b` a table row; the body may be in columns."""
    lines, parts, rows = text.splitlines(), [], []
    for line in [*lines, ""]:
        if "|" in line:
            rows.append("".join(f"<td>{html.escape(c.strip())}</td>" for c in line.split("|")))
            continue
        if rows:
            parts.append("<table>" + "".join(f"<tr>{r}</tr>" for r in rows) + "</table>")
            rows = []
        if line.startswith("# "):
            parts.append(f"<h1>{html.escape(line[2:])}</h1>")
        elif line:
            parts.append(f"<p>{html.escape(line)}</p>")
    kind = "columns" if options.get("columns") else ""
    path = folder / "other.html"
    path.write_text(f'<html lang="sv"><head><meta charset="utf-8"><style>{STYLE}</style></head>'
                    f'<body><div class="{kind}">{"".join(parts)}</div></body></html>',
                    encoding="utf-8")
    return producers.weasyprint(path)
