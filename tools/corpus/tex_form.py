# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form in TeX: longtables with and without rules, minipages, sections."""

from form import columns_of, printed, rows_of
from html_form import widths_of

SPECIAL = {"\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
           "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
           "•": r"\textbullet{}", "☒": r"$\boxtimes$", "☐": r"$\square$", "½": r"\textonehalf{}",
           "\u00a0": "~", "\u00ad": r"\-", "\u2011": "-", "→": r"$\rightarrow$"}
FONTS = {"lm": r"\usepackage{lmodern}", "charter": r"\usepackage{charter}",
         "palatino": r"\usepackage{mathpazo}", "helvetica": r"\usepackage{helvet}"
         r"\renewcommand{\familydefault}{\sfdefault}", "cm": ""}


def source_of(content, options, style):
    """The whole .tex text."""
    engines = {"table": _longtable, "minipage": _minipages, "flow": _sections}
    body = engines[options.get("engine", "table")](content, options, style)
    guide = _instructions(content, options)
    if options.get("instructions") == "first":
        body, guide = guide + "\n\\newpage\n" + body, ""
    return "\n".join((_preamble(options, style), r"\begin{document}", _top(content, options), body,
                      guide, r"\end{document}", ""))


def _tex(text):
    return "".join(SPECIAL.get(c, c) for c in text)


def _preamble(options, style):
    paper = "a4paper,landscape" if options.get("landscape") else "a4paper"
    size = 10 if style.size < 10 else 11
    encoding = options.get("encoding", "T1")
    fonts = r"\usepackage[T1]{fontenc}" if encoding == "T1" else ""
    fonts += FONTS[options.get("tex_font", "lm" if encoding == "T1" else "cm")]
    head = options.get("header")
    running = (r"\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}\lhead{" + _tex(head) +
               r"}\rfoot{\thepage}") if head else ""
    return "\n".join((
        rf"\documentclass[{paper},{size}pt]{{article}}",
        r"\usepackage[utf8]{inputenc}" + fonts,
        r"\usepackage[swedish]{babel}\usepackage{booktabs,longtable,array,amssymb,textcomp}",
        rf"\usepackage[margin={style.margin}mm]{{geometry}}" + running,
        r"\usepackage[table]{xcolor}" if options.get("rules") == "zebra" else "",
        r"\pdfinfoomitdate=1\pdftrailerid{}\AtBeginDocument{\shorthandoff{" + '"' + "}}",
        r"\setlength{\parindent}{0pt}\setlength{\parskip}{3pt}",
        r"\hyphenpenalty=50\tolerance=2000\emergencystretch=1em"))


def _top(content, options):
    if options.get("head", "in-table") == "in-table":
        return ""
    title, name = (_tex(printed(t, options)) for t in (content.title, content.district[2]))
    return rf"{{\Large\bfseries {title}\par}}\medskip {name}\par\bigskip"


def _instructions(content, options):
    if not content.instructions or options.get("instructions") == "none":
        return ""
    head = _tex(content.heads.get("instructions", ""))
    apart = "" if options.get("instructions") == "first" else r"\newpage"
    return "\n\n".join((rf"{apart}\section*{{{head}}}", *map(_tex, content.instructions)))


def _cell(paragraphs, bold):
    text = r"\par ".join(_tex(p) for p in paragraphs)
    return rf"\textbf{{{text}}}" if bold and text else text


def _longtable(content, options, style):
    rules, widths = options.get("rules", "booktabs"), widths_of(options, style)
    kind = "m" if options.get("valign") == "middle" else "p"
    edge = "|" if rules == "grid" else ""
    spec = edge + edge.join(
        rf">{{\raggedright\arraybackslash}}{kind}{{{w / 100 - 0.03:.3f}\linewidth}}"
        for _, w in widths) + edge
    line = {"grid": r"\hline", "booktabs": r"\addlinespace", "all": r"\midrule"}.get(rules, "")
    lines = [r"\begin{longtable}{" + spec + "}", {"grid": r"\hline", "none": "", "zebra": ""}.get(
        rules, r"\toprule")]
    shade = r"\rowcolors{1}{white}{gray!15}" if rules == "zebra" else ""
    for row in rows_of(content, options):
        cells = " & ".join(_cell(row.cells.get(c, []), row.kind != "area" and c != "comment")
                           for c, _ in widths)
        extra = r"\midrule" if rules == "booktabs" and row.kind in ("section", "head") else line
        if rules in ("none", "zebra"):
            extra = ""
        end = r"\\[4pt]" if rules == "none" else r"\\"
        lines.append(f"{cells} {end} {extra}")
        if row.kind == "head" and options.get("repeat_header"):
            lines.append(r"\endhead")
    lines += [r"\bottomrule" if rules in ("booktabs", "all") else "", r"\end{longtable}"]
    return shade + "\n".join(lines)


def _minipages(content, options, style):
    lines = []
    for row in rows_of(content, options):
        boxes = []
        for column, width in widths_of(options, style):
            text = _cell(row.cells.get(column, []), row.kind != "area" and column != "comment")
            boxes.append(rf"\begin{{minipage}}[t]{{{width / 100 - 0.02:.3f}\textwidth}}"
                         rf"\raggedright {text}\strut\end{{minipage}}")
        lines.append(r"\hfill".join(boxes) + "\n\n\\smallskip")
    return "\n\n".join(lines)


def _sections(content, options, style):
    lines = []
    for row in rows_of(content, options | {"columns": "area comment", "head": "above"}):
        command = {"section": "section*", "group": "subsection*"}.get(row.kind, "subsubsection*")
        name = " ".join(map(_tex, row.cells["area"]))
        lines.append(rf"\textbf{{{name}}}\par" if options.get("flow") == "bold"
                     and row.kind == "area" else rf"\{command}{{{name}}}")
        if row.kind != "section":
            lines += map(_tex, row.cells.get("comment", []))
    return "\n\n".join(lines)
