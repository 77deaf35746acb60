# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every way to make a report: name -> function(content, options, style, folder) -> file."""

import re
from pathlib import Path

import groff_form
import producers
import tex_form
from canvas_form import drawn
from docx_form import docx_of
from dump_form import dump_of
from html_form import page_of
from others import page_from
from shapes import SHAPES
from xlsx_form import workbook_of

HERE = Path(__file__).resolve().parent


def _written(folder, name, text):
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return path


def _web(producer):
    def make(content, options, style, folder):
        return _ending(options, lambda more: producer(_written(
            folder, "form.html", page_of(content, options | more, style))))
    return make


def _ending(options, printed_with):
    """Moves the text down until page 1 ends as `page_ends` wants it: in a word, after a label."""
    if "page_ends" not in options:
        return printed_with({})
    for down in range(0, 200, 4):
        path = printed_with({"css": f"{options.get('css', '')}body{{padding-top:{down}pt}}"
                                     "p{orphans:1;widows:1}"})
        first = producers.run(["pdftotext", "-raw", "-l", "1", path.name, "-"], path.parent)
        if re.search(f"(?:{options['page_ends']})\\s*\\Z", first.decode()):
            return path
    raise RuntimeError(f"no page ends with {options['page_ends']}")


def _other(content, options, style, folder):
    text = (HERE / "others" / f"{options['text']}.txt").read_text(encoding="utf-8")
    return page_from(text, options, folder)


def _docx(content, options, style, folder):
    path = folder / "form.docx"
    docx_of(content, options, style).save(path)
    return producers.libreoffice(path)


def _xlsx(content, options, style, folder):
    path = folder / "form.xlsx"
    workbook_of(content, options, style).save(path)
    return producers.libreoffice(path)


def _source(forms, suffix, producer):
    def make(content, options, style, folder):
        source = forms.source_of(content, options, style)
        return producer(_written(folder, f"form{suffix}", source))
    return make


def _shape(build):
    return lambda content, options, style, folder: build(content, folder)


def _dump(content, options, style, folder):
    return _written(folder, "report.txt", dump_of(content, options, style))


MAKERS = {
    "chromium": _web(producers.chromium),
    "weasyprint": _web(producers.weasyprint),
    "wkhtmltopdf": _web(producers.wkhtmltopdf),
    "writer-html": _web(producers.libreoffice),
    "writer": _docx,
    "calc": _xlsx,
    "pdftex": _source(tex_form, ".tex", producers.pdflatex),
    "groff": _source(groff_form, ".ms", producers.groff),
    "groff-ghostscript": _source(groff_form, ".ms", producers.groff_ghostscript),
    "reportlab": drawn,
    "other": _other,
    "dump": _dump,
} | {name: _shape(shape.build) for name, shape in SHAPES.items()}
