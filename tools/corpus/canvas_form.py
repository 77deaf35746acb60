# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form drawn by ReportLab, with fillable fields, boxes, notes and text nobody sees."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, LongTable, PageBreak, Paragraph, SimpleDocTemplate, Spacer

import fields
from form import TICKS, columns_of, printed, rows_of
from html_form import widths_of

FILES = {"Carlito": "/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf",
         "Liberation Sans": "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
         "DejaVu Sans": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"}
LINES = {"grid": [("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
         "horizontal": [("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey)],
         "vertical": [("LINEBEFORE", (1, 0), (-1, -1), 0.4, colors.grey)],
         "none": [], "fields": [],
         "zebra": [("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.white, colors.whitesmoke])],
         "rowshade": [("BACKGROUND", (0, 0), (-1, -1), colors.Color(0.93, 0.95, 0.97)),
                      ("LINEBELOW", (0, 0), (-1, -1), 3, colors.white)],
         "labelshade": [("BACKGROUND", (0, 0), (0, -1), colors.lightgrey)]}


@dataclass
class Spot:
    """Where a field goes, in points from the bottom left."""
    name: str
    value: str
    kind: str  # text, box or note
    page: int = 0
    box: tuple = ()


class Place(Flowable):
    """Keeps room for a field and tells where the room came to lie."""

    def __init__(self, spot, width, height, found):
        super().__init__()
        self.spot, self.width, self.height, self.found = spot, width, height, found

    def wrap(self, *_):
        return self.width, self.height

    def draw(self):
        x, y = self.canv.absolutePosition(0, 0)
        self.spot.page, self.spot.box = self.canv.getPageNumber() - 1, (
            x, y, x + self.width, y + self.height)
        self.found.append(self.spot)


def drawn(content, options, style, folder):
    path = folder / "form.pdf"
    paper = landscape(A4) if options.get("landscape") else A4
    margin = style.margin * mm
    book = SimpleDocTemplate(str(path), pagesize=paper, leftMargin=margin, rightMargin=margin,
                             topMargin=margin, bottomMargin=margin, invariant=1,
                             title=content.title)
    text = _paragraph_style(options, style)
    found = []
    parts = _top(content, options, text) + [
        _table(content, options, style, text, paper[0] - 2 * margin, found)]
    parts += _instructions(content, options, text)
    book.build(parts, onFirstPage=_under(options), onLaterPages=_under(options))
    return fields.added(path, found, options) if found else path


def _paragraph_style(options, style):
    name = options.get("canvas_font", style.font)
    if name in FILES:
        pdfmetrics.registerFont(TTFont(name, FILES[name]))
    elif name not in pdfmetrics.standardFonts:
        name = "Helvetica"
    return ParagraphStyle("comment", fontName=name, fontSize=style.size,
                          leading=style.size * style.spacing, spaceAfter=2)


def _bold(text):
    return ParagraphStyle("bold", parent=text, fontName={
        "Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}.get(text.fontName,
                                                                        text.fontName))


def _top(content, options, text):
    if options.get("head", "in-table") == "in-table":
        return []
    return [Paragraph(escape(printed(content.title, options)), ParagraphStyle(
        "title", parent=_bold(text), fontSize=15, leading=20)),
            Paragraph(escape(printed(content.district[2], options)), text), Spacer(1, 10)]


def _instructions(content, options, text):
    if not content.instructions or options.get("instructions") == "none":
        return []
    return [PageBreak(), Paragraph(escape(content.heads.get("instructions", "")), _bold(text)),
            *(Paragraph(escape(p), text) for p in content.instructions)]


def _table(content, options, style, text, wide, found):
    columns = columns_of(options)
    widths = [wide * share / 100 for _, share in widths_of(options, style)]
    lines = []
    for at, row in enumerate(rows_of(content, options)):
        lines.append([_cell(row, c, w - 2 * style.padding - 2, at, options, text, found)
                      for c, w in zip(columns, widths)])
    valign = options.get("valign", "top").upper()
    commands = [*LINES[options.get("rules", "grid")], ("VALIGN", (0, 0), (-1, -1), valign),
                *((f"{side}PADDING", (0, 0), (-1, -1), style.padding + 1)
                  for side in ("LEFT", "RIGHT", "TOP", "BOTTOM"))]
    return LongTable(lines, widths, style=commands, repeatRows=int(options.get("repeat_header", 0)))


def _cell(row, column, width, at, options, text, found):
    texts = row.cells.get(column, [])
    if row.kind == "title" and column == "comment" and options.get("district_field"):
        return Place(Spot("stadsdel", texts[0], "text"), width, text.leading + 4, found)
    if row.kind == "area":
        if column == "comment" and options.get("fields") in ("text", "note"):
            spot = Spot(f"kommentar_{at}", "\n".join(texts), options["fields"])
            return Place(spot, width, _height(texts, width, text) + 8, found)
        if column in TICKS and options.get("fields") in ("box", "radio"):
            spot = Spot(f"rad{at}_{column}", texts[0], options["fields"])
            return Place(spot, 10, 10, found)
    kind = text if row.kind == "area" or column == "comment" else _bold(text)
    return [Paragraph(escape(t) or "&nbsp;", kind) for t in texts]


def _height(texts, width, text):
    return max(text.leading, sum(Paragraph(escape(t), text).wrap(width - 6, 9999)[1] + 2
                                 for t in texts))


def _under(options):
    """Words drawn in white or not at all, a stamp, a footer: on each page before the rest."""
    def draw(canvas, book):
        width, height = book.pagesize
        canvas.saveState()
        if options.get("watermark"):
            canvas.setFillGray(0.9)
            canvas.setFont("Helvetica-Bold", 64)
            canvas.translate(width / 2, height / 2)
            canvas.rotate(40)
            canvas.drawCentredString(0, 0, options["watermark"])
            canvas.restoreState()
            canvas.saveState()
        for k, words in enumerate(options.get("unseen", [])):
            hidden = canvas.beginText(book.leftMargin + 190, height - 120 - 160 * k)
            hidden.setFont("Helvetica", 9)
            hidden.setTextRenderMode(3)
            hidden.textLine(words)
            canvas.drawText(hidden)
        canvas.setFillGray(1)
        canvas.setFont("Helvetica", 8)
        for k, words in enumerate(options.get("white", [])):
            canvas.drawString(book.leftMargin + 180, height - 90 - 130 * k, words)
        canvas.setFillGray(0.4)
        canvas.setFont("Helvetica", 7)
        footer = options.get("footer", "").replace("{page}", str(canvas.getPageNumber()))
        canvas.drawString(book.leftMargin, 20, footer)
        canvas.restoreState()
    return draw
