# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawing by hand with ReportLab: fonts, wrapped lines, words as separate strings."""

import subprocess

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


def font(family, style="Regular"):
    """Registers a TrueType face of the system; gives its name."""
    name = f"{family}-{style}".replace(" ", "")
    if name not in pdfmetrics.getRegisteredFontNames():
        path = subprocess.run(
            ["fc-match", "-f", "%{file}", f"{family}:style={style}"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        pdfmetrics.registerFont(TTFont(name, path))
    return name


def wrapped(text, name, size, width):
    """Lines of words, greedily filled; long words stand out."""
    lines, line = [], []
    for word in text.split():
        if line and pdfmetrics.stringWidth(" ".join([*line, word]), name, size) > width:
            lines.append(line)
            line = []
        line.append(word)
    return [*lines, line] if line else lines or [[]]
