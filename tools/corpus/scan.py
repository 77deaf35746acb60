# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages as a scanner gives them: a picture, with or without invisible words over it."""

import re
from html import unescape

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from producers import run

DPI = 90  # keeps a page of black and white under 40 KB
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" '
                  r'yMax="([\d.]+)">(.*)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)


def scanned(path):
    return _scanned(path, with_text=False)


def scanned_with_text(path):
    return _scanned(path, with_text=True)


def _scanned(path, with_text):
    target = path.with_suffix(".s.pdf")
    run(["pdftoppm", "-mono", "-r", str(DPI), "-png", path.name, "scan"], path.parent)
    pictures = sorted(path.parent.glob("scan-*.png"))
    boxes = run(["pdftotext", "-bbox", path.name, "-"], path.parent).decode("utf-8")
    canvas = Canvas(str(target), invariant=1)
    for picture, (width, height, words) in zip(pictures, PAGE.findall(boxes)):
        canvas.setPageSize((float(width), float(height)))
        canvas.drawImage(ImageReader(str(picture)), 0, 0, float(width), float(height))
        for word in WORD.findall(words) if with_text else ():
            _invisible(canvas, float(height), word)
        canvas.showPage()
    canvas.save()
    return target


def _invisible(canvas, height, word):
    x0, y0, x1, y1 = map(float, word[:4])
    words = unescape(word[4])
    size = max((y1 - y0) * 0.85, 1)
    natural = stringWidth(words, "Helvetica", size) or 1
    text = canvas.beginText(x0, height - y1 + 0.2 * size)
    text.setFont("Helvetica", size)
    text.setTextRenderMode(3)
    text.setHorizScale(100 * (x1 - x0) / natural)
    text.textOut(words)
    canvas.drawText(text)
