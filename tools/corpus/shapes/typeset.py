# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages set by TeX and by Apache FOP."""

from shapes.base import esc, rows_of, run, shape, tex, tex_escape


@shape("xelatex-longtable")
def longtable(content, folder):
    body = []
    for row in rows_of(content):
        if row.kind == "section":
            body.append(
                rf"\multicolumn{{2}}{{@{{}}l@{{}}}}{{\bfseries {tex_escape(row.title)}}}\\ \midrule"
            )
        elif row.kind == "group":
            body.append(
                r"\multicolumn{2}{@{}l@{}}{\itshape" rf" {row.number} {tex_escape(row.title)}}}\\"
            )
        else:
            comment = r"\par ".join(tex_escape(p) for p in row.comment)
            body.append(rf"{row.number} {tex_escape(row.title)} & {comment}\\ \addlinespace")
    path = folder / "report.tex"
    path.write_text(
        r"""\documentclass[11pt,a4paper]{article}
\usepackage{fontspec}\usepackage{polyglossia}\setdefaultlanguage{swedish}
\usepackage[margin=26mm]{geometry}\usepackage{longtable,booktabs,array,fancyhdr}
\setmainfont{P052}\setlength{\parindent}{0pt}\setlength{\parskip}{4pt}
\pagestyle{fancy}\fancyhf{}\lhead{Stockholms stad}\rhead{%s}\cfoot{\thepage}
\begin{document}
\section*{%s}
%s

\begin{longtable}{@{}>{\raggedright\arraybackslash}p{50mm}p{100mm}@{}}
\toprule Område & Kommentar\\ \midrule\endhead
\bottomrule\endlastfoot
%s
\end{longtable}
\section*{%s}
%s
\end{document}
"""
        % (
            content.title,
            content.title,
            content.district[2],
            "\n".join(body),
            content.heads["instructions"],
            "\n\n".join(map(tex_escape, content.instructions)),
        ),
        encoding="utf-8",
    )
    return tex("xelatex", path)


@shape("lualatex-tabularx")
def tabularx(content, folder):
    parts = []
    for row in rows_of(content):
        if row.kind == "section":
            parts.append(
                (r"\end{tabularx}\par\bigskip" + "\n" if parts else "")
                + rf"\textbf{{{tex_escape(row.title)}}}\par\smallskip"
                + "\n"
                r"\noindent\begin{tabularx}{\textwidth}"
                r"{|>{\raggedright\arraybackslash}p{52mm}|X|}\hline"
                "\n"
                r"\textsf{Område} & \textsf{Kommentar}\\ \hline"
            )
        else:
            parts.append(
                (f"{row.number}. " if row.number else "")
                + rf"{tex_escape(row.title)} & "
                + r"\newline ".join(map(tex_escape, row.comment))
                + r"\\ \hline"
            )
    path = folder / "report.tex"
    path.write_text(
        r"""\documentclass[11pt,a4paper]{article}
\usepackage{fontspec}\usepackage[swedish]{babel}\usepackage[margin=25mm,headheight=28pt]{geometry}
\usepackage{tabularx,fancyhdr}\setmainfont{Noto Serif}\setlength{\parindent}{0pt}
\pagestyle{fancy}\fancyhf{}\lhead{\textbf{%s}\\%s}\rhead{\thepage}
\begin{document}
%s
\end{tabularx}

\section*{%s}
%s
\end{document}
"""
        % (
            content.title,
            content.district[2],
            "\n".join(parts),
            content.heads["instructions"],
            "\n\n".join(map(tex_escape, content.instructions)),
        ),
        encoding="utf-8",
    )
    return tex("lualatex", path)


@shape("pdflatex-multirow")
def multirow(content, folder):
    city = [r for r in rows_of(content) if r.scope == "city" and r.kind == "area"]
    local = [r for r in rows_of(content) if r.scope == "local" and r.kind != "section"]
    cell = lambda r: r"\newline ".join(map(tex_escape, r.comment))
    upper = "\n".join(rf"{r.number} & {tex_escape(r.title)} & {cell(r)}\\ \hline" for r in city)
    lower, waiting = [], None
    for n, row in enumerate(local):
        if row.kind == "group":
            size = next(
                (k for k, r in enumerate(local[n + 1 :]) if r.kind == "group"), len(local) - n - 1
            )
            waiting = (
                rf"\multirow[t]{{{size}}}{{28mm}}{{\raggedright"
                rf" {row.number} {tex_escape(row.title)}}}"
            )
            continue
        last = n + 1 == len(local) or local[n + 1].kind == "group"
        lower.append(
            rf"{waiting or ''} & {row.number} & {tex_escape(row.title)} & {cell(row)}\\ "
            + (r"\hline" if last else r"\cline{2-4}")
        )
        waiting = None
    path = folder / "report.tex"
    path.write_text(
        r"""\documentclass[10pt,a4paper]{article}
\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage[swedish]{babel}
\usepackage[margin=20mm]{geometry}
\usepackage{longtable,array,multirow,helvet}
\renewcommand{\familydefault}{\sfdefault}\setlength{\parindent}{0pt}
\newcolumntype{L}[1]{>{\raggedright\arraybackslash}p{#1}}
\begin{document}
%s\par{\Large\bfseries %s}\bigskip

\textbf{%s}\par %s\bigskip

\textbf{%s}
\begin{longtable}{|L{8mm}|L{52mm}|p{94mm}|}\hline
\textbf{Nr} & \textbf{Område} & \textbf{Kommentarer}\\ \hline\endhead
%s
\end{longtable}
\textbf{%s}
\begin{longtable}{|L{28mm}|L{8mm}|L{44mm}|p{74mm}|}\hline
\textbf{Grupp} & \textbf{Nr} & \textbf{Område} & \textbf{Kommentarer}\\ \hline\endhead
%s
\end{longtable}
\end{document}
"""
        % (
            content.district[2],
            content.title,
            content.heads["instructions"],
            " ".join(map(tex_escape, content.instructions)),
            content.heads["city"],
            upper,
            content.heads["local"],
            "\n".join(lower),
        ),
        encoding="utf-8",
    )
    return tex("pdflatex", path)


FIELDS = r"""\documentclass[10pt,a4paper]{article}
\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage[swedish]{babel}
\usepackage[margin=18mm]{geometry}\usepackage{helvet,array,longtable}
\usepackage[unicode]{hyperref}
\renewcommand{\familydefault}{\sfdefault}\setlength{\parindent}{0pt}
\newcolumntype{L}[1]{>{\raggedright\arraybackslash}p{#1}}
\renewcommand{\DefaultHeightofText}{11pt}
\def\LayoutTextField#1#2{#2}\def\LayoutCheckField#1#2{#2}
\begin{document}\begin{Form}
%s\par{\Large\bfseries %s}\bigskip

\begin{longtable}{|%s|}\hline
%s\\ \hline\endhead
%s
\end{longtable}
\textbf{%s}\par %s
\end{Form}\end{document}
"""


@shape("pdflatex-fields")
def tex_fields(content, folder):
    return _tex_form(content, folder, ticks=False)


@shape("pdflatex-boxes", own_cell=True)
def tex_boxes(content, folder):
    return _tex_form(content, folder, ticks=True)


def _tex_form(content, folder, ticks):
    """A form of hyperref's: comments in text fields, the change in check boxes or in the comment."""
    changes = {(a.scope, a.title): a.change for a in content.areas}
    names, wide = ["positive", "unchanged", "negative"] if ticks else [], 70 if ticks else 112
    heads = ["Område", *(["Positiv", "Oförändrat", "Negativ"] if ticks else []), content.comments]
    lines = []
    for at, row in enumerate(rows_of(content)):
        cells = [tex_escape(row.name)]
        if row.kind == "area":
            change = changes[row.scope, row.title]
            cells += [
                rf"\CheckBox[name=r{at}{n},width=9pt,{'checked' if n == change else ''}]{{}}"
                for n in names
            ]
            text = " ".join(row.body if ticks else row.comment)
            cells.append(
                rf"\TextField[name=k{at},multiline=true,charsize=8pt,width={wide - 4}mm,"
                rf"height={4 + 4 * (1 + len(text) // (0.55 * wide)):.0f}mm,"
                rf"value={{{tex_escape(text)}}}]{{}}"
            )
        else:
            cells[0] = rf"\textbf{{{cells[0]}}}"
        lines.append(" & ".join(cells + [""] * (len(heads) - len(cells))) + r"\\ \hline")
    path = folder / "report.tex"
    path.write_text(
        FIELDS
        % (
            content.district[2],
            content.title,
            "|".join(["L{52mm}", *("c" for _ in names), f"L{{{wide}mm}}"]),
            " & ".join(rf"\textbf{{{h}}}" for h in heads),
            "\n".join(lines),
            content.heads.get("instructions", ""),
            " ".join(map(tex_escape, content.instructions)),
        ),
        encoding="utf-8",
    )
    return tex("pdflatex", path)


FO = """<?xml version="1.0" encoding="UTF-8"?>
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Liberation Sans, sans-serif"
 font-size="10pt" xml:lang="sv">
<fo:layout-master-set><fo:simple-page-master master-name="a" page-width="210mm"
 page-height="297mm"
 margin="15mm 20mm"><fo:region-body margin="14mm 0mm"/><fo:region-before
 extent="10mm"/><fo:region-after extent="8mm"/>
</fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a">
<fo:static-content flow-name="xsl-region-before"><fo:block font-size="8pt"
 text-align-last="justify">%(head)s<fo:leader/>Stockholms stad</fo:block></fo:static-content>
<fo:static-content flow-name="xsl-region-after"><fo:block font-size="8pt"
 text-align="center">Sida <fo:page-number/> av <fo:page-number-citation
 ref-id="end"/></fo:block></fo:static-content>
<fo:flow flow-name="xsl-region-body">
<fo:block font-size="17pt" font-weight="bold" space-after="6mm">%(title)s</fo:block>
<fo:table table-layout="fixed" width="100%%" border-collapse="collapse">
<fo:table-column column-width="12mm"/><fo:table-column column-width="52mm"/><fo:table-column
 column-width="106mm"/>
<fo:table-header><fo:table-row font-weight="bold"
 background-color="#c8d8c0">%(heads)s</fo:table-row></fo:table-header>
<fo:table-body>%(rows)s</fo:table-body></fo:table>
%(guide)s<fo:block id="end"/></fo:flow></fo:page-sequence></fo:root>"""


def fo_cell(texts, more=""):
    inner = (
        "".join(f'<fo:block space-after="1mm">{esc(t)}</fo:block>' for t in texts) or "<fo:block/>"
    )
    return (
        '<fo:table-cell border="0.5pt solid #557755" padding="1.5mm"'
        f' {more}>{inner}</fo:table-cell>'
    )


@shape("fop-centred")
def formatting_objects(content, folder):
    rows = []
    for row in rows_of(content):
        centred = 'display-align="center"'
        if row.kind != "area":
            rows.append(
                "<fo:table-row font-weight='bold'>"
                + fo_cell([row.name], 'number-columns-spanned="3"')
                + "</fo:table-row>"
            )
        else:
            rows.append(
                "<fo:table-row>"
                + fo_cell([row.number], centred)
                + fo_cell([row.title], centred)
                + fo_cell(row.comment)
                + "</fo:table-row>"
            )
    guide = (
        '<fo:block font-weight="bold"'
        f' space-before="8mm">{content.heads["instructions"]}</fo:block>'
        + "".join(f"<fo:block>{esc(t)}</fo:block>" for t in content.instructions)
    )
    path = folder / "report.fo"
    path.write_text(
        FO
        % {
            "title": content.title,
            "head": content.district[2],
            "rows": "".join(rows),
            "guide": guide,
            "heads": "".join(fo_cell([h]) for h in ("Nr", "Område", "Kommentarer")),
        },
        encoding="utf-8",
    )
    config = folder / "fop.xml"
    config.write_text(
        '<fop version="1.0"><renderers><renderer mime="application/pdf"><fonts><auto-detect/>'
        '</fonts></renderer></renderers></fop>'
    )
    target = folder / "report.pdf"
    run("fop", "-c", config, "-fo", path, "-pdf", target)
    return target
