# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A form printed without its answers, and the answers laid on it: fields, boxes, notes."""

from math import ceil

import fields
from canvas_form import Spot
from reportlab.pdfbase.pdfmetrics import stringWidth
from shapes.base import chromium, esc, page, rows_of, shape, weasyprint

WIDE, HIGH, LOWEST = 595, 842, 780  # points; nothing is printed below the lowest
BOXES = {
    "positive": (208, "Positiv"),
    "unchanged": (250, "Oförändrat"),
    "negative": (304, "Negativ"),
}
STYLE = """@page{size:595pt 842pt;margin:0}body{margin:0;font:9.5pt Carlito}
section{position:relative;width:595pt;height:841pt;overflow:hidden}
section+section{break-before:page}div{position:absolute;line-height:12pt}
.b{border:0.5pt solid #333;box-sizing:border-box}h1{margin:0;font-size:16pt;line-height:18pt}"""


class Sheet:
    """Grows page by page; `spots` are the answers' places, in points from the bottom left."""

    def __init__(self):
        self.pages, self.spots, self.y = [[]], [], 50

    def put(self, x, text, width=500, tag="span"):
        self.pages[-1].append(
            f'<div style="left:{x}pt;top:{self.y}pt;width:{width}pt"><{tag}>{esc(text)}</{tag}></div>'
        )

    def frame(self, x, width, height):
        self.pages[-1].append(
            f'<div class="b" style="left:{x}pt;top:{self.y}pt;width:{width}pt;'
            f'height:{height}pt"></div>'
        )

    def answer(self, kind, value, x, width, height):
        top = self.y + 2
        self.spots.append(
            Spot(
                f"{kind}{len(self.spots)}",
                value,
                kind,
                len(self.pages) - 1,
                (x, HIGH - top - height, x + width, HIGH - top),
            )
        )

    def turn_if_full(self, height):
        if self.y + height > LOWEST:
            self.pages.append([])
            self.y = 50

    def html(self):
        return "".join(f"<section>{''.join(p)}</section>" for p in self.pages)


def _lines(text, width, size=9):
    return sum(
        ceil(1.08 * stringWidth(p, "Helvetica", size) / width) or 1 for p in text.split("\n")
    )


def _sheet(content, kind, ticks, room):
    """The form; answers of `kind`, as tall as their text unless `room` tells the points."""
    sheet, left = Sheet(), 350 if ticks else 215
    for text, tag in ((content.district[2], "span"), (content.title, "h1")):
        sheet.put(45, text, tag=tag)
        sheet.y += 16
    sheet.y += 14
    sheet.put(45, "Område", tag="b")
    sheet.put(left, content.comments, tag="b")
    for x, name in BOXES.values() if ticks else ():
        sheet.put(x, name, 60, "b")
    sheet.y += 16
    for row in rows_of(content):
        if row.kind == "area":
            _area(sheet, row, content, kind, ticks, room, left)
            continue
        sheet.turn_if_full(60)
        sheet.y += 6
        sheet.put(45, row.name, tag="b")
        sheet.y += 16
    sheet.turn_if_full(80)
    sheet.y += 14
    sheet.put(45, content.heads.get("instructions", ""), tag="b")
    sheet.y += 14
    sheet.put(45, " ".join(content.instructions))
    return sheet


def _area(sheet, row, content, kind, ticks, room, left):
    texts, wide = row.body if ticks else row.comment, 550 - left
    text = "\n".join(texts)
    height = room or 10 * _lines(text, wide - 10) + 6
    whole = max(height, 12 * _lines(row.name, 150)) + 6
    sheet.turn_if_full(whole)
    sheet.frame(40, left - 45, whole)
    sheet.frame(left - 5, wide + 5, whole)
    sheet.put(45, row.name, 155)
    change = next(a.change for a in content.areas if (a.scope, a.title) == (row.scope, row.title))
    for name, (x, _) in BOXES.items() if ticks else ():
        sheet.answer("box", "X" if name == change else "-", x + 12, 10, 10)
    sheet.answer(kind, text, left - 2, wide, height)
    sheet.y += whole


def _answered(producer, kind="text", shown=False, ticks=False, room=None):
    def build(content, folder):
        sheet = _sheet(content, kind, ticks, room)
        printed = producer(page(sheet.html(), STYLE, folder))
        return fields.added(printed, sheet.spots, {"appearance": shown})

    return build


shape("chromium-fields")(_answered(chromium))
shape("weasyprint-fields-overfull")(_answered(weasyprint, shown=True, room=16))
shape("chromium-boxes", own_cell=True)(_answered(chromium, ticks=True))
shape("weasyprint-boxes", own_cell=True)(_answered(weasyprint, shown=True, ticks=True))
shape("weasyprint-notes")(_answered(weasyprint, kind="note", shown=True))
